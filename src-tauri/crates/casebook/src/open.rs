//! Opening the casebook: its file, how SQLite is told to keep it, and what happens to a damaged one.

use std::{
    fs,
    io::ErrorKind,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use crate::{Error, spare};

static MIGRATIONS: LazyLock<Migrations<'static>> = LazyLock::new(|| {
    Migrations::new(vec![
        M::up(include_str!("../migrations/0001_first.sql")),
        M::up(include_str!("../migrations/0002_counts.sql")),
        M::up(include_str!("../migrations/0003_mailboxes.sql")),
        M::up(include_str!("../migrations/0004_sign_in.sql")),
        M::up(include_str!("../migrations/0005_steps.sql")),
        M::up(include_str!("../migrations/0006_submission.sql")),
        M::up(include_str!("../migrations/0009_history.sql")),
    ])
});

/// How long to wait for the other role, which writes for milliseconds at a time.
const PATIENCE: Duration = Duration::from_secs(5);

/// Between two looks whether the file is free.
const STEP: Duration = Duration::from_millis(10);

/// One connection to the casebook. `&Casebook` reads, `&mut Casebook` writes; it is not shared between threads.
#[derive(Debug)]
pub struct Casebook {
    pub(crate) connection: Connection,
}

impl Casebook {
    /// Opens the casebook, making it where there is none. A damaged file is put aside, never deleted, and the last copy takes its
    /// place, or a new one where there is no copy, or it is damaged as well.
    ///
    /// # Errors
    /// Where the file cannot be used, or a newer Astray made it.
    pub fn open(path: &Path) -> Result<Self, Error> {
        keep_private(path)?;
        match Self::patiently(path) {
            Err(error) if is_damaged(&error) => spare::replace(path)?,
            opened => return opened,
        }
        match Self::patiently(path) {
            Err(error) if is_damaged(&error) => spare::put_aside(path)?,
            opened => return opened,
        }
        keep_private(path)?;
        Self::patiently(path)
    }

    /// Opens the file once nobody else is making it or closing it. For these SQLite does not wait by itself.
    fn patiently(path: &Path) -> Result<Self, Error> {
        let start = Instant::now();
        loop {
            match Self::try_open(path) {
                Err(error) if is_busy(&error) && start.elapsed() < PATIENCE => thread::sleep(STEP),
                opened => return opened,
            }
        }
    }

    /// A casebook that is gone with the value.
    ///
    /// # Errors
    /// Where SQLite gives no memory.
    pub fn in_memory() -> Result<Self, Error> {
        Self::prepared(Connection::open_in_memory()?, Path::new(":memory:"))
    }

    /// A number that changes when another connection has written (`PRAGMA data_version`).
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn data_version(&self) -> Result<i64, Error> {
        Ok(self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    fn try_open(path: &Path) -> Result<Self, Error> {
        let connection = Connection::open(path).map_err(|source| Error::CannotOpen {
            path: path.to_owned(),
            source,
        })?;
        let book = Self::prepared(connection, path)?;
        let verdict: String = book
            .connection
            .pragma_query_value(None, "quick_check", |row| row.get(0))?;
        if verdict == "ok" {
            Ok(book)
        } else {
            Err(Error::Unreadable(verdict))
        }
    }

    fn prepared(mut connection: Connection, path: &Path) -> Result<Self, Error> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        // Else VACUUM writes all of it into a file elsewhere.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.set_transaction_behavior(TransactionBehavior::Immediate);
        // Two roles may open a new file at once: the one that comes second finds the tables made, and its second look says so.
        if MIGRATIONS.to_latest(&mut connection).is_err() {
            MIGRATIONS
                .to_latest(&mut connection)
                .map_err(|error| not_migrated(error, path))?;
        }
        Ok(Self { connection })
    }
}

fn not_migrated(error: rusqlite_migration::Error, path: &Path) -> Error {
    if matches!(error, rusqlite_migration::Error::MigrationDefinition(_)) {
        return Error::Newer {
            path: path.to_owned(),
        };
    }
    if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
        return Error::Storage(err);
    }
    Error::Unreadable(error.to_string())
}

/// Makes the file readable for its owner alone before SQLite opens it; SQLite gives `-wal` and `-shm` the same mode.
pub(crate) fn keep_private(path: &Path) -> Result<(), Error> {
    let kept = |source| Error::CannotKeep {
        path: path.to_owned(),
        source,
    };
    match fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
    {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(kept)
        }
        Err(error) => Err(kept(error)),
    }
}

fn is_busy(error: &Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    match error {
        Error::Storage(source) | Error::CannotOpen { source, .. } => {
            matches!(source.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked))
        }
        Error::Unreadable(_)
        | Error::CannotKeep { .. }
        | Error::Newer { .. }
        | Error::Refused(_)
        | Error::NeedsReason
        | Error::Busy
        | Error::Unknown(_) => false,
    }
}

