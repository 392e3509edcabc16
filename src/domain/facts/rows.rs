//! The rows of facts one by one, as the store streams them: a client, a touch, an appointment, a task, an invoice …
//! What a client's rows are together, and what the fold makes of them, is the parent's.

use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::{Arg, Message};
use crate::domain::money::{Currency, Money};
use crate::domain::quiet::QuietHours;
use crate::domain::target::Target;
use crate::domain::words::*;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A client's own row: the columns the fold and the lists need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientRow {
    /// Row id.
    pub id: Id,
    /// Name as typed.
    pub name: String,
    /// Folded name, see [`crate::text::fold`].
    pub name_key: String,
    /// Pinyin and Latin initials, space separated alternatives.
    pub initials: String,
    /// Organisation or person.
    pub kind: ClientKind,
    /// Stored status; dormant may also be computed.
    pub status: Status,
    /// Day of the status.
    pub status_on: Day,
    /// Industry (S4).
    pub industry: Option<String>,
    /// Region (S71).
    pub region: Option<String>,
    /// Size (S60).
    pub size: Option<String>,
    /// A client from this day on.
    pub since: Day,
    /// Entered potential, 1 to 5.
    pub potential: Option<u8>,
    /// Entered strategic fit, 1 to 5.
    pub fit: Option<u8>,
    /// Entered yearly budget.
    pub budget: Option<Money>,
    /// Preferred channel (S6).
    pub preferred_channel: Option<Channel>,
    /// When they do not want to be contacted.
    pub quiet: Option<QuietHours>,
    /// Day the fields were last verified (S66).
    pub reviewed_on: Option<Day>,
    /// What the client looks for (S70): a code of the policy's list.
    pub need_type: Option<String>,
    /// The language they are written to in, where it was said.
    pub language: Option<Language>,
    /// Whose holidays they keep, where it was said: the code of a culture.
    pub culture: Option<String>,
}

/// One touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TouchRow {
    /// Row id.
    pub id: Id,
    /// When it happened.
    pub at: Moment,
    /// How.
    pub channel: Channel,
    /// Who began.
    pub direction: Direction,
    /// What came of it.
    pub outcome: Outcome,
    /// A remark for the risk signals.
    pub flag: Option<Flag>,
    /// How long it took, minutes.
    pub minutes: Option<u32>,
}

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentRow {
    /// Row id.
    pub id: Id,
    /// Agreed channel.
    pub channel: Channel,
    /// Agreed moment.
    pub start: Moment,
    /// Length in minutes.
    pub minutes: Option<i64>,
    /// Place.
    pub place: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// When it was agreed.
    pub created: Moment,
    /// When and how it ended.
    pub ended: Option<(Moment, AppointmentEnd)>,
}

impl AppointmentRow {
    /// Whether a contact on `channel` at `at` was this appointment, once its time has come: it covers its channel, came after it was
    /// agreed, and happened on its day or later. The day is enough: who writes down afterwards rarely names the minute.
    pub fn is_kept_by(&self, channel: Channel, at: Moment, zone: Tz, meeting_satisfies_visit: bool) -> bool {
        channel != Channel::Unknown
            && channel.satisfies(self.channel, meeting_satisfies_visit)
            && at >= self.start.day(zone).start(zone)
            && (at > self.created || self.created > self.start)
    }
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskRow {
    /// Row id.
    pub id: Id,
    /// Whose it is.
    pub kind: TaskKind,
    /// What.
    pub text: String,
    /// Due day.
    pub due: Day,
    /// Due moment, when a time was named.
    pub due_at: Option<Moment>,
    /// Who does it, for delegated work.
    pub assignee: Option<String>,
    /// When it was written down.
    pub created: Moment,
    /// When it was done.
    pub done: Option<Moment>,
}

/// A dated deferral of one item or of the whole client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeferralRow {
    /// Row id.
    pub id: Id,
    /// Snooze, skip, pause, spread or reminder.
    pub kind: DeferralKind,
    /// The item's identity, see [`Target`]; `*` is the whole client.
    pub target: String,
    /// The day it returns.
    pub until: Day,
    /// Why.
    pub reason: Option<String>,
    /// The signals that were seen when a client was put off on the list of those at risk, codes joined by a blank.
    pub signals: Option<String>,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back or replaced.
    pub ended: Option<Moment>,
}

/// A requirement changed for one client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverrideRow {
    /// Row id.
    pub id: Id,
    /// The plan's requirement that is replaced.
    pub channel: Channel,
    /// Another channel instead.
    pub new_channel: Option<Channel>,
    /// The new interval.
    pub every: Interval,
    /// Grace in working days, the plan's when `None`.
    pub grace: Option<i32>,
    /// Why.
    pub reason: String,
    /// Last day it holds.
    pub until: Option<Day>,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back.
    pub ended: Option<Moment>,
}

