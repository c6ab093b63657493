//! What a search does not believe, whom it does not wait for, and that nothing of it lasts longer than it may.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use astray_tests::{Certificate, Options};
use discovery::Source;

use super::{
    WELL_KNOWN,
    scene::{Scene, config},
    web::Page,
};

/// What a busy machine may take beyond its time, and what never ends takes longer than.
const SPARE: Duration = Duration::from_secs(5);

#[test]
fn a_server_without_a_good_certificate_is_told_with_the_reason_but_never_good() -> Result<()> {
    for (certificate, words) in [
        (Certificate::Expired, "has expired"),
        (Certificate::WrongHost, "is for another server name"),
        (
            Certificate::UnknownCa,
            "was issued by nobody whom this computer trusts",
        ),
    ] {
        let scene = Scene::with(Options {
            certificate,
            ..Options::default()
        })?;
        scene.names.here("imap.gmail.com");
        let found = scene.find("alice@gmail.com")?;
        let trouble = found.servers[0].trouble.as_ref().map(ToString::to_string);
        ensure!(
            trouble == Some(format!("the certificate of imap.gmail.com {words}")),
            "{found:?}"
        );
        ensure!(found.servers.len() == 1, "{found:?}");
    }
    Ok(())
}

#[test]
fn a_server_without_tls_is_not_found() -> Result<()> {
    let scene = Scene::with(Options {
        tls: false,
        ..Options::default()
    })?;
    scene.names.here("imap.example.org");
    let found = scene.find("alice@example.org")?;
    ensure!(found.servers.is_empty(), "{found:?}");
    Ok(())
}

#[test]
fn a_configuration_that_comes_by_a_bad_way_is_not_believed() -> Result<()> {
    let good = config("imap.gmail.com", 993, "%EMAILADDRESS%");
    for page in [
        Page::redirect("http://example.org/config.xml"),
        Page::redirect("ftp://example.org/config.xml"),
        Page::redirect(&format!("https://example.org{WELL_KNOWN}")), // for ever
        Page::failure(&good),
        Page::document(&format!("{good}{}", " ".repeat(100_000))),
        Page::document("<html><body>There is nothing here.</body></html>"),
    ] {
        let scene = Scene::new()?;
        scene.names.here("example.org");
        scene.names.here("imap.gmail.com");
        scene.names.here("mail.example.org");
        // Whoever asks there without encryption is answered.
        scene.web.put("example.org", "/config.xml", Page::document(&good));
        scene.web.put("example.org", WELL_KNOWN, page);
        let found = scene.find("alice@example.org")?;
        ensure!(
            found
                .servers
                .iter()
                .all(|server| server.source == Source::CommonName),
            "{found:?}"
        );
        ensure!(
            scene.web.asked() <= 5,
            "it is not sent about: {}",
            scene.web.asked()
        );
    }
    Ok(())
}

#[test]
fn a_web_server_whose_certificate_is_bad_is_not_asked() -> Result<()> {
    let scene = Scene::with_web(Certificate::WrongHost)?;
    scene.names.here("example.org");
    scene.names.here("imap.gmail.com");
    scene.web.put(
        "example.org",
        WELL_KNOWN,
        Page::document(&config("imap.gmail.com", 993, "%EMAILADDRESS%")),
    );
    let found = scene.find("alice@example.org")?;
    ensure!(
        found
            .servers
            .iter()
            .all(|server| server.source == Source::CommonName),
        "{found:?}"
    );
    ensure!(scene.web.asked() == 0);
    Ok(())
}

#[test]
fn who_never_answers_ends_neither_the_search_nor_its_time() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.options.search_for = Duration::from_secs(4);
    // A web server that drips, a mail server that never greets, and one that is good.
    scene.names.here("example.org");
    scene.names.here("mail.example.org");
    scene.web.put("example.org", WELL_KNOWN, Page::endless());
    let silent = std::net::TcpListener::bind("127.0.0.1:0")?;
    let port = silent.local_addr()?.port();
    scene.names.here("post.example.org");
    scene
        .names
        .service("_imaps._tcp.example.org", 0, port, "post.example.org");
    let began = Instant::now();
    let found = scene.find("alice@example.org")?;
    let took = began.elapsed();
    ensure!(took < scene.options.search_for + SPARE, "{took:?}");
    scene.check(
        &found,
        "CommonName mail.example.org:993 implicit alice@example.org",
    )?;
    let silent = found.servers.iter().find(|server| server.source == Source::Srv);
    ensure!(silent.is_some_and(|server| server.trouble.is_some()), "{found:?}");
    Ok(())
}

#[test]
fn without_a_name_server_the_table_is_still_told() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.options.search_for = Duration::from_secs(2);
    scene.names.fall_silent();
    let began = Instant::now();
    let found = scene.find("alice@gmail.com")?;
    let took = began.elapsed();
    ensure!(took < scene.options.search_for + SPARE, "{took:?}");
    let [only] = found.servers.as_slice() else {
        anyhow::bail!("{found:?}");
    };
    ensure!(
        only.trouble.is_some() && only.host.to_string() == "imap.gmail.com",
        "{only:?}"
    );
    Ok(())
}

#[test]
fn a_domain_that_nobody_knows_gives_nothing_and_at_once() -> Result<()> {
    let scene = Scene::new()?;
    let began = Instant::now();
    let found = scene.find("alice@example.org")?;
    ensure!(found.servers.is_empty(), "{found:?}");
    ensure!(began.elapsed() < SPARE, "{:?}", began.elapsed());
    Ok(())
}
