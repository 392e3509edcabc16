//! The sheet to prepare a visit with (S45): who and where, what each side owes, what was said last, money, what to ask and what may be
//! offered. Gathered as messages, written as Markdown. Which fields are missing is `completeness`'s to say.

use super::assess::Assessed;
use super::care;
use super::cases;
use super::completeness;
use super::explain::{point_id, status_id};
use super::gifts;
use super::load::Snapshot;
use super::prospects;
use super::row;
use super::timeline::{relation_words, survey_words, touch_words};
use crate::domain::complaint::Rating;
use crate::domain::day::Moment;
use crate::domain::facts::{EngagementRow, InvoiceRow, TaskRow};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::words::*;
use crate::i18n::Words;
use crate::store::{ClientDetail, PersonDetail, PointDetail, TouchDetail};
use crate::text;

/// Touches on the sheet.
const TOUCHES: usize = 5;
/// Days ahead in which a yearly date is worth a word.
const SOON: i32 = 60;
/// Characters of one note at most.
const LONGEST: usize = 600;

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What.
    pub words: Message,
    /// The user's own words about it, as typed.
    pub note: Option<String>,
    /// Past its day.
    pub late: bool,
    /// Belongs to the line above it.
    pub inner: bool,
}

/// One block of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The key in JSON.
    pub key: &'static str,
    /// Heading.
    pub title: Message,
    /// What stands in it; never empty.
    pub lines: Vec<Line>,
}

/// The sheet of one client.
#[derive(Debug, Clone, PartialEq)]
pub struct Prep {
    /// The client.
    pub client: Id,
    /// Heading.
    pub title: Message,
    /// What to keep in mind before anything else: what not to mention, and with whom there is a conflict.
    pub warnings: Vec<Message>,
    /// Blocks in order; empty ones are left out.
    pub sections: Vec<Section>,
}

/// A sheet while it is gathered.
struct Gather<'a> {
    snapshot: &'a Snapshot,
    client: &'a Assessed,
    detail: &'a ClientDetail,
    sections: Vec<Section>,
}

/// Gathers the sheet of a client.
pub fn of(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail) -> Prep {
    let mut all = Gather { snapshot, client, detail, sections: Vec::new() };
    all.who();
    all.people();
    all.cases();
    all.booked();
    all.owed();
    all.projects();
    all.opportunities();
    all.touches();
    all.needs();
    all.money();
    all.care();
    all.questions();
    let perks = snapshot.policy.perks(client.tier.tier).iter();
    all.put("perks", "prep-perks", perks.map(|perk| said("prep-text", perk)).collect());
    let conflicts =
        client.facts.relations.iter().filter(|r| matches!(r.kind, RelationKind::Conflict | RelationKind::Competitor));
    let conflicts = conflicts.map(|r| {
        let words = relation_words(r, snapshot);
        match filled(r.note.as_deref()) {
            Some(note) => Message::new("prep-warning").with("what", words).with("note", one(note)),
            None => words,
        }
    });
    let secret = detail.do_not_mention.as_deref().filter(|t| !t.trim().is_empty());
    Prep {
        client: client.id(),
        title: Message::new("prep-title").with("client", one(client.name())).with("tier", client.tier.label()),
        warnings: secret
            .map(|t| Message::new("prep-do-not-mention").with("text", one(t)))
            .into_iter()
            .chain(conflicts)
            .collect(),
        sections: all.sections,
    }
}

/// Seconds of half a year.
const HALF_YEAR: i64 = 180 * 86_400;

/// A text of the user's for one line.
fn one(text: &str) -> String {
    let cut = text.char_indices().nth(LONGEST).map(|(at, _)| format!("{}...", &text[..at]));
    text::one_line(cut.as_deref().unwrap_or(text)).into_owned()
}

fn line(words: Message) -> Line {
    Line { words, note: None, late: false, inner: false }
}

/// A line of which the only argument is a text.
fn said(id: &'static str, text: &str) -> Line {
    line(Message::new(id).with("text", one(text)))
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|t| !t.trim().is_empty())
}

