//! The autoconfiguration format for mail programs, as Mozilla defined it (`clientConfig`, version 1.1): what of it says where IMAP is,
//! and where mail is handed in.
//!
//! Whoever wrote such a document is not trusted further than that: whatever has no place in a checked value is left out, and so is
//! every server without encryption.

use mailbox::{Host, Security, UserName};
use message::{Address, Domain, shown};
use roxmltree::{Document, Node, ParsingOptions};

use crate::{
    Advice, Purpose, UserForm,
    setting::{Rank, Setting, Source, Ways},
};

/// One provider of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Provider {
    /// The domains of its addresses.
    pub(crate) domains: Vec<Domain>,
    /// The domains of its hosts that take mail in.
    pub(crate) mx: Vec<Domain>,
    /// Its own name, made safe to show.
    pub(crate) name: Option<String>,
    pub(crate) advice: Option<Advice>,
    pub(crate) servers: Vec<Row>,
    /// Those that mail is handed in to.
    pub(crate) outgoing: Vec<Row>,
}

/// One server of a provider. Host and user name may hold placeholders for parts of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) security: Security,
    pub(crate) user: String,
    pub(crate) sign_in: Option<Ways>,
}

/// Reads a document; no provider where it is none.
pub(crate) fn read(text: &str) -> Vec<Provider> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            tracing::debug!("an autoconfiguration document cannot be read: {error}");
            return Vec::new();
        }
    };
    let root = document.root_element();
    if root.tag_name().name() != "clientConfig" {
        return Vec::new();
    }
    children(root, "emailProvider").map(provider).collect()
}

impl Provider {
    /// Its servers for that.
    pub(crate) const fn rows(&self, purpose: Purpose) -> &Vec<Row> {
        match purpose {
            Purpose::Reading => &self.servers,
            Purpose::Sending => &self.outgoing,
        }
    }

    /// What it says for this address, its preferred server first, from `place` on within the source.
    pub(crate) fn settings(
        &self,
        address: &Address,
        purpose: Purpose,
        source: Source,
        place: usize,
    ) -> Vec<Setting> {
        let places = place..;
        self.rows(purpose)
            .iter()
            .zip(places)
            .filter_map(|(row, place)| self.setting(row, address, Rank { source, place }))
            .collect()
    }

    fn setting(&self, row: &Row, address: &Address, rank: Rank) -> Option<Setting> {
        let user = if row.user.is_empty() { ADDRESS } else { &row.user };
        Some(Setting {
            rank,
            host: Host::parse(&filled_in(&row.host, address)).ok()?,
            port: row.port,
            security: row.security,
            user: UserName::parse(&filled_in(user, address)).ok()?,
            user_form: match user {
                ADDRESS => UserForm::Address,
                LOCAL_PART => UserForm::LocalPart,
                _ => UserForm::Other,
            },
            provider: self.name.clone(),
            sign_in: row.sign_in,
        })
    }
}

fn provider(node: Node<'_, '_>) -> Provider {
    let is_mx = |domain: &Node<'_, '_>| domain.attribute("purpose") == Some("mx");
    let domains = |wants_mx| {
        children(node, "domain")
            .filter(|domain| is_mx(domain) == wants_mx)
            .filter_map(|domain| Domain::parse(domain.text()?).ok())
            .collect()
    };
    Provider {
        domains: domains(false),
        mx: domains(true),
        name: text(node, "displayName").map(shown),
        advice: text(node, "advice").and_then(Advice::parse),
        servers: rows(node, "incomingServer", "imap"),
        outgoing: rows(node, "outgoingServer", "smtp"),
    }
}

fn rows(node: Node<'_, '_>, element: &'static str, kind: &str) -> Vec<Row> {
    children(node, element)
        .filter(|server| server.attribute("type") == Some(kind))
        .filter_map(row)
        .take(SERVERS)
        .collect()
}

fn row(node: Node<'_, '_>) -> Option<Row> {
    let security = match text(node, "socketType")? {
        "SSL" => Security::ImplicitTls,
        "STARTTLS" => Security::StartTls,
        _ => return None,
    };
    Some(Row {
        host: text(node, "hostname")?.to_owned(),
        port: text(node, "port")?.parse().ok().filter(|&port| port > 0)?,
        security,
        user: text(node, "username").unwrap_or_default().to_owned(),
        sign_in: ways(node),
    })
}

