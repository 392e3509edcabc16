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

/// A client's own row: the columns the fold and the lists need.
#[derive(Debug, Clone, PartialEq)]
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
}

/// One touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back or replaced.
    pub ended: Option<Moment>,
}

/// A requirement changed for one client.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl PinRow {
    /// Why it is pinned, as the user reads it.
    pub fn why(&self) -> Arg {
        match self.reason.as_str() {
            PINNED_BY_IMPORT => Message::new("pin-imported").into(),
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

/// A value-bearing record.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
