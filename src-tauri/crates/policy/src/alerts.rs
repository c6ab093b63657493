//! Alerts: which findings interrupt the user, how much they show, and when they wait.

use std::fmt;

use lookalike::Severity;
use message::shown;

use crate::{Fault, Policy, Preferences, Wrong, alerts_document::AlertsDocument};

/// How alerts are shown, after the organisation and the user have chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alerts {
    /// What is less severe stands in the history alone.
    pub lowest_severity: Severity,
    /// Whether an alert names nobody and no subject.
    pub privacy: bool,
    /// When alerts wait.
    pub quiet_hours: Option<QuietHours>,
}

/// What one file says of alerts; what it leaves out is for others to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AlertChoices {
    /// The least severity that interrupts: medium or high.
    pub lowest_severity: Option<Severity>,
    /// Whether an alert names nobody and no subject.
    pub privacy: Option<bool>,
    /// When alerts wait; `Some(None)` says: never.
    pub quiet_hours: Option<Option<QuietHours>>,
}

/// A time of each day, which may reach over midnight. Displays as `22:00-07:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: u16,
    until: u16,
}

impl Alerts {
    /// What is in force: the organisation's choice before the user's, and that before what is usual.
    pub fn of(policy: &Policy, preferences: &Preferences) -> Self {
        let (fixed, chosen) = (policy.alerts, preferences.alerts);
        Self {
            lowest_severity: fixed
                .lowest_severity
                .or(chosen.lowest_severity)
                .unwrap_or(Severity::Medium),
            privacy: fixed.privacy.or(chosen.privacy).unwrap_or(false),
            quiet_hours: fixed.quiet_hours.or(chosen.quiet_hours).unwrap_or(None),
        }
    }
}

impl QuietHours {
    /// Reads `22:00-07:00`; none where it is not two different times of day.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let (from, until) = (minute(from)?, minute(until)?);
        (from != until).then_some(Self { from, until })
    }

    /// Whether this minute of the day, counted from midnight, is a quiet one.
    pub const fn holds(self, minute: u16) -> bool {
        if self.from < self.until {
            self.from <= minute && minute < self.until
        } else {
            self.from <= minute || minute < self.until
        }
    }

    /// Minutes from this minute of the day to the end of the quiet hours.
    pub const fn left(self, minute: u16) -> u16 {
        let day = 24 * 60;
        match (self.until + day).checked_sub(minute) {
            Some(left) => left % day,
            None => 0,
        }
    }

    /// When they begin, as `22:00`.
    pub fn from(self) -> String {
        written(self.from)
    }

    /// When they end, as `07:00`.
    pub fn until(self) -> String {
        written(self.until)
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", written(self.from), written(self.until))
    }
}

fn written(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str, below: u16| {
        let is_written = text.len() == 2 && text.bytes().all(|octet| octet.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|&number: &u16| is_written && number < below)
    };
    number(hour, 24)?
        .checked_mul(60)?
        .checked_add(number(minute, 60)?)
}

/// The word for no quiet hours at all.
const NONE: &str = "none";

pub(crate) fn checked(document: &AlertsDocument, faults: &mut Vec<Fault>) -> AlertChoices {
    let mut fault = |key: &str, what: Wrong| faults.push(Fault::key(&format!("alerts.{key}"), what));
    let lowest_severity = document.lowest_severity.as_deref().and_then(|text| {
        let found = Severity::parse(text).filter(|&severity| severity > Severity::Low);
        if found.is_none() {
            fault("lowest_severity", Wrong::NoSeverity(shown(text)));
        }
        found
    });
    let quiet_hours = document.quiet_hours.as_deref().and_then(|text| {
        let found = match text {
            NONE => Some(None),
            _ => QuietHours::parse(text).map(Some),
        };
        if found.is_none() {
            fault("quiet_hours", Wrong::NoHours(shown(text)));
        }
        found
    });
    AlertChoices {
        lowest_severity,
        privacy: document.privacy,
        quiet_hours,
    }
}

pub(crate) fn document(choices: AlertChoices) -> AlertsDocument {
    AlertsDocument {
        lowest_severity: choices
            .lowest_severity
            .map(|severity| severity.as_str().to_owned()),
        privacy: choices.privacy,
        quiet_hours: choices
            .quiet_hours
            .map(|hours| hours.map_or_else(|| NONE.to_owned(), |hours| hours.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_are_read_and_may_reach_over_midnight() {
        for (text, expected) in [
            ("22:00-07:00", true),
            ("00:00-23:59", true),
            ("22:00-22:00", false), // never, or always?
            ("24:00-07:00", false),
            ("22:60-07:00", false),
            ("2:00-07:00", false),
            ("+2:00-07:00", false),
            ("22:00", false),
            ("", false),
        ] {
            let read = QuietHours::parse(text);
            assert_eq!(read.is_some(), expected, "{text}");
            assert!(read.is_none_or(|hours| hours.to_string() == text));
        }
        let night = QuietHours::parse("22:00-07:00").unwrap();
        for (minute, quiet, left) in [
            (22 * 60, true, 9 * 60),
            (0, true, 7 * 60),
            (7 * 60 - 1, true, 1),
            (7 * 60, false, 0),
            (12 * 60, false, 19 * 60),
        ] {
            assert_eq!(
                (night.holds(minute), night.left(minute)),
                (quiet, left),
                "{minute}"
            );
        }
        assert!(!QuietHours::parse("12:00-13:00").unwrap().holds(13 * 60));
    }

    #[test]
    fn the_organisation_chooses_before_the_user() {
        let night = QuietHours::parse("22:00-07:00");
        let preferences = Preferences {
            alerts: AlertChoices {
                lowest_severity: Some(Severity::High),
                privacy: None,
                quiet_hours: Some(night),
            },
            ..Preferences::default()
        };
        let policy =
            Policy::parse(r#"{"alerts": {"lowest_severity": "medium", "quiet_hours": "none"}}"#).unwrap();
        let usual = Alerts {
            lowest_severity: Severity::Medium,
            privacy: false,
            quiet_hours: None,
        };
        assert_eq!(Alerts::of(&policy, &preferences), usual);
        assert_eq!(Alerts::of(&Policy::default(), &Preferences::default()), usual);
        assert_eq!(
            Alerts::of(&Policy::default(), &preferences),
            Alerts {
                lowest_severity: Severity::High,
                privacy: false,
                quiet_hours: night,
            }
        );
    }

    #[test]
    fn what_cannot_be_meant_is_named() {
        let error = Policy::parse(r#"{"alerts": {"lowest_severity": "low", "quiet_hours": "at night"}}"#);
        let message = error.unwrap_err().to_string();
        assert!(
            message.ends_with(
                "alerts.lowest_severity: “low” is neither “medium” nor “high”; \
                 alerts.quiet_hours: “at night” is neither two times like “22:00-07:00” nor “none”"
            ),
            "{message}"
        );
    }
}
