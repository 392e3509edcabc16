//! A book with opportunities in every stage and projects of every need.
#![allow(clippy::unwrap_used, dead_code)]

use crate::screen_fixture::*;
use touchbase::domain::action::*;
use touchbase::domain::id::Id;
use touchbase::domain::interval::Interval;
use touchbase::domain::money::{Currency, Money};
use touchbase::domain::words::*;

fn opportunity(m: &mut Maker, client: Id, title: &str, yuan: i64, stage: Stage, close: Option<&str>, at: &str) -> Id {
    let new = NewOpportunity {
        client,
        person: None,
        title: title.into(),
        amount: Money { minor: yuan * 100, currency: Currency::CNY },
        probability: None,
        stage,
        close: close.map(day),
        product: None,
        note: None,
        at: moment(at),
    };
    let made = m.act(Action::AddOpportunity(Box::new(new)), at);
    made.iter().find(|(table, _)| *table == "opportunity").unwrap().1
}

fn project(m: &mut Maker, client: Id, title: &str, days: (&str, Option<&str>, Option<&str>), every: Option<i32>) -> Id {
    let new = NewEngagement {
        client,
        kind: if every.is_some() { EngagementKind::Retainer } else { EngagementKind::Project },
        title: title.into(),
        start: day(days.0),
        end: days.1.map(day),
        notice: days.2.map(day),
        renew: None,
        report_every: every.map(Interval::Days),
    };
    let made = m.act(Action::AddEngagement(Box::new(new)), "2026-09-01 10:00");
    made.iter().find(|(table, _)| *table == "engagement").unwrap().1
}

fn milestone(m: &mut Maker, engagement: Id, title: &str, due: &str, done: Option<&str>) {
    let new = NewMilestone { engagement, title: title.into(), due: day(due), note: None };
    let made = m.act(Action::AddMilestone(Box::new(new)), "2026-09-02 10:00");
    let id = made.iter().find(|(table, _)| *table == "milestone").unwrap().1;
    if let Some(on) = done {
        m.act(Action::DoneMilestone { milestone: id, on: Some(day(on)) }, &format!("{on} 17:00"));
    }
}

/// Five clients: opportunities in three stages, one of them late and moved twice; four projects, one calm, one to come.
pub fn fill(m: &mut Maker) {
    let star = m.client("Northstar Media", |c| c.points = Vec::new());
    m.touch(star, Channel::Visit, "2026-11-19 10:00", "budget is thin, do not tell");
    let moved = opportunity(m, star, "Website 2027", 120_000, Stage::Proposal, Some("2026-10-01"), "2026-08-03 10:00");
    for (at, close) in [("2026-09-28 09:00", "2026-11-01"), ("2026-10-30 09:00", "2026-11-16")] {
        let changes = OpportunityChanges { close: Some(Some(day(close))), ..OpportunityChanges::default() };
        m.act(Action::EditOpportunity { opportunity: moved, changes: Box::new(changes) }, at);
    }
    let care = project(m, star, "Care of the site", ("2026-09-01", Some("2027-08-31"), None), Some(14));
    m.act(Action::ReportProgress { engagement: care, on: day("2026-11-09") }, "2026-11-09 16:00");
    milestone(m, care, "New start page", "2026-11-18", None);
    milestone(m, care, "Faster shop", "2026-10-20", Some("2026-10-22"));
    milestone(m, care, "Winter sale", "2026-12-11", None);
    let far = m.client("远山设计", |_| {});
    m.touch(far, Channel::Call, "2026-10-20 10:00", "");
    opportunity(m, far, "展会展位设计", 48_000, Stage::Intake, None, "2026-10-20 10:30");
    opportunity(m, far, "年度画册", 30_000, Stage::Intake, Some("2026-12-18"), "2026-11-02 10:30");
    project(m, far, "包月服务", ("2026-01-01", Some("2026-12-31"), Some("2026-11-20")), None);
    let kite = m.client("Kite Labs", |_| {});
    m.touch(kite, Channel::Call, "2026-11-20 10:00", "");
    opportunity(m, kite, "Launch film", 75_000, Stage::FollowUp, Some("2026-12-04"), "2026-11-10 10:00");
    project(m, kite, "Brand book", ("2026-11-02", Some("2027-01-29"), None), None);
    let lead = m.client("Haichuan Valves", |c| c.status = Status::Lead);
    opportunity(m, lead, "Catalogue", 20_000, Stage::Intake, Some("2027-01-15"), "2026-11-20 10:00");
    project(m, kite, "Trade fair 2027", ("2027-01-11", None, None), None);
}
