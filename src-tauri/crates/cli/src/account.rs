//! `account`: adds, lists and removes watched accounts, for whoever sets up many computers.

use std::{fs::File, path};

use anyhow::{Context, Result, anyhow};
use casebook::{AccountRow, Casebook, NewAccount};
use credentials::Keyring;
use mailbox::{Account, MailboxName, UserName};
use paths::Paths;

use crate::{
    Found, account_file,
    args::{AccountCommand, AddArgs},
    failure::hinted,
    incidents::{advised, open},
    output::{AccountView, Output},
};

/// Adds, lists or removes accounts.
pub(crate) fn run(command: AccountCommand, out: &mut Output) -> Result<Found> {
    let mut casebook = open(&Paths::for_user()?.casebook_path())?;
    match command {
        AccountCommand::Add(args) => add(&mut casebook, args, out)?,
        AccountCommand::List { json } => list(&casebook, json, out)?,
        AccountCommand::Remove { id } => remove(&mut casebook, id, out)?,
    }
    Ok(Found::Nothing)
}

/// The key of an account's password in the keyring.
pub(crate) fn key_of(account: &Account) -> credentials::Key {
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
    let password =
        account_file::password_from_stdin("put it on standard input: astray-cli account add … < FILE")?;
    let (keyring, key) = (Keyring::new(), key_of(&wanted.account));
    keyring.save(&key, &password).map_err(unlocked)?;
    let added = casebook.add_account(&wanted, watch::now());
    match added.and_then(|id| casebook.also_watch(id, &also_watch).map(|()| id)) {
        Ok(id) => Ok(out.line(format_args!(
            "account {} added: {}",
            id.value(),
            wanted.address.shown()
        ))?),
        Err(error) => {
            if let Err(kept) = keyring.forget(&key) {
                tracing::warn!("the password of the account that was not added stays in the keyring: {kept}");
            }
            Err(advised(error))
        }
    }
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
    let Some(AccountRow { address, account, .. }) = casebook.account(id.into()).map_err(advised)? else {
        let error = anyhow!("there is no account {id}");
        return Err(hinted(
            error,
            "astray-cli account list prints all accounts with their numbers",
        ));
    };
    casebook
        .remove_account(id.into(), watch::now())
        .map_err(advised)?;
    out.line(format_args!("account {id} removed: {}", address.shown()))?;
    let forgotten = Keyring::new().forget(&key_of(&account)).map_err(unlocked);
    forgotten.context("the account is removed, but its password may still be in the keyring")
}
