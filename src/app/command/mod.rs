//! The registry of commands: id, where it works, default keys, catalogue ids of title and help. Footer, `?`, menu, palette and manual are
//! read from it. Whether a command can be done now is in `available`, what works where in `hints`; what it does in `run`.

mod available;
mod hints;
mod id;
mod scope;

pub use id::Do;
pub use scope::Scope;

pub use hints::{Hint, Lookup, hints, key_of_channel, lookup, scope_of_tab, scopes, scopes_of_page, shown_key};

use crate::domain::words::Channel;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One line of the registry.
#[derive(Debug)]
pub struct Command {
    /// What it does.
    pub id: Do,
    /// Where it works.
    pub scope: Scope,
    /// Default keys in the form of [`crate::app::key::Key::parse`]; the first is the one the footer shows.
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
    Case {
        Propose, ["p"], "propose";
        Refused, ["R"], "refused";
        CaseWaiting, ["b"], "case-waiting";
        Fixed, ["F"], "fixed";
        Reopen, ["O"], "reopen";
    }
    Values {
        ViewBack, ["["], "view-back", "view";
        ViewNext, ["]"], "view-next", "view";
        Facets, ["#"], "facets";
    }
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
        Pause, ["P"], "pause";
        Why, ["w"], "why";
        NewComplaint, ["!"], "new-complaint";
        Lose, ["L"], "lose";
        WinBack, ["W"], "win-back";
        Playbooks, ["N"], "playbooks";
    }
    Judge {
        Survey, ["s"], "survey";
        Flag, ["f"], "flag";
        Tier, ["T"], "tier";
        Quadrant, ["I"], "quadrant";
        Decide, ["M"], "decide";
    }
    Hand {
        Draft, ["t"], "draft";
        Copy, ["y"], "copy";
        Prep, ["B"], "prep";
        Edit, ["E"], "edit";
        Mark, ["Space"], "mark";
        MarkAlike, ["V"], "mark-alike";
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
        NewWaiting, ["w"], "new-waiting";
        NewPerson, ["p"], "new-person";
        NewInvoice, ["i"], "new-invoice";
        NewProject, ["e"], "new-project";
        NewOpportunity, ["o"], "new-opportunity";
        NewMilestone, ["k"], "new-milestone";
        NewCareDate, ["b"], "new-care-date";
        NewGift, ["g"], "new-gift";
        NewConsent, ["m"], "new-consent";
        NewSurvey, ["s"], "new-survey";
        NewPlan, ["a"], "new-plan";
        NewLeave, ["h"], "new-leave";
        NewTask, ["f"], "new-task";
        NewCaseNote, ["n"], "new-case-note";
        NewEvidence, ["d"], "new-evidence";
        NewImprovement, ["v"], "new-improvement";
    }
    Survey {
        SurveyScore, ["0", "2", "3", "4", "5", "6", "7", "8", "9"], "survey-score";
        SurveyTen, ["1"], "survey-ten";
        SurveyOne, ["Enter"], "survey-one";
    }
    CaseMark {
        MarkScore, ["1", "2", "3", "4", "5"], "mark-score";
        MarkUnreachable, ["x"], "mark-unreachable";
    }
    Flag {
        FlagCompetitor, ["r"], "flag-competitor";
        FlagCold, ["c"], "flag-cold";
        FlagDeclined, ["d"], "flag-declined";
        FlagNone, ["="], "flag-none";
    }
    Tier {
        TierA, ["a"], "tier-a";
        TierB, ["b"], "tier-b";
        TierC, ["c"], "tier-c";
        TierComputed, ["="], "tier-computed";
    }
    Quadrant {
        QuadrantSet, ["1", "2", "3", "4"], "quadrant-set";
        QuadrantComputed, ["="], "quadrant-computed";
    }
    Decide {
        DecideKeep, ["k"], "decide-keep";
        DecideAutomate, ["a"], "decide-automate";
        DecideStop, ["s"], "decide-stop";
        DecideNothing, ["="], "decide-nothing";
    }
    Copy {
        CopyPreferred, ["y"], "copy-preferred";
        CopyPhone, ["p"], "copy-phone";
        CopyMail, ["e"], "copy-mail";
        CopyWechat, ["w"], "copy-wechat";
        CopyAddress, ["a"], "copy-address";
    }
    StepMark {
        StepScore, ["1", "2", "3", "4", "5"], "step-score";
        StepUnmarked, ["x"], "step-unmarked";
        StepWords, [";"], "step-words";
    }
    Ending {
        EndSaved, ["s", "1"], "end-saved";
        EndLost, ["l", "2"], "end-lost";
        EndStopped, ["x", "3"], "end-stopped";
    }
    Book {
        Undo, ["u"], "undo";
        Note, [";"], "note";
        Repeat, ["."], "repeat";
        New, ["n"], "new";
        Find, ["/"], "find";
        Redo, ["U", "Ctrl-r"], "redo";
        Today, ["1"], "today";
        Clients, ["2"], "clients";
        Calendar, ["3"], "calendar";
        Complaints, ["4"], "complaints";
        AtRisk, ["5"], "at-risk";
        NextTab, ["Tab"], "next-tab";
        LastTab, ["Shift-Tab"], "last-tab";
        Sort, ["S"], "sort";
        Level, ["Z"], "level";
        Plans, ["C"], "plans";
        Import, ["i"], "import";
        Causes, ["A"], "causes";
        Board, ["D"], "board";
    }
    Fold {
        Fold, ["Enter", "Space", "Right"], "fold";
    }
    Page {
        KindBack, ["["], "kind-back", "kind";
        KindNext, ["]"], "kind-next", "kind";
        PageTurn, ["Tab", "Shift-Tab"], "page-turn";
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
        LineEditor, ["Ctrl-e"], "line-editor";
        LineComplete, ["Tab"], "line-complete";
    }
    Form {
        FormSave, ["Ctrl-s", "F10"], "form-save";
        FormCancel, ["Esc"], "form-cancel";
        FormPick, ["F4", "Space"], "form-pick";
        FormEditor, ["Ctrl-e", "F5"], "form-editor";
        FormRaise, ["Ctrl-Up", "F6"], "form-raise", "form-order";
        FormLower, ["Ctrl-Down", "F7"], "form-lower", "form-order";
        FormNext, ["Tab", "Down"], "form-next";
        FormBack, ["Shift-Tab", "Up"], "form-back";
        FormEnter, ["Enter"], "form-enter";
    }
    Picker {
        PickTake, ["Enter", "Space"], "pick-take";
        PickClose, ["Esc"], "pick-close";
        PickLeft, ["Left", "h"], "pick-left", "pick-days";
        PickRight, ["Right", "l"], "pick-right", "pick-days";
        PickUp, ["Up", "k"], "pick-up", "pick-days";
        PickDown, ["Down", "j"], "pick-down", "pick-days";
        PickMonthBack, ["PgUp", "["], "pick-month-back", "pick-months";
        PickMonthOn, ["PgDn", "]"], "pick-month-on", "pick-months";
        PickToday, ["Home", "t"], "pick-today";
    }
    Panel {
        PanelEnter, ["Enter"], "panel-enter";
        PanelDown, ["j", "Down", "PgDn", "Ctrl-d", "G", "End"], "down", "move";
        PanelUp, ["k", "Up", "PgUp", "Ctrl-u", "g", "Home"], "up", "move";
        PanelClose, ["Esc", "q"], "panel-close";
    }
    Manual {
        ManualNext, ["Tab", "Right", "l"], "manual-next", "manual";
        ManualBack, ["Shift-Tab", "Left", "h"], "manual-back", "manual";
        ManualPick, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "manual-pick";
        ManualKeys, ["0"], "manual-keys";
    }
    Sheet {
        SheetCopy, ["y", "F5"], "sheet-copy";
    }
    Draft {
        DraftCopy, ["y", "F5"], "draft-copy";
        DraftSent, ["d", "F10"], "draft-sent";
        DraftNext, ["Tab", "Right", "l"], "draft-next";
        DraftBack, ["Shift-Tab", "Left", "h"], "draft-back";
        DraftEdit, ["E", "Ctrl-e"], "draft-edit";
        DraftMailto, ["m", "F6"], "draft-mailto";
        DraftCommand, ["c", "F7"], "draft-command";
        DraftFile, ["f", "F8"], "draft-file";
        DraftNote, ["Ctrl-k", "F4"], "draft-note";
    }
    Knowledge {
        KnowTake, ["Enter"], "know-take";
        KnowDown, ["Down", "Ctrl-n"], "down", "move";
        KnowUp, ["Up", "Ctrl-p"], "up", "move";
        KnowMore, ["PgDn"], "know-more", "read";
        KnowLess, ["PgUp"], "know-less", "read";
        KnowClose, ["Esc"], "know-close";
    }
    Menu {
        MenuPick, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "menu-pick";
        MenuNext, ["0", "Right", "Tab", "l"], "menu-next";
        MenuBack, ["Left", "Shift-Tab", "h"], "menu-back";
    }
    Palette {
        PaletteEnter, ["Enter"], "palette-enter";
        PaletteComplete, ["Tab"], "palette-complete";
        PaletteDown, ["Down", "Ctrl-n"], "down", "move";
        PaletteUp, ["Up", "Ctrl-p"], "up", "move";
        PaletteClose, ["Esc"], "line-cancel";
    }
    Question {
        QuestionNo, ["n", "Esc", "Enter"], "question-no";
        QuestionYes, ["y", "1"], "question-yes";
    }
    Files {
        FilesEnter, ["Enter"], "files-enter";
        FilesComplete, ["Tab"], "files-complete";
        FilesDown, ["Down", "Ctrl-n"], "down", "move";
        FilesUp, ["Up", "Ctrl-p"], "up", "move";
        FilesClose, ["Esc"], "line-cancel";
    }
    Mapping {
        MapImport, ["Enter"], "map-import";
        MapChoose, ["Space"], "map-choose";
        MapNext, ["Right", "l"], "map-next", "turn";
        MapBack, ["Left", "h"], "map-back", "turn";
        MapLeave, ["-"], "map-leave";
        MapKeep, ["x"], "map-keep";
        MapKind, ["Tab", "F4"], "map-kind";
        MapEncoding, ["e", "F5"], "map-encoding";
        MapDates, ["d", "F6"], "map-dates";
        MapDown, ["j", "Down"], "down", "move";
        MapUp, ["k", "Up"], "up", "move";
        MapClose, ["Esc", "q"], "panel-close";
    }
    MapField {
        FieldTake, ["Enter"], "field-take";
        FieldDown, ["Down", "Tab", "Ctrl-n"], "down", "move";
        FieldUp, ["Up", "Shift-Tab", "Ctrl-p"], "up", "move";
        FieldClose, ["Esc"], "line-cancel";
    }
    Steps {
        StepTake, ["Enter", "Right"], "step-take";
        StepPick, ["1", "2", "3", "4", "5"], "step-pick";
        StepDown, ["j", "Down", "Tab"], "down", "move";
        StepUp, ["k", "Up", "Shift-Tab"], "up", "move";
        StepMore, ["PgDn"], "page-down";
        StepLess, ["PgUp"], "page-up";
        StepClose, ["Esc", "q"], "step-close";
    }
    Preset {
        PresetTake, ["Enter"], "preset-take";
        PresetPick, ["1", "2", "3", "4", "5"], "preset-pick";
        PresetDown, ["j", "Down", "Tab", "PgDn"], "down", "move";
        PresetUp, ["k", "Up", "Shift-Tab", "PgUp"], "up", "move";
        PresetClose, ["Esc", "q"], "panel-close";
    }
    Loss {
        LossTake, ["Enter"], "loss-take";
        LossPick, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "loss-pick";
        LossDown, ["j", "Down", "Tab"], "down", "move";
        LossUp, ["k", "Up", "Shift-Tab"], "up", "move";
        LossClose, ["Esc", "q"], "panel-close";
    }
    Deck {
        DeckA, ["a", "1"], "deck-a";
        DeckB, ["b", "2"], "deck-b";
        DeckC, ["c", "3"], "deck-c";
        DeckNot, ["n", "4"], "deck-not";
        DeckLater, ["l", "5", "Space", "Right"], "deck-later";
        DeckBack, ["u", "Left", "Backspace"], "deck-back";
        DeckTake, ["Enter"], "deck-take";
        DeckClose, ["Esc", "q"], "deck-close";
    }
    Levelled {
        LevelApply, ["Enter"], "level-apply";
        LevelDown, ["j", "Down", "PgDn"], "down", "move";
        LevelUp, ["k", "Up", "PgUp"], "up", "move";
        LevelClose, ["Esc", "q"], "level-close";
    }
    Causes {
        CauseOpen, ["Enter"], "cause-open";
        CauseTurn, ["Tab", "Shift-Tab"], "cause-turn";
        CauseShorter, ["["], "cause-shorter", "period";
        CauseLonger, ["]"], "cause-longer", "period";
        CauseDone, ["d"], "cause-done";
        CauseUndo, ["u"], "undo";
        CauseDown, ["j", "Down", "PgDn"], "down", "move";
        CauseUp, ["k", "Up", "PgUp"], "up", "move";
        CauseClose, ["Esc", "q"], "cause-close";
    }
    Board {
        BoardOpen, ["Enter"], "board-open";
        BoardBack, ["<"], "board-back", "stage";
        BoardNext, [">"], "board-next", "stage";
        BoardDone, ["d"], "board-done";
        BoardWon, ["w"], "board-won";
        BoardLost, ["x"], "board-lost";
        BoardReport, ["t"], "board-report";
        BoardTold, ["R"], "board-told";
        BoardDay, ["r"], "board-day";
        BoardNew, ["n"], "board-new";
        BoardEdit, ["E"], "edit";
        BoardTurn, ["Tab", "Shift-Tab"], "board-turn";
        BoardUndo, ["u"], "undo";
        BoardDown, ["j", "Down", "PgDn"], "down", "move";
        BoardUp, ["k", "Up", "PgUp"], "up", "move";
        BoardLeft, ["h", "Left"], "board-left", "across";
        BoardRight, ["l", "Right"], "board-right", "across";
        BoardClose, ["Esc", "q"], "panel-close";
    }
    AtRisk {
        LookBack, ["A"], "look-back";
    }
    Calendar {
        DayBack, ["Left"], "day-back", "days";
        DayOn, ["Right"], "day-on", "days";
        WeekBack, ["Up"], "week-back", "weeks";
        WeekOn, ["Down"], "week-on", "weeks";
        MonthBack, ["["], "month-back", "months";
        MonthOn, ["]"], "month-on", "months";
        DayToday, ["Home"], "day-today";
        Agenda, ["a"], "agenda";
        Review, ["R"], "review";
        Lunar, ["="], "lunar";
        Load, ["F"], "load";
        MoveBack, ["<"], "move-back", "move-item";
        MoveOn, [">"], "move-on", "move-item";
        AddVisit, ["+"], "add-visit";
    }
    Visits {
        VisitTake, ["Enter"], "visit-take";
        VisitDown, ["j", "Down", "PgDn"], "down", "move";
        VisitUp, ["k", "Up", "PgUp"], "up", "move";
        VisitClose, ["Esc", "q"], "panel-close";
    }
    Mailing {
        MailLog, ["d", "F10"], "mail-log";
        MailTake, ["Enter"], "mail-take";
        MailAll, ["A", "F2"], "mail-all";
        MailFile, ["f", "F8"], "mail-file";
        MailCommand, ["c", "F7"], "mail-command";
        MailDrop, ["-", "Del"], "mail-drop";
        MailEdit, ["E", "Ctrl-e"], "mail-edit";
        MailCopy, ["y", "F5"], "mail-copy";
        MailLink, ["m", "F6"], "mail-link";
        MailAnyway, ["+", "F9"], "mail-anyway";
        MailNext, ["Right", "l", "Tab"], "mail-next", "mailing";
        MailBack, ["Left", "h", "Shift-Tab"], "mail-back", "mailing";
        MailDown, ["j", "Down", "PgDn"], "down", "move";
        MailUp, ["k", "Up", "PgUp"], "up", "move";
        MailClose, ["Esc", "q"], "panel-close";
    }
    LookBack {
        BackOpen, ["Enter"], "back-open";
        BackShorter, ["["], "cause-shorter", "period";
        BackLonger, ["]"], "cause-longer", "period";
        BackDown, ["j", "Down", "PgDn"], "down", "move";
        BackUp, ["k", "Up", "PgUp"], "up", "move";
        BackClose, ["Esc", "q"], "cause-close";
    }
    Review {
        ReviewOpen, ["Enter"], "review-open";
        ReviewDone, ["d"], "review-done";
        ReviewSnooze, ["z"], "snooze";
        ReviewTick, ["x", "Space"], "review-tick";
        ReviewPart, ["Tab", "Shift-Tab"], "review-part";
        ReviewKeep, ["F10"], "review-keep";
        ReviewWhy, ["w"], "why";
        ReviewBefore, ["["], "review-before", "review-weeks";
        ReviewAfter, ["]"], "review-after", "review-weeks";
        ReviewSpread, ["Z"], "level";
        ReviewCopy, ["y"], "review-copy";
        ReviewUndo, ["u"], "undo";
        ReviewDown, ["j", "Down", "PgDn"], "down", "move";
        ReviewUp, ["k", "Up", "PgUp"], "up", "move";
        ReviewClose, ["Esc", "q"], "panel-close";
    }
    Load {
        LoadTake, ["Enter"], "load-take";
        LoadSpread, ["Z"], "level";
        LoadFewer, ["[", "-"], "load-fewer", "load-weeks";
        LoadMore, ["]", "+"], "load-more", "load-weeks";
        LoadUndo, ["u"], "undo";
        LoadDown, ["j", "Down", "PgDn"], "down", "move";
        LoadUp, ["k", "Up", "PgUp"], "up", "move";
        LoadClose, ["Esc", "q"], "panel-close";
    }
    Playbook {
        PlayDone, ["d", "Enter"], "play-done";
        PlaySkip, ["-"], "play-skip";
        PlayEnd, ["e"], "play-end";
        PlayDraft, ["t"], "play-draft";
        PlayTurn, ["Tab", "Shift-Tab"], "play-turn";
        PlayUndo, ["u"], "undo";
        PlayDown, ["j", "Down", "PgDn"], "down", "move";
        PlayUp, ["k", "Up", "PgUp"], "up", "move";
        PlayClose, ["Esc", "q"], "panel-close";
    }
    Facets {
        FacetTake, ["Enter"], "facet-take";
        FacetNext, ["Tab", "Right", "l", "]"], "facet-next";
        FacetBack, ["Shift-Tab", "Left", "h", "["], "facet-back";
        FacetDown, ["j", "Down", "PgDn"], "down", "move";
        FacetUp, ["k", "Up", "PgUp"], "up", "move";
        FacetClose, ["Esc", "q"], "panel-close";
    }
    Always {
        Help, ["?", "F1"], "help";
        Menu, ["0", "F2"], "menu";
        Palette, [":", "F3"], "palette";
        Quit, ["q", "Ctrl-c"], "quit";
        Suspend, ["Ctrl-z"], "suspend";
        Redraw, ["Ctrl-l"], "redraw";
    }
}

impl Command {
    /// The registry's line of a command.
    pub fn of(id: Do) -> Option<&'static Command> {
        Command::place(id).and_then(|n| COMMANDS.get(n))
    }

    /// Its place in the registry.
    pub fn place(id: Do) -> Option<usize> {
        static PLACES: LazyLock<HashMap<Do, usize>> =
            LazyLock::new(|| COMMANDS.iter().enumerate().map(|(n, c)| (c.id, n)).collect());
        PLACES.get(&id).copied()
    }

    /// The scope of the keys that follow it; `None` when it does its work at once.
    pub fn opens(&self) -> Option<Scope> {
        Some(match self.id {
            Do::Log(_) => Scope::Log,
            Do::Snooze => Scope::Snooze,
            Do::Skip => Scope::Skip,
            Do::New => Scope::New,
            Do::Survey => Scope::Survey,
            Do::Flag => Scope::Flag,
            Do::Tier => Scope::Tier,
            Do::Quadrant => Scope::Quadrant,
            Do::Decide => Scope::Decide,
            Do::Copy => Scope::Copy,
            _ => return None,
        })
    }

    /// The word for it in the configuration.
    pub fn code(&self) -> &'static str {
        self.title.strip_prefix("do-").unwrap_or(self.title)
    }
}
