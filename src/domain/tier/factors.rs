//! How the factors of a policy become the value V of each client (S23, S30, S35, S60): every input a share of its column's sum, the
//! shares weighed, and the user's own effort counted against. What the inputs of a client are is `portfolio::factors`'.

use super::{Entry, rank};
use crate::domain::id::Id;
use crate::domain::policy::{Factor, FactorRule, Missing, TierRules, Transform};
use crate::domain::words::Tier;

/// One factor over all clients that take part.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Inputs as they are; `None` is missing. Negative ones count as 0.
    pub raw: Vec<Option<f64>>,
    /// What each counts after the transformation; a missing one as the policy says.
    pub counted: Vec<f64>,
    /// Sum of what they count; 0 where nobody has anything: the factor is left out then.
    pub total: f64,
    /// Its share of the weights of all factors that are not left out; of effort its weight as it stands.
    pub weight: f64,
}

impl Column {
    /// The share of a client in what all count.
    pub fn share(&self, n: usize) -> f64 {
        if self.total > 0.0 { self.counted[n] / self.total } else { 0.0 }
    }

    /// How many times the mean a client's input counts.
    pub fn times_mean(&self, n: usize) -> f64 {
        self.share(n) * self.counted.len() as f64
    }
}

/// All factors over all clients that take part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weighed {
    /// Who, in the order of the columns' rows.
    pub ids: Vec<Id>,
    /// One for each factor of the policy, in its order.
    pub columns: Vec<Column>,
}

impl Weighed {
    /// Weighs inputs: `inputs[n]` are those of the n-th client in the order of `rules`.
    pub fn new(ids: Vec<Id>, inputs: &[Vec<Option<f64>>], rules: &[FactorRule]) -> Weighed {
        let mut columns: Vec<Column> = rules
            .iter()
            .enumerate()
            .map(|(f, rule)| column(inputs.iter().map(|of| of.get(f).copied().flatten()).collect(), rule))
            .collect();
        let is_value = |rule: &FactorRule| rule.factor != Factor::Effort;
        let sum: f64 = rules.iter().zip(&columns).filter(|(r, c)| is_value(r) && c.total > 0.0).map(|(r, _)| r.weight).sum();
        for (column, rule) in columns.iter_mut().zip(rules) {
            column.weight = match is_value(rule) {
                true if column.total > 0.0 && sum > 0.0 => rule.weight / sum,
                true => 0.0,
                false => rule.weight,
            };
        }
        Weighed { ids, columns }
    }

    /// The row of a client.
    pub fn row(&self, id: Id) -> Option<usize> {
        self.ids.iter().position(|i| *i == id)
    }

    /// V of a client before effort: the weighed shares.
    pub fn value(&self, n: usize, rules: &[FactorRule]) -> f64 {
        let parts = self.columns.iter().zip(rules).filter(|(_, r)| r.factor != Factor::Effort);
        parts.map(|(c, _)| c.weight * c.share(n)).sum()
    }

    /// What the effort makes of V: 1 at the mean, towards 2 without any, towards 0 with very much, as far as its weight goes.
    pub fn effort(&self, n: usize, rules: &[FactorRule]) -> f64 {
        let effort = self.columns.iter().zip(rules).find(|(c, r)| r.factor == Factor::Effort && c.total > 0.0);
        effort.map_or(1.0, |(c, _)| 1.0 + c.weight * (2.0 / (1.0 + c.times_mean(n)) - 1.0))
    }

    /// As the ranking wants it; `factor` is what the entered potential and fit of the n-th make of it.
    pub fn entries(&self, rules: &[FactorRule], factor: impl Fn(usize) -> f64) -> Vec<Entry> {
        let entry = |(n, id): (usize, &Id)| Entry {
            id: *id,
            past: self.value(n, rules),
            expected: 0.0,
            factor: factor(n) * self.effort(n, rules),
        };
        self.ids.iter().enumerate().map(entry).collect()
    }
}

