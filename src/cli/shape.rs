//! The shape of the command line as one table: commands, their arguments, and whether they read or write. Texts are in the catalogue
//! under `cli-<command>-…`; turning the table into a parser is `args`, carrying commands out is the file of each command.

mod care;
mod case;
mod holidays;
mod opportunity;
mod project;

use crate::app::palette::LineShape;

/// How an argument is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By its place, always there.
    Needed,
    /// By its place, may be left out.
    Maybe,
    /// By its place, the rest of the line, may be empty.
    Rest,
    /// By its place, the rest of the line, at least one.
    Some,
    /// `--name VALUE`, at most once.
    Option,
    /// `--name VALUE`, as often as wanted.
    Many,
    /// `--name` alone.
    Flag,
}

/// One argument.
#[derive(Debug, Clone, Copy)]
pub struct Arg {
    /// Long name, and part of its catalogue id.
    pub name: &'static str,
    /// One-letter name.
    pub short: Option<char>,
    /// The word that stands for its value in the help.
    pub value: &'static str,
    /// How it is given.
    pub how: How,
}

/// What a command does to the book; decides which options it takes.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    /// Reads: takes `--as-of`.
    Reads,
    /// Writes: refuses `--as-of`.
    Writes,
    /// Neither: files, settings, texts.
    Other,
    /// A family of commands; with arguments of its own it is one itself.
    Family(&'static [Shape]),
}

/// One command.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Name as typed.
    pub name: &'static str,
    /// Other names it answers to.
    pub aliases: &'static [&'static str],
    /// What it does.
    pub does: Does,
    /// Its own arguments.
    pub args: &'static [Arg],
}

impl Shape {
    /// Whether it can be carried out as it stands: a family alone names its commands.
    pub fn is_command(&self) -> bool {
        !matches!(self.does, Does::Family(_)) || !self.args.is_empty()
    }
}

const fn arg(name: &'static str, value: &'static str, how: How) -> Arg {
    Arg { name, short: None, value, how }
}

const fn opt(name: &'static str, value: &'static str) -> Arg {
    arg(name, value, How::Option)
}

const fn many(name: &'static str, value: &'static str) -> Arg {
    arg(name, value, How::Many)
}

const fn flag(name: &'static str) -> Arg {
    arg(name, "", How::Flag)
}

const fn reads(name: &'static str, args: &'static [Arg]) -> Shape {
    Shape { name, aliases: &[], does: Does::Reads, args }
}

const fn writes(name: &'static str, args: &'static [Arg]) -> Shape {
    Shape { name, aliases: &[], does: Does::Writes, args }
}

const fn other(name: &'static str, args: &'static [Arg]) -> Shape {
    Shape { name, aliases: &[], does: Does::Other, args }
}

const fn family(name: &'static str, commands: &'static [Shape]) -> Shape {
    Shape { name, aliases: &[], does: Does::Family(commands), args: &[] }
}

const CLIENT: Arg = arg("client", "CLIENT", How::Needed);
const MAYBE_CLIENT: Arg = arg("client", "CLIENT", How::Maybe);
const CHANNEL: Arg = arg("channel", "CHANNEL", How::Needed);
const ON_CHANNEL: Arg = opt("channel", "CHANNEL");
const WHEN: Arg = arg("when", "WHEN", How::Needed);
const NOTE: Arg = Arg { name: "note", short: Some('m'), value: "TEXT", how: How::Option };
const WHY: Arg = Arg { name: "why", short: Some('m'), value: "TEXT", how: How::Option };
const ALL: Arg = flag("all");
const FILTER: Arg = arg("filter", "FILTER", How::Rest);

const CLIENT_FIELDS: &[Arg] = &[
    opt("kind", "org|person"),
    opt("status", "STATUS"),
    opt("industry", "TEXT"),
    opt("region", "TEXT"),
    opt("size", "TEXT"),
    opt("need", "TEXT"),
    opt("need-type", "TYPE"),
    opt("need-why", "TEXT"),
    opt("since", "DATE"),
    many("email", "EMAIL"),
    many("phone", "PHONE"),
    many("wechat", "NAME"),
    many("tag", "TAG"),
    opt("potential", "1-5"),
    opt("fit", "1-5"),
    opt("budget", "AMOUNT"),
    opt("currency", "CODE"),
    opt("quiet", "HOURS"),
    opt("language", "en|zh-CN"),
    opt("culture", "CODE"),
    opt("source", "TEXT"),
    opt("note", "TEXT"),
];

