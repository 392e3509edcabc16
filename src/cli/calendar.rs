//! `calendar`: a month with what stands on its days, or one day by time. What stands where is `portfolio::calendar`'s to say; the sheets
//! for a day on the road are `calendar_prep`'s.

use super::args::Args;
use super::context::{Book, Context};
use super::errors::{USAGE, fail};
use super::output::{Cell, Style};
use super::{calendar_prep, today};
use crate::domain::day::Day;
use crate::domain::lunar::LunarDay;
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::domain::when::{self, Look};
use crate::domain::words::{Channel, ItemKind};
use crate::domain::zone::Mark;
use crate::i18n::Lang;
use crate::portfolio::calendar::Calendar;
use crate::portfolio::row;
use crate::portfolio::visits::end_of;
use crate::portfolio::{Assessed, Item};
use crate::text;
use anyhow::Result;
use chrono::Datelike;
use serde_json::{Value, json};

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A month, by its first day.
    Month(Day),
    /// A day.
    Day(Day),
}

/// Prints a month or a day.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let book = ctx.read(args)?;
    let today = book.now.today();
    let prep = args.flag("prep");
    let asked = match args.text("span") {
        Some(text) => asked(&book, &text)?,
        None if prep => Asked::Day(today),
        None => Asked::Month(first_of(today)),
    };
    let lunar = args.flag("lunar") || ctx.words.lang == Lang::Zh;
    let (first, last) = match asked {
        Asked::Month(_) if prep => return Err(fail(USAGE, Message::new("cli-calendar-prep-month"))),
        Asked::Month(first) => (first, first.end_of_month()),
        Asked::Day(day) => (day, day),
    };
    // Said where it does not get between the rows.
    let missing = book.snapshot.time.missing_years(first, last);
    if !missing.is_empty() {
        let years: Vec<String> = missing.iter().map(i32::to_string).collect();
        ctx.aside(&ctx.say(&Message::new("cli-calendar-no-holidays").with("years", years.join(", ")), &book.now));
    }
    if let (true, Asked::Day(day)) = (prep, asked) {
        return calendar_prep::run(ctx, &book, day);
    }
    let days = Calendar::new(&book.snapshot, first, last);
    if ctx.out.json {
        let name = match asked {
            Asked::Month(first) => ("month", json!(format!("{}", first.date().format("%Y-%m")))),
            Asked::Day(day) => ("day", json!(day)),
        };
        let all: Vec<Value> = (0..=last.since(first)).map(|n| day_value(ctx, &book, &days, first.plus(n))).collect();
        let mut value = json!({ "as_of": book.now.instant.rfc3339(book.now.zone), "days": all });
        value[name.0] = name.1;
        return Ok(ctx.out.value(&value)?);
    }
    match asked {
        Asked::Month(first) => month(ctx, &book, &days, first, lunar),
        Asked::Day(day) => one_day(ctx, &book, &days, day, lunar),
    }
}

fn first_of(day: Day) -> Day {
    Day::ymd(day.date().year(), day.date().month(), 1).unwrap_or(day)
}

/// A month by figures or by name, else a day in any words.
fn asked(book: &Book, text: &str) -> Result<Asked> {
    let today = book.now.today();
    if let Some(first) = month_of(text, today) {
        return Ok(Asked::Month(first));
    }
    let then = when::parse(text, &book.now, Look::Ahead).map_err(|m| fail(USAGE, m))?;
    Ok(Asked::Day(then.day))
}

/// Names of months, in both languages.
const MONTHS: [(&str, &str); 12] = [
    ("january", "一月"),
    ("february", "二月"),
    ("march", "三月"),
    ("april", "四月"),
    ("may", "五月"),
    ("june", "六月"),
    ("july", "七月"),
    ("august", "八月"),
    ("september", "九月"),
    ("october", "十月"),
    ("november", "十一月"),
    ("december", "十二月"),
];

