//! The command line, as `--help` shows it.

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand, ValueEnum};
use mailbox::{Host, MailboxName, Security, UserName};
use message::Address;

/// Tells when mail has gone to a domain that only looks like the one that was meant.
#[derive(Debug, Parser)]
#[command(name = "astray-cli", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judge addresses. Exit status 1 when one is a lookalike
    Check(CheckArgs),
    /// Watch the Sent mailboxes without a desktop, until interrupted
    Watch(WatchArgs),
    /// Read, check, export and delete the record of incidents
    #[command(subcommand)]
    Incidents(IncidentsCommand),
    /// Check a policy file, or print what one may hold
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Add, list and remove watched accounts
    #[command(subcommand)]
    Account(AccountCommand),
}

/// What `check` takes.
#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// Judge by this policy alone, not by the organisation's, the user's domains and the mail sent before
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Print a JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
    /// Say what was considered for each address, what led to it, and what it weighs
    #[arg(long)]
    pub(crate) explain: bool,
    /// The addresses; one a line on standard input when none is named
    #[arg(value_name = "ADDRESS")]
    pub(crate) addresses: Vec<OsString>,
}

/// What `watch` takes.
#[derive(Args, Debug)]
pub(crate) struct WatchArgs {
    /// Look once: connect, catch up, judge, record, end
    #[arg(long)]
    pub(crate) once: bool,
    /// Print a JSON object a line for each incident
    #[arg(long)]
    pub(crate) json: bool,
    /// Watch the account that this JSON file describes, with the password from its password_file or from standard input
    ///
    /// It is one object with "host", "port", "tls" (implicit or starttls) and "user", and, where needed, "address" (that mail is sent
    /// from), "password_file", "ca_file", and "also_watch", a list of mailboxes to watch beside the one for sent mail, by their
    /// names.
    #[arg(long, value_name = "FILE")]
    pub(crate) account_file: Option<PathBuf>,
}

/// What can be done with incidents.
#[derive(Debug, Subcommand)]
pub(crate) enum IncidentsCommand {
    /// List all incidents, the newest first
    List {
        /// Print a JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Show one incident with its timeline
    Show {
        /// Its number in the list
        id: i64,
        /// Print a JSON object
        #[arg(long)]
        json: bool,
    },
    /// Say whether the record is as it was written. Exit status 1 when something was changed, added or removed
    Verify,
    /// Export one incident or all of them, with their timelines
    Export(ExportArgs),
    /// Delete everything that Astray keeps: accounts with their passwords, incidents, letters, settings and logs
    DeleteEverything {
        /// Really
        #[arg(long, required = true)]
        yes: bool,
    },
}

/// What `incidents export` takes.
#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// Print CSV, one line an incident, instead of a JSON object a line
    #[arg(long, conflicts_with = "eml")]
    pub(crate) csv: bool,
    /// Write the letters that were sent, drafted or saved into this folder, each as a file of its own
    #[arg(long, value_name = "FOLDER")]
    pub(crate) eml: Option<PathBuf>,
    /// One incident by its number in the list; all when it is not given
    pub(crate) id: Option<i64>,
}

/// What can be done with policies.
#[derive(Debug, Subcommand)]
pub(crate) enum PolicyCommand {
    /// Say whether a policy file can be used, and what is wrong with it
    Check {
        /// The policy
        file: PathBuf,
    },
    /// Print the JSON Schema of policy files
    Schema,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// Add an account; the password is read from standard input and kept in the keyring
    Add(AddArgs),
    /// List the watched accounts
    List {
        /// Print a JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Remove an account and its password; its incidents stay
    Remove {
        /// Its number in the list
        id: i64,
    },
}

/// What `account add` takes.
#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// The address that mail is sent from
    #[arg(long, value_parser = Address::parse)]
    pub(crate) address: Address,
    /// The IMAP server's name or IP address
    #[arg(long, value_parser = Host::parse)]
    pub(crate) host: Host,
    /// The IMAP server's port, as a rule 993 for implicit and 143 for starttls
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: u16,
    /// How the connection is encrypted
    #[arg(long)]
    pub(crate) tls: Tls,
    /// The user name; the address when not given
    #[arg(long, value_parser = UserName::parse)]
    pub(crate) user: Option<UserName>,
    /// Certificates (PEM) to trust besides the system's
    #[arg(long, value_name = "FILE")]
    pub(crate) ca_file: Option<PathBuf>,
    /// A mailbox to watch beside the one for sent mail, such as that of an alias or of a team; can be given several times
    #[arg(long, value_name = "MAILBOX", value_parser = MailboxName::parse)]
    pub(crate) also_watch: Vec<MailboxName>,
}

/// How the connection is encrypted; nothing else is possible.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Tls {
    /// From its first octet (RFC 8314)
    Implicit,
    /// After STARTTLS, or not at all
    Starttls,
}

impl From<Tls> for Security {
    fn from(tls: Tls) -> Self {
        match tls {
            Tls::Implicit => Self::ImplicitTls,
            Tls::Starttls => Self::StartTls,
        }
    }
}

/// Reads the command line. What clap answers itself, help or a mistake, is printed and ends with the status given.
pub(crate) fn read() -> Result<Command, ExitCode> {
    Cli::try_parse().map(|cli| cli.command).map_err(|answer| {
        // A closed pipe is no matter here: there is nothing else to say.
        let _ = answer.print();
        if answer.use_stderr() {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
