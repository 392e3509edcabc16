//! The sample portfolio on the list of clients at risk: every sign of drifting away shows somewhere, whatever the day and the language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use touchbase::demo::{DemoOptions, portfolio};
use touchbase::domain::day::{Day, Now};
use touchbase::domain::money::Currency;
use touchbase::domain::policy::{self, Policy};
use touchbase::domain::words::*;
use touchbase::domain::zone::{Holidays, WorkingTime};
use touchbase::i18n::{Lang, Words};
use touchbase::portfolio::risk::Level;
use touchbase::portfolio::{Assessed, Settings, Snapshot, demo};
use touchbase::store::Store;

fn settings(lang: Lang) -> Settings {
    let holidays = if lang == Lang::Zh { Holidays::builtin("CN").unwrap() } else { Holidays::default() };
    Settings { holidays, currency: Some(Currency::CNY), rates: Default::default(), playbooks: Vec::new(), booked: true }
}

fn zone(lang: Lang) -> Tz {
    if lang == Lang::Zh { Tz::Asia__Shanghai } else { Tz::Europe__London }
}

fn nine(day: (i32, u32, u32), lang: Lang) -> Now {
    let time = chrono::NaiveTime::from_hms_opt(9, 4, 0).unwrap();
    Now { instant: Day::ymd(day.0, day.1, day.2).unwrap().at(time, zone(lang)), zone: zone(lang) }
}

/// The sample made at a moment, in a store of its own.
fn made(lang: Lang, now: &Now) -> Store {
    let policy: Policy = policy::parse(policy::AGENCY).unwrap();
    let settings = settings(lang);
    let time = WorkingTime::new(policy.hours, &[], settings.holidays.clone());
    let book = portfolio(&DemoOptions::small(lang, Currency::CNY), &time, now);
    let mut store = Store::open_memory(now.zone).unwrap();
    demo::write(&mut store, &book, now, &mut |_| {}).unwrap().unwrap();
    store
}

fn read(store: &Store, lang: Lang, now: &Now) -> Snapshot {
    Snapshot::load(store, &settings(lang), now).unwrap()
}

const DAYS: [(i32, u32, u32); 6] = [(2026, 1, 2), (2026, 2, 23), (2026, 5, 4), (2026, 8, 16), (2026, 10, 9), (2026, 11, 23)];

fn told(snapshot: &Snapshot, client: &Assessed, words: &Words) -> String {
    let risk = &client.risk;
    let index = risk.index.map_or("-".to_owned(), |i| format!("{i:.2}"));
    let alone = risk.orders_alone().map_or("-".to_owned(), |i| format!("{i:.2}"));
    let mut out = format!("{} {} {index} (orders {alone}) {:?}\n", client.name(), client.tier.label(), risk.state);
    for s in &risk.signals {
        out.push_str(&format!("    {:?} {:+.2} {}\n", s.kind, s.points, words.say(&s.evidence, &snapshot.now)));
        for row in &s.rows {
            out.push_str(&format!("        {}\n", words.say(row, &snapshot.now)));
        }
    }
    out
}

#[test]
fn s091_to_s095_every_sign_shows_somewhere_whatever_the_day() {
    for lang in Lang::ALL {
        let words = Words::load(lang);
        for day in DAYS {
            let now = nine(day, lang);
            let store = made(lang, &now);
            let snapshot = read(&store, lang, &now);
            let name = format!("{lang:?} {day:?}");
            let mut fired: BTreeMap<SignalKind, BTreeSet<&str>> = BTreeMap::new();
            for client in snapshot.present() {
                for signal in &client.risk.signals {
                    if signal.points != 0.0 || signal.kind == SignalKind::FrequencyDrop {
                        fired.entry(signal.kind).or_default().insert(client.name());
                    }
                    let said = words.say(&signal.evidence, &now);
                    assert!(!said.contains('{') && !said.is_empty(), "{name}: {said}");
                }
            }
            let listed: Vec<&Assessed> = snapshot.at_risk.listed.iter().map(|id| snapshot.client(*id).unwrap()).collect();
            let all = || {
                snapshot
                    .present()
                    .filter(|c| !c.risk.signals.is_empty())
                    .map(|c| told(&snapshot, c, &words))
                    .collect::<String>()
            };
            if std::env::var_os("SHOW").is_some() {
                println!(
                    "=== {name}: listed {:?}, put off {}\n{}",
                    listed.iter().map(|c| c.name()).collect::<Vec<_>>(),
                    snapshot.at_risk.snoozed.len(),
                    all()
                );
            }
            for kind in SignalKind::ALL {
                assert!(fired.contains_key(kind), "{name}: no {kind:?}\n{}", all());
            }
            assert!((5..=8).contains(&listed.len()), "{name}: {} at risk\n{}", listed.len(), all());
            let high = listed.iter().filter(|c| c.risk.level() == Level::High).count();
            assert!((2..=3).contains(&high), "{name}: {high} high\n{}", all());
        }
    }
}