/// The first day of a month: `2026-12`, `2026年12月`, `12月`, `dec`, `十二月`, `next month`. A month without a year is this one or one to
/// come.
fn month_of(text: &str, today: Day) -> Option<Day> {
    let plain = text::fold(text);
    let near = |n: i32| Some(first_of(today).plus_months(n));
    match plain.as_str() {
        "this month" | "month" | "本月" | "这个月" => return near(0),
        "next month" | "下月" | "下个月" => return near(1),
        "last month" | "上月" | "上个月" => return near(-1),
        _ => {}
    }
    let named = |(english, chinese): &(&str, &str)| {
        plain == *english || (plain.len() >= 3 && plain.is_ascii() && english.starts_with(&plain)) || plain == *chinese
    };
    let number = MONTHS.iter().position(named).map(|n| n as u32 + 1);
    let number = number.or_else(|| plain.strip_suffix('月')?.parse().ok().filter(|n| (1..=12).contains(n)));
    if let Some(number) = number {
        let year = today.date().year() + i32::from(number < today.date().month());
        return Day::ymd(year, number, 1);
    }
    // Other periods are more than a month; `90d` and the like are days.
    let period = Period::parse(text, today).filter(|p| p.first.date().day() == 1 && p.first.end_of_month() == p.last)?;
    text.contains(['-', '－', '年', '/']).then_some(period.first)
}

/// A special day in a word: a holiday, a make-up day, leave.
fn special(ctx: &Context, book: &Book, day: Day) -> Option<String> {
    let time = &book.snapshot.time;
    let named = |id: &'static str, name: &str| {
        let kind = ctx.words.get(id);
        if name.is_empty() { kind } else { format!("{kind} {name}") }
    };
    if time.on_leave(day) {
        return Some(ctx.words.get("cli-calendar-leave"));
    }
    match time.mark(day) {
        Some((Mark::Off, name)) => Some(named("cli-calendar-off", name)),
        Some((Mark::Work, name)) => Some(named("cli-calendar-work", name)),
        None => None,
    }
}

/// Cells of a day in the grid.
const CELL: usize = 9;

/// A month like `cal` draws it, with contacts against what fits below each day; then what has its day.
fn month(ctx: &Context, book: &Book, days: &Calendar, first: Day, lunar: bool) -> Result<()> {
    let now = &book.now;
    let date = first.date();
    let title = Message::new("cli-calendar-month")
        .with("month", ctx.words.get(&format!("cli-month-{}", date.month())))
        .with("year", date.year().to_string());
    ctx.out.styled(&[(Style::Bold, &ctx.say(&title, now))])?;
    let widths = [CELL; 7];
    let heads: Vec<Cell> =
        (0..7).map(|n| Cell::from(ctx.words.get(&format!("cli-weekday-{n}"))).right().style(Style::Dim)).collect();
    ctx.out.row(&heads, &widths)?;
    let last = first.end_of_month();
    let monday = first.plus(-(first.weekday() as i32));
    for week in 0..=last.since(monday) / 7 {
        let of_week: Vec<Option<Day>> =
            (0..7).map(|n| Some(monday.plus(week * 7 + n)).filter(|d| (first..=last).contains(d))).collect();
        let row = |cell: &dyn Fn(Day) -> Cell| -> Vec<Cell> {
            of_week.iter().map(|day| day.map_or_else(|| Cell::from(""), cell).right()).collect()
        };
        ctx.out.row(&row(&|day| day_head(ctx, book, day)), &widths)?;
        let load = row(&|day| day_load(ctx, book, days, day));
        // Weeks of which nothing is known take no line.
        if of_week.iter().flatten().any(|day| has_load(book, days, *day)) {
            ctx.out.row(&load, &widths)?;
        }
        if lunar {
            let cell = |day: Day| {
                let said = LunarDay::of(day).map(|l| if ctx.words.lang == Lang::Zh { l.cell_zh() } else { l.cell_en() });
                Cell::from(said.unwrap_or_default()).style(Style::Dim)
            };
            ctx.out.row(&row(&cell), &widths)?;
        }
    }
    ctx.out.remark(&ctx.say(&Message::new("cli-calendar-legend"), now))?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut day = first;
    while day <= last {
        let special = special(ctx, book, day);
        let of_day = dated(book, days, day);
        for (n, item) in of_day.iter().enumerate() {
            let when = if n == 0 { ctx.words.day(day, now) } else { String::new() };
            rows.push(item_row(ctx, book, item, when));
        }
        if let Some(special) = special.filter(|_| is_first(book, day, first)) {
            let at = rows.len() - of_day.len();
            let mut cells = vec![Cell::from(ctx.words.day(day, now)).style(Style::Dim)];
            let end = last_of(book, day, last);
            let until = Message::new("cli-calendar-until").with("what", special.clone()).with("day", end);
            let special = if end > day { ctx.say(&until, now) } else { special };
            // Its words may be long: they take the columns behind it.
            cells.push(Cell::from(special).style(Style::Dim));
            rows.insert(at, cells);
        }
        day = day.plus(1);
    }
    if !rows.is_empty() {
        ctx.out.line("")?;
        ctx.out.table(&[], &rows)?;
    }
    Ok(())
}

