//! The brief: who this is, how to reach them now, why they are here, the plan, what each side owes, money, people, what was said last.
//! Beside the list it is a pane, on a narrow screen a foot of two lines that opens over the body.

use super::{View, dialogs, today};
use crate::app::list::Entry;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::words::*;
use crate::portfolio::row::reach;
use crate::portfolio::{Assessed, DueState, Item, Requirement, explain};
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the foot on a narrow screen, its edge included.
pub const FOOT: u16 = 3;
/// Cells of the labels.
const LABEL: usize = 10;
/// Cells by which a note stands in below its touch.
const UNDER: usize = 2;
/// Touches shown above the plan.
const TOUCHES: usize = 4;
/// Touches shown at the end.
const EARLIER: usize = 40;
/// Characters of one text at most.
const LONGEST: usize = 4000;
/// Addresses shown at the top; all of them stand with their people.
const POINTS: usize = 3;

/// One line: the label of its block, then the words.
struct Line {
    label: String,
    words: String,
    ink: Ink,
}

/// The lines of a brief while they are collected.
struct Sheet<'a> {
    view: &'a View<'a>,
    cells: usize,
    label: String,
    lines: Vec<Line>,
}

impl Sheet<'_> {
    /// The next lines belong to this block.
    fn block(&mut self, id: &str) {
        self.label = self.view.word(id);
    }

    /// Adds words, broken where they are longer than a line.
    fn add(&mut self, words: &str, ink: Ink) {
        // A note may be a book; what nobody scrolls to is not broken into lines on every frame.
        let words = words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at]);
        for line in text::wrap(words, self.cells.max(8)) {
            let label = std::mem::take(&mut self.label);
            self.lines.push(Line { label, words: line, ink });
        }
    }

    /// Adds words that belong to the line above them.
    fn add_under(&mut self, words: &str, ink: Ink) {
        let words = words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at]);
        for line in text::wrap(words, self.cells.saturating_sub(UNDER).max(8)) {
            self.lines.push(Line { label: String::new(), words: format!("{:UNDER$}{line}", ""), ink });
        }
    }

    fn say(&mut self, message: &Message, ink: Ink) {
        let words = self.view.say(message);
        self.add(&words, ink);
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.words.is_empty()) {
            self.lines.push(Line { label: String::new(), words: String::new(), ink: Ink::Plain });
        }
    }
}

/// Draws the pane.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let model = view.model;
    let Some(entry) = model.entry() else { return };
    let Some(client) = model.client() else {
        return batch(view, frame, area);
    };
    let detail = model.details.get(&client.id()).and_then(|d| d.as_deref());
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let label = client.tier.label();
    let cells = pen.left().saturating_sub(text::width(&label) + 2);
    pen.skip(1).cell(&text::one_line(client.name()), cells, view.style(Ink::Strong)).text(&label, view.style(Ink::Strong));
    let items = items_of(view, entry);
    let cells = usize::from(area.width).saturating_sub(LABEL + 2);
    let lines = lines(view, client, detail, &items, cells);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let (top, height, below) = dialogs::window(lines.len(), area.height, model.brief.scroll);
    for (y, line) in lines.iter().skip(top).take(height).enumerate() {
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16).keep(1);
        pen.skip(1).cell(&line.label, LABEL - 1, view.style(Ink::Label)).skip(1).text(&line.words, view.style(line.ink));
    }
    if below > 0 {
        dialogs::more(view, frame, area, below);
    }
}

/// The items of the row; a client's own row stands for whatever of the client is in the queue.
fn items_of<'a>(view: &View<'a>, entry: &Entry) -> Vec<&'a Item> {
    let queue = &view.model.book.queue.items;
    if entry.items.is_empty() {
        return queue.iter().filter(|i| i.client.is_some() && i.client == entry.id.client).collect();
    }
    entry.items.iter().filter_map(|i| queue.get(*i)).collect()
}

