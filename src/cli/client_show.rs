//! `client show`: everything about one client, as a page or as JSON.

use super::args::Args;
use super::client_list;
use super::context::{Book, Context};
use super::output::{Cell, Style};
use super::{
    appointment, care_list, complaint, engagement, gift, invoice, lost, opportunity, person, playbook, relation, survey, task,
};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::{CareKind, Status, Tier};
use crate::portfolio::consent;
use crate::portfolio::explain::{every, state_code};
use crate::portfolio::projects;
use crate::portfolio::prospects::ordered;
use crate::portfolio::tier_history::history;
use crate::portfolio::value as worth;
use crate::portfolio::{Assessed, DueState, Requirement};
use crate::store::{ClientDetail, PointDetail, TouchDetail};
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Touches shown on the page; JSON has them all, as far as the store hands them out.
const SHOWN: usize = 8;

/// Shows one client.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let id = book.client(&args.needed("client"))?;
    let client = book.assessed(id)?;
    let Some(detail) = book.store.detail_until(id, book.now.instant)? else { return Ok(()) };
    if ctx.out.json {
        return Ok(ctx.out.value(&value(&book, client, &detail))?);
    }
    page(ctx, &book, client, &detail)
}

fn page(ctx: &Context, book: &Book, client: &Assessed, detail: &ClientDetail) -> Result<()> {
    let now = &book.now;
    let say = |m: Message| ctx.say(&m, now);
    let row = &client.facts.client;
    ctx.out.styled(&[(Style::Bold, client.name()), (Style::Plain, "  "), (Style::Bold, &client.tier.label())])?;
    let mut who = vec![
        // Only a decision has a day worth reading; an active client is one since it is there.
        match client.status {
            Status::Active | Status::Lead => ctx.word("status", client.status.code()),
            status => {
                say(Message::new("cli-show-status").with("status", ctx.word("status", status.code())).with("on", row.status_on))
            }
        },
        say(Message::new("cli-show-since").with("kind", ctx.word("clientkind", row.kind.code())).with("since", row.since)),
    ];
    who.extend([&row.industry, &row.region, &row.size].into_iter().flatten().cloned());
    who.extend(client.facts.tags.iter().map(|t| format!("#{t}")));
    ctx.out.line(&who.join(", "))?;
    let mut more = Vec::new();
    if !detail.aliases.is_empty() {
        let names: Vec<&str> = detail.aliases.iter().map(|a| a.name.as_str()).collect();
        more.push(say(Message::new("cli-show-also").with("names", names.join(", "))));
    }
    if let Some(until) = client.paused {
        more.push(say(Message::new("cli-show-paused").with("day", until)));
    }
    if let Some(channel) = row.preferred_channel {
        more.push(say(Message::new("cli-show-preferred").with("channel", channel)));
    }
    if let Some(language) = row.language {
        more.push(ctx.word("client-language", language.code()));
    }
    if let Some(code) = &row.culture {
        let found = book.snapshot.cultures.get(code).map(|c| c.names.get(ctx.words.lang.language()));
        more.push(say(Message::new("cli-show-culture").with("culture", found.unwrap_or(code))));
    }
    if let Some(quiet) = row.quiet {
        more.push(say(Message::new("cli-show-quiet").with("from", quiet.from_text()).with("to", quiet.to_text())));
    }
    if let Some(year) = client_list::billed(book.snapshot.currency, client) {
        let open: Vec<String> = client
            .facts
            .billed
            .iter()
            .filter(|b| b.open != 0)
            .map(|b| Money { minor: b.open, currency: b.currency }.to_string())
            .collect();
        let open = if open.is_empty() { "0".to_owned() } else { open.join(" + ") };
        more.push(say(Message::new("cli-show-worth").with("year", year).with("open", open)));
    }
    if !more.is_empty() {
        ctx.out.line(&more.join(", "))?;
    }
    for words in worth::glance(&book.snapshot, client).into_iter().chain(worth::decision(&book.snapshot, client)) {
        ctx.out.line(&say(words))?;
    }
    section(ctx, "cli-show-facts", known(ctx, book, client, detail))?;
    let said = detail.consents.iter().map(|said| vec![Cell::from(say(consent::words(said)))]).collect();
    section(ctx, "cli-show-consent", said)?;
    section(ctx, "cli-show-reach", points(ctx, book, detail, None))?;
    section(ctx, "cli-show-people", people(ctx, book, client, detail))?;
    section(ctx, "cli-show-care", care_list::of_client(ctx, book, client))?;
    section(ctx, "cli-show-gifts", detail.gifts.iter().take(SHOWN).map(|g| gift::line(ctx, book, g, detail)).collect())?;
    section(ctx, "cli-show-cases", complaint::of_client(ctx, book, client))?;
    section(ctx, "cli-show-playbooks", playbook::of_client(ctx, book, client))?;
    section(ctx, "cli-show-tiers", tiers(ctx, book, client))?;
    section(ctx, "cli-show-plan", client.plan.iter().map(|r| requirement(ctx, book, r)).collect())?;
    section(ctx, "cli-show-appointments", appointments(ctx, book, client))?;
    section(ctx, "cli-show-tasks", tasks(ctx, book, client))?;
    section(ctx, "cli-show-invoices", invoices(ctx, book, client))?;
    section(ctx, "cli-show-engagements", engagements(ctx, book, client))?;
    section(
        ctx,
        "cli-show-opportunities",
        ordered(&client.facts).into_iter().map(|o| opportunity::line(ctx, book, o)).collect(),
    )?;
    section(ctx, "cli-show-relations", relation::rows(ctx, book, client))?;
    section(ctx, "cli-show-surveys", client.facts.surveys.iter().take(SHOWN).map(|s| survey::line(ctx, book, s)).collect())?;
    section(ctx, "cli-show-outcomes", lost::rows(ctx, book, client, detail))?;
    section(ctx, "cli-show-touches", detail.touches.iter().take(SHOWN).map(|t| touch(ctx, book, t)).collect())?;
    let more = (client.facts.touches as usize).saturating_sub(SHOWN);
    if more > 0 {
        ctx.out.remark(&format!("  {}", say(Message::new("cli-show-more").with("n", more))))?;
    }
    Ok(())
}

