//! The only code that enters and leaves the terminal's full-screen state: raw mode, alternate screen, bracketed paste, cursor, title.
//! Events are read in `events`, the loop is in `run`.
//!
//! ratatui's own `init` and `restore` leave paste mode and mouse on and do not run after an `Err`; here every way out of the program
//! goes through [`leave`], whose steps do not depend on each other.

use super::asking::{self, Answer, Questions};
use super::events::{Event, Events, Report};
use super::run::Host;
use super::{editor, sys};
use crate::text;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::{Frame, Terminal};
use std::backtrace::{Backtrace, BacktraceStatus};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Mutex, MutexGuard, Once, OnceLock, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

/// Ours is the normal screen; the terminal is as it was found.
const OFF: u8 = 0;
/// The full screen is ours.
const ON: u8 = 1;
/// Given back for a while, to an editor or a shell; it will be taken again.
const LENT: u8 = 2;

static MODE: AtomicU8 = AtomicU8::new(OFF);
/// Whether the mouse is switched on with the full screen.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Held while bytes go out, so that restoring never falls into the middle of a frame.
static WRITING: Mutex<()> = Mutex::new(());
/// The terminal's own descriptor: the standard library's handle would buffer by line and panics are not to wait for its lock.
static OUTPUT: OnceLock<File> = OnceLock::new();
/// Whom a panic in another thread is reported to.
static LISTENER: Mutex<Option<Sender<Report>>> = Mutex::new(None);

/// Keeps the title that is there on the terminal's own stack.
const KEEP_TITLE: &[u8] = b"\x1b[22;0t";
/// Alternate screen, bracketed paste, no cursor, an empty screen.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[0m\x1b[2J\x1b[H";
/// Presses, releases and drags of the mouse, in the form without limits of columns.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
/// The way back, one step each. The mouse goes off even where it was not switched on: a program run in between may have left it on.
const LEAVE: [&[u8]; 6] = [
    b"\x1b[?2004l",
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l",
    b"\x1b[0m\x1b[r",
    b"\x1b[?1049l",
    b"\x1b[23;0t",
    b"\x1b[?25h",
];

fn output() -> io::Result<&'static File> {
    if let Some(file) = OUTPUT.get() {
        return Ok(file);
    }
    let file = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    Ok(OUTPUT.get_or_init(|| file))
}

/// The columns of the terminal, `None` when there is none.
pub fn columns() -> Option<usize> {
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Whether the terminal is given to another program at the moment.
pub(super) fn is_lent() -> bool {
    MODE.load(Ordering::SeqCst) == LENT
}

fn enter() -> io::Result<()> {
    // The mode comes first: whatever fails or panics from here on is undone by `leave`.
    MODE.store(ON, Ordering::SeqCst);
    enable_raw_mode()?;
    output()?.write_all(&[KEEP_TITLE, &entering()].concat())
}

/// What switches the full screen on.
fn entering() -> Vec<u8> {
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { b"" };
    [ENTER, mouse].concat()
}

/// Gives the terminal back as it was found. Does nothing when it is not ours; may be called from any thread at any time.
pub fn leave() {
    leave_for(OFF);
}

fn leave_for(next: u8) {
    if MODE.swap(next, Ordering::SeqCst) != ON {
        return;
    }
    let _lock = lock_for(Duration::from_millis(100));
    if let Ok(mut file) = output() {
        for step in LEAVE {
            let _ = file.write_all(step);
        }
    }
    let _ = disable_raw_mode();
}

/// The writing lock, or nothing when it is not to be had in time: a thread may hang in a write to a frozen terminal.
fn lock_for(patience: Duration) -> Option<MutexGuard<'static, ()>> {
    let end = Instant::now() + patience;
    loop {
        match WRITING.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() >= end => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Collects a frame and sends it in one write, and only while the full screen is ours.
pub struct Output {
    frame: Vec<u8>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let _lock = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = if MODE.load(Ordering::SeqCst) == ON { output()?.write_all(&self.frame) } else { Ok(()) };
        self.frame.clear();
        sent
    }
}

/// Whether a failed write means that there is no terminal any more.
pub fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || matches!(error.raw_os_error(), Some(libc::EIO | libc::ENXIO | libc::EBADF))
}