/// The ways to sign in that we know; none where none of them is named.
fn ways(node: Node<'_, '_>) -> Option<Ways> {
    let mut ways = Ways::default();
    for authentication in children(node, "authentication").filter_map(|named| named.text()) {
        match authentication.trim() {
            "password-cleartext" | "plain" | "password-encrypted" | "secure" => ways.password = true,
            "OAuth2" => ways.token = true,
            _ => {}
        }
    }
    (ways != Ways::default()).then_some(ways)
}

fn filled_in(pattern: &str, address: &Address) -> String {
    // The whole first: what is filled in for it may look like a placeholder and stays as it is.
    if pattern == ADDRESS {
        return address.to_string();
    }
    if pattern == LOCAL_PART {
        return address.local().to_owned();
    }
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, placeholder, after)) = first_placeholder(rest) {
        filled.push_str(before);
        match placeholder {
            ADDRESS => filled.push_str(&address.to_string()),
            LOCAL_PART => filled.push_str(address.local()),
            _ => filled.push_str(address.domain().ascii()),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn first_placeholder(text: &str) -> Option<(&str, &'static str, &str)> {
    [ADDRESS, LOCAL_PART, DOMAIN]
        .into_iter()
        .filter_map(|placeholder| {
            text.split_once(placeholder)
                .map(|(before, after)| (before, placeholder, after))
        })
        .min_by_key(|(before, ..)| before.len())
}

fn children<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children()
        .filter(move |child| child.tag_name().name() == name)
}

fn text<'a>(node: Node<'a, '_>, name: &'static str) -> Option<&'a str> {
    let text = children(node, name).next()?.text()?.trim();
    (!text.is_empty()).then_some(text)
}

const ADDRESS: &str = "%EMAILADDRESS%";
const LOCAL_PART: &str = "%EMAILLOCALPART%";
const DOMAIN: &str = "%EMAILDOMAIN%";

/// Nodes of a document; the largest honest one has some hundred, the shipped table some thousand.
const NODES: u32 = 20_000;

