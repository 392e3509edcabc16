//! The to-dos: promises, what others owe, milestones, progress reports, notice days, steps of playbooks, reminders of invoices.

use super::{Extra, Publication, stamp};
use crate::domain::day::Day;
use crate::domain::facts::InvoiceRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::target::Target;
use crate::domain::words::TaskKind;
use crate::interchange::ics::{Entry, When};
use crate::portfolio::assess::Assessed;
use crate::portfolio::calendar::Dated;

impl Publication<'_> {
    /// What is to be done for a client by a day. What was promised stands there at once; what comes up by itself (notice days, reports,
    /// reminders, steps) only when it is near, as on Today: a list of a whole year's is read by nobody.
    pub(super) fn tasks(&self, client: &Assessed, dated: &[Dated], out: &mut Vec<Entry>) {
        let near = self.book.now.today().plus(self.book.policy.queue.renewal_lead);
        for one in dated {
            let promised = matches!(one.target, Target::Task(_) | Target::Milestone(_));
            let found = self.task(client, one).filter(|_| promised || one.day <= near);
            let Some((kind, id, title, when)) = found else { continue };
            out.push(Entry {
                uid: format!("touchbase-{kind}-{id}"),
                stamp: stamp(id),
                when,
                title: self.say(&title),
                place: None,
                text: Vec::new(),
                alarm: None,
            });
        }
    }

    fn task(&self, client: &Assessed, one: &Dated) -> Option<(&'static str, Id, Message, When)> {
        let facts = &client.facts;
        let name = self.name(client.name());
        let put = |id: &'static str| Message::new(id).with("client", name.clone());
        match one.target {
            Target::Task(id) => {
                let task = facts.tasks.iter().find(|t| t.id == id)?;
                let words = match (task.kind, &task.assignee) {
                    (TaskKind::Waiting, _) => put("publish-task-waiting"),
                    (TaskKind::Delegated, Some(who)) => put("publish-task-delegated").with("assignee", self.name(who)),
                    _ => put("publish-task"),
                };
                let when = self.due(one, task.due);
                let when = task.due_at.filter(|_| when == When::DueDay(task.due)).map_or(when, When::DueAt);
                Some(("task", id, words.with("text", self.name(&task.text)), when))
            }
            Target::Milestone(id) => {
                let of = |e: &&crate::domain::facts::EngagementRow| e.milestones.iter().any(|m| m.id == id);
                let engagement = facts.engagements.iter().find(of)?;
                let milestone = engagement.milestones.iter().find(|m| m.id == id)?;
                let words = put("publish-milestone").with("title", self.name(&milestone.title));
                Some(("milestone", id, words.with("project", self.name(&engagement.title)), self.due(one, milestone.due)))
            }
            Target::Renewal(id) => {
                let engagement = facts.engagements.iter().find(|e| e.id == id)?;
                let words = put("publish-renewal").with("project", self.name(&engagement.title));
                Some(("renewal", id, words, When::DueDay(one.day)))
            }
            Target::Report(id) => {
                let engagement = facts.engagements.iter().find(|e| e.id == id)?;
                let words = put("publish-report").with("project", self.name(&engagement.title));
                let due = engagement.report_due(self.book.now.today()).map(|day| self.book.time.next_working(day));
                Some(("report", id, words, self.due(one, due.unwrap_or(one.day))))
            }
            Target::Invoice(id) => {
                let invoice = facts.open_invoices.iter().find(|i| i.id == id)?;
                let due = self.book.under().invoice_enters(facts, invoice);
                Some(("invoice", id, put("publish-invoice").with("invoice", self.invoice(invoice)), self.due(one, due)))
            }
            Target::Step(id) => {
                let run = facts.runs.iter().find(|r| r.steps.iter().any(|s| s.id == id))?;
                let step = run.steps.iter().find(|s| s.id == id)?;
                let words = put("publish-step").with("step", self.name(&step.title));
                Some(("step", id, words.with("playbook", self.name(&run.title)), self.due(one, step.due)))
            }
            _ => None,
        }
    }

    /// The day it was due, so that a late one looks late; put off, the day it comes back.
    fn due(&self, one: &Dated, due: Day) -> When {
        let put_off = one.day > due.max(self.book.now.today());
        When::DueDay(if put_off { one.day } else { due })
    }

    /// Which invoice: its number, else the day it was issued; the amount only when money was asked for.
    fn invoice(&self, invoice: &InvoiceRow) -> String {
        let number = invoice.number.as_deref().map(|n| self.name(n)).filter(|n| !n.is_empty());
        let which = number.unwrap_or_else(|| invoice.issued.date().format("%Y-%m-%d").to_string());
        let amount = Money { minor: invoice.amount, currency: invoice.currency };
        if self.ask.has(Extra::Money) { format!("{which}, {amount}") } else { which }
    }
}
