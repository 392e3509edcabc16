//! What is done to a row as actions that name ids: each item completed in its own way, attempts, snoozes, skips, judgements.
//! Whether the rules allow an action is the store's decision; which rows are meant is `deed`'s.

use super::dates::Typed;
use super::deed::{Deed, Subject};
use super::model::{LogDraft, Model};
use super::msg::SnoozeFor;
use super::{moves, playbook};
use crate::domain::action::{Action, NewCaseEvent, NewSurvey, NewTask, NewTouch};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::words::{CaseEventKind, CaseStatus, Channel, Direction, Flag, ItemKind, Outcome, Status, TaskKind, Tier};
use crate::portfolio::care::{self, Wish};
use crate::portfolio::playbooks::{self, Taken};
use crate::portfolio::risk::told;
use crate::portfolio::{Assessed, Case, Item, answer_channel};

/// An outward contact that was answered, now.
pub fn touch(client: Id, channel: Channel, at: Moment) -> NewTouch {
    NewTouch {
        client,
        person: None,
        channel,
        direction: Direction::Out,
        outcome: Outcome::Reached,
        at,
        minutes: None,
        flag: None,
        note: None,
        again: None,
    }
}

/// The channel on which an attempt at this item can fail; `None` where an attempt makes no sense.
pub fn attempt(item: &Item) -> Option<Channel> {
    let channel = match item.kind {
        ItemKind::Contact | ItemKind::Appointment => item.channel?,
        ItemKind::Lead => item.channel.unwrap_or(Channel::Call),
        ItemKind::Playbook => item.channel?,
        _ => return None,
    };
    (item.client.is_some() && !channel.is_sent() && channel != Channel::Unknown).then_some(channel)
}

/// The channel a client is spoken to on, where the item names none.
pub fn usual_channel(client: &Assessed) -> Channel {
    client.facts.client.preferred_channel.filter(|c| *c != Channel::Unknown).unwrap_or(Channel::Call)
}

/// What the deed means on a row.
///
/// # Errors
/// Why it makes no sense there.
pub fn actions(model: &Model, row: &Subject<'_>, deed: &Deed, now: &Now) -> Result<Vec<Action>, Message> {
    let client = || row.client.ok_or_else(|| Message::new("not-a-batch"));
    let item = || row.items.first().copied().ok_or_else(|| not_due(row));
    if let Some(case) = row.case {
        match deed {
            Deed::Done => return next_step(model, case, now),
            Deed::NoAnswer => return Ok(vec![event(model, case, CaseEventKind::Attempt, now)]),
            Deed::Log { draft, outcome, again: None } => {
                if let Some(actions) = log_in_case(model, case, draft, *outcome, now) {
                    return Ok(actions);
                }
            }
            Deed::Snooze(_) | Deed::Skip(_) | Deed::Reschedule(_) => {
                return Err(Message::new("not-a-case-waits"));
            }
            _ => {}
        }
    }
    match deed {
        Deed::Case(kind, text, promised, rating) => {
            let case = row.case.ok_or_else(|| Message::new("not-a-case"))?;
            case.progress.allows(*kind, *rating).map_err(|problem| problem.message(case.row.no))?;
            let Action::LogCase(new) = event(model, case, *kind, now) else { return Err(Message::new("not-a-case")) };
            // A mark is asked for and written down, maybe days after they spoke.
            let (channel, fulfils) = if rating.is_some() { (None, None) } else { (new.channel, new.fulfils) };
            let (text, promised, rating) = (text.clone(), *promised, *rating);
            let said = NewCaseEvent { text, promised, rating, channel, fulfils, ..*new };
            Ok(vec![Action::LogCase(Box::new(said))])
        }
        Deed::Move(n) => moves::of_row(model, row, *n).map(|moved| moved.actions),
        Deed::Done => {
            row.client.map_or(Ok(()), |client| moves::not_ahead(client, item()?, now))?;
            done(model, row, item()?, now)
        }
        Deed::NoAnswer => {
            row.client.map_or(Ok(()), |client| moves::not_ahead(client, item()?, now))?;
            no_answer(item()?, now)
        }
        Deed::Paid => match item()?.target {
            Target::Invoice(invoice) => Ok(vec![Action::PayInvoice { invoice, on: now.today() }]),
            _ => Err(Message::new("not-an-invoice")),
        },
        Deed::Log { draft, outcome, again } => {
            let client = client()?.id();
            let mut all = vec![log(model, client, draft, *outcome, *again, now)];
            all.extend(promised(client, &draft.owed, &draft.tags));
            Ok(all)
        }
        Deed::Snooze(span) => {
            let (item, day) = (item()?, moves::day_of(model, row.id));
            // Hidden, an agreed moment would pass without a word.
            row.client.map_or(Ok(()), |client| moves::not_ahead(client, item, now))?;
            let until = snooze_until(*span, day);
            if until <= day && day > now.today() {
                return Err(Message::new("not-snoozed-before").with("day", day));
            }
            snooze(row, item, until)
        }
        Deed::PutOff(span, why) => Ok(vec![put_off(row, client()?, snooze_until(*span, now.today()), why)?]),
        Deed::Skip(why) => skip(model, row, why),
        Deed::Reschedule(typed) => Ok(vec![reschedule(model, client()?, item().ok(), *typed, now)?]),
        Deed::Pause(until) => Ok(vec![Action::Pause { client: client()?.id(), until: *until, why: None }]),
        Deed::Pin(tier, why) => Ok(vec![pin(model, client()?.id(), *tier, why, now)]),
        Deed::Invest(kind, why) => Ok(vec![Action::Invest { client: client()?.id(), kind: *kind, why: why.clone() }]),
        Deed::LetGo(why) => Ok(vec![Action::StopClient { client: client()?.id(), why: why.clone(), on: now.today() }]),
        Deed::Quadrant(quadrant) => {
            let targets = row.items.iter().map(|i| i.target).collect();
            item().and_then(|_| Ok(vec![Action::SetQuadrant { client: client()?.id(), targets, quadrant: *quadrant }]))
        }
        Deed::Flag(flag) => flag_touch(client()?, *flag),
        Deed::Survey(kind, score) => {
            let new = NewSurvey {
                client: client()?.id(),
                person: None,
                kind: *kind,
                score: *score,
                on: now.today(),
                channel: row.items.first().and_then(|i| i.channel),
                reasons: Vec::new(),
                note: None,
            };
            Ok(vec![Action::AddSurvey(Box::new(new))])
        }
        Deed::Lose(..) if client()?.facts.client.status == Status::Lost => Err(Message::new("refused-lost")),
        Deed::Lose(reason, note) => {
            let (client, on) = (client()?.id(), now.today());
            Ok(vec![Action::LoseClient { client, reason: reason.clone(), note: note.clone(), on }])
        }
        Deed::Decline(why) => decline(model, client()?, item()?, why, now),
        Deed::Owed(kind, text, due) => Ok(vec![task(client()?.id(), *kind, text.clone(), *due)]),
    }
}