/// Whether a special day is the first of its stretch in the month: a holiday of eight days is one line.
fn is_first(book: &Book, day: Day, first: Day) -> bool {
    let time = &book.snapshot.time;
    let what = |day: Day| (time.on_leave(day), time.mark(day).map(|(mark, name)| (mark, name.to_owned())));
    day == first || what(day.plus(-1)) != what(day)
}

/// The last day of such a stretch in the month.
fn last_of(book: &Book, day: Day, last: Day) -> Day {
    let mut end = day;
    while end < last && !is_first(book, end.plus(1), day) {
        end = end.plus(1);
    }
    end
}

fn day_head(ctx: &Context, book: &Book, day: Day) -> Cell {
    let time = &book.snapshot.time;
    let mark = match time.mark(day) {
        _ if time.on_leave(day) => ctx.words.get("cli-calendar-mark-leave"),
        Some((Mark::Off, _)) => ctx.words.get("cli-calendar-mark-off"),
        Some((Mark::Work, _)) => ctx.words.get("cli-calendar-mark-work"),
        None => String::new(),
    };
    let here = if day == book.now.today() { "*" } else { "" };
    let gap = if mark.is_empty() { "" } else { " " };
    let style = match (day == book.now.today(), time.is_working(day)) {
        (true, _) => Style::Bold,
        (false, true) => Style::Plain,
        (false, false) => Style::Dim,
    };
    Cell::from(format!("{mark}{gap}{here}{}", day.date().day())).style(style)
}

/// Whether there is something to say of a day.
fn has_load(book: &Book, days: &Calendar, day: Day) -> bool {
    let plan = days.day(day).copied().unwrap_or_default();
    if day < book.now.today() { plan.done > 0 } else { plan.contacts > 0 || plan.capacity > 0 }
}

/// Contacts against what the day has room for; of a day that is over, how many were made.
fn day_load(ctx: &Context, book: &Book, days: &Calendar, day: Day) -> Cell {
    let plan = days.day(day).copied().unwrap_or_default();
    if day < book.now.today() {
        let done = if plan.done > 0 {
            ctx.say(&Message::new("cli-calendar-made").with("count", plan.done), &book.now)
        } else {
            String::new()
        };
        return Cell::from(done).style(Style::Dim);
    }
    if plan.contacts == 0 && plan.capacity == 0 {
        return Cell::from("");
    }
    let style = if plan.is_over() { Style::Red } else { Style::Plain };
    // A sign, too: colour alone says nothing on paper.
    let sign = if plan.is_over() { "!" } else { "" };
    Cell::from(format!("{sign}{}/{}", plan.contacts + plan.done, plan.capacity)).style(style)
}

