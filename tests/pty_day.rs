//! A day of twenty: the real program on a real terminal, every key counted, and the facts that are stored afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::Cli;
use common::pty::{Pty, split_keys};
use common::screen::{cursor_row, facts, screen, wait_said};
use screen_fixture::{Maker, ZONE, moment};
use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::{Duration, Instant};
use touchbase::domain::day::Now;
use touchbase::domain::words::{Channel, Tier};
use touchbase::store::{OpenMode, Store};

/// The same key sooner than this after the last is taken for a held one (150 ms in the program).
const HELD: Duration = Duration::from_millis(160);

/// Twenty clients with one contact each today, and the channel it is due on.
fn book(cli: &Cli) -> BTreeMap<String, Channel> {
    let store = Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap();
    let mut m = Maker { store };
    let mut due = BTreeMap::new();
    let mut add = |m: &mut Maker, name: &str, tier, channel, touches: &[(Channel, &str)]| {
        let id = m.client(name, |_| {});
        m.pin(id, tier);
        for (channel, at) in touches {
            m.touch(id, *channel, at, "");
        }
        due.insert(name.to_owned(), channel);
        id
    };
    let (call, visit) = (Channel::Call, Channel::Visit);
    // A visit is a call too, so after it only the call falls due again.
    for (n, name) in ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel"].iter().enumerate() {
        add(&mut m, name, Tier::A, call, &[(visit, &format!("2026-11-{:02} 10:00", 9 + n))]);
    }
    for (n, name) in ["白杨", "红松", "云杉"].iter().enumerate() {
        add(&mut m, name, Tier::B, call, &[(visit, &format!("2026-11-{:02} 10:00", 4 + n))]);
    }
    for (n, name) in ["Juniper", "Larch", "Maple", "Oak"].iter().enumerate() {
        add(&mut m, name, Tier::A, visit, &[(visit, &format!("2026-10-{:02} 10:00", 12 + n)), (call, "2026-11-20 10:00")]);
    }
    for (n, name) in ["Pine", "Rowan", "Spruce"].iter().enumerate() {
        add(&mut m, name, Tier::B, visit, &[(visit, &format!("2026-08-{:02} 10:00", 10 + n)), (call, "2026-11-20 10:00")]);
    }
    let id = add(&mut m, "Walnut", Tier::A, visit, &[(visit, "2026-11-03 10:00"), (call, "2026-11-19 10:00")]);
    m.appointment(id, visit, "2026-11-23 10:30", Some("Gate 4"), None);
    let id = add(&mut m, "Yew", Tier::B, call, &[(visit, "2026-11-03 10:00"), (call, "2026-11-19 10:00")]);
    m.appointment(id, call, "2026-11-23 15:00", None, Some("the budget"));
    due
}

/// Somebody at the keyboard: looks at the row, presses, reads the answer. Counts every key that is not typed text.
struct Hand {
    pty: Pty,
    keys: usize,
    last: (String, Instant),
}

impl Hand {
    fn new(pty: Pty) -> Hand {
        Hand { pty, keys: 0, last: (String::new(), Instant::now()) }
    }

    fn press(&mut self, keys: &str) {
        for key in split_keys(keys) {
            if self.last.0 == key {
                // Counted from the answer to the last press, which is after the program took it.
                thread::sleep(HELD.saturating_sub(self.last.1.elapsed()));
            }
            self.pty.send(&key);
            self.keys += 1;
            self.last = (key, Instant::now());
        }
    }

    fn answered(&mut self, parts: &[&str]) {
        wait_said(&self.pty, parts);
        self.last.1 = Instant::now();
    }

    /// The client of the row with the cursor.
    fn client(&self, names: &BTreeMap<String, Channel>) -> String {
        let found = std::cell::RefCell::new(None);
        self.pty.wait_for("a client under the cursor", |screen| {
            let row = cursor_row(screen);
            *found.borrow_mut() = names.keys().find(|n| row.contains(n.as_str())).cloned();
            found.borrow().is_some()
        });
        found.into_inner().unwrap()
    }
}