fn section(ctx: &Context, title: &str, rows: Vec<Vec<Cell>>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    ctx.out.line("")?;
    ctx.out.styled(&[(Style::Bold, &ctx.words.get(title))])?;
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| std::iter::once(Cell::from("")).chain(row).collect()).collect();
    ctx.out.table(&[], &rows)?;
    Ok(())
}

fn known(ctx: &Context, book: &Book, client: &Assessed, detail: &ClientDetail) -> Vec<Vec<Cell>> {
    let need_type = client.facts.client.need_type.as_deref().map(|code| {
        let why = worth::need_why_words(detail.need_why.as_deref().unwrap_or_default());
        let message = Message::new("brief-need-type").with("need", worth::need_words(code)).with("why", why);
        ctx.say(&message, &book.now)
    });
    let own = [
        ("field-need-type", need_type),
        ("cli-show-need", detail.need.clone()),
        ("cli-show-note", detail.note.clone()),
        ("cli-show-do-not-mention", detail.do_not_mention.clone()),
        ("cli-show-response", detail.response_hours.map(|h| h.to_string())),
        ("cli-show-source", detail.source.clone()),
    ];
    let own = own.into_iter().filter_map(|(id, value)| value.map(|v| (ctx.words.get(id), v)));
    let extra = detail.extra.iter().filter(|e| e.person.is_none()).map(|e| (e.name.clone(), e.value.clone()));
    own.chain(extra)
        .map(|(name, value)| {
            let value = crate::text::one_line(&value).into_owned();
            vec![Cell::from(name).style(Style::Dim), Cell::from(value)]
        })
        .collect()
}

