//! Projects over the book: what each of them needs, in which order, and which of them stand still (S9, S21, S49, S143).
//! What a project says of itself is `domain::facts`'s; how the client is told of it is `messages`'s.

mod progress;

use super::assess::{Assessed, Under};
use super::load::Snapshot;
use crate::domain::day::{Day, Now};
use crate::domain::facts::{EngagementRow, MilestoneRow};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::zone::WorkingTime;
use crate::text;

pub use progress::Progress;

/// Days without movement after which a project is said to stand still.
pub const STILL: i32 = 14;

/// What a project asks for, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The first milestone that is not reached is so many days past its day.
    Milestone(i32),
    /// The day to give notice has passed, so many days ago.
    NoticePassed(i32),
    /// Its last day has passed and it is not finished.
    PastEnd(i32),
    /// So many days are left to give notice, or until it renews.
    Notice(i32),
    /// The client is to be told how it goes; so many days late, 0 on the day.
    Report(i32),
    /// Nothing moved for so many days.
    Still(i32),
}

impl Need {
    /// Days that press: more is worse within one kind.
    fn days(self) -> i32 {
        match self {
            Need::Notice(left) => -left,
            Need::Milestone(n) | Need::NoticePassed(n) | Need::PastEnd(n) | Need::Report(n) | Need::Still(n) => n,
        }
    }

    /// Place of the kind.
    fn rank(self) -> u8 {
        match self {
            Need::Milestone(_) => 0,
            Need::NoticePassed(_) => 1,
            Need::PastEnd(_) => 2,
            Need::Notice(_) => 3,
            Need::Report(_) => 4,
            Need::Still(_) => 5,
        }
    }

    /// Whether it is late, and not only near.
    pub fn is_late(self) -> bool {
        !matches!(self, Need::Notice(_) | Need::Report(0) | Need::Still(_))
    }

    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Need::Milestone(_) => "milestone-late",
            Need::NoticePassed(_) => "notice-passed",
            Need::PastEnd(_) => "past-end",
            Need::Notice(_) => "notice-near",
            Need::Report(_) => "report-due",
            Need::Still(_) => "still",
        }
    }

    /// In words.
    pub fn message(self) -> Message {
        let id = match self {
            Need::Milestone(_) => "need-milestone",
            Need::NoticePassed(_) => "need-notice-passed",
            Need::PastEnd(_) => "need-past-end",
            Need::Notice(_) => "need-notice",
            Need::Report(0) => "need-report",
            Need::Report(_) => "need-report-late",
            Need::Still(_) => "need-still",
        };
        Message::new(id).with("days", self.days().abs())
    }
}

/// A project that is not over.
#[derive(Debug, Clone)]
pub struct Project<'a> {
    /// Whose.
    pub client: &'a Assessed,
    /// The project.
    pub row: &'a EngagementRow,
    /// The day something last moved: see [`moved`].
    pub moved: Day,
    /// What it asks for, most pressing first.
    pub needs: Vec<Need>,
}

impl Project<'_> {
    /// Days since something moved; 0 of one that has not begun.
    pub fn still(&self, today: Day) -> i32 {
        today.since(self.moved).max(0)
    }
}

/// Projects that are not over, of one client or of all: what presses first, then by start; those that have not begun last.
pub fn projects(book: &Snapshot, client: Option<Id>) -> Vec<Project<'_>> {
    let today = book.now.today();
    let clients = book.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut out: Vec<Project<'_>> = clients.flat_map(|c| of_client(c, book.under())).collect();
    out.sort_by_key(|p| {
        let worst = p.needs.first().map_or((u8::MAX, 0), |n| (n.rank(), -n.days()));
        (p.row.start > today, worst, p.row.start, p.row.id)
    });
    out
}

/// The same of one client, in the order of their start.
pub fn of_client<'a>(client: &'a Assessed, under: Under<'_>) -> Vec<Project<'a>> {
    let each = client.facts.engagements.iter().map(|row| Project {
        client,
        row,
        moved: moved(client, row, under.now),
        needs: needs(client, row, under),
    });
    each.collect()
}

/// Running projects of which nothing moved for at least so many days (S143): no contact with the client, no milestone reached, no
/// invoice, no report. The stillest first.
pub fn still(book: &Snapshot, days: i32) -> Vec<Project<'_>> {
    let today = book.now.today();
    let mut out = projects(book, None);
    out.retain(|p| p.row.start <= today && p.still(today) >= days);
    out.sort_by_key(|p| (p.moved, p.row.id));
    out
}

