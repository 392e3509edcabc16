//! What was learned from cases: causes with their bars, low marks and improvements, or the figures; below the rule what the selected
//! line means. What is counted and what a key does is in `app::causes`.

use super::View;
use super::dialogs::more;
use crate::app::causes::{Behind, Causes, Drill, Line, Side, Source};
use crate::app::mouse::Hit;
use crate::domain::message::Message;
use crate::portfolio::cases::{cause_words, kind_id, status_id};
use crate::portfolio::causes::{CauseLine, ReasonLine};
use crate::portfolio::learned;
use crate::portfolio::service::Figure;
use crate::portfolio::{Case, Improvement};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows above the lines.
const HEAD: u16 = 2;
/// Cells of a count, a share, an accumulated share, a trend.
const COUNT: usize = 7;
/// Cells of the longest bar.
const BAR: usize = 60;
/// From this width on marks, remedies and the period before have columns of their own.
const ROOMY: u16 = 96;

/// Draws the panel.
pub fn draw(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Causes) {
    head(view, frame, body, panel);
    let below = detail(view, panel, usize::from(body.width).saturating_sub(4));
    let most = (body.height / 4).max(3);
    let rows = u16::try_from(below.len()).unwrap_or(most).min(most);
    let foot = if rows == 0 { 0 } else { rows + 1 };
    let area = Rect { y: body.y + HEAD, height: body.height.saturating_sub(HEAD + foot), ..body };
    match &panel.drill {
        Some(drill) => behind(view, frame, area, panel, drill),
        None => lines(view, frame, area, panel),
    }
    if rows > 0 {
        let foot = Rect { y: area.bottom(), height: rows + 1, ..body };
        view.rule(frame, foot, 0, "");
        for (y, (ink, line)) in below.iter().take(usize::from(rows)).enumerate() {
            Pen::new(frame.buffer_mut(), foot, y as u16 + 1).keep(1).skip(2).text(line, view.style(*ink));
        }
    }
}

/// Both sides, the period, and which cases count.
fn head(view: &View<'_>, frame: &mut Frame<'_>, body: Rect, panel: &Causes) {
    let mut pen = Pen::new(frame.buffer_mut(), body, 0).keep(1);
    pen.skip(1);
    for (n, (side, id)) in [(Side::Causes, "causes-side"), (Side::Figures, "figures-side")].into_iter().enumerate() {
        let here = side == panel.side;
        let words = if here { format!("[{}]", view.word(id)) } else { format!(" {} ", view.word(id)) };
        let from = pen.x();
        pen.text(&words, view.style(if here { Ink::Strong } else { Ink::Quiet }));
        view.hit(Rect { x: from, y: body.y, width: pen.x() - from, height: 1 }, Hit::Page(n));
    }
    pen.skip(2).text(&view.say(&learned::period(&panel.pareto.period)), view.style(Ink::Label));
    let kinds = |kinds: &[crate::domain::words::ComplaintKind]| {
        let names: Vec<String> = kinds.iter().map(|kind| view.word(kind_id(*kind))).collect();
        names.join(&view.word("and-between"))
    };
    let counted = match panel.side {
        Side::Causes => Message::new("causes-counted").with("kinds", kinds(&panel.pareto.kinds)),
        Side::Figures => Message::new("figure-rate-counts").with("kinds", kinds(&panel.figures.rate_kinds)),
    };
    let words = match &panel.drill {
        Some(drill) => source(view, panel, &drill.source),
        None => view.say(&counted),
    };
    let ink = if panel.drill.is_some() { Ink::Heading } else { Ink::Quiet };
    Pen::new(frame.buffer_mut(), body, 1).keep(1).skip(2).text(&words, view.style(ink));
}

/// What the rows stand behind, and how many they are.
fn source(view: &View<'_>, panel: &Causes, source: &Source) -> String {
    let count = panel.drill.as_ref().map_or(0, |drill| drill.rows.len());
    let what = match source {
        Source::Cause(cause) => match cause.as_deref() {
            Some(code) => view.say(&cause_words(code)),
            None => view.word("causes-unnamed"),
        },
        Source::Reason(reason) => reason.clone().unwrap_or_else(|| view.word("low-marks-unsaid")),
        Source::Figure(id) => panel.figures.get(id).map(|figure| view.say(&figure.title())).unwrap_or_default(),
    };
    let id = if matches!(source, Source::Reason(_)) { "causes-behind-answers" } else { "causes-behind-cases" };
    view.say(&Message::new(id).with("what", text::one_line(&what).into_owned()).with("count", count))
}

