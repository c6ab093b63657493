//! `watch`: the watch without a desktop. Each incident is a line; nothing is marked as told, so that an agent still alerts.

use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use ::watch::{AccountState, Judging, Output as Told, Secrets, Trouble, WatchStatus, Whose};
use anyhow::{Context, Result, anyhow, bail};
use casebook::{AccountId, Casebook, IncidentId, NewAccount, SignIn};
use credentials::Keyring;
use mailbox::{Limits, Password};
use oauth::SignIns;
use paths::Paths;
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    iterator::Signals,
};

use crate::{
    Found,
    account::key_of,
    account_file::FiledAccount,
    args::WatchArgs,
    failure::hinted,
    incidents::{advised, open},
    output::{ListedIncident, Output},
    reference, sign_in,
};

/// Watches until interrupted, or once.
pub(crate) fn run(args: &WatchArgs, out: &mut Output) -> Result<Found> {
    let paths = Paths::for_user()?;
    // A policy that cannot be read would have mail judged by nothing, and passed for good.
    reference::fixed_and_chosen(&paths)?;
    let mut casebook = open(&paths.casebook_path())?;
    let filed = args
        .account_file
        .as_deref()
        .map(|path| filed(&mut casebook, path))
        .transpose()?;
    let whose = filed.as_ref().map_or(Whose::All, |(id, _)| Whose::Only(*id));

    let (happens, happened) = mpsc::channel();
    if !args.once {
        end_on_signals(happens.clone())?;
    }
    let judging = Judging {
        policy_path: paths.policy_path(),
        preferences_path: paths.preferences_path(),
    };
    let watched = open(&paths.casebook_path())?;
    let tell = move |told| {
        // Nobody listens once this run is about to end.
        let _ = happens.send(Happening::Told(told));
    };
    let watch = ::watch::start(
        watched,
        whose,
        judging,
        secrets(filed, sign_in::sign_ins(&paths)),
        Limits::default(),
        tell,
    )
    .context("the watch could not be started")?;
    let following = Following {
        casebook,
        json: args.json,
        once: args.once,
        troubled: Vec::new(),
        warned: Vec::new(),
        out,
    };
    let ended = following.until_end(&happened);
    drop(watch);
    ended.map(|()| Found::Nothing)
}

enum Happening {
    Told(Told),
    Interrupted,
}

struct Following<'a> {
    casebook: Casebook,
    json: bool,
    once: bool,
    troubled: Vec<(AccountId, Trouble)>,
    /// What was warned of: each count is said once.
    warned: Vec<String>,
    out: &'a mut Output,
}

