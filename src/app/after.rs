//! What follows an answer of the shell or the clock: rows and selection brought up to date, the toast, announcements.

use super::command::Scope;
use super::dialog::{Dialog, Question};
use super::list::RowId;
use super::model::{Brief, Logged, Model, Tab, Toast};
use super::msg::{After, Effect};
use super::{complaints, deck, levelled, playbook, preset};
use crate::domain::action::{Action, NewCaseEvent};
use crate::domain::complaint::Rating;
use crate::domain::day::{Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, ItemKind, SignalKind};
use crate::portfolio::cases::length;
use crate::portfolio::queue::Item;
use crate::portfolio::{Case, DueState, Stand};
use crate::store::{Applied, Undone};

/// An action was written: what it was about is selected or left behind, and the toast says so.
pub fn applied(model: &mut Model, applied: &Applied, after: After) -> Vec<Effect> {
    if matches!(model.dialogs.last(), Some(Dialog::Form(_) | Dialog::Draft(_))) && after == After::Stay {
        model.dialogs.pop();
    }
    // What stands below shows what was written in front of it.
    for dialog in &mut model.dialogs {
        if let Dialog::Form(form) = dialog {
            form.expects = true;
        }
    }
    let below = super::form::reload(model);
    model.submitted = None;
    let front = model.dialogs.last().map(Dialog::scopes).unwrap_or_default();
    for client in &applied.clients {
        model.details.remove(client);
    }
    model.outdate_files(&applied.clients, applied.all);
    model.past.outdate(if applied.all { &[] } else { &applied.clients });
    let touches: Vec<Id> = applied.ids.iter().filter(|(what, _)| *what == "touch").map(|(_, id)| *id).collect();
    if let ([touch], Some(client)) = (&touches[..], applied.clients.first()) {
        model.last = Some(Logged { touch: *touch, client: *client });
    }
    let new = (after == After::SelectNew).then(|| applied.clients.first().copied()).flatten();
    if new.is_some() {
        // Whoever is new stands in front.
        model.page = None;
        model.find = None;
    }
    model.rebuild(after == After::MoveOn);
    if let Some(client) = new
        && !model.list_mut().select_client(client)
    {
        model.show(Tab::Clients);
        model.clients.select_client(client);
    }
    if after == After::SelectCase
        && let Some(case) = spoken_of(model, applied)
    {
        select_case(model, case);
    }
    if after == After::MoveOn && model.page.is_none() {
        model.brief = Brief { focus: false, open: model.brief.open && model.is_narrow(), scroll: 0 };
    }
    // Only a contact has a next one; a note or a snooze leaves the plan as it was.
    let said = applied.message.clone();
    let handled = std::mem::take(&mut model.handled);
    for id in &handled {
        model.marks.remove(id);
    }
    let case = case_of(model, applied, &handled);
    let said = match &case {
        Some(case) => case_next(model, case, said),
        None => said,
    };
    // Asked once, when it is closed: whoever writes a note later has answered already.
    let closes = applied.message.id.starts_with("did-case-close");
    if let Some(case) = case.filter(|c| closes && c.is_closed() && c.progress.rating.is_some_and(Rating::is_bad)) {
        offer_reopening(model, &case);
    }
    let message = match applied.clients[..] {
        [_] if applied.message.id.starts_with("did-case-") => said,
        [one] if touches.len() == 1 && after == After::MoveOn => what_next(model, one, said),
        _ => said,
    };
    let promised = applied.ids.iter().filter(|(what, _)| *what == "task").count();
    let message = match promised {
        // What was promised in a note, or with a new client, is said with it.
        1.. if !message.id.ends_with("-task") && !message.id.starts_with("did-add-waiting") => {
            Message::new("toast-and-promised").with("did", message).with("count", promised)
        }
        _ => message,
    };
    let message = match model.left.take() {
        Some(left) => Message::new("toast-and-left").with("did", applied.message.clone()).with("left", left),
        None => message,
    };
    let message = if is_back(model, applied) { Message::new("toast-back-on-list").with("did", message) } else { message };
    // Where nothing changed there is nothing of this to take back.
    model.toast = Some(Toast { message, undo: applied.op.is_some(), note: touches.len() == 1 });
    playbook::applied(model, applied, after == After::ShowRun);
    // What the filter searches is read again when it is opened next.
    model.finder.outdate(&applied.clients, applied.all);
    match front[..] {
        [Scope::Deck] => deck::written(model, applied.op),
        [Scope::Preset] => preset::written(model),
        [Scope::Levelled] => levelled::written(model),
        _ => {}
    }
    below
}

