//! `load`: what is promised, managed and ahead, and what could be done; `--apply` does one of it. What is counted is
//! `portfolio::workload`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{UNKNOWN, USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Channel;
use crate::portfolio::workload::{Kind, MOST_WEEKS, Suggestion, USUAL_WEEKS, WeekAhead, WeekDone, Workload, tenth};
use crate::text::{bar, fold, wrap};
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Cells of a bar.
const BAR: usize = 30;
/// Cells of a line of prose.
const LINE: usize = 100;

/// Prints the load, or does one of its suggestions.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let weeks = weeks(args)?;
    let Some(wanted) = args.text("apply") else {
        let book = ctx.read(args)?;
        let load = Workload::new(&book.snapshot, weeks);
        return if ctx.out.json { Ok(ctx.out.value(&value(&book, &load))?) } else { show(ctx, &book, &load) };
    };
    if args.text("as-of").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-as-of").with("help", "touchbase load --help")));
    }
    let mut book = ctx.write()?;
    let load = Workload::new(&book.snapshot, weeks);
    let action = chosen(&load, &wanted)?.action(&book.snapshot).ok_or_else(|| unknown(&load, &wanted))?;
    let applied = book.apply(&action)?;
    ctx.answer(&book, &applied, None)
}

fn weeks(args: &Args<'_>) -> Result<usize> {
    let Some(text) = args.text("weeks") else { return Ok(USUAL_WEEKS) };
    let read = text.trim().parse().ok().filter(|n| (1..=MOST_WEEKS).contains(n));
    read.ok_or_else(|| fail(USAGE, Message::new("cli-error-weeks").with("most", MOST_WEEKS).with("text", text)))
}

/// The suggestion of a number, from 1, or of its name.
fn chosen<'a>(load: &'a Workload, text: &str) -> Result<&'a Suggestion> {
    let number = text.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let named = || load.suggestions.iter().find(|s| s.code() == fold(text));
    number.and_then(|n| load.suggestions.get(n)).or_else(named).ok_or_else(|| unknown(load, text))
}

fn unknown(load: &Workload, text: &str) -> anyhow::Error {
    let known = load.suggestions.iter().enumerate().map(|(n, s)| format!("{} {}", n + 1, s.code()));
    let known: Vec<String> = known.collect();
    let id = if known.is_empty() { "cli-error-suggestion-none" } else { "cli-error-suggestion" };
    fail(UNKNOWN, Message::new(id).with("text", super::context::short(text)).with("known", known.join(", ")))
}

fn show(ctx: &Context, book: &Book, load: &Workload) -> Result<()> {
    let say = |message: &Message| ctx.say(message, &book.now);
    ctx.out.styled(&[(Style::Bold, &say(&load.promised()))])?;
    load.verdict(&book.snapshot).iter().try_for_each(|m| ctx.out.line(&say(m)))?;
    if load.promise.tiers.is_empty() {
        return Ok(());
    }
    ctx.out.line(&say(&load.managed_told()))?;
    if !load.suggestions.is_empty() {
        title(ctx, "load-suggestions")?;
        for (n, one) in load.suggestions.iter().enumerate() {
            ctx.out.line(&format!("{:>3}  {}", n + 1, say(&one.told())))?;
            one.detail(&book.snapshot, load).iter().try_for_each(|m| below(ctx, &say(m)))?;
            if matches!(one.kind, Kind::Spread { .. }) {
                below(ctx, &ctx.words.get("cli-load-spread"))?;
            }
        }
        ctx.out.remark(&ctx.words.get("cli-load-how"))?;
    }
    title(ctx, "load-weeks")?;
    let most = load.weeks.iter().map(|w| w.contacts.max(w.capacity)).max().unwrap_or(0);
    let rows: Vec<Vec<Cell>> = load.weeks.iter().map(|week| row(ctx, book, week, most)).collect();
    ctx.out.table(&ctx.headings(&["week", "contacts", "room", "agreed", "bar", "bar"]), &rows)?;
    ctx.out.remark(&ctx.words.get("load-legend"))?;
    title(ctx, "load-tiers")?;
    let tiers = load.promise.tiers.iter().map(|t| {
        vec![
            Cell::from(ctx.words.tier(t.tier)).style(Style::Bold),
            Cell::from(t.clients.to_string()).right(),
            Cell::from(tenth(t.requirements)).right(),
            Cell::from(tenth(t.contacts)).right(),
        ]
    });
    ctx.out.table(&ctx.headings(&["tier", "clients", "requirements", "contacts"]), &tiers.collect::<Vec<_>>())?;
    title(ctx, "load-channels")?;
    let channels: Vec<Vec<Cell>> = load
        .channels()
        .iter()
        .map(|c| {
            vec![
                Cell::from(ctx.word("channel", c.channel.code())).style(Style::Bold),
                Cell::from(tenth(c.requirements)).right(),
                Cell::from(tenth(c.contacts)).right(),
                Cell::from(load.managed.on(c.channel).map(tenth).unwrap_or_default()).right(),
            ]
        })
        .collect();
    ctx.out.table(&ctx.headings(&["channel", "requirements", "contacts", "managed"]), &channels)?;
    if !load.managed.weeks.is_empty() {
        title(ctx, "load-done")?;
        let done: Vec<Vec<Cell>> = load.managed.weeks.iter().map(|week| done(ctx, book, week, load)).collect();
        ctx.out.table(&ctx.headings(&["week", "contacts", "days", "bar"]), &done)?;
    }
    title(ctx, "load-effort-title")?;
    load.effort.told().iter().try_for_each(|m| ctx.out.line(&say(m)))?;
    Ok(())
}

