//! SRV records: where a domain says that its IMAP is, and where it takes its users' mail in (RFC 6186 section 3, RFC 8314
//! section 5.1).

use mailbox::{Host, Security, UserName};
use message::Address;

use crate::{
    Purpose, UserForm,
    names::{Names, Service},
    setting::{Rank, Setting, Source},
};

/// The servers that the records of this kind name, from `place` on.
pub(crate) fn servers(
    names: &Names,
    (address, purpose): (&Address, Purpose),
    security: Security,
    place: usize,
) -> Vec<Setting> {
    let name = match (purpose, security) {
        (Purpose::Reading, Security::ImplicitTls) => "_imaps._tcp",
        (Purpose::Reading, Security::StartTls) => "_imap._tcp",
        (Purpose::Sending, Security::ImplicitTls) => "_submissions._tcp",
        (Purpose::Sending, Security::StartTls) => "_submission._tcp",
    };
    let records = names.services(&format!("{name}.{}", address.domain().ascii()));
    ordered(records)
        .iter()
        .zip(place..)
        .filter_map(|(record, place)| setting(record, address, security, place))
        .take(SERVERS)
        .collect()
}

/// By priority, then the heavier first. The choice by lot that RFC 2782 asks for spreads load over many users; one user who
/// sees another server each time would be puzzled.
fn ordered(mut records: Vec<Service>) -> Vec<Service> {
    records.sort_by(|one, other| {
        (one.priority, other.weight, &one.target).cmp(&(other.priority, one.weight, &other.target))
    });
    records
}

fn setting(record: &Service, address: &Address, security: Security, place: usize) -> Option<Setting> {
    // A target of nothing but the root says that there is no such service, and is no host.
    Some(Setting {
        rank: Rank {
            source: Source::Srv,
            place,
        },
        host: Host::parse(&record.target).ok()?,
        port: record.port,
        security,
        user: UserName::parse(&address.to_string()).ok()?,
        user_form: UserForm::Address,
        provider: None,
        sign_in: None,
    })
    .filter(|setting| setting.port > 0)
}

/// Servers that are looked at.
const SERVERS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn record(priority: u16, weight: u16, target: &str) -> Service {
        Service {
            priority,
            weight,
            port: 993,
            target: target.to_owned(),
        }
    }

    #[test]
    fn the_lowest_priority_and_the_highest_weight_come_first() {
        let records = vec![
            record(20, 0, "late."),
            record(10, 1, "light."),
            record(10, 5, "heavy."),
        ];
        let targets: Vec<String> = ordered(records).into_iter().map(|record| record.target).collect();
        assert_eq!(targets, ["heavy.", "light.", "late."]);
    }

    #[test]
    fn the_root_is_no_server() {
        let address = Address::parse("a.clerk@example.org").unwrap();
        let found = |target| setting(&record(0, 0, target), &address, Security::ImplicitTls, 0);
        assert_eq!(found("."), None);
        assert_eq!(
            found("imap.example.org.").unwrap().host.to_string(),
            "imap.example.org"
        );
    }
}
