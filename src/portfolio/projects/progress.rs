//! What a client can be told of a project since it was told last, from the record (S9, S49). How it reads is `messages`'s.
//!
//! Only what the client knows or was promised goes in: days and channels of contacts, never their notes; own promises, never what was
//! handed to somebody; what a case is about stays with the case.

use super::super::cases::Case;
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::{ClientRows, EngagementRow, InvoiceRow, MilestoneRow, TaskRow};
use crate::domain::id::Id;
use crate::domain::words::{CaseStatus, Channel, Outcome, TaskKind};

/// Contacts that are named one by one; of more the newest.
const CONTACTS: usize = 8;

/// The record of a project between two reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The project, with its milestones as they stand.
    pub project: EngagementRow,
    /// From which day on it tells: the last report, else the first day.
    pub since: Day,
    /// Milestones reached since.
    pub reached: Vec<MilestoneRow>,
    /// Milestones ahead, by day.
    pub coming: Vec<MilestoneRow>,
    /// Contacts since, oldest first.
    pub contacts: Vec<(Day, Channel)>,
    /// Own promises kept since.
    pub kept: Vec<TaskRow>,
    /// Own promises that are open.
    pub open: Vec<TaskRow>,
    /// What the client owes.
    pub owed: Vec<TaskRow>,
    /// Invoices issued since.
    pub issued: Vec<InvoiceRow>,
    /// Invoices paid since.
    pub paid: Vec<InvoiceRow>,
    /// Cases that are not settled: number, day, where it stands.
    pub cases: Vec<(i64, Day, CaseStatus)>,
    /// Lines left out because they name what is not to be mentioned.
    pub left_out: usize,
}

impl Progress {
    /// Reads the record of a project; `None` where the client has no such project. `secret` is what is not to be mentioned.
    pub fn new(rows: &ClientRows, project: Id, cases: &[Case], secret: Option<&str>, now: &Now) -> Option<Progress> {
        let today = now.today();
        let mut project = rows.engagements.iter().find(|e| e.id == project)?.clone();
        for milestone in &mut project.milestones {
            milestone.done = milestone.done.filter(|day| *day <= today);
        }
        project.milestones.sort_by_key(|m| (m.done.unwrap_or(m.due), m.id));
        let told = project.reported_on.filter(|day| *day <= today);
        let since = told.unwrap_or(project.start);
        let within = |day: Day| since <= day && day <= today;
        let done_on = |task: &TaskRow| task.done.filter(|at| *at <= now.instant).map(|at: Moment| at.day(now.zone));
        let known = |task: &&TaskRow| task.created <= now.instant;
        let tasks = |kind: TaskKind| rows.tasks.iter().filter(known).filter(move |t| t.kind == kind);
        // The contact in which it was told is no news.
        let spoken = |day: Day| within(day) && told.is_none_or(|told| day > told);
        let mut contacts: Vec<(Day, Channel)> = rows
            .touches
            .iter()
            .filter(|t| t.at <= now.instant && t.outcome == Outcome::Reached && t.channel != Channel::Unknown)
            .map(|t| (t.at.day(now.zone), t.channel))
            .filter(|(day, _)| spoken(*day))
            .collect();
        contacts.dedup();
        contacts.drain(..contacts.len().saturating_sub(CONTACTS));
        // What is billed without naming a project is that of the only one.
        let only = rows.engagements.iter().filter(|e| !e.is_over(today)).count() == 1;
        let ours = |i: &&InvoiceRow| i.engagement.map_or(only, |id| id == project.id) && i.amount > 0;
        let invoices = |day: fn(&InvoiceRow) -> Option<Day>| -> Vec<InvoiceRow> {
            rows.invoices.iter().filter(ours).filter(|i| day(i).is_some_and(within)).cloned().collect()
        };
        let open_cases = cases.iter().filter(|c| c.is_unsettled());
        let mut out = Progress {
            since,
            reached: project.milestones.iter().filter(|m| m.done.is_some_and(within)).cloned().collect(),
            coming: project.milestones.iter().filter(|m| m.done.is_none()).cloned().collect(),
            contacts,
            kept: tasks(TaskKind::Own).filter(|t| done_on(t).is_some_and(within)).cloned().collect(),
            open: tasks(TaskKind::Own).filter(|t| done_on(t).is_none()).cloned().collect(),
            owed: tasks(TaskKind::Waiting).filter(|t| done_on(t).is_none()).cloned().collect(),
            issued: invoices(|i| Some(i.issued)),
            paid: invoices(|i| i.paid),
            cases: open_cases.map(|c| (c.row.no, c.row.opened.day(now.zone), c.progress.status)).collect(),
            left_out: 0,
            project,
        };
        out.leave_out(&phrases(secret.unwrap_or_default()));
        Some(out)
    }

    /// Takes out what names one of these.
    fn leave_out(&mut self, secret: &[String]) {
        let names = |text: &str| {
            let text = text.to_lowercase();
            secret.iter().any(|phrase| text.contains(phrase.as_str()))
        };
        let mut before = 0;
        let mut after = 0;
        for list in [&mut self.reached, &mut self.coming] {
            before += list.len();
            list.retain(|m| !names(&m.title));
            after += list.len();
        }
        for list in [&mut self.kept, &mut self.open, &mut self.owed] {
            before += list.len();
            list.retain(|t| !names(&t.text));
            after += list.len();
        }
        self.left_out = before - after;
    }
}

/// What is not to be mentioned, phrase by phrase.
fn phrases(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '.', '\n', '，', '；', '。', '、']);
    parts.map(|part| part.trim().to_lowercase()).filter(|part| !part.is_empty()).collect()
}
