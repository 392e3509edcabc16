//! What the file tells of a week beyond the assessed book: how every promise stood when it began, the contacts since, who was on the list
//! of those at risk. Read in one pass over the rows; how a promise is judged is `promises`'.

use super::promises::{Court, Group, Promise, Reached, groups};
use super::week::Week;
use crate::domain::day::{Day, DayStarts, Now};
use crate::domain::facts::{ClientFacts, ClientRows, DeferralRow, TouchRow};
use crate::domain::fold::{FoldContext, WORKED, fold};
use crate::domain::id::Id;
use crate::domain::words::{Channel, DeferralKind, Direction, Outcome};
use crate::portfolio::assess::{Under, assess, base_plan};
use crate::portfolio::risk::RiskFrame;
use crate::portfolio::{PortfolioError, Settings, Snapshot};
use crate::store::{Store, Which};
use std::collections::BTreeMap;

/// The contacts of a week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Contacts: spoken, written, answered.
    pub made: usize,
    /// Outward calls, meetings and visits.
    pub tried: usize,
    /// Those of them that somebody answered.
    pub answered: usize,
}

impl Contacts {
    fn add(&mut self, touch: &TouchRow) {
        let reached = touch.outcome != Outcome::NoAnswer;
        self.made += usize::from(reached);
        if touch.direction == Direction::Out && !touch.channel.is_sent() {
            self.tried += 1;
            self.answered += usize::from(reached);
        }
    }
}

/// One client's week.
#[derive(Debug, Clone, Default, PartialEq)]
struct OfClient {
    promises: Vec<Promise>,
    contacts: Contacts,
    /// Stood on the list of those at risk when the week began.
    listed: bool,
}

/// A week as the file tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The week.
    pub week: Week,
    clients: BTreeMap<Id, OfClient>,
}

/// What is kept of a client's rows while they stream by.
struct Passed {
    reached: Vec<Reached>,
    contacts: Contacts,
    deferrals: Vec<DeferralRow>,
}

impl Passed {
    fn new(rows: &ClientRows, week: Week, now: &Now) -> Passed {
        let (first, last) = (week.first().start(now.zone), week.last().end(now.zone));
        let mut out = Passed { reached: Vec::new(), contacts: Contacts::default(), deferrals: Vec::new() };
        // They come nearly in order: those of an old week may lie anywhere.
        for touch in rows.touches.iter().filter(|t| t.at >= first && t.at <= now.instant) {
            if touch.outcome == Outcome::Reached {
                out.reached.push(Reached { at: touch.at, channel: touch.channel });
            }
            if touch.channel != Channel::Unknown && touch.at <= last {
                out.contacts.add(touch);
            }
        }
        out.reached.sort_by_key(|t| t.at);
        let kinds = [DeferralKind::Pause, DeferralKind::Skip, DeferralKind::Spread];
        let counts = |d: &&DeferralRow| kinds.contains(&d.kind) && d.created <= now.instant;
        out.deferrals = rows.deferrals.iter().filter(counts).cloned().collect();
        out.deferrals.sort_by_key(|d| (d.created, d.id));
        out
    }
}

