//! How the page is used: by mouse, or by keyboard alone.

use anyhow::{Context, Result};
use astray_tests::until_async;
use fantoccini::{Client, Locator, elements::Element, key::Key};

use crate::desktop_scene::SOON;

/// Presses of Tab after which what is looked for is not on the page.
const MOST_TABS: usize = 120;

/// What the page is used with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hands {
    Mouse,
    Keys,
}

/// The words of the element that has the keyboard: its own, those of its label, or those of its group's chosen one.
const FOCUSED: &str = r"const one = document.activeElement;
const words = one?.labels?.[0]?.textContent ?? one?.textContent ?? '';
return words.replace(/[\u2066-\u2069]/g, '').trim();";

impl Hands {
    /// Presses the button with these words.
    pub(crate) async fn press(self, client: &Client, words: &str) -> Result<()> {
        match self {
            Self::Mouse => {
                let path =
                    format!("//button[normalize-space(translate(., '\u{2068}\u{2069}', ''))=\"{words}\"]");
                click(client, &path).await
            }
            Self::Keys => {
                self.reach(client, words, false).await?;
                send(client, Key::Enter).await
            }
        }
    }

    /// Presses the button with these words in the group of that name.
    pub(crate) async fn press_within(self, client: &Client, group: &str, words: &str) -> Result<()> {
        let path = format!(
            "//*[@role='group' and contains(@aria-label, \"{group}\")]//button[contains(., \"{words}\")]"
        );
        click(client, &path).await
    }

    /// Chooses a radio button, or ticks a box.
    pub(crate) async fn choose(self, client: &Client, words: &str) -> Result<()> {
        match self {
            Self::Mouse => click(client, &format!("//label[contains(., \"{words}\")]")).await,
            Self::Keys => {
                self.reach(client, words, true).await?;
                let script =
                    "return document.activeElement.type === 'checkbox' || !document.activeElement.checked";
                if client.execute(script, Vec::new()).await? == serde_json::json!(true) {
                    client.active_element().await?.send_keys(" ").await?;
                }
                Ok(())
            }
        }
    }

    /// Unfolds what is folded under these words, where it is not unfolded yet.
    pub(crate) async fn open(self, client: &Client, words: &str) -> Result<()> {
        let path = format!("//details[not(@open)]/summary[contains(., \"{words}\")]");
        if client.find_all(Locator::XPath(&path)).await?.is_empty() {
            return Ok(());
        }
        match self {
            Self::Mouse => click(client, &path).await,
            Self::Keys => {
                self.reach(client, words, false).await?;
                send(client, Key::Enter).await
            }
        }
    }

    /// Writes into the field with that label, in place of what is there.
    pub(crate) async fn write(self, client: &Client, label: &str, text: &str) -> Result<()> {
        if self == Self::Keys {
            self.reach(client, label, false).await?;
        } else {
            click(client, &format!("//label[normalize-space(.)=\"{label}\"]")).await?;
        }
        client
            .execute("document.activeElement.select()", Vec::new())
            .await?;
        Ok(client.active_element().await?.send_keys(text).await?)
    }

    /// Goes on with Tab, and in a group of radio buttons with the arrow, until the keyboard is at these words.
    async fn reach(self, client: &Client, words: &str, is_choice: bool) -> Result<()> {
        for _ in 0..MOST_TABS {
            let found = client.execute(FOCUSED, Vec::new()).await?;
            let found = found.as_str().unwrap_or_default();
            if found == words || (found.starts_with(words) && found.len() < words.len() + 60) {
                return Ok(());
            }
            let is_radio = client
                .execute("return document.activeElement.type === 'radio'", Vec::new())
                .await?;
            let is_in_group =
                is_choice && is_radio == serde_json::json!(true) && in_group(client, words).await?;
            send(client, if is_in_group { Key::Down } else { Key::Tab }).await?;
        }
        anyhow::bail!("the keyboard never comes to “{words}”")
    }
}

/// Whether the radio button that has the keyboard belongs to a group with these words.
async fn in_group(client: &Client, words: &str) -> Result<bool> {
    let script =
        "return document.activeElement.closest('fieldset')?.textContent.includes(arguments[0]) ?? false";
    let found = client.execute(script, vec![words.into()]).await?;
    Ok(found == serde_json::json!(true))
}

async fn send(client: &Client, key: Key) -> Result<()> {
    Ok(client.active_element().await?.send_keys(&key.to_string()).await?)
}

/// Clicks what is there, once it can be clicked: the page may be about to be drawn again.
async fn click(client: &Client, path: &str) -> Result<()> {
    let find = || async {
        let found: Vec<Element> = client.find_all(Locator::XPath(path)).await?;
        let Some(element) = found.into_iter().next() else {
            return Ok(None);
        };
        let is_busy = element.attr("aria-busy").await.ok().flatten().is_some();
        Ok((!is_busy && element.click().await.is_ok()).then_some(()))
    };
    let clicked = until_async(path, SOON, find).await;
    if clicked.is_err() {
        let body = client.find(Locator::Css("body")).await?.text().await?;
        clicked.with_context(|| format!("the page says: {body}"))?;
    }
    Ok(())
}