/// The lines from the first to be shown on, so that the selected one is seen; what is below is told in the last row.
fn shown(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, all: usize, at: usize) -> (usize, usize) {
    let height = usize::from(area.height);
    if all <= height {
        return (0, all);
    }
    let height = height.saturating_sub(1);
    let top = at.saturating_sub(height / 2).min(all - height);
    let below = all - top - height;
    if below > 0 {
        more(view, frame, area, below);
    }
    (top, height)
}

fn lines(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Causes) {
    // The heading above the first line is seen with it.
    let at = if panel.lines.iter().take(panel.selected).all(|l| matches!(l, Line::Heading(_) | Line::CauseHeads)) {
        0
    } else {
        panel.selected
    };
    let (top, height) = shown(view, frame, area, panel.lines.len(), at);
    for (y, (n, line)) in panel.lines.iter().enumerate().skip(top).take(height).enumerate() {
        let y = y as u16;
        let here = n == panel.selected && panel.line().is_some();
        match line {
            Line::Heading(id) => heading(view, frame, area, y, id, panel),
            Line::CauseHeads => heads(view, frame, area, y),
            Line::Nothing => {
                let words = view.word("causes-none");
                Pen::new(frame.buffer_mut(), area, y).keep(1).skip(3).text(&words, view.style(Ink::Quiet));
            }
            selectable => {
                view.hit_row(area, y, Hit::Line(n));
                match selectable {
                    Line::Cause(n) => {
                        if let Some(line) = panel.pareto.causes.get(*n) {
                            cause(view, frame, area, y, panel, line, here);
                        }
                    }
                    Line::Reason(n) => {
                        if let Some(line) = panel.low.reasons.get(*n) {
                            reason(view, frame, area, y, line, here);
                        }
                    }
                    Line::Improvement(n) => {
                        if let Some(one) = view.model.book.improvements.get(*n) {
                            improvement(view, frame, area, y, one, here);
                        }
                    }
                    Line::Figure(n) => {
                        if let Some(one) = panel.figures.all.get(*n) {
                            figure(view, frame, area, y, one, here);
                        }
                    }
                    _ => {}
                }
                if here {
                    view.bar(frame, area, y);
                }
            }
        }
    }
}

fn heading(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, id: &'static str, panel: &Causes) {
    let message = Message::new(id).with("low", panel.low.low).with("count", panel.low.answers);
    Pen::new(frame.buffer_mut(), area, y).keep(1).skip(1).text(&view.say(&message), view.style(Ink::Heading));
}

fn name_cells(area: Rect) -> usize {
    (usize::from(area.width) / 5).clamp(14, 30)
}

/// The first cells of a row and a pen for the rest.
fn begin<'a>(view: &View<'_>, frame: &'a mut Frame<'_>, area: Rect, y: u16, here: bool) -> Pen<'a> {
    let mut pen = Pen::new(frame.buffer_mut(), area, y).keep(1);
    pen.text(if here { " > " } else { "   " }, view.style(Ink::Strong));
    pen
}

/// Cells of the bars, and whether marks and remedies have room beside them.
fn bar_cells(area: Rect) -> (usize, bool) {
    let roomy = area.width >= ROOMY;
    let taken = 3 + name_cells(area) + 1 + 4 * COUNT + 3 + if roomy { COUNT + 24 } else { 0 };
    (usize::from(area.width).saturating_sub(taken).min(BAR), roomy)
}

fn heads(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16) {
    let (cells, roomy) = bar_cells(area);
    let ink = view.style(Ink::Label);
    let mut pen = begin(view, frame, area, y, false);
    pen.cell(&view.word("head-cause"), name_cells(area), ink).skip(1);
    for id in ["head-cases", "head-share", "head-together", "head-trend"] {
        pen.right(&view.word(id), COUNT, ink);
    }
    pen.skip(cells + 2);
    if roomy {
        pen.right(&view.word("head-mark"), COUNT, ink).skip(2).text(&view.word("head-remedies"), ink);
    }
}

