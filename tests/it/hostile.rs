//! Hostile servers: whatever one does, the watch stays small, quick and whole, tells it in its own words, sends no password in clear,
//! and the next session goes well.

mod answers;
mod cases;
mod cost;
mod peer;

use std::{
    process::Command,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Home, PASSWORD, Pki, Process, Tls, until, write_account_file};

use cases::{Case, LURE, WAITS, cases};
use cost::Cost;
use peer::{Evil, Peer, Step};

/// The longest deadline of a command, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Memory over what a watch of an honest server takes, in mebibytes.
const MOST_MEMORY: f64 = 64.0;

/// Processor time until the cut, in seconds. A build without optimisation is no measure of it.
const MOST_TIME: f64 = if cfg!(debug_assertions) { 20.0 } else { 1.0 };

/// All that is ever asked of a server.
const VERBS: [&str; 12] = [
    "CAPABILITY",
    "STARTTLS",
    "AUTHENTICATE",
    "LOGIN",
    "LIST",
    "STATUS",
    "EXAMINE",
    "UID",
    "IDLE",
    "NOOP",
    "LOGOUT",
    "DONE",
];

#[test]
fn hostile_servers_are_cut_and_cost_little() -> Result<()> {
    let pki = Pki::new()?;
    let rest = rest(&pki)?;
    let queue = Mutex::new(cases().into_iter());
    let rows = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(case) = queue.lock().ok().and_then(|mut queue| queue.next()) {
                    let row = play(&case, &pki, rest).with_context(|| case.name.to_owned());
                    if let Ok(mut rows) = rows.lock() {
                        rows.push((case.name, row));
                    }
                }
            });
        }
    });
    let rows = rows.into_inner()?;
    ensure!(rows.len() == cases().len(), "not all were played");
    let mut failed = Vec::new();
    say(&format!(
        "figure: an honest server: {} MiB at most",
        rest.mebibytes.round()
    ));
    for (name, row) in rows {
        match row {
            Ok(cost) => say(&format!(
                "figure: | {name} | {:.1} MiB | {:.2} s |",
                cost.mebibytes - rest.mebibytes,
                cost.seconds
            )),
            Err(error) => failed.push(format!("{error:#}\n")),
        }
    }
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

/// What a watch of an honest server costs.
fn rest(pki: &Pki) -> Result<Cost> {
    let honest = Peer::start(pki, Tls::Implicit, Step::None, Evil::Says(String::new()))?;
    let home = home()?;
    let watch = watch(&home, pki, &honest, Tls::Implicit)?;
    until("the message", PATIENCE, || {
        watch.printed().contains("Went astray").then_some(())
    })?;
    Cost::of(watch.id())
}

fn play(case: &Case, pki: &Pki, rest: Cost) -> Result<Cost> {
    let peer = Peer::start(pki, case.tls, case.step, case.evil.clone())?;
    let home = home()?;
    let mut watch = watch(&home, pki, &peer, case.tls)?;
    let begun = Instant::now();
    let is_told = || match case.told {
        WAITS => peer.heard().all.iter().any(|line| line.ends_with(" IDLE")),
        told => watch.printed().contains(told),
    };
    until(case.told, PATIENCE, || is_told().then_some(()))
        .with_context(|| format!("after {:?} it had printed {}", begun.elapsed(), watch.printed()))?;
    let cost = Cost::of(watch.id())?;
    ensure!(watch.ended().is_none(), "it still runs: {}", watch.printed());
    let printed = watch.printed();
    watch.kill()?;
    check_words(&printed)?;
    let heard = peer.heard();
    let strange = heard.all.iter().find(|line| !is_known(line));
    ensure!(strange.is_none(), "it asked for {strange:?}");
    let told_in_clear = heard.in_clear.iter().find(|line| !is_fit_in_clear(line));
    ensure!(told_in_clear.is_none(), "{told_in_clear:?} in clear");
    ensure!(
        cost.mebibytes - rest.mebibytes <= MOST_MEMORY,
        "{:.1} MiB over rest",
        cost.mebibytes - rest.mebibytes
    );
    ensure!(
        cost.seconds <= MOST_TIME,
        "{:.2} s of processor time",
        cost.seconds
    );
    peer.repent();
    next_session(&home, pki, &peer, case.tls)?;
    Ok(cost)
}

/// An honest session afterwards finds the message, or knows it already.
fn next_session(home: &Home, pki: &Pki, peer: &Peer, tls: Tls) -> Result<()> {
    let cli = Cli::new(home.env());
    let output = cli.run(
        &[
            "watch",
            "--once",
            "--account-file",
            &account(home, pki, peer, tls)?,
        ],
        "",
    )?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the next session: {said}");
    let found = cli.incidents()?;
    let is_known = said.contains("could not be read: 1");
    ensure!(found.len() == 1 || is_known, "the next session found {found:?}");
    Ok(())
}

/// What the server says to fool the user is told as its words, if it is told at all.
fn check_words(printed: &str) -> Result<()> {
    for line in printed.lines().filter(|line| line.contains(LURE)) {
        let is_marked = line.contains("it said “") || line.contains("the server warns: ");
        ensure!(is_marked, "{line}");
    }
    ensure!(!printed.contains(PASSWORD), "{printed}");
    Ok(())
}

fn is_known(line: &str) -> bool {
    let mut words = line.split(' ');
    let first = words.next().unwrap_or_default();
    let is_tag = first.starts_with(['a', 'f', 's', 'z']) && first.len() < 6;
    match words.next() {
        Some(verb) if is_tag => VERBS.contains(&verb),
        Some(_) => false,
        // The end of a wait, and what is sent for the password.
        None => first == "DONE" || first.is_empty() || first.ends_with('=') || first.len() > 20,
    }
}

fn is_fit_in_clear(line: &str) -> bool {
    line.split(' ')
        .nth(1)
        .is_some_and(|verb| ["CAPABILITY", "STARTTLS"].contains(&verb))
}

fn home() -> Result<Home> {
    let home = Home::new()?;
    home.write_policy(r#"{"protected_domains": ["army.mil"]}"#)?;
    Ok(home)
}

fn account(home: &Home, pki: &Pki, peer: &Peer, tls: Tls) -> Result<String> {
    let path = write_account_file(home.dir(), pki, peer.port, (tls, PASSWORD))?;
    path.into_os_string()
        .into_string()
        .ok()
        .context("the path is no text")
}

fn watch(home: &Home, pki: &Pki, peer: &Peer, tls: Tls) -> Result<Process> {
    let account = account(home, pki, peer, tls)?;
    let mut command: Command = Cli::new(home.env()).command(&["watch", "--account-file", &account])?;
    // A caught panic that prints its stack reads all of the program's debug information, which users' programs don't have.
    command.env("RUST_BACKTRACE", "0");
    Process::spawn("astray-cli", &mut command, &home.log_dir())
}

#[expect(clippy::print_stderr, reason = "the test harness shows it with --nocapture")]
fn say(text: &str) {
    eprintln!("{text}");
}
