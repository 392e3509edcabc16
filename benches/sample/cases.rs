//! A book with more cases than anybody has: 10,000 with 100,000 events over 500 clients. And the same book
//! without any, so that what cases cost those who have none can be seen.

use super::{ZONE, now, settings};
use std::path::{Path, PathBuf};
use touchbase::demo::{DemoOptions, portfolio};
use touchbase::domain::action::{Face, NewCaseEvent, NewComplaint};
use touchbase::domain::complaint::Rating;
use touchbase::domain::day::Moment;
use touchbase::domain::id::Id;
use touchbase::domain::money::Currency;
use touchbase::domain::words::*;
use touchbase::i18n::Lang;
use touchbase::portfolio::{Snapshot, demo};
use touchbase::store::{OpenMode, Store, StoreError};

/// How many cases there are, events of each, and open ones among them.
pub const CASES: usize = 10_000;
/// Events of a case.
pub const EVENTS: usize = 10;
/// Open cases.
pub const OPEN: usize = 300;

/// The book with the cases.
pub fn many() -> PathBuf {
    made("cases-10000.db", |path| {
        std::fs::copy(none(), path).unwrap();
        fill(&mut Store::open(path, OpenMode::Write, None).unwrap());
    })
}

/// The small sample without any case.
pub fn none() -> PathBuf {
    made("cases-0.db", |path| {
        let mut store = Store::open(path, OpenMode::Create { zone: ZONE }, None).unwrap();
        let time = Snapshot::load(&store, &settings(), &now()).unwrap().time;
        let options = DemoOptions { clients: 500, years: 1, small: false, ..DemoOptions::small(Lang::En, Currency::CNY) };
        let mut book = portfolio(&options, &time, &now());
        book.clients.iter_mut().for_each(|client| client.cases.clear());
        book.improvements.clear();
        demo::write(&mut store, &book, &now(), &mut |_| {}).unwrap();
    })
}

fn made(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if !path.exists() {
        let draft = path.with_extension("draft");
        let _ = std::fs::remove_file(&draft);
        make(&draft);
        std::fs::rename(&draft, &path).unwrap();
    }
    path
}

fn fill(store: &mut Store) {
    let clients: Vec<Id> = store.names().unwrap().iter().map(|row| row.id).collect();
    let causes = ["quality", "attitude", "communication", "delivery", "price", "other"];
    let written = store.import(&now(), Face::System, |tx| {
        for n in 0..CASES {
            let open = n % (CASES / OPEN) == 0;
            // Open ones of the last three days, closed ones over three years.
            let ago = if open { 600 + (n as i64 * 37) % 250_000 } else { 400_000 + n as i64 * 9_000 };
            let opened = Moment(now().instant.0 - ago);
            let id = tx.add_complaint(&NewComplaint {
                client: clients[(n * 7) % clients.len()],
                person: None,
                kind: ComplaintKind::ALL[n % ComplaintKind::ALL.len()],
                complex: n % 9 == 0,
                opened,
                channel: Some(Channel::Call),
                text: format!("Case {n}: what came was not what was ordered"),
                demand: None,
                cause: Some(causes[n % causes.len()].to_owned()),
                tier: Tier::ALL.get(n % 4).copied(),
                other: None,
                mediator: None,
                begun: CaseStatus::Registered,
            })?;
            use CaseEventKind::*;
            let whole = [Attempt, Note, Acknowledge, Waiting, Resume, Propose, Reject, Propose, Resolve, Close];
            let kinds =
                if open { [Attempt, Note, Acknowledge, Note, Attempt, Propose, Reject, Note, Note, Attempt] } else { whole };
            for (k, kind) in kinds.into_iter().enumerate().take(EVENTS) {
                let at = Moment(opened.0 + 50 * (k as i64 + 1));
                let event = NewCaseEvent {
                    complaint: id,
                    kind,
                    at,
                    text: Some("what was said".to_owned()),
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
}
