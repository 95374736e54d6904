use super::anchor::{Anchor, Step};
use super::side_by_side::SLIDING;
use super::window::{Window, leaving};

/// Takes the next values, all finite: stretches between anchors side by side where `side_by_side`
/// can (given a column, the place in it and what to fill), otherwise value by value by `step`
/// (given how, the values that enter and leave, and the window).
pub(crate) fn in_stretches(
    (window, anchor): (&mut Window, &mut Anchor),
    values: &[f64],
    out: &mut [f64],
    side_by_side: impl Fn(&[f64], usize, &mut [f64]) -> bool,
    mut step: impl FnMut(Step, [f64; 2], &[f64]) -> f64,
) {
    let period = window.period();
    let mut input = Vec::with_capacity(period + values.len());
    input.extend_from_slice(window.values());
    let mut at = input.len();
    input.extend_from_slice(values);
    window.extend(values);
    let mut out = out;
    while !out.is_empty() {
        let several = SLIDING.min(out.len());
        if anchor.is_next() && at >= period && side_by_side(&input, at, &mut out[..several]) {
            anchor.pass(several);
            (at, out) = (at + several, &mut out[several..]);
            continue;
        }
        let (stretch, rest) = out.split_at_mut(anchor.to_next().min(out.len()));
        for out in stretch {
            let values = [input[at], leaving(&input, period, at)];
            let window = &input[(at + 1).saturating_sub(period)..=at];
            *out = step(anchor.advance(input[at]), values, window);
            at += 1;
        }
        out = rest;
    }
}
