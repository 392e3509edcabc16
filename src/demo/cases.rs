//! The cases of the sample: what is open stands at a sensible place of its clock whatever the hour and the day, what is closed is spread
//! over the past. The words are in `assets/demo/`; how a clock runs is `domain::complaint`'s.

use super::random::Random;
use super::texts::Texts;
use super::{DemoCase, DemoCaseEvent, DemoClient, DemoImprovement, Setting, Text};
use crate::domain::complaint::Rating;
use crate::domain::day::{Day, Moment};
use crate::domain::words::*;

/// Cases that were closed, in the small sample, and the days between them.
const CLOSED: usize = 20;
const APART: i32 = 15;
/// The newest of them is so old that its contacts decide nothing that is due today.
const NEWEST: i32 = 45;
/// Closed cases of a client and year, and the share of clients with an open one, in the large sample.
const PER_YEAR: f64 = 0.4;
const OPEN: f64 = 0.06;

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;

/// Where an open case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has answered; an hour and a half is left.
    Unanswered,
    /// Answered; the limit of the solution is near.
    Nearly,
    /// The client has to do something first.
    Waiting,
    /// An offer was made.
    Offered,
    /// The offer was refused.
    Refused,
    /// Put right, and the client is to be asked today.
    AskToday,
}

/// The open ones of the small sample: where they stand, and the client by its place. All but the first are clients with nothing due.
const SMALL: [(Stage, usize); 6] = [
    (Stage::Unanswered, 1),
    (Stage::Nearly, 3),
    (Stage::Waiting, 17),
    (Stage::Offered, 18),
    (Stage::Refused, 16),
    (Stage::AskToday, 19),
];

/// Gives the first `active` clients their cases.
pub(super) fn give(set: &Setting<'_>, clients: &mut [DemoClient], active: usize) {
    let Some(clients) = clients.get_mut(..active) else { return };
    if set.options.small {
        small(set, clients);
        return;
    }
    for (n, client) in clients.iter_mut().enumerate().filter(|(_, c)| !c.touches.is_empty()) {
        let mut random = Random::new(set.options.seed, 4_000_000 + n as u64);
        let years = f64::from(set.options.years.max(1));
        let mut ago = NEWEST + random.between(0, (365.0 / PER_YEAR) as i32);
        while f64::from(ago) < years * 365.0 {
            let turn = random.between(0, 999).unsigned_abs() as usize;
            closed(set, client, turn, ago, &mut random);
            ago += random.between(30, (730.0 / PER_YEAR) as i32);
        }
        if random.chance(OPEN) {
            let stages = [Stage::Unanswered, Stage::Nearly, Stage::Waiting, Stage::Offered, Stage::Refused, Stage::AskToday];
            let at = random.between(0, 5).unsigned_abs() as usize;
            let entry = set.texts.list("cases-open").get(at).copied().unwrap_or_default();
            let case = open(set, client, stages[at], entry, &mut random);
            client.cases.extend(case);
        }
    }
}

fn small(set: &Setting<'_>, clients: &mut [DemoClient]) {
    for (n, (stage, place)) in SMALL.into_iter().enumerate() {
        let mut random = Random::new(set.options.seed, 4_000_000 + n as u64);
        let entry = set.texts.list("cases-open").get(n).copied().unwrap_or_default();
        if let Some(client) = clients.get_mut(place) {
            let case = open(set, client, stage, entry, &mut random);
            client.cases.extend(case);
        }
    }
    let all = clients.len();
    for turn in 0..CLOSED {
        let mut random = Random::new(set.options.seed, 5_000_000 + turn as u64);
        let ago = NEWEST + turn as i32 * APART;
        let first = random.between(0, 99).unsigned_abs() as usize;
        // Whoever was there already and has been spoken with.
        let there = |c: &DemoClient| c.since < set.today.plus(-ago - 5) && !c.touches.is_empty();
        let place = (0..all).map(|n| (first + n * 7) % all.max(1)).find(|n| there(&clients[*n]));
        if let Some(client) = place.and_then(|n| clients.get_mut(n)) {
            closed(set, client, turn, ago, &mut random);
        }
    }
    conflict(set, clients);
    // One client complains again and again, and the last time what was done about it did not hold.
    for (turn, ago) in [(5, 88), (20, 38)] {
        let mut random = Random::new(set.options.seed, 5_600_000 + ago as u64);
        if let Some(client) = clients.get_mut(3).filter(|c| c.since < set.today.plus(-ago - 5)) {
            closed(set, client, turn, ago, &mut random);
        }
    }
}

