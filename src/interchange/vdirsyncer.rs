//! The configuration with which vdirsyncer brings a published folder to a server and back. Only server, user and password are left open;
//! what is in the folder is `portfolio::publish`'s to say.

use crate::text;
use std::path::Path;

/// The three pairs: name of the folder and the pair, ending of its files, type of the server's storage, kind of its items.
const PAIRS: [(&str, &str, &str, Option<&str>); 3] = [
    ("calendar", ".ics", "caldav", Some("VEVENT")),
    ("tasks", ".ics", "caldav", Some("VTODO")),
    ("contacts", ".vcf", "carddav", None),
];

/// The text of the file for a folder of this full path; `say` gives its comments, which may be of several lines.
pub fn write(dir: &Path, say: &dyn Fn(&'static str) -> String) -> String {
    let dir = dir.to_string_lossy();
    let mut out = String::new();
    comment(&mut out, &say("publish-config-head"));
    out.push_str("\n[general]\nstatus_path = \"~/.local/share/vdirsyncer/touchbase/\"\n");
    for (n, (name, ending, kind, items)) in PAIRS.into_iter().enumerate() {
        out.push('\n');
        if n == 0 {
            comment(&mut out, &say("publish-config-pair"));
        }
        out.push_str(&format!(
            "[pair touchbase_{name}]\na = \"touchbase_{name}_here\"\nb = \"touchbase_{name}_server\"\n\
             collections = [[\"{name}\", \"{name}\", \"touchbase-{name}\"]]\nconflict_resolution = \"a wins\"\n\n\
             [storage touchbase_{name}_here]\ntype = \"filesystem\"\npath = {}\nfileext = \"{ending}\"\n\n\
             [storage touchbase_{name}_server]\ntype = \"{kind}\"\n",
            quoted(&dir),
        ));
        out.push_str(&format!("url = \"https://{kind}.example.com/\"\nusername = \"USER\"\n"));
        if n == 0 {
            comment(&mut out, &say("publish-config-server"));
        }
        out.push_str(&format!("password.fetch = [\"prompt\", \"{kind}.example.com\"]\n"));
        if let Some(items) = items {
            out.push_str(&format!("item_types = [\"{items}\"]\n"));
        }
    }
    out.push('\n');
    comment(&mut out, &say("publish-config-programs"));
    let dir = text::one_line(&dir);
    for line in [
        "khal     ~/.config/khal/config",
        "[calendars]",
        "[[touchbase]]",
        &format!("path = {dir}/calendar"),
        "khard    ~/.config/khard/khard.conf",
        "[addressbooks]",
        "[[touchbase]]",
        &format!("path = {dir}/contacts"),
        "todoman  ~/.config/todoman/config.py",
        &format!("path = {}", quoted(&format!("{dir}/tasks"))),
    ] {
        out.push_str(&format!("#   {line}\n"));
    }
    out
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        out.push_str(format!("# {}", text::sanitize(line)).trim_end());
        out.push('\n');
    }
}

/// A value as the file has it: JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_its_place() {
        let config = write(Path::new("/home/li/a \"b\"\n[storage evil]"), &|id| id.to_owned());
        assert!(config.contains("path = \"/home/li/a \\\"b\\\"\\n[storage evil]\"\n"), "{config}");
        assert!(!config.lines().any(|line| line.starts_with("[storage evil]")), "{config}");
    }
}
