//! The real binary in a folder of its own: its own files, its own environment, a clock that stands still.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Monday morning; every test begins here.
pub const NOW: &str = "2026-11-23T09:04:00+08:00";

/// A folder with a book, and a moment.
pub struct Cli {
    /// Everything lies in here.
    pub dir: TempDir,
    now: String,
    lang: &'static str,
}

/// What a run printed and how it ended.
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Default for Cli {
    fn default() -> Cli {
        Cli::new()
    }
}

impl Cli {
    /// An empty folder, English.
    pub fn new() -> Cli {
        Cli { dir: tempfile::tempdir().unwrap(), now: NOW.to_owned(), lang: "en" }
    }

    /// The same folder in another language.
    pub fn speak(&mut self, lang: &'static str) -> &mut Cli {
        self.lang = lang;
        self
    }

    /// The same folder at another moment, RFC 3339.
    pub fn at(&mut self, now: &str) -> &mut Cli {
        self.now = now.to_owned();
        self
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The book.
    pub fn db(&self) -> PathBuf {
        self.path("book.db")
    }

    /// A file written into the folder.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir).unwrap();
        }
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A command with this folder's environment, not started yet.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.dir.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("TZ", "Asia/Shanghai")
            .env("TOUCHBASE_DB", self.db())
            .env("TOUCHBASE_LANG", self.lang)
            .env("TOUCHBASE_NOW", &self.now)
            .current_dir(self.dir.path())
            .stdin(Stdio::null());
        command
    }

    /// The binary with these arguments.
    pub fn touchbase(&self, args: &[&str]) -> Command {
        let mut command = self.command(binary());
        command.args(args);
        command
    }

    /// Runs the binary.
    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.touchbase(args).output().unwrap())
    }

    /// Runs it, expects success and gives standard output.
    pub fn ok(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}\n{}\n{}", ran.out, ran.err);
        assert_eq!(ran.err, "", "{args:?}");
        ran.out
    }

    /// Runs it with `--json`, expects success and one JSON value.
    pub fn json(&self, args: &[&str]) -> Value {
        let out = self.ok(&[args, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|e| panic!("{args:?}: {e}\n{out}"))
    }

    /// Runs it, expects this exit code and one line on standard error, which it gives.
    pub fn fails(&self, code: i32, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, code, "{args:?}\n{}\n{}", ran.out, ran.err);
        assert!(ran.err.starts_with("touchbase"), "{args:?}: {}", ran.err);
        ran.err
    }

    /// A client added with options.
    pub fn client(&self, name: &str, options: &[&str]) -> Value {
        self.json(&[&["client", "add", name], options].concat())
    }
}

impl Ran {
    /// From what a process left.
    pub fn of(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The binary under test.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_touchbase"))
}
