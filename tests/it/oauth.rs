//! Signing in on a provider's page: the real ways, against a provider of the test's own and a Dovecot that asks it whose a token is.

mod by_code;
mod by_page;
mod desktop;
mod program;
mod scene;
mod watched;

use anyhow::{Result, ensure};
use astray_tests::Options;

use scene::Scene;

#[test]
fn a_password_goes_by_scram_where_that_is_offered() -> Result<()> {
    for (mechanisms, expected) in [
        ("plain login scram-sha-1 scram-sha-256", "method=SCRAM-SHA-256"),
        ("plain login scram-sha-1", "method=SCRAM-SHA-1"),
        ("plain login", "method=PLAIN"),
    ] {
        let scene = Scene::with(Options {
            mechanisms,
            ..Options::default()
        })?;
        let log = scene.try_password(astray_tests::PASSWORD)?.1;
        ensure!(log.contains(expected), "{mechanisms}: {log}");
        let (ended, _) = scene.try_password("wrong")?;
        let error = ended.err().map(|error| error.to_string()).unwrap_or_default();
        ensure!(
            error.contains("refused the sign-in of alice"),
            "{mechanisms}: {error}"
        );
    }
    Ok(())
}
