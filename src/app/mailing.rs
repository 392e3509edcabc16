//! The run in front of the lists: one message to many clients. Counts and who is left out first, then one preview per client: taken,
//! dropped, changed, handed over, and logged once they are out. Who can be written to is `messages::run`'s to say; nothing is logged that was
//! not handed over.

use super::command::Do;
use super::dialog::Dialog;
use super::key::{Key, KeyCode};
use super::model::{Model, Toast};
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Channel, Purpose};
use crate::messages::run::{Chosen, Ready, Run, Why};
use crate::messages::{Draft, Way};
use std::collections::BTreeSet;

/// Things of messages by their places in the run.
type Placed<T> = Vec<(usize, T)>;

/// How far a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not looked at.
    Open,
    /// To be handed over.
    Taken,
    /// Not to be sent.
    Dropped,
    /// Out of the program.
    Handed,
    /// Written down.
    Logged,
}

/// Who is to be written to what; what the shell makes a run of.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The clients.
    pub chosen: Vec<Chosen>,
    /// The channel meant for all, where the row names one.
    pub channel: Option<Channel>,
    /// The template, where one is chosen already.
    pub template: Option<String>,
    /// Clients taken in although a case of theirs is open.
    pub taken: BTreeSet<Id>,
}

/// What the shell made.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// What was asked for.
    pub wanted: Wanted,
    /// The templates there are for it, what suits it first.
    pub templates: Vec<String>,
    /// The run, or why there is none.
    pub run: Result<Run, Message>,
}

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Mailing {
    /// Who and what.
    pub wanted: Wanted,
    /// The templates.
    pub templates: Vec<String>,
    /// The run, or why there is none.
    pub run: Result<Run, Message>,
    /// How far each message is.
    pub stages: Vec<Stage>,
    /// Why one was not handed over, by its place.
    pub failed: Vec<(usize, Message)>,
    /// The message in front; `None`: the counts.
    pub at: Option<usize>,
    /// The selected one of those left out.
    pub selected: usize,
    /// First line shown of a preview.
    pub scroll: u16,
    /// Leaving was asked for while something is out and not logged.
    pub warned: bool,
}

impl Mailing {
    /// A panel of what the shell made.
    pub fn new(made: Made) -> Mailing {
        let count = made.run.as_ref().map_or(0, |run| run.ready.len());
        Mailing {
            wanted: made.wanted,
            templates: made.templates,
            run: made.run,
            stages: vec![Stage::Open; count],
            failed: Vec::new(),
            at: None,
            selected: 0,
            scroll: 0,
            warned: false,
        }
    }

    /// The messages.
    pub fn ready(&self) -> &[Ready] {
        self.run.as_ref().map_or(&[], |run| &run.ready)
    }

    /// Who is left out.
    pub fn refused(&self) -> &[(Id, Why)] {
        self.run.as_ref().map_or(&[], |run| &run.refused)
    }

    /// The message in front with its place and how far it is.
    pub fn shown(&self) -> Option<(usize, &Ready, Stage)> {
        let n = self.at?;
        Some((n, self.ready().get(n)?, *self.stages.get(n)?))
    }

    /// How many are so far.
    pub fn count(&self, stage: Stage) -> usize {
        self.stages.iter().filter(|s| **s == stage).count()
    }

    /// The template of the run.
    pub fn template(&self) -> Option<&str> {
        self.wanted.template.as_deref()
    }

    /// Why the message in front was not handed over.
    pub fn why(&self, n: usize) -> Option<&Message> {
        self.failed.iter().find(|(of, _)| *of == n).map(|(_, why)| why)
    }

    fn set(&mut self, n: usize, stage: Stage) {
        if let Some(of) = self.stages.get_mut(n) {
            *of = stage;
        }
    }

    /// To the next message that is not decided on, from the one in front; else to the counts.
    fn on(&mut self) {
        let from = self.at.map_or(0, |n| n + 1);
        let places = (from..self.stages.len()).chain(0..from.min(self.stages.len()));
        self.at = places.into_iter().find(|n| self.stages.get(*n) == Some(&Stage::Open));
        self.scroll = 0;
    }

    fn turn(&mut self, by: isize) {
        let count = self.stages.len() as isize;
        if let Some(n) = self.at.filter(|_| count > 0) {
            self.at = Some((n as isize + by).rem_euclid(count) as usize);
            self.scroll = 0;
        }
    }

