//! From the store to the snapshot: the reading road. Nothing here decides a rule.

use super::assess::{Assessed, Under, assess};
use super::cases::{self, Case, Clocks, Improvement};
use super::error::PortfolioError;
use super::factors;
use super::frame::Frame;
use super::holidays::known;
use super::queue::{self, Queue};
use super::risk::{Fit, Fitted, RiskFrame, RiskList, pauses, risk_list};
use super::value::Values;
use crate::domain::day::{Day, DayStarts, Now};
use crate::domain::facts::{ClientFacts, InvoiceRow};
use crate::domain::fold::{FoldContext, WORKED, fold};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rates};
use crate::domain::occasion::Cultures;
use crate::domain::playbook::Offered;
use crate::domain::policy::{self, Policy, TierBasis};
use crate::domain::zone::{Holidays, WorkingTime};
use crate::store::{BookRows, ImprovementRow, Store, Which};
use std::sync::{Arc, OnceLock};

/// What the configuration adds to the facts.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public holidays and make-up days.
    pub holidays: Holidays,
    /// Base currency of value figures; unset, the one most invoices of the book are in, else CNY.
    pub currency: Option<Currency>,
    /// Rates into the base currency.
    pub rates: Rates,
    /// Playbooks that can be offered, the first that fits before the others.
    pub playbooks: Vec<Offered>,
    /// Holidays by culture, and the user's language.
    pub cultures: Cultures,
    /// Whether orders booked for a later day are seen: not when another date is asked about.
    pub booked: bool,
}

/// The policy in force as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyText {
    /// Its name.
    pub name: String,
    /// TOML.
    pub text: Arc<str>,
}

impl PolicyText {
    fn of(book: &BookRows) -> PolicyText {
        let (name, text) = book.policy.as_ref().map_or(("agency", policy::AGENCY), |row| (&row.name, &row.text));
        PolicyText { name: name.to_owned(), text: text.into() }
    }
}

/// The whole book assessed at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The moment.
    pub now: Now,
    /// The policy in force.
    pub policy: Policy,
    /// The text it was read from; `None` under another policy than the one in force.
    pub policy_text: Option<PolicyText>,
    /// Working hours, leave and holidays.
    pub time: WorkingTime,
    /// Base currency of value figures.
    pub currency: Currency,
    /// What cases are measured by.
    pub clocks: Clocks,
    /// What is done so that causes do not return.
    pub improvements: Vec<Improvement>,
    /// Playbooks that can be offered.
    pub playbooks: Vec<Offered>,
    /// Holidays by culture, and the user's language.
    pub cultures: Cultures,
    /// Sums and cuts.
    pub frame: Frame,
    /// The model of repeat orders, and when the user was away.
    pub risk: RiskFrame,
    /// The Monday of the newest week that was looked back on.
    pub reviewed: Option<Day>,
    /// Clients by id.
    pub clients: Vec<Assessed>,
    /// The day's work.
    pub queue: Queue,
    /// Clients at risk.
    pub at_risk: RiskList,
    /// What each client is worth, once somebody asked.
    pub(super) values: OnceLock<Values>,
}

impl Snapshot {
    /// Reads and assesses the whole book.
    ///
    /// # Errors
    /// What the store refuses, or a stored policy that cannot be read.
    pub fn load(store: &Store, settings: &Settings, now: &Now) -> Result<Snapshot, PortfolioError> {
        let book = store.book()?;
        Snapshot::load_with(store, settings, now, policy_of(&book)?, &book, None)
    }

    /// The same without waiting for the model: where none is kept for just these orders, that of an earlier snapshot stands in and the
    /// fit is [wanted](RiskFrame::wanted).
    ///
    /// # Errors
    /// As [`Snapshot::load`].
    pub fn load_meanwhile(store: &Store, settings: &Settings, now: &Now, before: &Fitted) -> Result<Snapshot, PortfolioError> {
        let book = store.book()?;
        Snapshot::load_with(store, settings, now, policy_of(&book)?, &book, Some(before))
    }

