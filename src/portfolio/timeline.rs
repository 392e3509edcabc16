//! One client's story in one list: touches, appointments, tasks, projects, invoices, marks, judgements, each with the fact behind it.
//! Which rows there are is read by `store::timeline`; how the last months went is `months`; how a line is drawn is a face's business.

mod cases;
mod drift;
mod opportunities;

use super::assess::Assessed;
use super::collect::every;
use super::explain::engagement_id;
use super::load::Snapshot;
use crate::domain::day::{Day, Moment};
use crate::domain::facts::*;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::store::{ClientDetail, TimelineRows, TouchDetail};
use chrono_tz::Tz;

pub use super::months::{Months, billed_year_before, months};

/// When something was or will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On a day.
    Day(Day),
    /// At a moment.
    Moment(Moment),
}

impl When {
    /// The day of it.
    pub fn day(self, zone: Tz) -> Day {
        match self {
            When::Day(day) => day,
            When::Moment(at) => at.day(zone),
        }
    }

    /// The moment it is sorted by; a day begins with what has no time.
    fn moment(self, zone: Tz) -> Moment {
        match self {
            When::Day(day) => day.start(zone),
            When::Moment(at) => at,
        }
    }
}

/// What a timeline can be narrowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Touches.
    Contacts,
    /// Cases and what happened in them.
    Cases,
    /// Invoices and their reminders.
    Money,
    /// Tasks, projects, appointments.
    Work,
    /// Survey answers.
    Marks,
    /// Tiers, pins, skips, pauses, status, checks.
    Judgement,
}

impl Group {
    /// Every group, in the order they are offered.
    pub const ALL: [Group; 6] = [Group::Contacts, Group::Cases, Group::Money, Group::Work, Group::Marks, Group::Judgement];

    /// Its name.
    pub fn title(self) -> Message {
        Message::new(match self {
            Group::Contacts => "timeline-contacts",
            Group::Cases => "timeline-cases",
            Group::Money => "timeline-money",
            Group::Work => "timeline-work",
            Group::Marks => "timeline-marks",
            Group::Judgement => "timeline-judgement",
        })
    }
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A touch.
    Touch,
    /// A case opened, or something that happened in it.
    Case,
    /// An appointment, agreed, kept or called off.
    Appointment,
    /// A task, open or done.
    Task,
    /// A day of a project, retainer or contract.
    Engagement,
    /// Possible work, and what became of it.
    Opportunity,
    /// An invoice issued, due or paid.
    Invoice,
    /// A reminder sent for an invoice.
    Reminder,
    /// A survey answer.
    Survey,
    /// A change of the held tier.
    Tier,
    /// A tier pinned, or the pin taken off.
    Pin,
    /// Put off, skipped, paused, spread.
    Deferral,
    /// The plan changed for this client.
    Plan,
    /// A status decided, also the first day as a client.
    Status,
    /// The details checked.
    Review,
    /// How the client stands to another one.
    Relation,
    /// Lost, won back, returned.
    Outcome,
    /// A playbook begun or ended, a step of one.
    Playbook,
    /// How much is put into the client.
    Decision,
}

impl EventKind {
    /// The group it is filtered by.
    pub fn group(self) -> Group {
        match self {
            EventKind::Touch => Group::Contacts,
            EventKind::Case => Group::Cases,
            EventKind::Invoice | EventKind::Reminder => Group::Money,
            EventKind::Playbook | EventKind::Appointment | EventKind::Task => Group::Work,
            EventKind::Engagement | EventKind::Opportunity => Group::Work,
            EventKind::Survey => Group::Marks,
            EventKind::Tier
            | EventKind::Pin
            | EventKind::Deferral
            | EventKind::Plan
            | EventKind::Status
            | EventKind::Review
            | EventKind::Outcome
            | EventKind::Decision
            | EventKind::Relation => Group::Judgement,
        }
    }
}

