//! Finding the mail server of an address, with a real name server, web server and mail server of the test's own: who is believed.

mod name_server;
mod refused;
mod scene;
mod submission;
mod web;

use anyhow::{Result, ensure};
use astray_tests::Tls;
use discovery::{Advice, SignIn, UserForm};

use scene::{Scene, config};
use web::Page;

#[test]
fn a_large_provider_is_in_the_table() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("imap.gmail.com");
    let found = scene.find("alice@gmail.com")?;
    scene.check(&found, "Table imap.gmail.com:993 implicit alice@gmail.com")?;
    let best = &found.servers[0];
    ensure!(best.advice == Some(Advice::AppPasswordGoogle), "{best:?}");
    ensure!(best.provider.as_deref() == Some("Google Mail"), "{best:?}");
    // Google takes tokens too; the server of this test does not.
    let password = SignIn {
        password: true,
        oauth: false,
    };
    ensure!(best.sign_in == password, "{best:?}");
    ensure!(!best.asks_first);
    Ok(())
}

#[test]
fn the_domains_own_word_is_believed_before_all_others() -> Result<()> {
    let scene = Scene::new()?;
    for host in [
        "autoconfig.example.org",
        "imap.example.org",
        "post.example.org",
        "imap.gmail.com",
    ] {
        scene.names.here(host);
    }
    scene
        .names
        .service("_imaps._tcp.example.org", 0, 993, "imap.gmail.com");
    scene.names.exchanger("example.org", "aspmx.l.google.com");
    scene.web.put(
        "autoconfig.example.org",
        "/mail/config-v1.1.xml?emailaddress=alice@example.org",
        Page::document(&config("post.example.org", 993, "%EMAILLOCALPART%")),
    );
    let found = scene.find("alice@example.org")?;
    let best = &found.servers[0];
    scene.check(&found, "Autoconfig post.example.org:993 implicit alice")?;
    ensure!(
        best.user_form == UserForm::LocalPart && !best.asks_first,
        "{best:?}"
    );
    Ok(())
}

#[test]
fn what_a_domain_says_with_its_own_certificate_needs_no_question() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("example.org");
    scene.names.here("imap.gmail.com");
    scene.web.put(
        "example.org",
        WELL_KNOWN,
        Page::document(&config("imap.gmail.com", 993, "%EMAILADDRESS%")),
    );
    let found = scene.find("alice@example.org")?;
    let best = &found.servers[0];
    scene.check(&found, "Autoconfig imap.gmail.com:993 implicit alice@example.org")?;
    ensure!(!best.asks_first, "{best:?}");
    // What Google's users must know holds whoever named its server.
    ensure!(best.advice == Some(Advice::AppPasswordGoogle), "{best:?}");
    Ok(())
}

#[test]
fn a_service_record_names_host_and_port() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("post.example.org");
    let (tls, plain) = (
        scene.dovecot.port(Tls::Implicit),
        scene.dovecot.port(Tls::StartTls),
    );
    scene
        .names
        .service("_imap._tcp.example.org", 0, plain, "post.example.org");
    scene
        .names
        .service("_imaps._tcp.example.org", 20, tls, "gone.example.org");
    scene
        .names
        .service("_imaps._tcp.example.org", 10, tls, "post.example.org");
    let found = scene.find("alice@example.org")?;
    let best = &found.servers[0];
    let expected = format!("Srv post.example.org:{tls} implicit alice@example.org");
    scene.check(&found, &expected)?;
    ensure!(!best.asks_first, "{best:?}");
    Ok(())
}

#[test]
fn a_service_record_that_leads_elsewhere_is_asked_about() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("imap.gmail.com");
    scene
        .names
        .service("_imaps._tcp.example.org", 0, 993, "imap.gmail.com");
    let found = scene.find("alice@example.org")?;
    scene.check(&found, "Srv imap.gmail.com:993 implicit alice@example.org")?;
    ensure!(found.servers[0].asks_first, "{found:?}");
    Ok(())
}

#[test]
fn whoever_takes_the_mail_in_is_looked_up_in_the_table_and_asked_about() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("imap.gmail.com");
    scene.names.exchanger("example.org", "mail.example.org");
    scene.names.exchanger("example.org", "alt1.aspmx.l.google.com");
    let found = scene.find("alice@example.org")?;
    scene.check(&found, "Mx imap.gmail.com:993 implicit alice@example.org")?;
    let best = &found.servers[0];
    ensure!(
        best.asks_first && best.provider.as_deref() == Some("Google Mail"),
        "{best:?}"
    );
    Ok(())
}

#[test]
fn a_common_name_is_found_when_nobody_says_anything() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("mail.example.org");
    let found = scene.find("alice@example.org")?;
    let best = &found.servers[0];
    scene.check(
        &found,
        "CommonName mail.example.org:993 implicit alice@example.org",
    )?;
    ensure!(!best.asks_first);
    Ok(())
}

#[test]
fn starttls_is_taken_where_nothing_answers_on_the_port_for_tls() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.options.ports.insert(993, astray_tests::free_port()?);
    scene.names.here("imap.example.org");
    let found = scene.find("alice@example.org")?;
    scene.check(
        &found,
        "CommonName imap.example.org:143 starttls alice@example.org",
    )
}

#[test]
fn a_redirect_that_stays_encrypted_is_followed() -> Result<()> {
    let scene = Scene::new()?;
    scene.names.here("example.org");
    scene.names.here("config.example.org");
    scene.names.here("imap.example.org");
    scene.web.put(
        "example.org",
        WELL_KNOWN,
        Page::redirect("https://config.example.org/mail.xml"),
    );
    scene.web.put(
        "config.example.org",
        "/mail.xml",
        Page::document(&config("imap.example.org", 993, "%EMAILADDRESS%")),
    );
    let found = scene.find("alice@example.org")?;
    scene.check(
        &found,
        "Autoconfig imap.example.org:993 implicit alice@example.org",
    )?;
    Ok(())
}

pub(crate) const WELL_KNOWN: &str = "/.well-known/autoconfig/mail/config-v1.1.xml";
