//! One slip: whether two labels differ by just one, which is asked for every candidate.

/// Whether the labels' optimal string alignment distance is 1, found out without the table that tells all distances.
pub(super) fn is_one_slip(meant: &str, written: &str) -> bool {
    let (mut meant, mut written) = (meant.chars(), written.chars());
    let (mut meant_after, mut written_after) = (meant.clone(), written.clone());
    while let (Some(a), Some(b)) = (meant.next(), written.next())
        && a == b
    {
        (meant_after, written_after) = (meant.clone(), written.clone());
    }
    let (mut meant, mut written) = (meant_after.clone(), written_after.clone());
    while let (Some(a), Some(b)) = (meant.next_back(), written.next_back())
        && a == b
    {
        (meant_after, written_after) = (meant.clone(), written.clone());
    }
    let (mut meant, mut written) = (meant_after, written_after);
    match [meant.next(), meant.next(), written.next(), written.next()] {
        [Some(_), None, _, None] | [None, _, Some(_), None] => true,
        [Some(a), Some(b), Some(c), Some(d)] => {
            (a, b) == (d, c) && meant.next().is_none() && written.next().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::*;

    proptest! {
        #[test]
        fn one_slip_is_a_distance_of_one(meant in "[abü]{0,6}", written in "[abü]{0,6}") {
            prop_assert_eq!(is_one_slip(&meant, &written), osa_distance(&meant, &written) == 1);
        }
    }
}
