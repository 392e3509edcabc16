//! The last two month-ends on record and the tier held since: what the program itself would have frozen, fold, model and all, so that it
//! offers just the changes the sample means to have.

use super::money::Split;
use super::situation::Situation;
use super::{DemoClient, DemoEngagement, Setting};
use crate::domain::day::{Day, DayStarts, Moment, Now};
use crate::domain::facts::*;
use crate::domain::fold::{FoldContext, fold};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rates};
use crate::domain::policy::{self, Policy};
use crate::domain::tier::{Standing, offered};
use crate::domain::words::*;
use crate::portfolio::Frame;
use crate::portfolio::risk::RiskFrame;
use std::collections::HashMap;

/// Writes the last two month-ends and the tier held since, as the program would have: a book that is two years old has them.
pub(super) fn hold(set: &Setting<'_>, clients: &mut [DemoClient], split: &Split, situations: &[Situation]) {
    // A new file is under the command line's default policy.
    let Ok(policy) = policy::parse(policy::AGENCY) else { return };
    let this = set.today.month_index();
    let rows: Vec<ClientRows> = clients.iter().enumerate().map(|(n, c)| rows(n, c, set.options.currency)).collect();
    let ends = [this - 2, this - 1].map(|month| (month, standings(&rows, Day::last_of_month_index(month), &policy, set)));
    let since = Day::last_of_month_index(this - 3).plus(1).at(chrono::NaiveTime::MIN, set.now.zone);
    // Five past nine, when the day's first look falls.
    let at = Moment(since.0 + 9 * 3600 + 300).min(Moment(set.now.instant.0 - 1));
    let millionths = |x: f64| (x * 1e6).round() as i64;
    for (n, client) in clients.iter_mut().enumerate() {
        let own = ends.each_ref().map(|(month, of)| of.get(&Id(n as i64 + 1)).map(|s| (*month, *s)));
        for (month, s) in own.iter().flatten() {
            client.month_scores.push(MonthScoreRow {
                month: *month,
                score: millionths(s.score),
                share: millionths(s.share),
                tier: Some(s.tier),
            });
        }
        let [Some((_, before)), Some((_, last))] = own else { continue };
        let meant = match situations.get(n) {
            Some(Situation::TierUp) => Tier::B,
            Some(_) => split.tier(n),
            None => before.tier,
        };
        // Whoever came out elsewhere for two months is there: only one change is meant to be offered.
        let moves = situations.get(n) != Some(&Situation::TierUp) && offered(meant, [last, before], &policy.tiers).is_some();
        client.tier_changes.push(TierChangeRow {
            at,
            from: None,
            to: if moves { last.tier } else { meant },
            cause: TierCause::First,
            score: millionths(before.score),
            share: millionths(before.share),
        });
    }
}

/// Everybody's standing at a month-end.
fn standings(rows: &[ClientRows], end: Day, policy: &Policy, set: &Setting<'_>) -> HashMap<Id, Standing> {
    let now = Now { instant: end.end(set.now.zone), zone: set.now.zone };
    let rates = Rates::new();
    let ctx = FoldContext {
        now,
        half_life: policy.tiers.half_life,
        meeting_satisfies_visit: policy.meeting_satisfies_visit,
        greetings_count: policy.messages.greetings_count,
        currency: set.options.currency,
        rates: &rates,
        // Nothing of the tiers of this policy hangs on contacts.
        days: DayStarts::of_last(1, &now),
        booked: false,
    };
    let facts: Vec<ClientFacts> = rows.iter().map(|r| fold(r, &ctx)).collect();
    let risk = RiskFrame::new(&facts, &[], set.time, &now, |_| None);
    let [today, ..] = Frame::new(&facts, policy, &risk, &now).rankings;
    today.standings
}

/// The rows that tiers depend on; ids are places in the book, as the file will number them.
fn rows(n: usize, c: &DemoClient, currency: Currency) -> ClientRows {
    let engagement = |(n, e): (usize, &DemoEngagement)| EngagementRow {
        id: Id(n as i64),
        kind: e.kind,
        title: String::new(),
        start: e.start,
        end: e.end,
        notice: e.notice,
        renew: e.renew,
        status: e.status,
        status_on: e.status_on,
        report_every: e.report_every,
        reported_on: e.reported_on,
        milestones: Vec::new(),
    };
    let mut invoices: Vec<InvoiceRow> = c
        .invoices
        .iter()
        .enumerate()
        .map(|(n, i)| InvoiceRow {
            id: Id(n as i64),
            number: None,
            issued: i.issued,
            due: Some(i.due),
            paid: i.paid,
            amount: i.amount,
            cost: Some(i.cost),
            currency,
            engagement: i.engagement.map(|e| Id(e as i64)),
            product: None,
        })
        .collect();
    invoices.sort_by_key(|i| i.issued);
    let pauses = c.deferrals.iter().filter(|d| d.kind == DeferralKind::Pause);
    ClientRows {
        client: ClientRow {
            id: Id(n as i64 + 1),
            name: String::new(),
            name_key: String::new(),
            initials: String::new(),
            kind: c.kind,
            status: c.status,
            status_on: c.status_on,
            industry: None,
            region: None,
            size: None,
            since: c.since,
            potential: c.potential,
            fit: c.fit,
            budget: None,
            preferred_channel: None,
            quiet: None,
            reviewed_on: None,
            need_type: None,
            language: None,
            culture: None,
        },
        tags: Vec::new(),
        points: PointCounts::default(),
        touches: Vec::new(),
        appointments: Vec::new(),
        tasks: Vec::new(),
        deferrals: pauses
            .map(|d| DeferralRow {
                id: Id(0),
                kind: d.kind,
                target: d.target.to_string(),
                until: d.until,
                signals: None,
                reason: None,
                created: d.created,
                ended: None,
            })
            .collect(),
        overrides: Vec::new(),
        pins: Vec::new(),
        engagements: c.engagements.iter().enumerate().map(engagement).collect(),
        invoices,
        tier_changes: Vec::new(),
        month_scores: Vec::new(),
        surveys: Vec::new(),
        quadrants: Vec::new(),
        relations: Vec::new(),
        complaints: Vec::new(),
        opportunities: Vec::new(),
        runs: Vec::new(),
        outcomes: Vec::new(),
        investments: Vec::new(),
        care_dates: Vec::new(),
        care_done: Vec::new(),
    }
}
