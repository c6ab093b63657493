//! Signing in to a submission server by each way, against a peer that says what its script says and knows no SMTP.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use astray_tests::{Certificate, Pki};
use mailbox::{Account, Host, Limits, Security, UserName};
use response::{Error, Secret, try_sign_in};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

/// Plays a script of `S:` and `C:` lines after the greeting and EHLO; what the sign-in ended with, and whether the script did.
fn play(offer: &str, script: &[&str], secret: &Secret) -> Result<Result<(), Error>> {
    let pki = Pki::new()?;
    let hello = format!("S: 250 AUTH {offer}");
    let lines: Vec<String> = [
        "S: 220 hello",
        "C: EHLO [127.0.0.1]",
        "S: 250-localhost",
        hello.as_str(),
    ]
    .iter()
    .chain(script)
    .map(|line| (*line).to_owned())
    .collect();
    let (port, server) = serve(&pki.leaf_paths(Certificate::Good), lines)?;
    let account = Account {
        host: Host::parse("127.0.0.1")?,
        port,
        security: Security::ImplicitTls,
        user: UserName::parse("a.clerk")?,
        ca_path: Some(pki.ca_path()),
    };
    let limits = Limits {
        connect_for: Duration::from_secs(5),
        command_for: Duration::from_secs(5),
        ..Limits::default()
    };
    let ended = try_sign_in(&account, secret, &limits);
    server.join().ok().context("the peer has crashed")??;
    Ok(ended)
}

fn serve([cert, key]: &[PathBuf; 2], lines: Vec<String>) -> Result<(u16, JoinHandle<Result<()>>)> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from_pem_file(cert)?],
            PrivateKeyDer::from_pem_file(key)?,
        )?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    let server = thread::spawn(move || {
        let (socket, _) = listener.accept()?;
        let connection = ServerConnection::new(Arc::new(config))?;
        let mut stream = BufReader::new(StreamOwned::new(connection, socket));
        for line in lines {
            if let Some(said) = line.strip_prefix("S: ") {
                stream.get_mut().write_all(format!("{said}\r\n").as_bytes())?;
                continue;
            }
            let mut heard = String::new();
            stream.read_line(&mut heard)?;
            let expected = line.strip_prefix("C: ").unwrap_or_default();
            ensure!(heard.trim_end() == expected, "{heard:?} is not {expected:?}");
        }
        Ok(())
    });
    Ok((port, server))
}

#[test]
fn a_password_goes_by_the_way_that_carries_any_character() -> Result<()> {
    let secret = Secret::password("pässword".to_owned());
    // printf '\0a.clerk\0pässword' | base64
    let plain = "C: AUTH PLAIN AGEuY2xlcmsAcMOkc3N3b3Jk";
    play(
        "LOGIN PLAIN XOAUTH2",
        &[plain, "S: 235 welcome", "C: QUIT"],
        &secret,
    )??;
    Ok(())
}

#[test]
fn where_there_is_only_login_its_questions_are_answered() -> Result<()> {
    let secret = Secret::password("secret".to_owned());
    let script = [
        "C: AUTH LOGIN",
        "S: 334 VXNlcm5hbWU6",
        "C: YS5jbGVyaw==",
        "S: 334 UGFzc3dvcmQ6",
        "C: c2VjcmV0",
        "S: 235 welcome",
        "C: QUIT",
    ];
    play("LOGIN", &script, &secret)??;
    // A question that nobody knows is not answered with a password.
    let odd = play("LOGIN", &["C: AUTH LOGIN", "S: 334 V2hhdD8="], &secret)?;
    ensure!(matches!(odd, Err(Error::NoSignIn { .. })), "{odd:?}");
    Ok(())
}

#[test]
fn a_token_goes_by_xoauth2_and_its_refusal_is_told() -> Result<()> {
    let secret = Secret::token("ya29.token".to_owned());
    // printf 'user=a.clerk\1auth=Bearer ya29.token\1\1' | base64
    let token = "C: AUTH XOAUTH2 dXNlcj1hLmNsZXJrAWF1dGg9QmVhcmVyIHlhMjkudG9rZW4BAQ==";
    play("PLAIN XOAUTH2", &[token, "S: 235 welcome", "C: QUIT"], &secret)??;
    let script = [
        token,
        "S: 334 eyJzdGF0dXMiOiI0MDAifQ==",
        "C: ",
        "S: 535 5.7.8 token has expired",
    ];
    let refused = play("PLAIN XOAUTH2", &script, &secret)?.unwrap_err();
    ensure!(
        refused.to_string() == "127.0.0.1 refused the sign-in of a.clerk; it said “5.7.8 token has expired”",
        "{refused}"
    );
    let no_way = play("PLAIN LOGIN", &[], &secret)?;
    ensure!(matches!(no_way, Err(Error::NoSignIn { .. })), "{no_way:?}");
    Ok(())
}
