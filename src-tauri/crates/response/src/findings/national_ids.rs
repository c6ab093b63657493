//! National ids: numbers that states give to persons, by form and check digits; where a form is common, the words before it decide.

mod checks;

use super::{
    Kind,
    gathered::Gathered,
    numbers::{before, has_word},
    pattern::{is_end, is_start, matched},
};

/// One form of one country's number.
struct Scheme {
    country: &'static str,
    /// As [`matched`] has it.
    pattern: &'static str,
    /// Whether the characters can be such a number.
    check: fn(&str) -> bool,
    /// What has to be said before it; nothing where the form is rare enough by itself.
    words: &'static [&'static str],
}

/// Finds national ids.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    for (at, c) in text.char_indices() {
        if !c.is_ascii_alphanumeric() || !is_start(text, at) {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        for scheme in &SCHEMES {
            let Some((number, octets)) = matched(scheme.pattern, rest) else {
                continue;
            };
            let is_one = is_end(text, at.saturating_add(octets))
                && (scheme.check)(&number)
                && (scheme.words.is_empty() || has_word(&before(text, at, NEAR), scheme.words));
            if is_one {
                gathered.add(Kind::NationalId, scheme.country, &number);
            }
        }
    }
}

const fn scheme(
    country: &'static str,
    pattern: &'static str,
    check: fn(&str) -> bool,
    words: &'static [&'static str],
) -> Scheme {
    Scheme {
        country,
        pattern,
        check,
        words,
    }
}

const SCHEMES: [Scheme; 39] = [
    // United States: Social Security number. It has no check digit.
    scheme("US", "999-99-9999", checks::us_ssn, &[]),
    scheme("US", "999 99 9999", checks::us_ssn, SSN),
    scheme("US", "999999999", checks::us_ssn, SSN),
    // United Kingdom: National Insurance number (no check digit) and NHS number.
    scheme("GB", "AA 99 99 99 A", checks::gb_nino, &[]),
    scheme("GB", "AA999999A", checks::gb_nino, NINO),
    scheme("GB", "999 999 9999", checks::gb_nhs, NHS),
    scheme("GB", "999-999-9999", checks::gb_nhs, NHS),
    scheme("GB", "9999999999", checks::gb_nhs, NHS),
    // Germany: Steuer-Identifikationsnummer.
    scheme("DE", "99 999 999 999", checks::de_tax, &[]),
    scheme("DE", "99999999999", checks::de_tax, STEUER),
    // France: numéro d'inscription au répertoire.
    scheme("FR", "9 99 99 9* 999 999 99", checks::fr_nir, &[]),
    scheme("FR", "999999*99999999", checks::fr_nir, &[]),
    // Spain: DNI and NIE.
    scheme("ES", "99999999A", checks::es_dni, DNI),
    scheme("ES", "99999999-A", checks::es_dni, DNI),
    scheme("ES", "99.999.999-A", checks::es_dni, &[]),
    scheme("ES", "A9999999A", checks::es_dni, DNI),
    scheme("ES", "A-9999999-A", checks::es_dni, &[]),
    // Italy: codice fiscale.
    scheme("IT", "AAAAAA**A**A***A", checks::it_fiscal, &[]),
    // Netherlands: burgerservicenummer.
    scheme("NL", "999999999", checks::nl_bsn, BSN),
    scheme("NL", "9999.99.999", checks::nl_bsn, BSN),
    // Poland: PESEL.
    scheme("PL", "99999999999", checks::pl_pesel, &["pesel"]),
    // India: Aadhaar.
    scheme("IN", "9999 9999 9999", checks::in_aadhaar, &[]),
    scheme("IN", "9999-9999-9999", checks::in_aadhaar, AADHAAR),
    scheme("IN", "999999999999", checks::in_aadhaar, AADHAAR),
    // Belgium: rijksregisternummer, numéro national.
    scheme("BE", "99.99.99-999.99", checks::be_national, &[]),
    scheme("BE", "99999999999", checks::be_national, BELGIAN),
    // Sweden: personnummer. A date and four digits are an order's number as often.
    scheme("SE", "999999-9999", checks::se_person, PERSON),
    scheme("SE", "99999999-9999", checks::se_person, PERSON),
    // Finland: henkilötunnus.
    scheme("FI", "999999-999*", checks::fi_person, &[]),
    scheme("FI", "999999A999*", checks::fi_person, HETU),
    // Switzerland: AHV-Nummer, numéro AVS.
    scheme("CH", "999.9999.9999.99", checks::ch_ahv, &[]),
    scheme("CH", "9999999999999", checks::ch_ahv, AHV),
    // Austria: Sozialversicherungsnummer.
    scheme("AT", "9999 999999", checks::at_social, SVNR),
    scheme("AT", "9999999999", checks::at_social, SVNR),
    // Canada: Social Insurance Number.
    scheme("CA", "999-999-999", checks::ca_sin, SIN),
    scheme("CA", "999 999 999", checks::ca_sin, SIN),
    scheme("CA", "999999999", checks::ca_sin, SIN),
    // Brazil: CPF.
    scheme("BR", "999.999.999-99", checks::br_cpf, &[]),
    scheme("BR", "99999999999", checks::br_cpf, &["cpf"]),
];

