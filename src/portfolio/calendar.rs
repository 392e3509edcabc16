//! The days ahead: how much stands on each, what it is, and what is special about it. A month or a week of it is a face's choice, the
//! contacts themselves are played forward by `ahead`.

use super::ahead::{self, Ahead};
use super::assess::Assessed;
use super::care;
use super::cases::Stand;
use super::collect::{closes, collect_on};
use super::load::Snapshot;
use super::playbooks;
use super::projects;
use super::queue::{self, Item};
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::domain::words::{Channel, DeferralKind, ItemKind};
use std::collections::{BTreeMap, HashSet};

/// What stands on a day beside the contacts of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated {
    /// The day.
    pub day: Day,
    /// The moment, of what has one.
    pub at: Option<Moment>,
    /// Whose; nobody's own is a holiday.
    pub client: Option<Id>,
    /// What.
    pub target: Target,
}

/// How much stands on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayPlan {
    /// Clients to be contacted, agreed moments among them.
    pub contacts: usize,
    /// Those of them who only come once the contact before was made.
    pub again: usize,
    /// With a time: appointments, and tasks with a moment.
    pub timed: usize,
    /// Everything else that stands on the day: tasks, invoices, notice days, steps.
    pub others: usize,
    /// Clients contacted on it already.
    pub done: usize,
    /// Contacts it has room for; 0 where nobody works.
    pub capacity: usize,
}

impl DayPlan {
    /// Contacts of the day: those to come, and today those made.
    pub fn used(&self) -> usize {
        self.contacts + self.done
    }

    /// Contacts beyond what it has room for.
    pub fn over(&self) -> usize {
        if self.is_over() { self.used() - self.capacity } else { 0 }
    }

    /// Whether it is worked and has room for another contact.
    pub fn has_room(&self) -> bool {
        self.used() < self.capacity
    }

    /// Whether more stands on it than it has room for, what was done today among it.
    pub fn is_over(&self) -> bool {
        self.contacts > 0 && self.used() > self.capacity
    }
}

/// How much stands on several days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Clients to be contacted, each day for itself.
    pub contacts: usize,
    /// Clients contacted already.
    pub done: usize,
    /// Contacts for which there is room from today on.
    pub capacity: usize,
    /// Days with more than they have room for.
    pub over: usize,
}

/// A stretch of days.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calendar {
    first: Option<Day>,
    days: Vec<DayPlan>,
    contacts: Vec<Ahead>,
    dated: Vec<Dated>,
}

impl Calendar {
    /// The days from `first` to `last`.
    pub fn new(book: &Snapshot, first: Day, last: Day) -> Calendar {
        let today = book.now.today();
        let mut contacts = ahead::contacts(book, last);
        contacts.retain(|a| a.day >= first);
        let mut dated = Vec::new();
        for client in book.present() {
            of_client(book, client, (first, last), &mut dated);
        }
        let holidays = care::holidays(&book.clients, book.under(), today, first.max(today), last);
        let open = holidays.iter().filter(|c| !c.clients.is_empty());
        dated.extend(open.map(|c| Dated { day: c.day, at: None, client: None, target: c.target }));
        dated.retain(|d| (first..=last).contains(&d.day));
        dated.sort();
        let mut days = vec![DayPlan::default(); last.since(first).max(0) as usize + 1];
        for (n, plan) in days.iter_mut().enumerate() {
            let day = first.plus(n as i32);
            plan.capacity = if book.time.is_working(day) { book.policy.queue.capacity } else { 0 };
        }
        let mut last_seen = None;
        for contact in &contacts {
            // One contact serves all that is due of a client on a day.
            let again = last_seen == Some((contact.day, contact.client));
            last_seen = Some((contact.day, contact.client));
            if let Some(plan) = days.get_mut(contact.day.since(first) as usize).filter(|_| !again) {
                plan.contacts += 1;
                plan.again += usize::from(contact.again);
            }
        }
        for one in &dated {
            if let Some(plan) = days.get_mut(one.day.since(first) as usize) {
                if one.at.is_some() { plan.timed += 1 } else { plan.others += 1 }
            }
        }
        for client in book.present() {
            let worked = &client.facts.worked;
            let from = worked.partition_point(|day| *day < first);
            for day in worked[from..].iter().take_while(|day| **day <= last.min(today)) {
                if let Some(plan) = days.get_mut(day.since(first) as usize) {
                    plan.done += 1;
                }
            }
        }
        Calendar { first: Some(first), days, contacts, dated }
    }

