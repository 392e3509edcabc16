//! The user's own editor on a piece of text. Giving it the terminal is `terminal`'s work.

use std::env;
use std::io::{self, Write};
use std::process::Command;

/// Opens `text` in `$VISUAL`, `$EDITOR` or vi and waits. `None` when it was left unchanged or the editor reported failure.
pub fn edit(text: &str) -> io::Result<Option<String>> {
    // Client data: the file is readable by its owner only and is removed when this returns.
    let mut file = tempfile::Builder::new().prefix("touchbase-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let program = ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.trim().is_empty()));
    // Through a shell, since the variable may hold arguments ("code -w").
    let status = Command::new("sh")
        .arg("-c")
        .arg(format!("{} \"$1\"", program.as_deref().unwrap_or("vi")))
        .arg("sh")
        .arg(file.path())
        .status()?;
    if !status.success() {
        return Ok(None);
    }
    // By path: many editors write a new file and rename it over the old one.
    let edited = std::fs::read_to_string(file.path())?;
    Ok((edited != text).then_some(edited))
}
