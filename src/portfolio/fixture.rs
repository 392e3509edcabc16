//! A book made by hand for tests: rows in, snapshot out, without a store.

#![allow(clippy::unwrap_used)]

use super::assess::{Under, assess};
use super::cases::Clocks;
use super::frame::Frame;
use super::load::{PolicyText, Snapshot};
use super::queue;
use super::risk::{RiskFrame, risk_list};
use crate::domain::complaint::{CaseEvent, CaseRow};
use crate::domain::day::{Day, DayStarts, Moment, Now};
use crate::domain::facts::*;
use crate::domain::fold::{FoldContext, WORKED, fold};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rates};
use crate::domain::playbook::Offered;
use crate::domain::policy::{AGENCY, Policy, parse};
use crate::domain::words::*;
use crate::domain::zone::{Holidays, WorkingTime};
use crate::store::{CaseEventDetail, CaseEventRow, ClientDetail, PersonDetail, PointDetail, TimelineRows, TouchDetail};
use chrono::NaiveDateTime;
use chrono_tz::Tz;

pub const BERLIN: Tz = chrono_tz::Europe::Berlin;

/// `2026-11-23 09:04` in Berlin.
pub fn now(text: &str) -> Now {
    Now { instant: moment(text), zone: BERLIN }
}

pub fn moment(text: &str) -> Moment {
    let t = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Day::from(t.date()).at(t.time(), BERLIN)
}

pub fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

pub struct Book {
    pub rows: Vec<ClientRows>,
    pub policy: Policy,
    /// The text of the policy.
    pub text: String,
    pub leave: Vec<(Day, Day)>,
    pub holidays: Holidays,
    pub playbooks: Vec<Offered>,
    /// Holidays by culture.
    pub cultures: crate::domain::occasion::Cultures,
    /// Whether orders booked for a later day are seen.
    pub booked: bool,
    next: i64,
}

impl Book {
    pub fn new() -> Book {
        Book {
            rows: Vec::new(),
            policy: parse(AGENCY).unwrap(),
            text: AGENCY.to_owned(),
            leave: Vec::new(),
            holidays: Holidays::default(),
            playbooks: Vec::new(),
            cultures: Default::default(),
            booked: true,
            next: 1000,
        }
    }

    /// Puts a policy in force.
    pub fn under(&mut self, text: &str) {
        (self.policy, self.text) = (parse(text).unwrap(), text.to_owned());
    }

    /// A new active client; `since` as a date.
    pub fn add(&mut self, name: &str, since: &str) -> usize {
        let n = self.rows.len();
        let client = ClientRow {
            id: Id(n as i64 + 1),
            name: name.to_owned(),
            name_key: name.to_lowercase(),
            initials: String::new(),
            kind: ClientKind::Org,
            status: Status::Active,
            status_on: day(since),
            industry: None,
            region: None,
            size: None,
            since: day(since),
            potential: None,
            fit: None,
            budget: None,
            preferred_channel: None,
            quiet: None,
            reviewed_on: None,
            need_type: None,
            language: None,
            culture: None,
        };
        self.rows.push(ClientRows {
            client,
            tags: vec![],
            points: PointCounts::default(),
            touches: vec![],
            appointments: vec![],
            tasks: vec![],
            deferrals: vec![],
            overrides: vec![],
            pins: vec![],
            engagements: vec![],
            invoices: vec![],
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
        });
        n
    }

    fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    /// Pins from the client's first day on.
    pub fn pin(&mut self, n: usize, tier: Tier) {
        let id = self.id();
        let from = self.rows[n].client.since;
        self.rows[n].pins.push(PinRow {
            id,
            tier,
            reason: "agreed".to_owned(),
            from,
            until: None,
            review_on: day("2099-01-01"),
            created: Moment(0),
            ended: None,
        });
    }

    pub fn touch(&mut self, n: usize, channel: Channel, outcome: Outcome, at: &str) {
        let id = self.id();
        let touches = &mut self.rows[n].touches;
        touches.push(TouchRow { id, at: moment(at), channel, direction: Direction::Out, outcome, flag: None, minutes: None });
        touches.sort_by_key(|t| (t.at, t.id));
    }