fn column(raw: Vec<Option<f64>>, rule: &FactorRule) -> Column {
    let known: Vec<f64> = raw.iter().flatten().map(|x| x.max(0.0)).collect();
    let mean = |of: &[f64]| if of.is_empty() { 0.0 } else { of.iter().sum::<f64>() / of.len() as f64 };
    let middle = mean(&known);
    let counts = |x: f64| match rule.transform {
        Transform::Share => x,
        Transform::Log if middle > 0.0 => (x / middle).ln_1p(),
        Transform::Log => 0.0,
        Transform::Rank => 0.0,
    };
    let mut counted: Vec<Option<f64>> = raw.iter().map(|x| x.map(|x| counts(x.max(0.0)))).collect();
    if rule.transform == Transform::Rank {
        counted = ranks(&raw);
    }
    let missing = match rule.missing {
        Missing::Zero => 0.0,
        Missing::Neutral => mean(&counted.iter().flatten().copied().collect::<Vec<f64>>()),
    };
    let counted: Vec<f64> = counted.into_iter().map(|t| t.unwrap_or(missing)).collect();
    let total = if known.is_empty() { 0.0 } else { counted.iter().sum() };
    Column { raw, counted, total, weight: 0.0 }
}

/// Places from the least up: equal inputs share theirs, and nothing is no place.
fn ranks(raw: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut known: Vec<(f64, usize)> = raw.iter().enumerate().filter_map(|(n, x)| x.map(|x| (x.max(0.0), n))).collect();
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = vec![None; raw.len()];
    let mut first = 0;
    for same in known.chunk_by(|a, b| a.0 == b.0) {
        let place = first as f64 + (same.len() as f64 + 1.0) / 2.0;
        for (x, n) in same {
            out[*n] = Some(if *x > 0.0 { place } else { 0.0 });
        }
        first += same.len();
    }
    out
}

/// A ranking by factors as it is, for asking what another input would make of it.
pub struct Asked<'a> {
    /// The inputs, in the order of the weighed ids.
    pub weighed: &'a Weighed,
    /// What potential and fit make of each.
    pub factors: &'a [f64],
    /// Active clients.
    pub active: usize,
    /// The rules.
    pub rules: &'a TierRules,
}

