//! Searches a mailbox. What is searched for is a type of its own, so that nothing foreign can end its command.

use std::fmt;

use message::{MessageId, Timestamp};

use crate::{Doing, Error, Uid, bounds::Answer, session::Session};

/// A search key (RFC 9051 section 6.4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key(String);

impl Key {
    /// Messages with this Message-ID.
    pub(super) fn message_id(id: &MessageId) -> Self {
        Self(format!("HEADER Message-ID {}", quoted(id)))
    }

    /// Messages that answer this one, or belong to its thread.
    pub(super) fn follows(id: &MessageId) -> Self {
        let id = quoted(id);
        Self(format!("OR HEADER In-Reply-To {id} HEADER References {id}"))
    }

    /// What mail servers say about messages that they could not deliver, in whatever form.
    pub(super) fn returned() -> Self {
        Self(
            "OR OR HEADER Content-Type \"multipart/report\" FROM \"mailer-daemon\" FROM \"postmaster\""
                .to_owned(),
        )
    }

    /// Those among them that came on the day of `at` or later. Servers count days by their own clocks: a day is added.
    pub(super) fn since(self, at: Timestamp) -> Self {
        match day_before(at) {
            Some(day) => Self(format!("SINCE {day} {}", self.0)),
            None => self,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A Message-ID as a quoted string. It is printable ASCII without spaces, so that only two characters need care.
fn quoted(id: &MessageId) -> String {
    let escaped = id.as_str().replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// `1-Feb-1994`, the day before that time; none where there is no such day.
fn day_before(at: Timestamp) -> Option<String> {
    let before = at.millis().checked_sub(24 * 60 * 60 * 1000)?;
    let text = Timestamp::from_millis(before).to_string();
    let (date, _) = text.split_once('T')?;
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month: usize = month.parse().ok()?;
    let name = MONTHS.get(month.checked_sub(1)?)?;
    let day: u8 = day.parse().ok()?;
    (year.len() == 4).then(|| format!("{day}-{name}-{year}"))
}

/// The UIDs of the open mailbox that a key finds, the newest first, and no more than `most`.
pub(super) fn search(session: &mut Session, key: &Key, most: usize) -> Result<Vec<Uid>, Error> {
    let found = session.command(Doing::Looking, Answer::Data, |imap| {
        imap.uid_search(key.to_string())
    })?;
    let mut uids: Vec<Uid> = found.into_iter().filter_map(Uid::new).collect();
    uids.sort_unstable_by(|a, b| b.cmp(a));
    uids.truncate(most);
    Ok(uids)
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_id_cannot_end_its_command() {
        let id = MessageId::parse(r#"a"b\c@x.example"#).unwrap();
        assert_eq!(
            Key::message_id(&id).to_string(),
            r#"HEADER Message-ID "a\"b\\c@x.example""#
        );
    }

    #[test]
    fn a_day_is_written_as_servers_want_it() {
        for (millis, expected) in [
            (1_790_000_000_000, Some("20-Sep-2026")),
            (0, Some("31-Dec-1969")),
            (951_868_800_000, Some("29-Feb-2000")),
            (i64::MIN, None),
            (i64::MAX, None),
        ] {
            assert_eq!(
                day_before(Timestamp::from_millis(millis)).as_deref(),
                expected,
                "{millis}"
            );
        }
    }
}