/// The fact behind an event: what `E` opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactRef {
    /// The client's own fields.
    Client(Id),
    /// A touch.
    Touch(Id),
    /// An appointment.
    Appointment(Id),
    /// A task.
    Task(Id),
    /// An engagement.
    Engagement(Id),
    /// A milestone of one.
    Milestone(Id),
    /// Possible work.
    Opportunity(Id),
    /// An invoice.
    Invoice(Id),
    /// A survey answer.
    Survey(Id),
    /// A relation to another client.
    Relation(Id),
    /// A pin.
    Pin(Id),
    /// A deferral.
    Deferral(Id),
    /// A change of the plan.
    Override(Id),
    /// A case.
    Case(Id),
    /// Something that happened in a case: what is wrong in it is corrected by another event.
    CaseEvent {
        /** Of this case. */
        case: Id,
        /** The event. */
        id: Id,
    },
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub at: When,
    /// Still to come or still open: it stands above what was.
    pub ahead: bool,
    /// Open past its day.
    pub late: bool,
    /// Kind.
    pub kind: EventKind,
    /// What, without the date.
    pub words: Message,
    /// The user's own words about it, as typed: to be made safe where it is shown.
    pub note: Option<String>,
    /// The fact behind it.
    pub fact: Option<FactRef>,
}

/// The timeline while it is collected.
struct Collector<'a> {
    snapshot: &'a Snapshot,
    client: &'a Assessed,
    detail: &'a ClientDetail,
    today: Day,
    now: Moment,
    events: Vec<Event>,
}

/// A client's timeline: what is open or to come first, the nearest day on top (so what is late leads), then what was, newest first.
pub fn events(snapshot: &Snapshot, client: &Assessed, detail: &ClientDetail, rows: &TimelineRows) -> Vec<Event> {
    let (now, zone) = (snapshot.now.instant, snapshot.now.zone);
    let mut all = Collector { snapshot, client, detail, today: snapshot.now.today(), now, events: Vec::new() };
    rows.touches.iter().for_each(|t| all.touch(t));
    rows.appointments.iter().for_each(|a| all.appointment(a));
    rows.tasks.iter().for_each(|t| all.task(t));
    rows.invoices.iter().for_each(|i| all.invoice(i));
    rows.engagements.iter().for_each(|e| {
        all.engagement(e);
        all.progress(e);
    });
    client.facts.opportunities.iter().for_each(|o| all.opportunity(o));
    rows.deferrals.iter().for_each(|d| all.deferral(d));
    rows.overrides.iter().for_each(|o| all.plan(o));
    rows.pins.iter().for_each(|p| all.pin(p, &rows.pins));
    rows.tier_changes.iter().for_each(|c| all.tier(c));
    rows.surveys.iter().for_each(|s| all.survey(s));
    rows.case_events.iter().for_each(|e| all.case_event(e));
    rows.cases.iter().for_each(|c| all.case(c));
    client.facts.outcomes.iter().for_each(|o| all.outcome(o));
    client.facts.runs.iter().for_each(|r| all.run(r));
    rows.investments.iter().for_each(|i| all.decision(i, &rows.investments));
    client.facts.relations.iter().for_each(|r| all.relation(r));
    all.client();
    let mut events = all.events;
    // Stable: of two at one moment the one collected first stands first.
    events.sort_by_key(|e| {
        let at = e.at.moment(zone).0;
        (!e.ahead, if e.ahead { at } else { -at })
    });
    events
}

