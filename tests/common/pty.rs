//! A real pseudo-terminal: starts a program in it, types, waits for what the screen shows, and checks how the terminal was left.
//! Everything waits on a condition; nothing sleeps in the hope that it is enough.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use std::ffi::OsStr;
use std::fmt::Debug;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// Long enough for a loaded machine; reached only by a failing test.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Two presses of the same key closer than this are taken for a held key.
const FINGER: Duration = Duration::from_millis(160);

struct Shown {
    parser: vt100::Parser<Titles>,
    bytes: Vec<u8>,
    closing: bool,
    ended: bool,
}

/// What the program asked of the terminal beside drawing.
#[derive(Default)]
pub struct Titles {
    /// Every title set, in order.
    pub titles: Vec<String>,
    /// How often the bell rang.
    pub bells: usize,
}

impl vt100::Callbacks for Titles {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.bells += 1;
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.titles.push(String::from_utf8_lossy(title).into_owned());
    }
}

/// What to start.
pub struct Program {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Program {
    /// The real binary.
    pub fn touchbase(args: &[&str]) -> Program {
        Program::new(env!("CARGO_BIN_EXE_touchbase"), args)
    }

    /// Any program.
    pub fn new(program: impl AsRef<OsStr>, args: &[&str]) -> Program {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.cwd(std::env::temp_dir());
        for name in ["TOUCHBASE_DB", "TOUCHBASE_CONFIG", "TOUCHBASE_LANG", "EDITOR", "VISUAL", "NO_COLOR", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        Program { command, size: (80, 24) }
    }

    /// With an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Program {
        self.command.env(name, value);
        self
    }

    /// On a terminal of this size.
    pub fn size(mut self, columns: u16, rows: u16) -> Program {
        self.size = (columns, rows);
        self
    }

    /// Starts it.
    pub fn start(self) -> Pty {
        let (cols, rows) = self.size;
        let PtyPair { master, slave } = native_pty_system().openpty(pty_size(cols, rows)).expect("a pty");
        // What a shell would leave: compared with what the program leaves.
        let before = format!("{:?}", master.get_termios().expect("the terminal's modes"));
        let shown = Arc::new((
            Mutex::new(Shown {
                parser: vt100::Parser::new_with_callbacks(cells(rows), cells(cols), 0, Titles::default()),
                bytes: Vec::new(),
                closing: false,
                ended: false,
            }),
            Condvar::new(),
        ));
        let child = slave.spawn_command(self.command).expect("the program starts");
        let mut reader = master.try_clone_reader().expect("a reader");
        let theirs = Arc::clone(&shown);
        let reading = thread::spawn(move || {
            let mut buffer = [0u8; 8192];
            loop {
                let n = reader.read(&mut buffer).unwrap_or(0);
                let mut shown = theirs.0.lock().unwrap();
                shown.parser.process(&buffer[..n]);
                shown.bytes.extend_from_slice(&buffer[..n]);
                shown.ended = n == 0 || shown.closing;
                theirs.1.notify_all();
                if shown.ended {
                    return;
                }
            }
        });
        let slave_name = master.tty_name().expect("a name");
        let writer = master.take_writer().expect("a writer");
        Pty {
            child,
            master: Some(master),
            writer: Some(writer),
            _slave: slave,
            slave_name,
            shown,
            reading: Some(reading),
            before,
            last: None,
        }
    }
}

/// A running program on its terminal.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    /// Kept open, so that the terminal's modes can still be read after the program has ended.
    _slave: Box<dyn SlavePty + Send>,
    slave_name: PathBuf,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    reading: Option<thread::JoinHandle<()>>,
    before: String,
    last: Option<(String, Instant)>,
}