/// The tier month by month, and its changes.
fn tiers(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let past = history(client, &book.now);
    let strip = past.is_drawn().then(|| ctx.say(&Message::new("explain-months").with("strip", past.strip()), &book.now));
    let changes = past.changes.iter().take(SHOWN).map(|c| ctx.say(&c.words(), &book.now));
    strip.into_iter().chain(changes).map(|line| vec![Cell::from(line)]).collect()
}

fn points(ctx: &Context, book: &Book, detail: &ClientDetail, person: Option<crate::domain::id::Id>) -> Vec<Vec<Cell>> {
    detail.points.iter().filter(|p| p.person == person).map(|p| point(ctx, book, p)).collect()
}

fn point(ctx: &Context, book: &Book, point: &PointDetail) -> Vec<Cell> {
    let day = |id, day| ctx.say(&Message::new(id).with("day", day), &book.now);
    let note = match (point.invalid_since, point.verified_on) {
        (Some(since), _) => day("cli-show-invalid", since),
        (None, Some(on)) => day("cli-show-verified", on),
        (None, None) => String::new(),
    };
    vec![
        Cell::from(ctx.word("point", point.kind.code())).style(Style::Dim),
        Cell::from(point.value.as_str()),
        Cell::from(point.label.clone().unwrap_or_default()),
        Cell::from(note).style(Style::Dim),
    ]
}

fn people(ctx: &Context, book: &Book, client: &Assessed, detail: &ClientDetail) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for person in &detail.people {
        let own = client.facts.care_dates.iter().find(|row| row.person == Some(person.id) && row.kind == CareKind::Birthday);
        let birthday = own.map(|row| {
            let told = Message::new("care-birthday-on").with("date", row.yearly().words());
            ctx.say(&told, &book.now)
        });
        rows.push(vec![
            Cell::from(person.name.as_str()),
            Cell::from(person.role.clone().unwrap_or_default()),
            Cell::from(birthday.unwrap_or_default()).style(Style::Dim),
        ]);
        for row in points(ctx, book, detail, Some(person.id)) {
            rows.push(std::iter::once(Cell::from("")).chain(row).collect());
        }
        if let Some(note) = &person.note {
            let note = crate::text::one_line(note).into_owned();
            rows.push(vec![Cell::from(""), Cell::from(ctx.words.get("cli-show-note")).style(Style::Dim), Cell::from(note)]);
        }
        for extra in detail.extra.iter().filter(|e| e.person == Some(person.id)) {
            let value = crate::text::one_line(&extra.value).into_owned();
            rows.push(vec![Cell::from(""), Cell::from(extra.name.as_str()).style(Style::Dim), Cell::from(value)]);
        }
    }
    rows
}

fn requirement(ctx: &Context, book: &Book, r: &Requirement) -> Vec<Cell> {
    let say = |m: Message| ctx.say(&m, &book.now);
    let state = match &r.state {
        DueState::Snoozed { until, .. } => say(Message::new("cli-show-state-snoozed").with("until", *until)),
        DueState::Booked { start, .. } => say(Message::new("cli-show-state-booked").with("start", *start)),
        DueState::Paused { until } => say(Message::new("cli-show-state-paused").with("until", *until)),
        DueState::Retry { .. } => ctx.words.get("cli-show-state-retry"),
        DueState::Open if r.late_days > 0 => say(Message::new("cli-show-state-late").with("days", r.late_days)),
        DueState::Open => String::new(),
    };
    let line = Message::new("cli-show-requirement").with("channel", r.channel).with("every", every(r.every)).with("due", r.due);
    let late = r.is_late(book.now.today());
    let why = r.overridden.clone().unwrap_or_default();
    vec![
        Cell::from(say(line)),
        Cell::from(state).style(if late { Style::Red } else { Style::Plain }),
        Cell::from(why).style(Style::Dim),
    ]
}

