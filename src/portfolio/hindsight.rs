//! Looking back (S100): who was really lost, what it cost, which signs had fired and when; and how often the signs were right, those who
//! stayed counted too. How the book looked on a past date is `risk::then`'s, how it is shown a face's.

mod saves;
pub mod says;

pub use saves::{Save, Saves};

use super::load::days_off;
use super::risk::{Level, Look, Past};
use super::{PortfolioError, Settings, Snapshot};
use crate::domain::day::Day;
use crate::domain::facts::{ClientRows, OutcomeRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::domain::words::{OutcomeKind, SignalKind, Status, Tier};
use crate::store::Store;
use std::collections::{BTreeMap, HashSet};

/// A sign is judged by whether the client was lost within so many days.
pub const HORIZON: i32 = 180;
/// Days before the loss at which it is looked what stood there; 0 is the last day it was served.
pub const LOOKS: [i32; 5] = [180, 90, 60, 30, 0];
/// Month-ends that are judged at most, the newest.
pub const MONTHS: usize = 24;
/// Below so many lost clients no share is given, only the counts.
pub const FEW: usize = 5;
/// Days that a client who was saved should have stayed.
pub const HELD: [i32; 2] = [90, 180];

/// A client that was lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// The client.
    pub client: Id,
    /// When.
    pub on: Day,
    /// A code of the policy's list.
    pub reason: String,
    /// In words.
    pub note: Option<String>,
    /// Its tier on the last day it was served.
    pub tier: Option<Tier>,
    /// Days it had been a client.
    pub tenure: i32,
    /// Expected margin of the next 12 months as it was then, minor units of the base currency.
    pub value: f64,
    /// The first day of the [`HORIZON`] before on which it stood in the list.
    pub listed: Option<Day>,
    /// On how many of these days it did.
    pub listed_days: usize,
    /// How it looked at [`LOOKS`]; `None` where it was not served.
    pub looks: [Option<Look>; LOOKS.len()],
    /// It came back later.
    pub returned: Option<Day>,
}

impl Loss {
    /// Days between the first warning and the loss.
    pub fn lead(&self) -> Option<i32> {
        self.listed.map(|day| self.on.since(day))
    }

    /// How high the risk was on the last day.
    pub fn level(&self) -> Level {
        self.looks[LOOKS.len() - 1].as_ref().map_or(Level::Unknown, |look| look.level)
    }

    /// The signals that fired at any of the looks, each with the earliest of them in days before the loss.
    pub fn fired(&self) -> Vec<(SignalKind, i32)> {
        let mut out: Vec<(SignalKind, i32)> = Vec::new();
        for (look, days) in self.looks.iter().zip(LOOKS) {
            for kind in look.iter().flat_map(|l| &l.signals) {
                if out.iter().all(|(known, _)| known != kind) {
                    out.push((*kind, days));
                }
            }
        }
        out
    }
}

/// How often something was seen at month-ends, by what followed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// Seen, and the client was lost within the horizon.
    pub lost: usize,
    /// Seen, and the client stayed.
    pub stayed: usize,
    /// The clients behind the first.
    pub lost_clients: Vec<Id>,
    /// The clients behind the second.
    pub stayed_clients: Vec<Id>,
}

impl Hits {
    fn add(&mut self, client: Id, lost: bool) {
        let (count, clients) = match lost {
            true => (&mut self.lost, &mut self.lost_clients),
            false => (&mut self.stayed, &mut self.stayed_clients),
        };
        *count += 1;
        if let Err(at) = clients.binary_search(&client) {
            clients.insert(at, client);
        }
    }

    /// Times it was seen.
    pub fn seen(&self) -> usize {
        self.lost + self.stayed
    }

    /// Share of the times it was seen that a loss followed.
    pub fn precision(&self) -> Option<f64> {
        (self.seen() > 0).then(|| self.lost as f64 / self.seen() as f64)
    }

    /// Share of all looks before a loss at which it was seen.
    pub fn recall(&self, all: &Hits) -> Option<f64> {
        (all.lost > 0).then(|| self.lost as f64 / all.lost as f64)
    }
}

/// What losses are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The reason.
    Reason,
    /// The tier at the loss.
    Tier,
    /// How long it had been a client.
    Tenure,
}

/// Losses that are alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// In words.
    pub title: Message,
    /// The code in JSON.
    pub code: String,
    /// Places among [`Hindsight::losses`].
    pub losses: Vec<usize>,
    /// What they were expected to bring, minor units of the base currency.
    pub value: f64,
    /// How many of them had stood in the list.
    pub listed: usize,
}

