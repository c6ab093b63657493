//! The page of an incident as a test uses it, from step to step.

use anyhow::{Context, Result, ensure};
use astray_tests::{axe, until_async};
use fantoccini::{Client, Locator};

use super::{
    SUBJECT,
    hands::Hands,
    scene::Scene,
    words::{ENGLISH, Words},
};
use crate::desktop_scene::{SOON, into_sight, shows};

/// The page as it is used.
pub(super) struct Page<'a> {
    pub(super) client: &'a Client,
    pub(super) hands: Hands,
    pub(super) words: &'a Words,
}

impl Page<'_> {
    /// From the first question to what was in it.
    pub(super) async fn is_begun(&self) -> Result<()> {
        let (client, hands, words, at) = (self.client, self.hands, self.words, self);
        at.begins(words.mistake_yes).await?;
        hands.press(client, words.mistake_yes).await?;

        at.begins(words.step_continue).await?;
        hands.choose(client, words.marked_no).await?;
        hands.press(client, words.step_continue).await?;

        at.begins(words.harm_save).await?;
        hands.choose(client, words.harm_money).await?;
        hands.press(client, words.harm_save).await?;
        shows(client, words.harm_all_done).await?;
        hands.press(client, words.look_inside).await?;
        shows(client, words.harm_found).await?;
        at.begins(words.harm_all_done).await?;
        hands.press(client, words.harm_all_done).await?;
        Ok(())
    }

    /// The request, the report, and the message again.
    pub(super) async fn writes(&self, scene: &Scene) -> Result<()> {
        let (client, hands, words, at) = (self.client, self.hands, self.words, self);
        at.begins(words.deletion_write).await?;
        hands.press(client, words.deletion_write).await?;
        at.begins(words.send).await?;
        at.through(scene.postfix_port()).await?;
        hands.press(client, words.send).await?;
        let request = scene.arrived("john", "john@army.ml")?;
        ensure!(
            !request.contains(SUBJECT),
            "the request repeats nothing: {request}"
        );

        at.begins(words.report_write).await?;
        hands.press(client, words.report_write).await?;
        at.begins(words.send).await?;
        hands.press(client, words.send).await?;
        let report = scene.arrived("bob", "bob@northbridge.example")?;
        ensure!(report.contains("incident.json"), "{report}");
        ensure!(report.contains("rfc822-headers"), "{report}");
        ensure!(!report.contains(SUBJECT), "the subject is left out: {report}");

        at.begins(words.resend_write).await?;
        hands.press(client, words.resend_write).await?;
        at.begins(words.send).await?;
        hands.press(client, words.send).await?;
        let again = scene.arrived("john", "john@army.mil")?;
        ensure!(
            again.contains(SUBJECT) && again.contains("4111 1111 1111 1111"),
            "{again}"
        );
        Ok(())
    }

    /// What came of it, and the end.
    pub(super) async fn ends(&self) -> Result<()> {
        let (client, hands, words, at) = (self.client, self.hands, self.words, self);
        at.begins(words.prevention_done).await?;
        hands.press(client, words.prevention_done).await?;

        at.begins(words.answer_file).await?;
        hands.choose(client, words.answer_deleted).await?;
        hands.press(client, words.answer_file).await?;

        at.begins(words.close).await?;
        hands.choose(client, words.close_reported).await?;
        hands.press(client, words.close).await?;
        at.begins(words.all_messages).await?;
        Ok(())
    }

    /// Waits for a state of the page by its primary button, and looks whether all can use it.
    pub(super) async fn begins(&self, primary: &str) -> Result<()> {
        self.leads_to(primary).await?;
        axe(self.client, &format!("the page at “{primary}”")).await
    }

    /// Waits until this is the one primary button.
    pub(super) async fn leads_to(&self, primary: &str) -> Result<()> {
        let found = until_async(primary, SOON, || async {
            let script = "return [...document.querySelectorAll('button.primary')].map((one) => one.textContent.replace(/[\u{2066}-\u{2069}]/g, '').trim())";
            let found = self.client.execute(script, Vec::new()).await?;
            let found: Vec<String> = serde_json::from_value(found)?;
            Ok((found == [primary]).then_some(()))
        })
        .await;
        if found.is_err() {
            let text = self.client.find(Locator::Css("body")).await?.text().await?;
            found.with_context(|| format!("the page says: {text}"))?;
        }
        Ok(())
    }

    /// Names the server that letters are handed in to.
    pub(super) async fn through(&self, port: u16) -> Result<()> {
        self.hands.open(self.client, self.words.through).await?;
        self.hands
            .write(self.client, self.words.through_host, "127.0.0.1")
            .await?;
        self.hands
            .write(self.client, self.words.through_port, &port.to_string())
            .await
    }

    pub(super) async fn up_to_the_request(&self) -> Result<()> {
        self.up_to_the_deletion().await?;
        self.hands.press(self.client, self.words.deletion_write).await?;
        shows(self.client, self.words.send).await
    }

    /// A mistake, not marked, with money in it, and dealt with.
    pub(super) async fn up_to_the_deletion(&self) -> Result<()> {
        let (client, hands, words) = (self.client, self.hands, self.words);
        shows(client, words.mistake_yes).await?;
        hands.press(client, words.mistake_yes).await?;
        shows(client, words.marked_no).await?;
        hands.choose(client, words.marked_no).await?;
        hands.press(client, words.step_continue).await?;
        shows(client, words.harm_money).await?;
        hands.choose(client, words.harm_money).await?;
        hands.press(client, words.harm_save).await?;
        hands.press(client, words.harm_all_done).await
    }

    /// The page as it is used by mouse and in English.
    pub(super) const fn plain(client: &Client) -> Page<'_> {
        Page {
            client,
            hands: Hands::Mouse,
            words: &ENGLISH,
        }
    }

    /// Waits until the page says this.
    pub(super) async fn says(&self, text: &str) -> Result<()> {
        if let Err(error) = shows(self.client, text).await {
            let page = self.client.find(Locator::Css("body")).await?.text().await?;
            return Err(error).with_context(|| format!("not “{text}”, but: {page}"));
        }
        Ok(())
    }

    /// Whether the page has a button with these words now.
    pub(super) async fn offers(&self, words: &str) -> Result<bool> {
        let path = format!("//button[contains(., \"{words}\")]");
        Ok(!self.client.find_all(Locator::XPath(&path)).await?.is_empty())
    }

    /// Unfolds a step by its name until it says this. The page goes on to the next step by itself when something was done.
    pub(super) async fn unfold(&self, step: &str, text: &str) -> Result<()> {
        let path = format!("//*[@id='step-{step}'][contains(normalize-space(.), \"{text}\")]");
        let what = format!("“{text}” in {step}");
        let says = until_async(&what, SOON, || async {
            if !self.client.find_all(Locator::XPath(&path)).await?.is_empty() {
                return Ok(Some(()));
            }
            let folded = format!("//button[@data-step='{step}' and @aria-expanded='false']");
            if let Ok(button) = self.client.find(Locator::XPath(&folded)).await {
                let _redrawn = into_sight(self.client, &button).await;
                let _redrawn = button.click().await;
            }
            Ok(None)
        });
        if let Err(error) = says.await {
            let page = self.client.find(Locator::Css("body")).await?.text().await?;
            return Err(error).with_context(|| format!("the page says: {page}"));
        }
        Ok(())
    }
}
