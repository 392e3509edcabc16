//! The real program on a real terminal: how it begins and ends, what interrupts it, and what other programs do to its file meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod screen_fixture;

use common::cli::{Cli, binary};
use common::pty::{Program, Pty, signal, wait_until};
use common::screen::{cursor_row, facts, number, reading, rows, screen, wait_cursor, wait_said, with_environment};
use screen_fixture::{Maker, ZONE};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;
use touchbase::domain::words::{Channel, Tier};
use touchbase::store::{OpenMode, Store};

fn maker(cli: &Cli) -> Maker {
    Maker { store: Store::open(&cli.db(), OpenMode::Create { zone: ZONE }, None).unwrap() }
}

/// Four calls today, the most urgent first.
fn book() -> Cli {
    let cli = Cli::new();
    let mut m = maker(&cli);
    for (n, name) in ["Alder", "Birch", "白杨", "Dogwood"].iter().enumerate() {
        let id = m.client(name, |_| {});
        m.pin(id, Tier::A);
        m.touch(id, Channel::Visit, &format!("2026-11-{:02} 10:00", 9 + n), "");
    }
    cli
}

fn booted(program: Program) -> Pty {
    let pty = program.start();
    pty.wait_text("[1 Today 4]");
    wait_cursor(&pty, "Alder");
    pty.assert_taken();
    pty
}

