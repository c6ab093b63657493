//! A letter put among the drafts of a real mailbox: it lies there once, nothing goes by itself, and the user says when it went.

use anyhow::{Result, ensure};
use astray_tests::Environment;

use super::{ENGLISH, Page, SUBJECT, Scene, Theme};

const IN_DRAFTS: &str = "In your drafts, to";

#[tokio::test(flavor = "multi_thread")]
async fn a_request_put_in_drafts_waits_there_until_the_user_sends_it() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let (driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.up_to_the_request().await?;
    at.hands.press(&client, "Put in my drafts").await?;
    // The next step is open by then; the request's own says where it is.
    at.says(ENGLISH.report_write).await?;
    at.unfold("deletion", IN_DRAFTS).await?;
    let drafts = scene.fetched("Drafts")?;
    ensure!(drafts.matches("\nTo: ").count() == 1, "{drafts}");
    ensure!(
        drafts.contains("\\Draft") && drafts.contains("john@army.ml"),
        "{drafts}"
    );
    ensure!(!drafts.contains(SUBJECT), "it repeats nothing: {drafts}");
    scene.kill_window()?;
    drop(driver);

    // After a crash it is neither written nor put there again.
    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.unfold("deletion", IN_DRAFTS).await?;
    ensure!(!at.offers(ENGLISH.deletion_write).await?);
    at.hands.press(&client, "I sent the draft").await?;
    at.unfold("deletion", "They were asked to answer by").await?;
    client.close().await?;
    ensure!(scene.fetched("Drafts")? == drafts, "the drafts are as they were");
    ensure!(
        scene.count("john", "john@army.ml")? == 0,
        "Astray itself sent nothing"
    );
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}
