//! Lock-out: an account must never be locked because Astray kept trying a password that its server refuses.

use casebook::AccountId;
use message::Timestamp;

use crate::{Output, PasswordProblem, Trouble, clock::now, run::Running};

/// Refused sign-ins within [`WITHIN`] after which no more is tried. Mail servers lock accounts after five at the least.
const MOST: u32 = 3;

/// An hour, in milliseconds.
const WITHIN: i64 = 60 * 60 * 1000;

impl<F: FnMut(Output)> Running<F> {
    /// Whether another sign-in may be tried. Counted in the casebook, so that a restart forgets nothing.
    pub(crate) fn may_sign_in(&self, account: AccountId) -> Result<(), PasswordProblem> {
        let since = Timestamp::from_millis(now().millis().saturating_sub(WITHIN));
        match self.casebook.refused_sign_ins_since(account, since) {
            Ok(refused) if refused >= MOST => Err(PasswordProblem(Trouble {
                message: format!("the server refused the sign-in {refused} times within an hour"),
                hint: "Enter the password again in Astray's settings; Astray has stopped trying, so that the account is not locked."
                    .to_owned(),
            })),
            Ok(_) => Ok(()),
            Err(error) => Err(PasswordProblem(Trouble {
                message: error.to_string(),
                hint: error.hint(),
            })),
        }
    }
}
