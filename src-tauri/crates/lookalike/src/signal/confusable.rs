//! Confusable: other characters that look the same (UTS #39 section 4).

use crate::{
    ReasonKind,
    name::shown,
    reference::Target,
    signal::{Evidence, SHORT, Strength, letters},
};

/// What a label looks like: labels with equal skeletons are easily taken for one another.
///
/// UTS #39's skeleton, which already joins `m` and `rn`, `l` and `1`, `o` and `0`; on top of it `w` and `vv`, `d`
/// and `cl`, and letters with and without an accent.
pub(crate) fn skeleton(label: &str) -> String {
    let letters = unicode_security::skeleton(label).filter(|letter| !is_accent(*letter));
    let skeleton: String = letters.flat_map(char::to_lowercase).collect();
    skeleton.replace("vv", "w").replace("cl", "d")
}

/// The combining diacritical marks: few readers miss them.
const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}')
}

/// Whether `written` looks like the target's label without being it. In short labels it counts for less.
pub(crate) fn compare(target: &Target, written: &str) -> Option<Evidence> {
    if written == &*target.label || skeleton(written) != skeleton(&target.label) {
        return None;
    }
    let strength = if letters(&target.label) <= SHORT {
        Strength::Fair
    } else {
        Strength::Strong
    };
    let detail = match written.is_ascii() {
        true => format!("“{}” looks like “{}”", shown(written), shown(&target.label)),
        false => format!(
            "“{}” is written with other characters that look like “{}”",
            shown(written),
            shown(&target.label)
        ),
    };
    Some(Evidence {
        kind: ReasonKind::Confusable,
        strength,
        detail,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(skeleton(a) == skeleton(b), expected, "{a} {b}");
    }

    #[test]
    fn what_looks_the_same_has_one_skeleton() {
        check("army", "arrny", true);
        check("army", "аrmy", true); // Cyrillic а
        check("ibm", "lbm", false); // a small i has a dot
        check("paypal", "paypa1", true);
        check("google", "g00gle", true);
        check("adobe", "aclobe", true);
        check("twitter", "tvvitter", true);
        check("army", "amry", false);
    }
}