/// From now on a panic first restores the terminal, then says what happened in text that is safe to print.
/// A panic while the terminal is not ours goes to the hook that was there before.
fn hook_panics() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if MODE.load(Ordering::SeqCst) != ON {
                before(info);
                return;
            }
            leave();
            let mut error = io::stderr();
            let _ = writeln!(error, "{}", panic_line(info));
            let trace = Backtrace::capture();
            if trace.status() == BacktraceStatus::Captured {
                let _ = writeln!(error, "{trace}");
            }
            if let Some(sender) = LISTENER.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
                let _ = sender.send(Report::Panicked);
            }
        }));
    });
}

/// A panic in one line: thread, place, message. The message may quote a client's name, so it passes `sanitize`.
pub fn panic_line(info: &PanicHookInfo<'_>) -> String {
    let thread = thread::current();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or_default();
    let line = format!("thread '{}' panicked at {place}: {message}", thread.name().unwrap_or("?"));
    visible(&line)
}

/// Sanitised text that certainly holds no control character.
fn visible(text: &str) -> String {
    text::sanitize(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The real terminal as the loop's host. Dropping it leaves the full screen.
pub struct Tty<'a> {
    terminal: Terminal<CrosstermBackend<Output>>,
    events: &'a Events,
}

impl<'a> Tty<'a> {
    /// Takes the terminal, with the mouse when that is wanted. On an error it is as it was before.
    pub fn enter(events: &'a Events, mouse: bool) -> io::Result<Tty<'a>> {
        MOUSE.store(mouse, Ordering::SeqCst);
        // The theme decides about colours, with NO_COLOR known to it.
        crossterm::style::force_color_output(true);
        *LISTENER.lock().unwrap_or_else(PoisonError::into_inner) = Some(events.sender());
        hook_panics();
        let entered = enter().and_then(|()| Terminal::new(CrosstermBackend::new(Output { frame: Vec::new() })));
        match entered {
            Ok(terminal) => Ok(Tty { terminal, events }),
            Err(error) => {
                leave();
                Err(error)
            }
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        backend.write_all(bytes)?;
        io::Write::flush(backend)
    }

    /// Asks the terminal and waits a little for what it says. Everything that came meanwhile is given back, in order.
    pub fn ask(&mut self, questions: Questions, reports: &Receiver<Report>) -> io::Result<Vec<Report>> {
        let mut came = Vec::new();
        if !questions.any() {
            return Ok(came);
        }
        self.write(&questions.bytes())?;
        let end = Instant::now() + asking::PATIENCE;
        while let Ok(report) = reports.recv_timeout(end.saturating_duration_since(Instant::now())) {
            let last = matches!(report, Report::Event(Event::Answer(Answer::Column(_)), _));
            came.push(report);
            if last {
                break;
            }
        }
        Ok(came)
    }

    /// Gives the terminal back while `body` runs, then takes it again with a fresh picture.
    fn lend<T>(&mut self, body: impl FnOnce() -> T) -> io::Result<T> {
        leave_for(LENT);
        let result = body();
        enter()?;
        self.forget()?;
        Ok(result)
    }
}

impl Drop for Tty<'_> {
    fn drop(&mut self) {
        leave();
    }
}

impl Host for Tty<'_> {
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(|frame| render(frame)).map(|_| ())
    }

    fn forget(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: that asks the terminal where its cursor is and would wait for an answer nobody reads.
        let size = self.terminal.backend().size()?;
        self.terminal.resize(size.into())
    }

    fn suspend(&mut self, group: bool) -> io::Result<()> {
        self.lend(|| sys::stop(group))?
    }

    fn resume(&mut self) -> io::Result<()> {
        // A shell that continued us may have set the terminal to its own modes meanwhile. crossterm believes itself in raw mode.
        let _ = disable_raw_mode();
        enable_raw_mode()?;
        self.write(&entering())?;
        self.forget()
    }

    fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        let events = self.events;
        self.lend(|| events.paused(|| editor::edit(text)))?
    }

    fn title(&mut self, title: &str) -> io::Result<()> {
        self.write(format!("\x1b]2;{}\x07", visible(title)).as_bytes())
    }

    fn bell(&mut self) -> io::Result<()> {
        self.write(b"\x07")
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        // What is pasted into a shell must not be a command of the terminal; line ends and tabs may stay.
        let safe: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        self.write(format!("\x1b]52;c;{}\x07", BASE64_STANDARD.encode(safe)).as_bytes())
    }
}
