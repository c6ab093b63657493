//! Benchmark of the judge: look-ups, one message to many, and what preparing a reference costs, against a plain loop.
#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

use astray_lookalike::{Correspondent, Reference, Verdict, judge};
use message::{Address, Domain};

const PROTECTED: usize = 10_000;

/// Known correspondents: what a large office has, and far more than anybody has.
const KNOWN: [usize; 2] = [10_000, 1_000_000];

const LOOK_UPS: usize = 200_000;

/// Look-ups of the plain loop, which takes its time.
const LOOPS: usize = 20;

const RECIPIENTS: usize = 10_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
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
    let free = held_memory();
    let (protected, correspondents) = world.input()?;
    let begin = Instant::now();
    let reference = Reference::new(protected, Vec::new(), correspondents);
    let built = begin.elapsed();
    let memory = held_memory().zip(free).map_or_else(
        || "?".to_owned(),
        |(held, free)| mebibytes(held.saturating_sub(free)),
    );
    println!("  prepared in {:.1} ms, {memory} MiB", millis(built));

    // The first ones bring to the cache what all others use.
    let message = addresses.get(..RECIPIENTS).unwrap_or_default();
    for address in message {
        black_box(judge(address, &reference));
    }
    let begin = Instant::now();
    let is_lookalike = |address: &&Address| matches!(judge(address, &reference), Verdict::Lookalike(_));
    let found = addresses.iter().filter(is_lookalike).count();
    let each = per(begin.elapsed(), LOOK_UPS);
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
        let correspondent = |name: &String| -> Outcome<Correspondent> {
            Ok(Correspondent {
                address: Address::parse(&format!("{}@{name}", random.word(2)))?,
                sent: 4,
                received: 1,
            })
        };
        let known = known.iter().map(correspondent);
        Ok((
            protected.collect::<Result<_, _>>()?,
            known.collect::<Result<_, _>>()?,
        ))
    }

    /// What people write to: mostly names that resemble nothing, one in 20 known or protected, one in 20 with a slip.
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
                2..5 => format!("mail.{stranger}"),
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
        let syllables = 3;
        format!("{}.{}", self.word(syllables), self.of(&ENDS))
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
