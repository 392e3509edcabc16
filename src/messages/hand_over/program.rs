//! Programs of the user's own that take a letter: a command that reads the mail, one that opens a link. Run through a shell, since what
//! is configured may hold arguments. How they are kept from the terminal of the screen is the caller's to say.

use crate::domain::message::Message;
use crate::messages::letter::Letter;
use crate::text;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Between two looks at whether it has ended.
const PAUSE: Duration = Duration::from_millis(20);
/// After so many pauses anybody asks whether to go on: most have ended by then.
const SOON: u32 = 5;
/// What still holds its standard error after it has ended is waited for this long.
const REST: Duration = Duration::from_millis(300);
/// So much of what it says is looked at.
const MOST_SAID: u64 = 16 * 1024;
/// The longest link: systems refuse an argument of 128 KiB.
const LONGEST_LINK: usize = 100_000;

/// How a program is started, asked after and ended.
pub struct Leash<'a> {
    /// Before it starts: on the screen it gets a session of its own.
    pub prepare: fn(&mut Command),
    /// Ends it with all it has started.
    pub end: fn(&mut Child),
    /// Whether to go on waiting, asked again and again.
    pub go_on: &'a mut dyn FnMut() -> bool,
}

impl<'a> Leash<'a> {
    /// A program like any other of a command line: it has the terminal, and Ctrl-C ends it too.
    pub fn plain(go_on: &'a mut dyn FnMut() -> bool) -> Leash<'a> {
        Leash { prepare: |_| {}, end: |child| drop(child.kill()), go_on }
    }
}

/// Gives the mail to a command on its standard input and waits. That it ended well is all that counts: a command need not read.
///
/// # Errors
/// It is not there, ended with a code other than 0, or was stopped: one line with the first line of its standard error.
pub fn to_command(command: &str, letter: &Letter, leash: &mut Leash<'_>) -> Result<(), Message> {
    run(command, None, letter.local(), leash)
}

/// Opens a link with `open`, or with what the system has for it.
///
/// # Errors
/// There is no such program, it failed or was stopped; the link is longer than an argument may be.
pub fn open_link(open: Option<&str>, link: &str, leash: &mut Leash<'_>) -> Result<(), Message> {
    if link.len() > LONGEST_LINK {
        return Err(Message::new("handover-long-link"));
    }
    let usual = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let failed = run(open.unwrap_or(usual), Some(link), Vec::new(), leash);
    // Where nothing is configured the key that would help is named.
    failed.map_err(|why| match (open, why.id) {
        (None, "handover-missing") => Message::new("handover-no-opener").with("program", usual),
        _ => why,
    })
}

/// Runs a command to its end.
fn run(command: &str, argument: Option<&str>, input: Vec<u8>, leash: &mut Leash<'_>) -> Result<(), Message> {
    let command = command.trim();
    let word = command.split_whitespace().next().unwrap_or_default();
    let about = |id: &'static str| Message::new(id).with("program", text::truncate(&text::one_line(word), 40).into_owned());
    let unstarted = |e: io::Error| about("handover-unstarted").with("why", e.to_string());
    // A plain word is looked for first, so that what a missing one is called does not depend on the shell.
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+'));
    let there = if is_plain { format!("command -v {word} >/dev/null 2>&1 || exit 127\n") } else { String::new() };
    let mut sh = Command::new("sh");
    match argument {
        Some(argument) => sh.arg("-c").arg(format!("{there}{command} \"$1\"")).arg("sh").arg(argument),
        None => sh.arg("-c").arg(format!("{there}{command}")),
    };
    sh.stdin(if input.is_empty() { Stdio::null() } else { Stdio::piped() }).stdout(Stdio::null()).stderr(Stdio::piped());
    (leash.prepare)(&mut sh);
    let mut child = sh.spawn().map_err(unstarted)?;
    let status = attend(&mut child, input, leash).map_err(unstarted)?;
    match status {
        None => Err(about("handover-stopped")),
        Some((status, _)) if status.success() => Ok(()),
        Some((status, _)) if status.code() == Some(127) && is_plain => Err(about("handover-missing")),
        Some((status, said)) => {
            let first = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            let first = text::truncate(&text::one_line(first), 200).into_owned();
            let how = match status.code() {
                Some(code) => Message::new("handover-code").with("code", code),
                None => Message::new("handover-ended"),
            };
            Err(about("handover-failed").with("how", how).with("has-why", i64::from(!first.is_empty())).with("why", first))
        }
    }
}

/// Feeds the program and waits for it; `None` when it was stopped.
fn attend(child: &mut Child, input: Vec<u8>, leash: &mut Leash<'_>) -> io::Result<Option<(ExitStatus, String)>> {
    let said = match feed(child, input) {
        Ok(said) => said,
        Err(error) => {
            (leash.end)(child);
            child.wait()?;
            return Err(error);
        }
    };
    let mut pauses = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            // Something it left behind may hold the other end for ever.
            return Ok(Some((status, said.recv_timeout(REST).unwrap_or_default())));
        }
        if pauses >= SOON && !(leash.go_on)() {
            (leash.end)(child);
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(PAUSE);
        pauses += 1;
    }
}

/// Writes its input and reads its standard error, each beside the waiting: neither can hold the other up. Whoever does not read loses
/// the rest.
fn feed(child: &mut Child, input: Vec<u8>) -> io::Result<Receiver<String>> {
    if let Some(mut to) = child.stdin.take() {
        thread::Builder::new().name("letter".into()).spawn(move || {
            let _ = to.write_all(&input);
        })?;
    }
    let (sender, said) = mpsc::sync_channel(1);
    if let Some(mut from) = child.stderr.take() {
        thread::Builder::new().name("answer".into()).spawn(move || {
            let mut bytes = Vec::new();
            let _ = from.by_ref().take(MOST_SAID).read_to_end(&mut bytes);
            let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
            // What is not looked at is still taken, or a talkative program would wait for ever.
            let _ = io::copy(&mut from, &mut io::sink());
        })?;
    }
    Ok(said)
}
