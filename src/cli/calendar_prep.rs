//! `calendar DAY --prep`: a day on the road, ready to be printed: who is met when and where, the sheet of each, and who else is near.
//! What stands on a sheet is `portfolio::prep`'s to say, who is near `portfolio::visits`'.

use super::brief;
use super::context::{Book, Context};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::AppointmentRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::{Channel, PointKind};
use crate::portfolio::completeness;
use crate::portfolio::prep::{self, escape};
use crate::portfolio::visits::{VisitDay, end_of};
use crate::store::ClientDetail;
use crate::text;
use anyhow::Result;
use serde_json::{Value, json};

/// Somebody who is met on the day.
struct Meeting<'a> {
    client: Id,
    channel: Channel,
    agreed: Option<&'a AppointmentRow>,
    detail: ClientDetail,
}

/// Prints the day.
pub fn run(ctx: &Context, book: &Book, day: Day) -> Result<()> {
    let visits = VisitDay::of(&book.snapshot, day);
    let meetings = meetings(book, day, &visits)?;
    if ctx.out.json {
        let all: Vec<Value> = meetings.iter().map(|m| value(ctx, book, m)).collect::<Result<_>>()?;
        let near: Vec<Value> = visits
            .near
            .iter()
            .filter_map(|n| {
                let client = book.snapshot.client(n.client)?;
                let last = n.last.map(|at| at.rfc3339(book.now.zone));
                let who = json!({ "id": client.id(), "name": client.name(), "tier": client.tier.tier });
                Some(json!({ "client": who, "region": n.region, "due": n.due, "overdue": n.overdue, "last": last }))
            })
            .collect();
        let next = visits.next.map(|at| at.rfc3339(book.now.zone));
        let value = json!({ "day": day, "meetings": all, "regions": visits.regions, "near": near, "next": next });
        return Ok(ctx.out.value(&value)?);
    }
    Ok(ctx.out.block(&markdown(ctx, book, day, &visits, &meetings)?)?)
}

/// Agreed ones by time, then the visits that are due and have no time yet.
fn meetings<'a>(book: &'a Book, day: Day, visits: &VisitDay) -> Result<Vec<Meeting<'a>>> {
    let zone = book.now.zone;
    let mut agreed: Vec<(Id, Channel, Option<&AppointmentRow>)> = Vec::new();
    for client in book.snapshot.present() {
        let of_day = client.facts.appointments.iter().filter(|a| a.start.day(zone) == day);
        agreed.extend(of_day.map(|a| (client.id(), a.channel, Some(a))));
    }
    agreed.sort_by_key(|(id, _, a)| (a.map(|a| a.start), *id));
    let due = visits.visits.iter().filter(|v| v.at.is_none()).map(|v| (v.client, Channel::Visit, None));
    let mut out = Vec::new();
    for (client, channel, agreed) in agreed.into_iter().chain(due) {
        if let Some(detail) = book.store.detail_until(client, book.now.instant)? {
            out.push(Meeting { client, channel, agreed, detail });
        }
    }
    Ok(out)
}

/// Usable addresses of a kind, the client's own first.
fn points(detail: &ClientDetail, kind: PointKind) -> Vec<String> {
    let mut found: Vec<_> = detail.points.iter().filter(|p| p.kind == kind && p.invalid_since.is_none()).collect();
    found.sort_by_key(|p| (p.person.is_some(), p.rank));
    found.into_iter().map(|p| text::one_line(&p.value).into_owned()).collect()
}

/// Where a client is visited.
pub fn address(book: &Book, client: Id) -> Option<String> {
    let detail = book.store.detail_until(client, book.now.instant).ok().flatten()?;
    points(&detail, PointKind::Address).into_iter().next()
}

/// Where they meet: as agreed, else where the client is.
fn place(meeting: &Meeting<'_>) -> Option<String> {
    let agreed = meeting.agreed.and_then(|a| a.place.as_deref()).map(|p| text::one_line(p).into_owned());
    let visits = matches!(meeting.channel, Channel::Visit);
    agreed.or_else(|| points(&meeting.detail, PointKind::Address).into_iter().next().filter(|_| visits))
}

