//! Which holidays hold: the shipped and the user's own files, and beside or instead of them what was imported; what an import would change.
//! Reading a file is `interchange::holidays`', writing the store's.

use super::load::Settings;
use crate::domain::action::Action;
use crate::domain::holidays::{HolidayDay, Holidays, Mark};
use crate::interchange::holidays::HolidayFile;
use crate::interchange::record::Rejected;
use crate::store::BookRows;
use std::collections::{BTreeMap, BTreeSet};

/// The holidays that hold in a book: of a year that was imported the imported ones, also where the configuration names no country.
pub fn known(book: &BookRows, settings: &Settings) -> Holidays {
    let mut all = settings.holidays.clone();
    if !book.holidays.is_empty() {
        all.merge(Holidays::imported(book.holidays.clone()));
    }
    all
}

/// What an import of holidays does.
#[derive(Debug, Clone, PartialEq)]
pub struct HolidayImport {
    /// The years that have days in the file, in order.
    pub years: Vec<i32>,
    /// Those of them of which the file only knows days around New Year: they are added to what is known.
    pub edges: Vec<i32>,
    /// Days off in the file.
    pub off: usize,
    /// Make-up days in the file.
    pub work: usize,
    /// Days known before that no longer hold, those the file names again among them.
    pub replaced: usize,
    /// Days known before that stay, where the file is added.
    pub kept: usize,
    /// Cancelled events and mere observances.
    pub left_out: usize,
    /// Lines that were refused.
    pub rejected: Vec<Rejected>,
    /// What is to be written; nothing when the file names no day.
    pub action: Option<Action>,
}

/// Works out what a file changes. Its years replace what is known of them, or with `add` are added to it: a day that both name keeps its
/// name where both say the same, else the file's word holds.
pub fn plan(known: &Holidays, file: HolidayFile, add: bool) -> HolidayImport {
    let HolidayFile { days: listed, rejected, left_out } = file;
    let count = |mark| listed.iter().filter(|day| day.mark == mark).count();
    let (off, work) = (count(Mark::Off), count(Mark::Work));
    let years: BTreeSet<i32> = listed.iter().map(HolidayDay::year).collect();
    let whole: Vec<i32> = Holidays::imported(listed.clone()).years().collect();
    let edges = years.iter().copied().filter(|year| !whole.contains(year)).collect();
    let before: Vec<&HolidayDay> = known.days().iter().filter(|day| whole.contains(&day.year())).collect();
    let (replaced, kept) = if add { (0, before.len()) } else { (before.len(), 0) };
    let mut days: BTreeMap<i32, HolidayDay> = BTreeMap::new();
    if add {
        days.extend(before.iter().map(|day| (day.day.0, (*day).clone())));
    }
    for new in listed {
        match days.get_mut(&new.day.0) {
            Some(old) if old.mark == new.mark && !old.name.is_empty() => {}
            _ => {
                days.insert(new.day.0, new);
            }
        }
    }
    let days: Vec<HolidayDay> = days.into_values().collect();
    let action = (!days.is_empty()).then_some(Action::SetHolidays { days, years: whole });
    HolidayImport { years: years.into_iter().collect(), edges, off, work, replaced, kept, left_out, rejected, action }
}

/// A stretch of days with one name and one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'h> {
    /// The first of its days.
    pub first: &'h HolidayDay,
    /// The last.
    pub last: &'h HolidayDay,
}

/// The days of `years` as stretches, in order.
pub fn stretches<'h>(holidays: &'h Holidays, years: impl Fn(i32) -> bool) -> Vec<Stretch<'h>> {
    let mut out: Vec<Stretch<'h>> = Vec::new();
    for day in holidays.days().iter().filter(|day| years(day.year())) {
        match out.last_mut() {
            Some(Stretch { last, .. })
                if last.day.plus(1) == day.day
                    && (last.mark, &last.name, &last.source) == (day.mark, &day.name, &day.source)
                    && last.year() == day.year() =>
            {
                *last = day;
            }
            _ => out.push(Stretch { first: day, last: day }),
        }
    }
    out
}