    /// The same under another policy: what a preview shows.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn load_under(store: &Store, settings: &Settings, now: &Now, policy: Policy) -> Result<Snapshot, PortfolioError> {
        let book = store.book()?;
        let under = Snapshot::load_with(store, settings, now, policy, &book, None)?;
        Ok(Snapshot { policy_text: None, ..under })
    }

    fn load_with(
        store: &Store,
        settings: &Settings,
        now: &Now,
        policy: Policy,
        book: &BookRows,
        before: Option<&Fitted>,
    ) -> Result<Snapshot, PortfolioError> {
        let time = working_time(&policy, book, settings, now);
        let currency = settings.currency.or(book.currency).unwrap_or(Currency::CNY);
        let facts = fold_some(store, &Which::All, settings, currency, &policy, now)?;
        let clocks = Clocks::new(book, &policy, &known(book, settings), now)?;
        let leave = days_off(book, now);
        // A model that cannot be looked up is fitted anew: it is a cache.
        let known = |version| store.kept_fit(version).ok().flatten();
        let risk = match before {
            None => RiskFrame::new(&facts, &leave, &time, now, known),
            Some(before) => RiskFrame::meanwhile(&facts, &leave, &time, now, before, known),
        };
        let (playbooks, cultures) = (settings.playbooks.clone(), settings.cultures.clone());
        let (reviewed, improvements) = (book.reviewed, &book.improvements[..]);
        let policy_text = Some(PolicyText::of(book));
        let given = Given { currency, policy, policy_text, time, clocks, playbooks, cultures, reviewed, improvements };
        Ok(Snapshot::of(facts, risk, now, given))
    }

    /// Facts of the whole book, by id, assessed.
    fn of(facts: Vec<ClientFacts>, risk: RiskFrame, now: &Now, given: Given<'_>) -> Snapshot {
        let Given { currency, policy, policy_text, time, clocks, playbooks, cultures, reviewed, improvements } = given;
        let frame = Frame::new(&facts, &policy, &risk, now);
        let under = Under {
            frame: &frame,
            policy: &policy,
            time: &time,
            clocks: &clocks,
            risk: &risk,
            playbooks: &playbooks,
            cultures: &cultures,
            currency,
            now,
        };
        let clients: Vec<Assessed> = facts.into_iter().map(|f| assess(f, under)).collect();
        let improvements = improved(improvements, &clients, under);
        let queue = queue::build(&clients, &improvements, under);
        let at_risk = risk_list(&clients);
        Snapshot {
            now: *now,
            currency,
            policy,
            policy_text,
            time,
            clocks,
            improvements,
            playbooks,
            cultures,
            frame,
            risk,
            reviewed,
            clients,
            queue,
            at_risk,
            values: OnceLock::new(),
        }
    }

    /// The same with the model that was fitted to just these orders; with one of other orders nothing changes.
    ///
    /// # Errors
    /// As [`Snapshot::load`].
    pub fn fitted(&mut self, store: &Store, fitted: &Fitted) -> Result<bool, PortfolioError> {
        if self.risk.wanted.as_ref().is_none_or(|wanted| wanted.version != fitted.version) {
            return Ok(false);
        }
        let book = store.book()?;
        let now = self.now;
        let facts: Vec<ClientFacts> = std::mem::take(&mut self.clients).into_iter().map(|c| c.facts).collect();
        let risk = RiskFrame::new(&facts, &days_off(&book, &now), &self.time, &now, |_| Some(fitted.model));
        let given = Given {
            currency: self.currency,
            policy: self.policy.clone(),
            policy_text: self.policy_text.clone(),
            time: self.time.clone(),
            clocks: self.clocks.clone(),
            playbooks: self.playbooks.clone(),
            cultures: self.cultures.clone(),
            reviewed: book.reviewed,
            improvements: &book.improvements,
        };
        *self = Snapshot::of(facts, risk, &now, given);
        Ok(true)
    }

    /// Waits for the model where another stands in for it.
    ///
    /// # Errors
    /// As [`Snapshot::load`].
    pub fn settle(&mut self, store: &Store) -> Result<(), PortfolioError> {
        if let Some(fitted) = self.risk.wanted.as_ref().map(Fit::run) {
            self.fitted(store, &fitted)?;
        }
        Ok(())
    }

    /// Keeps the model in the file, so that whoever reads these orders next need not fit it. Only a help: a file that cannot be written
    /// stays as it is.
    pub fn keep_fit(&self, store: &mut Store) {
        let Fitted { version, model } = self.risk.fitted();
        if self.risk.wanted.is_none() && matches!(store.kept_fit(version), Ok(None)) {
            let _ = store.keep_fit(version, &model, self.now.today());
        }
    }

    /// Brings the snapshot up to date after an action on `clients`: only these are read again. The others are assessed anew when the
    /// action changed what couples clients (value, status, entered factors), and all is read when the rules or the day are others.
    ///
    /// # Errors
    /// As [`Snapshot::load`].
    pub fn refresh(&mut self, store: &Store, settings: &Settings, clients: &[Id], now: &Now) -> Result<(), PortfolioError> {
        let book = store.book()?;
        let policy = policy_of(&book)?;
        let time = working_time(&policy, &book, settings, now);
        let same_currency = settings.currency.or(book.currency).is_none_or(|c| c == self.currency);
        let same_rules = same_currency && policy == self.policy && time == self.time && now.zone == self.now.zone;
        if !same_rules || now.today() != self.now.today() || clients.is_empty() {
            let before = self.risk.fitted();
            *self = Snapshot::load_with(store, settings, now, policy, &book, Some(&before))?;
            return Ok(());
        }
        // To read every policy version anew would take longer than all the rest.
        let clocks = match self.clocks.covers(&book.versions) {
            true => self.clocks.clone(),
            false => Clocks::new(&book, &policy, &known(&book, settings), now)?,
        };
        let changed = fold_some(store, &Which::Some(clients.to_vec()), settings, self.currency, &self.policy, now)?;
        let known = |id: Id| self.clients.binary_search_by_key(&id, Assessed::id).ok().map(|n| &self.clients[n].facts);
        let leave = days_off(&book, now);
        let couples = changed.len() != clients.iter().filter(|id| known(**id).is_some()).count()
            || changed.iter().any(|new| known(new.client.id).is_none_or(|old| couples(old, new, &policy, now)))
            || self.returned(&changed, &leave, now);
        if couples {
            let mut facts: Vec<ClientFacts> = std::mem::take(&mut self.clients).into_iter().map(|c| c.facts).collect();
            facts.retain(|f| !clients.contains(&f.client.id));
            facts.extend(changed);
            facts.sort_by_key(|f| f.client.id);
            let (playbooks, cultures) = (settings.playbooks.clone(), settings.cultures.clone());
            let improvements = &book.improvements;
            let (reviewed, policy_text) = (book.reviewed, Some(PolicyText::of(&book)));
            let currency = self.currency;
            let given = Given { currency, policy, policy_text, time, clocks, playbooks, cultures, reviewed, improvements };
            let known = |version| store.kept_fit(version).ok().flatten();
            let risk = RiskFrame::meanwhile(&facts, &leave, &given.time, now, &self.risk.fitted(), known);
            *self = Snapshot::of(facts, risk, now, given);
            return Ok(());
        }
        self.now = *now;
        self.reviewed = book.reviewed;
        self.values = OnceLock::new();
        self.clocks = clocks;
        self.policy_text = Some(PolicyText::of(&book));
        let under = Under {
            frame: &self.frame,
            policy: &self.policy,
            time: &self.time,
            clocks: &self.clocks,
            risk: &self.risk,
            playbooks: &self.playbooks,
            cultures: &self.cultures,
            currency: self.currency,
            now,
        };
        for facts in changed {
            if let Ok(n) = self.clients.binary_search_by_key(&facts.client.id, Assessed::id) {
                self.clients[n] = assess(facts, under);
            }
        }
        self.improvements = improved(&book.improvements, &self.clients, under);
        self.queue = queue::build(&self.clients, &self.improvements, under);
        self.at_risk = risk_list(&self.clients);
        Ok(())
    }

    /// Whether with these facts the user was away on other days: a first contact after a while ends the silence of everybody.
    fn returned(&self, changed: &[ClientFacts], leave: &[(Day, Day)], now: &Now) -> bool {
        let known = |id: Id| self.client(id).map(|c| &c.facts.worked);
        if changed.iter().all(|new| known(new.client.id) == Some(&new.worked)) {
            return false;
        }
        let worked = |c| {
            let client: &Assessed = c;
            &*changed.iter().find(|new| new.client.id == client.id()).unwrap_or(&client.facts).worked
        };
        self.risk.other_days(self.clients.iter().map(worked), leave, &self.time, now)
    }

    /// One client by id.
    pub fn client(&self, id: Id) -> Option<&Assessed> {
        self.clients.binary_search_by_key(&id, Assessed::id).ok().map(|n| &self.clients[n])
    }

    /// What each client is worth; counted once for a snapshot.
    pub fn values(&self) -> &Values {
        self.values.get_or_init(|| Values::new(self))
    }

    /// Clients that are there at this moment.
    pub fn present(&self) -> impl Iterator<Item = &Assessed> {
        self.clients.iter().filter(|c| c.facts.exists)
    }

    /// Minutes the day's fitting rows will take by the policy's estimate.
    pub fn estimate(&self) -> i64 {
        self.queue.to_do() as i64 * self.policy.queue.minutes
    }

    /// The day an invoice is to be paid, see [`Under::invoice_due`].
    pub fn invoice_due(&self, invoice: &InvoiceRow) -> Day {
        self.under().invoice_due(invoice)
    }

    /// What assessments are made under.
    pub fn under(&self) -> Under<'_> {
        Under {
            frame: &self.frame,
            policy: &self.policy,
            time: &self.time,
            clocks: &self.clocks,
            risk: &self.risk,
            playbooks: &self.playbooks,
            cultures: &self.cultures,
            currency: self.currency,
            now: &self.now,
        }
    }
}