/// Draws the foot: who and how to reach them, and why they are here.
pub fn draw_foot(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.height < FOOT {
        return;
    }
    view.rule(frame, area, 0, "");
    let model = view.model;
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.skip(1);
    let items = model.entry().map(|e| items_of(view, e)).unwrap_or_default();
    let Some(client) = model.client() else {
        let names: Vec<&str> =
            items.iter().flat_map(|i| &i.clients).filter_map(|id| model.book.client(*id)).map(Assessed::name).collect();
        pen.text(&names.join(&view.word("and-between")), view.style(Ink::Plain));
        return;
    };
    let detail = model.details.get(&client.id()).and_then(|d| d.as_deref());
    pen.text(&text::one_line(client.name()), view.style(Ink::Strong))
        .skip(2)
        .text(&client.tier.label(), view.style(Ink::Strong))
        .skip(2);
    if let Some(secret) = detail.and_then(|d| d.do_not_mention.as_deref()) {
        let words = view.say(&Message::new("brief-do-not-mention").with("text", text::one_line(secret).into_owned()));
        pen.text(&words, view.style(Ink::Warning)).skip(2);
    }
    for point in detail.map(|d| reach(client, d, &items)).unwrap_or_default().iter().take(2) {
        pen.text(&text::one_line(&point.value), view.style(Ink::Plain)).skip(2);
    }
    let mut pen = Pen::new(frame.buffer_mut(), area, 2).keep(1);
    let said = detail.and_then(|d| d.touches.iter().find_map(|t| t.note.as_deref().map(|n| (t.row.at, n))));
    let why = if items.is_empty() { next_words(view, client) } else { today::reason(view, &items) };
    pen.skip(1).text(&why, view.style(Ink::Plain));
    if let Some((at, note)) = said {
        let words = format!("{}: {}", view.model.words.day(at.day(view.now.zone), view.now), text::one_line(note));
        pen.skip(3).text(&words, view.style(Ink::Quiet));
    }
}

/// A batch has no client of its own: its clients are listed.
fn batch(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(item) = view.model.item() else { return };
    let title = view.say(&item.reason);
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&title, view.style(Ink::Strong));
    let rows = usize::from(area.height).saturating_sub(2);
    let top = usize::from(view.model.brief.scroll).min(item.clients.len().saturating_sub(rows));
    for (y, id) in item.clients.iter().skip(top).take(rows).enumerate() {
        let Some(client) = view.model.book.client(*id) else { continue };
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16 + 2).keep(1);
        let last = client.facts.last_touch.map(|t| view.model.words.day(t.at.day(view.now.zone), view.now));
        pen.skip(1).cell(&text::one_line(client.name()), 26, view.style(Ink::Plain)).skip(1);
        pen.text(&last.unwrap_or_default(), view.style(Ink::Quiet));
    }
}

fn lines(view: &View<'_>, client: &Assessed, detail: Option<&ClientDetail>, items: &[&Item], cells: usize) -> Vec<Line> {
    let mut sheet = Sheet { view, cells, label: String::new(), lines: Vec::new() };
    who(&mut sheet, client, detail);
    if let Some(detail) = detail {
        contact(&mut sheet, client, detail, items);
    }
    sheet.gap();
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
            sheet.say(&Message::new("brief-appointment").with("channel", channel).with("at", at), ink);
            continue;
        }
        sheet.say(&today::by_day(&item.reason, view.now.zone), ink);
    }
    if let Some(detail) = detail {
        touches(&mut sheet, detail, "brief-last", 0, TOUCHES);
    }
    sheet.gap();
    plan(&mut sheet, client);
    owed(&mut sheet, client);
    work(&mut sheet, client);
    if let Some(detail) = detail {
        people(&mut sheet, detail);
        rest(&mut sheet, detail);
        touches(&mut sheet, detail, "brief-earlier", TOUCHES, EARLIER);
    }
    sheet.lines
}

fn next_words(view: &View<'_>, client: &Assessed) -> String {
    match client.next_day(view.now.zone).filter(|day| *day > view.now.today()) {
        Some(day) => view.say(&Message::new("brief-next").with("day", day)),
        None => view.word("brief-nothing-due"),
    }
}

