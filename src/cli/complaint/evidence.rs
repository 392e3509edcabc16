//! `complaint evidence`: files that show what happened (S79): where they lie, how large they are, and their hash. The files stay where they are.

use super::super::args::Args;
use super::super::context::Context;
use super::super::errors::{FAILED, UNKNOWN, USAGE, fail};
use super::event::number_of;
use super::{answer, find};
use crate::domain::action::{Action, NewEvidence};
use crate::domain::message::Message;
use crate::portfolio::Case;
use crate::portfolio::evidence::look;
use anyhow::Result;
use std::path::Path;

/// Adds a file to a case, or takes one off it.
pub fn run(ctx: &Context, args: &Args<'_>) -> Result<()> {
    let mut book = ctx.write()?;
    let case = find(&book, &args.needed("no"))?.clone();
    let action = match (args.path_of("file"), args.text("remove")) {
        (Some(path), None) => add(&case, &path, args.text("note"))?,
        (None, Some(text)) => {
            let n = number_of("--remove", &text)?;
            let all = book.store.case_detail(case.row.id, book.now.instant)?.map(|detail| detail.evidence).unwrap_or_default();
            let missing = || Message::new("cli-error-no-evidence").with("n", n).with("no", case.row.no);
            let found = n.checked_sub(1).and_then(|n| all.get(n)).ok_or_else(|| fail(UNKNOWN, missing()))?;
            Action::RemoveEvidence { evidence: found.id }
        }
        _ => return Err(fail(USAGE, Message::new("cli-error-evidence"))),
    };
    let applied = book.apply(&action)?;
    answer(ctx, &book, &applied, (case.client, case.row.id), None)
}

fn add(case: &Case, path: &Path, note: Option<String>) -> Result<Action> {
    let (path, found) = look(path).map_err(|why| fail(FAILED, why))?;
    let new = NewEvidence { complaint: case.row.id, path, size: found.size, sha256: found.sha256, note };
    Ok(Action::AddEvidence(Box::new(new)))
}
