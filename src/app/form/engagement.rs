//! The form of a project, retainer or contract.

use super::field::{Choice, FormField, Press};
use super::{Reader, Source, Subject};
use crate::domain::action::{Action, NewEngagement};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::when::Look;
use crate::domain::words::{EngagementKind, EngagementStatus};
use crate::portfolio::explain::{engagement_id, engagement_status_id};
use crate::portfolio::projects::milestone_words;

/// The fields in order; what is new has no status yet.
pub fn fields(source: &Source<'_>, engagement: Option<Id>) -> Option<Vec<FormField>> {
    let rows = source.rows().map(|r| &r.engagements[..]).unwrap_or_default();
    let known = match engagement {
        Some(id) => Some(rows.iter().find(|e| e.id == id)?),
        None => None,
    };
    let kinds = EngagementKind::ALL.iter().map(|k| Choice::new(k.code(), engagement_id(*k))).collect();
    let statuses = EngagementStatus::ALL.iter().map(|s| Choice::new(s.code(), engagement_status_id(*s))).collect();
    let start = known.map_or(source.today(), |e| e.start);
    let mut out = vec![
        FormField::text("form-field-title", known.map(|e| e.title.as_str()).unwrap_or_default()),
        FormField::choice("form-field-engagement", kinds, known.map_or(EngagementKind::Project, |e| e.kind).code()),
        FormField::day("form-field-from", Some(start), Look::Back),
        FormField::day("form-field-end", known.and_then(|e| e.end), Look::Ahead),
        FormField::day("form-field-notice", known.and_then(|e| e.notice), Look::Ahead),
        FormField::day("form-field-renew", known.and_then(|e| e.renew), Look::Ahead),
        FormField::text("form-field-report", &known.and_then(|e| e.report_every).map(|e| e.to_string()).unwrap_or_default()),
    ];
    out.extend(known.map(|e| FormField::choice("form-field-state", statuses, e.status.code())));
    if let (Some(e), Some(client)) = (known, source.loaded.client) {
        let today = source.today();
        out.extend(e.milestones.iter().map(|m| {
            let words = milestone_words(m, today);
            FormField::button("form-field-milestone", Some(m.id), Press::Open(Subject::Milestone(m.id)), words)
        }));
        let add = Press::Open(Subject::NewMilestone(client, Some(e.id)));
        out.push(FormField::button("form-field-milestone", None, add, Message::new("form-add-milestone")));
    }
    Some(out)
}

/// How often the client is told how it goes; empty is never.
fn report(r: &mut Reader<'_>) -> Option<Interval> {
    let text = r.maybe("form-field-report")?;
    let every = Interval::parse(&text);
    if every.is_none() {
        r.refuse("form-field-report", Message::new("form-interval"));
    }
    every
}

/// A new one.
pub fn add(r: &mut Reader<'_>, client: Id) -> Vec<Action> {
    let title = r.needed("form-field-title", "form-no-text");
    let start = r.needed_day("form-field-from");
    let (end, notice, renew) = (r.day("form-field-end"), r.day("form-field-notice"), r.day("form-field-renew"));
    let Some(start) = start else { return Vec::new() };
    vec![Action::AddEngagement(Box::new(NewEngagement {
        client,
        kind: r.chosen("form-field-engagement", EngagementKind::parse).unwrap_or(EngagementKind::Project),
        title,
        start: start.day,
        end,
        notice,
        renew,
        report_every: report(r),
    }))]
}

/// What changes of it.
pub fn change(r: &mut Reader<'_>, engagement: Id) -> Vec<Action> {
    let title = r.needed("form-field-title", "form-no-text");
    let start = r.needed_day("form-field-from");
    let (end, notice, renew) = (r.day("form-field-end"), r.day("form-field-notice"), r.day("form-field-renew"));
    let today = r.now.today();
    let every = report(r);
    let status = r.set("form-field-state", r.chosen("form-field-state", EngagementStatus::parse)).flatten();
    vec![Action::EditEngagement {
        engagement,
        title: r.set("form-field-title", title),
        end: r.set("form-field-end", end),
        notice: r.set("form-field-notice", notice),
        renew: r.set("form-field-renew", renew),
        status: status.map(|s| (s, today)),
        kind: r.set("form-field-engagement", r.chosen("form-field-engagement", EngagementKind::parse)).flatten(),
        start: r.set("form-field-from", start).flatten().map(|t| t.day),
        report_every: r.set("form-field-report", every),
    }]
}
