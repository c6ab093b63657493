//! `make bench`: what the running agent costs, how soon it tells, how long a first look takes, and how fast the window is.

mod alerts;
mod backfill;
mod cost;
mod rest;
#[path = "../../it/seed.rs"]
mod seed;
mod window;

use std::process::ExitCode;

use anyhow::Result;
use astray_tests::{Cli, Desktop, Dovecot, Pki, Tls};

/// A desktop with one account, on which nothing but Astray uses GTK.
struct Scene {
    desktop: Desktop,
    dovecot: Dovecot,
    /// The account names the certificate authority's file in it.
    _pki: Pki,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("The benchmark failed: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    window::measure().await?;
    tokio::task::spawn_blocking(backfill::measure).await??;
    if std::env::var_os("BENCH_ONLY_BACKFILL").is_some() {
        return Ok(());
    }
    let pki = Pki::new()?;
    let dovecot = Dovecot::start(&pki)?;
    let desktop = Desktop::start().await?;
    desktop
        .home
        .write_policy(r#"{"protected_domains": ["army.mil"]}"#)?;
    Cli::new(desktop.env()).add_account(&dovecot, &pki, Tls::Implicit)?;
    let scene = Scene {
        desktop,
        dovecot,
        _pki: pki,
    };
    rest::measure(&scene).await?;
    alerts::measure(&scene).await
}

#[expect(clippy::print_stdout, reason = "the benchmark's result")]
fn say(text: &str) {
    println!("{text}");
}