    /// Takes the text of the message in front as it was changed by hand.
    pub fn edit(&mut self, text: &str) {
        if let (Some(n), Ok(run)) = (self.at, &mut self.run)
            && let Some(ready) = run.ready.get_mut(n)
        {
            ready.draft.edit(text);
            self.scroll = 0;
        }
    }

    /// Selects one of those left out.
    pub fn step(&mut self, n: isize) {
        if self.at.is_some() {
            self.scroll = self.scroll.saturating_add_signed(n as i16);
        } else {
            self.selected = self.selected.saturating_add_signed(n).min(self.refused().len().saturating_sub(1));
        }
    }

    /// What is to be handed over as a mail: those taken, by their places.
    fn taken(&self) -> Vec<(usize, Draft)> {
        let taken = self.stages.iter().enumerate().filter(|(_, s)| **s == Stage::Taken);
        taken.filter_map(|(n, _)| Some((n, self.ready().get(n)?.draft.clone()))).collect()
    }

    /// Those of them that may not go as a mail, with the reason; the others.
    fn mails(&self, from: Placed<Draft>) -> (Placed<Draft>, Placed<Message>) {
        let no_mail = |n: usize| self.ready().get(n).and_then(|ready| ready.no_mail.as_ref());
        let (no, yes): (Vec<_>, Vec<_>) = from.into_iter().partition(|(n, _)| no_mail(*n).is_some());
        (yes, no.into_iter().filter_map(|(n, _)| Some((n, no_mail(n)?.message()))).collect())
    }
}

/// The panel, where it stands in front.
pub fn front(model: &Model) -> Option<&Mailing> {
    match model.dialogs.last() {
        Some(Dialog::Mailing(panel)) => Some(panel),
        _ => None,
    }
}

fn front_mut(model: &mut Model) -> Option<&mut Mailing> {
    match model.dialogs.last_mut() {
        Some(Dialog::Mailing(panel)) => Some(panel),
        _ => None,
    }
}

/// Whether `t` means many: several marked rows, or a row of several clients.
pub fn is_meant(model: &Model) -> bool {
    let many = model.item().is_some_and(|item| item.client.is_none() && !item.clients.is_empty());
    model.page.is_none() && (model.marks.len() > 1 || many)
}

/// `t` on several rows or on a row of several clients: asks for the run.
pub fn ask(model: &Model) -> Vec<Effect> {
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut channel = None;
    for subject in model.subjects() {
        let item = subject.items.first();
        let greets = item.and_then(|item| match item.target {
            target @ (Target::Care(_) | Target::Anniversary | Target::Holiday(_)) => Some((target, item.due)),
            _ => None,
        });
        let batch = item.filter(|item| item.client.is_none());
        channel = channel.or(batch.and_then(|item| item.channel).filter(|c| c.is_sent()));
        let clients = batch.map(|item| item.clients.clone()).unwrap_or_default();
        let clients = subject.client.map(|c| c.id()).into_iter().chain(clients);
        chosen.extend(clients.map(|client| Chosen { client, greets }));
    }
    if chosen.is_empty() {
        return Vec::new();
    }
    vec![Effect::Mailing(Box::new(Wanted { chosen, channel, template: None, taken: BTreeSet::new() }))]
}

/// The shell made a run: it comes to the front, or into the panel that asked for it.
pub fn made(model: &mut Model, made: Made) {
    let panel = Mailing::new(made);
    match front_mut(model) {
        Some(front) => *front = Mailing { selected: front.selected.min(panel.refused().len().saturating_sub(1)), ..panel },
        None => model.dialogs.push(Dialog::Mailing(Box::new(panel))),
    }
}

/// Messages were handed over one way, or failed with a reason, by their places. Those not among them were not tried: the user stopped it.
pub fn handed(model: &mut Model, way: Way, all: Vec<(usize, Result<(), Message>)>, tried: usize) {
    let Some(panel) = front_mut(model) else { return };
    panel.failed.retain(|(n, _)| !all.iter().any(|(of, _)| of == n));
    let mut out = 0;
    let mut first = None;
    for (n, done) in all {
        match done {
            Ok(()) => {
                if let Ok(run) = &mut panel.run
                    && let Some(ready) = run.ready.get_mut(n)
                {
                    ready.draft.as_mail();
                }
                panel.set(n, Stage::Handed);
                out += 1;
            }
            Err(why) => {
                first = first.or(Some(n));
                panel.failed.push((n, why));
            }
        }
    }
    let failed = panel.failed.len();
    let message = match (tried, out, way) {
        // A link is opened, not sent: that it went is the user's to say.
        (1, 1, Way::Mailto) => Message::new("run-opened"),
        _ => Message::new("run-handed").with("count", out).with("left", tried - out),
    };
    match (first, panel.failed.first()) {
        (Some(n), Some((_, why))) => {
            let why = why.clone();
            (panel.at, panel.scroll) = (Some(n), 0);
            model.error = Some(Message::new("run-handed-some").with("count", out).with("failed", failed).with("why", why));
        }
        _ => model.toast = Some(Toast { message, undo: false, note: false }),
    }
}

