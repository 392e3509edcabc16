//! The brief: what must not be said, who this is, how to reach them now, why they are here, what each side owes, and what else is known,
//! in blocks. Beside the list it is a pane, on a narrow screen a foot of two lines that opens over the body.

mod cases;
mod known;
mod past;
mod risk;
pub(super) mod who;
mod work;

use super::sheet::Sheet;
use super::{View, at_risk, calendar, case, improvement, today};
use crate::app::calendar::is_on_day;
use crate::app::complaints;
use crate::app::list::Entry;
use crate::app::page::Story;
use crate::portfolio::row::reach;
use crate::portfolio::{Assessed, Item};
use crate::store::ClientDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the foot on a narrow screen, its edge included.
pub const FOOT: u16 = 3;

/// What is known of the client the brief is about; the rest is still being read.
struct Known<'a> {
    client: &'a Assessed,
    detail: Option<&'a ClientDetail>,
    story: Option<&'a Story>,
}

/// Draws the pane.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let model = view.model;
    if is_on_day(model) {
        return calendar::brief(view, frame, area);
    }
    let Some(entry) = model.entry() else { return };
    if let Some(case) = complaints::case(&model.book, entry.id) {
        return case::draw(view, frame, area, case);
    }
    if let Some(found) = complaints::improvement(&model.book, entry.id) {
        return improvement::draw(view, frame, area, found);
    }
    if model.on_fold() {
        return at_risk::fold_brief(view, frame, area);
    }
    let Some(client) = model.client() else {
        return batch(view, frame, area);
    };
    let detail = model.details.get(&client.id()).and_then(|d| d.as_deref());
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    let label = client.tier.label();
    let cells = pen.left().saturating_sub(text::width(&label) + 2);
    pen.skip(1).cell(&text::one_line(client.name()), cells, view.style(Ink::Strong)).text(&label, view.style(Ink::Strong));
    let items = items_of(view, entry, model.page.is_some());
    let story = model.past.of(client.id());
    let mut sheet = Sheet::new(view, area.width);
    collect(&mut sheet, &Known { client, detail, story }, &items);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    sheet.draw(frame, area);
}

/// The items of the row; a client's own row stands for whatever of the client is in the queue, and so does (`all`) a page, its row first.
fn items_of<'a>(view: &View<'a>, entry: &Entry, all: bool) -> Vec<&'a Item> {
    let queue = &view.model.book.queue.items;
    let mut items: Vec<&Item> = entry.items.iter().filter_map(|i| view.model.item_at(*i)).collect();
    if entry.items.is_empty() || all {
        let named: Vec<_> = items.iter().map(|i| i.key()).collect();
        let others = queue.iter().filter(|i| i.client.is_some() && !named.contains(&i.key()));
        items.extend(others.filter(|i| i.client == entry.id.client));
    }
    items
}

/// Draws the foot: who and how to reach them, and why they are here.
pub fn draw_foot(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    if area.height < FOOT {
        return;
    }
    view.rule(frame, area, 0, "");
    let model = view.model;
    if is_on_day(model) {
        return calendar::foot(view, frame, Rect { y: area.y + 1, height: area.height - 1, ..area });
    }
    if let Some(case) = model.case() {
        let area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        return case::foot(view, frame, area, case);
    }
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.skip(1);
    if let Some(found) = model.entry().and_then(|e| complaints::improvement(&model.book, e.id)) {
        pen.text(&view.word("improvement-sheet-title"), view.style(Ink::Strong)).skip(2);
        pen.text(&view.say(&super::complaints::improvement_words(found)), view.style(Ink::Plain));
        return;
    }
    if model.on_fold() {
        pen.text(&at_risk::fold_names(view), view.style(Ink::Plain));
        return;
    }
    let items = model.entry().map(|e| items_of(view, e, false)).unwrap_or_default();
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
    for words in who::quiet_now(view, client).into_iter().chain(who::warnings(view, client, detail).into_iter().take(1)) {
        pen.text(&words, view.style(Ink::Warning)).skip(2);
    }
    for point in detail.map(|d| reach(client, d, &items)).unwrap_or_default().iter().take(2) {
        pen.text(&text::one_line(&point.value), view.style(Ink::Plain)).skip(2);
    }
    let mut pen = Pen::new(frame.buffer_mut(), area, 2).keep(1);
    let said = detail.and_then(|d| d.touches.iter().find_map(|t| t.note.as_deref().map(|n| (t.row.at, n))));
    let advice = who::advice(view, client);
    let why = match items.is_empty() {
        _ if advice.is_some() => advice.unwrap_or_default(),
        _ if model.is_of_risk() => at_risk::all_reasons(view, client),
        true => work::next_words(view, client),
        false => today::reason(view, &items),
    };
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

/// Everything that is known, block by block.
fn collect(sheet: &mut Sheet<'_>, known: &Known<'_>, items: &[&Item]) {
    let &Known { client, detail, story } = known;
    let view = sheet.view;
    for words in who::quiet_now(view, client).into_iter().chain(who::warnings(view, client, detail)) {
        sheet.add(&words, Ink::Warning);
    }
    if let Some(words) = who::advice(view, client) {
        sheet.add(&words, Ink::Timed);
    }
    who::who(sheet, client, story);
    if let Some(detail) = detail {
        who::need(sheet, client, detail);
        who::reach(sheet, client, detail, items);
    }
    sheet.gap();
    // Where the list is about it, it stands first.
    let of_risk = view.model.is_of_risk();
    if of_risk {
        risk::risk(sheet, client);
    }
    work::why(sheet, client, items);
    known::wish(sheet, client, detail, items);
    if !of_risk {
        risk::risk(sheet, client);
    }
    work::owed(sheet, client, items);
    work::playbooks(sheet, client);
    cases::cases(sheet, client);
    sheet.gap();
    if let Some(detail) = detail {
        past::touches(sheet, detail);
    }
    sheet.gap();
    work::plan(sheet, client);
    sheet.gap();
    work::projects(sheet, client);
    work::opportunities(sheet, client);
    work::money(sheet, client);
    if let Some(story) = story {
        past::sparks(sheet, &story.months);
    }
    work::value(sheet, client);
    sheet.gap();
    known::marks(sheet, client);
    known::perks(sheet, client);
    if let Some(detail) = detail {
        known::complete(sheet, client, detail);
        known::people(sheet, detail);
        known::care_dates(sheet, client, detail);
        known::rest(sheet, detail);
    }
}

/// A value and what stands beside it.
fn with_asides(value: &str, asides: &[Option<&str>]) -> String {
    let asides: Vec<_> = asides.iter().flatten().map(|a| text::one_line(a)).collect();
    let value = text::one_line(value);
    if asides.is_empty() { value.into_owned() } else { format!("{value}  {}", asides.join(" ")) }
}
