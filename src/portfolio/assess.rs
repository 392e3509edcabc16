//! One client assessed under the frame: tier, status, plan with due days, next due day.
//! Pure: facts, frame, policy and now in, `Assessed` out.

use super::frame::{Frame, Standing};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::{AppointmentRow, ClientFacts, PinRow};
use crate::domain::id::Id;
use crate::domain::plan::Interval;
use crate::domain::words::*;

/// What is offered when two month-ends agree (S5).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierOffer {
    /// The held tier.
    pub from: Tier,
    /// The offered one.
    pub to: Tier,
    /// Score S at the last month-end, share of 1.
    pub score: f64,
    /// Share accumulated before the client at the last month-end.
    pub share: f64,
}

/// A client's tier from every side.
#[derive(Debug, Clone, PartialEq)]
pub struct TierView {
    /// The tier in force: pin, else held, else computed; `None` unsorted, not active, or only advice.
    pub tier: Option<Tier>,
    /// The computed tier, also when pinned or advice.
    pub computed: Option<Tier>,
    /// Score and share; `None` outside the sum.
    pub standing: Option<Standing>,
    /// The pin in force.
    pub pin: Option<PinRow>,
    /// Fewer than 3 orders or missing factors: printed `A?`.
    pub thin: bool,
    /// Below `advice_below` active clients: the computed tier is advice.
    pub advice: bool,
    /// Active, with neither orders nor entered factors.
    pub unsorted: bool,
    /// A change offered in the queue.
    pub offer: Option<TierOffer>,
    /// The tier before the newest change, for 7 days after it.
    pub was: Option<Tier>,
}

impl TierView {
    /// `A`, `A=` (pinned), `A?` (thin data), `-`.
    pub fn label(&self) -> String {
        match self.tier {
            None => "-".to_owned(),
            Some(t) if self.pin.is_some() => format!("{}=", t.code()),
            Some(t) if self.thin => format!("{}?", t.code()),
            Some(t) => t.code().to_owned(),
        }
    }
}

/// Why a requirement stands in Today or not.
#[derive(Debug, Clone, PartialEq)]
pub enum DueState {
    /// In Today once its due day has come.
    Open,
    /// Hidden until a day by the user; how often since the last contact.
    Snoozed { /** Returns. */ until: Day, /** Times. */ times: u32 },
    /// Nobody answered; tried again on its due day.
    Retry { /** Attempts since the last contact. */ attempts: u32 },
    /// An appointment covers it.
    Booked { /** Its moment. */ start: Moment, /** Past the overdue day. */ late: bool },
    /// The client's cadence stands still.
    Paused { /** Until. */ until: Day },
}

/// One requirement of the plan with its dates (design 4.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// The least rich channel that satisfies it.
    pub channel: Channel,
    /// How often.
    pub every: Interval,
    /// Grace in working days.
    pub grace: i32,
    /// The last touch that satisfied it.
    pub last: Option<(Moment, Channel)>,
    /// The day it was due before a retry moved it; `late_days` count from here.
    pub promised: Day,
    /// The day shown as due.
    pub due: Day,
    /// First day it is overdue.
    pub overdue_from: Day,
    /// Calendar days since `promised`, 0 before.
    pub late_days: i32,
    /// Whether a skip or a spread set the day.
    pub moved: Option<DeferralKind>,
    /// Changed for this client by an override.
    pub overridden: Option<String>,
    /// Why it stands in Today or not.
    pub state: DueState,
}

impl Requirement {
    /// Whether it stands in Today on `today`.
    pub fn is_due(&self, today: Day) -> bool {
        let shown_from = match &self.state {
            DueState::Open | DueState::Retry { .. } => self.due,
            DueState::Snoozed { until, .. } => self.due.max(*until),
            DueState::Booked { .. } | DueState::Paused { .. } => return false,
        };
        shown_from <= today
    }

    /// Whether it is past its overdue day.
    pub fn is_overdue(&self, today: Day) -> bool {
        today >= self.overdue_from
    }
}

/// One client with everything derived from its facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The facts.
    pub facts: ClientFacts,
    /// Stored status, or dormant where computed.
    pub status: Status,
    /// Tier.
    pub tier: TierView,
    /// Contact plan; empty for whoever is not served.
    pub plan: Vec<Requirement>,
    /// Earliest due day over the plan.
    pub next_due: Option<Day>,
    /// The day the client's information is due for review.
    pub review_due: Option<Day>,
    /// Importance 0 to 1 from tier and value.
    pub importance: f64,
    /// Paused until.
    pub paused: Option<Day>,
}

impl Assessed {
    /// The client's id.
    pub fn id(&self) -> Id {
        self.facts.client.id
    }

    /// The client's name as typed.
    pub fn name(&self) -> &str {
        &self.facts.client.name
    }

    /// The next open appointment.
    pub fn next_appointment(&self) -> Option<&AppointmentRow> {
        self.facts.appointments.first()
    }
}
