//! What can happen to the running screen, in one channel, and the thread that reads the terminal.
//! Signals are in `signals`, the loop that takes the events in `run`.

use super::keys::{Decoder, Typed};
use super::{signals, sys};
use crate::app::key::Key;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// What a screen is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// A paste, line ends as `\n`.
    Paste(String),
    /// The terminal has another size.
    Resize,
    /// The moment asked for has come.
    Wake,
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

/// The channel of a screen. Nothing is read before [`Events::start`].
pub struct Events {
    sender: Sender<Report>,
    pub(super) receiver: Receiver<Report>,
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
        Events { sender, receiver }
    }

    /// A sender for everything; panics and signals use it.
    pub(super) fn sender(&self) -> Sender<Report> {
        self.sender.clone()
    }

    /// Begins to read the terminal and to watch for signals and for the terminal's end.
    pub fn start(&self) -> io::Result<()> {
        signals::watch(self.sender())?;
        let tty = open_terminal()?;
        let watched = tty.try_clone()?;
        let sender = self.sender();
        thread::Builder::new().name("hangup".into()).spawn(move || {
            if sys::wait_hangup(watched.as_fd()) {
                gone(&sender);
            }
        })?;
        let sender = self.sender();
        thread::Builder::new().name("keys".into()).spawn(move || {
            if read_until_gone(tty, &sender).is_none() {
                gone(&sender);
            }
        })?;
        Ok(())
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

/// Reads and decodes. `None` when the terminal is gone, `Some` when nobody listens any more.
fn read_until_gone(mut tty: File, sender: &Sender<Report>) -> Option<()> {
    let (mut decoder, mut typed, mut bytes) = (Decoder::default(), Vec::new(), [0u8; 4096]);
    loop {
        let patience = match (decoder.is_waiting(), decoder.in_paste()) {
            (_, true) => Some(PASTE_WAIT),
            (true, false) => Some(ESC_WAIT),
            (false, false) => None,
        };
        match sys::wait_input(tty.as_fd(), patience).ok()? {
            sys::Ready::Gone => return None,
            sys::Ready::Quiet => decoder.settle(&mut typed),
            sys::Ready::Input => match tty.read(&mut bytes) {
                Ok(0) => return None,
                Ok(n) => decoder.feed(&bytes[..n], &mut typed),
                Err(e) if matches!(e.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
                Err(_) => return None,
            },
        }
        let at = Instant::now();
        for one in typed.drain(..) {
            let event = match one {
                Typed::Key(key) => Event::Key(key),
                Typed::Paste(text) => Event::Paste(text),
            };
            if sender.send(Report::Event(event, at)).is_err() {
                return Some(());
            }
        }
    }
}
