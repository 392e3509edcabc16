//! One client assessed under the frame: tier, status, plan with due days, next due day.
//! Pure: facts, frame, policy and now in, `Assessed` out.

use super::cases::{Case, Clocks};
use super::factors;
use super::frame::{self, Basis, Frame, Standing};
use super::risk::{self, Level, MEDIUM, Risk, RiskFrame, Subject};
use super::value;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::{ClientFacts, InvoiceRow, Mark, PinRow, RunRow};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::money::Currency;
use crate::domain::occasion::Cultures;
use crate::domain::playbook::Offered;
use crate::domain::policy::{PlannedContact, Policy};
use crate::domain::target::Target;
use crate::domain::tier;
use crate::domain::words::*;
use crate::domain::zone::WorkingTime;
use chrono_tz::Tz;
use std::borrow::Cow;

/// What is offered when two month-ends agree (S5).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierOffer {
    /// The held tier.
    pub from: Tier,
    /// The offered one.
    pub to: Tier,
    /// Score S at the last month-end, share of 1.
    pub score: f64,
    /// Share accumulated before the client at the last month-end.
    pub share: f64,
}

/// A client's tier from every side.
#[derive(Debug, Clone, PartialEq)]
pub struct TierView {
    /// The tier in force: pin, else held, else computed; `None` unsorted, not active, or only advice.
    pub tier: Option<Tier>,
    /// The computed tier, also when pinned or advice.
    pub computed: Option<Tier>,
    /// Score and share; `None` outside the sum.
    pub standing: Option<Standing>,
    /// The pin in force.
    pub pin: Option<PinRow>,
    /// Fewer than 3 orders or missing factors: printed `A?`.
    pub thin: bool,
    /// Below `advice_below` active clients: the computed tier is advice.
    pub advice: bool,
    /// Active, with neither a pin nor orders nor entered factors.
    pub unsorted: bool,
    /// A change offered in the queue.
    pub offer: Option<TierOffer>,
    /// The tier before the newest change, for 7 days after it.
    pub was: Option<Tier>,
}

impl TierView {
    /// `A`, `A=` (pinned), `A?` (thin data), `-`.
    pub fn label(&self) -> String {
        match self.tier {
            None => "-".to_owned(),
            Some(t) if self.pin.is_some() => format!("{}=", t.code()),
            Some(t) if self.thin => format!("{}?", t.code()),
            Some(t) => t.code().to_owned(),
        }
    }
}

/// Why a requirement stands in Today or not.
#[derive(Debug, Clone, PartialEq)]
pub enum DueState {
    /// In Today once its due day has come.
    Open,
    /// Hidden until a day by the user; how often since the last contact.
    Snoozed {
        /** Returns. */
        until: Day,
        /** Times. */
        times: u32,
    },
    /// Nobody answered; tried again on its due day.
    Retry {
        /** Attempts since the last contact. */
        attempts: u32,
    },
    /// An appointment covers it.
    Booked {
        /** Its moment. */
        start: Moment,
        /** Past the overdue day. */
        late: bool,
    },
    /// The client's cadence stands still.
    Paused {
        /** Until. */
        until: Day,
    },
}

/// One requirement of the plan with its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// The least rich channel that satisfies it.
    pub channel: Channel,
    /// How often.
    pub every: Interval,
    /// Grace in working days.
    pub grace: i32,
    /// The last touch that satisfied it.
    pub last: Option<(Moment, Channel)>,
    /// The day it was due before a retry moved it; `late_days` count from here.
    pub promised: Day,
    /// The day shown as due.
    pub due: Day,
    /// First day it is overdue.
    pub overdue_from: Day,
    /// Calendar days since `promised`, 0 before.
    pub late_days: i32,
    /// Whether a skip or a spread set the day.
    pub moved: Option<DeferralKind>,
    /// It was late when a spread set its day: its grace began anew.
    pub restarted: bool,
    /// Changed for this client by an override.
    pub overridden: Option<String>,
    /// Why it stands in Today or not.
    pub state: DueState,
}

impl Requirement {
    /// Whether it stands in Today on `today`.
    pub fn is_due(&self, today: Day) -> bool {
        self.shown_from().is_some_and(|day| day <= today)
    }

