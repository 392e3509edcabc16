//! Playbooks on the screen: begun with a key, their steps done on a row or in the panel in front of the lists, and how they end. What a run
//! has cost and which one is offered is `portfolio::playbooks`', how the panel is drawn the view's.

use super::command::{Do, shown_key};
use super::dialog::Dialog;
use super::key::{Key, KeyCode};
use super::line::{Line, Purpose};
use super::list::RowId;
use super::loss;
use super::model::{Model, Prefix};
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::Now;
use crate::domain::facts::{RunRow, StepRow};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::target::Target;
use crate::domain::words::{RunEnd, StepKind, SurveyKind};
use crate::portfolio::playbooks::{self, Taken};
use crate::portfolio::{Assessed, Snapshot};
use crate::store::Applied;

/// The furthest that the text of a step is scrolled.
const LONGEST: u16 = 2000;
/// Cells of a client's name in a toast that has more to say.
const NAME: usize = 20;

/// A playbook in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    /// Whose.
    pub client: Id,
    /// Which.
    pub run: Id,
    /// The selected step, counted from 0.
    pub selected: usize,
    /// First line of its text that is shown.
    pub scroll: u16,
}

impl Running {
    /// Stands on the step that is next.
    fn new(client: Id, run: &RunRow) -> Running {
        let next = run.next().and_then(|s| run.steps.iter().position(|o| o.id == s.id));
        Running { client, run: run.id, selected: next.unwrap_or(run.steps.len().saturating_sub(1)), scroll: 0 }
    }

    /// The run, while it is there.
    pub fn of<'a>(&self, book: &'a Snapshot) -> Option<(&'a Assessed, &'a RunRow)> {
        let client = book.client(self.client)?;
        client.facts.runs.iter().find(|r| r.id == self.run).map(|run| (client, run))
    }

    /// The selected step.
    pub fn step<'a>(&self, book: &'a Snapshot) -> Option<&'a StepRow> {
        self.of(book).and_then(|(_, run)| run.steps.get(self.selected))
    }

    /// Moves the selection.
    pub fn walk(&mut self, n: isize, book: &Snapshot) {
        let last = self.of(book).map_or(0, |(_, run)| run.steps.len().saturating_sub(1));
        (self.selected, self.scroll) = (self.selected.saturating_add_signed(n).min(last), 0);
    }

    /// Selects a step; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        self.scroll = 0;
        std::mem::replace(&mut self.selected, n) == n
    }
}

/// The panel in front, when it is there.
pub fn front(model: &Model) -> Option<&Running> {
    match model.dialogs.last() {
        Some(Dialog::Playbook(running)) => Some(running),
        _ => None,
    }
}

/// Brings a run to the front.
fn open(model: &mut Model, client: Id, run: Id) {
    let found = model.book.client(client).and_then(|c| c.facts.runs.iter().find(|r| r.id == run));
    if let Some(running) = found.map(|run| Running::new(client, run)) {
        model.dialogs.push(Dialog::Playbook(running));
    }
}

/// `W`: the win-back of the client begins, or comes to the front when it runs.
pub fn win_back(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(client) = model.client() else { return Vec::new() };
    let (id, runs) = (client.id(), playbooks::win_back(client).map(|r| r.id));
    if let Some(run) = runs {
        open(model, id, run);
        return Vec::new();
    }
    match begin(model, id, RunRow::WIN_BACK, now) {
        Ok(action) => vec![Effect::Apply(action, After::ShowRun)],
        Err(why) => {
            model.error = Some(why);
            Vec::new()
        }
    }
}

/// The playbook of a name begun at a client.
///
/// # Errors
/// What is wrong with its file.
pub fn begin(model: &Model, client: Id, name: &str, now: &Now) -> Result<Action, Message> {
    let gone = || Message::new("not-a-playbook").with("playbook", name);
    let playbook = model.playbooks.find(name)?.ok_or_else(gone)?;
    Ok(Action::StartPlaybook(Box::new(playbook.begin(client, &model.book.time, now.today()))))
}

/// `N`: the playbook of the client that runs; of several the one whose step is in the row.
pub fn show(model: &mut Model) {
    let Some(client) = model.client() else { return };
    let of_row = model.item().and_then(|item| run_of(client, item.target));
    let run = of_row.or_else(|| playbooks::running(client).next().map(|r| r.id));
    let id = client.id();
    if let Some(run) = run {
        open(model, id, run);
    }
}

/// Enter on a row that is a step: its playbook comes to the front; `false` on any other row.
pub fn enter(model: &mut Model) -> bool {
    let target = model.entry().and_then(|e| e.id.target);
    let found = model.client().zip(target).and_then(|(client, target)| Some((client.id(), run_of(client, target)?)));
    if let Some((client, run)) = found.filter(|_| model.page.is_none()) {
        open(model, client, run);
        return true;
    }
    false
}

