//! Keys: private keys by their armour, and tokens of services by the prefixes that they are made with.

use super::{Kind, gathered::Gathered};

/// Finds private keys and tokens.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    for (label, armour, ends) in ARMOUR {
        for (at, _) in text.match_indices(armour) {
            let rest = text.get(at.saturating_add(armour.len())..).unwrap_or_default();
            let rest = beginning(rest);
            let line = rest.lines().next().unwrap_or_default();
            if line.trim_end().ends_with(ends) {
                // The beginning of the key itself tells it from another.
                gathered.add(
                    Kind::PrivateKey,
                    label,
                    rest.get(..rest.len().min(BEGINNING)).unwrap_or(line),
                );
            }
        }
    }
    for token in &TOKENS {
        for (at, _) in text.match_indices(token.prefix) {
            if let Some(found) = token.read(text, at) {
                gathered.add(Kind::AccessToken, token.label, found);
            }
        }
    }
    for (at, _) in text.match_indices("eyJ") {
        if let Some(found) = jwt(text, at) {
            gathered.add(Kind::AccessToken, "JWT", found);
        }
    }
}

/// A token that begins with a prefix.
struct Token {
    label: &'static str,
    prefix: &'static str,
    /// Characters that follow the prefix, at least and at most.
    least: usize,
    most: usize,
    /// What may stand there beside letters and digits.
    also: &'static str,
}

impl Token {
    fn read<'a>(&self, text: &'a str, at: usize) -> Option<&'a str> {
        if text
            .get(..at)?
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_')
        {
            return None;
        }
        let body = run(text.get(at.checked_add(self.prefix.len())?..)?, self.also);
        let is_fit = (self.least..=self.most).contains(&body.len()) && is_random(body);
        is_fit.then_some(body)
    }
}

/// Three parts of base64url, of which the first two are JSON (RFC 7519).
fn jwt(text: &str, at: usize) -> Option<&str> {
    if text
        .get(..at)?
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || "_-.".contains(c))
    {
        return None;
    }
    let whole = run(text.get(at..)?, "_-.");
    let mut parts = whole.split('.');
    let (head, claims, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let is_jwt = head.len() >= 16 && claims.starts_with("eyJ") && signature.len() >= 16;
    is_jwt.then_some(whole)
}

fn run<'a>(text: &'a str, also: &str) -> &'a str {
    let text = beginning(text);
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || also.contains(c)))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// As much of a text as the longest token takes: text that begins one everywhere is not read to its end each time.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// Whether it was drawn and not written as an example: it holds a digit, and more than a few characters.
fn is_random(body: &str) -> bool {
    let different = body.chars().collect::<std::collections::BTreeSet<_>>().len();
    body.contains(|c: char| c.is_ascii_digit()) && different >= 6
}

const fn token(
    label: &'static str,
    prefix: &'static str,
    least: usize,
    most: usize,
    also: &'static str,
) -> Token {
    Token {
        label,
        prefix,
        least,
        most,
        also,
    }
}

/// Label, how the line begins, how it ends.
const ARMOUR: [(&str, &str, &str); 4] = [
    ("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY", "-----"),
    ("PGP", "-----BEGIN PGP PRIVATE KEY BLOCK", "-----"),
    ("PuTTY", "PuTTY-User-Key-File-", ""),
    ("PEM", "-----BEGIN ", "PRIVATE KEY-----"),
];

const TOKENS: [Token; 26] = [
    token("Amazon Web Services", "AKIA", 16, 16, ""),
    token("Amazon Web Services", "ASIA", 16, 16, ""),
    token("GitHub", "ghp_", 36, 255, ""),
    token("GitHub", "gho_", 36, 255, ""),
    token("GitHub", "ghu_", 36, 255, ""),
    token("GitHub", "ghs_", 36, 255, ""),
    token("GitHub", "ghr_", 36, 255, ""),
    token("GitHub", "github_pat_", 50, 255, "_"),
    token("GitLab", "glpat-", 20, 255, "_-."),
    token("Slack", "xoxb-", 20, 255, "-"),
    token("Slack", "xoxp-", 20, 255, "-"),
    token("Slack", "xoxa-", 20, 255, "-"),
    token("Slack", "xoxs-", 20, 255, "-"),
    token("Slack", "https://hooks.slack.com/services/", 30, 120, "/"),
    token("Google", "AIza", 35, 35, "_-"),
    token("Google", "GOCSPX-", 28, 28, "_-"),
    token("Stripe", "sk_live_", 24, 255, ""),
    token("Stripe", "rk_live_", 24, 255, ""),
    token("npm", "npm_", 36, 36, ""),
    token("PyPI", "pypi-", 50, 255, "_-"),
    token("SendGrid", "SG.", 60, 80, "_-."),
    token("Twilio", "SK", 32, 32, ""),
    token("Azure Storage", "AccountKey=", 80, 100, "+/="),
    token("DigitalOcean", "dop_v1_", 64, 64, ""),
    token("Anthropic", "sk-ant-", 40, 255, "_-"),
    token("OpenAI", "sk-proj-", 40, 255, "_-"),
];

/// Characters of the longest token: a JWT with many claims.
const LONGEST: usize = 4_000;

/// Octets of a key's beginning.
const BEGINNING: usize = 200;

#[cfg(test)]
mod tests {
    use super::super::tests::in_text;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(in_text(text), expected, "{text}");
    }

    /// Put together here, so that no scanner takes the test for a leak.
    fn made(prefix: &str, length: usize) -> String {
        let body: String = "a1B2c3D4e5F6g7H8".chars().cycle().take(length).collect();
        format!("{prefix}{body}")
    }

    #[test]
    fn keys_and_tokens_are_found() {
        check("-----BEGIN PRIVATE KEY-----\nMIIB", &["private-key/PEM×1"]);
        check("-----BEGIN RSA PRIVATE KEY-----\nMIIB", &["private-key/PEM×1"]);
        check(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\r\nMIIB",
            &["private-key/PEM×1"],
        );
        check("-----BEGIN PGP PRIVATE KEY BLOCK-----\n", &["private-key/PGP×1"]);
        check("PuTTY-User-Key-File-3: ssh-ed25519\n", &["private-key/PuTTY×1"]);
        check(
            &made("AKIA", 16).to_uppercase(),
            &["access-token/Amazon Web Services×1"],
        );
        check(&format!("use {}.", made("ghp_", 36)), &["access-token/GitHub×1"]);
        check(&made("xoxb-", 40), &["access-token/Slack×1"]);
        check(&made("AIza", 35), &["access-token/Google×1"]);
        check(&made("sk_live_", 24), &["access-token/Stripe×1"]);
        let jwt = format!("{}.{}.{}", made("eyJ", 20), made("eyJ", 30), made("", 40));
        check(&format!("token {jwt}"), &["access-token/JWT×1"]);
    }

    #[test]
    fn what_only_begins_alike_is_not() {
        check("-----BEGIN CERTIFICATE-----\nMIIB", &[]);
        check("-----BEGIN PUBLIC KEY-----\nMIIB", &[]);
        check(&made("AKIA", 15).to_uppercase(), &[]); // too short
        check(&format!("x{}", made("ghp_", 36)), &[]); // within a word
        check("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", &[]); // an example
        check(&format!("{}.{}", made("eyJ", 20), made("eyJ", 30)), &[]); // two parts
    }
}
