//! Every number explains itself: the terms of tier, due day and priority, the facts behind them, and what would change them.
//! Lines are messages; `explain` and the key `w` print them.

mod tier;

use super::assess::{Assessed, DueState, Requirement};
use super::care;
pub use super::collect::every;
use super::explain_risk::{risk, tightened};
use super::frame::has_entered_factors;
use super::load::Snapshot;
use super::queue::{Item, computed_quadrant};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::words::*;
use serde_json::{Value, json};
pub use tier::factor_id;
use tier::tier;

/// One figure explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// `tier`, `value`, `risk`, `due`, `survey` or `priority`: the key in JSON.
    pub key: &'static str,
    /// Heading.
    pub title: Message,
    /// Terms and counterfactual, in order.
    pub lines: Vec<Message>,
    /// The numbers behind the lines, for JSON.
    pub numbers: Value,
}

/// Explains a client's tier, risk, due days, the next mark to ask for, and priority.
pub fn explain(snapshot: &Snapshot, id: Id) -> Vec<Part> {
    let Some(client) = snapshot.client(id) else { return Vec::new() };
    vec![
        tier(snapshot, client),
        super::value::part(snapshot, client),
        risk(snapshot, client),
        due(snapshot, client),
        survey(snapshot, client),
        priority(snapshot, client),
    ]
}

/// What `w` shows on an item: why it is here and what it weighs, then the rest of its client.
pub fn why(snapshot: &Snapshot, item: &Item) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![Part {
        key: "item",
        title: Message::new("explain-item").with("kind", Message::new(kind_id(item.kind))),
        lines: item_lines(snapshot, item),
        numbers: Value::Null,
    }];
    if let Some(client) = item.client.and_then(|id| snapshot.client(id)) {
        parts.push(due(snapshot, client));
        parts.push(tier(snapshot, client));
        parts.push(risk(snapshot, client));
    }
    parts
}

/// Catalogue id of an item kind's name.
pub fn kind_id(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Complaint => "kind-complaint",
        ItemKind::Appointment => "kind-appointment",
        ItemKind::Task => "kind-task",
        ItemKind::Contact => "kind-contact",
        ItemKind::Invoice => "kind-invoice",
        ItemKind::Renewal => "kind-renewal",
        ItemKind::Review => "kind-review",
        ItemKind::Tier => "kind-tier",
        ItemKind::Lead => "kind-lead",
        ItemKind::Batch => "kind-batch",
        ItemKind::Playbook => "kind-playbook",
        ItemKind::Care => "kind-care",
    }
}

/// Catalogue id of a status.
pub fn status_id(status: Status) -> &'static str {
    match status {
        Status::Lead => "status-lead",
        Status::Active => "status-active",
        Status::Dormant => "status-dormant",
        Status::Lost => "status-lost",
        Status::Stopped => "status-stopped",
    }
}

/// Catalogue id of a kind of contact point.
pub fn point_id(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Phone => "point-phone",
        PointKind::Email => "point-email",
        PointKind::Wechat => "point-wechat",
        PointKind::Address => "point-address",
        PointKind::Url => "point-url",
        PointKind::Other => "point-other",
    }
}

/// Catalogue id of a kind of engagement.
pub fn engagement_id(kind: EngagementKind) -> &'static str {
    match kind {
        EngagementKind::Project => "engagement-project",
        EngagementKind::Retainer => "engagement-retainer",
        EngagementKind::Contract => "engagement-contract",
    }
}

/// Catalogue id of an engagement's status.
pub fn engagement_status_id(status: EngagementStatus) -> &'static str {
    match status {
        EngagementStatus::Planned => "engagementstatus-planned",
        EngagementStatus::Open => "engagementstatus-open",
        EngagementStatus::Done => "engagementstatus-done",
        EngagementStatus::Cancelled => "engagementstatus-cancelled",
    }
}

