//! Invoices and projects, and how the book's value is split between the tiers. The month-ends on record are `tiers`'.

use super::random::Random;
use super::situation::Situation;
use super::{DemoClient, DemoEngagement, DemoInvoice, Setting};
use crate::domain::day::Day;
use crate::domain::money::Currency;
use crate::domain::words::*;

/// How many active clients stand in each tier. Their shares of the book's value are chosen so that the computed tiers come out so,
/// with room to the cuts (80 % and 95 %) for invoices that come and go.
pub(super) struct Split {
    pub(super) clients: usize,
    a: usize,
    b: usize,
}

/// Shares of the decayed margin held by A and B; C has the rest. What is expected of them moves the cuts, more so where an A drifts away.
const SHARES: [f64; 3] = [0.83, 0.14, 0.03];

impl Split {
    pub(super) fn of(clients: usize, small: bool) -> Split {
        let (a, b) = if small { (0.24, 0.28) } else { (0.10, 0.16) };
        let part = |share: f64| (clients as f64 * share).round() as usize;
        Split { clients, a: part(a), b: part(b) }
    }

    /// The tier of the n-th active client.
    pub(super) fn tier(&self, n: usize) -> Tier {
        if n < self.a {
            Tier::A
        } else if n < self.a + self.b {
            Tier::B
        } else {
            Tier::C
        }
    }

    /// The decayed margin that the n-th client is to have, minor units.
    pub(super) fn target(&self, n: usize, set: &Setting<'_>, random: &mut Random) -> f64 {
        let tier = self.tier(n);
        let many = match tier {
            Tier::A => self.a,
            Tier::B => self.b,
            Tier::C => self.clients - self.a - self.b,
        };
        // The book's decayed margin: an agency's yearly one of some 130,000 yuan a client, faded.
        let whole = 95_000.0 * self.clients as f64 * unit(set.options.currency);
        whole * SHARES[tier.rank()] / many.max(1) as f64 * (0.75 + 0.5 * random.share())
    }
}

/// Minor units for one yuan's worth, so that amounts are plausible in the book's currency.
pub(super) fn unit(currency: Currency) -> f64 {
    let worth = match currency.as_str() {
        "CNY" => 1.0,
        "JPY" => 20.0,
        "KRW" => 190.0,
        "VND" => 3500.0,
        "TWD" => 4.4,
        "HKD" => 1.1,
        "INR" => 12.0,
        "RUB" => 12.0,
        _ => 0.14,
    };
    worth * 10f64.powi(currency.digits().cast_signed())
}

/// A round amount: two figures that matter, as an offer would have it.
fn rounded(minor: f64) -> i64 {
    let step = 10f64.powf((minor.max(1.0)).log10().floor() - 1.0).max(1.0);
    ((minor / step).round() * step).max(1.0) as i64
}

/// Writes a client's projects and invoices, scaled to the wanted decayed margin.
pub(super) fn invoices(
    set: &Setting<'_>,
    client: &mut DemoClient,
    tier: Tier,
    target: f64,
    situation: Situation,
    random: &mut Random,
) {
    engagements(set, client, tier, situation, random);
    if situation == Situation::NeverTouched {
        return;
    }
    let today = set.today;
    let mut issued: Vec<(Day, f64)> = Vec::new();
    let (first, step) = match tier {
        Tier::A => (random.between(4, 26), 30),
        Tier::B => (random.between(8, 60), 80),
        Tier::C => (random.between(15, 120), 150),
    };
    let mut day = today.plus(-first);
    while day > client.since || issued.is_empty() {
        issued.push((day, 0.75 + 0.5 * random.share()));
        day = day.plus(-(step + random.between(-step / 10, step / 10)));
    }
    let mut target = target;
    if situation == Situation::TierUp {
        // A large project in the last months: past the cut at both month-ends, a B before.
        for days in [70, 100, 130] {
            issued.push((today.plus(-days), 12.0));
        }
        target = 95_000.0 * SHARES[0] * unit(set.options.currency) * 5.0;
    }
    if situation == Situation::InvoiceLate {
        issued[0].0 = today.plus(-39 - random.between(0, 3));
    }
    let decayed: f64 = issued.iter().map(|(day, weight)| weight * fade(today.since(*day))).sum();
    for (n, (day, weight)) in issued.iter().enumerate() {
        let margin = target * weight / decayed.max(1e-9);
        let cost_share = 0.3 + 0.25 * random.share();
        let amount = rounded(margin / (1.0 - cost_share));
        let due = day.plus(30);
        let late = situation == Situation::InvoiceLate && n == 0;
        let paid = due.plus(random.between(-12, 4)).max(day.plus(3));
        let products = set.texts.list("products");
        // What an A pays monthly is mostly the first product, the retainer.
        let product = if tier == Tier::A && random.chance(0.7) {
            products.first().copied().unwrap_or_default()
        } else {
            random.pick(products)
        };
        client.invoices.push(DemoInvoice {
            number: String::new(),
            issued: *day,
            due,
            // What has been due for a day is paid, unless this is the one that is late.
            paid: if late {
                None
            } else if paid <= today {
                Some(paid)
            } else {
                (due < today).then_some(due)
            },
            amount,
            cost: rounded(amount as f64 * cost_share).min(amount),
            product: product.into(),
            engagement: client.engagements.iter().position(|e| e.start <= *day && e.end.is_none_or(|end| *day <= end)),
        });
    }
}

