//! Care dates over the book: whose birthday, anniversary or holiday falls on which day, and what was done about it (S47, S87).
//! On which day of a year a date falls is `domain::care`'s, what is written to the client `messages`'.

use super::assess::{Assessed, Under};
use super::gifts;
use super::load::Snapshot;
use super::queue::{Item, Section};
use crate::domain::action::{Action, NewTouch};
use crate::domain::care::{CareDateRow, Occurrence, Rule, gregorian};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::ClientRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::occasion::{Code, Culture, Cultures, Occasion};
use crate::domain::policy::CareRules;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::store::ClientDetail;
use crate::text;
use chrono::Datelike;
use std::collections::{BTreeMap, HashSet};

/// Days around a date within which something done about it was meant for it, although its day was corrected since.
const CORRECTED: i32 = 45;

/// A care date on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct CareDay {
    /// The day.
    pub day: Day,
    /// Whose; `None` of a holiday.
    pub client: Option<Id>,
    /// Who is to be greeted on a holiday.
    pub clients: Vec<Id>,
    /// Who was greeted on a holiday, or let pass.
    pub settled: Vec<Id>,
    /// Care date, anniversary or holiday.
    pub target: Target,
    /// The person whose date it is.
    pub person: Option<Id>,
    /// What it is, in words.
    pub title: Message,
    /// How its day was found; a holiday's file says its own.
    pub rule: Rule,
    /// How many years it is, where the first one is known.
    pub years: Option<i32>,
    /// Days before it from which it is shown.
    pub lead: i32,
    /// What was done about it.
    pub done: Option<CareDone>,
}

/// The language a client is written to in: said, else shown by the letters of its name, else the user's own.
pub fn language(client: &ClientRow, cultures: &Cultures) -> Language {
    let chinese = || client.name.chars().any(text::is_han).then_some(Language::Zh);
    client.language.or_else(chinese).unwrap_or(cultures.language)
}

/// The culture whose holidays a client keeps: said, else that of its language.
pub fn culture<'c>(client: &ClientRow, cultures: &'c Cultures) -> Option<&'c Culture> {
    let usual = match language(client, cultures) {
        Language::Zh => "cn",
        Language::En => "western",
    };
    cultures.get(client.culture.as_deref().unwrap_or(usual))
}

/// Whether a complaint of the client is not put right yet: then one calls rather than writes.
pub fn has_open_case(client: &Assessed) -> bool {
    let wrong = |kind| matches!(kind, ComplaintKind::Complaint | ComplaintKind::Conflict);
    client.cases.iter().any(|case| case.progress.status.is_unsettled() && wrong(case.row.kind))
}

/// How a client is greeted: as it likes best, where that can be written or is a call; else on its phone, else by mail. In the middle of
/// a complaint by a call.
pub fn greeting_channel(client: &Assessed) -> Channel {
    if has_open_case(client) {
        return Channel::Call;
    }
    let (row, points) = (&client.facts.client, &client.facts.points);
    let liked = row.preferred_channel.filter(|c| c.is_sent() || *c == Channel::Call);
    let known = || match (points.phone + points.wechat, points.email) {
        (0, 1..) => Channel::Email,
        _ => Channel::Message,
    };
    liked.filter(|c| *c != Channel::Unknown).unwrap_or_else(known)
}

/// A greeting on a care date.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// Care date, anniversary or holiday.
    pub target: Target,
    /// The day it falls on.
    pub day: Day,
    /// To whom, where it is a person's day.
    pub person: Option<Id>,
    /// How; as the client is greeted where it is not said.
    pub channel: Option<Channel>,
    /// What was said.
    pub note: Option<String>,
    /// When.
    pub at: Moment,
}

/// A care date let pass this year.
pub fn skip_care(client: Id, occasion: Target, day: Day) -> Action {
    Action::DoneCare { client, occasion, day, how: CareDone::Skipped, touch: None }
}

/// What a yearly date is, without the year.
pub fn date_title(row: &CareDateRow) -> Message {
    title(row, None)
}

/// When a yearly date is next, and by which rule.
pub fn next_words(row: &CareDateRow, next: Occurrence) -> Message {
    let id = if next.rule.words().is_some() { "care-next-moved" } else { "care-next" };
    let told = Message::new(id).with("title", title(row, row.years_in(next))).with("day", next.day);
    match next.rule.words() {
        Some(rule) => told.with("rule", rule),
        None => told,
    }
}

