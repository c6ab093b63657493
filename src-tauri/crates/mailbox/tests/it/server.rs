//! The scripted server, and a client for it.
//!
//! A script is a list of lines. `S: …` is said, `C: …` is what must be heard, and these are done: `TLS` shakes hands, `HOLD`
//! stays silent until the client goes, `DRIP` sends an octet every few milliseconds for ever, `FLOOD …` says a line for ever,
//! `JOINED …|…` says two lines at once, `PART …` says a line without its end, `CHAT …` says a line
//! again and again until something is heard, `READY` lets the test go on. A command's tag in a script (`a7`) stands for the tag that
//! is heard: it is said again in the answer.
//! After its last line a script closes the connection.

use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};

use astray_mailbox::{
    Account, Error, Event, Host, Limits, Password, Secret, Security, Start, UserName, catch_up_once,
};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tempfile::TempDir;

pub(crate) use crate::script::{FIELDS, SIGNED_IN, examined, fetched, message};
use crate::shown::{Certificate, config};

pub(crate) struct Server {
    pub(crate) port: u16,
    pub(crate) security: Security,
    pub(crate) dir: TempDir,
    thread: JoinHandle<Vec<String>>,
    done: mpsc::Receiver<()>,
    ready: mpsc::Receiver<()>,
}

impl Server {
    /// TLS from the first octet; one script a connection.
    pub(crate) fn tls(scripts: &[&str]) -> Self {
        let scripts: Vec<String> = scripts.iter().map(|script| format!("TLS\n{script}")).collect();
        Self::new(Security::ImplicitTls, Certificate::Good, scripts)
    }

    pub(crate) fn starttls(script: &str) -> Self {
        Self::new(Security::StartTls, Certificate::Good, vec![script.to_owned()])
    }

    pub(crate) fn new(security: Security, certificate: Certificate, scripts: Vec<String>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = config(&dir, certificate);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (finished, done) = mpsc::channel();
        let (is_ready, ready) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut heard = Vec::new();
            for script in scripts {
                let (socket, _) = listener.accept().unwrap();
                Peer::new(socket).play(&script, &config, &is_ready, &mut heard);
            }
            finished.send(()).unwrap_or_default();
            heard
        });
        Self {
            port,
            security,
            dir,
            thread,
            done,
            ready,
        }
    }

    pub(crate) fn account(&self) -> Account {
        Account {
            host: Host::parse("localhost").unwrap(),
            port: self.port,
            security: self.security,
            user: UserName::parse("a.clerk").unwrap(),
            ca_path: Some(self.dir.path().join("ca.pem")),
        }
    }

    /// Catches up once; what was reported, and how it ended.
    pub(crate) fn catch_up(&self, limits: &Limits) -> (Vec<Event>, Result<(), Error>) {
        let mut events = Vec::new();
        let ended = catch_up_once(&self.account(), &password(), Start::default(), limits, |event| {
            events.push(event);
            true
        });
        (events, ended)
    }

    /// The error that catching up ends with.
    pub(crate) fn failure(self) -> String {
        let (_, ended) = self.catch_up(&short());
        self.finish();
        ended.unwrap_err().to_string()
    }

    /// Waits for a script's `READY`.
    pub(crate) fn await_ready(&self) {
        self.ready.recv_timeout(PATIENCE).unwrap();
    }

    /// All that was heard. Fails where a script was not followed, or is not at its end.
    pub(crate) fn finish(self) -> Vec<String> {
        if self.done.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            panic!("the scripts are not at their end");
        }
        self.thread.join().unwrap()
    }
}

pub(crate) fn password() -> Secret {
    Password::new("hunter2".into()).into()
}

pub(crate) fn short() -> Limits {
    Limits {
        connect_for: Duration::from_secs(5),
        command_for: Duration::from_millis(700),
        idle_for: Duration::from_secs(30),
        poll_every: Duration::from_millis(50),
    }
}

/// The UIDs of all messages that were reported.
pub(crate) fn uids(events: &[Event]) -> Vec<u32> {
    let batches = events.iter().filter_map(|event| {
        if let Event::Batch(batch) = event {
            Some(batch)
        } else {
            None
        }
    });
    batches
        .flat_map(|batch| batch.messages.iter().map(|message| message.uid.get()))
        .collect()
}

