//! VERIS: the incident in the words of the Vocabulary for Event Recording and Incident Sharing. REPORT.md has the mapping.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Contents, Delivery, Report};

/// The part of a VERIS record that Astray knows.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Veris")]
pub(super) struct Veris {
    /// Confirmed once the user has said that it is a mistake, else Suspected.
    security_incident: &'static str,
    /// What happened: an error, a misdelivery.
    action: Action,
    /// Who: somebody inside, without a motive.
    actor: Actor,
    /// What was affected.
    asset: Asset,
    /// What is known of the disclosure.
    attribute: Attribute,
    /// How it came to light.
    discovery_method: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisAction")]
struct Action {
    error: Error,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisError")]
struct Error {
    /// Always Misdelivery.
    variety: Vec<&'static str>,
    /// Always Unknown: Astray does not judge its user.
    vector: Vec<&'static str>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisActor")]
struct Actor {
    internal: Internal,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisInternal")]
struct Internal {
    /// Always End-user.
    variety: Vec<&'static str>,
    /// Always NA, as for any error.
    motive: Vec<&'static str>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisAsset")]
struct Asset {
    assets: Vec<AssetVariety>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisAssetVariety")]
struct AssetVariety {
    /// Always “S - Mail”.
    variety: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisAttribute")]
struct Attribute {
    confidentiality: Confidentiality,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisConfidentiality")]
struct Confidentiality {
    /// No where it came back as undeliverable, else Potentially.
    data_disclosure: &'static str,
    /// What the user says that it contained.
    data: Vec<Data>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerisData")]
struct Data {
    variety: &'static str,
}

impl Veris {
    pub(super) fn of(report: &Report) -> Self {
        let mut data: Vec<&'static str> = report
            .contents
            .iter()
            .filter_map(|contents| data_of(*contents))
            .collect();
        data.dedup();
        Self {
            security_incident: if report.confirmed_at.is_some() {
                "Confirmed"
            } else {
                "Suspected"
            },
            action: Action {
                error: Error {
                    variety: vec!["Misdelivery"],
                    vector: vec!["Unknown"],
                },
            },
            actor: Actor {
                internal: Internal {
                    variety: vec!["End-user"],
                    motive: vec!["NA"],
                },
            },
            asset: Asset {
                assets: vec![AssetVariety { variety: "S - Mail" }],
            },
            attribute: Attribute {
                confidentiality: Confidentiality {
                    data_disclosure: match report.delivery {
                        Delivery::Bounced => "No",
                        Delivery::NotKnown | Delivery::DeletionConfirmed => "Potentially",
                    },
                    data: data.into_iter().map(|variety| Data { variety }).collect(),
                },
            },
            discovery_method: "Int - data loss prevention",
        }
    }
}

const fn data_of(contents: Contents) -> Option<&'static str> {
    match contents {
        Contents::PersonalDetails => Some("Personal"),
        Contents::Health => Some("Medical"),
        Contents::Secrets => Some("Credentials"),
        Contents::Money => Some("Bank"),
        Contents::Travel => Some("Internal"),
        Contents::Marked => Some("Classified"),
        Contents::NothingSensitive => None,
    }
}
