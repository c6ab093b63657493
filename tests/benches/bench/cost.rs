//! What a process costs, as Linux counts it.

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

/// The clock ticks of `/proc/PID/stat`: 100 a second on every Linux (`sysconf(_SC_CLK_TCK)`).
const TICKS_A_SECOND: f64 = 100.0;

/// One process's costs since its start.
pub(crate) struct Cost {
    /// Memory, with a page that is shared counted by its share (PSS).
    pub(crate) mebibytes: f64,
    pub(crate) cpu_seconds: f64,
    /// Context switches, voluntary and involuntary, of each thread that lives.
    switches: BTreeMap<String, u64>,
}

impl Cost {
    pub(crate) fn of(process: u32) -> Result<Self> {
        let dir = PathBuf::from(format!("/proc/{process}"));
        let stat = fs::read_to_string(dir.join("stat"))?;
        // The name before it may hold anything.
        let (_, numbers) = stat.rsplit_once(')').context("no process status")?;
        let numbers: Vec<&str> = numbers.split_whitespace().collect();
        let ticks = |index: usize| -> Result<f64> {
            Ok(numbers.get(index).context("a short process status")?.parse()?)
        };
        let mut switches = BTreeMap::new();
        for task in fs::read_dir(dir.join("task"))? {
            let path = task?.path();
            let status = fs::read_to_string(path.join("status"))?;
            switches.insert(
                path.to_string_lossy().into_owned(),
                sum(&status, "ctxt_switches")?,
            );
        }
        let memory = fs::read_to_string(dir.join("smaps_rollup"))?;
        Ok(Self {
            mebibytes: sum(&memory, "Pss")? as f64 / 1024.0,
            cpu_seconds: (ticks(11)? + ticks(12)?) / TICKS_A_SECOND,
            switches,
        })
    }

    /// How many threads it has.
    pub(crate) fn threads(&self) -> usize {
        self.switches.len()
    }

    /// The context switches since then. A thread that has ended meanwhile is not counted: with it went its count.
    pub(crate) fn switches_since(&self, before: &Self) -> u64 {
        let since = |(thread, now): (&String, &u64)| {
            let then = before.switches.get(thread).copied().unwrap_or_default();
            now.saturating_sub(then)
        };
        self.switches.iter().map(since).sum()
    }

    /// The memory of a process and all that it has started, in mebibytes.
    pub(crate) fn of_family(process: u32) -> Result<f64> {
        let mut mebibytes = Self::of(process)?.mebibytes;
        for child in Self::children(process)? {
            mebibytes += Self::of_family(child)?;
        }
        Ok(mebibytes)
    }

    /// When a process began, in milliseconds since 1970, to the hundredth of a second that Linux counts.
    pub(crate) fn started_at_ms(process: u32) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        let (_, numbers) = stat.rsplit_once(')').context("no process status")?;
        let ticks = numbers
            .split_whitespace()
            .nth(19)
            .context("a short process status")?;
        let uptime = fs::read_to_string("/proc/uptime")?;
        let now = watch::now().millis() as f64;
        let up: f64 = uptime.split_whitespace().next().context("no uptime")?.parse()?;
        Ok(now - 1000.0 * (up - ticks.parse::<f64>()? / TICKS_A_SECOND))
    }

    /// The processes that this one has started.
    pub(crate) fn children(process: u32) -> Result<Vec<u32>> {
        let mut children = Vec::new();
        for task in fs::read_dir(format!("/proc/{process}/task"))? {
            let line = fs::read_to_string(task?.path().join("children"))?;
            for child in line.split_whitespace() {
                children.push(child.parse()?);
            }
        }
        Ok(children)
    }

    /// Asks a process to end.
    pub(crate) fn end(process: u32) -> Result<()> {
        let status = Command::new("kill").arg(process.to_string()).status()?;
        ensure!(status.success(), "process {process} could not be ended");
        Ok(())
    }
}

/// The sum of the numbers on the lines whose name ends so, or is so: `Pss: 12 kB`, `voluntary_ctxt_switches: 3`.
fn sum(status: &str, name: &str) -> Result<u64> {
    let mut total = 0;
    for line in status.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        if key == name || key.ends_with(&format!("_{name}")) {
            let number = value
                .split_whitespace()
                .next()
                .context("a name without a number")?;
            total += number.parse::<u64>()?;
        }
    }
    Ok(total)
}
