//! Redaction: a sentence without whatever in it may name somebody, some computer or some file.
//!
//! What is known to be a name goes first, whole: accounts, servers, users, mailboxes, files. Then all that stands in quotation marks.
//! Of what is left only those words stay that Astray's own catalogues have: a word that Astray would not say came from outside.

use std::{collections::BTreeSet, sync::OnceLock};

use super::settings_view::SettingsView;
use crate::wording;

/// What stands for what is left out.
const LEFT_OUT: &str = "…";

/// Digits of the longest number that stays: that of a port.
const LONGEST_NUMBER: usize = 5;

/// The names that are known, the longest first.
pub(super) struct Redaction(Vec<String>);

impl Redaction {
    /// The names that the settings hold, and that of the user's home.
    pub(super) fn of(settings: &SettingsView) -> Self {
        let variables = ["HOME", "USER", "LOGNAME"].map(|name| std::env::var(name).unwrap_or_default());
        let mut names = Vec::from(variables);
        names.push(settings.policy.path.clone());
        names.push(settings.policy.organisation.clone());
        for account in &settings.accounts {
            names.extend([&account.address, &account.host, &account.user].map(Clone::clone));
            names.extend(
                [&account.ca_path, &account.provider, &account.sent_mailbox]
                    .into_iter()
                    .flatten()
                    .cloned(),
            );
            names.extend(account.also_watch.iter().cloned());
        }
        Self::without(names)
    }

    fn without(mut names: Vec<String>) -> Self {
        names.retain(|name| !name.is_empty());
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self(names)
    }

    /// The sentence as it may be shown to anybody.
    pub(super) fn of_sentence(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for name in &self.0 {
            text = without_name(&text, name);
        }
        let mut out = String::with_capacity(text.len());
        for word in without_quotes(&text).split_inclusive(char::is_whitespace) {
            let name = word.trim_end();
            out.push_str(&plain(name));
            out.push_str(word.get(name.len()..).unwrap_or_default());
        }
        out
    }
}

/// The text without a name, where that stands as a word of its own.
fn without_name(text: &str, name: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let is_part = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if is_part { name } else { LEFT_OUT });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text with all that stands in quotation marks left out. A quotation that does not end leaves out the rest.
fn without_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut until = None;
    for c in text.chars() {
        match until {
            Some(end) if c == end => until = None,
            Some(_) => {}
            None => {
                until = match c {
                    '“' => Some('”'),
                    '„' => Some('“'),
                    '"' => Some('"'),
                    _ => None,
                };
                if until.is_some() {
                    out.push_str(LEFT_OUT);
                } else {
                    out.push(c);
                }
            }
        }
    }
    out
}

/// The word, if it is one of Astray's own or a short number; the marks around it stay in any case.
fn plain(word: &str) -> String {
    let marks: &[char] = &['.', ',', ';', ':', '(', ')', '!', '?', '…', '–', '-'];
    let bare = word.trim_matches(marks);
    let is_number = bare.len() <= LONGEST_NUMBER && bare.bytes().all(|octet| octet.is_ascii_digit());
    if is_number || own_words().contains(&bare.to_lowercase()) {
        return word.to_owned();
    }
    let (before, after) = word.split_once(bare).unwrap_or_default();
    format!("{before}{LEFT_OUT}{after}")
}

/// Every word that Astray has for what hinders it, in lower case.
fn own_words() -> &'static BTreeSet<String> {
    static WORDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let is_mark = |c: char| !c.is_alphanumeric() && c != '-' && c != '\'';
        wording::sources()
            .iter()
            .flat_map(|text| text.split(is_mark))
            .map(str::to_lowercase)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_loses_whatever_may_name_somebody() {
        let known = ["alice", "mail", "Letters to Jörg", "/srv/jo smith/ca.pem"].map(str::to_owned);
        let redaction = Redaction::without(known.into());
        for (text, expected) in [
            (
                "mail.canary.example refused the sign-in of c.lerk@canary.example; it said “No canary here.”",
                "….… refused the sign-in of …; it said …",
            ),
            (
                "mailhub refused the sign-in of alice.",
                "… refused the sign-in of ….",
            ),
            (
                "mail refused the sign-in of bob42.",
                "… refused the sign-in of ….",
            ),
            (
                "mail does not open the mailbox Letters to Jörg.",
                "… does not open the mailbox ….",
            ),
            (
                "The certificate file /srv/jo smith/ca.pem cannot be used.",
                "The certificate file … cannot be used.",
            ),
            ("The disk is full.", "The disk is full."),
            (
                "/etc/canary/policy.json cannot be used: “x y” is no domain",
                "… cannot be used: … is no domain",
            ),
            ("Der Server ist „Guten canary“.", "Der Server ist …."),
            (
                "what answers at [2001:db8::1] on port 993 is not an IMAP server",
                "what answers at … on port 993 is not an IMAP server",
            ),
            (
                "The password of 4711081542 is empty",
                "The password of … is empty",
            ),
        ] {
            assert_eq!(redaction.of_sentence(text), expected, "{text}");
        }
    }

    #[test]
    fn what_astray_says_of_itself_stays() {
        let redaction = Redaction::without(Vec::new());
        for id in [
            "trouble-no-notifications",
            "trouble-agent-away",
            "keyring-none",
            "lockout",
            "mailbox-no-resources",
        ] {
            let said = wording::say(id);
            assert_eq!(redaction.of_sentence(&said), said);
        }
    }
}
