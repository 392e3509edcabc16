//! The board: opportunities by stage, as columns where there is room and as groups below each other where there is not, or projects with
//! what they ask for; below the rule all that is known of the selected card. What a key does is in `app::board`.

use super::View;
use super::dialogs::more;
use crate::app::board::{Board, Card, STAGES, Side, is_narrow};
use crate::app::mouse::Hit;
use crate::domain::facts::{EngagementRow, OpportunityRow};
use crate::domain::message::{Arg, Message};
use crate::domain::words::Stage;
use crate::portfolio::Assessed;
use crate::portfolio::explain::{engagement_id, every};
use crate::portfolio::projects::{self, Project};
use crate::portfolio::prospects::{self, StageSum, stage_id};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// From this width on a column holds a card in three rows, the expected signature beside the amount.
const WIDE: u16 = 40;
/// Rows of the head of a column.
const COLUMN_HEAD: u16 = 3;
/// From this width on a project's row names its next milestone.
const ROOMY: u16 = 110;

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, board: &Board) {
    let rows: Vec<&OpportunityRow> =
        board.columns.iter().flatten().filter_map(|c| prospect(view, *c)).map(|(_, o)| o).collect();
    head(view, frame, body, board, &rows);
    let below = detail(view, board, usize::from(body.width).saturating_sub(4));
    // On a small screen the cards come first.
    let (top, most) = if body.height < 14 { (1, 2) } else { (2, (body.height / 3).clamp(3, 9)) };
    let foot = u16::try_from(below.len()).unwrap_or(most).min(most);
    let taken = top + if foot > 0 { foot + 1 } else { 0 };
    let area = Rect { y: body.y + top, height: body.height.saturating_sub(taken), ..body };
    match board.side {
        Side::Prospects if rows.is_empty() => nothing(view, frame, area, "board-no-prospects"),
        Side::Projects if board.projects.is_empty() => nothing(view, frame, area, "board-no-projects"),
        Side::Prospects if is_narrow(view.model) => groups(view, frame, area, board, &rows),
        Side::Prospects => columns(view, frame, area, board, &rows),
        Side::Projects => list(view, frame, area, board),
    }
    if foot > 0 {
        let area = Rect { y: area.bottom(), height: foot + 1, ..body };
        view.rule(frame, area, 0, "");
        for (y, (ink, line)) in below.iter().take(usize::from(foot)).enumerate() {
            Pen::new(frame.buffer_mut(), area, y as u16 + 1).keep(1).skip(2).text(line, view.style(*ink));
        }
    }
}

fn nothing(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, id: &'static str) {
    for (y, line) in text::wrap(&view.word(id), usize::from(area.width).saturating_sub(4)).iter().enumerate() {
        Pen::new(frame.buffer_mut(), area, y as u16).keep(1).skip(3).text(line, view.style(Ink::Quiet));
    }
}

/// Both sides, and what the one in front comes to.
fn head(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, board: &Board, rows: &[&OpportunityRow]) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1);
    for (n, (side, id)) in [(Side::Prospects, "board-prospects"), (Side::Projects, "board-projects")].into_iter().enumerate() {
        let here = side == board.side;
        let words = if here { format!("[{}]", view.word(id)) } else { format!(" {} ", view.word(id)) };
        let from = pen.x();
        pen.text(&words, view.style(if here { Ink::Strong } else { Ink::Quiet }));
        view.hit(Rect { x: from, y: body.y, width: pen.x() - from, height: 1 }, Hit::Page(n));
    }
    let sum = match board.side {
        Side::Prospects => Message::new("board-sum")
            .with("count", rows.len())
            .with("amount", prospects::together(&prospects::sums(rows.iter().map(|o| o.amount))))
            .with("weighted", prospects::together(&prospects::sums(rows.iter().map(|o| o.weighted())))),
        Side::Projects => Message::new("board-count")
            .with("count", board.projects.len())
            .with("asking", board.projects.iter().filter(|c| !needs(view, **c).is_empty()).count()),
    };
    let empty = rows.is_empty() && board.side == Side::Prospects || board.projects.is_empty() && board.side == Side::Projects;
    if !empty {
        pen.skip(2).text(&view.say(&sum), view.style(Ink::Label));
    }
}

