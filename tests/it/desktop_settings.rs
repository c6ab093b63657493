//! Every part of the settings in the real app: for who sees little, reads from right to left, or hears the page.

use anyhow::{Result, ensure};
use astray_tests::{Driver, Theme, axe};
use fantoccini::{Client, Locator};

use crate::desktop_scene::{SOON, Scene};

/// Accounts, domains, alerts, privacy and storage, about and diagnostics.
const PARTS: usize = 5;

#[tokio::test(flavor = "multi_thread")]
async fn every_part_of_the_settings_is_accessible_light_and_dark() -> Result<()> {
    let scene = furnished().await?;
    for (theme, locale) in [(Theme::Light, "C.UTF-8"), (Theme::Dark, "de_DE.UTF-8")] {
        let env = scene.desktop.env().themed(theme).with("LC_ALL", locale);
        let driver = Driver::start(&scene.desktop.home, &env)?;
        let client = driver.session(&["--window", "settings"]).await?;
        for part in 1..=PARTS {
            open(&client, part).await?;
            axe(&client, &format!("part {part} of the settings, {theme:?}")).await?;
        }
        client.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_hold_from_right_to_left_and_with_text_of_twice_the_size() -> Result<()> {
    let scene = furnished().await?;
    let german = scene.desktop.env().with("LC_ALL", "de_DE.UTF-8");
    let driver = Driver::start(&scene.desktop.home, &german)?;
    let client = driver.session(&["--window", "settings"]).await?;
    client.set_window_size(720, 480).await?;
    for (direction, size) in [("ltr", "200%"), ("rtl", "100%"), ("rtl", "200%")] {
        let set = format!(
            "document.documentElement.dir = '{direction}'; document.documentElement.style.fontSize = '{size}'"
        );
        client.execute(&set, Vec::new()).await?;
        for part in 1..=PARTS {
            open(&client, part).await?;
            let wide = client.execute(TOO_WIDE, Vec::new()).await?;
            ensure!(
                wide.as_array().is_some_and(Vec::is_empty),
                "part {part}, {direction}, {size}: {wide}"
            );
        }
    }
    client.close().await?;
    Ok(())
}

/// All that reaches over a side of the window, or is cut off there.
const TOO_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('main *')]
        .filter((part) => !part.closest('svg, .visually-hidden'))
        .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return right > left && (left < -1 || right > width + 1);
        })
        .map((part) => part.outerHTML.slice(0, 120));
";

async fn furnished() -> Result<Scene> {
    let scene = Scene::new().await?;
    let policy = serde_json::json!({
        "organisation": "Ministry of Examples with a rather long name",
        "protected_domains": ["army.mil", "a-very-long-name-of-a-department.example.co.uk"],
        "alerts": { "privacy": true },
    });
    scene.desktop.home.write_policy(&policy.to_string())?;
    scene.prefer(
        r#"{"trusted_addresses": ["john.smith@a-very-long-name-of-a-department.example.co.uk"],
            "alerts": {"quiet_hours": "22:00-07:00"}}"#,
    )?;
    Ok(scene)
}

async fn open(client: &Client, part: usize) -> Result<()> {
    let css = format!("nav li:nth-child({part}) button");
    let button = client
        .wait()
        .at_most(SOON)
        .for_element(Locator::Css(&css))
        .await?;
    button.click().await?;
    let current = format!("nav li:nth-child({part}) [aria-current=page]");
    client
        .wait()
        .at_most(SOON)
        .for_element(Locator::Css(&current))
        .await?;
    // The part is there once it has its heading.
    client
        .wait()
        .at_most(SOON)
        .for_element(Locator::Css(".part h2"))
        .await?;
    Ok(())
}
