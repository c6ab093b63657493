//! The file of `watch --account-file`: one account in JSON, for machines without a desktop and a keyring.

use std::{
    fmt,
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Read},
    num::NonZeroU16,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail};
use mailbox::{Account, Host, MailboxName, Password, Security, UserName};
use message::{Address, Timestamp, shown};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de};

use crate::failure::hinted;

/// Octets of an account file or a password beyond which it is something else.
const LARGEST: u64 = 64 * 1024;

/// An account as a file describes it.
#[derive(Debug)]
pub(crate) struct FiledAccount {
    pub(crate) address: Address,
    pub(crate) account: Account,
    /// Mailboxes to watch beside the one for sent mail, as a person names them.
    pub(crate) also_watch: Vec<String>,
    password_path: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default, deserialize_with = "optional_address")]
    address: Option<Address>,
    #[serde(deserialize_with = "host")]
    host: Host,
    port: NonZeroU16,
    #[serde(deserialize_with = "security")]
    tls: Security,
    #[serde(deserialize_with = "user")]
    user: UserName,
    password_file: Option<PathBuf>,
    ca_file: Option<PathBuf>,
    #[serde(default, deserialize_with = "mailboxes")]
    also_watch: Vec<String>,
}

impl FiledAccount {
    /// Reads an account file. Paths in it start from the directory that it lies in.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = read_text(path).with_context(|| format!("{} could not be read", path.display()))?;
        let document: Document = serde_json::from_str(&text).map_err(|error| fault(path, &error))?;
        let Some(address) = document
            .address
            .or_else(|| Address::parse(document.user.as_str()).ok())
        else {
            let error = anyhow!("{}: the user is no address", path.display());
            return Err(hinted(
                error,
                "add \"address\", the address that mail is sent from",
            ));
        };
        let beside = |file: PathBuf| path.parent().map_or_else(|| file.clone(), |dir| dir.join(&file));
        Ok(Self {
            address,
            account: Account {
                host: document.host,
                port: document.port.get(),
                security: document.tls,
                user: document.user,
                ca_path: document.ca_file.map(beside),
            },
            also_watch: document.also_watch,
            password_path: document.password_file.map(beside),
        })
    }

    /// When the password's file was written; none where there is no such file.
    pub(crate) fn password_written_at(&self) -> Option<Timestamp> {
        let metadata = self.password_path.as_ref()?.metadata().ok()?;
        let millis = metadata.mtime().checked_mul(1000)?;
        Some(Timestamp::from_millis(millis))
    }

    /// The password, from its file or else from standard input.
    pub(crate) fn password(&self) -> Result<Password> {
        let Some(path) = &self.password_path else {
            return password_from_stdin(
                "name a password_file in the account file, or put it on standard input",
            )
            .map(Password::from);
        };
        let read = || -> Result<SecretString> {
            let file = File::open(path)?;
            if file.metadata()?.mode() & 0o077 != 0 {
                tracing::warn!(
                    "{} can be read by other users; chmod 600 closes it to them",
                    path.display()
                );
            }
            first_line(file)
        };
        let password =
            read().with_context(|| format!("the password file {} cannot be used", path.display()))?;
        Ok(Password::from(password))
    }
}

/// Reads a password from standard input; not from a terminal, which would show it. `hint` says how to give it.
pub(crate) fn password_from_stdin(hint: &str) -> Result<SecretString> {
    let stdin = io::stdin().lock();
    if stdin.is_terminal() {
        return Err(hinted(anyhow!("a password typed here would be shown"), hint));
    }
    first_line(stdin).map_err(|error| hinted(error.context("standard input holds no password"), hint))
}

fn first_line(source: impl Read) -> Result<SecretString> {
    // One octet more than is allowed tells that there were more.
    let mut password = String::with_capacity(1024);
    BufReader::new(source.take(LARGEST + 1)).read_line(&mut password)?;
    let password = SecretString::from(password.trim_end_matches(['\r', '\n']));
    let length = secrecy::ExposeSecret::expose_secret(&password).len();
    match u64::try_from(length) {
        Ok(0) => bail!("it is empty"),
        Ok(1..=LARGEST) => Ok(password),
        Ok(_) | Err(_) => bail!("it is longer than any password"),
    }
}

fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let read = File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    match u64::try_from(read) {
        Ok(0..=LARGEST) => Ok(text),
        Ok(_) | Err(_) => Err(io::Error::other("it is longer than any account file")),
    }
}

/// The fault with its place, in the words in which a policy's faults are said.
fn fault(path: &Path, error: &serde_json::Error) -> anyhow::Error {
    let (line, column) = (error.line(), error.column());
    // The library's text ends in the place, and may quote the file.
    let text = error.to_string();
    let tail = format!(" at line {line} column {column}");
    let what = shown(text.strip_suffix(&tail).unwrap_or(&text)).replace('`', "\"");
    hinted(
        anyhow!(
            "{} cannot be used: line {line}, column {column}: {what}",
            path.display()
        ),
        "an account file is a JSON object with host, port, tls (implicit or starttls), user, and if needed password_file, ca_file, address and also_watch (a list of mailboxes)",
    )
}

fn host<'de, D: Deserializer<'de>>(from: D) -> Result<Host, D::Error> {
    parsed(from, Host::parse)
}

fn user<'de, D: Deserializer<'de>>(from: D) -> Result<UserName, D::Error> {
    parsed(from, UserName::parse)
}

fn optional_address<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Address>, D::Error> {
    parsed(from, Address::parse).map(Some)
}

