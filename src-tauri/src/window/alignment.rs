//! The shortest way from one text to another, letter by letter: which letters stand one above the other. Pure.

use unicode_segmentation::UnicodeSegmentation;

/// What stands one above the other: two letters, or one and nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column<'a> {
    /// The letter (a grapheme, UAX #29) above; empty where there is none.
    pub(super) sent: &'a str,
    /// The letter below; empty where there is none.
    pub(super) meant: &'a str,
}

impl<'a> Column<'a> {
    const fn both(letter: &'a str) -> Self {
        Self {
            sent: letter,
            meant: letter,
        }
    }

    /// Whether the two are not the same.
    pub(super) fn differs(self) -> bool {
        self.sent != self.meant
    }
}

/// Sets both texts one above the other with as few changes as can be: letters added, lost, replaced, or swapped with their neighbour
/// (optimal string alignment). Of several such ways it takes one whose changes stand in as few places as can be.
pub(super) fn align<'a>(sent: &'a str, meant: &'a str) -> Vec<Column<'a>> {
    let sent: Vec<&str> = sent.graphemes(true).collect();
    let meant: Vec<&str> = meant.graphemes(true).collect();
    let head = count_equal(sent.iter().zip(&meant));
    let tail = count_equal(sent.iter().skip(head).rev().zip(meant.iter().skip(head).rev()));
    let middle = |letters: &[&'a str]| -> Vec<&'a str> {
        let most = letters.len().saturating_sub(head).saturating_sub(tail);
        letters.iter().copied().skip(head).take(most).collect()
    };
    let (sent_middle, meant_middle) = (middle(&sent), middle(&meant));
    let same = |letter: &&'a str| Column::both(letter);
    let mut columns: Vec<Column<'a>> = sent.iter().take(head).map(same).collect();
    columns.extend(Ways::find(&sent_middle, &meant_middle).columns());
    columns.extend(sent.iter().skip(sent.len().saturating_sub(tail)).map(same));
    columns
}

fn count_equal<'s>(pairs: impl Iterator<Item = (&'s &'s str, &'s &'s str)>) -> usize {
    pairs.take_while(|(one, other)| one == other).count()
}

/// A step on the way, and what it does to the letters before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Keep,
    Swap,
    Replace,
    Drop,
    Add,
}

/// The cheapest way to a place, for either kind of last step.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    last: Step,
    /// Whether the way up to the last step ended with a change too.
    after_change: bool,
}

/// More than any way costs: texts are cut before they are shown.
const FAR: Way = Way {
    cost: u32::MAX / 2,
    last: Step::Keep,
    after_change: false,
};

/// What a change costs, and what it costs that it begins a place of its own: far less, it only decides between equals.
const CHANGE: u32 = 1 << 16;
const PLACE: u32 = 1;

/// The cheapest ways to each pair of prefixes.
struct Ways<'s, 'a> {
    sent: &'s [&'a str],
    meant: &'s [&'a str],
    /// Row by row: the ways that end with an equal letter, and those that end with a change.
    cells: Vec<[Way; 2]>,
}

impl<'s, 'a> Ways<'s, 'a> {
    fn find(sent: &'s [&'a str], meant: &'s [&'a str]) -> Self {
        let start = Way { cost: 0, ..FAR };
        let mut ways = Self {
            sent,
            meant,
            cells: vec![[start, FAR]],
        };
        for row in 0..=sent.len() {
            for column in 0..=meant.len() {
                if row > 0 || column > 0 {
                    let cell = [ways.kept(row, column), ways.changed(row, column)];
                    ways.cells.push(cell);
                }
            }
        }
        ways
    }

    fn letters(&self, row: usize, column: usize) -> (Option<&'a str>, Option<&'a str>) {
        let before = |letters: &[&'a str], at: usize| letters.get(at.checked_sub(1)?).copied();
        (before(self.sent, row), before(self.meant, column))
    }

    /// The ways to a place `(up, left)` before `(row, column)`.
    fn before(&self, (row, up): (usize, usize), (column, left): (usize, usize)) -> [Way; 2] {
        let (Some(row), Some(column)) = (row.checked_sub(up), column.checked_sub(left)) else {
            return [FAR, FAR];
        };
        let at = row
            .saturating_mul(self.meant.len().saturating_add(1))
            .saturating_add(column);
        self.cells.get(at).copied().unwrap_or([FAR, FAR])
    }

    fn kept(&self, row: usize, column: usize) -> Way {
        let (sent, meant) = self.letters(row, column);
        if sent.is_none() || sent != meant {
            return FAR;
        }
        let [kept, changed] = self.before((row, 1), (column, 1));
        Way {
            cost: kept.cost.min(changed.cost),
            last: Step::Keep,
            after_change: changed.cost < kept.cost,
        }
    }

    fn changed(&self, row: usize, column: usize) -> Way {
        let (sent, meant) = self.letters(row, column);
        let (sent_before, meant_before) = self.letters(row.saturating_sub(1), column.saturating_sub(1));
        let is_swap = sent.is_some() && sent == meant_before && meant.is_some() && meant == sent_before;
        [
            (is_swap && sent != meant, Step::Swap),
            (sent.is_some() && meant.is_some() && sent != meant, Step::Replace),
            (sent.is_some(), Step::Drop),
            (meant.is_some(), Step::Add),
        ]
        .into_iter()
        .filter(|(can, _)| *can)
        .map(|(_, step)| self.change(row, column, step))
        .min_by_key(|way| way.cost)
        .unwrap_or(FAR)
    }

    fn change(&self, row: usize, column: usize, last: Step) -> Way {
        let (up, left) = last.size();
        let [kept, changed] = self.before((row, up), (column, left));
        let new_place = kept.cost.saturating_add(PLACE);
        Way {
            cost: new_place.min(changed.cost).saturating_add(CHANGE),
            last,
            after_change: changed.cost < new_place,
        }
    }

    /// The cheapest way to the end of both texts.
    fn columns(&self) -> Vec<Column<'a>> {
        let (mut row, mut column) = (self.sent.len(), self.meant.len());
        let [kept, changed] = self.before((row, 0), (column, 0));
        let mut is_changed = changed.cost < kept.cost;
        let mut columns = Vec::new();
        while row > 0 || column > 0 {
            let [kept, changed] = self.before((row, 0), (column, 0));
            let way = if is_changed { changed } else { kept };
            let (up, left) = way.last.size();
            // From the end: the nearest letter first.
            for back in 0..up.max(left) {
                let (sent, meant) = self.letters(row.saturating_sub(back), column.saturating_sub(back));
                columns.push(Column {
                    sent: if up > 0 { sent.unwrap_or_default() } else { "" },
                    meant: if left > 0 { meant.unwrap_or_default() } else { "" },
                });
            }
            (row, column) = (row.saturating_sub(up), column.saturating_sub(left));
            is_changed = way.after_change;
        }
        columns.reverse();
        columns
    }
}

