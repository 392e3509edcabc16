//! `playbook start|list|step|end|show`: ordered steps at a client. What a file says is `playbooks`', what a run costs and brings
//! `portfolio::playbooks`'.

use super::args::Args;
use super::context::{Book, Context, money, number, short, word};
use super::errors::{FAILED, REFUSED, UNKNOWN, USAGE, fail};
use super::log::channel;
use super::output::{Cell, Style};
use super::pick::ambiguous;
use crate::domain::action::Action;
use crate::domain::facts::{RunRow, StepRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{RunEnd, SurveyKind};
use crate::playbooks::{After, Library, Playbook, Source};
use crate::portfolio::Assessed;
use crate::portfolio::playbooks::{self, Taken};
use crate::store::{Applied, ClientDetail};
use anyhow::Result;
use serde_json::{Value, json};

/// Begins a playbook at a client.
pub fn start(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let library = ctx.library();
    let playbook = find(&library, &args.needed("playbook"))?;
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let new = playbook.begin(client, &book.snapshot.time, book.now.today());
    let applied = book.apply(&Action::StartPlaybook(Box::new(new)))?;
    answer(ctx, &book, applied, client)
}

/// The playbook of a name.
fn find<'a>(library: &'a Library, text: &str) -> Result<&'a Playbook> {
    let names = || library.entries().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    let unknown = || Message::new("cli-playbook-unknown").with("playbook", short(text)).with("playbooks", names());
    library.find(text).map_err(|why| fail(FAILED, why))?.ok_or_else(|| fail(UNKNOWN, unknown()))
}

/// A step done or left out.
pub fn step(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let (client, run) = running(&book, &args.needed("run"))?;
    let (client, title) = (client.id(), run.title.clone());
    let no: i64 = number(args, "no")?.unwrap_or(0);
    let step = run.steps.iter().find(|s| s.no == no).cloned().ok_or_else(|| {
        fail(UNKNOWN, Message::new("cli-playbook-no-step").with("playbook", short(&title)).with("steps", run.steps.len()))
    })?;
    let note = args.text("note").filter(|n| !n.trim().is_empty());
    let action = match args.needed("how").trim() {
        "done" => {
            let currency = book.currency(args)?;
            let taken = Taken {
                note,
                cost: args.text("cost").map(|text| money(&text, currency)).transpose()?,
                mark: mark(args)?,
                channel: args.text("channel").map(|text| channel(&text)).transpose()?,
            };
            playbooks::take(&book.snapshot, client, &step, taken, &book.now)
        }
        "skip" => Action::LogStep { step: step.id, skipped: true, note, cost: None },
        text => {
            return Err(fail(USAGE, Message::new("cli-error-word").with("text", short(text)).with("choices", "done, skip")));
        }
    };
    let applied = book.apply(&action)?;
    answer(ctx, &book, applied, client)
}

/// The mark of `--score`, out of 5 unless `--scale` says otherwise.
fn mark(args: &Args<'_>) -> Result<Option<(SurveyKind, u8)>> {
    let Some(score) = number::<i64>(args, "score")? else { return Ok(None) };
    let scale = args.text("scale").map(|text| word("surveykind", &text, SurveyKind::ALL, SurveyKind::code)).transpose()?;
    // One off every scale is left for the rules to refuse.
    Ok(Some((scale.unwrap_or(SurveyKind::Csat), u8::try_from(score).unwrap_or(u8::MAX))))
}

