//! The tier explained: each term of the score, what is not known, what would lift it, and how it came to be.
//! How a ranking is made is `portfolio::frame`'s.

use super::{Part, rounded, status_id};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::policy::{Counted, Factor, FactorRule, Missing, Transform};
use crate::domain::tier::factors::{Asked, Column};
use crate::domain::tier::{Entry, Standing, margin_needed, score_with};
use crate::domain::words::*;
use crate::portfolio::assess::Assessed;
use crate::portfolio::factors;
use crate::portfolio::frame::{Basis, Ranking, entered_factor};
use crate::portfolio::load::Snapshot;
use crate::portfolio::tier_history::history;
use serde_json::{Value, json};

/// One client's tier with everything behind it.
struct Explained<'a> {
    snapshot: &'a Snapshot,
    client: &'a Assessed,
    ranking: &'a Ranking,
    entry: Option<&'a Entry>,
    lines: Vec<Message>,
    /// Terms by factor, for JSON.
    terms: Vec<Value>,
    needed: Option<f64>,
}

pub(super) fn tier(snapshot: &Snapshot, client: &Assessed) -> Part {
    let (ranking, rules) = (&snapshot.frame.rankings[0], &snapshot.policy.tiers);
    let entry = ranking.entries.iter().find(|e| e.id == client.id());
    let mut all = Explained {
        snapshot,
        client,
        ranking,
        entry,
        lines: vec![headline(client, rules.advice_below, ranking.basis == Basis::Factors)],
        terms: Vec::new(),
        needed: None,
    };
    if let (Some(standing), Some(entry)) = (client.tier.standing, entry) {
        match ranking.basis {
            Basis::Margin => all.value(entry),
            Basis::Entered => {
                let total: f64 = ranking.entries.iter().map(|e| e.past.max(0.0)).sum();
                all.say(Message::new("explain-value-entered").with("share", Arg::Share(part(entry.past, total))));
            }
            Basis::Factors => all.factors(entry),
        }
        all.entered();
        all.place(standing);
        all.upwards(standing);
    }
    all.unknown();
    if let Some(offer) = client.tier.offer {
        let message = Message::new("explain-offer").with("from", offer.from).with("to", offer.to);
        all.say(message.with("share", Arg::Share(offer.share)));
    }
    let past = all.past();
    let numbers = all.numbers(past);
    Part { key: "tier", title: Message::new("explain-tier"), lines: all.lines, numbers }
}

fn part(x: f64, total: f64) -> f64 {
    if total > 0.0 { x.max(0.0) / total } else { 0.0 }
}

