//! Where touchbase's files live, how private ones are made, and which zone the machine is in.
//! What stands in the configuration is read in `config`; the database is opened in `store`.

use crate::domain::message::Message;
use crate::domain::zone::parse_zone;
use chrono_tz::Tz;
use std::ffi::OsString;
use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The places of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The database file.
    pub db: PathBuf,
    /// The configuration file; it need not exist.
    pub config_file: PathBuf,
    /// The directory of the configuration file: files in it win over the shipped ones of the same name.
    pub config_dir: PathBuf,
    /// What belongs to this machine and not to the book: device id, logs.
    pub state_dir: PathBuf,
}

impl Paths {
    /// The places from `--db` and `--config`, else from `TOUCHBASE_DB` and `TOUCHBASE_CONFIG` as `env` gives them, else the
    /// platform's own. An empty variable counts as unset.
    pub fn find(db: Option<&Path>, config: Option<&Path>, env: impl Fn(&str) -> Option<OsString>) -> Result<Paths, Message> {
        let given = |flag: Option<&Path>, name: &str| {
            flag.map(Path::to_path_buf).or_else(|| env(name).filter(|value| !value.is_empty()).map(PathBuf::from))
        };
        let own = directories::ProjectDirs::from("", "", "touchbase").ok_or_else(|| Message::new("paths-no-home"));
        let db = given(db, "TOUCHBASE_DB");
        let config = given(config, "TOUCHBASE_CONFIG");
        let own = match (own, &db, &config) {
            (Ok(own), ..) => own,
            (Err(_), Some(db), Some(config)) => {
                let state_dir = parent(db);
                return Ok(Paths { config_dir: parent(config), config_file: config.clone(), db: db.clone(), state_dir });
            }
            (Err(message), ..) => return Err(message),
        };
        let config_file = config.unwrap_or_else(|| own.config_dir().join("config.toml"));
        Ok(Paths {
            db: db.unwrap_or_else(|| own.data_dir().join("touchbase.db")),
            config_dir: parent(&config_file),
            config_file,
            state_dir: own.state_dir().unwrap_or_else(|| own.data_local_dir()).to_path_buf(),
        })
    }
}

fn parent(file: &Path) -> PathBuf {
    match file.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Makes a directory and what is missing above it, readable by the user alone. One that exists is left as it is.
pub fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// Options for a file of the user's data: made readable by the user alone and never opened through a symbolic link.
/// The caller adds read, write and create.
pub fn private_file_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(libc::O_NOFOLLOW);
    }
    options
}

/// The machine's zone: the value of `TZ` when it names one, else what the system says, else UTC. Only a new file asks for it.
pub fn detect_zone(tz: Option<&str>) -> Tz {
    let named = |text: &str| parse_zone(text.rsplit_once("zoneinfo/").map_or(text, |(_, name)| name));
    tz.filter(|text| !text.is_empty())
        .and_then(named)
        .or_else(|| iana_time_zone::get_timezone().ok().as_deref().and_then(named))
        .unwrap_or(Tz::UTC)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_platform() {
        let env = |name: &str| match name {
            "TOUCHBASE_DB" => Some(OsString::from("/env/book.db")),
            "TOUCHBASE_CONFIG" => Some(OsString::new()),
            _ => None,
        };
        let flagged = Paths::find(Some(Path::new("/flag/book.db")), Some(Path::new("own.toml")), env).unwrap();
        assert_eq!(flagged.db, Path::new("/flag/book.db"));
        assert_eq!((flagged.config_file.as_path(), flagged.config_dir.as_path()), (Path::new("own.toml"), Path::new(".")));
        let found = Paths::find(None, Some(Path::new("/c/config.toml")), env).unwrap();
        assert_eq!(found.db, Path::new("/env/book.db"));
        assert_eq!(found.config_dir, Path::new("/c"));
        assert!(!found.state_dir.as_os_str().is_empty());
    }

    #[test]
    fn a_variable_names_the_zone() {
        assert_eq!(detect_zone(Some("Asia/Shanghai")), Tz::Asia__Shanghai);
        assert_eq!(detect_zone(Some(":/usr/share/zoneinfo/Europe/Berlin")), Tz::Europe__Berlin);
    }

    #[cfg(unix)]
    #[test]
    fn files_are_private_and_never_through_a_link() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("a/b");
        create_private_dir(&inner).unwrap();
        create_private_dir(&inner).unwrap();
        assert_eq!(std::fs::metadata(&inner).unwrap().permissions().mode() & 0o777, 0o700);
        let file = inner.join("f");
        private_file_options().write(true).create(true).open(&file).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::os::unix::fs::symlink(&file, inner.join("link")).unwrap();
        assert!(private_file_options().write(true).create(true).open(inner.join("link")).is_err());
    }
}
