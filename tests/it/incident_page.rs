//! An incident from the notification to its end, in the real app: its steps by mouse and by keyboard, in both languages and themes, with
//! letters that really arrive; and what is left when the window is killed while one is on its way.

mod answers;
mod drafts;
mod hands;
mod not_contacted;
mod scene;
mod stopped;
mod words;

use anyhow::{Context, Result, ensure};
use astray_tests::{Driver, Theme, axe, until_async};
use fantoccini::{Client, Locator};

use crate::{
    desktop_scene::{SOON, shows},
    sending::proxy::{Break, Then, Way, Wire},
};
use hands::Hands;
use scene::Scene;
use words::{ENGLISH, GERMAN, Words};

const SUBJECT: &str = "Badge photos for the visit";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_notification_to_the_end_by_keyboard_alone() -> Result<()> {
    whole(Hands::Keys, &ENGLISH, Theme::Light).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_notification_to_the_end_by_mouse_in_german_and_dark() -> Result<()> {
    whole(Hands::Mouse, &GERMAN, Theme::Dark).await
}

/// A whole incident. Each state of the page is accessible, and has one primary button.
async fn whole(hands: Hands, words: &Words, theme: Theme) -> Result<()> {
    let scene = Scene::new(words.locale, theme).await?;
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let reviewed = async {
        scene.desktop.tray.item(SOON).await?;
        scene.astray(SUBJECT)?;
        let notice = scene.desktop.notifications.next(SOON).await?;
        scene.desktop.notifications.choose(&notice, "review").await
    };
    let (client, ()) = tokio::try_join!(driver.session(&["--hidden"]), reviewed)?;
    let at = Page {
        client: &client,
        hands,
        words,
    };
    at.is_begun().await?;
    at.writes(&scene).await?;
    at.ends().await?;
    client.close().await?;
    let states: Vec<String> = scene.cli.incidents()?.into_iter().map(|one| one.state).collect();
    ensure!(states == ["done"], "{states:?}");
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_a_letter_is_on_its_way_nothing_is_sent_twice() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.astray(SUBJECT)?;
    scene.cli.done(&["watch", "--once"], "")?;
    let hands = Hands::Mouse;

    // Once undisturbed, to learn how many octets the server says.
    let wire = Wire::to(scene.postfix_port(), None)?;
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    let at = Page {
        client: &client,
        hands,
        words: &ENGLISH,
    };
    at.up_to_the_request().await?;
    at.through(wire.port).await?;
    hands.press(&client, ENGLISH.send).await?;
    scene.arrived("john", "john@army.ml")?;
    shows(&client, ENGLISH.report_write).await?;
    // Without its goodbye, which nobody waits for: it may have come or not.
    let passed = wire.passed();
    let last = passed
        .iter()
        .rposition(|(way, octets)| *way == Way::ToClient && *octets > GOODBYE);
    let said: usize = passed
        .iter()
        .take(last.map_or(0, |last| last + 1))
        .filter(|(way, _)| *way == Way::ToClient)
        .map(|(_, octets)| octets)
        .sum();

    // The report is taken, but the server's word that it is never comes, and the window is killed.
    let cut = Break {
        way: Way::ToClient,
        after: said - LAST_WORDS,
        then: Then::Silent,
    };
    let wire = Wire::to(scene.postfix_port(), Some(cut))?;
    hands.press(&client, ENGLISH.report_write).await?;
    shows(&client, ENGLISH.send).await?;
    at.through(wire.port).await?;
    hands.press(&client, ENGLISH.send).await?;
    scene.arrived("bob", "bob@northbridge.example")?;
    scene.kill_window()?;
    drop(driver);
    drop(wire);

    // It is said as it is: nobody knows. Nothing is tried again by itself, and looking repeats nothing.
    let driver = Driver::start(&scene.desktop.home, &scene.env())?;
    let client = driver.session(&["--window", "incident/1"]).await?;
    shows(&client, "Nobody knows whether it was sent to").await?;
    axe(&client, "a letter of which nobody knows").await?;
    hands.press(&client, "Look for it").await?;
    shows(&client, "That does not prove that it was not sent").await?;
    hands.press(&client, "It was sent").await?;
    shows(&client, ENGLISH.resend_write).await?;
    client.close().await?;
    ensure!(scene.count("bob", "bob@northbridge.example")? == 1);
    ensure!(scene.count("john", "john@army.ml")? == 1);
    Ok(())
}

/// A part of the server's last answer, as TLS wraps it.
const LAST_WORDS: usize = 30;

/// Octets of its goodbye at most, as TLS wraps it; its other answers are longer.
const GOODBYE: usize = 45;

/// The page as it is used.
struct Page<'a> {
    client: &'a Client,
    hands: Hands,
    words: &'a Words,
}

impl Page<'_> {
    /// From the first question to what was in it.
    async fn is_begun(&self) -> Result<()> {
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
    async fn writes(&self, scene: &Scene) -> Result<()> {
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
    async fn ends(&self) -> Result<()> {
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
    async fn begins(&self, primary: &str) -> Result<()> {
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
        axe(self.client, &format!("the page at “{primary}”")).await
    }

    /// Names the server that letters are handed in to.
    async fn through(&self, port: u16) -> Result<()> {
        self.hands.open(self.client, self.words.through).await?;
        self.hands
            .write(self.client, self.words.through_host, "127.0.0.1")
            .await?;
        self.hands
            .write(self.client, self.words.through_port, &port.to_string())
            .await
    }

    async fn up_to_the_request(&self) -> Result<()> {
        self.up_to_the_deletion().await?;
        self.hands.press(self.client, self.words.deletion_write).await?;
        shows(self.client, self.words.send).await
    }

    /// A mistake, not marked, with money in it, and dealt with.
    async fn up_to_the_deletion(&self) -> Result<()> {
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
    const fn plain(client: &Client) -> Page<'_> {
        Page {
            client,
            hands: Hands::Mouse,
            words: &ENGLISH,
        }
    }

    /// Waits until the page says this.
    async fn says(&self, text: &str) -> Result<()> {
        if let Err(error) = shows(self.client, text).await {
            let page = self.client.find(Locator::Css("body")).await?.text().await?;
            return Err(error).with_context(|| format!("not “{text}”, but: {page}"));
        }
        Ok(())
    }

    /// Whether the page has a button with these words now.
    async fn offers(&self, words: &str) -> Result<bool> {
        let path = format!("//button[contains(., \"{words}\")]");
        Ok(!self.client.find_all(Locator::XPath(&path)).await?.is_empty())
    }

    /// Unfolds a step by its name until it says this. The page goes on to the next step by itself when something was done.
    async fn unfold(&self, step: &str, text: &str) -> Result<()> {
        let path = format!("//*[@id='step-{step}'][contains(normalize-space(.), \"{text}\")]");
        let what = format!("“{text}” in {step}");
        let says = until_async(&what, SOON, || async {
            if !self.client.find_all(Locator::XPath(&path)).await?.is_empty() {
                return Ok(Some(()));
            }
            let folded = format!("//button[@data-step='{step}' and @aria-expanded='false']");
            if let Ok(button) = self.client.find(Locator::XPath(&folded)).await {
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
