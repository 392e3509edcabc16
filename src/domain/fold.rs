//! The one fold: rows of one client in, `ClientFacts` out; for all clients, for one, and for any date (`--as-of`).
//! A fact counts when its own date is not after now, whenever it was typed. What couples clients lives in `portfolio`.

mod contacts;
mod year;

use super::day::{Day, DayStarts, Moment, Now};
use super::facts::*;
use super::id::Id;
use super::money::{Currency, Rates, minor_rate};
use super::target::Target;
use super::words::*;
use std::borrow::Cow;
use std::sync::Arc;

/// What the fold needs besides the rows.
#[derive(Debug, Clone)]
pub struct FoldContext<'a> {
    /// The moment asked about.
    pub now: Now,
    /// Half-life of a margin, days.
    pub half_life: f64,
    /// Whether an online meeting counts as a visit.
    pub meeting_satisfies_visit: bool,
    /// Base currency of the value figures.
    pub currency: Currency,
    /// Rates into it.
    pub rates: &'a Rates,
    /// The last days, on which it is looked who was worked with.
    pub days: DayStarts,
    /// Whether a greeting counts as a contact of the plan.
    pub greetings_count: bool,
    /// Whether orders booked for a later day are seen: not when another date is asked about, on which nobody knew of them.
    pub booked: bool,
}

/// Days over which it is remembered on which of them the user was in touch with a client.
pub const WORKED: u16 = 800;

impl FoldContext<'_> {
    /// Today and the last two month-ends, newest first.
    pub fn dates(&self) -> [Day; 3] {
        let today = self.now.today();
        let month = today.month_index();
        [today, Day::last_of_month_index(month - 1), Day::last_of_month_index(month - 2)]
    }
}

/// Folds the rows of one client.
pub fn fold(rows: &ClientRows, ctx: &FoldContext<'_>) -> ClientFacts {
    let now = ctx.now.instant;
    let today = ctx.now.today();
    let every = in_order(&rows.touches);
    let in_order = without_greetings(&every, rows, ctx);
    let mut touches = fold_touches(&in_order, &ctx.now);
    // A greeting is a contact; it only counts as none.
    if in_order.len() < every.len() {
        touches.last = every.iter().rfind(|t| t.at <= now).copied();
    }
    let last_contact = touches.reached.iter().flatten().max().copied();
    let snoozes = count_snoozes(&rows.deferrals, now, last_contact);
    let (values, billed, money) = fold_invoices(rows, ctx);
    let orders = orders(rows, ctx);
    let contacts = contacts::fold(&in_order, &ctx.now);
    let (worked, spent) = worked(&in_order, ctx);

    ClientFacts {
        exists: rows.client.since <= today,
        tags: rows.tags.clone(),
        points: rows.points,
        last_touch: touches.last,
        reached: touches.reached,
        attempted: touches.attempted,
        unanswered: touches.unanswered,
        touches: touches.count,
        touches_today: touches.today,
        last_worked: touches.last_worked,
        appointments: rows
            .appointments
            .iter()
            .filter(|a| (a.created <= now || a.start <= now) && a.ended.is_none_or(|(e, _)| e > now))
            .filter(|a| a.start > now || !took_place(a, &touches.reached, ctx))
            .cloned()
            .collect(),
        tasks: rows.tasks.iter().filter(|t| t.done.is_none_or(|d| d > now)).cloned().collect(),
        deferrals: deferrals(&rows.deferrals, now),
        snoozes,
        overrides: overrides(&rows.overrides, now, today),
        pin: rows.pins.iter().filter(|p| p.in_force(&ctx.now)).max_by_key(|p| (p.created, p.id)).cloned(),
        engagements: engagements(&rows.engagements, today),
        open_invoices: open_invoices(&rows.invoices, today),
        dates: ctx.dates(),
        values,
        orders,
        sales: sales(&rows.invoices, ctx),
        contacts,
        projects: projects(&rows.engagements, today),
        year: year::fold(rows, &in_order, ctx),
        billed_year: billed_year(&billed, ctx),
        billed,
        budget: rows.client.budget.and_then(|b| rate_of(b.currency, ctx).map(|rate| b.minor as f64 * rate)),
        cost_unknown: money.cost_unknown,
        missing_rates: money.missing_rates,
        days_to_pay: days_to_pay(&rows.invoices, today),
        tier_change: rows.tier_changes.iter().rfind(|c| c.at <= now).copied(),
        tier_changes: rows.tier_changes.iter().filter(|c| c.at <= now).copied().collect(),
        pins: pins(&rows.pins, &ctx.now),
        month_scores: rows.month_scores.iter().filter(|m| Day::last_of_month_index(m.month) <= today).copied().collect(),
        surveys: surveys(&rows.surveys, today),
        quadrants: quadrants(&rows.quadrants, now),
        relations: relations(&rows.relations, now),
        complaints: rows.complaints.iter().filter(|c| c.opened <= now).cloned().map(Arc::new).collect(),
        opportunities: opportunities(&rows.opportunities, now),
        runs: runs(&rows.runs, now),
        outcomes: outcomes(&rows.outcomes, today),
        investment: investment(&rows.investments, now),
        care_dates: rows.care_dates.clone(),
        care_done: rows.care_done.iter().filter(|d| d.at <= now).cloned().collect(),
        began: began(rows, today),
        worked,
        spent,
        client: rows.client.clone(),
    }
}

