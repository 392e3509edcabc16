//! A command line typed on the screen, carried out in a process of its own on the same file. What can be typed is `cli`'s business.

use super::sys;
use crate::app::palette::LineShape;
use crate::text;
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

/// What the palette offers of the command line, and how it is carried out.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The commands there are.
    pub shapes: Vec<LineShape>,
    /// The program itself.
    pub program: PathBuf,
    /// What stands in front of every line: file, configuration, language.
    pub before: Vec<OsString>,
}

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It came to its end.
    Ended {
        /// What it said, safe to show.
        text: String,
        /// Whether it ended well.
        well: bool,
        /// Whether it said more than is kept.
        cut: bool,
    },
    /// The user stopped it.
    Stopped,
}

/// So much of an answer is kept: nobody reads more on a screen.
const MOST: usize = 1_000_000;
/// So long a line runs before anybody asks whether to go on: most have ended by then.
const SOON: Duration = Duration::from_millis(100);
/// Between two looks at whether to go on.
const PAUSE: Duration = Duration::from_millis(20);
/// A program that was asked to end may take this long before it is ended.
const PATIENCE: Duration = Duration::from_millis(500);
/// What still holds the ends of an answer after the program itself has ended is waited for this long.
const REST: Duration = Duration::from_millis(300);

/// Bytes of standard output (`false`) or standard error (`true`).
type Piece = (bool, Vec<u8>);

impl Lines {
    /// Carries a line out. It cannot ask anything: it has no terminal. `go_on` is asked again and again; after a `false` the program
    /// and all it has started are ended.
    ///
    /// # Errors
    /// What the system says when the program cannot be started.
    pub fn run(&self, words: &[String], go_on: &mut dyn FnMut() -> bool) -> io::Result<Answer> {
        let mut command = Command::new(&self.program);
        command.args(&self.before).args(words).env("NO_COLOR", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        sys::own_session(&mut command);
        let mut child = command.spawn()?;
        let (sender, pieces) = mpsc::sync_channel(16);
        let read = read(child.stdout.take(), false, &sender).and_then(|()| read(child.stderr.take(), true, &sender));
        drop(sender);
        let said = match read {
            Ok(()) => listen(&mut child, &pieces, go_on)?,
            Err(error) => {
                end(&mut child)?;
                return Err(error);
            }
        };
        // Whoever still writes finds nobody who reads.
        drop(pieces);
        let Some((kept, status)) = said else { return Ok(Answer::Stopped) };
        let cut = kept.iter().any(|bytes| bytes.len() > MOST);
        let mut text = String::new();
        for bytes in &kept {
            let part = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST)]);
            let part = part.trim_end();
            if !text.is_empty() && !part.is_empty() {
                text.push('\n');
            }
            text.push_str(&text::sanitize_lines(part));
        }
        // Of an answer that is cut nobody knows how it would have ended.
        Ok(Answer::Ended { text, well: cut || status.success(), cut })
    }
}

