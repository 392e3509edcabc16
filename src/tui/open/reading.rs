//! What the shell reads for the screen: timelines, what the filter and the forms need, imports, command lines, prep sheets.
//! When it is asked for is decided in `app`.

use super::{Book, busy, unread, written_but};
use crate::app::drafts::Drafts;
use crate::app::find::{Findable, Finder};
use crate::app::form::{Loaded, Subject};
use crate::app::model::Toast;
use crate::app::msg::Msg;
use crate::app::page::Story;
use crate::domain::day::{Moment, Now};
use crate::domain::facts::ClientRows;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::period::Period;
use crate::domain::target::Target;
use crate::i18n::{Lang, Words};
use crate::interchange::ImportOptions;
use crate::messages::{self, Draft, Leash, Way};
use crate::notes;
use crate::portfolio::hindsight::Hindsight;
use crate::portfolio::projects::Progress;
use crate::portfolio::review::{Record, Week};
use crate::portfolio::{CaseFile, care, deck, timeline};
use crate::store::{StoreError, Which};
use crate::text::{self, NameKeys};
use crate::tui::bring;
use crate::tui::child::Answer;
use crate::tui::run::Show;
use crate::tui::sys;
use crate::tui::view;
use std::process::Child;

impl Book {
    /// The past of a client; `None` while the client is not known in full.
    pub(super) fn timeline(&self, id: Id, now: &Now) -> Result<Option<Story>, StoreError> {
        let Some(client) = self.model.book.client(id) else { return Ok(None) };
        let Some(detail) = self.model.details.get(&id).and_then(|d| d.as_deref()) else { return Ok(None) };
        let rows = self.store.timeline(id, now)?;
        let months = timeline::months(&self.model.book, &rows, &self.settings.rates);
        Ok(Some(Story::new(&self.model.book, client, detail, &rows, months)))
    }

    /// What the filter searches: of these clients, of all where none is named.
    pub(super) fn finder(&self, clients: &[Id]) -> Result<Finder, StoreError> {
        let which = if clients.is_empty() { Which::All } else { Which::Some(clients.to_vec()) };
        let names = self.store.names_of(&which)?;
        let mut rest = self.store.search_rows_of(&which)?.into_iter().peekable();
        let clients = names.into_iter().map(|row| {
            // Both come by client.
            while rest.next_if(|r| r.client < row.id).is_some() {}
            let more = rest.next_if(|r| r.client == row.id).unwrap_or_default();
            let names = std::iter::once(&row.name).chain(&row.aliases).map(|name| NameKeys::new(name)).collect();
            let people = more.people.into_iter().map(|(name, ..)| (NameKeys::new(&name), name)).collect();
            let parts = more.points.into_iter().chain(more.tags).chain(more.industry).map(|t| (text::fold(&t), t)).collect();
            Findable { id: row.id, names, people, parts }
        });
        Ok(Finder { clients: clients.collect(), ..Finder::default() })
    }

    /// What a form needs: the client beyond the fold, everything that happened with it, its case, the user's days off.
    pub(super) fn load_form(&self, subject: Subject, now: &Now) -> Result<Loaded, Message> {
        let gone = || Message::new("item-gone");
        let owner = match (subject.client(), subject.row()) {
            (Some(client), _) => Some((client, None)),
            (None, Some((table, row))) => Some(self.store.owner(table, row).map_err(|e| busy(&e))?.ok_or_else(gone)?),
            (None, None) => None,
        };
        let mut loaded =
            Loaded { subject, client: None, detail: None, rows: None, person: None, leave: Vec::new(), case: None };
        if let Some((client, person)) = owner {
            (loaded.client, loaded.person) = (Some(client), person);
            loaded.detail = self.store.detail(client).map_err(|e| busy(&e))?;
            // What is dated ahead can be changed too: an invoice of next month.
            let ahead = now.at(now.today().plus_months(1200).start(now.zone));
            loaded.rows = Some(self.store.timeline(client, &ahead).map_err(|e| busy(&e))?);
        } else {
            loaded.leave = self.store.book().map_err(|e| busy(&e))?.leave;
        }
        if let Some(case) = subject.case() {
            loaded.case = CaseFile::load(&self.store, case, Moment(i64::MAX), false).map_err(|e| unread(&e))?;
        }
        Ok(loaded)
    }

    /// The import asked for, with its progress on the screen.
    pub(super) fn import(
        &mut self,
        path: &str,
        options: ImportOptions,
        show: &mut Show<'_>,
        now: &Now,
    ) -> Result<Msg, Message> {
        let (model, theme) = (&mut self.model, &self.theme);
        let mut progress = |done, all| {
            model.progress = Some((done, all));
            show(&mut |frame| view::draw(frame, model, theme, now))
        };
        let done = bring::import(&mut self.store, path, options, now, &mut progress);
        self.model.progress = None;
        let report = done?;
        // A report without a reading would be asked for again: what was written must not be imported twice.
        self.reload(now).map_err(|e| if report.dry_run { e } else { written_but(&e) })?;
        Ok(Msg::Imported(Box::new(report)))
    }

    pub(super) fn deal(&self) -> Result<Msg, Message> {
        let people = self.store.people_counts().map_err(|e| busy(&e))?;
        Ok(Msg::Dealt(deck::cards(&self.model.book, &people)))
    }

    /// What looking back over a period shows.
    pub(super) fn look_back(&self, span: usize, period: Period) -> Result<Msg, Message> {
        let seen = Hindsight::new(&self.store, &self.settings, &self.model.book, period).map_err(|e| e.message())?;
        Ok(Msg::LookedBack(span, Box::new(seen)))
    }

