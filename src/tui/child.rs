//! A command line typed on the screen, carried out in a process of its own on the same file. What can be typed is `cli`'s business.

use crate::app::palette::LineShape;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

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

/// So much of an answer is kept: nobody reads more on a screen.
const MOST: usize = 1_000_000;

impl Lines {
    /// Carries a line out: its answer, and whether it ended well. It cannot ask anything: it has no terminal.
    pub fn run(&self, words: &[String]) -> io::Result<(String, bool)> {
        let output =
            Command::new(&self.program).args(&self.before).args(words).stdin(Stdio::null()).env("NO_COLOR", "1").output()?;
        let mut bytes = output.stdout;
        bytes.truncate(MOST);
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        let said = String::from_utf8_lossy(&output.stderr);
        if !said.trim().is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(said.trim_end());
        }
        Ok((text, output.status.success()))
    }
}
