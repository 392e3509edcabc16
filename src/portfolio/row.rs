//! What every face shows of a row alike: when, what, and how the client is reached. How wide or in which colour is a face's business.

use super::cases::{Case, Readings, Stand};
use super::queue::{Item, Section};
use super::{Assessed, Snapshot};
use crate::domain::complaint::Clock;
use crate::domain::day::{Moment, Now};
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::{Channel, ItemKind, PointKind};
use crate::store::{ClientDetail, PointDetail};

/// How much a case presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alarm {
    /// It does not.
    Calm,
    /// Less than a quarter of its limit is left.
    Soon,
    /// Nobody has answered, or a limit is broken.
    Now,
}

impl Alarm {
    /// How much a case presses: what is put right does not any more.
    pub fn of(case: &Case, readings: &Readings, stand: &Stand) -> Alarm {
        match stand {
            _ if !case.is_unsettled() => Alarm::Calm,
            Stand::Answer(_) => Alarm::Now,
            _ if readings.is_breached() => Alarm::Now,
            Stand::Solve(reading) if reading.used >= 0.75 => Alarm::Soon,
            _ => Alarm::Calm,
        }
    }

    /// The most pressing of a client's cases; `None` without an unsettled one.
    pub fn of_client(book: &Snapshot, client: &Assessed, now: &Now) -> Option<Alarm> {
        let each = client.cases.iter().filter(|c| c.is_unsettled()).map(|case| {
            let readings = book.readings(case, now);
            Alarm::of(case, &readings, &readings.stand(case))
        });
        each.max()
    }
}

/// When, of a case: how long its clock has left or how far it is past its limit, else how long the client is waited for.
pub fn when_case(book: &Snapshot, case: &Case, now: &Now) -> Message {
    let readings = book.readings(case, now);
    when_stands(case, &readings, &readings.stand(case), now)
}

/// The same of clocks that were read already.
pub fn when_stands(case: &Case, readings: &Readings, stand: &Stand, now: &Now) -> Message {
    let limit = if matches!(stand, Stand::Answer(_)) { readings.first_limit } else { readings.solution_limit };
    let ago =
        |id: &'static str, since: Moment| Message::new(id).with("span", clock_span(now.instant.0 - since.0, Clock::Calendar));
    match *stand {
        Stand::Answer(r) | Stand::Solve(r) if r.is_late(now.instant) => {
            Message::new("when-case-late").with("span", clock_span(-r.left, limit.clock))
        }
        Stand::Answer(r) | Stand::Solve(r) => Message::new("when-case-left").with("span", clock_span(r.left, limit.clock)),
        Stand::Open => Message::new("when-case-open"),
        Stand::Waiting(since) => ago("when-case-waiting", since),
        Stand::Offered(since) => ago("when-case-offered", since),
        Stand::FollowUp(day) => match day.since(now.today()) {
            0 => Message::new("when-case-ask-today"),
            days @ 1.. => Message::new("when-in").with("span", span(days)),
            days => Message::new("when-since").with("span", span(-days)),
        },
        Stand::Close => Message::new("when-case-mark"),
        Stand::Closed => {
            Message::new("when-case-closed").with("day", case.progress.closed.unwrap_or(case.row.opened).day(now.zone))
        }
    }
}

/// A length of a clock short enough for a column: minutes, hours with minutes, from ten on hours, of all time days from two on.
fn clock_span(seconds: i64, clock: Clock) -> Message {
    let minutes = seconds.max(0) / 60;
    match (clock, minutes) {
        (Clock::Calendar, 2880..) => Message::new("span-days").with("n", minutes / (24 * 60)),
        (_, ..60) => Message::new("span-minutes").with("n", minutes),
        (_, 60..600) if minutes % 60 > 0 => {
            Message::new("span-clock").with("hours", minutes / 60).with("minutes", format!("{:02}", minutes % 60))
        }
        _ => Message::new("span-hours").with("n", minutes / 60),
    }
}

/// How long a client has been waiting, in their own time: minutes, hours up to four days, then days.
pub fn watch(seconds: i64) -> Message {
    match seconds.max(0) / 60 {
        minutes @ ..60 => Message::new("head-minutes").with("minutes", minutes),
        minutes @ 60..5760 => Message::new("watch-hours").with("n", minutes / 60),
        minutes => Message::new("watch-days").with("n", minutes / (24 * 60)),
    }
}

