//! Templates by name: the shipped ones, and the user's own in the configuration directory, which win. Their first lines say what they
//! are for; the text below them is filled by `engine`.

use super::engine::Text;
use crate::domain::message::Message;
use crate::domain::words::{CaseEventKind, Channel, ComplaintKind, Purpose};
use crate::i18n::Lang;
use crate::own::Folder;
use std::path::{Path, PathBuf};

/// The user's own templates.
const FOLDER: Folder = Folder { name: "templates", ending: "txt" };
/// The line between the first lines and the text.
const RULE: &str = "---";

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A client, whatever happens.
    Client,
    /// A project, to tell how it goes.
    Project,
    /// A step of a case, of one kind or of all.
    Step(Option<ComplaintKind>, CaseEventKind),
    /// An appointment, to confirm it.
    Appointment,
    /// An unpaid invoice; where there is a number, that reminder of it.
    Invoice(Option<u8>),
    /// An offer that was made.
    Opportunity,
    /// A greeting on a care date, of one kind or of all.
    Care(Option<Care>),
}

/// What is greeted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// A birthday.
    Birthday,
    /// The day the work together began.
    Anniversary,
    /// A holiday.
    Holiday,
    /// Another date of the client's own.
    Other,
}

impl Care {
    const ALL: [Care; 4] = [Care::Birthday, Care::Anniversary, Care::Holiday, Care::Other];

    /// As templates write it.
    pub fn code(self) -> &'static str {
        match self {
            Care::Birthday => "birthday",
            Care::Anniversary => "anniversary",
            Care::Holiday => "holiday",
            Care::Other => "other",
        }
    }
}

/// Where a template comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It is shipped.
    Shipped,
    /// It is the user's own.
    Own(PathBuf),
}

/// A template, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// What it is for; empty where it does not say.
    pub uses: Vec<Use>,
    /// The channel it suggests.
    pub channel: Option<Channel>,
    /// What messages of it are for.
    pub purpose: Purpose,
    subject: (usize, String),
    body: (usize, String),
}

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// The shipped templates: name, English, Chinese.
        const SHIPPED: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../assets/templates/en/", $name, ".txt")),
            include_str!(concat!("../../assets/templates/zh-CN/", $name, ".txt")),
        )),+];
    };
}

shipped!(
    "complaint-acknowledge",
    "complaint-propose",
    "complaint-resolved",
    "complaint-follow-up",
    "complaint-reopened",
    "enquiry-acknowledge",
    "progress-report",
    "appointment",
    "invoice-reminder-1",
    "invoice-reminder-2",
    "invoice-reminder-3",
    "quote-follow-up",
    "greeting-birthday",
    "greeting-anniversary",
    "greeting-holiday",
    "service-terms",
    "monthly-mail",
    "apology",
    "survey",
    "business-review",
    "news",
    "goodbye",
);

/// The names of the shipped templates.
pub fn shipped_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, ..)| *name)
}

fn shipped(name: &str, lang: Lang) -> Option<&'static str> {
    let (_, en, zh) = SHIPPED.iter().find(|(known, ..)| *known == name)?;
    Some(match lang {
        Lang::En => en,
        Lang::Zh => zh,
    })
}

/// The shipped template of a name.
pub(super) fn shipped_one(name: &str, lang: Lang) -> Option<Template> {
    shipped(name, lang).and_then(|text| Template::parse(name, Source::Shipped, text).ok())
}

/// The names of all templates: the shipped ones in their order, then the user's own by name.
pub fn names(config_dir: &Path, lang: Lang) -> Vec<String> {
    let own = FOLDER.names(config_dir, lang);
    let more = own.into_iter().filter(|name| !shipped_names().any(|known| known == name));
    shipped_names().map(str::to_owned).chain(more).collect()
}

/// The template of a name; `None` when there is none.
///
/// # Errors
/// A file that cannot be read or whose first lines make no sense.
pub fn find(config_dir: &Path, lang: Lang, name: &str) -> Result<Option<Template>, Message> {
    if let Some((path, text)) = FOLDER.text(config_dir, lang, name)? {
        return Template::parse(name, Source::Own(path), &text).map(Some);
    }
    shipped(name, lang).map(|text| Template::parse(name, Source::Shipped, text)).transpose()
}

impl Template {
    /// What errors call it: its file, or its name where it is shipped.
    pub fn file(&self) -> String {
        file(&self.name, &self.source)
    }