impl Asked<'_> {
    /// The least that one input of a client would have to grow by for it to reach `wanted`; `None` when it stands there already or
    /// no growth of this factor alone would do. A missing input grows from what it is taken for.
    pub fn needed(&self, id: Id, column: usize, wanted: Tier) -> Option<f64> {
        let me = self.weighed.row(id)?;
        let rules = &self.rules.factors;
        let mut inputs: Vec<Vec<Option<f64>>> =
            (0..self.weighed.ids.len()).map(|n| self.weighed.columns.iter().map(|c| c.raw[n]).collect()).collect();
        let own = self.weighed.columns.get(column)?.raw[me].unwrap_or(0.0).max(0.0);
        let mut reaches = |extra: f64| {
            inputs[me][column] = Some(own + extra);
            let weighed = Weighed::new(self.weighed.ids.clone(), &inputs, rules);
            let entries = weighed.entries(rules, |n| self.factors[n]);
            let found = rank(&entries, self.active, self.rules).into_iter().find(|(of, _)| *of == id);
            found.is_some_and(|(_, s)| s.tier <= wanted)
        };
        let largest: f64 = self.weighed.columns[column].raw.iter().flatten().copied().fold(0.0, f64::max);
        let (mut low, mut high) = (0.0, (largest + 1.0) * 1e4);
        if reaches(low) || !reaches(high) {
            return None;
        }
        while high - low > (high * 1e-5).max(1e-6) {
            let middle = (low + high) / 2.0;
            if reaches(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::interval::Interval;
    use crate::domain::policy::{AGENCY, Counted, parse};

    fn rule(factor: Factor, weight: f64) -> FactorRule {
        FactorRule {
            factor,
            weight,
            window: Interval::Months(12),
            counted: Counted::Orders,
            transform: Transform::Share,
            missing: Missing::Neutral,
            values: vec![],
            default: None,
        }
    }

    fn weighed(inputs: &[&[Option<f64>]], rules: &[FactorRule]) -> Weighed {
        let inputs: Vec<Vec<Option<f64>>> = inputs.iter().map(|of| of.to_vec()).collect();
        Weighed::new((1..=inputs.len() as i64).map(Id).collect(), &inputs, rules)
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    }

    #[test]
    fn s035_each_factor_is_a_share_of_its_column_and_the_shares_are_weighed() {
        let rules = [rule(Factor::Budget, 3.0), rule(Factor::Frequency, 1.0)];
        let w = weighed(&[&[Some(60.0), Some(1.0)], &[Some(40.0), Some(3.0)]], &rules);
        close(w.value(0, &rules), 0.75 * 0.6 + 0.25 * 0.25);
        close(w.value(0, &rules) + w.value(1, &rules), 1.0);
    }

    #[test]
    fn s002_a_missing_input_counts_as_the_mean_of_the_others_and_as_nothing_only_where_the_policy_says_so() {
        let mut rules = [rule(Factor::Budget, 1.0)];
        let inputs: [&[Option<f64>]; 3] = [&[Some(60.0)], &[Some(20.0)], &[None]];
        let w = weighed(&inputs, &rules);
        close(w.value(2, &rules), 40.0 / 120.0);
        rules[0].missing = Missing::Zero;
        let w = weighed(&inputs, &rules);
        close(w.value(2, &rules), 0.0);
        close(w.value(0, &rules), 0.75);
    }

    #[test]
    fn a_factor_nobody_has_is_left_out_and_the_others_carry_its_weight() {
        let rules = [rule(Factor::Budget, 1.0), rule(Factor::Sales, 1.0), rule(Factor::Fit, 2.0)];
        let w = weighed(&[&[None, Some(30.0), Some(3.0)], &[None, Some(10.0), Some(1.0)]], &rules);
        assert_eq!(w.columns[0].weight, 0.0);
        close(w.value(0, &rules), 0.75);
        let nothing = weighed(&[&[None, None, None], &[None, Some(-5.0), None]], &rules);
        close(nothing.value(0, &rules), 0.0);
    }

    #[test]
    fn log_and_rank_flatten_and_keep_the_order() {
        let mut rules = [rule(Factor::Sales, 1.0)];
        let inputs: [&[Option<f64>]; 4] = [&[Some(1000.0)], &[Some(10.0)], &[Some(10.0)], &[Some(0.0)]];
        rules[0].transform = Transform::Log;
        let w = weighed(&inputs, &rules);
        assert!(w.value(0, &rules) < 1000.0 / 1020.0 && w.value(0, &rules) > w.value(1, &rules));
        rules[0].transform = Transform::Rank;
        let w = weighed(&inputs, &rules);
        // 4, 2.5, 2.5 and nothing for nothing.
        close(w.value(0, &rules), 4.0 / 9.0);
        close(w.value(1, &rules), w.value(2, &rules));
        close(w.value(3, &rules), 0.0);
    }

    #[test]
    fn s030_more_effort_counts_against_a_client_of_equal_value() {
        let rules = [rule(Factor::Sales, 1.0), rule(Factor::Effort, 1.0)];
        let w = weighed(&[&[Some(50.0), Some(10.0)], &[Some(50.0), Some(90.0)], &[Some(50.0), None]], &rules);
        let s: Vec<f64> = w.entries(&rules, |_| 1.0).iter().map(|e| e.past * e.factor).collect();
        assert!(s[0] > s[2] && s[2] > s[1], "{s:?}");
        close(w.effort(2, &rules), 1.0);
        // Half the mean counts a third more, three times the mean half.
        close(w.effort(0, &rules), 2.0 / 1.2);
    }

    #[test]
    fn what_an_input_must_grow_by_is_enough_and_no_more_than_enough() {
        let rules =
            TierRules { factors: vec![rule(Factor::Budget, 1.0), rule(Factor::Tenure, 1.0)], ..parse(AGENCY).unwrap().tiers };
        let inputs: Vec<Vec<Option<f64>>> =
            (1..=12).map(|n| vec![if n == 4 { None } else { Some(f64::from(n) * 100.0) }, Some(10.0)]).collect();
        let w = Weighed::new((1..=12).map(Id).collect(), &inputs, &rules.factors);
        let asked = Asked { weighed: &w, factors: &[1.0; 12], active: 12, rules: &rules };
        let needed = asked.needed(Id(5), 0, Tier::A).unwrap();
        let with = |extra: f64| {
            let mut inputs = inputs.clone();
            inputs[4][0] = Some(500.0 + extra);
            let w = Weighed::new((1..=12).map(Id).collect(), &inputs, &rules.factors);
            rank(&w.entries(&rules.factors, |_| 1.0), 12, &rules).into_iter().find(|(id, _)| *id == Id(5)).unwrap().1.tier
        };
        assert_eq!((with(needed + 0.1), with(needed - 0.1)), (Tier::A, Tier::B));
        assert_eq!(asked.needed(Id(12), 0, Tier::A), None, "stands there already");
    }
}
