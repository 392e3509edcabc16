//! Playbooks by name: the shipped ones, and the user's own in the configuration directory, which win. What one becomes at a client is a
//! `NewRun` with its days; how a run goes on is the store's and the portfolio's.

mod parse;

use crate::domain::action::{NewRun, NewStep};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::interval::Interval;
use crate::domain::message::Message;
use crate::domain::playbook::Offered;
use crate::domain::words::{Channel, Starts, StepKind, Tier};
use crate::domain::zone::WorkingTime;
use crate::i18n::Lang;
use crate::messages;
use crate::own::Folder;
use std::path::{Path, PathBuf};

/// The user's own playbooks.
const FOLDER: Folder = Folder { name: "playbooks", ending: "md" };

/// Where a playbook comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It is shipped.
    Shipped,
    /// It is the user's own.
    Own(PathBuf),
}

/// A playbook, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Playbook {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// Its title.
    pub title: String,
    /// For clients of these tiers.
    pub tiers: Vec<Tier>,
    /// What it is begun for.
    pub starts: Starts,
    /// How often it comes again, of a review.
    pub every: Option<Interval>,
    /// What stands above the steps.
    pub about: String,
    /// Steps in order.
    pub steps: Vec<Step>,
}

/// A step of a playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do, one line.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// When, counted from the day the playbook is begun.
    pub after: After,
    /// What it asks for.
    pub kind: StepKind,
    /// How, where it is a contact.
    pub channel: Option<Channel>,
    /// Message template that goes with it.
    pub template: Option<String>,
}

/// A distance from the first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Calendar days; then the next working day.
    Days(i32),
    /// Working days.
    Working(u32),
}

impl After {
    /// The day, always a working one.
    fn from(self, first: Day, time: &WorkingTime) -> Day {
        match self {
            After::Days(n) => time.next_working(first.plus(n)),
            After::Working(n) => time.add_working(time.next_working(first), n),
        }
    }
}

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The shipped playbooks: name, English, Chinese.
        const SHIPPED: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../assets/playbooks/en/", $name, ".md")),
            include_str!(concat!("../../assets/playbooks/zh-CN/", $name, ".md")),
        )),+];
    };
}

shipped!("win-back", "onboarding", "onboarding-small", "business-review");

/// Every playbook there is, the shipped names first, then the user's own by name.
#[derive(Debug, Clone, Default)]
pub struct Library {
    entries: Vec<(String, Result<Playbook, Message>)>,
}

impl Library {
    /// Reads the shipped playbooks in a language and the user's own. One that cannot be read stands in its place with the reason, and
    /// hides no other.
    pub fn load(config_dir: &Path, lang: Lang) -> Library {
        let templates = messages::names(config_dir, lang);
        let shipped = SHIPPED.iter().map(|(name, ..)| (*name).to_owned());
        let own = FOLDER.names(config_dir, lang).into_iter().filter(|name| SHIPPED.iter().all(|(known, ..)| known != name));
        let read = |name: String| {
            let playbook = match FOLDER.text(config_dir, lang, &name) {
                Ok(Some((path, text))) => Playbook::parse(&name, Source::Own(path), &text, &templates),
                Ok(None) => Playbook::parse(&name, Source::Shipped, shipped_text(&name, lang), &templates),
                Err(why) => Err(why),
            };
            (name, playbook)
        };
        Library { entries: shipped.chain(own).map(read).collect() }
    }

    /// Every name with its playbook, or with what is wrong with its file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Result<&Playbook, &Message>)> {
        self.entries.iter().map(|(name, playbook)| (name.as_str(), playbook.as_ref()))
    }

    /// The playbook of a name, a title, or the only one that has this in either; `None` when there is none.
    ///
    /// # Errors
    /// What is wrong with its file.
    pub fn find(&self, text: &str) -> Result<Option<&Playbook>, Message> {
        let key = crate::text::fold(text.trim());
        if key.is_empty() {
            return Ok(None);
        }
        let title = |p: &Result<Playbook, Message>| p.as_ref().map(|p| crate::text::fold(&p.title)).unwrap_or_default();
        let whole = |(name, p): &&(String, Result<Playbook, Message>)| crate::text::fold(name) == key || title(p) == key;
        let part = |(name, p): &&(String, Result<Playbook, Message>)| {
            crate::text::fold(name).contains(&key) || title(p).contains(&key)
        };
        let found = self.entries.iter().find(whole).or_else(|| {
            let mut some = self.entries.iter().filter(part);
            some.next().filter(|_| some.next().is_none())
        });
        match found {
            Some((_, playbook)) => playbook.as_ref().map(Some).map_err(Clone::clone),
            None => Ok(None),
        }
    }

    /// What the rules know of those that can be read.
    pub fn offered(&self) -> Vec<Offered> {
        let known = self.entries.iter().filter_map(|(_, playbook)| playbook.as_ref().ok());
        known
            .map(|p| Offered {
                name: p.name.clone(),
                title: p.title.clone(),
                starts: p.starts,
                tiers: p.tiers.clone(),
                every: p.every,
            })
            .collect()
    }
}

fn shipped_text(name: &str, lang: Lang) -> &'static str {
    let found = SHIPPED.iter().find(|(known, ..)| *known == name);
    found.map_or("", |(_, en, zh)| match lang {
        Lang::En => en,
        Lang::Zh => zh,
    })
}

impl Playbook {
    /// What beginning it at a client writes. Every step falls on a working day, and none before the one above it.
    pub fn begin(&self, client: Id, time: &WorkingTime, today: Day) -> NewRun {
        let mut last = today;
        let steps = self.steps.iter().map(|step| {
            last = step.after.from(today, time).max(last);
            NewStep {
                kind: step.kind,
                title: step.title.clone(),
                text: step.text.clone(),
                channel: step.channel,
                template: step.template.clone(),
                due: last,
            }
        });
        let steps = steps.collect();
        NewRun { client, playbook: self.name.clone(), title: self.title.clone(), steps }
    }

    /// What errors call it: its file, or its name where it is shipped.
    pub fn file(&self) -> String {
        file(&self.name, &self.source)
    }
}

fn file(name: &str, source: &Source) -> String {
    match source {
        Source::Shipped => name.to_owned(),
        Source::Own(path) => path.display().to_string(),
    }
}

#[cfg(test)]
mod tests;
