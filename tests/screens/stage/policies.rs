//! What the organisation of each stage fixes.

/// The usual: domains that are protected, one that means harm, and a security desk.
pub(super) const USUAL: &str = r#"{
  "protected_domains": ["army.mil", "navy.mil", "mod.gov.uk", "harbourline.com", "xn--mnchen-3ya.example"],
  "known_correspondents": [{ "address": "helen.carter58@gmail.com", "sent": 52, "received": 60 }],
  "hostile_domains": ["navy.ml"],
  "security_desk": {
    "name": "Northbridge security desk", "email": "security@northbridge.example", "phone": "+44 20 7946 0018",
    "hours": "day and night", "words": "Say “I sent something to the wrong place” and give your name. Do not read the message out."
  }
}"#;

/// One that leaves little to the user.
pub(super) const STRICT: &str = r#"{
  "organisation": "Ministry of Examples",
  "protected_domains": ["army.mil", "navy.mil", "harbourline.com"],
  "alerts": { "lowest_severity": "medium", "privacy": true, "quiet_hours": "20:00-06:30" },
  "autostart": true,
  "retention_days": 365,
  "must_report": true,
  "do_not_contact": true,
  "secure_way": "the file exchange at transfer.example",
  "report_deadlines": [{ "name": "Tell the data protection officer", "hours": 4, "source": "Staff order 12/3" }],
  "steps": {
    "add": [{ "name": "manager", "title": "Tell your manager", "text": "Say what went where. Your manager tells the team." }],
    "order": ["harm", "manager"], "require": ["manager"]
  }
}"#;

/// One that cannot be read.
pub(super) const FAULTY: &str = r#"{ "protected_domains": ["army.mil", "not a domain"], "protect": true }"#;

/// What a user has chosen who has been here for a while.
pub(super) const CHOSEN: &str = r#"{
  "protected_domains": ["riverside-clinic.example"],
  "trusted_domains": ["army.ml.example", "post.harbourline.example"],
  "trusted_addresses": ["john.smith@a-very-long-name-of-a-department.example.co.uk"],
  "alerts": { "quiet_hours": "22:00-07:00", "privacy": true }
}"#;