fn start(cli: &Cli) -> Pty {
    booted(screen(cli))
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

/// Esc, and waits until this has gone: the next key right behind an Esc would be taken for Alt and that key.
fn escape(pty: &mut Pty, text: &str) {
    pty.send("<Esc>");
    pty.wait_gone(text);
}

fn touches(cli: &Cli, name: &str) -> Vec<String> {
    let now = common::cli::NOW;
    let sql = "SELECT t.channel, t.outcome FROM touch t JOIN client c ON c.id = t.client_id WHERE c.name = ";
    rows(&cli.db(), &format!("{sql}'{name}' AND t.at = unixepoch('{now}')"))
}

#[test]
fn the_first_frame_is_today_and_q_gives_the_terminal_back() {
    let cli = book();
    let pty = start(&cli);
    let titles = pty.titles();
    assert!(titles.iter().all(|t| t == "touchbase") && !titles.is_empty(), "{titles:?}");
    quit(pty);
    let mut pty = start(&cli);
    pty.send("<C-c>");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn what_cannot_be_opened_is_one_line_and_the_terminal_is_never_taken() {
    type Spoil<'a> = (&'a str, &'a dyn Fn(&Cli));
    let spoil: [Spoil<'_>; 4] = [
        ("no portfolio", &|cli| fs::write(cli.db(), "something else entirely, a list of groceries\n").unwrap()),
        ("a folder", &|cli| fs::remove_file(cli.db()).and_then(|()| fs::create_dir(cli.db())).unwrap()),
        ("a newer file", &|cli| reading(&cli.db()).execute_batch("PRAGMA user_version = 9000").unwrap()),
        ("a half file", &|cli| fs::File::options().write(true).open(cli.db()).unwrap().set_len(50).unwrap()),
    ];
    for (what, spoil) in spoil {
        let cli = book();
        spoil(&cli);
        let mut pty = screen(&cli).size(200, 24).start();
        let code = pty.wait_exit();
        assert_ne!(code, 0, "{what}");
        pty.wait_text("touchbase:");
        pty.assert_restored();
        let said = pty.screen_text();
        assert_eq!(said.trim().lines().count(), 1, "{what}: {said}");
        assert!(!pty.bytes().windows(8).any(|b| b == b"\x1b[?1049h"), "{what}");
    }
}

#[test]
fn a_file_that_may_not_be_written_is_shown_and_says_so_in_a_line() {
    let cli = book();
    // Opened once, so that the month is kept already.
    quit(start(&cli));
    fs::set_permissions(cli.db(), fs::Permissions::from_mode(0o400)).unwrap();
    let before = facts(&cli.db());
    let mut pty = start(&cli);
    pty.send("d");
    wait_said(&pty, &["is read-only"]);
    wait_cursor(&pty, "Alder");
    assert_eq!(facts(&cli.db()), before);
    quit(pty);
}

#[test]
fn a_file_that_was_taken_away_or_replaced_meanwhile_is_said_in_a_line_and_ends_well() {
    for replaced in [false, true] {
        let cli = book();
        let mut pty = start(&cli);
        fs::rename(cli.db(), cli.path("elsewhere.db")).unwrap();
        if replaced {
            fs::copy(cli.path("elsewhere.db"), cli.db()).unwrap();
        }
        let before = facts(&cli.path("elsewhere.db"));
        pty.send("d");
        wait_said(&pty, &["Not saved: the file was moved, replaced or deleted"]);
        wait_cursor(&pty, "Alder");
        assert_eq!(facts(&cli.path("elsewhere.db")), before);
        quit(pty);
    }
}

#[test]
fn signals_that_end_it_restore_the_terminal() {
    let cli = book();
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut pty = start(&cli);
        pty.signal(name);
        assert_eq!(pty.exit_within(Duration::from_secs(2)), code, "{name}");
        pty.assert_restored();
    }
}

#[test]
fn a_stopped_job_comes_back_with_its_picture_and_goes_on() {
    let cli = book();
    let script = "\"$PROGRAM\"; echo \"job stopped $?\"; read answer; fg; echo \"job over $?\"";
    let program = with_environment(&cli, Program::new("sh", &["-mc", script])).env("PROGRAM", binary());
    let mut pty = booted(program);
    pty.send("j");
    wait_cursor(&pty, "Birch");
    pty.send("<C-z>");
    pty.wait_text("job stopped");
    pty.assert_restored();
    // Another program does its work while we are away.
    cli.ok(&["log", "Alder", "call"]);
    pty.send("<Enter>");
    pty.wait_for("the full screen", vt100::Screen::alternate_screen);
    wait_cursor(&pty, "Birch");
    pty.assert_taken();
    pty.send("d");
    wait_said(&pty, &["Logged call", "Birch"]);
    pty.send("q");
    pty.wait_text("job over 0");
    pty.assert_restored();
    assert_eq!(touches(&cli, "Birch"), ["call|reached"]);
    assert_eq!(touches(&cli, "Alder"), ["call|reached"]);
}

#[test]
fn when_the_terminal_is_gone_it_ends_within_a_second() {
    let cli = book();
    let mut pty = start(&cli);
    pty.hang_up();
    pty.exit_within(Duration::from_secs(1));
    // In the middle of a word, too. (A promise would not do: the terminal's end sends a last line feed, which is Enter.)
    let mut pty = start(&cli);
    pty.send("/half a na");
    pty.wait_text("/ half a na");
    pty.hang_up();
    pty.exit_within(Duration::from_secs(1));
}

#[test]
fn it_follows_the_size_of_its_window() {
    let cli = book();
    let mut pty = start(&cli);
    pty.resize(60, 18);
    pty.wait_for("the small picture", |screen| screen.rows(0, 60).nth(17).is_some_and(|row| row.contains("? keys")));
    pty.resize(200, 60);
    pty.wait_for("the large picture", |screen| screen.rows(0, 200).nth(59).is_some_and(|row| row.contains("? keys")));
    pty.wait_text("WHO");
    pty.resize(59, 17);
    pty.wait_for("the one line", |screen| screen.contents().trim() == "touchbase needs a window of 60 by 18");
    pty.resize(1, 1);
    pty.resize(60, 18);
    pty.wait_text("[1 Today 4]");
    wait_cursor(&pty, "Alder");
    quit(pty);
}

/// Names that try to be more than a name; each begins with a mark of its own.
fn hostile() -> Vec<String> {
    [
        "\u{1b}[5;7mBLINK\u{1b}]0;OWNED\u{7}".to_owned(),
        "\u{1b}c\u{1b}[2J\u{1b}[997;996Hcleared".to_owned(),
        "\u{1b}P1$r\u{1b}\\\u{1b}_apc\u{1b}\\\u{1b}]52;c;ZXZpbA==\u{7}".to_owned(),
        "two\nlines\r\tand\u{8}\u{7f}more\u{b}".to_owned(),
        "\u{9b}31mC1\u{9d}0;OWNED\u{9c}\u{85}".to_owned(),
        "\u{202e}live\u{2066}bidi\u{200f}\u{feff}".to_owned(),
        "👩‍👩‍👧‍👦 family ❤️ 🇨🇳".to_owned(),
        "e\u{301}\u{302}\u{303}\u{304}".repeat(200),
        "x".repeat(10_000),
        "阀".repeat(10_000),
    ]
    .iter()
    .enumerate()
    .map(|(n, evil)| format!("N{n:02}{evil}"))
    .collect()
}

/// What the program writes that a terminal obeys: anything else is data that got through.
fn assert_only_our_own(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("only text");
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_control()) {
        let (_, from) = rest.split_at(at);
        let shown = || from.chars().take(30).collect::<String>();
        let Some(after) = from.strip_prefix('\u{1b}') else {
            panic!("a bare control character: {:?}", shown());
        };
        rest = if let Some(csi) = after.strip_prefix('[') {
            let end = csi.find(|c: char| !matches!(c, '0'..='9' | ';' | '?' | '>' | '<' | '=' | ' ')).expect("an end");
            let (parameters, last) = (&csi[..end], &csi[end..end + 1]);
            assert!("mHhlJKtuncqrAB".contains(last), "{:?}", shown());
            assert!(!matches!((parameters, last), ("5;7", "m") | ("997;996", _)), "{:?}", shown());
            &csi[end + 1..]
        } else if let Some(osc) = after.strip_prefix(']') {
            let end = osc.find(['\u{7}', '\u{1b}']).expect("an end");
            assert!(["0;touchbase", "2;touchbase", "11;?"].iter().any(|own| osc.starts_with(own)), "{:?}", shown());
            osc[end..].strip_prefix('\u{7}').or_else(|| osc[end..].strip_prefix("\u{1b}\\")).expect("an end")
        } else {
            let next = after.chars().next().expect("more");
            assert!(matches!(next, '7' | '8' | '=' | '>'), "{:?}", shown());
            &after[1..]
        };
    }
    let bidi = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
    assert!(!text.contains(bidi), "a character that turns the line around");
}

