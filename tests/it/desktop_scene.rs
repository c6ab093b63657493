//! A desktop session with a mail account, as the tests of the real app find it.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::Result;
use astray_tests::{Cli, Desktop, Dovecot, Home, Letter, Pki, Tls, until_async};
use fantoccini::{Client, Locator, elements::Element};

use crate::seed;

/// Far longer than anything takes.
pub(crate) const SOON: Duration = Duration::from_secs(20);

/// A desktop, a mail server, and an account in the casebook.
pub(crate) struct Scene {
    pub(crate) desktop: Desktop,
    pub(crate) cli: Cli,
    pub(crate) dovecot: Dovecot,
    /// The account names the certificate authority's file in it.
    pki: Pki,
}

impl Scene {
    pub(crate) async fn new() -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        let desktop = Desktop::start().await?;
        desktop
            .home
            .write_policy(&serde_json::json!({ "protected_domains": ["army.mil"] }).to_string())?;
        let cli = Cli::new(desktop.env());
        cli.add_account(&dovecot, &pki, Tls::Implicit)?;
        Ok(Self {
            desktop,
            cli,
            dovecot,
            pki,
        })
    }

    /// The file of the authority that the mail server's certificate is from.
    pub(crate) fn ca_path(&self) -> PathBuf {
        self.pki.ca_path()
    }

    /// Writes what the user chose, in place of what was chosen before.
    pub(crate) fn prefer(&self, json: &str) -> Result<()> {
        let path = self.preferences_path();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, json)?)
    }

    /// Where the user's choices are.
    pub(crate) fn preferences_path(&self) -> PathBuf {
        self.desktop.home.config_dir().join("astray/preferences.json")
    }

    /// Gives the account a past of so many incidents.
    pub(crate) fn seed(&self, count: u32) -> Result<()> {
        seed::incidents(&self.desktop.home.data_dir().join("astray/casebook.db"), count)
    }

    /// Puts a message to a lookalike domain into Sent.
    pub(crate) fn astray(&self, subject: &str) -> Result<Instant> {
        self.dovecot
            .append(&Letter::to("john.smith@army.ml").subject(subject))
    }
}

/// The windows of the app that are open in this home, by their process ids.
pub(crate) fn windows(home: &Home) -> Result<Vec<String>> {
    let home = home.dir().to_string_lossy().into_owned();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let dir = entry?.path();
        let read = |name: &str| {
            let octets = fs::read(dir.join(name)).unwrap_or_default();
            String::from_utf8_lossy(&octets).into_owned()
        };
        let is_ours = read("cmdline").contains("astray\0--window") && read("environ").contains(&home);
        if let Some(id) = dir.file_name().filter(|_| is_ours) {
            found.push(id.to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

/// Waits until the page holds this text.
pub(crate) async fn shows(client: &Client, text: &str) -> Result<()> {
    let path = format!("//*[contains(normalize-space(.), \"{text}\")]");
    client
        .wait()
        .at_most(SOON)
        .for_element(Locator::XPath(&path))
        .await?;
    Ok(())
}

/// Waits until the page does not hold this text any more.
pub(crate) async fn shows_no_more(client: &Client, text: &str) -> Result<()> {
    let path = format!("//*[contains(normalize-space(.), \"{text}\")]");
    until_async(&format!("“{text}” to go"), SOON, || async {
        let found = client.find_all(Locator::XPath(&path)).await?;
        Ok(found.is_empty().then_some(()))
    })
    .await
}

/// Presses the button with this label.
pub(crate) async fn press(client: &Client, label: &str) -> Result<()> {
    click(
        client,
        &format!("//button[contains(normalize-space(.), '{label}')]"),
    )
    .await
}

/// Clicks what this XPath names. A page that is drawn anew between the finding and the clicking is looked at again.
pub(crate) async fn click(client: &Client, path: &str) -> Result<()> {
    until_async(&format!("a click on {path}"), SOON, || async {
        let Ok(found) = client.find(Locator::XPath(path)).await else {
            return Ok(None);
        };
        Ok(found.click().await.ok())
    })
    .await
}

/// Writes into the field that this label names, in place of what is there.
pub(crate) async fn enter(client: &Client, label: &str, text: &str) -> Result<()> {
    let path = format!("//label[contains(., '{label}')]/following::input[1]");
    let field = client
        .wait()
        .at_most(SOON)
        .for_element(Locator::XPath(&path))
        .await?;
    into_sight(client, &field).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

/// Brings into sight what lies below the edge of the page's middle, behind its foot: the driver takes it for seen.
pub(crate) async fn into_sight(client: &Client, element: &Element) -> Result<()> {
    let script = "arguments[0].scrollIntoView({block: 'center'})";
    client
        .execute(script, vec![serde_json::to_value(element)?])
        .await?;
    Ok(())
}