/// The touches without greetings, unless the policy lets these count: a wish to everybody is no talk with anybody (S47).
fn without_greetings<'t>(touches: &'t [TouchRow], rows: &ClientRows, ctx: &FoldContext<'_>) -> Cow<'t, [TouchRow]> {
    let greetings: Vec<Id> = rows.care_done.iter().filter_map(|d| d.touch).collect();
    if ctx.greetings_count || greetings.is_empty() {
        return Cow::Borrowed(touches);
    }
    Cow::Owned(touches.iter().filter(|t| !greetings.contains(&t.id)).copied().collect())
}

/// The day the work with a client began.
fn began(rows: &ClientRows, today: Day) -> Option<Day> {
    let projects = rows.engagements.iter().filter(|e| e.status != EngagementStatus::Cancelled).map(|e| e.start);
    let orders = || rows.invoices.iter().filter(|i| i.amount > 0).map(|i| i.issued).min();
    projects.min().or_else(orders).filter(|day| *day <= today)
}

/// Days with a contact of the user's, each once, and what they took.
fn worked(touches: &[TouchRow], ctx: &FoldContext<'_>) -> (Box<[Day]>, Box<[Spent]>) {
    let most = touches.len().min(usize::from(WORKED));
    let (mut days, mut spent): (Vec<Day>, Vec<Spent>) = (Vec::with_capacity(most), Vec::with_capacity(most));
    for touch in touches.iter().filter(|t| t.channel != Channel::Unknown && t.at <= ctx.now.instant) {
        let Some(day) = ctx.days.day(touch.at) else { continue };
        if days.last() != Some(&day) {
            days.push(day);
            spent.push(Spent { channel: touch.channel, unmeasured: 0, minutes: 0 });
        }
        if let Some(on) = spent.last_mut() {
            on.channel = on.channel.min(touch.channel);
            match touch.minutes {
                Some(minutes) => on.minutes = on.minutes.saturating_add(minutes),
                None => on.unmeasured = on.unmeasured.saturating_add(1),
            }
        }
    }
    (days.into_boxed_slice(), spent.into_boxed_slice())
}

/// Invoices issued until today, by day, in the base currency.
fn sales(rows: &[InvoiceRow], ctx: &FoldContext<'_>) -> Box<[Sale]> {
    let today = ctx.now.today();
    let sale = |i: &InvoiceRow| {
        let rate = rate_of(i.currency, ctx)?;
        let (amount, cost) = (i.amount as f64, i.cost.unwrap_or(0) as f64);
        Some(Sale { day: i.issued, amount: amount * rate, margin: (amount - cost) * rate })
    };
    rows.iter().filter(|i| i.issued <= today).filter_map(sale).collect()
}

