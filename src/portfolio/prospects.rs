//! Possible work over the book: in which order it is shown, what it comes to by probability, what its stages are called.
//! What one says of itself is `domain::facts`'s; what it means for the risk is `domain::risk`'s.

use super::assess::Assessed;
use super::load::Snapshot;
use crate::domain::day::{Day, Now};
use crate::domain::facts::{ClientFacts, OpportunityRow};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::words::Stage;
use crate::text;
use chrono_tz::Tz;

/// Possible work of one client or of all: what is open by its expected signature, then, where wanted, what was won or lost, newest first.
pub fn prospects(snapshot: &Snapshot, client: Option<Id>, all: bool) -> Vec<(&Assessed, &OpportunityRow)> {
    let clients = snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<_> = clients.flat_map(|c| ordered(&c.facts).into_iter().map(move |o| (c, o))).collect();
    rows.retain(|(_, o)| all || o.is_open());
    rows.sort_by_key(|(_, o)| order(o));
    rows
}

/// The same of one client, all of it.
pub fn ordered(facts: &ClientFacts) -> Vec<&OpportunityRow> {
    let mut rows: Vec<&OpportunityRow> = facts.opportunities.iter().collect();
    rows.sort_by_key(|o| order(o));
    rows
}

/// Open first by expected signature, those without one after those with one; then what is settled, newest first.
fn order(row: &OpportunityRow) -> (bool, i64, Id) {
    let state = row.state();
    match state.stage.is_open() {
        true => (false, state.close.map_or(i64::MAX, |day| i64::from(day.0)), row.id),
        false => (true, -state.at.0, row.id),
    }
}

/// The day something last moved: it was written down, its stage or its expected signature changed, or the client was spoken to.
pub fn moved(client: &Assessed, row: &OpportunityRow, zone: Tz) -> Day {
    let changed = row.states.iter().map(|s| s.at).chain([row.created]).max().unwrap_or(row.created);
    client.facts.last_touch.map_or(changed, |t| t.at.max(changed)).day(zone)
}

/// Days that open work has stood in its stage; a moved signature does not count as a step.
pub fn in_stage(row: &OpportunityRow, now: &Now) -> i32 {
    let stage = row.state().stage;
    let since = row.states.iter().rev().take_while(|s| s.stage == stage).map(|s| s.at).min().unwrap_or(row.created);
    now.today().since(since.day(now.zone)).max(0)
}

/// Open work of which nothing moved for at least so many days (S129, S143): the stillest first, with the days.
pub fn still(book: &Snapshot, days: i32) -> Vec<(&Assessed, &OpportunityRow, i32)> {
    let (today, zone) = (book.now.today(), book.now.zone);
    let rows = prospects(book, None, false).into_iter().map(|(c, o)| (c, o, today.since(moved(c, o, zone))));
    let mut out: Vec<_> = rows.filter(|(.., n)| *n >= days).collect();
    out.sort_by_key(|(_, o, n)| (-n, o.id));
    out
}

/// What open work of a client comes to by probability (S2), one sum for each currency, the first seen first.
pub fn potential(facts: &ClientFacts) -> Vec<Money> {
    sums(facts.opportunities.iter().filter(|o| o.is_open()).map(OpportunityRow::weighted))
}

/// The same as a line of the tier's explanation: it is said and not counted.
pub fn potential_line(facts: &ClientFacts) -> Option<Message> {
    let sums = potential(facts);
    (!sums.is_empty()).then(|| Message::new("explain-potential").with("amount", together(&sums)))
}

/// One sum for each currency; currencies are never mixed.
pub fn sums(amounts: impl Iterator<Item = Money>) -> Vec<Money> {
    let mut out: Vec<Money> = Vec::new();
    for amount in amounts {
        match out.iter_mut().find(|sum| sum.currency == amount.currency) {
            Some(sum) => sum.minor = sum.minor.saturating_add(amount.minor),
            None => out.push(amount),
        }
    }
    out
}

/// Open work of one stage: how much, what it would bring, and that by probability.
#[derive(Debug, Clone, PartialEq)]
pub struct StageSum {
    /// The stage.
    pub stage: Stage,
    /// How many.
    pub count: usize,
    /// What it would bring, by currency.
    pub amount: Vec<Money>,
    /// The same by probability.
    pub weighted: Vec<Money>,
}

/// The stages of open work in their order, empty ones among them (S129).
pub fn stages<'a>(rows: impl Iterator<Item = &'a OpportunityRow> + Clone) -> Vec<StageSum> {
    let of = |stage: Stage| {
        let rows = rows.clone().filter(move |o| o.state().stage == stage);
        let (count, amount) = (rows.clone().count(), sums(rows.clone().map(|o| o.amount)));
        StageSum { stage, count, amount, weighted: sums(rows.map(OpportunityRow::weighted)) }
    };
    Stage::ALL.iter().copied().filter(|s| s.is_open()).map(of).collect()
}

/// How the expected signature moved, oldest day first; `None` where it never was put off (S95).
pub fn slips(row: &OpportunityRow) -> Option<Message> {
    let slips = row.slips();
    let first = slips.first()?.0;
    let path = slips.iter().map(|(_, to)| *to).fold(Message::new("slip-first").with("day", first), |path, to| {
        Message::new("slip-next").with("path", path).with("day", to)
    });
    let title = text::one_line(&row.title).into_owned();
    Some(Message::new("prospect-moved").with("title", title).with("count", slips.len()).with("path", path))
}

/// Sums as one text: `¥120,000 + $3,000`.
pub fn together(sums: &[Money]) -> String {
    sums.iter().map(Money::to_string).collect::<Vec<_>>().join(" + ")
}

/// Catalogue id of a stage.
pub fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Intake => "stage-intake",
        Stage::Needs => "stage-needs",
        Stage::Proposal => "stage-proposal",
        Stage::FollowUp => "stage-follow-up",
        Stage::Won => "stage-won",
        Stage::Lost => "stage-lost",
    }
}

/// One as words in order: what, its stage, what it would bring and how likely, the expected signature, how often and long it slipped.
pub fn parts(row: &OpportunityRow, today: Day) -> Vec<Message> {
    let mut out = vec![
        Message::new("plain-text").with("text", text::one_line(&row.title).into_owned()),
        Message::new(stage_id(row.state().stage)),
    ];
    out.push(match row.is_open() {
        true => Message::new("prospect-worth").with("amount", row.amount).with("chance", Arg::Share(row.chance())),
        false => Message::new("page-amount").with("amount", row.amount),
    });
    let close = row.state().close.filter(|_| row.is_open());
    out.extend(close.map(|day| Message::new("prospect-close").with("day", day)));
    out.extend(delays(row, today));
    out
}

/// How often the signature was put off and by how much it is late, in words; `None` where neither is so.
pub fn delays(row: &OpportunityRow, today: Day) -> Option<Message> {
    let (slips, late) = (row.slips().len(), row.late(today));
    if !row.is_open() || slips == 0 && late.is_none() {
        return None;
    }
    let id = match (slips, late) {
        (0, _) => "prospect-late",
        (_, None) => "prospect-slipped",
        (_, Some(_)) => "prospect-late-slipped",
    };
    Some(Message::new(id).with("days", late.unwrap_or(0)).with("count", slips))
}
