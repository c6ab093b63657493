//! `make demo`: Astray at work on a private mail server with a year of sample mail.
//!
//! On a desktop it runs until it is ended. Without one it brings its own, saves pictures of what it saw, and succeeds only if
//! the alert and the incident were seen.

mod picture;
mod place;
mod private_session;
mod session;

use std::{
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow};
use astray_tests::{
    Agent, BusMonitor, Cli, Dovecot, Letter, ListedIncident, OWNER, Options, Pki, Seen, Tls, sample_year,
    until_async,
};
use jiff::Timestamp;

use place::Place;
use private_session::PrivateSession;
use session::Session;

const RECIPIENT: &str = "john.smith@army.ml";
const SUBJECT: &str = "Route and timings for Thursday";
/// A first catch-up or the first start of a web view on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

const POLICY: &str = r#"{
  "protected_domains": ["army.mil", "navy.mil", "mod.gov.uk", "northbridge.example"],
  "trusted_domains": [],
  "known_correspondents": [
    {"address": "tom.becker@harbourline.com", "sent": 38, "received": 41},
    {"address": "helen.carter58@gmail.com", "sent": 52, "received": 60}
  ]
}
"#;

/// Whether alert and incident were seen; from then on the demo may be ended at any time.
static SEEN: AtomicBool = AtomicBool::new(false);

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = tokio::select! {
        outcome = run() => outcome,
        _ = tokio::signal::ctrl_c() => {
            if SEEN.load(Ordering::Relaxed) { Ok(()) } else { Err(anyhow!("it was interrupted")) }
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("The demo failed: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let place = Place::fresh()?;
    let pki = Pki::kept(&place.pki_dir())?;
    let dovecot = Dovecot::start_kept(&place.dovecot_dir()?, &pki, Options::default())?;
    let letters = sample_year(Timestamp::now());
    for letter in &letters {
        dovecot.append(letter)?;
    }
    say(&format!(
        "A private mail server holds {} sent messages of {OWNER}.",
        letters.len()
    ));
    place.home.write_policy(POLICY)?;

    match Session::of_person(&place.home)? {
        Some(session) => on_desktop(&place, &session, &dovecot, &pki).await,
        None => {
            let session = PrivateSession::start(&place).await?;
            unattended(&place, &session, &dovecot, &pki).await
        }
    }
}

async fn on_desktop(place: &Place, session: &Session, dovecot: &Dovecot, pki: &Pki) -> Result<()> {
    let cli = Cli::new(session.env().clone());
    let _account = Account::add(&cli, dovecot, pki)?;
    let mut monitor = BusMonitor::start(session.bus()).await?;
    let mut agent = Agent::start(&place.home, session.env(), &[])?;
    caught_up(&cli, &mut monitor).await?;
    stray(dovecot, &mut monitor, &cli).await?;
    say("Look at the notification and the window. Ctrl-C here, or Quit in the tray, ends the demo.");
    while agent.ended().is_none() {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}

async fn unattended(place: &Place, session: &PrivateSession, dovecot: &Dovecot, pki: &Pki) -> Result<()> {
    let cli = Cli::new(session.env().clone());
    cli.add_account(dovecot, pki, Tls::Implicit)?;
    let mut monitor = BusMonitor::start(session.bus()).await?;
    let agent = Agent::start(&place.home, session.env(), &[])?;
    caught_up(&cli, &mut monitor).await?;

    session.await_window().await?;
    session.close_notifications()?;
    session.picture("history").await?;
    session.open_tray_menu().await?;
    session.picture("tray").await?;
    session.close_tray_menu()?;

    let incident = stray(dovecot, &mut monitor, &cli).await?;
    session.picture("notification").await?;
    session.choose_review()?;
    until_async("the incident to be opened", PATIENCE, || async {
        let shown = cli.done(&["incidents", "show", &incident.id.to_string(), "--json"], "")?;
        Ok(shown.contains("\"opened\"").then_some(()))
    })
    .await
    .with_context(|| format!("the agent printed: {}", agent.printed()))?;
    session.picture("incident").await?;
    say(&format!(
        "Pictures are in {}: history, tray, notification, incident (.png).",
        place.dir().display()
    ));
    Ok(())
}

/// Waits until the year's mail has been looked through: the slips in it are recorded together with its end.
async fn caught_up(cli: &Cli, monitor: &mut BusMonitor) -> Result<()> {
    let incidents = until_async("the year's mail to be looked through", PATIENCE, || async {
        Ok(cli.incidents().ok().filter(|incidents| !incidents.is_empty()))
    })
    .await?;
    say(&format!(
        "Astray has looked through them and found {}:",
        incidents.len()
    ));
    for incident in incidents {
        say(&format!(
            "  {} {} (meant: {})",
            incident.sent_at, incident.address, incident.lookalike_of
        ));
    }
    // The old slips make one alert of their own, which is not to be taken for the one that is to come.
    let _ = monitor.next("Astray", Duration::from_secs(5)).await;
    Ok(())
}

/// Sends the one message that goes astray, and waits for alert and incident.
async fn stray(dovecot: &Dovecot, monitor: &mut BusMonitor, cli: &Cli) -> Result<ListedIncident> {
    let sent_at = dovecot.append(&Letter::to(&format!("John Smith <{RECIPIENT}>")).subject(SUBJECT))?;
    say(&format!("A message was sent to {RECIPIENT}."));
    let alert = alert(monitor, sent_at).await?;
    say(&format!(
        "Alert after {} ms: {}\n  {}",
        (alert.at - sent_at).as_millis(),
        alert.title,
        alert.text.replace('\n', "\n  ")
    ));
    let incident = until_async("the incident", PATIENCE, || async {
        Ok(cli
            .incidents()?
            .into_iter()
            .find(|incident| incident.subject == SUBJECT))
    })
    .await?;
    say(&format!(
        "Incident {}: {} was sent to {}.",
        incident.id, incident.subject, incident.address
    ));
    SEEN.store(true, Ordering::Relaxed);
    Ok(incident)
}

async fn alert(monitor: &mut BusMonitor, sent_at: Instant) -> Result<Seen> {
    loop {
        let seen = monitor.next("Astray", PATIENCE).await?;
        // The alert can come before the answer to APPEND has been read, but not that of the catch-up after it.
        if seen.at > sent_at && seen.text.contains(RECIPIENT) {
            return Ok(seen);
        }
    }
}

/// An account whose password is in the person's own keyring: it must not stay there.
struct Account<'a>(&'a Cli);

impl<'a> Account<'a> {
    fn add(cli: &'a Cli, dovecot: &Dovecot, pki: &Pki) -> Result<Self> {
        cli.add_account(dovecot, pki, Tls::Implicit)?;
        Ok(Self(cli))
    }
}

impl Drop for Account<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.0.done(&["account", "remove", "1"], "") {
            say(&format!("The demo's password stays in the keyring: {error:#}"));
        }
    }
}

#[expect(clippy::print_stdout, reason = "the demo tells what it does")]
fn say(line: &str) {
    println!("{line}");
}
