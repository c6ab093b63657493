//! `make screens`: a picture of every screen and state of the window, in every look, with an index page.
//!
//! A screen is one row of `list`. The real app is driven on a stage of its own: a desktop session with a home as the row's seed says, and
//! with a mail server and the agent where the seed has them. Each screen in each look has a window of its own, which begins on that home
//! as it was filled, so that nothing of one picture shows in the next. Words in the environment variable `SCREENS` choose rows, those whose
//! names hold one, and words in `LOOKS` choose looks.

mod casebooks;
mod index;
mod list;
mod look;
mod past;
#[path = "../it/seed.rs"]
mod seed;
mod session;
mod stage;
mod step;

use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Result, ensure};
use astray_tests::{Driver, root};

use index::Picture;
use list::Screen;
use look::{LOOKS, Look};
use stage::{Seed, Stage};

/// Screens of one seed that are pictured one after the other on one stage: few enough that two stages at a time end together.
const MOST_ON_A_STAGE: usize = 12;

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
    let begun = Instant::now();
    let dir = root().join("target/screens");
    fs::create_dir_all(&dir)?;
    let screens: Vec<&'static Screen> = chosen("SCREENS", list::all(), |screen| screen.name)?;
    let catalogue = Catalogue {
        looks: chosen("LOOKS", LOOKS.iter(), |look| look.name)?,
        left: RefCell::new(parts(&screens)),
        dir,
        pictures: RefCell::default(),
        failed: RefCell::default(),
    };
    // Two windows at a time: while one waits for its web view, the other draws.
    tokio::join!(catalogue.work(), catalogue.work());
    let mut pictures = catalogue.pictures.into_inner();
    let place = |name: &str| screens.iter().position(|screen| screen.name == name);
    pictures.sort_by_key(|picture| place(picture.screen));
    index::write(&catalogue.dir, &pictures)?;
    say(&format!(
        "{} pictures of {} screens are in {} after {} s",
        pictures.len(),
        screens.len(),
        catalogue.dir.join("index.html").display(),
        begun.elapsed().as_secs()
    ));
    let failed = catalogue.failed.into_inner();
    ensure!(failed.is_empty(), "these are missing:\n{}", failed.join("\n"));
    Ok(())
}

/// Those whose name holds one of the words of that variable; all where it is not set.
fn chosen<T>(
    variable: &str,
    all: impl Iterator<Item = &'static T>,
    name: fn(&T) -> &str,
) -> Result<Vec<&'static T>> {
    let words = std::env::var(variable).unwrap_or_default();
    let is_wanted = |one: &&T| words.is_empty() || words.split(' ').any(|word| name(one).contains(word));
    let chosen: Vec<_> = all.filter(is_wanted).collect();
    ensure!(!chosen.is_empty(), "no name holds a word of {variable}: {words}");
    Ok(chosen)
}

/// Screens that share a stage.
type Part = (Seed, Vec<&'static Screen>);

fn parts(screens: &[&'static Screen]) -> Vec<Part> {
    let of_seed = |seed: Seed| screens.iter().copied().filter(move |screen| screen.seed == seed);
    let mut parts = Vec::new();
    for seed in Seed::ALL {
        let all: Vec<&'static Screen> = of_seed(seed).collect();
        parts.extend(all.chunks(MOST_ON_A_STAGE).map(|some| (seed, some.to_vec())));
    }
    // The last is taken first: the largest.
    parts.sort_by_key(|(_, screens)| screens.len());
    parts
}

struct Catalogue {
    looks: Vec<&'static Look>,
    left: RefCell<Vec<Part>>,
    dir: PathBuf,
    pictures: RefCell<Vec<Picture>>,
    failed: RefCell<Vec<String>>,
}

impl Catalogue {
    /// Takes parts until none is left. What fails is told at the end.
    async fn work(&self) {
        while let Some((seed, screens)) = self.next() {
            if let Err(error) = self.pictured(seed, &screens).await {
                self.note(format!("{seed:?}: {error:#}"));
            }
        }
    }

    fn next(&self) -> Option<Part> {
        self.left.borrow_mut().pop()
    }

    fn note(&self, failed: String) {
        say(&failed);
        self.failed.borrow_mut().push(failed);
    }

    async fn pictured(&self, seed: Seed, screens: &[&'static Screen]) -> Result<()> {
        let mut stage = Stage::set(seed).await?;
        for look in &self.looks {
            let env = look.env(stage.env());
            let driver = Driver::start(stage.home(), &env)?;
            for screen in screens {
                stage.begin(&env).await?;
                let dir: &Path = &self.dir;
                match session::take(&driver, screen, look, &stage.words(), dir).await {
                    Ok(pictures) => self.pictures.borrow_mut().extend(pictures),
                    Err(error) => self.note(format!("{error:#}")),
                }
                stage.end()?;
            }
        }
        Ok(())
    }
}

#[expect(clippy::print_stdout, reason = "it tells where the pictures are")]
fn say(line: &str) {
    println!("{line}");
}