fn needs(view: &View<'_>, card: Card) -> Vec<projects::Need> {
    let found = project(view, card);
    found.map(|(client, row)| projects::needs(client, row, view.model.book.under())).unwrap_or_default()
}

fn prospect<'v>(view: &'v View<'_>, card: Card) -> Option<(&'v Assessed, &'v OpportunityRow)> {
    let client = view.model.book.client(card.client)?;
    client.facts.opportunities.iter().find(|o| o.id == card.id).map(|o| (client, o))
}

fn project<'v>(view: &'v View<'_>, card: Card) -> Option<(&'v Assessed, &'v EngagementRow)> {
    let client = view.model.book.client(card.client)?;
    client.facts.engagements.iter().find(|e| e.id == card.id).map(|e| (client, e))
}

/// The first of so many pieces to be shown, so that the selected one is seen, and how many.
fn shown(all: usize, fits: usize, at: usize) -> (usize, usize) {
    let fits = fits.max(1);
    (at.saturating_sub(fits / 2).min(all.saturating_sub(fits)), fits)
}

/// Days without movement, said from the day on which it matters.
fn still(view: &View<'_>, client: &Assessed, row: &OpportunityRow) -> Option<i32> {
    let now = view.now;
    let days = now.today().since(prospects::moved(client, row, now.zone));
    Some(days).filter(|n| *n >= projects::STILL)
}

fn still_words(view: &View<'_>, days: Option<i32>) -> String {
    days.map(|n| view.say(&Message::new("board-still").with("days", n))).unwrap_or_default()
}

fn chance(view: &View<'_>, row: &OpportunityRow) -> String {
    view.say(&Message::new("prospect-chance").with("share", Arg::Share(row.chance())))
}

/// The expected signature and how often it moved, in words or as a number; late in its colour.
fn close(view: &View<'_>, row: &OpportunityRow, moved: &'static str) -> (String, Ink) {
    let day = row.state().close.map(|day| view.short_day(day));
    let slips = row.slips().len();
    let moved = (slips > 0).then(|| view.say(&Message::new(moved).with("count", slips)));
    let ink = if row.late(view.now.today()).is_some() { Ink::Late } else { Ink::Plain };
    (day.into_iter().chain(moved).collect::<Vec<_>>().join("  "), ink)
}

/// The stages side by side.
fn columns(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, board: &Board, rows: &[&OpportunityRow]) {
    let width = area.width.saturating_sub(2) / STAGES.len() as u16;
    let sums = prospects::stages(rows.iter().copied());
    let selected = board.place();
    // A row between the cards, where there is room for it.
    let lines: u16 = if width >= WIDE { 3 } else { 4 };
    let room = usize::from(area.height.saturating_sub(COLUMN_HEAD));
    let longest = board.columns.iter().map(Vec::len).max().unwrap_or(0);
    let each = usize::from(lines) + usize::from(longest * (usize::from(lines) + 1) <= room + 1);
    let mut first = 0;
    for (n, (cards, sum)) in board.columns.iter().zip(&sums).enumerate() {
        let column = Rect { x: area.x + 1 + n as u16 * width, width: width - 1, ..area };
        column_head(view, frame, column, sum);
        let cards_area = Rect { y: column.y + COLUMN_HEAD, height: column.height.saturating_sub(COLUMN_HEAD), ..column };
        let fits = usize::from(cards_area.height) / each;
        let at = selected.filter(|(c, _)| *c == n).map(|(_, row)| row);
        let (top, fits) = shown(cards.len(), fits, at.unwrap_or(0));
        for (y, (row, card)) in cards.iter().enumerate().skip(top).take(fits).enumerate() {
            let place = Rect { y: cards_area.y + (y * each) as u16, height: lines, ..cards_area }.intersection(cards_area);
            draw_card(view, frame, place, *card, at == Some(row));
            view.hit(place, Hit::Line(first + row));
        }
        if cards.len() > top + fits {
            more(view, frame, cards_area, cards.len() - top - fits);
        }
        first += cards.len();
    }
}