/// Whether a remark brought a client who was put off back to the list of those at risk.
fn is_back(model: &Model, applied: &Applied) -> bool {
    let sign = match applied.message.id {
        "did-flag-competitor" => SignalKind::Competitor,
        "did-flag-cold" | "did-flag-declined" => SignalKind::ColdReplies,
        _ => return false,
    };
    let mut clients = applied.clients.iter().filter_map(|id| model.book.client(*id));
    applied.op.is_some() && clients.any(|c| c.risk.woken == Some(sign) && c.risk.is_listed())
}

/// The case that the op speaks of by its number.
fn spoken_of(model: &Model, applied: &Applied) -> Option<Id> {
    let no = applied.message.args.iter().find_map(|(name, arg)| match arg {
        Arg::Number(no) if *name == "no" => Some(*no),
        _ => None,
    })?;
    let client = model.book.client(*applied.clients.first()?)?;
    client.cases.iter().find(|c| c.row.no == no).map(|c| c.row.id)
}

/// The one case that was opened or worked on.
fn case_of(model: &Model, applied: &Applied, handled: &[RowId]) -> Option<Case> {
    let opened = applied.ids.iter().find(|(table, _)| *table == "complaint").map(|(_, id)| *id);
    let client = applied.clients.first().copied();
    match (opened, handled) {
        (Some(case), _) => model.book.case(client?, case).cloned(),
        (None, [row]) if applied.message.id.starts_with("did-case-") => complaints::case(&model.book, *row).cloned(),
        _ => None,
    }
}

/// Behind what was done in a case, the moment that matters next.
fn case_next(model: &Model, case: &Case, did: Message) -> Message {
    let readings = model.book.readings(case, &model.book.now);
    let next = match readings.stand(case) {
        Stand::Answer(r) | Stand::Solve(r) if r.is_breached() && r.due < model.book.now.instant => {
            Message::new("toast-case-past").with("at", r.due)
        }
        Stand::Answer(reading) => Message::new("toast-case-answer-by").with("at", reading.due),
        Stand::Solve(reading) => Message::new("toast-case-solve").with("at", reading.due),
        Stand::FollowUp(day) => Message::new("toast-case-follow-up").with("day", day),
        _ => return did,
    };
    Message::new("toast-case-next").with("did", did).with("next", next)
}

/// A client who is not content: the case is opened again at a word (S81).
fn offer_reopening(model: &mut Model, case: &Case) {
    let Some(Rating::Mark(mark)) = case.progress.rating else { return };
    let reopen = NewCaseEvent {
        complaint: case.row.id,
        kind: CaseEventKind::Reopen,
        at: model.book.now.instant,
        text: None,
        rating: None,
        promised: None,
        channel: None,
        minutes: None,
        corrects: None,
        fulfils: None,
    };
    let message = Message::new("ask-reopen").with("no", case.row.no).with("score", u32::from(mark));
    let yes = Effect::Apply(Action::LogCase(Box::new(reopen)), After::SelectCase);
    model.dialogs.push(Dialog::Question(Box::new(Question { message, yes })));
}

/// Selects the row of a case; a filter that hides it is left.
fn select_case(model: &mut Model, case: Id) {
    let target = Some(Target::Complaint(case));
    let row = |model: &Model| model.list().entries().find(|(_, e)| e.id.target == target).map(|(_, e)| e.id);
    if model.page.is_some() {
        return;
    }
    if row(model).is_none() {
        model.find = None;
        model.show(if model.tab == Tab::Complaints { Tab::Complaints } else { Tab::Today });
    }
    if let Some(id) = row(model) {
        model.list_mut().select(id);
    }
}

/// After a contact: what else of the client is due still, else the day it comes back.
fn what_next(model: &Model, client: Id, did: Message) -> Message {
    let Some(client) = model.book.client(client) else { return did };
    let today = model.day();
    if let Some(still) = client.plan.iter().find(|r| r.is_due(today) && matches!(r.state, DueState::Open)) {
        return Message::new("toast-still").with("did", did).with("what", still.channel);
    }
    match client.next_day(model.book.now.zone).filter(|day| *day > today) {
        Some(day) => Message::new("toast-next").with("did", did).with("day", day),
        None => did,
    }
}

