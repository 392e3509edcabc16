//! One day in the grid: number, lunar day, how full it is, what is agreed and whose turn it is, as far as there is room. Words about a
//! day that stand elsewhere are in `day`.

use super::super::View;
use super::day::holiday;
use crate::app::mouse::Hit;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::lunar::LunarDay;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::Tier;
use crate::domain::zone::Mark;
use crate::i18n::Lang;
use crate::portfolio::ahead::Ahead;
use crate::portfolio::calendar::{Dated, DayPlan};
use crate::text;
use crate::tui::theme::Ink;
use crate::tui::widget::Pen;
use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The most cells of the picture of a day's load.
const BAR: usize = 12;
/// Cells from which on words that are cut still say something.
const LEAST: usize = 4;
/// From this width on the number and what follows it stand apart even where all of a day is one line.
const AIRY: u16 = 12;

/// One day.
pub(super) struct Cell<'a> {
    view: &'a View<'a>,
    day: Day,
    plan: DayPlan,
    /// Stands at the left: what runs over several days says its name again.
    leads: bool,
    past: bool,
    leave: Option<(Day, Day)>,
    mark: Option<(Mark, &'a str)>,
}

impl<'a> Cell<'a> {
    /// A day that may stand at the left.
    pub(super) fn new(view: &'a View<'a>, day: Day, leads: bool) -> Cell<'a> {
        let time = &view.model.book.time;
        let plan = view.model.calendar.days.day(day).copied().unwrap_or_default();
        let past = day < view.now.today();
        Cell { view, day, plan, leads, past, leave: time.leave_at(day), mark: time.mark(day) }
    }

    /// Draws as much of it as there is room for.
    pub(super) fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        self.view.hit(area, Hit::Day(self.day));
        let here = self.day == self.view.model.calendar.day;
        // The first column parts the cells.
        let mut pen = Pen::new(frame.buffer_mut(), area, 0);
        let (sign, ink) = if here { (">", Ink::Strong) } else { self.sign() };
        pen.text(sign, self.view.style(ink));
        pen.right(&self.day.date().day().to_string(), 2, self.view.style(self.ink()));
        if area.height == 1 {
            self.only_line(&mut pen, area.width);
        } else {
            let lunar = self.lunar();
            let cells = |words: Option<&str>| words.map_or(0, |w| text::width(w) + 1);
            // Where both have no room beside each other the badge goes below.
            let (badge, below): (Vec<_>, Vec<_>) = self
                .badge()
                .into_iter()
                .partition(|badge| lunar.is_none() || cells(lunar.as_deref()) + cells(Some(&badge.words)) <= pen.left());
            let month = self.month_name().map(Piece::quiet);
            set(self.view, &mut pen, false, month.into_iter().chain(lunar.map(Piece::quiet)), badge.into_iter().next());
            if area.height > 2 && pen.left() > 2 {
                // An edge parts the weeks without taking a line of its own.
                pen.skip(1).fill(self.view.theme.horizontal(), self.view.style(Ink::Edge));
            }
            self.load_line(&mut Pen::new(frame.buffer_mut(), area, 1), below, area.height == 2);
        }
        match area.height {
            ..3 => {}
            3 => self.one_thing(Pen::new(frame.buffer_mut(), area, 2)),
            _ => self.things(frame, Rect { y: area.y + 2, height: area.height - 2, ..area }),
        }
        if here {
            self.view.bar(frame, area, 0);
        }
    }

    fn is_today(&self) -> bool {
        self.day == self.view.now.today()
    }

    /// A star at today.
    fn sign(&self) -> (&'static str, Ink) {
        if self.is_today() { ("*", Ink::Timed) } else { (" ", Ink::Plain) }
    }

    /// Working days that are still to come are strong.
    fn ink(&self) -> Ink {
        let in_month = self.day.month_index() == self.view.model.calendar.day.month_index();
        match () {
            () if self.is_today() => Ink::Timed,
            () if in_month && !self.past && self.plan.capacity > 0 => Ink::Strong,
            () => Ink::Quiet,
        }
    }

    /// The name of another month on its first day.
    fn month_name(&self) -> Option<String> {
        let date = self.day.date();
        let other = self.day.month_index() != self.view.model.calendar.day.month_index();
        (other && date.day() == 1).then(|| self.view.word(&format!("month-{}", date.month())))
    }

    fn lunar(&self) -> Option<String> {
        let lang = self.view.model.words.lang;
        let lunar = LunarDay::of(self.day).filter(|_| self.view.model.calendar.shows_lunar(lang))?;
        Some(if lang == Lang::Zh { lunar.cell_zh() } else { lunar.cell_en() })
    }

    /// One word for a day off or a make-up day.
    fn badge(&self) -> Option<Piece> {
        let id = match self.mark?.0 {
            Mark::Off => "calendar-cell-off",
            Mark::Work => "calendar-cell-work",
        };
        Some(Piece { words: self.view.word(id), ink: Ink::Timed })
    }

    /// The name of a holiday, on its first day and at the left.
    fn holiday(&self) -> Option<Piece> {
        let (mark, name) = self.mark.filter(|(mark, _)| *mark == Mark::Off)?;
        let goes_on = self.view.model.book.time.mark(self.day.plus(-1)) == Some((mark, name));
        (self.leads || !goes_on).then(|| Piece { words: holiday(self.view, name), ink: Ink::Timed })
    }

    /// Contacts and, where they are told, how many the day has room for; in short the first number alone.
    fn load(&self, short: bool) -> Option<Piece> {
        let DayPlan { contacts, done, capacity, .. } = self.plan;
        if self.past {
            let words = || self.view.say(&Message::new("calendar-cell-made").with("count", done));
            let words = if short { done.to_string() } else { words() };
            return (done > 0).then_some(Piece { words, ink: Ink::Done });
        }
        let used = contacts + done;
        let over = if self.plan.is_over() { "!" } else { "" };
        let of = if short || capacity == 0 { String::new() } else { format!("/{capacity}") };
        let ink = if over.is_empty() { Ink::Plain } else { Ink::Late };
        (used > 0).then(|| Piece { words: format!("{used}{of}{over}"), ink })
    }

    /// How many have a time, and how much else stands on the day.
    fn counts(&self) -> Vec<Piece> {
        let piece = |sign: &str, n: usize, ink| (n > 0).then(|| Piece { words: format!("{sign}{n}"), ink });
        let timed = piece("@", self.plan.timed, Ink::Timed);
        timed.into_iter().chain(piece("+", self.plan.others, Ink::Quiet)).collect()
    }

    /// All of the day behind its number.
    fn only_line(&self, pen: &mut Pen<'_>, width: u16) {
        let view = self.view;
        let works = self.mark.is_some_and(|(mark, _)| mark == Mark::Work);
        let label = match self.lunar() {
            _ if self.leave.is_some() => None,
            _ if works => self.badge(),
            Some(words) => Some(Piece::quiet(words)),
            None => self.holiday().or_else(|| self.badge()).or_else(|| self.month_name().map(Piece::quiet)),
        };
        // Digits behind digits need a blank between them; where the load has no room beside both it comes first.
        let digits = view.model.words.lang != Lang::Zh && self.lunar().is_some() && !works;
        let least = self.load(true).map_or(0, |l| text::width(&l.words) + 1);
        let label = label.filter(|l| !digits || text::width(&l.words) + 1 + least <= pen.left());
        let cells = label.as_ref().map_or(0, |l| text::width(&l.words));
        let tight = width < AIRY && self.lunar().is_some() && !digits;
        let room = pen.left().saturating_sub(cells + usize::from(!tight && cells > 0));
        let fits = |piece: &Piece| text::width(&piece.words) < room;
        let load = [false, true].into_iter().filter_map(|short| self.load(short)).find(fits);
        let off = || self.badge().filter(|_| self.lunar().is_some() && !works);
        let right = load.or_else(off);
        match &right {
            Some(right) if self.leave.is_some() => {
                pen.skip(1).text(&right.words, view.style(right.ink));
                self.run(pen);
            }
            _ if self.leave.is_some() => self.run(pen),
            // With a label the load keeps to the right, where one stands below the other; alone it leads.
            Some(_) if cells > 0 => set(view, pen, tight, label.into_iter(), right),
            _ => set(view, pen, tight, label.into_iter().chain(right).chain(self.counts()), None),
        }
    }

    /// The day's load with its picture, a leave, or the name of a holiday.
    fn load_line(&self, pen: &mut Pen<'_>, badge: Vec<Piece>, counts: bool) {
        let view = self.view;
        let load = self.load(false);
        if self.leave.is_some() {
            if let Some(load) = load {
                pen.skip(1).text(&load.words, view.style(load.ink));
            }
            return self.run(pen);
        }
        let has_bar = load.is_some() && !self.past && self.plan.capacity > 0;
        let behind = if counts { self.counts() } else { Vec::new() };
        if !has_bar || !behind.is_empty() || !badge.is_empty() {
            return set(view, pen, false, badge.into_iter().chain(load).chain(self.holiday()).chain(behind), None);
        }
        let Some(load) = load else { return };
        // Pictures begin in one column, whatever the numbers before them.
        let widest = 2 * self.plan.capacity.to_string().len() + 3;
        pen.skip(1).cell(&load.words, widest.max(text::width(&load.words)), view.style(load.ink)).skip(1);
        let cells = pen.left().min(BAR);
        let full = (self.plan.used() * cells).div_ceil(self.plan.capacity).min(cells);
        if cells > 2 {
            pen.text(&"#".repeat(full), view.style(load.ink)).text(&".".repeat(cells - full), view.style(Ink::Edge));
        }
    }

    /// The line of a leave through this day, with its name where it begins.
    fn run(&self, pen: &mut Pen<'_>) {
        let Some((first, last)) = self.leave else { return };
        let edge = self.view.style(Ink::Edge);
        let piece = self.view.theme.horizontal();
        let names = self.leads || first == self.day;
        if names {
            pen.skip(1).text(&self.view.word("calendar-leave"), self.view.style(Ink::Timed));
        }
        if !names || pen.left() > 1 {
            let left = pen.left().saturating_sub(usize::from(last == self.day));
            pen.part(left as u16).fill(piece, edge);
        }
    }

    /// The first agreed moment, and how much stands beside it.
    fn one_thing(&self, mut pen: Pen<'_>) {
        let others = (self.plan.timed + self.plan.others).saturating_sub(usize::from(self.plan.timed > 0));
        let behind = (others > 0).then(|| Piece { words: format!("+{others}"), ink: Ink::Quiet });
        match self.timed().next() {
            Some(thing) => set(self.view, &mut pen, false, std::iter::once(thing), behind),
            None => set(self.view, &mut pen, false, behind.into_iter(), None),
        }
    }

    /// What has a time: when, and whose.
    fn timed(&self) -> impl Iterator<Item = Piece> + '_ {
        let view = self.view;
        view.model.calendar.days.dated(self.day).iter().filter_map(move |dated| {
            let time = view.model.words.time(dated.at?, view.now);
            Some(Piece { words: format!("{time} {}", self.name(dated)), ink: Ink::Timed })
        })
    }

    /// Whose it is; a holiday is called by its own name.
    fn name(&self, dated: &Dated) -> String {
        match (dated.client, dated.target) {
            (Some(client), _) => self.client(client),
            (None, Target::Holiday(code)) => {
                let cultures = &self.view.model.book.cultures;
                let name = cultures.occasion(code).map(|o| o.name(cultures.language));
                text::one_line(name.unwrap_or_default()).into_owned()
            }
            _ => String::new(),
        }
    }

    fn client(&self, client: Id) -> String {
        let client = self.view.model.book.client(client);
        client.map(|c| text::one_line(c.name()).into_owned()).unwrap_or_default()
    }

    /// As many entries as there is room for: what has a time, contacts by tier, the rest; then how many more.
    fn things(&self, frame: &mut Frame<'_>, area: Rect) {
        if self.past {
            return;
        }
        let view = self.view;
        let days = &view.model.calendar.days;
        let room = usize::from(area.height);
        let mut out: Vec<Piece> = self.timed().take(room).collect();
        let mut all = self.plan.timed;
        // Of a day on which everything late stands only the first ones are looked for.
        let mut contacts: Vec<_> = days.contacts(self.day).iter().filter(|a| !a.agreed).collect();
        all += contacts.len();
        let rank = |a: &&Ahead| (a.again, a.tier.is_none(), a.tier, a.client);
        if contacts.len() > room {
            contacts.select_nth_unstable_by_key(room, rank);
            contacts.truncate(room);
        }
        contacts.sort_by_key(rank);
        for contact in contacts {
            let ink = if contact.tier == Some(Tier::A) && !contact.again { Ink::Strong } else { Ink::Quiet };
            let tier = view.model.words.tier(contact.tier);
            out.push(Piece { words: format!("{tier} {}", self.client(contact.client)), ink });
        }
        for dated in days.dated(self.day).iter().filter(|d| d.at.is_none()) {
            all += 1;
            if out.len() <= room {
                out.push(Piece::quiet(format!("+ {}", self.name(dated))));
            }
        }
        if all > room {
            out.truncate(room.saturating_sub(1));
            let more = all - out.len();
            let words = view.say(&Message::new("calendar-cell-more").with("count", more));
            // A number that is cut is another number.
            let fits = text::width(&words) < usize::from(area.width);
            out.push(Piece::quiet(if fits { words } else { format!("+{more}") }));
        }
        for (n, piece) in out.into_iter().enumerate() {
            Pen::new(frame.buffer_mut(), area, n as u16).skip(1).text(&piece.words, view.style(piece.ink));
        }
    }
}

/// Words of a cell.
struct Piece {
    words: String,
    ink: Ink,
}

impl Piece {
    fn quiet(words: String) -> Piece {
        Piece { words, ink: Ink::Quiet }
    }
}

/// Writes pieces parted by blanks (the first one, when it is `tight`, without a blank before it) as far as there is room, the first one
/// cut where it must be; and one at the right.
fn set(view: &View<'_>, pen: &mut Pen<'_>, tight: bool, pieces: impl Iterator<Item = Piece>, right: Option<Piece>) {
    let kept = right.as_ref().map_or(0, |r| text::width(&r.words));
    let mut first = true;
    for piece in pieces {
        let blank = usize::from(!(first && tight));
        let room = pen.left().saturating_sub(blank + if kept > 0 { kept + 1 } else { 0 });
        if text::width(&piece.words) > room && (!first || room < LEAST) {
            break;
        }
        let cut = text::truncate(&piece.words, room);
        pen.skip(blank).text(&cut, view.style(piece.ink));
        first = false;
    }
    if let Some(right) = right {
        let left = pen.left();
        pen.right(&right.words, left, view.style(right.ink));
    }
}