fn column_head(view: &View<'_>, frame: &mut Frame<'_>, column: Rect, sum: &StageSum) {
    let words = Message::new("board-stage").with("stage", Message::new(stage_id(sum.stage))).with("count", sum.count);
    Pen::new(frame.buffer_mut(), column, 0).skip(2).text(&view.say(&words), view.style(Ink::Heading));
    if sum.count > 0 {
        let weighted = Message::new("board-weighted").with("weighted", prospects::together(&sum.weighted));
        let line = format!("{}  {}", prospects::together(&sum.amount), view.say(&weighted));
        let cells = usize::from(column.width).saturating_sub(3);
        let line = if text::width(&line) > cells { prospects::together(&sum.amount) } else { line };
        Pen::new(frame.buffer_mut(), column, 1).skip(2).text(&line, view.style(Ink::Quiet));
    }
}

fn draw_card(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, card: Card, here: bool) {
    let Some((client, row)) = prospect(view, card) else { return };
    let cells = usize::from(area.width).saturating_sub(2);
    let mut line = |y: u16, mark: &str, left: &str, ink: Ink, right: &str| {
        if y >= area.height {
            return;
        }
        let mut pen = Pen::new(frame.buffer_mut(), area, y);
        let beside = if right.is_empty() { 0 } else { text::width(right) + 1 };
        pen.text(mark, view.style(Ink::Strong)).cell(left, cells.saturating_sub(beside), view.style(ink));
        if beside > 0 {
            pen.skip(1).text(right, view.style(Ink::Quiet));
        }
    };
    let mark = if here { "> " } else { "  " };
    line(0, mark, &text::one_line(client.name()), Ink::Strong, &still_words(view, still(view, client, row)));
    line(1, "  ", &text::one_line(&row.title), Ink::Plain, "");
    let (day, ink) = close(view, row, "board-moved");
    let worth = format!("{} {}", row.amount, chance(view, row));
    line(2, "  ", &worth, Ink::Plain, "");
    if area.height > 3 {
        line(3, "  ", &day, ink, "");
    } else if area.height == 3 {
        let from = cells.saturating_sub(text::width(&day)).max(text::width(&worth) + 2);
        Pen::new(frame.buffer_mut(), area, 2).skip(2 + from).text(&day, view.style(ink));
    }
    if here {
        (0..area.height).for_each(|y| view.bar(frame, area, y));
    }
}

/// One line of the stages below each other.
enum Row {
    Head(Stage),
    Card(usize, Card),
}

/// The stages below each other: where the screen is narrow.
fn groups(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, board: &Board, rows: &[&OpportunityRow]) {
    let sums = prospects::stages(rows.iter().copied());
    let mut lines = Vec::new();
    for (stage, cards) in STAGES.iter().zip(&board.columns) {
        lines.push(Row::Head(*stage));
        let first = lines.iter().filter(|l| matches!(l, Row::Card(..))).count();
        lines.extend(cards.iter().enumerate().map(|(n, card)| Row::Card(first + n, *card)));
    }
    let selected = board.card();
    let at = lines.iter().position(|l| matches!(l, Row::Card(_, c) if Some(*c) == selected)).unwrap_or(0);
    let fits = usize::from(area.height) - usize::from(lines.len() > usize::from(area.height));
    // The heading above the first card is seen with it.
    let (top, fits) = shown(lines.len(), fits, if at == 1 { 0 } else { at });
    for (y, line) in lines.iter().skip(top).take(fits).enumerate() {
        let y = y as u16;
        match line {
            Row::Head(stage) => {
                let Some(sum) = sums.iter().find(|s| s.stage == *stage) else { continue };
                let words = Message::new("board-stage").with("stage", Message::new(stage_id(*stage))).with("count", sum.count);
                let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
                pen.skip(1).text(&view.say(&words), view.style(Ink::Heading)).skip(2);
                if sum.count > 0 {
                    let weighted = Message::new("board-weighted").with("weighted", prospects::together(&sum.weighted));
                    pen.text(&prospects::together(&sum.amount), view.style(Ink::Quiet)).skip(2);
                    pen.text(&view.say(&weighted), view.style(Ink::Quiet));
                }
            }
            Row::Card(n, card) => {
                view.hit_row(area, y, Hit::Line(*n));
                group_row(view, frame, area, y, *card, Some(*card) == selected);
            }
        }
    }
    if lines.len() > top + fits {
        more(view, frame, area, lines.len() - top - fits);
    }
}

