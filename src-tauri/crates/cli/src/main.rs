//! `astray-cli`: Astray without a desktop, for administrators and other programs.
//!
//! One file a subcommand; what each prints goes through `output`. Exit status: 0 nothing found, 1 a lookalike or a changed record
//! found, 2 bad usage or something that could not be done.

mod account;
mod account_file;
mod args;
mod check;
mod delete;
mod export;
mod failure;
mod incidents;
mod input;
mod logging;
mod output;
mod policy;
mod reference;
mod watch;

use std::process::ExitCode;

use args::Command;
use failure::Failure;
use output::Output;

/// What a run found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing to warn of, or nothing that was looked for.
    Nothing,
    /// At least one lookalike.
    Lookalike,
    /// The record is not as it was written.
    Tampered,
}

fn main() -> ExitCode {
    let command = match args::read() {
        Ok(command) => command,
        Err(status) => return status,
    };
    match logging::start().and_then(|()| run(command)) {
        Ok(Found::Nothing) => ExitCode::SUCCESS,
        Ok(Found::Lookalike | Found::Tampered) => ExitCode::from(1),
        // Who reads us has seen enough, as `head` does.
        Err(error) if output::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&Failure::of(&error));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> anyhow::Result<Found> {
    let mut out = Output::stdout();
    let found = match command {
        Command::Check(args) => check::run(&args, &mut out)?,
        Command::Watch(args) => watch::run(&args, &mut out)?,
        Command::Incidents(command) => incidents::run(&command, &mut out)?,
        Command::Policy(command) => policy::run(&command, &mut out)?,
        Command::Account(command) => account::run(command, &mut out)?,
    };
    out.flush()?;
    Ok(found)
}