/// Ends a playbook; a client that is lost is lost as such.
pub fn end(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let client = book.client(&args.needed("client"))?;
    let library = ctx.library();
    let text = args.needed("playbook");
    let name = library.find(&text).ok().flatten().map(|p| p.name.clone());
    let run = {
        let assessed = book.assessed(client)?;
        let is_it = |r: &&RunRow| Some(&r.playbook) == name.as_ref() || r.playbook == text.trim() || r.title == text.trim();
        let found = playbooks::running(assessed).find(is_it).cloned();
        found.ok_or_else(|| {
            let (client, playbook) = (short(assessed.name()), short(&text));
            fail(UNKNOWN, Message::new("cli-playbook-not-running").with("client", client).with("playbook", playbook))
        })?
    };
    let note = args.text("why").filter(|n| !n.trim().is_empty());
    let how = match args.needed("how").trim() {
        "saved" => RunEnd::Saved,
        "lost" => RunEnd::Lost,
        "stopped" => RunEnd::Stopped,
        text => {
            let choices = Message::new("cli-error-word").with("text", short(text)).with("choices", "saved, lost, stopped");
            return Err(fail(USAGE, choices));
        }
    };
    if how != RunEnd::Stopped && run.playbook != RunRow::WIN_BACK {
        return Err(fail(REFUSED, Message::new("refused-no-win-back")));
    }
    let action = match how {
        RunEnd::Lost => {
            let reasons = &book.snapshot.policy.risk.reasons;
            let reason = args.text("reason").or_else(|| reasons.last().cloned()).unwrap_or_default();
            if !reasons.contains(&reason) {
                let choices = reasons.join(", ");
                return Err(fail(USAGE, Message::new("cli-error-word").with("text", short(&reason)).with("choices", choices)));
            }
            Action::LoseClient { client, reason, note: note.unwrap_or_default(), on: book.now.today() }
        }
        how => Action::EndPlaybook { run: run.id, how, note },
    };
    let mut applied = book.apply(&action)?;
    if how == RunEnd::Saved {
        let day = playbooks::watched_until(&book.snapshot, book.now.today());
        applied.message = Message::new("playbook-watched").with("did", applied.message).with("day", day);
    }
    answer(ctx, &book, applied, client)
}

/// The playbook that runs at a client, or the one of `#id`.
fn running<'a>(book: &'a Book, text: &str) -> Result<(&'a Assessed, &'a RunRow)> {
    let all = || book.snapshot.present().flat_map(|c| playbooks::running(c).map(move |r| (c, r)));
    let number = text.trim().trim_start_matches(['#', '＃']).parse::<i64>().ok().map(Id);
    if let Some(found) = all().find(|(_, run)| Some(run.id) == number) {
        return Ok(found);
    }
    let client = book.assessed(book.client(text)?)?;
    let runs: Vec<&RunRow> = playbooks::running(client).collect();
    match runs[..] {
        [run] => Ok((client, run)),
        [] => Err(fail(UNKNOWN, Message::new("cli-playbook-none-running").with("client", short(client.name())))),
        _ => {
            let shown = |run: &&RunRow| {
                let next = run.next().map(|s| short(&s.title)).unwrap_or_default();
                (run.id, Message::new("cli-choice-playbook").with("playbook", short(&run.title)).with("next", next))
            };
            Err(ambiguous(text, runs.iter().map(shown)))
        }
    }
}

/// What a writing command answers: what was done, and the next step of the client's playbooks. JSON: `{op, ids, message, next_due}`, where
/// `next_due` is the day of that step, else that of the plan.
fn answer(ctx: &Context, book: &Book, applied: Applied, client: Id) -> Result<()> {
    let Some(assessed) = book.snapshot.client(client) else { return ctx.answer(book, &applied, None) };
    let steps = playbooks::running(assessed).filter_map(|run| Some((run, run.next()?)));
    let Some((run, step)) = steps.min_by_key(|(_, s)| s.due) else {
        if playbooks::running(assessed).any(|run| playbooks::undecided(run).is_some()) {
            let message =
                Message::new("cli-playbook-decide").with("did", applied.message).with("client", short(assessed.name()));
            return ctx.answer(book, &Applied { message, ..applied }, None);
        }
        return ctx.answer(book, &applied, Some(client));
    };
    if applied.op.is_some() {
        ctx.out.wrote();
    }
    let message = ctx.say(&applied.message, &book.now);
    if ctx.out.json {
        let ids: Vec<Value> = applied.ids.iter().map(|(table, id)| json!({ "table": table, "id": id })).collect();
        return Ok(ctx.out.value(&json!({ "op": applied.op, "ids": ids, "message": message, "next_due": step.due }))?);
    }
    let next = Message::new("cli-playbook-next").with("no", step.no).with("of", run.steps.len());
    let next = ctx.say(&next.with("step", short(&step.title)).with("due", step.due), &book.now);
    Ok(ctx.out.block(&format!("{message}{next}"))?)
}

