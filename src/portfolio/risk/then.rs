//! The book as it stood on past dates: the rows are read once and folded again for each date; the model, the tiers and the sums are those
//! of the month's end before it. What is counted from that is `hindsight`'s.

use super::{Level, Risk, RiskFrame};
use crate::domain::day::{Day, DayStarts, Moment, Now};
use crate::domain::facts::{ClientFacts, ClientRows};
use crate::domain::fold::{FoldContext, WORKED, fold};
use crate::domain::id::Id;
use crate::domain::words::{SignalKind, Tier};
use crate::portfolio::assess::{Under, assess};
use crate::portfolio::frame::Frame;
use crate::portfolio::{Settings, Snapshot};
use crate::store::{Store, StoreError, Which};

/// A client as it looked on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The client.
    pub client: Id,
    /// The date, seen at its end.
    pub on: Day,
    /// Whether it was served: only then anything can be told.
    pub served: bool,
    /// The index, 0 to 1.
    pub index: Option<f64>,
    /// How high it was.
    pub level: Level,
    /// Whether it stood in the list.
    pub listed: bool,
    /// Whether it would have by its orders alone.
    pub by_orders: bool,
    /// The other signals that counted against it, the heaviest first.
    pub signals: Vec<SignalKind>,
    /// Expected margin of 12 months, minor units of the base currency.
    pub expected: f64,
    /// Tier.
    pub tier: Option<Tier>,
}

/// The rows of a book and what they are judged under.
pub(in crate::portfolio) struct Past<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    leave: Vec<(Day, Day)>,
    /// By id.
    rows: Vec<ClientRows>,
    /// Days on which the user was in touch with anybody, ascending.
    worked: Vec<Day>,
}

/// What couples the clients at a month's end.
pub(in crate::portfolio) struct Month {
    now: Now,
    days: DayStarts,
    frame: Frame,
    risk: RiskFrame,
    facts: Vec<ClientFacts>,
}

fn served(risk: &Risk) -> bool {
    risk.state != super::RiskState::NotServed
}

fn look(facts: ClientFacts, under: Under<'_>) -> Look {
    let client = assess(facts, under);
    let risk = &client.risk;
    Look {
        client: client.id(),
        on: under.now.today(),
        served: served(risk),
        index: risk.index,
        level: risk.level(),
        listed: risk.is_listed(),
        by_orders: risk.orders_alone().is_some_and(|none| none >= super::MEDIUM),
        signals: risk.signals.iter().filter(|s| s.points > 0.0).map(|s| s.kind).collect(),
        expected: risk.expected(),
        tier: client.tier.tier,
    }
}

impl<'a> Past<'a> {
    /// Reads the rows of the book; `leave` are the user's days off.
    ///
    /// # Errors
    /// What the store refuses.
    pub(in crate::portfolio) fn read(
        store: &Store,
        settings: &'a Settings,
        snapshot: &'a Snapshot,
        leave: Vec<(Day, Day)>,
    ) -> Result<Past<'a>, StoreError> {
        let mut rows: Vec<ClientRows> = Vec::with_capacity(snapshot.clients.len());
        store.stream(&Which::All, &mut |client| rows.push(client.clone()))?;
        let zone = snapshot.now.zone;
        let touches = rows.iter().flat_map(|r| &r.touches);
        let counts = touches.filter(|t| t.channel != crate::domain::words::Channel::Unknown);
        let mut worked: Vec<Day> = counts.map(|t| t.at.day(zone)).collect();
        worked.sort_unstable();
        worked.dedup();
        Ok(Past { snapshot, settings, leave, rows, worked })
    }

    /// The rows of each client, by id.
    pub(in crate::portfolio) fn rows(&self) -> &[ClientRows] {
        &self.rows
    }

    fn context(&self, days: DayStarts, now: &Now) -> FoldContext<'_> {
        let policy = &self.snapshot.policy;
        FoldContext {
            now: *now,
            half_life: policy.tiers.half_life,
            meeting_satisfies_visit: policy.meeting_satisfies_visit,
            greetings_count: policy.messages.greetings_count,
            currency: self.snapshot.currency,
            rates: &self.settings.rates,
            days,
            booked: false,
        }
    }

    /// Everybody at the end of a day, and the model fitted to what they had ordered by then.
    pub(in crate::portfolio) fn month(&self, end: Day) -> Month {
        let now = self.snapshot.now.at(self.end(end));
        let days = DayStarts::of_last(WORKED, &now);
        let context = self.context(days.clone(), &now);
        let facts: Vec<ClientFacts> = self.rows.iter().map(|rows| fold(rows, &context)).collect();
        let risk = RiskFrame::new(&facts, &self.leave, &self.snapshot.time, &now, |_| None);
        let frame = Frame::of_one_day(&facts, &self.snapshot.policy, &risk);
        Month { now, days, frame, risk, facts }
    }

    fn end(&self, day: Day) -> Moment {
        day.end(self.snapshot.now.zone).min(self.snapshot.now.instant)
    }

    fn under<'b>(&'b self, month: &'b Month, risk: &'b RiskFrame, now: &'b Now) -> Under<'b> {
        Under { frame: &month.frame, risk, now, ..self.snapshot.under() }
    }

    /// How everybody looked at the month's end.
    pub(in crate::portfolio) fn all(&self, month: &mut Month) -> Vec<Look> {
        let facts = std::mem::take(&mut month.facts);
        let (risk, now) = (&month.risk, month.now);
        facts.into_iter().map(|facts| look(facts, self.under(month, risk, &now))).collect()
    }

    /// How one client looked at the end of a later day, under the month's model; `client` is its place among the rows.
    pub(in crate::portfolio) fn one(&self, month: &Month, client: usize, day: Day) -> Option<Look> {
        let now = self.snapshot.now.at(self.end(day));
        let facts = fold(self.rows.get(client)?, &self.context(month.days.clone(), &now));
        let risk = month.risk.of_one(&facts, &self.worked, &self.leave, &self.snapshot.time, &now);
        Some(look(facts, self.under(month, &risk, &now)))
    }
}
