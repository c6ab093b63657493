//! Verifying: whether the record is as it was written.

use message::Timestamp;

use crate::{Casebook, Error, Tampered, chain::link};

impl Casebook {
    /// Looks through the chains of all incidents.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn verify(&self) -> Result<Result<(), Tampered>, Error> {
        let sql = "SELECT incident_id, seq, at, kind, body, state, hash FROM incident_events ORDER BY incident_id, seq";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut before: (i64, i64, Vec<u8>) = (0, 0, Vec::new());
        while let Some(row) = rows.next()? {
            let (incident, seq): (i64, i64) = (row.get(0)?, row.get(1)?);
            if incident != before.0 {
                before = (incident, 0, Vec::new());
            }
            let texts: [String; 3] = [row.get(3)?, row.get(4)?, row.get(5)?];
            let texts = texts.each_ref().map(String::as_str);
            let hash = link(
                &before.2,
                incident,
                seq,
                Timestamp::from_millis(row.get(2)?),
                texts,
            );
            if seq != before.1.saturating_add(1) || row.get::<_, Vec<u8>>(6)? != hash {
                return Ok(Err(Tampered { incident, seq }));
            }
            before = (incident, seq, hash.to_vec());
        }
        Ok(Ok(()))
    }
}