/// What was handed over is written: on to the next; a run that is done with leaves.
pub fn logged(model: &mut Model) {
    let Some(panel) = front_mut(model) else { return };
    for stage in panel.stages.iter_mut().filter(|s| **s == Stage::Handed) {
        *stage = Stage::Logged;
    }
    panel.warned = false;
    let is_over = panel.stages.iter().all(|s| matches!(s, Stage::Logged | Stage::Dropped));
    if is_over {
        model.dialogs.pop();
    } else if panel.count(Stage::Open) > 0 {
        panel.on();
    }
}

/// Whether a key of the panel can do something now.
///
/// # Errors
/// Why not.
pub fn allows(model: &Model, id: Do) -> Result<(), Message> {
    let no = |id: &'static str| Err(Message::new(id));
    let Some(panel) = front(model) else { return no("not-here") };
    if let Err(why) = &panel.run
        && !matches!(id, Do::MailClose | Do::MailNext | Do::MailBack)
    {
        return Err(why.clone());
    }
    let shown = panel.shown();
    match id {
        Do::MailAll if panel.count(Stage::Open) == 0 => no("not-open-messages"),
        Do::MailTake if shown.is_none() && panel.ready().is_empty() => no("not-ready"),
        Do::MailDrop | Do::MailEdit | Do::MailCopy | Do::MailLink => match shown {
            None => no("not-a-preview"),
            Some((_, _, Stage::Logged)) => no("not-logged-again"),
            Some((_, _, Stage::Handed)) if matches!(id, Do::MailDrop | Do::MailEdit) => no("not-handed-again"),
            Some((_, ready, _)) if id == Do::MailLink => match &ready.no_mail {
                Some(why) => Err(why.message()),
                None => Ok(()),
            },
            Some(_) => Ok(()),
        },
        Do::MailCommand | Do::MailFile if panel.count(Stage::Taken) == 0 => no("not-taken-yet"),
        Do::MailLog if panel.count(Stage::Handed) == 0 => no("not-handed-yet"),
        Do::MailAnyway => match panel.refused().get(panel.selected).filter(|_| panel.at.is_none()) {
            Some((_, why)) if why.can_be_taken() && panel.stages.iter().all(|s| *s == Stage::Open) => Ok(()),
            _ => no("not-to-be-taken"),
        },
        Do::MailNext | Do::MailBack if panel.at.is_none() => {
            if panel.stages.iter().any(|s| *s != Stage::Open) {
                return no("not-begun-anew");
            }
            if panel.templates.len() < 2 { no("not-another-draft") } else { Ok(()) }
        }
        Do::MailNext | Do::MailBack if panel.ready().len() < 2 => no("not-another-draft"),
        _ => Ok(()),
    }
}

