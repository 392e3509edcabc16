//! The shape of the commands for cases. How arguments are given and what they are made into is `shape`'s and `args`'.

use super::{ALL, Arg, CLIENT, How, NOTE, ON_CHANNEL, Shape, arg, flag, many, opt, reads, writes};

/// A case, by its number.
const NO: Arg = arg("no", "NO", How::Needed);
const TEXT: Arg = Arg { name: "text", short: Some('m'), value: "TEXT", how: How::Option };

/// `complaint …`.
/// `complaint causes`.
const CAUSES: Shape = reads("causes", &[opt("period", "PERIOD"), many("kind", "KIND"), opt("cause", "CAUSE"), flag("kpi")]);

pub(super) const COMPLAINT: &[Shape] = &[
    writes(
        "open",
        &[
            CLIENT,
            TEXT,
            opt("at", "WHEN"),
            opt("kind", "KIND"),
            opt("cause", "CAUSE"),
            flag("complex"),
            ON_CHANNEL,
            opt("person", "NAME"),
            opt("demand", "TEXT"),
            opt("with", "CLIENT"),
            opt("mediator", "NAME"),
        ],
    ),
    writes(
        "event",
        &[
            NO,
            arg("kind", "KIND", How::Needed),
            TEXT,
            opt("at", "WHEN"),
            opt("score", "1-5|unreachable"),
            ON_CHANNEL,
            opt("promise", "WHEN"),
            opt("minutes", "N"),
            opt("corrects", "N"),
        ],
    ),
    writes(
        "edit",
        &[
            NO,
            TEXT,
            opt("kind", "KIND"),
            opt("complex", "yes|no"),
            opt("cause", "CAUSE"),
            opt("demand", "TEXT"),
            opt("person", "NAME"),
            opt("with", "CLIENT"),
            opt("mediator", "NAME"),
            opt("remedy", "AMOUNT"),
            opt("currency", "CODE"),
            opt("at", "WHEN"),
            ON_CHANNEL,
        ],
    ),
    writes("evidence", &[NO, arg("file", "PATH", How::Maybe), NOTE, opt("remove", "N")]),
    reads("list", &[ALL, opt("client", "CLIENT"), opt("kind", "KIND"), opt("cause", "CAUSE")]),
    reads("show", &[NO, opt("format", "text|md")]),
    CAUSES,
];

/// `improvement`.
pub(super) const IMPROVEMENT: &[Shape] = &[
    writes(
        "add",
        &[arg("cause", "CAUSE", How::Needed), arg("text", "TEXT", How::Needed), opt("owner", "NAME"), opt("due", "WHEN")],
    ),
    writes(
        "edit",
        &[
            arg("improvement", "N", How::Needed),
            opt("cause", "CAUSE"),
            opt("text", "TEXT"),
            opt("owner", "NAME"),
            opt("due", "WHEN"),
        ],
    ),
    reads("list", &[ALL]),
    writes("done", &[arg("improvement", "N", How::Needed)]),
];
