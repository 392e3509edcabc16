//! Whether contacts fit the days they may fall on, and on which days they then fall. Who they are with, and who comes first, is `jobs`'
//! and `level`'s to say.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Room that is left in every stretch of days. Contacts that each may fall on any day from a first to a last fit together if and only
/// if no stretch holds more of those that must fall inside it than it has room for (Hall 1935, for convex windows: Glover 1967).
#[derive(Debug, Clone)]
pub struct Room {
    days: usize,
    /// By first day, then by last.
    left: Vec<i32>,
    /// Windows that were full once: they stay so.
    full: Vec<bool>,
}

impl Room {
    /// Days with so much room each.
    pub fn new(room: &[i32]) -> Room {
        let days = room.len();
        let mut left = vec![0; days * days];
        for first in 0..days {
            let mut sum = 0;
            for last in first..days {
                sum += room[last];
                left[first * days + last] = sum;
            }
        }
        Room { days, left, full: vec![false; days * days] }
    }

    /// Takes room for one more contact from `first` to `last`; whether there was any.
    pub fn take(&mut self, first: usize, last: usize) -> bool {
        let window = first * self.days + last;
        let fits = !self.full[window] && self.fits(first, last);
        self.full[window] = !fits;
        if fits {
            for from in 0..=first {
                self.stretches(from, last).iter_mut().for_each(|left| *left -= 1);
            }
        }
        fits
    }

    fn fits(&self, first: usize, last: usize) -> bool {
        let row = |from: usize| &self.left[from * self.days + last..(from + 1) * self.days];
        // What is full is mostly the window itself.
        (0..=first).rev().all(|from| row(from).iter().all(|left| *left > 0))
    }

    fn stretches(&mut self, from: usize, last: usize) -> &mut [i32] {
        &mut self.left[from * self.days + last..(from + 1) * self.days]
    }
}

/// Contacts that wait for a day: the one that can wait least comes first, of two the more important.
#[derive(Debug, Default)]
pub struct Waiting(BinaryHeap<Reverse<(usize, usize)>>);

impl Waiting {
    /// One more, with the last day it may fall on and its place among all.
    pub fn push(&mut self, last: usize, place: usize) {
        self.0.push(Reverse((last, place)));
    }

    /// The last day of the one that can wait least.
    pub fn urgent(&self) -> Option<usize> {
        self.0.peek().map(|Reverse((last, _))| *last)
    }

    /// Takes the one that can wait least: its place.
    pub fn pop(&mut self) -> Option<usize> {
        self.0.pop().map(|Reverse((_, place))| place)
    }

    /// Forgets what can no longer fall on `day`.
    pub fn expire(&mut self, day: usize) {
        while self.urgent().is_some_and(|last| last < day) {
            self.0.pop();
        }
    }
}

/// How many contacts at least must fall on each day as it comes, so that those left still fit.
#[derive(Debug, Clone)]
pub struct Must {
    /// Contacts not placed yet, by the last day they may fall on.
    open: Vec<i32>,
    room: Vec<i32>,
}

impl Must {
    /// Contacts by the last day they may fall on, and the room of the days.
    pub fn new(open: Vec<i32>, room: &[i32]) -> Must {
        Must { open, room: room.to_vec() }
    }

    /// How many must fall on this day at least.
    pub fn on(&self, day: usize) -> i32 {
        let (mut due, mut later, mut most) = (0, 0, 0);
        for last in day..self.open.len() {
            due += self.open[last];
            later += if last > day { self.room[last] } else { 0 };
            most = most.max(due - later);
        }
        most
    }

    /// One with that last day was placed.
    pub fn placed(&mut self, last: usize) {
        self.open[last] -= 1;
    }
}