    /// Whether it is past its overdue day.
    pub fn is_overdue(&self, today: Day) -> bool {
        today >= self.overdue_from
    }

    /// Whether it is late: past its overdue day, and nothing agreed, put off or paused speaks for it.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_due(today) && self.is_overdue(today)
    }

    /// The day from which it stands in Today; `None` while an appointment or a pause speaks for it.
    pub(in crate::portfolio) fn shown_from(&self) -> Option<Day> {
        match &self.state {
            DueState::Open | DueState::Retry { .. } => Some(self.due),
            DueState::Snoozed { until, .. } => Some(self.due.max(*until)),
            DueState::Booked { .. } | DueState::Paused { .. } => None,
        }
    }
}

/// One client with everything derived from its facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The facts.
    pub facts: ClientFacts,
    /// Stored status, or dormant where computed.
    pub status: Status,
    /// Tier.
    pub tier: TierView,
    /// Contact plan; empty for whoever is not served.
    pub plan: Vec<Requirement>,
    /// Earliest due day over the plan.
    pub next_due: Option<Day>,
    /// The day the client's information is due for review.
    pub review_due: Option<Day>,
    /// The day the next mark is due to be asked for, of an active client (S44).
    pub survey_due: Option<Day>,
    /// Importance 0 to 1 from tier and value.
    pub importance: f64,
    /// Paused until.
    pub paused: Option<Day>,
    /// Cases by opening.
    pub cases: Vec<Case>,
    /// How likely it is to drift away, and why.
    pub risk: Risk,
    /// A small client that grows (S62).
    pub rising: bool,
    /// Why the plan is tightened.
    pub tightened: Option<Tightened>,
}

/// Why a contact plan is tightened (S61, S98, S99).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tightened {
    /// The risk is high.
    HighRisk,
    /// A win-back runs.
    WinBack,
    /// The client was saved; until then it is watched.
    Saved(Day),
}

impl Tightened {
    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Tightened::HighRisk => "high-risk",
            Tightened::WinBack => "win-back",
            Tightened::Saved(_) => "saved",
        }
    }
}

impl Assessed {
    /// The client's id.
    pub fn id(&self) -> Id {
        self.facts.client.id
    }

    /// The client's name as typed.
    pub fn name(&self) -> &str {
        &self.facts.client.name
    }

    /// Whether a contact of the plan is late.
    pub fn is_late(&self, today: Day) -> bool {
        self.plan.iter().any(|r| r.is_late(today))
    }

    /// The day on which the client comes back to Today: an agreed moment or the end of a snooze or pause where there is one.
    pub fn next_day(&self, zone: Tz) -> Option<Day> {
        let day = |r: &Requirement| match &r.state {
            DueState::Booked { start, .. } => start.day(zone),
            DueState::Paused { until } => *until,
            _ => r.shown_from().unwrap_or(r.due),
        };
        self.plan.iter().map(day).min()
    }

    /// The day on which anything of the client comes up: the plan, an appointment, something promised or awaited.
    pub fn next_thing(&self, zone: Tz) -> Option<Day> {
        let agreed = self.facts.appointments.iter().map(|a| a.start.day(zone));
        let owed = self.facts.tasks.iter().map(|t| t.due);
        self.next_day(zone).into_iter().chain(agreed).chain(owed).min()
    }
}

/// What an assessment is made under: the same for every client.
#[derive(Debug, Clone, Copy)]
pub struct Under<'a> {
    /// Sums and cuts.
    pub frame: &'a Frame,
    /// Policy in force.
    pub policy: &'a Policy,
    /// Working time.
    pub time: &'a WorkingTime,
    /// What cases are measured by.
    pub clocks: &'a Clocks,
    /// The model of repeat orders, and when the user was away.
    pub risk: &'a RiskFrame,
    /// Playbooks that can be offered.
    pub playbooks: &'a [Offered],
    /// Holidays by culture, and the user's language.
    pub cultures: &'a Cultures,
    /// Base currency of value figures.
    pub currency: Currency,
    /// The moment.
    pub now: &'a Now,
}

