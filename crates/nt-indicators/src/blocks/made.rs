/// A column made bar by bar of the bars of others from `start` on.
pub(crate) fn made<const N: usize>(
    columns: [&[f64]; N],
    start: usize,
    value: impl Fn([f64; N]) -> f64,
) -> Vec<f64> {
    let columns = columns.map(|column| &column[start..columns[0].len()]);
    let row = |bar: usize| columns.map(|column| column[bar]);
    (0..columns[0].len()).map(|bar| value(row(bar))).collect()
}
