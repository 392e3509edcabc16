//! How often tiers go back and forth: the public CDNOW 1/10 sample (Fader & Hardie; customer, date, amount) folded at every month-end
//! with both halves of the value, changes applied as they are offered, against the same book without hysteresis (S5).
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use touchbase::domain::day::{Day, DayStarts, Now};
use touchbase::domain::facts::{ClientFacts, ClientRow, ClientRows, InvoiceRow, PointCounts};
use touchbase::domain::fold::{FoldContext, WORKED, fold};
use touchbase::domain::id::Id;
use touchbase::domain::money::{Currency, Rates};
use touchbase::domain::policy::{AGENCY, Policy, parse};
use touchbase::domain::tier::{Standing, offered};
use touchbase::domain::words::*;
use touchbase::domain::zone::WorkingTime;
use touchbase::portfolio::Frame;
use touchbase::portfolio::risk::RiskFrame;

const CDNOW: &str = include_str!("data/cdnow_sample.csv");
/// Every third customer: the figures of all are 0.230 and 0.042 reversals a client-year, and take three times as long.
const THIN: u32 = 3;
const ZONE: chrono_tz::Tz = chrono_tz::UTC;

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

/// Every `keep`-th customer.
fn book(keep: u32) -> Vec<ClientRows> {
    let mut of: BTreeMap<u32, Vec<(Day, i64)>> = BTreeMap::new();
    for line in CDNOW.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let customer: u32 = cells[0].parse().unwrap();
        let cents = (cells[2].parse::<f64>().unwrap() * 100.0).round() as i64;
        if customer.is_multiple_of(keep) {
            of.entry(customer).or_default().push((day(cells[1]), cents));
        }
    }
    of.into_iter().map(|(customer, sales)| rows(i64::from(customer), &sales)).collect()
}

fn rows(id: i64, sales: &[(Day, i64)]) -> ClientRows {
    let since = sales[0].0;
    let invoice = |(n, (issued, amount)): (usize, &(Day, i64))| InvoiceRow {
        id: Id(id * 1000 + n as i64),
        number: None,
        issued: *issued,
        due: None,
        paid: None,
        amount: *amount,
        cost: None,
        currency: Currency::CNY,
        engagement: None,
        product: None,
    };
    ClientRows {
        client: ClientRow {
            id: Id(id),
            name: format!("Customer {id}"),
            name_key: String::new(),
            initials: String::new(),
            kind: ClientKind::Person,
            status: Status::Active,
            status_on: since,
            industry: None,
            region: None,
            size: None,
            since,
            potential: None,
            fit: None,
            budget: None,
            preferred_channel: None,
            quiet: None,
            reviewed_on: None,
            need_type: None,
            language: None,
            culture: None,
        },
        tags: vec![],
        points: PointCounts::default(),
        touches: vec![],
        appointments: vec![],
        tasks: vec![],
        deferrals: vec![],
        overrides: vec![],
        pins: vec![],
        engagements: vec![],
        invoices: sales.iter().enumerate().map(invoice).collect(),
        tier_changes: vec![],
        month_scores: vec![],
        surveys: vec![],
        quadrants: vec![],
        relations: vec![],
        complaints: vec![],
        opportunities: vec![],
        runs: vec![],
        outcomes: vec![],
        investments: vec![],
        care_dates: vec![],
        care_done: vec![],
    }
}

/// The standings of everybody at a month-end, as the program would freeze them.
fn standings(book: &[ClientRows], end: Day, policy: &Policy) -> BTreeMap<Id, Standing> {
    let now = Now { instant: end.end(ZONE), zone: ZONE };
    let rates = Rates::new();
    let ctx = FoldContext {
        now,
        half_life: policy.tiers.half_life,
        meeting_satisfies_visit: false,
        greetings_count: false,
        currency: Currency::CNY,
        rates: &rates,
        days: DayStarts::of_last(WORKED, &now),
        booked: false,
    };
    let facts: Vec<ClientFacts> = book.iter().map(|r| fold(r, &ctx)).filter(|f| f.exists).collect();
    let time = WorkingTime::new(policy.hours.clone(), &[], Default::default());
    let risk = RiskFrame::new(&facts, &[], &time, &now, |_| None);
    let [today, ..] = Frame::new(&facts, policy, &risk, &now).rankings;
    today.standings.into_iter().collect()
}

/// One client's tier from month to month, and how often it changed back.
#[derive(Default)]
struct Held {
    tier: Option<Tier>,
    before: Option<Tier>,
    changes: u32,
    reversals: u32,
}

impl Held {
    fn change(&mut self, to: Tier) {
        if self.tier == Some(to) {
            return;
        }
        if self.tier.is_some() {
            self.changes += 1;
            // Back to the tier held before the last change.
            self.reversals += u32::from(self.before == Some(to));
            self.before = self.tier;
        }
        self.tier = Some(to);
    }
}

#[test]
fn s005_hysteresis_leaves_at_most_a_third_of_the_reversals() {
    let policy = parse(AGENCY).unwrap();
    let all = book(THIN);
    let first = day("1997-03-31").month_index();
    let last = day("1998-06-30").month_index();
    let months: Vec<BTreeMap<Id, Standing>> =
        (first..=last).map(|month| standings(&all, Day::last_of_month_index(month), &policy)).collect();
    let (mut plain, mut held): (BTreeMap<Id, Held>, BTreeMap<Id, Held>) = Default::default();
    let mut years = 0.0;
    for (n, month) in months.iter().enumerate() {
        for (id, now) in month {
            plain.entry(*id).or_default().change(now.tier);
            let own = held.entry(*id).or_default();
            let Some(before) = n.checked_sub(1).and_then(|n| months[n].get(id)) else { continue };
            years += 1.0 / 12.0;
            match own.tier {
                // The second month-end on record is held.
                None => own.change(now.tier),
                Some(tier) => {
                    if let Some(to) = offered(tier, [*now, *before], &policy.tiers) {
                        own.change(to);
                    }
                }
            }
        }
    }
    let sum = |of: &BTreeMap<Id, Held>, what: fn(&Held) -> u32| f64::from(of.values().map(what).sum::<u32>()) / years;
    let figures = [&plain, &held].map(|of| (sum(of, |h| h.changes), sum(of, |h| h.reversals)));
    let [(plain_changes, without), (changes, with)] = figures;
    println!("{} clients, {years:.0} client-years", held.len());
    println!("without hysteresis: {plain_changes:.4} changes, {without:.4} reversals a client-year");
    println!("with hysteresis:    {changes:.4} changes, {with:.4} reversals a client-year ({:.0} %)", 100.0 * with / without);
    assert!(without > 0.0 && changes > 0.0, "the rule is not merely switched off");
    assert!(with <= without / 3.0, "{with} of {without}");
}
