//! Playbooks at clients beside their facts: which one is offered to whom and when, and what a run has cost against what the client is
//! expected to bring. The files of playbooks are the `playbooks` room's; a running step in the queue is `collect`'s.

use super::assess::{Assessed, Under};
use super::load::Snapshot;
use super::risk::Level;
use crate::domain::action::{Action, NewSurvey, NewTouch};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::{ClientFacts, RunRow, StepRow};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::Offered;
use crate::domain::target::Target;
use crate::domain::words::*;

/// Days after its first order for which a client is new (S104).
pub const NEW: i32 = 30;
/// Offers a day, those begun or declined today among them.
pub(super) const OFFERS: usize = 2;
/// A mark below this one means that it is not over: back to the remedy.
pub const CONTENT: u8 = 4;
/// Reviews among them.
pub(super) const REVIEWS: usize = 1;

/// A playbook that is offered to a client.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer<'a> {
    /// Which.
    pub playbook: &'a Offered,
    /// Its place in the queue.
    pub target: Target,
    /// Since when it is due.
    pub due: Day,
    /// When a review was last begun.
    pub last: Option<Day>,
}

/// The playbook that is due to be offered to a client: the onboarding to a new one that never had one, else a review whose time has
/// come.
pub fn offer<'a>(client: &Assessed, under: Under<'a>) -> Option<Offer<'a>> {
    if client.status != Status::Active || client.paused.is_some() {
        return None;
    }
    onboarding(client, under).or_else(|| review(client, under)).filter(|o| !is_put_off(&client.facts, o.target, under.now))
}

fn onboarding<'a>(client: &Assessed, under: Under<'a>) -> Option<Offer<'a>> {
    let facts = &client.facts;
    let first = first_order(facts, under.now)?;
    if under.now.today().since(first) > NEW {
        return None;
    }
    let of_kind = |o: &&Offered| o.starts == Starts::NewClient;
    if facts.runs.iter().any(|r| under.playbooks.iter().filter(of_kind).any(|o| o.name == r.playbook)) {
        return None;
    }
    let playbook = under.playbooks.iter().filter(of_kind).find(|o| o.is_for(client.tier.tier))?;
    Some(Offer { playbook, target: Target::Onboarding, due: first, last: None })
}

/// A review is for whoever orders already; not while something else runs, nor where the client must be won back first.
fn review<'a>(client: &Assessed, under: Under<'a>) -> Option<Offer<'a>> {
    let facts = &client.facts;
    let first = first_order(facts, under.now)?;
    if facts.runs.iter().any(|r| r.ended.is_none()) || (client.risk.is_listed() && client.risk.level() == Level::High) {
        return None;
    }
    let begun = |name: &str| facts.runs.iter().rfind(|r| r.playbook == name).map(|r| r.started.day(under.now.zone));
    let of = |playbook: &'a Offered| {
        let every = playbook.every.filter(|_| playbook.starts == Starts::Review && playbook.is_for(client.tier.tier))?;
        let last = begun(&playbook.name);
        let due = under.time.next_working(every.after(last.unwrap_or(first.max(facts.client.since))));
        Some(Offer { playbook, target: Target::BusinessReview, due, last })
    };
    client.tier.tier?;
    under.playbooks.iter().filter_map(of).filter(|o| o.due <= under.now.today()).min_by_key(|o| o.due)
}

/// The day of the first order, project or won work; none of it lies ahead.
fn first_order(facts: &ClientFacts, now: &Now) -> Option<Day> {
    let orders = facts.orders.iter().map(|o| o.day);
    let projects = facts.engagements.iter().map(|e| e.start);
    let won = facts.opportunities.iter().flat_map(|o| &o.states).filter(|s| s.stage == Stage::Won);
    let all = orders.chain(projects).chain(won.map(|s| s.at.day(now.zone)));
    all.filter(|day| *day <= now.today()).min()
}

fn is_put_off(facts: &ClientFacts, target: Target, now: &Now) -> bool {
    let text = target.to_string();
    let holds = |kind| matches!(kind, DeferralKind::Snooze | DeferralKind::Skip);
    facts.deferrals.iter().any(|d| holds(d.kind) && d.target == text && d.until > now.today())
}

/// The day until which an offer that is declined is not made again: a client is new only once, a review comes back in its turn.
pub fn declined_until(offer: &Offer<'_>, today: Day) -> Day {
    match offer.playbook.every {
        Some(every) => every.after(today),
        None => today.plus(NEW + 1),
    }
}

/// Whether an offer of this kind was taken or declined today.
pub(super) fn answered_today(client: &Assessed, target: Target, under: Under<'_>) -> bool {
    let today = under.now.today();
    let text = target.to_string();
    let starts = if target == Target::Onboarding { Starts::NewClient } else { Starts::Review };
    let of_kind = |name: &str| under.playbooks.iter().any(|o| o.starts == starts && o.name == name);
    let is_today = |at: Moment| at.day(under.now.zone) == today;
    client.facts.runs.iter().any(|r| is_today(r.started) && of_kind(&r.playbook))
        || client.facts.deferrals.iter().any(|d| d.kind == DeferralKind::Skip && d.target == text && is_today(d.created))
}

/// What the steps of a run have cost so far, one sum a currency.
pub fn costs(run: &RunRow) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for cost in run.steps.iter().filter_map(|s| s.cost) {
        match sums.iter_mut().find(|sum| sum.currency == cost.currency) {
            Some(sum) => sum.minor = sum.minor.saturating_add(cost.minor),
            None => sums.push(cost),
        }
    }
    sums
}

