//! The loop: sleep until something happens, tell the screen, draw. What happens comes from `events`, what it means from the screen.
//!
//! There is no tick. The loop sleeps until an event or the moment the screen asked for, and takes everything that is waiting before
//! it draws a frame, so a held key never leaves frames behind.

use super::events::{Event, Events, Report};
use super::held::HeldKeys;
use super::signals;
use super::terminal::{self, Tty};
use crate::app::key::Key;
use crate::domain::day::{Moment, Now};
use chrono_tz::Tz;
use ratatui::Frame;
use signal_hook::consts::{SIGCONT, SIGTSTP};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What the loop does after an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// End.
    Quit,
    /// Stop the job, as Ctrl-Z does; go on when it is continued.
    Suspend,
    /// Draw everything anew: the terminal may show something else than we think.
    Redraw,
    /// Open this text in the user's editor; the answer comes to [`Screen::edited`].
    Edit(String),
}

/// How the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The screen asked for it.
    Quit,
    /// A signal asked for it.
    Signal(i32),
    /// The terminal is gone: nothing can be said any more.
    TerminalGone,
    /// Another thread panicked and has said so.
    Panicked,
}

impl Ended {
    /// The exit code that a shell expects.
    pub fn code(self) -> i32 {
        match self {
            Ended::Quit => 0,
            Ended::Signal(signal) => 128 + signal,
            Ended::TerminalGone => signals::HANGUP_CODE,
            Ended::Panicked => 101,
        }
    }
}

/// What the loop drives: the model with its views and its effects.
pub trait Screen {
    /// Takes an event. An error ends the program.
    fn handle(&mut self, event: Event, now: &Now) -> anyhow::Result<Flow>;
    /// Draws the whole frame; places the cursor itself where text is being typed.
    fn draw(&mut self, frame: &mut Frame<'_>, now: &Now);
    /// The next moment at which the picture changes by itself.
    fn next_wake(&self, now: &Now) -> Option<Moment>;
    /// The zone of the file; a command may change it.
    fn zone(&self) -> Tz;
    /// The terminal's title.
    fn title(&self, now: &Now) -> String;
    /// Whether characters go into a text field: then no key is taken for a held one.
    fn is_typing(&self) -> bool;
    /// Whether to ring the bell; asked once before each frame.
    fn take_bell(&mut self) -> bool {
        false
    }
    /// The editor's answer to [`Flow::Edit`]: the text when it was changed, or why there was no editor.
    fn edited(&mut self, text: io::Result<Option<String>>, now: &Now) -> anyhow::Result<Flow> {
        let _ = (text, now);
        Ok(Flow::Continue)
    }
}

/// What the loop needs of a terminal. The real one is [`Tty`]; tests bring their own.
pub trait Host {
    /// Draws a frame.
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()>;
    /// Forgets what is on the terminal, so that the next frame is drawn whole.
    fn forget(&mut self) -> io::Result<()>;
    /// Gives the terminal back and stops, with the whole job when `group`; returns after it was continued.
    fn suspend(&mut self, group: bool) -> io::Result<()>;
    /// Takes the terminal again after somebody else stopped and continued us.
    fn resume(&mut self) -> io::Result<()>;
    /// Lets the user edit a text.
    fn edit(&mut self, text: &str) -> io::Result<Option<String>>;
    /// Sets the title.
    fn title(&mut self, title: &str) -> io::Result<()>;
    /// Rings the bell.
    fn bell(&mut self) -> io::Result<()>;
}

/// So many waiting events are taken before a frame is drawn: a flood must not keep the picture from the user.
const BEFORE_A_FRAME: usize = 512;

/// Takes the terminal, drives the screen to its end and gives the terminal back, whatever happens.
pub fn run<S: Screen>(screen: &mut S, mut events: Events, clock: &dyn Fn() -> Moment) -> anyhow::Result<Ended> {
    events.start()?;
    let mut tty = Tty::enter(&events)?;
    let ended = drive(screen, &mut tty, &events.receiver, clock);
    drop(tty);
    signals::loop_has_ended();
    ended
}

/// The loop itself, on any host.
pub fn drive<S: Screen>(
    screen: &mut S,
    host: &mut dyn Host,
    reports: &Receiver<Report>,
    clock: &dyn Fn() -> Moment,
) -> anyhow::Result<Ended> {
    let mut shell = Shell { screen, host, clock, held: HeldKeys::default(), title: String::new(), own_stop: false };
    loop {
        match shell.turn(reports) {
            Ok(None) => {}
            Ok(Some(ended)) => return Ok(ended),
            // Handles may report several errors for a terminal that went away; none of them is news.
            Err(error) if error.downcast_ref().is_some_and(terminal::is_gone) => return Ok(Ended::TerminalGone),
            Err(error) => return Err(error),
        }
    }
}

struct Shell<'a, S> {
    screen: &'a mut S,
    host: &'a mut dyn Host,
    clock: &'a dyn Fn() -> Moment,
    held: HeldKeys,
    title: String,
    /// The next SIGCONT ends a stop of our own, which took the terminal again by itself.
    own_stop: bool,
}

