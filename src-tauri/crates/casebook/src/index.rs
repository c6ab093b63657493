//! The index of the history: of every incident that matches a search, what filters, orders and counts need. Texts come later,
//! for those in sight alone.

use lookalike::Severity;
use message::{Address, Timestamp};
use rusqlite::{Row, params_from_iter};

use crate::{
    AccountId, Casebook, Delivery, Error, HistoryItem, IncidentId, State,
    delivery::RETURNED,
    facts::{address_of, known},
    history,
};

/// What the index knows of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexItem {
    /// The incident.
    pub id: IncidentId,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// How it stands.
    pub state: State,
    /// How bad it is.
    pub severity: Severity,
    /// The account that it was sent from, which may have been removed since.
    pub account: AccountId,
    /// The domain that it went to, as A-labels.
    pub domain: String,
    /// What is known of its delivery.
    pub delivery: Delivery,
}

impl Casebook {
    /// The incidents whose address, meant domain and subject hold every word of `search`, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn index(&self, search: &str, now: Timestamp) -> Result<Vec<IndexItem>, Error> {
        let (clauses, words) = history::matching(search);
        let sql = format!(
            "SELECT id, sent_at, severity, account_id, address, \
             (SELECT state FROM incident_events WHERE incident_id = incidents.id ORDER BY seq DESC LIMIT 1), \
             more, {RETURNED} FROM incidents WHERE {clauses} ORDER BY sent_at DESC, id DESC"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(words), |row| Ok(read(row, now)))?;
        rows.map(|row| row?).collect()
    }

    /// The lines of these incidents, in this order. A number that there is no incident for is passed over.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history_items(&self, ids: &[IncidentId]) -> Result<Vec<HistoryItem>, Error> {
        let items = ids.iter().map(|id| self.history_item(*id).transpose());
        items.flatten().collect()
    }

    /// The accounts that incidents were sent from, with their addresses, in the order they were added.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn accounts_with_incidents(&self) -> Result<Vec<(AccountId, Address)>, Error> {
        let sql = "SELECT id, address FROM accounts a \
                   WHERE EXISTS (SELECT 1 FROM incidents WHERE account_id = a.id) ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut accounts = Vec::new();
        while let Some(row) = rows.next()? {
            let address: String = row.get(1)?;
            accounts.push((AccountId::from(row.get::<_, i64>(0)?), address_of(&address)?));
        }
        Ok(accounts)
    }
}

fn read(row: &Row<'_>, now: Timestamp) -> Result<IndexItem, Error> {
    let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    let (severity, state) = (text(2)?, text(5)?);
    let (_, domain) = text(4)?.rsplit_once('@').unwrap_or_default();
    let sent_at = Timestamp::from_millis(row.get(1)?);
    let lookalikes = row.get::<_, u32>(6)?.saturating_add(1);
    Ok(IndexItem {
        id: IncidentId::from(row.get::<_, i64>(0)?),
        sent_at,
        state: known(State::parse(state), state)?,
        severity: known(Severity::parse(severity), severity)?,
        account: AccountId::from(row.get::<_, i64>(3)?),
        domain: domain.to_owned(),
        delivery: Delivery::of(row.get(7)?, lookalikes, sent_at, now),
    })
}