fn appointments(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    client
        .facts
        .appointments
        .iter()
        .map(|a| {
            vec![
                Cell::from(ctx.words.moment(a.start, &book.now)),
                Cell::from(ctx.word("channel", a.channel.code())),
                Cell::from(a.place.clone().unwrap_or_default()),
                Cell::from(a.note.clone().unwrap_or_default()),
            ]
        })
        .collect()
}

fn tasks(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let row = |t: &crate::domain::facts::TaskRow| {
        let late = t.due < book.now.today();
        vec![
            Cell::from(ctx.words.day(t.due, &book.now)).style(if late { Style::Red } else { Style::Plain }),
            Cell::from(ctx.word("task", t.kind.code())),
            Cell::from(t.text.as_str()),
        ]
    };
    client.facts.tasks.iter().map(row).collect()
}

fn invoices(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let row = |i: &crate::domain::facts::InvoiceRow| {
        let due = book.snapshot.invoice_due(i);
        let late = due < book.now.today();
        vec![
            Cell::from(i.number.clone().unwrap_or_default()),
            Cell::from(Money { minor: i.amount, currency: i.currency }.to_string()).right(),
            Cell::from(ctx.words.day(due, &book.now)).style(if late { Style::Red } else { Style::Plain }),
            Cell::from(i.product.clone().unwrap_or_default()),
        ]
    };
    client.facts.open_invoices.iter().map(row).collect()
}

fn engagements(ctx: &Context, book: &Book, client: &Assessed) -> Vec<Vec<Cell>> {
    let progress = |e: &crate::domain::facts::EngagementRow| {
        let next = e.next().map(|m| projects::milestone_words(m, book.now.today()));
        let parts: Vec<String> = projects::progress(e).into_iter().chain(next).map(|m| ctx.say(&m, &book.now)).collect();
        parts.join("; ")
    };
    let row = |e: &crate::domain::facts::EngagementRow| {
        vec![
            Cell::from(e.title.as_str()),
            Cell::from(ctx.word("engagement", e.kind.code())),
            Cell::from(ctx.word("engagementstatus", e.status.code())),
            Cell::from(ctx.words.day(e.start, &book.now)),
            Cell::from(e.end.map(|d| ctx.words.day(d, &book.now)).unwrap_or_default()),
            Cell::from(progress(e)),
        ]
    };
    client.facts.engagements.iter().map(row).collect()
}

fn touch(ctx: &Context, book: &Book, touch: &TouchDetail) -> Vec<Cell> {
    let row = &touch.row;
    let note = touch.note.as_deref().map(|n| crate::text::one_line(n).into_owned()).unwrap_or_default();
    vec![
        Cell::from(ctx.words.moment(row.at, &book.now)),
        Cell::from(ctx.word("channel", row.channel.code())),
        Cell::from(ctx.word("direction", row.direction.code())).style(Style::Dim),
        Cell::from(ctx.word("outcome", row.outcome.code())),
        Cell::from(note),
    ]
}

