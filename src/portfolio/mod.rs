//! Facts in, assessed snapshot out: what every pane and command reads. The rules themselves are pure functions of `domain`;
//! this room runs them over the whole book and knows what couples clients. No face computes a rule of its own.

pub mod ahead;
mod assess;
pub mod bill;
pub mod calendar;
pub mod care;
mod case_file;
pub mod cases;
pub mod causes;
mod collect;
pub mod completeness;
pub mod consent;
pub mod deck;
pub mod demo;
mod error;
pub mod evidence;
pub mod explain;
pub mod explain_risk;
pub mod export;
mod factors;
pub mod filter;
pub mod find;
pub mod frame;
pub mod freeze;
pub mod gifts;
pub mod hindsight;
pub mod holidays;
pub mod import;
pub mod learned;
pub mod leave;
mod load;
pub mod loss;
mod months;
pub mod moves;
pub mod playbooks;
pub mod prep;
pub mod preview;
pub mod projects;
pub mod prospects;
pub mod publish;
pub mod queue;
mod records;
pub mod review;
pub mod risk;
pub mod row;
pub mod service;
pub mod spread;
pub mod tier_history;
pub mod timeline;
mod turns;
pub mod value;
pub mod visits;
pub mod workload;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use assess::{Assessed, DueState, Requirement, TierOffer, TierView, Tightened, Under, assess};
pub use case_file::{CaseFile, EvidenceState};
pub use cases::{Case, Clocks, Improvement, Readings, Stand};
pub use collect::{answer_channel, case_reason, every, reminders};
pub use error::PortfolioError;
pub use frame::{Frame, Standing};
pub use load::{PolicyText, Settings, Snapshot, policy_of};
pub use queue::{Item, Queue, Section};
