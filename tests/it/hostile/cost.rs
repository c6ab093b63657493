//! What a process has cost so far, as Linux counts it.

use std::fs;

use anyhow::{Context, Result};

/// The clock ticks of `/proc/PID/stat`: 100 a second on every Linux (`sysconf(_SC_CLK_TCK)`).
const TICKS_A_SECOND: f64 = 100.0;

/// Memory and processor time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cost {
    /// The most memory that it has had (VmHWM).
    pub(super) mebibytes: f64,
    /// Processor time, its own and the system's for it.
    pub(super) seconds: f64,
}

impl Cost {
    pub(super) fn of(process: u32) -> Result<Self> {
        let status = fs::read_to_string(format!("/proc/{process}/status"))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = peak
            .and_then(|line| line.split_whitespace().next())
            .context("no peak")?;
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        // The name before it may hold anything.
        let (_, numbers) = stat.rsplit_once(')').context("no process status")?;
        let numbers: Vec<&str> = numbers.split_whitespace().collect();
        let ticks = |place: usize| -> Result<f64> {
            Ok(numbers.get(place).context("a short process status")?.parse()?)
        };
        Ok(Self {
            mebibytes: kibibytes.parse::<f64>()? / 1024.0,
            seconds: (ticks(11)? + ticks(12)?) / TICKS_A_SECOND,
        })
    }
}
