//! The one-line dialog: a note, a date, a path, a new client, lead or promise. What was understood is shown while it is typed; what
//! was not keeps the text and says why.

use super::dates::{self, Typed};
use super::deed::{self, Deed};
use super::dialog::Dialog;
use super::field::Field;
use super::model::{Logged, Model, Prefix};
use super::msg::{After, Effect, SnoozeFor};
use super::{act, case_entry, entry, playbook, visits};
use crate::domain::action::{Action, ClientField, NewClient, NewComplaint, OpportunityChanges};
use crate::domain::day::{Day, Moment, Now};
use crate::domain::facts::EngagementRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::target::Target;
use crate::domain::words::{
    CaseEventKind, CaseStatus, Channel, ClientKind, InvestmentKind, Outcome, RunEnd, Stage, Status, StepKind, SurveyKind,
    TaskKind, Tier,
};
use crate::domain::zone::parse_zone;
use crate::portfolio::cases::cause_words;
use crate::portfolio::loss::reason_words;
use crate::portfolio::playbooks::Taken;
use crate::portfolio::projects;
use crate::portfolio::value::decided;

/// What the line is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// A note on what was just logged.
    Note(Logged),
    /// A note on the client.
    ClientNote(Id),
    /// The note of a pending log.
    LogNote,
    /// The moment of a pending log.
    LogMoment,
    /// When to speak again; finishes a pending log.
    LogAgain,
    /// The day a snooze ends.
    SnoozeDate,
    /// Why the clients of the rows are put off for so long on the list of those at risk.
    RiskWhy(SnoozeFor),
    /// The agreed day or moment.
    Reschedule,
    /// The reason of a skip.
    SkipWhy,
    /// Why the client of the form below is stopped; saves the form.
    StopWhy,
    /// A new client or lead.
    NewClient(Status),
    /// Something owed by the user or (`Waiting`) by the client of the row, due today when no day is typed.
    Owed(TaskKind),
    /// The day the plan of the row's client goes on.
    Pause,
    /// Why the client of the row has this tier whatever is computed.
    PinWhy(Tier),
    /// Why the client of the row is lost, beside the code that was chosen.
    LostWhy(String),
    /// Why a client that was lost is served again.
    ReturnWhy(Id),
    /// Why so much is put into the client of the row.
    InvestWhy(InvestmentKind),
    /// Why the client of the row is not served any more.
    LetGoWhy,
    /// The next notice date of an engagement that was talked about.
    NextNotice {
        /** Whose. */
        client: Id,
        /** Which, as it stands. */
        row: Box<EngagementRow>,
        /** How they talked. */
        channel: Channel,
    },
    /// The next step with a lead that was reached.
    NextStep {
        /** Whom. */
        client: Id,
        /** How. */
        channel: Channel,
    },
    /// Why possible work is lost.
    ProspectLost {
        /** Whose. */
        client: Id,
        /** Which. */
        opportunity: Id,
    },
    /// The day a signature is expected or a milestone is due.
    CardDay {
        /** Whose. */
        client: Id,
        /** Which. */
        target: Target,
    },
    /// A new case of a client.
    Complaint(Id),
    /// The path of a file that shows what happened in this case.
    Evidence(Id),
    /// What was said with an event of the row's case.
    CaseEvent(CaseEventKind),
    /// What a step of a playbook wants: the reason, the remedy and its cost, a mark with words.
    Step {
        /** Whose. */
        client: Id,
        /** Which. */
        step: Id,
        /** What it wants. */
        kind: StepKind,
        /** The currency of a cost, and what the client is expected to bring. */
        money: (Currency, Option<Money>),
    },
    /// Why a step is left out.
    StepSkip {
        /** Whose. */
        client: Id,
        /** Which. */
        step: Id,
    },
    /// Why the playbook offered in the row is not wanted.
    Decline,
    /// Why a playbook is broken off; may stay empty.
    StopRun {
        /** Whose. */
        client: Id,
        /** Which. */
        run: Id,
    },
    /// The time of another visit on this day.
    Visit {
        /** Whom. */
        client: Id,
        /** The day. */
        day: Day,
    },
    /// The zone of the file.
    Zone,
}