    /// How much stands on a day; of one outside the stretch nothing is known.
    pub fn day(&self, day: Day) -> Option<&DayPlan> {
        let n = usize::try_from(day.since(self.first?)).ok()?;
        self.days.get(n)
    }

    /// How much stands on the days from `first` to `last`, as far as they were counted.
    pub fn sum(&self, book: &Snapshot, first: Day, last: Day) -> Sum {
        let today = book.now.today();
        let mut sum = Sum::default();
        for n in 0..=last.since(first).max(0) {
            let day = first.plus(n);
            let Some(plan) = self.day(day) else { continue };
            sum.contacts += plan.contacts;
            sum.done += plan.done;
            sum.capacity += if day >= today { plan.capacity } else { 0 };
            sum.over += usize::from(plan.is_over());
        }
        sum
    }

    /// The first day after this one, and after today, with room for another contact, as far as days were counted.
    pub fn next_room(&self, book: &Snapshot, day: Day) -> Option<Day> {
        let last = self.first?.plus(self.days.len() as i32 - 1);
        let from = day.max(book.now.today()).plus(1);
        (0..=last.since(from)).map(|n| from.plus(n)).find(|day| self.day(*day).is_some_and(DayPlan::has_room))
    }

    /// The contacts of a day.
    pub fn contacts(&self, day: Day) -> &[Ahead] {
        let from = self.contacts.partition_point(|a| a.day < day);
        let to = self.contacts.partition_point(|a| a.day <= day);
        &self.contacts[from..to]
    }

    /// What else stands on a day, by its time.
    pub fn dated(&self, day: Day) -> &[Dated] {
        let from = self.dated.partition_point(|d| d.day < day);
        let to = self.dated.partition_point(|d| d.day <= day);
        &self.dated[from..to]
    }

    /// What is to be done on a day as the items it would have in Today, in their order. Contacts that only come again are no items
    /// yet: [`Calendar::again`] names them. Today's are those of the queue.
    pub fn items(&self, book: &Snapshot, day: Day) -> Vec<Item> {
        let today = book.now.today();
        if day == today {
            return book.queue.items.clone();
        }
        if day < today {
            return Vec::new();
        }
        let mut wanted: BTreeMap<Id, HashSet<Target>> = BTreeMap::new();
        for one in self.dated(day) {
            if let Some(client) = one.client {
                wanted.entry(client).or_default().insert(one.target);
            }
        }
        for contact in self.contacts(day).iter().filter(|a| !a.again) {
            wanted.entry(contact.client).or_default();
        }
        let mut items = Vec::new();
        let mut all = Vec::new();
        for (client, dated) in wanted.iter().filter_map(|(id, dated)| Some((book.client(*id)?, dated))) {
            collect_on(client, book.under(), day, &mut all);
            closes(client, book.under(), day, &mut all);
            items.extend(all.drain(..).filter(|item| match item.kind {
                ItemKind::Contact => contact_day(book, client, item.target) == Some(day),
                _ => dated.contains(&item.target),
            }));
        }
        if self.dated(day).iter().any(|one| one.client.is_none()) {
            items.extend(care::holiday_items(&book.clients, book.under(), day).into_iter().filter(|item| item.due == day));
        }
        queue::arrange(&book.clients, &mut items, &book.policy.queue);
        items
    }

    /// The contacts of a day that only come once the one before was made: one a client.
    pub fn again(&self, day: Day) -> Vec<Ahead> {
        let mut out: Vec<Ahead> = self.contacts(day).iter().filter(|a| a.again).copied().collect();
        out.dedup_by_key(|a| a.client);
        out
    }

    /// The clients contacted on a day that has come.
    pub fn done(&self, book: &Snapshot, day: Day) -> Vec<Id> {
        let contacted = |c: &&Assessed| c.facts.worked.binary_search(&day).is_ok();
        book.present().filter(contacted).map(Assessed::id).collect()
    }

    /// The first stretch of the working hours of a day, from this moment on, that no appointment takes and that is long enough for one:
    /// from, to. None where nothing is agreed on the day, since all of it is free then.
    pub fn free_time(&self, book: &Snapshot, day: Day) -> Option<(Moment, Moment)> {
        let zone = book.now.zone;
        let mut taken: Vec<(Moment, Moment)> = Vec::new();
        for client in book.present() {
            for a in client.facts.appointments.iter().filter(|a| a.start.day(zone) == day) {
                let minutes = a.minutes.unwrap_or(LENGTH).max(1);
                taken.push((a.start, Moment(a.start.0 + 60 * minutes)));
            }
        }
        if taken.is_empty() {
            return None;
        }
        taken.sort();
        for (opens, closes) in book.time.spans(day) {
            let (mut from, until) = (day.at(*opens, zone).max(book.now.instant), day.at(*closes, zone));
            for (start, end) in &taken {
                if start.0 - from.0 >= 60 * LENGTH && *start <= until {
                    return Some((from, *start));
                }
                from = from.max(*end);
            }
            if until.0 - from.0 >= 60 * LENGTH {
                return Some((from, until));
            }
        }
        None
    }
}

