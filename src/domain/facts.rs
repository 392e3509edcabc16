//! The fact rows of one client as the store streams them, and `ClientFacts`, what `fold` makes of them.
//! What couples clients (sums, tier cuts) and everything derived lives in `portfolio`.

use super::complaint::CaseRow;
use super::day::{Day, Moment, Now};
use super::id::Id;
use super::interval::Interval;
use super::message::{Arg, Message};
use super::money::{Currency, Money};
use super::quiet::QuietHours;
use super::target::Target;
use super::words::*;
use chrono_tz::Tz;
use std::sync::Arc;

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
    /// The item's identity, see [`super::target::Target`]; `*` is the whole client.
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

/// How many usable contact points of each kind a client has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PointCounts {
    /// Phone numbers.
    pub phone: u32,
    /// Mail addresses.
    pub email: u32,
    /// WeChat names.
    pub wechat: u32,
    /// Everything else.
    pub other: u32,
}

/// Every row of one client that the fold reads. The store reuses one of these while it streams.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientRows {
    /// The client itself.
    pub client: ClientRow,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// Usable contact points.
    pub points: PointCounts,
    /// Touches by moment.
    pub touches: Vec<TouchRow>,
    /// Appointments by start.
    pub appointments: Vec<AppointmentRow>,
    /// Tasks by due day.
    pub tasks: Vec<TaskRow>,
    /// Deferrals by creation.
    pub deferrals: Vec<DeferralRow>,
    /// Overrides by creation.
    pub overrides: Vec<OverrideRow>,
    /// Pins by creation.
    pub pins: Vec<PinRow>,
    /// Engagements by start.
    pub engagements: Vec<EngagementRow>,
    /// Invoices by issue day.
    pub invoices: Vec<InvoiceRow>,
    /// Tier changes by moment.
    pub tier_changes: Vec<TierChangeRow>,
    /// Month scores by month.
    pub month_scores: Vec<MonthScoreRow>,
    /// Survey answers by day.
    pub surveys: Vec<SurveyRow>,
    /// Own quadrants by creation.
    pub quadrants: Vec<QuadrantRow>,
    /// Relations to other clients, written at either of the two.
    pub relations: Vec<RelationRow>,
    /// Cases by opening, with their logs.
    pub complaints: Vec<CaseRow>,
}

/// The user's own days off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveRow {
    /// Row id.
    pub id: Id,
    /// First day.
    pub first: Day,
    /// Last day, inclusive.
    pub last: Day,
    /// Why.
    pub why: Option<String>,
    /// When it was decided.
    pub created: Moment,
    /// When it was taken back.
    pub ended: Option<Moment>,
}

impl LeaveRow {
    /// Whether the days off count at this moment: a date in the past knows of those entered since, but not of those taken back.
    pub fn stands(&self, now: Moment) -> bool {
        self.ended.is_none_or(|e| e > now)
    }
}

/// A moment with the id of its row: of two things in one second the one that was written later is the later one.
pub type Mark = (Moment, Id);

/// What one client was worth at a date: the inputs of the tier.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Value {
    /// Σ margin × ½^(age / half-life), minor units of the base currency; may be negative.
    pub decayed: f64,
    /// Days with a positive net (an order each).
    pub orders: u32,
    /// Day of the last order or zero invoice.
    pub last_order: Option<Day>,
    /// Whether an engagement was running.
    pub open_engagement: bool,
    /// Whether an engagement had begun, over by now or not.
    pub engaged: bool,
    /// Whether the client was there.
    pub exists: bool,
}

/// Sums of one client's invoices in one currency, minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Billed {
    /// Currency of the sums.
    pub currency: Currency,
    /// Billed in the last 365 days.
    pub year: i64,
    /// Billed ever.
    pub total: i64,
    /// Not yet paid.
    pub open: i64,
}

/// Everything the rules need to know of one client at a moment, folded from its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientFacts {
    /// The client's own row.
    pub client: ClientRow,
    /// Whether `since` has come.
    pub exists: bool,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// Usable contact points.
    pub points: PointCounts,
    /// The newest touch of any outcome.
    pub last_touch: Option<TouchRow>,
    /// The newest contact that was answered or sent, by channel in the order of [`Channel::ALL`].
    pub reached: [Option<Mark>; 7],
    /// The newest outward attempt without an answer, by channel.
    pub attempted: [Option<Mark>; 7],
    /// Unanswered outward attempts since the last contact.
    pub unanswered: u32,
    /// Touches so far.
    pub touches: u32,
    /// Touches of today, the unknown channel left out.
    pub touches_today: u32,
    /// The newest touch that was work of the user's: the unknown channel left out.
    pub last_worked: Option<Moment>,
    /// Open appointments, by start.
    pub appointments: Vec<AppointmentRow>,
    /// Open tasks, by due day.
    pub tasks: Vec<TaskRow>,
    /// Deferrals in force by creation, and every pause there ever was.
    pub deferrals: Vec<DeferralRow>,
    /// How often each target was snoozed since the last contact.
    pub snoozes: Vec<(String, u32)>,
    /// Overrides in force.
    pub overrides: Vec<OverrideRow>,
    /// The pin in force.
    pub pin: Option<PinRow>,
    /// Engagements that are not over.
    pub engagements: Vec<EngagementRow>,
    /// Invoices issued and not paid, by due day.
    pub open_invoices: Vec<InvoiceRow>,
    /// Today and the last two month-ends, newest first.
    pub dates: [Day; 3],
    /// Value at each of `dates`.
    pub values: [Value; 3],
    /// Sums by currency.
    pub billed: Vec<Billed>,
    /// Billed in the last 365 days in the base currency, minor units; `None` without an invoice, currencies without a rate left out.
    pub billed_year: Option<i64>,
    /// Some cost is unknown: the amount stood for the margin.
    pub cost_unknown: bool,
    /// Currencies without a rate: left out of the value.
    pub missing_rates: Vec<Currency>,
    /// Days from issue to payment over the last 10 paid invoices: the middle one, of an even number the larger of the two.
    pub days_to_pay: Option<i32>,
    /// The newest tier change.
    pub tier_change: Option<TierChangeRow>,
    /// Frozen month-ends, newest last.
    pub month_scores: Vec<MonthScoreRow>,
    /// Survey answers, newest first.
    pub surveys: Vec<SurveyRow>,
    /// The user's own quadrants in force.
    pub quadrants: Vec<(Target, u8)>,
    /// Relations to other clients in force, by kind.
    pub relations: Vec<RelationRow>,
    /// Cases opened until now, by opening, with their logs.
    pub complaints: Vec<Arc<CaseRow>>,
}

impl ClientFacts {
    /// The user's own quadrant of an item.
    pub fn quadrant(&self, target: Target) -> Option<u8> {
        self.quadrants.iter().find(|(t, _)| *t == target).map(|(_, q)| *q)
    }
}
