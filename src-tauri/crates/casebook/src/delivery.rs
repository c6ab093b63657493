//! What is known of a message's delivery: nobody says that it arrived, only that it did not.

use message::Timestamp;

/// What is known of a message's delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// It was returned by the server of every lookalike recipient.
    Bounced,
    /// Nothing came back in the time in which most servers give up.
    ProbablyDelivered,
    /// It is too early to tell.
    Unknown,
}

/// How many of an incident's lookalike recipients did not get the message: an expression over the table `incidents`. The message may
/// have come back from others. Where there is one such recipient, as nearly always, the row names it, and the first event, which is
/// long, need not be read.
pub(crate) const RETURNED: &str = "(SELECT count(*) FROM incident_events b \
    WHERE b.incident_id = incidents.id AND b.kind = 'bounced' AND CASE incidents.more \
    WHEN 0 THEN lower(incidents.address) = lower(b.body ->> 'recipient') ELSE EXISTS ( \
    SELECT 1 FROM incident_events n, json_each(n.body, '$.lookalikes') l WHERE n.incident_id = incidents.id AND n.seq = 1 \
    AND lower(l.value ->> 'address') = lower(b.body ->> 'recipient')) END)";

/// Nearly all mail that cannot be delivered comes back at once, or within a day where a server tried again first. The five days that
/// RFC 5321 section 4.5.4.1 allows are used up by few.
const SOON: i64 = 24 * 60 * 60 * 1000;

impl Delivery {
    /// The name as it is written for other programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::ProbablyDelivered => "probably_delivered",
            Self::Unknown => "unknown",
        }
    }

    /// What is known where of `lookalikes` recipients so many were returned.
    pub(crate) const fn of(returned: u32, lookalikes: u32, sent_at: Timestamp, now: Timestamp) -> Self {
        if returned >= lookalikes {
            Self::Bounced
        } else if now.millis().saturating_sub(sent_at.millis()) >= SOON {
            Self::ProbablyDelivered
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_come_back_within_a_day_was_probably_delivered() {
        for (returned, lookalikes, hours, expected) in [
            (1, 1, 0, Delivery::Bounced),
            (2, 2, 100, Delivery::Bounced),
            (1, 2, 23, Delivery::Unknown), // one of two may have it
            (1, 2, 24, Delivery::ProbablyDelivered),
            (0, 1, 0, Delivery::Unknown),
            (0, 1, -5, Delivery::Unknown), // a clock that runs ahead
            (0, 1, 24, Delivery::ProbablyDelivered),
        ] {
            let now = Timestamp::from_millis(hours * 60 * 60 * 1000);
            let known = Delivery::of(returned, lookalikes, Timestamp::from_millis(0), now);
            assert_eq!(known, expected, "{returned} of {lookalikes} after {hours} h");
        }
    }
}
