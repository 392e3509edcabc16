//! The identity of a queue item within its client.
//! Which items there are and in which order is `portfolio::queue`'s to say.

use super::day::Day;
use super::id::Id;
use super::occasion::Code;
use super::words::Channel;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of a queue item within its client; what a snooze names and what a key acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A requirement of the contact plan.
    Contact(Channel),
    /// A task.
    Task(Id),
    /// An appointment.
    Appointment(Id),
    /// An unpaid invoice.
    Invoice(Id),
    /// An engagement near its notice date.
    Renewal(Id),
    /// Something to be reached in a project.
    Milestone(Id),
    /// A project of which the client is to be told how it goes.
    Report(Id),
    /// Possible work; nobody's item on Today.
    Opportunity(Id),
    /// Client data to be checked.
    Review,
    /// An offered change of tier.
    Tier,
    /// A pin to be looked at again.
    Pin,
    /// A lead without next step.
    Lead,
    /// A case.
    Complaint(Id),
    /// An improvement that a cause asked for; nobody's item.
    Improvement(Id),
    /// A step of a playbook.
    Step(Id),
    /// A playbook of which it has to be said how it ended.
    Run(Id),
    /// The playbook that is offered to a new client.
    Onboarding,
    /// The review of the business that is offered to a client.
    BusinessReview,
    /// A yearly date of a client or of one of its people.
    Care(Id),
    /// The day the work with a client began, every year.
    Anniversary,
    /// A holiday clients are greeted on; one item for all of them.
    Holiday(Code),
    /// A client at risk.
    Risk,
    /// A client on a day of the calendar on which nothing is to be done about it yet, or any more.
    OfDay(Day),
}

impl Target {
    /// Whether it is a care date: of a client, of all who keep a holiday.
    pub fn is_care(self) -> bool {
        matches!(self, Target::Care(_) | Target::Anniversary | Target::Holiday(_))
    }

    /// Reads the text form, `contact:call`, `task:12`, `review`.
    pub fn parse(text: &str) -> Option<Target> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        let id = || rest.parse().ok().map(Id);
        Some(match kind {
            "contact" => Target::Contact(Channel::parse(rest)?),
            "task" => Target::Task(id()?),
            "appointment" => Target::Appointment(id()?),
            "invoice" => Target::Invoice(id()?),
            "renewal" => Target::Renewal(id()?),
            "milestone" => Target::Milestone(id()?),
            "report" => Target::Report(id()?),
            "opportunity" => Target::Opportunity(id()?),
            "review" => Target::Review,
            "tier" => Target::Tier,
            "pin" => Target::Pin,
            "lead" => Target::Lead,
            "complaint" => Target::Complaint(id()?),
            "improvement" => Target::Improvement(id()?),
            "step" => Target::Step(id()?),
            "run" => Target::Run(id()?),
            "onboarding" => Target::Onboarding,
            "business-review" => Target::BusinessReview,
            "care" => Target::Care(id()?),
            "anniversary" => Target::Anniversary,
            "holiday" => Target::Holiday(Code::parse(rest)?),
            "risk" => Target::Risk,
            "day" => Target::OfDay(Day(rest.parse().ok()?)),
            _ => return None,
        })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Contact(c) => write!(f, "contact:{}", c.code()),
            Target::Task(id) => write!(f, "task:{id}"),
            Target::Appointment(id) => write!(f, "appointment:{id}"),
            Target::Invoice(id) => write!(f, "invoice:{id}"),
            Target::Renewal(id) => write!(f, "renewal:{id}"),
            Target::Milestone(id) => write!(f, "milestone:{id}"),
            Target::Report(id) => write!(f, "report:{id}"),
            Target::Opportunity(id) => write!(f, "opportunity:{id}"),
            Target::Review => f.write_str("review"),
            Target::Tier => f.write_str("tier"),
            Target::Pin => f.write_str("pin"),
            Target::Lead => f.write_str("lead"),
            Target::Complaint(id) => write!(f, "complaint:{id}"),
            Target::Improvement(id) => write!(f, "improvement:{id}"),
            Target::Step(id) => write!(f, "step:{id}"),
            Target::Run(id) => write!(f, "run:{id}"),
            Target::Onboarding => f.write_str("onboarding"),
            Target::BusinessReview => f.write_str("business-review"),
            Target::Care(id) => write!(f, "care:{id}"),
            Target::Anniversary => f.write_str("anniversary"),
            Target::Holiday(code) => write!(f, "holiday:{code}"),
            Target::Risk => f.write_str("risk"),
            Target::OfDay(day) => write!(f, "day:{}", day.0),
        }
    }
}
