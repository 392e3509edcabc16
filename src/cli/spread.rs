//! `spread`: shows how the coming weeks would be levelled, and writes it with `--apply`. The plan is `portfolio::spread`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use crate::domain::action::Action;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::spread::{self, Move, MoveKind, Plan};
use anyhow::Result;
use serde_json::{Value, json};

/// So many days that stay too full are told one by one.
const TOLD: usize = 5;

/// Previews or applies the levelled plan.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let apply = args.flag("apply");
    if apply && args.text("as-of").is_some() {
        return Err(fail(USAGE, Message::new("cli-error-as-of").with("help", "touchbase spread --help")));
    }
    let mut book = if apply { ctx.write()? } else { ctx.read(args)? };
    let plan = spread::plan(&book.snapshot);
    let told = Told { ctx, book: &book, plan: &plan };
    if apply && !plan.moves.is_empty() {
        let (named, lines) = (told.named(), told.lines());
        let applied = book.apply(&Action::Spread(plan.writes()))?;
        let named = if let Value::Object(named) = named { named } else { serde_json::Map::new() };
        ctx.answer_with(&book, &applied, None, named)?;
        if !ctx.out.json {
            lines.iter().try_for_each(|line| ctx.out.line(line))?;
        }
        return Ok(());
    }
    if ctx.out.json {
        return Ok(ctx.out.value(&told.json())?);
    }
    if plan.moves.is_empty() {
        told.lines().iter().try_for_each(|line| ctx.out.line(line))?;
        return Ok(ctx.out.line(&ctx.words.get("cli-spread-nothing"))?);
    }
    let cells: Vec<Vec<Cell>> = plan.moves.iter().map(|m| told.row(m)).collect();
    ctx.out.table(&ctx.headings(&["due", "channel", "client", "tier", "was-due"]), &cells)?;
    told.lines().iter().try_for_each(|line| ctx.out.line(line))?;
    ctx.out.line(&ctx.say(&Message::new("cli-spread-preview").with("n", plan.moves.len()), &book.now))?;
    Ok(())
}

/// The plan in words.
struct Told<'a> {
    ctx: &'a Context,
    book: &'a Book,
    plan: &'a Plan,
}

impl Told<'_> {
    fn name(&self, id: Id) -> String {
        self.book.snapshot.client(id).map(|c| c.name().to_owned()).unwrap_or_default()
    }

    fn client(&self, id: Id) -> Value {
        let tier = self.book.snapshot.client(id).and_then(|c| c.tier.tier);
        json!({ "id": id, "name": self.name(id), "tier": tier })
    }

    fn row(&self, m: &Move) -> Vec<Cell> {
        let words = &self.ctx.words;
        vec![
            Cell::from(words.day(m.to, &self.book.now)),
            Cell::from(self.ctx.word("channel", m.channel.code())),
            Cell::from(self.name(m.client)).style(Style::Bold),
            Cell::from(words.tier(m.tier)),
            Cell::from(words.day(m.from, &self.book.now)).style(Style::Dim),
        ]
    }

    /// Who cannot be kept within the grace, and the days that stay too full.
    fn lines(&self) -> Vec<String> {
        let plan = self.plan;
        let say = |message: Message| self.ctx.say(&message, &self.book.now);
        let mut out = Vec::new();
        for m in plan.of(MoveKind::Beyond) {
            let message = Message::new("cli-spread-beyond")
                .with("client", self.name(m.client))
                .with("channel", m.channel)
                .with("due", m.from)
                .with("to", m.to)
                .with("overdue", m.overdue_from);
            out.push(say(message));
        }
        for s in &plan.squeezed {
            let message = Message::new("cli-spread-stays").with("client", self.name(s.client)).with("channel", s.channel);
            out.push(say(message.with("day", s.day)));
        }
        let full = |id: &'static str, holds: Vec<(Day, usize)>, out: &mut Vec<String>| {
            let more = holds.len().saturating_sub(TOLD);
            for (day, holds) in holds.into_iter().take(TOLD) {
                out.push(say(Message::new(id).with("day", day).with("holds", holds).with("capacity", plan.capacity)));
            }
            if more > 0 {
                out.push(say(Message::new("cli-spread-more-days").with("n", more)));
            }
        };
        full("cli-spread-over", plan.over().map(|d| (d.day, d.after)).collect(), &mut out);
        full("cli-spread-again", plan.over_again().map(|d| (d.day, d.after + d.again)).collect(), &mut out);
        out
    }

    /// Those who are named.
    fn named(&self) -> Value {
        let beyond = |m: &Move| {
            json!({
                "client": self.client(m.client), "channel": m.channel, "due": m.from, "to": m.to, "overdue_from": m.overdue_from,
            })
        };
        let beyond: Vec<Value> = self.plan.of(MoveKind::Beyond).map(beyond).collect();
        let stays = |day: Day| {
            let stays = self.plan.squeezed.iter().filter(move |s| s.day == day);
            stays.map(|s| json!({ "client": self.client(s.client), "channel": s.channel })).collect::<Vec<Value>>()
        };
        let over: Vec<Value> =
            self.plan.over().map(|d| json!({ "day": d.day, "holds": d.after, "contacts": stays(d.day) })).collect();
        json!({ "beyond": beyond, "over": over })
    }

    fn json(&self) -> Value {
        let kind = |kind| match kind {
            MoveKind::Late => "late",
            MoveKind::Within => "within",
            MoveKind::Beyond => "beyond",
        };
        let moves: Vec<Value> = self
            .plan
            .moves
            .iter()
            .map(|m| {
                json!({
                    "client": self.client(m.client), "channel": m.channel, "from": m.from, "to": m.to,
                    "overdue_from": m.overdue_from, "kind": kind(m.kind),
                })
            })
            .collect();
        let days: Vec<Value> = self
            .plan
            .days
            .iter()
            .map(|d| json!({ "day": d.day, "before": d.before, "after": d.after, "again": d.again }))
            .collect();
        let mut all = json!({ "moves": moves, "days": days, "capacity": self.plan.capacity });
        if let (Some(all), Value::Object(named)) = (all.as_object_mut(), self.named()) {
            all.extend(named);
        }
        all
    }
}
