//! Any octets from a server: what the bounds let pass is shallow to the parser, whatever comes before and however it is cut.
#![no_main]

use std::{
    panic, slice,
    sync::{
        LazyLock,
        atomic::{AtomicBool, Ordering},
    },
};

use bounds::{Answer, Bounds};
use imap_proto::{
    AttributeValue, Response,
    types::{BodyExtension, BodyStructure},
};
use libfuzzer_sys::fuzz_target;

#[expect(dead_code, reason = "the stream asks more of the bounds than this target")]
#[path = "../../../src-tauri/crates/mailbox/src/bounds.rs"]
mod bounds;

fuzz_target!(init: let_the_parser_panic(), |octets: &[u8]| {
    check(octets);
    // What comes before a deep structure, in the same response or in others, must not hide it from the bounds.
    check(&[b"* 1 FETCH (", octets, b" ", &DEEP].concat());
    check(&[octets, b"\r\n* 1 FETCH (", &DEEP].concat());
});

/// The rest of a response that is good but for being too deep.
static DEEP: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let (open, close) = ("(".repeat(NESTING), ")".repeat(NESTING));
    let fields = r#""X" "Y" NIL NIL NIL "7BIT" 2 NIL NIL NIL NIL"#;
    format!("BODYSTRUCTURE ({fields} {open}1{close}))\r\n").into_bytes()
});

/// Lets the octets pass as the answer to either kind of command, and parses those that do.
fn check(octets: &[u8]) {
    for kind in [Answer::Lines, Answer::Data] {
        let mut whole = Bounds::new();
        whole.begin(kind);
        let at_once = whole.pass(octets);

        let mut one_by_one = Bounds::new();
        one_by_one.begin(kind);
        let cut = octets
            .iter()
            .position(|octet| one_by_one.pass(slice::from_ref(octet)).is_err());
        assert_eq!(cut.is_some(), at_once.is_err());

        parse(octets.get(..cut.unwrap_or(octets.len())).unwrap_or_default());
    }
}

/// Parses one response after the other, as long as they can be.
fn parse(octets: &[u8]) {
    let mut rest = octets;
    while let Some((after, response)) = parsed(rest) {
        if let Response::Fetch(_, attributes) = &response {
            for attribute in attributes {
                if let AttributeValue::BodyStructure(body) = attribute {
                    assert!(depth(body) <= NESTING, "{response:?}");
                }
            }
        }
        rest = after;
    }
}

fn parsed(octets: &[u8]) -> Option<(&[u8], Response<'_>)> {
    PARSING.store(true, Ordering::Relaxed);
    let parsed = panic::catch_unwind(|| Response::from_bytes(octets));
    PARSING.store(false, Ordering::Relaxed);
    parsed.ok()?.ok()
}

/// The parser panics on `INTERNALDATE NIL`, for one. That ends a session, which is begun again; too deep an answer would end the
/// program. So a panic in the parser is no find, and any other is.
fn let_the_parser_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !PARSING.load(Ordering::Relaxed) {
            report(info);
        }
    }));
}

static PARSING: AtomicBool = AtomicBool::new(false);

/// How deep the parser went for this body: once for each pair of parentheses.
fn depth(body: &BodyStructure<'_>) -> usize {
    let (inside, extension) = match body {
        BodyStructure::Basic { extension, .. } | BodyStructure::Text { extension, .. } => (0, extension),
        BodyStructure::Message { body, extension, .. } => (depth(body), extension),
        BodyStructure::Multipart {
            bodies, extension, ..
        } => (bodies.iter().map(depth).max().unwrap_or_default(), extension),
    };
    let beside = extension.as_ref().map(depth_of_extension).unwrap_or_default();
    inside.max(beside).saturating_add(1)
}

fn depth_of_extension(extension: &BodyExtension<'_>) -> usize {
    match extension {
        BodyExtension::Num(_) | BodyExtension::Str(_) => 0,
        BodyExtension::List(list) => {
            let inside = list.iter().map(depth_of_extension).max().unwrap_or_default();
            inside.saturating_add(1)
        }
    }
}

/// As deep as the bounds allow.
const NESTING: usize = 32;
