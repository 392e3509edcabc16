//! The loop: sleep until something happens, tell the screen, draw. What happens comes from `events`, what it means from the screen.
//!
//! There is no tick. The loop sleeps until an event or the moment the screen asked for, and takes everything that is waiting before
//! it draws a frame, so a held key never leaves frames behind.

use super::asking::Questions;
use super::events::{Caller, Event, Events, Report};
use super::held::HeldKeys;
use super::signals;
use super::terminal::{self, Tty};
use crate::app::key::{Key, KeyCode, twin};
use crate::app::mouse::Mouse;
use crate::domain::day::{Moment, Now};
use chrono_tz::Tz;
use ratatui::Frame;
use signal_hook::consts::{SIGCONT, SIGTSTP};
use std::collections::VecDeque;
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
    /// Carry out what takes long: [`Screen::work`].
    Work,
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
    /// What to ask the terminal before the first frame.
    fn questions(&self) -> Questions {
        Questions::default()
    }
    /// Whether the mouse is switched on.
    fn wants_mouse(&self) -> bool {
        false
    }
    /// Whether this is a press of something that acts: of a double click on it only the first half counts.
    fn is_button(&self, mouse: Mouse) -> bool {
        let _ = mouse;
        false
    }
    /// Whether to ring the bell; asked once before each frame.
    fn take_bell(&mut self) -> bool {
        false
    }
    /// What goes to the clipboard; asked once before each frame.
    fn take_copy(&mut self) -> Option<String> {
        None
    }
    /// Whether this key acts on a row and moves on, so that holding it must not act on the next one.
    fn is_guarded(&self, key: Key) -> bool {
        let _ = key;
        false
    }
    /// Carries out what [`Flow::Work`] announced. `show` draws a frame when it is time for one, and says whether to go on. It takes
    /// long, so it asks the clock itself: what is written by then is later than the key.
    fn work(&mut self, show: &mut Show<'_>, clock: &dyn Fn() -> Moment) -> anyhow::Result<Flow> {
        let _ = (show, clock);
        Ok(Flow::Continue)
    }
    /// With this the screen's workers say that they are done. A screen that never got one does their work itself.
    fn listen(&mut self, caller: Caller) {
        let _ = caller;
    }
    /// The editor's answer to [`Flow::Edit`]: the text when it was changed, or why there was no editor.
    fn edited(&mut self, text: io::Result<Option<String>>, now: &Now) -> anyhow::Result<Flow> {
        let _ = (text, now);
        Ok(Flow::Continue)
    }
}

/// Draws a frame while something takes long; `false` when the user wants it stopped.
pub type Show<'a> = dyn FnMut(&mut dyn FnMut(&mut Frame<'_>)) -> bool + 'a;

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
    /// Puts text on the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()>;
}

/// So many waiting events are taken before a frame is drawn: a flood must not keep the picture from the user.
const BEFORE_A_FRAME: usize = 512;

/// While something takes long a frame is drawn this often.
const BETWEEN_FRAMES: Duration = Duration::from_millis(80);

/// Takes the terminal, drives the screen to its end and gives the terminal back, whatever happens.
pub fn run<S: Screen>(screen: &mut S, mut events: Events, clock: &dyn Fn() -> Moment) -> anyhow::Result<Ended> {
    screen.listen(events.caller());
    events.start()?;
    let ended = Tty::enter(&events, screen.wants_mouse()).map_err(anyhow::Error::from).and_then(|mut tty| {
        let early = match tty.ask(screen.questions(), &events.receiver) {
            Err(error) if terminal::is_gone(&error) => return Ok(Ended::TerminalGone),
            early => early?,
        };
        drive_on(screen, &mut tty, early, &events.receiver, clock)
    });
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
    drive_on(screen, host, Vec::new(), reports, clock)
}

/// The same when something was told already: the terminal's answers hold for the first frame, keys wait until it was seen.
fn drive_on<S: Screen>(
    screen: &mut S,
    host: &mut dyn Host,
    early: Vec<Report>,
    reports: &Receiver<Report>,
    clock: &dyn Fn() -> Moment,
) -> anyhow::Result<Ended> {
    let is_answer = |report: &Report| matches!(report, Report::Event(Event::Answer(_), _));
    let (answers, early): (Vec<Report>, Vec<Report>) = early.into_iter().partition(is_answer);
    let held = HeldKeys::default();
    let mut shell = Shell { screen, host, reports, clock, early: early.into(), held, title: String::new(), own_stop: false };
    for answer in answers {
        shell.take(answer)?;
    }
    loop {
        match shell.turn() {
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
    reports: &'a Receiver<Report>,
    clock: &'a dyn Fn() -> Moment,
    /// What came before the first frame.
    early: VecDeque<Report>,
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
    fn turn(&mut self) -> anyhow::Result<Option<Ended>> {
        self.frame()?;
        let reports = self.reports;
        let mut next = Some(self.early.pop_front().unwrap_or_else(|| self.sleep(reports)));
        for _ in 0..BEFORE_A_FRAME {
            let Some(report) = next else { break };
            if let Some(ended) = self.take(report)? {
                return Ok(Some(ended));
            }
            next = self.early.pop_front().or_else(|| reports.try_recv().ok());
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
        if let Some(text) = self.screen.take_copy() {
            self.host.copy(&text)?;
        }
        let screen = &mut *self.screen;
        self.host.draw(&mut |frame| screen.draw(frame, &now))?;
        Ok(())
    }

    /// The next thing that happens.
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
            Report::Event(Event::Mouse(mouse), at) if self.screen.is_button(mouse) && self.held.clicks_again(mouse, at) => {
                Flow::Continue
            }
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

    /// Lets the screen carry out what takes long, drawing now and then. Esc and Ctrl-C stop it; what else is typed meanwhile counts
    /// afterwards.
    fn work(&mut self) -> anyhow::Result<Option<Ended>> {
        let (host, reports) = (&mut *self.host, self.reports);
        let (mut drawn, mut aside): (Option<Instant>, Vec<Report>) = (None, Vec::new());
        let mut go_on = true;
        let flow = self.screen.work(
            &mut |render| {
                if !go_on || drawn.is_some_and(|at| at.elapsed() < BETWEEN_FRAMES) {
                    return go_on;
                }
                drawn = Some(Instant::now());
                go_on = host.draw(render).is_ok();
                while let Ok(report) = reports.try_recv() {
                    let keep = match &report {
                        Report::Event(Event::Key(key), _) => *key != Key::plain(KeyCode::Esc) && *key != Key::ctrl('c'),
                        _ => true,
                    };
                    let ends = !matches!(report, Report::Event(..) | Report::Signal(SIGTSTP | SIGCONT));
                    go_on &= keep && !ends;
                    aside.extend(keep.then_some(report));
                }
                go_on
            },
            self.clock,
        )?;
        if let Some(ended) = self.follow(flow)? {
            return Ok(Some(ended));
        }
        for report in aside {
            if let Some(ended) = self.take(report)? {
                return Ok(Some(ended));
            }
        }
        Ok(None)
    }

    fn stop(&mut self, group: bool) -> io::Result<()> {
        self.host.suspend(group)?;
        self.own_stop = true;
        // The title was given back with the terminal.
        self.title.clear();
        Ok(())
    }

    fn is_held(&mut self, key: Key, at: Instant) -> bool {
        let guarded = self.screen.is_guarded(twin(key));
        self.held.swallows(key, at, guarded) && !self.screen.is_typing()
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
            Flow::Work => return self.work(),
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