/// What has this very day: agreed, promised, owed, not the contacts of the plan.
fn dated<'a>(book: &'a Book, days: &Calendar, day: Day) -> Vec<ItemOf<'a>> {
    let on = |item: &Item| days.dated(day).iter().any(|d| d.client == item.client && d.target == item.target);
    with_clients(book, days.items(&book.snapshot, day)).into_iter().filter(|one| on(&one.item)).collect()
}

/// An item with its client.
struct ItemOf<'a> {
    item: Item,
    client: Option<&'a Assessed>,
}

fn with_clients(book: &Book, items: Vec<Item>) -> Vec<ItemOf<'_>> {
    items.into_iter().map(|item| ItemOf { client: item.client.and_then(|id| book.snapshot.client(id)), item }).collect()
}

fn item_row(ctx: &Context, book: &Book, one: &ItemOf<'_>, when: String) -> Vec<Cell> {
    let ItemOf { item, client } = one;
    let time = item.at.map(|at| span(ctx, book, one, at)).unwrap_or_default();
    let name = match client {
        Some(client) => client.name().to_owned(),
        None if item.kind == ItemKind::Batch => {
            ctx.say(&Message::new("cli-today-batch").with("n", item.clients.len()), &book.now)
        }
        None if item.kind == ItemKind::Care => {
            ctx.say(&Message::new("cli-care-clients").with("n", item.clients.len()), &book.now)
        }
        None => String::new(),
    };
    vec![
        Cell::from(when),
        Cell::from(time),
        Cell::from(ctx.say(&row::what(item), &book.now)),
        Cell::from(name).style(Style::Bold),
        Cell::from(client.map(|c| c.tier.label()).unwrap_or_default()),
        Cell::from(ctx.say(&item.reason, &book.now)),
    ]
}

/// From when to when; what has no length, only when.
fn span(ctx: &Context, book: &Book, one: &ItemOf<'_>, at: crate::domain::day::Moment) -> String {
    let minutes = one.client.and_then(|client| {
        let target = one.item.target;
        client.facts.appointments.iter().find(|a| crate::domain::target::Target::Appointment(a.id) == target)?.minutes
    });
    let from = ctx.words.time(at, &book.now);
    match minutes {
        Some(minutes) => format!("{from}-{}", ctx.words.time(end_of(at, Some(minutes)), &book.now)),
        None => from,
    }
}

/// A day: what has a time by its time, what else has the day, then the contacts.
fn one_day(ctx: &Context, book: &Book, days: &Calendar, day: Day, lunar: bool) -> Result<()> {
    let now = &book.now;
    let snapshot = &book.snapshot;
    let plan = days.day(day).copied().unwrap_or_default();
    let mut head = vec![ctx.words.day(day, now)];
    if let Some(lunar) = LunarDay::of(day).filter(|_| lunar) {
        head.push(match ctx.words.lang {
            Lang::Zh => format!("{}{}", lunar.month_zh(), lunar.day_zh()),
            Lang::En => ctx.say(&Message::new("cli-calendar-lunar-day").with("day", lunar.cell_en()), now),
        });
    }
    head.extend(special(ctx, book, day));
    if day >= now.today() {
        let id = if plan.capacity == 0 { "cli-calendar-contacts-closed" } else { "cli-calendar-contacts" };
        let count = Message::new(id).with("count", plan.contacts).with("capacity", plan.capacity).with("made", plan.done);
        head.push(ctx.say(&count, now));
    }
    ctx.out.styled(&[(Style::Bold, &head.join("   "))])?;
    let all = with_clients(book, days.items(snapshot, day));
    let (mut timed, rest): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| one.item.at.is_some_and(|at| at.day(now.zone) == day));
    timed.sort_by_key(|one| one.item.at);
    let is_contact = |one: &ItemOf<'_>| matches!(one.item.kind, ItemKind::Contact | ItemKind::Batch);
    let (contacts, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_contact);
    let again = days.again(day);
    let done = days.done(snapshot, day);
    let done = if day <= now.today() { done } else { Vec::new() };
    let mut nothing = true;
    for (heading, items) in [("cli-calendar-timed", &timed), ("cli-calendar-others", &others), ("cli-calendar-due", &contacts)]
    {
        if items.is_empty() {
            continue;
        }
        nothing = false;
        ctx.out.styled(&[(Style::Dim, &ctx.words.get(heading))])?;
        let rows: Vec<Vec<Cell>> = items.iter().map(|one| day_row(ctx, book, one)).collect();
        ctx.out.table(&[], &rows)?;
    }
    let names = |ids: Vec<crate::domain::id::Id>| -> Vec<Vec<Cell>> {
        let row = |client: &Assessed| {
            let name = Cell::from(client.name().to_owned()).style(Style::Dim);
            vec![Cell::from(" "), Cell::from(""), Cell::from(""), name, Cell::from(client.tier.label())]
        };
        ids.into_iter().filter_map(|id| snapshot.client(id)).map(row).collect()
    };
    for (heading, rows) in
        [("cli-calendar-again", names(again.iter().map(|a| a.client).collect())), ("cli-calendar-done", names(done))]
    {
        if !rows.is_empty() {
            nothing = false;
            ctx.out.styled(&[(Style::Dim, &ctx.words.get(heading))])?;
            ctx.out.table(&[], &rows)?;
        }
    }
    if nothing {
        ctx.out.line(&ctx.words.get("calendar-empty"))?;
    }
    Ok(())
}