/// Two clients at odds, settled with the help of somebody neutral.
fn conflict(set: &Setting<'_>, clients: &mut [DemoClient]) {
    let (ago, mut random) = (70, Random::new(set.options.seed, 5_500_000));
    let Some(client) = clients.get_mut(1).filter(|c| c.since < set.today.plus(-ago - 5)) else { return };
    let before = client.cases.len();
    closed(set, client, 0, ago, &mut random);
    let entry = set.texts.list("cases-conflict").first().copied().unwrap_or_default();
    if let (Some(case), true) = (client.cases.get_mut(before), all_there(set)) {
        case.kind = ComplaintKind::Conflict;
        case.cause = Some("other".into());
        case.text = Texts::parts(entry).2.into();
        case.other = Some(4);
        case.mediator = set.texts.list("mediator").first().map(|m| (*m).into());
    }
}

/// Whether the other side of the conflict is among the clients.
fn all_there(set: &Setting<'_>) -> bool {
    set.options.clients >= 8
}

/// What is done so that causes do not return: one was done and its cause came back, one is to be done this week.
pub(super) fn improvements(set: &Setting<'_>, clients: &[DemoClient]) -> Vec<DemoImprovement> {
    if clients.iter().all(|c| c.cases.is_empty()) {
        return Vec::new();
    }
    let list = set.texts.list("improvements");
    let entries = list.iter().zip([(-190, Some(-150), -155), (-20, None, 2)]);
    entries
        .map(|(entry, (created, done, due))| {
            let (cause, text, owner) = Texts::parts(entry);
            let at = |days: i32| opening(set, set.work_day(set.today.plus(days))).min(Moment(set.now.instant.0 - 1));
            DemoImprovement {
                cause: cause.into(),
                text: text.into(),
                owner: owner.into(),
                due: set.today.plus(due),
                created: at(created),
                done: done.map(at),
            }
        })
        .collect()
}

fn opening(set: &Setting<'_>, day: Day) -> Moment {
    set.time.opening_moment(day, set.now.zone)
}

/// A case without events.
fn case(set: &Setting<'_>, client: &DemoClient, entry: &'static str, opened: Moment, random: &mut Random) -> DemoCase {
    let (kind, cause, text) = Texts::parts(entry);
    let kind = ComplaintKind::parse(kind).unwrap_or(ComplaintKind::Complaint);
    let channel =
        *[Channel::Call, Channel::Message, Channel::Email].get(random.between(0, 2) as usize).unwrap_or(&Channel::Call);
    let demand = (kind == ComplaintKind::Complaint).then(|| random.pick(set.texts.list("case-demand")).into());
    DemoCase {
        kind,
        complex: false,
        opened,
        channel,
        text: text.into(),
        demand,
        cause: Some(cause).filter(|c| !c.is_empty()).map(Text::from),
        tier: client.tier_changes.last().map(|change| change.to),
        person: Some(0),
        other: None,
        mediator: None,
        remedy: None,
        events: Vec::new(),
    }
}

/// An event with its words from the list of its kind.
fn event(set: &Setting<'_>, kind: CaseEventKind, at: Moment, channel: Option<Channel>, random: &mut Random) -> DemoCaseEvent {
    let section = match kind {
        CaseEventKind::Acknowledge => "case-acknowledge",
        CaseEventKind::Propose => "case-propose",
        CaseEventKind::Reject => "case-reject",
        CaseEventKind::Waiting => "case-waiting",
        CaseEventKind::Resolve => "case-resolve",
        CaseEventKind::FollowUp => "case-follow-up",
        CaseEventKind::Reopen => "case-reopen",
        _ => "",
    };
    let words = set.texts.list(section);
    let text = (!words.is_empty()).then(|| random.pick(words).into());
    let minutes = (channel == Some(Channel::Call)).then(|| i64::from(random.between(4, 20)));
    DemoCaseEvent { kind, at, text, rating: None, promised: None, channel, minutes }
}