impl Following<'_> {
    fn until_end(mut self, happened: &Receiver<Happening>) -> Result<()> {
        loop {
            match happened.recv().context("the watch ended by itself")? {
                Happening::Interrupted => return Ok(()),
                Happening::Told(Told::Recorded(incidents)) => self.print(&incidents)?,
                Happening::Told(Told::Status(status)) => {
                    if self.is_over(status)? {
                        return Ok(());
                    }
                }
                Happening::Told(Told::DomainsTrouble(Some(trouble)) | Told::NotSaved(Some(trouble))) => {
                    if self.once {
                        return Err(hinted(anyhow!(trouble.message), trouble.hint));
                    }
                    tracing::warn!("{}; {}", trouble.message, trouble.hint);
                }
                Happening::Told(
                    Told::DomainsTrouble(None)
                    | Told::NotSaved(None)
                    | Told::Alerts(_)
                    | Told::Settled(_)
                    | Told::SignInNeeded(_),
                ) => {}
            }
        }
    }

    fn print(&mut self, incidents: &[IncidentId]) -> Result<()> {
        for id in incidents {
            let found = self.casebook.history_item(*id).map_err(advised)?;
            let Some(item) = found else {
                bail!("incident {} cannot be found again", id.value());
            };
            let incident = ListedIncident::of(&item);
            match self.json {
                true => self.out.json(&incident)?,
                false => self.out.line(incident.sentence())?,
            }
        }
        Ok(self.out.flush()?)
    }

    /// Warns of new troubles. A single look is over when every account has been caught up with, and fails with the first trouble
    /// when none is still under way.
    fn is_over(&mut self, status: WatchStatus) -> Result<bool> {
        if status.accounts.is_empty() {
            let hint = "add one with astray-cli account add or in Astray's settings, or name one with --account-file";
            return Err(hinted(anyhow!("there is no account to watch"), hint));
        }
        let under_way = status
            .accounts
            .iter()
            .any(|account| account.state == AccountState::Connecting);
        let troubles = status.accounts.into_iter().filter_map(|account| {
            let address = account.address.shown();
            let trouble = account.trouble.map(|trouble| Trouble {
                message: format!("{address}: {}", trouble.message),
                hint: trouble.hint,
            });
            trouble.map(|trouble| (account.id, trouble))
        });
        let troubles: Vec<_> = troubles.collect();
        if !self.once {
            for (_, trouble) in troubles.iter().filter(|trouble| !self.troubled.contains(trouble)) {
                tracing::warn!("{}; {}", trouble.message, trouble.hint);
            }
            self.troubled = troubles;
            if !under_way {
                self.warn_of_unchecked()?;
            }
            return Ok(false);
        }
        match troubles.into_iter().next() {
            _ if under_way => Ok(false),
            Some((_, trouble)) => Err(hinted(anyhow!(trouble.message), trouble.hint)),
            None => {
                self.warn_of_unchecked()?;
                Ok(true)
            }
        }
    }

    /// Says what nobody could check, so that silence is never taken for “all fine”.
    fn warn_of_unchecked(&mut self) -> Result<()> {
        for note in self.casebook.watch_notes().map_err(advised)? {
            let address = note.account.address.shown();
            let counts = [
                (note.unchecked.messages, "messages that could not be read"),
                (
                    note.unchecked.recipients,
                    "messages with a recipient that could not be read",
                ),
                (note.vanished, "messages that were gone before Astray could look"),
            ];
            for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
                let warning = format!("{address}: {what}: {count}");
                if !self.warned.contains(&warning) {
                    tracing::warn!("{warning}");
                    self.warned.push(warning);
                }
            }
        }
        Ok(())
    }
}

/// Reads an account file, and finds its account in the casebook or adds it.
fn filed(casebook: &mut Casebook, path: &Path) -> Result<(AccountId, Password)> {
    let filed = FiledAccount::read(path)?;
    let (password, written_at) = (filed.password()?, filed.password_written_at());
    let (also_watch, wanted) = (
        filed.also_watch,
        NewAccount {
            address: filed.address,
            account: filed.account,
            sign_in: SignIn::Password,
        },
    );
    let rows = casebook.accounts().map_err(advised)?;
    let same = rows
        .iter()
        .find(|row| key_of(&row.account) == key_of(&wanted.account));
    let id = match same {
        Some(row)
            if row.account == wanted.account
                && row.address == wanted.address
                && row.sign_in == wanted.sign_in =>
        {
            row.id
        }
        Some(row) => {
            casebook
                .change_account(row.id, &wanted, ::watch::now())
                .map_err(advised)?;
            row.id
        }
        None => casebook.add_account(&wanted, ::watch::now()).map_err(advised)?,
    };
    casebook.also_watch(id, &also_watch).map_err(advised)?;
    // A password that was written since is another one: earlier refusals say nothing of it.
    if let Some(at) = written_at
        && casebook.refused_sign_ins(id, at).map_err(advised)?.is_empty()
    {
        casebook.forget_refused_sign_ins(id).map_err(advised)?;
    }
    Ok((id, password))
}

/// The password of the account file where there is one, else what the keyring or the provider has.
fn secrets(filed: Option<(AccountId, Password)>, sign_ins: SignIns) -> Secrets {
    let keyring = Keyring::new();
    Arc::new(move |row, attempt| match &filed {
        Some((id, password)) if *id == row.id => Ok(password.clone().into()),
        Some(_) | None => sign_in::secret(&keyring, &sign_ins, row, attempt),
    })
}

fn end_on_signals(happens: Sender<Happening>) -> Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM]).context("signals cannot be received")?;
    let wait = move || {
        for _ in &mut signals {
            // The second signal finds nobody listening when the first is being followed already.
            let _ = happens.send(Happening::Interrupted);
        }
    };
    thread::Builder::new()
        .name("signals".into())
        .spawn(wait)
        .context("there is no thread for signals")?;
    Ok(())
}