impl Gather<'_> {
    fn put(&mut self, key: &'static str, title: &'static str, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.sections.push(Section { key, title: Message::new(title), lines });
        }
    }

    fn who(&mut self) {
        let row = &self.client.facts.client;
        let mut lines = vec![line(
            Message::new("prep-who").with("status", Message::new(status_id(self.client.status))).with("since", row.since),
        )];
        let more: Vec<String> = [&row.industry, &row.region, &row.size].into_iter().flatten().map(|t| one(t)).collect();
        if !more.is_empty() {
            lines.push(said("prep-text", &more.join(", ")));
        }
        let tags: Vec<String> = self.client.facts.tags.iter().map(|t| format!("#{t}")).collect();
        if !tags.is_empty() {
            lines.push(said("prep-text", &tags.join(" ")));
        }
        lines.extend(row.preferred_channel.map(|c| line(Message::new("prep-prefers").with("channel", c))));
        lines.extend(row.quiet.map(|q| line(Message::new("prep-quiet").with("from", q.from_text()).with("to", q.to_text()))));
        lines.extend(self.detail.response_hours.map(|h| line(Message::new("prep-response").with("hours", h))));
        lines.extend(self.points(None));
        lines.extend(filled(self.detail.note.as_deref()).map(|note| said("prep-note", note)));
        self.put("who", "prep-about", lines);
    }

    /// Usable addresses of a person, or of the client itself.
    fn points(&self, person: Option<Id>) -> Vec<Line> {
        let own = self.detail.points.iter().filter(|p| p.person == person && p.invalid_since.is_none());
        own.map(|p| line(point(p))).collect()
    }

    fn people(&mut self) {
        let mut lines = Vec::new();
        for person in &self.detail.people {
            lines.push(Line { note: filled(person.note.as_deref()).map(str::to_owned), ..line(self.person(person)) });
            lines.extend(self.points(Some(person.id)).into_iter().map(|point| Line { inner: true, ..point }));
        }
        self.put("people", "prep-people", lines);
    }

    fn person(&self, person: &PersonDetail) -> Message {
        let of = |c: &&crate::store::CareDetail| c.person == Some(person.id) && c.kind == CareKind::Birthday;
        let birthday = self.detail.care_dates.iter().find(of).map(|c| c.yearly().words());
        let role = filled(person.role.as_deref());
        Message::new("prep-person")
            .with("name", one(&person.name))
            .with("role", role.map(one).unwrap_or_default())
            .with("has-role", i64::from(role.is_some()))
            .with("has-birthday", i64::from(birthday.is_some()))
            .with("birthday", birthday.unwrap_or_else(|| Message::new("form-nothing")))
    }

    /// Yearly dates that come within two months, and what was given: nobody says happy birthday twice.
    fn care(&mut self) {
        let today = self.snapshot.now.today();
        let dates = self.client.facts.care_dates.iter().filter_map(|row| Some((row, row.next_from(today)?)));
        let mut near: Vec<_> = dates.filter(|(_, next)| next.day.since(today) <= SOON).collect();
        near.sort_by_key(|(row, next)| (next.day, row.id));
        let mut lines: Vec<Line> = near.into_iter().map(|(row, next)| line(care::next_words(row, next))).collect();
        lines.extend(gifts::last(self.detail, today).map(line));
        self.put("care", "prep-care", lines);
    }

    /// Open cases, and the newest closed one of the last half year: what they are angry about is known before they say it.
    fn cases(&mut self) {
        let now = &self.snapshot.now;
        let mut lines: Vec<Line> = Vec::new();
        for case in self.client.cases.iter().filter(|c| !c.is_closed()) {
            let words = Message::new("prep-case")
                .with("no", case.row.no)
                .with("text", one(&case.row.text))
                .with("status", Message::new(cases::status_id(case.progress.status)))
                .with("when", row::when_case(self.snapshot, case, now));
            let late = self.snapshot.readings(case, now).is_breached();
            lines.push(Line { late, ..line(words) });
        }
        let recent = |at: &Moment| now.instant.0 - at.0 <= HALF_YEAR;
        let closed = self.client.cases.iter().filter(|c| c.progress.closed.is_some_and(|at| recent(&at)));
        if let Some(case) = closed.max_by_key(|c| c.progress.closed) {
            let on = case.progress.closed.unwrap_or(case.row.opened).day(now.zone);
            let said =
                Message::new("prep-case-closed").with("no", case.row.no).with("text", one(&case.row.text)).with("on", on);
            lines.push(line(match case.progress.rating {
                Some(Rating::Mark(mark)) => Message::new("prep-case-marked").with("said", said).with("score", u32::from(mark)),
                _ => said,
            }));
        }
        self.put("cases", "prep-cases", lines);
    }

    fn booked(&mut self) {
        let lines = self.client.facts.appointments.iter().map(|a| {
            let words = Message::new("prep-appointment")
                .with("channel", a.channel)
                .with("at", a.start)
                .with("minutes", a.minutes.unwrap_or(0))
                .with("place", a.place.as_deref().map(one).unwrap_or_default())
                .with("has-place", i64::from(a.place.is_some()));
            Line { note: a.note.clone(), late: a.start < self.snapshot.now.instant, ..line(words) }
        });
        let lines = lines.collect();
        self.put("appointments", "prep-appointments", lines);
    }

    fn owed(&mut self) {
        for (key, title, mine) in [("we_owe", "prep-we-owe", true), ("they_owe", "prep-they-owe", false)] {
            let tasks = self.client.facts.tasks.iter().filter(|t| (t.kind != TaskKind::Waiting) == mine);
            let lines = tasks.map(|t| self.task(t)).collect();
            self.put(key, title, lines);
        }
    }

    fn task(&self, t: &TaskRow) -> Line {
        let words = Message::new("prep-task")
            .with("due", t.due)
            .with("text", one(&t.text))
            .with("assignee", t.assignee.as_deref().map(one).unwrap_or_default())
            .with("has-assignee", i64::from(t.assignee.is_some()));
        let more = self.detail.tasks.iter().find(|d| d.id == t.id);
        let note: Vec<&str> = more.into_iter().flat_map(|d| [d.goal.as_deref(), d.requirement.as_deref()]).flatten().collect();
        Line { note: filled(Some(&note.join("; "))).map(str::to_owned), late: t.due < self.snapshot.now.today(), ..line(words) }
    }

    fn projects(&mut self) {
        let lines = self.client.facts.engagements.iter().map(|e| self.project(e)).collect();
        self.put("projects", "prep-projects", lines);
    }

    fn project(&self, e: &EngagementRow) -> Line {
        let next = [("prep-notice", e.notice), ("prep-renews", e.renew), ("prep-ends", e.end)];
        let today = self.snapshot.now.today();
        let next = next.into_iter().find_map(|(id, day)| day.filter(|d| *d >= today).map(|d| Message::new(id).with("day", d)));
        let words = match next {
            Some(next) => Message::new("prep-project-next").with("title", one(&e.title)).with("next", next),
            None => Message::new("prep-project").with("title", one(&e.title)).with("start", e.start),
        };
        line(words)
    }

    /// What may come, and how often it was put off.
    fn opportunities(&mut self) {
        let today = self.snapshot.now.today();
        let open = prospects::ordered(&self.client.facts).into_iter().filter(|o| o.is_open());
        let lines = open.map(|o| {
            let detail = self.detail.opportunities.iter().find(|d| d.id == o.id);
            let note = detail.and_then(|d| filled(d.note.as_deref())).map(str::to_owned);
            let (state, delay) = (o.state(), prospects::delays(o, today));
            let words = Message::new("prep-opportunity")
                .with("title", one(&o.title))
                .with("stage", Message::new(prospects::stage_id(state.stage)))
                .with("amount", o.amount)
                .with("chance", Arg::Share(o.chance()))
                .with("has-close", i64::from(state.close.is_some()))
                .with("close", state.close.unwrap_or(today))
                .with("delayed", i64::from(delay.is_some()))
                .with("delay", delay.unwrap_or_else(|| Message::new("plain-text").with("text", "")));
            Line { note, late: o.late(today).is_some(), ..line(words) }
        });
        let lines = lines.collect();
        self.put("opportunities", "cli-show-opportunities", lines);
    }

    fn touches(&mut self) {
        let touch = |t: &TouchDetail| {
            let person = t.person.and_then(|id| self.detail.people.iter().find(|p| p.id == id)).map(|p| one(&p.name));
            let what = touch_words(&t.row, person.as_deref(), t.row.minutes.map(i64::from));
            let words = Message::new("prep-touch").with("day", t.row.at.day(self.snapshot.now.zone)).with("what", what);
            Line { note: filled(t.note.as_deref()).map(str::to_owned), ..line(words) }
        };
        let mut lines: Vec<Line> = self.detail.touches.iter().take(TOUCHES).map(touch).collect();
        if lines.is_empty() {
            lines.push(line(Message::new("prep-never")));
        }
        self.put("touches", "prep-touches", lines);
    }

    fn needs(&mut self) {
        let mut lines: Vec<Line> =
            filled(self.detail.need.as_deref()).map(|need| said("prep-text", need)).into_iter().collect();
        // The newest mark of each kind: facts hold the answers newest first.
        for kind in SurveyKind::ALL {
            let Some(mark) = self.client.facts.surveys.iter().find(|s| s.kind == *kind) else { continue };
            let words = Message::new("prep-mark").with("mark", survey_words(mark)).with("on", mark.on);
            lines.push(Line { note: filled(Some(&mark.reasons.join("; "))).map(str::to_owned), ..line(words) });
        }
        self.put("needs", "prep-needs", lines);
    }

    fn money(&mut self) {
        let facts = &self.client.facts;
        let mut lines = Vec::new();
        for sum in &facts.billed {
            let amount = Money { minor: sum.year, currency: sum.currency };
            lines.push(line(Message::new("prep-billed").with("amount", amount)));
        }
        lines.extend(facts.open_invoices.iter().map(|i| self.invoice(i)));
        lines.extend(facts.days_to_pay.map(|days| line(Message::new("prep-pays").with("days", days))));
        lines.extend(facts.client.budget.map(|budget| line(Message::new("prep-budget").with("amount", budget))));
        self.put("money", "prep-money", lines);
    }

    fn invoice(&self, i: &InvoiceRow) -> Line {
        let (due, today) = (self.snapshot.invoice_due(i), self.snapshot.now.today());
        let late = due < today;
        let words = Message::new(if late { "prep-invoice-late" } else { "prep-invoice" })
            .with("number", i.number.as_ref().map(|n| format!("{} ", one(n))).unwrap_or_default())
            .with("amount", Money { minor: i.amount, currency: i.currency })
            .with("due", due)
            .with("days", today.since(due).max(0));
        Line { late, ..line(words) }
    }

    /// What is worth asking: whether the need still stands, when the agreement is renewed, what is not known, what was not checked for long.
    fn questions(&mut self) {
        let today = self.snapshot.now.today();
        let mut lines = Vec::new();
        if let Some(need) = filled(self.detail.need.as_deref()) {
            lines.push(said("prep-ask-need", need));
        }
        for e in &self.client.facts.engagements {
            let Some(day) = e.notice.or(e.renew).or(e.end) else { continue };
            if day >= today && day.since(today) <= self.snapshot.policy.queue.renewal_lead {
                lines.push(line(Message::new("prep-ask-renewal").with("title", one(&e.title)).with("day", day)));
            }
        }
        let known = completeness::of(self.snapshot, self.client, self.detail);
        // Whether there is business and whether somebody took notes is no question to ask.
        let asked = |m: &&Message| {
            !matches!(m.id, "complete-note" | "complete-business" | "complete-survey" | "complete-potential" | "complete-fit")
        };
        lines.extend(known.missing().filter(asked).map(|m| line(Message::new("prep-ask-missing").with("field", m.clone()))));
        if self.client.survey_due.is_some_and(|day| day <= today) {
            lines.push(line(Message::new("prep-ask-mark")));
        }
        if self.client.review_due.is_some_and(|day| day <= today) {
            lines.push(line(match self.client.facts.client.reviewed_on {
                Some(on) => Message::new("prep-ask-review").with("on", on),
                None => Message::new("prep-ask-review-never"),
            }));
        }
        self.put("questions", "prep-questions", lines);
    }
}

