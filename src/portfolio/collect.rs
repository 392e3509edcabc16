//! One client's items of the day, kind by kind. The order among them and the capacity line are `queue`'s.

use super::assess::{Assessed, DueState, Requirement, Under, snoozed_times};
use super::care;
use super::cases::{Case, Improvement, Stand};
use super::playbooks::{self, Offer};
use super::projects;
use super::queue::{Item, Section};
use crate::domain::day::Day;
use crate::domain::facts::{AppointmentRow, ClientFacts, EngagementRow, InvoiceRow, MilestoneRow, RunRow, TaskRow};
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::*;
use chrono_tz::Tz;

/// A message for an interval, `every 7 days`.
pub fn every(interval: Interval) -> Message {
    match interval {
        Interval::Days(n) => Message::new("every-days").with("n", n),
        Interval::Months(n) => Message::new("every-months").with("n", n),
    }
}

/// What all items of one client share.
struct Collector<'a> {
    client: &'a Assessed,
    under: Under<'a>,
    today: Day,
    items: &'a mut Vec<Item>,
}

/// Puts every item of one client, reviews left out, into `items`.
pub(super) fn collect(client: &Assessed, under: Under<'_>, items: &mut Vec<Item>) {
    collect_on(client, under, under.now.today(), items);
}

/// The same as they would stand on a day to come, if nothing were done until then.
pub(super) fn collect_on(client: &Assessed, under: Under<'_>, today: Day, items: &mut Vec<Item>) {
    let mut all = Collector { client, under, today, items };
    for case in client.cases.iter().filter(|c| !c.is_closed()) {
        all.case(case);
    }
    for appointment in &client.facts.appointments {
        all.appointment(appointment);
    }
    for task in &client.facts.tasks {
        all.task(task);
    }
    for requirement in client.plan.iter().filter(|r| r.is_due(today)) {
        all.contact(requirement);
    }
    for invoice in &client.facts.open_invoices {
        all.invoice(invoice);
    }
    for engagement in &client.facts.engagements {
        all.renewal(engagement);
        all.report(engagement);
        for milestone in engagement.milestones.iter().filter(|m| m.done.is_none() && m.due <= today) {
            all.milestone(engagement, milestone);
        }
    }
    for run in &client.facts.runs {
        all.step(run);
    }
    all.tier();
    all.lead();
    all.care();
}

/// Signatures expected on a day. They stand in the calendar and on the board: nobody has promised anything for them.
pub(super) fn closes(client: &Assessed, under: Under<'_>, day: Day, items: &mut Vec<Item>) {
    let mut all = Collector { client, under, today: day, items };
    for open in client.facts.opportunities.iter().filter(|o| o.is_open() && o.state().close == Some(day)) {
        let reason = Message::new("reason-opportunity")
            .with("title", open.title.as_str())
            .with("stage", Message::new(super::prospects::stage_id(open.state().stage)))
            .with("amount", open.amount);
        all.push(ItemKind::Task, Target::Opportunity(open.id), day, Section::Rest, reason, |_| {});
    }
}

