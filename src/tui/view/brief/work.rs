//! What is to be done with a client: why they are here, what each side owes, the plan, projects, money.
//! What happened before is in `past`.

use super::View;
use crate::domain::day::Day;
use crate::domain::facts::AppointmentRow;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::target::Target;
use crate::domain::words::*;
use crate::portfolio::projects;
use crate::portfolio::prospects;
use crate::portfolio::{self, Assessed, DueState, Item, Requirement, Tightened, explain};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view;
use crate::tui::view::sheet::Sheet;
use crate::tui::view::today;

/// Why they are here now: the reasons of their items, else when they come back.
pub(super) fn why(sheet: &mut Sheet<'_>, client: &Assessed, items: &[&Item]) {
    let view = sheet.view;
    sheet.block("brief-why");
    if items.is_empty() {
        let words = next_words(view, client);
        sheet.add(&words, Ink::Plain);
    }
    for item in items {
        let ink = if item.overdue { Ink::Late } else { Ink::Plain };
        if let (ItemKind::Appointment, Some(channel), Some(at)) = (item.kind, item.channel, item.at)
            && at >= view.now.instant
        {
            let mut parts = vec![view.say(&Message::new("brief-appointment").with("channel", channel).with("at", at))];
            parts.extend(appointment(client, item).into_iter().flat_map(asides));
            sheet.list(&parts, ink);
            continue;
        }
        sheet.say(&today::by_day(&item.reason, view.now.zone), ink);
    }
}

/// The appointment an item is about.
fn appointment<'a>(client: &'a Assessed, item: &Item) -> Option<&'a AppointmentRow> {
    client.facts.appointments.iter().find(|a| item.target == Target::Appointment(a.id))
}

/// Where, and the remark.
fn asides(a: &AppointmentRow) -> Vec<String> {
    [&a.place, &a.note].into_iter().flatten().map(|t| text::one_line(t).into_owned()).collect()
}

/// When a client for whom nothing is due comes back.
pub(super) fn next_words(view: &View<'_>, client: &Assessed) -> String {
    match client.next_thing(view.now.zone).filter(|day| *day > view.now.today()) {
        Some(day) => view.say(&Message::new("brief-next").with("day", day)),
        None => view.word("brief-nothing-due"),
    }
}

/// The appointments that are not the reason already, and what each side owes.
pub(super) fn owed(sheet: &mut Sheet<'_>, client: &Assessed, items: &[&Item]) {
    let today = sheet.view.now.today();
    sheet.block("brief-booked");
    for a in &client.facts.appointments {
        if items.iter().any(|i| i.target == Target::Appointment(a.id) && a.start >= sheet.view.now.instant) {
            continue;
        }
        let message = Message::new("brief-appointment").with("channel", a.channel).with("at", a.start);
        let mut parts = vec![sheet.view.say(&message)];
        parts.extend(asides(a));
        sheet.list(&parts, Ink::Timed);
    }
    sheet.no_block();
    for (mine, id) in [(true, "brief-you-owe"), (false, "brief-they-owe")] {
        let tasks: Vec<_> = client.facts.tasks.iter().filter(|t| (t.kind != TaskKind::Waiting) == mine).collect();
        if tasks.is_empty() {
            continue;
        }
        sheet.block(id);
        for task in tasks {
            let mut message = match task.due_at {
                Some(at) => Message::new("brief-task").with("due", at),
                None => Message::new("brief-task").with("due", task.due),
            };
            message = message.with("text", task.text.as_str());
            let mut words = sheet.view.say(&message);
            if let Some(who) = &task.assignee {
                words.push_str(&sheet.view.word("brief-between"));
                words.push_str(&text::one_line(who));
            }
            sheet.add(&words, if task.due < today { Ink::Late } else { Ink::Plain });
        }
    }
}

/// Playbooks that run, with the step that is next.
pub(super) fn playbooks(sheet: &mut Sheet<'_>, client: &Assessed) {
    let today = sheet.view.now.today();
    sheet.block("brief-playbook");
    for run in portfolio::playbooks::running(client) {
        let late = run.next().is_some_and(|s| s.due < today);
        let title = text::one_line(&run.title).into_owned();
        let message = Message::new("brief-running").with("title", title).with("stands", view::playbook::standing(run));
        sheet.say(&message, if late { Ink::Late } else { Ink::Plain });
        if let Some(step) = run.next() {
            sheet.add_under(&text::one_line(&step.title), Ink::Quiet);
        }
    }
    sheet.no_block();
}