impl Collector<'_> {
    fn push(&mut self, at: When, kind: EventKind, words: Message, note: Option<&str>, fact: FactRef) -> &mut Event {
        let note = note.filter(|n| !n.trim().is_empty()).map(str::to_owned);
        let at_event = self.events.len();
        self.events.push(Event { at, ahead: false, late: false, kind, words, note, fact: Some(fact) });
        &mut self.events[at_event]
    }

    /// The same for what is open or to come on a day.
    fn ahead(&mut self, at: When, kind: EventKind, words: Message, note: Option<&str>, fact: FactRef) {
        let late = match at {
            When::Day(day) => day < self.today,
            When::Moment(at) => at < self.now,
        };
        let event = self.push(at, kind, words, note, fact);
        (event.ahead, event.late) = (true, late);
    }

    fn touch(&mut self, t: &TouchDetail) {
        let person = t.person.and_then(|id| self.detail.people.iter().find(|p| p.id == id)).map(|p| p.name.as_str());
        let words = touch_words(&t.row, person, t.row.minutes.map(i64::from));
        self.push(When::Moment(t.row.at), EventKind::Touch, words, t.note.as_deref(), FactRef::Touch(t.row.id));
    }

    fn appointment(&mut self, a: &AppointmentRow) {
        // One agreed later than the question was asked is not known yet.
        if a.created > self.now && a.start > self.now {
            return;
        }
        let id = match a.ended.filter(|(at, _)| *at <= self.now) {
            Some((_, AppointmentEnd::Kept)) => "timeline-appointment-kept",
            Some((_, AppointmentEnd::Cancelled)) => "timeline-appointment-cancelled",
            None => "timeline-appointment",
        };
        let words = Message::new(id)
            .with("channel", a.channel)
            .with("place", a.place.clone().unwrap_or_default())
            .with("has-place", i64::from(a.place.is_some()));
        let (at, fact) = (When::Moment(a.start), FactRef::Appointment(a.id));
        if self.client.facts.appointments.iter().any(|open| open.id == a.id) {
            self.ahead(at, EventKind::Appointment, words, a.note.as_deref(), fact);
        } else {
            self.push(at, EventKind::Appointment, words, a.note.as_deref(), fact);
        }
    }

    fn task(&mut self, t: &TaskRow) {
        // One written down later than the question was asked is not known yet.
        if t.created > self.now {
            return;
        }
        let more = self.detail.tasks.iter().find(|d| d.id == t.id);
        let note: Vec<&str> = more.into_iter().flat_map(|d| [d.goal.as_deref(), d.requirement.as_deref()]).flatten().collect();
        let note = note.join("; ");
        let done = t.done.filter(|at| *at <= self.now);
        let id = match (done, t.kind) {
            (Some(_), _) => "timeline-task-done",
            (None, TaskKind::Own) => "timeline-task",
            (None, TaskKind::Waiting) => "timeline-task-waiting",
            (None, TaskKind::Delegated) => "timeline-task-delegated",
        };
        let words = Message::new(id).with("text", t.text.as_str()).with("assignee", t.assignee.clone().unwrap_or_default());
        match done {
            Some(at) => {
                self.push(When::Moment(at), EventKind::Task, words, Some(&note), FactRef::Task(t.id));
            }
            None => {
                let at = t.due_at.map_or(When::Day(t.due), When::Moment);
                self.ahead(at, EventKind::Task, words, Some(&note), FactRef::Task(t.id));
            }
        }
    }

    fn invoice(&mut self, i: &InvoiceRow) {
        let fact = FactRef::Invoice(i.id);
        let words = |id| {
            Message::new(id)
                .with("number", i.number.as_ref().map(|n| format!("{n} ")).unwrap_or_default())
                .with("amount", Money { minor: i.amount, currency: i.currency })
        };
        let product = i.product.as_deref();
        let issued = words(if i.amount < 0 { "timeline-credit" } else { "timeline-invoice" });
        self.push(When::Day(i.issued), EventKind::Invoice, issued, product, fact);
        if let Some(paid) = i.paid.filter(|paid| *paid <= self.today) {
            let words = words("timeline-paid").with("days", paid.since(i.issued));
            self.push(When::Day(paid), EventKind::Invoice, words, product, fact);
        } else if i.amount > 0 {
            self.ahead(When::Day(self.snapshot.invoice_due(i)), EventKind::Invoice, words("timeline-unpaid"), product, fact);
        }
    }

    fn engagement(&mut self, e: &EngagementRow) {
        let fact = FactRef::Engagement(e.id);
        let words = |id| Message::new(id).with("title", e.title.as_str()).with("kind", Message::new(engagement_id(e.kind)));
        let over = matches!(e.status, EngagementStatus::Done | EngagementStatus::Cancelled) && e.status_on <= self.today;
        let today = self.today;
        let mut put = |day: Day, id, open: bool| {
            if open && day >= today {
                self.ahead(When::Day(day), EventKind::Engagement, words(id), None, fact);
            } else if day <= today {
                self.push(When::Day(day), EventKind::Engagement, words(id), None, fact);
            }
        };
        put(e.start, "timeline-engagement", !over && e.start > today);
        if over {
            let id =
                if e.status == EngagementStatus::Done { "timeline-engagement-done" } else { "timeline-engagement-cancelled" };
            put(e.status_on, id, false);
        } else {
            for (day, id) in [
                (e.notice, "timeline-engagement-notice"),
                (e.renew, "timeline-engagement-renew"),
                (e.end, "timeline-engagement-end"),
            ] {
                if let Some(day) = day {
                    put(day, id, true);
                }
            }
        }
    }

    /// Milestones ahead stand on their day, those that were reached on the day they were; the last report on its own.
    fn progress(&mut self, e: &EngagementRow) {
        let over = e.is_over(self.today);
        for m in &e.milestones {
            let fact = FactRef::Milestone(m.id);
            let words = |id| Message::new(id).with("title", m.title.as_str()).with("project", e.title.as_str());
            let note = m.note.as_deref();
            if let Some(day) = m.done.filter(|day| *day <= self.today) {
                self.push(When::Day(day), EventKind::Engagement, words("timeline-milestone-done"), note, fact);
            } else if !over {
                self.ahead(When::Day(m.due), EventKind::Engagement, words("timeline-milestone"), note, fact);
            }
        }
        if let Some(day) = e.reported_on.filter(|day| *day <= self.today) {
            let words = Message::new("timeline-report").with("title", e.title.as_str());
            self.push(When::Day(day), EventKind::Engagement, words, None, FactRef::Engagement(e.id));
        }
    }

    fn deferral(&mut self, d: &DeferralRow) {
        let (kind, id) = match d.kind {
            DeferralKind::Snooze => (EventKind::Deferral, "timeline-snooze"),
            DeferralKind::Skip => (EventKind::Deferral, "timeline-skip"),
            DeferralKind::Pause => (EventKind::Deferral, "timeline-pause"),
            DeferralKind::Spread => (EventKind::Deferral, "timeline-spread"),
            DeferralKind::Reminder => (EventKind::Reminder, "timeline-reminder"),
        };
        let words = Message::new(id).with("what", target_words(&d.target)).with("until", d.until);
        self.push(When::Moment(d.created), kind, words, d.reason.as_deref(), FactRef::Deferral(d.id));
    }

    fn plan(&mut self, o: &OverrideRow) {
        let words =
            Message::new("timeline-plan").with("channel", o.new_channel.unwrap_or(o.channel)).with("every", every(o.every));
        let fact = FactRef::Override(o.id);
        self.push(When::Moment(o.created), EventKind::Plan, words, Some(&o.reason), fact);
    }

    fn pin(&mut self, p: &PinRow, all: &[PinRow]) {
        // The day it holds from says more than the moment it was typed; what is undone leaves nothing behind.
        if p.from > self.today && p.created > self.now {
            return;
        }
        let fact = FactRef::Pin(p.id);
        let words = Message::new("timeline-pin").with("tier", p.tier);
        if p.from > self.today {
            self.ahead(When::Day(p.from), EventKind::Pin, words, Some(&p.reason), fact);
        } else {
            self.push(When::Day(p.from), EventKind::Pin, words, Some(&p.reason), fact);
        }
        let ended = p.ended.filter(|at| *at <= self.now);
        let replaced = |at: Moment| all.iter().any(|other| other.id != p.id && other.created == at);
        if let Some(at) = ended.filter(|at| !replaced(*at)) {
            let words = Message::new("timeline-unpin").with("tier", p.tier);
            self.push(When::Moment(at), EventKind::Pin, words, None, fact);
        }
    }

    fn tier(&mut self, c: &TierChangeRow) {
        let id = match c.cause {
            TierCause::First => "timeline-tier-first",
            TierCause::Accepted => "timeline-tier",
            TierCause::Policy => "timeline-tier-policy",
        };
        let words = Message::new(id).with("from", c.from).with("to", c.to);
        self.push(When::Moment(c.at), EventKind::Tier, words, None, FactRef::Client(self.client.id())).fact = None;
    }

    fn survey(&mut self, s: &SurveyRow) {
        let more = self.detail.surveys.iter().find(|d| d.id == s.id);
        let said: Vec<&str> = s.reasons.iter().map(String::as_str).chain(more.and_then(|d| d.note.as_deref())).collect();
        let fact = FactRef::Survey(s.id);
        self.push(When::Day(s.on), EventKind::Survey, survey_words(s), Some(&said.join("; ")), fact);
    }

    /// A relation that stands; its other side may be called anything.
    fn relation(&mut self, r: &RelationRow) {
        let words = relation_words(r, self.snapshot);
        let fact = FactRef::Relation(r.id);
        self.push(When::Moment(r.created), EventKind::Relation, words, r.note.as_deref(), fact);
    }

    /// What the client's own row dates: the first day, a decided status, the last check of the details.
    fn client(&mut self) {
        let row = &self.client.facts.client;
        let fact = FactRef::Client(row.id);
        let status = Message::new("timeline-status").with("status", Message::new(super::explain::status_id(row.status)));
        let decided = row.status_on > row.since || !matches!(row.status, Status::Active | Status::Lead);
        // What became of it says the same, and why.
        let told = |o: &OutcomeRow| {
            o.on == row.status_on
                && matches!((o.kind, row.status), (OutcomeKind::Lost, Status::Lost) | (OutcomeKind::Returned, Status::Active))
        };
        let decided = decided && !self.client.facts.outcomes.iter().any(told);
        if decided && row.status_on <= self.today {
            self.push(When::Day(row.status_on), EventKind::Status, status, self.detail.status_why.as_deref(), fact);
        }
        if let Some(day) = row.reviewed_on.filter(|day| *day <= self.today) {
            self.push(When::Day(day), EventKind::Review, Message::new("timeline-review"), None, fact);
        }
        if row.since <= self.today {
            self.push(When::Day(row.since), EventKind::Status, Message::new("timeline-since"), None, fact);
        }
    }
}

