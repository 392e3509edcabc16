//! `touchbase sql`: one reading statement of the user's own over the fact tables and the assessed views filled for it.
//! What the views hold is the caller's business.

use super::Store;
use super::error::StoreError;
use super::journal::quoted;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql, params_from_iter};

/// A value of a table, whatever the library beneath calls it.
#[derive(Debug, Clone, PartialEq)]
pub enum SqlValue {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text.
    Text(String),
}

impl ToSql for SqlValue {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(match self {
            SqlValue::Null => rusqlite::types::Null.into(),
            SqlValue::Int(n) => (*n).into(),
            SqlValue::Real(x) => (*x).into(),
            SqlValue::Text(text) => text.as_str().into(),
        })
    }
}

/// An assessed table that exists for one query.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Name, `v_client`.
    pub name: &'static str,
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// As many values a row as there are columns.
    pub rows: Vec<Vec<SqlValue>>,
}

impl Store {
    /// Runs one reading statement. `each` gets the names of the columns and a row, and says whether to go on.
    /// Returns the names of the columns.
    pub fn query(
        &self,
        sql: &str,
        views: &[View],
        each: &mut dyn FnMut(&[String], &[SqlValue]) -> bool,
    ) -> Result<Vec<String>, StoreError> {
        let filled = views.iter().try_for_each(|view| fill(&self.db, view));
        let done = filled.and_then(|()| {
            self.db.authorizer(Some(only_reading))?;
            let done = run(&self.db, sql, each);
            let free: Option<fn(AuthContext<'_>) -> Authorization> = None;
            self.db.authorizer(free)?;
            done
        });
        for view in views {
            let _ = self.db.execute_batch(&format!("DROP TABLE IF EXISTS temp.{}", quoted(view.name)));
        }
        done.map_err(|e| e.at(&self.path))
    }
}

fn fill(db: &Connection, view: &View) -> Result<(), StoreError> {
    let columns: Vec<String> = view.columns.iter().map(|c| quoted(c)).collect();
    let name = quoted(view.name);
    db.execute_batch(&format!("DROP TABLE IF EXISTS temp.{name}; CREATE TEMP TABLE {name} ({})", columns.join(", ")))?;
    let marks = vec!["?"; columns.len()].join(", ");
    let db = db.unchecked_transaction()?;
    let mut insert = db.prepare(&format!("INSERT INTO temp.{name} VALUES ({marks})"))?;
    for row in &view.rows {
        insert.execute(params_from_iter(row))?;
    }
    drop(insert);
    Ok(db.commit()?)
}

/// Lets a statement read, and call functions that only compute.
fn only_reading(context: AuthContext<'_>) -> Authorization {
    let reaches_out = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.starts_with("sqlcipher")
            || matches!(name.as_str(), "load_extension" | "fts3_tokenizer" | "readfile" | "writefile" | "edit")
    };
    match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Function { function_name } if !reaches_out(function_name) => Authorization::Allow,
        _ => Authorization::Deny,
    }
}

fn run(db: &Connection, sql: &str, each: &mut dyn FnMut(&[String], &[SqlValue]) -> bool) -> Result<Vec<String>, StoreError> {
    let mut statement = db.prepare(sql).map_err(wrong)?;
    if statement.column_count() == 0 {
        return Err(StoreError::Query("empty".to_owned()));
    }
    if !statement.readonly() {
        return Err(StoreError::QueryWrites);
    }
    let columns: Vec<String> = statement.column_names().iter().map(|c| (*c).to_owned()).collect();
    let mut values = Vec::with_capacity(columns.len());
    let mut rows = statement.query([]).map_err(wrong)?;
    while let Some(row) = rows.next().map_err(wrong)? {
        values.clear();
        for n in 0..columns.len() {
            values.push(match row.get_ref(n)? {
                ValueRef::Null => SqlValue::Null,
                ValueRef::Integer(n) => SqlValue::Int(n),
                ValueRef::Real(x) => SqlValue::Real(x),
                ValueRef::Text(text) | ValueRef::Blob(text) => SqlValue::Text(String::from_utf8_lossy(text).into_owned()),
            });
        }
        if !each(&columns, &values) {
            break;
        }
    }
    Ok(columns)
}

/// An error in the user's statement is the user's, unless the file is the cause.
fn wrong(error: rusqlite::Error) -> StoreError {
    if let rusqlite::Error::MultipleStatement = error {
        return StoreError::Query("more than one statement".to_owned());
    }
    let said = match &error {
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    };
    match StoreError::from(error) {
        StoreError::Failed(_) => StoreError::Query(said),
        other => other,
    }
}