impl Purpose {
    /// Whether the line acts on the selected row instead of naming what it is about.
    pub fn is_of_row(&self) -> bool {
        use Purpose::*;
        matches!(
            self,
            LogNote
                | LogMoment
                | LogAgain
                | SnoozeDate
                | RiskWhy(_)
                | Reschedule
                | SkipWhy
                | Owed(_)
                | Pause
                | PinWhy(_)
                | InvestWhy(_)
                | LetGoWhy
                | LostWhy(_)
                | CaseEvent(_)
                | Decline
        )
    }
}

/// A line being typed.
#[derive(Debug, Clone)]
pub struct Line {
    /// What for.
    pub purpose: Purpose,
    /// The text.
    pub field: Field,
    /// Why it was not taken.
    pub error: Option<Message>,
    /// What was understood so far.
    pub parts: Vec<Message>,
    /// Esc was pressed once on a long note.
    pub warned: bool,
    /// The causes that a new case can have: code and words.
    pub causes: Vec<(String, String)>,
}

impl Line {
    /// An empty line.
    pub fn new(purpose: Purpose) -> Line {
        Line { purpose, field: Field::default(), error: None, parts: Vec::new(), warned: false, causes: Vec::new() }
    }

    /// Whether it is a note, which may be long.
    pub fn is_note(&self) -> bool {
        matches!(self.purpose, Purpose::Note(_) | Purpose::ClientNote(_) | Purpose::LogNote)
    }