fn not_due(row: &Subject<'_>) -> Message {
    match row.client {
        Some(client) => Message::new("not-due").with("client", client.name()),
        None => Message::new("not-nothing-selected"),
    }
}

/// The item completed in its own way.
fn done(model: &Model, row: &Subject<'_>, item: &Item, now: &Now) -> Result<Vec<Action>, Message> {
    let at = now.instant;
    if let Target::Improvement(improvement) = item.target {
        return Ok(vec![Action::DoneImprovement { improvement }]);
    }
    if let (None, Target::Holiday(_)) = (row.client, item.target) {
        return Ok(vec![Action::Together(item.clients.iter().map(|id| greeted(model, *id, item, now)).collect())]);
    }
    let Some(client) = row.client else {
        let channel = item.channel.unwrap_or(Channel::Email);
        return Ok(vec![Action::LogTouches(item.clients.iter().map(|c| touch(*c, channel, at)).collect())]);
    };
    let id = client.id();
    let channel = item_channel(item, client);
    let reached = |fulfils| Action::LogTouch { touch: Box::new(touch(id, channel, at)), fulfils };
    Ok(vec![match item.target {
        Target::Contact(_) => reached(model.book.fulfilled(id, channel, at)),
        // It took place when it was agreed, not when the key was pressed; one that is still ahead took place early, now.
        Target::Appointment(appointment) => {
            let agreed = client.facts.appointments.iter().find(|a| a.id == appointment);
            let at = agreed.map_or(at, |a| a.start.min(at));
            let minutes = agreed.and_then(|a| a.minutes);
            Action::LogTouch { touch: Box::new(NewTouch { minutes, ..touch(id, channel, at) }), fulfils: Some(appointment) }
        }
        Target::Task(task) => Action::DoneTask { task },
        Target::Milestone(milestone) => Action::DoneMilestone { milestone, on: Some(now.today()) },
        Target::Report(engagement) => Action::ReportProgress { engagement, on: now.today() },
        Target::Invoice(invoice) => {
            Action::RemindInvoice { invoice, until: now.today().plus(model.book.policy.queue.invoice_again) }
        }
        Target::Review => Action::Verify { client: id, on: now.today(), how: "screen".to_owned() },
        Target::Pin => Action::KeepPin { client: id, review_on: now.today().plus(model.book.policy.tiers.pin_review) },
        Target::Tier => match client.tier.offer {
            Some(offer) => Action::AcceptTier {
                client: id,
                from: Some(offer.from),
                to: offer.to,
                score: (offer.score * 1e6).round() as i64,
                share: (offer.share * 1e6).round() as i64,
            },
            None => return Err(not_due(row)),
        },
        Target::Step(_) | Target::Run(_) if playbook::asks(client, item.target) => {
            return Err(Message::new("not-without-answer").with("client", client.name()));
        }
        Target::Step(step) => {
            let (_, step) = playbooks::step(client, step).ok_or_else(|| not_due(row))?;
            let taken = Taken { channel: step.channel, ..Taken::default() };
            playbooks::take(&model.book, id, step, taken, now)
        }
        Target::Onboarding | Target::BusinessReview => {
            let offer = playbooks::offer(client, model.book.under()).ok_or_else(|| not_due(row))?;
            playbook::begin(model, id, &offer.playbook.name, now)?
        }
        Target::Care(_) | Target::Anniversary | Target::Holiday(_) => greeted(model, id, item, now),
        Target::Renewal(_)
        | Target::Lead
        | Target::Complaint(_)
        | Target::Improvement(_)
        | Target::Run(_)
        | Target::Risk
        | Target::OfDay(_)
        | Target::Opportunity(_) => {
            return Err(Message::new("not-without-answer").with("client", client.name()));
        }
    }])
}