impl Collector<'_> {
    /// An item with the usual values; hidden while it is snoozed.
    fn push(
        &mut self,
        kind: ItemKind,
        target: Target,
        due: Day,
        section: Section,
        reason: Message,
        more: impl FnOnce(&mut Item),
    ) {
        let text = target.to_string();
        let facts = &self.client.facts;
        let hidden = facts.deferrals.iter().any(|d| {
            matches!(d.kind, DeferralKind::Snooze | DeferralKind::Reminder) && d.target == text && d.until > self.today
        });
        if hidden && kind != ItemKind::Contact {
            return;
        }
        let late_days = self.today.since(due).max(0);
        let chosen = facts.quadrant(target);
        let mut item = Item {
            kind,
            client: Some(self.client.id()),
            clients: Vec::new(),
            target,
            channel: None,
            due,
            at: None,
            warn: None,
            clock: (0, 0),
            late_days,
            overdue: late_days > 0,
            retry: false,
            snoozed: snoozed_times(facts, &text),
            quadrant: 4,
            chosen,
            ask_survey: false,
            priority: 0.0,
            importance: self.client.importance,
            urgency: 1.0,
            section,
            fits: true,
            reason,
        };
        more(&mut item);
        self.items.push(item);
    }

    /// A case stands in Today until it is put right, and again from the day its client is to be asked.
    fn case(&mut self, case: &Case) {
        let now = self.under.now;
        let readings = self.under.clocks.read(&case.row, &case.progress, now);
        let stand = readings.stand(case);
        let due = match stand {
            Stand::FollowUp(day) if day > self.today => return,
            Stand::FollowUp(day) => day,
            Stand::Answer(r) | Stand::Solve(r) => r.due.day(now.zone),
            _ => self.today,
        };
        let reason = case_reason(case, &stand);
        // Whoever waits for an answer matters more than its tier alone says; an idea does not burn.
        let burns = case.row.kind != ComplaintKind::Suggestion && case.is_unsettled();
        self.push(ItemKind::Complaint, Target::Complaint(case.row.id), due, Section::Answer, reason, |item| {
            item.clock = stand.order();
            item.channel = Some(answer_channel(case, self.client));
            item.at = stand.reading().filter(|r| !r.is_breached()).map(|r| r.due);
            item.warn = item.at.and_then(|_| self.under.clocks.warning(case, &stand, now.zone));
            item.overdue = stand.reading().is_some_and(|r| r.is_breached());
            item.importance = if burns { (item.importance + 0.3).min(1.0) } else { item.importance };
            item.urgency = match stand {
                Stand::Answer(r) | Stand::Solve(r) => 2.0 + r.used,
                Stand::Open => 2.0,
                Stand::Waiting(_) | Stand::Offered(_) => 1.0,
                _ => 1.0 + f64::from(item.late_days) / 7.0,
            };
        });
    }

    fn appointment(&mut self, a: &AppointmentRow) {
        let day = a.start.day(self.under.now.zone);
        if day > self.today {
            return;
        }
        let passed = a.start <= self.under.now.instant;
        let remark = [a.place.as_deref(), a.note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; ");
        let reason = Message::new(if passed { "reason-appointment-passed" } else { "reason-appointment" })
            .with("at", a.start)
            .with("channel", a.channel)
            .with("remark", remark)
            .with("has-remark", i64::from(a.place.is_some() || a.note.is_some()));
        let overdue = day < self.today;
        self.push(ItemKind::Appointment, Target::Appointment(a.id), day, Section::ByTheClock, reason, |item| {
            item.channel = Some(a.channel);
            item.at = Some(a.start);
            item.overdue = overdue;
            item.urgency = 2.0 + f64::from(item.late_days);
        });
    }

    fn task(&mut self, t: &TaskRow) {
        if t.due > self.today {
            return;
        }
        let section = match (t.due_at.filter(|_| t.due == self.today), t.kind) {
            (Some(_), _) => Section::ByTheClock,
            (None, TaskKind::Own) => Section::Promised,
            (None, TaskKind::Waiting | TaskKind::Delegated) => Section::Rest,
        };
        let id = match t.kind {
            TaskKind::Own => "reason-task",
            TaskKind::Waiting => "reason-task-waiting",
            TaskKind::Delegated => "reason-task-delegated",
        };
        let reason = Message::new(id).with("text", t.text.as_str()).with("assignee", t.assignee.clone().unwrap_or_default());
        self.push(ItemKind::Task, Target::Task(t.id), t.due, section, reason, |item| {
            item.at = t.due_at;
            // A promise weighs more than its client's tier alone: it was given.
            item.importance = (item.importance + 0.2).min(1.0);
            item.urgency = 1.0 + f64::from(item.late_days) / 7.0;
        });
    }

    /// The next step of a playbook, from its day on.
    fn step(&mut self, run: &RunRow) {
        if let Some(since) = playbooks::undecided(run) {
            let since = since.day(self.under.now.zone);
            let reason = Message::new("reason-decide").with("playbook", run.title.as_str());
            return self.push(ItemKind::Playbook, Target::Run(run.id), since, Section::Promised, reason, |item| {
                item.urgency = 1.0 + f64::from(item.late_days) / 7.0;
            });
        }
        let Some(step) = run.next().filter(|s| s.due <= self.today) else { return };
        let reason = Message::new("reason-step")
            .with("playbook", run.title.as_str())
            .with("step", step.title.as_str())
            .with("no", step.no)
            .with("of", run.steps.len());
        self.push(ItemKind::Playbook, Target::Step(step.id), step.due, Section::Promised, reason, |item| {
            item.channel = step.channel;
            item.urgency = 1.0 + f64::from(item.late_days) / 7.0;
        });
    }

    fn contact(&mut self, r: &Requirement) {
        let reason = contact_reason(self.client, r, self.under.now.zone);
        let today = self.today;
        self.push(ItemKind::Contact, Target::Contact(r.channel), r.due, Section::Contacts, reason, |item| {
            item.channel = Some(r.channel);
            item.late_days = r.late_days;
            item.overdue = r.is_overdue(today);
            item.retry = matches!(r.state, DueState::Retry { .. });
            item.urgency = 1.0 + f64::from(r.late_days) / r.every.days();
        });
    }

    fn invoice(&mut self, i: &InvoiceRow) {
        let due = self.under.invoice_due(i);
        let target = Target::Invoice(i.id);
        let sent = reminders(&self.client.facts, i);
        let enters = self.under.invoice_enters(&self.client.facts, i);
        if enters > self.today {
            return;
        }
        let amount = crate::domain::money::Money { minor: i.amount, currency: i.currency };
        let reason = Message::new("reason-invoice")
            .with("number", i.number.as_ref().map(|n| format!("{n} ")).unwrap_or_default())
            .with("amount", amount)
            .with("days", self.today.since(due))
            .with("reminder", sent + 1);
        self.push(ItemKind::Invoice, target, due, Section::Rest, reason, |item| {
            item.urgency = 1.0 + f64::from(item.late_days) / 30.0;
        });
    }

    fn renewal(&mut self, e: &EngagementRow) {
        let Some(due) = e.notice.or(e.renew).or(e.end) else { return };
        if due.plus(-self.under.policy.queue.renewal_lead) > self.today {
            return;
        }
        let passed = due < self.today;
        let id = if passed { "reason-renewal-passed" } else { "reason-renewal" };
        let reason =
            Message::new(id).with("title", e.title.as_str()).with("day", due).with("days", due.since(self.today).abs());
        self.push(ItemKind::Renewal, Target::Renewal(e.id), due, Section::Promised, reason, |item| {
            item.urgency = 1.0 + f64::from(item.late_days) / 30.0;
        });
    }

    /// Something to be reached in a project was promised for its day.
    fn milestone(&mut self, e: &EngagementRow, m: &MilestoneRow) {
        let reason = Message::new("reason-milestone").with("title", m.title.as_str()).with("project", e.title.as_str());
        self.push(ItemKind::Task, Target::Milestone(m.id), m.due, Section::Promised, reason, |item| {
            item.importance = (item.importance + 0.2).min(1.0);
            item.urgency = 1.0 + f64::from(item.late_days) / 7.0;
        });
    }

    /// The client was promised to be told how a project goes (S9, S49).
    fn report(&mut self, e: &EngagementRow) {
        let Some(due) = projects::report_on(e, self.today, self.under.time).filter(|day| *day <= self.today) else { return };
        let reason = match e.reported_on {
            Some(on) => Message::new("reason-report").with("on", on),
            None => Message::new("reason-report-never").with("on", e.start),
        };
        let reason = reason.with("project", e.title.as_str());
        self.push(ItemKind::Task, Target::Report(e.id), due, Section::Promised, reason, |item| {
            item.urgency = 1.0 + f64::from(item.late_days) / 7.0;
        });
    }

    /// Birthdays and the like, from their lead time on until they are a week over.
    fn care(&mut self) {
        for found in care::items_of(self.client, self.under, self.today) {
            let channel = Some(care::greeting_channel(self.client));
            let kept = |item: &mut Item| {
                let (importance, late) = (item.importance, item.late_days);
                (item.urgency, item.channel) = (found.urgency, channel);
                (item.importance, item.late_days) = (importance, late);
                // It is no promise that was broken: it can be made good, or let pass.
                item.overdue = false;
            };
            self.push(found.kind, found.target, found.due, found.section, found.reason.clone(), kept);
        }
    }

    fn tier(&mut self) {
        if let Some(offer) = self.client.tier.offer {
            let reason = Message::new(if offer.to < offer.from { "reason-tier-up" } else { "reason-tier-down" })
                .with("from", offer.from)
                .with("to", offer.to);
            self.push(ItemKind::Tier, Target::Tier, self.today, Section::Rest, reason, |item| item.urgency = 0.5);
        }
        if let Some(pin) = self.client.tier.pin.as_ref().filter(|p| p.review_on <= self.today) {
            let reason = Message::new("reason-pin").with("tier", pin.tier).with("why", pin.why());
            self.push(ItemKind::Tier, Target::Pin, pin.review_on, Section::Rest, reason, |item| {
                item.urgency = 0.5;
                item.overdue = false;
            });
        }
    }

    fn lead(&mut self) {
        let facts = &self.client.facts;
        if self.client.status != Status::Lead || !facts.tasks.is_empty() || !facts.appointments.is_empty() {
            return;
        }
        let due = facts.last_touch.map_or(facts.client.since, |t| t.at.day(self.under.now.zone).max(facts.client.since));
        // An open opportunity is no next step: it says what the step would be about.
        let about = super::prospects::ordered(facts).into_iter().find(|o| o.is_open());
        let reason = match about {
            Some(open) => Message::new("reason-lead-about")
                .with("title", open.title.as_str())
                .with("stage", Message::new(super::prospects::stage_id(open.state().stage))),
            None => Message::new("reason-lead").with("since", facts.client.since),
        };
        self.push(ItemKind::Lead, Target::Lead, due, Section::Rest, reason, |item| {
            item.urgency = 1.0 + f64::from(item.late_days) / 14.0;
            item.overdue = item.late_days > 7;
        });
    }
}

