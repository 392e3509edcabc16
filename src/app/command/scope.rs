//! Where commands work: their scopes, with the words for them. Which command stands in which is the registry's.

/// Where a command works. The order is that of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On a case, in its tab and on Today.
    Case,
    /// On the item of a row of Today.
    Item,
    /// On the client of a row: contacts and appointments.
    Client,
    /// On the client of a row: tier, quadrant, satisfaction, flags.
    Judge,
    /// On the client of a row: what is handed out, and marks.
    Hand,
    /// After a channel key.
    Log,
    /// After the snooze key.
    Snooze,
    /// After the skip key.
    Skip,
    /// After the key for something new.
    New,
    /// After the key for a satisfaction score.
    Survey,
    /// After the key for a mark, on a case.
    CaseMark,
    /// After the key for a flag.
    Flag,
    /// After the key for a tier.
    Tier,
    /// After the key for a quadrant.
    Quadrant,
    /// After the key for how much is put into a client.
    Decide,
    /// After the key for copying.
    Copy,
    /// On the line over those below the fold.
    Fold,
    /// At a step that wants a mark.
    StepMark,
    /// At the end of a playbook.
    Ending,
    /// In the list of clients.
    Values,
    /// On the client's own page.
    Page,
    /// In the list and the brief.
    Move,
    /// On both tabs.
    Book,
    /// While the book is empty.
    First,
    /// Everywhere.
    Always,
    /// In a line of text.
    Line,
    /// In a form.
    Form,
    /// In the calendar in front of a form.
    Picker,
    /// In a panel that is read: why, report, keys.
    Panel,
    /// In the help: its pages and the manual's.
    Manual,
    /// In a text that is read and can be copied.
    Sheet,
    /// In a message to a client, before it is sent.
    Draft,
    /// In the finder of knowledge notes.
    Knowledge,
    /// In the numbered menu.
    Menu,
    /// In the palette.
    Palette,
    /// Before what cannot be taken back.
    Question,
    /// In the path line of an import.
    Files,
    /// In the look at a file before it is imported.
    Mapping,
    /// In the list of fields for one of its columns.
    MapField,
    /// In the report of an import.
    Steps,
    /// In the choice of a contact plan.
    Preset,
    /// In the choice of why a client is lost.
    Loss,
    /// In the sorting deck.
    Deck,
    /// In the preview of a levelled plan.
    Levelled,
    /// In what was learned from cases.
    Causes,
    /// On the board of opportunities and projects.
    Board,
    /// On the tab At risk.
    AtRisk,
    /// On the tab Calendar.
    Calendar,
    /// In the choice of another visit on the same way.
    Visits,
    /// In one message to many clients.
    Mailing,
    /// In the look back on who was lost.
    LookBack,
    /// In the weekly review.
    Review,
    /// In a playbook.
    Playbook,
    /// In how many clients there are of a kind.
    Facets,
    /// In the load.
    Load,
}

impl Scope {
    /// Every scope in the order of the help.
    pub const ALL: [Scope; 55] = [
        Scope::Item,
        Scope::Client,
        Scope::Judge,
        Scope::Hand,
        Scope::Case,
        Scope::Log,
        Scope::Snooze,
        Scope::Skip,
        Scope::New,
        Scope::Survey,
        Scope::CaseMark,
        Scope::Flag,
        Scope::Tier,
        Scope::Quadrant,
        Scope::Decide,
        Scope::Copy,
        Scope::Fold,
        Scope::StepMark,
        Scope::Ending,
        Scope::Values,
        Scope::Page,
        Scope::Move,
        Scope::Book,
        Scope::First,
        Scope::Always,
        Scope::Line,
        Scope::Form,
        Scope::Picker,
        Scope::Panel,
        Scope::Manual,
        Scope::Sheet,
        Scope::Draft,
        Scope::Knowledge,
        Scope::Menu,
        Scope::Palette,
        Scope::Question,
        Scope::Files,
        Scope::Mapping,
        Scope::MapField,
        Scope::Steps,
        Scope::Preset,
        Scope::Loss,
        Scope::Deck,
        Scope::Levelled,
        Scope::Causes,
        Scope::Board,
        Scope::AtRisk,
        Scope::Calendar,
        Scope::Visits,
        Scope::Mailing,
        Scope::LookBack,
        Scope::Review,
        Scope::Playbook,
        Scope::Facets,
        Scope::Load,
    ];

    /// Whether its keys work only while something stands in front of the lists.
    pub fn is_of_dialog(self) -> bool {
        use Scope::*;
        matches!(self, Line | Form | Picker | Panel | Manual | Sheet | Draft | Menu | Palette | Question)
            || matches!(
                self,
                Files
                    | Knowledge
                    | Mapping
                    | MapField
                    | Steps
                    | Preset
                    | Loss
                    | Deck
                    | Levelled
                    | Causes
                    | Visits
                    | Mailing
                    | Board
                    | LookBack
                    | Review
                    | Playbook
                    | Facets
                    | Load
            )
    }

