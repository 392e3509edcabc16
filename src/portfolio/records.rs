//! The book as neutral records: what an import compares with and an export writes.
//! Reading files and writing them is `interchange`'s work.

use super::cases::Clocks;
use crate::domain::action::{NeedType, NewPoint};
use crate::domain::complaint::CaseRow;
use crate::domain::day::{Day, Now};
use crate::domain::facts::{ClientRow, ClientRows, InvoiceRow, OpportunityRow, RunRow, SurveyRow};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::words::{Calendar, CareKind, Channel};
use crate::interchange::record::{
    Birthday, CardDate, CareRecord, CaseEventRecord, CaseRecord, ClientRecord, ComplaintRecord, EvidenceRecord, InvoiceRecord,
    OpportunityRecord, OpportunityWhole, PastRecord, PersonRecord, SurveyRecord, TouchRecord,
};
use crate::store::{CareDetail, CaseDetail, CaseEventDetail, ClientDetail, EvidenceDetail, TouchDetail};
use std::collections::HashMap;

fn points(detail: &ClientDetail, of: Option<Id>) -> Vec<NewPoint> {
    let mut own: Vec<_> = detail.points.iter().filter(|p| p.person == of).collect();
    own.sort_by_key(|p| (p.rank, p.id));
    own.into_iter().map(|p| NewPoint { kind: p.kind, value: p.value.clone(), label: p.label.clone() }).collect()
}

fn extra(detail: &ClientDetail, of: Option<Id>) -> Vec<(String, String)> {
    let mut own: Vec<_> = detail.extra.iter().filter(|e| e.person == of).collect();
    own.sort_by_key(|e| e.id);
    own.into_iter().map(|e| (e.name.clone(), e.value.clone())).collect()
}

fn birthday(detail: &ClientDetail, of: Option<Id>) -> Option<Birthday> {
    let own = |c: &&CareDetail| c.person == of && c.kind == CareKind::Birthday && c.calendar == Calendar::Gregorian;
    detail.care_dates.iter().find(own).map(|c| (c.month, c.day, c.year))
}

/// The yearly dates beside that birthday.
fn dates(detail: &ClientDetail, of: Option<Id>) -> Vec<CardDate> {
    let plain = |c: &&CareDetail| c.kind == CareKind::Birthday && c.calendar == Calendar::Gregorian;
    let own = detail.care_dates.iter().filter(|c| c.person == of && !plain(c));
    own.map(|c| CardDate { kind: c.kind, name: c.name.clone(), date: c.yearly() }).collect()
}

/// A client with all its fields.
pub(super) fn client(rows: &ClientRows, detail: &ClientDetail, now: &Now) -> ClientRecord {
    let row = &rows.client;
    let in_force = rows.pins.iter().rfind(|p| p.in_force(now));
    ClientRecord {
        line: 0,
        name: row.name.clone(),
        kind: Some(row.kind),
        status: Some(row.status),
        industry: row.industry.clone(),
        region: row.region.clone(),
        size: row.size.clone(),
        need: detail.need.clone(),
        need_type: need_type(row, detail),
        since: Some(row.since),
        tier_pin: in_force.map(|pin| pin.tier),
        tags: rows.tags.clone(),
        points: points(detail, None),
        birthday: birthday(detail, None),
        dates: dates(detail, None),
        potential: row.potential,
        fit: row.fit,
        budget: row.budget,
        preferred_channel: row.preferred_channel,
        quiet: row.quiet,
        response_hours: detail.response_hours,
        language: row.language,
        culture: row.culture.clone(),
        source: detail.source.clone(),
        note: detail.note.clone(),
        do_not_mention: detail.do_not_mention.clone(),
        external_id: detail.external_id.clone(),
        last_contact: None,
        last_note: None,
        person: None,
        extra: extra(detail, None),
        past: past(rows, detail, now),
    }
}

/// What a client looks for first, with what shows it.
fn need_type(row: &ClientRow, detail: &ClientDetail) -> Option<NeedType> {
    let (code, why) = (row.need_type.clone()?, detail.need_why.clone().unwrap_or_default());
    Some(NeedType { code, why })
}

/// What became of a client, its playbooks and the decisions about it, as far as they were known.
fn past(rows: &ClientRows, detail: &ClientDetail, now: &Now) -> Option<Box<PastRecord>> {
    let known = rows.outcomes.iter().filter(|o| o.on <= now.today());
    let runs: Vec<RunRow> = rows.runs.iter().filter(|r| r.started <= now.instant).cloned().collect();
    let said = |id: Id| detail.step(id).map(|s| (s.text.clone(), s.note.clone())).unwrap_or_default();
    let past = PastRecord {
        outcomes: known.map(|o| (o.clone(), detail.outcome_note(o.id).map(str::to_owned))).collect(),
        steps: runs.iter().flat_map(|r| &r.steps).map(|s| said(s.id)).collect(),
        runs,
        decisions: rows.investments.iter().filter(|i| i.created <= now.instant).cloned().collect(),
    };
    (past != PastRecord::default()).then(|| Box::new(past))
}

/// The people of a client, by name of the client as an export writes it.
pub(super) fn people(detail: &ClientDetail, client: &str) -> Vec<(Id, PersonRecord)> {
    let record = |person: &crate::store::PersonDetail| PersonRecord {
        line: 0,
        client: Some(client.to_owned()),
        name: person.name.clone(),
        role: person.role.clone(),
        points: points(detail, Some(person.id)),
        birthday: birthday(detail, Some(person.id)),
        dates: dates(detail, Some(person.id)),
        note: person.note.clone(),
        external_id: person.external_id.clone(),
        tags: Vec::new(),
        extra: extra(detail, Some(person.id)),
        about: None,
    };
    detail.people.iter().map(|person| (person.id, record(person))).collect()
}

