//! The edit form of a client: fields with their errors in place, and only what was changed is written. Typed text is never lost: an
//! error, a refusal or a first Esc leave it standing.

use super::field::Field;
use super::key::{Key, KeyCode};
use super::msg::{After, Effect};
use crate::domain::action::{Action, ClientField, NewPoint};
use crate::domain::day::Now;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::money::{Currency, Money};
use crate::domain::words::*;
use crate::portfolio::Assessed;
use crate::store::ClientDetail;
use crate::text;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the client's field of that name")]
pub enum Holds {
    Name,
    Kind,
    Status,
    Need,
    DoNotMention,
    Industry,
    Region,
    Size,
    Tags,
    Phone,
    Email,
    Channel,
    ResponseHours,
    Potential,
    Fit,
    Budget,
    Since,
    Source,
    Note,
}

impl Holds {
    /// The fields in order.
    const ALL: [Holds; 19] = [
        Holds::Name,
        Holds::Kind,
        Holds::Status,
        Holds::Need,
        Holds::DoNotMention,
        Holds::Industry,
        Holds::Region,
        Holds::Size,
        Holds::Tags,
        Holds::Phone,
        Holds::Email,
        Holds::Channel,
        Holds::ResponseHours,
        Holds::Potential,
        Holds::Fit,
        Holds::Budget,
        Holds::Since,
        Holds::Source,
        Holds::Note,
    ];

