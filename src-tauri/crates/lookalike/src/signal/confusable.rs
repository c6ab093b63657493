//! Confusable: other characters that look the same (UTS #39 section 4), and letters that are read as one another.

use crate::{
    Clause, Form, ReasonKind,
    name::shown,
    reference::Target,
    signal::{
        Evidence, SHORT, Strength,
        glyph::{self, changes, coarse_hash, folded},
        letters,
    },
};

/// Changes of glyphs that a fake may have. With more it looks like nothing.
const MOST_CHANGES: usize = 2;

/// Whether `written` looks like the target's label without being it.
///
/// | seen | example | strength |
/// | --- | --- | --- |
/// | letters of another script, or with accents | `аrmy` with a Cyrillic а | strong |
/// | equal skeletons (UTS #39) | `arrny`, `g00gle` | strong |
/// | a group of letters or a figure for a letter | `stanforcl` | strong |
/// | two changes of glyphs | `s0con` | fair in long labels, else weak |
/// | one letter for another that is like it | `arny` | weak |
///
/// In short labels nothing is strong, and only the first three count.
pub(crate) fn compare(target: &Target<'_>, written: &str) -> Option<Evidence> {
    // The hashes tell nearly all at little cost.
    if written == target.label || coarse_hash(written) != coarse_hash(target.label) {
        return None;
    }
    let (meant, seen) = (folded(target.label), folded(written));
    let is_short = letters(target.label) <= SHORT;
    let is_foreign = seen.foreign.saturating_add(meant.foreign) > 0;
    let strength = if skeleton(&meant.text) == skeleton(&seen.text) {
        Strength::Strong
    } else {
        let found = changes(&meant.text, &seen.text, MOST_CHANGES)?;
        match (found.count, found.plain) {
            _ if is_foreign => Strength::Strong,
            (_, 1..) if is_short => return None,
            (2.., _) if is_short => return None,
            (2.., _) if letters(target.label) >= LONG => Strength::Fair,
            (2.., _) | (_, 1..) => Strength::Weak,
            _ => Strength::Strong,
        }
    };
    let form = match written.is_ascii() {
        true => Form::LooksLike,
        false => Form::OtherCharacters,
    };
    Some(Evidence {
        kind: ReasonKind::Confusable,
        strength: if is_short {
            strength.min(Strength::Fair)
        } else {
            strength
        },
        clauses: vec![Clause::new(
            form,
            [("written", shown(written)), ("meant", shown(target.label))],
        )],
    })
}

/// Labels of at least so many letters may have two changes.
const LONG: usize = 6;

/// UTS #39's skeleton, which already joins `m` and `rn`, `l` and `1`, `o` and `0`; on top of it `w` and `vv`, `d` and `cl`.
fn skeleton(folded: &str) -> String {
    let letters = unicode_security::skeleton(folded).filter(|letter| !glyph::is_accent(*letter));
    let skeleton: String = letters.flat_map(char::to_lowercase).collect();
    skeleton.replace("vv", "w").replace("cl", "d")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(skeleton(a) == skeleton(b), expected, "{a} {b}");
        assert!(!expected || coarse_hash(a) == coarse_hash(b), "{a} {b}");
    }

    #[test]
    fn what_looks_the_same_has_one_skeleton() {
        check("army", "arrny", true);
        check("ibm", "lbm", false); // a small i has a dot
        check("paypal", "paypa1", true);
        check("google", "g00gle", true);
        check("adobe", "aclobe", true);
        check("twitter", "tvvitter", true);
        check("army", "amry", false);
    }
}
