//! Ranking and cuts of the tiers, the offered changes, and the counterfactual.
//! Who takes part and with which value is `portfolio::frame`'s to say.

pub mod factors;

use super::id::Id;
use super::policy::TierRules;
use super::words::Tier;

/// One client in the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Who.
    pub id: Id,
    /// What the client brought: decayed margin (D), or the entered budget; negative counts as 0.
    pub past: f64,
    /// What it is expected to bring in 12 months (E), same unit; negative counts as 0.
    pub expected: f64,
    /// What potential and fit make of it; 1 is neutral.
    pub factor: f64,
}

/// A client's place in the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Score S, share of 1.
    pub score: f64,
    /// Share of the summed scores accumulated before this client.
    pub share: f64,
    /// The computed tier.
    pub tier: Tier,
    /// Place, from 0.
    pub rank: usize,
}

/// 1 + .25 (potential − 3)/2 + .15 (fit − 3)/2 with the policy's weights; an unentered factor is neutral.
pub fn factor(potential: Option<u8>, fit: Option<u8>, rules: &TierRules) -> f64 {
    let part = |entered: Option<u8>, weight: f64| weight * (f64::from(entered.unwrap_or(3)) - 3.0) / 2.0;
    1.0 + part(potential, rules.potential_weight) + part(fit, rules.fit_weight)
}

/// How many may be A, and how many A or B, when `n` clients are active.
fn limits(n: usize, rules: &TierRules) -> (usize, usize) {
    if n < 10 { (n.div_ceil(3), (2 * n).div_ceil(3)) } else { ((n as f64 * rules.a_at_most).floor() as usize, n) }
}

fn tier_at(score: f64, share: f64, rank: usize, n: usize, rules: &TierRules) -> Tier {
    let (most_a, most_b) = limits(n, rules);
    if score <= 0.0 {
        Tier::C
    } else if share < rules.a_share && rank < most_a {
        Tier::A
    } else if share < rules.b_share && rank < most_b {
        Tier::B
    } else {
        Tier::C
    }
}

/// Sums of what clients brought and are expected to bring, and what the second half weighs: nothing where nobody is expected to
/// bring anything.
struct Sums {
    past: f64,
    expected: f64,
    weight: f64,
}

impl Sums {
    fn of(entries: &[Entry], rules: &TierRules) -> Sums {
        let past: f64 = entries.iter().map(|e| e.past.max(0.0)).sum();
        let expected: f64 = entries.iter().map(|e| e.expected.max(0.0)).sum();
        let weight = match (past > 0.0, expected > 0.0) {
            (_, false) => 0.0,
            (false, true) => 1.0,
            (true, true) => rules.expected_weight,
        };
        Sums { past, expected, weight }
    }

    /// V of a client: its share of what was brought, and of what is expected.
    fn value(&self, past: f64, expected: f64) -> f64 {
        let share = |part: f64, whole: f64| if whole > 0.0 { part.max(0.0) / whole } else { 0.0 };
        (1.0 - self.weight) * share(past, self.past) + self.weight * share(expected, self.expected)
    }
}

/// V of each entry: ½ D/ΣD + ½ E/ΣE with the policy's weight.
pub fn values(entries: &[Entry], rules: &TierRules) -> Vec<f64> {
    let sums = Sums::of(entries, rules);
    entries.iter().map(|e| sums.value(e.past, e.expected)).collect()
}