    /// The word for it in the configuration and in catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Scope::Case => "case",
            Scope::Item => "item",
            Scope::Client => "client",
            Scope::Judge => "judge",
            Scope::Hand => "hand",
            Scope::Log => "log",
            Scope::Snooze => "snooze",
            Scope::Skip => "skip",
            Scope::New => "new",
            Scope::Survey => "survey",
            Scope::CaseMark => "case-mark",
            Scope::Flag => "flag",
            Scope::Tier => "tier",
            Scope::Quadrant => "quadrant",
            Scope::Decide => "decide",
            Scope::Values => "values",
            Scope::Facets => "facets",
            Scope::Load => "load",
            Scope::Copy => "copy",
            Scope::Fold => "fold",
            Scope::StepMark => "step-mark",
            Scope::Ending => "ending",
            Scope::Page => "page",
            Scope::Move => "move",
            Scope::Book => "book",
            Scope::First => "first",
            Scope::Always => "always",
            Scope::Line => "line",
            Scope::Form => "form",
            Scope::Picker => "picker",
            Scope::Panel => "panel",
            Scope::Manual => "manual",
            Scope::Sheet => "sheet",
            Scope::Draft => "draft",
            Scope::Knowledge => "knowledge",
            Scope::Menu => "menu",
            Scope::Palette => "palette",
            Scope::Question => "question",
            Scope::Files => "files",
            Scope::Mapping => "mapping",
            Scope::MapField => "map-field",
            Scope::Steps => "steps",
            Scope::Preset => "preset",
            Scope::Loss => "loss",
            Scope::Deck => "deck",
            Scope::Levelled => "levelled",
            Scope::Causes => "causes",
            Scope::Board => "board",
            Scope::AtRisk => "at-risk",
            Scope::Calendar => "calendar",
            Scope::Visits => "visits",
            Scope::Mailing => "mailing",
            Scope::LookBack => "look-back",
            Scope::Review => "review",
            Scope::Playbook => "playbook",
        }
    }

    /// The scope of a word in the configuration.
    pub fn parse(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.code() == word)
    }

    /// The catalogue id of its heading in the help.
    pub fn title(self) -> &'static str {
        match self {
            Scope::Case => "scope-case",
            Scope::Item => "scope-item",
            Scope::Client => "scope-client",
            Scope::Judge => "scope-judge",
            Scope::Hand => "scope-hand",
            Scope::Log => "scope-log",
            Scope::Snooze => "scope-snooze",
            Scope::Skip => "scope-skip",
            Scope::New => "scope-new",
            Scope::Survey => "scope-survey",
            Scope::CaseMark => "scope-case-mark",
            Scope::Flag => "scope-flag",
            Scope::Tier => "scope-tier",
            Scope::Quadrant => "scope-quadrant",
            Scope::Decide => "scope-decide",
            Scope::Values => "scope-values",
            Scope::Facets => "scope-facets",
            Scope::Load => "scope-load",
            Scope::Copy => "scope-copy",
            Scope::Fold => "scope-fold",
            Scope::StepMark => "scope-step-mark",
            Scope::Ending => "scope-ending",
            Scope::Page => "scope-page",
            Scope::Move => "scope-move",
            Scope::Book => "scope-book",
            Scope::First => "scope-first",
            Scope::Always => "scope-always",
            Scope::Line => "scope-line",
            Scope::Form => "scope-form",
            Scope::Picker => "scope-picker",
            Scope::Panel => "scope-panel",
            Scope::Manual => "scope-manual",
            Scope::Sheet => "scope-sheet",
            Scope::Draft => "scope-draft",
            Scope::Knowledge => "scope-knowledge",
            Scope::Menu => "scope-menu",
            Scope::Palette => "scope-palette",
            Scope::Question => "scope-question",
            Scope::Files => "scope-files",
            Scope::Mapping => "scope-mapping",
            Scope::MapField => "scope-map-field",
            Scope::Steps => "scope-steps",
            Scope::Preset => "scope-preset",
            Scope::Loss => "scope-loss",
            Scope::Deck => "scope-deck",
            Scope::Levelled => "scope-levelled",
            Scope::Causes => "scope-causes",
            Scope::Board => "scope-board",
            Scope::AtRisk => "scope-at-risk",
            Scope::Calendar => "scope-calendar",
            Scope::Visits => "scope-visits",
            Scope::Mailing => "scope-mailing",
            Scope::LookBack => "scope-look-back",
            Scope::Review => "scope-review",
            Scope::Playbook => "scope-playbook",
        }
    }
}
