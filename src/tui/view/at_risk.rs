//! One row of At risk: how much, client, tier, what is at stake, days without an order, the last year of orders and contacts, the first
//! reason; columns fall away when it is narrow. The line of the fold, and what stands beside it.

use super::View;
use crate::app::list::Entry;
use crate::domain::facts::DeferralRow;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::{ItemKind, Tier};
use crate::i18n::Lang;
use crate::portfolio::risk::{Level, told};
use crate::portfolio::{Assessed, Item, explain};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::{Pen, spark};
use ratatui::Frame;
use ratatui::layout::Rect;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Level,
    Name,
    Tier,
    Stake,
    Silent,
    Orders,
    Contacts,
    Reason,
}

/// Their order on the screen.
const ORDER: [Column; 8] = [
    Column::Level,
    Column::Name,
    Column::Tier,
    Column::Stake,
    Column::Silent,
    Column::Orders,
    Column::Contacts,
    Column::Reason,
];
/// Cells of a reason that still says something, and of one that is mostly whole.
const REASON: (usize, usize) = (16, 34);
/// Cells of a name at most.
const NAME: usize = 30;

/// The columns with their least width, the most important first.
fn wishes(view: &View<'_>) -> Vec<(Column, usize)> {
    let chinese = view.model.words.lang == Lang::Zh;
    let (level, stake, silent) = if chinese { (4, 10, 6) } else { (6, 8, 8) };
    let mut out = vec![(Column::Name, 14), (Column::Tier, 3), (Column::Reason, REASON.0)];
    // Where nothing is known well enough, no figure is shown.
    if !view.model.book.risk.now.has_little_history() {
        out.push((Column::Stake, stake));
    }
    // The sign in front says how much where there is no room for the word.
    out.extend([(Column::Reason, REASON.1 - REASON.0), (Column::Level, level), (Column::Silent, silent)]);
    out.extend([(Column::Orders, 12), (Column::Contacts, 12)]);
    out
}

/// The columns that fit, with their widths; what is left over goes to the reason until it is mostly whole, to the name, and to the reason.
fn columns(view: &View<'_>, width: u16) -> Vec<(Column, usize)> {
    let mut left = usize::from(width).saturating_sub(5);
    let mut taken: Vec<(Column, usize)> = Vec::new();
    for (column, cells) in wishes(view) {
        let known = taken.iter().position(|(c, _)| *c == column);
        let needs = cells + if known.is_none() { gap(column) } else { 0 };
        if needs > left {
            break;
        }
        left -= needs;
        match known {
            Some(at) => taken[at].1 += cells,
            None => taken.push((column, cells)),
        }
    }
    for (column, most) in [(Column::Reason, REASON.1), (Column::Name, NAME), (Column::Reason, usize::MAX)] {
        if let Some((_, cells)) = taken.iter_mut().find(|(c, _)| *c == column) {
            let more = left.min(most.saturating_sub(*cells));
            *cells += more;
            left -= more;
        }
    }
    ORDER.iter().filter_map(|c| taken.iter().find(|(t, _)| t == c).copied()).collect()
}

/// Cells behind a column: what stands at its right needs more air before the next word.
fn gap(column: Column) -> usize {
    if is_right(column) { 2 } else { 1 }
}

fn is_right(column: Column) -> bool {
    matches!(column, Column::Stake | Column::Silent)
}

/// The line above the rows.
pub fn heading(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(4);
    for (column, cells) in columns(view, area.width) {
        let id = match column {
            Column::Level => "column-risk",
            Column::Name => "column-name",
            Column::Tier => "column-tier",
            Column::Stake => "column-stake",
            Column::Silent => "column-silent",
            Column::Orders => "column-orders",
            Column::Contacts => "column-contacts",
            Column::Reason => "column-reason",
        };
        let style = view.style(Ink::Heading);
        if is_right(column) { pen.right(&view.word(id), cells, style) } else { pen.cell(&view.word(id), cells, style) }
            .skip(gap(column));
    }
}