/// What the client is expected to bring in the next 12 months, where anything is known of it.
pub fn expected(client: &Assessed, currency: Currency) -> Option<Money> {
    let minor = client.risk.worth.map(|_| client.risk.expected().round() as i64)?;
    Some(Money { minor, currency })
}

/// The same in whole units, as it is told: it is an estimate.
pub fn expected_about(client: &Assessed, currency: Currency) -> Option<Money> {
    let unit = 10_i64.pow(currency.digits());
    let about = |m: Money| Money { minor: (m.minor as f64 / unit as f64).round() as i64 * unit, ..m };
    expected(client, currency).map(about)
}

/// The playbooks of a client that run, the one begun first in front.
pub fn running(client: &Assessed) -> impl DoubleEndedIterator<Item = &RunRow> {
    client.facts.runs.iter().filter(|r| r.ended.is_none())
}

/// The win-back that runs at a client.
pub fn win_back(client: &Assessed) -> Option<&RunRow> {
    running(client).find(|r| r.playbook == RunRow::WIN_BACK)
}

/// Since when only the word is missing how a win-back ended: every step was taken.
pub fn undecided(run: &RunRow) -> Option<Moment> {
    if run.playbook != RunRow::WIN_BACK || run.ended.is_some() || run.steps.is_empty() {
        return None;
    }
    run.steps.iter().map(|s| s.done).max().flatten().filter(|_| run.next().is_none())
}

/// The run and the step of an id.
pub fn step(client: &Assessed, id: Id) -> Option<(&RunRow, &StepRow)> {
    client.facts.runs.iter().find_map(|run| Some((run, run.steps.iter().find(|s| s.id == id)?)))
}

/// The day until which the plan of a client that is saved today stays tightened (S99).
pub fn watched_until(snapshot: &Snapshot, today: Day) -> Day {
    today.plus(snapshot.policy.risk.watch)
}

/// What was done in a step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taken {
    /// What came of it.
    pub note: Option<String>,
    /// What it cost.
    pub cost: Option<Money>,
    /// The mark that was given.
    pub mark: Option<(SurveyKind, u8)>,
    /// How the client was reached, where it was a contact.
    pub channel: Option<Channel>,
}

/// A step done, the contact it was and the mark it brought, as one action.
pub fn take(snapshot: &Snapshot, client: Id, step: &StepRow, taken: Taken, now: &Now) -> Action {
    let Taken { note, cost, mark, channel } = taken;
    let said = match &note {
        Some(note) => format!("{}: {note}", step.title),
        None => step.title.clone(),
    };
    let mut all = vec![Action::LogStep { step: step.id, skipped: false, note, cost }];
    if let Some(channel) = channel {
        let touch = NewTouch {
            client,
            person: None,
            channel,
            direction: Direction::Out,
            outcome: Outcome::Reached,
            at: now.instant,
            minutes: None,
            flag: None,
            note: Some(said),
            again: None,
        };
        let fulfils = snapshot.fulfilled(client, channel, now.instant);
        all.push(Action::LogTouch { touch: Box::new(touch), fulfils });
    }
    if let Some((kind, score)) = mark {
        let (on, reasons) = (now.today(), Vec::new());
        let survey = NewSurvey { client, person: None, kind, score, on, channel, reasons, note: Some(step.title.clone()) };
        all.push(Action::AddSurvey(Box::new(survey)));
    }
    if all.len() > 1 { Action::Together(all) } else { all.remove(0) }
}

/// The mark from 1 to 5 that the last step with a mark brought; `None` where it was done without one.
pub fn mark_given(client: &Assessed, run: &RunRow, now: &Now) -> Option<u8> {
    let step = run.steps.iter().filter(|s| s.kind == StepKind::Mark && !s.skipped).filter_map(|s| s.done).max()?;
    let day = step.day(now.zone);
    client.facts.surveys.iter().filter(|s| s.kind == SurveyKind::Csat && s.on == day).max_by_key(|s| s.id).map(|s| s.score)
}

/// What a run has cost, beside what the client is expected to bring; `None` where nothing was spent.
pub fn spent(client: &Assessed, run: &RunRow, currency: Currency) -> Option<Message> {
    let mut costs = costs(run).into_iter().rev();
    let first = Message::new("playbook-cost").with("cost", costs.next()?);
    let all = costs.fold(first, |rest, cost| Message::new("playbook-costs").with("cost", cost).with("rest", rest));
    let own: Vec<Money> = self::costs(run);
    Some(match (expected_about(client, currency).filter(|m| m.minor > 0), &own[..]) {
        (Some(expected), [one]) if one.currency == expected.currency => {
            let share = one.minor as f64 / expected.minor as f64;
            Message::new("playbook-cost-of").with("cost", all).with("share", Arg::Share(share))
        }
        // No share of another currency.
        (Some(expected), _) => Message::new("playbook-cost-beside").with("cost", all).with("expected", expected),
        (None, _) => Message::new("playbook-cost-alone").with("cost", all),
    })
}

/// The catalogue id of what a step asks for beside being done.
pub fn asks(kind: StepKind) -> Option<&'static str> {
    match kind {
        StepKind::Step => None,
        StepKind::Reason => Some("playbook-asks-reason"),
        StepKind::Remedy => Some("playbook-asks-remedy"),
        StepKind::Mark => Some("playbook-asks-mark"),
    }
}
