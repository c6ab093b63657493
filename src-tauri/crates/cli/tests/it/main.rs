//! The contract of `astray-cli`, kept by the program itself in homes of its own.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has to fail")]

mod account;
mod check;
mod home;
mod policy;
mod record;
mod watching;
