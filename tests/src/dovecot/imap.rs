//! The user's own mail program, as far as tests need one: a plain IMAP connection that puts letters into mailboxes.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{letter::Letter, wait::until};

/// A connection that has signed in. Without TLS: Dovecot holds a peer of the same address to be safe.
#[derive(Debug)]
pub struct Imap {
    stream: BufReader<TcpStream>,
    user: String,
    commands: u32,
}

impl Imap {
    pub(crate) fn sign_in(port: u16, user: &str, password: &str) -> Result<Self> {
        let (stream, _) = greeted(port)?;
        let mut client = Self {
            stream,
            user: user.to_owned(),
            commands: 0,
        };
        client.command(&format!("LOGIN {user} {}", quoted(password)))?;
        Ok(client)
    }

    /// Who has signed in.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// Sends one command and gives the untagged lines of its answer.
    ///
    /// # Errors
    /// When the answer is not OK.
    pub fn command(&mut self, command: &str) -> Result<Vec<String>> {
        let tag = self.next_tag();
        self.send(format!("{tag} {command}\r\n").as_bytes())?;
        self.answer(&tag)
            .with_context(|| format!("the server refused {command:?}"))
    }

    /// Puts a letter, seen and with its own date, into a mailbox, and says when the server had answered OK.
    ///
    /// # Errors
    /// When the server refuses it.
    pub fn append(&mut self, mailbox: &str, letter: &Letter) -> Result<Instant> {
        let (tag, octets) = (self.next_tag(), letter.to_bytes());
        let command = append_command(&tag, mailbox, letter, &format!("{{{}}}", octets.len()));
        self.send(&command)?;
        let asked = line(&mut self.stream)?;
        ensure!(
            asked.starts_with('+'),
            "the server refused a letter for {mailbox}: {asked}"
        );
        self.send(&[&octets, &b"\r\n"[..]].concat())?;
        self.answer(&tag)
            .with_context(|| format!("the server refused a letter for {mailbox}"))?;
        Ok(Instant::now())
    }

    /// Puts a message into a mailbox octet by octet as it is, not seen.
    ///
    /// # Errors
    /// When the server refuses it.
    pub fn append_octets(&mut self, mailbox: &str, octets: &[u8]) -> Result<()> {
        let tag = self.next_tag();
        let command = format!("{tag} APPEND {} {{{}}}\r\n", quoted(mailbox), octets.len());
        self.send(command.as_bytes())?;
        let asked = line(&mut self.stream)?;
        ensure!(asked.starts_with('+'), "the server refused a message: {asked}");
        self.send(&[octets, &b"\r\n"[..]].concat())?;
        self.answer(&tag).map(drop)
    }

    /// Puts many letters into a mailbox, several on their way at once where the server knows literals that wait for nobody
    /// (LITERAL+, RFC 7888).
    ///
    /// # Errors
    /// When the server refuses one.
    pub fn append_all(&mut self, mailbox: &str, letters: &[Letter]) -> Result<()> {
        let offered = self.command("CAPABILITY")?.join(" ");
        if !offered.contains("LITERAL+") {
            return letters
                .iter()
                .try_for_each(|letter| self.append(mailbox, letter).map(drop));
        }
        for some in letters.chunks(AT_ONCE) {
            let (mut octets, mut tags) = (Vec::new(), Vec::new());
            for letter in some {
                let (tag, letter_octets) = (self.next_tag(), letter.to_bytes());
                let length = format!("{{{}+}}", letter_octets.len());
                octets.extend(append_command(&tag, mailbox, letter, &length));
                octets.extend(letter_octets);
                octets.extend(b"\r\n");
                tags.push(tag);
            }
            self.send(&octets)?;
            for tag in tags {
                self.answer(&tag)
                    .with_context(|| format!("the server refused a letter for {mailbox}"))?;
            }
        }
        Ok(())
    }

    /// Waits for new messages in IDLE (RFC 2177), on a thread of its own, and says when the server told of each.
    ///
    /// # Errors
    /// When the server has no such mailbox.
    pub fn idle(mut self, mailbox: &str) -> Result<mpsc::Receiver<Instant>> {
        self.command(&format!("EXAMINE {}", quoted(mailbox)))?;
        self.stream.get_ref().set_read_timeout(None)?;
        self.send(b"idle IDLE\r\n")?;
        line(&mut self.stream)?;
        let (told, news) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(line) = line(&mut self.stream) {
                if line.ends_with(" EXISTS") && told.send(Instant::now()).is_err() {
                    break;
                }
            }
        });
        Ok(news)
    }

    fn next_tag(&mut self) -> String {
        self.commands += 1;
        format!("t{}", self.commands)
    }

    fn send(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(self.stream.get_mut().write_all(bytes)?)
    }

    fn answer(&mut self, tag: &str) -> Result<Vec<String>> {
        let mut untagged = Vec::new();
        loop {
            let line = line(&mut self.stream)?;
            let Some(status) = line.strip_prefix(tag) else {
                untagged.push(line);
                continue;
            };
            ensure!(status.starts_with(" OK"), "it answered{status}");
            return Ok(untagged);
        }
    }
}

/// Waits until the server greets, which is when it can be used; `gave_up` says that it has ended instead.
pub(crate) fn await_greeting(port: u16, within: Duration, mut gave_up: impl FnMut() -> bool) -> Result<()> {
    let greeted = until("the server's greeting", within, || match greeted(port) {
        Ok(_) => Some(true),
        Err(_) => gave_up().then_some(false),
    })?;
    ensure!(greeted, "it ended");
    Ok(())
}

fn greeted(port: u16) -> Result<(BufReader<TcpStream>, String)> {
    let stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let greeting = line(&mut stream)?;
    ensure!(greeting.starts_with("* OK"), "it greeted with {greeting}");
    Ok((stream, greeting))
}

fn line(stream: &mut BufReader<TcpStream>) -> Result<String> {
    let mut line = Vec::new();
    if stream.read_until(b'\n', &mut line)? == 0 {
        bail!("it closed the connection");
    }
    Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
}

fn append_command(tag: &str, mailbox: &str, letter: &Letter, length: &str) -> Vec<u8> {
    let date = letter.date().strftime("%d-%b-%Y %H:%M:%S %z");
    format!(
        "{tag} APPEND {} (\\Seen) \"{date}\" {length}\r\n",
        quoted(mailbox)
    )
    .into_bytes()
}

/// Letters on their way at once: their answers fit into what a socket holds.
const AT_ONCE: usize = 50;

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
