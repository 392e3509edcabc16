//! The shape of the commands for projects and their milestones. How arguments are given and what they are made into is `shape`'s and
//! `args`'.

use super::{ALL, Arg, CLIENT, How, MAYBE_CLIENT, NOTE, Shape, arg, flag, opt, reads, writes};

const NAMED: Arg = arg("engagement", "ENGAGEMENT", How::Needed);
const MILESTONE_NAMED: Arg = arg("milestone", "MILESTONE", How::Needed);
const REPORT_EVERY: Arg = opt("report-every", "INTERVAL");

/// `engagement …`.
pub(super) const ENGAGEMENT: &[Shape] = &[
    writes(
        "add",
        &[
            CLIENT,
            arg("title", "TITLE", How::Needed),
            opt("start", "DATE"),
            opt("end", "DATE"),
            opt("notice", "DATE"),
            opt("renew", "DATE"),
            opt("kind", "project|retainer|contract"),
            REPORT_EVERY,
        ],
    ),
    writes(
        "edit",
        &[
            NAMED,
            opt("title", "TITLE"),
            opt("end", "DATE"),
            opt("notice", "DATE"),
            opt("renew", "DATE"),
            opt("status", "planned|open|done|cancelled"),
            REPORT_EVERY,
        ],
    ),
    reads("list", &[MAYBE_CLIENT]),
    reads("report", &[NAMED, flag("done"), opt("on", "DATE"), flag("stdout")]),
    writes("renew", &[NAMED, opt("notice", "DATE")]),
    writes("done", &[NAMED, opt("on", "DATE")]),
];

/// `milestone …`.
pub(super) const MILESTONE: &[Shape] = &[
    writes("add", &[CLIENT, arg("title", "TITLE", How::Needed), opt("due", "WHEN"), opt("engagement", "ENGAGEMENT"), NOTE]),
    writes("edit", &[MILESTONE_NAMED, opt("title", "TITLE"), opt("due", "WHEN"), NOTE, flag("reopen")]),
    reads("list", &[MAYBE_CLIENT, ALL]),
    writes("done", &[MILESTONE_NAMED, opt("on", "DATE")]),
    writes("remove", &[MILESTONE_NAMED]),
];
