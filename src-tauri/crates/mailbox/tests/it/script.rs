//! Parts of scripts that many servers play: the sign-in, a mailbox that is opened, messages that are fetched.

/// Until the mailbox is found: commands a1 to a4.
pub(crate) const SIGNED_IN: &str = r#"S: * OK hello
C: a1 CAPABILITY
S: * CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN
S: a1 OK done
C: a2 AUTHENTICATE PLAIN
S: + 
C: AGEuY2xlcmsAaHVudGVyMg==
S: a2 OK welcome
C: a3 CAPABILITY
S: * CAPABILITY IMAP4rev1 IDLE
S: a3 OK done
C: a4 LIST "" *
S: * LIST () "/" INBOX
S: * LIST (\HasNoChildren \Sent) "/" "Sent Items"
S: a4 OK done"#;

/// EXAMINE with its answer.
pub(crate) fn examined(tag: &str, exists: u32, uid_next: u32) -> String {
    format!(
        "C: {tag} EXAMINE \"Sent Items\"
S: * {exists} EXISTS
S: * OK [UIDVALIDITY 7] fine
S: * OK [UIDNEXT {uid_next}] fine
S: {tag} OK [READ-ONLY] done"
    )
}

/// UID FETCH of these UIDs with its answer: a message for each.
pub(crate) fn fetched(tag: &str, uids: std::ops::RangeInclusive<u32>) -> String {
    let mut script = format!("C: {tag} UID FETCH {}:{} {FIELDS}\n", uids.start(), uids.end());
    for uid in uids {
        script.push_str(&message(uid));
    }
    format!("{script}S: {tag} OK done")
}

pub(crate) fn message(uid: u32) -> String {
    let header = format!("To: b{uid}@army.ml\r\nMessage-ID: <{uid}@example.org>\r\n\r\n");
    format!(
        "S: * {uid} FETCH (UID {uid} INTERNALDATE \"17-Jul-2026 02:44:25 +0200\" RFC822.SIZE 900 BODY[HEADER.FIELDS (TO MESSAGE-ID)] {{{}}}
S: To: b{uid}@army.ml
S: Message-ID: <{uid}@example.org>
S: 
S: )
",
        header.len()
    )
}

pub(crate) const FIELDS: &str = "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SENDER TO CC BCC RESENT-TO RESENT-CC RESENT-BCC MESSAGE-ID DATE SUBJECT IN-REPLY-TO REFERENCES)])";