impl Under<'_> {
    /// The day an invoice is to be paid: the one on it, else the policy's terms after it was issued.
    pub fn invoice_due(&self, invoice: &InvoiceRow) -> Day {
        invoice.due.unwrap_or_else(|| invoice.issued.plus(self.policy.queue.payment_terms))
    }
}

/// Assesses one client.
pub fn assess(facts: ClientFacts, under: Under<'_>) -> Assessed {
    let today = under.now.today();
    let status = frame::status(&facts, 0, under.policy);
    let tier = tier_view(&facts, status, under);
    let served = is_served(&facts, status);
    let paused = pause_end(&facts).filter(|until| *until > today);
    let cases: Vec<Case> = facts.complaints.iter().map(|row| Case::new(facts.client.id, row, under.now.instant)).collect();
    let risk = risk::assess(&Subject { facts: &facts, status, tier: &tier, cases: &cases, paused }, under);
    let tightened = tightened(&facts, &risk, under).filter(|_| served);
    let plan = if served { plan(&facts, tier.tier, tightened.is_some(), under) } else { Vec::new() };
    // Only the newest check is kept: before its day nothing is known of an earlier one, and none is asked for.
    let review_due = (served && facts.client.reviewed_on.is_none_or(|d| d <= today)).then(|| {
        let last = facts.client.reviewed_on.unwrap_or(facts.client.since);
        under.time.next_working(last.plus(under.policy.plan(tier.tier).review))
    });
    let survey_due = (facts.exists && status == Status::Active).then(|| {
        let last = facts.surveys.first().map_or(facts.client.since, |s| s.on);
        under.time.next_working(under.policy.plan(tier.tier).survey.after(last))
    });
    Assessed {
        next_due: plan.iter().map(|r| r.due).min(),
        importance: importance(status, &tier, &risk),
        status,
        plan,
        review_due,
        survey_due,
        paused,
        cases,
        rising: status == Status::Active && value::is_rising(&facts, tier.tier.or(tier.computed), under.policy),
        risk,
        tightened,
        tier,
        facts,
    }
}

/// Whether somebody with this status has a plan: the active, and whom only the time without an order made dormant.
fn is_served(facts: &ClientFacts, status: Status) -> bool {
    let slept_in = status == Status::Dormant && matches!(facts.client.status, Status::Active | Status::Lead);
    facts.exists && (status == Status::Active || slept_in)
}

/// What the policy promises a client, dates left out: the tier it goes by and the contacts; `None` for whoever is not served.
/// With `accepted` every tier the policy would offer counts as taken; a pin stays.
pub(super) fn promised(facts: &ClientFacts, under: Under<'_>, accepted: bool) -> Option<(Option<Tier>, Vec<PlannedContact>)> {
    let status = frame::status(facts, 0, under.policy);
    if !is_served(facts, status) {
        return None;
    }
    let view = tier_view(facts, status, under);
    let tier = if accepted && view.pin.is_none() { view.tier.and(view.computed) } else { view.tier };
    Some((tier, promised_as(facts, tier, under)))
}

/// What the policy promises a client of a tier, dates left out.
pub(super) fn promised_as(facts: &ClientFacts, tier: Option<Tier>, under: Under<'_>) -> Vec<PlannedContact> {
    let mut contacts: Vec<PlannedContact> = Vec::new();
    for planned in planned(facts, tier, under).iter() {
        let (contact, _) = personal(*planned, facts);
        if !contacts.iter().any(|c| c.channel == contact.channel) {
            contacts.push(contact);
        }
    }
    contacts
}

/// Why the plan of a client is tightened, if it is.
fn tightened(facts: &ClientFacts, risk: &Risk, under: Under<'_>) -> Option<Tightened> {
    let zone = under.now.zone;
    let mut win_backs = facts.runs.iter().filter(|r| r.playbook == RunRow::WIN_BACK);
    if win_backs.clone().any(|r| r.ended.is_none()) {
        return Some(Tightened::WinBack);
    }
    // Whom the user serves by mail only is not rung up because it may leave.
    if risk.is_listed() && risk.level() == Level::High && !is_automated(facts) {
        return Some(Tightened::HighRisk);
    }
    let saved = win_backs.rfind(|r| r.ended.is_some_and(|(_, how)| how == RunEnd::Saved));
    let until = saved.and_then(|r| r.ended).map(|(at, _)| at.day(zone).plus(under.policy.risk.watch));
    until.filter(|day| *day > under.now.today()).map(Tightened::Saved)
}