/// What a snapshot is made of beside the facts.
struct Given<'a> {
    currency: Currency,
    policy: Policy,
    policy_text: Option<PolicyText>,
    time: WorkingTime,
    clocks: Clocks,
    playbooks: Vec<Offered>,
    cultures: Cultures,
    reviewed: Option<Day>,
    improvements: &'a [ImprovementRow],
}

fn improved(rows: &[ImprovementRow], clients: &[Assessed], under: Under<'_>) -> Vec<Improvement> {
    if rows.is_empty() {
        return Vec::new();
    }
    let cases: Vec<&Case> = clients.iter().flat_map(|c| &c.cases).collect();
    cases::improvements(rows, &cases, &under.policy.complaints, under.now)
}

/// Whether a client's new facts change what others are assessed under.
fn couples(old: &ClientFacts, new: &ClientFacts, policy: &Policy, now: &Now) -> bool {
    let (a, b) = (&old.client, &new.client);
    old.values != new.values
        || old.orders != new.orders
        || pauses(old, now) != pauses(new, now)
        || old.exists != new.exists
        || a.status != b.status
        || a.status_on != b.status_on
        || (a.potential, a.fit, a.budget) != (b.potential, b.fit, b.budget)
        || policy.tiers.basis == TierBasis::Factors
            && (factors::inputs(old, 0, policy, None) != factors::inputs(new, 0, policy, None)
                || old.sales != new.sales
                || a.since != b.since)
}