fn who(sheet: &mut Sheet<'_>, client: &Assessed, detail: Option<&ClientDetail>) {
    let row = &client.facts.client;
    let view = sheet.view;
    let mut parts = vec![view.word(explain::status_id(client.status))];
    parts.push(view.say(&Message::new("brief-since").with("day", row.since)));
    parts.extend([&row.industry, &row.region, &row.size].into_iter().flatten().map(|t| text::one_line(t).into_owned()));
    let secret = detail.and_then(|d| d.do_not_mention.as_deref()).filter(|n| !n.trim().is_empty());
    if let Some(secret) = secret {
        let words = view.say(&Message::new("brief-do-not-mention").with("text", text::one_line(secret).into_owned()));
        sheet.add(&words, Ink::Warning);
    }
    sheet.block("brief-who");
    sheet.add(&parts.join(&view.word("brief-between")), Ink::Plain);
    if let Some(pin) = &client.tier.pin {
        sheet.say(&Message::new("brief-pinned").with("tier", pin.tier).with("why", pin.reason.as_str()), Ink::Quiet);
    } else if client.tier.unsorted {
        sheet.add(&view.word("brief-unsorted"), Ink::Quiet);
    } else if client.tier.advice && client.status == Status::Active && client.tier.computed.is_some() {
        sheet.say(&Message::new("brief-advice").with("tier", client.tier.computed), Ink::Quiet);
    }
    if let Some(was) = client.tier.was {
        sheet.say(&Message::new("brief-was").with("tier", was), Ink::Quiet);
    }
    if !client.facts.tags.is_empty() {
        let tags: Vec<String> = client.facts.tags.iter().map(|t| format!("#{t}")).collect();
        sheet.add(&tags.join(" "), Ink::Quiet);
    }
    if let Some(day) = client.paused {
        sheet.say(&Message::new("brief-paused").with("day", day), Ink::Timed);
    }
    let Some(detail) = detail else { return };
    if let Some(need) = detail.need.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-need");
        sheet.add(&text::sanitize_lines(need), Ink::Plain);
    }
}

fn contact(sheet: &mut Sheet<'_>, client: &Assessed, detail: &ClientDetail, items: &[&Item]) {
    let view = sheet.view;
    sheet.block("brief-reach");
    if let Some(channel) = client.facts.client.preferred_channel {
        sheet.say(&Message::new("brief-prefers").with("channel", channel), Ink::Plain);
    }
    if let Some(hours) = detail.response_hours {
        sheet.say(&Message::new("brief-response").with("hours", hours), Ink::Plain);
    }
    let points = reach(client, detail, items);
    if points.is_empty() {
        sheet.add(&view.word("brief-no-address"), Ink::Quiet);
    }
    for point in points.iter().take(POINTS) {
        let whose = point.person.and_then(|id| detail.people.iter().find(|p| p.id == id)).map(|p| p.name.as_str());
        sheet.add(&with_asides(&point.value, &[whose, point.label.as_deref()]), Ink::Plain);
    }
}

/// A value and what stands beside it.
fn with_asides(value: &str, asides: &[Option<&str>]) -> String {
    let asides: Vec<_> = asides.iter().flatten().map(|a| text::one_line(a)).collect();
    let value = text::one_line(value);
    if asides.is_empty() { value.into_owned() } else { format!("{value}  {}", asides.join(" ")) }
}

