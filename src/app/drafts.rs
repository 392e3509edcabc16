//! A message to a client before it is sent: the drafts that make sense, turned, changed by hand, copied, and logged once it went out.
//! What stands in them is decided in `messages`; nothing is logged before the user says that it was sent.

use super::command::Do;
use super::dialog::Dialog;
use super::model::{Model, Toast};
use super::msg::{After, Effect};
use crate::domain::day::Now;
use crate::domain::facts::EngagementRow;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::messages::{Draft, Way};

/// The drafts in front.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafts {
    /// To whom.
    pub client: String,
    /// The number of the case they are about.
    pub no: Option<i64>,
    /// Template and draft, or why it cannot be filled; the one that is meant first.
    pub choices: Vec<(String, Result<Draft, Message>)>,
    /// The one shown.
    pub at: usize,
    /// First line shown.
    pub scroll: u16,
    /// The one that was copied or handed over: what is missing in it can be filled there.
    pub out: Option<usize>,
}

impl Drafts {
    /// The drafts for a client, about a case where there is one.
    pub fn new(client: &str, no: Option<i64>, mut choices: Vec<(String, Result<Draft, Message>)>) -> Drafts {
        if choices.is_empty() {
            choices.push((String::new(), Err(Message::new("draft-none"))));
        }
        Drafts { client: client.to_owned(), no, choices, at: 0, scroll: 0, out: None }
    }

    /// The one shown: its template, and the draft or why there is none.
    pub fn shown(&self) -> (&str, &Result<Draft, Message>) {
        let (name, draft) = &self.choices[self.at.min(self.choices.len() - 1)];
        (name, draft)
    }

    /// Takes the text as it was changed by hand.
    pub fn edit(&mut self, text: &str) {
        if let Some((_, Ok(draft))) = self.choices.get_mut(self.at) {
            draft.edit(text);
            self.scroll = 0;
        }
    }

    /// Puts the text of a knowledge note into the one shown, or takes it out again where it stands in it: `true` when it is in it now.
    pub fn insert(&mut self, name: &str, text: &str) -> Option<bool> {
        match self.choices.get_mut(self.at) {
            Some((_, Ok(draft))) => Some(draft.insert(name, text)),
            _ => None,
        }
    }

    fn turn(&mut self, by: isize) {
        let count = self.choices.len() as isize;
        self.at = (self.at as isize + by).rem_euclid(count.max(1)) as usize;
        self.scroll = 0;
    }
}

/// The draft in front left the program as a mail: that is how it is logged, and what is said.
pub fn handed(model: &mut Model, way: Way) {
    let Some(Dialog::Draft(drafts)) = model.dialogs.last_mut() else { return };
    if let Some((_, Ok(draft))) = drafts.choices.get_mut(drafts.at) {
        draft.as_mail();
        drafts.out = Some(drafts.at);
        let message = way.done(&draft.to);
        model.toast = Some(Toast { message, undo: false, note: false });
    }
}

/// The drafts in front, where they are.
pub fn front(model: &Model) -> Option<&Drafts> {
    match model.dialogs.last() {
        Some(Dialog::Draft(drafts)) => Some(drafts),
        _ => None,
    }
}

/// `t`: asks for what can be written to the selected client, about the selected case.
pub fn ask(model: &Model) -> Vec<Effect> {
    let case = model.case().map(|case| Target::Complaint(case.row.id));
    // On what asks for a report the report is meant; on a milestone that of its project.
    let project = || {
        let client = model.client()?;
        match model.item()?.target {
            report @ Target::Report(_) => Some(report),
            Target::Milestone(id) => {
                let has = |e: &&EngagementRow| e.milestones.iter().any(|m| m.id == id);
                client.facts.engagements.iter().find(has).map(|e| Target::Report(e.id))
            }
            _ => None,
        }
    };
    // What else the row asks for decides what is offered first.
    let about = case.or_else(project).or_else(|| model.item().map(|item| item.target));
    model.client().map(|client| vec![Effect::Draft(client.id(), about)]).unwrap_or_default()
}

/// What a key does in a draft.
pub fn run(model: &mut Model, id: Do, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Draft(drafts)) = model.dialogs.last_mut() else { return Vec::new() };
    if matches!(id, Do::DraftNext | Do::DraftBack) {
        drafts.turn(if id == Do::DraftNext { 1 } else { -1 });
        return Vec::new();
    }
    let Ok(draft) = drafts.shown().1.clone() else { return Vec::new() };
    if id == Do::DraftCopy {
        drafts.out = Some(drafts.at);
    }
    let filled_elsewhere = drafts.out == Some(drafts.at);
    match id {
        Do::DraftCopy => vec![Effect::Copy(draft.text())],
        Do::DraftEdit => vec![Effect::Edit(draft.text())],
        Do::DraftMailto => vec![Effect::HandOver(Way::Mailto, Box::new(draft))],
        Do::DraftCommand => vec![Effect::HandOver(Way::Command, Box::new(draft))],
        Do::DraftFile => vec![Effect::HandOver(Way::Maildir, Box::new(draft))],
        // A letter with a hole in it was not sent as it stands here.
        Do::DraftSent if draft.gaps() > 0 && !filled_elsewhere => {
            let message = Message::new("draft-not-filled").with("count", draft.gaps());
            model.toast = Some(Toast { message, undo: false, note: false });
            Vec::new()
        }
        Do::DraftSent => {
            let what =
                Message::new("draft-note").with("subject", draft.subject.as_str()).with("template", draft.template.as_str());
            let note = model.words.say(&what, now);
            let fulfils = model.book.fulfilled(draft.client, draft.channel, now.instant);
            // It stays in front until it is written: what was changed by hand is not lost to a busy file.
            vec![Effect::Apply(draft.logged(note, fulfils, now), After::Stay)]
        }
        _ => Vec::new(),
    }
}
