//! By page: the user signs in in the browser of this computer (RFC 8252; authorisation code with PKCE S256, RFC 7636).

use std::{io, time::Duration};

use oauth2::{AuthorizationCode, CsrfToken, PkceCodeChallenge, RedirectUrl};
use url::Url;

use crate::{
    Cancel, Error, Grant, Provider, Web,
    client::{failure, grant, refused, registered, scopes},
    redirect::{Redirect, Served, Unserved},
};

/// Has the user sign in on the provider's page, which `open` shows; blocks until they did, two minutes at most. `address` is filled in
/// there, and `words` are what the browser shows at the end.
///
/// # Errors
/// Why nobody is signed in. Nothing that came back is used then.
pub fn by_page(
    provider: &Provider,
    address: &str,
    words: &str,
    web: &Web,
    cancel: &Cancel,
    open: impl FnOnce(&Url) -> io::Result<()>,
) -> Result<Grant, Error> {
    let path = match &provider.endpoints.redirect_path {
        Some(path) => path.clone(),
        // As hard to guess as `state` is.
        None => format!("/{}", CsrfToken::new_random().secret()),
    };
    let redirect = Redirect::open(&path).map_err(Error::NoResources)?;
    let client = registered(provider)?.set_redirect_uri(RedirectUrl::from_url(redirect.url().clone()));
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (page, state) = client
        .authorize_url(CsrfToken::new_random)
        .add_scopes(scopes(provider))
        .add_extra_param("login_hint", address)
        .set_pkce_challenge(challenge)
        .url();
    open(&page).map_err(Error::NoBrowser)?;
    let name = || provider.name.clone();
    let served = redirect.serve(words, PATIENCE, cancel).map_err(|why| match why {
        Unserved::TimedOut => Error::TimedOut(name()),
        Unserved::Cancelled => Error::Cancelled,
        Unserved::Failed(error) => Error::NoResources(error),
    })?;
    let code = code(provider, served, &state)?;
    let answer = client
        .exchange_code(code)
        .set_pkce_verifier(verifier)
        .request(&|request| web.ask(request))
        .map_err(|error| {
            let error = failure(provider, error);
            // A code that is not accepted was used before, or is another's.
            if matches!(error, Error::Withdrawn(_)) {
                Error::WrongAnswer(name())
            } else {
                error
            }
        })?;
    grant(provider, &answer, None)
}

/// The code of an answer that is ours. Before its `state` is known to be right, nothing else in it is looked at.
fn code(provider: &Provider, served: Served, state: &CsrfToken) -> Result<AuthorizationCode, Error> {
    let wrong = || Error::WrongAnswer(provider.name.clone());
    let Served::Answer(parameters) = served else {
        return Err(wrong());
    };
    // RFC 6749 section 3.1: a parameter comes once.
    let one = |name: &str| {
        let mut all = parameters.iter().filter(|(of, _)| of == name);
        all.next()
            .filter(|_| all.next().is_none())
            .map(|(_, value)| value)
    };
    // Compared by their hashes, which takes as long whatever is wrong with it.
    if one("state").cloned().map(CsrfToken::new).as_ref() != Some(state) {
        return Err(wrong());
    }
    match (one("code"), one("error")) {
        (Some(code), None) => Ok(AuthorizationCode::new(code.clone())),
        (None, Some(error)) if error == "access_denied" => Err(Error::Declined(provider.name.clone())),
        (None, Some(error)) => Err(refused(provider.name.clone(), error, one("error_description"))),
        (Some(_), Some(_)) | (None, None) => Err(wrong()),
    }
}

/// How long the user may take.
const PATIENCE: Duration = Duration::from_secs(2 * 60);
