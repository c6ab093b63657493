//! Where the agent's socket lies: the path must fit into a socket address.

use std::{
    env,
    os::unix::{ffi::OsStrExt, net::SocketAddr},
    path::{Path, PathBuf},
};

use crate::{Error, private_dir};

const FILENAME: &str = "agent.sock";

/// In the session's directory, else beside the data, else under the system's directory for temporary files.
pub(crate) fn place(runtime_dir: Option<&Path>, data_dir: &Path) -> Result<PathBuf, Error> {
    let wanted = runtime_dir.unwrap_or(data_dir);
    let dir = [wanted, data_dir]
        .into_iter()
        .find(|dir| fits(&dir.join(FILENAME)));
    let dir = match dir {
        Some(dir) => dir.to_owned(),
        None => env::temp_dir().join(format!("astray-{:016x}", fnv_1a(data_dir))),
    };
    Ok(private_dir::ensure(dir)?.join(FILENAME))
}

fn fits(path: &Path) -> bool {
    SocketAddr::from_pathname(path).is_ok()
}

/// Tells one home from another, and stays the same from one version of Astray to the next, which std's hasher does not
/// promise. FNV-1a, 64 bits.
fn fnv_1a(path: &Path) -> u64 {
    let bytes = path.as_os_str().as_bytes();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixListener;

    use super::*;

    fn check(runtime_dir: Option<&Path>, data_dir: &Path, expected_dir: &Path) {
        let data_dir = private_dir::ensure(data_dir.to_owned()).unwrap();
        let path = place(runtime_dir, &data_dir).unwrap();
        assert_eq!(path.parent().unwrap(), expected_dir);
        let _bound = UnixListener::bind(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn lies_in_the_first_directory_where_it_can_be_bound() {
        let home = tempfile::tempdir().unwrap();
        let (runtime, data, long) = (home.path().join("run"), home.path().join("data"), "x".repeat(100));
        check(Some(&runtime), &data, &runtime);
        check(None, &data, &data);
        check(Some(&runtime.join(&long)), &data, &data);
    }

    #[test]
    fn a_home_with_a_long_name_has_a_socket_too() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("x".repeat(100));
        let short = env::temp_dir().join(format!("astray-{:016x}", fnv_1a(&data)));
        check(None, &data, &short);
        std::fs::remove_dir(short).unwrap();
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv_1a(Path::new("foobar")), 0x8594_4171_f739_67e8); // test vector of the FNV draft
    }
}