/// What stands behind a care date on a day: the date in its calendar, the rule that moved it, its lead time, and what was done about it
/// the last time.
pub fn behind(client: &Assessed, target: Target, day: Day) -> Vec<Message> {
    let mut out = Vec::new();
    let row = match target {
        Target::Care(id) => client.facts.care_dates.iter().find(|row| row.id == id),
        _ => None,
    };
    if let Some(row) = row {
        out.push(Message::new("care-date-is").with("date", row.yearly().words()).with("day", day));
        let found = row.between(day, day).into_iter().find_map(|o| o.rule.words());
        out.extend(found);
        out.extend(row.lead.filter(|n| *n > 0).map(|n| Message::new("care-lead-is").with("days", n)));
    }
    if let (Target::Anniversary, Some(began)) = (target, client.facts.began) {
        out.push(Message::new("care-began").with("day", began));
    }
    if target.is_care() {
        let before = client.facts.care_done.iter().filter(|d| d.occasion == target && day.since(d.day) > CORRECTED);
        out.push(match before.max_by_key(|d| (d.day, d.at)) {
            Some(d) => {
                let id = match d.how {
                    CareDone::Greeted => "care-last-greeted",
                    CareDone::Skipped => "care-last-skipped",
                };
                Message::new(id).with("day", d.day)
            }
            None => Message::new("care-last-none"),
        });
    }
    out
}

/// What was said on a care date the last time, and what was given: nobody repeats himself.
pub fn said_before(client: &Assessed, detail: &ClientDetail, target: Target, day: Day) -> Vec<Message> {
    let before = client.facts.care_done.iter().filter(|d| d.occasion == target && day.since(d.day) > CORRECTED);
    let touch = before.max_by_key(|d| (d.day, d.at)).and_then(|d| d.touch);
    let touch = touch.and_then(|id| detail.touches.iter().find(|t| t.row.id == id));
    let said = touch.and_then(|t| Some((t.row.channel, t.note.as_deref().filter(|n| !n.trim().is_empty())?)));
    let told = said.map(|(channel, note)| {
        Message::new("care-last-said").with("channel", channel).with("note", text::one_line(note).into_owned())
    });
    let note = match target {
        Target::Care(id) => detail.care_dates.iter().find(|c| c.id == id).and_then(|c| c.note.as_deref()),
        _ => None,
    };
    let note = note.map(|note| Message::new("plain-text").with("text", text::one_line(note).into_owned()));
    note.into_iter().chain(told).chain(gifts::last(detail, day)).collect()
}

/// Whether a client is greeted at all: nobody who was stopped or lost.
fn is_greeted(client: &Assessed, tiers: &[Tier]) -> bool {
    let here = client.facts.exists && matches!(client.status, Status::Active | Status::Dormant | Status::Lead);
    here && tiers.contains(&client.tier.tier.unwrap_or(Tier::C))
}

/// What was done about an occasion that fell on this day.
pub fn done(client: &Assessed, target: Target, day: Day) -> Option<CareDone> {
    let of = client.facts.care_done.iter().filter(|d| d.occasion == target && d.day.since(day).abs() <= CORRECTED);
    // A greeting holds whatever else was said.
    of.map(|d| d.how).min()
}

/// The yearly dates of one client from `first` to `last`: birthdays, its own dates, and the anniversary of the first project.
pub(super) fn of_client(client: &Assessed, rules: &CareRules, first: Day, last: Day) -> Vec<CareDay> {
    let mut out = Vec::new();
    let facts = &client.facts;
    let one = |target, person, title, o: Occurrence, years, lead: Option<i32>| CareDay {
        day: o.day,
        client: Some(client.id()),
        clients: Vec::new(),
        settled: Vec::new(),
        target,
        person,
        title,
        rule: o.rule,
        years,
        lead: lead.unwrap_or(rules.lead),
        done: done(client, target, o.day),
    };
    if !facts.care_dates.is_empty() && is_greeted(client, &rules.birthdays) {
        for row in &facts.care_dates {
            for o in row.between(first, last) {
                let years = row.years_in(o);
                out.push(one(Target::Care(row.id), row.person, title(row, years), o, years, row.lead));
            }
        }
    }
    // A date of its own says it better than the first project.
    let own = facts.care_dates.iter().any(|row| row.kind == CareKind::Anniversary);
    if let Some(began) = facts.began.filter(|_| !own && is_greeted(client, &rules.anniversaries)) {
        let (month, day, year) = (began.date().month() as u8, began.date().day() as u8, began.date().year());
        for o in (first.date().year()..=last.date().year()).filter_map(|year| gregorian(year, month, day)) {
            let years = o.year - year;
            if years > 0 && (first..=last).contains(&o.day) {
                let title = Message::new("care-anniversary").with("years", years);
                out.push(one(Target::Anniversary, None, title, o, Some(years), None));
            }
        }
    }
    out
}

