//! A day on the road: the visits of a day, who else of the same region has one due, and when there is time for another. What becomes of
//! it is the user's choice.

use super::assess::{Assessed, Requirement};
use super::calendar::contact_day;
use super::load::Snapshot;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::domain::words::{Channel, Tier};
use crate::text::fold;

/// Minutes of an appointment that names none.
pub const USUAL: i64 = 60;
/// Minutes between two visits.
const ON_THE_WAY: i64 = 30;
/// Days from the day of the visits in which another one falls due.
const SOON: i32 = 21;
/// Proposed times are whole quarters of an hour.
const QUARTER: i64 = 900;

/// A visit of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Whom.
    pub client: Id,
    /// When it begins and ends; one that is only due has no time yet.
    pub at: Option<(Moment, Moment)>,
}

/// Somebody who could be visited on the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// Whom.
    pub client: Id,
    /// The region as it is written at the client.
    pub region: String,
    /// The day the visit is due.
    pub due: Day,
    /// Past its overdue day.
    pub overdue: bool,
    /// The last contact that counted as one.
    pub last: Option<Moment>,
}

/// A day with visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitDay {
    /// The day.
    pub day: Day,
    /// Its visits, by time; where none is agreed, those that are due.
    pub visits: Vec<Visit>,
    /// Their regions, each once; empty where none is known.
    pub regions: Vec<String>,
    /// Who else there has a visit due, soonest first.
    pub near: Vec<Near>,
    /// When there is time for another one.
    pub next: Option<Moment>,
}

/// When an appointment is over.
pub fn end_of(start: Moment, minutes: Option<i64>) -> Moment {
    Moment(start.0 + minutes.filter(|m| *m > 0).unwrap_or(USUAL) * 60)
}

impl VisitDay {
    /// The visits of a day, and who is near.
    pub fn of(book: &Snapshot, day: Day) -> VisitDay {
        let zone = book.now.zone;
        let mut visits = Vec::new();
        let mut busy = Vec::new();
        for client in book.present() {
            for a in client.facts.appointments.iter().filter(|a| a.start.day(zone) == day) {
                let at = (a.start, end_of(a.start, a.minutes));
                let way = if a.channel == Channel::Visit { ON_THE_WAY * 60 } else { 0 };
                busy.push((Moment(at.0.0 - way), Moment(at.1.0 + way)));
                if a.channel == Channel::Visit {
                    visits.push(Visit { client: client.id(), at: Some(at) });
                }
            }
        }
        if visits.is_empty() {
            let due = |c: &&Assessed| contact_day(book, c, Target::Contact(Channel::Visit)) == Some(day);
            visits.extend(book.present().filter(due).map(|c| Visit { client: c.id(), at: None }));
        }
        visits.sort_by_key(|v| (v.at, v.client));
        let mut regions: Vec<String> = Vec::new();
        for region in visits.iter().filter_map(|v| region_of(book.client(v.client)?)) {
            if !regions.iter().any(|known| fold(known) == fold(region)) {
                regions.push(region.to_owned());
            }
        }
        let near = near(book, day, &visits, &regions);
        VisitDay { day, next: next(book, day, &visits, &busy), visits, regions, near }
    }
}

/// Who of the region of this client has a visit due around a day, the client itself left out.
pub fn near_client(book: &Snapshot, client: Id, day: Day) -> Vec<Near> {
    let region = book.client(client).and_then(region_of).map(str::to_owned);
    near(book, day, &[Visit { client, at: None }], region.as_slice())
}

fn region_of(client: &Assessed) -> Option<&str> {
    client.facts.client.region.as_deref().map(str::trim).filter(|r| !r.is_empty())
}

fn near(book: &Snapshot, day: Day, visits: &[Visit], regions: &[String]) -> Vec<Near> {
    let wanted: Vec<String> = regions.iter().map(|r| fold(r)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let today = book.now.today();
    // An appointment speaks for it, or it is put off beyond these weeks: then nothing shows it here.
    let due = |r: &&Requirement| r.channel == Channel::Visit && r.shown_from().is_some_and(|shown| shown <= day.plus(SOON));
    let mut found: Vec<(Near, Option<Tier>)> = Vec::new();
    for client in book.present().filter(|c| !visits.iter().any(|v| v.client == c.id())) {
        let Some(region) = region_of(client).filter(|r| wanted.contains(&fold(r))) else { continue };
        let Some(visit) = client.plan.iter().find(due) else { continue };
        let near = Near {
            client: client.id(),
            region: region.to_owned(),
            due: visit.due,
            overdue: visit.is_overdue(today),
            last: visit.last.map(|(at, _)| at),
        };
        found.push((near, client.tier.tier));
    }
    found.sort_by_key(|(near, tier)| (near.due, tier.map_or(3, Tier::rank), near.client));
    found.into_iter().map(|(near, _)| near).collect()
}

/// After the last visit of the day, else in the first gap that is long enough; inside working hours and never in the past.
fn next(book: &Snapshot, day: Day, visits: &[Visit], busy: &[(Moment, Moment)]) -> Option<Moment> {
    let after = visits.iter().filter_map(|v| v.at).map(|(_, end)| Moment(end.0 + ON_THE_WAY * 60)).max();
    let now = Moment(book.now.instant.0 + 1);
    let opening = book.time.opening_moment(day, book.now.zone).max(now);
    let free = |from: Moment| {
        book.time.spans(day).iter().find_map(|(open, close)| {
            let (open, close) = (day.at(*open, book.now.zone), day.at(*close, book.now.zone));
            let first = (from.max(open).0 + QUARTER - 1).div_euclid(QUARTER) * QUARTER;
            let fits = |at: &i64| !busy.iter().any(|(start, end)| start.0 < at + USUAL * 60 && *at < end.0);
            (first..=close.0 - USUAL * 60).step_by(QUARTER as usize).find(fits).map(Moment)
        })
    };
    after.and_then(|at| free(at.max(opening))).or_else(|| free(opening))
}
