//! The inputs of the tier's factors at a date (S35): what a client's facts say of each, or that nothing is known.
//! How inputs are weighed is `domain::tier::factors`'.

use super::risk::Expectation;
use crate::domain::day::Day;
use crate::domain::facts::ClientFacts;
use crate::domain::interval::Interval;
use crate::domain::policy::{Counted, Factor, FactorRule, Policy};

/// Days of a mean year.
const YEAR: f64 = 365.25;

/// The inputs of one client, in the order of the policy's factors.
pub fn inputs(facts: &ClientFacts, date: usize, policy: &Policy, expected: Option<&Expectation>) -> Vec<Option<f64>> {
    policy.tiers.factors.iter().map(|rule| input(rule, facts, date, policy, expected)).collect()
}

/// One input at one of the fold's dates; `None` where nothing is known of it. Money is in minor units of the base currency, a
/// frequency in days a year, a tenure in days, an effort in minutes a year.
fn input(rule: &FactorRule, facts: &ClientFacts, date: usize, policy: &Policy, expected: Option<&Expectation>) -> Option<f64> {
    let on = facts.dates[date];
    let since = start(rule.window, on);
    let within = |day: Day| day > since && day <= on;
    let a_year = |n: f64| n * YEAR / rule.window.days();
    let client = &facts.client;
    // Whoever was never billed anything has sales that are unknown; whoever was not of late has none.
    let billed = facts.sales.first().is_some_and(|s| s.day <= on);
    match rule.factor {
        Factor::Margin => billed.then(|| facts.sales.iter().filter(|s| within(s.day)).map(|s| s.margin).sum()),
        Factor::Sales => billed.then(|| facts.sales.iter().filter(|s| within(s.day)).map(|s| s.amount).sum()),
        Factor::Expected => expected?.worth(client.id).map(|w| w.expected),
        Factor::Frequency => {
            let days: Vec<Day> = match rule.counted {
                Counted::Orders => facts.orders.iter().map(|o| o.day).collect(),
                Counted::Contacts => facts.worked.to_vec(),
            };
            let ever = days.first().is_some_and(|first| *first <= on);
            ever.then(|| a_year(days.into_iter().filter(|day| within(*day)).count() as f64))
        }
        Factor::Budget => facts.budget,
        Factor::Industry => rule.number_of(client.industry.as_deref()?),
        Factor::Region => rule.number_of(client.region.as_deref()?),
        Factor::Size => rule.number_of(client.size.as_deref()?),
        Factor::Tenure => Some(f64::from(on.since(client.since).max(0))),
        Factor::Effort => {
            let usual = policy.queue.minutes as f64;
            let spent = facts.worked.iter().zip(&facts.spent).filter(|(day, _)| within(**day));
            let minutes: f64 = spent.map(|(_, s)| f64::from(s.minutes) + f64::from(s.unmeasured) * usual).sum();
            facts.worked.first().is_some_and(|first| *first <= on).then(|| a_year(minutes))
        }
        Factor::Potential => client.potential.map(f64::from),
        Factor::Fit => client.fit.map(f64::from),
    }
}

/// The last day before a window that ends on a day.
fn start(window: Interval, on: Day) -> Day {
    match window {
        Interval::Days(n) => on.plus(-n),
        Interval::Months(n) => on.plus_months(-n),
    }
}

/// Whether enough is known to place a client: something besides how long it has been one, and what it took.
pub fn can_place(inputs: &[Option<f64>], policy: &Policy) -> bool {
    let says = |f: Factor| !matches!(f, Factor::Tenure | Factor::Effort);
    policy.tiers.factors.iter().zip(inputs).any(|(r, x)| r.weight > 0.0 && says(r.factor) && x.is_some())
}

/// Which factors that count are not known of a client.
pub fn missing(inputs: &[Option<f64>], policy: &Policy) -> Vec<Factor> {
    let gaps = policy.tiers.factors.iter().zip(inputs).filter(|(r, x)| r.weight > 0.0 && x.is_none());
    gaps.map(|(r, _)| r.factor).collect()
}
