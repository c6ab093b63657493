//! The table `correspondents`: whom the user writes to, and how often.

use lookalike::Correspondent;
use message::{Address, Domain};
use rusqlite::{Connection, params};

use crate::{
    Casebook, Error,
    facts::{address_of, domain_of},
};

/// A domain that the user writes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learned {
    /// The domain.
    pub domain: Domain,
    /// Messages that went there.
    pub messages: u32,
    /// Addresses that they went to.
    pub addresses: u32,
}

impl Casebook {
    /// The domains that the user wrote to, lookalikes left out: those written to most come first, and at most `most`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn learned(&self, most: u32) -> Result<Vec<Learned>, Error> {
        let sql = "SELECT domain, sum(sent), count(*) FROM correspondents \
                   GROUP BY domain ORDER BY sum(sent) DESC, domain LIMIT ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([most])?;
        let mut learned = Vec::new();
        while let Some(row) = rows.next()? {
            learned.push(Learned {
                domain: domain_of(&row.get::<_, String>(0)?)?,
                messages: row.get(1)?,
                addresses: row.get(2)?,
            });
        }
        Ok(learned)
    }

    /// Everybody whom the user wrote to, lookalikes left out.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn correspondents(&self) -> Result<Vec<Correspondent>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT address, sent FROM correspondents ORDER BY address")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)))?;
        let mut known = Vec::new();
        for row in rows {
            let (address, sent) = row?;
            known.push(Correspondent {
                address: address_of(&address)?,
                sent,
                received: 0,
            });
        }
        Ok(known)
    }

    /// Messages that the user sent to a domain.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn usual_count(&self, domain: &Domain) -> Result<u32, Error> {
        let sql = "SELECT coalesce(sum(sent), 0) FROM correspondents WHERE domain = ?1";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([domain.ascii()], |row| row.get(0))?)
    }
}

pub(crate) fn count(connection: &Connection, address: &Address) -> Result<(), Error> {
    let sql = "INSERT INTO correspondents (address, domain, sent) VALUES (?1, ?2, 1) ON CONFLICT (address) DO UPDATE SET sent = sent + 1";
    let name = format!("{}@{}", address.local_folded(), address.domain());
    connection
        .prepare_cached(sql)?
        .execute(params![name, address.domain().ascii()])?;
    Ok(())
}
