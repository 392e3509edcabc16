//! `complaint causes`: why cases happened in a period, what low marks say, and with `--kpi` how well the cases were handled.
//! What is counted is `portfolio::causes`' and `portfolio::service`'s.

use super::args::Args;
use super::context::{Book, Context, word};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::domain::words::ComplaintKind;
use crate::i18n::{Lang, Words};
use crate::portfolio::cases::{Case, cause_words, kind_id, status_id};
use crate::portfolio::causes::{KINDS, LowMarks, Pareto, by_number};
use crate::portfolio::learned;
use crate::portfolio::service::{Figure, FigureRow, Figures, Value as Amount};
use crate::text::{fold, one_line, wrap};
use anyhow::Result;
use serde_json::{Value, json};

/// Days looked at when none are named.
const DAYS: i32 = 90;
/// Cells of the longest bar.
const BAR: usize = 20;
/// Cells of a line of prose.
const LINE: usize = 100;
/// Numbers of cases that a line names; all are in the JSON.
const NAMED: usize = 20;

/// Prints causes, the cases of one, or the figures.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let period = match args.text("period") {
        None => Period::days(DAYS, book.now.today()),
        Some(text) => Period::parse(&text, book.now.today())
            .ok_or_else(|| fail(USAGE, Message::new("cli-error-period").with("text", text)))?,
    };
    let kinds = kinds(args)?;
    match (args.flag("kpi"), args.text("cause")) {
        (true, Some(_)) => Err(fail(USAGE, Message::new("cli-error-causes-both"))),
        (true, None) => figures(ctx, &book, &Figures::new(&book.snapshot, period, kinds.as_deref())),
        (false, one) => {
            let pareto = Pareto::new(&book.snapshot, period, kinds.as_deref().unwrap_or(&KINDS));
            match one {
                None => causes(ctx, &book, &pareto, &LowMarks::new(&book.snapshot, period)),
                Some(text) => cases(ctx, &book, &pareto, &text),
            }
        }
    }
}

/// The kinds asked for; `None`: the usual ones.
fn kinds(args: &Args<'_>) -> Result<Option<Vec<ComplaintKind>>> {
    let mut out: Vec<ComplaintKind> = Vec::new();
    for text in args.texts("kind") {
        if matches!(fold(&text).as_str(), "all" | "全部") {
            return Ok(Some(ComplaintKind::ALL.to_vec()));
        }
        let kind = word("case-kind", &text, ComplaintKind::ALL, ComplaintKind::code)?;
        if !out.contains(&kind) {
            out.push(kind);
        }
    }
    Ok(Some(out).filter(|kinds| !kinds.is_empty()))
}

/// The code of a cause that is written as its code or its name in either language: one of the policy's, or one that cases bear.
pub fn cause_code(book: &Book, text: &str) -> Result<String> {
    let mut known: Vec<&str> = book.snapshot.policy.complaints.causes.iter().map(String::as_str).collect();
    let borne = book.snapshot.cases().filter_map(|c| c.row.cause.as_deref());
    let learned = book.snapshot.improvements.iter().map(|i| i.row.cause.as_str());
    for cause in borne.chain(learned) {
        if !known.contains(&cause) {
            known.push(cause);
        }
    }
    let key = fold(text);
    let languages: Vec<Words> = Lang::ALL.iter().map(|lang| Words::load(*lang)).collect();
    let named = |code: &&&str| {
        fold(code) == key || languages.iter().any(|words| fold(&words.say(&cause_words(code), &book.now)) == key)
    };
    match known.iter().find(|code| **code == text.trim()).or_else(|| known.iter().find(named)) {
        Some(code) => Ok((*code).to_owned()),
        None => {
            let choices: Vec<String> = known.iter().take(NAMED).map(|c| one_line(c).into_owned()).collect();
            Err(fail(
                USAGE,
                Message::new("cli-error-cause").with("text", super::context::short(text)).with("choices", choices.join(", ")),
            ))
        }
    }
}

fn causes(ctx: &Context, book: &Book, pareto: &Pareto, low: &LowMarks) -> Result<()> {
    if ctx.out.json {
        return Ok(ctx.out.value(&pareto_value(ctx, book, pareto, low))?);
    }
    let say = |message: &Message| ctx.say(message, &book.now);
    heading(ctx, book, &pareto.period, &pareto.kinds)?;
    if pareto.causes.is_empty() {
        ctx.out.line(&ctx.words.get("causes-none"))?;
    } else {
        let most = pareto.causes.iter().map(|l| l.count()).max().unwrap_or(0).max(1);
        let rows = pareto.causes.iter().map(|line| {
            vec![
                Cell::from(say(&line.words())).style(Style::Bold),
                Cell::from("#".repeat((line.count() * BAR).div_ceil(most))),
                Cell::from(line.count().to_string()).right(),
                Cell::from(percent(line.share)).right(),
                Cell::from(percent(line.accumulated)).right(),
                Cell::from(learned::trend(line.trend())).right(),
                Cell::from(line.mark.map(|mark| format!("{mark:.1}")).unwrap_or_default()).right(),
                Cell::from(learned::amounts(&line.remedies)),
            ]
        });
        let mut rows: Vec<Vec<Cell>> = rows.collect();
        let trend = crate::portfolio::causes::trend(pareto.total, pareto.before);
        let mut total = vec![Cell::from(ctx.words.get("causes-total")), Cell::from("")];
        total.push(Cell::from(pareto.total.to_string()).right());
        total.extend([Cell::from(""), Cell::from(""), Cell::from(learned::trend(trend)).right()]);
        rows.push(total);
        ctx.out
            .table(&ctx.headings(&["cause", "bar", "cases", "part", "together", "trend", "mean-mark", "remedies"]), &rows)?;
    }
    low_marks(ctx, book, low)
}