/// What looking back shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Hindsight {
    /// The losses of these days.
    pub period: Period,
    /// Base currency of the values.
    pub currency: Currency,
    /// Losses, the newest first.
    pub losses: Vec<Loss>,
    /// Clients that are lost without a day or reason on record: taken over so.
    pub unrecorded: Vec<Id>,
    /// The month-ends that were judged, oldest first: those of the period that the horizon has passed since.
    pub judged: Vec<Day>,
    /// Every served client at every judged month-end.
    pub all: Hits,
    /// Those that stood in the list.
    pub listed: Hits,
    /// Those that would have by their orders alone.
    pub by_orders: Hits,
    /// Those with a signal, by kind.
    pub signals: Vec<(SignalKind, Hits)>,
    /// Clients that were won back.
    pub saves: Saves,
}

/// A loss as it was written down.
struct Written {
    row: usize,
    outcome: OutcomeRow,
}

impl Hindsight {
    /// The last two years.
    pub fn usual_period(today: Day) -> Period {
        Period::days(today.since(today.plus_months(-(MONTHS as i32))), today)
    }

    /// Looks back over a period.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn new(store: &Store, settings: &Settings, snapshot: &Snapshot, period: Period) -> Result<Hindsight, PortfolioError> {
        let leave = days_off(&store.book()?, &snapshot.now);
        let past = Past::read(store, settings, snapshot, leave)?;
        let notes = store.outcome_notes()?;
        let today = snapshot.now.today();
        let counts = |o: &&OutcomeRow| o.kind == OutcomeKind::Lost && o.on <= today;
        let all: Vec<Written> = (past.rows().iter().enumerate())
            .flat_map(|(row, client)| client.outcomes.iter().filter(counts).map(move |o| Written { row, outcome: o.clone() }))
            .collect();
        let mut losses: Vec<Loss> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for written in all.iter().filter(|w| period.contains(w.outcome.on)) {
            let client = &past.rows()[written.row];
            losses.push(Loss::new(client, &written.outcome, notes.get(&written.outcome.id).cloned()));
            places.push(written.row);
        }
        let mut out = Hindsight {
            period,
            currency: snapshot.currency,
            losses: Vec::new(),
            unrecorded: unrecorded(past.rows(), today),
            judged: judged(&period, today, past.rows()),
            all: Hits::default(),
            listed: Hits::default(),
            by_orders: Hits::default(),
            signals: SignalKind::ALL.iter().map(|kind| (*kind, Hits::default())).collect(),
            saves: Saves::new(past.rows(), &period, snapshot, settings),
        };
        let mut months: BTreeMap<Day, Vec<usize>> = out.judged.iter().map(|end| (*end, Vec::new())).collect();
        for (n, loss) in losses.iter().enumerate() {
            for end in months_before(loss.on) {
                months.entry(end).or_default().push(n);
            }
        }
        for (end, watched) in &months {
            let mut month = past.month(*end);
            for n in watched {
                losses[*n].watch(&past, &month, places[*n], *end);
            }
            if out.judged.binary_search(end).is_ok() {
                let after = |w: &&Written| (1..=HORIZON).contains(&w.outcome.on.since(*end));
                let lost: HashSet<Id> = all.iter().filter(after).map(|w| past.rows()[w.row].client.id).collect();
                for look in past.all(&mut month).iter().filter(|look| look.served) {
                    out.count(look, lost.contains(&look.client));
                }
            }
        }
        out.signals.retain(|(_, hits)| hits.seen() > 0);
        out.signals.sort_by_key(|(_, hits)| std::cmp::Reverse((hits.lost, hits.stayed)));
        losses.sort_by_key(|loss| (std::cmp::Reverse(loss.on), loss.client));
        out.losses = losses;
        Ok(out)
    }

    fn count(&mut self, look: &Look, lost: bool) {
        self.all.add(look.client, lost);
        if look.listed {
            self.listed.add(look.client, lost);
        }
        if look.by_orders {
            self.by_orders.add(look.client, lost);
        }
        for (kind, hits) in &mut self.signals {
            if look.signals.contains(kind) {
                hits.add(look.client, lost);
            }
        }
    }

    /// Whether enough clients were lost to give a share.
    pub fn says_enough(&self) -> bool {
        self.all.lost_clients.len() >= FEW
    }

    /// How many of the losses had stood in the list in the horizon before.
    pub fn warned(&self) -> usize {
        self.losses.iter().filter(|loss| loss.listed.is_some()).count()
    }

    /// The middle of the days between the first warning and the loss, of those that were warned of; of two the shorter.
    pub fn usual_lead(&self) -> Option<i32> {
        let mut leads: Vec<i32> = self.losses.iter().filter_map(Loss::lead).collect();
        leads.sort_unstable();
        leads.get(leads.len().saturating_sub(1) / 2).copied()
    }

    /// What the losses of the period were expected to bring, minor units of the base currency.
    pub fn value(&self) -> f64 {
        self.losses.iter().map(|loss| loss.value).sum()
    }

    /// The losses by what they have in common, the most first; tiers and tenure in their own order.
    pub fn groups(&self, by: By) -> Vec<Group> {
        let mut out: Vec<(usize, Group)> = Vec::new();
        for (n, loss) in self.losses.iter().enumerate() {
            let (order, code, title) = key(loss, by);
            let at = out.iter().position(|(_, group)| group.code == code).unwrap_or_else(|| {
                out.push((order, Group { title, code, losses: Vec::new(), value: 0.0, listed: 0 }));
                out.len() - 1
            });
            let group = &mut out[at].1;
            group.losses.push(n);
            group.value += loss.value;
            group.listed += usize::from(loss.listed.is_some());
        }
        out.sort_by_key(|(order, group)| (*order, std::cmp::Reverse(group.losses.len())));
        out.into_iter().map(|(_, group)| group).collect()
    }
}