impl Record {
    /// Reads a week.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn read(store: &Store, settings: &Settings, book: &Snapshot, week: Week) -> Result<Record, PortfolioError> {
        let mut record = Record::empty(week);
        record.fill(store, settings, book, &Which::All)?;
        Ok(record)
    }

    /// Reads a week of some clients only.
    ///
    /// # Errors
    /// As [`Record::read`].
    pub fn read_some(
        store: &Store,
        settings: &Settings,
        book: &Snapshot,
        week: Week,
        clients: &[Id],
    ) -> Result<Record, PortfolioError> {
        let mut record = Record::empty(week);
        record.fill(store, settings, book, &Which::Some(clients.to_vec()))?;
        Ok(record)
    }

    /// Nothing is known yet.
    pub fn empty(week: Week) -> Record {
        Record { week, clients: BTreeMap::new() }
    }

    /// Takes over what was read of these clients since.
    pub fn take_over(&mut self, newer: Record, clients: &[Id]) {
        for client in clients {
            self.clients.remove(client);
        }
        self.clients.extend(newer.clients);
    }

    fn fill(&mut self, store: &Store, settings: &Settings, book: &Snapshot, which: &Which) -> Result<(), PortfolioError> {
        let mut reader = Reader::new(book, settings, self.week);
        store.stream(which, &mut |rows| reader.take(rows))?;
        self.clients.extend(reader.done());
        Ok(())
    }

    /// The promises of the week, by client.
    pub fn promises(&self) -> impl Iterator<Item = &Promise> {
        self.clients.values().flat_map(|c| &c.promises)
    }

    /// The same, counted by tier and channel.
    pub fn groups(&self) -> Vec<Group> {
        groups(self.promises())
    }

    /// The contacts of the week.
    pub fn contacts(&self) -> Contacts {
        self.clients.values().fold(Contacts::default(), |sum, c| Contacts {
            made: sum.made + c.contacts.made,
            tried: sum.tried + c.contacts.tried,
            answered: sum.answered + c.contacts.answered,
        })
    }

    /// How many clients these contacts were with.
    pub fn contacted(&self) -> usize {
        self.clients.values().filter(|c| c.contacts.made > 0).count()
    }

    /// Whether a client stood on the list of those at risk when the week began.
    pub fn was_listed(&self, client: Id) -> bool {
        self.clients.get(&client).is_some_and(|c| c.listed)
    }
}

/// Takes rows as they stream by and tells what they say of a week.
pub(super) struct Reader<'a> {
    book: &'a Snapshot,
    week: Week,
    then: Now,
    context: FoldContext<'a>,
    facts: Vec<ClientFacts>,
    passed: Vec<Passed>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(book: &'a Snapshot, settings: &'a Settings, week: Week) -> Reader<'a> {
        let before: Day = week.first().plus(-1);
        let then = book.now.at(before.end(book.now.zone));
        let context = FoldContext {
            now: then,
            half_life: book.policy.tiers.half_life,
            meeting_satisfies_visit: book.policy.meeting_satisfies_visit,
            greetings_count: book.policy.messages.greetings_count,
            currency: book.currency,
            rates: &settings.rates,
            days: DayStarts::of_last(WORKED, &then),
            booked: false,
        };
        Reader { book, week, then, context, facts: Vec::new(), passed: Vec::new() }
    }

    /// One client's rows. Whoever came during the week was promised nothing in it.
    pub(super) fn take(&mut self, rows: &ClientRows) {
        self.facts.push(fold(rows, &self.context));
        self.passed.push(Passed::new(rows, self.week, &self.book.now));
    }

    /// How the promises stood at the end of the Sunday before, under the model, tiers and rules of today, and what became of them.
    fn done(self) -> BTreeMap<Id, OfClient> {
        let Reader { book, week, then, facts, passed, .. } = self;
        let risk: RiskFrame = book.risk.at(&facts, &then);
        let under = Under { risk: &risk, now: &then, ..book.under() };
        let court = Court {
            week,
            today: book.now.today(),
            zone: book.now.zone,
            time: &book.time,
            meeting_satisfies_visit: book.policy.meeting_satisfies_visit,
        };
        let of_client = |(facts, passed): (ClientFacts, Passed)| {
            let client = assess(facts, under);
            let served = book.client(client.id()).is_some_and(|c| !c.plan.is_empty());
            let promise = |r: &crate::portfolio::Requirement| {
                let state = court.judge(r, &passed.reached, &passed.deferrals, served)?;
                let due = (!super::promises::is_weekly(r.every)).then_some(r.promised);
                Some(Promise { client: client.id(), tier: client.tier.tier, channel: r.channel, every: r.every, due, state })
            };
            let promises = base_plan(&client, under).iter().filter_map(promise).collect();
            (client.id(), OfClient { promises, contacts: passed.contacts, listed: client.risk.is_listed() })
        };
        facts.into_iter().zip(passed).map(of_client).collect()
    }
}

impl Record {
    /// A week of rows that are at hand.
    #[cfg(test)]
    pub(in crate::portfolio) fn of_rows(rows: &[ClientRows], settings: &Settings, book: &Snapshot, week: Week) -> Record {
        let mut reader = Reader::new(book, settings, week);
        rows.iter().for_each(|rows| reader.take(rows));
        Record { week, clients: reader.done() }
    }
}
