//! Possible work, playbooks, what became of clients at risk, and how much is put into one.

use super::super::error::StoreError;
use super::super::tx::Tx;
use super::changes::{Changes, filled};
use super::plan::{defer, defer_seen, end_all};
use crate::domain::action::{Action, NewOpportunity, NewRun, OpportunityChanges};
use crate::domain::day::{Day, Moment};
use crate::domain::facts::RunRow;
use crate::domain::id::Id;
use crate::domain::message::Message;
use crate::domain::target::Target;
use crate::domain::validate::Refusal;
use crate::domain::words::*;
use rusqlite::{OptionalExtension, params};

pub(super) fn run(tx: &mut Tx<'_>, action: &Action) -> Result<&'static str, StoreError> {
    match action {
        Action::AddOpportunity(new) => {
            insert_opportunity(tx, new)?;
            tx.about(new.client);
            Ok("did-add-opportunity")
        }
        Action::EditOpportunity { opportunity, changes } => change_opportunity(tx, *opportunity, changes),
        Action::StartPlaybook(new) => {
            insert_run(tx, new, tx.now.instant)?;
            tx.about(new.client);
            Ok("did-start-playbook")
        }
        Action::LogStep { step, skipped, note, cost } => {
            let at = tx.moment();
            let currency = cost.map(|c| c.currency.as_str().to_owned());
            let columns: [(&str, &dyn rusqlite::ToSql); 5] = [
                ("done", &at),
                ("skipped", skipped),
                ("note", &filled(note)),
                ("cost", &cost.map(|c| c.minor)),
                ("cost_currency", &currency),
            ];
            tx.update("playbook_step", *step, &columns)?;
            about(tx, "playbook_step", *step)?;
            end_finished(tx, *step)?;
            Ok(if *skipped { "did-skip-step" } else { "did-step" })
        }
        Action::MoveStep { step, due } => {
            tx.update("playbook_step", *step, &[("due", &due.0)])?;
            about(tx, "playbook_step", *step)?;
            tx.args.push(("day", i64::from(due.0)));
            Ok("did-move-step")
        }
        Action::EndPlaybook { run, how, note } => {
            if matches!(how, RunEnd::Saved | RunEnd::Lost) && !is_win_back(tx, *run)? {
                return Err(Refusal::rule(Message::new("refused-no-win-back")).into());
            }
            let columns: [(&str, &dyn rusqlite::ToSql); 3] =
                [("ended", &tx.moment()), ("ended_how", &how.code()), ("why", &filled(note))];
            tx.update("playbook_run", *run, &columns)?;
            let client = about(tx, "playbook_run", *run)?;
            if *how == RunEnd::Saved {
                insert_outcome(tx, client, OutcomeKind::Saved, tx.now.today(), None, note)?;
            }
            Ok(match how {
                RunEnd::Saved => "did-save-client",
                RunEnd::Stopped => "did-stop-playbook",
                RunEnd::Done | RunEnd::Lost => "did-end-playbook",
            })
        }
        Action::DeclinePlaybook { client, target, until, why } => {
            defer(tx, *client, DeferralKind::Skip, &target.to_string(), *until, Some(why))?;
            tx.about(*client);
            Ok("did-decline-playbook")
        }
        Action::LoseClient { client, reason, note, on } => {
            let status = Status::Lost.code();
            tx.update("client", *client, &[("status", &status), ("status_on", &on.0), ("status_why", note)])?;
            insert_outcome(tx, *client, OutcomeKind::Lost, *on, Some(reason), &Some(note.clone()))?;
            let open = "SELECT id FROM playbook_run WHERE client_id = ?1 AND ended IS NULL ORDER BY id";
            for run in tx.ids(open, [client.0])? {
                let how = if is_win_back(tx, run)? { RunEnd::Lost } else { RunEnd::Stopped };
                tx.update("playbook_run", run, &[("ended", &tx.moment()), ("ended_how", &how.code())])?;
            }
            tx.about(*client);
            Ok("did-lose-client")
        }
        Action::Invest { client, kind, why } => {
            let open = "SELECT id FROM investment WHERE client_id = ?1 AND ended IS NULL ORDER BY id";
            end_all(tx, "investment", open, params![client.0])?;
            tx.about(*client);
            let Some(kind) = kind else { return Ok("did-invest-end") };
            let created = tx.moment();
            let columns: [(&str, &dyn rusqlite::ToSql); 4] =
                [("client_id", &client.0), ("kind", &kind.code()), ("reason", &why.trim()), ("created", &created)];
            tx.insert("investment", &columns)?;
            Ok(match kind {
                InvestmentKind::Keep => "did-invest-keep",
                InvestmentKind::Automate => "did-invest-automate",
            })
        }
        Action::SnoozeRisk { client, until, why, signals } => {
            let seen: Vec<&str> = signals.iter().map(|s| s.code()).collect();
            defer_seen(tx, *client, &Target::Risk.to_string(), *until, why, &seen.join(" "))?;
            tx.about(*client);
            tx.args.push(("day", i64::from(until.0)));
            Ok("did-snooze-risk")
        }
        _ => Err(super::unhandled()),
    }
}

fn about(tx: &mut Tx<'_>, table: &'static str, id: Id) -> Result<Id, StoreError> {
    let client = tx.client_of(table, id)?;
    tx.about(client);
    tx.args.push((table, id.0));
    Ok(client)
}

fn is_win_back(tx: &Tx<'_>, run: Id) -> Result<bool, StoreError> {
    let sql = "SELECT playbook = ?2 FROM playbook_run WHERE id = ?1";
    Ok(tx.db.prepare_cached(sql)?.query_row(params![run.0, RunRow::WIN_BACK], |r| r.get(0))?)
}

fn millionths(share: Option<f64>) -> Option<i64> {
    share.map(|s| (s * 1e6).round() as i64)
}

/// Writes possible work with its first state.
pub(in super::super) fn insert_opportunity(tx: &mut Tx<'_>, new: &NewOpportunity) -> Result<Id, StoreError> {
    let id = tx.insert(
        "opportunity",
        &[
            ("client_id", &new.client.0),
            ("person_id", &new.person.map(|p| p.0)),
            ("title", &new.title.trim()),
            ("amount", &new.amount.minor),
            ("currency", &new.amount.currency.as_str()),
            ("probability", &millionths(new.probability)),
            ("product", &filled(&new.product)),
            ("note", &filled(&new.note)),
            ("created", &new.at.0),
        ],
    )?;
    insert_state(tx, new.client, id, new.at, new.stage, new.close, &None)?;
    Ok(id)
}

/// Writes a state of possible work; won, it makes a lead a client.
pub(in super::super) fn insert_state(
    tx: &mut Tx<'_>,
    client: Id,
    opportunity: Id,
    at: Moment,
    stage: Stage,
    close: Option<Day>,
    why: &Option<String>,
) -> Result<Id, StoreError> {
    let state = tx.insert(
        "opportunity_state",
        &[
            ("client_id", &client.0),
            ("opportunity_id", &opportunity.0),
            ("at", &at.0),
            ("stage", &stage.code()),
            ("close", &close.map(|d| d.0)),
            ("why", &filled(why)),
        ],
    )?;
    if stage == Stage::Won {
        tx.activate(client, at.day(tx.now.zone))?;
    }
    Ok(state)
}

/// Changes possible work, and says in which words.
pub(in super::super) fn change_opportunity(
    tx: &mut Tx<'_>,
    id: Id,
    new: &OpportunityChanges,
) -> Result<&'static str, StoreError> {
    let mut changes = Changes::default();
    changes.set("title", new.title.as_deref().map(|t| t.trim().to_owned()));
    changes.set("amount", new.amount.map(|a| a.minor));
    changes.set("currency", new.amount.map(|a| a.currency.as_str().to_owned()));
    changes.set("probability", new.probability.map(millionths));
    changes.text("product", &new.product);
    changes.text("note", &new.note);
    changes.set("person_id", new.person.map(|person| person.map(|p| p.0)));
    changes.write(tx, "opportunity", id)?;
    let client = about(tx, "opportunity", id)?;
    let newest = "SELECT stage, close, at FROM opportunity_state WHERE opportunity_id = ?1 ORDER BY at DESC, id DESC LIMIT 1";
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, String>(0)?, r.get::<_, Option<i32>>(1)?, Moment(r.get(2)?)));
    let found = tx.db.prepare_cached(newest)?.query_row([id.0], row).optional()?;
    let (stage, close, since) = found.unwrap_or((String::new(), None, Moment(i64::MIN)));
    let (stage, close) = (Stage::parse(&stage).unwrap_or(Stage::Intake), close.map(Day));
    let then = (new.stage.unwrap_or(stage), new.close.unwrap_or(close));
    if then == (stage, close) {
        return Ok("did-edit-opportunity");
    }
    let (zone, mut at) = (tx.now.zone, new.at.unwrap_or(tx.now.instant));
    // The newest state holds, so an earlier one would change nothing; on the same day the typed hour is not what is meant.
    if at < since && (new.at.is_none() || at.day(zone) == since.day(zone)) {
        at = since;
    } else if at < since {
        return Err(Refusal::rule(Message::new("refused-before-state").with("day", since.day(zone))).into());
    }
    insert_state(tx, client, id, at, then.0, then.1, &new.why)?;
    Ok(match then.0 {
        Stage::Won if stage != Stage::Won => "did-win-opportunity",
        Stage::Lost if stage != Stage::Lost => "did-lose-opportunity",
        _ => "did-edit-opportunity",
    })
}

