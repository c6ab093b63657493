//! The window killed between any two steps: the record is what it was, the same step comes next, and nothing is sent twice.

use anyhow::{Context, Result, ensure};
use astray_tests::{Environment, until};
use fantoccini::Client;

use super::{ENGLISH, Page, SUBJECT, Scene, Theme};
use crate::{
    desktop_scene::SOON,
    sending::proxy::{Break, Then, Way, Wire},
};

/// What the user does before the window is killed.
enum Act {
    /// Presses this.
    Press(&'static str),
    /// Chooses the first and presses the second.
    Choose(&'static str, &'static str),
    /// Has the letter of this button shown, and does nothing more.
    Show(&'static str),
    /// Has the letter of this button shown, and sends it to that user at that address.
    Send(&'static str, &'static str, &'static str),
}

/// Every step from the first to the last, and the primary button of what comes next.
const CUTS: [(Act, &str); 12] = [
    (Act::Press(ENGLISH.mistake_yes), ENGLISH.step_continue),
    (
        Act::Choose(ENGLISH.marked_no, ENGLISH.step_continue),
        ENGLISH.harm_save,
    ),
    (
        Act::Choose(ENGLISH.harm_money, ENGLISH.harm_save),
        ENGLISH.harm_all_done,
    ),
    (Act::Press(ENGLISH.harm_all_done), ENGLISH.deletion_write),
    (Act::Show(ENGLISH.deletion_write), ENGLISH.deletion_write),
    (
        Act::Send(ENGLISH.deletion_write, "john", "john@army.ml"),
        ENGLISH.report_write,
    ),
    (Act::Show(ENGLISH.report_write), ENGLISH.report_write),
    (
        Act::Send(ENGLISH.report_write, "bob", "bob@northbridge.example"),
        ENGLISH.resend_write,
    ),
    (
        Act::Send(ENGLISH.resend_write, "john", "john@army.mil"),
        ENGLISH.prevention_done,
    ),
    (Act::Press(ENGLISH.prevention_done), ENGLISH.answer_file),
    (
        Act::Choose(ENGLISH.answer_deleted, ENGLISH.answer_file),
        ENGLISH.close,
    ),
    (
        Act::Choose(ENGLISH.close_reported, ENGLISH.close),
        ENGLISH.all_messages,
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn killed_between_any_two_steps_it_goes_on_where_it_was() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let (mut driver, mut client) = scene.open(&Environment::default()).await?;
    let mut sent = Vec::new();
    for (number, (act, next)) in CUTS.iter().enumerate() {
        let what = || format!("cut {number}, before “{next}”");
        let before = record(&scene)?;
        act.done(&scene, &client).await.with_context(what)?;
        if !matches!(act, Act::Show(_)) {
            until("the record", SOON, || {
                record(&scene).ok().filter(|now| *now != before)
            })
            .with_context(what)?;
        }
        if let Act::Send(_, user, to) = act {
            scene.arrived(user, to).with_context(what)?;
            // The copy in the sent mail is the last that is written of a letter.
            let copies = sent.len() + 1;
            until("the copy", SOON, || {
                let filed = record(&scene).ok()?.matches("letter_filed").count();
                (filed == copies).then_some(())
            })
            .with_context(what)?;
            sent.push((user, to));
        }
        let left = record(&scene)?;
        scene.kill_window()?;
        drop(driver);

        (driver, client) = scene.open(&Environment::default()).await?;
        Page::plain(&client).leads_to(next).await.with_context(what)?;
        ensure!(record(&scene)? == left, "{}: the record is another", what());
        for (user, to) in &sent {
            ensure!(scene.count(user, to)? == 1, "{}: to {to}", what());
        }
    }
    client.close().await?;
    drop(driver);
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_the_server_said_a_word_the_letter_is_as_it_never_was() -> Result<()> {
    let scene = Scene::new(ENGLISH.locale, Theme::Light).await?;
    scene.recorded(SUBJECT)?;
    let silent = Break {
        way: Way::ToClient,
        after: 0,
        then: Then::Silent,
    };
    let wire = Wire::to(scene.postfix_port(), Some(silent))?;
    let (driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.up_to_the_request().await?;
    let before = record(&scene)?;
    at.through(wire.port).await?;
    at.hands.press(&client, ENGLISH.send).await?;
    until("the first word to the server", SOON, || {
        let passed = wire.passed();
        passed.iter().any(|(way, _)| *way == Way::ToServer).then_some(())
    })?;
    scene.kill_window()?;
    drop(driver);
    drop(wire);

    let (_driver, client) = scene.open(&Environment::default()).await?;
    let at = Page::plain(&client);
    at.leads_to(ENGLISH.deletion_write).await?;
    ensure!(
        record(&scene)? == before,
        "nothing went, and nothing is written down"
    );
    at.hands.press(&client, ENGLISH.deletion_write).await?;
    at.says(ENGLISH.send).await?;
    at.through(scene.postfix_port()).await?;
    at.hands.press(&client, ENGLISH.send).await?;
    scene.arrived("john", "john@army.ml")?;
    at.leads_to(ENGLISH.report_write).await?;
    client.close().await?;
    ensure!(scene.count("john", "john@army.ml")? == 1);
    scene.cli.done(&["incidents", "verify"], "").map(drop)
}

impl Act {
    async fn done(&self, scene: &Scene, client: &Client) -> Result<()> {
        let at = Page::plain(client);
        match self {
            Self::Press(button) => at.hands.press(client, button).await,
            Self::Choose(choice, button) => {
                at.hands.choose(client, choice).await?;
                at.hands.press(client, button).await
            }
            Self::Show(write) => {
                at.hands.press(client, write).await?;
                at.leads_to(ENGLISH.send).await
            }
            Self::Send(write, ..) => {
                at.hands.press(client, write).await?;
                at.leads_to(ENGLISH.send).await?;
                at.through(scene.postfix_port()).await?;
                at.hands.press(client, ENGLISH.send).await
            }
        }
    }
}

/// The incident's whole record.
fn record(scene: &Scene) -> Result<String> {
    scene.cli.done(&["incidents", "show", "1", "--json"], "")
}
