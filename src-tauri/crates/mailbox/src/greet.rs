//! Looks at a server without signing in: whether it is there, whether it is the one it should be, and how it wants users to sign in.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use imap::{Client, types::Capabilities};

use crate::{
    Account, Doing, Error, Limits, bounds::Answer, cause, connect::connect_to, wake::Wake,
    watcher::on_own_thread, wire::Wire,
};

/// How a server lets users sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// With a password, by whichever mechanism.
    pub takes_password: bool,
    /// With an access token (RFC 7628, or XOAUTH2).
    pub takes_token: bool,
}

/// Connects to one of `addresses`, checks the certificate against the account's host, asks what the server can do, and leaves.
/// Neither a user name nor a password is sent. Blocks as long as `limits` allow.
///
/// # Errors
/// What hinders it; a server whose certificate is not good is none.
pub fn greet(addresses: &[SocketAddr], account: &Account, limits: &Limits) -> Result<Greeting, Error> {
    on_own_thread(&account.host, |wake| look(addresses, account, limits, wake))
}

fn look(
    addresses: &[SocketAddr],
    account: &Account,
    limits: &Limits,
    wake: &Arc<Wake>,
) -> Result<Greeting, Error> {
    let wire = connect_to(addresses, account, limits, wake)?;
    let mut client = Client::new(wire.clone());
    wire.begin(limits.command_for, Answer::Lines);
    let offered = client
        .capabilities()
        .map_err(|error| cause::of_imap(&account.host, Doing::SigningIn, error))?;
    let greeting = Greeting {
        takes_password: takes_password(&offered),
        takes_token: TOKEN.iter().any(|mechanism| offered.has_str(mechanism)),
    };
    leave(&wire);
    Ok(greeting)
}

fn takes_password(offered: &Capabilities) -> bool {
    !offered.has_str("LOGINDISABLED") || PASSWORD.iter().any(|mechanism| offered.has_str(mechanism))
}

/// Says goodbye. Nobody waits for the answer.
fn leave(wire: &Wire) {
    wire.begin(GOODBYE, Answer::Lines);
    let _gone = wire.send("z1 LOGOUT");
}

const TOKEN: [&str; 2] = ["AUTH=OAUTHBEARER", "AUTH=XOAUTH2"];

const PASSWORD: [&str; 4] = [
    "AUTH=PLAIN",
    "AUTH=LOGIN",
    "AUTH=SCRAM-SHA-1",
    "AUTH=SCRAM-SHA-256",
];

const GOODBYE: Duration = Duration::from_secs(2);