#[test]
fn hostile_names_keep_to_their_row_and_no_byte_of_them_is_obeyed() {
    for lang in ["en", "zh-CN"] {
        let mut cli = Cli::new();
        cli.speak(lang);
        let mut m = maker(&cli);
        for name in hostile() {
            let id = m.client(&name, |c| {
                c.note = Some(name.clone());
                c.need = Some(name.clone());
                c.person = Some(name.clone());
                c.tags = vec![name.chars().take(40).collect()];
            });
            m.pin(id, Tier::A);
            m.touch(id, Channel::Visit, "2026-11-09 10:00", &name);
        }
        drop(m);
        // The rows that begin a client of ours, each once.
        let rows_of = |screen: &vt100::Screen| -> usize {
            let list: Vec<String> = screen.rows(0, screen.size().1.get() / 2).take(22).collect();
            let once = |mark: String| list.iter().filter(|row| row.contains(&mark)).count() == 1;
            (0..10).filter(|n| once(format!("N{n:02}"))).count()
        };
        let mut pty = screen(&cli).size(120, 40).start();
        pty.wait_text("N00");
        pty.send("2");
        pty.wait_for("ten clients in ten rows", |screen| rows_of(screen) == 10);
        for _ in 0..9 {
            pty.send("j");
        }
        pty.wait_for("the last row", |screen| cursor_row(screen).contains('N'));
        // The brief, the arithmetic, the form, the filter, the toast.
        pty.send("w");
        pty.wait_gone("A=");
        pty.send("<Esc>");
        pty.wait_text("A=");
        pty.send("E<Tab>");
        pty.wait_gone("A=");
        pty.send("<Esc>");
        pty.wait_text("A=");
        pty.send("/N0");
        pty.wait_text("/ N0");
        escape(&mut pty, "/ N0");
        pty.send("1");
        pty.wait_text("[1 ");
        pty.send("d");
        pty.wait_for("the toast", |screen| common::screen::said(screen).contains('N'));
        pty.send("!fear<Enter>u2?");
        pty.wait_text("  $  ");
        escape(&mut pty, "  $  ");
        pty.send("g");
        pty.wait_for("ten clients in ten rows again", |screen| rows_of(screen) == 10);
        quit_any(pty, |pty| {
            assert_only_our_own(&pty.bytes());
            let titles = pty.titles();
            assert!(titles.iter().all(|t| t.starts_with("touchbase")), "{titles:?}");
            assert_eq!(pty.bells(), 0);
        });
    }
}

fn quit_any(mut pty: Pty, look: impl FnOnce(&Pty)) {
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
    look(&pty);
}

#[test]
fn an_empty_book_takes_a_list_by_its_typed_path() {
    let cli = Cli::new();
    let list = cli.file(
        "my clients.csv",
        "name,person,phone,email,industry\nHarbor & Sons,Ms Reed,021 5550 1234,reed@harbor.example,logistics\n海川阀门,王总,13800138000,,机械\n,,,,nobody\n",
    );
    let mut pty = screen(&cli).start();
    pty.wait_text("Welcome to touchbase");
    pty.assert_taken();
    pty.send("i");
    pty.wait_text("Import a file");
    pty.raw(list.to_str().unwrap().as_bytes());
    pty.send("<Enter>");
    // It is looked at first.
    pty.wait_text("Line 4 rejected");
    pty.send("<Enter>");
    // The report stays until it is read.
    pty.wait_text("2 created, 0 updated, 0 unchanged, 1 rejected");
    escape(&mut pty, "created");
    pty.send("2");
    pty.wait_text("Harbor & Sons");
    pty.wait_text("海川阀门");
    quit(pty);
    assert_eq!(rows(&cli.db(), "SELECT name FROM client ORDER BY name"), ["Harbor & Sons", "海川阀门"]);
    assert_eq!(number(&cli.db(), "SELECT count(*) FROM op WHERE kind = 'do'"), 1, "one step to take back");
}

