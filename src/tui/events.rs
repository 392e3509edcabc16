//! What can happen to the running screen, in one channel, and the thread that reads the terminal.
//! Signals are in `signals`, the loop that takes the events in `run`.

use super::asking::Answer;
use super::keys::{Decoder, Typed};
use super::{signals, sys};
use crate::app::key::Key;
use crate::app::mouse::Mouse;
use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
use std::os::fd::AsFd;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What a screen is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// A paste, line ends as `\n`.
    Paste(String),
    /// The mouse, where it is switched on.
    Mouse(Mouse),
    /// The terminal answers what it was asked when the screen opened.
    Answer(Answer),
    /// The terminal has another size.
    Resize,
    /// The moment asked for has come.
    Wake,
    /// What a worker was given is done; the screen knows where to look for it.
    Done,
}

/// With which a worker says that it is done.
#[derive(Debug, Clone)]
pub struct Caller(Sender<Report>);

impl Caller {
    /// A caller into this channel.
    pub fn new(sender: Sender<Report>) -> Caller {
        Caller(sender)
    }

    /// Wakes the loop with [`Event::Done`]; when nobody listens any more nobody waits for it.
    pub fn done(&self) {
        let _ = self.0.send(Report::Event(Event::Done, Instant::now()));
    }
}

/// What the loop is told: events for the screen, and what ends or stops it.
#[derive(Debug)]
pub enum Report {
    /// For the screen, with the instant it was read.
    Event(Event, Instant),
    /// A signal arrived.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// Another thread panicked; the terminal is already restored.
    Panicked,
}

/// Bytes of an escape sequence arrive together; a lone escape byte is the Esc key after this long.
const ESC_WAIT: Duration = Duration::from_millis(20);
/// A paste whose end mark was lost is taken as ended after this long, so that the keyboard is not lost with it.
const PASTE_WAIT: Duration = Duration::from_secs(1);
/// An answer of the terminal may come in pieces over a slow line; its rest must not be taken for keys.
const ANSWER_WAIT: Duration = Duration::from_millis(500);
/// The reader is asleep in `poll` and gives way at once; longer than this means that it is no longer there.
const PAUSE_WAIT: Duration = Duration::from_millis(500);

/// The channel of a screen. Nothing is read before [`Events::start`].
pub struct Events {
    sender: Sender<Report>,
    pub(super) receiver: Receiver<Report>,
    reader: Option<Reader>,
}

impl Default for Events {
    fn default() -> Events {
        Events::new()
    }
}

impl Events {
    /// An empty channel.
    pub fn new() -> Events {
        let (sender, receiver) = mpsc::channel();
        Events { sender, receiver, reader: None }
    }

    /// A sender for everything; panics and signals use it.
    pub(super) fn sender(&self) -> Sender<Report> {
        self.sender.clone()
    }

    /// With which the screen's workers call.
    pub fn caller(&self) -> Caller {
        Caller::new(self.sender())
    }

    /// Begins to read the terminal and to watch for signals and for the terminal's end.
    pub fn start(&mut self) -> io::Result<()> {
        signals::watch(self.sender())?;
        let tty = open_terminal()?;
        let watched = tty.try_clone()?;
        let sender = self.sender();
        thread::Builder::new().name("hangup".into()).spawn(move || {
            if sys::wait_hangup(watched.as_fd()) {
                gone(&sender);
            }
        })?;
        self.reader = Some(Reader::spawn(tty, self.sender())?);
        Ok(())
    }

    /// Runs `body` while nobody reads the terminal, so that another program can.
    pub(super) fn paused<T>(&self, body: impl FnOnce() -> T) -> T {
        let Some(reader) = &self.reader else { return body() };
        reader.pause();
        let result = body();
        reader.resume();
        result
    }
}

fn gone(sender: &Sender<Report>) {
    let _ = sender.send(Report::Gone);
    signals::end_soon(signals::HANGUP_CODE);
}

/// Standard input when it is the terminal, else the controlling terminal (`something | touchbase`).
fn open_terminal() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(File::from(stdin.as_fd().try_clone_to_owned()?));
    }
    File::open("/dev/tty")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    Pausing,
    Paused,
}

struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread that reads the terminal, and the means to make it wait.
struct Reader {
    gate: Arc<Gate>,
    wake: PipeWriter,
}

impl Reader {
    fn spawn(tty: File, sender: Sender<Report>) -> io::Result<Reader> {
        let (woken, wake) = io::pipe()?;
        let gate = Arc::new(Gate { state: Mutex::new(State::Reading), changed: Condvar::new() });
        let theirs = Arc::clone(&gate);
        thread::Builder::new().name("keys".into()).spawn(move || {
            if read_until_gone(tty, woken, &theirs, &sender).is_none() {
                gone(&sender);
            }
        })?;
        Ok(Reader { gate, wake })
    }

    fn pause(&self) {
        *self.gate.lock() = State::Pausing;
        if (&self.wake).write_all(b"!").is_ok() {
            let waiting = self.gate.lock();
            let _ = self.gate.changed.wait_timeout_while(waiting, PAUSE_WAIT, |s| *s == State::Pausing);
        }
    }

    fn resume(&self) {
        *self.gate.lock() = State::Reading;
        self.gate.changed.notify_all();
    }
}

/// Reads and decodes. `None` when the terminal is gone, `Some` when nobody listens any more.
fn read_until_gone(mut tty: File, mut woken: PipeReader, gate: &Gate, sender: &Sender<Report>) -> Option<()> {
    let (mut decoder, mut typed, mut bytes) = (Decoder::default(), Vec::new(), [0u8; 4096]);
    loop {
        let patience = match (decoder.is_waiting(), decoder.in_paste()) {
            (_, true) => Some(PASTE_WAIT),
            (true, false) if decoder.in_answer() => Some(ANSWER_WAIT),
            (true, false) => Some(ESC_WAIT),
            (false, false) => None,
        };
        match sys::wait_input(tty.as_fd(), woken.as_fd(), patience).ok()? {
            sys::Ready::Gone => return None,
            sys::Ready::Quiet => decoder.settle(&mut typed),
            sys::Ready::Input => match tty.read(&mut bytes) {
                Ok(0) => return None,
                Ok(n) => decoder.feed(&bytes[..n], &mut typed),
                Err(e) if matches!(e.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
                Err(_) => return None,
            },
            sys::Ready::Woken => {
                let _ = woken.read(&mut bytes[..1]);
                let mut state = gate.lock();
                if *state == State::Pausing {
                    *state = State::Paused;
                    gate.changed.notify_all();
                }
                drop(gate.changed.wait_while(state, |s| *s == State::Paused));
            }
        }
        let at = Instant::now();
        for one in typed.drain(..) {
            let event = match one {
                Typed::Key(key) => Event::Key(key),
                Typed::Paste(text) => Event::Paste(text),
                Typed::Mouse(mouse) => Event::Mouse(mouse),
                Typed::Answer(answer) => Event::Answer(answer),
            };
            if sender.send(Report::Event(event, at)).is_err() {
                return Some(());
            }
        }
    }
}
