//! Many cases: the tab opens and moves as quickly as with few. Measured by CPU time, so that other work on the machine does not matter:
//! `cargo test --release --test scale_cases -- --ignored`. The figures beside a book without cases: `cargo bench --bench cases`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod screen_fixture;

use screen_fixture::*;
use std::time::Duration;
use touchbase::domain::action::{Face, NewCaseEvent, NewComplaint};
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::Moment;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::store::{Store, StoreError};

/// A book with so many cases, one in thirty of them open, ten events each, over 50 clients.
fn book(cases: usize) -> Store {
    let mut maker = Maker::new();
    let clients: Vec<_> = (0..50).map(|n| maker.client(&format!("Client {n}"), |_| {})).collect();
    let now = monday();
    let written = maker.store.import(&now, Face::System, |tx| {
        for n in 0..cases {
            let open = n % 30 == 0;
            let ago = if open { 600 + (n as i64 * 37) % 250_000 } else { 400_000 + n as i64 * 9_000 };
            let opened = Moment(now.instant.0 - ago);
            let id = tx.add_complaint(&NewComplaint {
                client: clients[n % clients.len()],
                person: None,
                kind: ComplaintKind::ALL[n % ComplaintKind::ALL.len()],
                complex: false,
                opened,
                channel: None,
                text: format!("Case {n}"),
                demand: None,
                cause: None,
                tier: None,
                other: None,
                mediator: None,
                begun: CaseStatus::Registered,
            })?;
            use CaseEventKind::*;
            let whole = [Attempt, Note, Acknowledge, Waiting, Resume, Propose, Reject, Propose, Resolve, Close];
            for (k, kind) in whole.into_iter().enumerate().take(if open { 4 } else { 10 }) {
                let at = Moment(opened.0 + 50 * (k as i64 + 1));
                let event = NewCaseEvent {
                    complaint: id,
                    kind,
                    at,
                    text: None,
                    rating: (kind == Close).then_some(Rating::Mark(4)),
                    promised: None,
                    channel: None,
                    minutes: None,
                    corrects: None,
                    fulfils: None,
                };
                tx.add_past_event(&event, at)?;
            }
        }
        Ok::<(), StoreError>(())
    });
    written.unwrap();
    maker.store
}

fn driver(cases: usize) -> Driver {
    Driver::open(book(cases), Lang::En, (200, 60), monday())
}

/// CPU time of this thread, as the scheduler books it when the thread sleeps.
fn measured(run: impl FnOnce()) -> Duration {
    let used = || {
        std::thread::sleep(Duration::from_millis(2));
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        Duration::from_nanos(text.split_whitespace().next().unwrap().parse().unwrap())
    };
    let before = used();
    run();
    used().saturating_sub(before)
}

#[test]
fn every_case_has_its_row_once_and_the_ends_of_a_long_list_are_reached() {
    let mut d = driver(600);
    d.keys("4");
    assert_eq!(d.book.model.list().entries().count(), 600);
    d.keys("G");
    let last = d.book.model.list().entry().unwrap().id;
    assert_eq!(d.book.model.list().entries().last().unwrap().1.id, last);
    d.keys("g j");
    assert_eq!(
        d.book.model.list().entries().position(|(_, e)| Some(e.id) == d.book.model.list().entry().map(|e| e.id)),
        Some(1)
    );
}

#[test]
#[ignore = "measures an optimised build: cargo test --release --test scale_cases -- --ignored"]
fn ten_thousand_cases_open_within_50_ms_and_a_repaint_costs_a_frame() {
    let mut d = driver(10_000);
    let best = |run: &mut dyn FnMut() -> Duration| (0..10).map(|_| run()).min().unwrap();
    let today = best(&mut || measured(|| (0..10).for_each(|_| d.draw()))) / 10;
    let opening = best(&mut || {
        d.keys("1");
        measured(|| _ = d.keys("4"))
    });
    let again = best(&mut || measured(|| (0..10).for_each(|_| d.draw()))) / 10;
    let down = best(&mut || measured(|| _ = d.keys("j")));
    println!("opened in {opening:?}, a frame {again:?} (Today {today:?}), j {down:?}");
    assert!(opening < Duration::from_millis(50), "{opening:?}");
    assert!(again < today * 2 + Duration::from_millis(1), "{again:?}, a frame of Today takes {today:?}");
    assert!(down < Duration::from_millis(16), "{down:?}");
}
