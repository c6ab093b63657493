//! `policy check` and `policy schema`.

use serde_json::Value;

use crate::home::Home;

#[test]
fn policy_check_counts_what_a_policy_holds() {
    let home = Home::new();
    let ended = home.run(&["policy", "check", &home.policy()], b"");
    assert_eq!(ended.status, 0, "{}", ended.complaint);
    assert!(
        ended
            .out
            .ends_with("can be used: 1 protected domain, 1 trusted domain, 0 known correspondents\n"),
        "{}",
        ended.out
    );
    let wrong = home.file("wrong.json", "{\n\"protected_domain\": [\"army.mil\"]\n}");
    home.refuses(
        &["policy", "check", wrong.to_str().unwrap()],
        b"",
        "wrong.json cannot be used: line 2, ",
    );
    home.refuses(
        &["policy", "check", "/nonexistent/policy.json"],
        b"",
        "/nonexistent/policy.json",
    );
}

#[test]
fn policy_schema_is_json_that_names_the_keys() {
    let ended = Home::new().run(&["policy", "schema"], b"");
    let schema: Value = serde_json::from_str(&ended.out).unwrap();
    for key in ["protected_domains", "trusted_domains", "known_correspondents"] {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
}
