//! The cases of a client in the brief: each open one with its clock, and of the closed ones the newest with its mark and its rounds.

use crate::domain::complaint::Rating;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::portfolio::cases::kind_id;
use crate::portfolio::row::when_stands;
use crate::portfolio::{Assessed, Case};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::view::View;
use crate::tui::view::complaints::{rounds, when_ink};
use crate::tui::view::sheet::Sheet;

/// Days for which a closed case is worth knowing before a call.
const RECENT: i32 = 180;

/// Adds the block.
pub(super) fn cases(sheet: &mut Sheet<'_>, client: &Assessed) {
    let view = sheet.view;
    sheet.block("brief-cases");
    let mut open: Vec<_> = client
        .cases
        .iter()
        .filter(|c| !c.is_closed())
        .map(|case| {
            let readings = view.model.book.readings(case, view.now);
            (case, readings, readings.stand(case))
        })
        .collect();
    open.sort_by_key(|(case, _, stand)| (stand.order(), case.row.no));
    for (case, readings, stand) in open {
        let message = Message::new("brief-case")
            .with("when", when_stands(case, &readings, &stand, view.now))
            .with("no", case.row.no)
            .with("kind", Message::new(kind_id(case.row.kind)))
            .with("text", text::one_line(&case.row.text).into_owned());
        sheet.say(&message, when_ink(&stand));
    }
    if let Some(case) = last_closed(view.now.today().plus(-RECENT), view, client) {
        let closed = case.progress.closed.unwrap_or(case.row.opened).day(view.now.zone);
        let mut parts = vec![view.say(&Message::new("brief-case-closed").with("no", case.row.no).with("day", closed))];
        parts.extend(case.progress.rating.map(|rating| match rating {
            Rating::Mark(mark) => view.say(&Message::new("case-mark").with("mark", i64::from(mark))),
            Rating::Unreachable => view.word("case-unreachable"),
        }));
        parts.extend(rounds(&case.progress).iter().map(|message| view.say(message)));
        let bad = case.progress.rating.is_some_and(Rating::is_bad);
        sheet.list(&parts, if bad { Ink::Late } else { Ink::Quiet });
    }
    sheet.no_block();
}

/// The case that was closed last, since a day.
fn last_closed<'a>(since: Day, view: &View<'_>, client: &'a Assessed) -> Option<&'a Case> {
    let closed = client.cases.iter().filter_map(|c| Some((c.progress.closed?, c)));
    let recent = closed.filter(|(at, _)| at.day(view.now.zone) >= since);
    recent.max_by_key(|(at, c)| (*at, c.row.no)).map(|(_, c)| c)
}