fn plan(sheet: &mut Sheet<'_>, client: &Assessed) {
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

/// What each side owes, and the appointments.
fn owed(sheet: &mut Sheet<'_>, client: &Assessed) {
    let today = sheet.view.now.today();
    if !client.facts.appointments.is_empty() {
        sheet.block("brief-booked");
        for a in &client.facts.appointments {
            let message = Message::new("brief-appointment").with("channel", a.channel).with("at", a.start);
            let mut words = sheet.view.say(&message);
            for more in [&a.place, &a.note].into_iter().flatten() {
                words.push_str(&sheet.view.word("brief-between"));
                words.push_str(&text::one_line(more));
            }
            sheet.add(&words, Ink::Timed);
        }
    }
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

/// Projects and money.
fn work(sheet: &mut Sheet<'_>, client: &Assessed) {
    if !client.facts.engagements.is_empty() {
        sheet.block("brief-projects");
        for e in &client.facts.engagements {
            let view = sheet.view;
            let mut words = vec![text::one_line(&e.title).into_owned(), view.word(&format!("engagement-{}", e.kind.code()))];
            for (id, day) in [("brief-ends", e.end), ("brief-notice", e.notice), ("brief-renews", e.renew)] {
                words.extend(day.map(|day| view.say(&Message::new(id).with("day", day))));
            }
            let words = words.join(&view.word("brief-between"));
            sheet.add(&words, Ink::Plain);
        }
    }
    let facts = &client.facts;
    if facts.billed.is_empty() && facts.days_to_pay.is_none() && facts.client.budget.is_none() {
        return;
    }
    sheet.block("brief-money");
    for sum in &facts.billed {
        let money = |minor| crate::domain::money::Money { minor, currency: sum.currency };
        sheet.say(&Message::new("brief-billed").with("amount", money(sum.year)), Ink::Plain);
        if sum.open != 0 {
            let book = &sheet.view.model.book;
            let today = sheet.view.now.today();
            let late = facts.open_invoices.iter().any(|i| i.currency == sum.currency && book.invoice_due(i) < today);
            sheet.say(&Message::new("brief-open").with("amount", money(sum.open)), if late { Ink::Late } else { Ink::Plain });
        }
    }
    if let Some(days) = facts.days_to_pay {
        sheet.say(&Message::new("brief-pays").with("days", days), Ink::Plain);
    }
    if let Some(budget) = facts.client.budget {
        sheet.say(&Message::new("brief-budget").with("amount", budget), Ink::Quiet);
    }
}

/// What was said, newest first.
fn touches(sheet: &mut Sheet<'_>, detail: &ClientDetail, block: &str, skip: usize, take: usize) {
    if detail.touches.len() <= skip && skip > 0 {
        return;
    }
    sheet.gap();
    sheet.block(block);
    if detail.touches.is_empty() {
        let words = sheet.view.word("brief-never");
        sheet.add(&words, Ink::Quiet);
    }
    let zone = sheet.view.now.zone;
    for touch in detail.touches.iter().skip(skip).take(take) {
        let view = sheet.view;
        let mut words = vec![view.model.words.day(touch.row.at.day(zone), view.now)];
        words.push(view.word(&format!("channel-{}", touch.row.channel.code())));
        if touch.row.direction == Direction::In {
            words.push(view.word("direction-in"));
        }
        if touch.row.outcome != Outcome::Reached {
            words.push(view.word(&format!("outcome-{}", touch.row.outcome.code())));
        }
        let who = touch.person.and_then(|id| detail.people.iter().find(|p| p.id == id));
        words.extend(who.map(|p| text::one_line(&p.name).into_owned()));
        let words = words.join(&view.word("brief-between"));
        sheet.add(&words, Ink::Plain);
        if let Some(note) = touch.note.as_deref().filter(|n| !n.trim().is_empty()) {
            sheet.add_under(&text::sanitize_lines(note), Ink::Quiet);
        }
    }
}

fn people(sheet: &mut Sheet<'_>, detail: &ClientDetail) {
    if detail.people.is_empty() {
        return;
    }
    sheet.gap();
    sheet.block("brief-people");
    for person in &detail.people {
        let mut words = vec![text::one_line(&person.name).into_owned()];
        words.extend(person.role.iter().map(|r| text::one_line(r).into_owned()));
        let own = |kind: CareKind| detail.care_dates.iter().find(move |c| c.person == Some(person.id) && c.kind == kind);
        if let Some(birthday) = own(CareKind::Birthday) {
            let date = format!("{:02}-{:02}", birthday.month, birthday.day);
            words.push(sheet.view.say(&Message::new("brief-birthday").with("date", date)));
        }
        words.extend(person.note.iter().map(|n| text::one_line(n).into_owned()));
        let words = words.join(&sheet.view.word("brief-between"));
        sheet.add(&words, Ink::Plain);
        for point in detail.points.iter().filter(|p| p.person == Some(person.id) && p.invalid_since.is_none()) {
            sheet.add_under(&with_asides(&point.value, &[point.label.as_deref()]), Ink::Quiet);
        }
    }
}

/// Note, source and the fields of the user's own.
fn rest(sheet: &mut Sheet<'_>, detail: &ClientDetail) {
    sheet.gap();
    if let Some(note) = detail.note.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-note");
        sheet.add(&text::sanitize_lines(note), Ink::Plain);
    }
    if let Some(source) = detail.source.as_deref().filter(|n| !n.trim().is_empty()) {
        sheet.block("brief-source");
        sheet.add(&text::one_line(source), Ink::Quiet);
    }
    for field in &detail.extra {
        sheet.block("brief-more");
        let mut words = format!("{}: {}", text::one_line(&field.name), text::one_line(&field.value));
        if let Some(person) = field.person.and_then(|id| detail.people.iter().find(|p| p.id == id)) {
            let whose =
                Message::new("brief-whose").with("what", words).with("person", text::one_line(&person.name).into_owned());
            words = sheet.view.say(&whose);
        }
        sheet.add(&words, Ink::Quiet);
    }
}
