//! The registry of commands: id, where it works, default keys, catalogue ids of title and help, and whether it can be done now.
//! Footer, `?` and the manual are read from it; what a command does is in `update` and the modules it routes to.

use super::key::Key;
use super::model::{Model, Prefix, Tab};
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{Channel, ItemKind};

/// Where a command works. The order is that of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On the item of a row of Today.
    Item,
    /// On the client of a row.
    Client,
    /// After a channel key.
    Log,
    /// After the snooze key.
    Snooze,
    /// After the skip key.
    Skip,
    /// After the key for something new.
    New,
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
    /// In the edit form.
    Form,
    /// In a panel that is read: why, report, keys.
    Panel,
    /// Before what cannot be taken back.
    Question,
}

impl Scope {
    /// Every scope in the order of the help.
    pub const ALL: [Scope; 14] = [
        Scope::Item,
        Scope::Client,
        Scope::Log,
        Scope::Snooze,
        Scope::Skip,
        Scope::New,
        Scope::Move,
        Scope::Book,
        Scope::First,
        Scope::Always,
        Scope::Line,
        Scope::Form,
        Scope::Panel,
        Scope::Question,
    ];

    /// The catalogue id of its heading in the help.
    pub fn title(self) -> &'static str {
        match self {
            Scope::Item => "scope-item",
            Scope::Client => "scope-client",
            Scope::Log => "scope-log",
            Scope::Snooze => "scope-snooze",
            Scope::Skip => "scope-skip",
            Scope::New => "scope-new",
            Scope::Move => "scope-move",
            Scope::Book => "scope-book",
            Scope::First => "scope-first",
            Scope::Always => "scope-always",
            Scope::Line => "scope-line",
            Scope::Form => "scope-form",
            Scope::Panel => "scope-panel",
            Scope::Question => "scope-question",
        }
    }
}

/// What a command is, as a value that code can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each value is described by its line in COMMANDS and its help text")]
pub enum Do {
    Done,
    NoAnswer,
    Paid,
    Snooze,
    Skip,
    Why,
    Log(Channel),
    Reschedule,
    Note,
    Promise,
    Edit,
    LogDone,
    LogNoAnswer,
    LogAgain,
    LogDeclined,
    LogEarlier,
    LogMoment,
    LogInbound,
    LogNote,
    SnoozeDays,
    SnoozeWeek,
    SnoozeMonth,
    SnoozeLast,
    SnoozeDate,
    SkipHoliday,
    SkipRecent,
    SkipNothing,
    SkipTyped,
    New,
    NewClient,
    NewLead,
    NewPromise,
    Down,
    Up,
    Top,
    Bottom,
    PageDown,
    PageUp,
    HalfDown,
    HalfUp,
    ToBrief,
    ToList,
    BriefDown,
    BriefUp,
    Open,
    Back,
    Today,
    Clients,
    NextTab,
    LastTab,
    Undo,
    Redo,
    Find,
    FirstImport,
    FirstClient,
    FirstDemo,
    FirstZone,
    FirstLanguage,
    FirstDown,
    FirstUp,
    FirstRun,
    FirstRedo,
    FirstUndo,
    Help,
    Suspend,
    Redraw,
    Quit,
    LineEnter,
    LineCancel,
    FormNext,
    FormBack,
    FormSave,
    FormCancel,
    PanelDown,
    PanelUp,
    PanelEnter,
    PanelClose,
    QuestionNo,
    QuestionYes,
}

/// One line of the registry.
#[derive(Debug)]
pub struct Command {
    /// What it does.
    pub id: Do,
    /// Where it works.
    pub scope: Scope,
    /// Default keys in the form of [`Key::parse`]; the first is the one the footer shows.
    pub keys: &'static [&'static str],
    /// Catalogue id of the title, a word or two.
    pub title: &'static str,
    /// Catalogue id of the help, one line.
    pub help: &'static str,
    /// Catalogue id under which the footer shows neighbours of the same group as one.
    pub group: Option<&'static str>,
}

macro_rules! commands {
    ($($scope:ident { $($id:expr, [$($key:literal),+], $title:literal $(, $group:literal)?;)+ })+) => {
        /// Every command, the most important of a scope first.
        pub static COMMANDS: &[Command] = &[$($(Command {
            id: { use Do::*; $id },
            scope: Scope::$scope,
            keys: &[$($key),+],
            title: concat!("do-", $title),
            help: concat!("do-", $title, "-help"),
            group: commands!(@group $($group)?),
        }),+),+];
    };
    (@group) => { None };
    (@group $group:literal) => { Some(concat!("group-", $group)) };
}

