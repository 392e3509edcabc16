//! The calendar: the day in front, month or agenda, and the rows of what stands on a day. How much stands where is the portfolio's to
//! say, how it is drawn the view's.

use super::command::Do;
use super::find::Found;
use super::list::{Entry, List, Row, RowId};
use super::model::Model;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::i18n::Lang;
use crate::portfolio::calendar::Calendar as Days;
use crate::portfolio::{Item, Queue, Snapshot};
use chrono::Datelike;
use std::collections::HashSet;

/// State of the tab.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Its rows: those of the day, in the agenda those of the week.
    pub list: List,
    /// The items the rows name.
    pub items: Vec<Item>,
    /// The day in front.
    pub day: Day,
    /// The days of a week one after the other instead of a month with one day's rows.
    pub agenda: bool,
    /// Whether lunar days stand in the cells, once that was chosen; else where the language is Chinese.
    pub lunar: Option<bool>,
    /// The days shown, counted.
    pub days: Days,
    /// First and last of them.
    pub span: (Day, Day),
    /// The day of each row.
    row_days: Vec<Day>,
}

impl Calendar {
    /// On this day.
    pub fn new(day: Day) -> Calendar {
        Calendar {
            list: List::default(),
            items: Vec::new(),
            day,
            agenda: false,
            lunar: None,
            days: Days::default(),
            span: (day, day),
            row_days: Vec::new(),
        }
    }

    /// Whether lunar days stand in the cells.
    pub fn shows_lunar(&self, lang: Lang) -> bool {
        self.lunar.unwrap_or(lang == Lang::Zh)
    }

    /// The day a row stands on.
    pub fn day_of(&self, id: RowId) -> Option<Day> {
        let at = self.list.entries().find(|(_, e)| e.id == id).map(|(n, _)| n)?;
        self.row_days.get(at).copied()
    }

    /// Selects the first row of a client on a day; `false` when there is none.
    pub fn select_on(&mut self, client: Id, day: Day) -> bool {
        let on = |n: &usize| self.row_days.get(*n) == Some(&day);
        let row = self.list.entries().find(|(n, e)| on(n) && e.id.client == Some(client)).map(|(_, e)| e.id);
        row.is_some_and(|id| self.list.select(id))
    }

    /// The first day of the month in front.
    pub fn month(&self) -> Day {
        let date = self.day.date();
        Day::ymd(date.year(), date.month(), 1).unwrap_or(self.day)
    }
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day.plus(-(day.weekday() as i32))
}

/// The days a month is drawn with: whole weeks, Monday first.
pub fn span_of_month(month: Day) -> (Day, Day) {
    (monday(month), monday(month.end_of_month()).plus(6))
}

/// How many hits of the filter that have nothing in these days are shown.
const OTHERS: usize = 200;

/// Whether the agenda is drawn: where it was asked for, and where a month has no room.
pub fn is_agenda(model: &Model) -> bool {
    model.calendar.agenda || model.size.0 < 72 || model.size.1 < 22
}

/// Counts the days anew and puts the rows in; `true` when the selected row is still there.
pub fn renew(model: &mut Model, move_on: bool) -> bool {
    let month = span_of_month(model.calendar.month());
    let span = (month.0.min(monday(model.calendar.day)), month.1);
    model.calendar.days = Days::new(&model.book, span.0, span.1);
    model.calendar.span = span;
    fill(model, move_on)
}

/// Puts the rows of the day or the week in, from days that are counted already.
fn fill(model: &mut Model, move_on: bool) -> bool {
    let agenda = is_agenda(model);
    let found = model.find.as_ref().and_then(|f| Some(Found { ids: f.hits.as_deref()?, ranked: f.ranked }));
    let (book, calendar) = (&model.book, &model.calendar);
    let mut rows =
        Rows { book, days: &calendar.days, items: Vec::new(), rows: Vec::new(), row_days: Vec::new(), seen: HashSet::new() };
    match found {
        Some(found) => rows.found(calendar.span, &found),
        None if agenda => (0..7).map(|n| monday(calendar.day).plus(n)).for_each(|day| rows.headed(day, None)),
        None => rows.day(calendar.day, None),
    }
    let Rows { items, rows, row_days, .. } = rows;
    let kept = model.calendar.list.replace(rows, move_on);
    (model.calendar.items, model.calendar.row_days) = (items, row_days);
    kept
}

/// The rows while they are made.
struct Rows<'a> {
    book: &'a Snapshot,
    days: &'a Days,
    items: Vec<Item>,
    rows: Vec<Row>,
    row_days: Vec<Day>,
    /// What stands in two places stands in the first.
    seen: HashSet<RowId>,
}

