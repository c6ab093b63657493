//! The casebook between processes: the agent, the window and the command line open it at once.

use std::thread;

use anyhow::{Result, ensure};
use astray_tests::{Cli, Home};

#[test]
fn a_new_casebook_can_be_opened_by_several_at_once() -> Result<()> {
    for _ in 0..5 {
        let home = Home::new()?;
        let cli = Cli::new(home.env());
        let opened: Vec<_> = thread::scope(|scope| {
            let open = || scope.spawn(|| cli.done(&["incidents", "list"], ""));
            let running: Vec<_> = (0..6).map(|_| open()).collect();
            running.into_iter().map(thread::ScopedJoinHandle::join).collect()
        });
        for outcome in opened {
            let opened = outcome.map_err(|_| anyhow::anyhow!("a thread panicked"))?;
            ensure!(opened.is_ok(), "one of them could not open it: {opened:?}");
        }
    }
    Ok(())
}