    /// The words in front of it.
    pub fn prompt(&self, model: &Model) -> Message {
        let of = |id: &'static str, client: &Id| {
            Message::new(id).with("client", model.book.client(*client).map(|c| c.name().to_owned()).unwrap_or_default())
        };
        let of_rows = |id| deed::about(model, id);
        match &self.purpose {
            Purpose::Note(logged) => of("line-note", &logged.client),
            Purpose::ClientNote(client) => of("line-client-note", client),
            Purpose::LogNote => Message::new("line-log-note"),
            Purpose::LogMoment => Message::new("line-log-moment"),
            Purpose::LogAgain => Message::new("line-log-again"),
            Purpose::SnoozeDate => Message::new("line-snooze"),
            Purpose::RiskWhy(span) => of_rows("line-put-off").with("day", act::snooze_until(*span, model.book.now.today())),
            Purpose::Reschedule => Message::new("line-reschedule"),
            Purpose::SkipWhy => Message::new("line-skip-why"),
            Purpose::StopWhy => Message::new("line-stop-why"),
            Purpose::NewClient(Status::Lead) => Message::new("line-new-lead"),
            Purpose::NewClient(_) => Message::new("line-new-client"),
            Purpose::Owed(TaskKind::Waiting) => of_rows("line-waiting"),
            Purpose::Owed(_) => of_rows("line-promise"),
            Purpose::Pause => of_rows("line-pause"),
            Purpose::PinWhy(tier) => of_rows("line-pin-why").with("tier", *tier),
            Purpose::LostWhy(code) => of_rows("line-lost-why").with("reason", reason_words(code)),
            Purpose::ReturnWhy(client) => of("line-return-why", client),
            Purpose::InvestWhy(kind) => of_rows("line-invest-why").with("what", decided(*kind)),
            Purpose::LetGoWhy => of_rows("line-let-go-why"),
            Purpose::Complaint(client) => of("line-complaint", client),
            Purpose::Evidence(case) => {
                let no = model.book.cases().find(|c| c.row.id == *case).map_or(0, |c| c.row.no);
                Message::new("line-evidence").with("no", no)
            }
            Purpose::CaseEvent(kind) => Message::new(match kind {
                CaseEventKind::Propose => "line-case-propose",
                CaseEventKind::Reject => "line-case-reject",
                CaseEventKind::Resolve => "line-case-resolve",
                CaseEventKind::Reopen => "line-case-reopen",
                _ => "line-case-note",
            })
            .with("no", case_numbers(model)),
            Purpose::NextNotice { client, .. } => of("line-next-notice", client),
            Purpose::NextStep { client, .. } => of("line-next-step", client),
            Purpose::ProspectLost { client, .. } => of("line-prospect-lost", client),
            Purpose::CardDay { client, target: Target::Milestone(_) } => of("line-milestone-day", client),
            Purpose::CardDay { client, .. } => of("line-close-day", client),
            Purpose::Step { client, kind: StepKind::Remedy, money: (_, Some(expected)), .. } => {
                of("line-step-remedy", client).with("expected", *expected)
            }
            Purpose::Step { client, kind, .. } => of(
                match kind {
                    StepKind::Mark => "line-step-mark",
                    StepKind::Remedy => "line-step-remedy-only",
                    _ => "line-step-reason",
                },
                client,
            ),
            Purpose::StepSkip { client, .. } => of("line-step-skip", client),
            Purpose::Decline => of_rows("line-decline"),
            Purpose::StopRun { client, .. } => of("line-stop-run", client),
            Purpose::Visit { client, day } => of("line-visit", client).with("day", *day),
            Purpose::Zone => Message::new("line-zone"),
        }
    }

    /// An example of what can be typed, shown while the line is empty.
    pub fn example(&self) -> Message {
        Message::new(match &self.purpose {
            Purpose::Note(_) | Purpose::ClientNote(_) | Purpose::LogNote => "example-note",
            Purpose::LogMoment => "example-past",
            Purpose::LogAgain | Purpose::Reschedule => "example-moment",
            Purpose::NextNotice { row, .. } => {
                if let Some(day) = projects::next_notice(row) {
                    return Message::new("example-notice").with("day", day);
                }
                "example-day"
            }
            Purpose::ProspectLost { .. } => "example-prospect-lost",
            Purpose::Visit { .. } => "example-time",
            Purpose::SnoozeDate | Purpose::Pause | Purpose::CardDay { .. } => "example-day",
            Purpose::SkipWhy | Purpose::StopWhy => "example-why",
            Purpose::RiskWhy(_) => "example-put-off",
            Purpose::PinWhy(_) => "example-pin",
            Purpose::LostWhy(_) => "example-lost",
            Purpose::ReturnWhy(_) => "example-return",
            Purpose::InvestWhy(_) | Purpose::LetGoWhy => "example-invest",
            Purpose::NewClient(_) => "example-client",
            Purpose::Complaint(_) => "example-complaint",
            Purpose::Evidence(_) => "example-evidence",
            Purpose::CaseEvent(CaseEventKind::Propose) => "example-case-propose",
            Purpose::CaseEvent(CaseEventKind::Note) => "example-note",
            Purpose::CaseEvent(_) => "example-case-words",
            Purpose::Owed(_) => "example-promise",
            Purpose::NextStep { .. } => "example-next-step",
            Purpose::Step { kind: StepKind::Remedy, .. } => "example-remedy",
            Purpose::Step { kind: StepKind::Mark, .. } => "example-mark",
            Purpose::Step { .. } => "example-reason",
            Purpose::StepSkip { .. } | Purpose::Decline | Purpose::StopRun { .. } => "example-why",
            Purpose::Zone => "example-zone",
        })
    }

    /// Reads the text again after a change.
    pub fn read(&mut self, now: &Now) {
        (self.error, self.warned) = (None, false);
        let text = self.field.trimmed();
        let date = |id, typed: Result<Typed, Message>| typed.map(|t| vec![entry::day_part(id, t)]).unwrap_or_default();
        self.parts = match &self.purpose {
            _ if text.is_empty() => Vec::new(),
            Purpose::LogMoment => date("part-at", dates::back(text, now)),
            Purpose::LogAgain | Purpose::Reschedule => date("part-on", dates::ahead(text, now)),
            Purpose::Visit { day, .. } => date("part-on", visits::moment(text, *day, now)),
            Purpose::SnoozeDate | Purpose::Pause => date("part-until", dates::ahead(text, now)),
            Purpose::CardDay { .. } => date("part-on", dates::ahead(text, now)),
            Purpose::NextNotice { row, .. } => {
                let day = dates::ahead(text, now);
                let until =
                    day.as_ref().ok().and_then(|typed| projects::renewed(row, typed.day).end).filter(|e| row.end != Some(*e));
                let until = until.map(|end| Message::new("part-runs-until").with("day", end));
                date("part-due", day).into_iter().chain(until).collect()
            }
            Purpose::Note(_) | Purpose::LogNote => entry::note(text, now).parts(),
            Purpose::Step { kind: StepKind::Remedy, money: (currency, expected), .. } => {
                let of = |cost: Option<Money>| match (cost, expected) {
                    (Some(cost), Some(all)) => Message::new("part-cost-of").with("cost", cost).with("expected", *all),
                    (Some(cost), None) => Message::new("part-cost").with("cost", cost),
                    (None, _) => Message::new("part-no-cost"),
                };
                match playbook::remedy(text, *currency) {
                    Ok((words, cost)) => vec![Message::new("part-remedy").with("value", words), of(cost)],
                    Err(why) => vec![why],
                }
            }
            Purpose::Step { kind: StepKind::Mark, .. } => match playbook::marked(text) {
                Ok((mark, _)) => vec![Message::new("part-mark").with("mark", u32::from(mark))],
                Err(_) => Vec::new(),
            },
            Purpose::NewClient(_) => entry::parse(text, now).parts(),
            Purpose::Complaint(_) => case_entry::parse(text, &self.causes, now).parts(),
            Purpose::CaseEvent(CaseEventKind::Propose) => {
                let promised = case_entry::offer(text, now).ok().and_then(|(_, promised)| promised);
                promised.map(|due| entry::day_part("part-promised", due)).into_iter().collect()
            }
            Purpose::Owed(_) | Purpose::NextStep { .. } => {
                let (what, due) = entry::promise(text, now);
                let what = (!what.is_empty()).then(|| Message::new("part-step").with("value", what));
                what.into_iter().chain(due.map(entry::due_part)).collect()
            }
            _ => Vec::new(),
        };
    }

    /// Takes the line; an error keeps it open with its text.
    pub fn submit(&self, model: &mut Model, now: &Now) -> Result<Vec<Effect>, Message> {
        let text = self.field.trimmed();
        let moment =
            |typed: Typed, model: &Model| typed.at.unwrap_or_else(|| model.book.time.opening_moment(typed.day, now.zone));
        match &self.purpose {
            Purpose::Note(logged) => {
                need(text)?;
                let note = entry::note(text, now);
                let mut actions = Vec::new();
                if !note.text.is_empty() {
                    actions.push(Action::NoteTouch { touch: logged.touch, note: note.text });
                }
                actions.extend(act::promised(logged.client, &note.owed, &note.tags));
                let action = if actions.len() == 1 { actions.remove(0) } else { Action::Together(actions) };
                Ok(vec![Effect::Apply(action, After::Stay)])
            }
            Purpose::ClientNote(client) => client_note(model, *client, text),
            Purpose::LogNote => {
                if let Some(Prefix::Log(draft)) = &mut model.prefix {
                    let note = entry::note(text, now);
                    draft.note = (!note.text.is_empty()).then_some(note.text);
                    (draft.owed, draft.tags) = (note.owed, note.tags);
                    draft.typed = text.to_owned();
                }
                Ok(Vec::new())
            }
            Purpose::LogMoment => {
                let typed = dates::back(text, now)?;
                let at = typed.at.unwrap_or_else(|| at_this_time(typed.day, now));
                if typed.day > now.today() || at > now.instant {
                    return Err(Message::new("line-not-past"));
                }
                if let Some(Prefix::Log(draft)) = &mut model.prefix {
                    draft.at = Some(at);
                }
                Ok(Vec::new())
            }
            Purpose::LogAgain => {
                let again = moment(dates::ahead(text, now)?, model);
                if again <= now.instant {
                    return Err(Message::new("line-past"));
                }
                match model.prefix.clone() {
                    Some(Prefix::Log(draft)) => {
                        let deed = Deed::Log { draft, outcome: Outcome::Callback, again: Some(again) };
                        let effects = deed::attempt(model, deed, now)?;
                        model.prefix = None;
                        Ok(effects)
                    }
                    _ => Ok(Vec::new()),
                }
            }
            Purpose::SnoozeDate => {
                let day = dates::ahead(text, now)?.day;
                if day <= now.today() {
                    return Err(Message::new("line-past"));
                }
                if model.is_of_risk() {
                    // The reason is asked for next.
                    model.open_line(Line::new(Purpose::RiskWhy(SnoozeFor::Until(day))));
                    return Ok(Vec::new());
                }
                deed::attempt(model, Deed::Snooze(SnoozeFor::Until(day)), now)
            }
            Purpose::Reschedule => {
                let typed = dates::ahead(text, now)?;
                deed::attempt(model, Deed::Reschedule(typed), now)
            }
            Purpose::RiskWhy(span) => {
                need(text)?;
                deed::attempt(model, Deed::PutOff(*span, text.to_owned()), now)
            }
            Purpose::SkipWhy => {
                need(text)?;
                deed::attempt(model, Deed::Skip(text.to_owned()), now)
            }
            Purpose::StopWhy => {
                need(text)?;
                if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
                    form.why = Some(text.to_owned());
                }
                Ok(super::run::finish_form(model, now))
            }
            Purpose::NewClient(status) => new_client(model, *status, text, now),
            Purpose::Owed(kind) => {
                let (what, due) = entry::promise(text, now);
                need(&what)?;
                let due = due.unwrap_or(Typed { day: now.today(), at: None });
                deed::attempt(model, Deed::Owed(*kind, what, due), now)
            }
            Purpose::Pause => deed::attempt(model, Deed::Pause(dates::ahead(text, now)?.day), now),
            Purpose::PinWhy(tier) => {
                need(text)?;
                deed::attempt(model, Deed::Pin(Some(*tier), text.to_owned()), now)
            }
            Purpose::LostWhy(code) => {
                need(text)?;
                deed::attempt(model, Deed::Lose(code.clone(), text.to_owned()), now)
            }
            Purpose::ReturnWhy(client) => {
                need(text)?;
                let fields = vec![ClientField::Status(Status::Active, now.today())];
                let why = Some(text.to_owned());
                let action = Action::EditClient { client: *client, fields, points: Vec::new(), tags: Vec::new(), why };
                Ok(vec![Effect::Apply(action, After::Stay)])
            }
            Purpose::InvestWhy(kind) => {
                need(text)?;
                deed::attempt(model, Deed::Invest(Some(*kind), text.to_owned()), now)
            }
            Purpose::LetGoWhy => {
                need(text)?;
                deed::attempt(model, Deed::LetGo(text.to_owned()), now)
            }
            Purpose::NextNotice { client, row, channel } => {
                // Enter alone is the same term again.
                let day = match projects::next_notice(row).filter(|_| text.is_empty()) {
                    Some(day) => day,
                    None => dates::ahead(text, now)?.day,
                };
                let renewed = projects::renewed(row, day);
                let talked = Action::LogTouch { touch: Box::new(act::touch(*client, *channel, now.instant)), fulfils: None };
                let next = Action::EditEngagement {
                    engagement: row.id,
                    title: None,
                    end: (renewed.end != row.end).then_some(renewed.end),
                    notice: Some(Some(day)),
                    renew: (renewed.renew != row.renew).then_some(renewed.renew),
                    status: None,
                    kind: None,
                    start: None,
                    report_every: None,
                };
                Ok(vec![Effect::Apply(Action::Together(vec![talked, next]), After::MoveOn)])
            }
            Purpose::ProspectLost { opportunity, .. } => {
                need(text)?;
                let why = Some(text.to_owned());
                let changes = OpportunityChanges { stage: Some(Stage::Lost), why, ..OpportunityChanges::default() };
                let action = Action::EditOpportunity { opportunity: *opportunity, changes: Box::new(changes) };
                Ok(vec![Effect::Apply(action, After::Stay)])
            }
            Purpose::CardDay { target, .. } => {
                let day = dates::ahead(text, now)?.day;
                let action = match *target {
                    Target::Milestone(milestone) => {
                        Action::EditMilestone { milestone, title: None, due: Some(day), note: None }
                    }
                    Target::Opportunity(opportunity) => {
                        let changes = OpportunityChanges { close: Some(Some(day)), ..OpportunityChanges::default() };
                        Action::EditOpportunity { opportunity, changes: Box::new(changes) }
                    }
                    _ => return Err(Message::new("not-here")),
                };
                Ok(vec![Effect::Apply(action, After::Stay)])
            }
            Purpose::NextStep { client, channel } => {
                let (what, due) = entry::promise(text, now);
                need(&what)?;
                let due = due.ok_or_else(|| Message::new("line-no-date"))?;
                let reached = Action::LogTouch { touch: Box::new(act::touch(*client, *channel, now.instant)), fulfils: None };
                // Behind the board the list stays where it is.
                let on_board = model.dialogs.iter().any(|d| matches!(d, Dialog::Board(_)));
                let after = if on_board { After::Stay } else { After::MoveOn };
                let next = act::task(*client, TaskKind::Own, what, due);
                Ok(vec![Effect::Apply(Action::Together(vec![reached, next]), after)])
            }
            Purpose::Complaint(client) => complaint(model, *client, text, now),
            Purpose::Evidence(case) => {
                need(text)?;
                Ok(vec![Effect::Attach(*case, text.to_owned())])
            }
            Purpose::CaseEvent(kind) => {
                if matches!(kind, CaseEventKind::Propose | CaseEventKind::Note) {
                    need(text)?;
                }
                let (text, promised) = match kind {
                    CaseEventKind::Propose => case_entry::offer(text, now)?,
                    _ => (text.to_owned(), None),
                };
                let said = (!text.is_empty()).then_some(text);
                // A day alone lasts until its closing.
                let end = |typed: Typed| typed.at.unwrap_or_else(|| model.book.time.closing_moment(typed.day, now.zone));
                let promised = promised.map(end);
                if promised.is_some_and(|at| at <= now.instant) {
                    return Err(Message::new("line-past"));
                }
                deed::attempt(model, Deed::Case(*kind, said, promised, None), now)
            }
            Purpose::Step { client, step, kind, money } => {
                need(text)?;
                let taken = match kind {
                    StepKind::Remedy => {
                        let (words, cost) = playbook::remedy(text, money.0)?;
                        need(&words)?;
                        Taken { note: Some(words), cost, ..Taken::default() }
                    }
                    StepKind::Mark => {
                        let (mark, words) = playbook::marked(text)?;
                        let note = (!words.is_empty()).then_some(words);
                        Taken { note, mark: Some((SurveyKind::Csat, mark)), ..Taken::default() }
                    }
                    _ => Taken { note: Some(text.to_owned()), ..Taken::default() },
                };
                Ok(playbook::taken(model, *client, *step, taken, now))
            }
            Purpose::StepSkip { step, .. } => {
                need(text)?;
                let action = Action::LogStep { step: *step, skipped: true, note: Some(text.to_owned()), cost: None };
                Ok(vec![Effect::Apply(action, playbook::after(model))])
            }
            Purpose::Decline => {
                need(text)?;
                deed::attempt(model, Deed::Decline(text.to_owned()), now)
            }
            Purpose::StopRun { run, .. } => {
                let note = (!text.is_empty()).then(|| text.to_owned());
                let action = Action::EndPlaybook { run: *run, how: RunEnd::Stopped, note };
                Ok(vec![Effect::Apply(action, playbook::after(model))])
            }
            Purpose::Visit { client, day } => visits::agree(model, *client, *day, text, now),
            Purpose::Zone => {
                let zone = parse_zone(text).ok_or_else(|| Message::new("line-no-zone").with("text", text))?;
                Ok(vec![Effect::Apply(Action::SetZone { zone: zone.name().to_owned() }, After::Stay)])
            }
        }
    }
}

