//! Signing in on a mail provider's own page (OAuth 2): once by the user, in a browser, and from then on by tokens.
//!
//! [`by_page`] and [`by_code`] are the two ways to a [`Grant`]; [`SignIns`] keeps it and gives an access token whenever one is needed:
//! the refresh token in the keyring, the access token in memory alone. It knows no casebook, no screen and no clock, and a
//! provider's token goes to no server but the provider's own.

mod browser;
mod by_code;
mod by_page;
mod cancel;
mod client;
mod error;
mod grant;
mod kept;
mod provider;
mod redirect;
mod sign_ins;
mod table;
mod web;

pub use browser::open;
pub use by_code::{DeviceCode, by_code};
pub use by_page::by_page;
pub use cancel::Cancel;
pub use error::Error;
pub use grant::Grant;
pub use kept::Wanted;
pub use provider::Provider;
pub use sign_ins::SignIns;
pub use web::Web;