/// A tier pinned by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinRow {
    /// Row id.
    pub id: Id,
    /// The tier.
    pub tier: Tier,
    /// Why.
    pub reason: String,
    /// First day it holds.
    pub from: Day,
    /// Last day it holds.
    pub until: Option<Day>,
    /// When to look at it again.
    pub review_on: Day,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back.
    pub ended: Option<Moment>,
}

/// The reason an import gives to the tiers it pins. It is stored as this word and shown in the user's language.
pub const PINNED_BY_IMPORT: &str = "imported";

/// The reason a suggestion of the load gives to the tiers it pins, stored and shown in the same way.
pub const PINNED_BY_LOAD: &str = "load";

impl PinRow {
    /// Why it is pinned, as the user reads it.
    pub fn why(&self) -> Arg {
        match self.reason.as_str() {
            PINNED_BY_IMPORT => Message::new("pin-imported").into(),
            PINNED_BY_LOAD => Message::new("pin-load").into(),
            own => own.into(),
        }
    }
}

impl PinRow {
    /// Whether the pin holds at this moment: it has begun, has not run out and was not taken back.
    pub fn in_force(&self, now: &Now) -> bool {
        let today = now.today();
        self.from <= today && self.until.is_none_or(|u| u >= today) && self.ended.is_none_or(|e| e > now.instant)
    }
}

/// A project, retainer or contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngagementRow {
    /// Row id.
    pub id: Id,
    /// Kind.
    pub kind: EngagementKind,
    /// Title.
    pub title: String,
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Option<Day>,
    /// Last day to give notice.
    pub notice: Option<Day>,
    /// Day it renews.
    pub renew: Option<Day>,
    /// State.
    pub status: EngagementStatus,
    /// Day of the state.
    pub status_on: Day,
    /// How often the client is told how it goes (S9, S49).
    pub report_every: Option<Interval>,
    /// The day it was told last.
    pub reported_on: Option<Day>,
    /// What has to be reached on the way, by due day.
    pub milestones: Vec<MilestoneRow>,
}

/// Something that has to be reached in a project by a day (S21, S49).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneRow {
    /// Row id.
    pub id: Id,
    /// What.
    pub title: String,
    /// By when.
    pub due: Day,
    /// The day it was reached.
    pub done: Option<Day>,
    /// The user's own note.
    pub note: Option<String>,
}

impl EngagementRow {
    /// Whether it is finished or called off by a day.
    pub fn is_over(&self, day: Day) -> bool {
        matches!(self.status, EngagementStatus::Done | EngagementStatus::Cancelled) && self.status_on <= day
    }

    /// The first milestone that is not reached.
    pub fn next(&self) -> Option<&MilestoneRow> {
        self.milestones.iter().filter(|m| m.done.is_none()).min_by_key(|m| (m.due, m.id))
    }

    /// Milestones reached, and all of them.
    pub fn reached(&self) -> (usize, usize) {
        (self.milestones.iter().filter(|m| m.done.is_some()).count(), self.milestones.len())
    }

    /// The calendar day on which the client is to be told again: an interval after the last time, after the first day where there
    /// was none. None of a project that has not begun or is over.
    pub fn report_due(&self, today: Day) -> Option<Day> {
        let every = self.report_every.filter(|_| self.start <= today && !self.is_over(today))?;
        Some(every.after(self.reported_on.unwrap_or(self.start)))
    }
}

/// A value-bearing record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceRow {
    /// Row id.
    pub id: Id,
    /// Number printed on it.
    pub number: Option<String>,
    /// Issued.
    pub issued: Day,
    /// Payment due.
    pub due: Option<Day>,
    /// Paid.
    pub paid: Option<Day>,
    /// Amount, minor units.
    pub amount: i64,
    /// Cost, minor units.
    pub cost: Option<i64>,
    /// Currency of both.
    pub currency: Currency,
    /// Engagement it belongs to.
    pub engagement: Option<Id>,
    /// What was sold.
    pub product: Option<String>,
}

/// An accepted or first-held tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierChangeRow {
    /// When.
    pub at: Moment,
    /// Before.
    pub from: Option<Tier>,
    /// After.
    pub to: Tier,
    /// Why.
    pub cause: TierCause,
    /// S in millionths.
    pub score: i64,
    /// c in millionths.
    pub share: i64,
}

/// A frozen month-end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthScoreRow {
    /// [`Day::month_index`] of the month.
    pub month: i32,
    /// S in millionths.
    pub score: i64,
    /// c in millionths.
    pub share: i64,
    /// The tier computed then; `None` when unsorted or outside the sum.
    pub tier: Option<Tier>,
}

