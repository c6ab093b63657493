//! The program `astray`: reads the command line and becomes the agent or one window.

mod agent;
mod channel;
mod logging;
mod role;
mod window;
mod wording;

use std::{os::unix::process::CommandExt as _, process::ExitCode};

use anyhow::Context as _;
use clap::Parser as _;
use paths::Paths;

use crate::role::{Arguments, Role};

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
        Role::Agent { hidden } => {
            without_gl()?;
            logging::start(&paths.log_dir(), "agent")?;
            agent::run(&paths, hidden)
        }
        Role::Window(route) => {
            logging::start(&paths.log_dir(), "window")?;
            window::run(&paths, route)
        }
    }
}

/// Starts the agent again with GTK told to leave OpenGL alone: it draws nothing, and the first GTK program of a session would
/// otherwise load 43 MiB of it just to choose a visual (measured). The process stays the same one.
fn without_gl() -> anyhow::Result<()> {
    let (name, value) = agent::NO_GL;
    if std::env::var_os(name).is_some() {
        return Ok(());
    }
    let program = std::env::current_exe().context("the program's own file cannot be found")?;
    let error = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(name, value)
        .exec();
    Err(error).context("the program cannot start itself")
}
