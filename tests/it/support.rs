//! The support library itself: each private server does what the tests rely on.

use std::{io::ErrorKind, net::TcpStream, process::Command, time::Duration};

use anyhow::{Result, ensure};
use astray_tests::{
    BusMonitor, Certificate, Display, Dovecot, Driver, Home, Keyring, Letter, MailServer as _, Notifications,
    OWNER, Options, Pki, Postfix, Sent, SessionBus, Tls, TrayHost, Unpacked, sample_year, until,
};

const SOON: Duration = Duration::from_secs(5);

#[test]
fn dovecot_takes_a_letter_and_keeps_it_over_a_restart() -> Result<()> {
    let pki = Pki::new()?;
    let mut dovecot = Dovecot::start(&pki)?;
    dovecot.append(&Letter::to("john.smith@army.ml").subject("One"))?;
    dovecot.append(&Letter::to("john.smith@army.mil").subject("Two"))?;
    dovecot.stop()?;
    dovecot.start_again()?;
    let mut client = dovecot.client("alice")?;
    ensure!(
        client.command("EXAMINE Sent")?.contains(&"* 2 EXISTS".to_owned()),
        "both letters are there"
    );
    let list = client.command("LIST (SPECIAL-USE) \"\" *")?.join("\n");
    ensure!(list.contains("\\Sent) \"/\" Sent"), "Sent is marked: {list}");
    Ok(())
}

#[test]
fn dovecot_speaks_tls_with_the_certificate_that_was_asked_for() -> Result<()> {
    let pki = Pki::new()?;
    for (certificate, said) in [
        (Certificate::Good, "Verify return code: 0 (ok)"),
        (Certificate::Expired, "certificate has expired"),
        (Certificate::WrongHost, "hostname mismatch"),
        (Certificate::UnknownCa, "unable to get local issuer certificate"),
    ] {
        let dovecot = Dovecot::start_with(
            &pki,
            Options {
                certificate,
                ..Options::default()
            },
        )?;
        for tls in [Tls::Implicit, Tls::StartTls] {
            let shown = shown_certificate(&pki, dovecot.port(tls), tls)?;
            ensure!(shown.contains(said), "{certificate:?} over {tls:?}: {shown}");
        }
    }
    Ok(())
}

fn shown_certificate(pki: &Pki, port: u16, tls: Tls) -> Result<String> {
    let mut command = Command::new("openssl");
    command.args([
        "s_client",
        "-connect",
        &format!("127.0.0.1:{port}"),
        "-verify_hostname",
        "localhost",
        "-no-CApath",
        "-CAfile",
    ]);
    command.arg(pki.ca_path());
    if tls == Tls::StartTls {
        command.args(["-starttls", "imap"]);
    }
    let output = command.stdin(std::process::Stdio::null()).output()?;
    let printed = [output.stdout, output.stderr].concat();
    let about_it = |line: &&str| line.to_lowercase().contains("verif") || line.contains("verify error");
    Ok(String::from_utf8_lossy(&printed)
        .lines()
        .filter(about_it)
        .collect::<Vec<_>>()
        .join("\n"))
}

#[test]
fn dovecot_can_be_lacking() -> Result<()> {
    let pki = Pki::new()?;
    let start = |options| Dovecot::start_with(&pki, options);
    let capabilities =
        |dovecot: &Dovecot| Ok::<_, anyhow::Error>(dovecot.client("alice")?.command("CAPABILITY")?.join(" "));
    let names = |dovecot: &Dovecot| {
        Ok::<_, anyhow::Error>(dovecot.client("alice")?.command("LIST \"\" *")?.join("\n"))
    };

    let whole = start(Options::default())?;
    ensure!(capabilities(&whole)?.contains(" IDLE"));
    let without_idle = start(Options {
        idle: false,
        ..Options::default()
    })?;
    ensure!(!capabilities(&without_idle)?.contains("IDLE"));

    let unmarked = start(Options {
        sent: Sent::Unmarked("Gesendet"),
        ..Options::default()
    })?;
    ensure!(names(&unmarked)?.contains("Gesendet") && !names(&unmarked)?.contains("\\Sent"));
    let missing = start(Options {
        sent: Sent::Missing,
        ..Options::default()
    })?;
    ensure!(!names(&missing)?.contains("Sent"));

    let without_tls = start(Options {
        tls: false,
        ..Options::default()
    })?;
    let refused = without_tls.client("alice")?.command("STARTTLS");
    ensure!(refused.is_err(), "STARTTLS is refused");
    Ok(())
}

#[test]
fn dovecot_takes_another_password() -> Result<()> {
    let dovecot = Dovecot::start(&Pki::new()?)?;
    drop(dovecot.client("alice")?);
    dovecot.set_password("another")?;
    drop(dovecot.client("alice")?);
    Ok(())
}

#[test]
fn a_year_of_samples_is_whole_and_stays_in_its_year() -> Result<()> {
    let end = jiff::Timestamp::from_second(1_750_000_000)?;
    let letters = sample_year(end);
    ensure!(letters.len() >= 60);
    let dates: Vec<_> = letters.iter().map(|letter| letter.date().timestamp()).collect();
    ensure!(
        dates.is_sorted()
            && dates
                .iter()
                .all(|&date| date < end && end.duration_since(date).as_hours() < 366 * 24)
    );
    let first = String::from_utf8(
        letters
            .into_iter()
            .next()
            .map(|letter| letter.to_bytes())
            .unwrap_or_default(),
    )?;
    ensure!(
        first.contains(&format!("From: Alice Carter <{OWNER}>\r\n")),
        "{first}"
    );
    Ok(())
}