/// Reminders of an invoice that were sent.
pub fn reminders(facts: &ClientFacts, invoice: &InvoiceRow) -> usize {
    let text = Target::Invoice(invoice.id).to_string();
    facts.deferrals.iter().filter(|d| d.kind == DeferralKind::Reminder && d.target == text).count()
}

impl Under<'_> {
    /// The day an unpaid invoice asks for its next reminder; after the last one of the policy's list it returns on the day that
    /// reminder named.
    pub(super) fn invoice_enters(&self, facts: &ClientFacts, invoice: &InvoiceRow) -> Day {
        let due = self.invoice_due(invoice);
        let sent = if facts.deferrals.is_empty() { 0 } else { reminders(facts, invoice) };
        self.policy.queue.invoice_reminders.get(sent).map_or(due, |days| due.plus(*days))
    }
}

/// How a case is answered: as the client prefers, else by phone where somebody is upset or time is short, by mail for what can be read
/// in peace (S73).
pub fn answer_channel(case: &Case, client: &Assessed) -> Channel {
    let usual = match case.row.kind {
        ComplaintKind::Complaint | ComplaintKind::Conflict | ComplaintKind::Support => Channel::Call,
        ComplaintKind::Enquiry | ComplaintKind::Suggestion => case.row.channel.unwrap_or(Channel::Email),
    };
    client.facts.client.preferred_channel.filter(|c| *c != Channel::Unknown).unwrap_or(usual)
}