/// What a yearly date is, in words.
fn title(row: &CareDateRow, years: Option<i32>) -> Message {
    let id = match (row.kind, &row.name) {
        (CareKind::Birthday, _) => "care-birthday",
        (CareKind::Anniversary, None) => "care-own-anniversary",
        (_, _) => "care-named",
    };
    Message::new(id)
        .with("name", row.name.as_deref().map(|n| text::one_line(n).into_owned()).unwrap_or_default())
        .with("whose", row.whose.as_deref().map(|n| text::one_line(n).into_owned()).unwrap_or_default())
        .with("has-whose", i64::from(row.whose.is_some()))
        .with("years", years.unwrap_or(0))
        .with("lunar", i64::from(row.calendar == Calendar::Lunar))
}

/// The holidays from `first` to `last` on which clients are greeted, one for all who keep it. `today` says who put it off.
pub(super) fn holidays(clients: &[Assessed], under: Under<'_>, today: Day, first: Day, last: Day) -> Vec<CareDay> {
    let rules = &under.policy.care;
    let mut days: BTreeMap<(Day, Code), (&Occasion, Vec<&str>)> = BTreeMap::new();
    for culture in under.cultures.all.iter() {
        for year in first.date().year()..=last.date().year() {
            for (occasion, day) in culture.days(year) {
                if occasion.greet && (first..=last).contains(&day) {
                    days.entry((day, occasion.code)).or_insert((occasion, Vec::new())).1.push(culture.code.as_str());
                }
            }
        }
    }
    if days.is_empty() {
        return Vec::new();
    }
    let kept: Vec<(&Assessed, &str)> = clients
        .iter()
        .filter(|c| is_greeted(c, &rules.holidays) && c.status != Status::Lead)
        .filter_map(|c| Some((c, culture(&c.facts.client, under.cultures)?.code.as_str())))
        .collect();
    let mut out = Vec::new();
    for ((day, code), (occasion, cultures)) in days {
        let target = Target::Holiday(code);
        let text = target.to_string();
        let put_off = |c: &Assessed| {
            c.facts.deferrals.iter().any(|d| d.kind == DeferralKind::Snooze && d.target == text && d.until > today)
        };
        let (mut open, mut settled) = (Vec::new(), Vec::new());
        for (client, _) in kept.iter().filter(|(_, code)| cultures.contains(code)) {
            match done(client, target, day) {
                Some(_) => settled.push(client.id()),
                None if put_off(client) => {}
                None => open.push(client.id()),
            }
        }
        if open.is_empty() && settled.is_empty() {
            continue;
        }
        let title = Message::new("care-holiday").with("name", occasion.name(under.cultures.language));
        out.push(CareDay {
            day,
            client: None,
            done: open.is_empty().then_some(CareDone::Greeted),
            clients: open,
            settled,
            target,
            person: None,
            title,
            rule: Rule::Exact,
            years: None,
            lead: rules.lead,
        });
    }
    out
}

/// The first day on which a care date stands in Today: its lead time before it, and on the last working day before a day off.
fn enters(care: &CareDay, under: Under<'_>) -> Day {
    let worked = (0..10).map(|n| care.day.plus(-n)).find(|day| under.time.is_working(*day)).unwrap_or(care.day);
    worked.min(care.day.plus(-care.lead))
}

