//! The real app on a desktop whose text has twice the usual size, in the smallest window, in German with its long words: nothing is cut off.

use anyhow::{Result, ensure};
use astray_tests::{Driver, axe, until_async};
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::desktop_scene::{SOON, Scene};

/// The least size of the window.
const LEAST: (u32, u32) = (720, 480);

/// Accounts, domains, alerts, privacy and storage, about and diagnostics.
const PARTS: usize = 5;

#[tokio::test(flavor = "multi_thread")]
async fn the_history_and_an_incident_hold_with_text_of_twice_the_size() -> Result<()> {
    let scene = Scene::new().await?;
    scene.seed(40)?;
    scene.astray("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen")?;
    scene.cli.done(&["watch", "--once"], "")?;
    let window = Window::on(&scene, "history").await?;
    window.awaits("[data-row]").await?;
    window.holds("the history").await?;
    window.press(".chip button").await?;
    window.holds("the history's filter").await?;
    window.press(".end .signs button:last-child").await?;
    window.holds("the history's export").await?;
    window.client.close().await?;

    let window = Window::on(&scene, "incident/41").await?;
    window.awaits("#step-mistake").await?;
    window.holds("an incident").await?;
    window.press(".buttons button:nth-child(2)").await?;
    window.awaits("#ask").await?;
    window.holds("the question how far it is right").await?;
    window.press("#ask ~ .choices .plain").await?;
    for (step, answer) in [
        ("marked", None),
        ("harm", Some("[value=no]")),
        ("deletion", Some("[value=nothing]")),
    ] {
        if let Some(answer) = answer {
            window.press(answer).await?;
        }
        window.press(".buttons .primary").await?;
        if step == "deletion" {
            window.press(".buttons .primary").await?;
        }
        window.awaits(&format!("#step-{step}")).await?;
        window.holds(&format!("an incident at the step {step}")).await?;
    }
    window.client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_hold_with_text_of_twice_the_size() -> Result<()> {
    let scene = Scene::new().await?;
    scene.prefer(r#"{"alerts": {"quiet_hours": "22:00-07:00"}}"#)?;
    let window = Window::on(&scene, "settings").await?;
    for part in 1..=PARTS {
        window.press(&format!("nav li:nth-child({part}) button")).await?;
        window.awaits(".part h2").await?;
        window.holds(&format!("part {part} of the settings")).await?;
    }
    window.press("nav li:nth-child(1) button").await?;
    window.press(".card .actions button:first-child").await?;
    window.press("details:last-of-type summary").await?;
    window.holds("the form of an account").await?;
    window.client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_welcome_holds_with_text_of_twice_the_size() -> Result<()> {
    let scene = Scene::new().await?;
    let window = Window::on(&scene, "welcome").await?;
    for screen in ["what Astray does", "the first look", "the test notification"] {
        window.awaits("#welcome").await?;
        window.holds(screen).await?;
        window.press("footer button:last-child").await?;
    }
    window.client.close().await?;
    Ok(())
}

/// A window on such a desktop.
struct Window {
    client: Client,
    _driver: Driver,
}

impl Window {
    async fn on(scene: &Scene, route: &str) -> Result<Self> {
        let env = scene.desktop.env().with("LC_ALL", "de_DE.UTF-8");
        // What a desktop's setting for larger text comes to: the screen has twice the dots an inch.
        let env = env.with("GDK_DPI_SCALE", "2");
        let driver = Driver::start(&scene.desktop.home, &env)?;
        let client = driver.session(&["--window", route]).await?;
        client.set_window_size(LEAST.0, LEAST.1).await?;
        until_async("text of twice the size", SOON, || async {
            let width = client.execute("return innerWidth", Vec::new()).await?;
            Ok((width.as_u64() == Some(u64::from(LEAST.0) / 2)).then_some(()))
        })
        .await?;
        Ok(Self {
            client,
            _driver: driver,
        })
    }

    async fn awaits(&self, css: &str) -> Result<()> {
        let found = self.client.wait().at_most(SOON);
        found.for_element(Locator::Css(css)).await?;
        Ok(())
    }

    async fn press(&self, css: &str) -> Result<()> {
        self.awaits(css).await?;
        let press = "document.querySelector(arguments[0]).click()";
        self.client.execute(press, vec![css.into()]).await?;
        Ok(())
    }

    /// Nothing reaches over a side, no words of a control are cut off, the primary button can be pressed, and axe finds nothing.
    async fn holds(&self, what: &str) -> Result<()> {
        let faults = self.client.execute_async(FAULTS, Vec::new()).await?;
        let is_clean = faults.as_array().is_some_and(Vec::is_empty);
        ensure!(is_clean, "{what}: {}", listed(&faults));
        axe(&self.client, what).await
    }
}

fn listed(faults: &Value) -> String {
    let faults = faults.as_array().map(Vec::as_slice).unwrap_or_default();
    let lines = faults.iter().filter_map(Value::as_str);
    lines.fold(String::new(), |all, line| all + "\n  " + line)
}

const FAULTS: &str = "
    const done = arguments[arguments.length - 1];
    const faults = [];
    const named = (part) => part.outerHTML.replace(/\\s+/g, ' ').slice(0, 140);
    const width = document.documentElement.clientWidth;
    const top = document.querySelector('dialog[open]') ?? document.body;
    // What is for the ear alone, and what is cut off by intent with three dots, and whole in a title.
    const isHidden = (part) => {
        for (let one = part; one; one = one.parentElement) {
            const { clipPath, textOverflow } = getComputedStyle(one);
            if (clipPath !== 'none' || textOverflow === 'ellipsis') return true;
        }
        return false;
    };
    for (const part of [document.scrollingElement, ...top.querySelectorAll('*')]) {
        const style = getComputedStyle(part);
        const box = part.getBoundingClientRect();
        if (box.width === 0 || part.closest('svg, option') || isHidden(part)) continue;
        if (box.left < -1 || box.right > width + 1) faults.push(`reaches over a side: ${named(part)}`);
        const isWide = part.scrollWidth > part.clientWidth + 1;
        if (isWide && ['auto', 'scroll'].includes(style.overflowX)) faults.push(`scrolls sideways: ${named(part)}`);
        if (isWide && part.closest('button, summary, label, h1, h2, h3') && style.display !== 'inline')
            faults.push(`is cut off: ${named(part)}`);
    }
    const primary = top.querySelectorAll('.primary');
    if (primary.length > 1) faults.push(`${primary.length} primary buttons`);
    for (const button of primary) {
        button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { left, top, width, height } = button.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        if (!button.contains(there)) faults.push(`cannot be pressed: ${named(button)}`);
    }
    done(faults);
";
