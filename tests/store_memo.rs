//! Packed rows are those of the tables, whatever happened in between; and a book without them is the same book.

#![allow(clippy::unwrap_used)]

mod store_kit;

use store_kit::{Book, now};
use touchbase::demo::{DemoOptions, portfolio};
use touchbase::domain::action::Action;
use touchbase::domain::facts::ClientRows;
use touchbase::domain::id::Id;
use touchbase::domain::money::Currency;
use touchbase::domain::words::{Channel, RelationKind};
use touchbase::domain::zone::WorkingTime;
use touchbase::i18n::Lang;
use touchbase::portfolio::demo;
use touchbase::store::Which;

fn rows(book: &Book) -> Vec<ClientRows> {
    let mut out = Vec::new();
    book.store.stream(&Which::All, &mut |r| out.push(r.clone())).unwrap();
    out
}

/// The sample portfolio, written as an import is.
fn sample() -> Book {
    let mut book = Book::new();
    let sample = portfolio(&DemoOptions::small(Lang::En, Currency::CNY), &WorkingTime::default(), &now());
    demo::write(&mut book.store, &sample, &now(), &mut |_| {}).unwrap();
    book
}

fn packed(book: &Book) -> Vec<i64> {
    let mut all = book.sql.prepare_cached("SELECT client_id FROM memo ORDER BY client_id").unwrap();
    all.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_packed_book_reads_as_its_tables_and_forgets_whom_a_write_touches() {
    let mut book = sample();
    let before = rows(&book);
    let ids: Vec<Id> = before.iter().map(|r| r.client.id).collect();
    assert!(before.iter().any(|r| r.complaints.iter().any(|c| !c.events.is_empty())));
    assert!(before.iter().any(|r| r.opportunities.iter().any(|o| !o.states.is_empty())));
    assert!(before.iter().any(|r| r.runs.iter().any(|run| !run.steps.is_empty())));
    assert_eq!(book.store.pack_rows(1).unwrap(), before.len());
    assert_eq!(book.store.pack_rows(1).unwrap(), 0, "nothing is packed twice");
    assert_eq!(rows(&book), before, "every kind of row comes back as it was");
    book.run(&Action::LogTouch { touch: Box::new(store_kit::touch(ids[4], Channel::Call)), fulfils: None });
    let others = |gone: &[Id]| ids.iter().filter(|id| !gone.contains(id)).map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(packed(&book), others(&[ids[4]]));
    let (client, other) = (ids[0], ids[1]);
    book.run(&Action::Relate { client, other, kind: RelationKind::Partner, note: None, on: true });
    assert_eq!(packed(&book), others(&[client, other, ids[4]]), "a relation stands in the rows of both");
    let known = rows(&book);
    assert_eq!(known.iter().map(|r| r.client.id).collect::<Vec<_>>(), ids, "what is not packed comes in its place");
    assert!(known[0].relations.iter().any(|r| r.other == other) && known[1].relations.iter().any(|r| r.other == client));
    book.undo();
    book.undo();
    assert_eq!(rows(&book), before);
}

#[test]
fn it_may_be_damaged_or_deleted_at_any_time() {
    let mut book = sample();
    let before = rows(&book);
    book.store.pack_rows(1).unwrap();
    let one = before[3].client.id;
    book.sql.execute("UPDATE memo SET rows = x'0001' WHERE client_id = ?1", [one.0]).unwrap();
    assert_eq!(rows(&book), before);
    assert_eq!(book.store.stale_rows().unwrap(), [one], "and it can be found out");
    book.sql.execute("UPDATE memo SET shape = shape + 1", []).unwrap();
    assert_eq!(rows(&book), before, "packed by another program");
    assert_eq!(book.store.pack_rows(1).unwrap(), before.len());
    book.sql.execute("DELETE FROM memo", []).unwrap();
    assert_eq!(rows(&book), before);
}
