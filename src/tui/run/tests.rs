//! The loop on a terminal in memory, with a screen that writes down what it is told.

#![allow(clippy::unwrap_used)]

use super::*;
use ratatui::{Terminal, backend::TestBackend};
use std::sync::mpsc::{self, Sender};

/// Writes down what it is told.
#[derive(Default)]
struct Diary {
    told: Vec<String>,
    before_frame: Vec<String>,
    frames: usize,
    wake: Option<Moment>,
    typing: bool,
    answers: Vec<(Event, Flow)>,
}

impl Screen for Diary {
    fn handle(&mut self, event: Event, _: &Now) -> anyhow::Result<Flow> {
        self.told.push(match &event {
            Event::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        });
        let answer = self.answers.iter().position(|(e, _)| *e == event).map(|i| self.answers.remove(i).1);
        Ok(answer.unwrap_or(if event == Event::Key(Key::char('q')) { Flow::Quit } else { Flow::Continue }))
    }
    fn draw(&mut self, frame: &mut Frame<'_>, _: &Now) {
        if self.frames == 0 {
            self.before_frame = self.told.clone();
        }
        self.frames += 1;
        frame.render_widget(self.told.join(" "), frame.area());
    }
    fn next_wake(&self, _: &Now) -> Option<Moment> {
        self.wake
    }
    fn zone(&self) -> Tz {
        Tz::UTC
    }
    fn title(&self, _: &Now) -> String {
        "diary".into()
    }
    fn is_typing(&self) -> bool {
        self.typing
    }
    fn is_guarded(&self, key: Key) -> bool {
        key == Key::char('d')
    }
    fn edited(&mut self, text: io::Result<Option<String>>, _: &Now) -> anyhow::Result<Flow> {
        self.told.push(format!("edited {:?}", text?));
        Ok(Flow::Continue)
    }
}

/// A terminal in memory that notes what it was asked for.
struct Fake {
    terminal: Terminal<TestBackend>,
    asked: Vec<String>,
    broken: Option<i32>,
}

impl Host for Fake {
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        if let Some(code) = self.broken {
            return Err(io::Error::from_raw_os_error(code));
        }
        self.terminal.draw(|frame| render(frame)).map(|_| ()).map_err(io::Error::other)
    }
    fn forget(&mut self) -> io::Result<()> {
        self.asked.push("forget".into());
        Ok(())
    }
    fn suspend(&mut self, group: bool) -> io::Result<()> {
        self.asked.push(format!("suspend {group}"));
        Ok(())
    }
    fn resume(&mut self) -> io::Result<()> {
        self.asked.push("resume".into());
        Ok(())
    }
    fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        self.asked.push("edit".into());
        Ok(Some(text.to_uppercase()))
    }
    fn title(&mut self, title: &str) -> io::Result<()> {
        self.asked.push(format!("title {title}"));
        Ok(())
    }
    fn bell(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.asked.push(format!("copy {text}"));
        Ok(())
    }
}

fn fake() -> Fake {
    Fake { terminal: Terminal::new(TestBackend::new(20, 2)).unwrap(), asked: Vec::new(), broken: None }
}

fn press(sender: &Sender<Report>, keys: &str, at: Instant) {
    for c in keys.chars() {
        sender.send(Report::Event(Event::Key(Key::char(c)), at)).unwrap();
    }
}

fn at_zero() -> Moment {
    Moment(0)
}

#[test]
fn all_waiting_events_are_taken_before_a_frame_is_drawn() {
    let (sender, reports) = mpsc::channel();
    press(&sender, "jjjjjq", Instant::now());
    let (mut diary, mut host) = (Diary::default(), fake());
    assert_eq!(drive(&mut diary, &mut host, &reports, &at_zero).unwrap(), Ended::Quit);
    assert_eq!(diary.told.len(), 6);
    assert_eq!(diary.frames, 1);
    assert_eq!(host.asked, ["title diary"]);
}

#[test]
fn what_was_typed_while_the_terminal_was_asked_comes_after_the_first_frame_and_in_order() {
    let (sender, reports) = mpsc::channel();
    press(&sender, "cq", Instant::now());
    let told = |event| Report::Event(event, Instant::now());
    let answer = Event::Answer(crate::tui::asking::Answer::Column(3));
    let early = vec![told(Event::Key(Key::char('a'))), told(answer), told(Event::Key(Key::char('b')))];
    let mut diary = Diary::default();
    assert_eq!(drive_on(&mut diary, &mut fake(), early, &reports, &at_zero).unwrap(), Ended::Quit);
    assert_eq!(diary.told, ["Answer(Column(3))", "a", "b", "c", "q"]);
    assert_eq!(diary.before_frame, ["Answer(Column(3))"]);
}

#[test]
fn a_held_key_is_told_once_unless_text_is_typed() {
    for (typing, told) in [(false, "d q"), (true, "d d d q")] {
        let (sender, reports) = mpsc::channel();
        press(&sender, "dddq", Instant::now());
        let mut diary = Diary { typing, ..Diary::default() };
        drive(&mut diary, &mut fake(), &reports, &at_zero).unwrap();
        assert_eq!(diary.told.join(" "), told);
    }
}

