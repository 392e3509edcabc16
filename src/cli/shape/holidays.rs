//! Arguments of `holidays`. The rest of the table stands in the parent module.

use super::{How, Shape, arg, flag, reads, writes};

pub(super) const HOLIDAYS: &[Shape] = &[
    writes("import", &[arg("file", "FILE", How::Needed), flag("add"), flag("dry-run")]),
    reads("list", &[arg("year", "YEAR", How::Maybe)]),
    writes("remove", &[arg("year", "YEAR", How::Needed)]),
];
