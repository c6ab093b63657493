//! `account`: adds, lists and removes watched accounts, for whoever sets up many computers.

use std::{fs::File, path};

use anyhow::{Context, Result, anyhow};
use casebook::{AccountRow, Casebook, NewAccount, SignIn};
use credentials::{Key, Keyring, token_key};
use mailbox::{Account, MailboxName, UserName};
use paths::Paths;

use crate::{
    Found, account_file,
    args::{AccountCommand, AddArgs},
    failure::hinted,
    incidents::{advised, open},
    output::{AccountView, Output},
    sign_in::{self, sign_ins},
};

/// Adds, lists or removes accounts.
pub(crate) fn run(command: AccountCommand, out: &mut Output) -> Result<Found> {
    let mut casebook = open(&Paths::for_user()?.casebook_path())?;
    match command {
        AccountCommand::Add(args) => add(&mut casebook, args, out)?,
        AccountCommand::List { json } => list(&casebook, json, out)?,
        AccountCommand::SignIn { id, by_code } => sign_in_again(&mut casebook, id, by_code, out)?,
        AccountCommand::Remove { id } => remove(&mut casebook, id, out)?,
    }
    Ok(Found::Nothing)
}

/// The key of an account's password in the keyring.
pub(crate) fn key_of(account: &Account) -> Key {
    credentials::key(&account.user.to_string(), &account.host.to_string(), account.port)
}

/// What to do about a keyring's error, where there is no window to hold a password in.
pub(crate) fn keyring_hint(error: &credentials::Error) -> String {
    format!("{}, as astray-cli watch --account-file does", error.hint())
}

pub(crate) fn unlocked(error: credentials::Error) -> anyhow::Error {
    let hint = keyring_hint(&error);
    hinted(error, hint)
}

fn add(casebook: &mut Casebook, args: AddArgs, out: &mut Output) -> Result<()> {
    let also_watch: Vec<_> = args.also_watch.iter().map(MailboxName::decoded).collect();
    let by_code = args.by_code;
    let wanted = wanted(args)?;
    let rows = casebook.accounts().map_err(advised)?;
    if let Some(row) = rows
        .iter()
        .find(|row| key_of(&row.account) == key_of(&wanted.account))
    {
        let error = anyhow!(
            "account {} signs in as {} there already",
            row.id.value(),
            row.account.user
        );
        return Err(hinted(
            error,
            "astray-cli account remove takes it away, so that it can be added anew",
        ));
    }
    let kept = keep(&wanted, by_code, out)?;
    let added = casebook.add_account(&wanted, watch::now());
    match added.and_then(|id| casebook.also_watch(id, &also_watch).map(|()| id)) {
        Ok(id) => Ok(out.line(format_args!(
            "account {} added: {}",
            id.value(),
            wanted.address.shown()
        ))?),
        Err(error) => {
            if let Err(kept) = Keyring::new().forget(&kept) {
                tracing::warn!("the secret of the account that was not added stays in the keyring: {kept}");
            }
            Err(advised(error))
        }
    }
}

/// Asks for the password, or has the user sign in on the provider's page, and keeps what comes of it under the key that is given back.
fn keep(wanted: &NewAccount, by_code: bool, out: &mut Output) -> Result<Key> {
    let keyring = Keyring::new();
    match &wanted.sign_in {
        SignIn::Password => {
            let password = account_file::password_from_stdin(
                "put it on standard input: astray-cli account add … < FILE",
            )?;
            let key = key_of(&wanted.account);
            keyring.save(&key, &password).map_err(unlocked)?;
            Ok(key)
        }
        SignIn::Provider(provider) => {
            let sign_ins = sign_ins(&Paths::for_user()?);
            let whose = (&wanted.account, &wanted.address);
            let grant = sign_in::grant(&sign_ins, provider, whose, by_code, out)?;
            let key = token_key_of(&wanted.account);
            keyring.save(&key, &grant.refresh).map_err(unlocked)?;
            Ok(key)
        }
    }
}

fn sign_in_again(casebook: &mut Casebook, id: i64, by_code: bool, out: &mut Output) -> Result<()> {
    let row = row(casebook, id)?;
    let SignIn::Provider(provider) = &row.sign_in else {
        let error = anyhow!("account {id} signs in with a password");
        return Err(hinted(
            error,
            "change its password in Astray's settings, or remove the account and add it anew",
        ));
    };
    let sign_ins = sign_ins(&Paths::for_user()?);
    let grant = sign_in::grant(&sign_ins, provider, (&row.account, &row.address), by_code, out)?;
    let keyring = Keyring::new();
    keyring
        .save(&token_key_of(&row.account), &grant.refresh)
        .map_err(unlocked)?;
    casebook.note_signed_in(id.into()).map_err(advised)?;
    Ok(out.line(format_args!("account {id} is signed in: {}", row.address.shown()))?)
}

fn row(casebook: &Casebook, id: i64) -> Result<AccountRow> {
    casebook.account(id.into()).map_err(advised)?.ok_or_else(|| {
        hinted(
            anyhow!("there is no account {id}"),
            "astray-cli account list prints all accounts with their numbers",
        )
    })
}

fn token_key_of(account: &Account) -> Key {
    token_key(account.user.as_str(), &account.host.to_string(), account.port)
}

fn wanted(args: AddArgs) -> Result<NewAccount> {
    let user = match args.user {
        Some(user) => user,
        None => UserName::parse(&args.address.to_string())?,
    };
    if let Some(path) = &args.ca_file {
        File::open(path).with_context(|| format!("the CA file {} cannot be read", path.display()))?;
    }
    // The agent runs elsewhere than here.
    let ca_path = args.ca_file.map(path::absolute).transpose()?;
    Ok(NewAccount {
        address: args.address,
        account: Account {
            host: args.host,
            port: args.port,
            security: args.tls.into(),
            user,
            ca_path,
        },
        sign_in: args.sign_in.map_or(SignIn::Password, SignIn::Provider),
    })
}

fn list(casebook: &Casebook, json: bool, out: &mut Output) -> Result<()> {
    let notes = casebook.watch_notes().map_err(advised)?;
    let views: Vec<_> = notes.iter().map(AccountView::of).collect();
    if json {
        return Ok(views.iter().try_for_each(|view| out.json(view))?);
    }
    if views.is_empty() {
        return Ok(out.line("No account is watched.")?);
    }
    let head = ["ID", "ADDRESS", "SERVER", "TLS", "USER"].map(str::to_owned);
    Ok(out.table(
        &std::iter::once(head)
            .chain(views.iter().map(AccountView::cells))
            .collect::<Vec<_>>(),
    )?)
}

fn remove(casebook: &mut Casebook, id: i64, out: &mut Output) -> Result<()> {
    let AccountRow { address, account, .. } = row(casebook, id)?;
    casebook
        .remove_account(id.into(), watch::now())
        .map_err(advised)?;
    out.line(format_args!("account {id} removed: {}", address.shown()))?;
    let keyring = Keyring::new();
    let forgotten = [key_of(&account), token_key_of(&account)]
        .iter()
        .try_for_each(|key| keyring.forget(key))
        .map_err(unlocked);
    forgotten.context("the account is removed, but its password or sign-in may still be in the keyring")
}