/// Servers of one provider that are looked at.
const SERVERS: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    fn document(servers: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><clientConfig version=\"1.1\"><emailProvider id=\"example.org\">\
             <domain>example.org</domain><displayName>Example\u{202E}</displayName>{servers}</emailProvider></clientConfig>"
        )
    }

    fn server(kind: &str, host: &str, port: &str, socket: &str, user: &str) -> String {
        format!(
            "<incomingServer type=\"{kind}\"><hostname>{host}</hostname><port>{port}</port>\
             <socketType>{socket}</socketType><username>{user}</username></incomingServer>"
        )
    }

    /// Each setting as one line.
    fn check(servers: &str, expected: &[&str]) {
        let address = Address::parse("a.clerk@example.org").unwrap();
        let lines: Vec<String> = read(&document(servers))
            .iter()
            .flat_map(|provider| provider.settings(&address, Purpose::Reading, Source::Autoconfig, 0))
            .map(|s| {
                format!(
                    "{}:{} {} {} {:?}",
                    s.host,
                    s.port,
                    s.security.as_str(),
                    s.user,
                    s.user_form
                )
            })
            .collect();
        assert_eq!(lines, expected, "{servers}");
    }

    #[test]
    fn reads_what_says_where_imap_is() {
        check(
            &server("imap", "imap.example.org", "993", "SSL", ADDRESS),
            &["imap.example.org:993 implicit a.clerk@example.org Address"],
        );
        check(
            &server("imap", "imap.%EMAILDOMAIN%", " 143 ", "STARTTLS", LOCAL_PART),
            &["imap.example.org:143 starttls a.clerk LocalPart"],
        );
        check(
            &server(
                "imap",
                "imap.example.org",
                "993",
                "SSL",
                "OFFICE\\%EMAILLOCALPART%+%EMAILDOMAIN%",
            ),
            &["imap.example.org:993 implicit OFFICE\\a.clerk+example.org Other"],
        );
        // Without a user name, the whole address is the usual one.
        check(
            &server("imap", "imap.example.org", "993", "SSL", ""),
            &["imap.example.org:993 implicit a.clerk@example.org Address"],
        );
    }

    #[test]
    fn what_takes_mail_in_is_told_from_what_gives_it_out() {
        let address = Address::parse("a.clerk@example.org").unwrap();
        let out = |kind, host: &str| {
            server(kind, host, "587", "STARTTLS", LOCAL_PART).replace("incomingServer", "outgoingServer")
        };
        let servers = [
            server("imap", "imap.example.org", "993", "SSL", ADDRESS),
            out("smtp", "smtp.example.org"),
            out("imap", "wrong.example.org"),
        ];
        let read = read(&document(&servers.concat()));
        let hosts = |purpose| -> Vec<String> {
            let settings = read[0].settings(&address, purpose, Source::Autoconfig, 0);
            settings
                .iter()
                .map(|s| format!("{}:{} {}", s.host, s.port, s.user))
                .collect()
        };
        assert_eq!(
            hosts(Purpose::Reading),
            ["imap.example.org:993 a.clerk@example.org"]
        );
        assert_eq!(hosts(Purpose::Sending), ["smtp.example.org:587 a.clerk"]);
    }

    #[test]
    fn leaves_out_what_cannot_be_used() {
        for servers in [
            server("pop3", "pop.example.org", "995", "SSL", ADDRESS),
            server("imap", "imap.example.org", "143", "plain", ADDRESS),
            server("imap", "imap.example.org", "0", "SSL", ADDRESS),
            server("imap", "imap.example.org", "99999", "SSL", ADDRESS),
            server("imap", "two words", "993", "SSL", ADDRESS),
            server("imap", "", "993", "SSL", ADDRESS),
            server("imap", "imap.example.org", "993", "SSL", "a&#10;b"),
            String::new(),
        ] {
            check(&servers, &[]);
        }
    }

    #[test]
    fn keeps_the_order_of_the_document_and_no_more_than_a_few() {
        let many: String = (1..=20)
            .map(|n| server("imap", &format!("imap{n}.example.org"), "993", "SSL", ADDRESS))
            .collect();
        let read = read(&document(&many));
        let hosts: Vec<&str> = read
            .iter()
            .flat_map(|p| &p.servers)
            .map(|row| row.host.as_str())
            .collect();
        assert_eq!(hosts.len(), SERVERS);
        assert_eq!(hosts.first(), Some(&"imap1.example.org"));
    }

    #[test]
    fn what_an_address_holds_is_filled_in_once() {
        let address = Address::parse("%EMAILDOMAIN%@example.org").unwrap();
        for (pattern, expected) in [
            (LOCAL_PART, "%EMAILDOMAIN%"),
            ("x-%EMAILLOCALPART%", "x-%EMAILDOMAIN%"),
            (ADDRESS, "%EMAILDOMAIN%@example.org"),
        ] {
            assert_eq!(filled_in(pattern, &address), expected);
        }
    }

    #[test]
    fn what_the_provider_wants_for_signing_in_is_told() {
        for (named, expected) in [
            ("", None),
            ("<authentication>GSSAPI</authentication>", None),
            (
                "<authentication>password-cleartext</authentication>",
                Some(Ways {
                    password: true,
                    token: false,
                }),
            ),
            (
                "<authentication>OAuth2</authentication><authentication>password-cleartext</authentication>",
                Some(Ways {
                    password: true,
                    token: true,
                }),
            ),
        ] {
            let with = server("imap", "imap.example.org", "993", "SSL", ADDRESS)
                .replace("</incomingServer>", &format!("{named}</incomingServer>"));
            assert_eq!(read(&document(&with))[0].servers[0].sign_in, expected, "{named}");
        }
    }

    #[test]
    fn a_hostile_document_says_nothing() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\">]><clientConfig><emailProvider>&b;</emailProvider></clientConfig>";
        let deep = format!("{}{}", "<a>".repeat(9_000), "</a>".repeat(9_000));
        let many = format!("<clientConfig>{}</clientConfig>", "<a/>".repeat(30_000));
        for text in ["", "<", "<html/>", "<clientConfig", bomb, &deep, &many] {
            assert_eq!(read(text), [], "{:.40}", text);
        }
        assert_eq!(
            read(&document("")).first().unwrap().name.as_deref(),
            Some("ExampleU+202E")
        );
    }
}
