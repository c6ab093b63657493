//! Provider: on whose page users sign in, from Astray's table and the organisation's policy.

use mailbox::Host;
use message::Domain;
use policy::{Client, Endpoints, Policy, Preferences};

use crate::{Error, table};

/// A provider on whose page users sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    pub(crate) name: String,
    pub(crate) client: Option<Client>,
    pub(crate) endpoints: Endpoints,
}

impl Provider {
    /// All providers: those of the policy, then those of the table that it does not describe itself. What the user chose counts where
    /// the policy names no client.
    pub fn all(policy: &Policy, preferences: &Preferences) -> Vec<Self> {
        let known = || table::known();
        let mut providers: Vec<Self> = Vec::new();
        for described in &policy.sign_in_providers {
            let by_table = || known().find(|(name, _)| name.eq_ignore_ascii_case(&described.name));
            let endpoints = described
                .endpoints
                .clone()
                .or_else(|| by_table().map(|(_, endpoints)| endpoints));
            providers.extend(endpoints.map(|endpoints| Self {
                name: by_table().map_or_else(|| described.name.clone(), |(name, _)| name.to_owned()),
                client: Some(described.client.clone()),
                endpoints,
            }));
        }
        for (name, endpoints) in known() {
            let chosen = preferences
                .sign_in_clients
                .iter()
                .find(|(of, _)| of.eq_ignore_ascii_case(name));
            if !providers.iter().any(|provider| provider.is_named(name)) {
                providers.push(Self {
                    name: name.to_owned(),
                    client: chosen.map(|(_, client)| client.clone()),
                    endpoints,
                });
            }
        }
        providers
    }

    /// Its name, safe to show.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether Astray is registered with it, so that one can sign in.
    pub const fn has_client(&self) -> bool {
        self.client.is_some()
    }

    /// Whether one can sign in by a code on another device.
    pub const fn has_code(&self) -> bool {
        self.endpoints.device.is_some()
    }

    /// Whether a mail server is one of its own. No other gets a token.
    pub fn serves(&self, host: &Host) -> bool {
        let host = Domain::parse(&host.to_string());
        host.is_ok_and(|host| self.endpoints.domains.iter().any(|domain| host.is_within(domain)))
    }

    pub(crate) fn client(&self) -> Result<&Client, Error> {
        self.client
            .as_ref()
            .ok_or_else(|| Error::NoClient(self.name.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy::parse(
            r#"{"sign_in_providers": [
                {"name": "google", "client_id": "policys"},
                {"name": "Example Post", "client_id": "astray", "domains": ["post.example.org"],
                 "authorize_url": "https://id.example.org/a", "token_url": "https://id.example.org/t", "scopes": ["imap"]}]}"#,
        )
        .unwrap()
    }

    fn preferences() -> Preferences {
        let client = |id: &str| Client {
            id: id.to_owned(),
            secret: None,
        };
        Preferences {
            sign_in_clients: vec![
                ("Google".to_owned(), client("users")),
                ("Microsoft".to_owned(), client("users")),
            ],
            ..Preferences::default()
        }
    }

    #[test]
    fn the_policys_word_counts_before_the_users_and_both_before_none() {
        let ids = |providers: Vec<Provider>| -> Vec<(String, Option<String>)> {
            let one = |provider: Provider| (provider.name, provider.client.map(|client| client.id));
            providers.into_iter().map(one).collect()
        };
        let named = |name: &str, id: Option<&str>| (name.to_owned(), id.map(str::to_owned));
        assert_eq!(
            ids(Provider::all(&policy(), &preferences())),
            [
                named("Google", Some("policys")),
                named("Example Post", Some("astray")),
                named("Microsoft", Some("users")),
            ]
        );
        assert_eq!(
            ids(Provider::all(&Policy::default(), &Preferences::default())),
            [named("Google", None), named("Microsoft", None)]
        );
    }

    #[test]
    fn a_token_goes_to_the_providers_own_servers_alone() {
        let providers = Provider::all(&policy(), &preferences());
        let served = |host: &str| -> Vec<&str> {
            let host = Host::parse(host).unwrap();
            let serving = providers.iter().filter(|provider| provider.serves(&host));
            serving.map(Provider::name).collect()
        };
        assert_eq!(served("imap.gmail.com"), ["Google"]);
        assert_eq!(served("outlook.office365.com"), ["Microsoft"]);
        assert_eq!(served("imap.post.example.org"), ["Example Post"]);
        for foreign in [
            "imap.gmail.com.evil.example",
            "evilgmail.com",
            "example.org",
            "127.0.0.1",
        ] {
            assert!(served(foreign).is_empty(), "{foreign}");
        }
    }
}