/// The emulator knows no empty screen; the program's own terminal may have one.
fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN)
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The bytes a terminal sends for one key: `d`, `<Enter>`, `<C-z>`, `<Up>` … `<lt>` is `<`.
fn key_bytes(key: &str) -> Vec<u8> {
    let Some(name) = key.strip_prefix('<').and_then(|k| k.strip_suffix('>')) else {
        return key.as_bytes().to_vec();
    };
    if let Some(c) = name.strip_prefix("C-") {
        return vec![c.as_bytes()[0].to_ascii_lowercase() & 0x1f];
    }
    if let Some(c) = name.strip_prefix("M-") {
        return format!("\x1b{c}").into_bytes();
    }
    let bytes = match name {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "S-Tab" => "\x1b[Z",
        "Space" => " ",
        "Backspace" => "\x7f",
        "Del" => "\x1b[3~",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F12" => "\x1b[24~",
        "lt" => "<",
        other => panic!("no such key in a test: <{other}>"),
    };
    bytes.as_bytes().to_vec()
}

/// Splits `z1<Enter>` into its keys.
pub fn split_keys(keys: &str) -> Vec<String> {
    let (mut out, mut rest) = (Vec::new(), keys);
    while let Some(c) = rest.chars().next() {
        let length = match rest.find('>') {
            Some(end) if c == '<' => end + 1,
            _ => c.len_utf8(),
        };
        out.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    out
}

impl Pty {
    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.0.lock().unwrap()
    }

    /// Types keys in the notation of [`split_keys`]; a key repeated is pressed again, not held.
    pub fn send(&mut self, keys: &str) {
        for key in split_keys(keys) {
            if let Some((before, at)) = &self.last
                && *before == key
                && at.elapsed() < FINGER
            {
                thread::sleep(FINGER - at.elapsed());
            }
            self.raw(&key_bytes(&key));
            self.last = Some((key, Instant::now()));
        }
    }

    /// Sends bytes as they are, all at once.
    pub fn raw(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("an open terminal");
        writer.write_all(bytes).expect("the terminal takes keys");
        writer.flush().expect("the terminal takes keys");
    }

    /// Sends a bracketed paste.
    pub fn paste(&mut self, text: &str) {
        self.raw(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Waits until the screen fulfils the condition; fails with the screen when it does not in time.
    pub fn wait_for(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        self.wait_within(PATIENCE, what, condition);
    }

    /// As [`Pty::wait_for`], with a time of its own.
    pub fn wait_within(&self, patience: Duration, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + patience;
        let mut shown = self.shown();
        while !condition(shown.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let over = left.is_zero() || shown.ended;
            assert!(!over, "waited for {what}; the screen shows:\n{}", shown.parser.screen().contents());
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
    }

    /// Waits until this text stands somewhere on the screen.
    pub fn wait_text(&self, text: &str) {
        self.wait_for(&format!("{text:?}"), |screen| screen.contents().contains(text));
    }

    /// Waits until this text no longer stands on the screen.
    pub fn wait_gone(&self, text: &str) {
        self.wait_for(&format!("no {text:?}"), |screen| !screen.contents().contains(text));
    }

    /// Waits until the program has written so many bytes that contain this sequence; for what a screen does not show.
    pub fn wait_bytes(&self, needle: &[u8]) {
        self.wait_for(&format!("bytes {needle:?}"), |_| true);
        let end = Instant::now() + PATIENCE;
        let mut shown = self.shown();
        while !shown.bytes.windows(needle.len()).any(|w| w == needle) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !shown.ended, "waited for bytes {:?}", String::from_utf8_lossy(needle));
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
    }

    /// What the screen shows.
    pub fn screen_text(&self) -> String {
        self.shown().parser.screen().contents()
    }

    /// The rows of the screen.
    pub fn rows(&self) -> Vec<String> {
        let shown = self.shown();
        let columns = shown.parser.screen().size().1.get();
        shown.parser.screen().rows(0, columns).collect()
    }

    /// Every byte the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.shown().bytes.clone()
    }

    /// The titles it has set.
    pub fn titles(&self) -> Vec<String> {
        self.shown().parser.callbacks().titles.clone()
    }

    /// How often it rang the bell.
    pub fn bells(&self) -> usize {
        self.shown().parser.callbacks().bells
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.shown().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().expect("an open terminal").resize(pty_size(columns, rows)).expect("a new size");
    }

    /// The process started.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a running program")
    }

    /// The leader of the process group in the foreground: under a shell, the job.
    pub fn foreground(&self) -> u32 {
        let leader = self.master.as_ref().and_then(|m| m.process_group_leader()).expect("a foreground group");
        u32::try_from(leader).unwrap()
    }

    /// Sends a signal to the process started.
    pub fn signal(&self, name: &str) {
        signal(self.pid(), name);
    }

    /// Closes the terminal, as a window that is closed or a line that drops.
    pub fn hang_up(&mut self) {
        self.shown().closing = true;
        // The reader sleeps in a read; a byte written from the other side lets it see that it is over.
        let slave = std::fs::OpenOptions::new().write(true).custom_flags(libc::O_NOCTTY).open(&self.slave_name);
        slave.unwrap().write_all(b"\n").unwrap();
        self.reading.take().unwrap().join().unwrap();
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end of the program and answers its exit code.
    pub fn wait_exit(&mut self) -> u32 {
        self.exit_within(PATIENCE)
    }

    /// As [`Pty::wait_exit`], with a time of its own.
    pub fn exit_within(&mut self, patience: Duration) -> u32 {
        let end = Instant::now() + patience;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program's state") {
                return status.exit_code();
            }
            if Instant::now() >= end {
                let text = self.screen_text();
                let _ = self.child.kill();
                panic!("still running after {patience:?}; the screen shows:\n{text}");
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The terminal's modes (what `stty -a` shows).
    pub fn modes(&self) -> String {
        format!("{:?}", self.master.as_ref().expect("an open terminal").get_termios())
    }

    /// Fails unless the terminal is as the program found it. Waits for bytes that are still on their way.
    pub fn assert_restored(&self) {
        self.wait_for("the normal screen", |screen| !screen.alternate_screen());
        self.wait_for("a visible cursor", |screen| !screen.hide_cursor());
        self.wait_for("paste mode off", |screen| !screen.bracketed_paste());
        self.wait_for("mouse off", |screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
        assert_eq!(format!("Some({})", self.before), self.modes(), "the terminal's modes");
    }

    /// Fails unless the program owns the full screen now.
    pub fn assert_taken(&self) {
        self.wait_for("the alternate screen", vt100::Screen::alternate_screen);
        self.wait_for("paste mode", vt100::Screen::bracketed_paste);
        assert_ne!(format!("Some({})", self.before), self.modes(), "raw mode");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `kill -NAME pid`.
pub fn signal(pid: u32, name: &str) {
    let sent = std::process::Command::new("kill").args([format!("-{name}"), pid.to_string()]).status();
    assert!(sent.expect("kill runs").success(), "kill -{name} {pid}");
}

/// Waits for a condition that no screen shows.
pub fn wait_until<T: Debug>(what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(value) = condition() {
            return value;
        }
        assert!(Instant::now() < end, "waited for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}