    /// The catalogue id of its label.
    pub fn label(self) -> &'static str {
        match self {
            Holds::Name => "form-field-name",
            Holds::Kind => "form-field-kind",
            Holds::Status => "form-field-status",
            Holds::Need => "form-field-need",
            Holds::DoNotMention => "form-field-do-not-mention",
            Holds::Industry => "form-field-industry",
            Holds::Region => "form-field-region",
            Holds::Size => "form-field-size",
            Holds::Tags => "form-field-tags",
            Holds::Phone => "form-field-phone",
            Holds::Email => "form-field-email",
            Holds::Channel => "form-field-channel",
            Holds::ResponseHours => "form-field-response-hours",
            Holds::Potential => "form-field-potential",
            Holds::Fit => "form-field-fit",
            Holds::Budget => "form-field-budget",
            Holds::Since => "form-field-since",
            Holds::Source => "form-field-source",
            Holds::Note => "form-field-note",
        }
    }

    /// The catalogue ids of its choices; empty for text.
    fn choices(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Holds::Kind => vec![("org", "clientkind-org"), ("person", "clientkind-person")],
            Holds::Status => Status::ALL.iter().map(|s| (s.code(), crate::portfolio::explain::status_id(*s))).collect(),
            Holds::Channel => [("", "form-field-none")]
                .into_iter()
                .chain([
                    ("visit", "channel-visit"),
                    ("meeting", "channel-meeting"),
                    ("call", "channel-call"),
                    ("message", "channel-message"),
                    ("email", "channel-email"),
                    ("letter", "channel-letter"),
                ])
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// What is being typed or chosen.
#[derive(Debug, Clone)]
pub enum Input {
    /// Text.
    Text(Field),
    /// One of several: codes with the catalogue ids of their names, and which.
    Choice(Vec<(&'static str, &'static str)>, usize),
}

/// One field.
#[derive(Debug, Clone)]
pub struct FormField {
    /// What it holds.
    pub holds: Holds,
    /// Its present content.
    pub input: Input,
    /// What stood there when the form was opened.
    before: String,
    /// Why it was not taken.
    pub error: Option<Message>,
}

impl FormField {
    fn input(holds: Holds, content: &str) -> Input {
        let choices = holds.choices();
        if choices.is_empty() {
            return Input::Text(Field::new(content));
        }
        let at = choices.iter().position(|c| c.0 == content).unwrap_or(0);
        Input::Choice(choices, at)
    }

    /// The content as text or code.
    pub fn text(&self) -> &str {
        match &self.input {
            Input::Text(field) => field.trimmed(),
            Input::Choice(choices, at) => choices.get(*at).map_or("", |c| c.0),
        }
    }

    /// Whether it was changed.
    pub fn is_changed(&self) -> bool {
        self.text() != self.before
    }
}

/// The form.
#[derive(Debug, Clone)]
pub struct Form {
    /// Whose.
    pub client: Id,
    /// The client's name as it was.
    pub name: String,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The field with the caret.
    pub at: usize,
    /// Esc was pressed once on unsaved text.
    pub warned: bool,
    /// Why it was not saved.
    pub error: Option<Message>,
    /// Why the client is stopped, once it was asked for.
    pub why: Option<String>,
}

fn present(holds: Holds, client: &Assessed, detail: &ClientDetail) -> String {
    let row = &client.facts.client;
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    match holds {
        Holds::Name => row.name.clone(),
        Holds::Kind => row.kind.code().to_owned(),
        Holds::Status => row.status.code().to_owned(),
        Holds::Need => text(&detail.need),
        Holds::DoNotMention => text(&detail.do_not_mention),
        Holds::Industry => text(&row.industry),
        Holds::Region => text(&row.region),
        Holds::Size => text(&row.size),
        Holds::Tags => client.facts.tags.join(", "),
        Holds::Phone | Holds::Email => String::new(),
        Holds::Channel => row.preferred_channel.map(Channel::code).unwrap_or_default().to_owned(),
        Holds::ResponseHours => number(detail.response_hours),
        Holds::Potential => number(row.potential.map(i64::from)),
        Holds::Fit => number(row.fit.map(i64::from)),
        Holds::Budget => row.budget.map(|m| format!("{} {}", m.plain(), m.currency.as_str())).unwrap_or_default(),
        Holds::Since => row.since.to_string(),
        Holds::Source => text(&detail.source),
        // Its line ends stay in the field: they can be deleted there and, as no key types one, never be mistaken for text.
        Holds::Note => text(&detail.note).replace("\r\n", "\n"),
    }
}

impl Form {
    /// The form filled with what is known.
    pub fn new(client: &Assessed, detail: &ClientDetail) -> Form {
        let field = |holds: Holds| {
            let before = present(holds, client, detail);
            let input = FormField::input(holds, &before);
            let before = before.trim().to_owned();
            FormField { holds, input, before, error: None }
        };
        let fields = Holds::ALL.into_iter().map(field).collect();
        Form { client: client.id(), name: client.name().to_owned(), fields, at: 0, warned: false, error: None, why: None }
    }

    /// Whether anything was changed.
    pub fn is_dirty(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// Whether it stops the client, which needs a reason.
    pub fn is_stopping(&self) -> bool {
        self.fields.iter().any(|f| f.holds == Holds::Status && f.is_changed() && f.text() == Status::Stopped.code())
    }

    /// Moves the caret to another field.
    pub fn step(&mut self, n: isize) {
        let count = self.fields.len() as isize;
        self.at = (self.at as isize + n).rem_euclid(count.max(1)) as usize;
    }

    /// A key that is no command of the form.
    pub fn key(&mut self, key: Key) {
        self.warned = false;
        let Some(field) = self.fields.get_mut(self.at) else { return };
        match &mut field.input {
            Input::Text(text) => {
                if text.key(key) {
                    field.error = None;
                }
            }
            Input::Choice(choices, at) => {
                let count = choices.len();
                match key.code {
                    KeyCode::Left => *at = (*at + count - 1) % count,
                    KeyCode::Right | KeyCode::Char(' ') => *at = (*at + 1) % count,
                    KeyCode::Char(c) => {
                        let next = |i: &usize| choices[*i].0.starts_with(c.to_ascii_lowercase());
                        if let Some(i) = (*at + 1..count).chain(0..count).find(next) {
                            *at = i;
                        }
                    }
                    _ => {}
                }
                field.error = None;
            }
        }
    }

    /// Pasted text goes into the field with the caret.
    pub fn paste(&mut self, text: &str) {
        if let Some(FormField { input: Input::Text(field), .. }) = self.fields.get_mut(self.at) {
            field.paste(text);
        }
    }

    /// Compares with what the book says now: fields that somebody else changed meanwhile show both, and the next save replaces them.
    pub fn check(&mut self, client: &Assessed, detail: &ClientDetail) -> Result<(), Message> {
        let mut bad = None;
        for (n, field) in self.fields.iter_mut().enumerate() {
            let now = present(field.holds, client, detail).trim().to_owned();
            if now == field.before {
                continue;
            }
            let theirs = std::mem::replace(&mut field.before, now.clone());
            if field.text() == theirs {
                field.input = FormField::input(field.holds, &now);
            } else if field.is_changed() {
                let both = if now.is_empty() {
                    Message::new("form-meanwhile-empty")
                } else {
                    Message::new("form-meanwhile").with("value", text::one_line(&now).into_owned())
                };
                field.error = Some(both);
                bad = bad.or(Some(n));
            }
        }
        match bad {
            Some(n) => {
                self.at = n;
                Err(Message::new("form-changed-meanwhile"))
            }
            None => Ok(()),
        }
    }

    /// What the changes are as one action; `Ok(None)` when there is nothing to write. Errors are set at their fields.
    pub fn save(&mut self, currency: Currency, now: &Now) -> Result<Option<Effect>, Message> {
        let mut changed = Vec::new();
        let mut points = Vec::new();
        let mut tags: Option<(Vec<String>, Vec<String>)> = None;
        let mut bad: Option<usize> = None;
        for (n, field) in self.fields.iter_mut().enumerate() {
            field.error = None;
            if !field.is_changed() {
                continue;
            }
            let text = field.text().to_owned();
            match (field.holds, read(field.holds, &text, currency, now)) {
                (_, Err(error)) => {
                    field.error = Some(error);
                    bad = bad.or(Some(n));
                }
                (Holds::Tags, _) => {
                    let split = |t: &str| -> Vec<String> {
                        t.replace(" #", ",")
                            .split([',', '，', '、'])
                            .map(|t| t.trim())
                            .map(|t| t.trim_start_matches(['#', '＃']).to_owned())
                            .filter(|t| !t.is_empty())
                            .collect()
                    };
                    let (old, new) = (split(&field.before), split(&text));
                    let add: Vec<String> = new.iter().filter(|t| !old.contains(t)).cloned().collect();
                    let remove: Vec<String> = old.iter().filter(|t| !new.contains(t)).cloned().collect();
                    // A comma or blank more or less is no change of the tags.
                    tags = (!add.is_empty() || !remove.is_empty()).then_some((add, remove));
                }
                (Holds::Phone, _) => points.push(NewPoint { kind: PointKind::Phone, value: text, label: None }),
                (Holds::Email, _) => points.push(NewPoint { kind: PointKind::Email, value: text, label: None }),
                (_, Ok(value)) => changed.extend(value),
            }
        }
        if let Some(n) = bad {
            self.at = n;
            return Err(Message::new("form-not-saved"));
        }
        let mut actions = Vec::new();
        if !changed.is_empty() || !points.is_empty() {
            let why = self.why.clone().filter(|_| self.is_stopping());
            actions.push(Action::EditClient { client: self.client, fields: changed, points, tags: Vec::new(), why });
        }
        if let Some((add, remove)) = tags {
            actions.push(Action::TagClient { client: self.client, add, remove });
        }
        let action = if actions.len() > 1 { Some(Action::Together(actions)) } else { actions.pop() };
        Ok(action.map(|a| Effect::Apply(a, After::Stay)))
    }
}

/// Reads one field; `Ok(None)` for the fields that are not columns.
fn read(holds: Holds, text: &str, currency: Currency, now: &Now) -> Result<Option<ClientField>, Message> {
    let maybe = (!text.is_empty()).then(|| text.to_owned());
    let bad = |id: &'static str| Err(Message::new(id));
    let mark = || match text {
        "" => Ok(None),
        _ => text.parse::<u8>().ok().filter(|n| (1..=5).contains(n)).map(Some).ok_or_else(|| Message::new("form-mark")),
    };
    Ok(Some(match holds {
        Holds::Name if text.is_empty() => return bad("form-no-name"),
        Holds::Name => ClientField::Name(text.to_owned()),
        Holds::Kind => match ClientKind::parse(text) {
            Some(kind) => ClientField::Kind(kind),
            None => return Ok(None),
        },
        Holds::Status => match Status::parse(text) {
            Some(status) => ClientField::Status(status, now.today()),
            None => return Ok(None),
        },
        Holds::Need => ClientField::Need(maybe),
        Holds::DoNotMention => ClientField::DoNotMention(maybe),
        Holds::Industry => ClientField::Industry(maybe),
        Holds::Region => ClientField::Region(maybe),
        Holds::Size => ClientField::Size(maybe),
        Holds::Channel => ClientField::PreferredChannel(Channel::parse(text)),
        Holds::ResponseHours => match text {
            "" => ClientField::ResponseHours(None),
            _ => match text.parse::<i64>().ok().filter(|n| (1..=9999).contains(n)) {
                Some(hours) => ClientField::ResponseHours(Some(hours)),
                None => return bad("form-hours"),
            },
        },
        Holds::Potential => ClientField::Potential(mark()?),
        Holds::Fit => ClientField::Fit(mark()?),
        Holds::Budget => match text {
            "" => ClientField::Budget(None),
            _ => match Money::read(text, currency).filter(|m| m.minor >= 0) {
                Some(money) => ClientField::Budget(Some(money)),
                None => return bad("form-amount"),
            },
        },
        Holds::Since => ClientField::Since(super::dates::back(text, now)?.day),
        Holds::Source => ClientField::Source(maybe),
        Holds::Note => ClientField::Note(maybe),
        Holds::Email if !text.contains('@') => return bad("form-email"),
        Holds::Tags | Holds::Phone | Holds::Email => return Ok(None),
    }))
}
