//! What a template can say: names, the case, limits, the client's own plan, each as words of the language. How a text is filled is
//! `engine`'s; which text is offered when, `mod`'s.

use super::progress;
use crate::config::Config;
use crate::domain::complaint::{Limit, Run, clock};
use crate::domain::day::{Moment, Now};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::domain::zone::{Hours, Span};
use crate::i18n::{Lang, Words};
use crate::portfolio::cases::{cause_words, kind_id, status_id};
use crate::portfolio::projects::Progress;
use crate::portfolio::{Assessed, Case, Snapshot};
use crate::store::{CaseDetail, ClientDetail, PersonDetail};
use serde_json::{Map, Value, json};

/// Whom and what a draft is about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The book.
    pub snapshot: &'a Snapshot,
    /// The client.
    pub client: &'a Assessed,
    /// What the fold leaves out of it.
    pub detail: &'a ClientDetail,
    /// The case with its texts.
    pub case: Option<(&'a Case, &'a CaseDetail)>,
    /// The record of the project it is about.
    pub project: Option<&'a Progress>,
    /// The row it is about, where that is neither: an appointment, an invoice, an offer, a care date.
    pub about: Option<Target>,
    /// The user's own name; empty where none is configured.
    pub me: &'a str,
    /// The user's own mail address; empty where none is configured.
    pub mail: &'a str,
    /// The language it is written in.
    pub words: &'a Words,
    /// The moment it is written.
    pub now: &'a Now,
}

impl<'a> Subject<'a> {
    /// A client and nothing else, signed as it is configured.
    pub fn new(
        snapshot: &'a Snapshot,
        client: &'a Assessed,
        detail: &'a ClientDetail,
        config: &'a Config,
        words: &'a Words,
    ) -> Subject<'a> {
        let me = config.name.as_deref().or(config.messages.from.as_ref().map(|from| from.name.as_str())).unwrap_or_default();
        let mail = config.messages.from.as_ref().map(|from| from.mail.as_str()).unwrap_or_default();
        Subject { snapshot, client, detail, case: None, project: None, about: None, me, mail, words, now: &snapshot.now }
    }
}