fn cause(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, panel: &Causes, line: &CauseLine, here: bool) {
    let (cells, roomy) = bar_cells(area);
    let most = panel.pareto.causes.iter().map(CauseLine::count).max().unwrap_or(0).max(1);
    let words = view.say(&line.words());
    let trend = line.trend();
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&text::one_line(&words), name_cells(area), view.style(Ink::Strong)).skip(1);
    pen.right(&line.count().to_string(), COUNT, view.style(Ink::Plain));
    pen.right(&percent(line.share), COUNT, view.style(Ink::Plain));
    pen.right(&percent(line.accumulated), COUNT, view.style(Ink::Quiet));
    let ink = if trend.is_some_and(|more| more > 0) { Ink::Late } else { Ink::Plain };
    pen.right(&learned::trend(trend), COUNT, view.style(ink)).skip(2);
    let bar = "#".repeat((line.count() * cells).div_ceil(most));
    pen.cell(&bar, cells, view.style(Ink::Key));
    if roomy {
        let mark = line.mark.map(|mark| format!("{mark:.1}")).unwrap_or_default();
        pen.right(&mark, COUNT, view.style(Ink::Plain)).skip(2);
        pen.text(&learned::amounts(&line.remedies), view.style(Ink::Plain));
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

fn reason(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, line: &ReasonLine, here: bool) {
    let words = line.reason.clone().unwrap_or_else(|| view.word("low-marks-unsaid"));
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&text::one_line(&words), name_cells(area), view.style(Ink::Plain)).skip(1);
    pen.right(&line.answers.len().to_string(), COUNT, view.style(Ink::Plain));
    pen.skip(2 * COUNT);
    let ink = if line.trend().is_some_and(|more| more > 0) { Ink::Late } else { Ink::Plain };
    pen.right(&learned::trend(line.trend()), COUNT, view.style(ink));
}

fn improvement(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, one: &Improvement, here: bool) {
    let back = !one.returned.is_empty();
    let ink = if back { Ink::Late } else { Ink::Quiet };
    let stands = view.say(&learned::stands(one, view.now));
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&text::one_line(&view.say(&cause_words(&one.row.cause))), name_cells(area), view.style(Ink::Strong)).skip(1);
    let cells = pen.left().saturating_sub(text::width(&stands) + 2);
    let text_ink = if one.is_open() { Ink::Plain } else { Ink::Quiet };
    pen.cell(&text::one_line(&one.row.text), cells, view.style(text_ink)).skip(2);
    pen.text(&stands, view.style(ink));
}

fn figure(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, y: u16, one: &Figure, here: bool) {
    let roomy = area.width >= ROOMY;
    let cells = if roomy { 28 } else { 25 };
    let value = view.say(&learned::value(one, one.value.as_ref()));
    let mut pen = begin(view, frame, area, y, here);
    pen.cell(&view.say(&one.title()), cells, view.style(Ink::Strong)).skip(1);
    let cells = if roomy { 20 } else { 12 };
    // Amounts of several currencies need more room than one number.
    let cells = cells.max(text::width(&value));
    pen.right(&value, cells, view.style(if one.value.is_some() { Ink::Plain } else { Ink::Quiet })).skip(2);
    let of = if one.value.is_some() { view.say(&learned::basis(one)) } else { String::new() };
    pen.cell(&of, 20, view.style(Ink::Quiet));
    if let Some(before) = one.before.as_ref().filter(|_| roomy) {
        let before = Message::new("figure-before").with("value", learned::value(one, Some(before)));
        pen.skip(1).text(&view.say(&before), view.style(Ink::Quiet));
    }
}

/// The rows behind a line.
fn behind(view: &View<'_>, frame: &mut Frame<'_>, area: Rect, panel: &Causes, drill: &Drill) {
    if drill.rows.is_empty() {
        let words = view.word("causes-none");
        Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(3).text(&words, view.style(Ink::Quiet));
        return;
    }
    let (top, height) = shown(view, frame, area, drill.rows.len(), drill.selected);
    for (y, (n, row)) in drill.rows.iter().enumerate().skip(top).take(height).enumerate() {
        let y = y as u16;
        let here = n == drill.selected;
        view.hit_row(area, y, Hit::Line(n));
        let mut pen = begin(view, frame, area, y, here);
        match row {
            Behind::Case(client, id) => {
                if let Some(case) = view.model.book.case(*client, *id) {
                    case_row(view, &mut pen, area, panel, drill, case);
                }
            }
            Behind::Answer(client, answer) => {
                pen.cell(&view.short_day(answer.on), 16, view.style(Ink::Quiet));
                pen.cell(&name(view, *client), name_cells(area), view.style(Ink::Strong)).skip(1);
                let mark = match answer.kind {
                    crate::domain::words::SurveyKind::Nps => Message::new("timeline-nps"),
                    crate::domain::words::SurveyKind::Csat => Message::new("timeline-csat"),
                };
                pen.text(&view.say(&mark.with("score", i64::from(answer.score))), view.style(Ink::Plain));
            }
        }
        if here {
            view.bar(frame, area, y);
        }
    }
}

fn name(view: &View<'_>, client: crate::domain::id::Id) -> String {
    view.model.book.client(client).map(|c| text::one_line(c.name()).into_owned()).unwrap_or_default()
}