/// Client, title, amount, chance, expected signature, days without movement.
fn group_row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, card: Card, here: bool) {
    let Some((client, row)) = prospect(view, card) else { return };
    let width = usize::from(area.width);
    let (day, ink) = close(view, row, "board-moved-short");
    let (amount, share, last) = (13, 5, if width < 76 { 14 } else { 16 });
    let stands = if width < 76 { 0 } else { 5 };
    let left = width.saturating_sub(3 + amount + 1 + share + 2 + last + stands + 2);
    let name = left / 2;
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
    pen.cell(&text::one_line(client.name()), name, view.style(Ink::Strong)).skip(1);
    pen.cell(&text::one_line(&row.title), left - name - 1, view.style(Ink::Plain)).skip(1);
    pen.right(&row.amount.to_string(), amount, view.style(Ink::Plain));
    pen.right(&chance(view, row), share, view.style(Ink::Quiet)).skip(2);
    pen.cell(&day, last, view.style(ink));
    if stands > 0 {
        pen.right(&still_words(view, still(view, client, row)), stands, view.style(Ink::Quiet));
    }
    if here {
        view.bar(frame, area, y);
    }
}

/// Projects, one a line.
fn list(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, board: &Board) {
    let at = board.row().unwrap_or(0);
    let all = board.projects.len();
    let fits = usize::from(area.height) - usize::from(all > usize::from(area.height));
    let (top, fits) = shown(all, fits, at);
    let roomy = area.width >= ROOMY;
    for (y, (n, card)) in board.projects.iter().enumerate().skip(top).take(fits).enumerate() {
        let y = y as u16;
        view.hit_row(area, y, Hit::Line(n));
        let Some((client, row)) = project(view, *card) else { continue };
        let here = n == at;
        let needs = projects::needs(client, row, view.model.book.under());
        let width = usize::from(area.width);
        let name = (width / if width < 76 { 5 } else { 4 }).clamp(12, 28);
        let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
        pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
        pen.cell(&text::one_line(client.name()), name, view.style(Ink::Strong)).skip(1);
        pen.cell(&text::one_line(&row.title), name, view.style(Ink::Plain)).skip(1);
        let (done, count) = row.reached();
        let far = if count > 0 { format!("{done}/{count}") } else { String::new() };
        pen.right(&far, 5, view.style(Ink::Quiet)).skip(2);
        if roomy {
            let next = row.next().map(|m| view.say(&projects::milestone_words(m, view.now.today()))).unwrap_or_default();
            pen.cell(&next, (width / 4).min(44), view.style(Ink::Plain)).skip(2);
        }
        let (words, ink) = asks(view, row, &needs);
        pen.text(&words, view.style(ink));
        if here {
            view.bar(frame, area, y);
        }
    }
    if all > top + fits {
        more(view, frame, area, all - top - fits);
    }
}

/// What a project asks for, and how it is coloured; one that has not begun says when it does.
fn asks(view: &View<'_>, row: &EngagementRow, needs: &[projects::Need]) -> (String, Ink) {
    if row.start > view.now.today() {
        return (view.say(&Message::new("board-begins").with("day", row.start)), Ink::Quiet);
    }
    let words: Vec<String> = needs.iter().map(|n| view.say(&n.message())).collect();
    let ink = match needs.first() {
        Some(need) if need.is_late() => Ink::Late,
        Some(_) => Ink::Plain,
        None => Ink::Quiet,
    };
    let calm = || view.word("board-calm");
    (if words.is_empty() { calm() } else { words.join(&view.word("board-between")) }, ink)
}