/// Every pin decided until now, with its last day: that before it was taken back, or the one it was to hold until.
fn pins(rows: &[PinRow], now: &Now) -> Box<[PinSpan]> {
    let span = |p: &PinRow| {
        let back = p.ended.filter(|e| *e <= now.instant).map(|e| e.day(now.zone).plus(-1));
        let until = [back, p.until].into_iter().flatten().min();
        PinSpan { from: p.from, until, tier: p.tier }
    };
    rows.iter().filter(|p| p.created <= now.instant).map(span).collect()
}

/// The decision in force; that it was taken back later is not known yet.
fn investment(rows: &[InvestmentRow], now: Moment) -> Option<InvestmentRow> {
    let row = rows.iter().rfind(|i| in_force(i.created, i.ended, now))?;
    Some(InvestmentRow { ended: None, ..row.clone() })
}

/// Possible work as it stood.
fn opportunities(rows: &[OpportunityRow], now: Moment) -> Vec<OpportunityRow> {
    let mut out: Vec<OpportunityRow> = rows.iter().filter(|o| o.created <= now).cloned().collect();
    for opportunity in &mut out {
        opportunity.states.retain(|s| s.at <= now);
        opportunity.states.sort_by_key(|s| (s.at, s.id));
    }
    out
}

/// Projects that are not over, with their milestones as they stood.
fn engagements(rows: &[EngagementRow], today: Day) -> Vec<EngagementRow> {
    let mut out: Vec<EngagementRow> = rows.iter().filter(|e| !e.is_over(today)).cloned().collect();
    for milestone in out.iter_mut().flat_map(|e| &mut e.milestones) {
        milestone.done = milestone.done.filter(|d| *d <= today);
    }
    out
}

/// Playbooks as they stood.
fn runs(rows: &[RunRow], now: Moment) -> Vec<RunRow> {
    let mut out: Vec<RunRow> = rows.iter().filter(|r| r.started <= now).cloned().collect();
    for run in &mut out {
        run.ended = run.ended.filter(|(at, _)| *at <= now);
        for step in run.steps.iter_mut().filter(|s| s.done.is_some_and(|at| at > now)) {
            (step.done, step.skipped, step.cost) = (None, false, None);
        }
    }
    out
}

/// What became of the client until today; of two things on one day the later written stands behind.
fn outcomes(rows: &[OutcomeRow], today: Day) -> Vec<OutcomeRow> {
    let mut out: Vec<OutcomeRow> = rows.iter().filter(|o| o.on <= today).cloned().collect();
    out.sort_by_key(|o| (o.on, o.id));
    out
}

/// Touches by moment, those of one second as they were written. The store hands them over nearly so, and a copy is made only where
/// it does not.
fn in_order(rows: &[TouchRow]) -> Cow<'_, [TouchRow]> {
    if rows.is_sorted_by_key(|t| (t.at, t.id)) {
        return Cow::Borrowed(rows);
    }
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|t| (t.at, t.id));
    Cow::Owned(sorted)
}

fn in_force(created: Moment, ended: Option<Moment>, now: Moment) -> bool {
    created <= now && ended.is_none_or(|e| e > now)
}

/// Deferrals in force, and every pause there ever was: days of a pause are cut out of the plan for good. One that was taken back
/// lasted until then. Of a day that was spread more than once every step counts: the first of them fixed the day it is overdue.
fn deferrals(rows: &[DeferralRow], now: Moment) -> Vec<DeferralRow> {
    let lasts = |kind| matches!(kind, DeferralKind::Pause | DeferralKind::Spread);
    let counts = |d: &&DeferralRow| in_force(d.created, d.ended, now) || lasts(d.kind) && d.created <= now;
    let mut out: Vec<DeferralRow> = rows.iter().filter(counts).cloned().collect();
    out.sort_by_key(|d| (d.created, d.id));
    out
}

