//! An incident from the notification to its end, in the real app: its steps by mouse and by keyboard, in both languages and themes, with
//! letters that really arrive; and what is left when the window is killed while one is on its way.

mod answers;
mod cuts;
mod drafts;
mod hands;
mod not_contacted;
mod page;
mod scene;
mod stopped;
mod trusted;
mod words;

use anyhow::{Result, ensure};
use astray_tests::{Driver, Theme, axe};

use crate::{
    desktop_scene::{SOON, shows},
    sending::proxy::{Break, Then, Way, Wire},
};
use hands::Hands;
use page::Page;
use scene::Scene;
use words::{ENGLISH, GERMAN, Words};

const SUBJECT: &str = "Badge photos for the visit";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_notification_to_the_end_by_keyboard_alone() -> Result<()> {
    whole(Hands::Keys, &ENGLISH, Theme::Light).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_notification_to_the_end_by_mouse_in_german_and_dark() -> Result<()> {
    whole(Hands::Mouse, &GERMAN, Theme::Dark).await
}

/// A whole incident. Each state of the page is accessible, and has one primary button.
async fn whole(hands: Hands, words: &Words, theme: Theme) -> Result<()> {
    let scene = Scene::new(words.locale, theme).await?;
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let reviewed = async {
        scene.desktop.tray.item(SOON).await?;
        scene.astray(SUBJECT)?;
        let notice = scene.desktop.notifications.next(SOON).await?;
        scene.desktop.notifications.choose(&notice, "review").await
    };
    let (client, ()) = tokio::try_join!(driver.session(&["--hidden"]), reviewed)?;
    let at = Page {
        client: &client,
        hands,
        words,
    };
    at.is_begun().await?;
    at.writes(&scene).await?;
    at.ends().await?;
    client.close().await?;
    let states: Vec<String> = scene.cli.incidents()?.into_iter().map(|one| one.state).collect();
    ensure!(states == ["done"], "{states:?}");
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_a_letter_is_on_its_way_nothing_is_sent_twice() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.astray(SUBJECT)?;
    scene.cli.done(&["watch", "--once"], "")?;
    let hands = Hands::Mouse;

    // Once undisturbed, to learn how many octets the server says.
    let wire = Wire::to(scene.postfix_port(), None)?;
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    let at = Page {
        client: &client,
        hands,
        words: &ENGLISH,
    };
    at.up_to_the_request().await?;
    at.through(wire.port).await?;
    hands.press(&client, ENGLISH.send).await?;
    scene.arrived("john", "john@army.ml")?;
    shows(&client, ENGLISH.report_write).await?;
    // Without its goodbye, which nobody waits for: it may have come or not.
    let passed = wire.passed();
    let last = passed
        .iter()
        .rposition(|(way, octets)| *way == Way::ToClient && *octets > GOODBYE);
    let said: usize = passed
        .iter()
        .take(last.map_or(0, |last| last + 1))
        .filter(|(way, _)| *way == Way::ToClient)
        .map(|(_, octets)| octets)
        .sum();

    // The report is taken, but the server's word that it is never comes, and the window is killed.
    let cut = Break {
        way: Way::ToClient,
        after: said - LAST_WORDS,
        then: Then::Silent,
    };
    let wire = Wire::to(scene.postfix_port(), Some(cut))?;
    hands.press(&client, ENGLISH.report_write).await?;
    shows(&client, ENGLISH.send).await?;
    at.through(wire.port).await?;
    hands.press(&client, ENGLISH.send).await?;
    scene.arrived("bob", "bob@northbridge.example")?;
    scene.kill_window()?;
    drop(driver);
    drop(wire);

    // It is said as it is: nobody knows. Nothing is tried again by itself, and looking repeats nothing.
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    shows(&client, "Nobody knows whether it was sent to").await?;
    axe(&client, "a letter of which nobody knows").await?;
    hands.press(&client, "Look for it").await?;
    shows(&client, "That does not prove that it was not sent").await?;
    hands.press(&client, "It was sent").await?;
    shows(&client, ENGLISH.resend_write).await?;
    client.close().await?;
    ensure!(scene.count("bob", "bob@northbridge.example")? == 1);
    ensure!(scene.count("john", "john@army.ml")? == 1);
    Ok(())
}

/// A part of the server's last answer, as TLS wraps it.
const LAST_WORDS: usize = 30;

/// Octets of its goodbye at most, as TLS wraps it; its other answers are longer.
const GOODBYE: usize = 45;