/// Days of the week as the catalogue names them, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Subject<'_> {
    /// The values by name. Without a case there is no `case`, without a project no `project`, and so for an appointment, an invoice, an
    /// opportunity, a care date; everything else is always there, empty where it is not known.
    pub fn values(&self) -> Value {
        let mut all = Map::new();
        let person = self.person();
        all.insert(
            "client".into(),
            json!({ "name": self.client.name(), "is_person": self.client.facts.client.kind == ClientKind::Person }),
        );
        all.insert("person".into(), json!({ "name": person, "salutation": self.salutation(person) }));
        all.insert("me".into(), json!({ "name": self.me, "mail": self.mail, "hours": self.hours() }));
        if let Some((case, detail)) = self.case {
            all.insert("case".into(), self.case_words(case, detail));
        }
        if let Some(progress) = self.project {
            all.insert("project".into(), progress::words(self, progress));
        }
        self.topic_words(&mut all);
        all.insert("review".into(), self.review_words());
        let (first, solution) = self.limits();
        all.insert(
            "limits".into(),
            json!({ "first_response": self.say(&first.message()), "solution": self.say(&solution.message()) }),
        );
        all.insert("process".into(), self.process().into());
        all.insert("cadence".into(), self.cadence().into());
        all.insert("today".into(), self.words.long_day(self.now.today(), self.now).into());
        Value::Object(all)
    }

    pub(super) fn say(&self, message: &Message) -> String {
        self.words.say(message, self.now)
    }

    /// The person who said it or whose day it is, else the first one known.
    pub(super) fn addressed(&self) -> Option<&PersonDetail> {
        let of_case = self.case.and_then(|(case, _)| case.row.person);
        let whose = of_case.or_else(|| self.greeted().and_then(|g| g.person));
        whose.and_then(|id| self.detail.people.iter().find(|p| p.id == id)).or(self.detail.people.first())
    }

    /// Who is written to: the person who said it, else the first one known, else the client itself where it is a person.
    fn person(&self) -> &str {
        match self.addressed() {
            Some(person) => &person.name,
            None if self.client.facts.client.kind == ClientKind::Person => self.client.name(),
            None => "",
        }
    }

    /// How they are addressed, without what follows the name in a letter.
    fn salutation(&self, person: &str) -> String {
        let (id, name) = if person.is_empty() { ("draft-dear-all", self.client.name()) } else { ("draft-dear", person) };
        // The name goes in as it stands: a message would write its invisible characters out.
        self.say(&Message::new(id).with("name", "@")).replacen('@', name, 1)
    }

    /// First response and solution: of the case, else what a complaint of this client would have.
    fn limits(&self) -> (Limit, Limit) {
        match self.case {
            Some((case, _)) => self.snapshot.clocks.limits(&case.row),
            None => {
                let rules = &self.snapshot.policy.complaints;
                let (first, solution) = rules.limits(ComplaintKind::Complaint, self.client.tier.tier, false);
                let agreed = self.detail.response_hours;
                (agreed.map_or(first, |hours| Limit::hours(hours, first.clock)), solution)
            }
        }
    }

    /// What the client is told it will be ready by: what was promised before and still lies ahead, else the limit of the solution, else
    /// that limit counted from now.
    pub fn promise(&self) -> Option<Moment> {
        let (case, _) = self.case?;
        let ahead = |at: &Moment| *at > self.now.instant;
        let readings = self.snapshot.readings(case, self.now);
        let running = readings.solution.filter(|r| r.stopped.is_none()).map(|r| r.due);
        let anew = || {
            let run = Run { from: self.now.instant, pauses: Vec::new(), stopped: None };
            let time = &self.snapshot.clocks.terms(&case.row).time;
            clock::read(readings.solution_limit, &run, time, self.now.zone, self.now.instant).due
        };
        case.progress.promised.filter(ahead).or(running.filter(ahead)).or_else(|| Some(anew()).filter(ahead))
    }

    fn case_words(&self, case: &Case, detail: &CaseDetail) -> Value {
        let row = &case.row;
        let promised = self.promise().map(|at| self.words.long_moment(at, self.now));
        // What they refused is not offered again.
        let refused = case.progress.status == CaseStatus::Rejected;
        json!({
            "no": row.no,
            "kind": self.words.get(kind_id(row.kind)),
            "text": row.text,
            "opened": self.words.long_day(row.opened.day(self.now.zone), self.now),
            "demand": detail.demand.as_deref().unwrap_or_default(),
            "cause": row.cause.as_deref().map(|cause| self.say(&cause_words(cause))).unwrap_or_default(),
            "promised": promised.unwrap_or_default(),
            "status": self.words.get(status_id(case.progress.status)),
            "offer": if refused { String::new() } else { said_last(detail, CaseEventKind::Propose) },
            "refused": refused,
            "solution": said_last(detail, CaseEventKind::Resolve),
            "remedy": row.remedy.map(|money| money.to_string()).unwrap_or_default(),
        })
    }

    /// The steps that follow, in words (S78).
    fn process(&self) -> Vec<String> {
        let kind = self.case.map_or(ComplaintKind::Complaint, |(case, _)| case.row.kind);
        let days = match self.case {
            Some((case, _)) => self.snapshot.clocks.terms(&case.row).rules.follow_up,
            None => self.snapshot.policy.complaints.follow_up,
        };
        let steps = match kind {
            ComplaintKind::Enquiry | ComplaintKind::Suggestion => ["draft-step-read", "draft-step-answer"].as_slice(),
            _ => ["draft-step-look", "draft-step-offer", "draft-step-mend", "draft-step-ask"].as_slice(),
        };
        steps.iter().map(|id| self.say(&Message::new(id).with("days", days))).collect()
    }

    /// The client's own plan in words, one line a contact (S7).
    fn cadence(&self) -> Vec<String> {
        let line = |channel: Channel, every: Interval| {
            let every = match every {
                Interval::Days(n) if n % 7 == 0 => Message::new("draft-every-weeks").with("n", n / 7),
                Interval::Days(n) => Message::new("draft-every-days").with("n", n),
                Interval::Months(n) => Message::new("draft-every-months").with("n", n),
            };
            let channel = self.words.get(&format!("draft-channel-{}", channel.code()));
            self.say(&Message::new("draft-cadence").with("channel", channel).with("every", every))
        };
        self.client.plan.iter().map(|r| line(r.channel, r.every)).collect()
    }

    /// The weekly hours in words, days of the same hours together.
    fn hours(&self) -> String {
        let Hours(week) = self.snapshot.time.hours();
        let day = |n: usize| self.words.get(&format!("cli-day-{}", DAYS[n]));
        let mut parts: Vec<String> = Vec::new();
        let mut first = 0;
        while first < week.len() {
            let spans: &[Span] = &week[first];
            let last = (first..week.len()).take_while(|n| week[*n] == week[first]).last().unwrap_or(first);
            if !spans.is_empty() {
                let days = match last - first {
                    0 => day(first),
                    _ => self.say(&Message::new("draft-days").with("from", day(first)).with("to", day(last))),
                };
                parts.push(format!("{days} {}", Hours::day_text(spans)));
            }
            first = last + 1;
        }
        parts.join(if self.words.lang == Lang::Zh { "；" } else { "; " })
    }
}

/// What was said at the newest event of a kind that still stands.
fn said_last(detail: &CaseDetail, kind: CaseEventKind) -> String {
    let corrected = |id| detail.events.iter().any(|e| e.event.corrects == Some(id));
    let of_kind = detail.events.iter().rev().find(|e| e.event.kind == kind && !corrected(e.event.id));
    of_kind.and_then(|e| e.text.clone()).unwrap_or_default()
}
