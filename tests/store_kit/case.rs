//! What the tests of cases share: short forms of their actions, a book with a case, and the snapshot of a book.

use super::{Book, now};
use touchbase::domain::action::*;
use touchbase::domain::complaint::CaseRow;
use touchbase::domain::day::{Moment, Now};
use touchbase::domain::id::Id;
use touchbase::domain::money::Rates;
use touchbase::domain::words::*;
use touchbase::domain::zone::Holidays;
use touchbase::portfolio::{Settings, Snapshot};

const HOUR: i64 = 3600;

/// A moment of the last days: so many hours before the clock of the tests, Monday 9:04.
pub fn back(hours: i64) -> Moment {
    Moment(now().instant.0 - hours * HOUR)
}

pub fn open_new(client: Id) -> NewComplaint {
    NewComplaint {
        client,
        person: None,
        kind: ComplaintKind::Complaint,
        complex: false,
        opened: back(72),
        channel: Some(Channel::Call),
        text: "third typo in print".into(),
        demand: None,
        cause: None,
        tier: Some(Tier::A),
        other: None,
        mediator: None,
        begun: CaseStatus::Registered,
    }
}

pub fn open(new: NewComplaint) -> Action {
    Action::OpenComplaint(Box::new(new))
}

pub fn event(complaint: Id, kind: CaseEventKind, at: Moment) -> NewCaseEvent {
    NewCaseEvent {
        complaint,
        kind,
        at,
        text: (kind == CaseEventKind::Note).then(|| "seen".to_owned()),
        rating: None,
        promised: None,
        channel: None,
        minutes: None,
        corrects: None,
        fulfils: None,
    }
}

pub fn log_case(new: NewCaseEvent) -> Action {
    Action::LogCase(Box::new(new))
}

pub fn edit_case(complaint: Id) -> Action {
    Action::EditComplaint { complaint, changes: Box::new(ComplaintChanges { ..ComplaintChanges::default() }) }
}

/// A book with a client and a case of it.
pub fn with_case() -> (Book, Id, Id) {
    let mut book = Book::new();
    let client = book.add("Delta Foods");
    let case = book.run(&open(open_new(client))).ids;
    let case = case.iter().find(|(table, _)| *table == "complaint").unwrap().1;
    (book, client, case)
}

pub fn made(done: &touchbase::store::Applied, table: &str) -> Id {
    done.ids.iter().find(|(t, _)| *t == table).unwrap_or_else(|| panic!("no {table} in {:?}", done.ids)).1
}

pub fn row(book: &Book, client: Id, case: Id) -> CaseRow {
    book.rows(client).complaints.into_iter().find(|c| c.id == case).unwrap()
}

pub fn snapshot(book: &Book, instant: Moment) -> Snapshot {
    let settings = Settings {
        holidays: Holidays::default(),
        currency: None,
        rates: Rates::new(),
        playbooks: Vec::new(),
        cultures: Default::default(),
        booked: true,
    };
    Snapshot::load(&book.store, &settings, &Now { instant, zone: book.now.zone }).unwrap()
}