#[test]
fn without_events_the_loop_sleeps_to_the_moment_asked_for() {
    let (sender, reports) = mpsc::channel();
    let mut diary = Diary { wake: Some(Moment(1)), answers: vec![(Event::Wake, Flow::Quit)], ..Diary::default() };
    assert_eq!(drive(&mut diary, &mut fake(), &reports, &at_zero).unwrap(), Ended::Quit);
    assert_eq!(diary.told, ["Wake"]);
    drop(sender);
}

#[test]
fn stops_and_the_editor_go_through_the_host() {
    let (sender, reports) = mpsc::channel();
    press(&sender, "ze", Instant::now());
    sender.send(Report::Signal(SIGCONT)).unwrap();
    sender.send(Report::Signal(SIGTSTP)).unwrap();
    sender.send(Report::Signal(SIGCONT)).unwrap();
    sender.send(Report::Signal(signal_hook::consts::SIGTERM)).unwrap();
    let mut diary = Diary {
        answers: vec![(Event::Key(Key::char('z')), Flow::Suspend), (Event::Key(Key::char('e')), Flow::Edit("note".into()))],
        ..Diary::default()
    };
    let mut host = fake();
    let ended = drive(&mut diary, &mut host, &reports, &at_zero).unwrap();
    assert_eq!(ended, Ended::Signal(15));
    assert_eq!(ended.code(), 143);
    // The key after the first stop tells that nobody had stopped us: that SIGCONT is somebody else's.
    assert_eq!(host.asked, ["title diary", "suspend true", "edit", "resume", "suspend false"]);
    assert_eq!(diary.told, ["z", "e", "edited Some(\"NOTE\")"]);
}

/// Works in three steps and says how many it was let.
struct Worker {
    told: Vec<String>,
    steps: usize,
}

impl Screen for Worker {
    fn handle(&mut self, event: Event, _: &Now) -> anyhow::Result<Flow> {
        let Event::Key(key) = event else { return Ok(Flow::Continue) };
        self.told.push(key.to_string());
        Ok(match key.to_string().as_str() {
            "w" => Flow::Work,
            "q" => Flow::Quit,
            _ => Flow::Continue,
        })
    }
    fn draw(&mut self, _: &mut Frame<'_>, _: &Now) {}
    fn next_wake(&self, _: &Now) -> Option<Moment> {
        None
    }
    fn zone(&self) -> Tz {
        Tz::UTC
    }
    fn title(&self, _: &Now) -> String {
        String::new()
    }
    fn is_typing(&self) -> bool {
        false
    }
    fn work(&mut self, show: &mut Show<'_>, _: &dyn Fn() -> Moment) -> anyhow::Result<Flow> {
        while self.steps < 3 && show(&mut |_| {}) {
            self.steps += 1;
        }
        Ok(Flow::Continue)
    }
}

#[test]
fn long_work_is_stopped_by_esc_and_what_else_is_typed_counts_afterwards() {
    let esc = Key::plain(KeyCode::Esc);
    for (stop, steps, told) in [(None, 3, "w j q"), (Some(esc), 0, "w j q"), (Some(Key::ctrl('c')), 0, "w j q")] {
        let (sender, reports) = mpsc::channel();
        press(&sender, "wj", Instant::now());
        if let Some(key) = stop {
            sender.send(Report::Event(Event::Key(key), Instant::now())).unwrap();
        }
        press(&sender, "q", Instant::now());
        let mut worker = Worker { told: Vec::new(), steps: 0 };
        assert_eq!(drive(&mut worker, &mut fake(), &reports, &at_zero).unwrap(), Ended::Quit);
        assert_eq!((worker.steps, worker.told.join(" ").as_str()), (steps, told));
    }
}

#[test]
fn a_signal_during_long_work_stops_it_and_ends_the_loop() {
    let (sender, reports) = mpsc::channel();
    press(&sender, "w", Instant::now());
    sender.send(Report::Signal(signal_hook::consts::SIGTERM)).unwrap();
    let mut worker = Worker { told: Vec::new(), steps: 0 };
    assert_eq!(drive(&mut worker, &mut fake(), &reports, &at_zero).unwrap(), Ended::Signal(15));
    assert_eq!(worker.steps, 0);
}

#[test]
fn a_dead_terminal_ends_the_loop_and_another_error_is_told() {
    let (_sender, reports) = mpsc::channel();
    let mut host = Fake { broken: Some(libc::EIO), ..fake() };
    assert_eq!(drive(&mut Diary::default(), &mut host, &reports, &at_zero).unwrap(), Ended::TerminalGone);
    let mut host = Fake { broken: Some(libc::ENOSPC), ..fake() };
    assert!(drive(&mut Diary::default(), &mut host, &reports, &at_zero).is_err());
}