impl<S: Screen> Shell<'_, S> {
    fn now(&self) -> Now {
        Now { instant: (self.clock)(), zone: self.screen.zone() }
    }

    /// One frame, one sleep, everything that came.
    fn turn(&mut self, reports: &Receiver<Report>) -> anyhow::Result<Option<Ended>> {
        self.frame()?;
        let mut next = Some(self.sleep(reports));
        for _ in 0..BEFORE_A_FRAME {
            let Some(report) = next else { break };
            if let Some(ended) = self.take(report)? {
                return Ok(Some(ended));
            }
            next = reports.try_recv().ok();
        }
        Ok(match next {
            Some(report) => self.take(report)?,
            None => None,
        })
    }

    fn frame(&mut self) -> anyhow::Result<()> {
        let now = self.now();
        let title = self.screen.title(&now);
        if title != self.title {
            self.host.title(&title)?;
            self.title = title;
        }
        if self.screen.take_bell() {
            self.host.bell()?;
        }
        let screen = &mut *self.screen;
        self.host.draw(&mut |frame| screen.draw(frame, &now))?;
        Ok(())
    }

    fn sleep(&self, reports: &Receiver<Report>) -> Report {
        let now = self.now();
        let woken = match self.screen.next_wake(&now) {
            None => reports.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(moment) => {
                // Moments are whole seconds: a wake that is due now was due in the frame just drawn.
                let seconds = moment.0.saturating_sub(now.instant.0).max(1);
                reports.recv_timeout(Duration::from_secs(seconds.unsigned_abs()))
            }
        };
        match woken {
            Ok(report) => report,
            Err(RecvTimeoutError::Timeout) => Report::Event(Event::Wake, Instant::now()),
            Err(RecvTimeoutError::Disconnected) => Report::Gone,
        }
    }

    fn take(&mut self, report: Report) -> anyhow::Result<Option<Ended>> {
        let flow = match report {
            Report::Event(Event::Key(key), at) if self.is_held(key, at) => Flow::Continue,
            Report::Event(event, _) => {
                // Without a shell to continue us a stop is ignored, and no SIGCONT follows.
                self.own_stop &= !matches!(event, Event::Key(_));
                let now = self.now();
                self.screen.handle(event, &now)?
            }
            Report::Signal(SIGTSTP) => {
                self.stop(false)?;
                Flow::Continue
            }
            Report::Signal(SIGCONT) => {
                if !std::mem::take(&mut self.own_stop) {
                    self.host.resume()?;
                }
                Flow::Continue
            }
            Report::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
            Report::Gone => return Ok(Some(Ended::TerminalGone)),
            Report::Panicked => return Ok(Some(Ended::Panicked)),
        };
        self.follow(flow)
    }

    fn stop(&mut self, group: bool) -> io::Result<()> {
        self.host.suspend(group)?;
        self.own_stop = true;
        // The title was given back with the terminal.
        self.title.clear();
        Ok(())
    }

    fn is_held(&mut self, key: Key, at: Instant) -> bool {
        self.held.swallows(key, at) && !self.screen.is_typing()
    }

    fn follow(&mut self, flow: Flow) -> anyhow::Result<Option<Ended>> {
        match flow {
            Flow::Continue => {}
            Flow::Quit => return Ok(Some(Ended::Quit)),
            Flow::Suspend => self.stop(true)?,
            Flow::Redraw => self.host.forget()?,
            Flow::Edit(text) => {
                let edited = self.host.edit(&text);
                self.title.clear();
                let now = self.now();
                let flow = self.screen.edited(edited, &now)?;
                return self.follow(flow);
            }
        }
        Ok(None)
    }
}
