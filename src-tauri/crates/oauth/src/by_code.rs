//! By code: the user signs in on another device, where this one has no browser (RFC 8628).

use std::time::Duration;

use message::HeaderText;
use oauth2::{
    DeviceCodeErrorResponse, DeviceCodeErrorResponseType, HttpRequest, HttpResponse, RequestTokenError,
    StandardDeviceAuthorizationResponse,
};
use url::Url;

use crate::{
    Cancel, Error, Grant, Provider, Web,
    client::{failure, grant, refused, registered, scopes, unreachable},
};

/// What the user is to enter, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceCode {
    /// The page; https, or on this computer itself.
    pub page: Url,
    /// The code, cleaned.
    pub code: String,
}

/// Has the user sign in on any device, with the code that `show` is given; blocks until they did, as long as the code lasts, half an
/// hour at most.
///
/// # Errors
/// Why nobody is signed in.
pub fn by_code(
    provider: &Provider,
    web: &Web,
    cancel: &Cancel,
    show: impl FnOnce(DeviceCode),
) -> Result<Grant, Error> {
    let name = || provider.name.clone();
    let client = registered(provider)?;
    let request = client.exchange_device_code().map_err(|_| Error::NoCode(name()))?;
    let details: StandardDeviceAuthorizationResponse = request
        .add_scopes(scopes(provider))
        .request(&|request| web.ask(request))
        .map_err(|error| failure(provider, error))?;
    show(device_code(provider, &details)?);
    let lasts_for = details.expires_in().min(LONGEST);
    let answer = client
        .exchange_device_access_token(&details)
        .set_max_backoff_interval(Duration::from_secs(60))
        .request(
            &|request| ask(web, cancel, request),
            |wait| cancel.rest(wait),
            Some(lasts_for),
        );
    if cancel.is_cancelled() {
        return Err(Error::Cancelled);
    }
    let answer = answer.map_err(|error| refusal(provider, error))?;
    grant(provider, &answer, None)
}

fn device_code(
    provider: &Provider,
    details: &StandardDeviceAuthorizationResponse,
) -> Result<DeviceCode, Error> {
    let broken = || Error::Unreachable {
        provider: provider.name.clone(),
        what: "the page that it names is no web page".to_owned(),
    };
    let page = Url::parse(details.verification_uri()).map_err(|_| broken())?;
    let is_here = provider.endpoints.token.scheme() == "http";
    if page.scheme() != "https" && !(is_here && page.scheme() == "http") {
        return Err(broken());
    }
    Ok(DeviceCode {
        page,
        code: HeaderText::clean(details.user_code().secret()).shown(),
    })
}

/// Asks, unless it was broken off: `oauth2` then has to be told by an answer, for it goes on after a failed request.
fn ask(web: &Web, cancel: &Cancel, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    if !cancel.is_cancelled() {
        return web.ask(request);
    }
    let mut answer = HttpResponse::new(br#"{"error":"access_denied"}"#.to_vec());
    *answer.status_mut() = ureq::http::StatusCode::BAD_REQUEST;
    Ok(answer)
}

fn refusal(provider: &Provider, error: RequestTokenError<ureq::Error, DeviceCodeErrorResponse>) -> Error {
    let name = provider.name.clone();
    let RequestTokenError::ServerResponse(response) = error else {
        return unreachable(name, &error);
    };
    match response.error() {
        DeviceCodeErrorResponseType::AccessDenied => Error::Declined(name),
        DeviceCodeErrorResponseType::ExpiredToken => Error::TimedOut(name),
        kind @ (DeviceCodeErrorResponseType::AuthorizationPending
        | DeviceCodeErrorResponseType::SlowDown
        | DeviceCodeErrorResponseType::Basic(_)) => {
            refused(name, kind.as_ref(), response.error_description())
        }
    }
}

/// No code is waited for longer, whatever the provider says.
const LONGEST: Duration = Duration::from_secs(30 * 60);