fn due(snapshot: &Snapshot, client: &Assessed) -> Part {
    let mut lines: Vec<Message> = client.plan.iter().flat_map(|r| requirement_lines(snapshot, client, r)).collect();
    if client.plan.is_empty() {
        lines.push(Message::new("explain-no-plan").with("status", Message::new(status_id(client.status))));
    } else if client.tier.tier.is_none() {
        lines.push(Message::new("explain-follows-c"));
    }
    lines.extend(tightened(snapshot, client));
    let numbers = client
        .plan
        .iter()
        .map(|r| {
            json!({
                "channel": r.channel, "every": r.every.to_string(), "grace": r.grace, "due": r.due, "promised": r.promised,
                "overdue_from": r.overdue_from, "late_days": r.late_days, "state": state_code(&r.state),
                "last": r.last.map(|(at, _)| at.rfc3339(snapshot.now.zone)),
            })
        })
        .collect();
    Part { key: "due", title: Message::new("explain-due"), lines, numbers: Value::Array(numbers) }
}

/// When the next mark is asked for, and why then.
fn survey(snapshot: &Snapshot, client: &Assessed) -> Part {
    let interval = snapshot.policy.plan(client.tier.tier).survey;
    let newest = client.facts.surveys.first();
    let mut lines = Vec::new();
    if let Some(mark) = newest {
        let id = match mark.kind {
            SurveyKind::Nps => "explain-survey-nps",
            SurveyKind::Csat => "explain-survey-csat",
        };
        lines.push(Message::new(id).with("score", i32::from(mark.score)).with("on", mark.on));
    }
    match client.survey_due {
        None => lines.push(Message::new("explain-survey-none").with("status", Message::new(status_id(client.status)))),
        Some(due) => {
            let from = newest.map_or(client.facts.client.since, |s| s.on);
            let late = i32::from(due < snapshot.now.today());
            let id = if newest.is_some() { "explain-survey-after" } else { "explain-survey-since" };
            lines.push(Message::new(id).with("every", every(interval)).with("from", from).with("due", due).with("late", late));
            let asked = snapshot.queue.items.iter().any(|i| i.client == Some(client.id()) && i.ask_survey);
            if asked {
                lines.push(Message::new("explain-survey-today"));
            } else if due <= snapshot.now.today() {
                lines.push(Message::new("explain-survey-waits"));
            }
        }
    }
    let numbers = json!({
        "due": client.survey_due, "every": interval.to_string(),
        "last": newest.map(|s| json!({ "kind": s.kind, "score": s.score, "on": s.on })),
    });
    Part { key: "survey", title: Message::new("explain-survey"), lines, numbers }
}

/// The code of a requirement's state in JSON.
pub fn state_code(state: &DueState) -> &'static str {
    match state {
        DueState::Open => "open",
        DueState::Snoozed { .. } => "snoozed",
        DueState::Retry { .. } => "retry",
        DueState::Booked { late: false, .. } => "booked",
        DueState::Booked { late: true, .. } => "booked-late",
        DueState::Paused { .. } => "paused",
    }
}