impl Explained<'_> {
    fn say(&mut self, message: Message) {
        self.lines.push(message);
    }

    fn money(&self, minor: f64) -> Money {
        Money { minor: minor.round() as i64, currency: self.snapshot.currency }
    }

    /// The two halves of the value.
    fn value(&mut self, entry: &Entry) {
        let facts = &self.client.facts;
        let sum = |of: fn(&Entry) -> f64| self.ranking.entries.iter().map(|e| of(e).max(0.0)).sum::<f64>();
        let (total, awaited) = (sum(|e| e.past), sum(|e| e.expected));
        if facts.sales.is_empty() && facts.missing_rates.is_empty() {
            self.say(Message::new("explain-no-invoice"));
        } else {
            let message = Message::new("explain-value-margin")
                .with("value", self.money(entry.past))
                .with("orders", facts.values[0].orders)
                .with("total", self.money(total));
            self.say(message.with("share", Arg::Share(part(entry.past, total))));
        }
        if awaited > 0.0 {
            let message = Message::new("explain-value-expected")
                .with("value", self.money(entry.expected))
                .with("total", self.money(awaited))
                .with("share", Arg::Share(part(entry.expected, awaited)));
            self.say(message.with("weight", Arg::Share(self.snapshot.policy.tiers.expected_weight)));
        }
        if entry.past < 0.0 || entry.expected < 0.0 {
            self.say(Message::new("explain-negative"));
        }
    }

    /// Each factor's term.
    fn factors(&mut self, entry: &Entry) {
        let weighed = &self.ranking.weighed;
        let Some(row) = weighed.row(entry.id) else { return };
        for (rule, column) in self.snapshot.policy.tiers.factors.iter().zip(&weighed.columns).filter(|(r, _)| r.weight > 0.0) {
            let message = self.term(rule, column, row);
            self.lines.push(message);
            let counts = rule.factor != Factor::Effort;
            self.terms.push(json!({
                "name": rule.factor.code(), "weight": rounded(column.weight), "input": column.raw[row], "total": column.total,
                "term": if counts { column.weight * column.share(row) } else { weighed.effort(row, &self.snapshot.policy.tiers.factors) },
                "left_out": column.total <= 0.0,
            }));
        }
        if weighed.columns.iter().any(|c| c.raw[row].is_some_and(|x| x < 0.0)) {
            self.say(Message::new("explain-negative"));
        }
    }

    fn term(&self, rule: &FactorRule, column: &Column, row: usize) -> Message {
        let name = Message::new(factor_id(rule.factor));
        if column.total <= 0.0 {
            return Message::new("explain-term-none").with("factor", name);
        }
        if rule.factor == Factor::Effort {
            let times = self.ranking.weighed.effort(row, &self.snapshot.policy.tiers.factors);
            let message = match column.raw[row] {
                Some(minutes) => Message::new("explain-term-effort")
                    .with("minutes", minutes.round() as i64)
                    .with("mean", Arg::Decimal(column.times_mean(row))),
                None => Message::new("explain-term-effort-none"),
            };
            return message.with("weight", Arg::Share(column.weight)).with("times", Arg::Decimal(times));
        }
        let score = format!("{:.3}", column.weight * column.share(row));
        let message = match (column.raw[row], rule.transform) {
            (None, _) => Message::new(match rule.missing {
                Missing::Neutral => "explain-term-missing",
                Missing::Zero => "explain-term-zero",
            }),
            (Some(x), Transform::Share) => {
                let total = match rule.factor.is_text() {
                    true => tenths(column.total).into(),
                    false => self.amount(rule, column.total),
                };
                Message::new("explain-term").with("own", self.amount(rule, x)).with("total", total)
            }
            (Some(x), transform) => Message::new(match transform {
                Transform::Rank => "explain-term-rank",
                _ => "explain-term-log",
            })
            .with("own", self.amount(rule, x))
            .with("share", Arg::Share(column.share(row))),
        };
        message.with("factor", name).with("weight", Arg::Share(column.weight)).with("score", score)
    }

    /// An input as a person reads it.
    fn amount(&self, rule: &FactorRule, x: f64) -> Arg {
        match rule.factor {
            Factor::Margin | Factor::Sales | Factor::Expected | Factor::Budget => self.money(x).into(),
            Factor::Frequency => {
                let id = match rule.counted {
                    Counted::Orders => "explain-orders-a-year",
                    Counted::Contacts => "explain-contacts-a-year",
                };
                Message::new(id).with("n", tenths(x)).into()
            }
            Factor::Tenure => Message::new("explain-years").with("n", tenths(x / 365.25)).into(),
            Factor::Industry | Factor::Region | Factor::Size => self.text(rule.factor, x).into(),
            _ => tenths(x).into(),
        }
    }

    /// The client's own word and the number the policy gives it.
    fn text(&self, factor: Factor, x: f64) -> String {
        let client = &self.client.facts.client;
        let word = match factor {
            Factor::Industry => &client.industry,
            Factor::Region => &client.region,
            _ => &client.size,
        };
        format!("{} = {}", word.as_deref().unwrap_or_default(), tenths(x))
    }

    fn entered(&mut self) {
        let facts = &self.client.facts;
        let times = entered_factor(facts, &self.snapshot.policy);
        if times != 1.0 {
            let entered = |x: Option<u8>| x.map_or("-".to_owned(), |p| p.to_string());
            let message = Message::new("explain-factor")
                .with("potential", entered(facts.client.potential))
                .with("fit", entered(facts.client.fit));
            self.say(message.with("factor", Arg::Decimal(times)));
        }
    }

    fn place(&mut self, s: Standing) {
        let rules = &self.snapshot.policy.tiers;
        let message = Message::new("explain-place")
            .with("score", format!("{:.3}", s.score))
            .with("rank", s.rank + 1)
            .with("n", self.ranking.entries.len())
            .with("share", Arg::Share(s.share))
            .with("tier", s.tier)
            .with("a", Arg::Share(rules.a_share))
            .with("b", Arg::Share(rules.b_share));
        self.say(message);
    }

    /// The counterfactual: what would lift the client one step.
    fn upwards(&mut self, s: Standing) {
        let Some(to) = above(s.tier) else { return };
        match self.ranking.basis {
            Basis::Margin => self.more_margin(to, s),
            Basis::Entered => self.say(Message::new("explain-up-entered").with("to", to)),
            Basis::Factors => self.more_input(to),
        }
    }

    fn more_margin(&mut self, to: Tier, s: Standing) {
        let (entries, rules) = (&self.ranking.entries, &self.snapshot.policy.tiers);
        self.needed = margin_needed(entries, self.ranking.active, self.client.id(), to, rules);
        let Some(extra) = self.needed else { return self.say(Message::new("explain-up-full").with("to", to)) };
        let score = score_with(entries, self.client.id(), extra, rules).unwrap_or(s.score) - s.score;
        let message = Message::new("explain-up")
            .with("to", to)
            .with("score", two_digits(score))
            .with("amount", self.money(round_up(extra)))
            .with("half", rules.half_life.round() as i64);
        self.say(message);
    }

    /// The first factor of the policy that alone would do, and is not a text.
    fn more_input(&mut self, to: Tier) {
        let rules = &self.snapshot.policy.tiers;
        let weighed = &self.ranking.weighed;
        let factors: Vec<f64> = weighed
            .ids
            .iter()
            .map(|id| self.snapshot.client(*id).map_or(1.0, |c| entered_factor(&c.facts, &self.snapshot.policy)))
            .collect();
        let asked = Asked { weighed, factors: &factors, active: self.ranking.active, rules };
        let of_use = |r: &FactorRule| {
            let entered = matches!(r.factor, Factor::Effort | Factor::Tenure | Factor::Potential | Factor::Fit);
            r.weight > 0.0 && !r.factor.is_text() && !entered
        };
        let found = rules
            .factors
            .iter()
            .enumerate()
            .filter(|(_, r)| of_use(r))
            .find_map(|(n, r)| asked.needed(self.client.id(), n, to).map(|extra| (n, r, extra)));
        let Some((n, rule, extra)) = found else { return self.say(Message::new("explain-up-factors").with("to", to)) };
        self.needed = Some(extra);
        let own = weighed.row(self.client.id()).and_then(|row| weighed.columns[n].raw[row]).unwrap_or(0.0).max(0.0);
        let money = matches!(rule.factor, Factor::Margin | Factor::Sales | Factor::Expected | Factor::Budget);
        let wanted = if money { round_up(own + extra) } else { ((own + extra) * 10.0).ceil() / 10.0 };
        let message = Message::new("explain-up-factor")
            .with("to", to)
            .with("factor", Message::new(factor_id(rule.factor)))
            .with("amount", self.amount(rule, wanted));
        self.say(message);
    }

    /// What is not known, and what was assumed instead.
    fn unknown(&mut self) {
        let facts = &self.client.facts;
        if self.client.tier.standing.is_some() && self.ranking.basis == Basis::Factors {
            for factor in self.missing() {
                self.say(Message::new("explain-enter").with("factor", Message::new(factor_id(factor))));
            }
        }
        self.lines.extend(crate::portfolio::prospects::potential_line(facts));
        if facts.cost_unknown {
            self.say(Message::new("explain-cost-unknown"));
        }
        for currency in &facts.missing_rates {
            self.lines.push(Message::new("explain-no-rate").with("currency", currency.as_str()));
        }
    }

    fn missing(&self) -> Vec<Factor> {
        let inputs = factors::inputs(&self.client.facts, 0, &self.snapshot.policy, Some(&self.snapshot.risk.now));
        factors::missing(&inputs, &self.snapshot.policy)
    }

    /// The tier month by month and every change of it (S5).
    fn past(&mut self) -> Value {
        let past = history(self.client, &self.snapshot.now);
        if past.is_drawn() {
            self.say(Message::new("explain-months").with("strip", past.strip()));
        }
        for change in &past.changes {
            self.say(change.words());
        }
        let changes = past.changes.iter().map(|c| {
            json!({
                "at": c.at.rfc3339(self.snapshot.now.zone), "from": c.from, "to": c.to, "cause": c.cause.code(),
                "score": c.standing.map(|s| s.0), "share_before": c.standing.map(|s| s.1),
            })
        });
        json!({ "months": past.by_month(), "changes": changes.collect::<Vec<Value>>() })
    }

    fn numbers(&self, past: Value) -> Value {
        let view = &self.client.tier;
        let facts = &self.client.facts;
        let basis = match self.ranking.basis {
            Basis::Margin => "value",
            Basis::Entered => "entered",
            Basis::Factors => "factors",
        };
        let by_value = self.entry.filter(|_| self.ranking.basis != Basis::Factors);
        let missing: Vec<&str> = match self.ranking.basis {
            Basis::Factors => self.missing().into_iter().map(Factor::code).collect(),
            Basis::Margin if facts.sales.is_empty() => vec!["margin"],
            _ => Vec::new(),
        };
        json!({
            "tier": view.tier, "computed": view.computed, "pinned": view.pin.is_some(), "score": view.standing.map(|s| s.score),
            "share_before": view.standing.map(|s| s.share), "rank": view.standing.map(|s| s.rank + 1),
            "ranked": self.ranking.entries.len(), "basis": basis, "value": by_value.map(|e| e.past.round() as i64),
            "expected": by_value.map(|e| e.expected.round() as i64), "factor": self.entry.map(|e| e.factor),
            "terms": self.terms, "missing": missing, "thin": view.thin, "orders": facts.values[0].orders,
            "needed": self.needed.map(|x| x.round() as i64), "offered": view.offer.map(|o| o.to), "history": past,
        })
    }
}

