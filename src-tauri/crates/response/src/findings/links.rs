//! Links: shared files, by the host that a link really leads to.

use std::sync::OnceLock;

use message::Domain;

use super::{Kind, gathered::Gathered};

const TABLE: &str = include_str!("../../tables/shared_files.tsv");

/// A link to a shared file, for opening the place where it can be stopped. It can be neither printed nor written down.
pub struct SharedLink {
    service: &'static str,
    url: String,
}

impl SharedLink {
    /// The service.
    pub const fn service(&self) -> &'static str {
        self.service
    }

    /// The link itself: https or http, to a host of the service. Whoever opens it opens what the user has sent.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Finds links to shared files.
pub(super) fn find(text: &str, gathered: &mut Gathered, links: &mut Vec<SharedLink>) {
    for scheme in ["https://", "http://"] {
        // What stands within a link is a part of it, and no link of its own.
        let mut read_to = 0;
        for (at, _) in text.match_indices(scheme) {
            if at < read_to {
                continue;
            }
            let url = url(text.get(at..).unwrap_or_default());
            read_to = at.saturating_add(url.len());
            let Some(service) = url.strip_prefix(scheme).and_then(service) else {
                continue;
            };
            gathered.add(Kind::SharedLink, service, &url);
            if links.len() < MOST && !links.iter().any(|link| link.url == url) {
                links.push(SharedLink { service, url });
            }
        }
    }
}

/// A link from the start of a text to its end, as it reads in text and in the attributes of HTML.
fn url(text: &str) -> String {
    let ends = |c: &char| c.is_whitespace() || c.is_control() || "<>\"'`|\\^{}".contains(*c);
    let url: String = text.chars().take_while(|c| !ends(c)).take(LONGEST).collect();
    let url = url.replace("&amp;", "&");
    let opens = url.matches('(').count();
    let closes = url.matches(')').count();
    let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '»', '”']);
    if closes > opens {
        url.trim_end_matches([')', ']']).to_owned()
    } else {
        url.to_owned()
    }
}

/// The service that a link leads to, of which the scheme is cut off. The host is what stands between the user information, which
/// anybody can write, and the port.
fn service(rest: &str) -> Option<&'static str> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let host = authority.rsplit('@').next()?;
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    let host = Domain::parse(host).ok()?;
    rows()
        .iter()
        .find(|(_, domain, start)| {
            host.is_within(domain)
                && path.to_ascii_lowercase().starts_with(start)
                && (path.len() > 1 || !start.is_empty())
        })
        .map(|(service, ..)| *service)
}

fn rows() -> &'static [(&'static str, Domain, &'static str)] {
    static ROWS: OnceLock<Vec<(&str, Domain, &str)>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = line.split('\t');
            Some((
                fields.next()?,
                Domain::parse(fields.next()?).ok()?,
                fields.next()?,
            ))
        };
        TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(row)
            .collect()
    })
}

/// Links that are kept for opening.
const MOST: usize = 100;

/// Characters of a link.
const LONGEST: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::{
        super::{look, tests::in_text},
        *,
    };

    fn check(text: &str, service: Option<&str>) {
        let expected: Vec<String> = service
            .iter()
            .map(|service| format!("shared-link/{service}×1"))
            .collect();
        assert_eq!(in_text(text), expected, "{text}");
    }

    #[test]
    fn every_row_is_read() {
        let written = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(rows().len(), written);
    }

    #[test]
    fn links_to_shared_files_are_found() {
        check("https://1drv.ms/w/s!Abc", Some("OneDrive"));
        check(
            "see https://acme-my.sharepoint.com/:w:/g/personal/a/Ex?e=1.",
            Some("SharePoint"),
        );
        check("https://drive.google.com/file/d/1a/view", Some("Google Drive"));
        check(
            "HTTPS: https://docs.google.com/document/d/1/edit",
            Some("Google Drive"),
        );
        check("(https://www.dropbox.com/scl/fi/a/b?rlkey=c)", Some("Dropbox"));
        check("https://acme.app.box.com/s/abc", Some("Box"));
        check("https://we.tl/t-abc", Some("WeTransfer"));
        check("https://share.icloud.com/photos/0a", Some("iCloud"));
        check("https://user@drive.google.com:443/file/1", Some("Google Drive"));
    }

    #[test]
    fn a_host_is_more_than_a_part_of_a_text() {
        check("https://drive.google.com.evil.example/file/1", None);
        check("https://evil.example/https/drive.google.com/1", None);
        check("https://drive.google.com@evil.example/file/1", None);
        check("https://notdropbox.com/s/abc", None);
        check("https://www.dropbox.com/pricing", None);
        check("https://drive.google.com/", None);
        check("https://www.google.com/search?q=1", None);
        check("drive.google.com is down", None);
    }

    #[test]
    fn the_link_itself_is_handed_over_once() {
        let message = b"Content-Type: text/html\r\n\r\n<a href=\"https://www.dropbox.com/s/a?b=1&amp;c=2\">https://www.dropbox.com/s/a?b=1&amp;c=2</a>";
        let look = look(message);
        let links: Vec<&str> = look.links.iter().map(SharedLink::url).collect();
        assert_eq!(links, ["https://www.dropbox.com/s/a?b=1&c=2"]);
    }
}
