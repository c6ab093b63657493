//! The settings as they are, put together from the casebook, both files and the agent.

use paths::Paths;
use policy::{Policy, Preferences};

use super::{
    Office, away, domains,
    error::CommandError,
    preferences,
    preferences_view::AutostartView,
    settings::accounts,
    settings_view::{AgentTroubleView, PolicyView, SettingsView},
    storage,
};
use crate::{
    autostart,
    channel::{AgentStatus, AgentTrouble, Request},
    wording::say,
};

/// Everything that the place `settings` shows.
pub(super) async fn read(office: &Office) -> Result<SettingsView, CommandError> {
    let agent = office.agent(Request::Status).await;
    let paths = office.paths.clone();
    let files = away(move || Files::read(&paths)).await?;
    let policy_error = files.policy.as_ref().err().map(ToString::to_string);
    let policy = files.policy.unwrap_or_default();
    let preferences = files.preferences?;
    let troubles = troubles(agent.as_ref());
    let (accounts, learned) = office
        .desk(move |casebook| Ok((accounts(casebook, agent.as_ref())?, domains::learned(casebook)?)))
        .await?;
    Ok(SettingsView {
        accounts,
        domains: domains::listed(&policy, &preferences),
        learned,
        alerts: preferences::alerts_view(&policy, &preferences),
        autostart: AutostartView {
            is_on: files.starts_at_sign_in,
            is_fixed: policy.autostart.is_some(),
        },
        speech: preferences::speech_view(&preferences),
        storage: storage::view(&office.paths, &policy, &preferences),
        troubles,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        policy: PolicyView {
            path: office.paths.policy_path().display().to_string(),
            present: files.has_policy,
            error: policy_error,
            protected: length(&policy.protected),
            trusted: length(&policy.trusted),
            known: length(&policy.known),
            organisation: policy.organisation,
        },
    })
}

/// What the settings are made of, beside the casebook.
struct Files {
    policy: Result<Policy, policy::Error>,
    preferences: Result<Preferences, policy::Error>,
    has_policy: bool,
    starts_at_sign_in: bool,
}

impl Files {
    fn read(paths: &Paths) -> Self {
        Self {
            policy: Policy::read(&paths.policy_path()),
            preferences: Preferences::read(&paths.preferences_path()),
            has_policy: paths.policy_path().exists(),
            starts_at_sign_in: autostart::is_on(&paths.autostart_path()),
        }
    }
}

fn troubles(agent: Option<&AgentStatus>) -> Vec<AgentTroubleView> {
    let Some(agent) = agent else {
        return vec![AgentTroubleView {
            subject: say("trouble-not-running"),
            message: say("trouble-agent-away"),
            hint: say("trouble-agent-away-hint"),
        }];
    };
    let view = |trouble: &AgentTrouble| AgentTroubleView {
        subject: trouble.subject.clone(),
        message: trouble.message.clone(),
        hint: trouble.hint.clone(),
    };
    agent.troubles.iter().map(view).collect()
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