/// A row of a day: of a visit without a place, the address it leads to.
fn day_row(ctx: &Context, book: &Book, one: &ItemOf<'_>) -> Vec<Cell> {
    let mut row = item_row(ctx, book, one, " ".to_owned());
    let visits = one.item.channel == Some(Channel::Visit) && one.item.kind == ItemKind::Appointment;
    if let Some(client) = one.client.filter(|_| visits) {
        let agreed =
            client.facts.appointments.iter().find(|a| crate::domain::target::Target::Appointment(a.id) == one.item.target);
        if agreed.is_some_and(|a| a.place.is_none())
            && let Some(address) = calendar_prep::address(book, client.id())
        {
            row.push(Cell::from(address));
        }
    }
    row
}

fn day_value(ctx: &Context, book: &Book, days: &Calendar, day: Day) -> Value {
    let snapshot = &book.snapshot;
    let time = &snapshot.time;
    let plan = days.day(day).copied().unwrap_or_default();
    let holiday =
        time.mark(day).map(|(mark, name)| json!({ "kind": if mark == Mark::Off { "off" } else { "work" }, "name": name }));
    let lunar = LunarDay::of(day).map(|l| {
        json!({ "year": l.year, "month": l.month, "leap": l.leap, "day": l.day, "text": format!("{}{}", l.month_zh(), l.day_zh()) })
    });
    let items: Vec<Value> = days.items(snapshot, day).iter().map(|i| today::item(ctx, book, i)).collect();
    json!({
        "day": day,
        "working": time.is_working(day),
        "holiday": holiday,
        "leave": time.on_leave(day),
        "contacts": plan.contacts,
        "again": plan.again,
        "timed": plan.timed,
        "others": plan.others,
        "done": plan.done,
        "capacity": plan.capacity,
        "lunar": lunar,
        "items": items,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_by_figures_and_by_name_and_nothing_else_is_one() {
        let today = Day::ymd(2026, 11, 23).unwrap();
        let month = |text| month_of(text, today).map(|day| day.to_string());
        for text in ["2026-12", "2026/12", "2026年12月", "12月", "十二月", "dec", "Dec", "December", "next month", "下个月"]
        {
            assert_eq!(month(text).as_deref(), Some("2026-12-01"), "{text}");
        }
        assert_eq!(month("nov").as_deref(), Some("2026-11-01"), "this one still");
        assert_eq!(month("十月").as_deref(), Some("2027-10-01"), "one to come");
        assert_eq!(month("2026-03").as_deref(), Some("2026-03-01"));
        for text in ["2026", "2026-12-05", "12-05", "de", "mon", "fri", "90d", "2026-Q4", "13月", "today", "m", "二十三月"]
        {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
