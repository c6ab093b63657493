//! Recipients whom the organisation does not want contacted: nothing is offered that would go to them, and all else goes on.

use anyhow::{Result, ensure};
use astray_tests::Environment;
use serde_json::json;

use super::{ENGLISH, Page, SUBJECT, Scene, Theme};
use crate::desktop_scene::enter;

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_domain_is_not_written_to() -> Result<()> {
    is_not_contacted("hostile_domains", json!(["army.ml"])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_is_to_be_contacted_nobody_is_written_to() -> Result<()> {
    is_not_contacted("do_not_contact", json!(true)).await
}

async fn is_not_contacted(key: &str, value: serde_json::Value) -> Result<()> {
    let rules = serde_json::Map::from_iter([(key.to_owned(), value)]);
    let scene = Scene::with_rules(ENGLISH.locale, Theme::Light, rules).await?;
    scene.recorded(SUBJECT)?;
    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.up_to_the_deletion().await?;
    at.says(ENGLISH.report_write).await?;
    at.unfold("deletion", "Don't contact them. Your security desk decides.")
        .await?;
    ensure!(!at.offers(ENGLISH.deletion_write).await?);

    goes_on(&scene, &at).await?;
    client.close().await?;
    ensure!(scene.count("john", "john@army.ml")? == 0);
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

/// The desk is told all the same; the wrong address cannot be made the right one.
async fn goes_on(scene: &Scene, at: &Page<'_>) -> Result<()> {
    let client = at.client;
    at.unfold("report", "You only report what you know").await?;
    at.hands.press(client, ENGLISH.report_write).await?;
    at.says(ENGLISH.send).await?;
    at.through(scene.postfix_port()).await?;
    at.hands.press(client, ENGLISH.send).await?;
    scene.arrived("bob", "bob@northbridge.example")?;
    at.unfold("resend", "To the right person").await?;
    enter(client, "To the right person", "john@army.ml").await?;
    at.hands.press(client, ENGLISH.resend_write).await?;
    at.says("This is the wrong address again").await?;
    Ok(())
}