/// Makes what was offered, refused and done go with what it is about, where the lists have something for it.
fn pair(set: &Setting<'_>, case: &mut DemoCase) {
    let about = match case.cause.as_deref() {
        Some("quality") => 0,
        Some("price") => 1,
        Some("communication" | "attitude" | "delivery") => 2,
        _ => 3,
    };
    let refused = case.events.iter().position(|e| e.kind == CaseEventKind::Reject);
    for (n, event) in case.events.iter_mut().enumerate() {
        let (section, place) = match event.kind {
            // The offer after a refusal is another one.
            CaseEventKind::Propose if refused.is_some_and(|at| n > at) => ("case-propose", 4),
            CaseEventKind::Propose => ("case-propose", about),
            CaseEventKind::Reject => ("case-reject", about.min(2)),
            CaseEventKind::Resolve => ("case-resolve", [2, 1, 0, 0][about]),
            _ => continue,
        };
        let words = set.texts.list(section).get(place).map(|words| Text::from(*words));
        event.text = words.or_else(|| event.text.take());
    }
}

/// An open case at its stage. `None` where the client is too new for it.
fn open(set: &Setting<'_>, client: &DemoClient, stage: Stage, entry: &'static str, random: &mut Random) -> Option<DemoCase> {
    use CaseEventKind::*;
    let (now, zone) = (set.now.instant, set.now.zone);
    let ago = |days: u32, hour: i64, minute: i64| {
        let day = (0..days).fold(set.work_day(set.today), |day, _| set.working_before(day));
        Moment(day.start(zone).0 + hour * HOUR + minute * MINUTE)
    };
    let mail = Some(Channel::Email);
    let mut events = Vec::new();
    let opened = match stage {
        // Half an hour of the two is used up.
        Stage::Unanswered => set.time.worked_before(now, 30 * MINUTE, zone),
        Stage::Nearly => {
            let opened = Moment(now.0 - 21 * HOUR - 20 * MINUTE);
            events.push(event(set, Acknowledge, Moment(opened.0 + 25 * MINUTE), mail, random));
            opened
        }
        Stage::Waiting => {
            let opened = ago(2, 10, 20);
            events.push(event(set, Acknowledge, ago(2, 10, 50), Some(Channel::Call), random));
            events.push(event(set, Waiting, ago(2, 11, 30), None, random));
            opened
        }
        Stage::Offered => {
            // Answered hours later than promised, and offered something the same day.
            let opened = ago(3, 9, 40);
            events.push(event(set, Acknowledge, ago(3, 14, 35), Some(Channel::Call), random));
            let mut offer = event(set, Propose, ago(3, 16, 45), mail, random);
            offer.promised = Some(Moment(set.time.closing_moment(set.time.add_working(set.today, 2), zone).0));
            events.push(offer);
            opened
        }
        Stage::Refused => {
            let opened = ago(4, 9, 40);
            events.push(event(set, Acknowledge, ago(4, 10, 5), Some(Channel::Call), random));
            events.push(event(set, Propose, ago(4, 11, 30), mail, random));
            events.push(event(set, Reject, Moment(now.0 - 11 * HOUR), None, random));
            opened
        }
        Stage::AskToday => {
            let day = (0..3).fold(set.working, |day, _| set.working_before(day));
            let at = |hour: i64, minute: i64| Moment(day.start(zone).0 + hour * HOUR + minute * MINUTE);
            events.push(event(set, Acknowledge, at(9, 55), Some(Channel::Call), random));
            events.push(event(set, Resolve, at(15, 20), mail, random));
            at(9, 30)
        }
    };
    let mut case = case(set, client, entry, opened, random);
    case.events = events;
    pair(set, &mut case);
    let ends = case.events.last().map_or(opened, |e| e.at);
    (opened.day(zone) > client.since && ends < now).then_some(case)
}