fn requirement_lines(snapshot: &Snapshot, client: &Assessed, r: &Requirement) -> Vec<Message> {
    let today = snapshot.now.today();
    let zone = snapshot.now.zone;
    let from: Day = r.last.map_or(client.facts.client.since, |(at, _)| at.day(zone));
    let id = if r.last.is_some() { "explain-due-last" } else { "explain-due-since" };
    let mut lines = vec![
        Message::new(id)
            .with("channel", r.channel)
            .with("every", every(r.every))
            .with("from", from)
            .with("by", r.last.map_or(r.channel, |(_, c)| c))
            .with("due", r.promised)
            .with("overdue", r.overdue_from)
            .with("grace", r.grace),
    ];
    if let Some(why) = &r.overridden {
        lines.push(Message::new("explain-overridden").with("why", why.as_str()));
    }
    match r.moved {
        Some(DeferralKind::Skip) => lines.push(Message::new("explain-skipped")),
        Some(DeferralKind::Pause) => lines.push(Message::new("explain-after-pause")),
        Some(_) => lines.push(Message::new("explain-spread")),
        None => {}
    }
    match &r.state {
        DueState::Open => {}
        DueState::Snoozed { until, times } => {
            lines.push(Message::new("explain-snoozed").with("until", *until).with("n", *times));
        }
        DueState::Retry { attempts } => lines.push(Message::new("explain-retry").with("due", r.due).with("n", *attempts)),
        DueState::Booked { start, late } => {
            lines.push(Message::new(if *late { "explain-booked-late" } else { "explain-booked" }).with("at", *start));
        }
        DueState::Paused { until } => lines.push(Message::new("explain-paused").with("until", *until)),
    }
    let next = snapshot.time.next_working(r.every.after(today));
    if next > r.due {
        lines.push(Message::new("explain-due-if").with("channel", r.channel).with("next", next));
    }
    lines
}

fn priority(snapshot: &Snapshot, client: &Assessed) -> Part {
    let items: Vec<&Item> =
        snapshot.queue.items.iter().filter(|i| i.client == Some(client.id()) || i.clients.contains(&client.id())).collect();
    let mut lines: Vec<Message> = items.iter().flat_map(|i| item_lines(snapshot, i)).collect();
    if items.is_empty() {
        lines.push(match client.next_due {
            Some(day) => Message::new("explain-not-today").with("next", day),
            None => Message::new("explain-not-today-none"),
        });
    }
    let numbers = items
        .iter()
        .map(|i| {
            json!({"kind": i.kind, "priority": rounded(i.priority), "importance": rounded(i.importance),
                "urgency": rounded(i.urgency), "quadrant": i.quadrant})
        })
        .collect();
    Part { key: "priority", title: Message::new("explain-priority"), lines, numbers: Value::Array(numbers) }
}

/// Three decimals are more than a priority deserves.
pub fn rounded(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

fn item_lines(snapshot: &Snapshot, item: &Item) -> Vec<Message> {
    let rules = &snapshot.policy.queue;
    let mut lines = vec![item.reason.clone()];
    if let Some(client) = item.client.and_then(|id| snapshot.client(id)).filter(|_| item.kind == ItemKind::Care) {
        lines.extend(care::behind(client, item.target, item.due));
    }
    lines.extend([
        Message::new("explain-item-priority")
            .with("kind", Message::new(kind_id(item.kind)))
            .with("priority", Arg::Decimal(item.priority))
            .with("importance", Arg::Decimal(item.importance))
            .with("urgency", Arg::Decimal(item.urgency))
            .with("quadrant", i64::from(item.quadrant)),
        Message::new("explain-quadrant")
            .with("important", Arg::Decimal(rules.important))
            .with("urgent", Arg::Decimal(rules.urgent)),
    ]);
    if item.chosen.is_some() {
        let computed = computed_quadrant(item, rules);
        lines.push(Message::new("explain-quadrant-chosen").with("computed", i64::from(computed)));
    }
    if let Some(r) = requirement_of(snapshot, item) {
        let tomorrow = item.importance * (1.0 + f64::from(r.late_days + 1) / r.every.days());
        lines.push(Message::new("explain-tomorrow").with("priority", Arg::Decimal(tomorrow)));
    }
    if let Some(client) = item.client.and_then(|id| snapshot.client(id))
        && has_entered_factors(&client.facts)
        && client.tier.unsorted
    {
        lines.push(Message::new("explain-unsorted"));
    }
    lines
}

fn requirement_of<'a>(snapshot: &'a Snapshot, item: &Item) -> Option<&'a Requirement> {
    let client = snapshot.client(item.client?)?;
    (item.kind == ItemKind::Contact).then(|| client.plan.iter().find(|r| Some(r.channel) == item.channel)).flatten()
}
