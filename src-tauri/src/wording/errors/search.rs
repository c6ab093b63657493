//! The words for each error of the search for a mail server.

use ::mailbox::Remedy;
use discovery::Error;

use super::{Line, Words, remedy};

pub(super) fn words(error: &Error) -> Words {
    match error {
        Error::NoDomain(address) => Words {
            message: Line::of("search-no-domain").with("address", message::shown(address)),
            hint: Line::of("search-no-domain-hint"),
        },
        Error::NoNameServers(_) => Words::plain("search-no-names", "search-no-names-hint"),
        Error::NoResources(_) => Words {
            message: Line::of("mailbox-no-resources"),
            hint: remedy::line(Remedy::CloseOthers),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::line::tests::check;

    #[test]
    fn every_error_is_worded_in_both_languages() {
        let all = [
            Error::NoDomain("john@[192.0.2.1]".to_owned()),
            Error::NoNameServers("no such file".to_owned()),
            Error::NoResources(std::io::Error::other("x")),
        ];
        check(include_str!("search.rs"), &all.each_ref().map(words));
    }
}
