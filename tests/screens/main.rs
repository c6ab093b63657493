//! `make screens`: a picture of every screen and state of the window, light and dark, at three sizes, in both languages, with an index page.
//!
//! A screen is one row of `list.rs`. The real app is driven under a screen of its own; a window is opened once for each seed, theme and
//! language, and goes through its rows at every size. Names in the environment variable `SCREENS` choose rows: those that hold one.

mod casebooks;
mod index;
mod list;
#[path = "../it/seed.rs"]
mod seed;

use std::{fs, path::Path, process::ExitCode, time::Duration};

use anyhow::{Context, Result};
use astray_tests::{Desktop, Display, Driver, Environment, Home, Theme, root, until_async};
use fantoccini::{Client, Locator};

use casebooks::Seed;
use index::Picture;
use list::{Do, SCREENS, Screen};

/// The sizes of the window: the least that holds, the usual, a large one.
const SIZES: [(u32, u32); 3] = [(720, 480), (1040, 720), (1600, 1000)];
const THEMES: [(Theme, &str); 2] = [(Theme::Light, "light"), (Theme::Dark, "dark")];
const LANGUAGES: [(&str, &str); 2] = [("en", "en_GB.UTF-8"), ("de", "de_DE.UTF-8")];
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(120);
/// A blinking cursor keeps a page from ever standing still.
const MOST_LOOKS: usize = 8;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("The screens failed: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let dir = root().join("target/screens");
    fs::create_dir_all(&dir)?;
    let wanted = std::env::var("SCREENS").unwrap_or_default();
    let is_wanted =
        |screen: &&Screen| wanted.is_empty() || wanted.split(' ').any(|word| screen.name.contains(word));
    let screens: Vec<&Screen> = SCREENS.iter().filter(is_wanted).collect();
    let mut pictures = Vec::new();
    for seed in Seed::ALL {
        let of_seed: Vec<&&Screen> = screens.iter().filter(|screen| screen.seed == seed).collect();
        if of_seed.is_empty() {
            continue;
        }
        let desktop = Desktop::start_on(Display::start_sized("1680x1080")?).await?;
        casebooks::fill(&desktop.home, seed)?;
        for (theme, theme_name) in THEMES {
            for (language, locale) in LANGUAGES {
                let env = desktop
                    .env()
                    .themed(theme)
                    .with("LC_ALL", locale)
                    .with("LANG", locale);
                for screen in &of_seed {
                    let look = format!("{theme_name}-{language}");
                    pictures.extend(take(&desktop.home, &env, screen, &look, &dir).await?);
                }
            }
        }
    }
    index::write(&dir, &pictures)?;
    say(&format!(
        "{} pictures are in {}",
        pictures.len(),
        dir.join("index.html").display()
    ));
    Ok(())
}

/// Brings the window to a screen, and takes its picture at each size.
async fn take(
    home: &Home,
    env: &Environment,
    screen: &Screen,
    look: &str,
    dir: &Path,
) -> Result<Vec<Picture>> {
    let driver = Driver::start(home, env)?;
    let client = driver.session(&["--window", screen.route]).await?;
    let mut pictures = Vec::new();
    for (width, height) in SIZES {
        client.set_window_rect(0, 0, width, height).await?;
        if pictures.is_empty() {
            for step in screen.steps {
                step.go(&client)
                    .await
                    .with_context(|| format!("on the way to {}", screen.name))?;
            }
        }
        settle(&client, (width, height)).await?;
        let name = format!("{}-{look}-{width}x{height}.png", screen.name);
        fs::write(dir.join(&name), client.screenshot().await?)?;
        pictures.push(Picture {
            group: screen.group(),
            screen: screen.name,
            look: look.to_owned(),
            size: (width, height),
            file: name,
        });
    }
    client.close().await?;
    Ok(pictures)
}

/// Waits until the window has the size, and two pictures of it are the same.
async fn settle(client: &Client, (width, height): (u32, u32)) -> Result<()> {
    let script =
        format!("return Math.abs(innerWidth - {width}) < 40 && Math.abs(innerHeight - {height}) < 80");
    until_async("the window's size", PATIENCE, || async {
        Ok((client.execute(&script, Vec::new()).await? == serde_json::json!(true)).then_some(()))
    })
    .await?;
    let mut before = Vec::new();
    for _ in 0..MOST_LOOKS {
        let now = client.screenshot().await?;
        if now == before {
            break;
        }
        before = now;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

impl Do {
    async fn go(&self, client: &Client) -> Result<()> {
        match self {
            Self::Await(css) => {
                let found = client.wait().at_most(PATIENCE);
                found.for_element(Locator::Css(css)).await.map(drop)?;
            }
            Self::Press(css) => {
                let found = client
                    .wait()
                    .at_most(PATIENCE)
                    .for_element(Locator::Css(css))
                    .await?;
                // By script: what is folded away below the window's edge can be pressed too.
                let element = serde_json::to_value(&found)?;
                client.execute("arguments[0].click()", vec![element]).await?;
            }
            Self::See(css) => {
                let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'start' })";
                client.execute(script, vec![(*css).into()]).await?;
            }
        }
        Ok(())
    }
}

#[expect(clippy::print_stdout, reason = "it tells where the pictures are")]
fn say(line: &str) {
    println!("{line}");
}