/// Why a case is here: what it is about, and who waits for what.
pub fn case_reason(case: &Case, stand: &Stand) -> Message {
    let id = match stand {
        Stand::Answer(_) if case.progress.attempts > 0 => "reason-case-tried",
        Stand::Answer(_) => "reason-case-answer",
        Stand::Solve(_) if case.progress.status == CaseStatus::Rejected => "reason-case-refused",
        Stand::Solve(_) | Stand::Open => "reason-case-solve",
        Stand::Waiting(_) => "reason-case-waiting",
        Stand::Offered(_) => "reason-case-offered",
        Stand::FollowUp(_) => "reason-case-follow-up",
        Stand::Close | Stand::Closed => "reason-case-close",
    };
    Message::new(id)
        .with("text", crate::text::one_line(&case.row.text).into_owned())
        .with("no", case.row.no)
        .with("n", case.progress.attempts.max(case.progress.refusals))
        .with(
            "at",
            match stand {
                Stand::Waiting(since) | Stand::Offered(since) => *since,
                _ => case.progress.resolved.unwrap_or(case.row.opened),
            },
        )
}

/// Improvements that are due, or whose cause came back. They are nobody's.
pub(super) fn improvements(improvements: &[Improvement], under: Under<'_>, items: &mut Vec<Item>) {
    let today = under.now.today();
    for improvement in improvements.iter().filter(|i| i.is_open()) {
        let row = &improvement.row;
        let returned = improvement.returned.first();
        let due = if returned.is_some() { today } else { row.due.unwrap_or(today) };
        if due > today || (returned.is_none() && row.due.is_none()) {
            continue;
        }
        let reason = Message::new(if returned.is_some() { "reason-improvement-returned" } else { "reason-improvement" })
            .with("text", row.text.as_str())
            .with("cause", super::cases::cause_words(&row.cause))
            .with("no", returned.copied().unwrap_or_default());
        let late_days = today.since(due).max(0);
        items.push(Item {
            kind: ItemKind::Task,
            client: None,
            clients: Vec::new(),
            target: Target::Improvement(row.id),
            channel: None,
            due,
            at: None,
            warn: None,
            clock: (0, 0),
            late_days,
            overdue: late_days > 0,
            retry: false,
            snoozed: 0,
            quadrant: 4,
            chosen: None,
            ask_survey: false,
            priority: 0.0,
            importance: 0.5,
            urgency: 1.0 + f64::from(late_days) / 7.0,
            section: Section::Rest,
            fits: true,
            reason,
        });
    }
}

