//! Verdict: the judge's answer for one address.

use std::fmt;

use message::Domain;

use crate::Reason;

/// The judge's answer for one address.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The domain is protected or trusted, a subdomain of one that is, or that of a correspondent who writes back.
    Trusted,
    /// Nothing is known for or against it.
    Unknown,
    /// It is easily taken for another domain, which was more likely meant.
    Lookalike(Lookalike),
}

/// What speaks for a mistaken domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookalike {
    /// The domain that was more likely meant.
    pub of: Domain,
    /// What the finding is worth: see [`Severity`].
    pub severity: Severity,
    /// How sure the judge is.
    pub confidence: Confidence,
    /// Why, strongest first; never empty.
    pub reasons: Vec<Reason>,
}

/// What a finding promises, and so what it may do to the person at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Perhaps a slip: worth a line in the history, not worth a word. Many such names are real and meant.
    Low,
    /// Probably a slip: the name is close to one that counts, and nothing speaks for it. Notifies.
    Medium,
    /// Almost certainly a slip: strong evidence next to a protected domain, to one that is often written to, or to a known
    /// person. Interrupts, and promises to be right in at least 99 of 100 cases.
    High,
}

impl Severity {
    /// Every severity, least first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The name that other programs read: `low`, `medium` or `high`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// Reads what [`Severity::as_str`] wrote; none for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.as_str() == text)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How sure the judge is that another domain was meant: from 0.0 to 1.0, a weight and not a measured probability.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f64);

impl Confidence {
    /// A confidence; what lies outside 0.0 to 1.0 is brought to the nearer end, and no number to 0.0.
    pub const fn new(value: f64) -> Self {
        if value.is_nan() {
            return Self(0.0);
        }
        Self(value.clamp(0.0, 1.0))
    }

    /// The number, from 0.0 to 1.0.
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The number to two places, as it is printed: what the judge knows is no finer.
    pub fn rounded(self) -> f64 {
        (self.0 * 100.0).round() / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_are_read_as_they_are_written() {
        for severity in Severity::ALL {
            assert_eq!(Severity::parse(severity.as_str()), Some(severity));
        }
        assert_eq!(Severity::parse("High"), None);
    }

    #[test]
    fn a_confidence_stays_within_its_bounds() {
        for (value, expected) in [(0.5, 0.5), (-1.0, 0.0), (7.0, 1.0), (f64::NAN, 0.0)] {
            assert_eq!(Confidence::new(value).value(), expected);
        }
    }
}