/// Arguments of `client add` before the fields it shares with `client edit`.
const CLIENT_ADD: &[Arg] = &join::<23>(&[arg("name", "NAME", How::Needed)], CLIENT_FIELDS);
const CLIENT_EDIT: &[Arg] = &join::<31>(
    &[
        CLIENT,
        opt("name", "NAME"),
        many("set", "FIELD=VALUE"),
        many("plan", "CHANNEL=EVERY"),
        opt("prefer", "CHANNEL"),
        opt("until", "DATE"),
        WHY,
        opt("reason", "CODE"),
        opt("on", "DATE"),
    ],
    CLIENT_FIELDS,
);

const fn join<const N: usize>(first: &[Arg], rest: &[Arg]) -> [Arg; N] {
    let mut out = [WHY; N];
    let mut i = 0;
    while i < N {
        out[i] = if i < first.len() { first[i] } else { rest[i - first.len()] };
        i += 1;
    }
    out
}

const APPOINTMENT: &[Shape] = &[
    writes("add", &[CLIENT, CHANNEL, WHEN, opt("place", "TEXT"), opt("minutes", "N"), opt("person", "NAME"), NOTE]),
    reads("list", &[MAYBE_CLIENT]),
    writes("cancel", &[arg("appointment", "APPOINTMENT", How::Needed)]),
];

const LEAVE: &[Shape] = &[
    writes("add", &[arg("from", "FROM", How::Needed), arg("to", "TO", How::Maybe), WHY]),
    reads("list", &[]),
    writes("remove", &[arg("leave", "LEAVE", How::Needed)]),
];

const CLIENTS: &[Shape] = &[
    writes("add", CLIENT_ADD),
    writes("edit", CLIENT_EDIT),
    reads("show", &[CLIENT]),
    reads("list", &[FILTER, opt("view", "VIEW"), flag("keep-or-drop")]),
    writes("tag", &[CLIENT, arg("tags", "TAG", How::Rest), many("remove", "TAG")]),
    writes(
        "pin",
        &[
            CLIENT,
            arg("tier", "A|B|C|auto", How::Needed),
            WHY,
            opt("from", "DATE"),
            opt("until", "DATE"),
            opt("review", "DATE"),
        ],
    ),
    writes("stop", &[CLIENT, WHY, opt("on", "DATE")]),
    writes("invest", &[CLIENT, arg("how", "keep|automate|auto", How::Needed), WHY]),
    writes(
        "relate",
        &[
            CLIENT,
            arg("kind", "competitor|partner|group|conflict", How::Needed),
            arg("other", "CLIENT", How::Needed),
            NOTE,
            flag("end"),
        ],
    ),
];

const PERSON: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("name", "NAME", How::Needed),
            opt("role", "TEXT"),
            many("email", "EMAIL"),
            many("phone", "PHONE"),
            many("wechat", "NAME"),
            opt("birthday", "MM-DD"),
            NOTE,
        ],
    ),
    writes(
        "edit",
        &[
            CLIENT,
            arg("person", "PERSON", How::Needed),
            opt("name", "NAME"),
            opt("role", "TEXT"),
            many("email", "EMAIL"),
            many("phone", "PHONE"),
            many("wechat", "NAME"),
            NOTE,
        ],
    ),
    reads("list", &[CLIENT]),
    writes("remove", &[CLIENT, arg("person", "PERSON", How::Needed)]),
];

const TASK: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("text", "TEXT", How::Needed),
            opt("due", "WHEN"),
            opt("assignee", "NAME"),
            opt("goal", "TEXT"),
            opt("requirement", "TEXT"),
            flag("waiting"),
        ],
    ),
    writes("edit", &[arg("task", "TASK", How::Needed), opt("text", "TEXT"), opt("due", "WHEN"), opt("assignee", "NAME")]),
    reads("list", &[MAYBE_CLIENT]),
    writes("done", &[arg("task", "TASK", How::Needed)]),
];

const INVOICE: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("amount", "AMOUNT", How::Needed),
            opt("currency", "CODE"),
            opt("issued", "DATE"),
            opt("due", "DATE"),
            opt("paid", "DATE"),
            opt("cost", "AMOUNT"),
            opt("product", "TEXT"),
            opt("engagement", "ENGAGEMENT"),
            opt("number", "TEXT"),
        ],
    ),
    writes(
        "edit",
        &[
            arg("invoice", "INVOICE", How::Needed),
            opt("due", "DATE"),
            opt("number", "TEXT"),
            opt("amount", "AMOUNT"),
            opt("cost", "AMOUNT"),
            opt("product", "TEXT"),
        ],
    ),
    reads("list", &[MAYBE_CLIENT, ALL]),
    Shape {
        name: "done",
        aliases: &["paid"],
        does: Does::Writes,
        args: &[arg("invoice", "INVOICE", How::Needed), opt("on", "DATE")],
    },
];

