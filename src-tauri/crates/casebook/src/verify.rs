//! Verifying: whether the record is as it was written. The chain shows a changed event, the heads a missing end, the seal a missing
//! incident, and the hashes in the events a changed letter.

use std::{collections::BTreeSet, fmt};

use message::{MessageId, Timestamp};
use rusqlite::params;

use crate::{
    Casebook, Error, EventKind, Facts, IncidentId,
    chain::link,
    table::{events::events, letters::digest},
};

/// Something in the record that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tampered {
    /// This event was changed, or is not one that Astray wrote.
    Event {
        /// The incident.
        incident: i64,
        /// The event's place in it.
        seq: i64,
    },
    /// Events at the end of this incident are missing, or were added.
    End {
        /// The incident.
        incident: i64,
    },
    /// What the list says of this incident is not what its first event says.
    Row {
        /// The incident.
        incident: i64,
    },
    /// A letter is missing, was added, or was changed.
    Letter {
        /// The incident.
        incident: i64,
        /// The letter.
        message_id: String,
    },
    /// Whole incidents are missing, though their time was not over, or were added.
    Incidents {
        /// How many there ever were.
        expected: i64,
        /// How many there is word of.
        found: i64,
    },
}

impl fmt::Display for Tampered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event { incident, seq } => write!(f, "incident {incident}: entry {seq} was changed"),
            Self::End { incident } => write!(
                f,
                "incident {incident}: its last entries are missing or were added"
            ),
            Self::Row { incident } => write!(f, "incident {incident}: what the list says of it was changed"),
            Self::Letter { incident, message_id } => {
                let letter = message::shown(message_id);
                write!(
                    f,
                    "incident {incident}: the letter {letter} is missing, was added, or was changed"
                )
            }
            Self::Incidents { expected, found } => {
                write!(f, "of {expected} incidents there is word of {found}")
            }
        }
    }
}

impl Casebook {
    /// Looks through the whole record and lists what is not as it was written, at most one event an incident.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn verify(&self) -> Result<Vec<Tampered>, Error> {
        let mut found = Vec::new();
        let sql = "SELECT id FROM incidents UNION SELECT incident_id FROM incident_events \
                   UNION SELECT incident_id FROM heads WHERE deleted_at = 0 ORDER BY 1";
        let mut statement = self.connection.prepare(sql)?;
        let ids: Vec<i64> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for id in ids {
            let broken = self.broken_event(id)?;
            let is_whole = broken.is_none();
            found.extend(broken);
            if is_whole {
                found.extend(self.changed_row(id)?);
                found.extend(self.changed_letters(id)?);
            }
        }
        let counts = "SELECT (SELECT incidents FROM seal), (SELECT count(*) FROM heads)";
        let (expected, counted): (i64, i64) = self
            .connection
            .query_row(counts, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if expected != counted {
            found.push(Tampered::Incidents {
                expected,
                found: counted,
            });
        }
        Ok(found)
    }

    /// The first event that does not fit the chain, or that the chain does not reach as far as its head.
    fn broken_event(&self, incident: i64) -> Result<Option<Tampered>, Error> {
        let sql = "SELECT seq, at, kind, body, state, hash FROM incident_events WHERE incident_id = ?1 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([incident])?;
        let (mut last, mut before): (i64, Vec<u8>) = (0, Vec::new());
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let texts: [String; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
            let texts = texts.each_ref().map(String::as_str);
            let at = Timestamp::from_millis(row.get(1)?);
            let hash = link(&before, incident, seq, at, texts);
            if seq != last.saturating_add(1) || row.get::<_, Vec<u8>>(5)? != hash {
                return Ok(Some(Tampered::Event { incident, seq }));
            }
            (last, before) = (seq, hash.to_vec());
        }
        let sql = "SELECT EXISTS (SELECT 1 FROM heads WHERE incident_id = ?1 AND events = ?2 AND hash = ?3 AND deleted_at = 0)";
        let fits: bool = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![incident, last, before], |row| row.get(0))?;
        Ok((!fits || last == 0).then_some(Tampered::End { incident }))
    }

    /// Whether the incident's row says what its first event says.
    fn changed_row(&self, incident: i64) -> Result<Option<Tampered>, Error> {
        let sql = "SELECT e.body, i.address, i.lookalike_of, i.severity, i.subject, i.sent_at \
                   FROM incidents i JOIN incident_events e ON e.incident_id = i.id AND e.seq = 1 WHERE i.id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([incident])?;
        let Some(row) = rows.next()? else {
            return Ok(Some(Tampered::Row { incident }));
        };
        let facts = Facts::from_json(&row.get::<_, String>(0)?)?;
        let (address, of, severity): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let (subject, sent_at): (String, i64) = (row.get(4)?, row.get(5)?);
        let is_told = facts.lookalikes.iter().any(|fact| {
            fact.address.to_string() == address && fact.of.ascii() == of && fact.severity.as_str() == severity
        });
        let is_then = facts.sent_at.is_none_or(|at| at.millis() == sent_at);
        let is_same = is_told && is_then && facts.subject.as_str() == subject;
        Ok((!is_same).then_some(Tampered::Row { incident }))
    }

    /// The letters that are not those of the events.
    fn changed_letters(&self, incident: i64) -> Result<Vec<Tampered>, Error> {
        let id = IncidentId::from(incident);
        let mut kept: BTreeSet<String> = self.letter_names(id)?.into_iter().collect();
        let mut changed = Vec::new();
        for event in events(&self.connection, id)? {
            if let EventKind::Intended(intent) = event.kind
                && let Some(expected) = &intent.kept
            {
                kept.remove(intent.message_id.as_str());
                if !self.is_kept(id, &intent.message_id, expected)? {
                    changed.push(intent.message_id.as_str().to_owned());
                }
            }
        }
        changed.extend(kept);
        let tampered = |message_id| Tampered::Letter { incident, message_id };
        Ok(changed.into_iter().map(tampered).collect())
    }

    fn is_kept(&self, incident: IncidentId, message_id: &MessageId, expected: &str) -> Result<bool, Error> {
        let eml = self.letter(incident, message_id)?;
        Ok(eml.is_some_and(|eml| digest(&eml) == expected))
    }
}