/// Reads one end of the program until it is closed or enough came.
fn read(from: Option<impl Read + Send + 'static>, is_error: bool, to: &SyncSender<Piece>) -> io::Result<()> {
    let Some(mut from) = from else { return Ok(()) };
    let to = to.clone();
    thread::Builder::new().name("answer".into()).spawn(move || {
        let (mut bytes, mut count) = (vec![0; 16 * 1024], 0);
        while count <= MOST {
            match from.read(&mut bytes) {
                Ok(0) => return,
                Ok(n) => {
                    count += n;
                    if to.send((is_error, bytes[..n].to_vec())).is_err() {
                        return;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    })?;
    Ok(())
}

/// Collects the answer until the program has ended; `None` when it was stopped. A program that says more than is kept is ended too.
fn listen(
    child: &mut Child,
    pieces: &Receiver<Piece>,
    go_on: &mut dyn FnMut() -> bool,
) -> io::Result<Option<([Vec<u8>; 2], ExitStatus)>> {
    let started = Instant::now();
    let mut kept = [Vec::new(), Vec::new()];
    let (mut open, mut ended): (bool, Option<(ExitStatus, Instant)>) = (true, None);
    loop {
        if open {
            match pieces.recv_timeout(PAUSE) {
                Ok((is_error, bytes)) => kept[usize::from(is_error)].extend(bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => open = false,
            }
        } else {
            thread::sleep(PAUSE);
        }
        if ended.is_none() {
            ended = child.try_wait()?.map(|status| (status, Instant::now()));
        }
        match ended {
            Some((status, _)) if !open => return Ok(Some((kept, status))),
            Some((status, at)) if at.elapsed() > REST => {
                sys::end_group(child.id(), true);
                return Ok(Some((kept, status)));
            }
            _ => {}
        }
        if kept.iter().any(|bytes| bytes.len() > MOST) {
            let status = end(child)?;
            return Ok(Some((kept, status)));
        }
        if started.elapsed() > SOON && !go_on() {
            end(child)?;
            return Ok(None);
        }
    }
}

/// Ends the program and all it has started: first it is asked to.
fn end(child: &mut Child) -> io::Result<ExitStatus> {
    sys::end_group(child.id(), false);
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            sys::end_group(child.id(), true);
            return Ok(status);
        }
        thread::sleep(PAUSE);
    }
    sys::end_group(child.id(), true);
    child.wait()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn shell(script: &str, go_on: &mut dyn FnMut() -> bool) -> Answer {
        let lines = Lines { program: "/bin/sh".into(), before: vec!["-c".into()], ..Lines::default() };
        lines.run(&[script.to_owned()], go_on).unwrap()
    }

    #[test]
    fn an_answer_is_what_was_said_and_how_it_ended() {
        let said = |text: &str, well| Answer::Ended { text: text.into(), well, cut: false };
        assert_eq!(shell("echo one; echo two >&2", &mut || true), said("one\ntwo", true));
        assert_eq!(shell("echo no >&2; exit 3", &mut || true), said("no", false));
        assert_eq!(shell("printf 'a\\033[2Jb\\n\\302\\233c'", &mut || true), said("a<1B>[2Jb\n<9B>c", true));
    }

    #[test]
    fn what_never_ends_is_ended_when_the_user_wants_it_with_all_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("pid");
        let mut asked = 0;
        let script = format!("sleep 1000 & echo $! >'{}'; trap '' TERM; while :; do :; done", mark.display());
        let answer = shell(&script, &mut || {
            asked += 1;
            !std::fs::read_to_string(&mark).is_ok_and(|pid| pid.ends_with('\n'))
        });
        assert_eq!(answer, Answer::Stopped);
        assert!(asked > 0);
        let pid = std::fs::read_to_string(&mark).unwrap();
        // Ended, or not yet collected by whoever inherits it.
        let state = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
        assert!(state.is_empty() || state.contains(") Z "), "{state}");
    }

    #[test]
    fn an_answer_without_end_is_cut_on_both_ways_out() {
        for script in ["exec yes", "exec yes >&2"] {
            let Answer::Ended { text, well, cut } = shell(script, &mut || true) else { panic!("stopped") };
            assert!(cut && well && text.len() <= MOST && text.len() > MOST / 2, "{}", text.len());
        }
    }

    #[test]
    fn something_left_behind_does_not_keep_the_answer() {
        let answer = shell("sleep 1000 & echo done", &mut || true);
        assert_eq!(answer, Answer::Ended { text: "done".into(), well: true, cut: false });
    }

    #[test]
    fn a_line_has_no_terminal() {
        let answer = shell("(: </dev/tty) 2>/dev/null && echo one || echo none", &mut || true);
        assert_eq!(answer, Answer::Ended { text: "none".into(), well: true, cut: false });
    }
}