/// The policy in force: the newest version stored, else the preset `agency`.
///
/// # Errors
/// A stored text that cannot be read, with line and key.
pub fn policy_of(book: &BookRows) -> Result<Policy, PortfolioError> {
    match &book.policy {
        None => policy::parse(policy::AGENCY).map_err(|e| PortfolioError::Policy("agency".to_owned(), e)),
        Some(row) => policy::parse(&row.text).map_err(|e| PortfolioError::Policy(row.name.clone(), e)),
    }
}

fn working_time(policy: &Policy, book: &BookRows, settings: &Settings, now: &Now) -> WorkingTime {
    WorkingTime::new(policy.hours.clone(), &days_off(book, now), known(book, settings))
}

/// The user's own days off, first and last.
pub(super) fn days_off(book: &BookRows, now: &Now) -> Vec<(Day, Day)> {
    book.leave.iter().filter(|l| l.stands(now.instant)).map(|l| (l.first, l.last)).collect()
}

/// Streams and folds some or all clients, ordered by id.
pub(super) fn fold_some(
    store: &Store,
    which: &Which,
    settings: &Settings,
    currency: Currency,
    policy: &Policy,
    now: &Now,
) -> Result<Vec<ClientFacts>, PortfolioError> {
    let ctx = FoldContext {
        now: *now,
        half_life: policy.tiers.half_life,
        meeting_satisfies_visit: policy.meeting_satisfies_visit,
        greetings_count: policy.messages.greetings_count,
        currency,
        rates: &settings.rates,
        days: DayStarts::of_last(WORKED, now),
        booked: settings.booked,
    };
    let mut out = Vec::new();
    store.stream(which, &mut |rows| out.push(fold(rows, &ctx)))?;
    Ok(out)
}
