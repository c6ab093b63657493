//! The accessibility check of the page that a WebDriver session shows.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use fantoccini::Client;
use serde::Deserialize;

use crate::program::root;

/// Runs axe-core on the page and names every violation with the elements at fault. `screen` is the page's name in the message.
///
/// # Errors
/// When there is a violation, or axe-core is not installed.
pub async fn axe(client: &Client, screen: &str) -> Result<()> {
    let path = root().join("ui/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
    client
        .execute(&format!("{script}; window.axe = window.axe || axe;"), Vec::new())
        .await?;
    let answer = client.execute_async(RUN, Vec::new()).await?;
    let outcome: Outcome = serde_json::from_value(answer)?;
    if let Some(error) = outcome.error {
        bail!("axe cannot check {screen}: {error}");
    }
    anyhow::ensure!(outcome.passes > 0, "axe found nothing to check on {screen}");
    if outcome.violations.is_empty() {
        return Ok(());
    }
    let mut report = format!("{} on {screen}:", outcome.violations.len());
    for violation in outcome.violations {
        write!(
            report,
            "\n  {} ({}): {}",
            violation.id,
            violation.impact.unwrap_or_default(),
            violation.help
        )?;
        for node in violation.nodes {
            write!(
                report,
                "\n    {}\n      {}",
                node.html,
                node.failure.replace('\n', "\n      ")
            )?;
        }
    }
    bail!("accessibility violations: {report}");
}

const RUN: &str = "const done = arguments[arguments.length - 1];
window.axe.run(document, { resultTypes: ['violations', 'passes'] }).then(
    (found) => done({
        passes: found.passes.length,
        violations: found.violations.map((rule) => ({
            id: rule.id, impact: rule.impact, help: rule.help,
            nodes: rule.nodes.map((node) => ({ html: node.html, failure: node.failureSummary || '' })),
        })),
    }),
    (error) => done({ passes: 0, violations: [], error: String(error) }),
);";

#[derive(Deserialize)]
struct Outcome {
    passes: usize,
    violations: Vec<Violation>,
    error: Option<String>,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    impact: Option<String>,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    failure: String,
}
