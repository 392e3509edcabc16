//! Pure rules and types: no I/O, no SQL, no terminal, no clock, no randomness.
//! What reads or writes anything lives in `store`, `interchange` or a face.

pub mod action;
pub mod care;
pub mod complaint;
pub mod day;
pub mod facts;
pub mod fold;
pub mod holidays;
pub mod id;
pub mod interval;
pub mod lunar;
pub mod message;
pub mod money;
pub mod occasion;
pub mod period;
pub mod playbook;
pub mod policy;
pub mod quiet;
pub mod risk;
pub mod target;
pub mod tier;
pub mod validate;
pub mod when;
pub mod words;
pub mod zone;