/// The greeting of a client on a care date, as it is sent.
fn greeted(model: &Model, client: Id, item: &Item, now: &Now) -> Action {
    let person = match item.target {
        Target::Care(id) => {
            let dates = model.book.client(client).map(|c| &c.facts.care_dates[..]).unwrap_or_default();
            dates.iter().find(|row| row.id == id).and_then(|row| row.person)
        }
        _ => None,
    };
    model
        .book
        .greet(client, Wish { target: item.target, day: item.due, person, channel: item.channel, note: None, at: now.instant })
}

/// The next step of a case: answered, put right, the client's turn is over. What needs words or a mark is asked for before.
fn next_step(model: &Model, case: &Case, now: &Now) -> Result<Vec<Action>, Message> {
    let kind = case.progress.next_step();
    // Of several marked cases each is put right on its own.
    if model.marks.len() > 1 && kind == CaseEventKind::Resolve {
        return Err(Message::new("not-with-others").with("no", case.row.no));
    }
    if needs_words(case) {
        return Err(Message::new("not-without-words").with("no", case.row.no));
    }
    Ok(vec![event(model, case, kind, now)])
}

/// Whether the next step of a case needs words or a mark: an offer, the follow-up, reopening.
pub fn needs_words(case: &Case) -> bool {
    match case.progress.next_step() {
        CaseEventKind::Propose | CaseEventKind::FollowUp | CaseEventKind::Reopen => true,
        CaseEventKind::Close => case.progress.rating.is_none(),
        _ => false,
    }
}

/// An event of a case, now; an answer and a try are contacts on the channel the case is answered on.
fn event(model: &Model, case: &Case, kind: CaseEventKind, now: &Now) -> Action {
    let speaks = kind.is_answer() || kind == CaseEventKind::Attempt;
    let client = model.book.client(case.client).filter(|_| speaks);
    let channel = client.map(|client| answer_channel(case, client));
    let at = now.instant.max(case.row.opened);
    Action::LogCase(Box::new(NewCaseEvent {
        complaint: case.row.id,
        kind,
        at,
        text: None,
        rating: None,
        promised: None,
        channel,
        minutes: None,
        corrects: None,
        fulfils: channel.filter(|_| kind.is_answer()).and_then(|channel| model.book.fulfilled(case.client, channel, at)),
    }))
}