/// Draws the row.
pub fn row(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, entry: &Entry, here: bool) {
    let Some(client) = entry.id.client.and_then(|id| view.model.book.client(id)) else { return };
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(view.mark(entry, here), view.style(Ink::Strong));
    let put_off = put_off(view, client);
    // Who is put off, and who is not at risk, does not press.
    let calm = put_off.is_some() || entry.id.target.is_none();
    let level = client.risk.level();
    let sign = if calm { "  " } else { sign(level) };
    pen.text(sign, view.style(sign_ink(level))).skip(1);
    let year = told::year(&client.facts, view.now.today());
    let drawn = |numbers: [u32; 12]| spark(&numbers.map(f64::from));
    for (column, cells) in columns(view, area.width) {
        // Until when and why matters more there than any figure.
        if calm && !matches!(column, Column::Level | Column::Name | Column::Tier) {
            let because = view.because(client.id());
            pen.text(&because.unwrap_or_else(|| said(view, client, put_off)), view.style(Ink::Quiet));
            break;
        }
        let quiet = |ink| if calm { Ink::Quiet } else { ink };
        let strong = if client.tier.tier == Some(Tier::A) { Ink::Strong } else { Ink::Plain };
        let (words, ink) = match column {
            // Why there is no figure stands behind.
            Column::Level if level == Level::Unknown => (String::new(), Ink::Quiet),
            Column::Level => (view.word(level.name()), quiet(level_ink(level))),
            Column::Name => (text::one_line(client.name()).into_owned(), quiet(strong)),
            Column::Tier => (client.tier.label(), quiet(strong)),
            Column::Stake => (stake(view, client).unwrap_or_default(), Ink::Plain),
            Column::Silent => (silent(view, client).unwrap_or_default(), Ink::Quiet),
            Column::Orders => (drawn(year.orders), Ink::Plain),
            Column::Contacts => (drawn(year.contacts), Ink::Quiet),
            Column::Reason => {
                let because = view.because(client.id());
                (because.unwrap_or_else(|| said(view, client, put_off)), Ink::Plain)
            }
        };
        let style = view.style(ink);
        if is_right(column) { pen.right(&words, cells, style) } else { pen.cell(&words, cells, style) }.skip(gap(column));
    }
}

/// The put-off of a client that holds.
fn put_off<'a>(view: &View<'_>, client: &'a Assessed) -> Option<&'a DeferralRow> {
    client.risk.snoozed.and_then(|_| told::put_off(&client.facts, view.now.today()))
}

/// How much, without colour.
pub fn sign(level: Level) -> &'static str {
    match level {
        Level::High => "!!",
        Level::Medium => " !",
        Level::Low | Level::Unknown => "  ",
    }
}

/// How much, with colour.
pub fn level_ink(level: Level) -> Ink {
    match level {
        Level::High => Ink::Late,
        Level::Medium | Level::Low => Ink::Plain,
        Level::Unknown => Ink::Quiet,
    }
}

/// The colour of its sign.
fn sign_ink(level: Level) -> Ink {
    if level == Level::Medium { Ink::Timed } else { level_ink(level) }
}

/// What is at stake in short; nothing without an order, or without enough history for a figure.
pub fn stake(view: &View<'_>, client: &Assessed) -> Option<String> {
    let book = &view.model.book;
    client.risk.index.filter(|_| !book.risk.now.has_little_history())?;
    Some(view.model.words.short_money(Money { minor: client.risk.at_stake().round() as i64, currency: book.currency }))
}

fn silent(view: &View<'_>, client: &Assessed) -> Option<String> {
    client.risk.silent().map(|days| view.say(&Message::new("risk-days").with("days", days)))
}