impl Step {
    /// How many letters of either text it takes.
    const fn size(self) -> (usize, usize) {
        match self {
            Self::Keep | Self::Replace => (1, 1),
            Self::Swap => (2, 2),
            Self::Drop => (1, 0),
            Self::Add => (0, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Both lines with `·` where nothing stands.
    fn check(sent: &str, meant: &str, above: &str, below: &str) {
        let columns = align(sent, meant);
        let line = |side: fn(&Column<'_>) -> String| columns.iter().map(side).collect::<String>();
        let above_found = line(|column| if column.sent.is_empty() { "·" } else { column.sent }.to_owned());
        let below_found = line(|column| {
            if column.meant.is_empty() {
                "·"
            } else {
                column.meant
            }
            .to_owned()
        });
        assert_eq!((above_found.as_str(), below_found.as_str()), (above, below));
    }

    #[test]
    fn each_slip_takes_the_fewest_columns() {
        check("army.ml", "army.mil", "army.m·l", "army.mil"); // a letter lost
        check("arrmy.mil", "army.mil", "arrmy.mil", "ar·my.mil"); // a letter doubled: the second is the one too many
        check("arny.mil", "army.mil", "arny.mil", "army.mil"); // replaced
        check("amry.mil", "army.mil", "amry.mil", "army.mil"); // swapped
        check(
            "army.mil.example",
            "army.mil",
            "army.mil.example",
            "army.mil········",
        ); // appended
        check("xarmy.mil", "army.mil", "xarmy.mil", "·army.mil");
    }

    #[test]
    fn of_equal_ways_the_changes_stand_together() {
        check("navy-army.mil", "army.mil", "navy-army.mil", "·····army.mil");
        check("banana", "ba", "banana", "ba····");
    }

    #[test]
    fn a_letter_is_a_grapheme() {
        check("e\u{301}x", "ex", "e\u{301}x", "ex");
        check("👩‍👩‍👧a", "a", "👩‍👩‍👧a", "·a");
    }

    /// Optimal string alignment as the textbook has it, as a second opinion.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    /// Changes in an alignment; two columns that mirror one another are one swap.
    fn changes(columns: &[Column<'_>]) -> usize {
        let mut count = 0;
        let mut at = 0;
        while at < columns.len() {
            let swapped = columns.get(at + 1).is_some_and(|next| {
                let this = columns[at];
                !this.sent.is_empty() && this.differs() && this.sent == next.meant && this.meant == next.sent
            });
            count += usize::from(columns[at].differs());
            at += if swapped { 2 } else { 1 };
        }
        count
    }

    proptest! {
        #[test]
        fn the_columns_hold_both_texts(sent in any::<String>(), meant in any::<String>()) {
            let columns = align(&sent, &meant);
            prop_assert_eq!(columns.iter().map(|column| column.sent).collect::<String>(), sent.as_str());
            prop_assert_eq!(columns.iter().map(|column| column.meant).collect::<String>(), meant.as_str());
            prop_assert!(columns.iter().all(|column| !(column.sent.is_empty() && column.meant.is_empty())));
        }

        #[test]
        fn no_other_alignment_has_fewer_changes(sent in "[abc]{0,9}", meant in "[abc]{0,9}") {
            let (a, b): (Vec<char>, Vec<char>) = (sent.chars().collect(), meant.chars().collect());
            prop_assert_eq!(changes(&align(&sent, &meant)), distance(&a, &b));
        }
    }
}