/// Why a contact is due: the promise, the last contact, and what happened since.
fn contact_reason(client: &Assessed, r: &Requirement, zone: Tz) -> Message {
    let promise = match r.last {
        Some((at, Channel::Unknown)) => Message::new("reason-last").with("every", every(r.every)).with("on", at.day(zone)),
        Some((at, channel)) => {
            Message::new("reason-last-channel").with("every", every(r.every)).with("on", at.day(zone)).with("channel", channel)
        }
        None => Message::new("reason-never").with("every", every(r.every)).with("since", client.facts.client.since),
    };
    let (tries, snoozed) = match r.state {
        DueState::Retry { attempts } => (attempts, 0),
        _ => (0, snoozed_times(&client.facts, &Target::Contact(r.channel).to_string())),
    };
    if tries > 0 {
        Message::new("reason-retry").with("promise", promise).with("n", tries)
    } else if snoozed > 0 {
        Message::new("reason-snoozed").with("promise", promise).with("n", snoozed)
    } else {
        promise
    }
}

/// Reviews of client information: the policy's number a day, by tier and then by due day (S67).
pub(super) fn reviews(clients: &[Assessed], under: Under<'_>, items: &mut Vec<Item>) {
    let today = under.now.today();
    let done = clients.iter().filter(|c| c.facts.client.reviewed_on == Some(today)).count();
    let snoozed = |c: &Assessed| {
        c.facts.deferrals.iter().any(|d| d.kind == DeferralKind::Snooze && d.target == "review" && d.until > today)
    };
    let mut due: Vec<(&Assessed, Day)> = clients
        .iter()
        .filter_map(|c| c.review_due.filter(|day| *day <= today).map(|day| (c, day)))
        .filter(|(c, _)| c.paused.is_none() && !snoozed(c))
        .collect();
    due.sort_by_key(|(c, day)| (c.tier.tier.map_or(3, Tier::rank), *day, c.id()));
    for (client, day) in due.into_iter().take(under.policy.queue.reviews.saturating_sub(done)) {
        let reason = match client.facts.client.reviewed_on {
            Some(on) => Message::new("reason-review").with("on", on),
            None => Message::new("reason-review-never"),
        };
        Collector { client, under, today, items }.push(ItemKind::Review, Target::Review, day, Section::Rest, reason, |item| {
            item.urgency = 0.5;
            item.overdue = false;
        });
    }
}

/// Playbooks that are offered: onboardings of new clients first, then a review; a few a day (S50, S57, S104).
pub(super) fn offers(clients: &[Assessed], under: Under<'_>, items: &mut Vec<Item>) {
    if under.playbooks.is_empty() {
        return;
    }
    let today = under.now.today();
    let present = || clients.iter().filter(|c| c.facts.exists);
    let answered = |target| present().filter(|c| playbooks::answered_today(c, target, under)).count();
    let reviewed = answered(Target::BusinessReview);
    let left = playbooks::OFFERS.saturating_sub(answered(Target::Onboarding) + reviewed);
    let mut due: Vec<(&Assessed, Offer<'_>)> = present().filter_map(|c| Some((c, playbooks::offer(c, under)?))).collect();
    due.sort_by_key(|(c, o)| (o.target, c.tier.tier.map_or(3, Tier::rank), o.due, c.id()));
    let mut reviews = playbooks::REVIEWS.saturating_sub(reviewed);
    let fits = |(_, offer): &(&Assessed, Offer<'_>)| {
        let review = offer.target == Target::BusinessReview;
        let fits = !review || reviews > 0;
        reviews -= usize::from(review && fits);
        fits
    };
    for (client, offer) in due.into_iter().filter(fits).take(left) {
        let id = match (offer.target, offer.last) {
            (Target::Onboarding, _) => "reason-onboarding",
            (_, Some(_)) => "reason-business-review",
            (_, None) => "reason-business-review-first",
        };
        let reason = Message::new(id).with("title", offer.playbook.title.as_str()).with("on", offer.last.unwrap_or(offer.due));
        Collector { client, under, today, items }.push(
            ItemKind::Playbook,
            offer.target,
            offer.due,
            Section::Rest,
            reason,
            |item| {
                item.urgency = 0.5;
                item.overdue = false;
                // It waits for nobody.
                item.late_days = 0;
            },
        );
    }
}
