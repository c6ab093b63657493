//! Names: questions to the name servers, each of which blocks until it is answered or the search is over.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    time::{Duration, Instant},
};

use hickory_resolver::{
    Resolver, TokioResolver,
    config::{ConnectionConfig, NameServerConfig, ResolverConfig},
    net::{NetError, runtime::TokioRuntimeProvider},
    proto::rr::RData,
};
use mailbox::Host;
use message::Domain;
use tokio::runtime::{Builder, Runtime};

use crate::{Error, Options};

/// Asks the name servers. The resolver is asynchronous, so it has a thread of its own; whoever asks waits.
pub(crate) struct Names {
    runtime: Runtime,
    resolver: TokioResolver,
    until: Instant,
}

/// An SRV record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Service {
    pub(crate) priority: u16,
    pub(crate) weight: u16,
    pub(crate) port: u16,
    pub(crate) target: String,
}

impl Names {
    /// Asks the system's name servers, or the one that the options name, until then.
    pub(crate) fn new(options: &Options, until: Instant) -> Result<Self, Error> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("names")
            .enable_all()
            .build()
            .map_err(Error::NoResources)?;
        let inside = runtime.enter();
        let resolver = resolver(options).map_err(|error| Error::NoNameServers(error.to_string()))?;
        drop(inside);
        Ok(Self {
            runtime,
            resolver,
            until,
        })
    }

    /// The addresses of a host; none where it has none, or nobody knows in time.
    pub(crate) fn addresses(&self, host: &str) -> Vec<IpAddr> {
        if let Ok(ip) = host.parse() {
            return vec![ip];
        }
        let found = self.wait(self.resolver.lookup_ip(whole(host)));
        found.map_or_else(Vec::new, |found| found.iter().take(ADDRESSES).collect())
    }

    /// [`Self::addresses`], with the port.
    pub(crate) fn sockets(&self, host: &Host, port: u16) -> Vec<SocketAddr> {
        let addresses = self.addresses(&host.to_string());
        addresses
            .into_iter()
            .map(|ip| SocketAddr::new(ip, port))
            .collect()
    }

    /// The SRV records of a name.
    pub(crate) fn services(&self, name: &str) -> Vec<Service> {
        let Some(found) = self.wait(self.resolver.srv_lookup(whole(name))) else {
            return Vec::new();
        };
        let records = found.answers().iter().filter_map(|record| {
            let RData::SRV(srv) = &record.data else {
                return None;
            };
            Some(Service {
                priority: srv.priority,
                weight: srv.weight,
                port: srv.port,
                target: srv.target.to_ascii(),
            })
        });
        records.take(RECORDS).collect()
    }

    /// The hosts that take a domain's mail in, the preferred first.
    pub(crate) fn exchangers(&self, domain: &Domain) -> Vec<Domain> {
        let Some(found) = self.wait(self.resolver.mx_lookup(whole(domain.ascii()))) else {
            return Vec::new();
        };
        let mut records: Vec<(u16, Domain)> = found
            .answers()
            .iter()
            .filter_map(|record| {
                let RData::MX(mx) = &record.data else { return None };
                Some((mx.preference, Domain::parse(&mx.exchange.to_ascii()).ok()?))
            })
            .take(RECORDS)
            .collect();
        records.sort();
        records.into_iter().map(|(_, host)| host).collect()
    }

    /// The time that is left for the search.
    pub(crate) fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    fn wait<T>(&self, answer: impl Future<Output = Result<T, NetError>>) -> Option<T> {
        let left = self.left();
        let answer = self
            .runtime
            .block_on(async { tokio::time::timeout(left, answer).await });
        match answer {
            Ok(Ok(found)) => Some(found),
            Ok(Err(error)) => {
                tracing::debug!("no answer from the name servers: {error}");
                None
            }
            Err(_over) => None,
        }
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").finish_non_exhaustive()
    }
}

fn resolver(options: &Options) -> Result<TokioResolver, NetError> {
    let mut builder = match options.name_server {
        Some(server) => {
            let connection = |mut connection: ConnectionConfig| {
                connection.port = server.port();
                connection
            };
            let connections = vec![
                connection(ConnectionConfig::udp()),
                connection(ConnectionConfig::tcp()),
            ];
            let server = NameServerConfig::new(server.ip(), true, connections);
            let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
            Resolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
        None => Resolver::builder_tokio()?,
    };
    // A question that gets no answer leaves time for the next one.
    builder.options_mut().timeout = ANSWER;
    builder.build()
}

/// The name with the root's dot, so that no search list is tried.
fn whole(name: &str) -> String {
    format!("{}.", name.trim_end_matches('.'))
}

/// How long one name server may take.
const ANSWER: Duration = Duration::from_secs(2);

/// Records of one answer that are looked at.
const RECORDS: usize = 16;

/// Addresses of one host that are tried.
const ADDRESSES: usize = 4;
