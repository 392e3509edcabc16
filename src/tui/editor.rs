//! The user's own editor on a piece of text. Giving it the terminal is `terminal`'s work.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

/// Opens `text` in `$VISUAL`, `$EDITOR` or vi and waits. `None` when it was left unchanged.
///
/// # Errors
/// The editor is not there or reports failure: it says how it ended.
pub fn edit(text: &str) -> io::Result<Option<String>> {
    // Client data: the file is readable by its owner only and is removed when this returns.
    let mut file = tempfile::Builder::new().prefix("touchbase-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    open(file.path())?;
    // By path: many editors write a new file and rename it over the old one.
    let edited = std::fs::read_to_string(file.path())?;
    Ok((edited != text).then_some(edited))
}

/// Opens a file of the user's own in their editor and waits.
///
/// # Errors
/// As [`edit`].
pub fn open(path: &Path) -> io::Result<()> {
    let program = ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.trim().is_empty()));
    let program = program.as_deref().map_or("vi", str::trim);
    // Through a shell, since the variable may hold arguments ("code -w"). A plain word is looked for first, so that the shell need
    // not complain on its own.
    let word = program.split_whitespace().next().unwrap_or_default();
    let plain = !word.contains(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '.' | '-' | '_' | '+'));
    let there = if plain { format!("command -v {word} >/dev/null 2>&1 || exit 127; ") } else { String::new() };
    let status = Command::new("sh").arg("-c").arg(format!("{there}{program} \"$1\"")).arg("sh").arg(path).status()?;
    match status.code() {
        Some(0) => Ok(()),
        Some(127) => Err(io::Error::other(format!("{word}: not found"))),
        _ => Err(io::Error::other(format!("{word}: {status}"))),
    }
}
