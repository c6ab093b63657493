//! The table `alerts`: what the user has still to be told.

use lookalike::Severity;
use message::{Address, Domain, HeaderText, Timestamp};
use rusqlite::{Connection, Params, params};

use super::{events, incidents::IncidentId};
use crate::{
    Casebook, Error, EventKind,
    facts::{address_of, domain_of, known},
};

/// What an alert tells of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Of which incident.
    pub incident: IncidentId,
    /// How bad.
    pub severity: Severity,
    /// The first lookalike recipient.
    pub address: Address,
    /// The domain that was probably meant.
    pub lookalike_of: Domain,
    /// The subject.
    pub subject: HeaderText,
    /// Lookalike recipients beside the first.
    pub more: u32,
}

impl Casebook {
    /// All alerts that no notification server has taken, oldest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn untold_alerts(&self) -> Result<Vec<Alert>, Error> {
        let sql = "SELECT i.id, i.severity, i.address, i.lookalike_of, i.subject, i.more \
                   FROM alerts a JOIN incidents i ON i.id = a.incident_id WHERE a.told_at = 0 ORDER BY i.id";
        self.alerts(sql, [])
    }

    /// The alerts of those of these incidents that still wait for the user, oldest first, told or not.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn waiting_alerts(&self, incidents: &[IncidentId]) -> Result<Vec<Alert>, Error> {
        let sql = "SELECT i.id, i.severity, i.address, i.lookalike_of, i.subject, i.more FROM incidents i \
                   JOIN incident_events e ON e.incident_id = i.id AND e.state = 'needs_you' \
                   AND e.seq = (SELECT max(seq) FROM incident_events WHERE incident_id = i.id) WHERE i.id = ?1";
        let mut alerts = Vec::new();
        for incident in incidents {
            alerts.append(&mut self.alerts(sql, [incident.value()])?);
        }
        alerts.sort_by_key(|alert| alert.incident);
        Ok(alerts)
    }

    fn alerts(&self, sql: &str, parameters: impl Params) -> Result<Vec<Alert>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(parameters)?;
        let mut alerts = Vec::new();
        while let Some(row) = rows.next()? {
            let severity: String = row.get(1)?;
            alerts.push(Alert {
                incident: IncidentId::from(row.get::<_, i64>(0)?),
                severity: known(Severity::parse(&severity), &severity)?,
                address: address_of(&row.get::<_, String>(2)?)?,
                lookalike_of: domain_of(&row.get::<_, String>(3)?)?,
                subject: HeaderText::clean(&row.get::<_, String>(4)?),
                more: row.get(5)?,
            });
        }
        Ok(alerts)
    }

    /// Notes that a notification server took these alerts, also in the incidents' records. Told twice is told.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn mark_told(&mut self, incidents: &[IncidentId], at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        for incident in incidents {
            let sql = "UPDATE alerts SET told_at = ?2 WHERE incident_id = ?1 AND told_at = 0";
            if transaction.execute(sql, params![incident.value(), at.millis()])? > 0 {
                events::append(&transaction, *incident, EventKind::Told, at)?;
            }
        }
        Ok(transaction.commit()?)
    }
}

impl Casebook {
    /// Notes that nobody is to be told of these by an alert: the user or the organisation wants none of their severity. The
    /// incidents' records say nothing of it.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn pass_over(&mut self, incidents: &[IncidentId], at: Timestamp) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        for incident in incidents {
            let sql = "UPDATE alerts SET told_at = ?2 WHERE incident_id = ?1 AND told_at = 0";
            transaction.execute(sql, params![incident.value(), at.millis()])?;
        }
        Ok(transaction.commit()?)
    }
}

pub(crate) fn add(connection: &Connection, incident: IncidentId) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT INTO alerts (incident_id) VALUES (?1)")?
        .execute([incident.value()])?;
    Ok(())
}
