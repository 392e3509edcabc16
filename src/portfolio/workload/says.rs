//! What every face says alike of the load: the verdict, what was managed, the effort on new clients, and each suggestion.
//! What is counted is the parent's, how wide a column is a face's.

use super::promise::Cost;
use super::{Effort, Kind, Limit, Managed, Suggestion, Workload};
use crate::domain::message::{Arg, Message};
use crate::domain::policy::BusinessStage;
use crate::domain::words::Tier;
use crate::portfolio::{Snapshot, every};
use crate::text::one_line;

/// A number with one digit behind the point.
pub fn tenth(x: f64) -> String {
    // Half a tenth is rounded up, and minus nothing is nothing.
    format!("{:.1}", (x * 10.0).round() / 10.0 + 0.0)
}

/// Names of a suggestion that a row or line has room for.
const NAMED: usize = 12;

impl Workload {
    /// What is promised, and what an ordinary week has room for.
    pub fn promised(&self) -> Message {
        if self.promise.tiers.is_empty() {
            return Message::new("load-nobody");
        }
        Message::new("load-promised")
            .with("requirements", tenth(self.promise.requirements()))
            .with("contacts", tenth(self.promise.contacts()))
            .with("capacity", self.capacity())
            .with("aday", self.a_day)
            .with("days", self.working_days)
    }

    /// Whether it fits, and what is to spare; which weeks do not.
    pub fn verdict(&self, book: &Snapshot) -> Vec<Message> {
        let mut out = Vec::new();
        if self.promise.tiers.is_empty() {
            return out;
        }
        let by = self.excess();
        out.push(match self.limit() {
            _ if self.fits() => {
                let plan = &book.policy.plan(Some(Tier::B)).contacts;
                let one = Cost::of_plan(plan, book.policy.meeting_satisfies_visit).contacts;
                let count = if one > 0.0 { (-by / one + 1e-9).floor() as i64 } else { 0 };
                Message::new("load-spare").with("spare", tenth(-by)).with("count", count)
            }
            Limit::Capacity(_) => Message::new("load-over").with("over", tenth(by)),
            Limit::Managed(managed) => Message::new("load-over-managed")
                .with("over", tenth(by))
                .with("managed", tenth(managed))
                .with("behind", self.behind),
        });
        let over = self.weeks_over();
        if over > 0 {
            out.push(Message::new("load-weeks-over").with("count", over).with("weeks", self.weeks.len()));
        }
        out
    }

    /// What was managed a week, and of how many weeks it is said.
    pub fn managed_told(&self) -> Message {
        let Managed { weeks, this_week } = &self.managed;
        let Some(mean) = self.managed.mean() else {
            return Message::new("load-managed-none").with("count", *this_week);
        };
        let id = if weeks.len() < super::MANAGED_WEEKS { "load-managed-so-far" } else { "load-managed" };
        let told = Message::new(id).with("mean", tenth(mean)).with("count", weeks.len());
        match self.managed.usual(self.working_days).map(tenth) {
            Some(usual) if usual != tenth(mean) => {
                Message::new("load-managed-usual").with("told", told).with("usual", usual).with("days", self.working_days)
            }
            _ => told,
        }
    }
}

impl Effort {
    /// What went to new clients, and what is meant for them.
    pub fn told(&self) -> Vec<Message> {
        let Some(contacts) = self.of_contacts() else { return vec![Message::new("load-effort-none")] };
        let days = super::EFFORT_DAYS;
        let mut out = vec![match self.of_minutes() {
            Some(minutes) => Message::new("load-effort")
                .with("minutes", Arg::Share(minutes))
                .with("contacts", Arg::Share(contacts))
                .with("days", days),
            None => Message::new("load-effort-untimed").with("contacts", Arg::Share(contacts)).with("days", days),
        }];
        if self.unmeasured > 0 && self.of_minutes().is_some() {
            out.push(Message::new("load-effort-unmeasured").with("count", self.unmeasured));
        }
        out.push(match (self.target, self.stage) {
            (Some(target), Some(stage)) => {
                let stage = Message::new(match stage {
                    BusinessStage::Start => "load-stage-start",
                    BusinessStage::Grow => "load-stage-grow",
                    BusinessStage::Mature => "load-stage-mature",
                });
                Message::new("load-target-stage").with("target", Arg::Share(target)).with("stage", stage)
            }
            (Some(target), None) => Message::new("load-target").with("target", Arg::Share(target)),
            (None, _) => Message::new("load-target-none"),
        });
        out
    }
}

impl Suggestion {
    /// What is suggested and what it saves.
    pub fn told(&self) -> Message {
        match self.kind {
            Kind::Lower { from, to } => Message::new("load-lower")
                .with("count", self.clients.len())
                .with("from", from)
                .with("to", to)
                .with("requirements", tenth(self.requirements))
                .with("contacts", tenth(self.contacts)),
            Kind::Seldom { tier, channel, before, after } => Message::new("load-seldom")
                .with("channel", channel)
                .with("tier", tier)
                .with("before", every(before))
                .with("after", every(after))
                .with("contacts", tenth(self.contacts)),
            Kind::Video => Message::new("load-video").with("visits", tenth(self.visits)),
            Kind::Capacity { from, to } => {
                Message::new("load-capacity").with("from", from).with("to", to).with("room", self.room)
            }
            Kind::Spread { weeks } => Message::new("load-spread").with("count", weeks),
        }
    }

    /// What else is to be known before it is done: what stays too much, who is meant, what becomes of it.
    pub fn detail(&self, book: &Snapshot, load: &Workload) -> Vec<Message> {
        let mut out = Vec::new();
        let left = load.excess() - self.contacts - self.room as f64;
        if !load.fits() && left > 0.05 && !matches!(self.kind, Kind::Video | Kind::Spread { .. }) {
            out.push(Message::new("load-still").with("over", tenth(left)));
        }
        match self.kind {
            Kind::Lower { .. } => {
                let name = |id| book.client(id).map(|c| one_line(c.name()).into_owned()).unwrap_or_default();
                let names: Vec<String> = self.clients.iter().take(NAMED).map(|id| name(*id)).collect();
                let more = self.clients.len().saturating_sub(NAMED);
                out.push(Message::new("load-names").with("names", names.join(" · ")).with("more", more));
                out.push(Message::new("load-does-pin").with("day", book.now.today().plus(book.policy.tiers.pin_review)));
            }
            Kind::Spread { .. } => out.push(Message::new("load-does-spread")),
            _ => {
                let name = book.policy_text.as_ref().map(|p| p.name.clone()).unwrap_or_default();
                out.push(Message::new("load-does-policy").with("name", name).with("count", self.clients.len()));
            }
        }
        out
    }
}
