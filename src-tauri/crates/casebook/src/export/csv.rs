//! CSV (RFC 4180) that a spreadsheet takes for text: no cell of it is ever a formula.

/// One line of CSV with its end. Every cell is quoted; one that a spreadsheet would take for a formula has an apostrophe in front.
pub(super) fn csv_line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// How a formula can begin, in full width too; TAB, CR, LF and NUL are passed over in front of one.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("lunch", "\"lunch\""),
            ("", "\"\""),
            ("say \"hi\", then\ngo", "\"say \"\"hi\"\", then\ngo\""),
            ("=1+1", "\"'=1+1\""),
            ("+49 30", "\"'+49 30\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\0=1", "\"'\0=1\""),
            ("＝1", "\"'＝1\""),
            ("＠x", "\"'＠x\""),
            ("a=1", "\"a=1\""),
        ] {
            assert_eq!(csv_line([text]), format!("{expected}\r\n"), "{text:?}");
        }
        assert_eq!(csv_line(["a", "b"]), "\"a\",\"b\"\r\n");
    }
}
