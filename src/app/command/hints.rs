//! What works where the model stands now: the scopes, the command of a key, and the entries of the footer.

use super::{COMMANDS, Command, Do, Scope};
use crate::app::calendar::is_agenda;
use crate::app::dialog::Dialog;
use crate::app::key::Key;
use crate::app::keymap::{Found, spell};
use crate::app::model::{Model, Prefix, Tab};
use crate::domain::message::Message;
use crate::domain::words::{CaseEventKind, Channel};
use crate::portfolio::Case;
use crate::portfolio::value::ValueView;

/// The scopes whose keys work now, the most special first.
pub fn scopes(model: &Model) -> Vec<Scope> {
    if let Some(prefix) = model.pending() {
        return vec![prefix.scope()];
    }
    if let Some(dialog) = model.dialogs.last() {
        return dialog.scopes();
    }
    if model.find.as_ref().is_some_and(|f| f.typing) {
        return vec![Scope::Line];
    }
    if model.is_first_run() {
        return vec![Scope::First, Scope::Always];
    }
    if model.on_fold() {
        return vec![Scope::Fold, Scope::AtRisk, Scope::Book, Scope::Move, Scope::Always];
    }
    let tab = scope_of_tab(model);
    let case = model.case().is_some().then_some(Scope::Case);
    let book = [Scope::Item, Scope::Client, Scope::Judge, Scope::Hand, Scope::Book, Scope::Move, Scope::Always];
    let rest = [Scope::Case].into_iter().filter(|_| case.is_none());
    let values = (model.tab == Tab::Clients && scopes_of_page(model).is_none()).then_some(Scope::Values);
    scopes_of_page(model).into_iter().chain(tab).chain(case).chain(values).chain(book).chain(rest).collect()
}

/// The keys of the client's own page, while it or the brief that opens it fills the screen. They come first: Tab means its other side.
pub fn scopes_of_page(model: &Model) -> Option<Scope> {
    (model.page.is_some() || (model.is_narrow() && model.brief.open)).then_some(Scope::Page)
}

/// The keys that only one tab has: they come before those of every tab.
pub fn scope_of_tab(model: &Model) -> Option<Scope> {
    let in_list = model.page.is_none() && !model.brief.open && !model.brief.focus;
    match model.tab {
        Tab::AtRisk if model.page.is_none() => Some(Scope::AtRisk),
        Tab::Calendar if in_list => Some(Scope::Calendar),
        _ => None,
    }
}

/// What a run of keys means.
#[derive(Debug, Clone, Copy)]
pub enum Lookup {
    /// This command.
    Command(&'static Command),
    /// More keys must follow.
    Begun,
    /// Nothing.
    Nothing,
}

/// The command of a run of keys, where the model stands now.
pub fn lookup(model: &Model, keys: &[Key]) -> Lookup {
    // While the note of the log is typed, its letters are letters.
    if let Some(Prefix::Log(draft)) = &model.prefix
        && model.dialogs.is_empty()
        && model.keymap.of(Do::Log(draft.channel)).iter().any(|s| s == keys)
        && let Some(command) = Command::of(Do::LogDone)
    {
        return Lookup::Command(command);
    }
    // In what is read or chosen from, the help is a key away too.
    let reads = model
        .dialogs
        .last()
        .is_some_and(|d| !d.is_text() && !matches!(d, Dialog::Help(_) | Dialog::Menu(_) | Dialog::Question(_)));
    let pending = model.pending().is_some();
    // The menu and the help also show what a first key waits for.
    let reading = [Do::Help, Do::Menu].into_iter().filter(|id| pending || reads && *id == Do::Help);
    let mut begun = false;
    for scope in scopes(model) {
        match model.keymap.find(scope, keys) {
            Some(Found::Command(command)) => return Lookup::Command(command),
            Some(Found::Begun) => begun = true,
            None => {}
        }
    }
    for id in reading {
        if let Some(command) = Command::of(id).filter(|_| model.keymap.of(id).iter().any(|s| s == keys)) {
            return Lookup::Command(command);
        }
    }
    if begun { Lookup::Begun } else { Lookup::Nothing }
}

/// The key that starts a log on this channel, as help writes it.
pub fn key_of_channel(model: &Model, channel: Channel) -> String {
    model.keymap.shown(Do::Log(channel))
}

/// The key that is shown for a command: a run of digits as one.
pub fn shown_key(model: &Model, id: Do) -> String {
    let keys = model.keymap.of(id);
    let digits: Vec<char> = keys.iter().filter_map(|s| if let [key] = &s[..] { key.typed() } else { None }).collect();
    match (digits.first(), digits.last()) {
        (Some(first), Some(last)) if digits.len() > 2 && digits.iter().all(char::is_ascii_digit) => format!("{first}-{last}"),
        _ => keys.first().map(spell).unwrap_or_default(),
    }
}

/// One entry of the footer: keys and title.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The key or keys.
    pub keys: String,
    /// What they do.
    pub title: Message,
    /// The command; the first one of a group.
    pub id: Do,
    /// The command of each key, for a click.
    pub each: Vec<Do>,
}