/// Sorts by S and cuts; `active` clients, ranked or not, decide how many may be A. Equal scores keep the order of their ids, so that a
/// ranking never depends on how rows were read.
pub fn rank(entries: &[Entry], active: usize, rules: &TierRules) -> Vec<(Id, Standing)> {
    let scores = values(entries, rules);
    let mut ranked: Vec<(Id, f64)> = entries.iter().zip(scores).map(|(e, value)| (e.id, value * e.factor)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let total: f64 = ranked.iter().map(|(_, s)| s).sum();
    let n = active.max(ranked.len());
    let mut before = 0.0;
    ranked
        .into_iter()
        .enumerate()
        .map(|(rank, (id, score))| {
            let share = if score > 0.0 && total > 0.0 { before / total } else { 1.0 };
            before += score;
            (id, Standing { score, share, tier: tier_at(score, share, rank, n, rules), rank })
        })
        .collect()
}

/// The one tier a client may be offered: up or down one step when two month-ends agree, past the cut by the hysteresis; a jump of
/// two tiers goes one step after a single month-end. `ends` are the last month-end and the one before.
pub fn offered(held: Tier, ends: [Standing; 2], rules: &TierRules) -> Option<Tier> {
    let step = |to: Tier| -> Option<Tier> {
        match (held, to) {
            (Tier::A, Tier::B | Tier::C) | (Tier::C, Tier::A | Tier::B) => Some(Tier::B),
            (Tier::B, Tier::A) => Some(Tier::A),
            (Tier::B, Tier::C) => Some(Tier::C),
            _ => None,
        }
    };
    let jump = |s: &Standing| held.rank().abs_diff(s.tier.rank()) == 2;
    if jump(&ends[0]) {
        return step(ends[0].tier);
    }
    let towards = |s: &Standing| past_cut(held, s, rules);
    match (towards(&ends[0]), towards(&ends[1])) {
        (Some(a), Some(b)) if a.cmp(&held) == b.cmp(&held) => step(a),
        _ => None,
    }
}

/// Shares are frozen in millionths and cuts are decimal fractions: exactly at the mark counts as past it.
const HAIR: f64 = 1e-9;

/// The tier of a month-end if it lies past the cut by the hysteresis.
fn past_cut(held: Tier, s: &Standing, rules: &TierRules) -> Option<Tier> {
    // The lower cut stands closer to 1 than twice the hysteresis: half of what is left is all the room there is.
    let down = |cut: f64| cut + rules.hysteresis.min((1.0 - cut) / 2.0) - HAIR;
    let up = |cut: f64| cut - rules.hysteresis + HAIR;
    let past = match (held, s.tier) {
        (Tier::B, Tier::A) => s.share <= up(rules.a_share),
        (Tier::C, Tier::A | Tier::B) => s.share <= up(rules.b_share),
        (Tier::A, Tier::B | Tier::C) => s.share >= down(rules.a_share),
        (Tier::B, Tier::C) => s.share >= down(rules.b_share),
        _ => false,
    };
    past.then_some(s.tier)
}

/// The least extra margin (same unit as the values) with which a client would reach `wanted`, `None` when it stands there already
/// or no margin would do. What it is expected to bring stays as it is: more would be needed of nothing.
pub fn margin_needed(entries: &[Entry], active: usize, id: Id, wanted: Tier, rules: &TierRules) -> Option<f64> {
    let me = entries.iter().find(|e| e.id == id)?;
    let sums = Sums::of(entries, rules);
    let brought = me.past.max(0.0);
    let tier_with = |extra: f64| {
        let sums = Sums { past: sums.past + extra, ..sums };
        let mine = sums.value(brought + extra, me.expected) * me.factor;
        let (mut before, mut rank, mut total) = (0.0, 0, mine);
        for other in entries.iter().filter(|e| e.id != id) {
            let theirs = sums.value(other.past, other.expected) * other.factor;
            total += theirs;
            // Of equals the smaller id comes first.
            if theirs > mine || theirs == mine && other.id < id {
                before += theirs;
                rank += 1;
            }
        }
        tier_at(mine, if total > 0.0 { before / total } else { 1.0 }, rank, active.max(entries.len()), rules)
    };
    let enough = |extra: f64| tier_with(extra) <= wanted;
    // With so much it would have brought almost all there is.
    let (mut low, mut high) = (0.0, (sums.past + 1.0) * 1e4);
    if enough(low) || !enough(high) {
        return None;
    }
    while high - low > (high * 1e-7).max(1.0) {
        let middle = (low + high) / 2.0;
        if enough(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// The score S of a client with so much more margin brought; `None` when it is not ranked.
pub fn score_with(entries: &[Entry], id: Id, extra: f64, rules: &TierRules) -> Option<f64> {
    let me = entries.iter().find(|e| e.id == id)?;
    let sums = Sums::of(entries, rules);
    let sums = Sums { past: sums.past + extra, ..sums };
    Some(sums.value(me.past.max(0.0) + extra, me.expected) * me.factor)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::policy::{AGENCY, parse};

    fn rules() -> TierRules {
        parse(AGENCY).unwrap().tiers
    }

    fn entries(values: &[f64]) -> Vec<Entry> {
        values.iter().enumerate().map(|(n, v)| Entry { id: Id(n as i64 + 1), past: *v, expected: 0.0, factor: 1.0 }).collect()
    }

    fn letters(values: &[f64]) -> String {
        let mut ranked = rank(&entries(values), values.len(), &rules());
        ranked.sort_by_key(|(id, _)| *id);
        ranked.iter().map(|(_, s)| s.tier.code()).collect()
    }

    #[test]
    fn s001_three_tiers_by_accumulated_share() {
        // 12 clients: 50 + 20 + 8 = 78 % before the fourth, which is A as well but for the limit of 30 %.
        assert_eq!(letters(&[50., 20., 8., 6., 4., 3., 3., 2., 1., 1., 1., 1.]), "AAABBBBBCCCC");
        assert_eq!(letters(&[0.; 12]), "CCCCCCCCCCCC");
    }

    #[test]
    fn small_books_keep_a_third_each_at_most() {
        assert_eq!(letters(&[40., 30., 20., 10.]), "AABC");
        assert_eq!(letters(&[1.]), "A");
    }

    #[test]
    fn clients_without_a_place_count_among_the_active_ones() {
        // 30 % of 30 are 9, whatever number of them can be ranked.
        let ranked = rank(&entries(&[1.; 12]), 30, &rules());
        assert_eq!(ranked.iter().filter(|(_, s)| s.tier == Tier::A).count(), 9);
    }

    #[test]
    fn negative_values_count_as_nothing() {
        assert_eq!(letters(&[10., -5., 5.]), "ACB");
    }

    #[test]
    fn s002_entered_factors_move_the_score() {
        let r = rules();
        assert_eq!(factor(Some(5), Some(3), &r), 1.25);
        assert_eq!(factor(None, Some(1), &r), 0.85);
    }

    #[test]
    fn s005_a_change_needs_two_month_ends_past_the_cut() {
        let at = |tier, share| Standing { score: 0.1, share, tier, rank: 0 };
        let r = rules();
        let offer = |held, a, b| offered(held, [a, b], &r);
        assert_eq!(offer(Tier::B, at(Tier::A, 0.70), at(Tier::A, 0.74)), Some(Tier::A));
        assert_eq!(offer(Tier::B, at(Tier::A, 0.70), at(Tier::A, 0.79)), None, "the month before was within the band");
        assert_eq!(offer(Tier::B, at(Tier::A, 0.70), at(Tier::B, 0.82)), None);
        assert_eq!(offer(Tier::A, at(Tier::B, 0.86), at(Tier::B, 0.85)), Some(Tier::B));
        assert_eq!(offer(Tier::A, at(Tier::B, 0.82), at(Tier::B, 0.90)), None);
        assert_eq!(offer(Tier::B, at(Tier::C, 0.98), at(Tier::C, 0.976)), Some(Tier::C));
        assert_eq!(offer(Tier::A, at(Tier::C, 1.0), at(Tier::A, 0.1)), Some(Tier::B), "two tiers go one step at once");
        assert_eq!(offer(Tier::C, at(Tier::A, 0.1), at(Tier::C, 1.0)), Some(Tier::B));
        assert_eq!(offer(Tier::A, at(Tier::A, 0.1), at(Tier::A, 0.1)), None);
    }

    #[test]
    fn the_margin_needed_is_enough_and_no_more_than_enough() {
        let r = rules();
        let values = [50., 20., 8., 6., 4., 3., 3., 2., 1., 1., 1., 1.].map(|v| v * 1e6);
        let list = entries(&values);
        let need = margin_needed(&list, 12, Id(5), Tier::A, &r).unwrap();
        let with = |extra: f64| {
            let mut v = values;
            v[4] += extra;
            rank(&entries(&v), 12, &r).into_iter().find(|(id, _)| *id == Id(5)).unwrap().1.tier
        };
        assert_eq!(with(need + 10.0), Tier::A);
        assert_eq!(with(need - 100.0), Tier::B);
        assert_eq!(margin_needed(&list, 12, Id(1), Tier::A, &r), None, "stands there already");
    }
}