commands! {
    Item {
        Done, ["d"], "done";
        NoAnswer, ["x"], "no-answer";
        Paid, ["$"], "paid";
        Snooze, ["z"], "snooze";
        Skip, ["-"], "skip";
    }
    Client {
        Log(Channel::Call), ["c"], "log-call", "log";
        Log(Channel::Visit), ["v"], "log-visit", "log";
        Log(Channel::Meeting), ["o"], "log-meeting", "log";
        Log(Channel::Message), ["m"], "log-message", "log";
        Log(Channel::Email), ["e"], "log-email", "log";
        Log(Channel::Letter), ["l"], "log-letter", "log";
        Reschedule, ["r"], "reschedule";
        Why, ["w"], "why";
        Promise, ["!"], "promise";
        Edit, ["E"], "edit";
    }
    Log {
        LogDone, ["Enter"], "log-done";
        LogNoAnswer, ["x"], "log-no-answer";
        LogAgain, ["b"], "log-again";
        LogDeclined, ["r"], "log-declined";
        LogEarlier, ["<"], "log-earlier";
        LogMoment, ["@"], "log-moment";
        LogInbound, ["i"], "log-inbound";
        LogNote, [";"], "log-note";
    }
    Snooze {
        SnoozeDays, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "snooze-days";
        SnoozeWeek, ["w"], "snooze-week";
        SnoozeMonth, ["m"], "snooze-month";
        SnoozeLast, ["z"], "snooze-last";
        SnoozeDate, ["Enter"], "snooze-date";
    }
    Skip {
        SkipHoliday, ["h"], "skip-holiday";
        SkipRecent, ["r"], "skip-recent";
        SkipNothing, ["n"], "skip-nothing";
        SkipTyped, ["o"], "skip-typed";
    }
    New {
        NewClient, ["c"], "new-client";
        NewLead, ["l"], "new-lead";
        NewPromise, ["t"], "new-promise";
    }
    Book {
        Undo, ["u"], "undo";
        Note, [";"], "note";
        New, ["n"], "new";
        Find, ["/"], "find";
        Redo, ["U", "Ctrl-r"], "redo";
        Today, ["1"], "today";
        Clients, ["2"], "clients";
        NextTab, ["Tab"], "next-tab";
        LastTab, ["Shift-Tab"], "last-tab";
    }
    Move {
        Open, ["Enter"], "open";
        Back, ["Esc"], "back";
        Down, ["j", "Down"], "down", "move";
        Up, ["k", "Up"], "up", "move";
        Top, ["g", "Home"], "top";
        Bottom, ["G", "End"], "bottom";
        PageDown, ["PgDn"], "page-down";
        PageUp, ["PgUp"], "page-up";
        HalfDown, ["Ctrl-d"], "half-down";
        HalfUp, ["Ctrl-u"], "half-up";
        ToBrief, ["Right"], "to-brief";
        ToList, ["h", "Left"], "to-list";
        BriefDown, ["J"], "brief-down";
        BriefUp, ["K"], "brief-up";
    }
    First {
        FirstRedo, ["U", "Ctrl-r"], "redo";
        FirstUndo, ["u"], "undo";
        FirstImport, ["i"], "first-import";
        FirstClient, ["n"], "first-client";
        FirstDemo, ["d"], "first-demo";
        FirstZone, ["z"], "first-zone";
        FirstLanguage, ["L"], "first-language";
        FirstRun, ["Enter", "Right"], "first-run";
        FirstDown, ["j", "Down", "Tab"], "down", "move";
        FirstUp, ["k", "Up", "Shift-Tab"], "up", "move";
    }
    Line {
        LineEnter, ["Enter"], "line-enter";
        LineCancel, ["Esc"], "line-cancel";
    }
    Form {
        FormSave, ["Ctrl-s"], "form-save";
        FormCancel, ["Esc"], "form-cancel";
        FormNext, ["Tab", "Down", "Enter"], "form-next";
        FormBack, ["Shift-Tab", "Up"], "form-back";
    }
    Panel {
        PanelEnter, ["Enter"], "panel-enter";
        PanelDown, ["j", "Down", "PgDn"], "down", "move";
        PanelUp, ["k", "Up", "PgUp"], "up", "move";
        PanelClose, ["Esc", "q"], "panel-close";
    }
    Question {
        QuestionNo, ["n", "Esc", "Enter"], "question-no";
        QuestionYes, ["y"], "question-yes";
    }
    Always {
        Help, ["?", "F1"], "help";
        Quit, ["q", "Ctrl-c"], "quit";
        Suspend, ["Ctrl-z"], "suspend";
        Redraw, ["Ctrl-l"], "redraw";
    }
}

