//! A message that was marked or classified: everything stops, over a restart as well, until the security desk says to go on.

use anyhow::{Result, ensure};
use astray_tests::{Environment, axe};

use super::{ENGLISH, Page, SUBJECT, Scene, Theme};

/// The steps that come after, by their names.
const LATER: [&str; 6] = ["harm", "deletion", "report", "resend", "prevention", "close"];

#[tokio::test(flavor = "multi_thread")]
async fn marked_everything_stops_until_the_desk_clears_it() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let (driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.hands.press(&client, ENGLISH.mistake_yes).await?;
    at.hands.choose(&client, "Yes, it was").await?;
    at.hands.press(&client, ENGLISH.step_continue).await?;
    is_stopped(&at).await?;
    axe(&client, "everything stopped").await?;
    scene.kill_window()?;
    drop(driver);

    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    is_stopped(&at).await?;
    at.hands.press(&client, "The security desk says to go on").await?;

    at.says(ENGLISH.harm_money).await?;
    at.hands.choose(&client, ENGLISH.harm_money).await?;
    at.hands.press(&client, ENGLISH.harm_save).await?;
    at.hands.press(&client, ENGLISH.harm_all_done).await?;
    at.hands.press(&client, ENGLISH.deletion_write).await?;
    at.says(ENGLISH.send).await?;
    at.through(scene.postfix_port()).await?;
    at.hands.press(&client, ENGLISH.send).await?;
    scene.arrived("john", "john@army.ml")?;
    client.close().await?;
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

/// That the page says to stop and whom to call, and that no later step has anything that could be pressed.
async fn is_stopped(at: &Page<'_>) -> Result<()> {
    at.says("Stop here").await?;
    for words in ["Security desk", "+44 20 7946 0018", "Don't delete it, forward it"] {
        at.says(words).await?;
    }
    for step in LATER {
        at.unfold(step, "Stopped until your security desk says to go on")
            .await?;
        let inside =
            format!("return document.querySelectorAll('#step-{step} :is(button, input, textarea)').length");
        let count = at.client.execute(&inside, Vec::new()).await?;
        ensure!(count == serde_json::json!(0), "{step} offers {count}");
    }
    at.unfold("marked", "Stop here").await
}
