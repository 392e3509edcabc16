//! The shape of the commands for care dates and gifts. How arguments are given and what they are made into is `shape`'s and `args`'.

use super::{ALL, Arg, CLIENT, FILTER, How, MAYBE_CLIENT, NOTE, ON_CHANNEL, Shape, arg, flag, opt, reads, writes};

const WHAT: Arg = arg("what", "WHAT", How::Needed);
const PERSON: Arg = opt("person", "NAME");
const LEAD: Arg = opt("lead", "DAYS");
const LUNAR: Arg = flag("lunar");
const LEAP: Arg = flag("leap");
const YEAR: Arg = opt("year", "YEAR");

/// `care …`.
pub(super) const CARE: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("what", "birthday|anniversary|NAME", How::Needed),
            arg("date", "MM-DD|DATE", How::Needed),
            LUNAR,
            LEAP,
            PERSON,
            LEAD,
            NOTE,
        ],
    ),
    writes(
        "edit",
        &[
            CLIENT,
            WHAT,
            opt("date", "MM-DD|DATE"),
            LUNAR,
            LEAP,
            flag("gregorian"),
            opt("kind", "birthday|anniversary|NAME"),
            opt("name", "NAME"),
            PERSON,
            LEAD,
            NOTE,
        ],
    ),
    reads("list", &[FILTER, opt("days", "N"), YEAR, ALL]),
    writes("remove", &[CLIENT, WHAT]),
    writes("done", &[CLIENT, arg("what", "WHAT", How::Maybe), flag("skip"), ON_CHANNEL, NOTE]),
    reads("holidays", &[arg("culture", "CULTURE", How::Maybe), YEAR]),
];

/// `gift …`.
pub(super) const GIFT: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            WHAT,
            opt("cost", "AMOUNT"),
            opt("currency", "CODE"),
            opt("on", "DATE"),
            PERSON,
            opt("for", "OCCASION"),
            NOTE,
        ],
    ),
    reads("list", &[MAYBE_CLIENT]),
    writes("remove", &[CLIENT, arg("gift", "GIFT", How::Needed)]),
];