const SURVEY: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("kind", "nps|csat", How::Needed),
            arg("score", "SCORE", How::Needed),
            opt("on", "DATE"),
            many("reason", "TEXT"),
            ON_CHANNEL,
            opt("person", "NAME"),
            NOTE,
        ],
    ),
    reads("list", &[MAYBE_CLIENT]),
    writes("remove", &[arg("survey", "SURVEY", How::Needed)]),
];

/// A playbook, by its name, its title or a part of either.
const PLAYBOOK_NAME: Arg = arg("playbook", "NAME", How::Needed);

const PLAYBOOK: &[Shape] = &[
    writes("start", &[CLIENT, PLAYBOOK_NAME]),
    reads("list", &[MAYBE_CLIENT, ALL, flag("names")]),
    writes(
        "step",
        &[
            arg("run", "CLIENT|RUN", How::Needed),
            arg("no", "NO", How::Needed),
            arg("how", "done|skip", How::Needed),
            NOTE,
            opt("cost", "AMOUNT"),
            opt("currency", "CODE"),
            opt("score", "N"),
            opt("scale", "csat|nps"),
            ON_CHANNEL,
        ],
    ),
    writes("end", &[CLIENT, PLAYBOOK_NAME, arg("how", "saved|lost|stopped", How::Needed), WHY, opt("reason", "CODE")]),
    other("show", &[arg("playbook", "NAME", How::Maybe)]),
];

const CONSENT: &[Shape] = &[
    writes("add", &[CLIENT, arg("said", "CHANNEL|given|withdrawn", How::Some), opt("on", "DATE"), opt("how", "TEXT")]),
    reads("list", &[FILTER]),
    writes("remove", &[CLIENT, arg("channel", "CHANNEL", How::Maybe)]),
];

/// A knowledge note, by the name of its file or its title.
const NOTE_NAME: Arg = arg("note", "NAME", How::Needed);

const NOTES: &[Shape] = &[other("show", &[NOTE_NAME]), other("edit", &[NOTE_NAME])];

const POLICY: &[Shape] =
    &[reads("show", &[flag("bill")]), other("edit", &[]), writes("use", &[arg("policy", "NAME|FILE", How::Needed)])];

const CONFIG: &[Shape] = &[other("path", &[])];

