//! What is said of one day: its heading, and the brief where no row of it is selected. The rows of the day are drawn next door.

use super::super::View;
use super::super::sheet::Sheet;
use crate::app::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::lunar::LunarDay;
use crate::domain::message::Message;
use crate::domain::zone::Mark;
use crate::i18n::Lang;
use crate::portfolio::calendar::DayPlan;
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The day, its lunar date, how much stands on it and what is special about it: the heading of its rows.
pub(super) fn parts(view: &View<'_>, day: Day) -> Vec<(String, Ink)> {
    let mut out = vec![(view.model.words.day(day, view.now), Ink::Strong)];
    if day == view.now.today() {
        out.push((view.word("calendar-today"), Ink::Timed));
    }
    out.extend(lunar(view, day).map(|words| (words, Ink::Quiet)));
    out.push(load(view, day));
    out.extend(special(view, day));
    out
}

/// The lunar date in words, where lunar days are shown.
fn lunar(view: &View<'_>, day: Day) -> Option<String> {
    let lang = view.model.words.lang;
    let lunar = LunarDay::of(day).filter(|_| view.model.calendar.shows_lunar(lang))?;
    let date = match lang {
        Lang::Zh => format!("{}{}", lunar.month_zh(), lunar.day_zh()),
        Lang::En => lunar.cell_en(),
    };
    Some(view.say(&Message::new("calendar-lunar").with("date", date)))
}

/// How much stands on a day, in words.
fn load(view: &View<'_>, day: Day) -> (String, Ink) {
    let plan = view.model.calendar.days.day(day).copied().unwrap_or_default();
    let DayPlan { contacts, timed, others, done, capacity, .. } = plan;
    let today = view.now.today();
    let count = |id, n: usize| view.say(&Message::new(id).with("count", n));
    let used = || Message::new("calendar-load").with("used", plan.used()).with("capacity", capacity);
    if day < today {
        let words = if done > 0 { count("calendar-made", done) } else { view.word("calendar-nothing-made") };
        return (words, Ink::Quiet);
    }
    let mut words = match (contacts, capacity) {
        (0, _) if done == 0 && timed + others > 0 => count("calendar-things", timed + others),
        (0, _) if done == 0 => view.word("calendar-nothing"),
        (_, 0) => count("calendar-contacts", plan.used()),
        _ if plan.is_over() => view.say(&Message::new("calendar-load-over").with("load", used()).with("over", plan.over())),
        _ => view.say(&used()),
    };
    if done > 0 && day == today {
        words.push_str(&view.word("pending-between"));
        words.push_str(&count("calendar-made", done));
    }
    (words, if plan.is_over() { Ink::Late } else { Ink::Plain })
}

/// Leave, a holiday, a make-up day, a day that is not worked.
fn special(view: &View<'_>, day: Day) -> Vec<(String, Ink)> {
    let time = &view.model.book.time;
    let mut out = Vec::new();
    if let Some((_, until)) = time.leave_at(day) {
        out.push((view.say(&Message::new("calendar-leave-until").with("day", until)), Ink::Timed));
    }
    match time.mark(day) {
        Some((Mark::Off, name)) => out.push((holiday(view, name), Ink::Timed)),
        Some((Mark::Work, name)) => {
            out.push((view.say(&Message::new("calendar-makeup").with("name", holiday(view, name))), Ink::Timed));
        }
        None if out.is_empty() && !time.is_working(day) => out.push((view.word("calendar-day-off"), Ink::Quiet)),
        None => {}
    }
    out
}

/// A holiday's name as the user reads it: the shipped ones in the language of the screen.
pub(super) fn holiday(view: &View<'_>, name: &str) -> String {
    let id = match name {
        "元旦" => "holiday-new-year",
        "春节" => "holiday-spring-festival",
        "清明节" => "holiday-qingming",
        "劳动节" => "holiday-labour",
        "端午节" => "holiday-dragon-boat",
        "中秋节" => "holiday-mid-autumn",
        "国庆节" => "holiday-national",
        "" => "calendar-day-off",
        other => return text::one_line(other).into_owned(),
    };
    view.word(id)
}

/// The brief of a day: what is special about it, how its week stands, where there is room.
pub fn brief(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let calendar = &view.model.calendar;
    let day = calendar.day;
    let title = view.model.words.long_day(day, view.now);
    Pen::new(frame.buffer_mut(), area, 0).keep(1).skip(1).text(&title, view.style(Ink::Strong));
    let mut sheet = Sheet::new(view, area.width);
    sheet.block("calendar-block-day");
    for (words, ink) in lunar(view, day).map(|words| (words, Ink::Plain)).into_iter().chain(special(view, day)) {
        sheet.add(&words, ink);
    }
    let (words, ink) = load(view, day);
    sheet.add(&words, ink);
    sheet.gap();
    sheet.block("calendar-block-week");
    sheet.add(&week(view, calendar, day), Ink::Plain);
    sheet.gap();
    sheet.block("calendar-block-room");
    for words in room(view, calendar, day) {
        sheet.add(&words, Ink::Plain);
    }
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    sheet.draw(frame, area);
}

/// The same in the two lines of a narrow screen.
pub fn foot(view: &View<'_>, frame: &mut Frame<'_>, area: Rect) {
    let calendar = &view.model.calendar;
    let mut pen = Pen::new(frame.buffer_mut(), area, 0).keep(1);
    pen.skip(1).text(&week(view, calendar, calendar.day), view.style(Ink::Plain));
    let mut pen = Pen::new(frame.buffer_mut(), area, 1).keep(1);
    pen.skip(1).text(&room(view, calendar, calendar.day).join(&view.word("page-between")), view.style(Ink::Quiet));
}

/// How the week of a day stands.
fn week(view: &View<'_>, calendar: &Calendar, day: Day) -> String {
    let first = calendar.week.week_of(day);
    let sum = calendar.days.sum(&view.model.book, first, first.plus(6));
    let count = |id, n: usize| view.say(&Message::new(id).with("count", n));
    let between = view.word("pending-between");
    let mut contacts = Vec::new();
    if sum.done > 0 {
        contacts.push(count("calendar-made", sum.done));
    }
    if first.plus(6) >= view.now.today() {
        contacts.extend([count("calendar-ahead", sum.contacts), count("calendar-room-for", sum.capacity)]);
    }
    let mut parts = vec![view.say(&Message::new("calendar-week-no").with("no", first.plus(3).iso_week()))];
    if !contacts.is_empty() {
        parts.push(view.say(&Message::new("calendar-holds").with("what", contacts.join(&between))));
    }
    if sum.over > 0 {
        parts.push(count("calendar-days-over", sum.over));
    }
    parts.join(&between)
}

/// The next day with room, and the first free time between the appointments of this one.
fn room(view: &View<'_>, calendar: &Calendar, day: Day) -> Vec<String> {
    let book = &view.model.book;
    let next = match calendar.days.next_room(book, day) {
        Some(next) => {
            let plan = calendar.days.day(next).copied().unwrap_or_default();
            let message = Message::new("calendar-next-room").with("day", next).with("used", plan.used());
            Some(view.say(&message.with("capacity", plan.capacity)))
        }
        None if calendar.span.1 > view.now.today() => {
            Some(view.say(&Message::new("calendar-no-room").with("day", calendar.span.1)))
        }
        // Nobody asks days that are over for room.
        None => None,
    };
    let free = calendar.days.free_time(book, day).map(|(from, to)| {
        let time = |at| view.model.words.time(at, view.now);
        view.say(&Message::new("calendar-free").with("from", time(from)).with("to", time(to)))
    });
    free.into_iter().chain(next).collect()
}