/// An action was taken back (`back`) or brought back: its client is selected.
pub fn undone(model: &mut Model, undone: &Undone, back: bool) -> Vec<Effect> {
    for client in &undone.clients {
        model.details.remove(client);
    }
    model.outdate_files(&undone.clients, undone.all);
    model.past.outdate(if undone.all { &[] } else { &undone.clients });
    model.last = None;
    model.finder.outdate(&undone.clients, undone.all);
    model.rebuild(false);
    // A page stays with its client; the words say whose it was.
    if let Some(client) = undone.clients.first().filter(|_| model.page.is_none()) {
        model.list_mut().select_client(*client);
    }
    let mut message = Message::new(if back { "toast-undone" } else { "toast-redone" }).with("did", undone.message.clone());
    if let Some(left) = undone.left.first() {
        message = Message::new("toast-left").with("done", message).with("left", left.clone());
    }
    model.toast = Some(Toast { message, undo: false, note: false });
    if back {
        deck::undone(model);
    }
    Vec::new()
}

/// The clock moved on: timed items that fell due are announced, cases whose limit is nearly or just over, and a new day is read anew.
pub fn wake(model: &mut Model, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !std::mem::replace(&mut model.prepared, true) && model.finder.stale {
        effects.push(Effect::LoadFinder(Vec::new()));
    }
    let from = model.announced;
    let passed = |at: &Moment| *at > from && *at <= now.instant;
    let due = model.book.queue.items.iter().filter_map(|i| Some((alarms(i).into_iter().flatten().filter(passed).max()?, i)));
    let said = due.max_by_key(|(at, _)| *at).map(|(_, item)| announcement(model, item, now));
    if let Some(message) = said {
        model.toast = Some(Toast { message: message.clone(), undo: false, note: false });
        effects.extend([Effect::Announce(message), Effect::Reload]);
    } else if model.book.now.today() != now.today() {
        effects.push(Effect::Reload);
    }
    model.announced = now.instant;
    effects
}

/// The moments at which an item speaks up: a timed one when it is due; a case when a quarter of its limit is left, and when that is
/// broken. A moment equal to the limit still keeps it.
fn alarms(item: &Item) -> [Option<Moment>; 2] {
    match item.kind {
        ItemKind::Complaint => [item.warn, item.at.map(|due| Moment(due.0 + 1))],
        _ => [item.at, None],
    }
}

/// What is said of an item that speaks up.
fn announcement(model: &Model, item: &Item, now: &Now) -> Message {
    let name = item.client.and_then(|id| model.book.client(id)).map(|c| c.name().to_owned()).unwrap_or_default();
    let case = match (item.client, item.target) {
        (Some(client), Target::Complaint(case)) => model.book.case(client, case),
        _ => None,
    };
    let Some(case) = case else {
        let time = item.at.map(|at| model.words.time(at, now)).unwrap_or_default();
        return Message::new("toast-timed").with("time", time).with("client", name).with("what", item.reason.clone());
    };
    let readings = model.book.readings(case, now);
    let stand = readings.stand(case);
    let (id, limit) = match stand {
        Stand::Answer(r) if r.is_breached() => ("toast-case-late-answer", readings.first_limit),
        Stand::Answer(_) => ("toast-case-answer", readings.first_limit),
        _ if readings.solution.is_some_and(|r| r.is_breached()) => ("toast-case-late-solution", readings.solution_limit),
        _ => ("toast-case-solution", readings.solution_limit),
    };
    let left = stand.reading().map_or(0, |r| r.left);
    let due = item.at.map(|at| model.words.time(at, now)).unwrap_or_default();
    Message::new(id).with("client", name).with("left", length(left, limit.clock)).with("due", due)
}

/// The next moment at which the picture changes by itself: a timed item, the limit of a case, or the next minute of the clock in the header. Once, after the
/// first frame, what the filter searches is read, so that the first `/` need not wait for it.
pub fn next_wake(model: &Model, now: &Now) -> Moment {
    if !model.prepared {
        return Moment(now.instant.0 + 1);
    }
    let minute = Moment(now.instant.0.div_euclid(60) * 60 + 60);
    let timed = model.book.queue.items.iter().flat_map(alarms).flatten().filter(|at| *at > now.instant).min();
    timed.map_or(minute, |at| at.min(minute))
}