impl Rows<'_> {
    fn push(&mut self, row: Row, day: Day) {
        self.rows.push(row);
        self.row_days.push(day);
    }

    /// A day with its heading.
    fn headed(&mut self, day: Day, only: Option<&HashSet<Id>>) {
        let heading = Message::new("calendar-day").with("day", day);
        let before = self.rows.len();
        self.push(Row::Heading(heading), day);
        self.day(day, only);
        if only.is_some() && self.rows.len() == before + 1 {
            self.rows.pop();
            self.row_days.pop();
        }
    }

    /// What is to be done on a day, then who comes again, then who was contacted.
    fn day(&mut self, day: Day, only: Option<&HashSet<Id>>) {
        let passes = |id: Id| only.is_none_or(|ids| ids.contains(&id));
        let items: Vec<Item> = self.days.items(self.book, day);
        let items: Vec<Item> = items.into_iter().filter(|i| only.is_none() || i.client.is_some_and(passes)).collect();
        let queue = Queue { items, ..Queue::default() };
        let first = self.items.len();
        let mut last: Option<Id> = None;
        for row in queue.rows() {
            let Some(item) = row.items.first().and_then(|i| queue.items.get(*i)) else { continue };
            let id = RowId { client: item.client, target: Some(item.target) };
            let same = item.client.is_some() && last == item.client;
            last = item.client;
            if self.seen.insert(id) {
                let items = row.items.iter().map(|i| first + i).collect();
                self.push(Row::Entry(Entry { id, items, same }), day);
            }
        }
        self.items.extend(queue.items);
        let of_day = |client: Id| {
            let id = RowId { client: Some(client), target: Some(Target::OfDay(day)) };
            Row::Entry(Entry { id, items: Vec::new(), same: false })
        };
        for again in self.days.again(day).into_iter().filter(|a| passes(a.client)) {
            self.push(of_day(again.client), day);
        }
        if day <= self.book.now.today() {
            for client in self.days.done(self.book, day).into_iter().filter(|id| passes(*id)) {
                self.push(of_day(client), day);
            }
        }
    }

    /// Where the hits of the filter stand in these days; those that do not, below a rule.
    fn found(&mut self, span: (Day, Day), found: &Found<'_>) {
        let wanted: HashSet<Id> = found.ids.iter().copied().collect();
        let from = self.book.now.today().max(span.0);
        for day in (0..=span.1.since(from)).map(|n| from.plus(n)) {
            let here = self.days.contacts(day).iter().map(|a| a.client).chain(self.days.dated(day).iter().map(|d| d.client));
            if day == from || here.into_iter().any(|id| wanted.contains(&id)) {
                self.headed(day, Some(&wanted));
            }
        }
        let listed: HashSet<Id> =
            self.rows.iter().filter_map(|r| if let Row::Entry(e) = r { e.id.client } else { None }).collect();
        let others: Vec<Id> =
            found.ids.iter().copied().filter(|id| !listed.contains(id) && self.book.client(*id).is_some()).collect();
        if !others.is_empty() {
            self.push(Row::Rule(Message::new("find-others").with("count", others.len())), span.1);
            for id in others.into_iter().take(OTHERS) {
                let id = RowId { client: Some(id), target: None };
                self.push(Row::Entry(Entry { id, items: Vec::new(), same: false }), span.1);
            }
        }
    }
}

/// A day comes to the front; its month is counted where it is another one.
pub fn show(model: &mut Model, day: Day) {
    if !(1900..=2200).contains(&day.date().year()) {
        return;
    }
    model.calendar.day = day;
    model.marks.clear();
    model.brief.scroll = 0;
    let (first, last) = model.calendar.span;
    let month = span_of_month(model.calendar.month());
    if month.0 < first || month.1 != last || monday(day) < first {
        renew(model, false);
    } else {
        fill(model, false);
    }
    select_day(model);
}

/// In the agenda the first row of the day in front is selected.
fn select_day(model: &mut Model) {
    let calendar = &mut model.calendar;
    let here = calendar.list.entries().find(|(n, _)| calendar.row_days.get(*n) == Some(&calendar.day)).map(|(_, e)| e.id);
    match here {
        Some(id) => {
            calendar.list.select(id);
        }
        None if calendar.agenda => {}
        None => calendar.list.step(isize::MIN),
    }
}

/// The selection moved: in the agenda the day in front is that of the row.
pub fn walked(model: &mut Model) {
    if model.tab != super::model::Tab::Calendar || !is_agenda(model) || model.find.is_some() {
        return;
    }
    let calendar = &mut model.calendar;
    if let Some(day) = calendar.list.index().and_then(|n| calendar.row_days.get(n)) {
        calendar.day = *day;
    }
}

/// The keys that go to another day. In the agenda, Up and Down go from row to row.
pub fn go(model: &mut Model, id: Do) {
    let agenda = is_agenda(model);
    let day = model.calendar.day;
    let to = match id {
        Do::DayBack => day.plus(-1),
        Do::DayOn => day.plus(1),
        Do::WeekBack if agenda => return model.walk(-1),
        Do::WeekOn if agenda => return model.walk(1),
        Do::WeekBack => day.plus(-7),
        Do::WeekOn => day.plus(7),
        Do::MonthBack if agenda => day.plus(-7),
        Do::MonthOn if agenda => day.plus(7),
        Do::MonthBack => day.plus_months(-1),
        Do::MonthOn => day.plus_months(1),
        _ => model.day(),
    };
    show(model, to);
}

/// The keys that change how the days are shown.
pub fn turn(model: &mut Model, id: Do) {
    match id {
        Do::Agenda => {
            model.calendar.agenda = !model.calendar.agenda;
            fill(model, false);
            select_day(model);
        }
        _ => model.calendar.lunar = Some(!model.calendar.shows_lunar(model.words.lang)),
    }
}