/// What the program says and takes in a language.
struct Tongue {
    lang: &'static str,
    reached: [(Channel, &'static str); 2],
    no_answer: &'static str,
    snoozed: &'static str,
    agreed: &'static str,
    opened: &'static str,
    undone: &'static str,
    channel: [(Channel, &'static str); 2],
    /// What fits into the day; the others stand below the line.
    tab: &'static str,
    when: &'static str,
    complaint: &'static str,
    /// `d`, `x`, `z1`, `r`, `!` as they come from the keyboard.
    keys: [&'static str; 5],
}

const ENGLISH: Tongue = Tongue {
    lang: "en",
    reached: [(Channel::Call, "Logged call"), (Channel::Visit, "Logged visit")],
    no_answer: "Logged no answer",
    snoozed: "Snoozed until",
    agreed: "Agreed",
    opened: "Opened complaint",
    undone: "Taken back",
    channel: [(Channel::Call, " call "), (Channel::Visit, " visit ")],
    tab: "[1 Today 6]",
    when: "thu 15:00",
    complaint: "third typo in print",
    keys: ["d", "x", "z1", "r", "!"],
};

/// With an input method left on: its full-width letters and marks are the same keys.
const CHINESE: Tongue = Tongue {
    lang: "zh-CN",
    reached: [(Channel::Call, "已记录电话"), (Channel::Visit, "已记录拜访")],
    no_answer: "已记录没联系上",
    snoozed: "稍后",
    agreed: "已约定",
    opened: "已登记投诉",
    undone: "已撤销",
    channel: [(Channel::Call, "电话"), (Channel::Visit, "拜访")],
    tab: "[1 今天 6]",
    when: "周四15点",
    complaint: "第三次印错",
    keys: ["ｄ", "ｘ", "ｚ１", "ｒ", "！"],
};

fn word(of: &[(Channel, &'static str); 2], channel: Channel) -> &'static str {
    of.iter().find(|(c, _)| *c == channel).unwrap().1
}

/// What was done with whom, as the hand remembers it.
#[derive(Default)]
struct Diary {
    reached: BTreeSet<String>,
    no_answer: BTreeSet<String>,
    snoozed: BTreeSet<String>,
    agreed: String,
    complained: String,
    /// Everybody, as they came.
    order: Vec<String>,
}

/// Works through the day and gives what was done.
fn work(hand: &mut Hand, t: &Tongue, due: &BTreeMap<String, Channel>) -> Diary {
    let [d, x, z, r, call_in] = t.keys;
    let mut diary = Diary::default();
    for step in "dddxddzdxdrddxdzdxd".chars() {
        let who = hand.client(due);
        let channel = due[&who];
        let row = std::cell::RefCell::new(String::new());
        hand.pty.wait_for("the row", |screen| {
            *row.borrow_mut() = cursor_row(screen);
            true
        });
        assert!(row.borrow().contains(word(&t.channel, channel)), "{who}: {row:?}");
        match step {
            'd' => {
                hand.press(d);
                hand.answered(&[word(&t.reached, channel), &who]);
                diary.reached.insert(who.clone());
            }
            'x' => {
                hand.press(x);
                hand.answered(&[t.no_answer, &who]);
                diary.no_answer.insert(who.clone());
            }
            'z' => {
                hand.press(z);
                hand.answered(&[t.snoozed, &who]);
                diary.snoozed.insert(who.clone());
            }
            _ => {
                hand.press(r);
                hand.pty.raw(t.when.as_bytes());
                hand.press("<Enter>");
                hand.answered(&[t.agreed, &who]);
                diary.agreed = who.clone();
            }
        }
        diary.order.push(who.clone());
        hand.pty.wait_for("the next row", |screen| !cursor_row(screen).contains(&who));
    }
    // The last one rings in.
    diary.complained = hand.client(due);
    diary.order.push(diary.complained.clone());
    hand.press(call_in);
    hand.pty.raw(t.complaint.as_bytes());
    hand.press("<Enter>");
    hand.answered(&[t.opened, &diary.complained]);
    diary
}

/// The first column of the rows of a statement, through the program's own store.
fn ask(cli: &Cli, sql: &str) -> Vec<String> {
    let store = Store::open(&cli.db(), OpenMode::Read, None).unwrap();
    let mut out = Vec::new();
    let columns = store.query(sql, &[], &mut |_, row| {
        out.push(row.iter().map(|v| format!("{v:?}")).collect::<Vec<_>>().join(" "));
        true
    });
    columns.unwrap();
    out
}

fn check(cli: &Cli, due: &BTreeMap<String, Channel>, diary: &Diary, complaint: &str) {
    let instant = moment("2026-11-23 09:04");
    let (at, today) = (instant.0, Now { instant, zone: ZONE }.today());
    let touch = |who: &str, outcome: &str| format!("Text({who:?}) Text({:?}) Text({outcome:?}) Text(\"out\")", due[who].code());
    let mut expected: Vec<String> = diary.reached.iter().map(|who| touch(who, "reached")).collect();
    expected.extend(diary.no_answer.iter().map(|who| touch(who, "no-answer")));
    expected.sort();
    assert_eq!((diary.reached.len(), diary.no_answer.len(), diary.snoozed.len()), (12, 4, 2));
    let mut stored = ask(
        cli,
        &format!(
            "SELECT c.name, t.channel, t.outcome, t.direction FROM touch t JOIN client c ON c.id = t.client_id WHERE t.at = {at}"
        ),
    );
    stored.sort();
    assert_eq!(stored, expected, "12 reached and 4 not, each on the channel of its row");

    let mut deferrals = ask(
        cli,
        "SELECT c.name, d.kind, d.target, d.until FROM deferral d JOIN client c ON c.id = d.client_id WHERE d.ended IS NULL",
    );
    deferrals.sort();
    let tomorrow = today.plus(1).0;
    let snooze = |who: &String| format!("Text({who:?}) Text(\"snooze\") Text(\"contact:{}\") Int({tomorrow})", due[who].code());
    assert_eq!(deferrals, diary.snoozed.iter().map(snooze).collect::<Vec<_>>());

    let agreed = ask(
        cli,
        &format!(
            "SELECT c.name, a.channel, a.start FROM appointment a JOIN client c ON c.id = a.client_id WHERE a.created = {at}"
        ),
    );
    let thursday = moment("2026-11-26 15:00").0;
    assert_eq!(agreed, [format!("Text({:?}) Text({:?}) Int({thursday})", diary.agreed, due[&diary.agreed].code())]);
    let kept = ask(cli, "SELECT count(*) FROM appointment WHERE ended_how = 'kept'");
    assert_eq!(kept, ["Int(2)"], "what was agreed for today took place");

    let cases = ask(cli, "SELECT c.name, k.kind, k.no, k.text, k.opened FROM complaint k JOIN client c ON c.id = k.client_id");
    assert_eq!(cases, [format!("Text({:?}) Text(\"complaint\") Int(1) Text({complaint:?}) Int({at})", diary.complained)]);
    let ops = ask(cli, "SELECT count(*) FROM op WHERE face = 'tui' AND kind = 'do' AND live = 1");
    assert_eq!(ops, ["Int(20)"], "an action each, each of its own to take back");
}

fn day_of_twenty(t: &Tongue) {
    let mut cli = Cli::new();
    cli.speak(t.lang);
    let due = book(&cli);
    assert_eq!(due.len(), 20);
    let pty = screen(&cli).start();
    pty.wait_text(t.tab);
    let before = facts(&cli.db());
    let mut hand = Hand::new(pty);
    let diary = work(&mut hand, t, &due);
    assert_eq!(diary.order.iter().collect::<BTreeSet<_>>().len(), 20, "twenty clients");
    println!("a day of twenty in {}: {} keys beside the typed text", t.lang, hand.keys);
    assert!(hand.keys <= 30, "{} keys", hand.keys);
    check(&cli, &due, &diary, t.complaint);

    // And back again, the newest first.
    for who in diary.order.iter().rev() {
        hand.press("u");
        hand.answered(&[t.undone, who]);
    }
    hand.pty.wait_text(t.tab);
    assert_eq!(facts(&cli.db()), before, "as if nothing had happened");
    hand.press("q");
    assert_eq!(hand.pty.wait_exit(), 0);
    hand.pty.assert_restored();
}

#[test]
fn a_day_of_twenty_takes_at_most_thirty_keys_and_can_be_taken_back() {
    day_of_twenty(&ENGLISH);
}

#[test]
fn the_same_day_in_chinese_with_the_input_method_left_on() {
    day_of_twenty(&CHINESE);
}