/// Number, day, client, what it adds to the figure, where it stands, what it is about.
fn case_row(view: &View<'_>, pen: &mut Pen<'_>, area: Rect, panel: &Causes, drill: &Drill, case: &Case) {
    pen.right(&case.row.no.to_string(), 4, view.style(Ink::Plain)).skip(2);
    pen.cell(&view.short_day(case.row.opened.day(view.now.zone)), 14, view.style(Ink::Quiet)).skip(1);
    pen.cell(&name(view, case.client), name_cells(area), view.style(Ink::Strong)).skip(1);
    if let Source::Figure(id) = drill.source
        && let Some(figure) = panel.figures.get(id)
    {
        let values = figure.rows.iter().filter(|row| row.no == case.row.no).map(|row| learned::one(figure, &row.value));
        let values: Vec<String> = values.map(|value| view.say(&value)).collect();
        pen.cell(&values.join(" "), 13, view.style(Ink::Plain)).skip(1);
    } else if area.width >= ROOMY {
        pen.cell(&view.word(status_id(case.progress.status)), 18, view.style(Ink::Quiet)).skip(1);
    }
    pen.text(&text::one_line(&case.row.text), view.style(Ink::Plain));
}

/// What the selected line means, wrapped.
fn detail(view: &View<'_>, panel: &Causes, cells: usize) -> Vec<(Ink, String)> {
    let mut out: Vec<(Ink, Message)> = Vec::new();
    if let Some(unfinished) = learned::unfinished(&panel.pareto.period, view.now) {
        out.push((Ink::Quiet, unfinished));
    }
    let words = |text: String| Message::new("plain-text").with("text", text);
    match panel.line() {
        _ if panel.drill.is_some() => {
            if let Some(Behind::Case(client, id)) = panel.drill.as_ref().and_then(|drill| drill.rows.get(drill.selected))
                && let Some(case) = view.model.book.case(*client, *id)
            {
                out.push((Ink::Plain, words(text::one_line(&case.row.text).into_owned())));
                out.push((Ink::Quiet, Message::new(status_id(case.progress.status))));
            }
        }
        Some(Line::Cause(n)) => {
            if let Some(line) = panel.pareto.causes.get(n) {
                out.extend(of_cause(view, line).into_iter().map(|message| (Ink::Quiet, message)));
            }
        }
        Some(Line::Reason(n)) => {
            let line = panel.low.reasons.get(n);
            let mut names: Vec<String> = line.into_iter().flat_map(|l| &l.answers).map(|(c, _)| name(view, *c)).collect();
            names.dedup();
            out.push((Ink::Quiet, words(names.join(&view.word("and-between")))));
        }
        Some(Line::Improvement(n)) => {
            if let Some(one) = view.model.book.improvements.get(n) {
                out.push((Ink::Plain, words(text::one_line(&one.row.text).into_owned())));
                let owner = one.row.owner.as_deref().map(|owner| Message::new("improvement-owner").with("owner", owner));
                let due = one.row.due.map(|due| Message::new("improvement-due").with("due", due));
                out.extend(owner.into_iter().chain(due).map(|message| (Ink::Quiet, message)));
            }
        }
        Some(Line::Figure(n)) => {
            if let Some(one) = panel.figures.all.get(n) {
                out.push((Ink::Plain, one.definition()));
                out.extend(learned::left_out(one).map(|message| (Ink::Quiet, message)));
                let before = one.before.as_ref().map(|before| learned::value(one, Some(before)));
                out.extend(before.map(|before| (Ink::Quiet, Message::new("figure-before").with("value", before))));
            }
        }
        _ => {}
    }
    let wrapped = |(ink, message): (Ink, Message)| text::wrap(&view.say(&message), cells).into_iter().map(move |l| (ink, l));
    out.into_iter().flat_map(wrapped).collect()
}

/// What is done against a cause, and what has no column of its own on a narrow screen: its cost, and what clients thought of it.
fn of_cause(view: &View<'_>, line: &CauseLine) -> Vec<Message> {
    let against = view.model.book.improvements.iter().filter(|i| line.cause.as_deref() == Some(i.row.cause.as_str()));
    let told = |one: &Improvement| {
        let text = text::one_line(&one.row.text).into_owned();
        Message::new("causes-against").with("text", text).with("stands", learned::stands(one, view.now))
    };
    let mut out: Vec<Message> = against.map(told).collect();
    if view.model.size.0 < ROOMY {
        out.extend(line.mark.map(|mark| Message::new("causes-mark").with("mark", format!("{mark:.1}"))));
        let cost = Message::new("causes-cost").with("amounts", learned::amounts(&line.remedies));
        out.extend((!line.remedies.is_empty()).then_some(cost));
    }
    out
}
