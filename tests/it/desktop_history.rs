//! The history in the real app, with the incidents of years: search, filters, order, weeks, export, keys, and thousands of rows.

use std::{fs, time::Duration};

use anyhow::{Context as _, Result, ensure};
use astray_tests::{Driver, axe, until_async};
use fantoccini::{Client, Locator, key::Key};
use serde_json::Value;

use crate::desktop_scene::{SOON, Scene, click, press, shows};

/// The window on the history of a casebook with so many incidents.
async fn open(count: u32) -> Result<(Scene, Driver, Client)> {
    let scene = Scene::new().await?;
    scene.seed(count)?;
    let driver = Driver::start(&scene.desktop.home, &scene.desktop.env())?;
    let client = driver.session(&["--window", "history"]).await?;
    shows(&client, "Needs you").await?;
    Ok((scene, driver, client))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_is_searched_filtered_and_put_in_order() -> Result<()> {
    let (_scene, _driver, client) = open(300).await?;
    found(&client, 300).await?;

    client.find(Locator::Css("body")).await?.send_keys("/").await?;
    active(&client).await?.send_keys("NAVY priya").await?;
    let rows = until_found(&client, |rows| rows < 300).await?;
    ensure!(rows > 0, "the search finds nothing");
    for text in texts(&client).await? {
        ensure!(text.contains("priya.nair@navy"), "{text}");
    }
    active(&client).await?.send_keys(&Key::Escape.to_string()).await?;
    found(&client, 300).await?;

    press(&client, "State").await?;
    choose(&client, "Not a mistake").await?;
    until_found(&client, |rows| rows < 300).await?;
    press(&client, "Delivery").await?;
    choose(&client, "Bounced").await?;
    shows(&client, "No message fits these filters.").await?;
    axe(&client, "the history without a match").await?;
    press(&client, "Clear all").await?;
    found(&client, 300).await?;

    press(&client, "State").await?;
    choose(&client, "Done").await?;
    until_found(&client, |rows| rows < 300).await?;
    client
        .find(Locator::Css("select"))
        .await?
        .select_by_value("severity")
        .await?;
    shows(&client, "Serious").await?;
    client
        .find(Locator::Css("select"))
        .await?
        .select_by_value("domain")
        .await?;
    until_async("the first domain", SOON, || async {
        let script = "return document.querySelector('h2')?.textContent ?? ''";
        let heading = client.execute(script, Vec::new()).await?;
        let heading = heading.as_str().unwrap_or_default().trim();
        Ok(heading.starts_with("army.ml").then_some(()))
    })
    .await?;
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_of_the_chart_filters_and_is_taken_away_again() -> Result<()> {
    let (_scene, _driver, client) = open(3000).await?;
    let weeks = client.find_all(Locator::Css("figure button")).await?;
    ensure!(weeks.len() == 26);
    let last = weeks.last().context("no week")?;
    let label = last.attr("aria-label").await?.unwrap_or_default();
    last.click().await?;
    let found = until_found(&client, |rows| rows < 3000).await?;
    ensure!(
        label.contains(&format!(": {found} message")),
        "{label}, {found} found"
    );
    axe(&client, "the history of a week").await?;
    // One week back by the keyboard.
    active(&client)
        .await?
        .send_keys(&format!("{}{}", char::from(Key::Left), char::from(Key::Enter)))
        .await?;
    shows(&client, "Remove this filter").await?;
    press(&client, "Remove this filter").await?;
    until_found(&client, |rows| rows == 3000).await?;
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_is_exported_to_the_file_that_the_desktops_dialog_names() -> Result<()> {
    let (scene, _driver, client) = open(40).await?;
    press(&client, "State").await?;
    choose(&client, "Needs you").await?;
    found(&client, 12).await?;
    for (form, ending) in [("Table (CSV)", "csv"), ("Data (JSON)", "json")] {
        let path = scene.desktop.home.dir().join(format!("list.{ending}"));
        press(&client, "Export").await?;
        press(&client, form).await?;
        type_into_dialog(&scene, &path.display().to_string()).await?;
        shows(&client, &format!("list.{ending}")).await?;
        let text = fs::read_to_string(&path)?;
        let incidents = if ending == "csv" {
            text.lines().count() - 1
        } else {
            serde_json::from_str::<Vec<Value>>(&text)?.len()
        };
        ensure!(incidents == 12, "{incidents} incidents in {text}");
    }
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_incidents_are_gone_through_by_keyboard_and_back_is_where_one_was() -> Result<()> {
    let (_scene, _driver, client) = open(10_000).await?;
    found(&client, 10_000).await?;
    let drawn = client.find_all(Locator::Css("[data-row]")).await?.len();
    ensure!(drawn < 100, "{drawn} rows are drawn");

    client.find(Locator::Css("body")).await?.send_keys("?").await?;
    shows(&client, "Go to the search").await?;
    axe(&client, "the keys").await?;
    active(&client).await?.send_keys(&Key::Escape.to_string()).await?;

    let open = "return document.querySelectorAll('dialog').length";
    until_number(&client, "the keys to go", open, |dialogs| dialogs == 0).await?;
    let body = client.find(Locator::Css("body")).await?;
    body.send_keys(&Key::Down.to_string()).await?;
    let first = until_row(&client, |row| row > 0).await?;
    active(&client).await?.send_keys(&Key::Down.to_string()).await?;
    let second = until_row(&client, |row| row != first).await?;
    active(&client).await?.send_keys(&Key::End.to_string()).await?;
    let last = until_row(&client, |row| row != second && row != first).await?;
    ensure!(last == 1, "the last one is the oldest: {last}");
    shows(&client, "(0)").await?;
    let place = scrolled(&client).await?;
    ensure!(place > 100_000, "scrolled to {place}");
    active(&client).await?.send_keys(&Key::Enter.to_string()).await?;
    shows(&client, "All messages").await?;
    client
        .find(Locator::Css("body"))
        .await?
        .send_keys(&Key::Escape.to_string())
        .await?;
    until_row(&client, |row| row == last).await?;
    let back = scrolled(&client).await?;
    ensure!((place - back).abs() < 200, "left at {place}, back at {back}");
    axe(&client, "ten thousand incidents").await?;
    client.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_above_moves_nothing_that_is_in_sight() -> Result<()> {
    let (scene, _driver, client) = open(300).await?;
    found(&client, 300).await?;
    let script = "document.querySelector('main').scrollTop = 6000";
    client.execute(script, Vec::new()).await?;
    let before = until_async("the rows to stand still", SOON, || async {
        let rows = rows_in_sight(&client).await?;
        Ok((rows.len() > 3 && rows == rows_in_sight(&client).await?).then_some(rows))
    })
    .await?;
    scene.astray("One more")?;
    scene.cli.done(&["watch", "--once"], "")?;
    found(&client, 301).await?;
    let after = rows_in_sight(&client).await?;
    ensure!(before == after, "{before:?} became {after:?}");
    client.close().await?;
    Ok(())
}

/// The rows that can be seen whole, by their incidents, each with where it stands, two frames later.
async fn rows_in_sight(client: &Client) -> Result<Vec<(i64, i64)>> {
    let script = "const [done] = arguments, frame = () => new Promise(requestAnimationFrame);
        frame().then(frame).then(() => {
            const { top, bottom } = document.querySelector('main').getBoundingClientRect();
            const rows = [...document.querySelectorAll('[data-row]')].map((row) => [row, row.getBoundingClientRect()]);
            done(rows.filter(([, box]) => box.top > top && box.bottom < bottom)
                .map(([row, box]) => [Number(row.dataset.row), Math.round(box.top)]));
        });";
    Ok(serde_json::from_value(
        client.execute_async(script, Vec::new()).await?,
    )?)
}

/// Waits until the list holds so many rows.
async fn found(client: &Client, count: i64) -> Result<()> {
    until_found(client, |rows| rows == count).await.map(drop)
}

/// Waits until the number of rows in the list is one of these, and gives it.
async fn until_found(client: &Client, is_so: impl Fn(i64) -> bool) -> Result<i64> {
    let script = "return Number(document.querySelector('li[aria-setsize]')?.ariaSetSize ?? 0)";
    until_number(client, "the number of rows", script, is_so).await
}

/// Waits until the keyboard is on a row of one of these incidents, and gives its number.
async fn until_row(client: &Client, is_so: impl Fn(i64) -> bool) -> Result<i64> {
    let script = "return Number(document.activeElement?.dataset.row ?? 0)";
    until_number(client, "the row", script, |row| row > 0 && is_so(row)).await
}

async fn until_number(client: &Client, what: &str, script: &str, is_so: impl Fn(i64) -> bool) -> Result<i64> {
    until_async(what, SOON, || async {
        let number = client
            .execute(script, Vec::new())
            .await?
            .as_i64()
            .unwrap_or_default();
        Ok(is_so(number).then_some(number))
    })
    .await
}

async fn scrolled(client: &Client) -> Result<i64> {
    let scrolled = client
        .execute(
            "return Math.round(document.querySelector('main').scrollTop)",
            Vec::new(),
        )
        .await?;
    scrolled.as_i64().context("no number")
}

/// The texts of the rows that are drawn.
async fn texts(client: &Client) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-row]')].map((row) => row.textContent)";
    Ok(serde_json::from_value(client.execute(script, Vec::new()).await?)?)
}

async fn active(client: &Client) -> Result<fantoccini::elements::Element> {
    Ok(client.active_element().await?)
}

async fn choose(client: &Client, label: &str) -> Result<()> {
    click(
        client,
        &format!("//label[contains(normalize-space(.), '{label}')]/input"),
    )
    .await
}

/// Types a path into the desktop's dialog and confirms it.
async fn type_into_dialog(scene: &Scene, path: &str) -> Result<()> {
    let env = scene.desktop.env();
    let xdotool = |arguments: &[&str]| -> Result<bool> {
        Ok(env.command("xdotool").args(arguments).output()?.status.success())
    };
    until_async("the dialog", SOON, || async {
        Ok(xdotool(&[
            "search",
            "--onlyvisible",
            "--name",
            "Save the list",
            "windowfocus",
        ])?
        .then_some(()))
    })
    .await?;
    // GTK gives the focus to the field for the name once the dialog is drawn.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    xdotool(&["key", "ctrl+a"])?;
    xdotool(&["type", "--delay", "4", path])?;
    xdotool(&["key", "Return"])?;
    Ok(())
}