/// A touch without its day: the channel, who began, what came of it, with whom, how long, and a remark.
pub(super) fn touch_words(row: &TouchRow, person: Option<&str>, minutes: Option<i64>) -> Message {
    Message::new("timeline-touch")
        .with("channel", row.channel)
        .with("direction", row.direction.code())
        .with("outcome", row.outcome.code())
        .with("person", person.unwrap_or_default())
        .with("has-person", i64::from(person.is_some()))
        .with("minutes", minutes.unwrap_or(0))
        .with("flag", row.flag.map_or("none", Flag::code))
}

/// A survey answer without its day.
pub(super) fn survey_words(row: &SurveyRow) -> Message {
    let id = match row.kind {
        SurveyKind::Nps => "timeline-nps",
        SurveyKind::Csat => "timeline-csat",
    };
    Message::new(id).with("score", u32::from(row.score))
}

/// How a client stands to another one, by the other's name.
pub(super) fn relation_words(row: &RelationRow, snapshot: &Snapshot) -> Message {
    let id = match row.kind {
        RelationKind::Competitor => "timeline-competitor",
        RelationKind::Partner => "timeline-partner",
        RelationKind::Group => "timeline-group",
        RelationKind::Conflict => "timeline-conflict",
    };
    let other = snapshot.client(row.other).map(|c| crate::text::one_line(c.name()).into_owned());
    Message::new(id).with("other", other.unwrap_or_default())
}