const SSN: &[&str] = &["ssn", "ssn#", "social security", "social security number"];
const NINO: &[&str] = &["national insurance", "nino", "ni number", "ni no", "ni"];
const NHS: &[&str] = &["nhs"];
const STEUER: &[&str] = &[
    "steuer-id",
    "steueridentifikationsnummer",
    "steuer-identifikationsnummer",
    "idnr",
    "id-nr",
    "steuernummer",
    "tax id",
    "tin",
];
const DNI: &[&str] = &[
    "dni",
    "nif",
    "nie",
    "documento",
    "identidad",
    "documento nacional",
];
const BSN: &[&str] = &["bsn", "burgerservicenummer", "sofinummer", "sofi-nummer"];
const AADHAAR: &[&str] = &["aadhaar", "aadhar", "uidai", "uid", "आधार"];
const BELGIAN: &[&str] = &[
    "rijksregisternummer",
    "rijksregister",
    "registre national",
    "numéro national",
    "niss",
    "insz",
];
const PERSON: &[&str] = &["personnummer", "samordningsnummer", "personnr"];
const HETU: &[&str] = &["hetu", "henkilötunnus", "personbeteckning"];
const AHV: &[&str] = &["ahv", "avs", "ahv-nr", "ahv-nummer", "sozialversicherungsnummer"];
const SVNR: &[&str] = &[
    "svnr",
    "sv-nr",
    "sv-nummer",
    "sozialversicherungsnummer",
    "versicherungsnummer",
];
const SIN: &[&str] = &[
    "sin",
    "social insurance",
    "social insurance number",
    "nas",
    "assurance sociale",
];

/// Characters before a number that may say what it is.
const NEAR: usize = 50;

#[cfg(test)]
mod tests {
    use super::super::tests::in_text;

    fn found(text: &str, country: &str) {
        assert_eq!(in_text(text), [format!("national-id/{country}×1")], "{text}");
    }

    fn not_found(text: &str) {
        assert_eq!(in_text(text), [""; 0], "{text}");
    }

    #[test]
    fn numbers_of_each_country_are_found() {
        for (country, text) in [
            ("US", "SSN 219 09 9999"),
            ("US", "219-09-9999"),
            ("US", "social security number: 219099999"),
            ("GB", "JG 10 37 59 A"),
            ("GB", "National Insurance: JG103759A"),
            ("GB", "NHS number 943 476 5919"),
            ("DE", "86 095 742 719"),
            ("DE", "Steuer-ID: 86095742719"),
            ("FR", "2 55 08 14 168 025 38"),
            ("FR", "255081416802538"),
            ("ES", "DNI 12345678Z"),
            ("ES", "X-1234567-L"),
            ("IT", "RSSMRA85T10A562S"),
            ("NL", "BSN 111222333"),
            ("PL", "PESEL: 44051401359"),
            ("IN", "2341 2341 2346"),
            ("BE", "85.07.30-033.28"),
            ("SE", "Personnummer: 811218-9876"),
            ("SE", "personnr 19811218-9876"),
            ("FI", "131052-308T"),
            ("CH", "756.9217.0769.85"),
            ("AT", "SVNR 1237 010180"),
            ("CA", "SIN: 046-454-286"),
            ("BR", "529.982.247-25"),
            ("BR", "CPF 52998224725"),
        ] {
            found(text, country);
        }
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "219 09 9999",             // nothing says what it is
            "SSN 666-09-9999",         // never given
            "SSN 219-00-9999",         // never given
            "5-219-09-9999",           // a part of something longer
            "GB 12 34 56 A",           // a prefix that is not given
            "JG103759A",               // nothing says what it is
            "NHS number 943 476 5918", // check digit
            "phone 943 476 5919",
            "86 095 742 718",        // check digit
            "11 111 111 111",        // no such distribution of digits
            "86095742719",           // nothing says what it is
            "2 55 08 14 168 025 39", // check digits
            "2 55 13 14 168 025 38", // no such month
            "DNI 12345678A",         // check letter
            "12345678Z",             // nothing says what it is
            "RSSMRA85T10A562T",      // check letter
            "BSN 111222334",
            "PESEL 44051401358",
            "PESEL 44951401359", // no such month
            "2341 2341 2347",
            "1341 2341 2346", // never begins with 1
            "85.07.30-033.29",
            "Personnummer 811218-9875",
            "Personnummer 811318-9876", // no such month
            "Bestellung 811218-9876",
            "131052-308U",
            "755.9217.0769.85",
            "756.9217.0769.84",
            "SVNR 1238 010180",
            "SIN 046-454-287",
            "529.982.247-26",
            "111.111.111-11", // passes its check, and is nobody's
        ] {
            not_found(text);
        }
    }
}
