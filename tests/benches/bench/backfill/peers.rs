//! Other clients that read the same: a bare TLS socket that throws all away, and Python's imapclient.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Dovecot, Pki, Tls};
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};

use super::sign_in;

/// Messages a command asks for, as Astray does.
const CHUNK: u32 = 500;

/// The time of a bare socket that asks for all in the same chunks, and throws away what comes.
pub(super) fn drained(dovecot: &Dovecot, pki: &Pki, (messages, fields): (u32, &str)) -> Result<Duration> {
    let begun = Instant::now();
    let mut stream = connect(dovecot, pki)?;
    let (user, password, _) = sign_in();
    ask(&mut stream, "a", &format!("LOGIN {user} \"{password}\""))?;
    ask(&mut stream, "b", "EXAMINE Sent")?;
    for (first, last) in chunks(messages) {
        ask(&mut stream, "c", &format!("UID FETCH {first}:{last} {fields}"))?;
    }
    Ok(begun.elapsed())
}

/// The first and the last message of each chunk.
pub(super) fn chunks(messages: u32) -> impl Iterator<Item = (u32, u32)> {
    let firsts = (0..messages.div_ceil(CHUNK)).map(|chunk| chunk * CHUNK + 1);
    firsts.map(move |first| (first, first.saturating_add(CHUNK - 1).min(messages)))
}

/// TLS that trusts the test's own authority.
pub(super) fn config(pki: &Pki) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(pki.ca_path())?)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn connect(dovecot: &Dovecot, pki: &Pki) -> Result<StreamOwned<ClientConnection, TcpStream>> {
    let config = config(pki)?;
    let socket = TcpStream::connect(("127.0.0.1", dovecot.port(Tls::Implicit)))?;
    socket.set_nodelay(true)?;
    let connection = ClientConnection::new(Arc::new(config), ServerName::try_from("localhost")?)?;
    Ok(StreamOwned::new(connection, socket))
}

/// Sends a command and reads up to the end of its answer, of which only the last octets are looked at.
fn ask(stream: &mut impl ReadWrite, tag: &str, command: &str) -> Result<()> {
    stream.write_all(format!("{tag} {command}\r\n").as_bytes())?;
    let end = format!("\r\n{tag} OK ");
    let (mut piece, mut tail) = (vec![0; 64 * 1024], b"\r\n".to_vec());
    loop {
        let count = stream.read(&mut piece)?;
        ensure!(count > 0, "the server closed the connection");
        tail.extend(piece.get(..count).unwrap_or_default());
        let last = tail.len().saturating_sub(LAST_LINE);
        tail.drain(..last);
        if tail.ends_with(b"\r\n") && String::from_utf8_lossy(&tail).contains(&end) {
            return Ok(());
        }
    }
}

/// The tagged line, which may list all that the server can do, is shorter than this.
const LAST_LINE: usize = 4096;

trait ReadWrite: Read + Write {}
impl<T: Read + Write> ReadWrite for T {}

/// The time of Python's imapclient, which also takes the answers apart; none where it is not installed.
pub(super) fn imapclient(dovecot: &Dovecot, pki: &Pki, fields: &str) -> Result<Option<Duration>> {
    let installed = Command::new("python3").args(["-c", "import imapclient"]).output();
    if !installed.is_ok_and(|output| output.status.success()) {
        return Ok(None);
    }
    let (user, password, _) = sign_in();
    let output = Command::new("python3")
        .args(["-c", include_str!("imapclient.py")])
        .arg(pki.ca_path())
        .args([&dovecot.port(Tls::Implicit).to_string(), user, password, fields])
        .output()?;
    ensure!(
        output.status.success(),
        "imapclient failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let seconds: f64 = String::from_utf8(output.stdout)?
        .trim()
        .parse()
        .context("imapclient says no time")?;
    Ok(Some(Duration::from_secs_f64(seconds)))
}
