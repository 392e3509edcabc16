//! Facts that bring the day on which they were written down with them: what a sample portfolio has and an imported list has not.
//! The door itself is in `bulk`; which facts there are is `demo`'s business.

use super::apply;
use super::bulk::ImportTx;
use super::error::StoreError;
use super::freeze::{insert_month_score, insert_tier_change};
use crate::domain::action::{NewCaseEvent, NewImprovement, NewRun};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::{MonthScoreRow, TierChangeRow};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::validate;
use crate::domain::words::*;

impl ImportTx<'_> {
    /// The day a client's status was decided and why, and the day its fields were checked.
    pub fn date_client(
        &mut self,
        client: Id,
        status_on: Day,
        why: Option<&str>,
        reviewed_on: Option<Day>,
    ) -> Result<(), StoreError> {
        let reviewed = reviewed_on.map(|d| d.0);
        self.tx.update("client", client, &[("status_on", &status_on.0), ("status_why", &why), ("reviewed_on", &reviewed)])
    }

    /// A task written down and perhaps done at moments of the past.
    #[expect(clippy::too_many_arguments, reason = "the columns of one row")]
    pub fn add_past_task(
        &mut self,
        client: Id,
        kind: TaskKind,
        text: &str,
        due: Day,
        assignee: Option<&str>,
        created: Moment,
        done: Option<Moment>,
    ) -> Result<Id, StoreError> {
        self.tx.insert(
            "task",
            &[
                ("client_id", &client.0),
                ("kind", &kind.code()),
                ("text", &text),
                ("due", &due.0),
                ("assignee", &assignee),
                ("created", &created.0),
                ("done", &done.map(|d| d.0)),
            ],
        )
    }

    /// When an appointment was agreed, and with whom.
    pub fn date_appointment(&mut self, appointment: Id, created: Moment, person: Option<Id>) -> Result<(), StoreError> {
        self.tx.update("appointment", appointment, &[("created", &created.0), ("person_id", &person.map(|p| p.0))])
    }

    /// A deferral decided at a moment of the past.
    #[expect(clippy::too_many_arguments, reason = "the columns of one row")]
    pub fn add_past_deferral(
        &mut self,
        client: Id,
        kind: DeferralKind,
        target: &str,
        until: Day,
        reason: Option<&str>,
        created: Moment,
        signals: Option<&str>,
    ) -> Result<Id, StoreError> {
        self.tx.insert(
            "deferral",
            &[
                ("client_id", &client.0),
                ("kind", &kind.code()),
                ("target", &target),
                ("until", &until.0),
                ("reason", &reason),
                ("created", &created.0),
                ("signals", &signals),
            ],
        )
    }

    /// One more state of possible work, of a moment of the past.
    pub fn add_past_state(
        &mut self,
        client: Id,
        opportunity: Id,
        at: Moment,
        stage: Stage,
        close: Option<Day>,
        why: Option<String>,
    ) -> Result<Id, StoreError> {
        apply::insert_state(&mut self.tx, client, opportunity, at, stage, close, &why)
    }

    /// A playbook begun and perhaps ended at moments of the past, with what was done of it by its place: when, what came of it.
    pub fn add_past_run(
        &mut self,
        new: &NewRun,
        started: Moment,
        done: &[Option<(Moment, String)>],
        ended: Option<(Moment, RunEnd)>,
    ) -> Result<Id, StoreError> {
        let run = apply::insert_run(&mut self.tx, new, started)?;
        let steps = self.tx.ids("SELECT id FROM playbook_step WHERE run_id = ?1 ORDER BY no", [run.0])?;
        for (step, (at, note)) in steps.into_iter().zip(done).filter_map(|(step, done)| Some((step, done.as_ref()?))) {
            self.tx.update("playbook_step", step, &[("done", &at.0), ("note", note)])?;
        }
        if let Some((at, how)) = ended {
            self.tx.update("playbook_run", run, &[("ended", &at.0), ("ended_how", &how.code())])?;
        }
        Ok(run)
    }

    /// What became of a client on a day of the past.
    pub fn add_past_outcome(
        &mut self,
        client: Id,
        kind: OutcomeKind,
        on: Day,
        reason: Option<&str>,
        note: Option<String>,
    ) -> Result<Id, StoreError> {
        apply::insert_outcome(&mut self.tx, client, kind, on, reason, &note)
    }

    /// A relation between two clients written down at a moment of the past.
    pub fn add_past_relation(
        &mut self,
        client: Id,
        other: Id,
        kind: RelationKind,
        note: Option<&str>,
        created: Moment,
    ) -> Result<Id, StoreError> {
        self.tx.insert(
            "client_relation",
            &[
                ("client_id", &client.0),
                ("other_id", &other.0),
                ("kind", &kind.code()),
                ("note", &note),
                ("created", &created.0),
            ],
        )
    }

    /// An event of a case that was typed at a moment of the past. Whether it can happen where the case stands is the caller's to know.
    pub fn add_past_event(&mut self, new: &NewCaseEvent, written: Moment) -> Result<Id, StoreError> {
        new.text.as_deref().map_or(Ok(()), validate::text)?;
        apply::insert_event(&mut self.tx, new, written)
    }

    /// What putting a case right cost.
    pub fn cost_case(&mut self, case: Id, remedy: Money) -> Result<(), StoreError> {
        let currency = remedy.currency.as_str().to_owned();
        self.tx.update("complaint", case, &[("remedy", &remedy.minor), ("remedy_currency", &currency)])
    }

    /// An improvement written down and perhaps done at moments of the past.
    pub fn add_past_improvement(
        &mut self,
        new: &NewImprovement,
        created: Moment,
        done: Option<Moment>,
    ) -> Result<Id, StoreError> {
        let id = self.tx.insert(
            "improvement",
            &[
                ("cause", &new.cause),
                ("text", &new.text),
                ("owner", &new.owner),
                ("due", &new.due.map(|d| d.0)),
                ("created", &created.0),
            ],
        )?;
        if let Some(done) = done {
            self.tx.insert("improvement_done", &[("improvement_id", &id.0), ("done", &done.0)])?;
        }
        Ok(id)
    }

    /// A month-end already on record.
    pub fn add_month_score(&mut self, client: Id, row: &MonthScoreRow) -> Result<Id, StoreError> {
        insert_month_score(&mut self.tx, client, row)
    }

    /// A tier already held.
    pub fn add_tier_change(&mut self, client: Id, row: &TierChangeRow) -> Result<Id, StoreError> {
        insert_tier_change(&mut self.tx, client, row)
    }
}
