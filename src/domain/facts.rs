//! The fact rows of one client as the store streams them, and `ClientFacts`, what `fold` makes of them.
//! What couples clients (sums, tier cuts) and everything derived lives in `portfolio`.

mod rows;

use super::care::{CareDateRow, CareDoneRow};
use super::complaint::CaseRow;
use super::day::{Day, Moment};
use super::id::Id;
use super::money::Currency;
use super::target::Target;
use super::words::{Channel, Tier};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub use rows::*;

/// How many usable contact points of each kind a client has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Possible work by creation, with its states.
    pub opportunities: Vec<OpportunityRow>,
    /// Playbooks by start, with their steps.
    pub runs: Vec<RunRow>,
    /// What became of the client, by day.
    pub outcomes: Vec<OutcomeRow>,
    /// How much is put into it, by creation.
    pub investments: Vec<InvestmentRow>,
    /// Yearly dates, by month and day.
    pub care_dates: Vec<CareDateRow>,
    /// What was done about them, by moment.
    pub care_done: Vec<CareDoneRow>,
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

/// A day with an order (analytics section 1), past or scheduled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrderDay {
    /// The day; of a project that of its start.
    pub day: Day,
    /// Margin in minor units of the base currency; 0 of a free one.
    pub margin: f64,
    /// Whether it counts in value figures: not when a part of it is in a currency without a rate.
    pub valued: bool,
}

/// What a client brought and cost in the 365 days up to a day, and in the 365 before (S54, S62, S68).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct YearFacts {
    /// Margin of these 365 days and of those before, minor units of the base currency; may be negative.
    pub margin: [f64; 2],
    /// Days with a positive net in each.
    pub orders: [u32; 2],
    /// Mean net of all days with a positive one, minor units of the base currency; `None` without any.
    pub mean_order: Option<f64>,
    /// Minutes of contacts and of work on cases in these 365 days; `None` where none were written down.
    pub minutes: Option<u32>,
    /// Contacts of these 365 days.
    pub contacts: u32,
    /// Those of them without minutes.
    pub untimed: u32,
}

/// An invoice as the factors of the tiers see it, in minor units of the base currency; one without a rate is left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sale {
    /// The day it was issued.
    pub day: Day,
    /// Net amount, negative of a credit note.
    pub amount: f64,
    /// Amount less cost; the amount where the cost is unknown.
    pub margin: f64,
}

/// What a day with a client took of the user's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The richest channel of the day: a visit is also the call of its day.
    pub channel: Channel,
    /// Contacts without their minutes.
    pub unmeasured: u16,
    /// Minutes of the others.
    pub minutes: u32,
}

/// A span in which a tier was pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinSpan {
    /// First day.
    pub from: Day,
    /// Last day; open while the pin holds.
    pub until: Option<Day>,
    /// The tier.
    pub tier: Tier,
}

/// The contacts of one client as the signals see them (S92, S93).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactFacts {
    /// Contacts the client answered or began.
    pub answered: u32,
    /// The first of them.
    pub first: Option<Moment>,
    /// The last of them.
    pub last: Option<Moment>,
    /// Outward attempts since then, mails sent among them.
    pub unanswered: u32,
    /// How many of the last 6 of them the client began.
    pub began: u32,
    /// How many of these 6 there are.
    pub recent: u32,
    /// Outward contacts of the last 90 days, and how many were answered.
    pub late: (u32, u32),
    /// The same of the time before.
    pub early: (u32, u32),
    /// The newest of the outward attempts since the last contact, oldest first.
    pub attempts: Vec<(Moment, Channel)>,
    /// The newest cold replies and declined invitations of the last 90 days, oldest first.
    pub cold: Vec<(Moment, Channel)>,
    /// When a rival was last mentioned.
    pub rival: Option<Moment>,
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
    /// The newest contact that was answered or sent, by channel in the order of [`super::words::Channel::ALL`].
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
    /// How often each target was snoozed since the last contact, and when for the first time.
    pub snoozes: Vec<(String, u32, Moment)>,
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
    /// Days with an order, also those to come.
    pub orders: Vec<OrderDay>,
    /// Invoices issued until now, by day.
    pub sales: Box<[Sale]>,
    /// Contacts as the signals see them.
    pub contacts: ContactFacts,
    /// Running engagements now, and their mean over the last 12 month-ends.
    pub projects: (u32, f64),
    /// What it brought and cost in a year.
    pub year: YearFacts,
    /// Sums by currency.
    pub billed: Vec<Billed>,
    /// Billed in the last 365 days in the base currency, minor units; `None` without an invoice, currencies without a rate left out.
    pub billed_year: Option<i64>,
    /// The entered budget in the base currency, minor units; `None` where none is entered or its currency has no rate.
    pub budget: Option<f64>,
    /// Some cost is unknown: the amount stood for the margin.
    pub cost_unknown: bool,
    /// Currencies without a rate: left out of the value.
    pub missing_rates: Vec<Currency>,
    /// Days from issue to payment over the last 10 paid invoices: the middle one, of an even number the larger of the two.
    pub days_to_pay: Option<i32>,
    /// The newest tier change.
    pub tier_change: Option<TierChangeRow>,
    /// Every tier change until now, oldest first (S5).
    pub tier_changes: Box<[TierChangeRow]>,
    /// Every pin there was until now, by decision.
    pub pins: Box<[PinSpan]>,
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
    /// Possible work written down until now, with its states until now.
    pub opportunities: Vec<OpportunityRow>,
    /// Playbooks begun until now, with their steps as they stood.
    pub runs: Vec<RunRow>,
    /// What became of the client until now, by day.
    pub outcomes: Vec<OutcomeRow>,
    /// How much is put into it.
    pub investment: Option<InvestmentRow>,
    /// Yearly dates, by month and day.
    pub care_dates: Vec<CareDateRow>,
    /// What was done about them, by moment.
    pub care_done: Vec<CareDoneRow>,
    /// The day the first project that was not called off began; without one that of the first order.
    pub began: Option<Day>,
    /// Days of the last years on which the user was in touch with the client, ascending.
    pub worked: Box<[Day]>,
    /// What each of these days took.
    pub spent: Box<[Spent]>,
}

impl ClientFacts {
    /// The user's own quadrant of an item.
    pub fn quadrant(&self, target: Target) -> Option<u8> {
        self.quadrants.iter().find(|(t, _)| *t == target).map(|(_, q)| *q)
    }
}