/// Puts a case that began so many days ago and is closed into its client. `turn` decides how it went.
fn closed(set: &Setting<'_>, client: &mut DemoClient, turn: usize, ago: i32, random: &mut Random) {
    use CaseEventKind::*;
    let list = set.texts.list("cases");
    let entry = list.get(turn % list.len().max(1)).copied().unwrap_or_default();
    let day = set.work_day(set.today.plus(-ago));
    if day <= client.since {
        return;
    }
    let opened = set.moment(day, random);
    let mut case = case(set, client, entry, opened, random);
    let is_light = matches!(case.kind, ComplaintKind::Enquiry | ComplaintKind::Suggestion);
    case.complex = turn % 11 == 4 && !is_light;
    // One answer in eight came too late.
    let wait = if turn % 8 == 3 { i64::from(random.between(150, 400)) } else { i64::from(random.between(8, 95)) };
    let mut at = worked_after(set, opened, wait * MINUTE);
    let mut events = Vec::new();
    if turn % 6 == 1 {
        let tried = worked_after(set, opened, wait.min(20) * MINUTE / 2);
        events.push(event(set, Attempt, tried, Some(Channel::Call), random));
    }
    events.push(event(set, Acknowledge, at, Some(if is_light { Channel::Email } else { Channel::Call }), random));
    let mut later = |hours: i32, random: &mut Random| {
        at = worked_after(set, at, i64::from(random.between(hours * 40, hours * 80)) * MINUTE);
        at
    };
    if turn % 7 == 5 {
        events.push(event(set, Waiting, later(1, random), None, random));
        events.push(event(set, Resume, later(9, random), None, random));
    }
    if !is_light {
        events.push(event(set, Propose, later(2, random), Some(Channel::Email), random));
    }
    let refused = turn % 5 == 1 && !is_light;
    if refused {
        events.push(event(set, Reject, later(3, random), None, random));
        events.push(event(set, Propose, later(2, random), Some(Channel::Call), random));
    }
    let slow = if turn % 9 == 6 { 20 } else { 3 };
    events.push(event(set, Resolve, later(slow, random), Some(Channel::Email), random));
    if turn % 9 == 2 {
        let mut asked = event(set, FollowUp, later(24, random), Some(Channel::Call), random);
        asked.rating = Some(Rating::Mark(2));
        asked.text = set.texts.list("case-follow-up").last().map(|t| (*t).into());
        events.push(asked);
        events.push(event(set, Reopen, later(1, random), None, random));
        events.push(event(set, Resolve, later(4, random), Some(Channel::Call), random));
    }
    let mark = match turn % 10 {
        6 => Rating::Unreachable,
        1 | 8 => Rating::Mark(3),
        n => Rating::Mark(if n % 3 == 0 { 5 } else { 4 }),
    };
    let mut asked = event(set, Close, later(24, random), (mark != Rating::Unreachable).then_some(Channel::Call), random);
    asked.rating = Some(mark);
    // Closing is no answer of its own, so that the call it was asked in is not logged twice.
    asked.channel = None;
    events.push(asked);
    if refused || turn.is_multiple_of(4) && !is_light {
        case.remedy = Some(i64::from(random.between(4, 30)) * 1_000);
    }
    case.events = events;
    pair(set, &mut case);
    client.cases.push(case);
}

/// The moment to which so many seconds of working time lead from `from`.
fn worked_after(set: &Setting<'_>, from: Moment, seconds: i64) -> Moment {
    let (zone, first) = (set.now.zone, from.day(set.now.zone));
    let mut left = seconds;
    for n in 0..60 {
        let day = first.plus(n);
        for (open, close) in set.time.spans(day) {
            let (open, close) = (day.at(*open, zone).max(from), day.at(*close, zone));
            if close.0 - open.0 >= left {
                return Moment(open.0 + left);
            }
            left -= (close.0 - open.0).max(0);
        }
    }
    Moment(from.0 + seconds)
}
