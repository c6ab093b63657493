//! The report as a page: HTML that needs nothing but itself, for printing and for saving where there is no desk to send it to.
//!
//! `askama` escapes whatever is filled in; there is no script, and the page forbids itself to load anything.

use askama::Template;

use super::Report;
use crate::{Error, Wording};

/// A page of HTML in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedPage(String);

impl PrintedPage {
    /// The page.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    language: &'static str,
    title: String,
    /// Heading and lines.
    sections: Vec<(String, Vec<String>)>,
}

impl Report {
    /// The report as a page to print or to save.
    ///
    /// # Errors
    /// Never for what a report can hold.
    pub fn page(&self, wording: &Wording) -> Result<PrintedPage, Error> {
        let section = |heading: &str, name: &str| {
            let value = self.value(name, wording);
            let lines = value
                .lines()
                .map(|line| line.strip_prefix("- ").unwrap_or(line).to_owned());
            (wording.word(heading), lines.collect())
        };
        let page = Page {
            language: wording.language.as_str(),
            title: wording.word_with("page-title", &[("reference", self.reference.to_string())]),
            sections: SECTIONS
                .iter()
                .map(|(heading, name)| section(heading, name))
                .collect(),
        };
        page.render()
            .map(PrintedPage)
            .map_err(|_| Error::NotAsMeant("page"))
    }
}

/// Headings in the catalogue, and whose values stand below them.
const SECTIONS: [(&str, &str); 15] = [
    ("page-from", "from"),
    ("page-sent-at", "sent_at"),
    ("page-noticed-at", "noticed_at"),
    ("page-confirmed-at", "confirmed_at"),
    ("page-sent-to", "sent_to"),
    ("page-meant-for", "meant_for"),
    ("page-why", "why"),
    ("page-delivery", "delivery"),
    ("page-contents", "contents"),
    ("page-found", "found"),
    ("page-details", "details"),
    ("page-done", "done"),
    ("page-decide-by", "decide_by"),
    ("page-note", "note"),
    ("page-contact", "contact"),
];