/// 0 to 1: the tier gives the band, the place within the book a tenth, and what a listed client's risk is above the half as much.
fn importance(status: Status, tier: &TierView, risk: &Risk) -> f64 {
    let threatened = if risk.is_listed() { risk.index.map_or(0.0, |index| 0.2 * (index - MEDIUM)) } else { 0.0 };
    (of_tier(status, tier) + threatened).min(1.0)
}

fn of_tier(status: Status, tier: &TierView) -> f64 {
    let value = tier.standing.map_or(0.0, |s| 0.1 * (1.0 - s.share));
    match (tier.tier, status) {
        (Some(Tier::A), _) => 0.9 + value,
        (Some(Tier::B), _) => 0.55 + value,
        (Some(Tier::C), _) => 0.25 + value,
        (None, Status::Lead) => 0.4,
        (None, _) => 0.25 + value,
    }
}

fn tier_view(facts: &ClientFacts, status: Status, under: Under<'_>) -> TierView {
    let rules = &under.policy.tiers;
    let id = facts.client.id;
    let standing = under.frame.rankings[0].standings.get(&id).copied();
    let computed = standing.map(|s| s.tier);
    let advice = under.frame.active < rules.advice_below;
    let active = facts.exists && status == Status::Active;
    // Until two month-ends are on record the computed tier is the tier; from then on it changes only by a row.
    let held = match facts.tier_change {
        Some(change) => Some(change.to),
        None if facts.month_scores.len() >= 2 => facts.month_scores[1].tier.or(computed),
        None => computed,
    };
    let unpinned = if active && !advice && computed.is_some() { held } else { None };
    let pinned = facts.pin.as_ref().filter(|_| facts.exists && status != Status::Lead).map(|p| p.tier);
    let offer = match (unpinned, pinned) {
        (Some(held), None) if facts.month_scores.len() >= 2 && rested(facts, under) => offer(facts, held, under),
        _ => None,
    };
    let entered = [facts.client.potential.is_some(), facts.client.fit.is_some(), facts.budget.is_some()];
    let thin = match under.frame.rankings[0].basis {
        Basis::Margin => facts.values[0].orders < 3,
        Basis::Entered => entered.contains(&false),
        Basis::Factors => {
            let inputs = factors::inputs(facts, 0, under.policy, Some(&under.risk.now));
            !factors::missing(&inputs, under.policy).is_empty()
        }
    };
    let recent = facts.tier_change.filter(|c| under.now.instant.0 - c.at.0 < 7 * 86_400 && c.cause != TierCause::First);
    TierView {
        tier: pinned.or(unpinned),
        computed,
        standing,
        pin: facts.pin.clone(),
        thin,
        advice,
        unsorted: active && standing.is_none() && pinned.is_none(),
        offer,
        was: recent.and_then(|c| c.from),
    }
}

/// Whether a month has ended since the newest accepted change: one step at a time.
fn rested(facts: &ClientFacts, under: Under<'_>) -> bool {
    let changed = facts.tier_change.filter(|c| c.cause != TierCause::First).map(|c| c.at.day(under.now.zone));
    changed.is_none_or(|day| day <= facts.dates[1])
}

/// What the last two month-ends offer; a frozen month counts as it was written, another as it folds today.
fn offer(facts: &ClientFacts, held: Tier, under: Under<'_>) -> Option<TierOffer> {
    let end = |n: usize| -> Option<Standing> {
        let month = facts.dates[n].month_index();
        let frozen = facts.month_scores.iter().find(|m| m.month == month);
        match frozen {
            Some(m) => m.tier.map(|tier| Standing { score: m.score as f64 / 1e6, share: m.share as f64 / 1e6, tier, rank: 0 }),
            None => under.frame.rankings[n].standings.get(&facts.client.id).copied(),
        }
    };
    let ends = [end(1)?, end(2)?];
    let to = tier::offered(held, ends, &under.policy.tiers)?;
    Some(TierOffer { from: held, to, score: ends[0].score, share: ends[0].share })
}