/// The run an item belongs to.
fn run_of(client: &Assessed, target: Target) -> Option<Id> {
    match target {
        Target::Step(step) => playbooks::step(client, step).map(|(run, _)| run.id),
        Target::Run(run) => Some(run),
        _ => None,
    }
}

/// Whether `d` on this item asks something before it is done.
pub fn asks(client: &Assessed, target: Target) -> bool {
    match target {
        Target::Step(step) => playbooks::step(client, step).is_some_and(|(_, s)| s.kind != StepKind::Step),
        Target::Run(_) => true,
        _ => false,
    }
}

/// `d` on the selected row, where it is a step: what its kind wants is asked for; `None` on any other row.
pub fn done_here(model: &mut Model, now: &Now) -> Option<Vec<Effect>> {
    let client = model.client()?;
    let (id, target) = (client.id(), model.item()?.target);
    match target {
        Target::Step(step) => Some(done(model, id, step, now)),
        Target::Run(run) => {
            model.prefix = Some(Prefix::Ending { client: id, run });
            Some(Vec::new())
        }
        _ => None,
    }
}

/// A step done: what its kind wants is asked for first.
fn done(model: &mut Model, client: Id, id: Id, now: &Now) -> Vec<Effect> {
    let found = model.book.client(client).and_then(|c| Some((c, playbooks::step(c, id)?.1)));
    let Some((assessed, step)) = found else { return Vec::new() };
    let purpose = Purpose::Step { client, step: id, kind: step.kind, money: money(model, assessed) };
    match step.kind {
        StepKind::Step => return taken(model, client, id, Taken::default(), now),
        StepKind::Mark => model.prefix = Some(Prefix::StepMark { client, step: id }),
        StepKind::Reason | StepKind::Remedy => model.open_line(Line::new(purpose)),
    }
    Vec::new()
}

/// The currency of a remedy, and what the client is expected to bring.
fn money(model: &Model, client: &Assessed) -> (Currency, Option<Money>) {
    let currency = model.book.currency;
    (currency, playbooks::expected_about(client, currency))
}

/// Writes a step done, with the contact it was.
pub fn taken(model: &Model, client: Id, id: Id, taken: Taken, now: &Now) -> Vec<Effect> {
    let step = model.book.client(client).and_then(|c| playbooks::step(c, id)).map(|(_, s)| s);
    let take = |step: &StepRow| {
        let action = playbooks::take(&model.book, client, step, Taken { channel: step.channel, ..taken }, now);
        Effect::Apply(action, after(model))
    };
    step.map(take).into_iter().collect()
}

/// A panel stays where it is, a list goes on.
pub fn after(model: &Model) -> After {
    if model.dialogs.iter().any(|d| matches!(d, Dialog::Playbook(_))) { After::Stay } else { After::MoveOn }
}

/// `-` on the selected row, where it is a step or an offer: asks for the reason; `false` on any other row.
pub fn leave_out(model: &mut Model) -> bool {
    let Some((client, target)) = model.client().zip(model.item()).map(|(c, i)| (c.id(), i.target)) else { return false };
    match target {
        Target::Step(step) => model.open_line(Line::new(Purpose::StepSkip { client, step })),
        Target::Onboarding | Target::BusinessReview => model.open_line(Line::new(Purpose::Decline)),
        _ => return false,
    }
    true
}

/// Whether `-` means something on this item.
pub fn can_be_left_out(target: Target) -> bool {
    matches!(target, Target::Step(_) | Target::Onboarding | Target::BusinessReview)
}

/// What was typed of a remedy: the words, and the cost behind `=` or a sign of a currency, else at the end.
///
/// # Errors
/// That what stands behind `=` is no amount: a cost that is lost without a word is never missed.
pub fn remedy(line: &str, currency: Currency) -> Result<(String, Option<Money>), Message> {
    const EQUALS: [char; 2] = ['=', '＝'];
    // A blank behind the sign changes nothing.
    let mut words: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match words.last_mut().filter(|last| matches!(last.as_str(), "=" | "＝")) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
    }
    let read = |word: &str| Money::parse(word.trim_start_matches(EQUALS), currency).filter(|m| m.minor >= 0);
    let equals = words.iter().position(|word| word.starts_with(EQUALS));
    if equals.is_some_and(|at| read(&words[at]).is_none()) {
        return Err(Message::new("line-no-cost"));
    }
    let signed = |word: &String| word.starts_with(['¥', '￥', '$', '€', '£']) && read(word).is_some();
    let at = equals.or_else(|| words.iter().position(signed));
    let last = || words.len().checked_sub(1).filter(|n| *n > 0 && words[*n].starts_with(|c: char| c.is_ascii_digit()));
    let Some(at) = at.or_else(|| last().filter(|n| read(&words[*n]).is_some())) else { return Ok((words.join(" "), None)) };
    let cost = read(&words[at]);
    words.remove(at);
    Ok((words.join(" "), cost))
}

