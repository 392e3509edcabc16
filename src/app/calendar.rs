//! The calendar: the day in front, month or agenda, which days are counted, and the keys between them. Its rows are made in `rows`, how
//! much stands where is the portfolio's to say, how it is drawn the view's.

mod rows;

use super::command::Do;
use super::list::{List, RowId};
use super::model::{Model, Tab};
use crate::domain::day::{Day, WeekStart};
use crate::domain::id::Id;
use crate::domain::target::Target;
use crate::i18n::Lang;
use crate::portfolio::Item;
use crate::portfolio::calendar::Calendar as Days;
use chrono::Datelike;

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
    /// The day on which weeks begin.
    pub week: WeekStart,
    /// The days shown, counted.
    pub days: Days,
    /// First and last of them.
    pub span: (Day, Day),
    /// The day of each row.
    row_days: Vec<Day>,
    /// The days were counted from the book as it is.
    counted: bool,
    /// Today when they were.
    today: Day,
    /// The years of which no holidays are known, with the month that said so.
    missing: Vec<(i32, Day)>,
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
            week: WeekStart::default(),
            days: Days::default(),
            span: (day, day),
            row_days: Vec::new(),
            counted: false,
            today: day,
            missing: Vec::new(),
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
        self.day.first_of_month()
    }

    /// The first day of the week in front.
    pub fn week_in_front(&self) -> Day {
        self.week.week_of(self.day)
    }

    /// The days a month is drawn with: whole weeks.
    pub fn span_of_month(&self) -> (Day, Day) {
        let month = self.month();
        (self.week.week_of(month), self.week.week_of(month.end_of_month()).plus(6))
    }

    /// The day a row of the list belongs to.
    pub fn day_of_row(&self, row: usize) -> Option<Day> {
        self.row_days.get(row).copied()
    }

    /// The year of the month in front of which no holidays are known, in the month that says so.
    pub fn missing_year(&self) -> Option<i32> {
        let month = self.month();
        self.missing.iter().find(|(_, said)| *said == month).map(|(year, _)| *year)
    }

    /// The book is another one: the days are counted anew when they are shown.
    pub fn outdate(&mut self) {
        self.counted = false;
    }
}

/// Whether a month has room.
pub fn has_room(model: &Model) -> bool {
    model.size.0 >= 72 && model.size.1 >= 22
}

/// Whether the agenda is drawn: where it was asked for, and where a month has no room.
pub fn is_agenda(model: &Model) -> bool {
    model.calendar.agenda || !has_room(model)
}

/// Whether the day itself is looked at, since no row of it is selected.
pub fn is_on_day(model: &Model) -> bool {
    let nobody = |e: &super::list::Entry| e.id.client.is_none() && matches!(e.id.target, Some(Target::OfDay(_)));
    model.tab == Tab::Calendar && model.page.is_none() && model.find.is_none() && model.entry().is_none_or(nobody)
}

/// Puts the rows in, from days that are counted anew where the book or the month is another one; `true` when the selected row is still
/// there.
pub fn renew(model: &mut Model, move_on: bool) -> bool {
    let today = model.book.now.today();
    // Whoever leaves the program open overnight looks at today the next morning too.
    if model.calendar.day == std::mem::replace(&mut model.calendar.today, today) {
        model.calendar.day = today;
    }
    count(model);
    let had = model.calendar.list.entry().is_some();
    let kept = rows::fill(model, move_on);
    if had {
        walked(model)
    } else {
        select_day(model)
    }
    kept
}

/// Counts the days of the month in front, where that was not done.
fn count(model: &mut Model) {
    let span = model.calendar.span_of_month();
    if !model.calendar.counted || model.calendar.span != span {
        model.calendar.days = Days::new(&model.book, span.0, span.1);
        model.calendar.span = span;
        model.calendar.counted = true;
    }
    // What is over needs no holidays any more.
    let (month, today) = (model.calendar.month(), model.book.now.today());
    for year in model.book.time.missing_years(month.max(today), month.end_of_month()) {
        if model.calendar.missing.iter().all(|(known, _)| *known != year) {
            model.calendar.missing.push((year, month));
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
    count(model);
    rows::fill(model, false);
    select_day(model);
}

/// The first row of the day in front is selected.
fn select_day(model: &mut Model) {
    let calendar = &mut model.calendar;
    let here = calendar.list.entries().find(|(n, _)| calendar.row_days.get(*n) == Some(&calendar.day)).map(|(_, e)| e.id);
    match here {
        Some(id) => {
            calendar.list.select(id);
        }
        None => calendar.list.step(isize::MIN),
    }
}

/// The selection moved: in the agenda the day in front is that of the row.
pub fn walked(model: &mut Model) {
    if model.tab != Tab::Calendar || !is_agenda(model) || model.find.is_some() {
        return;
    }
    let calendar = &mut model.calendar;
    if let Some(day) = calendar.list.index().and_then(|n| calendar.row_days.get(n)) {
        calendar.day = *day;
    }
}

/// The screen has another size: where that turns the month into the agenda or back, other rows stand there.
pub fn resized(model: &mut Model, was_agenda: bool) {
    if model.tab == Tab::Calendar && is_agenda(model) != was_agenda {
        renew(model, false);
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
            rows::fill(model, false);
            // The row stays where it is one of the day.
            let calendar = &model.calendar;
            if calendar.list.index().and_then(|n| calendar.day_of_row(n)) != Some(calendar.day) {
                select_day(model);
            }
        }
        _ => model.calendar.lunar = Some(!model.calendar.shows_lunar(model.words.lang)),
    }
}