/// What a deferral was about.
pub(super) fn target_words(target: &str) -> Message {
    let channel = |channel| Message::new("timeline-of-channel").with("channel", channel);
    match Target::parse(target) {
        Some(Target::Contact(c)) => channel(c),
        Some(Target::Task(_)) => Message::new("kind-task"),
        Some(Target::Appointment(_)) => Message::new("kind-appointment"),
        Some(Target::Invoice(_)) => Message::new("kind-invoice"),
        Some(Target::Renewal(_)) => Message::new("kind-renewal"),
        Some(Target::Milestone(_)) => Message::new("kind-milestone"),
        Some(Target::Report(_)) => Message::new("kind-report"),
        Some(Target::Opportunity(_)) => Message::new("kind-opportunity"),
        Some(Target::Review) => Message::new("kind-review"),
        Some(Target::Tier | Target::Pin) => Message::new("kind-tier"),
        Some(Target::Lead) => Message::new("kind-lead"),
        Some(Target::Complaint(_)) => Message::new("kind-complaint"),
        Some(Target::Improvement(_)) => Message::new("kind-task"),
        Some(Target::Step(_) | Target::Run(_) | Target::Onboarding | Target::BusinessReview) => Message::new("kind-playbook"),
        Some(Target::Care(_) | Target::Anniversary | Target::Holiday(_)) => Message::new("kind-care"),
        Some(Target::Risk) => Message::new("tab-risk"),
        Some(Target::OfDay(_)) => Message::new("tab-calendar"),
        None => Message::new("timeline-of-all"),
    }
}
