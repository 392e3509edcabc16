//! What the keys of forms do: which one opens, saving it, leaving it. What a form holds is `form`'s.

use crate::app::command::Do;
use crate::app::dialog::Dialog;
use crate::app::field::Field;
use crate::app::form::{self, Press, Subject};
use crate::app::line::{Line, Purpose};
use crate::app::model::Model;
use crate::app::msg::{After, Effect};
use crate::domain::day::Now;
use crate::domain::message::Message;
use crate::domain::target::Target;

/// `E`: the fact of the selected event on a page, else that of the row's item, else the client.
pub(super) fn edit(model: &mut Model) {
    if let Some(improvement) = model.improvement().map(|i| i.row.id) {
        return form::open_subject(model, Subject::Improvement(improvement));
    }
    let Some(client) = model.client().map(|c| c.id()) else { return };
    if let Some(fact) = model.fact() {
        if let Err(why) = form::open(model, fact) {
            model.error = Some(why);
        }
        return;
    }
    // A case that is closed is no item, and can be changed all the same.
    if let Some(case) = model.case().map(|c| c.row.id) {
        return form::open_subject(model, Subject::Complaint(case));
    }
    // A row of Clients stands for the client, one of Today for its item.
    let of_item = model.entry().is_some_and(|e| e.id.target.is_some());
    let subject = match model.item().map(|i| i.target).filter(|_| of_item) {
        Some(Target::Task(id)) => Subject::Task(id),
        Some(Target::Invoice(id)) => Subject::Invoice(id),
        Some(Target::Milestone(id)) => Subject::Milestone(id),
        Some(Target::Opportunity(id)) => Subject::Opportunity(id),
        Some(Target::Renewal(id) | Target::Report(id)) => Subject::Engagement(id),
        Some(Target::Appointment(id)) => Subject::Appointment(id),
        Some(Target::Care(id)) => Subject::CareDate(id),
        Some(Target::Review) => Subject::Review(client),
        _ => Subject::Client(client),
    };
    form::open_subject(model, subject);
}

/// The form of something new of the selected client.
pub(super) fn new_fact(model: &mut Model, subject: fn(crate::domain::id::Id) -> Subject) {
    model.prefix = None;
    if let Some(client) = model.client().map(|c| c.id()) {
        form::open_subject(model, subject(client));
    }
}

/// The form of a new improvement, against the cause of the selected case.
pub(super) fn new_improvement(model: &mut Model) {
    model.prefix = None;
    let case = model.case().map(|c| c.row.id);
    form::open_subject(model, Subject::NewImprovement(case));
}

/// Enter in a form: a button is pressed, else the next field follows.
pub(super) fn enter_form(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(form) = form::front_mut(model) else { return Vec::new() };
    form.warned = false;
    let press = match form.here().map(|p| &p.input) {
        Some(form::Input::Button(press, _)) => *press,
        _ => {
            form.step_part(1);
            return Vec::new();
        }
    };
    match press {
        Press::Save => save(model, now),
        Press::Open(subject) => {
            form::open_subject(model, subject);
            Vec::new()
        }
        Press::Remove => form.remove().map(|action| vec![Effect::Apply(action, After::Stay)]).unwrap_or_default(),
    }
}

/// A key of the calendar in front of a form.
pub(super) fn pick(model: &mut Model, id: Do, now: &Now) {
    let Some(Dialog::Picker(picker)) = model.dialogs.last_mut() else { return };
    match id {
        Do::PickLeft => picker.days(-1),
        Do::PickRight => picker.days(1),
        Do::PickUp => picker.days(-7),
        Do::PickDown => picker.days(7),
        Do::PickMonthBack => picker.months(-1),
        Do::PickMonthOn => picker.months(1),
        Do::PickToday => picker.home(),
        _ => {
            let text = picker.text(now);
            model.dialogs.pop();
            if let Some(form) = form::front_mut(model).filter(|_| id == Do::PickTake) {
                form.pick(&text);
            }
        }
    }
}

pub(super) fn save(model: &mut Model, now: &Now) -> Vec<Effect> {
    let effects = finish_form(model, now);
    let Some(Dialog::Form(form)) = model.dialogs.last().filter(|_| !effects.is_empty()) else { return effects };
    if !form.is_stopping() {
        return effects;
    }
    // The reason is asked for last, when everything else can be saved.
    let mut line = Line::new(Purpose::StopWhy);
    line.field = Field::new(form.why.as_deref().unwrap_or_default());
    model.dialogs.push(Dialog::Line(Box::new(line)));
    Vec::new()
}

/// What the form asks for, when all of it can be saved.
pub(in crate::app) fn finish_form(model: &mut Model, now: &Now) -> Vec<Effect> {
    let Some(Dialog::Form(mut form)) = model.dialogs.pop() else { return Vec::new() };
    form.warned = false;
    form.error = None;
    let done = form.check(&model.book).and_then(|()| form.save(&model.book, now));
    let effects = match done {
        Ok(None) => return Vec::new(),
        // The form closes when the action was written: a refusal leaves it standing.
        Ok(Some(action)) => vec![Effect::Apply(action, After::Stay)],
        Err(error) => {
            form.error = Some(error);
            Vec::new()
        }
    };
    model.dialogs.push(Dialog::Form(form));
    effects
}

pub(super) fn close_form(model: &mut Model) {
    let Some(Dialog::Form(form)) = model.dialogs.last_mut() else { return };
    if form.is_dirty() && !form.warned {
        form.warned = true;
        form.error = Some(Message::new("form-dirty"));
    } else {
        model.dialogs.pop();
    }
}