/// What was typed of a mark: the digit in front, and the words.
///
/// # Errors
/// That no mark stands in front.
pub fn marked(line: &str) -> Result<(u8, String), Message> {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let mark = first.parse().ok().filter(|n| (1..=5).contains(n)).ok_or_else(|| Message::new("line-no-mark"))?;
    Ok((mark, rest.trim().to_owned()))
}

/// The second key of a mark or of an end.
pub fn second(model: &mut Model, id: Do, digit: Option<u8>, now: &Now) -> Vec<Effect> {
    match (model.prefix.take(), id) {
        (Some(Prefix::StepMark { client, step }), Do::StepScore) => {
            let mark = digit.filter(|n| (1..=5).contains(n)).map(|n| (SurveyKind::Csat, n));
            taken(model, client, step, Taken { mark, ..Taken::default() }, now)
        }
        (Some(Prefix::StepMark { client, step }), Do::StepUnmarked) => taken(model, client, step, Taken::default(), now),
        (Some(Prefix::StepMark { client, step }), Do::StepWords) => {
            if let Some(assessed) = model.book.client(client) {
                let purpose = Purpose::Step { client, step, kind: StepKind::Mark, money: money(model, assessed) };
                model.open_line(Line::new(purpose));
            }
            Vec::new()
        }
        (Some(Prefix::Ending { run, .. }), Do::EndSaved) => {
            vec![Effect::Apply(Action::EndPlaybook { run, how: RunEnd::Saved, note: None }, after(model))]
        }
        // The row is that client's.
        (Some(Prefix::Ending { .. }), Do::EndLost) => {
            loss::open(model);
            Vec::new()
        }
        (Some(Prefix::Ending { client, run }), Do::EndStopped) => {
            model.open_line(Line::new(Purpose::StopRun { client, run }));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Playbook(running)) = model.dialogs.last_mut() else { return Vec::new() };
    let Running { client, run, .. } = *running;
    match id {
        Do::PlayDown | Do::PlayUp => {
            let n = if id == Do::PlayDown { 1 } else { -1 };
            let pages = matches!(key.code, KeyCode::PageDown | KeyCode::PageUp);
            // A page is one of the text; above its first line there are only steps.
            if pages && (n > 0 || running.scroll > 0) {
                running.scroll = running.scroll.saturating_add_signed(5 * n).min(LONGEST);
            } else {
                running.walk(isize::from(n), &model.book);
            }
        }
        Do::PlayClose => {
            model.dialogs.pop();
        }
        Do::PlayTurn => {
            let runs: Vec<&RunRow> = model.book.client(client).into_iter().flat_map(playbooks::running).collect();
            let at = runs.iter().position(|r| r.id == run).map_or(0, |at| at + 1);
            if let Some(next) = runs.get(at).or_else(|| runs.first()) {
                *running = Running::new(client, next);
            }
        }
        Do::PlayDone => match running.step(&model.book).map(|s| (s.id, s.done)) {
            Some((step, None)) => return done(model, client, step, now),
            _ => model.prefix = Some(Prefix::Ending { client, run }),
        },
        Do::PlaySkip => {
            if let Some(step) = running.step(&model.book).map(|s| s.id) {
                model.open_line(Line::new(Purpose::StepSkip { client, step }));
            }
        }
        Do::PlayEnd => model.prefix = Some(Prefix::Ending { client, run }),
        Do::PlayDraft => {
            let step = running.step(&model.book).map(|s| Target::Step(s.id));
            return vec![Effect::Draft(client, step)];
        }
        Do::PlayUndo => return vec![Effect::Undo],
        _ => {}
    }
    Vec::new()
}

/// After an action on a playbook: what comes next is said with it, and after the last step of a win-back how it ended is asked.
pub fn applied(model: &mut Model, applied: &Applied, show: bool) {
    let did = applied.message.id;
    let Some(client) = applied.clients.first().copied() else { return };
    // What is over needs no panel.
    model.dialogs.retain(|d| match d {
        Dialog::Playbook(running) => running.of(&model.book).is_some_and(|(_, run)| run.ended.is_none()),
        _ => true,
    });
    let begun = applied.ids.iter().find(|(table, _)| *table == "playbook_run").map(|(_, id)| *id);
    if let Some(run) = begun.filter(|_| show) {
        open(model, client, run);
    }
    if !matches!(did, "did-step" | "did-skip-step" | "did-start-playbook" | "did-save-client") {
        return;
    }
    let Some(assessed) = model.book.client(client) else { return };
    let worked = |run: &&RunRow| run.steps.iter().filter_map(|s| s.done).max();
    let run = match begun {
        Some(id) => assessed.facts.runs.iter().find(|r| r.id == id),
        // The one that was worked on last.
        None => assessed.facts.runs.iter().filter(|r| r.ended.is_none()).max_by_key(worked),
    };
    if did == "did-save-client" {
        let day = playbooks::watched_until(&model.book, model.book.now.today());
        say(model, |did| Message::new("playbook-watched").with("did", did).with("day", day));
        return;
    }
    let Some(run) = run else { return };
    let (id, undecided) = (run.id, playbooks::undecided(run).is_some());
    let (name, title) = (assessed.name().to_owned(), run.title.clone());
    let next = run.next().map(|next| (next.title.clone(), next.due));
    let is_win_back = run.playbook == RunRow::WIN_BACK;
    // The step that was done just now.
    let last = run.steps.iter().filter(|s| s.done.is_some()).max_by_key(|s| (s.done, s.no)).filter(|_| did == "did-step");
    let no_cost = last.is_some_and(|s| s.kind == StepKind::Remedy && s.cost.is_none());
    let low = last.filter(|s| s.kind == StepKind::Mark).and_then(|_| playbooks::mark_given(assessed, run, &model.book.now));
    let low = low.filter(|mark| *mark < playbooks::CONTENT);
    if undecided {
        // What is decided then is decided about the row: the selection has gone on to the next one.
        if model.client().is_none_or(|c| c.id() != client) {
            model.list_mut().select(RowId { client: Some(client), target: Some(Target::Run(id)) });
        }
        // Where its row is not to be seen it waits in Today.
        if model.client().is_some_and(|c| c.id() == client) && model.marks.is_empty() {
            model.prefix = Some(Prefix::Ending { client, run: id });
        }
    }
    if let Some((step, due)) = next {
        // What comes next matters more than the whole name of what is done.
        let id = match did {
            "did-step" => "toast-step-done",
            "did-skip-step" => "toast-step-left-out",
            _ => "toast-playbook-begun",
        };
        let name = crate::text::truncate(&crate::text::one_line(&name), NAME).into_owned();
        let said = match (low, id) {
            // Whoever is not content yet is not on the way to the next step.
            (Some(mark), _) => {
                let panel = if is_win_back { Do::WinBack } else { Do::Playbooks };
                let key = shown_key(model, panel);
                Message::new("toast-step-low-mark").with("client", name).with("mark", u32::from(mark)).with("key", key)
            }
            (None, "toast-step-done") if no_cost => {
                Message::new("toast-step-no-cost").with("client", name).with("step", step).with("due", due)
            }
            _ => Message::new(id).with("client", name).with("title", title).with("step", step).with("due", due),
        };
        say(model, |_| said);
    }
    if let Some(Dialog::Playbook(running)) = model.dialogs.last_mut()
        && let Some((_, run)) = running.of(&model.book)
        && did != "did-start-playbook"
    {
        *running = Running::new(client, run);
    }
}

/// Says more behind what was done.
fn say(model: &mut Model, more: impl FnOnce(Message) -> Message) {
    if let Some(toast) = &mut model.toast {
        toast.message = more(toast.message.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s097_a_cost_is_read_where_it_is_meant() {
        let read = |line: &str| {
            let (words, cost) = remedy(line, Currency::CNY).unwrap_or_default();
            (words, cost.map(|m| m.minor))
        };
        let says = |words: &str, minor: Option<i64>| (words.to_owned(), minor);
        assert_eq!(read("free reprint =2000"), says("free reprint", Some(200_000)));
        assert_eq!(read("免费重印 ¥2,000.50 换人"), says("免费重印 换人", Some(200_050)));
        assert_eq!(read("reprint of 500 flyers ＝800"), says("reprint of 500 flyers", Some(80_000)));
        assert_eq!(read("免费重印 1.5万"), says("免费重印", Some(1_500_000)));
        assert_eq!(read("10% off the next three"), says("10% off the next three", None));
        assert_eq!(read("2000"), says("2000", None), "a sum alone is no remedy");
        assert_eq!(read("free reprint = 200"), says("free reprint", Some(20_000)));
        assert_eq!(read("free reprint =0"), says("free reprint", Some(0)));
        assert_eq!(read("200 free reprint"), says("200 free reprint", None));
        for line in ["free reprint =abc", "reprint =-5", "reprint =", "reprint ＝两百块"] {
            assert!(remedy(line, Currency::CNY).is_err(), "{line}");
        }
    }

    #[test]
    fn s098_a_mark_stands_in_front_of_its_words() {
        assert_eq!(marked("4 happy again").ok(), Some((4, "happy again".to_owned())));
        assert_eq!(marked("5").ok(), Some((5, String::new())));
        for line in ["6 wow", "0", "happy", "", "45"] {
            assert!(marked(line).is_err(), "{line}");
        }
    }
}