/// A contact logged on the row of a case: what reached the client is its answer, what did not is a try.
fn log_in_case(model: &Model, case: &Case, draft: &LogDraft, outcome: Outcome, now: &Now) -> Option<Vec<Action>> {
    let kind = match outcome {
        Outcome::Reached if case.progress.status == CaseStatus::Registered => CaseEventKind::Acknowledge,
        Outcome::NoAnswer => CaseEventKind::Attempt,
        _ => return None,
    };
    if draft.direction == Direction::In || case.progress.allows(kind, None).is_err() {
        return None;
    }
    let at = logged_at(draft, now).max(case.row.opened);
    let fulfils = if kind.is_answer() { model.book.fulfilled(case.client, draft.channel, at) } else { None };
    let mut all = vec![Action::LogCase(Box::new(NewCaseEvent {
        complaint: case.row.id,
        kind,
        at,
        text: draft.note.clone(),
        rating: None,
        promised: None,
        channel: Some(draft.channel),
        minutes: None,
        corrects: None,
        fulfils,
    }))];
    all.extend(promised(case.client, &draft.owed, &draft.tags));
    Some(all)
}

/// The moment a pending log names.
fn logged_at(draft: &LogDraft, now: &Now) -> Moment {
    draft.at.unwrap_or_else(|| {
        let day = now.today().plus(-draft.days_back);
        if draft.days_back == 0 { now.instant } else { day.at(now.instant.local(now.zone).time(), now.zone) }
    })
}

/// The channel of an item, else the one its client is spoken to on.
pub fn item_channel(item: &Item, client: &Assessed) -> Channel {
    item.channel.filter(|c| *c != Channel::Unknown).unwrap_or_else(|| usual_channel(client))
}

/// Nobody answered. An agreed moment has then passed without the contact.
fn no_answer(item: &Item, now: &Now) -> Result<Vec<Action>, Message> {
    let (Some(client), Some(channel)) = (item.client, attempt(item)) else { return Err(Message::new("not-no-attempt")) };
    let missed = NewTouch { outcome: Outcome::NoAnswer, ..touch(client, channel, now.instant) };
    let mut actions = vec![Action::LogTouch { touch: Box::new(missed), fulfils: None }];
    if let Target::Appointment(appointment) = item.target {
        actions.push(Action::CancelAppointment { appointment });
    }
    Ok(actions)
}

/// The touch of a finished log.
fn log(model: &Model, client: Id, draft: &LogDraft, outcome: Outcome, again: Option<Moment>, now: &Now) -> Action {
    let mut at = logged_at(draft, now);
    let kept = if outcome == Outcome::Reached { model.book.kept(client, draft.channel, at) } else { None };
    let fulfils = kept.map(|a| a.id);
    let mut minutes = None;
    // Written down in the evening, it took place when it was agreed; a moment that was typed is meant.
    if let Some(agreed) = kept.filter(|a| draft.at.is_none() && a.start.day(now.zone) == at.day(now.zone)) {
        at = if draft.days_back > 0 { agreed.start } else { agreed.start.min(at) };
        minutes = agreed.minutes;
    }
    let (direction, note) = (draft.direction, draft.note.clone());
    let new = NewTouch { outcome, direction, note, again, minutes, ..touch(client, draft.channel, at) };
    Action::LogTouch { touch: Box::new(new), fulfils }
}

/// The day a snooze ends.
pub fn snooze_until(span: SnoozeFor, today: Day) -> Day {
    match span {
        SnoozeFor::Days(n) => today.plus(n),
        SnoozeFor::Months(n) => today.plus_months(n),
        SnoozeFor::Until(day) => day,
    }
}

/// Every item of the row hidden until the day; a batch row hides the mail of each of its clients.
fn snooze(row: &Subject<'_>, item: &Item, until: Day) -> Result<Vec<Action>, Message> {
    Ok(match row.client {
        Some(client) => {
            let targets = row.items.iter().map(|i| i.target).collect();
            vec![Action::Snooze { client: client.id(), targets, until }]
        }
        None => {
            let hide = |client: &Id| Action::Snooze { client: *client, targets: vec![item.target], until };
            item.clients.iter().map(hide).collect()
        }
    })
}

/// A client put off on the list of those at risk, with the signs that were seen.
fn put_off(row: &Subject<'_>, client: &Assessed, until: Day, why: &str) -> Result<Action, Message> {
    if row.id.target != Some(Target::Risk) {
        return Err(Message::new("not-at-risk").with("client", client.name()));
    }
    let signals = told::seen(&client.risk);
    Ok(Action::SnoozeRisk { client: client.id(), until, why: why.to_owned(), signals })
}

/// Whether every row that is meant is a care date.
pub fn is_of_care(model: &Model) -> bool {
    let mut rows = model.subjects().peekable();
    rows.peek().is_some() && rows.all(|row| row.items.first().is_some_and(|i| i.kind == ItemKind::Care))
}

