//! Step: something that is done on the way to a screen. Elements are named by CSS, so that a row serves all languages.

use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::{Client, Locator, elements::Element};

const PATIENCE: Duration = Duration::from_secs(40);
const PAUSE: Duration = Duration::from_millis(40);

/// A step on the way to a screen.
#[derive(Debug)]
pub(crate) enum Do {
    /// Wait until it is there.
    Await(&'static str),
    /// Press it. By script: what is folded away below the window's edge can be pressed too.
    Press(&'static str),
    /// Press it where there is one: with large text some things are folded away from the start.
    Try(&'static str),
    /// Write into a field, or choose in a list. `{port}` and `{ca}` stand for the mail server's port and certificate authority.
    Enter(&'static str, &'static str),
    /// Press keys of the keyboard.
    Keys(&'static str),
    /// Bring it into sight, in each size of the window.
    See(&'static str),
}

impl Do {
    /// Does it.
    pub(crate) async fn go(&self, client: &Client, words: &[(&str, String)]) -> Result<()> {
        let did = match self {
            Self::Await(css) => awaited(client, css).await.map(drop),
            Self::Press(css) => run(client, css, "arguments[0].click()", None).await,
            Self::Try(css) => {
                let press = "document.querySelector(arguments[0])?.click()";
                client.execute(press, vec![(*css).into()]).await?;
                Ok(())
            }
            Self::Enter(css, text) => {
                let text = words.iter().fold((*text).to_owned(), |text, (word, value)| {
                    text.replace(word, value)
                });
                run(client, css, ENTER, Some(text)).await
            }
            Self::Keys(keys) => {
                let active = client.active_element().await?;
                Ok(active.send_keys(keys).await?)
            }
            Self::See(css) => {
                let see = "arguments[0].scrollIntoView({ block: 'start', behavior: 'instant' })";
                run(client, css, see, None).await
            }
        };
        did.with_context(|| format!("{self:?}"))
    }
}

/// As the user's keyboard does: the text is there, the page is told, and the field is left.
const ENTER: &str = "const [field, text] = arguments;
    const kind = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(kind, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));";

async fn run(client: &Client, css: &str, script: &str, text: Option<String>) -> Result<()> {
    let element = serde_json::to_value(awaited(client, css).await?)?;
    let arguments = std::iter::once(element).chain(text.map(Into::into)).collect();
    client.execute(script, arguments).await?;
    Ok(())
}

async fn awaited(client: &Client, css: &str) -> Result<Element> {
    let found = client.wait().at_most(PATIENCE).every(PAUSE);
    Ok(found.for_element(Locator::Css(css)).await?)
}
