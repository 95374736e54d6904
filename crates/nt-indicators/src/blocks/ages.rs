/// Which of equal extremes counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tie {
    /// The latest: as [`super::RollingExtreme::age`].
    Latest,
    /// A new value takes the place of the one it equals; when the extreme leaves the window, the
    /// first of the equal ones left does: as [`super::RollingIndex`].
    First,
}

/// Turns the extremes of the last `period` values on the last bars of a column of finite values (on
/// all, where the first of equal ones counts) into what `value` makes of each bar and of the bars
/// since its extreme. The bars before the first full window stay as they are.
pub(crate) fn replace_by_ages(
    input: &[f64],
    period: usize,
    tie: Tie,
    out: &mut [f64],
    value: impl Fn(usize, usize) -> f64,
) {
    let mut age = period;
    let start = input.len() - out.len();
    for (bar, out) in (start..).zip(out).skip((period - 1).saturating_sub(start)) {
        // A select: no processor could foretell where a walk turns.
        let older = age + 1;
        let stays = older < period;
        age = if input[bar] == *out && (stays || tie == Tie::Latest) {
            0
        } else {
            older
        };
        if age >= period {
            age = search(&input[bar + 1 - period..=bar], *out, tie);
        }
        *out = value(bar, age);
    }
}

/// Bars since the extreme of a window, which is one of its values.
#[cold]
fn search(window: &[f64], extreme: f64, tie: Tie) -> usize {
    let mut values = window.iter();
    let found = |value: &f64| *value == extreme;
    let place = match tie {
        Tie::Latest => values.rposition(found),
        Tie::First => values.position(found),
    };
    window.len() - 1 - place.unwrap_or(0)
}

/// The bar of an extreme.
pub(crate) fn place(bar: usize, age: usize) -> f64 {
    (bar - age) as f64
}