/// What is looked at: the period, and which cases count.
fn heading(ctx: &Context, book: &Book, period: &Period, kinds: &[ComplaintKind]) -> Result<()> {
    let say = |message: &Message| ctx.say(message, &book.now);
    let counted = Message::new("causes-counted").with("kinds", kind_names(ctx, kinds));
    ctx.out.remark(&format!("{} {}", say(&learned::period(period)), say(&counted)))?;
    if let Some(unfinished) = learned::unfinished(period, &book.now) {
        ctx.out.remark(&say(&unfinished))?;
    }
    Ok(())
}

fn kind_names(ctx: &Context, kinds: &[ComplaintKind]) -> String {
    let names: Vec<String> = kinds.iter().map(|kind| ctx.words.get(kind_id(*kind))).collect();
    names.join(&ctx.words.get("and-between"))
}

/// The reasons of low marks.
fn low_marks(ctx: &Context, book: &Book, low: &LowMarks) -> Result<()> {
    if low.answers == 0 && low.reasons.is_empty() {
        return Ok(());
    }
    ctx.out.line("")?;
    let title = Message::new("low-marks-title").with("low", low.low).with("count", low.answers);
    ctx.out.styled(&[(Style::Bold, &ctx.say(&title, &book.now))])?;
    let rows = low.reasons.iter().map(|line| {
        let reason = line.reason.clone().unwrap_or_else(|| ctx.words.get("low-marks-unsaid"));
        vec![
            Cell::from(reason),
            Cell::from(line.answers.len().to_string()).right(),
            Cell::from(learned::trend(line.trend())).right(),
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    if !rows.is_empty() {
        ctx.out.table(&ctx.headings(&["reason", "answers", "trend"]), &rows)?;
    }
    Ok(())
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// The cases of one cause.
fn cases(ctx: &Context, book: &Book, pareto: &Pareto, text: &str) -> Result<()> {
    let unnamed = ["none", "-"].contains(&text.trim())
        || Lang::ALL.iter().any(|lang| fold(&Words::load(*lang).get("causes-unnamed")) == fold(text));
    let cause = if unnamed { None } else { Some(cause_code(book, text)?) };
    let line = pareto.line(cause.as_deref());
    let numbers = line.map(|l| &l.cases[..]).unwrap_or_default();
    let cases: Vec<&Case> = by_number(&book.snapshot, numbers);
    if ctx.out.json {
        let rows: Vec<Value> = cases.iter().map(|case| case_value(book, case)).collect();
        return Ok(ctx.out.value(&json!({ "period": period_value(&pareto.period), "cause": cause, "cases": rows }))?);
    }
    heading(ctx, book, &pareto.period, &pareto.kinds)?;
    if cases.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("causes-none"))?);
    }
    let rows = cases.iter().map(|case| {
        let client = book.snapshot.client(case.client).map(|c| c.name().to_owned()).unwrap_or_default();
        vec![
            Cell::from(case.row.no.to_string()).right(),
            Cell::from(ctx.words.moment(case.row.opened, &book.now)),
            Cell::from(client).style(Style::Bold),
            Cell::from(ctx.words.get(kind_id(case.row.kind))),
            Cell::from(ctx.words.get(status_id(case.progress.status))),
            Cell::from(case.row.text.as_str()),
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    ctx.out.table(&ctx.headings(&["op", "when", "client", "kind", "status", "about"]), &rows)?;
    Ok(())
}

fn figures(ctx: &Context, book: &Book, figures: &Figures) -> Result<()> {
    let say = |message: &Message| ctx.say(message, &book.now);
    if ctx.out.json {
        let all: Vec<Value> = figures.all.iter().map(|figure| figure_value(figure, say(&figure.definition()))).collect();
        let kinds: Vec<&str> = figures.kinds.iter().map(|k| k.code()).collect();
        let rate: Vec<&str> = figures.rate_kinds.iter().map(|k| k.code()).collect();
        let value = json!({ "period": period_value(&figures.period), "kinds": kinds, "rate_kinds": rate, "kpis": all });
        return Ok(ctx.out.value(&value)?);
    }
    heading(ctx, book, &figures.period, &figures.kinds)?;
    if figures.rate_kinds != figures.kinds {
        let rate = Message::new("figure-rate-counts").with("kinds", kind_names(ctx, &figures.rate_kinds));
        ctx.out.remark(&say(&rate))?;
    }
    let cells = |figure: &Figure| {
        vec![
            Cell::from(say(&figure.title())).style(Style::Bold),
            Cell::from(say(&learned::value(figure, figure.value.as_ref()))).right(),
            Cell::from(say(&learned::basis(figure))),
            Cell::from(figure.before.as_ref().map(|v| say(&learned::value(figure, Some(v)))).unwrap_or_default()).right(),
        ]
    };
    let rows: Vec<Vec<Cell>> = figures.all.iter().map(cells).collect();
    let headings = ctx.headings(&["figure", "comes-to", "of", "before"]);
    let mut widths = super::output::widths(&rows);
    for (width, heading) in widths.iter_mut().zip(&headings) {
        *width = (*width).max(crate::text::width(heading));
    }
    ctx.out.row(&headings.iter().map(|h| Cell::from(h.as_str()).style(Style::Dim)).collect::<Vec<_>>(), &widths)?;
    for (figure, row) in figures.all.iter().zip(&rows) {
        ctx.out.row(row, &widths)?;
        let numbers = (!figure.rows.is_empty()).then(|| row_numbers(figure));
        let told = [Some(figure.definition()), numbers, learned::left_out(figure)];
        told.iter().flatten().try_for_each(|message| below(ctx, &say(message)))?;
    }
    Ok(())
}

/// What is said below a figure, set in and never cut.
fn below(ctx: &Context, words: &str) -> std::io::Result<()> {
    let cells = ctx.out.columns().unwrap_or(LINE).min(LINE).saturating_sub(4);
    wrap(words, cells).iter().try_for_each(|line| ctx.out.styled(&[(Style::Dim, &format!("    {line}"))]))
}

/// The cases behind a figure, the first of many.
fn row_numbers(figure: &Figure) -> Message {
    let mut numbers: Vec<i64> = figure.rows.iter().map(|r| r.no).collect();
    numbers.dedup();
    let more = numbers.len().saturating_sub(NAMED);
    let shown: Vec<String> = numbers.iter().take(NAMED).map(i64::to_string).collect();
    Message::new("figure-rows").with("numbers", shown.join(" ")).with("more", more)
}

fn period_value(period: &Period) -> Value {
    let days = |p: &Period| json!({ "first": (!p.is_everything()).then_some(p.first), "last": p.last });
    let mut value = days(period);
    value["previous"] = period.previous().as_ref().map_or(Value::Null, days);
    value
}

fn pareto_value(ctx: &Context, book: &Book, pareto: &Pareto, low: &LowMarks) -> Value {
    let lines = pareto.causes.iter().map(|line| {
        json!({
            "cause": line.cause,
            "name": ctx.say(&line.words(), &book.now),
            "count": line.count(),
            "share": line.share,
            "accumulated": line.accumulated,
            "before": line.before,
            "trend": line.trend(),
            "remedies": line.remedies,
            "mark": line.mark,
            "rows": line.cases,
        })
    });
    let reasons = low.reasons.iter().map(|line| {
        let row = |(client, answer): &(crate::domain::id::Id, crate::domain::facts::SurveyRow)| {
            json!({ "client": client, "id": answer.id, "kind": answer.kind, "score": answer.score, "on": answer.on })
        };
        json!({
            "reason": line.reason,
            "count": line.answers.len(),
            "before": line.before,
            "trend": line.trend(),
            "rows": line.answers.iter().map(row).collect::<Vec<_>>(),
        })
    });
    json!({
        "period": period_value(&pareto.period),
        "kinds": pareto.kinds,
        "total": pareto.total,
        "before": pareto.before,
        "causes": lines.collect::<Vec<_>>(),
        "low_marks": {
            "answers": low.answers, "low": low.low, "before": low.before, "reasons": reasons.collect::<Vec<_>>(),
        },
    })
}

fn amount(value: &Amount) -> Value {
    match value {
        Amount::Number(n) if n.fract() == 0.0 && n.abs() < 1e15 => json!(*n as i64),
        Amount::Number(n) => json!(n),
        Amount::Money(all) => json!(all),
    }
}

fn figure_value(figure: &Figure, definition: String) -> Value {
    let row = |row: &FigureRow| json!({ "no": row.no, "value": amount(&row.value) });
    json!({
        "id": figure.id,
        "value": figure.value.as_ref().map(amount),
        "unit": figure.unit.code(),
        "numerator": figure.numerator.as_ref().map(amount),
        "denominator": figure.denominator,
        "before": figure.before.as_ref().map(amount),
        "definition": definition,
        "rows": figure.rows.iter().map(row).collect::<Vec<_>>(),
        "left_out": figure.left_out,
    })
}

fn case_value(book: &Book, case: &Case) -> Value {
    let client = book.snapshot.client(case.client);
    json!({
        "no": case.row.no,
        "client": { "id": case.client, "name": client.map(|c| c.name()) },
        "kind": case.row.kind,
        "status": case.progress.status,
        "opened": case.row.opened.rfc3339(book.now.zone),
        "cause": case.row.cause,
        "remedy": case.row.remedy,
        "text": case.row.text,
    })
}
