//! A case as it is read: what the fold left out, and whether the evidence is still what it was. How it is shown is a face's work.

use super::error::PortfolioError;
use super::evidence::fingerprint;
use crate::domain::day::Moment;
use crate::domain::id::Id;
use crate::store::{CaseDetail, EvidenceDetail, Store};
use std::path::Path;

/// Whether a file is still the one that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceState {
    /// The same bytes.
    Same,
    /// Other bytes.
    Changed,
    /// Not there, or not to be read.
    Gone,
    /// Of the same size; too large to be read on every look.
    SameSize,
}

/// Files up to this size are read whole to see whether they are the same, bytes.
const READ_WHOLE: i64 = 8 * 1024 * 1024;

/// A case with its texts and the state of its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// What the store has of it.
    pub detail: CaseDetail,
    /// The state of each piece of evidence.
    pub evidence: Vec<EvidenceState>,
}

impl CaseFile {
    /// Reads a case as of a moment. Large evidence is compared byte by byte only when asked for (`whole`).
    ///
    /// # Errors
    /// What the store refuses.
    pub fn load(store: &Store, case: Id, until: Moment, whole: bool) -> Result<Option<CaseFile>, PortfolioError> {
        let Some(detail) = store.case_detail(case, until)? else { return Ok(None) };
        let evidence = detail.evidence.iter().map(|e| state(e, whole)).collect();
        Ok(Some(CaseFile { detail, evidence }))
    }
}

fn state(evidence: &EvidenceDetail, whole: bool) -> EvidenceState {
    let path = Path::new(&evidence.path);
    let Ok(size) = path.metadata().map(|m| i64::try_from(m.len()).unwrap_or(i64::MAX)) else { return EvidenceState::Gone };
    if size != evidence.size {
        return EvidenceState::Changed;
    }
    if size > READ_WHOLE && !whole {
        return EvidenceState::SameSize;
    }
    match fingerprint(path) {
        Ok(found) if found.sha256 == evidence.sha256 => EvidenceState::Same,
        Ok(_) => EvidenceState::Changed,
        Err(_) => EvidenceState::Gone,
    }
}