/// Why the client stands here: until when it is put off, what is new, the heaviest reason; of whom is not at risk why that is so.
fn said(view: &View<'_>, client: &Assessed, put_off: Option<&DeferralRow>) -> String {
    if let Some(put_off) = put_off {
        let why = text::one_line(put_off.reason.as_deref().unwrap_or_default()).into_owned();
        return view.say(&Message::new("risk-until").with("day", put_off.until).with("why", why));
    }
    if !client.risk.is_listed() {
        let standing = told::standing(&client.risk).map(|message| view.say(&message));
        return standing.unwrap_or_else(|| view.word(explain::status_id(client.status)));
    }
    told::reasons(&client.risk).first().map(|reason| reason_words(view, reason)).unwrap_or_default()
}

/// Every reason in one line, for the foot of a narrow screen.
pub fn all_reasons(view: &View<'_>, client: &Assessed) -> String {
    match put_off(view, client) {
        None if client.risk.is_listed() => {
            let all: Vec<String> = told::reasons(&client.risk).iter().map(|reason| reason_words(view, reason)).collect();
            all.join(&view.word("case-parts"))
        }
        put_off => said(view, client, put_off),
    }
}

/// A reason, and whether it is new since the client was put off.
pub fn reason_words(view: &View<'_>, reason: &told::Reason) -> String {
    match reason.is_new {
        true => view.say(&Message::new("risk-new-sign").with("reason", reason.words.clone())),
        false => view.say(&reason.words),
    }
}

/// A reason of Today with what is said beside it of a client at high risk: once a client, and where a contact is due.
pub fn beside(view: &View<'_>, reason: String, item: &Item, same: bool, client: Option<&Assessed>) -> String {
    let speaks = matches!(item.kind, ItemKind::Contact | ItemKind::Appointment | ItemKind::Invoice | ItemKind::Renewal);
    match client.filter(|_| speaks && !same).and_then(told::remark) {
        Some(remark) => format!("{reason}{}{}", view.word("case-parts"), view.say(&remark)),
        None => reason,
    }
}

/// How many stand below the fold.
fn fold_words(view: &View<'_>) -> String {
    let id = if view.model.at_risk.unfolded { "risk-unfolded" } else { "risk-folded" };
    view.say(&Message::new(id).with("count", view.model.book.at_risk.folded()))
}

/// Draws the line of the fold.
pub fn fold(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, here: bool) {
    let words = fold_words(view);
    // The mark of the selection stands where that of every row does, and the sign with the signs.
    let mut pen = Pen::new(frame.buffer_mut(), area, y);
    let sign = if view.model.at_risk.unfolded { "-" } else { "+" };
    pen.text(if here { ">" } else { view.theme.horizontal() }, view.style(Ink::Edge)).skip(1);
    pen.text(sign, view.style(Ink::Key)).skip(1).text(&words, view.style(Ink::Label)).skip(1);
    pen.fill(view.theme.horizontal(), view.style(Ink::Edge));
}

/// Beside the line of the fold: who stands below it.
pub fn fold_brief(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&fold_words(view), view.style(Ink::Strong));
    let below = below(view);
    let rows = usize::from(area.height).saturating_sub(2);
    for (y, client) in below.iter().take(rows).enumerate() {
        let mut pen = Pen::new(frame.buffer_mut(), area, y as u16 + 2).keep(1);
        let stake = stake(view, client).unwrap_or_default();
        let cells = pen.left().saturating_sub(18);
        pen.skip(1).text(sign(client.risk.level()), view.style(sign_ink(client.risk.level()))).skip(1);
        pen.cell(&text::one_line(client.name()), cells, view.style(Ink::Plain)).skip(1);
        pen.cell(&client.tier.label(), 3, view.style(Ink::Plain));
        let left = pen.left();
        pen.right(&stake, left, view.style(Ink::Plain));
    }
}

/// The names below the fold, in one line.
pub fn fold_names(view: &View<'_>) -> String {
    let names: Vec<_> = below(view).iter().map(|c| text::one_line(c.name()).into_owned()).collect();
    names.join(&view.word("brief-between"))
}

fn below<'a>(view: &View<'a>) -> Vec<&'a Assessed> {
    let book = &view.model.book;
    book.at_risk.listed.iter().skip(book.at_risk.open).filter_map(|id| book.client(*id)).collect()
}