fn point(p: &PointDetail) -> Message {
    let kind = Message::new(point_id(p.kind));
    let label = filled(p.label.as_deref());
    Message::new("prep-point")
        .with("kind", kind)
        .with("value", one(&p.value))
        .with("label", label.map(one).unwrap_or_default())
        .with("has-label", i64::from(label.is_some()))
}

/// The sheet as Markdown. Whatever the user typed stands in it as text: it makes no heading, link or list of its own.
pub fn sheet(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail, words: &Words) -> String {
    markdown(&of(snapshot, client, detail), snapshot, words)
}

/// A gathered sheet as Markdown.
pub fn markdown(prep: &Prep, snapshot: &Snapshot, words: &Words) -> String {
    let now = &snapshot.now;
    let say = |message: &Message| escape(&words.say(message, now));
    let mut out = format!("# {}\n", say(&prep.title));
    for warning in &prep.warnings {
        out.push_str(&format!("\n> **{}**\n", say(warning)));
    }
    for section in &prep.sections {
        out.push_str(&format!("\n## {}\n\n", say(&section.title)));
        for line in &section.lines {
            let late = if line.late { format!(" **({})**", words.get("prep-late")) } else { String::new() };
            let indent = if line.inner { "  " } else { "" };
            out.push_str(&format!("{indent}- {}{late}\n", say(&line.words)));
            if let Some(note) = &line.note {
                out.push_str(&format!("{indent}  - {}\n", escape(&one(note))));
            }
        }
    }
    out
}

/// Text in which nothing is Markdown any more. What stands inside a word (`a_b`) is left as it is.
pub fn escape(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    let in_word = |n: usize| n > 0 && chars.get(n + 1).is_some_and(|c| c.is_alphanumeric()) && chars[n - 1].is_alphanumeric();
    // At the start of a line also these begin something: a heading, a list, a rule, a numbered item.
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let numbered = digits > 0 && chars.get(digits).is_some_and(|c| matches!(c, '.' | ')'));
    for (n, c) in chars.iter().enumerate() {
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '_' => !in_word(n),
            '#' | '+' | '-' | '=' => n == 0,
            '.' | ')' => numbered && n == digits,
            // `&amp;` would be read as a sign, `R&D` would not.
            '&' => chars[n + 1..].iter().take(32).find(|c| !c.is_ascii_alphanumeric() && **c != '#') == Some(&';'),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(*c);
    }
    out
}
