//! The model of repeat orders is fitted in a thread of its own: the screen goes on with the one before and is told when the new one is
//! there. What is fitted to what is the portfolio's.

use super::Book;
use crate::app::Msg;
use crate::domain::day::Now;
use crate::portfolio::risk::{Fit, Fitted};
use crate::tui::events::Caller;
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// What is being fitted.
#[derive(Default)]
pub(super) struct Fitting {
    /// Tells the loop; without one the work is done at once.
    caller: Option<Caller>,
    /// The orders that a thread works on, and where its answer comes.
    running: Option<(u64, Receiver<Fitted>)>,
    /// An answer that waits for the user to finish what he types.
    ready: Option<Fitted>,
}

impl Fitting {
    pub(super) fn listen(&mut self, caller: Caller) {
        self.caller = Some(caller);
    }

    /// Sees to it that these orders are fitted; what was begun for others is of no use any more, and its answer is not waited for.
    fn begin(&mut self, wanted: &Fit) {
        let (version, fit) = (wanted.version, wanted.clone());
        if self.running.as_ref().is_some_and(|(running, _)| *running == version) {
            return;
        }
        if self.ready.as_ref().is_some_and(|ready| ready.version == version) {
            return;
        }
        self.running = None;
        self.ready = None;
        let Some(caller) = self.caller.clone() else {
            self.ready = Some(fit.run());
            return;
        };
        let (answer, answers) = mpsc::channel();
        let work = move || {
            let _ = answer.send(fit.run());
            caller.done();
        };
        match thread::Builder::new().name("fit".into()).spawn(work) {
            Ok(_) => self.running = Some((version, answers)),
            Err(_) => self.ready = Some(wanted.run()),
        }
    }

    /// The answer, once it is there.
    fn answer(&mut self) -> Option<Fitted> {
        if let Some(fitted) = self.running.as_ref().and_then(|(_, answers)| answers.try_recv().ok()) {
            self.running = None;
            self.ready = Some(fitted);
        }
        self.ready
    }
}

impl Book {
    /// Has the orders fitted that the book waits for, and puts the answer in. While something is being typed or chosen it waits: the row
    /// that is meant must not change under it.
    pub(super) fn see_to_fit(&mut self, now: &Now) {
        match &self.model.book.risk.wanted {
            Some(wanted) => self.fitting.begin(wanted),
            None => return,
        }
        let Some(fitted) = self.fitting.answer().filter(|_| self.model.is_at_rest()) else { return };
        self.fitting.ready = None;
        // A file that is held by another program is read again at the next key, and the fit begun again.
        if let Ok(true) = self.model.book.fitted(&self.store, &fitted) {
            self.model.book.keep_fit(&mut self.store);
            self.carry_out(Msg::Fitted, now);
        }
    }
}
