//! `policy`: says whether a policy file can be used, and what one may hold.

use anyhow::Result;

use crate::{Found, args::PolicyCommand, output::Output, reference};

/// Checks a policy, or prints the schema.
pub(crate) fn run(command: &PolicyCommand, out: &mut Output) -> Result<Found> {
    match command {
        PolicyCommand::Check { file } => {
            let policy = reference::named_policy(file)?;
            out.line(format_args!(
                "{} can be used: {}, {}, {}",
                file.display(),
                counted(policy.protected.len(), "protected domain"),
                counted(policy.trusted.len(), "trusted domain"),
                counted(policy.known.len(), "known correspondent"),
            ))?;
        }
        PolicyCommand::Schema => out.line(policy::schema().trim_end())?,
    }
    Ok(Found::Nothing)
}

fn counted(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
