//! What the shell does for one message to many: makes the run from the file and hands its messages over one by one, with how far it is on
//! the screen. What the panel does with them is `app::mailing`'s.

use super::{Book, busy};
use crate::app::mailing::{Made, Wanted};
use crate::app::msg::Msg;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::i18n::{Lang, Words};
use crate::messages::run::{self, Order};
use crate::messages::{Draft, Leash, Way};
use crate::store::ClientDetail;
use crate::tui::run::Show;
use crate::tui::sys;
use crate::tui::view;
use std::collections::HashMap;
use std::process::Child;

/// Clients between two looks at how far it is.
const AT_ONCE: usize = 25;

impl Book {
    /// Makes a run. `Err`: the user stopped it, or the file refused.
    pub(super) fn mailing(&mut self, mut wanted: Wanted, show: &mut Show<'_>, now: &Now) -> Result<Msg, Message> {
        let greets = wanted.chosen.iter().find_map(|one| one.greets).map(|(target, _)| target);
        let templates = run::templates(&self.config_dir, self.model.words.lang, greets);
        wanted.template = wanted.template.or_else(|| templates.first().cloned());
        let voices: Vec<Words> = Lang::ALL.iter().map(|lang| Words::load(*lang)).collect();
        let all = wanted.chosen.len();
        let mut details: HashMap<Id, ClientDetail> = HashMap::with_capacity(all);
        for (done, one) in wanted.chosen.iter().enumerate() {
            if done % AT_ONCE == AT_ONCE - 1 {
                self.model.progress = Some((done, all));
                let (model, theme) = (&self.model, &self.theme);
                if !show(&mut |frame| view::draw(frame, model, theme, now)) {
                    self.model.progress = None;
                    return Err(Message::new("run-stopped"));
                }
            }
            match self.store.detail_until(one.client, now.instant) {
                Ok(detail) => details.extend(detail.map(|detail| (one.client, detail))),
                Err(error) => {
                    self.model.progress = None;
                    return Err(busy(&error));
                }
            }
        }
        self.model.progress = None;
        let order = Order {
            snapshot: &self.model.book,
            template: wanted.template.as_deref().unwrap_or_default(),
            config_dir: &self.config_dir,
            voices: &voices,
            config: &self.config,
            channel: wanted.channel,
            taken: &wanted.taken,
            now,
        };
        let read = |id: Id| Ok::<_, Message>(details.remove(&id));
        let made = order.texts().map(|texts| order.run(&texts, &wanted.chosen, read));
        let run = match made {
            Ok(run) => Ok(run?),
            Err(why) => Err(why),
        };
        Ok(Msg::Mailing(Box::new(Made { wanted, templates, run })))
    }

    /// Hands messages over one by one. The user can stop it; what was not tried stays where it is.
    pub(super) fn hand_all(&mut self, way: Way, all: Vec<(usize, Draft)>, show: &mut Show<'_>, now: &Now) -> Msg {
        let tried = all.len();
        let mut out: Vec<(usize, Result<(), Message>)> = Vec::with_capacity(tried);
        for (done, (n, draft)) in all.into_iter().enumerate() {
            self.model.progress = Some((done, tried));
            let (model, theme) = (&self.model, &self.theme);
            let mut went_on = true;
            let mut go_on = || {
                went_on = show(&mut |frame| view::draw(frame, model, theme, now));
                went_on
            };
            // Seen before a program is started that may take its time.
            if !go_on() {
                break;
            }
            let end = |child: &mut Child| sys::end_group(child.id(), true);
            let mut leash = Leash { prepare: sys::own_session, end, go_on: &mut go_on };
            let handed = draft.hand_over(way, &self.config.messages, now, &mut leash);
            out.push((n, handed));
            if !went_on {
                break;
            }
        }
        self.model.progress = None;
        Msg::HandedAll(way, out, tried)
    }
}
