//! `risk --lost`: who was lost in a period and why, which signs had fired and when, and how often the signs were right.
//! What is counted is `portfolio::hindsight`'s.

use super::args::Args;
use super::context::Context;
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::portfolio::hindsight::{By, Group, HELD, Hindsight, Hits, LOOKS, Loss};
use crate::portfolio::learned;
use crate::portfolio::loss::reason_words;
use crate::portfolio::risk::Look;
use crate::text::one_line;
use anyhow::Result;
use serde_json::{Value, json};

/// The groups in the order they are shown, with their headings.
const GROUPS: [(By, &str, &str); 3] = [
    (By::Reason, "hindsight-by-reason", "reason"),
    (By::Tier, "hindsight-by-tier", "tier"),
    (By::Tenure, "hindsight-by-tenure", "tenure"),
];

/// Prints what looking back shows.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let today = book.now.today();
    let period = match args.text("period") {
        None => Hindsight::usual_period(today),
        Some(text) => {
            Period::parse(&text, today).ok_or_else(|| fail(USAGE, Message::new("cli-error-period").with("text", text)))?
        }
    };
    let seen = Hindsight::new(&book.store, &book.settings, &book.snapshot, period)?;
    let say = |message: &Message| ctx.say(message, &book.now);
    let name = |loss: &Loss| book.snapshot.client(loss.client).map(|c| c.name().to_owned()).unwrap_or_default();
    if ctx.out.json {
        let losses: Vec<Value> = seen.losses.iter().map(|loss| loss_value(&seen, loss, &name(loss))).collect();
        return Ok(ctx.out.value(&value(&seen, losses))?);
    }
    ctx.out.remark(&say(&learned::period(&seen.period)))?;
    seen.sums().iter().try_for_each(|line| ctx.out.line(&say(line)))?;
    let title = |id: &str| -> Result<()> {
        ctx.out.line("")?;
        Ok(ctx.out.styled(&[(Style::Bold, &ctx.words.get(id))])?)
    };
    for (by, heading, column) in GROUPS {
        let rows: Vec<Vec<Cell>> = seen
            .groups(by)
            .iter()
            .map(|group| {
                vec![
                    Cell::from(say(&group.title)).style(Style::Bold),
                    Cell::from(group.losses.len().to_string()).right(),
                    Cell::from(seen.amount(group.value)).right(),
                    Cell::from(say(&seen.warned_of(group))).right(),
                ]
            })
            .collect();
        if !rows.is_empty() {
            title(heading)?;
            ctx.out.table(&ctx.headings(&[column, "clients", "lost-value", "on-list"]), &rows)?;
        }
    }
    if !seen.losses.is_empty() {
        title("hindsight-clients")?;
        let rows: Vec<Vec<Cell>> = seen
            .losses
            .iter()
            .map(|loss| {
                let levels: Vec<String> = loss.levels().iter().map(|(_, level)| say(level)).collect();
                let signs: Vec<String> = loss.signs().iter().map(say).collect();
                vec![
                    Cell::from(ctx.words.day(loss.on, &book.now)),
                    Cell::from(one_line(&name(loss)).into_owned()).style(Style::Bold),
                    Cell::from(say(&reason_words(&loss.reason))),
                    Cell::from(loss.tier.map_or("-", |t| t.code())),
                    Cell::from(seen.amount(loss.value)).right(),
                    Cell::from(say(&loss.warning())),
                    Cell::from(levels.join(" ")),
                    Cell::from(signs.join(&ctx.words.get("and-between"))),
                ]
            })
            .collect();
        let columns = ["when", "client", "reason", "tier", "lost-value", "on-list", "looks", "signs"];
        ctx.out.table(&ctx.headings(&columns), &rows)?;
    }
    title("hindsight-signs")?;
    let (any, lines) = seen.judging();
    lines.iter().try_for_each(|line| ctx.out.remark(&say(line)))?;
    if any {
        let rows = seen.signs().into_iter().map(|sign| {
            let [lost, stayed, right, caught] = seen.cells(sign.hits).map(|cell| Cell::from(say(&cell)).right());
            vec![Cell::from(say(&sign.title)).style(Style::Bold), lost, stayed, right, caught]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        ctx.out.table(&ctx.headings(&["sign", "before-loss", "stayed", "right", "caught"]), &rows)?;
    }
    title("hindsight-saves")?;
    seen.saved().iter().try_for_each(|line| ctx.out.line(&say(line)))?;
    Ok(())
}

fn value(seen: &Hindsight, losses: Vec<Value>) -> Value {
    let group = |g: &Group| {
        let clients: Vec<_> = g.losses.iter().map(|n| seen.losses[*n].client).collect();
        json!({ "code": g.code, "count": g.losses.len(), "value": money(seen, g.value), "on_list": g.listed, "clients": clients })
    };
    let by = |by| seen.groups(by).iter().map(group).collect::<Value>();
    let hits = |hits: &Hits| {
        let enough = |share: Option<f64>| share.filter(|_| seen.says_enough());
        json!({
            "lost": hits.lost, "stayed": hits.stayed, "precision": enough(hits.precision()), "of": hits.seen(),
            "recall": enough(hits.recall(&seen.all)), "of_lost": seen.all.lost, "of_stayed": seen.all.stayed,
            "lost_clients": hits.lost_clients, "stayed_clients": hits.stayed_clients,
        })
    };
    let sign = |s: crate::portfolio::hindsight::says::Sign<'_>| {
        let mut value = hits(s.hits);
        value["name"] = s.code.into();
        value
    };
    let saves = &seen.saves;
    let save = |s: &crate::portfolio::hindsight::Save| json!({ "client": s.client, "on": s.on, "lost": s.lost, "cost": money(seen, s.cost), "kept": money(seen, s.kept) });
    let held = HELD.map(|days| {
        let (held, of) = saves.held(days);
        json!({ "days": days, "held": held, "of": of })
    });
    json!({
        "period": { "first": (!seen.period.is_everything()).then_some(seen.period.first), "last": seen.period.last },
        "lost": {
            "count": seen.losses.len(), "value": money(seen, seen.value()), "on_list": seen.warned(),
            "never_on_list": seen.losses.len() - seen.warned(), "lead_days": seen.usual_lead(), "unrecorded": seen.unrecorded,
            "by_reason": by(By::Reason), "by_tier": by(By::Tier), "by_tenure": by(By::Tenure), "clients": losses,
        },
        "signs": {
            "month_ends": seen.judged, "days": crate::portfolio::hindsight::HORIZON, "enough": seen.says_enough(),
            "lost": seen.all.lost, "stayed": seen.all.stayed,
            "rows": seen.signs().into_iter().map(sign).collect::<Vec<_>>(),
        },
        "saved": {
            "count": saves.all.len(), "lost": saves.lost(), "held": held, "cost": money(seen, saves.cost()),
            "kept": money(seen, saves.kept()), "missing_rates": saves.missing.iter().map(|c| c.as_str()).collect::<Vec<_>>(),
            "clients": saves.all.iter().map(save).collect::<Vec<_>>(),
        },
    })
}

fn money(seen: &Hindsight, minor: f64) -> Value {
    json!({ "minor": minor.round() as i64, "currency": seen.currency.as_str() })
}

fn loss_value(seen: &Hindsight, loss: &Loss, name: &str) -> Value {
    let look = |(days, look): (i32, &Option<Look>)| {
        look.as_ref().map(|l| {
            json!({ "days": days, "on": l.on, "risk": l.index, "level": l.level.code(), "listed": l.listed, "signals": l.signals })
        })
    };
    let fired = loss.fired().into_iter().map(|(kind, days)| json!({ "name": kind, "days": days }));
    json!({
        "id": loss.client, "name": name, "on": loss.on, "reason": loss.reason, "note": loss.note, "tier": loss.tier,
        "tenure_days": loss.tenure, "value": money(seen, loss.value), "listed": loss.listed, "lead_days": loss.lead(), "listed_days": loss.listed_days,
        "level": loss.level().code(), "returned": loss.returned,
        "looks": LOOKS.into_iter().zip(&loss.looks).filter_map(look).collect::<Vec<_>>(),
        "signals": fired.collect::<Vec<_>>(),
    })
}
