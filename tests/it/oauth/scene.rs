//! A provider, a mail server that asks it, and what signs in with both.

use std::{sync::Arc, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Dovecot, Home, IdentityProvider, Options, PROVIDER, Pki, Tls, Visit, until};
use mailbox::{Account, Host, Limits, Password, Probe, Secret, Security, Token, UserName};
use oauth::{Cancel, Error, Grant, SignIns, Web};
use secrecy::SecretString;

pub(crate) struct Scene {
    pub(crate) provider: IdentityProvider,
    pub(crate) dovecot: Dovecot,
    pub(crate) sign_ins: Arc<SignIns>,
    pub(crate) home: Home,
    pub(crate) pki: Pki,
}

impl Scene {
    pub(crate) fn new() -> Result<Self> {
        Self::with(Options::default())
    }

    pub(crate) fn with(options: Options) -> Result<Self> {
        let (pki, home, provider) = (Pki::new()?, Home::new()?, IdentityProvider::start()?);
        home.write_policy(&provider.policy().to_string())?;
        let options = Options {
            introspection_port: Some(provider.port()),
            ..options
        };
        let preferences = home.config_dir().join("preferences.json");
        Ok(Self {
            dovecot: Dovecot::start_with(&pki, options)?,
            sign_ins: Arc::new(SignIns::new(home.policy_path(), preferences, Web::default())),
            provider,
            home,
            pki,
        })
    }

    pub(crate) fn account(&self) -> Result<Account> {
        Ok(Account {
            host: Host::parse("localhost")?,
            port: self.dovecot.port(Tls::Implicit),
            security: Security::ImplicitTls,
            user: UserName::parse("alice")?,
            ca_path: Some(self.pki.ca_path()),
        })
    }

    /// Signs in on the page, in a browser that goes where `turn` sends it instead of where the provider does.
    pub(crate) fn by_page(
        &self,
        turn: impl FnOnce(String) -> Result<()> + Send + 'static,
    ) -> Result<Grant, Error> {
        let provider = self.sign_ins.provider(PROVIDER)?;
        oauth::by_page(
            &provider,
            "alice@example.org",
            "Go back to Astray.",
            &Web::default(),
            &Cancel::default(),
            |page| {
                let page = page.to_string();
                std::thread::spawn(move || Visit::sent_on(&page).and_then(turn));
                Ok(())
            },
        )
    }

    /// Signs in as a user does, and has the refresh token held in memory: these tests have no keyring.
    pub(crate) fn signed_in(&self) -> Result<Grant> {
        let grant = self.by_page(|back| Visit::see(&back).map(drop))?;
        let account = self.account()?;
        self.sign_ins
            .hold("alice", "localhost", account.port, grant.refresh.clone());
        Ok(grant)
    }

    pub(crate) fn try_token(&self, token: SecretString) -> Result<Probe> {
        let token = Token::new(token).context("no token")?;
        Ok(mailbox::probe(
            &self.account()?,
            &token.into(),
            &Limits::default(),
        )?)
    }

    /// Tries a password out: how that ended, and what the server's log says once it says something of it.
    pub(crate) fn try_password(&self, password: &str) -> Result<(Result<Probe, mailbox::Error>, String)> {
        let secret = Secret::from(Password::new(password.to_owned()));
        let ended = mailbox::probe(&self.account()?, &secret, &Limits::default());
        let log = until("the server's log", Duration::from_secs(20), || {
            let log = self.dovecot.log();
            log.contains("method=").then_some(log)
        })?;
        Ok((ended, log))
    }

    /// That the provider was never asked for a token.
    pub(crate) fn nothing_was_given(&self) -> Result<()> {
        let asked = self.provider.asked("token");
        ensure!(asked == 0, "asked {asked} times");
        Ok(())
    }
}