    /// Whether it speaks of a case and of nothing else.
    pub fn is_of_case(&self) -> bool {
        !self.uses.is_empty() && self.uses.iter().all(|of| matches!(of, Use::Step(..)))
    }

    /// Whether it speaks of a project and of nothing else.
    pub fn is_of_project(&self) -> bool {
        !self.uses.is_empty() && self.uses.iter().all(|of| *of == Use::Project)
    }

    /// The subject, to be filled.
    pub fn subject<'a>(&'a self, file: &'a str) -> Text<'a> {
        Text { name: file, line: self.subject.0, source: &self.subject.1 }
    }

    /// The text below the first lines, to be filled.
    pub fn body<'a>(&'a self, file: &'a str) -> Text<'a> {
        Text { name: file, line: self.body.0, source: &self.body.1 }
    }

    /// Takes a template apart: first lines `subject:`, `channel:`, `purpose:`, `for:`, then a line of three hyphens, then the text.
    fn parse(name: &str, source: Source, text: &str) -> Result<Template, Message> {
        let file = file(name, &source);
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let at = |id: &'static str, line: usize| Message::new(id).with("file", file.as_str()).with("line", line);
        let mut template = Template {
            name: name.to_owned(),
            source,
            uses: Vec::new(),
            channel: None,
            purpose: Purpose::Service,
            subject: (1, String::new()),
            body: (1, String::new()),
        };
        let mut used = 0;
        for (n, line) in text.split_inclusive('\n').enumerate() {
            used += line.len();
            let line = line.trim();
            if line == RULE {
                template.body = (n + 2, text[used..].trim_end().to_owned());
                return Ok(template);
            }
            let Some((key, value)) = line.split_once([':', '：']).map(|(key, value)| (key.trim(), value.trim())) else {
                if line.is_empty() {
                    continue;
                }
                return Err(at("draft-first-lines", n + 1).with("text", line));
            };
            match key {
                "subject" => template.subject = (n + 1, value.to_owned()),
                "channel" => {
                    let channel = Channel::parse(value).filter(|c| c.is_sent());
                    template.channel = Some(channel.ok_or_else(|| at("draft-bad-channel", n + 1).with("text", value))?);
                }
                "purpose" => {
                    template.purpose =
                        Purpose::parse(value).ok_or_else(|| at("draft-bad-purpose", n + 1).with("text", value))?;
                }
                "for" => {
                    for word in value.split([' ', ',', '，', '、']).filter(|word| !word.is_empty()) {
                        template.uses.push(Use::parse(word).ok_or_else(|| at("draft-bad-use", n + 1).with("text", word))?);
                    }
                }
                _ => return Err(at("draft-first-lines", n + 1).with("text", line)),
            }
        }
        Err(at("draft-no-rule", text.lines().count().max(1)))
    }
}

fn file(name: &str, source: &Source) -> String {
    match source {
        Source::Shipped => name.to_owned(),
        Source::Own(path) => path.display().to_string(),
    }
}

impl Use {
    /// Whether it speaks of a row beside cases and projects.
    pub(super) fn is_topic(self) -> bool {
        matches!(self, Use::Appointment | Use::Invoice(_) | Use::Opportunity | Use::Care(_))
    }

