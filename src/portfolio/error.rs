//! What can go wrong on the reading road.

use crate::domain::message::Message;
use crate::domain::policy::PolicyError;
use crate::store::StoreError;
use thiserror::Error;

/// Why the book could not be assessed.
#[derive(Debug, Error)]
pub enum PortfolioError {
    /// The store's complaint.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A policy text that cannot be read: its name, and where it is wrong.
    #[error("policy {0}: line {line}, {key}", line = .1.line, key = .1.key)]
    Policy(String, PolicyError),
}

impl PortfolioError {
    /// What the user is told.
    pub fn message(&self) -> Message {
        match self {
            PortfolioError::Store(e) => e.message(),
            PortfolioError::Policy(name, e) => e.message(name),
        }
    }

    /// The exit code.
    pub fn exit(&self) -> i32 {
        match self {
            PortfolioError::Store(e) => e.exit(),
            PortfolioError::Policy(..) => 2,
        }
    }
}