/// A touch.
pub(super) fn touch(touch: &TouchDetail, detail: &ClientDetail, client: &str) -> TouchRecord {
    let row = &touch.row;
    let person = touch.person.and_then(|id| detail.people.iter().find(|p| p.id == id));
    TouchRecord {
        line: 0,
        client: client.to_owned(),
        channel: row.channel,
        outcome: row.outcome,
        direction: row.direction,
        at: row.at,
        minutes: touch.row.minutes.map(i64::from),
        flag: row.flag,
        person: person.map(|p| p.name.clone()),
        note: touch.note.clone(),
    }
}

/// A survey answer.
pub(super) fn survey(row: &SurveyRow, detail: &ClientDetail, client: &str) -> SurveyRecord {
    let more = detail.surveys.iter().find(|s| s.id == row.id);
    let person = more.and_then(|s| s.person).and_then(|id| detail.people.iter().find(|p| p.id == id));
    SurveyRecord {
        line: 0,
        client: client.to_owned(),
        kind: row.kind,
        score: row.score,
        on: row.on,
        reasons: row.reasons.clone(),
        channel: more.and_then(|s| s.channel),
        person: person.map(|p| p.name.clone()),
        note: more.and_then(|s| s.note.clone()),
    }
}

/// A yearly date.
pub(super) fn care(row: &CareDetail, detail: &ClientDetail, client: &str) -> CareRecord {
    let person = row.person.and_then(|id| detail.people.iter().find(|p| p.id == id));
    CareRecord {
        line: 0,
        client: client.to_owned(),
        person: person.map(|p| p.name.clone()),
        kind: row.kind,
        name: row.name.clone(),
        date: row.yearly(),
        lead: row.lead,
        note: row.note.clone(),
    }
}

/// A case as it stands at a moment, with its log, clocks and evidence. `names` are the clients by the names an export writes.
pub(super) fn case(
    row: &CaseRow,
    detail: CaseDetail,
    client: &str,
    names: &HashMap<Id, String>,
    clocks: &Clocks,
    now: &Now,
) -> CaseRecord {
    let progress = row.progress(now.instant);
    let readings = clocks.read(row, &progress, now);
    let event = |e: CaseEventDetail| CaseEventRecord { event: e.event, text: e.text, minutes: e.minutes, written: e.written };
    let evidence =
        |e: EvidenceDetail| EvidenceRecord { path: e.path, size: e.size, sha256: e.sha256, note: e.note, added: e.added };
    CaseRecord {
        line: ComplaintRecord {
            line: 0,
            client: client.to_owned(),
            kind: row.kind,
            opened: row.opened,
            day_only: false,
            text: row.text.clone(),
            cause: row.cause.clone(),
            status: progress.status,
            status_unsaid: false,
            channel: row.channel,
            demand: detail.demand,
            person: detail.person,
            note: None,
        },
        no: row.no,
        complex: row.complex,
        tier: row.tier,
        other: row.other.map(|id| (id, names.get(&id).cloned().unwrap_or_default())),
        mediator: detail.mediator,
        remedy: row.remedy,
        first: readings.first,
        first_limit: readings.first_limit,
        solution: readings.solution_overall(),
        solution_limit: readings.solution_limit,
        rating: progress.rating,
        refusals: progress.refusals,
        closed: progress.closed,
        events: detail.events.into_iter().map(event).collect(),
        evidence: detail.evidence.into_iter().map(evidence).collect(),
    }
}

/// An invoice.
pub(super) fn invoice(row: &InvoiceRow, client: &str) -> InvoiceRecord {
    InvoiceRecord {
        line: 0,
        client: client.to_owned(),
        number: row.number.clone(),
        issued: row.issued,
        due: row.due,
        paid: row.paid,
        amount: Money { minor: row.amount, currency: row.currency },
        cost: row.cost,
        product: row.product.clone(),
        extra: Vec::new(),
    }
}

/// Possible work as it stood at a moment.
pub(super) fn opportunity(row: &OpportunityRow, detail: &ClientDetail, client: &str) -> OpportunityRecord {
    let (state, more) = (row.state(), detail.opportunities.iter().find(|d| d.id == row.id));
    let person = more.and_then(|m| m.person).and_then(|id| detail.people.iter().find(|p| p.id == id));
    OpportunityRecord {
        line: 0,
        client: client.to_owned(),
        title: row.title.clone(),
        amount: row.amount,
        stage: Some(state.stage),
        probability: row.probability,
        close: state.close,
        product: row.product.clone(),
        person: person.map(|p| p.name.clone()),
        note: more.and_then(|m| m.note.clone()),
    }
}

/// The same with its history; `None` of what was not written down yet.
pub(super) fn whole_opportunity(
    row: &OpportunityRow,
    detail: &ClientDetail,
    client: &str,
    now: &Now,
) -> Option<OpportunityWhole> {
    let mut row = row.clone();
    row.states.retain(|s| s.at <= now.instant);
    let why = |id| detail.opportunities.iter().find(|d| d.id == row.id).and_then(|d| d.why(id)).map(str::to_owned);
    (row.created <= now.instant).then(|| OpportunityWhole {
        line: opportunity(&row, detail, client),
        chance: row.chance(),
        created: row.created,
        states: row.states.iter().map(|s| (s.at, s.stage, s.close, why(s.id))).collect(),
        slips: row.slips(),
    })
}

/// Days of touches on an unknown channel.
pub(super) fn unknown_days(rows: &ClientRows, now: &Now) -> Vec<Day> {
    rows.touches.iter().filter(|t| t.channel == Channel::Unknown).map(|t| t.at.day(now.zone)).collect()
}