fn overrides(rows: &[OverrideRow], now: Moment, today: Day) -> Vec<OverrideRow> {
    let counts = |o: &&OverrideRow| in_force(o.created, o.ended, now) && o.until.is_none_or(|u| u >= today);
    let mut out: Vec<OverrideRow> = rows.iter().filter(counts).cloned().collect();
    out.sort_by_key(|o| (o.created, o.id));
    out
}

/// Answers given until today, newest first.
fn surveys(rows: &[SurveyRow], today: Day) -> Vec<SurveyRow> {
    let mut out: Vec<SurveyRow> = rows.iter().filter(|s| s.on <= today).cloned().collect();
    out.sort_by_key(|s| std::cmp::Reverse((s.on, s.id)));
    out
}

/// Own quadrants in force; of two for one item the later decision holds.
fn quadrants(rows: &[QuadrantRow], now: Moment) -> Vec<(Target, u8)> {
    let mut held: Vec<&QuadrantRow> = rows.iter().filter(|q| in_force(q.created, q.ended, now)).collect();
    held.sort_by_key(|q| std::cmp::Reverse((q.created, q.id)));
    let mut out: Vec<(Target, u8)> = Vec::new();
    for row in held {
        if out.iter().all(|(target, _)| *target != row.target) {
            out.push((row.target, row.quadrant));
        }
    }
    out
}

fn relations(rows: &[RelationRow], now: Moment) -> Vec<RelationRow> {
    let mut out: Vec<RelationRow> = rows.iter().filter(|r| in_force(r.created, r.ended, now)).cloned().collect();
    out.sort_by_key(|r| (r.kind, r.created, r.id));
    out
}

struct Touches {
    last: Option<TouchRow>,
    reached: [Option<Mark>; 7],
    attempted: [Option<Mark>; 7],
    unanswered: u32,
    count: u32,
    today: u32,
    last_worked: Option<Moment>,
}

fn fold_touches(rows: &[TouchRow], now: &Now) -> Touches {
    let day = now.today();
    let (first, last) = (day.start(now.zone), day.end(now.zone));
    let mut out =
        Touches { last: None, reached: [None; 7], attempted: [None; 7], unanswered: 0, count: 0, today: 0, last_worked: None };
    for touch in rows.iter().filter(|t| t.at <= now.instant) {
        out.count += 1;
        out.last = Some(*touch);
        let channel = touch.channel as usize;
        match (touch.outcome, touch.direction) {
            (Outcome::Reached, _) => {
                out.reached[channel] = out.reached[channel].max(Some((touch.at, touch.id)));
                out.unanswered = 0;
            }
            (Outcome::NoAnswer, Direction::Out) => {
                out.attempted[channel] = out.attempted[channel].max(Some((touch.at, touch.id)));
                out.unanswered += 1;
            }
            (Outcome::Callback, _) => out.unanswered = 0,
            (_, Direction::In) => out.unanswered = 0,
            (Outcome::Declined, Direction::Out) => {}
        }
        if touch.channel != Channel::Unknown {
            out.last_worked = Some(touch.at);
            if touch.at >= first && touch.at <= last {
                out.today += 1;
            }
        }
    }
    out
}

/// A passed appointment needs no question when a contact kept it.
fn took_place(appointment: &AppointmentRow, reached: &[Option<Mark>; 7], ctx: &FoldContext<'_>) -> bool {
    Channel::ALL.iter().zip(reached).any(|(have, mark)| {
        mark.is_some_and(|(at, _)| appointment.is_kept_by(*have, at, ctx.now.zone, ctx.meeting_satisfies_visit))
    })
}

/// Seconds within which another day for what was put off is a correction.
const CORRECTED: i64 = 600;

