//! The contacts of the days ahead: each client's plan played forward, as if every contact were made on its day. Days are filled by
//! `calendar`, weeks counted by the load, levelled by `spread`.

use super::assess::{Assessed, DueState};
use super::load::Snapshot;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::words::{Channel, Tier};

/// A contact to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// With whom.
    pub client: Id,
    /// The tier in force.
    pub tier: Option<Tier>,
    /// How: the richest of what is due of the client on that day.
    pub channel: Channel,
    /// When; what is due already stands today.
    pub day: Day,
    /// It only comes once the one before it was made.
    pub again: bool,
    /// The day of the client's contact before it among these.
    pub after: Option<Day>,
    /// An appointment.
    pub agreed: bool,
}

/// The contacts of everybody who is there, from today up to and with `until`, by day.
pub fn contacts(book: &Snapshot, until: Day) -> Vec<Ahead> {
    let mut out = Vec::new();
    for client in book.present() {
        of_client(book, client, until, &mut out);
    }
    out.sort_by_key(|a| (a.day, a.client));
    out
}

/// A requirement on its way through the days.
struct Turn {
    channel: Channel,
    every: Interval,
    next: Day,
    again: bool,
}

/// Plays one client's plan forward. A richer contact serves the poorer requirements, too: a visit is also the call of its week.
pub fn of_client(book: &Snapshot, client: &Assessed, until: Day, out: &mut Vec<Ahead>) {
    let (today, zone) = (book.now.today(), book.now.zone);
    let serves = |have: Channel, wanted: Channel| have.satisfies(wanted, book.policy.meeting_satisfies_visit);
    let mut turns: Vec<Turn> = client
        .plan
        .iter()
        .map(|r| {
            let shown = match r.state {
                DueState::Booked { start, .. } => start.day(zone),
                // What falls due inside a pause has moved to its end already.
                DueState::Paused { .. } => r.due,
                _ => r.shown_from().unwrap_or(r.due),
            };
            Turn { channel: r.channel, every: r.every, next: book.time.next_working(shown.max(today)), again: false }
        })
        .collect();
    let mut after = None;
    let mut agreed = client.facts.appointments.iter().map(|a| (a.start.day(zone).max(today), a.channel)).peekable();
    loop {
        let planned = turns.iter().map(|t| t.next).min();
        let appointment = agreed.next_if(|(day, _)| planned.is_none_or(|next| *day <= next));
        let Some((day, channel, again)) = (match (appointment, planned) {
            (Some((day, channel)), _) => Some((day, channel, false)),
            (None, None) => None,
            (None, Some(day)) => {
                let due = turns.iter().filter(|t| t.next == day);
                // Channels stand in the order of their richness.
                due.clone().map(|t| t.channel).min().map(|channel| (day, channel, due.clone().all(|t| t.again)))
            }
        }) else {
            return;
        };
        if day > until {
            return;
        }
        out.push(Ahead {
            client: client.id(),
            tier: client.tier.tier,
            channel,
            day,
            again,
            after,
            agreed: appointment.is_some(),
        });
        after = Some(day);
        for turn in turns.iter_mut().filter(|t| serves(channel, t.channel)) {
            let next = book.time.next_working(turn.every.after(day));
            // Where nothing is ever worked, days still pass.
            turn.next = next.max(day.plus(1));
            turn.again = true;
        }
    }
}

#[cfg(test)]
mod tests;
