//! The terminal is given back as it was found, whatever ends or stops the program. The program here is this test program itself,
//! started again in a pseudo-terminal with a minimal screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use chrono_tz::Tz;
use common::pty::{Program, Pty, signal};
use ratatui::Frame;
use std::io;
use std::thread;
use std::time::{Duration, SystemTime};
use touchbase::app::key::{Key, KeyCode};
use touchbase::domain::day::{Moment, Now};
use touchbase::tui::events::{Event, Events};
use touchbase::tui::run::{Flow, Screen, run};

const ROLE: &str = "TOUCHBASE_TEST_SCREEN";

/// Shows what it is told and misbehaves on request.
#[derive(Default)]
struct Hello {
    last: String,
    keys: usize,
    bell: bool,
}

impl Screen for Hello {
    fn handle(&mut self, event: Event, _: &Now) -> anyhow::Result<Flow> {
        self.keys += 1;
        self.last = format!("{event:?}");
        let Event::Key(key) = event else { return Ok(Flow::Continue) };
        self.last = key.to_string();
        if key == Key::ctrl('z') {
            return Ok(Flow::Suspend);
        }
        let KeyCode::Char(c) = key.code else { return Ok(Flow::Continue) };
        match c {
            'q' => return Ok(Flow::Quit),
            'e' => return Ok(Flow::Edit("before\n".into())),
            'E' => anyhow::bail!("an error of the screen"),
            'b' => self.bell = true,
            'p' => panic!("on the loop: \u{1b}]0;evil\u{7} \u{1b}[31mred"),
            't' => drop(thread::Builder::new().name("worker".into()).spawn(|| panic!("in a worker")).unwrap()),
            'h' => thread::sleep(Duration::from_secs(3600)),
            _ => {}
        }
        Ok(Flow::Continue)
    }
    fn draw(&mut self, frame: &mut Frame<'_>, _: &Now) {
        let size = frame.area();
        let text = format!("hello {}x{}\nkeys {}\nlast [{}]", size.width, size.height, self.keys, self.last);
        frame.render_widget(ratatui::widgets::Paragraph::new(text), size);
    }
    fn next_wake(&self, _: &Now) -> Option<Moment> {
        None
    }
    fn is_guarded(&self, key: Key) -> bool {
        matches!(key.code, KeyCode::Char('d' | 'x' | '.'))
    }
    fn zone(&self) -> Tz {
        Tz::UTC
    }
    fn title(&self, _: &Now) -> String {
        "touchbase\u{1b}\u{7}hello".into()
    }
    fn is_typing(&self) -> bool {
        false
    }
    fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.bell)
    }
    fn edited(&mut self, text: io::Result<Option<String>>, _: &Now) -> anyhow::Result<Flow> {
        self.last = match text {
            Ok(text) => format!("edited {text:?}"),
            Err(why) => format!("no editor: {why}"),
        };
        Ok(Flow::Continue)
    }
}

/// Not a test of its own: what the other tests start.
#[test]
fn screen_in_the_pty() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let clock = || Moment(SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs().cast_signed());
    match run(&mut Hello::default(), Events::new(), &clock) {
        Ok(ended) => std::process::exit(ended.code()),
        Err(error) => {
            eprintln!("error: {error}");
            std::process::exit(1);
        }
    }
}

fn arguments() -> [&'static str; 4] {
    ["--exact", "screen_in_the_pty", "--nocapture", "--test-threads=1"]
}

fn start() -> Pty {
    start_with(|program| program)
}

fn start_with(change: impl FnOnce(Program) -> Program) -> Pty {
    let program = Program::new(std::env::current_exe().unwrap(), &arguments()).env(ROLE, "1");
    let pty = change(program).start();
    pty.wait_text("hello");
    pty.assert_taken();
    pty
}

/// Started as a job of a shell that says when the job stopped and waits for Enter before it takes it back.
fn start_as_a_job() -> Pty {
    let script =
        format!("\"$GUARD_EXE\" {}; echo \"job stopped $?\"; read answer; fg; echo \"job over $?\"", arguments().join(" "));
    let program = Program::new("sh", &["-mc", &script]).env("GUARD_EXE", std::env::current_exe().unwrap()).env(ROLE, "1");
    let pty = program.start();
    pty.wait_text("hello");
    pty.assert_taken();
    pty
}

