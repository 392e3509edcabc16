//! How much of the effort goes to new clients, beside what is meant for them (S101, S102).
//! The target is the policy's; what each day took is the fold's.

use crate::domain::day::Day;
use crate::domain::policy::BusinessStage;
use crate::domain::words::Status;
use crate::portfolio::{Assessed, Snapshot};

/// Days that are looked back on.
pub const EFFORT_DAYS: i32 = 90;
/// Months for which a client is new.
const NEW_MONTHS: i32 = 12;

/// What went to some clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spending {
    /// Clients something went to.
    pub clients: u32,
    /// Contacts: one a client and day.
    pub contacts: u32,
    /// Minutes of contacts and of work on cases, as far as they were written down.
    pub minutes: u32,
}

/// What went to new clients and to the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// To leads, and to clients of less than 12 months.
    pub new: Spending,
    /// To the others.
    pub old: Spending,
    /// Contacts without minutes.
    pub unmeasured: u32,
    /// What is meant for new clients, share of 1.
    pub target: Option<f64>,
    /// The stage of the business that stands for it.
    pub stage: Option<BusinessStage>,
}

impl Effort {
    /// What the last days tell.
    pub(in crate::portfolio) fn new(book: &Snapshot) -> Effort {
        let (now, today) = (&book.now, book.now.today());
        let first = today.plus(1 - EFFORT_DAYS);
        let rules = book.policy.effort;
        let mut out =
            Effort { new: Spending::default(), old: Spending::default(), unmeasured: 0, target: rules.new, stage: rules.stage };
        for client in &book.clients {
            let facts = &client.facts;
            let mut sum = Spending::default();
            let days = facts.worked.iter().zip(&facts.spent).rev().take_while(|(day, _)| **day >= first);
            for (_, spent) in days {
                sum.contacts += 1;
                sum.minutes = sum.minutes.saturating_add(spent.minutes);
                out.unmeasured += u32::from(spent.unmeasured);
            }
            let since = first.start(now.zone);
            for case in facts.complaints.iter().filter(|c| c.events.iter().any(|e| e.minutes.is_some() && e.at >= since)) {
                let minutes = case.events_at(now.instant).into_iter().filter(|e| e.at >= since).filter_map(|e| e.minutes);
                sum.minutes = minutes.fold(sum.minutes, u32::saturating_add);
            }
            if sum == Spending::default() {
                continue;
            }
            let part = if is_new(client, today) { &mut out.new } else { &mut out.old };
            part.clients += 1;
            part.contacts += sum.contacts;
            part.minutes = part.minutes.saturating_add(sum.minutes);
        }
        out
    }

    /// The share of new clients in the contacts; `None` without any.
    pub fn of_contacts(&self) -> Option<f64> {
        share(self.new.contacts, self.old.contacts)
    }

    /// The share of new clients in the minutes; `None` where none were written down.
    pub fn of_minutes(&self) -> Option<f64> {
        share(self.new.minutes, self.old.minutes)
    }
}

fn share(new: u32, old: u32) -> Option<f64> {
    let all = f64::from(new) + f64::from(old);
    (all > 0.0).then(|| f64::from(new) / all)
}

/// A lead, or a client known, served or buying for less than 12 months only.
fn is_new(client: &Assessed, today: Day) -> bool {
    let facts = &client.facts;
    let order = facts.orders.first().map(|o| o.day);
    let engagement = facts.engagements.iter().map(|e| e.start).min();
    let first = [order, engagement].into_iter().flatten().fold(facts.client.since, Day::min);
    client.status == Status::Lead || first > today.plus_months(-NEW_MONTHS)
}