/// Every command, in the order of the help.
pub const COMMANDS: &[Shape] = &[
    reads("today", &[opt("limit", "N")]),
    writes(
        "log",
        &[
            CLIENT,
            CHANNEL,
            NOTE,
            opt("at", "WHEN"),
            opt("outcome", "OUTCOME"),
            flag("in"),
            opt("minutes", "N"),
            opt("flag", "competitor|cold|declined"),
            opt("again", "WHEN"),
            opt("person", "NAME"),
        ],
    ),
    writes("snooze", &[CLIENT, WHEN, ON_CHANNEL]),
    writes("skip", &[CLIENT, WHY, ON_CHANNEL]),
    writes("pause", &[CLIENT, WHEN, WHY]),
    family("appointment", APPOINTMENT),
    family("leave", LEAVE),
    family("holidays", holidays::HOLIDAYS),
    family("client", CLIENTS),
    family("person", PERSON),
    family("task", TASK),
    family("invoice", INVOICE),
    family("engagement", project::ENGAGEMENT),
    family("milestone", project::MILESTONE),
    family("opportunity", opportunity::OPPORTUNITY),
    family("survey", SURVEY),
    family("complaint", case::COMPLAINT),
    family("improvement", case::IMPROVEMENT),
    family("care", care::CARE),
    family("gift", care::GIFT),
    family("playbook", PLAYBOOK),
    reads("explain", &[CLIENT]),
    reads("calendar", &[arg("span", "MONTH|DAY", How::Maybe), flag("prep"), flag("lunar")]),
    reads("brief", &[arg("client", "CLIENT", How::Some)]),
    family("consent", CONSENT),
    reads(
        "draft",
        &[
            arg("client", "CLIENT|FILTER", How::Maybe),
            arg("template", "TEMPLATE", How::Maybe),
            opt("filter", "FILTER"),
            opt("occasion", "CODE"),
            many("take", "CLIENT"),
            ALL,
            opt("case", "NO"),
            opt("invoice", "NUMBER"),
            many("note", "NAME"),
            flag("stdout"),
            flag("mailto"),
            opt("maildir", "DIR"),
            opt("exec", "CMD"),
            flag("log"),
            flag("list"),
        ],
    ),
    Shape { name: "notes", aliases: &[], does: Does::Family(NOTES), args: &[arg("words", "WORDS", How::Rest)] },
    reads("risk", &[opt("min", "P"), flag("lost"), opt("period", "PERIOD")]),
    reads("tiers", &[flag("sort"), opt("preview", "POLICY")]),
    reads("review", &[opt("week", "WHEN")]),
    reads("load", &[opt("weeks", "N"), opt("apply", "NO")]),
    reads("spread", &[flag("apply")]),
    writes("undo", &[opt("op", "ID"), opt("steps", "N")]),
    writes("redo", &[]),
    reads("history", &[MAYBE_CLIENT, opt("limit", "N")]),
    writes(
        "import",
        &[
            arg("file", "FILE", How::Needed),
            opt("as", "clients|people|touches|invoices|opportunities|surveys|complaints|care"),
            many("map", "FIELD=HEADING"),
            opt("encoding", "NAME"),
            opt("date-order", "dmy|mdy"),
            opt("tiers", "pin|computed"),
            flag("dry-run"),
        ],
    ),
    reads(
        "export",
        &[
            FILTER,
            opt("format", "csv|json|vcf"),
            opt("vcf-version", "3.0|4.0"),
            opt("what", "clients|people|touches|invoices|opportunities|surveys|complaints"),
            Arg { name: "output", short: Some('o'), value: "FILE", how: How::Option },
        ],
    ),
    reads(
        "publish",
        &[
            arg("dir", "DIR", How::Needed),
            many("only", "calendar|tasks|contacts"),
            opt("months", "N"),
            opt("again", "N"),
            many("with", "notes|tier|risk|money|tags"),
            flag("print-vdirsyncer-config"),
        ],
    ),
    reads("sql", &[arg("query", "QUERY", How::Needed)]),
    family("policy", POLICY),
    other("zone", &[arg("zone", "ZONE", How::Maybe)]),
    other("demo", &[opt("clients", "N"), opt("years", "N"), opt("seed", "N")]),
    family("config", CONFIG),
    other("completions", &[arg("shell", "SHELL", How::Needed)]),
    other("help", &[arg("topic", "TOPIC", How::Maybe), flag("man")]),
];

/// Options every command takes.
pub const GLOBAL: &[Arg] =
    &[flag("json"), opt("db", "FILE"), opt("config", "FILE"), opt("lang", "en|zh-CN"), opt("color", "auto|always|never")];

/// The option of reading commands.
pub const AS_OF: Arg = opt("as-of", "WHEN");

/// The shape of a command path such as `["client", "add"]`.
pub fn find(path: &[&str]) -> Option<&'static Shape> {
    let mut commands = COMMANDS;
    let mut found = None;
    for name in path {
        let shape = commands.iter().find(|s| s.name == *name)?;
        commands = match shape.does {
            Does::Family(inner) => inner,
            _ => &[],
        };
        found = Some(shape);
    }
    found
}

/// Calls `visit` with every command and its path from the root, families before their members.
pub fn walk(visit: &mut dyn FnMut(&[&'static str], &'static Shape)) {
    for shape in COMMANDS {
        visit(&[shape.name], shape);
        if let Does::Family(inner) = shape.does {
            for member in inner {
                visit(&[shape.name, member.name], member);
            }
        }
    }
}

/// Commands that ask for the whole terminal: the screen's palette has no use for them.
const NEEDS_TERMINAL: [&[&str]; 3] = [&["policy", "edit"], &["notes", "edit"], &["demo"]];

/// Every command that the screen's palette offers, with its arguments in short.
pub fn lines() -> Vec<LineShape> {
    let mut lines = Vec::new();
    walk(&mut |path, shape| {
        if shape.is_command() && !NEEDS_TERMINAL.contains(&path) {
            let usage: Vec<String> = shape.args.iter().map(usage).collect();
            let about = format!("cli-{}-about", path.join("-"));
            lines.push(LineShape { path: path.join(" "), usage: usage.join(" "), about });
        }
    });
    lines
}

/// An argument in short.
fn usage(arg: &Arg) -> String {
    let name = arg.short.map_or_else(|| format!("--{}", arg.name), |short| format!("-{short}"));
    match arg.how {
        How::Needed => arg.value.to_owned(),
        How::Maybe => format!("[{}]", arg.value),
        How::Rest => format!("[{}]…", arg.value),
        How::Some => format!("{}…", arg.value),
        How::Option => format!("[{name} {}]", arg.value),
        How::Many => format!("[{name} {}]…", arg.value),
        How::Flag => format!("[{name}]"),
    }
}
