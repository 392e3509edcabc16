//! What lies inside days off before they are taken: limits of cases, agreed moments, promises of both sides, notice days, milestones, and
//! how many contacts of the plan would have fallen there. When the user works at all is `domain::zone`'s business.

use super::assess::Assessed;
use super::cases::Stand;
use super::load::Snapshot;
use super::{ahead, projects};
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::TaskKind;
use crate::text::one_line;

/// The plan is played forward so many days at most.
const AHEAD: i32 = 400;

/// What kind of thing lies inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InsideKind {
    /// A case's running limit.
    Limit,
    /// The day to ask a client after a case.
    FollowUp,
    /// An agreed contact.
    Appointment,
    /// Something promised.
    Promise,
    /// Something the client owes.
    Owed,
    /// Something somebody else does for the user.
    Delegated,
    /// The last day to give notice, or the day it renews or ends.
    Renewal,
    /// A milestone of a project.
    Milestone,
    /// A progress report.
    Report,
}

impl InsideKind {
    /// As it is written in JSON.
    pub fn code(self) -> &'static str {
        match self {
            InsideKind::Limit => "limit",
            InsideKind::FollowUp => "follow-up",
            InsideKind::Appointment => "appointment",
            InsideKind::Promise => "promise",
            InsideKind::Owed => "owed",
            InsideKind::Delegated => "delegated",
            InsideKind::Renewal => "renewal",
            InsideKind::Milestone => "milestone",
            InsideKind::Report => "report",
        }
    }

    /// The catalogue id of its word.
    pub fn word(self) -> &'static str {
        match self {
            InsideKind::Limit => "inside-limit",
            InsideKind::FollowUp => "inside-follow-up",
            InsideKind::Appointment => "inside-appointment",
            InsideKind::Promise => "inside-promise",
            InsideKind::Owed => "inside-owed",
            InsideKind::Delegated => "inside-delegated",
            InsideKind::Renewal => "inside-renewal",
            InsideKind::Milestone => "inside-milestone",
            InsideKind::Report => "inside-report",
        }
    }
}

/// One thing inside.
#[derive(Debug, Clone, PartialEq)]
pub struct Inside {
    /// The day.
    pub day: Day,
    /// The moment, of what has one.
    pub at: Option<Moment>,
    /// What kind.
    pub kind: InsideKind,
    /// Whose.
    pub client: Id,
    /// What exactly.
    pub target: Target,
    /// Its own words, as written; of an appointment the place or note.
    pub text: String,
    /// The engagement it belongs to: where it is changed.
    pub engagement: Option<Id>,
}

/// What lies inside days off.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveCheck {
    /// By day and time.
    pub items: Vec<Inside>,
    /// Contacts of the plan that fall due inside and will wait until after; `None` for days that are too far off to say.
    pub contacts: Option<usize>,
}

impl LeaveCheck {
    /// Whether nothing at all lies inside.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.contacts.unwrap_or(0) == 0
    }

    /// How much it is, in one line.
    pub fn summary(&self) -> Message {
        match self.contacts {
            Some(contacts) => Message::new("leave-inside").with("items", self.items.len()).with("contacts", contacts),
            None => Message::new("leave-inside-far").with("items", self.items.len()),
        }
    }
}

/// What lies inside the days from `first` to `last`, as the book stands: days off that are in it already have moved what is due.
pub fn inside(book: &Snapshot, first: Day, last: Day) -> LeaveCheck {
    let (first, last) = (first.min(last), first.max(last));
    let mut items = Vec::new();
    for client in book.present() {
        of_client(book, client, (first, last), &mut items);
    }
    items.retain(|item| (first..=last).contains(&item.day));
    items.sort_by_key(|item| (item.day, item.at, item.kind, item.client, item.target));
    let reach = book.now.today().plus(AHEAD);
    let contacts = (last <= reach).then(|| {
        let mut due: Vec<(Day, Id)> =
            ahead::contacts(book, last).iter().filter(|a| a.day >= first && !a.agreed).map(|a| (a.day, a.client)).collect();
        due.dedup();
        due.len()
    });
    LeaveCheck { items, contacts }
}

/// Every dated thing of a client that somebody waits for; of a case the first limit that runs out between two days.
fn of_client(book: &Snapshot, client: &Assessed, (first, last): (Day, Day), out: &mut Vec<Inside>) {
    let (now, zone, facts) = (book.now, book.now.zone, &client.facts);
    let mut push = |day: Day, at: Option<Moment>, kind: InsideKind, target: Target, text: &str, engagement: Option<Id>| {
        out.push(Inside { day, at, kind, client: client.id(), target, text: one_line(text).into_owned(), engagement });
    };
    for case in client.cases.iter().filter(|c| !c.is_closed()) {
        let target = Target::Complaint(case.row.id);
        let readings = book.readings(case, &now);
        match readings.stand(case) {
            Stand::FollowUp(day) => push(day, None, InsideKind::FollowUp, target, &case.row.text, None),
            // Whoever is late with the answer can still keep the limit of the solution.
            Stand::Answer(_) | Stand::Solve(_) => {
                let runs = [readings.first, readings.solution].into_iter().flatten().filter(|r| r.met.is_none());
                let inside = runs.map(|r| r.due).filter(|due| (first..=last).contains(&due.day(zone))).min();
                if let Some(due) = inside {
                    push(due.day(zone), Some(due), InsideKind::Limit, target, &case.row.text, None);
                }
            }
            _ => {}
        }
    }
    for a in &facts.appointments {
        let remark = a.place.as_deref().or(a.note.as_deref()).unwrap_or_default();
        push(a.start.day(zone), Some(a.start), InsideKind::Appointment, Target::Appointment(a.id), remark, None);
    }
    for t in &facts.tasks {
        let kind = match t.kind {
            TaskKind::Own => InsideKind::Promise,
            TaskKind::Waiting => InsideKind::Owed,
            TaskKind::Delegated => InsideKind::Delegated,
        };
        push(t.due, t.due_at, kind, Target::Task(t.id), &t.text, None);
    }
    for e in facts.engagements.iter().filter(|e| !e.is_over(now.today())) {
        let of = Some(e.id);
        if let Some(day) = e.notice.or(e.renew).or(e.end) {
            push(day, None, InsideKind::Renewal, Target::Renewal(e.id), &e.title, of);
        }
        if let Some(day) = projects::report_on(e, now.today(), &book.time) {
            push(day, None, InsideKind::Report, Target::Report(e.id), &e.title, of);
        }
        for m in e.milestones.iter().filter(|m| m.done.is_none()) {
            push(m.due, None, InsideKind::Milestone, Target::Milestone(m.id), &m.title, of);
        }
    }
}
