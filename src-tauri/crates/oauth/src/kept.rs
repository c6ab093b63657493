//! Kept: the tokens of one account, while the program runs. Pure but for what it is handed to ask with.

use std::time::Duration;

use message::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use crate::{Error, Grant, grant::Access};

/// Which access token is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One that is not out of time.
    Valid,
    /// Another than the last, which a server refused.
    Fresh,
}

#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// A refresh token that no keyring took.
    pub(crate) held: Option<SecretString>,
    access: Option<(SecretString, Timestamp)>,
    /// The refresh token that the provider no longer accepts: it is not tried again.
    withdrawn: Option<SecretString>,
}

impl Kept {
    /// With a refresh token that no keyring takes.
    pub(crate) fn holding(refresh: SecretString) -> Self {
        Self {
            held: Some(refresh),
            ..Self::default()
        }
    }

    /// The access token in memory, if it will do.
    pub(crate) fn valid(&self, wanted: Wanted, now: Timestamp) -> Option<SecretString> {
        let (token, until) = self.access.as_ref()?;
        (wanted == Wanted::Valid && now < *until).then(|| token.clone())
    }

    /// Gets another access token for a refresh token. Gives the refresh token that is to be kept from now on, where it is another.
    pub(crate) fn refresh(
        &mut self,
        provider: &str,
        refresh: &SecretString,
        now: Timestamp,
        ask: impl FnOnce(&SecretString) -> Result<Grant, Error>,
    ) -> Result<(SecretString, Option<SecretString>), Error> {
        self.access = None;
        if self
            .withdrawn
            .as_ref()
            .is_some_and(|known| is_same(known, refresh))
        {
            return Err(Error::Withdrawn(provider.to_owned()));
        }
        match ask(refresh) {
            Ok(grant) => {
                self.put(&grant.access, now);
                let another = (!is_same(&grant.refresh, refresh)).then_some(grant.refresh);
                Ok((grant.access.token, another))
            }
            Err(error) => {
                if matches!(error, Error::Withdrawn(_)) {
                    self.withdrawn = Some(refresh.clone());
                }
                Err(error)
            }
        }
    }

    fn put(&mut self, access: &Access, now: Timestamp) {
        let used_for = access.lasts_for.saturating_sub(AHEAD.min(access.lasts_for / 4));
        let millis = i64::try_from(used_for.as_millis()).unwrap_or(i64::MAX);
        let until = Timestamp::from_millis(now.millis().saturating_add(millis));
        self.access = Some((access.token.clone(), until));
    }
}

pub(crate) fn is_same(one: &SecretString, other: &SecretString) -> bool {
    one.expose_secret() == other.expose_secret()
}

/// How long before its end an access token is replaced.
const AHEAD: Duration = Duration::from_secs(5 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(refresh: &str, seconds: u64) -> Grant {
        Grant {
            refresh: refresh.to_owned().into(),
            access: Access {
                token: "access".to_owned().into(),
                lasts_for: Duration::from_secs(seconds),
            },
        }
    }

    fn check(lasts_for: u64, after: i64, is_valid: bool) {
        let (mut kept, refresh) = (Kept::default(), "one".to_owned().into());
        let start = Timestamp::from_millis(0);
        kept.refresh("Example", &refresh, start, |_| Ok(grant("one", lasts_for)))
            .unwrap();
        let at = Timestamp::from_millis(after * 1000);
        assert_eq!(
            kept.valid(Wanted::Valid, at).is_some(),
            is_valid,
            "{lasts_for} s after {after} s"
        );
        assert!(kept.valid(Wanted::Fresh, at).is_none());
    }

    #[test]
    fn an_access_token_is_replaced_ahead_of_its_end() {
        check(3600, 0, true);
        check(3600, 3299, true);
        check(3600, 3300, false); // five minutes ahead
        check(60, 44, true);
        check(60, 45, false); // a quarter of it, where it lasts a short time
        check(0, 0, false);
    }

    #[test]
    fn a_withdrawn_refresh_token_is_asked_about_once() {
        let (mut kept, now) = (Kept::default(), Timestamp::from_millis(0));
        let (one, two) = ("one".to_owned().into(), "two".to_owned().into());
        let mut asked = 0;
        for refresh in [&one, &one, &one, &two] {
            let ended = kept.refresh("Example", refresh, now, |_| {
                asked += 1;
                Err(Error::Withdrawn("Example".to_owned()))
            });
            assert!(ended.unwrap_err().must_sign_in());
        }
        assert_eq!(asked, 2, "another one is worth another try");
    }

    #[test]
    fn a_refresh_token_that_was_replaced_is_handed_out() {
        let (mut kept, now) = (Kept::default(), Timestamp::from_millis(0));
        let one: SecretString = "one".to_owned().into();
        let (_, another) = kept
            .refresh("Example", &one, now, |_| Ok(grant("two", 60)))
            .unwrap();
        assert_eq!(another.unwrap().expose_secret(), "two");
        let (_, another) = kept
            .refresh("Example", &one, now, |_| Ok(grant("one", 60)))
            .unwrap();
        assert!(another.is_none());
    }
}