/// What a command is called where the panel says more than its name: on the counts nothing is accepted yet, and what is written down is
/// counted.
pub fn label(model: &Model, id: Do) -> Option<Message> {
    let panel = front(model)?;
    match id {
        Do::MailTake if panel.at.is_none() && panel.stages.iter().all(|s| *s == Stage::Open) => {
            Some(Message::new("do-mail-first"))
        }
        Do::MailTake if panel.at.is_none() => Some(Message::new("do-mail-preview")),
        Do::MailLog => match panel.count(Stage::Handed) {
            0 => None,
            count => Some(Message::new("do-mail-log-some").with("count", count)),
        },
        _ => None,
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let Some(panel) = front_mut(model) else { return Vec::new() };
    if id != Do::MailClose {
        panel.warned = false;
    }
    match id {
        Do::MailDown => panel.step(far),
        Do::MailUp => panel.step(-far),
        Do::MailNext | Do::MailBack => {
            let by = if id == Do::MailNext { 1 } else { -1 };
            if panel.at.is_some() {
                panel.turn(by);
                return Vec::new();
            }
            let count = panel.templates.len() as isize;
            let here = panel.templates.iter().position(|name| Some(name.as_str()) == panel.wanted.template.as_deref());
            let next = (here.unwrap_or(0) as isize + by).rem_euclid(count.max(1)) as usize;
            let wanted = Wanted { template: panel.templates.get(next).cloned(), ..panel.wanted.clone() };
            return vec![Effect::Mailing(Box::new(wanted))];
        }
        Do::MailAnyway => {
            let Some((client, _)) = panel.refused().get(panel.selected) else { return Vec::new() };
            let mut wanted = panel.wanted.clone();
            wanted.taken.insert(*client);
            return vec![Effect::Mailing(Box::new(wanted))];
        }
        Do::MailTake => match panel.shown().map(|(n, _, stage)| (n, stage)) {
            None => {
                panel.on();
                // All are decided on: the first one to look at.
                panel.at = panel.at.or(Some(0));
            }
            Some((n, stage)) => {
                if matches!(stage, Stage::Open | Stage::Dropped) {
                    panel.set(n, Stage::Taken);
                }
                panel.on();
            }
        },
        Do::MailAll => {
            for stage in panel.stages.iter_mut().filter(|s| **s == Stage::Open) {
                *stage = Stage::Taken;
            }
            panel.at = None;
        }
        Do::MailDrop => {
            if let Some((n, ..)) = panel.shown() {
                panel.set(n, Stage::Dropped);
                panel.on();
            }
        }
        Do::MailEdit => return panel.shown().map(|(_, ready, _)| vec![Effect::Edit(ready.draft.text())]).unwrap_or_default(),
        Do::MailCopy => {
            let Some((n, ready, _)) = panel.shown() else { return Vec::new() };
            let text = ready.draft.text();
            panel.set(n, Stage::Handed);
            panel.failed.retain(|(of, _)| *of != n);
            return vec![Effect::Copy(text)];
        }
        Do::MailLink => {
            let one = panel.shown().map(|(n, ready, _)| (n, ready.draft.clone()));
            return one.map(|one| vec![Effect::HandAll(Way::Mailto, vec![one])]).unwrap_or_default();
        }
        Do::MailCommand | Do::MailFile => {
            let way = if id == Do::MailCommand { Way::Command } else { Way::Maildir };
            // Of many nobody fills the holes afterwards: a letter with one stays here until E filled it.
            let (whole, holed): (Vec<_>, Vec<_>) = panel.taken().into_iter().partition(|(_, draft)| draft.gaps() == 0);
            let (mails, mut no) = panel.mails(whole);
            let open = |draft: &Draft| Message::new("draft-gaps").with("count", draft.gaps());
            no.extend(holed.iter().map(|(n, draft)| (*n, open(draft))));
            panel.failed.retain(|(n, _)| !no.iter().any(|(of, _)| of == n));
            panel.failed.extend(no);
            if mails.is_empty() {
                let first = panel.failed.first().map(|(n, why)| (*n, why.clone()));
                if let Some((n, why)) = first {
                    panel.at = Some(n);
                    model.error = Some(why);
                }
                return Vec::new();
            }
            return vec![Effect::HandAll(way, mails)];
        }
        Do::MailLog => {
            let Ok(run) = &panel.run else { return Vec::new() };
            let out: Vec<Ready> = run
                .ready
                .iter()
                .zip(&panel.stages)
                .filter(|(_, stage)| **stage == Stage::Handed)
                .map(|(ready, _)| ready.clone())
                .collect();
            let run = run.clone();
            let campaign = run.logged(&out, &model.book, &model.words, now);
            return campaign.map(|c| vec![Effect::Apply(Action::LogSent(Box::new(c)), After::Mailed)]).unwrap_or_default();
        }
        _ => return close(model),
    }
    Vec::new()
}

/// Esc: from a preview to the counts, from there out. What is out and not logged is named once before.
fn close(model: &mut Model) -> Vec<Effect> {
    let Some(panel) = front_mut(model) else { return Vec::new() };
    if panel.at.is_some() {
        (panel.at, panel.scroll) = (None, 0);
        return Vec::new();
    }
    let out = panel.count(Stage::Handed);
    if out > 0 && !std::mem::replace(&mut panel.warned, true) {
        model.error = Some(Message::new("run-unlogged").with("count", out));
        return Vec::new();
    }
    model.dialogs.pop();
    Vec::new()
}

/// What a purpose is called.
pub fn purpose_id(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Service => "purpose-service",
        Purpose::Greeting => "purpose-greeting",
        Purpose::News => "purpose-news",
    }
}
