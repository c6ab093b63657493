//! Grant: what a provider gives once the user has signed in.

use std::time::Duration;

use secrecy::SecretString;

/// What a provider gives once the user has signed in. `Debug` shows none of it.
#[derive(Clone, Debug)]
pub struct Grant {
    /// With it access tokens are had, until the user or the provider withdraws it.
    pub refresh: SecretString,
    /// The first access token.
    pub(crate) access: Access,
}

/// An access token, and for how long from now.
#[derive(Clone, Debug)]
pub(crate) struct Access {
    pub(crate) token: SecretString,
    pub(crate) lasts_for: Duration,
}

impl Grant {
    /// The first access token, to try the sign-in out with.
    pub const fn access_token(&self) -> &SecretString {
        &self.access.token
    }
}
