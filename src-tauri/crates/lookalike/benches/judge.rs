//! Benchmark of the judge: look-ups, one message to many, and what preparing a reference costs, against a plain loop.
#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs,
    hint::black_box,
    process::Command,
    time::{Duration, Instant},
};

use astray_lookalike::{Correspondent, Reference, Verdict, judge};
use message::{Address, Domain};

const PROTECTED: usize = 10_000;

/// Known correspondents: what a large office has, and far more than anybody has.
const KNOWN: [usize; 2] = [10_000, 1_000_000];

/// Addresses that are looked up, and how often each: a message's are parsed just before, and in the cache too.
const LOOK_UPS: usize = 20_000;
const ROUNDS: usize = 20;

/// Look-ups of the plain loop, which takes its time.
const LOOPS: usize = 20;

const RECIPIENTS: usize = 10_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// With this and a number of known correspondents the benchmark says what memory their reference takes, and nothing else.
const MEMORY: &str = "--memory";

fn main() -> Outcome<()> {
    let mut arguments = env::args().skip_while(|argument| argument != MEMORY).skip(1);
    if let Some(known) = arguments.next() {
        return memory(known.parse()?);
    }
    let by_loop = plain_loop()?;
    for known in KNOWN {
        measure(known, by_loop)?;
    }
    Ok(())
}

/// The time of one look-up by comparing with each of the protected and known names.
fn plain_loop() -> Outcome<Duration> {
    let world = World::new(KNOWN[0]);
    let names: Vec<&str> = world.names.iter().map(String::as_str).collect();
    let addresses = world.addresses(LOOPS)?;
    let begin = Instant::now();
    for address in &addresses {
        let written = address.domain().ascii();
        let nearest = names.iter().map(|name| strsim::osa_distance(name, written)).min();
        black_box(nearest);
    }
    let each = per(begin.elapsed(), LOOPS);
    let number = names.len();
    println!("plain loop over {number} names: {:.0} look-ups/s", rate(each));
    Ok(each)
}

fn measure(known: usize, by_loop: Duration) -> Outcome<()> {
    println!("{PROTECTED} protected, {known} known:");
    let world = World::new(known);
    let addresses = world.addresses(LOOK_UPS)?;
    let (protected, correspondents) = world.input()?;
    let begin = Instant::now();
    let reference = Reference::new(protected, Vec::new(), correspondents);
    println!(
        "  prepared in {:.1} ms, {} MiB",
        millis(begin.elapsed()),
        memory_alone(known)?
    );

    // The first ones bring to the cache what all others use.
    let message = addresses.get(..RECIPIENTS).unwrap_or_default();
    for address in message {
        black_box(judge(address, &reference));
    }
    let begin = Instant::now();
    let is_lookalike = |address: &&Address| matches!(judge(address, &reference), Verdict::Lookalike(_));
    let mut found = 0;
    for _ in 0..ROUNDS {
        found = addresses.iter().filter(is_lookalike).count();
    }
    let each = per(begin.elapsed(), ROUNDS * LOOK_UPS);
    println!(
        "  {:.0} look-ups/s, {:.0} times the plain loop; {found} of {LOOK_UPS} are lookalikes",
        rate(each),
        by_loop.as_secs_f64() / each.as_secs_f64()
    );

    let begin = Instant::now();
    for address in message {
        black_box(judge(address, &reference));
    }
    println!(
        "  a message to {RECIPIENTS} recipients: {:.1} ms",
        millis(begin.elapsed())
    );
    Ok(())
}

/// Made-up names, the same in each run: the protected first, then the known ones, and strangers' after them.
struct World {
    names: Vec<String>,
    strangers: Vec<String>,
}

impl World {
    fn new(known: usize) -> Self {
        let mut random = Random(0x2545_F491_4F6C_DD1D);
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        while names.len() < PROTECTED + known + LOOK_UPS {
            let name = random.name();
            if seen.insert(name.clone()) {
                names.push(name);
            }
        }
        let strangers = names.split_off(PROTECTED + known);
        Self { names, strangers }
    }

    fn input(&self) -> Outcome<(Vec<Domain>, Vec<Correspondent>)> {
        let (protected, known) = self.names.split_at_checked(PROTECTED).unwrap_or_default();
        let protected = protected.iter().map(|name| Domain::parse(name));
        let mut random = Random(7);
        let known = known.iter().map(|name| random.correspondent(Some(name)));
        Ok((
            protected.collect::<Result<_, _>>()?,
            known.collect::<Result<_, _>>()?,
        ))
    }