#[test]
fn a_path_that_does_not_exist_keeps_the_line_and_says_why() {
    let cli = Cli::new();
    let mut pty = screen(&cli).start();
    pty.wait_text("Welcome to touchbase");
    pty.send("i/nowhere/at all.csv<Enter>");
    pty.wait_text("Cannot read /nowhere/at all.csv");
    pty.wait_text("> /nowhere/at all.csv");
    escape(&mut pty, "/nowhere");
    quit(pty);
}

#[test]
fn the_sample_opens_beside_an_empty_book_and_leaves_it_empty() {
    let cli = Cli::new();
    let mut pty = screen(&cli).start();
    pty.wait_text("Welcome to touchbase");
    pty.send("d");
    pty.wait_text("BY THE CLOCK");
    pty.assert_taken();
    pty.send("cc");
    pty.wait_for("what was done", |screen| !common::screen::said(screen).is_empty());
    quit(pty);
    assert_eq!(number(&cli.db(), "SELECT count(*) FROM client"), 0);
}

#[test]
fn the_language_chosen_on_the_first_screen_stays() {
    let cli = Cli::new();
    let unsaid = || screen(&cli).env("TOUCHBASE_LANG", "");
    let mut pty = unsaid().start();
    pty.wait_text("Welcome to touchbase");
    pty.send("L");
    pty.wait_text("欢迎使用 touchbase");
    pty.send("n");
    pty.raw("海川阀门 王总 13800138000 #广交会".as_bytes());
    pty.wait_text("联系人：王总");
    pty.send("<Enter>2");
    pty.wait_text("[2 客户 1]");
    pty.wait_text("海川阀门");
    quit(pty);
    let pty = unsaid().start();
    pty.wait_text("客户 1");
    quit(pty);
}

#[test]
fn another_program_may_write_and_the_next_key_still_means_the_row_it_was_pressed_on() {
    let cli = book();
    let mut pty = start(&cli);
    pty.send("jj");
    wait_cursor(&pty, "白杨");
    // The rows above go away: a row number would now point at somebody else.
    cli.ok(&["log", "Alder", "call"]);
    cli.ok(&["log", "Birch", "call", "--outcome", "no-answer"]);
    pty.send("d");
    wait_said(&pty, &["Logged call", "白杨"]);
    pty.wait_text("[1 Today 1]");
    assert_eq!(touches(&cli, "白杨"), ["call|reached"]);
    assert_eq!(touches(&cli, "Dogwood"), [""; 0]);
    // The very row was done elsewhere: nothing happens but that it is said.
    wait_cursor(&pty, "Dogwood");
    cli.ok(&["log", "Dogwood", "call"]);
    pty.send("x");
    wait_said(&pty, &["Another program"]);
    assert_eq!(touches(&cli, "Dogwood"), ["call|reached"]);
    // What the other program did can be taken back here: the newest first.
    pty.send("u");
    wait_said(&pty, &["Taken back", "Dogwood"]);
    wait_cursor(&pty, "Dogwood");
    assert_eq!(touches(&cli, "Dogwood"), [""; 0]);
    quit(pty);
}

#[test]
fn neither_a_held_key_nor_a_paste_works_through_the_list() {
    let cli = book();
    let mut pty = start(&cli);
    for (held, who, next) in [("dddd", "Alder", "Birch"), ("ｄｄｄｄ", "Birch", "白杨")] {
        pty.raw(held.as_bytes());
        wait_said(&pty, &["Logged call", who]);
        wait_cursor(&pty, next);
        // Taken after everything that was held.
        pty.send("jk");
    }
    pty.paste("dx\nq\n1\nd");
    pty.wait_text("Note on 白杨");
    escape(&mut pty, "Note on");
    assert_eq!(touches(&cli, "白杨"), [""; 0]);
    assert_eq!(number(&cli.db(), "SELECT count(*) FROM op WHERE face = 'tui'"), 2);
    quit(pty);
}

