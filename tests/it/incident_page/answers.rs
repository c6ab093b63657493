//! What comes back: the message itself, an answer, or nothing by the date.

use anyhow::{Context, Result, ensure};
use astray_tests::Environment;

use super::{ENGLISH, Page, SUBJECT, Scene, Theme};

#[tokio::test(flavor = "multi_thread")]
async fn a_returned_message_is_said_and_nobody_is_asked() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let stray = message_id(&scene.fetched("Sent")?)?;
    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.up_to_the_deletion().await?;
    at.hands.press(&client, "Look whether it came back").await?;
    at.says("No answer and no returned message was found").await?;
    scene.deliver(&bounce(&stray))?;
    at.hands.press(&client, "Look whether it came back").await?;
    // The headline's facts, the step, and the timeline.
    at.says("It came back from").await?;
    at.says("nobody got it there").await?;
    at.unfold("deletion", "the message came back, so nobody got it")
        .await?;
    ensure!(!at.offers(ENGLISH.deletion_write).await?);
    client.close().await?;
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_found_and_filed_with_one_press() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = asked(&scene, Page::plain(&client)).await?;
    let request = message_id(&scene.arrived("john", "john@army.ml")?)?;
    at.hands.press(&client, "Look for an answer").await?;
    at.says("No answer and no returned message was found").await?;
    scene.deliver(&answer(&request))?;
    at.hands.press(&client, "Look for an answer").await?;
    at.says("An answer from").await?;
    at.says("john@army.ml").await?;
    at.hands
        .press_within(&client, "An answer from", ENGLISH.answer_deleted)
        .await?;
    at.says("They answered that it is deleted").await?;
    at.unfold("deletion", ENGLISH.answer_deleted).await?;
    // What was filed says which answer it was.
    let step = client
        .find(fantoccini::Locator::Css("#step-deletion"))
        .await?
        .text()
        .await?;
    ensure!(
        step.contains("john@army.ml") && step.contains(ENGLISH.answer_deleted),
        "{step}"
    );
    client.close().await?;
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_date_they_are_reminded_once_and_then_it_is_the_desks() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let (driver, client) = scene.open(&Environment::default()).await?;
    let at = asked(&scene, Page::plain(&client)).await?;
    at.says("They were asked to answer by").await?;
    ensure!(!at.offers("Write the reminder").await?, "not before the date");
    client.close().await?;
    drop(driver);

    let (driver, client) = scene.open(&in_days(5)).await?;
    let at = Page::plain(&client);
    at.unfold("deletion", "The date has passed and no answer was filed")
        .await?;
    at.hands.press(&client, "Write the reminder").await?;
    at.says(ENGLISH.send).await?;
    at.hands.press(&client, ENGLISH.send).await?;
    at.unfold("deletion", "They were asked to answer by").await?;
    ensure!(!at.offers("Write the reminder").await?, "one is enough");
    client.close().await?;
    drop(driver);
    ensure!(scene.count("john", "john@army.ml")? == 2);

    let (_driver, client) = scene.open(&in_days(12)).await?;
    let at = Page::plain(&client);
    at.unfold("deletion", "This is with your security desk from here on")
        .await?;
    for words in ["Write the reminder", ENGLISH.deletion_write] {
        ensure!(!at.offers(words).await?, "{words}");
    }
    client.close().await?;
    ensure!(scene.count("john", "john@army.ml")? == 2);
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

/// Sends the request, and unfolds its step again.
async fn asked<'a>(scene: &Scene, at: Page<'a>) -> Result<Page<'a>> {
    at.up_to_the_request().await?;
    at.through(scene.postfix_port()).await?;
    at.hands.press(at.client, ENGLISH.send).await?;
    at.says(ENGLISH.report_write).await?;
    at.unfold("deletion", "They were asked to answer by").await?;
    Ok(at)
}

/// A window that is opened so many days later; its timers go as always.
fn in_days(days: u32) -> Environment {
    Environment::default()
        .with("LD_PRELOAD", "/usr/$LIB/faketime/libfaketime.so.1")
        .with("FAKETIME", format!("+{days}d"))
        .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
}

/// The Message-ID in a header, without its brackets.
fn message_id(header: &str) -> Result<String> {
    let line = header
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: "))
        .with_context(|| format!("no Message-ID in {header}"))?;
    Ok(line.trim().trim_matches(['<', '>']).to_owned())
}

fn answer(request: &str) -> String {
    format!(
        "From: john@army.ml\nTo: alice.carter@northbridge.example\nSubject: Re: sent in error\n\
         Message-ID: <answer@army.ml>\nIn-Reply-To: <{request}>\nReferences: <{request}>\n\nIt is deleted.\n"
    )
}

/// As Postfix returns a message, RFC 3464.
fn bounce(stray: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.northbridge.example\nTo: alice.carter@northbridge.example\n\
         Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMessage-ID: <{stray}.bounce>\n\
         MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b/1\"\n\n\
         --b/1\n\nI could not deliver it.\n\n--b/1\nContent-Type: message/delivery-status\n\n\
         Reporting-MTA: dns; mx.northbridge.example\n\nFinal-Recipient: rfc822; john@army.ml\nAction: failed\n\
         Status: 5.4.4\n\n--b/1\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{stray}>\nTo: john@army.ml\n\n--b/1--\n"
    )
}
