//! Possible work: what it comes to, and what it says of the risk when its signature is late.

use super::*;
use crate::domain::facts::{OpportunityRow, OpportunityState};
use crate::domain::money::Money;
use crate::portfolio::explain::explain;

/// A client with one possible work of these states.
fn with(states: &[(&str, Stage, Option<&str>)]) -> Book {
    let mut book = twelve();
    let states: Vec<OpportunityState> = (900..)
        .zip(states)
        .map(|(id, (at, stage, close))| OpportunityState { id: Id(id), at: moment(at), stage: *stage, close: close.map(day) })
        .collect();
    book.rows[0].opportunities.push(OpportunityRow {
        id: Id(899),
        title: "Trade fair film".into(),
        amount: Money { minor: 24_000_000, currency: Currency::CNY },
        probability: None,
        product: None,
        created: states[0].at,
        states,
    });
    book
}

/// The points of the sign, what it was seen in, and the rows behind it.
fn late(book: &Book, at: &str) -> Option<(f64, String, Vec<String>)> {
    let s = book.at(&format!("{at} 12:00"));
    let words = Words::load(Lang::En);
    let found = s.clients[0].risk.signals.iter().find(|x| x.kind == SignalKind::ContractLate)?;
    let rows = found.rows.iter().map(|row| words.say(row, &s.now)).collect();
    Some((found.points, words.say(&found.evidence, &s.now), rows))
}

fn points(book: &Book, at: &str) -> Option<f64> {
    late(book, at).map(|(points, ..)| points)
}

#[test]
fn s095_a_contract_is_late_after_14_days_and_very_late_after_30() {
    let book = with(&[("2026-08-03 10:00", Stage::Proposal, Some("2026-10-01"))]);
    assert_eq!(points(&book, "2026-10-15"), None, "14 days");
    assert_eq!(points(&book, "2026-10-16"), Some(0.4), "15 days");
    assert_eq!(points(&book, "2026-10-31"), Some(0.4), "30 days");
    assert_eq!(points(&book, "2026-11-01"), Some(0.8), "31 days");
    // What is settled or has no day is not late.
    for stage in [Stage::Won, Stage::Lost] {
        let settled =
            with(&[("2026-08-03 10:00", Stage::Proposal, Some("2026-10-01")), ("2026-10-20 10:00", stage, Some("2026-10-01"))]);
        assert_eq!(points(&settled, "2026-10-19"), Some(0.4));
        assert_eq!(points(&settled, "2026-11-23"), None, "{stage:?}");
    }
    assert_eq!(points(&with(&[("2026-08-03 10:00", Stage::Proposal, None)]), "2026-11-23"), None);
}

#[test]
fn s095_a_new_day_takes_the_sign_away_and_the_slips_stand_behind_the_next_one() {
    let book = with(&[
        ("2026-08-03 10:00", Stage::Proposal, Some("2026-09-01")),
        ("2026-09-20 10:00", Stage::Proposal, Some("2026-10-15")),
        ("2026-10-12 10:00", Stage::FollowUp, Some("2026-10-10")),
        ("2026-10-14 10:00", Stage::FollowUp, Some("2026-11-05")),
    ]);
    assert_eq!(points(&book, "2026-09-19"), Some(0.4));
    assert_eq!(points(&book, "2026-09-21"), None, "a new day is set");
    let (points, said, rows) = late(&book, "2026-11-23").unwrap();
    assert_eq!(points, 0.4);
    assert_eq!(said, "Trade fair film: signature was expected Thu 5 Nov, 18 days ago, put off 2 times");
    // A day that was brought forward is no slip.
    assert_eq!(rows, ["signature put off from Tue 1 Sep to Thu 15 Oct", "signature put off from Sat 10 Oct to Thu 5 Nov"]);
}

#[test]
fn s002_what_may_come_is_said_with_the_tier_and_not_counted() {
    let plain = twelve();
    let book = with(&[("2026-08-03 10:00", Stage::Proposal, Some("2027-01-15"))]);
    let (before, after) = (plain.at("2026-11-23 09:00"), book.at("2026-11-23 09:00"));
    assert_eq!(before.clients[0].tier.standing.map(|s| s.score), after.clients[0].tier.standing.map(|s| s.score));
    let tier = |s: &Snapshot| -> Vec<String> {
        let words = Words::load(Lang::En);
        let part = explain(s, s.clients[0].id()).into_iter().find(|p| p.key == "tier").unwrap();
        part.lines.iter().map(|line| words.say(line, &s.now)).collect()
    };
    let line = "open opportunities x probability: CNY 120,000 (not counted in the tier)";
    assert!(tier(&after).iter().any(|l| l == line), "{:?}", tier(&after));
    assert!(!tier(&before).iter().any(|l| l.contains("probability")));
    // Won, it is work that is there: nothing is left to come.
    let won = with(&[
        ("2026-08-03 10:00", Stage::Proposal, Some("2027-01-15")),
        ("2026-11-20 10:00", Stage::Won, Some("2027-01-15")),
    ]);
    assert!(!tier(&won.at("2026-11-23 09:00")).iter().any(|l| l.contains("probability")));
}