impl Command {
    /// The registry's line of a command.
    pub fn of(id: Do) -> Option<&'static Command> {
        COMMANDS.iter().find(|c| c.id == id)
    }

    /// Whether one of its keys was pressed.
    pub fn has_key(&self, key: Key) -> bool {
        self.keys.iter().any(|k| Key::parse(k) == Some(key))
    }

    /// The key that is shown for it; in a pending log the channel's own key stands beside Enter.
    pub fn shown_key(&self) -> String {
        match self.id {
            Do::SnoozeDays => "1-9".to_owned(),
            _ => self.keys.first().and_then(|k| Key::parse(k)).map(|k| k.to_string()).unwrap_or_default(),
        }
    }

    /// The title as it reads now: `d` is named after what it does to the selected item.
    pub fn title_now(&self, model: &Model) -> Message {
        if self.id == Do::Done
            && let Some(item) = model.item()
        {
            return match (item.kind, item.target) {
                (ItemKind::Contact, _) if item.channel.is_some_and(Channel::is_sent) => Message::new("do-done-sent"),
                (ItemKind::Contact, _) => Message::new("do-done-contact"),
                (ItemKind::Appointment, _) => Message::new("do-done-appointment"),
                (ItemKind::Task, _) => Message::new("do-done-task"),
                (ItemKind::Invoice, _) => Message::new("do-done-invoice"),
                (ItemKind::Renewal, _) => Message::new("do-done-renewal"),
                (ItemKind::Review, _) => Message::new("do-done-review"),
                (_, Target::Pin) => Message::new("do-done-pin"),
                (ItemKind::Tier, _) => Message::new("do-done-tier"),
                (ItemKind::Lead, _) => Message::new("do-done-lead"),
                (ItemKind::Batch, _) => Message::new("do-done-batch"),
            };
        }
        Message::new(self.title)
    }

    /// Whether it can be done now, or a sentence saying why not.
    pub fn available(&self, model: &Model) -> Result<(), Message> {
        let no = |id: &'static str| Err(Message::new(id));
        let item = model.item();
        match self.id {
            Do::Done | Do::Why | Do::Snooze if item.is_none() => match model.client() {
                Some(client) if self.id != Do::Why => Err(Message::new("not-due").with("client", client.name())),
                Some(_) => Ok(()),
                None => no("not-nothing-selected"),
            },
            Do::NoAnswer => match item {
                Some(item) if super::act::attempt(item).is_some() => Ok(()),
                Some(_) => no("not-no-attempt"),
                None => no("not-nothing-selected"),
            },
            Do::Paid => match item {
                Some(item) if item.kind == ItemKind::Invoice => Ok(()),
                _ => no("not-an-invoice"),
            },
            Do::Skip => match item {
                Some(item) if item.kind == ItemKind::Contact && item.client.is_some() => Ok(()),
                _ => no("not-a-contact"),
            },
            Do::Log(_) | Do::Reschedule | Do::Promise | Do::Edit | Do::NewPromise if model.client().is_none() => {
                no("not-nothing-selected")
            }
            Do::Note if model.last.is_none() => no("not-logged-yet"),
            Do::FirstRedo if !model.can_redo => no("store-nothing-to-redo"),
            Do::SnoozeLast if model.last_snooze.is_none() => no("not-snoozed-yet"),
            Do::Down | Do::Up | Do::Top | Do::Bottom | Do::PageDown | Do::PageUp | Do::HalfDown | Do::HalfUp
                if model.list().is_empty() =>
            {
                no("not-nothing-listed")
            }
            Do::Open | Do::ToBrief | Do::BriefDown | Do::BriefUp if model.client().is_none() => no("not-nothing-selected"),
            Do::ToList if !model.brief.open && !model.brief.focus => no("not-in-brief"),
            Do::Back if !model.brief.open && !model.brief.focus && model.find.is_none() => no("not-in-brief"),
            Do::Today if model.tab == Tab::Today && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            Do::Clients if model.tab == Tab::Clients && model.find.is_none() && !model.brief.open => no("not-another-tab"),
            _ => Ok(()),
        }
    }
}

