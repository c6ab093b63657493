//! Lines: octets as mail wants them, in lines that end in CRLF.

/// The octets with every line end made CRLF, and one at the end.
pub(crate) fn with_crlf(octets: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(octets.len().saturating_add(octets.len() / 32));
    let mut rest = octets.iter().copied().peekable();
    while let Some(octet) = rest.next() {
        match octet {
            b'\r' => {
                rest.next_if_eq(&b'\n');
                out.extend_from_slice(b"\r\n");
            }
            b'\n' => out.extend_from_slice(b"\r\n"),
            other => out.push(other),
        }
    }
    if !out.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Whether octets may travel unencoded everywhere: ASCII without NUL in lines of at most 998 (RFC 5321 section 4.5.3.1.6).
pub(crate) fn is_seven_bit(octets: &[u8]) -> bool {
    octets.iter().all(|octet| octet.is_ascii() && *octet != 0) && has_short_lines(octets)
}

/// Whether no line is longer than mail allows.
pub(crate) fn has_short_lines(octets: &[u8]) -> bool {
    octets
        .split(|octet| *octet == b'\n')
        .all(|line| line.trim_ascii_end().len() <= LONGEST_LINE)
}

/// Octets of a line without its end.
const LONGEST_LINE: usize = 998;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ends_in_crlf() {
        for (octets, expected) in [
            (&b"a\nb"[..], &b"a\r\nb\r\n"[..]),
            (b"a\r\nb\r\n", b"a\r\nb\r\n"),
            (b"a\rb\r\r\n", b"a\r\nb\r\n\r\n"),
            (b"", b"\r\n"),
        ] {
            assert_eq!(with_crlf(octets), expected, "{octets:?}");
        }
    }

    #[test]
    fn what_may_not_travel_is_told() {
        assert!(is_seven_bit(b"plain\r\n"));
        for bad in [&b"gr\xFC\xDFe\r\n"[..], b"a\0b\r\n", &[b'x'; 999]] {
            assert!(!is_seven_bit(bad), "{bad:?}");
        }
        assert!(has_short_lines(&[b"x".repeat(998), b"\r\n".to_vec()].concat()));
    }
}