/// Minutes an appointment takes of which nothing else is said, and the least that is called free time.
const LENGTH: i64 = 60;

/// How a client was contacted on a day: the richest channel.
pub fn channel_on(client: &Assessed, day: Day) -> Option<Channel> {
    let n = client.facts.worked.binary_search(&day).ok()?;
    client.facts.spent.get(n).map(|spent| spent.channel)
}

/// The day a contact of the plan stands on.
pub(super) fn contact_day(book: &Snapshot, client: &Assessed, target: Target) -> Option<Day> {
    let requirement = client.plan.iter().find(|r| Target::Contact(r.channel) == target)?;
    Some(book.time.next_working(requirement.shown_from()?.max(book.now.today())))
}

/// Every dated thing of a client that is no contact of the plan, on the day it comes up: put off, on the day it comes back.
pub(super) fn of_client(book: &Snapshot, client: &Assessed, (first, last): (Day, Day), out: &mut Vec<Dated>) {
    let (now, under, facts) = (book.now, book.under(), &client.facts);
    let today = now.today();
    let put_off = |target: Target| {
        let text = target.to_string();
        let hides = |d: &&crate::domain::facts::DeferralRow| {
            matches!(d.kind, DeferralKind::Snooze | DeferralKind::Reminder) && d.target == text && d.until > today
        };
        facts.deferrals.iter().filter(hides).map(|d| d.until).max()
    };
    let mut push = |day: Day, at: Option<Moment>, target: Target| {
        // What nobody put off needs no look at its name.
        let later = if facts.deferrals.is_empty() { None } else { put_off(target) };
        let day = later.map_or(day, |until| day.max(until));
        let at = at.filter(|at| at.day(now.zone) == day);
        out.push(Dated { day, at, client: Some(client.id()), target });
    };
    for a in &facts.appointments {
        push(a.start.day(now.zone), Some(a.start), Target::Appointment(a.id));
    }
    for t in &facts.tasks {
        push(t.due.max(today), t.due_at, Target::Task(t.id));
    }
    for invoice in &facts.open_invoices {
        push(under.invoice_enters(facts, invoice).max(today), None, Target::Invoice(invoice.id));
    }
    for engagement in &facts.engagements {
        if let Some(day) = engagement.notice.or(engagement.renew).or(engagement.end) {
            push(day, None, Target::Renewal(engagement.id));
        }
        if let Some(day) = projects::report_on(engagement, today, &book.time) {
            push(day.max(today), None, Target::Report(engagement.id));
        }
        for milestone in engagement.milestones.iter().filter(|m| m.done.is_none()) {
            push(milestone.due.max(today), None, Target::Milestone(milestone.id));
        }
    }
    // One that can still be made good stands on today.
    let rules = &under.policy.care;
    let from = first.max(today).min(today.plus(-rules.belated));
    for care in care::of_client(client, rules, from, last).iter().filter(|c| c.done.is_none()) {
        push(care.day.max(today), None, care.target);
    }
    for run in &facts.runs {
        match (playbooks::undecided(run), run.next()) {
            (Some(_), _) => push(today, None, Target::Run(run.id)),
            (None, Some(step)) => push(step.due.max(today), None, Target::Step(step.id)),
            (None, None) => {}
        }
    }
    // A signature that did not come stands on the board; only one that is expected has a day.
    for open in facts.opportunities.iter().filter(|o| o.is_open()) {
        if let Some(day) = open.state().close.filter(|day| *day >= today) {
            push(day, None, Target::Opportunity(open.id));
        }
    }
    for case in client.cases.iter().filter(|c| !c.is_closed()) {
        let readings = under.clocks.read(&case.row, &case.progress, &now);
        let stand = readings.stand(case);
        let (day, at) = match stand {
            Stand::FollowUp(day) => (day.max(today), None),
            Stand::Answer(r) | Stand::Solve(r) if !r.is_breached() => (r.due.day(now.zone), Some(r.due)),
            _ => (today, None),
        };
        push(day, at, Target::Complaint(case.row.id));
    }
}

#[cfg(test)]
mod tests;