fn pause_end(facts: &ClientFacts) -> Option<Day> {
    facts.deferrals.iter().filter(|d| d.kind == DeferralKind::Pause && d.ended.is_none()).map(|d| d.until).max()
}

/// Whether it was decided to serve the client by mail only (S69).
fn is_automated(facts: &ClientFacts) -> bool {
    facts.investment.as_ref().is_some_and(|i| i.kind == InvestmentKind::Automate)
}

/// What is planned for a client of a tier: of whom it was decided to serve by mail only, the mails of the least tier (S69, S135).
fn planned<'a>(facts: &ClientFacts, tier: Option<Tier>, under: Under<'a>) -> Cow<'a, [PlannedContact]> {
    if !is_automated(facts) {
        return Cow::Borrowed(&under.policy.plan(tier).contacts);
    }
    let seldom = under.policy.plan(Some(Tier::C)).contacts.iter().max_by(|a, b| a.every.days().total_cmp(&b.every.days()));
    seldom.iter().map(|contact| PlannedContact { channel: Channel::Email, ..**contact }).collect()
}

/// The plan of a tier as it holds for this client. Tightened, its contacts that are no visits and no meetings come more often, and
/// in person where they were only written.
fn plan(facts: &ClientFacts, tier: Option<Tier>, tightened: bool, under: Under<'_>) -> Vec<Requirement> {
    let mut out: Vec<Requirement> = Vec::new();
    let rules = &under.policy.risk;
    for planned in planned(facts, tier, under).iter() {
        let (mut contact, why) = personal(*planned, facts);
        // What was agreed with the client stays.
        if tightened && why.is_none() && !matches!(contact.channel, Channel::Visit | Channel::Meeting) {
            contact.every = Interval::Days(((contact.every.days() * rules.tightened).round() as i32).max(1));
            if facts.client.preferred_channel != Some(contact.channel) {
                contact.channel = contact.channel.min(rules.channel);
            }
        }
        // Two requirements that a preference brought to one channel are one: the tighter.
        if !out.iter().any(|r| r.channel == contact.channel) {
            out.push(requirement(facts, contact, why, under));
        }
    }
    out
}

/// The plan of an assessed client as its tier promises it: without what risk and win-back tighten.
pub(super) fn base_plan(client: &Assessed, under: Under<'_>) -> Vec<Requirement> {
    if client.plan.is_empty() { Vec::new() } else { plan(&client.facts, client.tier.tier, false, under) }
}

/// The planned contact as an override or the client's preferred channel changes it.
fn personal(planned: PlannedContact, facts: &ClientFacts) -> (PlannedContact, Option<String>) {
    if let Some(o) = facts.overrides.iter().rfind(|o| o.channel == planned.channel) {
        let contact = PlannedContact {
            channel: o.new_channel.unwrap_or(planned.channel),
            every: o.every,
            grace: o.grace.unwrap_or(planned.grace),
        };
        return (contact, Some(o.reason.clone()));
    }
    let remote = |c: Channel| matches!(c, Channel::Call | Channel::Message | Channel::Email);
    match facts.client.preferred_channel {
        Some(preferred) if remote(planned.channel) && remote(preferred) => {
            (PlannedContact { channel: preferred, ..planned }, None)
        }
        _ => (planned, None),
    }
}

