//! What a template can say of a project: its record since the last report as words of the language, one line each. What goes in is
//! `portfolio::projects::Progress`'s to decide.

use super::context::Subject;
use crate::domain::day::Day;
use crate::domain::facts::{InvoiceRow, TaskRow};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::words::CaseStatus;
use crate::portfolio::cases::status_id;
use crate::portfolio::projects::Progress;
use crate::text;
use serde_json::{Value, json};

/// The values of a project by name; lists are empty where there is nothing to say.
pub(super) fn words(subject: &Subject<'_>, progress: &Progress) -> Value {
    let today = subject.now.today();
    let say = |message: Message| subject.words.say(&message, subject.now);
    let long = |day: Day| subject.words.long_day(day, subject.now);
    let line = |id: &'static str, what: &str, day: Day| {
        say(Message::new(id).with("what", text::one_line(what).into_owned()).with("day", long(day)))
    };
    let task = |t: &TaskRow| line("progress-by", &t.text, t.due);
    let invoice = |i: &InvoiceRow| {
        let amount = Money { minor: i.amount, currency: i.currency };
        let number = i.number.as_deref().map(|n| text::one_line(n).into_owned()).unwrap_or_default();
        Message::new("progress-invoice")
            .with("amount", amount)
            .with("has-number", i64::from(!number.is_empty()))
            .with("number", number)
    };
    let due = |i: &InvoiceRow| match i.due.filter(|_| i.paid.is_none_or(|day| day > today)) {
        Some(due) => say(Message::new("progress-invoice-due").with("invoice", invoice(i)).with("day", long(due))),
        None => say(invoice(i)),
    };
    let contact =
        |(day, channel): &(Day, _)| say(Message::new("progress-contact").with("day", long(*day)).with("channel", *channel));
    let case = |(no, day, status): &(i64, Day, CaseStatus)| {
        let status = Message::new(status_id(*status));
        say(Message::new("progress-case").with("no", *no).with("day", long(*day)).with("status", status))
    };
    let row = &progress.project;
    let (done, all) = row.reached();
    json!({
        "title": text::one_line(&row.title),
        "since": long(progress.since),
        "first": row.reported_on.is_none(),
        "done": done,
        "all": all,
        "end": row.end.filter(|end| *end >= today).map(long).unwrap_or_default(),
        "reached": progress.reached.iter().map(|m| line("progress-reached", &m.title, m.done.unwrap_or(m.due))).collect::<Vec<_>>(),
        "coming": progress.coming.iter().map(|m| {
            // A day that has passed is said, not hidden: the client knows it too.
            let id = if m.due < today { "progress-late" } else { "progress-by" };
            line(id, &m.title, m.due)
        }).collect::<Vec<_>>(),
        "contacts": progress.contacts.iter().map(contact).collect::<Vec<_>>(),
        "kept": progress.kept.iter().map(|t| text::one_line(&t.text).into_owned()).collect::<Vec<_>>(),
        "open": progress.open.iter().map(task).collect::<Vec<_>>(),
        "owed": progress.owed.iter().map(task).collect::<Vec<_>>(),
        "issued": progress.issued.iter().map(due).collect::<Vec<_>>(),
        "paid": progress.paid.iter().map(|i| say(invoice(i))).collect::<Vec<_>>(),
        "cases": progress.cases.iter().map(case).collect::<Vec<_>>(),
    })
}
