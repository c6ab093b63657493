//! A desktop for the demo where there is none: screen, window manager, panel, notifications, keyring.

use std::{fs, path::Path, process::Command, time::Duration};

use anyhow::{Context, Result, ensure};
use astray_tests::{Display, Environment, Keyring, Process, SessionBus, until_async};

use crate::{
    picture::{self, Point},
    place::Place,
};

const PANEL: &str = include_str!("xfce4-panel.xml");
const DUNST: &str = include_str!("dunstrc");
const PATIENCE: Duration = Duration::from_secs(30);
/// Somewhere on the newest notification, as dunstrc places it.
const NOTIFICATION: Point = (1060, 80);
const NOWHERE: Point = (20, 780);

/// A private desktop. Its parts end in the order in which they stand here.
pub(crate) struct PrivateSession {
    _programs: Vec<Process>,
    _keyring: Keyring,
    env: Environment,
    bus: SessionBus,
    _display: Display,
    pictures_dir: std::path::PathBuf,
}

impl PrivateSession {
    pub(crate) async fn start(place: &Place) -> Result<Self> {
        let (bus, display, home) = (SessionBus::start()?, Display::start()?, &place.home);
        let env = home
            .env()
            .and(&bus.env())
            .and(&display.env())
            .with("XDG_CURRENT_DESKTOP", "XFCE");
        let keyring = Keyring::start(home, &env).await?;

        let settings_dir = home.config_dir().join("xfce4/xfconf/xfce-perchannel-xml");
        fs::create_dir_all(&settings_dir)?;
        fs::write(settings_dir.join("xfce4-panel.xml"), PANEL)?;
        let dunst_path = home.config_dir().join("dunstrc");
        let icons_dir = astray_tests::root().join("icons");
        fs::write(
            &dunst_path,
            DUNST.replace("@icons@", &icons_dir.to_string_lossy()),
        )?;

        let mut programs = Vec::new();
        let mut start = |name: &str, command: &mut Command| -> Result<()> {
            programs.push(Process::spawn(name, command, &home.log_dir())?);
            Ok(())
        };
        start(
            "background",
            env.command("display")
                .args(["-window", "root", "-size", "1280x800", "xc:#5b6b78"]),
        )?;
        start("openbox", &mut env.command("openbox"))?;
        start("xfconfd", &mut env.command(xfconfd()?))?;
        bus.await_name("org.xfce.Xfconf", PATIENCE).await?;
        start(
            "xfce4-panel",
            env.command("xfce4-panel").arg("--disable-wm-check"),
        )?;
        start("dunst", env.command("dunst").arg("-conf").arg(&dunst_path))?;
        bus.await_name("org.freedesktop.Notifications", PATIENCE).await?;
        bus.await_name("org.kde.StatusNotifierWatcher", PATIENCE).await?;
        let pictures_dir = place.dir().to_owned();
        Ok(Self {
            _programs: programs,
            _keyring: keyring,
            env,
            bus,
            _display: display,
            pictures_dir,
        })
    }

    pub(crate) const fn env(&self) -> &Environment {
        &self.env
    }

    pub(crate) fn bus(&self) -> &str {
        self.bus.address()
    }

    /// Waits until Astray's window is on the screen, and puts it where the pictures want it.
    pub(crate) async fn await_window(&self) -> Result<()> {
        let search = || {
            self.env
                .command("xdotool")
                .args(["search", "--onlyvisible", "--class", "astray"])
                .output()
        };
        let id = until_async("Astray's window", PATIENCE, || async {
            let found = String::from_utf8(search()?.stdout)?;
            Ok(found.lines().next().map(str::to_owned))
        })
        .await?;
        self.run("xdotool", &["windowmove", &id, "120", "44"])
    }

    pub(crate) fn close_notifications(&self) -> Result<()> {
        self.run("dunstctl", &["close-all"])
    }

    /// Clicks Astray's icon in the panel.
    pub(crate) async fn open_tray_menu(&self) -> Result<()> {
        let icon = until_async("Astray's icon in the panel", PATIENCE, || async {
            picture::find_icon(&self.env)
        })
        .await?;
        self.click(icon)
    }

    pub(crate) fn close_tray_menu(&self) -> Result<()> {
        self.run("xdotool", &["key", "Escape"])?;
        self.click(NOWHERE)
    }

    /// Clicks the notification, which is its action Review.
    pub(crate) fn choose_review(&self) -> Result<()> {
        self.click(NOTIFICATION)?;
        // Where the pointer rests, the window that opens there would show a tip.
        self.run(
            "xdotool",
            &["mousemove", &NOWHERE.0.to_string(), &NOWHERE.1.to_string()],
        )
    }

    /// Saves a picture of the screen when nothing on it moves.
    pub(crate) async fn picture(&self, name: &str) -> Result<()> {
        picture::take(&self.env, &Path::join(&self.pictures_dir, format!("{name}.png"))).await
    }

    fn click(&self, (x, y): Point) -> Result<()> {
        self.run(
            "xdotool",
            &["mousemove", &x.to_string(), &y.to_string(), "click", "1"],
        )
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let status = self
            .env
            .command(program)
            .args(arguments)
            .status()
            .with_context(|| format!("{program} cannot be run"))?;
        ensure!(status.success(), "{program} {arguments:?}: {status}");
        Ok(())
    }
}

/// Where Debian keeps the panel's settings service: the bus would start it, but the private bus starts nothing by itself.
fn xfconfd() -> Result<String> {
    let service = fs::read_to_string("/usr/share/dbus-1/services/org.xfce.Xfconf.service")
        .context("xfconf is missing")?;
    let program = service.lines().find_map(|line| line.strip_prefix("Exec="));
    Ok(program.context("xfconf's service names no program")?.to_owned())
}
