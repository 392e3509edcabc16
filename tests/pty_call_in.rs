//! A client who is not in the day's list rings in: found by initials on the real terminal, logged as begun by them with a note that
//! makes a promise, and taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::Cli;
use common::pty::wait_until;
use common::screen::{facts, rows, screen, wait_cursor, wait_said};
use screen_fixture::{Maker, ZONE};
use touchbase::domain::words::{Channel, Tier};
use touchbase::store::{OpenMode, Store};

struct Call {
    lang: &'static str,
    client: &'static str,
    initials: &'static str,
    /// `/`, `c`, `i`, `;`, `u` as they come from the keyboard.
    keys: [&'static str; 5],
    note: &'static str,
    kept: &'static str,
    promised: &'static str,
    logged: &'static str,
    undone: &'static str,
}

const CALLS: [Call; 2] = [
    Call {
        lang: "en",
        client: "Quiet Tea Co",
        initials: "qtc",
        keys: ["/", "c", "i", ";", "u"],
        note: "asks for the spring list +3d send the price list",
        kept: "asks for the spring list",
        promised: "send the price list",
        logged: "Logged call",
        undone: "Taken back",
    },
    Call {
        lang: "zh-CN",
        client: "海川阀门",
        initials: "hcfm",
        // With the input method on.
        keys: ["、", "ｃ", "ｉ", "；", "ｕ"],
        note: "要春季价目表 +3天后 发价目表",
        kept: "要春季价目表",
        promised: "发价目表",
        logged: "已记录电话",
        undone: "已撤销",
    },
];

#[test]
fn a_client_who_rings_in_is_found_logged_with_a_promise_and_taken_back() {
    for call in &CALLS {
        let mut cli = Cli::new();
        cli.speak(call.lang).at("2026-11-23T09:04:00+08:00");
        let store = Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap();
        let mut m = Maker { store };
        for (name, day) in [("Alder Books", "2026-11-02"), ("Birch Cafe", "2026-11-03"), (call.client, "2026-11-20")] {
            let id = m.client(name, |_| {});
            m.pin(id, Tier::A);
            m.touch(id, Channel::Visit, &format!("{day} 10:00"), "");
        }
        drop(m);
        let before = facts(&cli.db());
        let mut pty = screen(&cli).size(100, 30).start();
        wait_cursor(&pty, "Alder Books");
        // Spoken to last Friday: not in the day's list.
        assert!(
            !pty.rows().iter().take(20).any(|row| row.get(..60).is_some_and(|r| r.contains(call.client))),
            "{}",
            pty.screen_text()
        );
        let [find, c, i, note, undo] = call.keys;
        let mut keys = 0;
        let mut press = |pty: &mut common::pty::Pty, key: &str| {
            pty.send(key);
            keys += 1;
        };
        press(&mut pty, find);
        pty.send(call.initials);
        wait_cursor(&pty, call.client);
        press(&mut pty, "\r");
        press(&mut pty, c);
        press(&mut pty, i);
        press(&mut pty, note);
        pty.send(call.note);
        pty.wait_text(call.promised);
        press(&mut pty, "\r");
        press(&mut pty, c);
        wait_said(&pty, &[call.logged, call.client]);
        assert_eq!(keys, 7, "beside the typed text");
        let touch = wait_until("the call in the file", || {
            rows(&cli.db(), "SELECT channel || ' ' || direction || ' ' || note FROM touch WHERE direction = 'in'").pop()
        });
        assert_eq!(touch, format!("call in {}", call.kept));
        // Three days on from Monday is Thursday.
        let task = rows(&cli.db(), "SELECT text || ' ' || due FROM task").pop().unwrap();
        assert_eq!(task, format!("{} {}", call.promised, screen_fixture::day("2026-11-26").0));
        pty.send(undo);
        wait_said(&pty, &[call.undone]);
        assert_eq!(facts(&cli.db()), before, "one step back takes call, note and promise");
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
    }
}
