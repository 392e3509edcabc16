//! The manual: its topics from `assets/manual/`, or the user's own of the same name, and the table of keys written from the registry.
//! How a page is laid out is `text`'s business, how it is turned `app::help`'s, how it is printed `cli::help`'s.

use crate::app::command::{COMMANDS, Scope};
use crate::app::help::Chapter;
use crate::app::keymap::{Keymap, Sequence, spell};
use crate::config;
use crate::domain::message::Message;
use crate::i18n::{Lang, Words};
use crate::text;
use std::path::Path;

/// A topic as it is shipped.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    /// The word for it on the command line.
    pub code: &'static str,
    en: &'static str,
    zh: &'static str,
}

macro_rules! topics {
    ($($code:literal),+ $(,)?) => {
        /// Every topic, in the order of the list.
        pub const TOPICS: &[Topic] = &[$(Topic {
            code: $code,
            en: include_str!(concat!("../assets/manual/en/", $code, ".md")),
            zh: include_str!(concat!("../assets/manual/zh-CN/", $code, ".md")),
        }),+];
    };
}

topics!(
    "start",
    "today",
    "clients",
    "plan",
    "complaints",
    "risk",
    "playbooks",
    "import",
    "search",
    "dates",
    "config",
    "policy",
    "messages",
    "figures",
    "lost",
    "privacy",
    "scripts",
    "faq",
    "keys",
);

/// The line of the topic `keys` in whose place the registry's table stands.
const TABLE: &str = "{keys}";

impl Topic {
    /// The topic of a word.
    pub fn find(word: &str) -> Option<&'static Topic> {
        TOPICS.iter().find(|topic| topic.code == word)
    }

    /// The shipped text.
    pub fn shipped(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The page: `manual/LANG/TOPIC.md` of the configuration directory where there is one.
    ///
    /// # Errors
    /// A file of the user's own that cannot be read.
    pub fn page(&self, words: &Words, keymap: &Keymap, config_dir: &Path) -> Result<Chapter, Message> {
        let name = format!("manual/{}/{}.md", words.lang.tag(), self.code);
        Ok(self.set(&config::asset(config_dir, &name, self.shipped(words.lang))?, words, keymap))
    }

    fn set(&self, text: &str, words: &Words, keymap: &Keymap) -> Chapter {
        let text = text::sanitize_lines(text.trim_start_matches('\u{feff}'));
        let text = match text.contains(TABLE) {
            true => text.replace(TABLE, table(words, keymap).trim_end()),
            false => text.into_owned(),
        };
        let title = text.lines().next().map(|line| line.trim_start_matches('#').trim()).unwrap_or_default();
        Chapter { code: self.code, title: title.to_owned(), text }
    }
}

/// Every page. A file of the user's own that cannot be read is passed over: the shipped text is of more use than none.
pub fn pages(words: &Words, keymap: &Keymap, config_dir: &Path) -> Vec<Chapter> {
    let page = |topic: &Topic| {
        topic.page(words, keymap, config_dir).unwrap_or_else(|_| topic.set(topic.shipped(words.lang), words, keymap))
    };
    TOPICS.iter().map(page).collect()
}

/// Every scope with its commands: keys, the word for the configuration, a sentence.
fn table(words: &Words, keymap: &Keymap) -> String {
    let mut out = String::new();
    for scope in Scope::ALL {
        let of_scope: Vec<_> = COMMANDS.iter().filter(|c| c.scope == scope).collect();
        if of_scope.is_empty() {
            continue;
        }
        out.push_str(&format!("### {}: `[keys.{}]`\n\n", words.get(scope.title()), scope.code()));
        for command in of_scope {
            let keys = spelled(keymap.of(command.id));
            out.push_str(&format!("- {keys} `{}`: {}\n", command.code(), words.get(command.help)));
        }
        out.push('\n');
    }
    out
}

/// The keys of a command; a run of digits by its ends.
fn spelled(keys: &[Sequence]) -> String {
    let each: Vec<String> = keys.iter().map(|k| format!("`{}`", spell(k))).collect();
    let digits = |k: &Sequence| matches!(&k[..], [key] if key.typed().is_some_and(|c| c.is_ascii_digit()));
    match (&each[..], keys.iter().all(digits)) {
        ([first, _, .., last], true) => format!("{first}-{last}"),
        ([], _) => "-".to_owned(),
        _ => each.join(" "),
    }
}
