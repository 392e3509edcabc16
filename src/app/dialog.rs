//! The dialogs that can stand in front: a line of text, a form, its calendar, the keys, the menu, the palette, a panel or text to read, a
//! question. They are a stack.

use super::board::Board;
use super::causes::Causes;
use super::command::Scope;
use super::deck::Deck;
use super::drafts::Drafts;
use super::facets::Facets;
use super::files::Files;
use super::form::Form;
use super::help::Help;
use super::imported::Imported;
use super::knowledge::Finding;
use super::levelled::Levelled;
use super::line::Line;
use super::look_back::LookBack;
use super::loss::Loss;
use super::mailing::Mailing;
use super::mapping::Mapping;
use super::menu::Menu;
use super::msg::Effect;
use super::palette::Palette;
use super::picker::Picker;
use super::playbook::Running;
use super::preset::Preset;
use super::review;
use super::visits::Visits;
use super::workload::Load;
use crate::domain::message::Message;
use crate::text;

/// Text to be read: headings and lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it is.
    pub title: Message,
    /// Parts with their headings.
    pub parts: Vec<(Option<Message>, Vec<Message>)>,
    /// First line shown.
    pub scroll: u16,
}

/// What a line of a panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The title.
    Title,
    /// A heading.
    Heading,
    /// The first line of a row, or a blank one.
    First,
    /// A further line of a row.
    Further,
}

impl Panel {
    /// Its lines on a screen of so many columns.
    pub fn lines(&self, say: impl Fn(&Message) -> String, columns: u16) -> Vec<(String, Kind)> {
        let cells = usize::from(columns).saturating_sub(6).min(112);
        let mut lines = vec![(say(&self.title), Kind::Title)];
        for (heading, rows) in &self.parts {
            if let Some(heading) = heading {
                lines.extend([(String::new(), Kind::First), (say(heading), Kind::Heading)]);
            }
            for row in rows {
                let kind = |n: usize| if n == 0 { Kind::First } else { Kind::Further };
                let row = text::wrap(&say(row), cells.saturating_sub(2)).into_iter().enumerate();
                lines.extend(row.map(|(n, line)| (line, kind(n))));
            }
        }
        lines
    }
}

/// A text to be read and copied: a prep sheet, the answer of a command line.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it is.
    pub title: Message,
    /// The text.
    pub text: String,
    /// First line shown.
    pub scroll: u16,
}

impl Sheet {
    /// Its lines on a screen of so many columns: those that are too long are broken, an empty one stays.
    pub fn lines(&self, columns: u16) -> Vec<String> {
        let cells = usize::from(columns).saturating_sub(4).max(8);
        let broken = |line: &str| if text::width(line) <= cells { vec![line.to_owned()] } else { text::wrap(line, cells) };
        self.text.lines().flat_map(broken).collect()
    }
}

/// A question before what cannot be taken back. No is what every key but the one for yes means.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The words.
    pub message: Message,
    /// What yes asks for.
    pub yes: Effect,
}

/// A dialog.
pub enum Dialog {
    /// One line of text.
    Line(Box<Line>),
    /// A form.
    Form(Box<Form>),
    /// A calendar in front of a form.
    Picker(Picker),
    /// The keys that work where the user was, and the manual.
    Help(Help),
    /// Something to read.
    Panel(Panel),
    /// A text to be read and copied.
    Sheet(Sheet),
    /// A message to a client, before it is sent.
    Draft(Box<Drafts>),
    /// One message to many clients.
    Mailing(Box<Mailing>),
    /// The finder of knowledge notes for a draft.
    Knowledge(Box<Finding>),
    /// The numbered menu.
    Menu(Menu),
    /// Every command by name, and any command line.
    Palette(Box<Palette>),
    /// A question.
    Question(Box<Question>),
    /// The path of a file to import.
    Files(Box<Files>),
    /// The look at a file before it is imported.
    Mapping(Box<Mapping>),
    /// The report of an import and the steps after it.
    Imported(Imported),
    /// The choice of a contact plan.
    Preset(Box<Preset>),
    /// Why a client is lost.
    Loss(Box<Loss>),
    /// The sorting deck.
    Deck(Box<Deck>),
    /// The preview of a levelled plan.
    Levelled(Box<Levelled>),
    /// Opportunities by stage and projects by what they ask for.
    Board(Box<Board>),
    /// What was learned from cases.
    Causes(Box<Causes>),
    /// Who was lost, and which signs there were.
    LookBack(Box<LookBack>),
    /// The weekly review.
    Review(Box<review::Panel>),
    /// A playbook at a client.
    Playbook(Running),
    /// Who else could be visited on the same way.
    Visits(Box<Visits>),
    /// How many clients there are of a kind.
    Facets(Box<Facets>),
    /// The load.
    Load(Box<Load>),
}

impl Dialog {
    /// The scopes of its keys.
    pub fn scopes(&self) -> Vec<Scope> {
        match self {
            Dialog::Line(_) => vec![Scope::Line],
            Dialog::Form(_) => vec![Scope::Form],
            Dialog::Picker(_) => vec![Scope::Picker],
            Dialog::Help(_) => vec![Scope::Manual, Scope::Panel],
            Dialog::Panel(_) => vec![Scope::Panel],
            Dialog::Sheet(_) => vec![Scope::Sheet, Scope::Panel],
            Dialog::Draft(_) => vec![Scope::Draft, Scope::Panel],
            Dialog::Knowledge(_) => vec![Scope::Knowledge],
            Dialog::Mailing(_) => vec![Scope::Mailing],
            Dialog::Menu(_) => vec![Scope::Menu, Scope::Panel],
            Dialog::Palette(_) => vec![Scope::Palette],
            Dialog::Question(_) => vec![Scope::Question],
            Dialog::Files(_) => vec![Scope::Files],
            Dialog::Mapping(mapping) if mapping.choosing.is_some() => vec![Scope::MapField],
            Dialog::Mapping(_) => vec![Scope::Mapping],
            Dialog::Imported(_) => vec![Scope::Steps],
            Dialog::Preset(_) => vec![Scope::Preset],
            Dialog::Loss(_) => vec![Scope::Loss],
            Dialog::Deck(_) => vec![Scope::Deck],
            Dialog::Levelled(_) => vec![Scope::Levelled],
            Dialog::Board(_) => vec![Scope::Board],
            Dialog::Causes(_) => vec![Scope::Causes],
            Dialog::LookBack(_) => vec![Scope::LookBack],
            Dialog::Review(_) => vec![Scope::Review],
            Dialog::Playbook(_) => vec![Scope::Playbook],
            Dialog::Visits(_) => vec![Scope::Visits],
            Dialog::Facets(_) => vec![Scope::Facets],
            Dialog::Load(_) => vec![Scope::Load],
        }
    }

    /// Whether letters are text in it.
    pub fn is_text(&self) -> bool {
        match self {
            Dialog::Line(_) | Dialog::Form(_) | Dialog::Palette(_) | Dialog::Files(_) | Dialog::Knowledge(_) => true,
            Dialog::Mapping(mapping) => mapping.choosing.is_some(),
            _ => false,
        }
    }
}