fn need(text: &str) -> Result<(), Message> {
    if text.trim().is_empty() { Err(Message::new("line-empty")) } else { Ok(()) }
}

/// A past day without a time: at the time it is now, which is never ahead.
fn at_this_time(day: Day, now: &Now) -> Moment {
    day.at(now.instant.local(now.zone).time(), now.zone).min(now.instant)
}

/// Adds to the client's note on a line of its own.
fn client_note(model: &Model, client: Id, text: &str) -> Result<Vec<Effect>, Message> {
    need(text)?;
    let Some(Some(detail)) = model.details.get(&client) else { return Err(Message::new("line-not-read")) };
    let note = match detail.note.as_deref().map(str::trim_end).filter(|n| !n.is_empty()) {
        Some(before) => format!("{before}\n{text}"),
        None => text.to_owned(),
    };
    let fields = vec![ClientField::Note(Some(note))];
    let action = Action::EditClient { client, fields, points: Vec::new(), tags: Vec::new(), why: None };
    Ok(vec![Effect::Apply(action, After::Stay)])
}

/// The number of the case that is meant, or how many are.
fn case_numbers(model: &Model) -> Message {
    let numbers: Vec<i64> = model.subjects().filter_map(|s| s.case).map(|c| c.row.no).collect();
    match &numbers[..] {
        [one] => Message::new("case-number").with("no", *one),
        many => Message::new("case-numbers").with("count", many.len()),
    }
}