#[tokio::test]
async fn the_notification_server_records_and_answers() -> Result<()> {
    let (home, bus) = (Home::new()?, SessionBus::start()?);
    let server = Notifications::start(&bus).await?;
    let mut monitor = BusMonitor::start(bus.address()).await?;
    let mut command = tokio::process::Command::from(home.env().and(&bus.env()).command("notify-send"));
    command.args([
        "--app-name=Astray",
        "--action=review=Review",
        "--urgency=critical",
        "Title",
        "Text",
    ]);
    let sender = command
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;

    let notice = server.next(SOON).await?;
    ensure!((&*notice.app, &*notice.summary, &*notice.body) == ("Astray", "Title", "Text"));
    ensure!(notice.actions == [("review".to_owned(), "Review".to_owned())]);
    ensure!(
        notice.hints.get("urgency").is_some_and(|urgency| urgency == "2"),
        "{:?}",
        notice.hints
    );
    let seen = monitor.next("Astray", SOON).await?;
    ensure!((&*seen.title, &*seen.text) == ("Title", "Text"));

    server.choose(&notice, "review").await?;
    let output = sender.wait_with_output().await?;
    ensure!(output.stdout == b"review\n", "{output:?}");

    server.leave().await?;
    ensure!(!bus_has(&bus, "org.freedesktop.Notifications").await?);
    server.appear().await?;
    bus.await_name("org.freedesktop.Notifications", SOON).await
}

#[tokio::test]
async fn nothing_starts_by_itself_on_the_private_bus() -> Result<()> {
    let (home, bus) = (Home::new()?, SessionBus::start()?);
    let status = home
        .env()
        .and(&bus.env())
        .command("notify-send")
        .arg("Title")
        .stderr(std::process::Stdio::null())
        .status()?;
    ensure!(!status.success(), "no notification server is there to take it");
    Ok(())
}

#[tokio::test]
async fn the_tray_is_there_for_who_asks() -> Result<()> {
    let bus = SessionBus::start()?;
    let tray = TrayHost::start(&bus).await?;
    bus.await_name("org.kde.StatusNotifierWatcher", SOON).await?;
    ensure!(tray.count().await? == 0);
    tray.leave().await?;
    ensure!(!bus_has(&bus, "org.kde.StatusNotifierWatcher").await?);
    Ok(())
}

#[tokio::test]
async fn the_keyring_keeps_a_secret() -> Result<()> {
    let (home, bus) = (Home::new()?, SessionBus::start()?);
    let env = home.env().and(&bus.env());
    let _keyring = Keyring::start(&home, &env).await?;
    let tool = |arguments: &'static str| {
        let mut command = env.command("sh");
        command.args(["-c", arguments]).output()
    };
    ensure!(
        tool("printf secret | secret-tool store --label=test kind test")?
            .status
            .success()
    );
    ensure!(tool("secret-tool lookup kind test")?.stdout == b"secret");
    Ok(())
}

#[test]
fn two_displays_are_two() -> Result<()> {
    let (one, two) = (Display::start()?, Display::start()?);
    let name = |display: &Display| display.env().get("DISPLAY").map(ToOwned::to_owned);
    ensure!(name(&one) != name(&two));
    let mut command = one.env().and(&Home::new()?.env()).command("xdpyinfo");
    ensure!(command.stdout(std::process::Stdio::null()).status()?.success());
    Ok(())
}

#[test]
fn a_dropped_driver_is_gone() -> Result<()> {
    let (home, display) = (Home::new()?, Display::start()?);
    let driver = Driver::start(&home, &home.env().and(&display.env()))?;
    let address = driver.url().trim_start_matches("http://").to_owned();
    drop(driver);
    until("the end of tauri-driver", SOON, || {
        TcpStream::connect(&address).is_err().then_some(())
    })
}

#[test]
fn a_dropped_server_is_gone() -> Result<()> {
    let pki = Pki::new()?;
    let dovecot = Dovecot::start(&pki)?;
    let postfix = Postfix::start(&pki, &dovecot)?;
    let (cyrus, courier) = (Unpacked::cyrus(&pki)?, Unpacked::courier(&pki)?);
    let kinds = [Tls::Implicit, Tls::StartTls];
    let ports = kinds.map(|tls| {
        [
            dovecot.port(tls),
            postfix.port(tls),
            cyrus.port(tls),
            courier.port(tls),
        ]
    });
    drop((postfix, dovecot, cyrus, courier));
    for port in ports.concat() {
        until(&format!("the end of who listens at {port}"), SOON, || {
            let refused = TcpStream::connect(("127.0.0.1", port)).err()?;
            (refused.kind() == ErrorKind::ConnectionRefused).then_some(())
        })?;
    }
    Ok(())
}

async fn bus_has(bus: &SessionBus, name: &str) -> Result<bool> {
    let bus = zbus::fdo::DBusProxy::new(&bus.connect().await?).await?;
    Ok(bus.name_has_owner(zbus::names::BusName::try_from(name)?).await?)
}
