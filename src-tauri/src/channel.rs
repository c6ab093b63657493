//! The channel to the running agent: how a second start and the window reach it.
//!
//! A local socket in the user's own runtime folder (mode 0700), one request a connection: a JSON line in, a JSON line out. It needs
//! no session bus, and it carries closed verbs alone: whoever can reach it can make the agent look, not act.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    time::Duration,
};

use interprocess::local_socket::{
    GenericFilePath, Listener, ListenerOptions, Name, Stream, ToFsName, prelude::*,
};
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Octets of the longest request; a password is the longest thing in one.
const LONGEST: u64 = 4096;

/// How long either side waits for the other.
const PATIENCE: Duration = Duration::from_secs(3);

/// What may be asked of the agent.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Request {
    /// Show this route, in the window that is open or in a new one.
    Open(String),
    /// Look at every mailbox at once.
    CheckNow,
    /// An account was added, changed or removed.
    AccountsChanged,
    /// What the user chose changed.
    PreferencesChanged,
    /// Show a notification that tells of nothing.
    TestAlert,
    /// The user decided on an incident.
    Decided,
    /// Keep this password until the agent ends; there is no keyring for it.
    HoldPassword {
        /// The account's number in the casebook.
        account: i64,
        /// The password itself.
        #[serde(serialize_with = "spoken", deserialize_with = "heard")]
        password: Zeroizing<String>,
    },
    /// Nothing: only the status is wanted, which answers every request.
    Status,
}

/// What the agent says of itself.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
pub(crate) struct AgentStatus {
    /// Whether the watch is paused.
    pub(crate) paused: bool,
    /// Whether the desktop shows notifications, as far as is known.
    pub(crate) notifies: bool,
    /// What hinders the agent itself, such as a missing notification server.
    pub(crate) troubles: Vec<AgentTrouble>,
}

/// One hindrance in words.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub(crate) struct AgentTrouble {
    /// What it concerns, "Notifications".
    pub(crate) subject: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What can be done.
    pub(crate) hint: String,
}

fn spoken<S: Serializer>(password: &Zeroizing<String>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(password)
}

fn heard<'de, D: Deserializer<'de>>(from: D) -> Result<Zeroizing<String>, D::Error> {
    String::deserialize(from).map(Zeroizing::new)
}

fn name(path: &Path) -> std::io::Result<Name<'_>> {
    path.to_fs_name::<GenericFilePath>()
}

/// Asks the running agent.
///
/// # Errors
/// Where none runs, or it does not answer within three seconds.
pub(crate) fn ask(path: &Path, request: &Request) -> std::io::Result<AgentStatus> {
    let mut line = Zeroizing::new(serde_json::to_vec(request)?);
    line.push(b'\n');
    let mut stream = Stream::connect(name(path)?)?;
    stream.set_recv_timeout(Some(PATIENCE))?;
    stream.set_send_timeout(Some(PATIENCE))?;
    stream.write_all(&line)?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer)?;
    Ok(serde_json::from_str(&answer)?)
}

/// Opens the channel. The caller holds the lock, so a socket that lies there is a dead one.
///
/// # Errors
/// Where the socket cannot be made.
pub(crate) fn listen(path: &Path) -> std::io::Result<Listener> {
    ListenerOptions::new()
        .name(name(path)?)
        .try_overwrite(true)
        .create_sync()
}

/// Answers requests until the process ends; `answer` gets each and says the status.
pub(crate) fn serve(listener: &Listener, mut answer: impl FnMut(Request) -> AgentStatus) {
    for stream in listener.incoming() {
        let served = stream.and_then(|stream| serve_one(stream, &mut answer));
        if let Err(error) = served {
            tracing::warn!("a request on the channel could not be served: {error}");
        }
    }
}

fn serve_one(mut stream: Stream, answer: &mut impl FnMut(Request) -> AgentStatus) -> std::io::Result<()> {
    stream.set_recv_timeout(Some(PATIENCE))?;
    stream.set_send_timeout(Some(PATIENCE))?;
    let mut line = Zeroizing::new(String::new());
    BufReader::new(&stream).take(LONGEST).read_line(&mut line)?;
    let request = serde_json::from_str(&line)?;
    let mut status = serde_json::to_vec(&answer(request))?;
    status.push(b'\n');
    stream.write_all(&status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_answered_with_the_status() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("channel");
        let listener = listen(&path).unwrap();
        let troubled = AgentStatus {
            paused: true,
            notifies: true,
            troubles: Vec::new(),
        };
        let expected = troubled.clone();
        std::thread::spawn(move || {
            serve(&listener, |request| {
                let opens = matches!(request, Request::Open(route) if route == "incident/3");
                if opens {
                    troubled.clone()
                } else {
                    AgentStatus::default()
                }
            });
        });
        assert_eq!(ask(&path, &Request::Open("incident/3".into())).unwrap(), expected);
        assert_eq!(ask(&path, &Request::Status).unwrap(), AgentStatus::default());
        // What is no request is refused, and the next one served all the same.
        let mut stream = Stream::connect(name(&path).unwrap()).unwrap();
        stream.write_all(b"{\"run\":\"rm\"}\n").unwrap();
        assert_eq!(ask(&path, &Request::CheckNow).unwrap(), AgentStatus::default());
    }

    #[test]
    fn no_agent_is_an_error_at_once() {
        let folder = tempfile::tempdir().unwrap();
        assert!(ask(&folder.path().join("channel"), &Request::Status).is_err());
    }
}