fn count_snoozes(rows: &[DeferralRow], now: Moment, last_contact: Option<Mark>) -> Vec<(String, u32, Moment)> {
    let mut out: Vec<(String, u32, Moment)> = Vec::new();
    for row in rows.iter().filter(|d| d.kind == DeferralKind::Snooze && d.created <= now) {
        // A day that was corrected at once was put off once.
        if row.ended.is_some_and(|e| e <= now && e.0 - row.created.0 < CORRECTED) {
            continue;
        }
        // A contact starts the count of its requirements afresh; a promise put off stays put off.
        if row.target.starts_with("contact:") && last_contact.is_some_and(|c| c >= (row.created, row.id)) {
            continue;
        }
        match out.iter_mut().find(|(target, ..)| *target == row.target) {
            Some((_, n, first)) => (*n, *first) = (*n + 1, row.created.min(*first)),
            None => out.push((row.target.clone(), 1, row.created)),
        }
    }
    out
}

fn is_running(engagement: &EngagementRow, day: Day) -> bool {
    engagement.start <= day && engagement.end.is_none_or(|e| e >= day) && !engagement.is_over(day)
}

/// Running engagements on a day, and their mean over the 12 month-ends before.
fn projects(rows: &[EngagementRow], today: Day) -> (u32, f64) {
    let running = |day: Day| rows.iter().filter(|e| is_running(e, day)).count() as u32;
    if rows.is_empty() {
        return (0, 0.0);
    }
    let month = today.month_index();
    let sum: u32 = (1..=12).map(|n| running(Day::last_of_month_index(month - n))).sum();
    (running(today), f64::from(sum) / 12.0)
}

fn open_invoices(rows: &[InvoiceRow], today: Day) -> Vec<InvoiceRow> {
    let mut open: Vec<InvoiceRow> =
        rows.iter().filter(|i| i.issued <= today && i.amount > 0 && i.paid.is_none_or(|p| p > today)).cloned().collect();
    open.sort_by_key(|i| (i.due.unwrap_or(i.issued), i.id));
    open
}

fn days_to_pay(rows: &[InvoiceRow], today: Day) -> Option<i32> {
    let mut days: Vec<i32> = rows
        .iter()
        .rev()
        .filter(|i| i.issued <= today)
        .filter_map(|i| i.paid.filter(|p| *p <= today).map(|p| p.since(i.issued)))
        .take(10)
        .collect();
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}

struct MoneyNotes {
    cost_unknown: bool,
    missing_rates: Vec<Currency>,
}

fn fold_invoices(rows: &ClientRows, ctx: &FoldContext<'_>) -> ([Value; 3], Vec<Billed>, MoneyNotes) {
    let dates = ctx.dates();
    let mut values = dates.map(|date| Value {
        open_engagement: rows.engagements.iter().any(|e| is_running(e, date)),
        engaged: rows.engagements.iter().any(|e| e.start <= date && e.status != EngagementStatus::Cancelled),
        exists: rows.client.since <= date,
        ..Value::default()
    });
    let mut billed: Vec<Billed> = Vec::new();
    let mut notes = MoneyNotes { cost_unknown: false, missing_rates: Vec::new() };
    let mut days: Vec<(Day, f64)> = Vec::new();

    for invoice in rows.invoices.iter().filter(|i| i.issued <= dates[0]) {
        tally(&mut billed, invoice, dates[0]);
        notes.cost_unknown |= invoice.cost.is_none() && invoice.amount > 0;
        let rate = rate_of(invoice.currency, ctx);
        if rate.is_none() && !notes.missing_rates.contains(&invoice.currency) {
            notes.missing_rates.push(invoice.currency);
        }
        let day = order_day(rows, invoice);
        // Without a rate an invoice still counts for the cadence.
        days.push((day, invoice.amount as f64 * rate.unwrap_or(1.0)));
        let margin = (invoice.amount as f64 - invoice.cost.unwrap_or(0) as f64) * rate.unwrap_or(0.0);
        for (value, date) in values.iter_mut().zip(dates).filter(|(_, date)| invoice.issued <= *date) {
            value.decayed += margin * 0.5f64.powf(f64::from(date.since(invoice.issued)) / ctx.half_life);
            if invoice.amount >= 0 {
                value.last_order = value.last_order.max(Some(invoice.issued));
            }
        }
    }
    if let Some(budget) = rows.client.budget
        && rate_of(budget.currency, ctx).is_none()
        && !notes.missing_rates.contains(&budget.currency)
    {
        notes.missing_rates.push(budget.currency);
    }
    count_orders(&mut values, days, dates);
    (values, billed, notes)
}

