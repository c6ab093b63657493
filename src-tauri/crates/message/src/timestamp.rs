//! A point in time as Astray stores it.

use std::fmt;

/// Milliseconds since 1970-01-01 00:00 UTC. Displays as RFC 3339 in UTC with seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The timestamp so many milliseconds after 1970 (before, when negative).
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A header may name any year; jiff ends at 9999.
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(at) => write!(f, "{}", at.strftime("%Y-%m-%dT%H:%M:%SZ")),
            Err(_) => f.write_str("a date out of range"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn displays_as_rfc_3339() {
        assert_eq!(
            Timestamp::from_millis(1_790_000_000_500).to_string(),
            "2026-09-21T14:13:20Z"
        );
        assert_eq!(
            Timestamp::from_millis(i64::MAX).to_string(),
            "a date out of range"
        );
    }
}
