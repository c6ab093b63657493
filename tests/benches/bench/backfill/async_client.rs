//! The crate async-imap as a peer: it reads the same in the same chunks, and takes the answers apart as they come.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Dovecot, Pki, Tls};
use rustls::pki_types::ServerName;
use tokio::{net::TcpStream, runtime::Handle};
use tokio_rustls::TlsConnector;
use tokio_stream::StreamExt as _;

use super::{
    peers::{chunks, config},
    sign_in,
};

/// The time that it takes. Runs on the runtime of the thread that may wait.
pub(super) fn async_imap(dovecot: &Dovecot, pki: &Pki, (messages, fields): (u32, &str)) -> Result<Duration> {
    Handle::current().block_on(read(dovecot, pki, messages, fields))
}

async fn read(dovecot: &Dovecot, pki: &Pki, messages: u32, fields: &str) -> Result<Duration> {
    let begun = Instant::now();
    let socket = TcpStream::connect(("127.0.0.1", dovecot.port(Tls::Implicit))).await?;
    socket.set_nodelay(true)?;
    let connector = TlsConnector::from(Arc::new(config(pki)?));
    let stream = connector
        .connect(ServerName::try_from("localhost")?, socket)
        .await?;
    let mut client = async_imap::Client::new(stream);
    client.read_response().await?.context("no greeting")?;
    let (user, password, _) = sign_in();
    let mut session = client.login(user, password).await.map_err(|(error, _)| error)?;
    session.examine("Sent").await?;
    let mut read = 0_u32;
    for (first, last) in chunks(messages) {
        let mut fetched = session.uid_fetch(format!("{first}:{last}"), fields).await?;
        while let Some(message) = fetched.next().await {
            message?;
            read += 1;
        }
    }
    ensure!(read == messages, "{read} of {messages} messages");
    Ok(begun.elapsed())
}
