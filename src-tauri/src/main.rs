//! The program `astray`: reads the command line and becomes the agent or one window.

mod agent;
mod autostart;
mod channel;
mod logging;
mod role;
mod window;
mod wording;

use std::{os::unix::process::CommandExt as _, process::ExitCode};

use anyhow::Context as _;
use clap::Parser as _;
use paths::Paths;

use crate::role::{Arguments, Role, Start};

fn main() -> ExitCode {
    let role = Role::from(Arguments::parse());
    match run(role) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            #[expect(
                clippy::print_stderr,
                reason = "whoever started Astray by hand must see why it ended"
            )]
            {
                eprintln!("astray: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(role: Role) -> anyhow::Result<()> {
    let paths = Paths::for_user()?;
    match role {
        Role::Agent(Start::AtSignIn) if !agent::is_wanted_at_sign_in(&paths) => Ok(()),
        Role::Agent(start) => {
            made_frugal()?;
            logging::start(&paths.log_dir(), "agent")?;
            agent::run(&paths, start)
        }
        Role::Window(route) => {
            window::plain_drawing::choose();
            logging::start(&paths.log_dir(), "window")?;
            window::run(&paths, route)
        }
    }
}

/// Starts the agent again in the environment that keeps it small. The process stays the same one.
fn made_frugal() -> anyhow::Result<()> {
    let is_set = |(name, value): (&str, &str)| std::env::var_os(name).is_some_and(|set| set == value);
    if agent::FRUGAL.into_iter().all(is_set) {
        return Ok(());
    }
    let program = std::env::current_exe().context("the program's own file cannot be found")?;
    let error = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .envs(agent::FRUGAL)
        .exec();
    Err(error).context("the program cannot start itself")
}