/// A survey answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyRow {
    /// Row id.
    pub id: Id,
    /// NPS or CSAT.
    pub kind: SurveyKind,
    /// The mark.
    pub score: u8,
    /// Day of the answer.
    pub on: Day,
    /// Why this mark.
    pub reasons: Vec<String>,
}

/// The user's own quadrant of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuadrantRow {
    /// Row id.
    pub id: Id,
    /// The item.
    pub target: Target,
    /// 1 to 4.
    pub quadrant: u8,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back or replaced.
    pub ended: Option<Moment>,
}

/// How a client stands to another one, seen from either side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationRow {
    /// Row id.
    pub id: Id,
    /// The other one.
    pub other: Id,
    /// How they stand.
    pub kind: RelationKind,
    /// Note.
    pub note: Option<String>,
    /// When it was written down.
    pub created: Moment,
    /// When it was ended.
    pub ended: Option<Moment>,
}

/// Possible work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpportunityRow {
    /// Row id.
    pub id: Id,
    /// What.
    pub title: String,
    /// What it would bring.
    pub amount: Money,
    /// How likely, share of 1; `None` is that of its stage.
    pub probability: Option<f64>,
    /// What would be sold.
    pub product: Option<String>,
    /// When it was written down.
    pub created: Moment,
    /// Its states by moment; the newest until now holds.
    pub states: Vec<OpportunityState>,
}

/// Where possible work stood from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpportunityState {
    /// Row id.
    pub id: Id,
    /// From when on.
    pub at: Moment,
    /// Stage.
    pub stage: Stage,
    /// The day the signature is expected.
    pub close: Option<Day>,
}

impl OpportunityRow {
    /// Where it stands; what has no state is as it was written down.
    pub fn state(&self) -> OpportunityState {
        let begun = OpportunityState { id: self.id, at: self.created, stage: Stage::Intake, close: None };
        self.states.last().copied().unwrap_or(begun)
    }

    /// Whether it is still possible.
    pub fn is_open(&self) -> bool {
        self.state().stage.is_open()
    }

    /// How likely it is to be agreed, share of 1.
    pub fn chance(&self) -> f64 {
        let stage = self.state().stage;
        self.probability.filter(|_| stage.is_open()).unwrap_or_else(|| stage.usual_probability())
    }

    /// What it would bring times how likely it is.
    pub fn weighted(&self) -> Money {
        Money { minor: (self.amount.minor as f64 * self.chance()).round() as i64, currency: self.amount.currency }
    }

    /// Days by which the expected signature of open work has passed.
    pub fn late(&self, today: Day) -> Option<i32> {
        let close = self.state().close.filter(|_| self.is_open())?;
        Some(today.since(close)).filter(|days| *days > 0)
    }

    /// The expected days of signature that were given up for a later one, oldest first (S95).
    pub fn slips(&self) -> Vec<(Day, Day)> {
        let days: Vec<Day> = self.states.iter().filter_map(|s| s.close).collect();
        days.windows(2).filter(|pair| pair[1] > pair[0]).map(|pair| (pair[0], pair[1])).collect()
    }
}

/// A playbook at a client, and its steps by number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunRow {
    /// Row id.
    pub id: Id,
    /// Name of the playbook.
    pub playbook: String,
    /// Title as it was when it began.
    pub title: String,
    /// When it began.
    pub started: Moment,
    /// When and how it ended.
    pub ended: Option<(Moment, RunEnd)>,
    /// Steps.
    pub steps: Vec<StepRow>,
}

/// A step of a playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepRow {
    /// Row id.
    pub id: Id,
    /// Number, from 1.
    pub no: i64,
    /// What it asks for.
    pub kind: StepKind,
    /// What to do.
    pub title: String,
    /// How, where it is a contact.
    pub channel: Option<Channel>,
    /// Message template that goes with it.
    pub template: Option<String>,
    /// Due day.
    pub due: Day,
    /// When it was done or left out.
    pub done: Option<Moment>,
    /// Left out.
    pub skipped: bool,
    /// What it cost.
    pub cost: Option<Money>,
}

impl RunRow {
    /// The playbook that brings a client back (S96 to S99).
    pub const WIN_BACK: &'static str = "win-back";

    /// The first step that is not done.
    pub fn next(&self) -> Option<&StepRow> {
        self.steps.iter().find(|s| s.done.is_none()).filter(|_| self.ended.is_none())
    }
}

/// What became of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeRow {
    /// Row id.
    pub id: Id,
    /// What.
    pub kind: OutcomeKind,
    /// When.
    pub on: Day,
    /// Of a loss: a code of the policy's list.
    pub reason: Option<String>,
}

/// How much is put into a client of little value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestmentRow {
    /// Row id.
    pub id: Id,
    /// How much.
    pub kind: InvestmentKind,
    /// Why.
    pub reason: String,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back or replaced.
    pub ended: Option<Moment>,
}