fn value(book: &Book, client: &Assessed, detail: &ClientDetail) -> Value {
    let row = &client.facts.client;
    let zone = book.now.zone;
    let mut all = match client_list::value(book, client) {
        Value::Object(all) => all,
        _ => Map::new(),
    };
    let mut put = |name: &str, value: Value| {
        all.insert(name.to_owned(), value);
    };
    put("since", json!(row.since));
    put("status_on", json!(row.status_on));
    put("status_why", json!(detail.status_why));
    put("aliases", json!(detail.aliases.iter().map(|a| &a.name).collect::<Vec<_>>()));
    put("size", json!(row.size));
    put("need", json!(detail.need));
    put("need_why", json!(detail.need_why));
    for (name, range) in client_list::lifetime(book, client) {
        put(&name, range);
    }
    put("source", json!(detail.source));
    put("note", json!(detail.note));
    put("do_not_mention", json!(detail.do_not_mention));
    put("potential", json!(row.potential));
    put("fit", json!(row.fit));
    put("budget", json!(row.budget));
    put("preferred_channel", json!(row.preferred_channel));
    put("quiet", json!(row.quiet));
    put("response_hours", json!(detail.response_hours));
    put("reviewed_on", json!(row.reviewed_on));
    put("review_due", json!(client.review_due));
    put("paused_until", json!(client.paused));
    put("tier_detail", tier(client));
    let own: Vec<Value> = detail.points.iter().filter(|p| p.person.is_none()).map(point_value).collect();
    put("points", own.into());
    put("people", person::people(detail));
    let extra: Vec<Value> =
        detail.extra.iter().map(|e| json!({ "name": e.name, "value": e.value, "person": e.person })).collect();
    put("extra", extra.into());
    put("relations", relation::values(book, client));
    put("playbooks", client.facts.runs.iter().map(|r| playbook::value(book, client, r, Some(detail))).collect());
    put("language", json!(row.language));
    put("culture", json!(row.culture));
    put("care_dates", care_list::values(book, client));
    put("gifts", detail.gifts.iter().map(|g| gift::value(g, detail)).collect());
    put("surveys", client.facts.surveys.iter().map(|s| survey::value(s, Some(detail))).collect());
    put("survey_due", json!(client.survey_due));
    put("outcomes", lost::values(client, detail));
    put("complaints", client.cases.iter().map(|case| complaint::value(book, case)).collect());
    let quadrants = client.facts.quadrants.iter().map(|(t, q)| json!({ "target": t.to_string(), "quadrant": q }));
    put("quadrants", quadrants.collect());
    put("plan", client.plan.iter().map(|r| plan(book, r)).collect());
    put("appointments", client.facts.appointments.iter().map(|a| appointment::value(book, client, a)).collect());
    put("tasks", client.facts.tasks.iter().map(|t| task::value(book, client, t)).collect());
    put("open_invoices", client.facts.open_invoices.iter().map(|i| invoice::value(row, i)).collect());
    put("engagements", client.facts.engagements.iter().map(|e| engagement::value(book, client, e)).collect());
    let prospects = ordered(&client.facts).into_iter();
    put("opportunities", prospects.map(|o| opportunity::value(&book.snapshot, client, o, &detail.opportunities)).collect());
    let touches: Vec<Value> = detail
        .touches
        .iter()
        .map(|t| {
            json!({
                "id": t.row.id,
                "at": t.row.at.rfc3339(zone),
                "channel": t.row.channel,
                "direction": t.row.direction,
                "outcome": t.row.outcome,
                "flag": t.row.flag,
                "person": t.person,
                "minutes": t.row.minutes,
                "note": t.note,
            })
        })
        .collect();
    put("touches", touches.into());
    Value::Object(all)
}

fn tier(client: &Assessed) -> Value {
    let tier = &client.tier;
    let pin = tier.pin.as_ref();
    json!({
        "computed": tier.computed,
        "held": client.facts.tier_change.map(|t| t.to),
        "offered": tier.offer.map(|o| o.to),
        "share": tier.standing.map(|s| s.share),
        "unsorted": tier.unsorted,
        "advice": tier.advice,
        "thin": tier.thin,
        "pin": pin.map(|p| json!({ "tier": p.tier, "reason": p.reason, "from": p.from, "until": p.until, "review_on": p.review_on })),
        "was": tier.was.map(Tier::code),
    })
}

fn point_value(point: &PointDetail) -> Value {
    json!({
        "id": point.id,
        "kind": point.kind,
        "value": point.value,
        "label": point.label,
        "verified_on": point.verified_on,
        "invalid_since": point.invalid_since,
    })
}

fn plan(book: &Book, r: &Requirement) -> Value {
    json!({
        "channel": r.channel,
        "every": r.every.to_string(),
        "grace": r.grace,
        "last": r.last.map(|(at, _)| at.rfc3339(book.now.zone)),
        "due": r.due,
        "overdue_from": r.overdue_from,
        "late_days": r.late_days,
        "overdue": r.is_late(book.now.today()),
        "state": state_code(&r.state),
        "because": r.overridden,
    })
}
