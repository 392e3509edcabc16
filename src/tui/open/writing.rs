//! What the shell writes for the screen, and how the book is brought up to date afterwards or when another program wrote.
//! When anything is written is decided in `app`.

use super::{Book, busy, settings, unread, written_but};
use crate::app::Msg;
use crate::app::msg::After;
use crate::domain::action::{Action, Face};
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::portfolio::{PortfolioError, Snapshot, freeze};
use crate::store::{StoreError, Undone};

impl Book {
    pub(super) fn apply(&mut self, action: &Action, after: After, now: &Now) -> Result<Msg, Message> {
        let mut applied = self.store.apply(action, now, Face::Tui).map_err(|e| busy(&e))?;
        if matches!(action, Action::SetZone { .. }) {
            let read = settings(
                &self.config,
                &self.config_dir,
                self.store.zone(),
                &self.model.playbooks,
                self.settings.cultures.clone(),
            );
            self.settings = read.map_err(|e| {
                // It is written all the same: the next key reads it, with the holidays of the old zone.
                self.version = None;
                written_but(&e)
            })?;
        }
        applied.all |= self.refresh(&applied.clients, applied.all, now).map_err(|e| written_but(&e))?;
        Ok(Msg::Applied(Box::new(applied), after))
    }

    pub(super) fn step_back(&mut self, back: bool, now: &Now) -> Result<Msg, Message> {
        if back {
            return self.step_back_to(None, now);
        }
        let undone = self.store.redo(now, Face::Tui);
        self.stepped(undone, false, now)
    }

    /// Takes an action back: this one, else the newest.
    pub(super) fn step_back_to(&mut self, op: Option<i64>, now: &Now) -> Result<Msg, Message> {
        let undone = self.store.undo(op, now, Face::Tui);
        self.stepped(undone, true, now)
    }

    pub(super) fn stepped(&mut self, undone: Result<Undone, StoreError>, back: bool, now: &Now) -> Result<Msg, Message> {
        let mut undone = undone.map_err(|e| busy(&e))?;
        undone.all |= self.refresh(&undone.clients, undone.all, now).map_err(|e| written_but(&e))?;
        Ok(Msg::Undone(Box::new(undone), back))
    }

    /// Brings the book up to date after an action of our own. Our commits leave the version as it was: when it is another one, somebody
    /// else wrote since the book was read, and everything is read again. Says whether that was so.
    pub(super) fn refresh(&mut self, clients: &[Id], all: bool, now: &Now) -> Result<bool, Message> {
        let now = &self.now(now);
        let seen = self.version.take();
        // Asked for before reading: what is written while we read is found at the next key.
        let version = self.store.data_version().map_err(|e| busy(&e))?;
        let others = seen != Some(version);
        let clients = if all || others { &[] } else { clients };
        self.model.book.refresh(&self.store, &self.settings, clients, now).map_err(|e| unread(&e))?;
        if others {
            self.model.details.clear();
            self.model.files.clear();
        }
        self.version = Some(version);
        self.model.can_redo = self.store.can_redo().unwrap_or(false);
        Ok(others)
    }

    pub(super) fn reload(&mut self, now: &Now) -> Result<(), Message> {
        let now = &self.now(now);
        self.version = None;
        let version = self.store.data_version().map_err(|e| busy(&e))?;
        let load = |book: &mut Book| -> Result<(), PortfolioError> {
            // As when the book is opened: a file that cannot be written can still be read.
            let _ = freeze::freeze_month(&mut book.store, &book.settings, now);
            let before = book.model.book.risk.fitted();
            book.model.book = Snapshot::load_meanwhile(&book.store, &book.settings, now, &before)?;
            Ok(())
        };
        load(self).map_err(|e| unread(&e))?;
        self.model.can_redo = self.store.can_redo().unwrap_or(false);
        self.version = Some(version);
        Ok(())
    }

    /// Whether another program wrote; then everything is read again. While that one still holds the file the picture stays: moving in
    /// it does no harm, and an action says itself that the file is busy.
    pub(super) fn follow_others(&mut self, now: &Now) -> Result<bool, Message> {
        match self.store.data_version() {
            Ok(version) if Some(version) == self.version => return Ok(false),
            Err(StoreError::Locked(_)) if self.version.is_some() => return Ok(false),
            Err(error) => return Err(busy(&error)),
            Ok(_) => {}
        }
        self.reload(now)?;
        Ok(true)
    }
}