#[test]
fn a_locked_file_is_said_and_nothing_is_lost() {
    let cli = book();
    let mut pty = start(&cli);
    for how in ["IMMEDIATE", "EXCLUSIVE"] {
        let before = facts(&cli.db());
        let other = reading(&cli.db());
        other.execute_batch(&format!("BEGIN {how}")).unwrap();
        pty.send("d");
        wait_said(&pty, &["Another program is writing"]);
        wait_cursor(&pty, "Alder");
        other.execute_batch("ROLLBACK").unwrap();
        assert_eq!(facts(&cli.db()), before);
        pty.send("jk");
        pty.wait_for("an empty line", |screen| common::screen::said(screen).is_empty());
    }
    quit(pty);
}

#[test]
fn what_was_typed_while_the_file_was_locked_stays_with_its_text_until_it_could_be_written() {
    let cli = book();
    let mut pty = start(&cli);
    let other = reading(&cli.db());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.send("!third typo in print<Enter>");
    pty.wait_text("Another program is writing");
    pty.wait_text("third typo in print");
    other.execute_batch("ROLLBACK").unwrap();
    pty.send("<Enter>");
    wait_said(&pty, &["Opened complaint", "Alder"]);
    assert_eq!(rows(&cli.db(), "SELECT text FROM complaint"), ["third typo in print"]);
    // The row below is the call that is due: on the case a call would be its answer.
    pty.send("j");
    wait_cursor(&pty, "same client");
    // So does the note of a call, whatever letters are in it.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.send("c;wants a second variant<Enter>");
    pty.wait_text("wants a second variant");
    pty.send("<Enter>");
    wait_said(&pty, &["Another program is writing"]);
    other.execute_batch("ROLLBACK").unwrap();
    pty.send("<Enter>");
    wait_said(&pty, &["Logged call", "Alder"]);
    assert_eq!(rows(&cli.db(), "SELECT note FROM touch WHERE note IS NOT NULL"), ["wants a second variant"]);
    quit(pty);
}

#[test]
fn a_file_that_is_locked_from_the_start_is_one_line() {
    let cli = book();
    let other = reading(&cli.db());
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let mut pty = screen(&cli).size(200, 24).start();
    assert_ne!(pty.wait_exit(), 0);
    pty.wait_text("touchbase:");
    pty.assert_restored();
    assert_eq!(pty.screen_text().trim().lines().count(), 1, "{}", pty.screen_text());
}

/// A measurement: `cargo test --release --test pty_life -- --ignored --nocapture idle`
#[test]
#[ignore = "takes ten seconds of waiting"]
fn idle_takes_no_processor_time() {
    let cli = book();
    let pty = start(&cli);
    let spent = || -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", pty.pid())).unwrap();
        let after = stat.rsplit(')').next().unwrap().split_whitespace().collect::<Vec<_>>();
        after[11].parse::<u64>().unwrap() + after[12].parse::<u64>().unwrap()
    };
    let switches = || -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", pty.pid())).unwrap();
        let of = |status: String| -> u64 {
            let lines = status.lines().filter(|l| l.contains("ctxt_switches"));
            lines.map(|l| l.split_whitespace().last().unwrap().parse::<u64>().unwrap()).sum()
        };
        threads.map(|t| of(fs::read_to_string(t.unwrap().path().join("status")).unwrap())).sum()
    };
    // What the first frame still costs is over when two looks agree.
    let mut last = switches();
    wait_until("quiet", || {
        let now = switches();
        (std::mem::replace(&mut last, now) == now).then_some(())
    });
    let (ticks, woken) = (spent(), switches());
    // The measurement itself: what is measured is that nothing happens while time passes.
    std::thread::sleep(Duration::from_secs(10));
    println!("10 s idle: {} clock ticks, woken {} times", spent() - ticks, switches() - woken);
    assert_eq!(spent() - ticks, 0);
    signal(pty.pid(), "TERM");
}

#[test]
fn a_line_typed_on_the_screen_is_carried_out_by_the_program_itself_and_shown() {
    let cli = book();
    let mut pty = start(&cli);
    pty.send(":");
    pty.send("log Alder call -m prices");
    pty.send("<Enter>");
    wait_said(&pty, &["Logged call, Alder"]);
    assert_eq!(number(&cli.db(), "SELECT count(*) FROM touch WHERE channel = 'call'"), 1);
    pty.send("2");
    pty.wait_text("prices");
    quit(pty);
}

#[test]
fn a_line_without_end_is_stopped_by_esc_and_the_screen_goes_on() {
    let cli = book();
    let mut pty = start(&cli);
    pty.send(":");
    pty.send("sql \"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n\"");
    pty.send("<Enter>");
    wait_said(&pty, &["Running: touchbase sql", "Esc stops it"]);
    pty.send("<Esc>");
    wait_said(&pty, &["Stopped: touchbase sql"]);
    quit(pty);
}