fn mailboxes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    let mut parsed = names
        .iter()
        .map(|name| {
            MailboxName::parse(name)
                .map(|name| name.decoded())
                .map_err(de::Error::custom)
        })
        .collect::<Result<Vec<_>, _>>()?;
    parsed.sort_unstable();
    parsed.dedup();
    Ok(parsed)
}

fn security<'de, D: Deserializer<'de>>(from: D) -> Result<Security, D::Error> {
    parsed(from, |text| {
        Security::parse(text).ok_or("tls is neither “implicit” nor “starttls”")
    })
}

/// Parsing within the document gives a fault the line that it stands in.
fn parsed<'de, D: Deserializer<'de>, T, E: fmt::Display>(
    from: D,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    parse(&text).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use secrecy::ExposeSecret;

    use super::*;
    use crate::failure::Failure;

    const WHOLE: &str = r#"{
        "host": "mail.example.org", "port": 993, "tls": "implicit", "user": "a.clerk",
        "address": "a.clerk@example.org", "password_file": "secret", "ca_file": "/etc/ca.pem",
        "also_watch": ["Shared/Verkäufe/Sent", "Alias", "Alias"]
    }"#;

    fn read(text: &str) -> (tempfile::TempDir, Result<FiledAccount>) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("account.json");
        fs::write(&path, text).unwrap();
        let read = FiledAccount::read(&path);
        (dir, read)
    }

    fn refuses(text: &str, line: u32, what: &str) {
        let (dir, read) = read(text);
        let failure = Failure::of(&read.unwrap_err());
        let place = format!(
            "{} cannot be used: line {line}, ",
            dir.path().join("account.json").display()
        );
        assert!(failure.message.starts_with(&place), "{}", failure.message);
        assert!(failure.message.contains(what), "{}", failure.message);
        assert!(failure.hint.is_some());
    }

    #[test]
    fn reads_a_whole_account() {
        let (dir, read) = read(WHOLE);
        let filed = read.unwrap();
        assert_eq!(filed.address.to_string(), "a.clerk@example.org");
        assert_eq!(filed.account.host.to_string(), "mail.example.org");
        assert_eq!(
            (filed.account.port, filed.account.security),
            (993, Security::ImplicitTls)
        );
        assert_eq!(filed.account.user.to_string(), "a.clerk");
        assert_eq!(
            filed.account.ca_path,
            Some("/etc/ca.pem".into()),
            "an absolute path stays"
        );
        assert_eq!(filed.also_watch, ["Alias", "Shared/Verkäufe/Sent"]);
        assert_eq!(
            filed.password_path,
            Some(dir.path().join("secret")),
            "others start beside the file"
        );
    }

    #[test]
    fn the_user_can_be_the_address() {
        let (_dir, read) = read(
            r#"{"host": "mail.example.org", "port": 143, "tls": "starttls", "user": "a.clerk@example.org"}"#,
        );
        let filed = read.unwrap();
        assert_eq!(filed.address.to_string(), "a.clerk@example.org");
        assert_eq!(filed.account.ca_path, None);
    }

    #[test]
    fn a_user_that_is_no_address_needs_one() {
        let (_dir, read) =
            read(r#"{"host": "mail.example.org", "port": 143, "tls": "starttls", "user": "a.clerk"}"#);
        let failure = Failure::of(&read.unwrap_err());
        assert!(failure.hint.unwrap().contains("address"));
    }

    #[test]
    fn says_the_line_and_what_is_wrong() {
        refuses("", 1, "EOF");
        refuses("host: mail", 1, "expected");
        refuses(
            "{\n\"host\": \"mail.example.org\",\n\"pasword\": \"x\"}",
            3,
            "unknown field \"pasword\"",
        );
        refuses(
            "{\n\"host\": \"mail.example.org\"\n}",
            3,
            "missing field \"port\"",
        );
        refuses("{\n\"port\": 0}", 2, "nonzero");
        refuses("{\n\"port\": 65536}", 2, "65536");
        refuses("{\n\"host\": \"two words\"}", 2, "two words");
        refuses("{\n\n\"tls\": \"none\"}", 3, "neither");
        refuses("{\n\"address\": \"a.clerk\"}", 2, "no @");
        refuses(
            "{\n\"also_watch\": [\"Sent\\u000dA1\"]}",
            2,
            "not a mailbox's name",
        );
    }

    #[test]
    fn an_endless_file_is_not_read_to_its_end() {
        let error = FiledAccount::read(Path::new("/dev/zero")).unwrap_err();
        assert!(
            Failure::of(&error)
                .message
                .contains("longer than any account file")
        );
    }

    #[test]
    fn the_password_is_the_first_line() {
        for (text, password) in [
            ("secret", Some("secret")),
            ("secret\n", Some("secret")),
            (" a b \r\nmore", Some(" a b ")), // spaces belong to it
            ("", None),
            ("\n", None),
            (&*"x".repeat(65_537), None),
        ] {
            let found = first_line(text.as_bytes()).ok();
            assert_eq!(found.as_ref().map(ExposeSecret::expose_secret), password);
        }
    }

    #[test]
    fn a_password_file_that_cannot_be_used_is_named() {
        let (dir, read) = read(WHOLE);
        let filed = read.unwrap();
        let path = dir.path().join("secret");
        let message = |error: &anyhow::Error| Failure::of(error).message;
        assert!(message(&filed.password().unwrap_err()).contains(&path.display().to_string()));
        fs::write(&path, "\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(message(&filed.password().unwrap_err()).ends_with("it is empty"));
        fs::write(&path, "hunter2\n").unwrap();
        filed.password().unwrap();
    }
}