#[test]
fn it_takes_the_terminal_and_gives_it_back_on_quit() {
    let mut pty = start_with(|program| program.size(100, 30));
    pty.wait_text("hello 100x30");
    let titles = pty.titles();
    assert!(titles.len() == 1 && titles[0].starts_with("touchbase") && titles[0].ends_with("hello"), "{titles:?}");
    assert!(!titles[0].contains(char::is_control), "control characters never reach the title: {titles:?}");
    pty.send("j<Up><F1><Esc>");
    pty.wait_text("last [Esc]");
    pty.send("客");
    pty.wait_text("last [客]");
    pty.paste("q\nq");
    pty.wait_text("Paste(\"q\\nq\")");
    pty.resize(60, 18);
    pty.wait_text("hello 60x18");
    pty.send("b");
    pty.wait_text("last [b]");
    assert_eq!(pty.bells(), 1);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn a_held_key_acts_once() {
    let mut pty = start();
    pty.raw(b"dddd");
    pty.raw(b"k");
    pty.wait_text("last [k]");
    assert!(pty.screen_text().contains("keys 2"), "{}", pty.screen_text());
    pty.send("dd");
    pty.wait_text("keys 4");
}

#[test]
fn an_error_is_told_on_a_restored_terminal() {
    let mut pty = start();
    pty.send("E");
    assert_eq!(pty.wait_exit(), 1);
    pty.assert_restored();
    pty.wait_text("error: an error of the screen");
}

#[test]
fn a_panic_of_the_loop_is_told_on_a_restored_terminal_without_raw_control_bytes() {
    let mut pty = start();
    pty.send("p");
    assert_eq!(pty.wait_exit(), 101);
    pty.assert_restored();
    pty.wait_text("panicked at");
    let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert!(!bytes.contains("\u{1b}]0;evil") && !bytes.contains("\u{1b}[31mred"), "{bytes:?}");
}

#[test]
fn a_panic_in_another_thread_ends_the_program_and_restores_the_terminal() {
    let mut pty = start();
    pty.send("t");
    assert_eq!(pty.wait_exit(), 101);
    pty.assert_restored();
    pty.wait_text("thread 'worker' panicked");
}

#[test]
fn signals_that_end_a_program_restore_the_terminal() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut pty = start();
        pty.signal(name);
        assert_eq!(pty.wait_exit(), code, "{name}");
        pty.assert_restored();
    }
}

#[test]
fn a_loop_that_hangs_is_ended_within_a_second_all_the_same() {
    let mut pty = start();
    pty.send("h");
    pty.signal("TERM");
    assert_eq!(pty.exit_within(Duration::from_secs(2)), 143);
    pty.assert_restored();
}

#[test]
fn ctrl_z_stops_the_job_and_it_comes_back_with_its_picture() {
    let mut pty = start_as_a_job();
    pty.send("<C-z>");
    pty.wait_text("job stopped");
    pty.assert_restored();
    pty.send("<Enter>");
    pty.wait_for("the full screen", vt100::Screen::alternate_screen);
    pty.wait_text("last [Ctrl-z]");
    pty.assert_taken();
    pty.send("jq");
    pty.wait_text("job over 0");
    pty.assert_restored();
}

#[test]
fn a_stop_signal_from_outside_is_the_same_as_ctrl_z() {
    let mut pty = start_as_a_job();
    signal(pty.foreground(), "TSTP");
    pty.wait_text("job stopped");
    pty.assert_restored();
    pty.send("<Enter>");
    pty.wait_for("the full screen", vt100::Screen::alternate_screen);
    pty.wait_text("hello");
    pty.assert_taken();
    pty.send("q");
    pty.wait_text("job over 0");
    pty.assert_restored();
}

#[test]
fn a_stop_that_cannot_be_caught_is_repaired_when_it_ends() {
    let mut pty = start_as_a_job();
    signal(pty.foreground(), "STOP");
    // Nothing was restored: the shell's words stand on our screen, and its line ends with a line feed in raw mode.
    pty.wait_text("job stopped");
    pty.send("<C-j>");
    pty.wait_gone("job stopped");
    pty.send("j");
    pty.wait_text("last [j]");
    pty.assert_taken();
    pty.send("q");
    pty.wait_text("job over 0");
    pty.assert_restored();
}

#[test]
fn without_a_shell_to_come_back_to_ctrl_z_does_not_hang() {
    let mut pty = start();
    pty.send("<C-z>");
    pty.wait_text("last [Ctrl-z]");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn the_editor_gets_the_terminal_as_it_was_and_all_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let editor = folder.path().join("editor");
    std::fs::write(&editor, "echo \"editor ready\"; stty -a >&2; read line; echo \"$line\" >> \"$1\"\n").unwrap();
    let mut pty = start_with(|program| program.env("EDITOR", format!("sh {}", editor.display())));
    pty.send("e");
    pty.wait_text("editor ready");
    pty.assert_restored();
    pty.send("typed qjd<Enter>");
    pty.wait_text("edited Some(\"before\\ntyped qjd\\n\")");
    pty.assert_taken();
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn s078_an_editor_that_is_not_there_or_fails_says_so_and_gives_the_terminal_back() {
    for (editor, said) in [("nosuch-editor-x -w", "nosuch-editor-x: not found"), ("false", "false: exit status: 1")] {
        let mut pty = start_with(|program| program.env("EDITOR", editor));
        pty.send("e");
        pty.wait_text(said);
        pty.assert_taken();
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        pty.assert_restored();
    }
}

#[test]
fn when_the_terminal_is_gone_the_program_ends_within_a_second() {
    let mut pty = start();
    pty.hang_up();
    pty.exit_within(Duration::from_secs(1));
}