/// The day something last moved in a project: it began, a milestone was reached, the client was told how it goes, was spoken to or
/// got an invoice. Contacts and invoices are those of the client: what was spoken about is not known.
pub fn moved(client: &Assessed, row: &EngagementRow, now: &Now) -> Day {
    let today = now.today();
    let reached = row.milestones.iter().filter_map(|m| m.done);
    let touched = client.facts.last_touch.map(|t| t.at.day(now.zone));
    let billed = client.facts.sales.last().map(|s| s.day);
    let days = [Some(row.start), row.reported_on, touched, billed].into_iter().flatten().chain(reached);
    days.filter(|day| *day <= today).max().unwrap_or(today)
}

/// The day to decide about what comes after: notice, else renewal, else the end.
pub fn decision(row: &EngagementRow) -> Option<Day> {
    row.notice.or(row.renew).or(row.end)
}

/// The working day on which the client is to be told how a project goes, as it is known on a day.
pub fn report_on(row: &EngagementRow, today: Day, time: &WorkingTime) -> Option<Day> {
    row.report_due(today).map(|day| time.next_working(day))
}

/// What a project asks for, most pressing first.
pub fn needs(client: &Assessed, row: &EngagementRow, under: Under<'_>) -> Vec<Need> {
    let moved = moved(client, row, under.now);
    let today = under.now.today();
    let mut out: Vec<Need> = Vec::new();
    out.extend(row.next().map(|m| today.since(m.due)).filter(|n| *n > 0).map(Need::Milestone));
    if row.start > today {
        return out;
    }
    let lead = under.policy.queue.renewal_lead;
    match decision(row).map(|day| day.since(today)) {
        // Without a notice day the last one is the day that passed.
        Some(left) if left < 0 && row.notice.is_some() => out.push(Need::NoticePassed(-left)),
        Some(left) if (0..=lead).contains(&left) => out.push(Need::Notice(left)),
        _ => {}
    }
    out.extend(row.end.map(|end| today.since(end)).filter(|n| *n > 0).map(Need::PastEnd));
    out.extend(report_on(row, today, under.time).map(|day| today.since(day)).filter(|n| *n >= 0).map(Need::Report));
    out.extend(Some(today.since(moved)).filter(|n| *n >= STILL).map(Need::Still));
    out
}

/// A project's term, where it has an end: whole months where they fit, else days. One that was renewed before is taken for a year at a
/// time.
pub fn term(row: &EngagementRow) -> Option<Interval> {
    let end = row.end?.plus(1);
    let months = (1..=600).find(|n| row.start.plus_months(*n) >= end)?;
    Some(match months {
        n if row.start.plus_months(n) != end => Interval::Days(end.since(row.start).max(1)),
        n if n > 12 && n % 12 == 0 => Interval::Months(12),
        n => Interval::Months(n),
    })
}

/// The last day to give notice of the term after this one, as it is suggested.
pub fn next_notice(row: &EngagementRow) -> Option<Day> {
    Some(later(term(row)?, decision(row)?, 1))
}

/// What renewing a project changes: its last day and the day it renews move on by as many terms as the next notice day asks for. The
/// first day stays, since the project has run from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewed {
    /// Last day.
    pub end: Option<Day>,
    /// Renewal day.
    pub renew: Option<Day>,
}

/// The days of a project that is renewed and has `notice` as its next notice day. Where that lies within the present term, they stay.
pub fn renewed(row: &EngagementRow, notice: Day) -> Renewed {
    let Some((term, end)) = term(row).zip(row.end) else { return Renewed { end: row.end, renew: row.renew } };
    // A term that ends with a month goes on doing so: what moves is the day the next one begins.
    let last = |terms| later(term, end.plus(1), terms).plus(-1);
    let terms = (0..=100).find(|n| last(*n) >= notice).unwrap_or(0);
    Renewed { end: Some(last(terms)), renew: row.renew.map(|day| later(term, day, terms)) }
}

/// So many terms later.
fn later(term: Interval, day: Day, terms: i32) -> Day {
    match term {
        Interval::Days(n) => day.plus(n * terms),
        Interval::Months(n) => day.plus_months(n * terms),
    }
}

/// A milestone as words: what, by when or when it was reached.
pub fn milestone_words(row: &MilestoneRow, today: Day) -> Message {
    let id = match row.done {
        Some(_) => "milestone-done",
        None if row.due < today => "milestone-late",
        None => "milestone-due",
    };
    Message::new(id)
        .with("title", text::one_line(&row.title).into_owned())
        .with("day", row.done.unwrap_or(row.due))
        .with("days", today.since(row.due))
}

/// A number of days, short.
pub fn days(n: i32) -> Message {
    Message::new("span-days").with("n", n)
}

/// How far a project is: milestones reached of all. `None` without any.
pub fn progress(row: &EngagementRow) -> Option<Message> {
    let (done, all) = row.reached();
    (all > 0).then(|| Message::new("project-progress").with("done", done).with("all", all))
}
