//! A watch over an account that signs in with tokens: they run out, are refused, and are withdrawn.

use std::{
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use astray_tests::PROVIDER;
use casebook::{AccountId, Casebook, NewAccount, SignIn};
use mailbox::{Limits, NextMove, Token};
use message::Address;
use oauth::Wanted;
use watch::{AccountState, AccountStatus, Attempt, Input, Judging, Output, SecretProblem, Watch, Whose};

use super::scene::Scene;

const PATIENCE: Duration = Duration::from_secs(30);

struct Watched {
    scene: Scene,
    account: AccountId,
    watch: Option<Watch>,
    told: Receiver<Output>,
}

impl Watched {
    fn new(lasts_for: Duration) -> Result<Self> {
        let scene = Scene::new()?;
        scene.provider.tokens_last(lasts_for);
        scene.signed_in()?;
        let account = NewAccount {
            address: Address::parse("alice@example.org")?,
            account: scene.account()?,
            sign_in: SignIn::Provider(PROVIDER.to_owned()),
        };
        let account = casebook(&scene)?.add_account(&account, watch::now())?;
        let mut watched = Self {
            scene,
            account,
            watch: None,
            told: mpsc::channel().1,
        };
        watched.begin()?;
        Ok(watched)
    }

    fn begin(&mut self) -> Result<()> {
        self.watch = None;
        let (tell, told) = mpsc::channel();
        self.told = told;
        let sign_ins = self.scene.sign_ins.clone();
        let secrets = move |row: &casebook::AccountRow, attempt| {
            let wanted = match attempt {
                Attempt::First => Wanted::Valid,
                Attempt::AfterRefusal => Wanted::Fresh,
            };
            let token = sign_ins
                .access_token(&row.account, row.sign_in.provider(), wanted, watch::now())
                .map_err(|error| SecretProblem {
                    next: if error.may_pass() {
                        NextMove::Retry
                    } else {
                        NextMove::AskUser
                    },
                    must_sign_in: error.must_sign_in(),
                    ..SecretProblem::new(error.to_string(), error.hint())
                })?;
            let unusable = || SecretProblem::new("unusable".to_owned(), String::new());
            Token::new(token).map(Into::into).ok_or_else(unusable)
        };
        let judging = Judging {
            policy_path: self.scene.home.policy_path(),
            preferences_path: self.scene.home.config_dir().join("preferences.json"),
        };
        self.watch = Some(watch::start(
            casebook(&self.scene)?,
            Whose::All,
            judging,
            std::sync::Arc::new(secrets),
            Limits::default(),
            move |output| drop(tell.send(output)),
        )?);
        Ok(())
    }

    fn send(&self, input: Input) -> Result<()> {
        let watch = self.watch.as_ref().context("it is not watching")?;
        ensure!(watch.inbox().send(input));
        Ok(())
    }

    /// Waits until the account stands so; says how often the user was told to sign in meanwhile.
    fn until(&self, what: &str, is_so: impl Fn(&AccountStatus) -> bool) -> Result<usize> {
        let mut asked = 0;
        loop {
            match self
                .told
                .recv_timeout(PATIENCE)
                .with_context(|| what.to_owned())?
            {
                Output::SignInNeeded(account) => {
                    ensure!(account == self.account);
                    asked += 1;
                }
                Output::Status(status) if status.accounts.iter().any(&is_so) => return Ok(asked),
                Output::Status(_)
                | Output::Alerts(_)
                | Output::Recorded(_)
                | Output::DomainsTrouble(_)
                | Output::Settled(_)
                | Output::NotSaved(_) => {}
            }
        }
    }

    fn until_watching(&self) -> Result<usize> {
        self.until("it watches", |account| account.state == AccountState::Watching)
    }

    fn until_asked(&self) -> Result<usize> {
        self.until("it asks", |account| {
            account.must_sign_in && account.state == AccountState::Trouble
        })
    }

    fn kick(&self) -> Result<()> {
        self.scene.dovecot.doveadm(&["kick", "alice"]).map(drop)
    }
}

fn casebook(scene: &Scene) -> Result<Casebook> {
    Ok(Casebook::open(&scene.home.data_dir().join("casebook.db"))?)
}

#[test]
fn an_access_token_that_runs_out_is_replaced_before_it_does() -> Result<()> {
    let watched = Watched::new(Duration::from_secs(4))?;
    watched.until_watching()?;
    let before = watched.scene.provider.asked("token");
    std::thread::sleep(Duration::from_millis(3_100)); // three quarters of its life, and before its end
    watched.kick()?;
    watched.until("it connects anew", |account| {
        account.state == AccountState::Connecting
    })?;
    watched.until_watching()?;
    ensure!(watched.scene.provider.asked("token") == before + 1);
    let refused = watched.scene.dovecot.log().contains("auth failed");
    ensure!(!refused, "{}", watched.scene.dovecot.log());
    Ok(())
}

#[test]
fn a_refused_access_token_is_replaced_once_and_tried_once_more() -> Result<()> {
    let watched = Watched::new(Duration::from_secs(3600))?;
    watched.until_watching()?;
    let before = watched.scene.provider.asked("token");
    watched.scene.provider.withdraw_access();
    watched.kick()?;
    watched.until("it connects anew", |account| {
        account.state == AccountState::Connecting
    })?;
    let asked = watched.until_watching()?;
    ensure!(asked == 0 && watched.scene.provider.asked("token") == before + 1);
    ensure!(
        casebook(&watched.scene)?
            .refused_sign_ins(watched.account, message::Timestamp::from_millis(0))?
            .is_empty()
    );
    Ok(())
}

#[test]
fn a_withdrawn_sign_in_is_told_once_and_not_tried_again_until_the_user_signs_in() -> Result<()> {
    let mut watched = Watched::new(Duration::from_secs(3600))?;
    watched.until_watching()?;
    watched.scene.provider.withdraw_all();
    watched.kick()?;
    ensure!(
        watched.until_asked()? == 1
            || watched
                .told
                .try_iter()
                .any(|told| matches!(told, Output::SignInNeeded(_)))
    );
    let before = watched.scene.provider.asked("token");
    for _ in 0..3 {
        watched.send(Input::CheckNow)?;
        watched.until("it looks", |account| account.state == AccountState::Connecting)?;
        ensure!(watched.until_asked()? == 0, "it is told once");
    }
    watched.begin()?;
    ensure!(watched.until_asked()? == 0, "also over restarts");
    ensure!(
        watched.scene.provider.asked("token") == before,
        "the provider is asked once"
    );
    ensure!(casebook(&watched.scene)?.watch_notes()?[0].must_sign_in);
    // The user signs in again.
    watched.scene.signed_in()?;
    casebook(&watched.scene)?.note_signed_in(watched.account)?;
    watched.send(Input::AccountsChanged)?;
    watched.until_watching()?;
    ensure!(!casebook(&watched.scene)?.watch_notes()?[0].must_sign_in);
    Ok(())
}

#[test]
fn a_provider_that_replaces_refresh_tokens_is_followed() -> Result<()> {
    let watched = Watched::new(Duration::from_secs(1))?;
    watched.scene.provider.replace_refresh_tokens();
    watched.until_watching()?;
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(1_000)); // it has run out
        watched.kick()?;
        watched.until("it connects anew", |account| {
            account.state == AccountState::Connecting
        })?;
        ensure!(watched.until_watching()? == 0);
    }
    Ok(())
}
