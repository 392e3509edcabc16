//! What follows an answer of the shell: rows and selection brought up to date, the toast.

use super::command::Scope;
use super::dialog::{Dialog, Question};
use super::list::RowId;
use super::model::{Brief, Logged, Model, Tab, Toast};
use super::msg::{After, Effect};
use super::{complaints, deck, levelled, mailing, moves, playbook, preset, review, visits};
use crate::domain::action::{Action, NewCaseEvent};
use crate::domain::complaint::Rating;
use crate::domain::id::Id;
use crate::domain::message::{Arg, Message};
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, SignalKind};
use crate::portfolio::spread;
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
        (model.page, model.parked) = (None, None);
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
    let message = match applied.message.id {
        "did-leave" | "did-edit-leave" => leave_full(model, message),
        _ => message,
    };
    let message = match visits::beside(model, applied) {
        Some(more) => Message::new("toast-visits").with("did", message).with("more", more),
        None => message,
    };
    let message = match model.follow.take() {
        Some(follow) => {
            let words = moves::arrived(model, follow);
            // What could not be moved is said behind it.
            match message.id {
                "toast-and-left" => left_behind(message, words),
                _ => words,
            }
        }
        None => message,
    };
    let message = if is_back(model, applied) { Message::new("toast-back-on-list").with("did", message) } else { message };
    // Where nothing changed there is nothing of this to take back.
    model.toast = Some(Toast { message, undo: applied.op.is_some(), note: touches.len() == 1 });
    if after == After::Mailed {
        mailing::logged(model);
    }
    playbook::applied(model, applied, after == After::ShowRun);
    // What the filter searches is read again when it is opened next.
    model.finder.outdate(&applied.clients, applied.all);
    match front[..] {
        [Scope::Deck] => deck::written(model, applied.op),
        [Scope::Preset] => preset::written(model),
        [Scope::Levelled] => levelled::written(model),
        _ => {}
    }
    below.into_iter().chain(review::outdated(model, &applied.clients, applied.all)).collect()
}

/// Days off that leave too little room behind them: the way out is named with them.
fn leave_full(model: &Model, did: Message) -> Message {
    let capacity = model.book.policy.queue.capacity;
    match spread::is_needed(&model.book) {
        Some((day, load)) => {
            Message::new("toast-leave-full").with("did", did).with("day", day).with("load", load).with("capacity", capacity)
        }
        None => did,
    }
}

/// The same remark on what was left, behind other words.
fn left_behind(message: Message, words: Message) -> Message {
    let left = message.args.into_iter().find(|(name, _)| *name == "left").map(|(_, arg)| arg);
    match left {
        Some(left) => Message::new("toast-and-left").with("did", words).with("left", left),
        None => words,
    }
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
    if model.tab == Tab::Calendar {
        // What was marked went back to its day: a mark nobody sees must not take the next key.
        model.marks.clear();
    }
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
    review::outdated(model, &undone.clients, undone.all)
}
