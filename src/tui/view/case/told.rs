//! What was said: the client's words, who said them and how, what they want, who else has a part in it, and the evidence.

use super::Known;
use crate::domain::message::Message;
use crate::portfolio::EvidenceState;
use crate::store::EvidenceDetail;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::View;
use crate::tui::view::sheet::Sheet;

/// Cells of the client's words at the top; the log ends with all of them.
const WORDS: usize = 180;
/// Hex digits of a hash that are shown.
const DIGITS: usize = 8;

/// What it is about, who said it, when and how.
pub(super) fn said(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let row = &known.case.row;
    sheet.block("case-block-said");
    sheet.add(&text::truncate(&text::one_line(&row.text), WORDS), Ink::Strong);
    let mut parts = vec![view.model.words.moment(row.opened, view.now)];
    parts.extend(row.channel.map(|c| view.word(&format!("channel-{}", c.code()))));
    parts.extend(known.file.and_then(|f| f.detail.person.as_deref()).map(|p| text::one_line(p).into_owned()));
    if row.complex {
        parts.push(view.word("part-case-complex"));
    }
    sheet.list(&parts, Ink::Quiet);
}

/// The words in full, where the top has not all of them.
pub(super) fn in_full<'a>(text: &'a str) -> Option<std::borrow::Cow<'a, str>> {
    let whole = text::sanitize_lines(text);
    (text::width(&whole) > WORDS || text.contains('\n')).then_some(whole)
}

/// What the client wants, the other side, and who stands between them.
pub(super) fn wanted(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let view = sheet.view;
    let detail = known.file.map(|f| &f.detail);
    if let Some(demand) = detail.and_then(|d| d.demand.as_deref()).filter(|d| !d.trim().is_empty()) {
        sheet.block("case-block-wants");
        sheet.add(&text::sanitize_lines(demand), Ink::Plain);
    }
    sheet.block("case-block-with");
    if let Some(other) = known.case.row.other.and_then(|id| view.model.book.client(id)) {
        sheet.say(&Message::new("case-other-side").with("client", text::one_line(other.name()).into_owned()), Ink::Plain);
    }
    if let Some(mediator) = detail.and_then(|d| d.mediator.as_deref()).filter(|m| !m.trim().is_empty()) {
        sheet.say(&Message::new("case-mediator").with("name", text::one_line(mediator).into_owned()), Ink::Plain);
    }
    sheet.no_block();
}

/// The files that show what happened, and whether they still are what they were.
pub(super) fn evidence(sheet: &mut Sheet<'_>, known: &Known<'_>) {
    let Some(file) = known.file.filter(|f| !f.detail.evidence.is_empty()) else { return };
    sheet.block("case-block-evidence");
    for (n, found) in file.detail.evidence.iter().enumerate() {
        let state = file.evidence.get(n).copied().unwrap_or(EvidenceState::SameSize);
        piece(sheet, found, state);
    }
}

fn piece(sheet: &mut Sheet<'_>, found: &EvidenceDetail, state: EvidenceState) {
    let view = sheet.view;
    sheet.add(&text::one_line(&found.path), Ink::Plain);
    match state {
        EvidenceState::Gone => sheet.add_under(&view.word("case-evidence-gone"), Ink::Warning),
        EvidenceState::Changed => sheet.add_under(&view.word("case-evidence-changed"), Ink::Warning),
        EvidenceState::Same | EvidenceState::SameSize => {}
    }
    let hash: String = found.sha256.chars().take(DIGITS).collect();
    let mut parts = vec![size(view, found.size), text::one_line(&hash).into_owned()];
    if state == EvidenceState::SameSize {
        parts.push(view.word("case-evidence-same-size"));
    }
    parts.extend(found.note.as_deref().filter(|n| !n.trim().is_empty()).map(|n| text::one_line(n).into_owned()));
    sheet.add_under(&parts.join(&view.word("brief-between")), Ink::Quiet);
}

/// A size in the unit that keeps it short.
fn size(view: &View<'_>, bytes: i64) -> String {
    const UNITS: [&str; 4] = ["B", "kB", "MB", "GB"];
    let mut size = bytes.max(0) as f64;
    let mut unit = 0;
    while size >= 999.5 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    let number = if unit > 0 && size < 9.95 { format!("{size:.1}") } else { format!("{size:.0}") };
    view.say(&Message::new("case-evidence-size").with("size", number).with("unit", UNITS[unit]))
}
