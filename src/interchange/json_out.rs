//! The export as JSON: ids as strings, moments with offset, money as minor units and currency.
//! What is exported is gathered in `portfolio::export`.

use super::cells::birthday_text;
use super::csv_out::Exported;
use super::record::*;
use crate::domain::action::NewPoint;
use crate::domain::care::Yearly;
use crate::domain::complaint::{Limit, Rating, Reading};
use crate::domain::day::Moment;
use crate::domain::facts::{InvestmentRow, OutcomeRow, RunRow, StepRow};
use crate::domain::money::Money;
use crate::domain::words::CareKind;
use chrono_tz::Tz;
use serde_json::{Value, json};

fn points(points: &[NewPoint]) -> Value {
    points.iter().map(|p| json!({"kind": p.kind, "value": p.value, "label": p.label})).collect()
}

fn extra(fields: &[(String, String)]) -> Value {
    fields.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

/// Yearly dates beside the birthday of the common calendar.
fn dates(list: &[CardDate]) -> Value {
    let one = |d: &CardDate| {
        let mut value = json!({});
        yearly(&mut value, d.kind, d.name.as_deref(), d.date);
        value
    };
    list.iter().map(one).collect()
}

/// Clients.
pub fn clients_json(rows: &[Exported<ClientRecord>], zone: Tz) -> Value {
    let object = |row: &Exported<ClientRecord>| {
        let c = &row.record;
        json!({
            "id": row.id, "name": c.name, "kind": c.kind, "status": c.status, "industry": c.industry, "region": c.region,
            "size": c.size, "need": c.need, "since": c.since, "tier_pin": c.tier_pin, "tags": c.tags, "points": points(&c.points),
            "birthday": c.birthday.map(birthday_text), "potential": c.potential, "fit": c.fit, "budget": c.budget,
            "preferred_channel": c.preferred_channel, "response_hours": c.response_hours, "source": c.source, "note": c.note,
            "do_not_mention": c.do_not_mention, "external_id": c.external_id, "quiet_hours": c.quiet,
            "need_type": c.need_type.as_ref().map(|n| &n.code), "need_why": c.need_type.as_ref().map(|n| &n.why),
            "extra": extra(&c.extra), "outcomes": outcomes(c.past.as_deref()), "playbooks": playbooks(c.past.as_deref(), zone),
            "decisions": decisions(c.past.as_deref(), zone), "dates": dates(&c.dates), "language": c.language, "culture": c.culture,
        })
    };
    rows.iter().map(object).collect()
}

fn outcomes(past: Option<&PastRecord>) -> Value {
    let one = |(o, note): &(OutcomeRow, Option<String>)| json!({"id": o.id, "kind": o.kind, "on": o.on, "reason": o.reason, "note": note});
    past.into_iter().flat_map(|p| &p.outcomes).map(one).collect()
}

fn playbooks(past: Option<&PastRecord>, zone: Tz) -> Value {
    let mut said = past.into_iter().flat_map(|p| &p.steps);
    let mut run = |r: &RunRow| {
        let step = |s: &StepRow| {
            let (text, note) = said.next().cloned().unwrap_or_default();
            json!({
                "id": s.id, "no": s.no, "kind": s.kind, "title": s.title, "text": text, "channel": s.channel,
                "template": s.template, "due": s.due, "done": s.done.map(|at| at.rfc3339(zone)), "skipped": s.skipped,
                "note": note, "cost": s.cost,
            })
        };
        let steps: Vec<Value> = r.steps.iter().map(step).collect();
        json!({
            "id": r.id, "playbook": r.playbook, "title": r.title, "started": r.started.rfc3339(zone),
            "ended": r.ended.map(|(at, _)| at.rfc3339(zone)), "how": r.ended.map(|(_, how)| how), "steps": steps,
        })
    };
    past.into_iter().flat_map(|p| &p.runs).map(&mut run).collect()
}

fn decisions(past: Option<&PastRecord>, zone: Tz) -> Value {
    let one = |i: &InvestmentRow| {
        json!({
            "id": i.id, "kind": i.kind, "reason": i.reason, "created": i.created.rfc3339(zone),
            "ended": i.ended.map(|at| at.rfc3339(zone)),
        })
    };
    past.into_iter().flat_map(|p| &p.decisions).map(one).collect()
}

/// People.
pub fn people_json(rows: &[Exported<PersonRecord>]) -> Value {
    let object = |row: &Exported<PersonRecord>| {
        let p = &row.record;
        json!({
            "id": row.id, "client": {"id": row.client, "name": p.client}, "name": p.name, "role": p.role,
            "points": points(&p.points), "birthday": p.birthday.map(birthday_text), "note": p.note, "external_id": p.external_id,
            "extra": extra(&p.extra), "dates": dates(&p.dates),
        })
    };
    rows.iter().map(object).collect()
}

/// Touches.
pub fn touches_json(rows: &[Exported<TouchRecord>], zone: Tz) -> Value {
    let object = |row: &Exported<TouchRecord>| {
        let t = &row.record;
        json!({
            "id": row.id, "client": {"id": row.client, "name": t.client}, "person": t.person, "channel": t.channel,
            "outcome": t.outcome, "direction": t.direction, "at": t.at.rfc3339(zone), "minutes": t.minutes, "flag": t.flag,
            "note": t.note,
        })
    };
    rows.iter().map(object).collect()
}

/// Invoices.
pub fn invoices_json(rows: &[Exported<InvoiceRecord>]) -> Value {
    let object = |row: &Exported<InvoiceRecord>| {
        let i = &row.record;
        let cost = i.cost.map(|minor| Money { minor, ..i.amount });
        json!({
            "id": row.id, "client": {"id": row.client, "name": i.client}, "number": i.number, "issued": i.issued, "due": i.due,
            "paid": i.paid, "amount": i.amount, "cost": cost, "product": i.product,
        })
    };
    rows.iter().map(object).collect()
}

/// Possible work with its states and slips.
pub fn opportunities_json(rows: &[Exported<OpportunityWhole>], zone: Tz) -> Value {
    let object = |row: &Exported<OpportunityWhole>| {
        let (whole, o) = (&row.record, &row.record.line);
        let states = whole.states.iter();
        let states =
            states.map(|(at, stage, close, why)| json!({"at": at.rfc3339(zone), "stage": stage, "close": close, "why": why}));
        let slips = whole.slips.iter().map(|(from, to)| json!({"from": from, "to": to}));
        json!({
            "id": row.id, "client": {"id": row.client, "name": o.client}, "person": o.person, "title": o.title,
            "amount": o.amount, "stage": o.stage, "probability": whole.chance, "entered": o.probability, "close": o.close,
            "product": o.product, "note": o.note, "created": whole.created.rfc3339(zone),
            "states": states.collect::<Vec<_>>(), "slips": slips.collect::<Vec<_>>(),
        })
    };
    rows.iter().map(object).collect()
}

/// Cases with their logs, clocks and evidence.
pub fn complaints_json(rows: &[Exported<CaseRecord>], zone: Tz) -> Value {
    let at = |moment: Moment| moment.rfc3339(zone);
    let clock = |reading: Option<Reading>, limit: Limit| {
        reading.map(|r| {
            json!({
                "limit": limit.to_string(), "due": at(r.due), "met": r.met, "used": r.used, "spent_seconds": r.spent,
                "paused": r.paused, "stopped": r.stopped.map(at),
            })
        })
    };
    let rating = |rating: Option<Rating>| match rating {
        None => Value::Null,
        Some(Rating::Mark(mark)) => json!(mark),
        Some(Rating::Unreachable) => json!("unreachable"),
    };
    let event = |e: &CaseEventRecord| {
        json!({
            "id": e.event.id, "kind": e.event.kind, "at": at(e.event.at), "text": e.text, "score": rating(e.event.rating),
            "promised": e.event.promised.map(at), "channel": e.event.channel, "minutes": e.minutes, "corrects": e.event.corrects,
            "written": at(e.written),
        })
    };
    let evidence =
        |e: &EvidenceRecord| json!({"path": e.path, "size": e.size, "sha256": e.sha256, "note": e.note, "added": at(e.added)});
    let object = |row: &Exported<CaseRecord>| {
        let (c, line) = (&row.record, &row.record.line);
        json!({
            "id": row.id, "no": c.no, "client": {"id": row.client, "name": line.client}, "person": line.person, "kind": line.kind,
            "complex": c.complex, "status": line.status, "opened": at(line.opened), "channel": line.channel, "text": line.text,
            "demand": line.demand, "cause": line.cause, "tier": c.tier,
            "other": c.other.as_ref().map(|(id, name)| json!({"id": id, "name": name})), "mediator": c.mediator, "remedy": c.remedy,
            "first_response": clock(c.first, c.first_limit), "solution": clock(c.solution, c.solution_limit),
            "score": rating(c.rating), "refusals": c.refusals, "closed": c.closed.map(at),
            "events": c.events.iter().map(event).collect::<Vec<_>>(),
            "evidence": c.evidence.iter().map(evidence).collect::<Vec<_>>(),
        })
    };
    rows.iter().map(object).collect()
}

/// Yearly dates.
pub fn care_json(rows: &[Exported<CareRecord>]) -> Value {
    let object = |row: &Exported<CareRecord>| {
        let c = &row.record;
        let mut value = json!({
            "id": row.id, "client": {"id": row.client, "name": c.client}, "person": c.person, "lead": c.lead, "note": c.note,
        });
        yearly(&mut value, c.kind, c.name.as_deref(), c.date);
        value
    };
    rows.iter().map(object).collect()
}

/// What every yearly date says.
fn yearly(value: &mut Value, kind: CareKind, name: Option<&str>, date: Yearly) {
    value["kind"] = json!(kind);
    value["name"] = json!(name);
    value["date"] = json!(Yearly { year: None, ..date }.written());
    value["calendar"] = json!(date.calendar);
    value["leap"] = json!(date.leap);
    value["year"] = json!(date.year);
}

/// Survey answers.
pub fn surveys_json(rows: &[Exported<SurveyRecord>]) -> Value {
    let object = |row: &Exported<SurveyRecord>| {
        let s = &row.record;
        json!({
            "id": row.id, "client": {"id": row.client, "name": s.client}, "person": s.person, "kind": s.kind, "score": s.score,
            "on": s.on, "reasons": s.reasons, "channel": s.channel, "note": s.note,
        })
    };
    rows.iter().map(object).collect()
}
