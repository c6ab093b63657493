//! Stage: the desktop session that screens of one seed are pictured in, and what runs in it.

mod mail;
mod mailbox;
mod policies;
mod stalled;

use std::{fs, path::PathBuf, process::Command, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Agent, Desktop, Display, Environment, Home};
use tempfile::TempDir;

use crate::casebooks;
use mailbox::Mailbox;

const SOON: Duration = Duration::from_secs(40);

/// How the tray's entry that pauses the watch begins or ends, in each language.
const PAUSE: [&str; 2] = ["Pause for 1 hour", "1 Stunde anhalten"];

/// What a home holds when the window opens, and what runs beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seed {
    /// Nothing: the first start.
    Nothing,
    /// An account whose mail is all right, and what a user has chosen.
    Account,
    /// An incident at each step.
    Steps,
    /// The same under a policy that leaves little to the user.
    Strict,
    /// A casebook that cannot be read.
    Broken,
    /// Ten thousand incidents.
    Many,
    /// An agent watches a mailbox from which nothing went astray.
    Calm,
    /// An agent watches a mailbox with a year's few slips, and incidents of it at each letter.
    Year,
    /// The same, and the user has paused the watch.
    Paused,
    /// The same, and the server no longer takes the password.
    Refused,
    /// The same, and the server is gone.
    Gone,
    /// The same under a policy that cannot be read.
    Faulty,
    /// The same, and no keyring runs.
    Keyless,
    /// The same on a desktop that shows neither notifications nor icons.
    Bare,
    /// An account that signs in on its provider's page, where the sign-in was withdrawn.
    Withdrawn,
    /// The welcome, while the last year's mail is looked through.
    Looking,
    /// The same, and the server does not answer.
    Unreached,
    /// The welcome, when that is done.
    Looked,
}

impl Seed {
    pub(crate) const ALL: [Self; 18] = [
        Self::Nothing,
        Self::Account,
        Self::Steps,
        Self::Strict,
        Self::Broken,
        Self::Many,
        Self::Calm,
        Self::Year,
        Self::Paused,
        Self::Refused,
        Self::Gone,
        Self::Faulty,
        Self::Keyless,
        Self::Bare,
        Self::Withdrawn,
        Self::Looking,
        Self::Unreached,
        Self::Looked,
    ];

    /// Fills the home; gives the mailbox that is watched from there, if any.
    fn fill(self, desktop: &Desktop) -> Result<Option<Mailbox>> {
        let home = &desktop.home;
        let is_strict = self == Self::Strict;
        home.write_policy(if is_strict {
            policies::STRICT
        } else {
            policies::USUAL
        })?;
        let prefer = |json: &str| {
            let dir = home.config_dir().join("astray");
            fs::create_dir_all(&dir)?;
            fs::write(dir.join("preferences.json"), json)
        };
        match self {
            Self::Nothing => drop(casebooks::empty(home)?),
            Self::Account => {
                drop(casebooks::with_account(home)?);
                prefer(policies::CHOSEN)?;
            }
            Self::Broken => {
                drop(casebooks::empty(home)?);
                fs::write(
                    home.data_dir().join("astray/casebook.db"),
                    "no casebook ".repeat(2000),
                )?;
            }
            Self::Steps | Self::Strict => casebooks::with_steps(home)?,
            Self::Many => casebooks::with_many(home)?,
            Self::Calm => return Mailbox::calm(desktop).map(Some),
            Self::Withdrawn => return Mailbox::withdrawn(desktop).map(Some),
            Self::Unreached => return Mailbox::unreached(desktop).map(Some),
            Self::Looking => return Mailbox::looked_through(desktop).map(Some),
            Self::Year
            | Self::Paused
            | Self::Refused
            | Self::Gone
            | Self::Faulty
            | Self::Keyless
            | Self::Bare
            | Self::Looked => return self.fill_with_a_year(desktop).map(Some),
        }
        Ok(None)
    }