    pub fn appointment(&mut self, n: usize, channel: Channel, start: &str, created: &str) {
        let id = self.id();
        self.rows[n].appointments.push(AppointmentRow {
            id,
            channel,
            start: moment(start),
            minutes: None,
            place: None,
            note: None,
            created: moment(created),
            ended: None,
        });
    }

    pub fn task(&mut self, n: usize, kind: TaskKind, text: &str, due: &str) {
        let id = self.id();
        self.rows[n].tasks.push(TaskRow {
            id,
            kind,
            text: text.to_owned(),
            due: day(due),
            due_at: None,
            assignee: None,
            created: Moment(0),
            done: None,
        });
    }

    pub fn defer(&mut self, n: usize, kind: DeferralKind, target: &str, until: &str, created: &str) {
        let id = self.id();
        self.rows[n].deferrals.push(DeferralRow {
            id,
            kind,
            target: target.to_owned(),
            until: day(until),
            signals: None,
            reason: None,
            created: moment(created),
            ended: None,
        });
    }

    pub fn invoice(&mut self, n: usize, issued: &str, due: Option<&str>, paid: Option<&str>, amount: i64) -> Id {
        let id = self.id();
        self.rows[n].invoices.push(InvoiceRow {
            id,
            number: None,
            issued: day(issued),
            due: due.map(day),
            paid: paid.map(day),
            amount,
            cost: None,
            currency: Currency::CNY,
            engagement: None,
            product: None,
        });
        id
    }

    pub fn engagement(&mut self, n: usize, start: &str, end: Option<&str>, notice: Option<&str>) {
        let id = self.id();
        self.rows[n].engagements.push(EngagementRow {
            id,
            kind: EngagementKind::Retainer,
            title: "Care".to_owned(),
            start: day(start),
            end: end.map(day),
            notice: notice.map(day),
            renew: None,
            status: EngagementStatus::Open,
            status_on: day(start),
            report_every: None,
            reported_on: None,
            milestones: Vec::new(),
        });
    }

    pub fn survey(&mut self, n: usize, kind: SurveyKind, score: u8, on: &str) {
        let id = self.id();
        self.rows[n].surveys.push(SurveyRow { id, kind, score, on: day(on), reasons: vec!["quick answers".to_owned()] });
    }

    /// Says how a client stands to another, on both sides.
    pub fn relate(&mut self, n: usize, other: usize, kind: RelationKind, note: &str, created: &str) {
        let id = self.id();
        for (one, other) in [(n, other), (other, n)] {
            let other = self.rows[other].client.id;
            let row = RelationRow { id, other, kind, note: Some(note.to_owned()), created: moment(created), ended: None };
            self.rows[one].relations.push(row);
        }
    }

    pub fn month(&mut self, n: usize, month: &str, tier: Tier, share: f64) {
        self.rows[n].month_scores.push(MonthScoreRow {
            month: day(month).month_index(),
            score: 100_000,
            share: (share * 1e6) as i64,
            tier: Some(tier),
        });
    }

    pub fn at(&self, when: &str) -> Snapshot {
        self.snapshot(now(when))
    }

    pub fn snapshot(&self, now: Now) -> Snapshot {
        let rates = Rates::new();
        let ctx = FoldContext {
            now,
            half_life: self.policy.tiers.half_life,
            meeting_satisfies_visit: self.policy.meeting_satisfies_visit,
            greetings_count: self.policy.messages.greetings_count,
            currency: Currency::CNY,
            rates: &rates,
            days: DayStarts::of_last(WORKED, &now),
            booked: self.booked,
        };
        let facts: Vec<ClientFacts> = self.rows.iter().map(|r| fold(r, &ctx)).collect();
        let time = WorkingTime::new(self.policy.hours.clone(), &self.leave, self.holidays.clone());
        let risk = RiskFrame::new(&facts, &self.leave, &time, &now, |_| None);
        let frame = Frame::new(&facts, &self.policy, &risk, &now);
        let clocks = Clocks::of_policy(&self.policy, &[], &self.holidays);
        let currency = Currency::CNY;
        let under = Under {
            frame: &frame,
            policy: &self.policy,
            time: &time,
            clocks: &clocks,
            risk: &risk,
            playbooks: &self.playbooks,
            cultures: &self.cultures,
            currency,
            now: &now,
        };
        let clients: Vec<_> = facts.into_iter().map(|f| assess(f, under)).collect();
        let queue = queue::build(&clients, &[], under);
        let policy = self.policy.clone();
        Snapshot {
            now,
            policy,
            policy_text: Some(PolicyText { name: "agency".to_owned(), text: self.text.as_str().into() }),
            time,
            clocks,
            improvements: Vec::new(),
            playbooks: self.playbooks.clone(),
            cultures: self.cultures.clone(),
            currency,
            frame,
            risk,
            at_risk: risk_list(&clients),
            reviewed: None,
            clients,
            queue,
            values: Default::default(),
        }
    }

