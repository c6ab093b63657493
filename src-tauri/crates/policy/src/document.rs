//! Document: a policy or the preferences as they are written, before anything in them is checked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Fault, Wrong,
    alerts_document::AlertsDocument,
    response_document::{DeadlineDocument, DeskDocument, StepsDocument, TextsDocument},
};

/// Octets of a file that are read at most.
pub(crate) const MOST_OCTETS: usize = 1024 * 1024;

/// Entries that all lists of a file may hold together.
pub(crate) const MOST_ENTRIES: usize = 50_000;

/// What an organisation fixes: the domains that it protects and trusts, the correspondents that everybody in it knows, and what is
/// done about a message that went to the wrong place. All keys may be left out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "Policy")]
pub(crate) struct PolicyDocument {
    /// Domains that count as meant, each with its subdomains. Mail to a lookalike of one raises an alarm.
    #[schemars(length(max = 50_000))]
    pub(crate) protected_domains: Vec<String>,
    /// Domains that are right although they look like another, each with its subdomains.
    #[schemars(length(max = 50_000))]
    pub(crate) trusted_domains: Vec<String>,
    /// Addresses that mail has been exchanged with.
    #[schemars(length(max = 50_000))]
    pub(crate) known_correspondents: Vec<CorrespondentDocument>,
    /// Real domains that are nobody's lookalike, though they are not trusted either: other offices nearby, say.
    #[schemars(length(max = 50_000))]
    pub(crate) well_known_domains: Vec<String>,
    /// Words that deceivers join on to a protected name with a hyphen, such as kyc. Small letters and digits.
    #[schemars(length(max = 50_000))]
    pub(crate) joined_words: Vec<String>,
    /// Ends of domains that are written for one another.
    #[schemars(length(max = 50_000))]
    pub(crate) confused_ends: Vec<EndsDocument>,
    /// The organisation's name, as its people know it. It is shown wherever something is fixed.
    #[schemars(length(max = 100))]
    pub(crate) organisation: String,
    /// How alerts are shown. What stands here cannot be changed by the user.
    pub(crate) alerts: AlertsDocument,
    /// Whether Astray starts when the user signs in. Where it is left out, the user chooses.
    pub(crate) autostart: Option<bool>,
    /// Whom to report to.
    pub(crate) security_desk: DeskDocument,
    /// By when it has to be decided whether somebody must be told. Without it, those that RESPONSE.md lists.
    #[schemars(length(max = 20))]
    pub(crate) report_deadlines: Vec<DeadlineDocument>,
    /// Whether an incident can be closed only after a report.
    pub(crate) must_report: bool,
    /// Whether nobody outside is ever asked to delete a message: the security desk decides.
    pub(crate) do_not_contact: bool,
    /// Domains that are known to mean harm, each with its subdomains: nobody there is asked to delete a message.
    #[schemars(length(max = 50_000))]
    pub(crate) hostile_domains: Vec<String>,
    /// Days that an unintended recipient is given to answer; 3 where it is left out.
    #[schemars(range(min = 1, max = 90))]
    pub(crate) answer_days: Option<u32>,
    /// How the message is to be sent again, where it must not go as ordinary mail.
    pub(crate) secure_way: String,
    /// Changes to the steps.
    pub(crate) steps: StepsDocument,
    /// Texts that stand in for those of the letters recall, reminder and report, by language (en, de): a line “Subject: …”, an
    /// empty line, the text. RESPONSE.md lists what can be filled in.
    pub(crate) templates: BTreeMap<String, TextsDocument>,
    /// Days that the record of an incident is kept. Without it the user chooses, and else it is 400.
    #[schemars(range(min = 1, max = 36_500))]
    pub(crate) retention_days: Option<u32>,
    /// Providers on whose own page users sign in to their mail (OAuth 2), beside the ones that Astray knows, or with a client id for
    /// one of those.
    #[schemars(length(max = 50_000))]
    pub(crate) sign_in_providers: Vec<SignInProviderDocument>,
}

/// A language that Astray speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

/// A provider on whose own page users sign in. For Google and Microsoft the name and a client_id are enough; any other needs domains,
/// authorize_url, token_url and scopes as well. Addresses are https, or http on this computer itself.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SignInProvider")]
pub(crate) struct SignInProviderDocument {
    /// Its name, as users know it.
    pub(crate) name: String,
    /// The name under which Astray is registered with it.
    pub(crate) client_id: String,
    /// What the provider gave with the client id, where it gave something. It is the same on all computers, and protects nothing.
    pub(crate) client_secret: Option<String>,
    /// The domains of the mail servers that it is for, each with its subdomains. Its tokens go to no other server.
    #[serde(default)]
    pub(crate) domains: Vec<String>,
    /// The page on which users sign in (RFC 6749 section 3.1).
    pub(crate) authorize_url: Option<String>,
    /// Where tokens are given out (RFC 6749 section 3.2).
    pub(crate) token_url: Option<String>,
    /// Where a code for another device is given out (RFC 8628), where there is such a way.
    pub(crate) device_url: Option<String>,
    /// What is asked for: reading the mail over IMAP, sending it, and staying signed in.
    #[serde(default)]
    pub(crate) scopes: Vec<String>,
    /// The path of the address on this computer that the provider sends users back to, where it compares that with a registered
    /// one. Else each sign-in has a new one that nobody can guess.
    pub(crate) redirect_path: Option<String>,
}

/// Two ends, each without a dot in front: co.uk, mil.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ConfusedEnds")]
pub(crate) struct EndsDocument {
    /// The end that is meant.
    pub(crate) meant: String,
    /// The end that is written by mistake.
    pub(crate) written: String,
}

/// An address that mail has been exchanged with.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Correspondent")]
pub(crate) struct CorrespondentDocument {
    /// The bare address, without a display name.
    pub(crate) address: String,
    /// Messages sent to it.
    #[serde(default)]
    pub(crate) sent: u32,
    /// Messages received from it.
    #[serde(default)]
    pub(crate) received: u32,
}

/// The user's own file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PreferencesDocument {
    pub(crate) protected_domains: Vec<String>,
    pub(crate) trusted_domains: Vec<String>,
    pub(crate) trusted_addresses: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<Language>,
    pub(crate) alerts: AlertsDocument,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) retention_days: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) sign_in_clients: Vec<ClientDocument>,
}

/// The name under which Astray is registered with a provider.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClientDocument {
    pub(crate) provider: String,
    pub(crate) client_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client_secret: Option<String>,
}

/// Reads a document. A byte order mark in front is passed over: editors on some systems write one.
pub(crate) fn read<D: DeserializeOwned>(json: &str) -> Result<D, Vec<Fault>> {
    if json.len() > MOST_OCTETS {
        return Err(vec![Fault::whole(Wrong::TooLarge)]);
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| vec![Fault::from(error)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_is_an_empty_list() {
        let document: PolicyDocument = read("\u{feff}{}").unwrap();
        assert!(document.protected_domains.is_empty() && document.known_correspondents.is_empty());
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_overflow() {
        assert!(read::<PolicyDocument>(&"[".repeat(MOST_OCTETS)).is_err());
        assert!(read::<PolicyDocument>(&"{\"protected_domains\":".repeat(10_000)).is_err());
    }
}