/// What a margin still counts after so many days; the preset's half-life.
fn fade(days: i32) -> f64 {
    0.5f64.powf(f64::from(days) / 182.0)
}

fn engagements(set: &Setting<'_>, client: &mut DemoClient, tier: Tier, situation: Situation, random: &mut Random) {
    let today = set.today;
    let mut titles = random.clone();
    // Nobody signs a contract on the day they are met.
    let (since, began) = (client.since, first_signed(set, client));
    let mut add = |kind, section: &str, start: Day, end: Option<Day>, notice: Option<Day>, status| {
        let renew = notice.and(end).map(|end| end.plus(1));
        let title = titles.pick(set.texts.list(section)).into();
        let status_on = if status == EngagementStatus::Done { end.unwrap_or(start) } else { start };
        let (report_every, reported_on, milestones) = (None, None, Vec::new());
        client.engagements.push(DemoEngagement {
            kind,
            title,
            start,
            end,
            notice,
            renew,
            status,
            status_on,
            report_every,
            reported_on,
            milestones,
        });
    };
    if situation == Situation::Renewal {
        add(EngagementKind::Retainer, "retainers", since, Some(today.plus(78)), Some(today.plus(18)), EngagementStatus::Open);
    } else if tier == Tier::A {
        // Its notice date is months away: nothing to do yet.
        let end = today.plus(random.between(120, 300));
        add(EngagementKind::Retainer, "retainers", began, Some(end), Some(end.plus(-60)), EngagementStatus::Open);
    }
    if tier != Tier::C {
        // Delivered later than the days in which an end is news.
        let (start, end) = (today.plus(-random.between(20, 120)).max(since), today.plus(random.between(40, 120)));
        add(EngagementKind::Project, "projects", start, Some(end), None, EngagementStatus::Open);
    }
    let past = today.plus(-random.between(150, 330));
    if past > since {
        let start = not_these_days(set, past.plus(-random.between(40, 120)), -25).max(since);
        add(EngagementKind::Project, "projects", start, Some(past), None, EngagementStatus::Done);
    }
}

/// The day a client's first contract begins: weeks or months after they were met, another number of them for every client, and never so
/// that its anniversary is these days.
fn first_signed(set: &Setting<'_>, client: &DemoClient) -> Day {
    let letters = client.name.chars().fold(7u32, |n, c| n.wrapping_mul(31).wrapping_add(c as u32));
    let days = 20 + (letters % 290).cast_signed();
    not_these_days(set, client.since.plus(days), 50).min(set.today.plus(-60)).max(client.since)
}

/// A first day, moved where its anniversary would be these days.
fn not_these_days(set: &Setting<'_>, start: Day, moved: i32) -> Day {
    let near = start.since(set.today).rem_euclid(365);
    if (20..345).contains(&near) { start } else { start.plus(moved) }
}

/// Numbers the invoices of the whole book by day, from one each year.
pub(super) fn number(clients: &mut [DemoClient]) {
    use chrono::Datelike;
    let mut order: Vec<(Day, usize, usize)> = Vec::new();
    for (c, client) in clients.iter().enumerate() {
        order.extend(client.invoices.iter().enumerate().map(|(i, invoice)| (invoice.issued, c, i)));
    }
    order.sort();
    let (mut year, mut count) = (i32::MIN, 0);
    for (day, c, i) in order {
        let of = day.date().year();
        count = if of == year { count + 1 } else { 1 };
        year = of;
        clients[c].invoices[i].number = format!("{year}-{count:03}");
    }
}
