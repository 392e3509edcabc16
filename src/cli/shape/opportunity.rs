//! The shape of the commands for possible work. How arguments are given and what they are made into is `shape`'s and `args`'.

use super::{ALL, Arg, CLIENT, How, MAYBE_CLIENT, NOTE, Shape, WHY, arg, opt, reads, writes};

/// One that is there already.
const OPPORTUNITY_NAMED: Arg = arg("opportunity", "OPPORTUNITY", How::Needed);
/// A note without the letter that the reason has.
const LONG_NOTE: Arg = opt("note", "TEXT");
const STAGE: Arg = opt("stage", "intake|needs|proposal|follow-up|won|lost");
const PROBABILITY: Arg = opt("probability", "P");

/// `opportunity …`.
pub(super) const OPPORTUNITY: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("title", "TITLE", How::Needed),
            arg("amount", "AMOUNT", How::Needed),
            STAGE,
            opt("close", "DATE"),
            PROBABILITY,
            opt("currency", "CODE"),
            opt("product", "TEXT"),
            opt("person", "NAME"),
            opt("at", "WHEN"),
            NOTE,
        ],
    ),
    writes(
        "edit",
        &[
            OPPORTUNITY_NAMED,
            STAGE,
            opt("close", "DATE"),
            opt("amount", "AMOUNT"),
            opt("currency", "CODE"),
            PROBABILITY,
            opt("title", "TITLE"),
            opt("product", "TEXT"),
            opt("person", "NAME"),
            LONG_NOTE,
            opt("at", "WHEN"),
            WHY,
        ],
    ),
    reads("list", &[MAYBE_CLIENT, ALL]),
    writes("done", &[OPPORTUNITY_NAMED, opt("at", "WHEN")]),
];
