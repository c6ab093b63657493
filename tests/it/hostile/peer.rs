//! A mail server of the test's own: honest, until it comes to the step at which it does what no server may.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use anyhow::{Result, bail, ensure};
use astray_tests::{Certificate, Pki, Tls};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

/// Where a server turns evil: in place of the greeting, or of the answer to that command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Greeting,
    StartTls,
    Capability,
    SignIn,
    List,
    Examine,
    Fetch,
    Idle,
    /// No step at all.
    None,
}

/// What it does then. `TAG` stands for the command's tag.
#[derive(Clone, Debug)]
pub(super) enum Evil {
    /// Says this, and is honest again.
    Says(String),
    /// Says this and hangs up.
    Ends(String),
    /// Says this and is silent from then on.
    Holds(String),
    /// Says this again and again.
    Floods(String),
    /// Says this, an octet a second.
    Drips(String),
}

/// A running server, and all that it heard.
pub(super) struct Peer {
    pub(super) port: u16,
    evil: Arc<Mutex<Option<(Step, Evil)>>>,
    heard: Arc<Mutex<Heard>>,
}

/// What a server heard.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// Every line.
    pub(super) all: Vec<String>,
    /// Those that came before the encryption.
    pub(super) in_clear: Vec<String>,
}

impl Peer {
    pub(super) fn start(pki: &Pki, tls: Tls, step: Step, evil: Evil) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let peer = Self {
            port: listener.local_addr()?.port(),
            evil: Arc::new(Mutex::new(Some((step, evil)))),
            heard: Arc::default(),
        };
        let config = config(pki)?;
        let (evil, heard) = (peer.evil.clone(), peer.heard.clone());
        // It ends with the test's process: nobody connects any more then.
        thread::spawn(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                let (config, evil, heard) = (config.clone(), lock(&evil).clone(), heard.clone());
                // A client that hangs up is what most cases end with.
                thread::spawn(move || -> Result<()> {
                    let session = Session {
                        config,
                        evil,
                        heard,
                        begins_encrypted: tls == Tls::Implicit,
                        is_encrypted: false,
                        // Octet by octet, since what follows STARTTLS is TLS's to read.
                        stream: BufReader::with_capacity(1, Box::new(socket.try_clone()?)),
                        bare: socket,
                    };
                    session.run()
                });
            }
        });
        Ok(peer)
    }

    /// From now on it is honest.
    pub(super) fn repent(&self) {
        *lock(&self.evil) = None;
    }

    pub(super) fn heard(&self) -> Heard {
        lock(&self.heard).clone()
    }
}

fn config(pki: &Pki) -> Result<Arc<ServerConfig>> {
    let [cert_path, key_path] = pki.leaf_paths(Certificate::Good);
    let chain = vec![CertificateDer::from_pem_reader(File::open(cert_path)?)?];
    let key = PrivateKeyDer::from_pem_reader(File::open(key_path)?)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(Arc::new(
        config.with_no_client_auth().with_single_cert(chain, key)?,
    ))
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// One connection.
struct Session {
    config: Arc<ServerConfig>,
    evil: Option<(Step, Evil)>,
    heard: Arc<Mutex<Heard>>,
    /// Where the encryption begins with STARTTLS, it is evil before that alone.
    begins_encrypted: bool,
    is_encrypted: bool,
    bare: TcpStream,
    stream: BufReader<Box<dyn Stream>>,
}

impl Session {
    fn run(mut self) -> Result<()> {
        if self.begins_encrypted {
            self.encrypt()?;
        }
        self.step(Step::Greeting, "", "* OK hello\r\n")?;
        loop {
            let line = self.hear()?;
            let (tag, command) = line.split_once(' ').unwrap_or(("", &line));
            let verb = command.split(' ').next().unwrap_or_default();
            let (step, honest) = match verb {
                "CAPABILITY" => (Step::Capability, CAPABLE),
                "STARTTLS" => (Step::StartTls, "TAG OK begin\r\n"),
                "AUTHENTICATE" => (Step::SignIn, "+ \r\nLINETAG OK welcome\r\n"),
                "LIST" => (Step::List, "* LIST (\\Sent) \"/\" Sent\r\nTAG OK\r\n"),
                "EXAMINE" => (Step::Examine, EXAMINED),
                "UID" => (Step::Fetch, FETCHED),
                "IDLE" => (Step::Idle, "+ idling\r\nLINETAG OK\r\n"),
                _ => (Step::None, "TAG OK\r\n"),
            };
            self.step(step, tag, honest)?;
            if step == Step::StartTls {
                self.encrypt()?;
            }
        }
    }

    fn encrypt(&mut self) -> Result<()> {
        let connection = ServerConnection::new(self.config.clone())?;
        let stream = StreamOwned::new(connection, self.bare.try_clone()?);
        self.stream = BufReader::new(Box::new(stream));
        self.is_encrypted = true;
        Ok(())
    }

    /// Does at a step what an honest server does, or what this one does there.
    fn step(&mut self, step: Step, tag: &str, honest: &str) -> Result<()> {
        let evil = self
            .evil
            .as_ref()
            .filter(|(at, _)| *at == step && self.is_encrypted == self.begins_encrypted);
        let Some((_, evil)) = evil.cloned() else {
            return self.say(tag, honest);
        };
        match evil {
            Evil::Says(text) => self.say(tag, &text),
            Evil::Ends(text) => {
                self.say(tag, &text)?;
                bail!("that was all")
            }
            Evil::Holds(text) => {
                self.say(tag, &text)?;
                // Until the other side hangs up.
                self.stream.read_to_end(&mut Vec::new())?;
                bail!("that was all")
            }
            Evil::Floods(text) => loop {
                self.say(tag, &text)?;
            },
            Evil::Drips(text) => {
                for octet in text.bytes().cycle() {
                    self.stream.get_mut().write_all(&[octet])?;
                    self.stream.get_mut().flush()?;
                    thread::sleep(Duration::from_secs(1));
                }
                Ok(())
            }
        }
    }

    /// Says a text. `LINE` in it stands for a line of the other side's that is waited for.
    fn say(&mut self, tag: &str, text: &str) -> Result<()> {
        let text = text.replace("TAG", tag);
        for (place, part) in text.split("LINE").enumerate() {
            if place > 0 {
                self.hear()?;
            }
            self.stream.get_mut().write_all(part.as_bytes())?;
            self.stream.get_mut().flush()?;
        }
        Ok(())
    }

    fn hear(&mut self) -> Result<String> {
        let mut line = String::new();
        ensure!(self.stream.read_line(&mut line)? > 0, "the other side hung up");
        let line = line.trim_end().to_owned();
        let mut heard = lock(&self.heard);
        if !self.is_encrypted {
            heard.in_clear.push(line.clone());
        }
        heard.all.push(line.clone());
        Ok(line)
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

const CAPABLE: &str = "* CAPABILITY IMAP4rev1 STARTTLS IDLE AUTH=PLAIN\r\nTAG OK\r\n";

const EXAMINED: &str =
    "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n* OK [UIDNEXT 2] fine\r\nTAG OK [READ-ONLY] done\r\n";

/// One message, to a lookalike.
const FETCHED: &str = "* 1 FETCH (UID 1 INTERNALDATE \"17-Jul-2026 02:44:25 +0200\" RFC822.SIZE 900 \
    BODY[HEADER.FIELDS (TO SUBJECT)] {42}\r\nTo: john@army.ml\r\nSubject: Went astray\r\n\r\n)\r\nTAG OK\r\n";
