//! Lock-out: an account must never be locked because Astray kept trying a password that its server refuses.

use casebook::{AccountId, AccountRow};
use message::Timestamp;

use crate::{Output, SecretProblem, clock::now, run::Running};

/// Refused sign-ins within [`WITHIN`] after which no more is tried. Mail servers lock accounts after five at the least.
const MOST: usize = 3;

/// An hour, in milliseconds.
const WITHIN: i64 = 60 * 60 * 1000;

/// How long it is not tried again, in milliseconds: a day. Another password ends it at once.
const REST: i64 = 24 * WITHIN;

impl<F: FnMut(Output)> Running<F> {
    /// Whether another sign-in may be tried. Counted in the casebook, so that a restart forgets nothing.
    pub(crate) fn may_sign_in(&self, row: &AccountRow) -> Result<(), SecretProblem> {
        let since = Timestamp::from_millis(now().millis().saturating_sub(REST));
        match self.casebook.refused_sign_ins(row.id, since) {
            Ok(refused) if is_too_many(&refused) => {
                Err(SecretProblem::of((self.words.locked_out)(&row.sign_in)))
            }
            Ok(_) => Ok(()),
            Err(error) => Err(SecretProblem::of((self.words.casebook)(&error))),
        }
    }

    /// Whether the server refused a sign-in, and has not taken one since.
    pub(crate) fn is_refused(&self, account: AccountId) -> bool {
        let since = Timestamp::from_millis(now().millis().saturating_sub(REST));
        let refused = self.casebook.refused_sign_ins(account, since);
        refused.is_ok_and(|refused| !refused.is_empty())
    }
}

/// Whether any hour holds as many refusals as are bearable. They are in the order of their times.
fn is_too_many(refused: &[Timestamp]) -> bool {
    refused.windows(MOST).any(|few| {
        let (first, last) = (few.first().copied(), few.last().copied());
        let apart = |first: Timestamp, last: Timestamp| last.millis().saturating_sub(first.millis());
        first
            .zip(last)
            .is_some_and(|(first, last)| apart(first, last) <= WITHIN)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_refusals_within_any_hour_are_enough() {
        for (minutes, expected) in [
            (&[][..], false),
            (&[0, 1], false),
            (&[0, 1, 2], true),
            (&[0, 25, 50], true),
            (&[0, 45, 90], false),
            (&[0, 45, 90, 91], true),
            (&[0, 1, 2, 600], true), // it stays so until the password is another, or a day has passed
        ] {
            let refused: Vec<_> = minutes
                .iter()
                .map(|minute| Timestamp::from_millis(minute * 60_000))
                .collect();
            assert_eq!(is_too_many(&refused), expected, "{minutes:?}");
        }
    }
}