fn headline(client: &Assessed, below: usize, by_factors: bool) -> Message {
    let view = &client.tier;
    if let Some(pin) = &view.pin {
        return Message::new("explain-pinned")
            .with("tier", pin.tier)
            .with("why", pin.why())
            .with("review", pin.review_on)
            .with("computed", view.computed);
    }
    if client.status != Status::Active {
        return Message::new("explain-not-active").with("status", Message::new(status_id(client.status)));
    }
    if view.unsorted {
        return Message::new(if by_factors { "explain-unsorted-factors" } else { "explain-unsorted" });
    }
    if view.advice {
        return Message::new("explain-advice").with("n", below).with("computed", view.computed);
    }
    match client.facts.tier_change {
        Some(change) if view.tier != view.computed => {
            Message::new("explain-held").with("tier", view.tier).with("since", change.at).with("computed", view.computed)
        }
        _ => Message::new(if view.thin { "explain-computed-thin" } else { "explain-computed" }).with("tier", view.tier),
    }
}

fn above(tier: Tier) -> Option<Tier> {
    match tier {
        Tier::A => None,
        Tier::B => Some(Tier::A),
        Tier::C => Some(Tier::B),
    }
}

/// Two figures that matter, never fewer than needed.
fn round_up(minor: f64) -> f64 {
    let step = 10f64.powf(minor.max(1.0).log10().floor() - 1.0).max(1.0);
    (minor / step).ceil() * step
}

fn tenths(x: f64) -> String {
    let text = format!("{x:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Catalogue id of a factor.
pub fn factor_id(factor: Factor) -> &'static str {
    match factor {
        Factor::Margin => "factor-margin",
        Factor::Sales => "factor-sales",
        Factor::Expected => "factor-expected",
        Factor::Frequency => "factor-frequency",
        Factor::Budget => "factor-budget",
        Factor::Industry => "factor-industry",
        Factor::Region => "factor-region",
        Factor::Size => "factor-size",
        Factor::Tenure => "factor-tenure",
        Factor::Effort => "factor-effort",
        Factor::Potential => "factor-potential",
        Factor::Fit => "factor-fit",
    }
}

/// A small number with three digits behind the point, or as many as show two of its own.
fn two_digits(x: f64) -> String {
    let digits = if x > 0.0 { (1.0 - x.log10().floor()).clamp(3.0, 9.0) as usize } else { 3 };
    format!("{x:.digits$}")
}
