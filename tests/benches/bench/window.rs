//! The window over ten thousand incidents: how soon it shows them, how fast it searches, how smoothly it scrolls, and what it holds.

use std::{
    fs,
    io::Write as _,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Cli, Desktop, Dovecot, Driver, Pki, Tls, binary, root, until_async};
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde_json::Value;

use crate::{cost::Cost, say, seed};

const INCIDENTS: u32 = 10_000;
const STARTS: usize = 7;
const PATIENCE: Duration = Duration::from_secs(60);
/// Typed letter by letter; each takes some incidents away.
const SEARCH: &str = "priya.nair navy spring";

/// Where the window is opened: a desktop whose account has a past of so many incidents.
struct Place {
    desktop: Desktop,
    has_incidents: bool,
    _dovecot: Dovecot,
    _pki: Pki,
}

impl Place {
    async fn new(incidents: u32) -> Result<Self> {
        let pki = Pki::new()?;
        let dovecot = Dovecot::start(&pki)?;
        let desktop = Desktop::start().await?;
        Cli::new(desktop.env()).add_account(&dovecot, &pki, Tls::Implicit)?;
        if incidents > 0 {
            seed::incidents(&desktop.home.data_dir().join("astray/casebook.db"), incidents)?;
        }
        Ok(Self {
            desktop,
            has_incidents: incidents > 0,
            _dovecot: dovecot,
            _pki: pki,
        })
    }
}

pub(crate) async fn measure() -> Result<()> {
    bundle()?;
    let (empty, full) = (Place::new(0).await?, Place::new(INCIDENTS).await?);
    let (mut without, mut with, mut memory) = (Vec::new(), Vec::new(), [0.0, 0.0]);
    for _ in 0..STARTS {
        let started = start(&empty).await?;
        without.push(started.content_ms);
        memory[0] = started.mebibytes;
        started.close().await?;
        let started = start(&full).await?;
        with.push(started.content_ms);
        memory[1] = started.mebibytes;
        started.close().await?;
    }
    let (without, with) = (median(without), median(with));
    say(&format!(
        "From the window's start to its first content, {INCIDENTS} incidents: {with:.0} ms (goal: 500)\n  \
         baseline, the same window without an incident: {without:.0} ms; ratio {:.2}",
        with / without
    ));
    say(&format!(
        "Memory (PSS) of the window with its web view, {INCIDENTS} incidents: {:.1} MiB; without an incident: {:.1} MiB",
        memory[1], memory[0]
    ));
    let started = start(&full).await?;
    search(&started.client).await?;
    scroll(&started.client).await?;
    started.close().await
}

/// What the window's pages weigh.
fn bundle() -> Result<()> {
    let mut octets = 0;
    for file in fs::read_dir(root().join("ui/dist/assets"))? {
        let path = file?.path();
        if path
            .extension()
            .is_some_and(|ending| ending == "js" || ending == "css")
        {
            octets += gzipped(&fs::read(&path)?)?;
        }
    }
    let kilobytes = octets as f64 / 1000.0;
    say(&format!(
        "The window's pages, gzipped: {kilobytes:.1} kB (goal: 120)"
    ));
    Ok(())
}

fn gzipped(text: &[u8]) -> Result<usize> {
    let mut gzip = Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = gzip.stdin.take().context("gzip takes nothing")?;
    let text = text.to_owned();
    let writing = std::thread::spawn(move || input.write_all(&text));
    let output = gzip.wait_with_output()?;
    writing
        .join()
        .map_err(|_| anyhow::anyhow!("a thread panicked"))??;
    Ok(output.stdout.len())
}

/// A window that shows its first content.
struct Started {
    client: Client,
    content_ms: f64,
    mebibytes: f64,
    _driver: Driver,
}

impl Started {
    async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }
}

/// Opens the window and waits for its first content. The page marks when that was drawn, the system when the process began.
async fn start(place: &Place) -> Result<Started> {
    let driver = Driver::start(&place.desktop.home, &place.desktop.env())?;
    let client = driver.session(&["--window", "history"]).await?;
    let script = "const [mark] = performance.getEntriesByName('content'); return mark ? performance.timeOrigin + mark.startTime : 0";
    let at = until_async("the first content", PATIENCE, || async {
        let at = client
            .execute(script, Vec::new())
            .await?
            .as_f64()
            .unwrap_or_default();
        Ok((at > 0.0).then_some(at))
    })
    .await?;
    let rows = client.find_all(Locator::Css("[data-row] bdi")).await?.len();
    ensure!(
        rows > 0 || !place.has_incidents,
        "there is no row in what was drawn"
    );
    let process = window(&place.desktop.home.dir().display().to_string())?;
    Ok(Started {
        content_ms: at - Cost::started_at_ms(process)?,
        mebibytes: Cost::of_family(process)?,
        client,
        _driver: driver,
    })
}

