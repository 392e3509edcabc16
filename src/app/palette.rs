//! `:`: every command by its name, and any command line of the program. What a line does is the command line's work, carried out by the
//! shell in a process of its own.

use super::command::{COMMANDS, Command, Do, Scope};
use super::field::Field;
use super::model::Model;
use crate::text::{self, NameKeys, Needle};

/// A command of the command line, as the palette offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineShape {
    /// Its words, `client add`.
    pub path: String,
    /// Its arguments in short.
    pub usage: String,
    /// The catalogue id of its sentence.
    pub about: String,
}

/// One line of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A command of the registry.
    Key(Do),
    /// A command of the command line, by its place among the lines.
    Line(usize),
    /// What is typed, as a command line.
    Run,
}

struct Offer {
    choice: Choice,
    keys: NameKeys,
    more: String,
}

/// The palette.
pub struct Palette {
    /// What is typed.
    pub field: Field,
    /// What fits it, best first.
    pub choices: Vec<Choice>,
    /// The chosen line.
    pub selected: usize,
    offers: Vec<Offer>,
    lines: Vec<LineShape>,
}

/// Whether a command can be started from the lists, so that the palette offers it.
fn is_offered(scope: Scope, first_run: bool) -> bool {
    match scope {
        Scope::First => first_run,
        scope if scope.is_of_dialog() => false,
        Scope::Always => true,
        _ => !first_run,
    }
}

/// The command whose second key one of this scope is; a log's may be any channel.
pub fn opener(scope: Scope) -> Option<Do> {
    COMMANDS.iter().find(|c| c.opens() == Some(scope) && scope != Scope::Log).map(|c| c.id)
}

/// The catalogue ids of a command's name: for a second key that of its first one too.
pub fn title_ids(command: &Command) -> Vec<&'static str> {
    let first = opener(command.scope).and_then(Command::of).map(|c| c.title);
    first.into_iter().chain([command.title]).collect()
}

impl Palette {
    /// The palette, offering everything.
    pub fn open(model: &Model) -> Palette {
        let words = &model.words;
        let first_run = model.is_first_run();
        let mut commands: Vec<&Command> =
            COMMANDS.iter().filter(|c| is_offered(c.scope, first_run) && c.id != Do::Palette).collect();
        // Where no case is selected, what is done with one is found behind everything else of the same name.
        commands.sort_by_key(|c| c.scope == Scope::Case && model.case().is_none());
        let of_keys = commands.into_iter().map(|c| {
            let title = title_ids(c).into_iter().map(|id| words.get(id)).collect::<Vec<_>>().join(" ");
            Offer { choice: Choice::Key(c.id), keys: NameKeys::new(&title), more: text::fold(&words.get(c.help)) }
        });
        let of_lines = model.lines.iter().enumerate().map(|(n, line)| Offer {
            choice: Choice::Line(n),
            keys: NameKeys::new(&line.path),
            more: text::fold(&words.get(&line.about)),
        });
        let offers = of_keys.chain(of_lines).collect();
        let mut palette =
            Palette { field: Field::default(), choices: Vec::new(), selected: 0, offers, lines: model.lines.clone() };
        palette.search();
        palette
    }

    /// Searches again after a change of the text.
    pub fn search(&mut self) {
        self.selected = 0;
        self.choices =
            if self.is_line() { std::iter::once(Choice::Run).chain(self.with_path()).collect() } else { self.fitting() };
        // The bare name of a command line may be run as it stands, after the key of the same name.
        if self.lines.iter().any(|l| l.path == self.text()) && !self.choices.contains(&Choice::Run) {
            let keys = self.choices.iter().take_while(|c| matches!(c, Choice::Key(_))).count();
            self.choices.insert(keys, Choice::Run);
        }
    }

    /// Whether the text begins like a command line: with the words of a command, then something more.
    fn is_line(&self) -> bool {
        let text = self.field.text().trim_start();
        let text = text.strip_prefix("touchbase ").map_or(text, str::trim_start);
        let follows =
            |l: &LineShape| text.strip_prefix(l.path.as_str()).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        self.lines.iter().any(follows)
    }

    /// The text without the program's own name, for those who type it out of habit.
    fn text(&self) -> &str {
        let text = self.field.trimmed();
        text.strip_prefix("touchbase ").map_or(text, str::trim_start)
    }

    fn with_path(&self) -> Vec<Choice> {
        let text = self.text();
        let fits = |l: &LineShape| text.starts_with(&l.path) || l.path.starts_with(text);
        (0..self.lines.len()).filter(|n| fits(&self.lines[*n])).map(Choice::Line).collect()
    }

    fn fitting(&self) -> Vec<Choice> {
        let needle = Needle::new(self.text());
        if needle.is_empty() {
            return self.offers.iter().map(|o| o.choice).collect();
        }
        let mut hits: Vec<(u8, u32, usize)> = Vec::new();
        for (n, offer) in self.offers.iter().enumerate() {
            match text::matches(&needle, &offer.keys) {
                Some(score) if score > crate::portfolio::find::NEAR_AT_MOST => hits.push((2, score, n)),
                _ if needle.contains(&offer.more) => hits.push((1, 0, n)),
                _ => {}
            }
        }
        hits.sort_by_key(|(class, score, n)| (std::cmp::Reverse((*class, *score)), *n));
        hits.into_iter().filter_map(|(.., n)| self.offers.get(n).map(|o| o.choice)).collect()
    }

    /// The chosen line.
    pub fn choice(&self) -> Option<Choice> {
        self.choices.get(self.selected).copied()
    }

    /// A command of the command line.
    pub fn line(&self, n: usize) -> Option<&LineShape> {
        self.lines.get(n)
    }

    /// Moves the choice.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.choices.len().saturating_sub(1));
    }

    /// Puts the chosen command line into the text, to be completed by hand; `false` when the choice is none.
    pub fn complete(&mut self) -> bool {
        let at = match self.choice() {
            Some(Choice::Line(n)) => Some(n),
            Some(Choice::Run) => self.choices.get(1).and_then(|c| if let Choice::Line(n) = c { Some(*n) } else { None }),
            _ => None,
        };
        let Some(path) = at.and_then(|n| self.lines.get(n)).map(|l| format!("{} ", l.path)) else { return false };
        if self.text().starts_with(path.trim_end()) {
            return false;
        }
        self.field = Field::new(&path);
        self.search();
        true
    }

    /// The words of the text as a shell would part them; `None` when a quote stands open.
    pub fn words(&self) -> Option<Vec<String>> {
        words(self.text())
    }
}

/// Parts a line at blanks outside quotes.
fn words(line: &str) -> Option<Vec<String>> {
    let mut out = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '\\') => word.get_or_insert_default().extend(chars.next()),
            (None, c) if c.is_whitespace() => out.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    out.extend(word);
    quote.is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_as_a_shell_would() {
        let all = |line: &str| words(line).unwrap_or_default();
        assert_eq!(all(r#"log "Delta Foods" call -m 'it''s fine'"#), ["log", "Delta Foods", "call", "-m", "its fine"]);
        assert_eq!(all(r"  client  show 海川\ 阀门 "), ["client", "show", "海川 阀门"]);
        assert_eq!(all("task add x \"\""), ["task", "add", "x", ""]);
        assert_eq!(words("log \"Delta"), None);
    }
}
