//! The report that a user copies for whoever helps, made by the real app of somebody with much to hide: nothing of it stands there.

use std::fs;

use anyhow::{Context, Result, ensure};
use astray_tests::{Driver, Letter, OWNER};
use fantoccini::{Client, Locator};

use crate::desktop_scene::{SOON, Scene, click, shows};

/// What may stand nowhere in a report, in any case of letters.
const SECRETS: [&str; 18] = [
    "canary",
    "bob",
    "robert",
    "alice",
    "carter",
    "northbridge",
    "john",
    "army",
    "localhost",
    "127.0.0.1",
    "4711081542",
    "jörg",
    "o'hara",
    "geheim",
    "quarterly",
    ".pem",
    "@",
    "/tmp",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_report_names_nobody_and_nothing() -> Result<()> {
    let scene = hostile().await?;
    for (locale, makes, refused) in [
        ("C.UTF-8", "Make the report", "did not accept the user name …"),
        ("de_DE.UTF-8", "Bericht erstellen", "nicht angenommen"),
    ] {
        let env = scene.desktop.env().with("LC_ALL", locale);
        let mut agent = astray_tests::Agent::start(&scene.desktop.home, &env, &["--hidden"])?;
        let driver = Driver::start(&scene.desktop.home, &env)?;
        let client = driver.session(&["--window", "settings"]).await?;
        // Every account has its trouble, and so has the policy.
        for trouble in [
            "4711081542",
            "nowhere.canary.invalid",
            "canary folder",
            "Geheim/J",
        ] {
            if let Err(error) = shows(&client, trouble).await {
                let page = client.find(Locator::Css("body")).await?.text().await?;
                return Err(error).with_context(|| format!("{trouble} is not in: {page}"));
            }
        }
        client
            .find(Locator::Css("nav li:nth-child(5) button"))
            .await?
            .click()
            .await?;
        click(&client, &format!("//button[contains(., '{makes}')]")).await?;
        let report = text(&client).await?;
        let lower = report.to_lowercase();
        let home = scene.desktop.home.dir().to_string_lossy().into_owned();
        for secret in SECRETS.into_iter().chain([home.as_str(), OWNER]) {
            ensure!(
                !lower.contains(&secret.to_lowercase()),
                "“{secret}” stands in: {report}"
            );
        }
        ensure!(report.contains(refused), "it says what is wrong: {report}");
        ensure!(report.lines().count() > 12, "of each account: {report}");
        client.close().await?;
        agent.stop()?;
    }
    Ok(())
}

/// Accounts whose every field is somebody's, each with a trouble that names it; incidents; and a policy that cannot be used.
async fn hostile() -> Result<Scene> {
    let scene = Scene::new().await?;
    let letter = Letter::to("john.o'hara@army.ml").subject("Quarterly canary figures for Jörg");
    scene.dovecot.append(&letter)?;
    scene.cli.done(&["watch", "--once"], "")?;
    ensure!(scene.cli.incidents()?.len() == 1);
    let ca = scene.desktop.home.dir().join("canary folder");
    fs::create_dir(&ca)?;
    let (good, bad) = (scene.ca_path(), ca.join("Jörg's own.pem"));
    fs::write(&bad, "no certificate")?;
    let port = scene.dovecot.port(astray_tests::Tls::Implicit).to_string();
    let [good, bad] = [&good, &bad].map(|path| path.to_string_lossy().into_owned());
    for (address, user, host, ca, also) in [
        ("jörg@canary-one.example", "4711081542", "localhost", &good, None),
        (
            "o'hara+geheim@canary-two.example",
            "canary",
            "nowhere.canary.invalid",
            &good,
            None,
        ),
        ("canary@canary-three.example", "password", "localhost", &bad, None),
        (
            "robert@canary-four.example",
            "bob",
            "127.0.0.1",
            &good,
            Some("Geheim/J&APY-rg"),
        ),
    ] {
        let mut arguments = vec![
            "account",
            "add",
            "--address",
            address,
            "--user",
            user,
            "--host",
            host,
            "--port",
            &port,
            "--tls",
            "implicit",
            "--ca-file",
            ca,
        ];
        arguments.extend(also.into_iter().flat_map(|mailbox| ["--also-watch", mailbox]));
        scene
            .cli
            .done(&arguments, &format!("{}\n", astray_tests::PASSWORD))?;
    }
    scene
        .desktop
        .home
        .write_policy(r#"{"organisation": "Canary", "protected_domains": ["canary..geheim"]}"#)?;
    Ok(scene)
}

async fn text(client: &Client) -> Result<String> {
    let area = client
        .wait()
        .at_most(SOON)
        .for_element(Locator::Css("textarea"))
        .await?;
    area.prop("value").await?.context("the report is empty")
}