    fn fill_with_a_year(self, desktop: &Desktop) -> Result<Mailbox> {
        let mut mailbox = Mailbox::of_a_year(desktop)?;
        if self == Self::Refused {
            mailbox.refuses()?;
        } else if self == Self::Gone {
            mailbox.goes()?;
        } else if self == Self::Faulty {
            desktop.home.write_policy(policies::FAULTY)?;
        } else if self == Self::Looked {
            mailbox.is_in_welcome(desktop)?;
        }
        Ok(mailbox)
    }
}

/// A desktop session with a home that is as the seed says whenever a screen begins.
pub(crate) struct Stage {
    seed: Seed,
    agent: Option<Agent>,
    mailbox: Option<Mailbox>,
    /// The home's own folders as they were filled.
    kept: TempDir,
    desktop: Desktop,
}

impl Stage {
    /// Starts the session and fills its home.
    pub(crate) async fn set(seed: Seed) -> Result<Self> {
        let mut desktop = Desktop::start_on(Display::start_sized("1680x1080")?).await?;
        if seed == Seed::Bare {
            desktop.tray.leave().await?;
            desktop.notifications.leave().await?;
        }
        let mailbox = seed.fill(&desktop)?;
        if seed == Seed::Keyless {
            desktop.keyring.stop()?;
        }
        let kept = tempfile::Builder::new().prefix("astray-seed-").tempdir()?;
        for (number, dir) in own_dirs(&desktop.home).iter().enumerate() {
            if dir.exists() {
                copy(dir, &kept.path().join(number.to_string()))?;
            }
        }
        Ok(Self {
            seed,
            agent: None,
            mailbox,
            kept,
            desktop,
        })
    }

    /// The session's variables. A page that is to be opened in a browser goes nowhere. The web view draws with OpenGL even where no graphics
    /// processor is: without, one that has nothing new to draw never answers who asks it for a picture.
    pub(crate) fn env(&self) -> Environment {
        let env = self.desktop.env().with("BROWSER", "true");
        env.with("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
    }

    /// The home.
    pub(crate) const fn home(&self) -> &Home {
        &self.desktop.home
    }

    /// What stands in rows for what is known only here.
    pub(crate) fn words(&self) -> Vec<(&'static str, String)> {
        self.mailbox.as_ref().map(Mailbox::words).unwrap_or_default()
    }

    /// Brings the home back to how it was filled, and starts the agent where there is a mailbox to watch.
    pub(crate) async fn begin(&mut self, env: &Environment) -> Result<()> {
        for (number, dir) in own_dirs(&self.desktop.home).iter().enumerate() {
            if dir.exists() {
                fs::remove_dir_all(dir)?;
            }
            let kept = self.kept.path().join(number.to_string());
            if kept.exists() {
                copy(&kept, dir)?;
            }
        }
        if self.mailbox.is_none() {
            return Ok(());
        }
        self.agent = Some(Agent::start(&self.desktop.home, env, &["--hidden"])?);
        if self.seed == Seed::Bare {
            return Ok(());
        }
        let item = self.desktop.tray.item(SOON).await?;
        if self.seed == Seed::Paused {
            let is_pause = |label: &str| PAUSE.contains(&label);
            let menu = item.menu().await?;
            let entry = menu.iter().find(|entry| is_pause(&entry.label));
            item.choose(&entry.context("the watch cannot be paused")?.label)
                .await?;
        }
        Ok(())
    }

    /// Ends what [`Self::begin`] has started.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.agent
            .take()
            .map_or(Ok(()), |mut agent| agent.stop().map(drop))
    }
}

/// What Astray keeps in a home: the record, the choices, its log.
fn own_dirs(home: &Home) -> [PathBuf; 3] {
    [
        home.data_dir().join("astray"),
        home.config_dir(),
        home.state_dir(),
    ]
}

fn copy(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status()?;
    ensure!(copied.success(), "{} cannot be copied", from.display());
    Ok(())
}
