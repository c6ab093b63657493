//! Judge: what speaks for a domain first, then the signals, then how they add up.

use std::cell::LazyCell;

use message::Address;

use crate::{Reference, Verdict, excuse::Excuse, finding::Finding, name::Name, search};

/// Judges one address: whether its domain is right, or whether another one was more likely meant, and why.
///
/// Never fails. An address literal and a name that resembles nothing are [`Verdict::Unknown`].
pub fn judge(address: &Address, reference: &Reference) -> Verdict {
    if reference.is_trusted(address) {
        return Verdict::Trusted;
    }
    let Some(name) = Name::of(address.domain()) else {
        return Verdict::Unknown;
    };
    let traffic = reference.correspondents.traffic(name.registrable());
    let is_answered = traffic.is_answered();
    if is_answered && name.label().is_ascii() {
        return Verdict::Trusted;
    }
    let candidates = search::found(name, reference);
    // Asked only where there is something to excuse, which is seldom.
    let excuse = LazyCell::new(|| Excuse::of(name, traffic, reference));
    let findings = candidates
        .iter()
        .filter_map(|target| Finding::of(address, name, *target, || *excuse, reference))
        // Whoever diverts an invoice with a foreign letter gets answers as well.
        .filter(|finding| !is_answered || finding.is_fake_of_protected());
    match findings.min_by_key(Finding::rank) {
        Some(finding) => finding.into_verdict(address, name, reference),
        // Whoever writes to the user, and resembles nobody, is known.
        None if traffic.received > 0 => Verdict::Trusted,
        None => Verdict::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use message::Domain;
    use proptest::prelude::*;

    use super::*;
    use crate::Correspondent;

    /// A policy in words: `protected army.mil`, `trusted army.ml`, `known john@army.mil:41:12` (sent, received).
    fn reference(policy: &str) -> Reference {
        let (mut protected, mut trusted, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for entry in policy.split(", ").filter(|entry| !entry.is_empty()) {
            let (list, value) = entry.split_once(' ').unwrap();
            match list {
                "protected" => protected.push(Domain::parse(value).unwrap()),
                "trusted" => trusted.push(Domain::parse(value).unwrap()),
                _ => known.push(correspondent(value)),
            }
        }
        Reference::new(protected, trusted, known)
    }

    fn correspondent(text: &str) -> Correspondent {
        let mut fields = text.split(':');
        Correspondent {
            address: Address::parse(fields.next().unwrap()).unwrap(),
            sent: fields.next().unwrap().parse().unwrap(),
            received: fields.next().unwrap().parse().unwrap(),
        }
    }

    /// `trusted`, `unknown`, or what it looks like, how severe that is, and the first reason's kind.
    fn answer(address: &str, reference: &Reference) -> String {
        match judge(&Address::parse(address).unwrap(), reference) {
            Verdict::Trusted => "trusted".into(),
            Verdict::Unknown => "unknown".into(),
            Verdict::Lookalike(found) => {
                format!("{} {} {}", found.of, found.severity, found.reasons[0].kind())
            }
        }
    }

    fn check(address: &str, policy: &str, expected: &str) {
        assert_eq!(
            answer(address, &reference(policy)),
            expected,
            "{address} with {policy}"
        );
    }

    fn check_detail(address: &str, policy: &str, expected: &[&str]) {
        let Verdict::Lookalike(found) = judge(&Address::parse(address).unwrap(), &reference(policy)) else {
            panic!("{address} is no lookalike with {policy}");
        };
        let details: Vec<&str> = found.reasons.iter().map(crate::Reason::detail).collect();
        assert_eq!(details, expected, "{address} with {policy}");
    }

    const ARMY: &str = "protected army.mil";
    const IBM: &str = "protected se.ibm.com";
    const MAERSK: &str = "known ann@maersk.com:12:9";

    #[test]
    fn trusts_what_somebody_said_is_right() {
        check("john@army.mil", ARMY, "trusted");
        check("john@ARMY.MIL.", ARMY, "trusted"); // case and the root's dot are no difference
        check("john@us.army.mil", ARMY, "trusted"); // a subdomain of a protected domain
        check("john@army.ml", "protected army.mil, trusted army.ml", "trusted");
        check(
            "john@mail.army.ml",
            "protected army.mil, trusted army.ml",
            "trusted",
        );
        check("john@armyx.ml", "protected army.mil, trusted army.ml", "unknown"); // no subdomain of it
        check("a@ibm.com", IBM, "unknown"); // above a protected domain: no stranger's, but not named either
        check("a@de.ibm.com", IBM, "unknown"); // a sister of it
    }

    #[test]
    fn trusts_an_address_that_the_user_said_is_right() {
        let address = Address::parse("john@army.ml").unwrap();
        let reference = reference(ARMY).with_trusted_addresses([address]);
        assert_eq!(answer("John@army.ml", &reference), "trusted");
        assert_eq!(
            answer("mary@army.ml", &reference),
            "army.mil high top_level_domain"
        );
    }

    #[test]
    fn trusts_whom_mail_was_exchanged_with() {
        check(
            "mary@army.ml",
            "protected army.mil, known john@army.ml:3:2",
            "trusted",
        );
        check("a@new.example", "known b@new.example:0:2", "trusted"); // it writes, and resembles nobody
        check("a@new.example", "known b@new.example:2:0", "unknown");
        // Years of the same slip are no trust, and neither is a lookalike that wrote first.
        check(
            "john@army.ml",
            "protected army.mil, known john@army.ml:9:0",
            "army.mil medium top_level_domain",
        );
        check(
            "john@army.ml",
            "protected army.mil, known john@army.ml:0:9",
            "army.mil high top_level_domain",
        );
    }

    #[test]
    fn finds_another_end() {
        check("john@army.ml", ARMY, "army.mil high top_level_domain"); // Mali
        check("john@us.army.ml", ARMY, "army.mil high top_level_domain");
        check("john@army.il", ARMY, "army.mil high top_level_domain");
        check("john@army.mli", ARMY, "army.mil high top_level_domain");
        check("john@army.com", ARMY, "army.mil medium top_level_domain"); // the end that people remember
        check("john@army.mil.kr", ARMY, "army.mil low top_level_domain"); // another country's army
        check("john@army.cz", ARMY, "unknown"); // the Czech army
        check(
            "a@nhs.co.uk",
            "protected nhs.uk",
            "nhs.uk medium top_level_domain",
        );
        check(
            "a@defence.gov",
            "protected defence.gov.uk",
            "defence.gov.uk medium top_level_domain",
        );
        check(
            "a@mod.gov.ul",
            "protected mod.gov.uk",
            "mod.gov.uk high top_level_domain",
        ); // no such end: cut otherwise
        check("a@maersk.cm", MAERSK, "maersk.com high top_level_domain");
        check("a@maersk.con", MAERSK, "maersk.com high top_level_domain"); // bounces
        check("a@maersk.se", MAERSK, "unknown"); // its Swedish branch, for all we know
        check("a@ibm.cm", "protected ibm.com", "ibm.com high top_level_domain"); // short, but by the end alone
        check("a@ibm.de", "protected ibm.com", "unknown");
        check("a@bp.blogspot.com", "protected bp.com", "unknown"); // somebody else's blogspot.com
    }

    #[test]
    fn finds_typing_slips() {
        check("a@amry.mil", ARMY, "army.mil medium transposition");
        check("a@mail.amry.mil", ARMY, "army.mil medium transposition"); // under a subdomain
        check("a@armmy.mil", ARMY, "army.mil medium repetition");
        check("a@arny.mil", ARMY, "army.mil low replacement"); // four letters prove little
        check(
            "a@rheinmetal.com",
            "protected rheinmetall.com",
            "rheinmetall.com high repetition",
        );
        check(
            "a@rhinmetall.com",
            "protected rheinmetall.com",
            "rheinmetall.com high omission",
        );
        check(
            "a@rheinmertall.com",
            "protected rheinmetall.com",
            "rheinmetall.com high insertion",
        );
        check(
            "a@rheinmetsll.com",
            "protected rheinmetall.com",
            "rheinmetall.com high replacement",
        ); // s beside a
        check(
            "a@rheinmexall.com",
            "protected rheinmetall.com",
            "rheinmetall.com low replacement",
        );
        check(
            "a@rhinmetal.com",
            "protected rheinmetall.com",
            "rheinmetall.com medium sound",
        );
        check("a@rhinmetlal.com", "known a.b@rheinmetall.com:20:9", "unknown"); // two slips only next to protected names
        check(
            "a@rheinmetal.con",
            "protected rheinmetall.com",
            "rheinmetall.com medium repetition",
        ); // both parts
        check(
            "a@muller.de",
            "protected müller.de",
            "xn--mller-kva.de high confusable",
        );
        check(
            "a@plant8-marine.com",
            "known b@plant7-marine.com:20:9",
            "plant7-marine.com low replacement",
        ); // sisters
    }

    #[test]
    fn finds_dots_and_hyphens() {
        check("a@seibm.com", IBM, "se.ibm.com high missing_dot");
        check("a@se-ibm.com", IBM, "se.ibm.com high missing_dot");
        check(
            "a@us.armymil",
            "protected us.army.mil",
            "us.army.mil high missing_dot",
        );
        check("a@armymil", ARMY, "army.mil high missing_dot"); // a single label
        check("a@wwwarmy.mil", ARMY, "army.mil high missing_dot");
        check("a@ar.my.mil", ARMY, "army.mil high extra_dot");
        check("a@arm.ymil", ARMY, "army.mil high moved_dot");
        check(
            "a@acmecorp.com",
            "protected acme-corp.com",
            "acme-corp.com medium hyphen",
        );
        check("a@i.bm.com", "protected ibm.com", "unknown"); // a subdomain of a stranger
    }

    #[test]
    fn finds_names_inside_others() {
        check("a@army.mil.example.net", ARMY, "army.mil high embedding");
        check("a@mail.army.mil.example.net", ARMY, "army.mil high embedding");
        check("a@army-mil.com", ARMY, "army.mil high embedding");
        check("a@maersk.com.com", MAERSK, "maersk.com high embedding"); // the end twice
        check("a@salvationarmy.org", ARMY, "unknown");
    }

    #[test]
    fn finds_characters_that_look_the_same() {
        check("a@arrny.mil", ARMY, "army.mil high confusable");
        check("a@\u{430}rmy.mil", ARMY, "army.mil high confusable"); // Cyrillic а
        check("a@0x.ac.uk", "protected ox.ac.uk", "ox.ac.uk medium confusable");
    }

    #[test]
    fn short_names_need_a_known_person() {
        check(
            "john.smith@ph.com",
            "known john.smith@hp.com:40:30",
            "hp.com medium transposition",
        );
        check("mary@ph.com", "known john.smith@hp.com:40:30", "unknown");
        check("info@ph.com", "known info@hp.com:40:30", "unknown"); // a desk is no person
        check("john@bp.com", "protected hp.com", "unknown");
    }

    #[test]
    fn providers_are_no_lookalikes_of_one_another() {
        const FRIEND: &str = "known john@gmail.com:41:3";
        check("mary@ymail.com", FRIEND, "unknown");
        check("mary@mail.com", FRIEND, "unknown");
        check("mary@email.com", "protected gmail.com", "unknown");
        check("john@ymail.com", FRIEND, "gmail.com low replacement"); // the very person; people have two addresses
        check("john@gmial.com", FRIEND, "gmail.com high transposition");
        check("john@gmial.com", "", "gmail.com high transposition"); // everybody knows that provider
        check("john@gmal.com", "", "gmail.com medium omission");
        check(
            "john@tenant.onmicrosoft.com",
            "protected microsoft.com",
            "unknown",
        ); // millions of tenants' mail
    }

    #[test]
    fn an_organisation_may_add_to_the_tables() {
        let additions = crate::Additions {
            joined_words: vec!["parade".into()],
            well_known: vec![Domain::parse("armyx.mil").unwrap()],
            confused_ends: vec![("mil".into(), "zip".into())],
        };
        let added = reference(ARMY).with_additions(additions);
        for (address, before, after) in [
            ("a@army-parade.com", "unknown", "army.mil medium joined_word"),
            ("a@armyx.mil", "army.mil low insertion", "unknown"),
            ("a@army.zip", "unknown", "army.mil high top_level_domain"),
        ] {
            assert_eq!(answer(address, &reference(ARMY)), before, "{address}");
            assert_eq!(answer(address, &added), after, "{address}");
        }
    }

    #[test]
    fn history_weighs() {
        check(
            "x@mearsk.com",
            "known ann@maersk.com:1:0",
            "maersk.com low transposition",
        ); // a single message
        check(
            "x@mearsk.com",
            "known ann@maersk.com:2:0",
            "maersk.com medium transposition",
        );
        check(
            "x@mearsk.com",
            "known ann@maersk.com:30:0",
            "maersk.com high transposition",
        );
        check(
            "ann@mearsk.com",
            "known ann@maersk.com:2:0",
            "maersk.com high transposition",
        ); // the same person
        check(
            "ann+travel@mearsk.com",
            "known ann@maersk.com:2:0",
            "maersk.com high transposition",
        ); // and a tag
        // Written to as often as the target, or nearly: two real names side by side.
        check(
            "x@mearsk.com",
            "known ann@maersk.com:30:0, known bob@mearsk.com:9:0",
            "unknown",
        );
        check(
            "x@mearsk.com",
            "known ann@maersk.com:90:0, known bob@mearsk.com:6:0",
            "maersk.com medium transposition",
        );
        check(
            "x@mearsk.com",
            "known ann@maersk.com:90:0, known bob@mearsk.com:0:6",
            "maersk.com low transposition",
        );
        check(
            "ann@maersk.com",
            "known ann@maersk.com:1:0, known bob@mearsk.com:90:0",
            "mearsk.com high transposition",
        );
    }

    #[test]
    fn what_has_no_name_is_unknown() {
        check("a@[192.0.2.1]", ARMY, "unknown");
        check("a@localhost", ARMY, "unknown");
        check("a@co.uk", ARMY, "unknown");
    }

    #[test]
    fn says_why_in_words() {
        check_detail("john@army.ml", ARMY, &["“.ml” is Mali; army.mil ends in “.mil”"]);
        check_detail(
            "x@gmial.com",
            "known a@gmail.com:40:0, known b@gmail.com:1:0",
            &["“gmial” has two letters swapped; you usually write to gmail.com (41 messages)"],
        );
        check_detail(
            "john@amry.mil",
            "protected army.mil, known john@army.mil:3:0, known john@amry.mil:1:0",
            &[
                "“amry” has two letters swapped; you usually write to army.mil (3 messages)",
                "you know “john” at army.mil (3 messages)",
                "you have written to amry.mil before (1 message)",
            ],
        );
        check_detail(
            "x@maersk.con",
            MAERSK,
            &["there is no “.con”; maersk.com ends in “.com”"],
        );
        check_detail(
            "x@nhs.co.uk",
            "protected nhs.uk",
            &["“.co.uk” has a part too many; nhs.uk ends in “.uk”"],
        );
        check_detail(
            "x@army.mil.com",
            ARMY,
            &["“army.mil” is followed by “.com”; army.mil is protected"],
        );
        check_detail(
            "x@maersk.com.com",
            MAERSK,
            &["“.com” stands there twice; you usually write to maersk.com (12 messages)"],
        );
        check_detail(
            "x@\u{430}rmy.mil",
            ARMY,
            &["“xn--rmy-5cd” is written with other characters that look like “army”; army.mil is protected"],
        );
        check_detail(
            "x@gmial.com",
            "",
            &["“gmial” has two letters swapped; gmail.com is a well-known mail provider"],
        );
    }

    #[test]
    fn names_the_subdomain_that_was_meant() {
        check(
            "a@cs.stanfrod.edu",
            "protected cs.stanford.edu",
            "cs.stanford.edu high transposition",
        );
        check(
            "a@stanfrod.edu",
            "protected cs.stanford.edu",
            "stanford.edu high transposition",
        );
    }

    /// Names of few letters, so that many are close to one another.
    fn names() -> impl Strategy<Value = String> {
        "[a-eä0-]{1,7}(\\.[a-e]{1,4}){0,2}\\.(com|ml|mil|co\\.uk|c|de)"
    }

    fn policies() -> impl Strategy<Value = (Vec<Domain>, Vec<Domain>, Vec<Correspondent>)> {
        let domains = || {
            prop::collection::vec(
                names().prop_filter_map("a domain", |name| Domain::parse(&name).ok()),
                0..6,
            )
        };
        let known = (names(), "[a-c]{1,2}", 0_u32..20, 0_u32..3);
        let known = known.prop_filter_map("an address", |(domain, local, sent, received)| {
            let address = Address::parse(&format!("{local}@{domain}")).ok()?;
            Some(Correspondent {
                address,
                sent,
                received,
            })
        });
        (domains(), domains(), prop::collection::vec(known, 0..8))
    }

    proptest! {
        #[test]
        fn never_panics(local in "\\PC{1,8}", domain in "\\PC{1,40}", policy in policies()) {
            if let Ok(address) = Address::parse(&format!("{local}@{domain}")) {
                let (protected, trusted, known) = policy;
                judge(&address, &Reference::new(protected, trusted, known));
            }
        }

        #[test]
        fn a_lookalike_has_reasons_and_is_of_another(name in names(), policy in policies()) {
            let (protected, trusted, known) = policy;
            let Ok(address) = Address::parse(&format!("a@{name}")) else { return Ok(()) };
            if let Verdict::Lookalike(found) = judge(&address, &Reference::new(protected, trusted, known)) {
                prop_assert!(!found.reasons.is_empty() && found.of != *address.domain());
                prop_assert!(found.reasons.iter().all(|reason| !reason.detail().is_empty()));
                prop_assert!((0.0..=1.0).contains(&found.confidence.value()));
            }
        }

        #[test]
        fn never_flags_what_is_protected_or_trusted(below in "([a-e]{1,4}\\.)?", policy in policies()) {
            let (protected, trusted, known) = policy;
            let reference = Reference::new(protected.clone(), trusted.clone(), known);
            for domain in protected.iter().chain(&trusted) {
                let address = Address::parse(&format!("a@{below}{domain}")).unwrap();
                prop_assert_eq!(judge(&address, &reference), Verdict::Trusted);
            }
        }

        /// Which of two names is the right one is the reader's to say: letters swapped one way are swapped the other way.
        #[test]
        fn a_slip_of_as_many_letters_goes_both_ways(label in "[a-z]{4,12}", at in 0_usize..12, letter in "[a-z]", swaps in any::<bool>()) {
            let mut letters: Vec<char> = label.chars().collect();
            let at = at % (letters.len() - 1);
            match swaps {
                true => letters.swap(at, at + 1),
                false => letters[at] = letter.chars().next().unwrap(),
            }
            let other: String = letters.into_iter().collect();
            prop_assume!(other != label);
            let found = |written: &str, meant: &str| {
                answer(&format!("a@{written}.mil"), &reference(&format!("protected {meant}.mil"))).replace(meant, "")
            };
            prop_assert_eq!(found(&label, &other), found(&other, &label));
        }

        #[test]
        fn whoever_answers_is_trusted_unless_the_letters_are_foreign(name in "[a-z]{3,8}\\.(com|mil|ml)", policy in policies()) {
            let (protected, trusted, mut known) = policy;
            let address = Address::parse(&format!("b@{name}")).unwrap();
            known.push(Correspondent { address: address.clone(), sent: 1, received: 1 });
            prop_assert_eq!(judge(&address, &Reference::new(protected, trusted, known)), Verdict::Trusted);
        }

        #[test]
        fn the_order_of_the_policy_makes_no_difference(name in names(), policy in policies()) {
            let (mut protected, mut trusted, mut known) = policy;
            let Ok(address) = Address::parse(&format!("a@{name}")) else { return Ok(()) };
            let before = judge(&address, &Reference::new(protected.clone(), trusted.clone(), known.clone()));
            protected.reverse();
            trusted.reverse();
            known.reverse();
            prop_assert_eq!(judge(&address, &Reference::new(protected, trusted, known)), before);
        }
    }
}
