//! What the screen says after an import: the figures, what was doubtful or refused, and what to do next on this screen.
//! What a record counts as is decided by `interchange`.

use super::model::Model;
use crate::domain::message::Message;
use crate::interchange::Report;
use crate::portfolio::import::LeadOn;

/// So many names or lines are listed; the rest is counted.
const LISTED: usize = 50;

/// The parts of the panel.
pub fn parts(report: &Report, model: &Model) -> Vec<(Option<Message>, Vec<Message>)> {
    let figures = Message::new("import-figures")
        .with("created", report.created)
        .with("updated", report.updated)
        .with("unchanged", report.unchanged)
        .with("rejected", report.rejected.len());
    let mut first = vec![figures];
    first.extend(report.left_out.iter().cloned());
    let duplicates = report.duplicates.iter().map(|d| {
        let id = if d.existing.is_some() { "import-duplicate" } else { "import-duplicate-here" };
        Message::new(id)
            .with("line", d.line.to_string())
            .with("name", d.name.as_str())
            .with("existing", d.existing_name.as_str())
    });
    let rejected = report
        .rejected
        .iter()
        .map(|r| Message::new("import-rejected").with("line", r.line.to_string()).with("reason", r.reason.clone()));
    let made = report.made_by_name.iter().map(|name| Message::new("imported-name").with("name", name.as_str()));
    let mut out = vec![(None, first), (Some(Message::new("imported-next")), next(report, model))];
    out.extend(part("imported-rejected", rejected));
    out.extend(part("imported-duplicates", duplicates));
    out.extend(part("imported-made", made));
    out
}

/// A heading and its lines, the last one counting what is not listed; nothing when there are none.
fn part(title: &'static str, lines: impl ExactSizeIterator<Item = Message>) -> Option<(Option<Message>, Vec<Message>)> {
    let all = lines.len();
    let mut rows: Vec<Message> = lines.take(if all > LISTED + 1 { LISTED } else { all }).collect();
    if rows.len() < all {
        rows.push(Message::new("imported-more").with("count", all - rows.len()));
    }
    (all > 0).then(|| (Some(Message::new(title).with("count", all)), rows))
}

/// What to do next, the most urgent first.
fn next(report: &Report, model: &Model) -> Vec<Message> {
    let mut out = Vec::new();
    if !report.rejected.is_empty() {
        out.push(Message::new("imported-fix").with("count", report.rejected.len()));
    }
    let LeadOn { late, unsorted } = LeadOn::of(&model.book);
    if late > 0 {
        out.push(Message::new("imported-late").with("count", late));
    }
    if unsorted > 0 {
        out.push(Message::new("imported-unsorted").with("count", unsorted));
    }
    out.push(Message::new("imported-today").with("count", model.to_do));
    out
}