/// What the tier promises them, and how that stands.
pub(super) fn plan(sheet: &mut Sheet<'_>, client: &Assessed) {
    if client.plan.is_empty() {
        return;
    }
    let today = sheet.view.now.today();
    sheet.block("brief-plan");
    for requirement in &client.plan {
        let message = Message::new("brief-requirement")
            .with("channel", requirement.channel)
            .with("every", explain::every(requirement.every))
            .with("state", state(requirement, today));
        sheet.say(&message, if requirement.is_late(today) { Ink::Late } else { Ink::Plain });
    }
    if let Some(why) = client.tightened {
        let message = match why {
            Tightened::HighRisk => Message::new("brief-tightened-risk"),
            Tightened::WinBack => Message::new("brief-tightened-win-back"),
            Tightened::Saved(until) => Message::new("brief-tightened-saved").with("day", until),
        };
        sheet.say(&message, Ink::Quiet);
    }
}

fn state(requirement: &Requirement, today: Day) -> Message {
    match &requirement.state {
        DueState::Booked { start, .. } => Message::new("state-booked").with("at", *start),
        DueState::Snoozed { until, .. } => Message::new("state-snoozed").with("day", *until),
        DueState::Retry { .. } => Message::new("state-retry").with("day", requirement.due),
        DueState::Paused { until } => Message::new("state-paused").with("day", *until),
        DueState::Open if requirement.is_late(today) => Message::new("state-late").with("days", requirement.late_days),
        DueState::Open => Message::new("state-due").with("day", requirement.due),
    }
}

/// Projects with their dates, one line each.
pub(super) fn projects(sheet: &mut Sheet<'_>, client: &Assessed) {
    if client.facts.engagements.is_empty() {
        return;
    }
    sheet.block("brief-projects");
    for e in &client.facts.engagements {
        let view = sheet.view;
        let mut words = vec![text::one_line(&e.title).into_owned(), view.word(&format!("engagement-{}", e.kind.code()))];
        for (id, day) in [("brief-ends", e.end), ("brief-notice", e.notice), ("brief-renews", e.renew)] {
            words.extend(day.map(|day| view.say(&Message::new(id).with("day", day))));
        }
        let (today, under) = (view.now.today(), view.model.book.under());
        words.extend(projects::progress(e).map(|m| view.say(&m)));
        if let Some(day) = projects::report_on(e, today, under.time) {
            words.push(view.say(&Message::new("brief-report").with("day", day)));
        }
        let late = e.next().is_some_and(|m| m.due < today);
        words.extend(e.next().map(|m| view.say(&projects::milestone_words(m, today))));
        sheet.list(&words, if late { Ink::Late } else { Ink::Plain });
    }
}

/// Open possible work by its expected signature, one line each; what is late in its own ink.
pub(super) fn opportunities(sheet: &mut Sheet<'_>, client: &Assessed) {
    let today = sheet.view.now.today();
    let open: Vec<_> = prospects::ordered(&client.facts).into_iter().filter(|o| o.is_open()).collect();
    if open.is_empty() {
        return;
    }
    sheet.block("brief-opportunities");
    for row in open {
        let words: Vec<String> = prospects::parts(row, today).iter().map(|m| sheet.view.say(m)).collect();
        sheet.list(&words, if row.late(today).is_some() { Ink::Late } else { Ink::Plain });
    }
}

/// What is open, what of it is late, and how they pay. What was billed stands with who they are.
pub(super) fn money(sheet: &mut Sheet<'_>, client: &Assessed) {
    let facts = &client.facts;
    let (book, today) = (&sheet.view.model.book, sheet.view.now.today());
    sheet.block("brief-money");
    for sum in &facts.billed {
        if sum.open == 0 {
            continue;
        }
        let money = |minor| Money { minor, currency: sum.currency };
        let late = facts.open_invoices.iter().filter(|i| i.currency == sum.currency && book.invoice_due(i) < today);
        let (amount, since) = late.fold((0_i64, None), |(sum, since), i| {
            let due = book.invoice_due(i);
            (sum.saturating_add(i.amount), Some(since.map_or(due, |s: Day| s.min(due))))
        });
        let (message, ink) = match since {
            None => (Message::new("brief-open"), Ink::Plain),
            Some(since) => {
                let part = if amount == sum.open { "all" } else { "some" };
                let message = Message::new("brief-open-late").with("part", part).with("late", money(amount));
                (message.with("days", today.since(since)), Ink::Late)
            }
        };
        sheet.say(&message.with("amount", money(sum.open)), ink);
    }
    if let Some(days) = facts.days_to_pay {
        sheet.say(&Message::new("brief-pays").with("days", days), Ink::Plain);
    }
    if let Some(budget) = facts.client.budget {
        sheet.say(&Message::new("brief-budget").with("amount", budget), Ink::Quiet);
    }
    sheet.no_block();
}

/// What is expected of the client, and its place in the book.
pub(super) fn value(sheet: &mut Sheet<'_>, client: &Assessed) {
    let words = crate::portfolio::value::glance(&sheet.view.model.book, client);
    if !words.is_empty() {
        sheet.gap();
        sheet.block("brief-worth");
    }
    for words in words {
        sheet.say(&words, Ink::Plain);
    }
}
