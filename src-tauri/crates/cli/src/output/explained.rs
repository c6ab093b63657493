//! Why an answer is as it is: what was considered, what led to it, and what it weighs.

use std::fmt;

use lookalike::{Considered, Explanation};
use serde::Serialize;
use serde_json::{Value, json};

/// Lines for people below an answer, or a key beside its others.
#[derive(Debug)]
pub(crate) struct Explained<'a>(pub(crate) &'a Explanation);

/// An answer with what was considered for it.
#[derive(Debug, Serialize)]
pub(crate) struct WithExplanation<'a, A> {
    #[serde(flatten)]
    answer: &'a A,
    excuses: &'a [String],
    considered: Vec<Value>,
}

impl<'a, A> WithExplanation<'a, A> {
    pub(crate) fn of(answer: &'a A, explanation: &'a Explanation) -> Self {
        Self {
            answer,
            excuses: &explanation.excuses,
            considered: explanation.considered.iter().map(as_json).collect(),
        }
    }
}

fn as_json(considered: &Considered) -> Value {
    let evidence = considered.evidence.iter();
    let evidence: Vec<Value> = evidence
        .map(|reason| json!({"kind": reason.kind().as_str(), "detail": reason.detail()}))
        .collect();
    json!({
        "domain": considered.domain,
        "standing": considered.standing,
        "keys": considered.keys,
        "evidence": evidence,
        "strength": considered.strength,
        "sent": considered.traffic.0,
        "received": considered.traffic.1,
        "same_person": considered.is_person_known,
        "severity": considered.severity.map(|severity| severity.as_str()),
    })
}

impl fmt::Display for Explained<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Explanation { excuses, considered } = self.0;
        let mut lines: Vec<String> = excuses.iter().map(|excuse| format!("for it: {excuse}")).collect();
        for one in considered {
            let (sent, received) = one.traffic;
            let person = if one.is_person_known {
                ", this person known"
            } else {
                ""
            };
            let outcome = match (one.severity, one.strength) {
                (Some(severity), Some(strength)) => format!("{strength} evidence, so {severity}"),
                (None, Some(strength)) => format!("{strength} evidence, which does not count"),
                (_, None) => "nothing alike".to_owned(),
            };
            lines.push(format!(
                "considered: {} ({}, {sent} sent, {received} received{person}): {outcome}",
                one.domain, one.standing
            ));
            lines.push(format!("  found by: {}", one.keys.join(", ")));
            lines.extend(
                one.evidence
                    .iter()
                    .map(|reason| format!("  {}: {}", reason.kind(), reason.detail())),
            );
        }
        if lines.is_empty() {
            lines.push("nothing resembles it".to_owned());
        }
        let indented: Vec<String> = lines.iter().map(|line| format!("    {line}")).collect();
        f.write_str(&indented.join("\n"))
    }
}