/// How long a server waits before it gives a test up.
const PATIENCE: Duration = Duration::from_secs(20);

trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

struct Peer {
    bare: TcpStream,
    stream: BufReader<Box<dyn Stream>>,
    /// The tags that were heard, by those in the script.
    tags: HashMap<String, String>,
}

impl Peer {
    fn new(bare: TcpStream) -> Self {
        bare.set_read_timeout(Some(PATIENCE)).unwrap();
        bare.set_write_timeout(Some(PATIENCE)).unwrap();
        bare.set_nodelay(true).unwrap();
        let stream: Box<dyn Stream> = Box::new(bare.try_clone().unwrap());
        Self {
            bare,
            stream: BufReader::new(stream),
            tags: HashMap::new(),
        }
    }

    fn play(
        mut self,
        script: &str,
        config: &Arc<ServerConfig>,
        ready: &mpsc::Sender<()>,
        heard: &mut Vec<String>,
    ) {
        for line in script.lines().filter(|line| !line.is_empty()) {
            let (step, text) = line.split_once(' ').unwrap_or((line, ""));
            match step {
                "S:" => drop(self.say(&self.with_heard_tag(text))),
                "C:" => {
                    let mut line = String::new();
                    self.stream.read_line(&mut line).unwrap();
                    assert_eq!(
                        self.with_script_tag(line.trim_end(), text),
                        text,
                        "after {heard:#?}"
                    );
                    heard.push(text.to_owned());
                }
                "TLS" => {
                    let connection = ServerConnection::new(config.clone()).unwrap();
                    let mut stream = StreamOwned::new(connection, self.bare.try_clone().unwrap());
                    // A client that refuses our certificate ends the script here.
                    if stream.conn.complete_io(&mut stream.sock).is_err() {
                        return;
                    }
                    self.stream = BufReader::new(Box::new(stream));
                }
                "HOLD" => drop(self.stream.read_to_end(&mut Vec::new())),
                "DRIP" => {
                    while self.part(b"*").is_ok() {
                        thread::sleep(Duration::from_millis(5));
                    }
                }
                "JOINED" => {
                    let lines: Vec<String> = text.split('|').map(|line| self.with_heard_tag(line)).collect();
                    drop(self.say(&lines.join("\r\n")));
                }
                "PART" => self.part(text.as_bytes()).unwrap(),
                "CHAT" => self.chat(text),
                "READY" => ready.send(()).unwrap(),
                "FLOOD" => while self.say(text).is_ok() {},
                other => panic!("no step {other:?}"),
            }
        }
    }

    /// What was heard with the script's tag, where both have one.
    fn with_script_tag(&mut self, heard: &str, script: &str) -> String {
        let (Some((heard_tag, rest)), Some((tag, _))) = (heard.split_once(' '), script.split_once(' '))
        else {
            return heard.to_owned();
        };
        let is_tag = |word: &str| {
            word.starts_with(['a', 'f']) && word.get(1..).is_some_and(|n| n.parse::<u32>().is_ok())
        };
        if !is_tag(heard_tag) || !is_tag(tag) {
            return heard.to_owned();
        }
        self.tags.insert(tag.to_owned(), heard_tag.to_owned());
        format!("{tag} {rest}")
    }

    fn with_heard_tag(&self, said: &str) -> String {
        let (tag, rest) = said.split_once(' ').unwrap_or((said, ""));
        self.tags
            .get(tag)
            .map_or_else(|| said.to_owned(), |heard| format!("{heard} {rest}"))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.stream
            .get_mut()
            .write_all(format!("{text}\r\n").as_bytes())?;
        self.stream.get_mut().flush()
    }

    fn part(&mut self, octets: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(octets)?;
        self.stream.get_mut().flush()
    }

    fn chat(&mut self, text: &str) {
        self.bare
            .set_read_timeout(Some(Duration::from_millis(50)))
            .unwrap();
        while self.stream.fill_buf().is_err() {
            self.say(text).unwrap();
        }
        self.bare.set_read_timeout(Some(PATIENCE)).unwrap();
    }
}