/// The dates and the state of one requirement.
fn requirement(facts: &ClientFacts, contact: PlannedContact, overridden: Option<String>, under: Under<'_>) -> Requirement {
    let (zone, today) = (under.now.zone, under.now.today());
    let covers = |have: Channel| have.satisfies(contact.channel, under.policy.meeting_satisfies_visit);
    let newest = |marks: &[Option<Mark>; 7]| {
        let covering = Channel::ALL.iter().zip(marks).filter(|(c, _)| covers(**c));
        covering.filter_map(|(c, mark)| mark.map(|m| (m, *c))).max_by_key(|(mark, _)| *mark)
    };
    let newest_contact = newest(&facts.reached);
    let last = newest_contact.map(|((at, _), channel)| (at, channel));
    let since_last = |mark: Mark| newest_contact.is_none_or(|(contact, _)| mark > contact);
    let target = Target::Contact(contact.channel).to_string();

    let from = last.map_or(facts.client.since, |(at, _)| at.day(zone));
    let first = under.time.next_working(contact.every.after(from));
    let Promise { day: promised, overdue_from, moved, restarted } =
        promise(facts, contact, (first, &target), &since_last, under);

    let attempt = newest(&facts.attempted).filter(|(mark, _)| since_last(*mark));
    let retry = attempt.map(|((at, _), _)| under.time.next_working(at.day(zone).plus(1))).filter(|day| *day > promised);
    let due = retry.unwrap_or(promised);

    let snooze = facts
        .deferrals
        .iter()
        .rfind(|d| d.kind == DeferralKind::Snooze && d.target == target && since_last((d.created, d.id)) && d.until > today);
    let booked = facts.appointments.iter().find(|a| covers(a.channel) && a.start > under.now.instant);
    let paused = pause_end(facts).filter(|until| *until > today);
    let state = if let Some(until) = paused {
        DueState::Paused { until }
    } else if let Some(a) = booked {
        DueState::Booked { start: a.start, late: today >= overdue_from }
    } else if let Some(s) = snooze {
        DueState::Snoozed { until: s.until, times: snoozed_times(facts, &target) }
    } else if retry.is_some() {
        DueState::Retry { attempts: facts.unanswered.max(1) }
    } else {
        DueState::Open
    };
    Requirement {
        channel: contact.channel,
        every: contact.every,
        grace: contact.grace,
        last,
        promised,
        due,
        overdue_from,
        late_days: today.since(promised).max(0),
        moved,
        restarted,
        overridden,
        state,
    }
}

/// The day a requirement is promised for.
struct Promise {
    day: Day,
    overdue_from: Day,
    moved: Option<DeferralKind>,
    restarted: bool,
}

/// The promised day of a requirement as it was moved, step by step in the order in which that was written.
fn promise(
    facts: &ClientFacts,
    contact: PlannedContact,
    (first, target): (Day, &str),
    since_last: &dyn Fn(Mark) -> bool,
    under: Under<'_>,
) -> Promise {
    let zone = under.now.zone;
    let overdue_after = |due: Day| under.time.add_working(due, contact.grace.clamp(0, 999).unsigned_abs()).plus(1);
    let to = |day: Day, moved| Promise { day, overdue_from: overdue_after(day), moved, restarted: false };
    let mut out = to(first, None);
    // Days of a pause are no days of silence: nothing falls due inside one.
    let mut earliest = first;
    for d in &facts.deferrals {
        let counts = || d.target == target && since_last((d.created, d.id));
        match d.kind {
            DeferralKind::Pause => {
                let end = d.ended.map_or(d.until, |ended| ended.day(zone).min(d.until));
                let after = under.time.next_working(end);
                if out.day < after && end > d.created.day(zone) {
                    earliest = earliest.max(after);
                    out = to(after, Some(DeferralKind::Pause));
                }
            }
            DeferralKind::Skip if counts() => {
                out = to(earliest.max(under.time.next_working(d.until)), Some(DeferralKind::Skip));
            }
            DeferralKind::Spread if counts() => {
                let day = earliest.max(under.time.next_working(d.until));
                // What was not late when it was spread moved within its grace: the day it is overdue stays, however often it is spread.
                let kept = (d.created.day(zone) < out.overdue_from).then(|| out.overdue_from.max(day.plus(1)));
                let restarted = out.restarted || kept.is_none();
                out = to(day, Some(DeferralKind::Spread));
                (out.overdue_from, out.restarted) = (kept.unwrap_or(out.overdue_from), restarted);
            }
            _ => {}
        }
    }
    out
}

/// How often an item was snoozed since it last moved.
pub(super) fn snoozed_times(facts: &ClientFacts, target: &str) -> u32 {
    facts.snoozes.iter().find(|(t, ..)| t == target).map_or(0, |(_, n, _)| *n)
}
