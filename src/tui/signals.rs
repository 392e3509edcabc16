//! Signals: which ones the program takes, and that it ends in time even when the loop is busy.
//! What the loop does about them lives in `run`; restoring the terminal in `terminal`.

use super::events::{Event, Report};
use super::{sys, terminal};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// The exit code when the terminal is gone: that of a process ended by SIGHUP.
pub const HANGUP_CODE: i32 = 128 + SIGHUP;

/// How long the loop may take to end by itself once asked to.
const PATIENCE: Duration = Duration::from_millis(700);
/// How long restoring may take after that: a terminal that takes no more bytes must not keep the process.
const RESTORING: Duration = Duration::from_millis(200);

/// Set once the loop has ended; from then on signals do what they do by default.
static LOOP_ENDED: AtomicBool = AtomicBool::new(false);

/// A write beyond the file-size limit then fails with an error instead of killing the program (the default of SIGXFSZ).
pub fn ignore_file_size() {
    // The flag itself is of no interest: a registered handler is what makes the write return.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Turns signals into reports, from now to the end of the process.
pub(super) fn watch(sender: Sender<Report>) -> io::Result<()> {
    LOOP_ENDED.store(false, Ordering::SeqCst);
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let _ = match signal {
                SIGWINCH => sender.send(Report::Event(Event::Resize, Instant::now())),
                SIGCONT => sender.send(Report::Signal(signal)),
                // Ctrl-Z in the editor stops the whole job, and the loop is waiting for the editor.
                SIGTSTP if terminal::is_lent() => {
                    let _ = sys::stop(false);
                    Ok(())
                }
                SIGTSTP if !loop_ended() => sender.send(Report::Signal(signal)),
                // Ctrl-C in the editor is the editor's.
                SIGINT if terminal::is_lent() => Ok(()),
                _ if loop_ended() => {
                    let _ = low_level::emulate_default_handler(signal);
                    Ok(())
                }
                _ => {
                    let sent = sender.send(Report::Signal(signal));
                    end_soon(128 + signal);
                    sent
                }
            };
        }
    })?;
    Ok(())
}

fn loop_ended() -> bool {
    LOOP_ENDED.load(Ordering::SeqCst)
}

/// The loop has ended and the terminal is restored.
pub(super) fn loop_has_ended() {
    LOOP_ENDED.store(true, Ordering::SeqCst);
}

/// Ends the process with `code` unless the loop ends by itself soon. The file is safe: an unfinished transaction never happened.
pub(super) fn end_soon(code: i32) {
    let waiting = thread::Builder::new().name("deadline".into()).spawn(move || {
        thread::sleep(PATIENCE);
        if loop_ended() {
            return;
        }
        let (done, restored) = mpsc::channel();
        let restoring = thread::Builder::new().spawn(move || {
            terminal::leave();
            let _ = done.send(());
        });
        if restoring.is_ok() {
            let _ = restored.recv_timeout(RESTORING);
        }
        low_level::exit(code);
    });
    if waiting.is_err() {
        terminal::leave();
        low_level::exit(code);
    }
}