    /// What people write to: mostly names that resemble nothing, one in 20 known or protected, one in 20
    /// with a slip, and one in 10 of a host.
    fn addresses(&self, count: usize) -> Outcome<Vec<Address>> {
        let mut random = Random(3);
        let mut addresses = Vec::new();
        for stranger in self.strangers.iter().take(count) {
            let local = random.word(2);
            let known = self.names.get(random.below(self.names.len()));
            let known = known.map_or("", String::as_str);
            let domain = match random.below(20) {
                0 => known.to_owned(),
                1 => random.slip(known),
                2..4 => format!("{}.{stranger}", random.of(&["mail", "us", "cs", "service"])),
                _ => stranger.clone(),
            };
            addresses.push(Address::parse(&format!("{local}@{domain}"))?);
        }
        Ok(addresses)
    }
}

/// Marsaglia's xorshift: numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }

    /// Like `drestakol`: about 3 letters a syllable.
    fn word(&mut self, syllables: usize) -> String {
        const BEGINS: [&str; 24] = [
            "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br",
            "st", "tr", "ch", "kl", "gr",
        ];
        const MIDDLES: [&str; 8] = ["a", "e", "i", "o", "u", "a", "e", "io"];
        const ENDS: [&str; 12] = ["", "", "", "", "n", "r", "s", "l", "t", "m", "nd", "ck"];
        let mut word = String::new();
        for _ in 0..syllables {
            for part in [&BEGINS[..], &MIDDLES, &ENDS] {
                word.push_str(self.of(part));
            }
        }
        word
    }

    fn name(&mut self) -> String {
        const ENDS: [&str; 10] = [
            "com", "com", "com", "com", "org", "net", "de", "co.uk", "mil", "fr",
        ];
        format!("{}.{}", self.word(3), self.of(&ENDS))
    }

    /// Somebody at a domain, or at one of a new name.
    fn correspondent(&mut self, domain: Option<&str>) -> Outcome<Correspondent> {
        let domain = domain.map_or_else(|| self.name(), str::to_owned);
        Ok(Correspondent {
            address: Address::parse(&format!("{}@{domain}", self.word(2)))?,
            sent: 4,
            received: 1,
        })
    }

    /// The name with one of its first letters lost, doubled, or swapped with the next.
    fn slip(&mut self, name: &str) -> String {
        let mut letters: Vec<char> = name.chars().collect();
        let at = 1 + self.below(4);
        match self.below(3) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters.get(at).copied().unwrap_or('x')),
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }
}

/// The memory of a reference, measured in a process that did nothing else before.
fn memory_alone(known: usize) -> Outcome<String> {
    let alone = Command::new(env::current_exe()?)
        .args([MEMORY, &known.to_string()])
        .output()?;
    Ok(String::from_utf8(alone.stdout)?.trim().to_owned())
}

/// Says what the process holds once a reference is built, less what it held before anything was made.
fn memory(known: usize) -> Outcome<()> {
    let mut random = Random(9);
    // Tables that are read once are no part of any reference.
    black_box(Reference::new(Vec::new(), Vec::new(), Vec::new()));
    let before = held_memory();
    let reference = {
        let protected = (0..PROTECTED).map(|_| Domain::parse(&random.name()));
        let protected = protected.collect::<Result<_, _>>()?;
        let known = (0..known).map(|_| random.correspondent(None));
        Reference::new(protected, Vec::new(), known.collect::<Outcome<_>>()?)
    };
    let held = held_memory().zip(before);
    black_box(reference);
    let held = held.map(|(held, before)| mebibytes(held.saturating_sub(before)));
    println!("{}", held.as_deref().unwrap_or("?"));
    Ok(())
}

/// Octets of memory that this process has written to, where the system tells.
fn held_memory() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/smaps_rollup").ok()?;
    let line = text.lines().find(|line| line.starts_with("Anonymous:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    kibibytes.checked_mul(1024)
}

fn mebibytes(octets: u64) -> String {
    format!(
        "{:.1}",
        Duration::from_micros(octets).as_secs_f64() * 1e6 / f64::from(1 << 20)
    )
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn per(time: Duration, count: usize) -> Duration {
    time / u32::try_from(count).unwrap_or(u32::MAX)
}

fn rate(each: Duration) -> f64 {
    1.0 / each.as_secs_f64()
}