/// The causes of the policy with the words for them.
pub fn causes(model: &Model) -> Vec<(String, String)> {
    let words = |code: &String| model.words.say(&cause_words(code), &model.book.now);
    model.book.policy.complaints.causes.iter().map(|code| (code.clone(), words(code))).collect()
}

/// A case is opened under the client's tier of today.
fn complaint(model: &Model, client: Id, text: &str, now: &Now) -> Result<Vec<Effect>, Message> {
    let parsed = case_entry::parse(text, &causes(model), now);
    if let Some(why) = parsed.unread {
        return Err(why);
    }
    need(&parsed.text)?;
    let tier = model.book.client(client).and_then(|c| c.tier.tier);
    let new = NewComplaint {
        client,
        person: None,
        kind: parsed.kind,
        complex: parsed.complex,
        opened: parsed.opened.unwrap_or(now.instant),
        channel: parsed.channel,
        text: parsed.text,
        demand: None,
        cause: parsed.cause,
        tier,
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    };
    Ok(vec![Effect::Apply(Action::OpenComplaint(Box::new(new)), After::SelectCase)])
}

fn new_client(model: &Model, status: Status, text: &str, now: &Now) -> Result<Vec<Effect>, Message> {
    let parsed = entry::parse(text, now);
    if parsed.name.is_empty() {
        return Err(Message::new("line-no-name"));
    }
    let words = (!parsed.text.is_empty()).then_some(parsed.text);
    let (need, task) = match parsed.due {
        Some(due) => (None, Some((words.unwrap_or_else(|| model.words.get("task-follow-up")), due.day, due.at))),
        None => (words, None),
    };
    let new = NewClient {
        name: parsed.name,
        kind: ClientKind::Org,
        status,
        industry: None,
        region: None,
        size: None,
        need,
        need_type: None,
        since: now.today(),
        points: parsed.points,
        tags: parsed.tags,
        potential: None,
        fit: None,
        budget: None,
        quiet: None,
        language: None,
        culture: None,
        source: None,
        note: None,
        person: parsed.person,
        task,
    };
    Ok(vec![Effect::Apply(Action::AddClient(Box::new(new)), After::SelectNew)])
}