/// All that is known of the selected card, wrapped.
fn detail(view: &View<'_>, board: &Board, cells: usize) -> Vec<(Ink, String)> {
    let mut out: Vec<(Ink, String)> = Vec::new();
    let mut add = |ink: Ink, words: &str| out.extend(text::wrap(words, cells).into_iter().map(|line| (ink, line)));
    let words = |messages: Vec<Message>| {
        let said: Vec<String> = messages.iter().map(|m| view.say(m)).collect();
        said.join(&view.word("board-between"))
    };
    let book = &view.model.book;
    if let Some((client, row)) = board.prospect(book) {
        add(Ink::Strong, &words(vec![plain(client.name()), plain(&row.title)]));
        let age = Message::new("board-in-stage")
            .with("stage", Message::new(stage_id(row.state().stage)))
            .with("days", prospects::in_stage(row, view.now));
        let worth = Message::new("prospect-worth").with("amount", row.amount).with("chance", Arg::Share(row.chance()));
        let weighted = Message::new("board-weighted").with("weighted", row.weighted());
        let still = still(view, client, row).map(|n| Message::new("need-still").with("days", n));
        add(Ink::Plain, &words([age, worth, weighted].into_iter().chain(still).collect()));
        let close = row.state().close.map(|day| Message::new("prospect-close").with("day", day));
        let late = row.late(view.now.today()).map(|n| Message::new("prospect-late").with("days", n));
        let ink = if late.is_some() { Ink::Late } else { Ink::Plain };
        let signature: Vec<Message> = close.into_iter().chain(late).collect();
        if !signature.is_empty() {
            add(ink, &words(signature));
        }
        if let Some(moved) = prospects::slips(row) {
            add(Ink::Quiet, &view.say(&moved));
        }
    }
    if let Some((client, row)) = board.project(book) {
        add(Ink::Strong, &words(vec![plain(client.name()), plain(&row.title)]));
        let project = Project { client, row, moved: projects::moved(client, row, view.now), needs: Vec::new() };
        // A narrow row has no room for all of it.
        let needs = projects::needs(client, row, book.under());
        if is_narrow(view.model) && !needs.is_empty() {
            let (said, ink) = asks(view, row, &needs);
            add(ink, &said);
        }
        add(Ink::Plain, &words(facts(view, &project)));
        for milestone in &row.milestones {
            let today = view.now.today();
            let ink = match milestone.done {
                Some(_) => Ink::Quiet,
                None if milestone.due < today => Ink::Late,
                None => Ink::Plain,
            };
            let tick = if milestone.done.is_some() { "[x] " } else { "[ ] " };
            add(ink, &format!("{tick}{}", view.say(&projects::milestone_words(milestone, today))));
        }
    }
    out
}

/// Kind, days, renewal, reports and the last movement of a project.
fn facts(view: &View<'_>, project: &Project<'_>) -> Vec<Message> {
    let (row, today) = (project.row, view.now.today());
    let mut out = vec![Message::new(engagement_id(row.kind))];
    out.push(match row.end {
        Some(end) => Message::new("board-from-to").with("from", row.start).with("to", end),
        None => Message::new("board-from").with("from", row.start),
    });
    out.extend(row.notice.map(|day| Message::new("board-notice").with("day", day)));
    out.extend(row.renew.map(|day| Message::new("board-renew").with("day", day)));
    if let Some(interval) = row.report_every {
        let told = match row.reported_on {
            Some(day) => Message::new("board-told").with("every", every(interval)).with("day", day),
            None => Message::new("board-never-told").with("every", every(interval)),
        };
        out.push(told);
    }
    if row.start <= today {
        out.push(Message::new("board-last-moved").with("days", project.still(today)));
    }
    out
}

fn plain(text: &str) -> Message {
    Message::new("plain-text").with("text", text::one_line(text).into_owned())
}