/// The day an invoice counts as an order of: all instalments of one project are one order, dated by its start. A retainer and a contract
/// are frames in which is billed again and again: each of their invoices is an order of its day.
fn order_day(rows: &ClientRows, invoice: &InvoiceRow) -> Day {
    let project = |e: &&EngagementRow| invoice.engagement == Some(e.id) && e.kind == EngagementKind::Project;
    rows.engagements.iter().find(project).map_or(invoice.issued, |e| e.start.min(invoice.issued))
}

/// Days with a positive net, and with nothing but free invoices; invoices that are dated ahead make scheduled ones.
fn orders(rows: &ClientRows, ctx: &FoldContext<'_>) -> Vec<OrderDay> {
    let today = ctx.now.today();
    let mut days: Vec<(Day, f64, Option<f64>)> = Vec::with_capacity(rows.invoices.len());
    for invoice in rows.invoices.iter().filter(|i| ctx.booked || i.issued <= today) {
        let rate = rate_of(invoice.currency, ctx);
        let margin = rate.map(|rate| (invoice.amount as f64 - invoice.cost.unwrap_or(0) as f64) * rate);
        // A project that began is no order before something of it was billed.
        let day = if invoice.issued > today { invoice.issued } else { order_day(rows, invoice) };
        days.push((day, invoice.amount as f64 * rate.unwrap_or(1.0), margin));
    }
    days.sort_by_key(|(day, ..)| *day);
    let of_day = |same: &[(Day, f64, Option<f64>)]| {
        let net: f64 = same.iter().map(|(_, net, _)| net).sum();
        let free = same.iter().all(|(_, net, _)| *net == 0.0);
        let margins: Option<Vec<f64>> = same.iter().map(|(.., margin)| *margin).collect();
        let valued = margins.is_some();
        (net > 0.0 || free).then(|| OrderDay { day: same[0].0, margin: margins.into_iter().flatten().sum(), valued })
    };
    days.chunk_by(|a, b| a.0 == b.0).filter_map(of_day).collect()
}

/// An order is a day with a positive net.
fn count_orders(values: &mut [Value; 3], mut days: Vec<(Day, f64)>, dates: [Day; 3]) {
    days.sort_by_key(|(day, _)| *day);
    for same in days.chunk_by(|a, b| a.0 == b.0) {
        if same.iter().map(|(_, net)| net).sum::<f64>() > 0.0 {
            for (value, _) in values.iter_mut().zip(dates).filter(|(_, date)| same[0].0 <= *date) {
                value.orders += 1;
            }
        }
    }
}

fn rate_of(currency: Currency, ctx: &FoldContext<'_>) -> Option<f64> {
    minor_rate(currency, ctx.currency, ctx.rates)
}

fn billed_year(billed: &[Billed], ctx: &FoldContext<'_>) -> Option<i64> {
    let sums = billed.iter().filter_map(|b| rate_of(b.currency, ctx).map(|rate| (b.year as f64 * rate).round() as i64));
    sums.reduce(i64::saturating_add)
}

fn tally(billed: &mut Vec<Billed>, invoice: &InvoiceRow, today: Day) {
    let at = billed.iter().position(|b| b.currency == invoice.currency).unwrap_or_else(|| {
        billed.push(Billed { currency: invoice.currency, year: 0, total: 0, open: 0 });
        billed.len() - 1
    });
    let sum = &mut billed[at];
    sum.total = sum.total.saturating_add(invoice.amount);
    if today.since(invoice.issued) < 365 {
        sum.year = sum.year.saturating_add(invoice.amount);
    }
    if invoice.paid.is_none_or(|p| p > today) {
        sum.open = sum.open.saturating_add(invoice.amount);
    }
}
