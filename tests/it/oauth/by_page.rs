//! By page: the browser comes back to Astray with what the provider gave it, or with something else.

use std::{sync::mpsc, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Certificate, PROVIDER, Pki, Visit};
use oauth::{Cancel, Error, SignIns, Wanted, Web};

use super::scene::Scene;
use crate::discovery::web::Web as WebServer;

#[test]
fn whoever_signs_in_on_the_page_reads_the_mail_with_a_token() -> Result<()> {
    let scene = Scene::new()?;
    let (say, heard) = mpsc::channel();
    let grant = scene.by_page(move |back| Ok(say.send((Visit::see(&back)?, back))?))?;
    let (page, back) = heard.recv()?;
    ensure!(page.contains("Go back to Astray."), "{page}");
    ensure!(
        page.contains("default-src 'none'") && page.contains("Cache-Control: no-store"),
        "{page}"
    );
    ensure!(back.starts_with("http://127.0.0.1:"), "{back}");
    ensure!(
        Visit::see(&back).is_err(),
        "the port is closed once it has served"
    );
    let found = scene.try_token(grant.access_token().clone())?;
    ensure!(found.sent.decoded() == "Sent", "{found:?}");
    astray_tests::until("the server's log", Duration::from_secs(20), || {
        scene.dovecot.log().contains("method=OAUTHBEARER").then_some(())
    })?;
    // The same through the door that the agent uses, from the refresh token alone.
    scene.signed_in()?;
    let token = scene
        .sign_ins
        .access_token(&scene.account()?, PROVIDER, Wanted::Valid, watch::now())?;
    scene.try_token(token)?;
    Ok(())
}

fn refuses(turn: impl FnOnce(String) -> Result<()> + Send + 'static) -> Result<Scene> {
    let scene = Scene::new()?;
    let ended = scene.by_page(turn);
    ensure!(matches!(ended, Err(Error::WrongAnswer(_))), "{ended:?}");
    Ok(scene)
}

#[test]
fn another_state_is_not_looked_at_any_further() -> Result<()> {
    let scene = refuses(|back| {
        let (before, _) = back.split_once("&state=").context("no state")?;
        Visit::see(&format!("{before}&state=AAAAAAAAAAAAAAAAAAAAAA")).map(drop)
    })?;
    scene.nothing_was_given()?;
    let scene = refuses(|back| Visit::see(&format!("{back}&state=again")).map(drop))?;
    scene.nothing_was_given()?;
    let scene = refuses(|back| {
        let (before, _) = back.split_once("?code=").context("no code")?;
        Visit::see(&format!("{before}?error=access_denied")).map(drop)
    })?;
    scene.nothing_was_given()
}

#[test]
fn another_path_is_no_answer() -> Result<()> {
    let scene = refuses(|back| {
        let (_, rest) = back.rsplit_once('/').context("no path")?;
        let (_, query) = rest.split_once('?').context("no query")?;
        let authority = back.split('/').nth(2).context("no authority")?;
        Visit::see(&format!("http://{authority}/?{query}")).map(drop)
    })?;
    scene.nothing_was_given()
}

#[test]
fn a_code_of_another_sign_in_is_worth_nothing() -> Result<()> {
    // One that was used before, and one that another Astray asked for: each is sent with the state of this one.
    for is_used in [true, false] {
        let scene = Scene::new()?;
        let (say, heard) = mpsc::channel();
        let first = scene.by_page(move |back| {
            say.send(back.clone())?;
            match is_used {
                true => Visit::see(&back).map(drop),
                false => Visit::see(&back.replace("code=", "code=x")).map(drop),
            }
        });
        ensure!(first.is_ok() == is_used, "{first:?}");
        let stolen = heard.recv()?;
        let code = stolen
            .split_once("code=")
            .and_then(|(_, rest)| rest.split('&').next())
            .context("no code")?
            .to_owned();
        let ended = scene.by_page(move |back| {
            let (before, rest) = back.split_once("code=").context("no code")?;
            let (_, state) = rest.split_once('&').context("no state")?;
            Visit::see(&format!("{before}code={code}&{state}")).map(drop)
        });
        ensure!(matches!(ended, Err(Error::WrongAnswer(_))), "{ended:?}");
    }
    Ok(())
}

#[test]
fn whoever_says_no_on_the_page_is_told_so() -> Result<()> {
    let scene = Scene::new()?;
    let ended = scene.by_page(|back| {
        let (before, rest) = back.split_once("code=").context("no code")?;
        let (_, state) = rest.split_once('&').context("no state")?;
        Visit::see(&format!("{before}error=access_denied&{state}")).map(drop)
    });
    ensure!(matches!(ended, Err(Error::Declined(_))), "{ended:?}");
    scene.nothing_was_given()
}

#[test]
fn a_token_is_not_given_to_another_server() -> Result<()> {
    let scene = Scene::new()?;
    scene.signed_in()?;
    let asked = scene.provider.asked("token");
    let account = mailbox::Account {
        host: mailbox::Host::parse("imap.evil.example")?,
        ..scene.account()?
    };
    let ended = scene
        .sign_ins
        .access_token(&account, PROVIDER, Wanted::Valid, watch::now());
    ensure!(matches!(ended, Err(Error::ForeignServer { .. })), "{ended:?}");
    ensure!(scene.provider.asked("token") == asked);
    Ok(())
}

#[test]
fn a_provider_whose_certificate_nobody_vouches_for_is_told_nothing() -> Result<()> {
    let (pki, home) = (Pki::new()?, astray_tests::Home::new()?);
    let web = WebServer::start(&pki.leaf_paths(Certificate::Good))?;
    home.write_policy(&format!(
        r#"{{"sign_in_providers": [{{"name": "Far", "client_id": "a", "domains": ["localhost"], "scopes": ["imap"],
            "authorize_url": "https://localhost:{port}/a", "token_url": "https://localhost:{port}/t", "device_url": "https://localhost:{port}/d"}}]}}"#,
        port = web.port
    ))?;
    let sign_ins = SignIns::new(home.policy_path(), home.dir().join("none"), Web::default());
    let provider = sign_ins.provider("Far")?;
    let ask = |web: &Web| oauth::by_code(&provider, web, &Cancel::default(), |_| {});
    let ended = ask(&Web::default());
    ensure!(matches!(ended, Err(Error::Unreachable { .. })), "{ended:?}");
    ensure!(
        web.asked() == 0,
        "nothing was sent before the certificate was known to be good"
    );
    let ended = ask(&Web {
        ca_path: Some(pki.ca_path()),
    });
    ensure!(matches!(ended, Err(Error::Unreachable { .. })), "{ended:?}");
    ensure!(web.asked() == 1, "it is asked where the certificate is good");
    Ok(())
}
