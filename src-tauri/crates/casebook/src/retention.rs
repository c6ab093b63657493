//! Deleting: what is past its time, or everything, so that no octet of it is left in the casebook's files.
//!
//! A record goes whole, and its head stays behind with the time: so a record that was deleted because its time was over can be told
//! from one that somebody removed. SQLite overwrites what it deletes (`secure_delete`); after that the file is written anew and the
//! log beside it cut, where freed pages could still hold it.

use message::Timestamp;
use rusqlite::{Connection, params};

use crate::{Casebook, Error};

impl Casebook {
    /// Deletes the records of all incidents in which nothing happened since `before`, and casebooks that were put aside as damaged
    /// before then. Says how many records there were.
    ///
    /// # Errors
    /// [`Error::Busy`] where all is deleted, but may not be overwritten yet: the next call sees to it. Else nothing is deleted.
    pub fn delete_before(&mut self, before: Timestamp, at: Timestamp) -> Result<usize, Error> {
        let transaction = self.connection.transaction()?;
        let sql = "SELECT incident_id FROM incident_events GROUP BY incident_id HAVING max(at) < ?1";
        let mut statement = transaction.prepare(sql)?;
        let expired: Vec<i64> = statement
            .query_map([before.millis()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        drop(statement);
        for incident in &expired {
            delete(&transaction, *incident, at)?;
        }
        transaction.commit()?;
        self.delete_damaged(Some(before))?;
        if expired.is_empty() {
            // What an earlier call could not cut.
            let _busy = self.cut_log()?;
        } else {
            self.delete_copy()?;
            self.scrub()?;
        }
        Ok(expired.len())
    }

    /// Deletes everything: accounts, incidents, letters, whom the user writes to, and every casebook that was put aside as damaged.
    ///
    /// # Errors
    /// Where nothing can be written, or another process is reading just then: call it again.
    pub fn delete_everything(&mut self, at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        // The events and letters go only with a head that says so.
        transaction.execute("UPDATE heads SET deleted_at = ?1", [at.millis()])?;
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
                   ORDER BY name = 'heads'";
        let mut statement = transaction.prepare(sql)?;
        let tables: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        drop(statement);
        for table in tables {
            transaction.execute(&format!("DELETE FROM \"{table}\""), [])?;
        }
        transaction.execute("DELETE FROM sqlite_sequence", [])?;
        transaction.execute("INSERT INTO seal (singleton, incidents) VALUES (1, 0)", [])?;
        transaction.commit()?;
        self.delete_damaged(None)?;
        self.delete_copy()?;
        self.scrub()
    }

    /// Writes the file anew and cuts the log beside it, so that nothing that was deleted is left in either.
    fn scrub(&self) -> Result<(), Error> {
        self.connection.execute_batch("VACUUM")?;
        if self.cut_log()? {
            return Err(Error::Busy);
        }
        Ok(())
    }

    /// Takes what is in the log beside the file over into the file, and cuts it. True where another process reads from it.
    fn cut_log(&self) -> Result<bool, Error> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}

/// Deletes one incident's whole record but for its head.
fn delete(connection: &Connection, incident: i64, at: Timestamp) -> Result<(), Error> {
    let sql = "UPDATE heads SET deleted_at = ?2, hash = X'' WHERE incident_id = ?1";
    connection.execute(sql, params![incident, at.millis()])?;
    for sql in [
        "DELETE FROM letters WHERE incident_id = ?1",
        "DELETE FROM alerts WHERE incident_id = ?1",
        "DELETE FROM incident_events WHERE incident_id = ?1",
        "DELETE FROM incidents WHERE id = ?1",
    ] {
        connection.execute(sql, [incident])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::{Decision, IncidentId, Tampered, record::tests::recorded};

    /// All octets of all files in a folder.
    fn octets(dir: &Path) -> Vec<u8> {
        let files = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        files.flat_map(|file| fs::read(file).unwrap()).collect()
    }

    fn holds(dir: &Path, text: &str) -> bool {
        octets(dir)
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    }

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis)
    }

    #[test]
    fn a_record_past_its_time_is_gone_to_the_last_octet_and_known_to_be() {
        let dir = tempfile::tempdir().unwrap();
        let mut book = Casebook::open(&dir.path().join("casebook.db")).unwrap();
        let [old, young] = recorded(&mut book, ["canary-old", "canary-young"]);
        book.decide(old, Decision::Confirmed, at(100)).unwrap();
        book.decide(young, Decision::Confirmed, at(200)).unwrap();
        book.copy_beside().unwrap();
        assert!(holds(dir.path(), "canary-old"));
        assert_eq!(book.delete_before(at(100), at(300)).unwrap(), 0);
        assert_eq!(book.delete_before(at(101), at(300)).unwrap(), 1);
        assert!(!holds(dir.path(), "canary-old"));
        assert!(holds(dir.path(), "canary-young"));
        assert!(book.incident(old).unwrap().is_none());
        assert!(book.incident(young).unwrap().is_some());
        assert_eq!(book.verify().unwrap(), []);
    }

    #[test]
    fn a_record_that_was_deleted_is_not_made_again() {
        let mut book = Casebook::in_memory().unwrap();
        let [first] = recorded(&mut book, ["Plan"]);
        book.delete_before(at(i64::MAX), at(300)).unwrap();
        let again: Vec<IncidentId> = recorded::<1>(&mut book, ["Other"]).into();
        assert_ne!(again, [first], "its number is not used again");
        assert_eq!(book.verify().unwrap(), []);
    }

    #[test]
    fn deleting_everything_leaves_no_octet() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("casebook.db");
        fs::write(dir.path().join("casebook.db.damaged-1"), "canary").unwrap();
        let mut book = Casebook::open(&path).unwrap();
        let ids = recorded::<50>(&mut book, ["canary-subject"; 50]);
        book.copy_beside().unwrap();
        // The window has it open as well.
        let other = Casebook::open(&path).unwrap();
        assert!(other.incident(ids[0]).unwrap().is_some());
        book.delete_everything(at(9)).unwrap();
        for canary in ["canary", "army.ml", "a.clerk", "acme.example"] {
            assert!(!holds(dir.path(), canary), "{canary}");
        }
        assert_eq!(other.history("", 99).unwrap().len(), 0);
        assert_eq!(book.verify().unwrap(), []);
        recorded::<1>(&mut book, ["A new start"]);
        assert_eq!(book.verify().unwrap(), []);
    }

    #[test]
    fn a_record_that_somebody_removed_shows() {
        let mut book = Casebook::in_memory().unwrap();
        let [first, second, third] = recorded(&mut book, ["One", "Two", "Three"]);
        let remove = |book: &Casebook, sql: &str| book.connection.execute_batch(sql).unwrap();
        remove(
            &book,
            "DROP TRIGGER incident_events_stay; PRAGMA foreign_keys = OFF",
        );
        remove(
            &book,
            &format!(
                "DELETE FROM incident_events WHERE incident_id = {}",
                second.value()
            ),
        );
        remove(
            &book,
            &format!("DELETE FROM incidents WHERE id = {}", second.value()),
        );
        let end = Tampered::End {
            incident: second.value(),
        };
        assert_eq!(book.verify().unwrap(), std::slice::from_ref(&end));
        remove(
            &book,
            &format!("DELETE FROM heads WHERE incident_id = {}", second.value()),
        );
        let missing = Tampered::Incidents {
            expected: 3,
            found: 2,
        };
        assert_eq!(book.verify().unwrap(), [missing]);
        assert!(book.incident(first).unwrap().is_some() && book.incident(third).unwrap().is_some());
    }
}