    /// What the store would read of a client beyond the fold: nothing but its touches, newest first.
    pub fn detail(&self, n: usize) -> ClientDetail {
        ClientDetail {
            id: self.rows[n].client.id,
            status_why: None,
            need: None,
            need_why: None,
            response_hours: None,
            source: None,
            note: None,
            do_not_mention: None,
            external_id: None,
            aliases: vec![],
            people: vec![],
            points: vec![],
            touches: self.rows[n].touches.iter().rev().map(touch_detail).collect(),
            tasks: vec![],
            extra: vec![],
            care_dates: vec![],
            gifts: vec![],
            consents: vec![],
            sent: vec![],
            surveys: vec![],
            outcomes: vec![],
            steps: vec![],
            opportunities: vec![],
            runs: vec![],
        }
    }

    /// The rows of its timeline, as the store would read them at a moment.
    pub fn timeline(&self, n: usize, now: &Now) -> TimelineRows {
        let rows = &self.rows[n];
        let newest = |t: &&TouchRow| t.at <= now.instant;
        TimelineRows {
            client: rows.client.id,
            touches: rows.touches.iter().filter(newest).rev().map(touch_detail).collect(),
            appointments: rows.appointments.clone(),
            tasks: rows.tasks.clone(),
            invoices: rows.invoices.iter().filter(|i| i.issued <= now.today()).cloned().collect(),
            engagements: rows.engagements.clone(),
            deferrals: rows.deferrals.iter().filter(|d| d.created <= now.instant).cloned().collect(),
            overrides: rows.overrides.clone(),
            investments: rows.investments.clone(),
            pins: rows.pins.clone(),
            tier_changes: rows.tier_changes.clone(),
            cases: rows.complaints.iter().filter(|c| c.opened <= now.instant).map(without_events).collect(),
            case_events: rows.complaints.iter().flat_map(|c| told(c, now.instant)).collect(),
            reached: rows.touches.iter().filter(|t| t.outcome == Outcome::Reached).filter(newest).map(|t| t.at).collect(),
            surveys: rows.surveys.iter().filter(|s| s.on <= now.today()).cloned().collect(),
            billed: rows
                .invoices
                .iter()
                .map(|i| (i.issued, crate::domain::money::Money { minor: i.amount, currency: i.currency }))
                .collect(),
        }
    }
}

fn touch_detail(row: &TouchRow) -> TouchDetail {
    TouchDetail { row: *row, person: None, note: None }
}

fn without_events(case: &CaseRow) -> CaseRow {
    CaseRow { events: Vec::new(), ..case.clone() }
}

/// The events in force of a case, each with the name of its kind as its text.
fn told(case: &CaseRow, until: Moment) -> Vec<CaseEventRow> {
    let detail = |event: &CaseEvent| CaseEventDetail {
        event: *event,
        text: Some(format!("text of {}", event.kind.code())),
        minutes: None,
        touch: None,
        written: event.at,
    };
    let row = |event| CaseEventRow { case: case.id, no: case.no, detail: detail(event) };
    case.events_at(until).into_iter().rev().map(row).collect()
}

/// A person of a detail.
pub fn person(id: i64, name: &str, role: Option<&str>) -> PersonDetail {
    PersonDetail {
        id: Id(id),
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        initials: String::new(),
        role: role.map(str::to_owned),
        note: None,
        external_id: None,
    }
}

/// A contact point of a detail.
pub fn point(id: i64, kind: PointKind, value: &str) -> PointDetail {
    PointDetail {
        id: Id(id),
        person: None,
        kind,
        value: value.to_owned(),
        label: None,
        rank: 0,
        verified_on: None,
        verified_how: None,
        invalid_since: None,
    }
}
