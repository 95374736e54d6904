//! Candle patterns on candles made by hand: what they look like, and what just misses them.

use nt_indicators::compute;

/// Open, high, low, close.
type Candle = [f64; 4];

/// Ten ordinary candles around 100, each 2 from low to high with a body of 1: against them a body
/// above 1 is long, one below 1 is short, and a doji has one of at most 0.2.
const ORDINARY: [Candle; 10] = [[99.5, 101.0, 99.0, 100.5]; 10];

/// What a pattern says of the last of some candles that follow the ordinary ones.
fn signal(pattern: &str, candles: &[Candle]) -> f64 {
    let bars = [&ORDINARY, candles].concat();
    let columns: [Vec<f64>; 4] =
        std::array::from_fn(|price| bars.iter().map(|bar| bar[price]).collect());
    let columns = columns.each_ref().map(Vec::as_slice);
    let values = compute(pattern, &columns, &[]).unwrap();
    *values[0].last().unwrap()
}

#[test]
fn a_doji_closes_about_where_it_opened() {
    let doji = |close| signal("cdl-doji", &[[100.0, 101.0, 99.0, close]]);
    assert_eq!(doji(100.0), 100.0);
    assert_eq!(doji(100.19), 100.0);
    assert_eq!(doji(99.81), 100.0);
    assert_eq!(doji(100.21), 0.0);
    assert_eq!(doji(99.79), 0.0);
}

#[test]
fn an_engulfing_body_holds_the_one_before() {
    let engulfing = |first, second| signal("cdl-engulfing", &[first, second]);
    let (black, white) = ([100.5, 101.0, 99.0, 99.5], [99.5, 101.0, 99.0, 100.5]);
    assert_eq!(engulfing(black, [99.25, 101.0, 99.0, 100.75]), 100.0);
    assert_eq!(engulfing(white, [100.75, 101.0, 99.0, 99.25]), -100.0);
    // Equal at one end, at both, and inside.
    assert_eq!(engulfing(black, [99.5, 101.0, 99.0, 100.75]), 80.0);
    assert_eq!(engulfing(white, [100.75, 101.0, 99.0, 99.5]), -80.0);
    assert_eq!(engulfing(black, [99.5, 101.0, 99.0, 100.5]), 0.0);
    assert_eq!(engulfing(black, [99.75, 101.0, 99.0, 100.75]), 0.0);
    // The color must change; shadows do not matter.
    assert_eq!(engulfing(white, [99.25, 101.0, 99.0, 100.75]), 0.0);
    assert_eq!(engulfing(black, [99.25, 100.75, 99.25, 100.75]), 100.0);
}

#[test]
fn a_morning_star_gaps_down_and_comes_back() {
    let fall = [100.0, 100.5, 95.5, 96.0];
    let star = [95.0, 95.5, 94.0, 94.5];
    let rise = [95.0, 99.5, 94.5, 99.0];
    let morning_star = |candles: [Candle; 3]| signal("cdl-morning-star", &candles);
    assert_eq!(morning_star([fall, star, rise]), 100.0);
    // The color of the star does not matter, the gap of its body does.
    let white_star = [94.5, 95.5, 94.0, 95.0];
    assert_eq!(morning_star([fall, white_star, rise]), 100.0);
    let no_gap = [96.0, 96.5, 95.0, 95.5];
    assert_eq!(morning_star([fall, no_gap, rise]), 0.0);
    // It must close more than 0.3 of the first body above its close: above 97.2.
    assert_eq!(morning_star([fall, star, [95.0, 99.5, 94.5, 97.25]]), 100.0);
    assert_eq!(morning_star([fall, star, [95.0, 99.5, 94.5, 97.0]]), 0.0);
    // The fall must be long, and the star short.
    assert_eq!(morning_star([[97.0, 97.5, 95.5, 96.5], star, rise]), 0.0);
    assert_eq!(
        morning_star([fall, [95.5, 96.0, 92.0, 92.5], [93.0, 99.5, 92.5, 99.0]]),
        0.0
    );
}
