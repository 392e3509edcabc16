//! The sample portfolio on the list of clients at risk: every sign of drifting away shows somewhere, whatever the day and the language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use touchbase::demo::{DemoOptions, portfolio};
use touchbase::domain::day::{Day, Moment, Now};
use touchbase::domain::facts::RunRow;
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
    Settings {
        holidays,
        currency: Some(Currency::CNY),
        rates: Default::default(),
        cultures: Default::default(),
        booked: true,
        playbooks: Default::default(),
    }
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

#[test]
fn s096_the_sample_knows_a_win_back_a_saved_a_lost_one_one_put_off_and_one_woken() {
    for lang in Lang::ALL {
        let now = nine((2026, 11, 23), lang);
        let store = made(lang, &now);
        let snapshot = read(&store, lang, &now);
        let all = || snapshot.present().map(|c| &c.facts);
        let running: Vec<_> = all().flat_map(|f| &f.runs).filter(|r| r.ended.is_none()).collect();
        let [run] = running[..] else { panic!("{lang:?}: {running:?}") };
        assert_eq!((run.playbook.as_str(), run.steps.iter().filter(|s| s.done.is_some()).count()), (RunRow::WIN_BACK, 2));
        let steps = snapshot.queue.items.iter().filter(|i| i.kind == ItemKind::Playbook).count();
        assert_eq!(steps, 1, "{lang:?}: its next step is due");
        let saved = all().flat_map(|f| &f.outcomes).filter(|o| o.kind == OutcomeKind::Saved);
        assert!(saved.map(|o| now.today().since(o.on)).all(|days| (10..90).contains(&days)));
        let lost: Vec<_> = snapshot.clients.iter().filter(|c| c.status == Status::Lost).collect();
        assert!(!lost.is_empty() && lost.iter().all(|c| !c.facts.orders.is_empty() && c.facts.outcomes[0].reason.is_some()));
        // One is hidden with what was seen then, one is back because of something new.
        let put_off = |c: &&Assessed| c.facts.deferrals.iter().any(|d| d.target == "risk");
        let (hidden, back): (Vec<_>, Vec<_>) = snapshot.present().filter(put_off).partition(|c| c.risk.snoozed.is_some());
        assert_eq!((hidden.len(), back.len()), (1, 1), "{lang:?}");
        assert_eq!(snapshot.at_risk.snoozed, [hidden[0].id()]);
        assert!(snapshot.at_risk.listed.contains(&back[0].id()));
        // Possible work in every stage, some of it put off.
        let stages: BTreeSet<Stage> = all().flat_map(|f| &f.opportunities).map(|o| o.state().stage).collect();
        assert_eq!(stages.len(), Stage::ALL.len(), "{lang:?}: {stages:?}");
        assert!(all().flat_map(|f| &f.opportunities).filter(|o| !o.slips().is_empty()).count() >= 2);
        assert!(snapshot.clients.iter().any(|c| c.status == Status::Lead && !c.facts.opportunities.is_empty()));
    }
}

#[test]
fn s091_who_was_away_for_three_weeks_sees_nobody_drift_by_his_own_silence() {
    for lang in Lang::ALL {
        for day in DAYS {
            let then = nine(day, lang);
            let store = made(lang, &then);
            let before = read(&store, lang, &then);
            // Three weeks later; nothing was written down since.
            let now = then.at(Moment(then.instant.0 + 21 * 86_400));
            let after = read(&store, lang, &now);
            let silence = |c: &Assessed| c.risk.signals.iter().find(|s| s.kind == SignalKind::ContactSilence).cloned();
            let mut said = 0;
            for client in after.present() {
                let (old, new) = (before.client(client.id()).and_then(silence), silence(client));
                let points = |s: &Option<touchbase::domain::risk::signals::Signal>| s.as_ref().map_or(0.0, |s| s.points);
                let name = format!("{lang:?} {day:?} {}", client.name());
                assert!(points(&new) <= points(&old) + 0.02, "{name}: {old:?} {new:?}");
                said += usize::from(new.is_some_and(|s| s.points == 0.0 && s.evidence.id == "signal-own-silence"));
            }
            assert!(said > 0, "{lang:?} {day:?}: nobody is told of the silence");
        }
    }
}