fn time(ctx: &Context, book: &Book, agreed: Option<&AppointmentRow>) -> String {
    match agreed {
        Some(a) => {
            let time = |at: Moment| ctx.words.time(at, &book.now);
            format!("{}-{}", time(a.start), time(end_of(a.start, a.minutes)))
        }
        None => ctx.words.get("visits-no-time"),
    }
}

fn markdown(ctx: &Context, book: &Book, day: Day, visits: &VisitDay, meetings: &[Meeting<'_>]) -> Result<String> {
    let now = &book.now;
    let mut out = format!("# {}\n\n", ctx.say(&Message::new("cli-calendar-sheets").with("day", day), now));
    if meetings.is_empty() {
        out.push_str(&ctx.words.get("cli-calendar-prep-nothing"));
        out.push('\n');
    }
    for meeting in meetings {
        let client = book.assessed(meeting.client)?;
        let channel = ctx.word("channel", meeting.channel.code());
        let name = escape(&text::one_line(client.name()));
        out.push_str(&format!("- **{}** {channel}: {name} ({})\n", time(ctx, book, meeting.agreed), client.tier.label()));
        let note = meeting.agreed.and_then(|a| a.note.as_deref()).map(|n| text::one_line(n).into_owned());
        let phone = points(&meeting.detail, PointKind::Phone);
        let phone = (!phone.is_empty()).then(|| phone.join(", "));
        for (id, what) in [("cli-calendar-where", place(meeting)), ("cli-calendar-phone", phone), ("cli-calendar-note", note)] {
            if let Some(what) = what {
                out.push_str(&format!("  - {}\n", escape(&ctx.say(&Message::new(id).with("text", what), now))));
            }
        }
    }
    let mut seen: Vec<Id> = Vec::new();
    for meeting in meetings.iter() {
        // Whoever is met twice has one sheet.
        if !seen.contains(&meeting.client) {
            seen.push(meeting.client);
            let client = book.assessed(meeting.client)?;
            out.push_str("\n---\n\n");
            out.push_str(&prep::sheet(&book.snapshot, client, &meeting.detail, &ctx.words));
        }
    }
    if !visits.near.is_empty() {
        let title = Message::new("visits-title").with("day", day).with("region", visits.regions.join(", "));
        out.push_str(&format!("\n---\n\n## {}\n\n", escape(&ctx.say(&title, now))));
        for near in &visits.near {
            let client = book.assessed(near.client)?;
            let id = if near.overdue { "cli-calendar-near-late" } else { "cli-calendar-near" };
            let last = match near.last {
                Some(at) => Message::new("cli-calendar-last").with("day", at.day(now.zone)),
                None => Message::new("visits-never"),
            };
            let line = Message::new(id)
                .with("client", text::one_line(client.name()).into_owned())
                .with("tier", client.tier.label())
                .with("region", near.region.clone())
                .with("day", near.due)
                .with("last", last);
            out.push_str(&format!("- {}\n", escape(&ctx.say(&line, now))));
        }
    }
    Ok(out)
}

fn value(ctx: &Context, book: &Book, meeting: &Meeting<'_>) -> Result<Value> {
    let client = book.assessed(meeting.client)?;
    let zone = book.now.zone;
    let gathered = prep::of(&book.snapshot, client, &meeting.detail);
    let known = completeness::of(&book.snapshot, client, &meeting.detail);
    let who = json!({ "id": client.id(), "name": client.name(), "tier": client.tier.tier });
    Ok(json!({
        "client": who.clone(),
        "channel": meeting.channel,
        "start": meeting.agreed.map(|a| a.start.rfc3339(zone)),
        "end": meeting.agreed.map(|a| end_of(a.start, a.minutes).rfc3339(zone)),
        "place": place(meeting),
        "phones": points(&meeting.detail, PointKind::Phone),
        "note": meeting.agreed.and_then(|a| a.note.clone()),
        "sheet": brief::value(ctx, book, &gathered, &known, who),
    }))
}