/// Writes a playbook at a client with its steps.
pub(in super::super) fn insert_run(tx: &mut Tx<'_>, new: &NewRun, started: Moment) -> Result<Id, StoreError> {
    let run = tx.insert(
        "playbook_run",
        &[
            ("client_id", &new.client.0),
            ("playbook", &new.playbook.trim()),
            ("title", &new.title.trim()),
            ("started", &started.0),
        ],
    )?;
    for (no, step) in (1_i64..).zip(&new.steps) {
        tx.insert(
            "playbook_step",
            &[
                ("client_id", &new.client.0),
                ("run_id", &run.0),
                ("no", &no),
                ("kind", &step.kind.code()),
                ("title", &step.title.trim()),
                ("text", &filled(&step.text)),
                ("channel", &step.channel.map(Channel::code)),
                ("template", &filled(&step.template)),
                ("due", &step.due.0),
            ],
        )?;
    }
    Ok(run)
}

/// Ends the playbook of a step when it was the last; how a win-back ended has to be said.
fn end_finished(tx: &mut Tx<'_>, step: Id) -> Result<(), StoreError> {
    let sql = "SELECT r.id FROM playbook_run r JOIN playbook_step s ON s.run_id = r.id
               WHERE s.id = ?1 AND r.playbook <> ?2
                 AND NOT EXISTS (SELECT 1 FROM playbook_step o WHERE o.run_id = r.id AND o.done IS NULL)";
    for run in tx.ids(sql, params![step.0, RunRow::WIN_BACK])? {
        tx.update("playbook_run", run, &[("ended", &tx.moment()), ("ended_how", &RunEnd::Done.code())])?;
    }
    Ok(())
}

/// Writes what became of a client.
pub(in super::super) fn insert_outcome(
    tx: &mut Tx<'_>,
    client: Id,
    kind: OutcomeKind,
    on: Day,
    reason: Option<&str>,
    note: &Option<String>,
) -> Result<Id, StoreError> {
    tx.insert(
        "risk_outcome",
        &[("client_id", &client.0), ("kind", &kind.code()), ("on_day", &on.0), ("reason", &reason), ("note", &filled(note))],
    )
}
