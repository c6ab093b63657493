//! Additions: what a policy adds to the judge's tables, checked entry by entry.

use lookalike::Additions;
use message::{Domain, shown};

use crate::{
    Fault, Wrong,
    check::{domains, each},
    document::PolicyDocument,
};

pub(crate) fn checked(document: &PolicyDocument, faults: &mut Vec<Fault>) -> Additions {
    Additions {
        well_known: domains("well_known_domains", &document.well_known_domains, faults),
        joined_words: each(&document.joined_words, faults, |index, text| word(index, text)),
        confused_ends: each(&document.confused_ends, faults, |index, ends| {
            Ok((
                end(index, ".meant", &ends.meant)?,
                end(index, ".written", &ends.written)?,
            ))
        }),
    }
}

fn word(index: usize, text: &str) -> Result<String, Fault> {
    let is_word = (2..=40).contains(&text.len())
        && text
            .bytes()
            .all(|octet| octet.is_ascii_lowercase() || octet.is_ascii_digit());
    match is_word {
        true => Ok(text.to_owned()),
        false => Err(Fault::entry(
            "joined_words",
            index,
            "",
            Wrong::NoWord(shown(text)),
        )),
    }
}

fn end(index: usize, field: &str, text: &str) -> Result<String, Fault> {
    match Domain::parse(text) {
        Ok(domain) if !domain.is_literal() && !text.starts_with('.') => Ok(domain.ascii().to_owned()),
        Ok(_) | Err(_) => Err(Fault::entry(
            "confused_ends",
            index,
            field,
            Wrong::NoEnd(shown(text)),
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::Policy;

    #[test]
    fn what_is_added_is_read() {
        let policy = Policy::parse(
            r#"{"well_known_domains": ["armyx.mil"], "joined_words": ["kyc"],
                "confused_ends": [{"meant": "mil", "written": "zip"}]}"#,
        )
        .unwrap();
        assert_eq!(policy.additions.joined_words, ["kyc"]);
        assert_eq!(
            policy.additions.confused_ends,
            [("mil".to_owned(), "zip".to_owned())]
        );
        assert_eq!(policy.additions.well_known.len(), 1);
    }

    #[test]
    fn each_entry_that_is_none_is_named() {
        let error = Policy::parse(
            r#"{"joined_words": ["KYC"], "confused_ends": [{"meant": ".mil", "written": "zip"}]}"#,
        );
        let message = error.unwrap_err().to_string();
        for part in [
            "joined_words[0]: “KYC” is no word",
            "confused_ends[0].meant: “.mil” is no end",
        ] {
            assert!(message.contains(part), "{part} is not in {message}");
        }
    }
}