/// The process of the window that belongs to this home: the last one that began, for the one before may still be ending.
fn window(home: &str) -> Result<u32> {
    let program = binary("astray")?;
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let dir = entry?.path();
        let is_it = fs::read_link(dir.join("exe")).is_ok_and(|exe| exe == program)
            && fs::read(dir.join("environ")).is_ok_and(|env| String::from_utf8_lossy(&env).contains(home));
        if is_it {
            let name = dir.file_name().context("no name")?.to_string_lossy().into_owned();
            let process = name.parse()?;
            found.push((Cost::started_at_ms(process)?, process));
        }
    }
    let last = found.into_iter().max_by(|(a, _), (b, _)| a.total_cmp(b));
    last.map(|(_, process)| process)
        .context("the window's process is gone")
}

/// From each letter typed to the frame that shows what it found.
async fn search(client: &Client) -> Result<()> {
    const TYPE: &str = "const [text, done] = arguments; (async () => {
        const box = document.querySelector('input[type=search]'), times = [];
        const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        for (let length = 1; length <= text.length; length += 1) {
            const start = performance.now();
            performance.clearMarks('content');
            box.value = text.slice(0, length);
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
            let drawn;
            while (!([drawn] = performance.getEntriesByName('content'), drawn)) await frame();
            times.push(drawn.startTime - start);
        }
        done(times);
    })().catch((error) => done(String(error)));";
    let times = client.execute_async(TYPE, vec![Value::from(SEARCH)]).await?;
    let mut times: Vec<f64> = serde_json::from_value(times)?;
    times.sort_by(f64::total_cmp);
    let worst = times.last().copied().unwrap_or_default();
    // What a page takes for a letter that changes nothing: one frame.
    const NOTHING: &str = "const done = arguments[0], start = performance.now();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));";
    let mut frames = Vec::new();
    for _ in 0..times.len() {
        frames.push(
            client
                .execute_async(NOTHING, Vec::new())
                .await?
                .as_f64()
                .context("no time")?,
        );
    }
    let (median, frame) = (median(times), median(frames));
    say(&format!(
        "A letter of a search over {INCIDENTS} incidents, until its answer is drawn: median {median:.0} ms, worst {worst:.0} ms (goal: 50)\n  \
         baseline, one empty frame: {frame:.0} ms; ratio {:.2}",
        median / frame
    ));
    let cleared = client.find(Locator::Css("input[type=search]")).await?;
    cleared.clear().await?;
    Ok(())
}

#[derive(Deserialize)]
struct Frames {
    median: f64,
    late: f64,
}

/// Two seconds of scrolling through all rows, beside as long a page of plain blocks.
async fn scroll(client: &Client) -> Result<()> {
    const SCROLL: &str = "const [bare, done] = arguments; (async () => {
        let list = document.querySelector('main');
        if (bare) {
            list = document.createElement('div');
            list.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:9;background:white';
            const tall = document.createElement('div');
            tall.style.cssText = 'height:650000px;background:repeating-linear-gradient(#fff 0 64px, #ccc 64px 65px)';
            list.append(tall);
            document.body.append(list);
        }
        const gaps = [];
        let last = await new Promise(requestAnimationFrame);
        for (let frame = 0; frame < 120; frame += 1) {
            list.scrollTop += 195;
            const now = await new Promise(requestAnimationFrame);
            gaps.push(now - last);
            last = now;
        }
        if (bare) list.remove();
        gaps.sort((a, b) => a - b);
        done({ median: gaps[60], late: gaps.filter((gap) => gap > 25).length / gaps.length });
    })().catch((error) => done(String(error)));";
    let mut outcomes = Vec::new();
    for bare in [false, true] {
        let frames = client.execute_async(SCROLL, vec![Value::from(bare)]).await?;
        outcomes.push(serde_json::from_value::<Frames>(frames)?);
    }
    let [list, bare] = outcomes.as_slice() else {
        anyhow::bail!("two were measured");
    };
    ensure!(list.median > 0.0 && bare.median > 0.0);
    say(&format!(
        "Scrolling through {INCIDENTS} incidents, three rows a frame: {:.0} frames a second, {:.0} % of them late (goal: 60)\n  \
         baseline, a page of plain blocks as long: {:.0} frames a second, {:.0} % late",
        1000.0 / list.median,
        100.0 * list.late,
        1000.0 / bare.median,
        100.0 * bare.late
    ));
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