    /// Reads `client`, `complaint/acknowledge`, `case/propose`, `invoice/1`, `care/birthday`.
    fn parse(word: &str) -> Option<Use> {
        match word {
            "client" => return Some(Use::Client),
            "project" => return Some(Use::Project),
            "appointment" => return Some(Use::Appointment),
            "opportunity" => return Some(Use::Opportunity),
            "invoice" => return Some(Use::Invoice(None)),
            "care" => return Some(Use::Care(None)),
            _ => {}
        }
        let (kind, step) = word.split_once('/')?;
        match kind {
            "invoice" => return step.parse().ok().filter(|n| (1..=3).contains(n)).map(|n| Use::Invoice(Some(n))),
            "care" => return Care::ALL.into_iter().find(|care| care.code() == step).map(|care| Use::Care(Some(care))),
            _ => {}
        }
        let kind = if kind == "case" { None } else { Some(ComplaintKind::parse(kind)?) };
        let is_step = |step: &CaseEventKind| {
            use CaseEventKind::*;
            matches!(step, Acknowledge | Propose | Resolve | FollowUp | Reopen)
        };
        CaseEventKind::parse(step).filter(is_step).map(|step| Use::Step(kind, step))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::message::Arg;
    use crate::own::LARGEST;
    use std::fs;

    fn parse(text: &str) -> Result<Template, Message> {
        Template::parse("own", Source::Own("/t/own.txt".into()), text)
    }

    #[test]
    fn the_first_lines_say_what_it_is_for() {
        let text = "\u{feff}subject: About {{ client.name }}: news\r\nchannel: email\r\nfor: complaint/acknowledge, case/propose client\r\n---\r\n\
                    Hello\n---\nbelow\n\n";
        let template = parse(text).unwrap();
        let step = |kind, step| Use::Step(kind, step);
        assert_eq!(
            template.uses,
            [step(Some(ComplaintKind::Complaint), CaseEventKind::Acknowledge), step(None, CaseEventKind::Propose), Use::Client]
        );
        assert_eq!(template.channel, Some(Channel::Email));
        let file = template.file();
        assert_eq!((template.subject(&file).line, template.subject(&file).source), (1, "About {{ client.name }}: news"));
        assert_eq!((template.body(&file).line, template.body(&file).source), (5, "Hello\n---\nbelow"));
    }

    #[test]
    fn a_mistake_in_the_first_lines_names_file_and_line() {
        for (text, id, line) in [
            ("subject: x\nHello\n", "draft-first-lines", 2),
            ("subject: x\n\nto: them\n---\n", "draft-first-lines", 3),
            ("subject: x\n", "draft-no-rule", 1),
            ("", "draft-no-rule", 1),
            ("channel: call\n---\n", "draft-bad-channel", 1),
            ("channel: pigeon\n---\n", "draft-bad-channel", 1),
            ("subject: x\nfor: complaint/waiting\n---\n", "draft-bad-use", 2),
            ("for: praise/acknowledge\n---\n", "draft-bad-use", 1),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(error.id, id, "{text}");
            assert!(error.args.contains(&("line", Arg::Number(line))), "{text}: {error:?}");
            assert!(error.args.contains(&("file", Arg::Text("/t/own.txt".into()))));
        }
    }

    #[test]
    fn the_users_own_file_wins_and_that_of_the_language_first() {
        let dir = tempfile::tempdir().unwrap();
        let read = |lang| {
            let template = find(dir.path(), lang, "service-terms").unwrap().unwrap();
            template.body.1
        };
        let write = |name: &str, text: &str| {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, format!("subject: s\n---\n{text}\n")).unwrap();
        };
        let shipped = read(Lang::En);
        assert!(!shipped.is_empty() && shipped != read(Lang::Zh));
        write("templates/service-terms.txt", "ours");
        assert_eq!((read(Lang::En).as_str(), read(Lang::Zh).as_str()), ("ours", "ours"));
        write("templates/zh-CN/service-terms.txt", "我们的");
        assert_eq!((read(Lang::En).as_str(), read(Lang::Zh).as_str()), ("ours", "我们的"));
        write("templates/greeting.txt", "hello");
        write("templates/notes.md", "no template");
        let names = names(dir.path(), Lang::En);
        assert_eq!(names.last().unwrap(), "greeting");
        assert_eq!(names.len(), SHIPPED.len() + 1);
        assert_eq!(find(dir.path(), Lang::En, "nothing").unwrap(), None);
    }

    #[test]
    fn a_name_leads_to_nothing_outside_the_folder() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("templates")).unwrap();
        fs::write(dir.path().join("secret.txt"), "subject: s\n---\nsecret\n").unwrap();
        for name in ["../secret", "", ".", "/etc/passwd", "a/b", "..\\secret"] {
            assert_eq!(find(dir.path(), Lang::En, name).unwrap(), None, "{name}");
        }
    }

    #[test]
    fn only_a_plain_text_of_a_fair_size_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("templates");
        fs::create_dir_all(folder.join("folder.txt")).unwrap();
        fs::write(folder.join("bytes.txt"), [0xff, 0xfe, 0x00]).unwrap();
        fs::File::create(folder.join("vast.txt")).unwrap().set_len(LARGEST + 1).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(folder.join("pipe.txt")).status().unwrap().success());
        for (name, id) in [
            ("folder", "draft-no-file"),
            ("pipe", "draft-no-file"),
            ("bytes", "config-not-text"),
            ("vast", "draft-file-too-large"),
        ] {
            assert_eq!(find(dir.path(), Lang::En, name).unwrap_err().id, id);
        }
    }
}