/// What the last line says: the commands that work now, the most important first.
pub fn hints(model: &Model) -> Vec<Hint> {
    let mut out: Vec<Hint> = Vec::new();
    if model.progress.is_some() {
        return out;
    }
    let mut groups: Vec<(&str, usize)> = Vec::new();
    if let Some(Prefix::Log(draft)) = model.prefix.as_ref().filter(|_| model.dialogs.is_empty()) {
        let own = key_of_channel(model, draft.channel);
        let title = Message::new(if draft.channel.is_sent() { "do-done-sent" } else { "do-log-done" });
        out.push(Hint { keys: format!("{own} Enter"), title, id: Do::LogDone, each: vec![Do::LogDone] });
    }
    for scope in scopes(model) {
        for command in COMMANDS.iter().filter(|c| c.scope == scope && c.id != Do::LogDone) {
            let mut keys = shown_key(model, command.id);
            // What is only read is turned by the page.
            let page = match (command.id, model.dialogs.last()) {
                (Do::PanelDown, Some(Dialog::Panel(_) | Dialog::Sheet(_))) => Some("PgDn"),
                (Do::PanelUp, Some(Dialog::Panel(_) | Dialog::Sheet(_))) => Some("PgUp"),
                _ => None,
            };
            if let Some(page) = page.filter(|page| model.keymap.of(command.id).iter().any(|keys| spell(keys) == *page)) {
                keys = page.to_owned();
            }
            if keys.is_empty() || command.available(model).is_err() || is_quiet(command.id, model) {
                continue;
            }
            // Where a more special scope has the key, it means that.
            let own = model.keymap.of(command.id).first();
            if own.is_some_and(|own| matches!(lookup(model, own), Lookup::Command(other) if other.id != command.id)) {
                continue;
            }
            match command.group.and_then(|g| groups.iter().find(|(name, _)| *name == g)) {
                Some((_, at)) => {
                    out[*at].keys.push(' ');
                    out[*at].keys.push_str(&keys);
                    out[*at].each.push(command.id);
                }
                None => {
                    if let Some(group) = command.group {
                        groups.push((group, out.len()));
                    }
                    let title = command.group.map_or_else(|| command.title_now(model), Message::new);
                    out.push(Hint { keys, title, id: command.id, each: vec![command.id] });
                }
            }
        }
    }
    // On a case the words for its next step stand with its keys.
    let of_case = |h: &Hint| Command::of(h.id).is_some_and(|c| c.scope == Scope::Case);
    if let (Some(last), Some(at)) = (out.iter().rposition(of_case), out.iter().position(|h| h.id == Do::Draft))
        && model.case().is_some()
        && last < at
    {
        let hint = out.remove(at);
        out.insert(last + 1, hint);
    }
    // On the list of those at risk what is done about a row comes first, and looking back last.
    if model.is_of_risk() && model.dialogs.is_empty() && model.prefix.is_none() && model.case().is_none() {
        let first = [Do::Done, Do::Why, Do::WinBack, Do::Snooze, Do::Log(Channel::Call), Do::Flag, Do::Lose];
        let place = |h: &Hint| match h.id {
            Do::Fold => 0,
            Do::LookBack => first.len() + 2,
            id => first.iter().position(|f| *f == id).map_or(first.len() + 1, |at| at + 1),
        };
        out.sort_by_key(place);
    }
    if scope_of_tab(model) == Some(Scope::Calendar) && model.dialogs.is_empty() && model.prefix.is_none() {
        out.sort_by_key(place_in_calendar);
        // There the keys of the month go by weeks.
        let agenda = is_agenda(model);
        out.iter_mut().filter(|h| agenda && h.id == Do::MonthBack).for_each(|h| h.title = Message::new("group-weeks"));
    }
    // On a case what belongs to it is new more often than anything else.
    for id in [Do::NewImprovement, Do::NewEvidence, Do::NewCaseNote].into_iter().filter(|_| model.case().is_some()) {
        if let Some(at) = out.iter().position(|h| h.id == id) {
            let hint = out.remove(at);
            out.insert(0, hint);
        }
    }
    // Where small clients are judged, the decision is what there is to do.
    let judged = model.tab == Tab::Clients && model.view == ValueView::Keep && model.dialogs.is_empty();
    if let Some(at) = out.iter().position(|h| h.id == Do::Decide).filter(|_| judged) {
        let hint = out.remove(at);
        out.insert(0, hint);
    }
    // The way back stands in front where there is one, then what takes a case on.
    for id in [Do::NoAnswer, Do::Done].into_iter().filter(|_| model.case().is_some()).chain([Do::Back]) {
        if let Some(at) = out.iter().position(|h| h.id == id) {
            let hint = out.remove(at);
            out.insert(0, hint);
        }
    }
    out
}