/// The scopes whose keys work now, the most special first.
pub fn scopes(model: &Model) -> Vec<Scope> {
    if let Some(dialog) = model.dialogs.last() {
        return dialog.scopes();
    }
    if let Some(prefix) = &model.prefix {
        return vec![prefix.scope()];
    }
    if model.find.as_ref().is_some_and(|f| f.typing) {
        return vec![Scope::Line];
    }
    if model.is_first_run() {
        return vec![Scope::First, Scope::Always];
    }
    vec![Scope::Item, Scope::Client, Scope::Book, Scope::Move, Scope::Always]
}

/// The command of a key, where the model stands now.
pub fn lookup(model: &Model, key: Key) -> Option<&'static Command> {
    // While the note of the log is typed, its letters are letters.
    if let Some(Prefix::Log(draft)) = &model.prefix
        && model.dialogs.is_empty()
        && key_of_channel(draft.channel) == Some(key)
    {
        return Command::of(Do::LogDone);
    }
    scopes(model).iter().find_map(|scope| COMMANDS.iter().find(|c| c.scope == *scope && c.has_key(key)))
}

/// The key that starts a log on this channel.
pub fn key_of_channel(channel: Channel) -> Option<Key> {
    Command::of(Do::Log(channel)).and_then(|c| c.keys.first()).and_then(|k| Key::parse(k))
}

/// One entry of the footer: keys and title.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The key or keys.
    pub keys: String,
    /// What they do.
    pub title: Message,
    /// The command of each key, for a click.
    pub commands: Vec<Do>,
}

/// What the last line says: the commands that work now, the most important first.
pub fn hints(model: &Model) -> Vec<Hint> {
    let mut out: Vec<Hint> = Vec::new();
    let mut groups: Vec<(&str, usize)> = Vec::new();
    if let Some(Prefix::Log(draft)) = &model.prefix {
        let own = key_of_channel(draft.channel).map(|k| k.to_string()).unwrap_or_default();
        let title = Message::new(if draft.channel.is_sent() { "do-done-sent" } else { "do-log-done" });
        out.push(Hint { keys: format!("{own} Enter"), title, commands: vec![Do::LogDone] });
    }
    for scope in scopes(model) {
        for command in COMMANDS.iter().filter(|c| c.scope == scope && c.id != Do::LogDone) {
            if command.available(model).is_err() || is_quiet(command.id, model) {
                continue;
            }
            match command.group.and_then(|g| groups.iter().find(|(name, _)| *name == g)) {
                Some((_, at)) => {
                    out[*at].keys.push(' ');
                    out[*at].keys.push_str(&command.shown_key());
                    out[*at].commands.push(command.id);
                }
                None => {
                    if let Some(group) = command.group {
                        groups.push((group, out.len()));
                    }
                    let title = command.group.map_or_else(|| command.title_now(model), Message::new);
                    out.push(Hint { keys: command.shown_key(), title, commands: vec![command.id] });
                }
            }
        }
    }
    // The way back stands in front where there is one.
    let back = Command::of(Do::Back).filter(|c| scopes(model).contains(&c.scope) && !is_quiet(c.id, model));
    if let Some(at) = back.and_then(|c| out.iter().position(|h| h.keys == c.shown_key())) {
        let hint = out.remove(at);
        out.insert(0, hint);
    }
    out
}

/// Commands that work but would only fill the footer: the help names them.
fn is_quiet(id: Do, model: &Model) -> bool {
    match id {
        Do::Back => !model.brief.open && !model.brief.focus && model.find.is_none(),
        Do::Open => !model.is_narrow(),
        Do::PanelEnter => !matches!(model.dialogs.last(), Some(super::dialog::Dialog::Help(_))),
        Do::FirstUndo => !model.toast.as_ref().is_some_and(|t| t.undo),
        Do::Note | Do::Redo | Do::NextTab | Do::LastTab | Do::Suspend | Do::Redraw => true,
        _ => false,
    }
}