/// When: how late, again after a try, how long until a notice day, new, or due. `None` where a day says nothing (reviews, offers)
/// or a time of today stands instead.
pub fn when(book: &Snapshot, item: &Item, now: &Now) -> Option<Message> {
    if let (Some(client), Target::Complaint(id)) = (item.client, item.target) {
        return book.case(client, id).map(|case| when_case(book, case, now));
    }
    let since = |id| Message::new(id).with("span", span(item.late_days));
    Some(match item.kind {
        _ if item.at.is_some_and(|at| at.day(now.zone) == now.today()) => return None,
        ItemKind::Lead => Message::new("when-new"),
        ItemKind::Tier | ItemKind::Review => return None,
        ItemKind::Playbook if is_offer(item) => return None,
        ItemKind::Care if item.late_days > 0 => since("when-belated"),
        ItemKind::Care if item.due == now.today() => Message::new("when-today"),
        _ if item.overdue && item.late_days > 0 => since("when-late"),
        _ if item.retry => Message::new("when-retry"),
        _ if item.due > now.today() => Message::new("when-in").with("span", span(item.due.since(now.today()))),
        _ if item.late_days > 0 => since("when-since"),
        _ => Message::new("when-due"),
    })
}

/// A number of days short enough for a column: in days, then weeks, months, years.
fn span(days: i32) -> Arg {
    let (id, n) = match days {
        ..14 => ("span-days", days),
        14..63 => ("span-weeks", days / 7),
        63..365 => ("span-months", days / 30),
        _ => ("span-years", (days / 365).min(99)),
    };
    Message::new(id).with("n", n).into()
}

/// What is to be done, one short word: the channel of a contact, else the kind of item.
pub fn what(item: &Item) -> Message {
    Message::new(match (item.kind, item.channel) {
        (ItemKind::Contact | ItemKind::Appointment, Some(channel)) if channel != Channel::Unknown => {
            return what_channel(channel);
        }
        (ItemKind::Appointment, _) => "what-appointment",
        (ItemKind::Task, _) if matches!(item.target, Target::Improvement(_)) => "what-improve",
        (ItemKind::Task, _) if matches!(item.target, Target::Milestone(_)) => "what-milestone",
        (ItemKind::Task, _) if matches!(item.target, Target::Report(_)) => "what-report",
        (ItemKind::Task, _) if matches!(item.target, Target::Opportunity(_)) => "what-opportunity",
        // What the client or a helper owes is no promise of the user's.
        (ItemKind::Task, _) if item.section == Section::Rest => "what-owed",
        (ItemKind::Task, _) => "what-task",
        (ItemKind::Complaint, _) => "what-complaint",
        (ItemKind::Invoice, _) => "what-invoice",
        (ItemKind::Renewal, _) => "what-renewal",
        (ItemKind::Review, _) => "what-review",
        (ItemKind::Tier, _) => "what-tier",
        (ItemKind::Lead, _) => "what-lead",
        (ItemKind::Batch, _) => "what-batch",
        (ItemKind::Care, _) => "what-care",
        (ItemKind::Playbook, _) if is_offer(item) => "what-offer",
        (ItemKind::Playbook, _) => "what-step",
        _ => "what-contact",
    })
}

/// A channel as one short word.
pub fn what_channel(channel: Channel) -> Message {
    Message::new(match channel {
        Channel::Visit => "what-visit",
        Channel::Meeting => "what-meeting",
        Channel::Call => "what-call",
        Channel::Message => "what-message",
        Channel::Email => "what-email",
        Channel::Letter => "what-letter",
        Channel::Unknown => "what-contact",
    })
}

/// Whether it is a playbook that is offered, and no step of one.
fn is_offer(item: &Item) -> bool {
    matches!(item.target, Target::Onboarding | Target::BusinessReview)
}

/// How long so many minutes are: `40 min`, `2h`, `2h48`.
pub fn length(minutes: i64) -> Message {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => Message::new("head-minutes").with("minutes", minutes),
        (hours, 0) => Message::new("head-whole-hours").with("hours", hours),
        (hours, rest) => Message::new("head-hours").with("hours", hours).with("minutes", format!("{rest:02}")),
    }
}

/// Words above a block of Today.
pub fn heading(section: Section) -> Message {
    Message::new(match section {
        Section::Answer => "heading-answer",
        Section::ByTheClock => "heading-clock",
        Section::Promised => "heading-promised",
        Section::Contacts => "heading-contacts",
        Section::Rest => "heading-rest",
    })
}

/// Whether a kind of address serves a channel.
pub fn serves(kind: PointKind, channel: Channel) -> bool {
    match channel {
        Channel::Call => kind == PointKind::Phone,
        Channel::Message => matches!(kind, PointKind::Wechat | PointKind::Phone),
        Channel::Email => kind == PointKind::Email,
        Channel::Visit | Channel::Letter => kind == PointKind::Address,
        Channel::Meeting | Channel::Unknown => false,
    }
}

/// The addresses that can be used: those of the preferred channel first, else those of the channel that is due.
pub fn reach<'a>(client: &Assessed, detail: &'a ClientDetail, items: &[&Item]) -> Vec<&'a PointDetail> {
    let wanted = client.facts.client.preferred_channel.or_else(|| items.iter().find_map(|i| i.channel));
    let mut points: Vec<&PointDetail> = detail.points.iter().filter(|p| p.invalid_since.is_none()).collect();
    points.sort_by_key(|p| (!wanted.is_some_and(|c| serves(p.kind, c)), p.kind == PointKind::Url, p.rank));
    points
}