/// On the calendar: what is done about the row, where it is moved to, how to another day; then what the calendar has beside that.
fn place_in_calendar(hint: &Hint) -> usize {
    let of_days = |id| Command::of(id).is_some_and(|c| c.scope == Scope::Calendar);
    match hint.id {
        Do::Done => 0,
        Do::DayBack => 2,
        Do::WeekBack => 3,
        Do::Agenda => 4,
        Do::MonthBack => 5,
        Do::DayToday => 6,
        Do::Lunar => 9,
        Do::NoAnswer => 8,
        id if of_days(id) && hint.each.len() > 1 => 1,
        id if of_days(id) => 7,
        _ => 10,
    }
}

/// Whether a command of a case is what `d` does as well.
fn is_next(id: Do, case: &Case) -> bool {
    matches!(
        (id, case.progress.next_step()),
        (Do::Propose, CaseEventKind::Propose) | (Do::CaseWaiting, CaseEventKind::Resume) | (Do::Reopen, CaseEventKind::Reopen)
    )
}

/// Commands that work but would only fill the footer: the help names them.
fn is_quiet(id: Do, model: &Model) -> bool {
    match id {
        Do::Back => {
            model.page.is_none() && !model.brief.open && !model.brief.focus && model.find.is_none() && model.marks.is_empty()
        }
        // `d` says the same there.
        Do::Propose | Do::CaseWaiting | Do::Reopen if model.case().is_some_and(|case| is_next(id, case)) => true,
        // `E` stands there already.
        Do::Open => model.page.is_some(),
        // Everywhere else it would stand in the way of the keys of the day.
        Do::Decide => model.tab != Tab::Clients || model.view != ValueView::Keep,
        // In the agenda they go from row to row, as `j` and `k` do everywhere.
        Do::WeekBack | Do::WeekOn => is_agenda(model),
        Do::PanelEnter => match model.dialogs.last() {
            Some(Dialog::Help(help)) => help.page > 0,
            other => !matches!(other, Some(Dialog::Menu(_))),
        },
        Do::FirstUndo | Do::CauseUndo | Do::ReviewUndo | Do::BoardUndo | Do::LoadUndo => {
            !model.toast.as_ref().is_some_and(|t| t.undo)
        }
        // The same key means another panel there.
        Do::Causes => scope_of_tab(model) == Some(Scope::AtRisk),
        // Where it is asked for it stands in the footer.
        Do::Lose => model.tab != Tab::AtRisk,
        Do::FormEnter | Do::ManualBack | Do::DraftBack => true,
        Do::SurveyOne
        | Do::Note
        | Do::Redo
        | Do::NextTab
        | Do::LastTab
        | Do::Import
        | Do::Board
        | Do::Plans
        | Do::PresetPick
        | Do::Suspend
        | Do::Redraw => true,
        _ => false,
    }
}
