//! Another visit on the same way: who of the region has one due, in front of the calendar; Enter asks for the time and agrees on it. Who
//! is near and when there is time is `portfolio::visits`' to say, how it is drawn the view's.

use super::command::{Do, shown_key};
use super::dates;
use super::dialog::Dialog;
use super::field::Field;
use super::key::{Key, KeyCode};
use super::line::{Line, Purpose};
use super::model::Model;
use super::msg::{After, Effect};
use crate::domain::action::Action;
use crate::domain::day::{Day, Now};
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::words::Channel;
use crate::portfolio::visits::{Near, VisitDay, near_client};
use crate::store::Applied;

/// The panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Visits {
    /// The day, its visits and who is near.
    pub of: VisitDay,
    /// The selected row.
    pub selected: usize,
}

impl Visits {
    /// Moves the selection.
    pub fn step(&mut self, n: isize) {
        self.selected = self.selected.saturating_add_signed(n).min(self.of.near.len().saturating_sub(1));
    }

    /// Selects a row; `true` when it was selected already.
    pub fn pick(&mut self, n: usize) -> bool {
        n < self.of.near.len() && std::mem::replace(&mut self.selected, n) == n
    }

    /// The selected row.
    pub fn near(&self) -> Option<&Near> {
        self.of.near.get(self.selected)
    }
}

/// The panel, where it stands in front.
pub fn front(model: &Model) -> Option<&Visits> {
    match model.dialogs.last() {
        Some(Dialog::Visits(panel)) => Some(panel),
        _ => None,
    }
}

/// Opens it over the day in front of the calendar.
pub fn open(model: &mut Model) {
    let of = VisitDay::of(&model.book, model.calendar.day);
    if of.visits.is_empty() {
        model.error = Some(Message::new("not-a-visit-day").with("day", of.day));
    } else if of.regions.is_empty() {
        let client = of.visits.first().and_then(|v| model.book.client(v.client)).map(|c| c.name().to_owned());
        model.error = Some(Message::new("not-a-region").with("client", client.unwrap_or_default()));
    } else {
        model.dialogs.push(Dialog::Visits(Box::new(Visits { of, selected: 0 })));
    }
}

/// The book changed: a panel in front looks again.
pub fn renew(model: &mut Model) {
    for dialog in &mut model.dialogs {
        if let Dialog::Visits(panel) = dialog {
            panel.of = VisitDay::of(&model.book, panel.of.day);
            panel.step(0);
        }
    }
}

/// A key of the panel.
pub fn run(model: &mut Model, id: Do, key: Key, now: &Now) -> Vec<Effect> {
    let far = if matches!(key.code, KeyCode::PageDown | KeyCode::PageUp) { 10 } else { 1 };
    let next = front(model).and_then(|p| p.of.next).map(|at| model.words.time(at, now));
    let Some(Dialog::Visits(panel)) = model.dialogs.last_mut() else { return Vec::new() };
    match id {
        Do::VisitDown => panel.step(far),
        Do::VisitUp => panel.step(-far),
        Do::VisitTake => {
            let Some(near) = panel.near() else { return Vec::new() };
            let mut line = Line::new(Purpose::Visit { client: near.client, day: panel.of.day });
            line.field = Field::new(&next.unwrap_or_default());
            line.read(now);
            model.open_line(line);
        }
        _ => {
            model.dialogs.pop();
        }
    }
    Vec::new()
}

/// The typed moment of a visit; a time alone is one of that day.
///
/// # Errors
/// What cannot be read.
pub fn moment(text: &str, day: Day, now: &Now) -> Result<dates::Typed, Message> {
    match dates::ahead(text, &now.at(day.start(now.zone))) {
        Ok(typed) if typed.day == day => Ok(typed),
        // Another day was named: as it reads today.
        _ => dates::ahead(text, now),
    }
}

/// The visit as it was typed.
///
/// # Errors
/// A time that cannot be read or has passed.
pub fn agree(model: &Model, client: Id, day: Day, text: &str, now: &Now) -> Result<Vec<Effect>, Message> {
    let typed = moment(text, day, now)?;
    let start = typed.at.unwrap_or_else(|| model.book.time.opening_moment(typed.day, now.zone));
    if start <= now.instant {
        return Err(Message::new("line-past"));
    }
    let action = Action::AddAppointment {
        client,
        person: None,
        channel: Channel::Visit,
        start,
        minutes: None,
        place: None,
        note: None,
        replaces: None,
    };
    Ok(vec![Effect::Apply(action, After::Stay)])
}

/// After a visit was agreed on: how many others of its region have one due.
pub fn beside(model: &Model, applied: &Applied) -> Option<Message> {
    // In the panel they stand there already.
    if !matches!(applied.message.id, "did-appointment" | "did-reschedule") || front(model).is_some() {
        return None;
    }
    let made = applied.ids.iter().find(|(table, _)| *table == "appointment").map(|(_, id)| *id)?;
    let client = model.book.client(*applied.clients.first()?)?;
    let visit = client.facts.appointments.iter().find(|a| a.id == made && a.channel == Channel::Visit)?;
    let near = near_client(&model.book, client.id(), visit.start.day(model.book.now.zone));
    let region = near.first()?.region.clone();
    Some(
        Message::new("toast-near")
            .with("count", near.len())
            .with("region", region)
            .with("calendar", shown_key(model, Do::Calendar))
            .with("key", shown_key(model, Do::AddVisit)),
    )
}
