//! Requests over HTTP, as far as a provider and a browser need them.

use std::{
    collections::BTreeMap,
    io::{BufRead, Read, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

/// A request with all its parameters, from the query and from the form.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// Without its slash.
    pub(super) path: String,
    parameters: BTreeMap<String, String>,
}

impl Request {
    pub(super) fn read(stream: &mut impl BufRead) -> Result<Self> {
        let mut first = String::new();
        stream.read_line(&mut first)?;
        let mut words = first.split(' ');
        let (method, target) = (
            words.next().context("no method")?,
            words.next().context("no target")?,
        );
        let mut length = 0;
        loop {
            let mut line = String::new();
            stream.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        ensure!(length < 64 * 1024, "the form is too long");
        let mut form = vec![0; length];
        stream.read_exact(&mut form)?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut parameters = pairs(query);
        parameters.extend(pairs(&String::from_utf8(form)?));
        Ok(Self {
            method: method.to_owned(),
            path: path.trim_start_matches('/').to_owned(),
            parameters,
        })
    }

    /// A parameter; empty where it is missing.
    pub(super) fn get(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }
}

fn pairs(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

fn decoded(text: &str) -> String {
    let mut octets = Vec::new();
    let mut rest = text.bytes();
    while let Some(octet) = rest.next() {
        octets.push(match octet {
            b'+' => b' ',
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&digits, 16).unwrap_or(b'?')
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&octets).into_owned()
}

/// As it may stand in a query (RFC 3986 section 2.3).
pub(super) fn encoded(text: &str) -> String {
    let one = |octet: u8| match octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) {
        true => char::from(octet).to_string(),
        false => format!("%{octet:02X}"),
    };
    text.bytes().map(one).collect()
}

/// Asks for a page with GET; head and body of the answer.
pub(super) fn get(page: &str) -> Result<String> {
    let rest = page.strip_prefix("http://").context("it is not http")?;
    let (host, target) = rest.split_once('/').unwrap_or((rest, ""));
    let mut socket = TcpStream::connect(host)?;
    socket.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(
        socket,
        "GET /{target} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n"
    )?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer)?;
    Ok(answer)
}