/// What is said below a suggestion, set in and never cut.
fn below(ctx: &Context, words: &str) -> std::io::Result<()> {
    let cells = ctx.out.columns().unwrap_or(LINE).min(LINE).saturating_sub(5);
    wrap(words, cells).iter().try_for_each(|line| ctx.out.styled(&[(Style::Dim, &format!("     {line}"))]))
}

fn title(ctx: &Context, id: &str) -> Result<()> {
    ctx.out.line("")?;
    Ok(ctx.out.styled(&[(Style::Bold, &ctx.words.get(id))])?)
}

fn row(ctx: &Context, book: &Book, week: &WeekAhead, most: usize) -> Vec<Cell> {
    let over = match week.over() {
        0 => Cell::from(""),
        n => Cell::from(ctx.say(&Message::new("load-over-by").with("over", n), &book.now)).style(Style::Red),
    };
    vec![
        Cell::from(ctx.words.day(week.from, &book.now)),
        Cell::from(week.contacts.to_string()).right(),
        Cell::from(week.capacity.to_string()).right(),
        Cell::from(if week.agreed > 0 { week.agreed.to_string() } else { String::new() }).right(),
        over,
        Cell::from(bar(week.contacts - week.again, week.again, week.capacity, most, BAR)),
    ]
}

fn done(ctx: &Context, book: &Book, week: &WeekDone, load: &Workload) -> Vec<Cell> {
    let most = load.managed.weeks.iter().map(|w| w.contacts as usize).max().unwrap_or(0).max(load.capacity());
    let room = week.working_days as usize * load.a_day;
    vec![
        Cell::from(ctx.words.day(week.from, &book.now)),
        Cell::from(week.contacts.to_string()).right(),
        Cell::from(week.working_days.to_string()).right(),
        Cell::from(bar(week.contacts as usize, 0, room, most, BAR)),
    ]
}

/// As [`tenth`] writes it.
fn tenths(x: f64) -> f64 {
    (x * 10.0).round() / 10.0 + 0.0
}

/// Contacts by channel, those without any left out.
fn by_channel(counts: &[u32]) -> Map<String, Value> {
    let some = Channel::ALL.iter().zip(counts).filter(|(_, n)| **n > 0);
    some.map(|(channel, n)| (channel.code().to_owned(), (*n).into())).collect()
}

fn value(book: &Book, load: &Workload) -> Value {
    let name = |id: &Id| book.snapshot.client(*id).map(|c| c.name().to_owned()).unwrap_or_default();
    let tier = |t: &crate::portfolio::bill::TierBill| {
        json!({
            "tier": t.tier,
            "clients": t.clients,
            "requirements": tenths(t.requirements),
            "contacts": tenths(t.contacts),
        })
    };
    let channel = |c: &crate::portfolio::workload::ChannelShare| {
        json!({
            "channel": c.channel,
            "requirements": tenths(c.requirements),
            "contacts": tenths(c.contacts),
            "managed": load.managed.on(c.channel).map(tenths),
        })
    };
    let done = |w: &WeekDone| {
        json!({
            "from": w.from,
            "contacts": w.contacts,
            "working_days": w.working_days,
            "channels": by_channel(&w.channels),
        })
    };
    let week = |w: &WeekAhead| {
        json!({
            "from": w.from,
            "until": w.until,
            "contacts": w.contacts,
            "again": w.again,
            "agreed": w.agreed,
            "capacity": w.capacity,
            "over": w.over(),
        })
    };
    let suggestion = |(n, s): (usize, &Suggestion)| {
        let clients: Vec<Value> = s.clients.iter().map(|id| json!({ "id": id, "name": name(id) })).collect();
        json!({
            "no": n + 1,
            "kind": s.code(),
            "n": s.count(),
            "saves_requirements": tenths(s.requirements),
            "saves_contacts": tenths(s.contacts),
            "saves_visits": tenths(s.visits),
            "makes_room": s.room,
            "clients": clients,
        })
    };
    let effort = &load.effort;
    let spending = |s: &crate::portfolio::workload::Spending| json!({ "clients": s.clients, "contacts": s.contacts, "minutes": s.minutes });
    json!({
        "promised": {
            "requirements": tenths(load.promise.requirements()),
            "contacts": tenths(load.promise.contacts()),
            "tiers": load.promise.tiers.iter().map(tier).collect::<Vec<_>>(),
            "channels": load.channels().iter().map(channel).collect::<Vec<_>>(),
        },
        "managed": {
            "weeks": load.managed.weeks.iter().map(done).collect::<Vec<_>>(),
            "mean": load.managed.mean().map(tenths),
            "usual": load.managed.usual(load.working_days).map(tenths),
            "this_week": load.managed.this_week,
        },
        "capacity": load.capacity(),
        "limit": tenths(load.limit().contacts()),
        "behind": load.behind,
        "weeks": load.weeks.iter().map(week).collect::<Vec<_>>(),
        "suggestions": load.suggestions.iter().enumerate().map(suggestion).collect::<Vec<_>>(),
        "effort": {
            "days": crate::portfolio::workload::EFFORT_DAYS,
            "new": spending(&effort.new),
            "old": spending(&effort.old),
            "unmeasured": effort.unmeasured,
            "share_contacts": effort.of_contacts(),
            "share_minutes": effort.of_minutes(),
            "target": effort.target,
            "stage": effort.stage.map(|s| s.code()),
        },
    })
}