/// Playbooks that run, with `--all` those that ended, with `--names` those there are.
pub fn list(ctx: &Context, args: &Args<'_>) -> Result<()> {
    if args.flag("names") {
        return names(ctx);
    }
    let book = ctx.read(args)?;
    let client = book.maybe_client(args)?;
    let all = args.flag("all");
    let clients = book.snapshot.present().filter(|c| client.is_none_or(|id| c.id() == id));
    let mut rows: Vec<(&Assessed, &RunRow)> =
        clients.flat_map(|c| c.facts.runs.iter().filter(|r| all || r.ended.is_none()).map(move |r| (c, r))).collect();
    rows.sort_by_key(|(_, r)| (r.ended.is_some(), r.next().map(|s| s.due), std::cmp::Reverse(r.started), r.id));
    if ctx.out.json {
        let mut values: Vec<Value> = Vec::with_capacity(rows.len());
        for (client, run) in &rows {
            let detail = book.store.detail_until(client.id(), book.now.instant)?;
            values.push(value(&book, client, run, detail.as_ref()));
        }
        return Ok(ctx.out.value(&Value::from(values))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-playbook-none"))?);
    }
    let cells: Vec<Vec<Cell>> = rows.iter().map(|(c, r)| line(ctx, &book, c, r)).collect();
    Ok(ctx.out.table(&ctx.headings(&["client", "playbook", "next", "due", "cost", "id"]), &cells)?)
}

fn line(ctx: &Context, book: &Book, client: &Assessed, run: &RunRow) -> Vec<Cell> {
    let (now, today) = (&book.now, book.now.today());
    let (next, due, late) = match (run.next(), run.ended) {
        (_, Some((at, how))) => (ctx.word("run-end", how.code()), ctx.words.day(at.day(now.zone), now), false),
        (Some(step), None) => {
            let next = Message::new("playbook-step").with("no", step.no).with("of", run.steps.len());
            let next = ctx.say(&next.with("step", short(&step.title)), now);
            (next, ctx.words.day(step.due, now), step.due < today)
        }
        (None, None) => (ctx.words.get("playbook-undecided"), String::new(), false),
    };
    vec![
        Cell::from(client.name()).style(Style::Bold),
        Cell::from(run.title.as_str()),
        Cell::from(next),
        Cell::from(due).style(if late { Style::Red } else { Style::Plain }),
        Cell::from(spent(ctx, book, client, run)),
        Cell::from(format!("#{}", run.id)).style(Style::Dim),
    ]
}

/// The playbooks that run at a client, without its name.
pub fn of_client(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    playbooks::running(client).map(|run| line(ctx, book, client, run).split_off(1)).collect()
}

/// What it cost and what share of the expected margin that is; nothing where nothing was spent.
fn spent(ctx: &Context, book: &Book, client: &Assessed, run: &RunRow) -> String {
    let message = playbooks::spent(client, run, book.snapshot.currency);
    message.map(|m| ctx.say(&m, &book.now)).unwrap_or_default()
}

/// A playbook at a client as JSON, with its texts where they were read.
pub fn value(book: &Book, client: &Assessed, run: &RunRow, detail: Option<&ClientDetail>) -> Value {
    let zone = book.now.zone;
    let steps: Vec<Value> = run
        .steps
        .iter()
        .map(|s: &StepRow| {
            let more = detail.and_then(|d| d.steps.iter().find(|t| t.id == s.id));
            json!({
                "id": s.id,
                "no": s.no,
                "kind": s.kind,
                "title": s.title,
                "text": more.and_then(|t| t.text.clone()),
                "channel": s.channel,
                "template": s.template,
                "due": s.due,
                "done": s.done.map(|at| at.rfc3339(zone)),
                "skipped": s.skipped,
                "note": more.and_then(|t| t.note.clone()),
                "cost": s.cost,
            })
        })
        .collect();
    let why = detail.and_then(|d| d.runs.iter().find(|r| r.id == run.id)).and_then(|r| r.why.clone());
    json!({
        "id": run.id,
        "client": { "id": client.id(), "name": client.name(), "tier": client.tier.tier },
        "playbook": run.playbook,
        "title": run.title,
        "started": run.started.rfc3339(zone),
        "ended": run.ended.map(|(at, _)| at.rfc3339(zone)),
        "end": run.ended.map(|(_, how)| how),
        "why": why,
        "next": run.next().map(|s| s.no),
        "due": run.next().map(|s| s.due),
        "cost": playbooks::costs(run),
        "expected": playbooks::expected(client, book.snapshot.currency),
        "steps": steps,
    })
}

/// Every playbook with where it comes from, or what is wrong with its file.
fn names(ctx: &Context) -> Result<()> {
    let library = ctx.library();
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for (name, playbook) in library.entries() {
        if ctx.out.json {
            let problem = playbook.err().map(|why| ctx.say(why, &ctx.now()));
            let file = playbook.ok().filter(|p| p.source != Source::Shipped).map(Playbook::file);
            let source = if playbook.is_ok_and(|p| p.source == Source::Shipped) { "shipped" } else { "own" };
            let head = playbook.ok().map(|p| (p.title.as_str(), p.starts, p.tiers.as_slice(), p.every.map(|e| e.to_string())));
            values.push(json!({
                "playbook": name,
                "title": head.as_ref().map(|h| h.0),
                "starts": head.as_ref().map(|h| h.1),
                "for": head.as_ref().map(|h| h.2),
                "every": head.and_then(|h| h.3),
                "source": source,
                "file": file,
                "problem": problem,
            }));
            continue;
        }
        rows.push(match playbook {
            Ok(p) => vec![
                Cell::from(name).style(Style::Bold),
                Cell::from(p.title.as_str()),
                Cell::from(ctx.say(&begun_for(p), &ctx.now())),
                match p.source {
                    Source::Shipped => Cell::from(ctx.words.get("cli-draft-shipped")).style(Style::Dim),
                    Source::Own(_) => Cell::from(p.file()),
                },
            ],
            Err(why) => vec![Cell::from(name).style(Style::Bold), Cell::from(ctx.say(why, &ctx.now())).style(Style::Red)],
        });
    }
    if ctx.out.json {
        return Ok(ctx.out.value(&values.into())?);
    }
    Ok(ctx.out.table(&[], &rows)?)
}

/// When a playbook is begun, and for whom.
fn begun_for(playbook: &Playbook) -> Message {
    let tiers: Vec<&str> = playbook.tiers.iter().map(|t| t.code()).collect();
    let message = Message::new(match playbook.starts.code() {
        "win-back" => "playbook-starts-win-back",
        "new-client" => "playbook-starts-new-client",
        "review" => "playbook-starts-review",
        _ => "playbook-starts-hand",
    });
    let message = message.with("tiers", tiers.join(", "));
    match playbook.every {
        Some(every) => message.with("every", crate::portfolio::every(every)),
        None => message,
    }
}

/// What a playbook says; without a name the playbooks there are.
pub fn show(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let Some(name) = args.text("playbook").filter(|name| !name.trim().is_empty()) else { return names(ctx) };
    let library = ctx.library();
    let playbook = find(&library, &name)?;
    let now = ctx.now();
    if ctx.out.json {
        let steps = playbook.steps.iter().zip(1..).map(|(s, no)| {
            let (after, working) = match s.after {
                After::Days(n) => (i64::from(n), false),
                After::Working(n) => (i64::from(n), true),
            };
            json!({ "no": no, "title": s.title, "text": s.text, "kind": s.kind, "after": after, "working": working,
                    "channel": s.channel, "template": s.template })
        });
        let value = json!({ "playbook": playbook.name, "title": playbook.title, "starts": playbook.starts,
            "for": playbook.tiers, "every": playbook.every.map(|e| e.to_string()), "about": playbook.about,
            "steps": steps.collect::<Vec<_>>() });
        return Ok(ctx.out.value(&value)?);
    }
    ctx.out.styled(&[(Style::Bold, &playbook.title)])?;
    ctx.out.remark(&ctx.say(&begun_for(playbook), &now))?;
    if !playbook.about.is_empty() {
        ctx.out.block(&format!("\n{}", playbook.about))?;
    }
    for (step, no) in playbook.steps.iter().zip(1_i64..) {
        let mut asks: Vec<Message> = vec![match step.after {
            After::Days(n) => Message::new("playbook-after").with("n", n),
            After::Working(n) => Message::new("playbook-after-working").with("n", n),
        }];
        asks.extend(step.channel.map(|c| Message::new("playbook-by").with("channel", c)));
        asks.extend(playbooks::asks(step.kind).map(Message::new));
        asks.extend(step.template.as_deref().map(|t| Message::new("playbook-template").with("template", t)));
        let asks: Vec<String> = asks.iter().map(|m| ctx.say(m, &now)).collect();
        ctx.out.line("")?;
        ctx.out.styled(&[(Style::Bold, &format!("{no}. {}", step.title))])?;
        ctx.out.remark(&format!("   {}", asks.join(&ctx.words.get("playbook-between"))))?;
        if let Some(text) = &step.text {
            ctx.out.block(&text.lines().map(|l| format!("   {l}\n")).collect::<String>())?;
        }
    }
    Ok(())
}
