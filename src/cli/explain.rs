//! `explain` and `tiers`: the assessed views with their arithmetic. The arithmetic itself is `portfolio`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::output::{Cell, Style};
use crate::domain::facts::PinRow;
use crate::domain::message::Message;
use crate::domain::words::{Status, Tier};
use crate::portfolio::Assessed;
use crate::portfolio::explain::explain;
use crate::text::sort_key;
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Why this tier, this due day, this priority, and what would change them.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let client = book.client(&args.needed("client"))?;
    let parts = explain(&book.snapshot, client);
    let assessed = book.assessed(client)?;
    if ctx.out.json {
        let mut all = Map::new();
        all.insert("client".to_owned(), json!({ "id": client, "name": assessed.name(), "tier": assessed.tier.tier }));
        all.insert("as_of".to_owned(), book.now.instant.rfc3339(book.now.zone).into());
        for part in parts {
            let lines: Vec<String> = part.lines.iter().map(|m| ctx.say(m, &book.now)).collect();
            all.insert(part.key.to_owned(), json!({ "numbers": part.numbers, "lines": lines }));
        }
        return Ok(ctx.out.value(&Value::Object(all))?);
    }
    ctx.out.styled(&[(Style::Bold, assessed.name()), (Style::Plain, "  "), (Style::Plain, &assessed.tier.label())])?;
    for part in parts {
        ctx.out.line("")?;
        ctx.out.styled(&[(Style::Bold, &ctx.say(&part.title, &book.now))])?;
        for line in part.lines {
            ctx.out.line(&format!("  {}", ctx.say(&line, &book.now)))?;
        }
    }
    Ok(())
}

/// Every client's tier with its score, best first, then who is unsorted.
pub fn tiers(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    if args.flag("sort") {
        return super::deck::run(ctx, &book);
    }
    if let Some(policy) = args.text("preview") {
        return super::preview::run(ctx, &book, &policy);
    }
    let dormant = |c: &Assessed| c.status == Status::Dormant;
    let served = |c: &&Assessed| c.tier.standing.is_some() || c.tier.tier.is_some() || c.tier.unsorted || dormant(c);
    let mut rows: Vec<&Assessed> = book.snapshot.present().filter(served).collect();
    rows.sort_by_cached_key(|c| {
        let rank = c.tier.standing.map_or(usize::MAX, |s| s.rank);
        (c.tier.unsorted, rank, sort_key(c.name(), ctx.words.lang), c.id())
    });
    if ctx.out.json {
        let all: Vec<Value> = rows.iter().map(|c| value(c)).collect();
        return Ok(ctx.out.value(&Value::from(all))?);
    }
    if rows.is_empty() {
        return Ok(ctx.out.line(&ctx.words.get("cli-client-none"))?);
    }
    let (unsorted, sorted): (Vec<&&Assessed>, Vec<&&Assessed>) = rows.iter().partition(|c| c.tier.unsorted);
    let percent = |x: f64| format!("{:.1}%", x * 100.0);
    let why = |pin: &PinRow| ctx.say(&Message::new("cli-tiers-why").with("why", pin.why()), &book.now);
    let letter = |t: Option<Tier>| ctx.words.tier(t).to_owned();
    let cells: Vec<Vec<Cell>> = sorted
        .iter()
        .map(|c| {
            vec![
                Cell::from(c.name()).style(Style::Bold),
                Cell::from(c.tier.label()),
                Cell::from(c.tier.standing.map(|s| format!("{:.3}", s.score)).unwrap_or_default()).right(),
                Cell::from(c.tier.standing.map(|s| percent(s.share)).unwrap_or_default()).right(),
                Cell::from(letter(c.tier.computed)),
                Cell::from(c.facts.tier_change.map(|t| letter(Some(t.to))).unwrap_or_default()),
                Cell::from(c.tier.offer.map(|o| letter(Some(o.to))).unwrap_or_default()).style(Style::Yellow),
                Cell::from(c.tier.pin.as_ref().map(why).unwrap_or_default()).style(Style::Dim),
            ]
        })
        .collect();
    if !cells.is_empty() {
        let headings = ["client", "tier", "score", "share", "computed", "held", "offered", "pinned"];
        ctx.out.table(&ctx.headings(&headings), &cells)?;
        ctx.out.remark(&ctx.words.get("cli-tiers-columns"))?;
    }
    notes(ctx, &book, unsorted.len())?;
    for client in unsorted {
        ctx.out.line(&format!("  {}", client.name()))?;
    }
    Ok(())
}

fn notes(ctx: &Context, book: &Book, unsorted: usize) -> Result<()> {
    if book.snapshot.present().any(|c| c.tier.advice) {
        let advice = Message::new("cli-tiers-advice").with("n", book.snapshot.policy.tiers.advice_below);
        ctx.out.remark(&ctx.say(&advice, &book.now))?;
    }
    let dormant = book.snapshot.present().filter(|c| c.status == Status::Dormant).count();
    if dormant > 0 {
        let months = book.snapshot.policy.tiers.dormant_months;
        ctx.out.remark(&ctx.say(&Message::new("cli-tiers-dormant").with("n", dormant).with("months", months), &book.now))?;
    }
    if let Some(missing) = ctx.missing_rates(book) {
        ctx.out.remark(&ctx.say(&missing, &book.now))?;
    }
    if unsorted > 0 {
        ctx.out.remark(&ctx.say(&Message::new("cli-tiers-unsorted").with("n", unsorted), &book.now))?;
    }
    Ok(())
}

fn value(client: &Assessed) -> Value {
    let tier = &client.tier;
    json!({
        "id": client.id(),
        "name": client.name(),
        "tier": tier.tier,
        "tier_score": tier.standing.map(|s| s.score),
        "share": tier.standing.map(|s| s.share),
        "computed": tier.computed,
        "held": client.facts.tier_change.map(|t| t.to),
        "offered": tier.offer.map(|o| o.to),
        "was": tier.was,
        "pinned": tier.pin.is_some(),
        "pin": tier.pin.as_ref().map(|p| json!({ "tier": p.tier, "reason": p.reason, "from": p.from, "until": p.until, "review_on": p.review_on })),
        "thin": tier.thin,
        "advice": tier.advice,
        "unsorted": tier.unsorted,
    })
}
