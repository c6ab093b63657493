//! The history: all incidents as a list, newest first, searched by what the user types.

use lookalike::Severity;
use message::{Address, Domain, HeaderText, Timestamp};
use rusqlite::{Row, params_from_iter};

use crate::{
    AccountId, Casebook, Delivery, Error, IncidentId, State,
    delivery::RETURNED,
    facts::{address_of, domain_of, known},
};

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryItem {
    /// The incident.
    pub id: IncidentId,
    /// The gravest lookalike recipient.
    pub address: Address,
    /// The domain that was probably meant.
    pub lookalike_of: Domain,
    /// Lookalike recipients beside it.
    pub more: u32,
    /// The subject.
    pub subject: HeaderText,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// How it stands.
    pub state: State,
    /// How bad it is.
    pub severity: Severity,
    /// Lookalike recipients whose servers returned it.
    pub returned: u32,
    /// The account that it was sent from, which may have been removed since.
    pub account: AccountId,
}

impl HistoryItem {
    /// What is known of its delivery.
    pub const fn delivery(&self, now: Timestamp) -> Delivery {
        Delivery::of(self.returned, self.more.saturating_add(1), self.sent_at, now)
    }
}

const COLUMNS: &str = "id, address, lookalike_of, more, subject, sent_at, severity, \
    (SELECT state FROM incident_events WHERE incident_id = incidents.id ORDER BY seq DESC LIMIT 1), account_id";

impl Casebook {
    /// At most `most` incidents whose address, meant domain and subject hold every word of `search`, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history(&self, search: &str, most: u32) -> Result<Vec<HistoryItem>, Error> {
        let (clauses, words) = matching(search);
        let sql = format!(
            "SELECT {COLUMNS}, {RETURNED} FROM incidents WHERE {clauses} ORDER BY sent_at DESC, id DESC LIMIT {most}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(words), |row| Ok(read(row)))?;
        rows.map(|row| row?).collect()
    }

    /// One line of it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history_item(&self, id: IncidentId) -> Result<Option<HistoryItem>, Error> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, {RETURNED} FROM incidents WHERE id = ?1"
        ))?;
        let mut rows = statement.query_map([id.value()], |row| Ok(read(row)))?;
        rows.next().map(|row| row?).transpose()
    }
}

/// Words of a search that are looked for; the rest of a longer one is passed over.
const MOST_WORDS: usize = 8;

/// The condition that an incident holds every word of a search, and what its places are filled with.
pub(crate) fn matching(search: &str) -> (String, Vec<String>) {
    let words: Vec<String> = search.split_whitespace().take(MOST_WORDS).map(pattern).collect();
    let clauses = vec!["searched LIKE ? ESCAPE '\\'"; words.len()];
    let condition = if clauses.is_empty() {
        "TRUE".to_owned()
    } else {
        clauses.join(" AND ")
    };
    (condition, words)
}

/// What LIKE looks for: the word anywhere, its own signs taken literally.
fn pattern(word: &str) -> String {
    let mut out = String::from("%");
    for c in word.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('%');
    out
}

fn read(row: &Row<'_>) -> Result<HistoryItem, Error> {
    let (severity, state): (String, String) = (row.get(6)?, row.get(7)?);
    Ok(HistoryItem {
        id: IncidentId::from(row.get::<_, i64>(0)?),
        address: address_of(&row.get::<_, String>(1)?)?,
        lookalike_of: domain_of(&row.get::<_, String>(2)?)?,
        more: row.get(3)?,
        subject: HeaderText::clean(&row.get::<_, String>(4)?),
        sent_at: Timestamp::from_millis(row.get(5)?),
        state: known(State::parse(&state), &state)?,
        severity: known(Severity::parse(&severity), &severity)?,
        account: AccountId::from(row.get::<_, i64>(8)?),
        returned: row.get(9)?,
    })
}
