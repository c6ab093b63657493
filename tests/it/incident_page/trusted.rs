//! “It's right, always”: what the user trusts follows the record, whatever is taken back.

use std::fs;

use anyhow::Result;
use astray_tests::{Driver, until};

use crate::desktop_scene::{SOON, Scene, click, press, shows};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_always_right_is_trusted_as_long_as_the_record_says_so() -> Result<()> {
    let scene = Scene::new().await?;
    scene.astray("Always right")?;
    scene.cli.done(&["watch", "--once"], "")?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    let undo = |text| format!("//li[contains(., '{text}')]//button[contains(., 'Undo')]");
    for (always, said, trusted) in [
        ("Always this domain", "this domain is always right", "\"army.ml\""),
        (
            "Always this address",
            "this address is always right",
            "\"john.smith@army.ml\"",
        ),
    ] {
        shows(&client, "It's a mistake").await?;
        click(&client, "//button[contains(., \"It's right\")]").await?;
        press(&client, always).await?;
        prefers(&scene, trusted, true)?;
        press(&client, "Reopen").await?;
        prefers(&scene, trusted, false)?;
        click(&client, &undo("You opened it again")).await?;
        prefers(&scene, trusted, true)?;
        click(&client, &undo(said)).await?;
        prefers(&scene, trusted, false)?;
    }
    client.close().await?;
    Ok(())
}

/// Waits until the user's choices hold this text, or do no longer.
fn prefers(scene: &Scene, text: &str, is_held: bool) -> Result<()> {
    let path = scene.preferences_path();
    until(&format!("{text} to be trusted: {is_held}"), SOON, || {
        let found = fs::read_to_string(&path).unwrap_or_default();
        (found.contains(text) == is_held).then_some(())
    })
}