fn is_damaged(error: &Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        Error::Unreadable(_) => true,
        Error::Storage(source) | Error::CannotOpen { source, .. } => {
            matches!(source.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
        }
        Error::CannotKeep { .. }
        | Error::Newer { .. }
        | Error::Refused(_)
        | Error::NeedsReason
        | Error::Busy
        | Error::Unknown(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_casebook_is_private_and_kept_durably() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        let mut book = Casebook::open(&path).unwrap();
        book.connection.execute_batch("BEGIN IMMEDIATE; COMMIT").unwrap();
        let _held = book.connection.transaction().unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap();
            assert_eq!(
                file.metadata().unwrap().permissions().mode() & 0o777,
                0o600,
                "{:?}",
                file.path()
            );
        }
        let other = Casebook::open(&path).unwrap();
        let mode: String = other
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        let synchronous: i64 = other
            .connection
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .unwrap();
        assert_eq!((mode.as_str(), synchronous), ("wal", 2));
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_never_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        for seed in 1..=3_u8 {
            let noise: Vec<u8> = (0..9000_u32)
                .map(|n| u8::try_from((n * u32::from(seed) * 31) % 251).unwrap())
                .collect();
            fs::write(&path, &noise).unwrap();
            assert_eq!(Casebook::open(&path).unwrap().accounts().unwrap().len(), 0);
            assert_eq!(
                fs::read(folder.path().join(format!("casebook.db.damaged-{seed}"))).unwrap(),
                noise
            );
        }
    }

    #[test]
    fn a_newer_casebook_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        Casebook::open(&path)
            .unwrap()
            .connection
            .pragma_update(None, "user_version", 99)
            .unwrap();
        assert!(matches!(Casebook::open(&path), Err(Error::Newer { .. })));
        assert!(!folder.path().join("casebook.db.damaged-1").exists());
    }

    #[test]
    fn a_record_of_an_early_version_is_taken_over_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        let early = Connection::open(&path).unwrap();
        early
            .execute_batch(include_str!("../migrations/0001_first.sql"))
            .unwrap();
        early
            .execute_batch(
                "INSERT INTO accounts (id, address, host, port, security, user, added_at) \
                 VALUES (1, 'a.clerk@acme.example', 'imap.acme.example', 993, 'implicit', 'a.clerk', 1); \
                 INSERT INTO incidents (account_id, message_key, mailbox, uid, address, lookalike_of, more, severity, subject, sent_at, searched) \
                 VALUES (1, zeroblob(32), 'Sent', 7, 'john@army.ml', 'army.mil', 0, 'high', 'Plan', 5, 'john');",
            )
            .unwrap();
        let facts = r#"{"subject":"Plan","from":null,"sent_at":5,"noticed_at":6,"recipients":[["To","john@army.ml"]],
            "lookalikes":[{"field":"To","address":"john@army.ml","of":"army.mil","severity":"high","confidence":0.9,"reasons":[]}]}"#;
        let mut before = Vec::new();
        for (seq, texts) in [
            (1, ["noticed", facts, "needs_you"]),
            (2, ["its_right_once", "{}", "not_a_mistake"]),
            (3, ["reopened", "{}", "needs_you"]),
        ] {
            let hash = crate::chain::link(&before, 1, seq, message::Timestamp::from_millis(6), texts);
            let sql = "INSERT INTO incident_events (incident_id, seq, at, kind, body, state, hash) VALUES (1, ?1, 6, ?2, ?3, ?4, ?5)";
            let [kind, body, state] = texts;
            early
                .execute(sql, rusqlite::params![seq, kind, body, state, hash])
                .unwrap();
            before = hash.to_vec();
        }
        early.pragma_update(None, "user_version", 1).unwrap();
        drop(early);
        let mut book = Casebook::open(&path).unwrap();
        assert_eq!(book.verify().unwrap(), []);
        let id = crate::IncidentId::from(1);
        let incident = book.incident(id).unwrap().unwrap();
        assert_eq!(
            (incident.state, incident.facts.message_id),
            (crate::State::NeedsYou, None)
        );
        let now = message::Timestamp::from_millis(9);
        book.decide(id, crate::Decision::Confirmed, now).unwrap();
        assert_eq!(book.verify().unwrap(), []);
    }

    #[test]
    fn two_may_open_a_new_casebook_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        let opened: Vec<_> = (0..4)
            .map(|_| {
                thread::spawn({
                    let path = path.clone();
                    move || Casebook::open(&path).map(drop)
                })
            })
            .collect();
        for thread in opened {
            thread.join().unwrap().unwrap();
        }
    }
}