/// This turn of every contact in the row given a miss, with the reason; a care date let pass this year.
fn skip(model: &Model, row: &Subject<'_>, why: &str) -> Result<Vec<Action>, Message> {
    if let Some(item) = row.items.first().filter(|i| i.kind == ItemKind::Care) {
        let clients = item.client.iter().chain(&item.clients);
        return Ok(clients.map(|id| care::skip_care(*id, item.target, item.due)).collect());
    }
    let Some(client) = row.client else { return Err(Message::new("not-a-contact")) };
    let due = |channel: Channel| row.items.iter().any(|i| i.target == Target::Contact(channel));
    let turns: Vec<_> = client.plan.iter().filter(|r| due(r.channel)).map(|r| (r.channel, model.book.next_turn(r))).collect();
    if turns.is_empty() {
        return Err(Message::new("not-a-contact"));
    }
    Ok(vec![Action::Skip { client: client.id(), turns, why: why.to_owned() }])
}

/// The contact of a row agreed for a moment; an appointment is moved, a promise gets another day.
fn reschedule(model: &Model, client: &Assessed, item: Option<&Item>, typed: Typed, now: &Now) -> Result<Action, Message> {
    if let Some(Target::Task(task)) = item.map(|i| i.target) {
        return Ok(act_on_task(task, typed));
    }
    if let Some(Target::Milestone(milestone)) = item.map(|i| i.target) {
        return Ok(Action::EditMilestone { milestone, title: None, due: Some(typed.day), note: None });
    }
    let start = typed.at.unwrap_or_else(|| model.book.time.opening_moment(typed.day, now.zone));
    if start <= now.instant {
        return Err(Message::new("line-past"));
    }
    let replaces = match item.map(|i| i.target) {
        Some(Target::Appointment(id)) => Some(id),
        _ => None,
    };
    let channel = item.map_or_else(|| usual_channel(client), |i| item_channel(i, client));
    let (minutes, place, note) = replaces
        .and_then(|id| client.facts.appointments.iter().find(|a| a.id == id))
        .map(|a| (a.minutes, a.place.clone(), a.note.clone()))
        .unwrap_or_default();
    Ok(Action::AddAppointment { client: client.id(), person: None, channel, start, minutes, place, note, replaces })
}

fn act_on_task(task: Id, typed: Typed) -> Action {
    Action::EditTask {
        task,
        text: None,
        due: Some((typed.day, typed.at)),
        assignee: None,
        kind: None,
        goal: None,
        requirement: None,
    }
}

fn pin(model: &Model, client: Id, tier: Option<Tier>, why: &str, now: &Now) -> Action {
    let review_on = now.today().plus(model.book.policy.tiers.pin_review);
    Action::PinTier { client, tier, why: why.to_owned(), from: now.today(), until: None, review_on }
}

/// The remark stands with the newest contact.
fn flag_touch(client: &Assessed, flag: Option<Flag>) -> Result<Vec<Action>, Message> {
    let touch = client.facts.last_touch.as_ref().ok_or_else(|| Message::new("not-touched-yet"))?;
    Ok(vec![Action::EditTouch {
        touch: touch.id,
        channel: None,
        direction: None,
        outcome: None,
        at: None,
        minutes: None,
        flag: Some(flag),
        note: None,
        person: None,
    }])
}

/// An offered playbook declined.
fn decline(model: &Model, client: &Assessed, item: &Item, why: &str, now: &Now) -> Result<Vec<Action>, Message> {
    let offer = playbooks::offer(client, model.book.under()).filter(|o| o.target == item.target);
    let offer = offer.ok_or_else(|| Message::new("not-offered").with("client", client.name()))?;
    let until = playbooks::declined_until(&offer, now.today());
    Ok(vec![Action::DeclinePlaybook { client: client.id(), target: item.target, until, why: why.to_owned() }])
}

/// What a note promises, and the tags it names.
pub fn promised(client: Id, owed: &[(String, Typed)], tags: &[String]) -> Vec<Action> {
    let tasks = owed.iter().map(|(text, due)| task(client, TaskKind::Own, text.clone(), *due));
    let tags = (!tags.is_empty()).then(|| Action::TagClient { client, add: tags.to_vec(), remove: Vec::new() });
    tasks.chain(tags).collect()
}

/// Something owed, by the user or by the client.
pub fn task(client: Id, kind: TaskKind, text: String, due: Typed) -> Action {
    Action::AddTask(Box::new(NewTask {
        client,
        kind,
        text,
        due: due.day,
        due_at: due.at,
        assignee: None,
        goal: None,
        requirement: None,
    }))
}