impl Loss {
    fn new(client: &ClientRows, outcome: &OutcomeRow, note: Option<String>) -> Loss {
        let back = |o: &&OutcomeRow| o.kind == OutcomeKind::Returned && (o.on, o.id) > (outcome.on, outcome.id);
        Loss {
            client: client.client.id,
            on: outcome.on,
            reason: outcome.reason.clone().unwrap_or_else(|| "other".to_owned()),
            note,
            tier: None,
            tenure: outcome.on.since(client.client.since).max(0),
            value: 0.0,
            listed: None,
            listed_days: 0,
            looks: std::array::from_fn(|_| None),
            returned: client.outcomes.iter().filter(back).map(|o| o.on).min(),
        }
    }

    /// Looks at the days before the loss on which a month's model holds.
    fn watch(&mut self, past: &Past<'_>, month: &super::risk::Month, row: usize, end: Day) {
        let (first, last) = (self.on.plus(-HORIZON).max(end), self.on.plus(-1).min(end.plus(1).end_of_month().plus(-1)));
        for day in (0..=last.since(first)).map(|n| first.plus(n)) {
            // The day of the loss itself is no day of service any more.
            let at = LOOKS.iter().position(|days| self.on.plus(-(*days).max(1)) == day);
            let Some(look) = past.one(month, row, day).filter(|look| look.served) else { continue };
            if look.listed {
                self.listed.get_or_insert(day);
                self.listed_days += 1;
            }
            if day == self.on.plus(-1) {
                (self.tier, self.value) = (look.tier, look.expected);
            }
            if let Some(at) = at {
                self.looks[at] = Some(look);
            }
        }
    }
}

/// The month-ends whose models hold on the days of the horizon before a loss.
fn months_before(on: Day) -> Vec<Day> {
    let (first, last) = (on.plus(-HORIZON), on.plus(-1));
    let before = |day: Day| if day == day.end_of_month() { day.month_index() } else { day.month_index() - 1 };
    (before(first)..=before(last)).map(Day::last_of_month_index).collect()
}

/// The month-ends of a period that the horizon has passed since, oldest first.
fn judged(period: &Period, today: Day, rows: &[ClientRows]) -> Vec<Day> {
    let Some(begin) = rows.iter().map(|r| r.client.since).min() else { return Vec::new() };
    let newest = today.plus(-HORIZON).min(period.last);
    let mut out: Vec<Day> = (0..)
        .map(|n| Day::last_of_month_index(newest.month_index() - n))
        .filter(|end| *end <= newest)
        .take_while(|end| *end >= period.first && *end >= begin)
        .take(MONTHS)
        .collect();
    out.reverse();
    out
}

/// Clients that are lost, and nothing says since when and why.
fn unrecorded(rows: &[ClientRows], today: Day) -> Vec<Id> {
    let recorded = |r: &ClientRows| r.outcomes.iter().any(|o| o.kind == OutcomeKind::Lost && o.on <= today);
    let lost = rows.iter().filter(|r| r.client.status == Status::Lost && r.client.status_on <= today && !recorded(r));
    lost.map(|r| r.client.id).collect()
}

/// The place of a loss among the groups: order, code, words.
fn key(loss: &Loss, by: By) -> (usize, String, Message) {
    match by {
        By::Reason => (0, loss.reason.clone(), super::loss::reason_words(&loss.reason)),
        By::Tier => match loss.tier {
            Some(tier) => (tier as usize, tier.code().to_owned(), Message::new("hindsight-tier").with("tier", tier)),
            None => (9, "-".to_owned(), Message::new("hindsight-no-tier")),
        },
        By::Tenure => match loss.tenure {
            days if days < 365 => (0, "under-1y".to_owned(), Message::new("hindsight-tenure-short")),
            days if days < 3 * 365 => (1, "1y-3y".to_owned(), Message::new("hindsight-tenure-middle")),
            _ => (2, "over-3y".to_owned(), Message::new("hindsight-tenure-long")),
        },
    }
}
