//! Client: Astray as the provider sees it, and what the provider's answers mean.

use std::time::Duration;

use message::HeaderText;
use oauth2::{
    AuthType, AuthUrl, ClientId, ClientSecret, DeviceAuthorizationUrl, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, ErrorResponse, RefreshToken, RequestTokenError, Scope, TokenResponse, TokenUrl,
    basic::{BasicClient, BasicErrorResponse, BasicErrorResponseType, BasicTokenResponse},
};
use secrecy::{ExposeSecret, SecretString};

use crate::{Error, Grant, Provider, Web, grant::Access};

/// Astray, registered with a provider.
pub(crate) type Registered =
    BasicClient<EndpointSet, EndpointMaybeSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

pub(crate) fn registered(provider: &Provider) -> Result<Registered, Error> {
    let (client, at) = (provider.client()?, &provider.endpoints);
    let registered = BasicClient::new(ClientId::new(client.id.clone()))
        .set_auth_uri(AuthUrl::from_url(at.authorize.clone()))
        .set_token_uri(TokenUrl::from_url(at.token.clone()))
        .set_device_authorization_url_option(at.device.clone().map(DeviceAuthorizationUrl::from_url))
        // Google and Microsoft both want it there.
        .set_auth_type(AuthType::RequestBody);
    Ok(match &client.secret {
        Some(secret) => registered.set_client_secret(ClientSecret::new(secret.clone())),
        None => registered,
    })
}

pub(crate) fn scopes(provider: &Provider) -> impl Iterator<Item = Scope> {
    provider.endpoints.scopes.iter().cloned().map(Scope::new)
}

/// Another access token for a refresh token, which may be replaced on the way.
pub(crate) fn refreshed(provider: &Provider, refresh: &SecretString, web: &Web) -> Result<Grant, Error> {
    let kept = RefreshToken::new(refresh.expose_secret().to_owned());
    let answer = registered(provider)?
        .exchange_refresh_token(&kept)
        .request(&|request| web.ask(request))
        .map_err(|error| failure(provider, error))?;
    grant(provider, &answer, Some(refresh))
}

/// What a provider gave. Where it gave no refresh token, `before` stays in use.
pub(crate) fn grant(
    provider: &Provider,
    answer: &BasicTokenResponse,
    before: Option<&SecretString>,
) -> Result<Grant, Error> {
    let fresh = answer.refresh_token().map(|token| token.secret().clone().into());
    let broken = |what: &str| Error::Unreachable {
        provider: provider.name.clone(),
        what: what.to_owned(),
    };
    let refresh = fresh
        .or_else(|| before.cloned())
        .ok_or_else(|| broken("it gave nothing to stay signed in with"))?;
    Ok(Grant {
        refresh,
        access: Access {
            token: answer.access_token().secret().clone().into(),
            lasts_for: answer.expires_in().unwrap_or(UNSAID),
        },
    })
}

/// What a failed request for a token means.
pub(crate) fn failure(
    provider: &Provider,
    error: RequestTokenError<ureq::Error, BasicErrorResponse>,
) -> Error {
    let name = provider.name.clone();
    match error {
        RequestTokenError::ServerResponse(response) => match response.error() {
            BasicErrorResponseType::InvalidGrant => Error::Withdrawn(name),
            kind @ (BasicErrorResponseType::InvalidClient
            | BasicErrorResponseType::InvalidRequest
            | BasicErrorResponseType::InvalidScope
            | BasicErrorResponseType::UnauthorizedClient
            | BasicErrorResponseType::UnsupportedGrantType
            | BasicErrorResponseType::Extension(_)) => {
                refused(name, kind.as_ref(), response.error_description())
            }
        },
        other @ (RequestTokenError::Request(_)
        | RequestTokenError::Parse(..)
        | RequestTokenError::Other(_)) => unreachable(name, &other),
    }
}

/// A refusal in the provider's own words, cleaned and cut.
pub(crate) fn refused(provider: String, kind: &str, description: Option<&String>) -> Error {
    let words = description.map_or(kind, String::as_str);
    let clean = HeaderText::clean(words).shown();
    let said = clean
        .chars()
        .take(SAID)
        .map(|c| if matches!(c, '“' | '”' | '"') { '\'' } else { c })
        .collect();
    Error::Refused { provider, said }
}

/// No answer, or none that can be used. What was answered is not repeated: there may be a token in it.
pub(crate) fn unreachable<T: ErrorResponse>(
    provider: String,
    error: &RequestTokenError<ureq::Error, T>,
) -> Error {
    let what = match error {
        RequestTokenError::Request(error) => message::shown(&error.to_string()),
        RequestTokenError::Parse(..) | RequestTokenError::ServerResponse(_) | RequestTokenError::Other(_) => {
            "its answer could not be understood".to_owned()
        }
    };
    Error::Unreachable { provider, what }
}

/// How long an access token is used whose provider does not say how long it lasts.
const UNSAID: Duration = Duration::from_secs(10 * 60);

/// Characters of a provider's words that are shown.
const SAID: usize = 120;