/// The care date as an item of a day; `None` when it does not stand on it.
fn item(care: &CareDay, under: Under<'_>, today: Day, troubled: usize) -> Option<Item> {
    let late = today.since(care.day);
    if care.done.is_some() || late > under.policy.care.belated || today < enters(care, under) {
        return None;
    }
    let id = match (late, care.clients.len()) {
        (..0, 0) => "reason-care-ahead",
        (0, 0) => "reason-care",
        (_, 0) => "reason-care-belated",
        (..0, _) => "reason-holiday-ahead",
        (0, _) => "reason-holiday",
        (_, _) => "reason-holiday-belated",
    };
    let reason = Message::new(id)
        .with("title", care.title.clone())
        .with("day", care.day)
        .with("days", late.abs())
        .with("clients", care.clients.len());
    // A wish in writing in the middle of a complaint is out of tune.
    let reason = match (troubled, care.client) {
        (0, _) => reason,
        (_, Some(_)) => Message::new("reason-care-case").with("reason", reason),
        (n, None) => Message::new("reason-holiday-case").with("reason", reason).with("n", n),
    };
    Some(Item {
        kind: ItemKind::Care,
        client: care.client,
        clients: care.clients.clone(),
        target: care.target,
        channel: None,
        due: care.day,
        at: None,
        warn: None,
        clock: (0, 0),
        late_days: late.max(0),
        // It is no promise that was broken: it can be made good, or let pass.
        overdue: false,
        retry: false,
        snoozed: 0,
        quadrant: 4,
        chosen: None,
        ask_survey: false,
        priority: 0.0,
        importance: 0.5,
        urgency: if late < 0 { 0.5 } else { 1.0 },
        section: if late < 0 { Section::Rest } else { Section::ByTheClock },
        fits: true,
        reason,
    })
}

/// The days a care date can have to stand in Today on this one.
fn window(rules: &CareRules, longest_lead: i32, today: Day) -> (Day, Day) {
    (today.plus(-rules.belated), today.plus(longest_lead.max(rules.lead).max(10)))
}

/// The care dates of one client that stand on a day.
pub(super) fn items_of(client: &Assessed, under: Under<'_>, today: Day) -> Vec<Item> {
    let rules = &under.policy.care;
    if client.facts.care_dates.is_empty() && client.facts.began.is_none() {
        return Vec::new();
    }
    let lead = client.facts.care_dates.iter().filter_map(|row| row.lead).max().unwrap_or(0);
    let (first, last) = window(rules, lead, today);
    let troubled = usize::from(has_open_case(client));
    of_client(client, rules, first, last).iter().filter_map(|care| item(care, under, today, troubled)).collect()
}

/// The holidays that stand on a day.
pub(super) fn holiday_items(clients: &[Assessed], under: Under<'_>, today: Day) -> Vec<Item> {
    let (first, last) = window(&under.policy.care, 0, today);
    let all = holidays(clients, under, under.now.today(), first, last);
    let troubled: HashSet<Id> = clients.iter().filter(|c| has_open_case(c)).map(Assessed::id).collect();
    let of = |care: &CareDay| care.clients.iter().filter(|id| troubled.contains(id)).count();
    all.iter().filter_map(|care| item(care, under, today, of(care))).collect()
}

impl Snapshot {
    /// A client greeted now: the contact, and that the care date is done with.
    pub fn greet(&self, client: Id, wish: Wish) -> Action {
        let usual = || self.client(client).map_or(Channel::Message, greeting_channel);
        let touch = NewTouch {
            client,
            person: wish.person,
            channel: wish.channel.unwrap_or_else(usual),
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at: wish.at,
            minutes: None,
            flag: None,
            note: wish.note,
            again: None,
        };
        Action::DoneCare { client, occasion: wish.target, day: wish.day, how: CareDone::Greeted, touch: Some(Box::new(touch)) }
    }

    /// Every care date from `first` to `last`, by day, what is done with among them.
    pub fn care(&self, first: Day, last: Day) -> Vec<CareDay> {
        let under = self.under();
        let mut out: Vec<CareDay> = self.present().flat_map(|c| of_client(c, &self.policy.care, first, last)).collect();
        out.extend(holidays(&self.clients, under, self.now.today(), first, last));
        out.sort_by_key(|c| (c.day, c.client.is_some(), c.client, c.target));
        out
    }
}