    /// A week for its review: all of it, or these clients again.
    pub(super) fn review(&self, week: Week, clients: Option<Vec<Id>>) -> Result<Msg, Message> {
        let (store, settings, book) = (&self.store, &self.settings, &self.model.book);
        let record = match &clients {
            None => Record::read(store, settings, book, week),
            Some(clients) => Record::read_some(store, settings, book, week, clients),
        };
        Ok(Msg::Reviewed(Box::new(record.map_err(|e| e.message())?), clients))
    }

    /// A command line, which the user can stop. What it changed is not read here.
    pub(super) fn line(&mut self, words: &[String], show: &mut Show<'_>, now: &Now) -> Msg {
        let line = words.join(" ");
        let running = Message::new("palette-running").with("line", text::truncate(&text::one_line(&line), 40).into_owned());
        self.model.toast = Some(Toast { message: running, undo: false, note: false });
        let (model, theme) = (&self.model, &self.theme);
        let ran = self.lines.run(words, &mut || show(&mut |frame| view::draw(frame, model, theme, now)));
        self.model.toast = None;
        match ran {
            Ok(Answer::Ended { mut text, well, cut }) => {
                if cut {
                    text.push('\n');
                    text.push_str(&self.model.words.get("palette-cut"));
                }
                Msg::Ran { line, text, well }
            }
            Ok(Answer::Stopped) => Msg::Failed(Message::new("palette-stopped").with("line", line)),
            Err(why) => Msg::Failed(Message::new("palette-cannot-run").with("line", line).with("why", why.to_string())),
        }
    }

    /// A draft on its way out: the user can stop a program that takes its time. It has a session of its own, so that it cannot ask
    /// anything on the terminal of the screen.
    pub(super) fn hand_over(&mut self, way: Way, draft: &Draft, show: &mut Show<'_>, now: &Now) -> Msg {
        let running = Message::new("handover-running").with("to", text::truncate(&text::one_line(&draft.to), 40).into_owned());
        self.model.toast = Some(Toast { message: running, undo: false, note: false });
        let (model, theme) = (&self.model, &self.theme);
        let mut go_on = || show(&mut |frame| view::draw(frame, model, theme, now));
        let end = |child: &mut Child| sys::end_group(child.id(), true);
        let mut leash = Leash { prepare: sys::own_session, end, go_on: &mut go_on };
        let handed = draft.hand_over(way, &self.config.messages, now, &mut leash);
        self.model.toast = None;
        handed.map_or_else(Msg::Failed, |()| Msg::Handed(way))
    }

    /// What can be written to a client now, in the language they are written to in.
    pub(super) fn drafts(&self, client: Id, about: Option<Target>, now: &Now) -> Result<Msg, Message> {
        let gone = || Message::new("item-gone");
        let detail = self.store.detail_until(client, now.instant).map_err(|e| busy(&e))?.ok_or_else(gone)?;
        let assessed = self.model.book.client(client).ok_or_else(gone)?;
        let project = match about {
            Some(Target::Report(id)) => {
                let mut found = None;
                let secret = detail.do_not_mention.as_deref();
                let read = &mut |rows: &ClientRows| found = Progress::new(rows, id, &assessed.cases, secret, now);
                self.store.stream(&Which::One(client), read).map_err(|e| busy(&e))?;
                Some(found.ok_or_else(gone)?)
            }
            _ => None,
        };
        let case = match about {
            Some(Target::Complaint(id)) => {
                let texts = self.store.case_detail(id, now.instant).map_err(|e| busy(&e))?.ok_or_else(gone)?;
                Some((self.model.book.case(client, id).ok_or_else(gone)?, texts))
            }
            _ => None,
        };
        let model = &self.model;
        let lang = Lang::of(care::language(&assessed.facts.client, &model.book.cultures));
        let theirs = (lang != model.words.lang).then(|| Words::load(lang));
        let words = theirs.as_ref().unwrap_or(&model.words);
        let plain = messages::Subject::new(&model.book, assessed, &detail, &self.config, words);
        let case_texts = case.as_ref().map(|(case, texts)| (*case, texts));
        let subject = messages::Subject { case: case_texts, project: project.as_ref(), about, now, ..plain };
        let choices = messages::drafts(&subject, &self.config_dir);
        let no = case.as_ref().map(|(case, _)| case.row.no);
        Ok(Msg::Drafts(Box::new(Drafts::new(assessed.name(), no, choices))))
    }

    /// The knowledge notes, and how often each was used.
    pub(super) fn knowledge(&self) -> Result<Msg, Message> {
        let shelf = notes::read(&notes::folder(self.config.notes.as_deref(), &self.config_dir))?;
        let uses = self.store.note_uses().map_err(|e| busy(&e))?;
        let used = notes::used(uses.into_iter().map(|row| (row.name, row.times, row.last)));
        Ok(Msg::Knowledge(Box::new(shelf), used))
    }

    pub(super) fn prep(&mut self, client: Id, now: &Now) -> Result<Msg, Message> {
        let gone = || Message::new("item-gone");
        let detail = self.store.detail_until(client, now.instant).map_err(|e| busy(&e))?.ok_or_else(gone)?;
        let model = &self.model;
        let assessed = model.book.client(client).ok_or_else(gone)?;
        let text = crate::portfolio::prep::sheet(&model.book, assessed, &detail, &model.words);
        Ok(Msg::Sheet(Message::new("sheet-prep").with("client", assessed.name()), text))
    }
}
