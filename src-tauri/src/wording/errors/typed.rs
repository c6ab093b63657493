//! What is wrong with what was typed into a form's field.

use ::mailbox::AccountError;
use message::{AddressError, DomainError};

use super::Line;

/// Why a text is no address.
pub(crate) fn address(error: &AddressError) -> String {
    address_line(error).said()
}

/// Why a text is no address to send the message to again.
pub(crate) fn recipient(error: &AddressError) -> String {
    recipient_line(error).said()
}

/// Why a text is no domain.
pub(crate) fn domain(error: &DomainError) -> String {
    domain_line(error).said()
}

/// Why a text is no server, no user name and no mailbox.
pub(crate) fn account(error: &AccountError) -> String {
    account_line(error).said()
}

fn address_line(error: &AddressError) -> Line {
    match error {
        AddressError::NoAt(text) if text.trim().is_empty() => Line::of("address-none"),
        AddressError::NoAt(text) => Line::of("address-no-at").with("text", text.clone()),
        AddressError::BadLocalPart(text) => Line::of("address-no-name").with("text", text.clone()),
        AddressError::BadDomain(DomainError::Empty) => Line::of("address-no-domain"),
        AddressError::BadDomain(error) => domain_line(error),
    }
}

fn recipient_line(error: &AddressError) -> Line {
    match error {
        AddressError::NoAt(text) if text.trim().is_empty() => Line::of("address-none-to"),
        AddressError::NoAt(_) | AddressError::BadLocalPart(_) | AddressError::BadDomain(_) => {
            address_line(error)
        }
    }
}

fn domain_line(error: &DomainError) -> Line {
    match error {
        DomainError::Empty => Line::of("domain-none"),
        DomainError::Malformed(text) => Line::of("domain-malformed").with("text", text.clone()),
        DomainError::BadLiteral(text) => Line::of("domain-no-literal").with("text", text.clone()),
    }
}

fn account_line(error: &AccountError) -> Line {
    match error {
        AccountError::Host(text) if text.trim().is_empty() => Line::of("account-host-none"),
        AccountError::Host(text) => Line::of("account-no-host").with("text", text.clone()),
        AccountError::User(text) if text.trim().is_empty() => Line::of("account-user-none"),
        AccountError::User(text) => Line::of("account-no-user").with("text", text.clone()),
        AccountError::Mailbox(text) => Line::of("account-no-mailbox").with("text", text.clone()),
    }
}

#[cfg(test)]
mod tests {
    use message::{Address, Domain};

    use super::*;
    use crate::wording::line::{Words, tests::check};

    fn of_address(text: &str) -> Line {
        address_line(&Address::parse(text).unwrap_err())
    }

    #[test]
    fn what_is_not_there_is_asked_for_and_not_quoted() {
        for empty in ["", " "] {
            assert_eq!(of_address(empty).said(), "Enter your email address.");
            let domain = Domain::parse(empty.trim()).unwrap_err();
            assert_eq!(domain_line(&domain).said(), "Enter a domain.");
            let host = ::mailbox::Host::parse(empty).unwrap_err();
            assert_eq!(account_line(&host).said(), "Enter the name of the mail server.");
        }
        let user = ::mailbox::UserName::parse("").unwrap_err();
        assert_eq!(account_line(&user).said(), "Enter the user name.");
        let recipient = recipient_line(&Address::parse(" ").unwrap_err());
        assert_eq!(recipient.said(), "Enter the address of the right person.");
    }

    #[test]
    fn every_fault_of_what_was_typed_is_worded_in_both_languages() {
        let texts = ["", "john", "@army.mil", "john@", "john@army..mil", "john@[1.2.3]"];
        let mut lines: Vec<Line> = texts.into_iter().map(of_address).collect();
        lines.push(recipient_line(&Address::parse(" ").unwrap_err()));
        lines.push(domain_line(&DomainError::Empty));
        let typed = |text: &str| text.to_owned();
        let accounts = [
            AccountError::Host(typed("")),
            AccountError::Host(typed("no name")),
            AccountError::User(typed("")),
            AccountError::User(typed("a\nb")),
            AccountError::Mailbox(typed("a\nb")),
        ];
        lines.extend(accounts.iter().map(account_line));
        let hint = || Line::of("lockout-hint");
        let words: Vec<Words> = lines
            .into_iter()
            .map(|message| Words {
                message,
                hint: hint(),
            })
            .collect();
        check(include_str!("typed.rs"), &words);
    }
}
