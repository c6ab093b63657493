//! Schema: what a policy file may hold, for editors and for whoever writes one.

use crate::document::PolicyDocument;

/// The JSON Schema (draft 2020-12) of a policy file, as text that ends in a line break; the same each time.
pub fn schema() -> String {
    let schema = schemars::schema_for!(PolicyDocument);
    format!("{:#}\n", schema.as_value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_as_it_was_agreed() {
        insta::assert_snapshot!(schema());
    }
}
