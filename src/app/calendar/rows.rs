//! The rows of the calendar: what is to be done on a day, who comes again, who was contacted; a week of days in the agenda, the hits of
//! the filter. Which day is in front is decided next door.

use super::is_agenda;
use crate::app::find::Found;
use crate::app::list::{Entry, Row, RowId};
use crate::app::model::Model;
use crate::domain::day::{Day, Moment};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::portfolio::calendar::Calendar as Days;
use crate::portfolio::{Item, Queue, Section, Snapshot};
use std::collections::HashSet;

/// How many hits of the filter that have nothing in these days are shown.
const OTHERS: usize = 200;

/// Puts the rows of the day or the week in, from days that are counted already.
pub(super) fn fill(model: &mut Model, move_on: bool) -> bool {
    let agenda = is_agenda(model);
    let found = model.find.as_ref().and_then(|f| Some(Found { ids: f.hits.as_deref()?, ranked: f.ranked }));
    let (book, calendar) = (&model.book, &model.calendar);
    let with_now = agenda && found.is_none();
    let (items, rows, row_days) = (Vec::new(), Vec::new(), Vec::new());
    let mut rows = Rows { book, days: &calendar.days, items, rows, row_days, seen: HashSet::new(), with_now };
    let monday = calendar.week_in_front();
    match found {
        Some(found) => rows.found(calendar.span, &found),
        None if agenda => (0..7).map(|n| monday.plus(n)).for_each(|day| rows.of_week(day)),
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
    /// A rule says where now is among what has a time of today.
    with_now: bool,
}

/// Where the rule stands that parts what has a time of today into before and after now: only where something is before it. A time in it
/// would be wrong with the next minute; its place is not, since the clock wakes for every row it could pass.
#[derive(Default)]
struct NowRule {
    /// Something whose time has come was met.
    begun: bool,
    drawn: bool,
}

impl NowRule {
    /// Whether it stands before this row.
    fn is_before(&mut self, item: &Item, now: Moment) -> bool {
        let passed = item.section == Section::ByTheClock && item.at.is_some_and(|at| at <= now);
        let stands = self.begun && !self.drawn && !passed;
        self.begun |= passed;
        self.drawn |= stands;
        stands
    }
}

/// A row of a client on a day without anything to be done.
fn of_day(client: Option<Id>, day: Day) -> Row {
    let id = RowId { client, target: Some(Target::OfDay(day)) };
    Row::Entry(Entry { id, items: Vec::new(), same: false })
}

impl Rows<'_> {
    fn push(&mut self, row: Row, day: Day) {
        self.rows.push(row);
        self.row_days.push(day);
    }

    /// A day of the agenda: with its heading, or where nothing stands on it as one row.
    fn of_week(&mut self, day: Day) {
        let before = self.rows.len();
        self.headed(day, None);
        if self.rows.len() == before + 1 {
            self.rows.truncate(before);
            self.row_days.truncate(before);
            self.push(of_day(None, day), day);
        }
    }

    /// A day with its heading; of the filter's clients (`only`) where it has something of theirs.
    fn headed(&mut self, day: Day, only: Option<&HashSet<Id>>) {
        let before = self.rows.len();
        self.push(Row::Heading(Message::new("calendar-day").with("day", day)), day);
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
        let mut now = NowRule::default();
        for row in queue.rows() {
            let Some(item) = row.items.first().and_then(|i| queue.items.get(*i)) else { continue };
            let id = RowId { client: item.client, target: Some(item.target) };
            let same = item.client.is_some() && last == item.client;
            last = item.client;
            if self.with_now && day == self.book.now.today() && !same && now.is_before(item, self.book.now.instant) {
                self.push(Row::Rule(Message::new("calendar-now")), day);
            }
            if self.seen.insert(id) {
                let items = row.items.iter().map(|i| first + i).collect();
                self.push(Row::Entry(Entry { id, items, same }), day);
            }
        }
        self.items.extend(queue.items);
        for again in self.days.again(day).into_iter().filter(|a| passes(a.client)) {
            self.push(of_day(Some(again.client), day), day);
        }
        if day <= self.book.now.today() {
            for client in self.days.done(self.book, day).into_iter().filter(|id| passes(*id)) {
                self.push(of_day(Some(client), day), day);
            }
        }
    }

    /// Where the hits of the filter stand in these days; those that do not, below a rule.
    fn found(&mut self, span: (Day, Day), found: &Found<'_>) {
        let wanted: HashSet<Id> = found.ids.iter().copied().collect();
        let from = self.book.now.today().max(span.0);
        for day in (0..=span.1.since(from)).map(|n| from.plus(n)) {
            let here =
                self.days.contacts(day).iter().map(|a| a.client).chain(self.days.dated(day).iter().filter_map(|d| d.client));
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
