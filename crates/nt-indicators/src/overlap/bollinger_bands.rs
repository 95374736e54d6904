use crate::blocks::{
    Anchor, MovingAverage, RollingMoments, SLIDING, SlidingSquares, SlidingSum, Window, leaving,
    slide_side_by_side, square_side_by_side,
};
use crate::prelude::*;
use crate::state::{Slots, State};

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "bollinger-bands",
    talib: "BBANDS",
    aliases: &["bbands"],
    group: Group::Overlap,
    meaning: "Bollinger bands: a moving average, and bands some standard deviations around it",
    formula: "middle = average(x, period); upper, lower = middle +- deviations * sd(x, period), sd \
              being that of the population",
    source: "Bollinger, Bollinger on Bollinger Bands (2001)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 2.0, "Values averaged"),
        Param::real(
            "deviations",
            "nbdevup",
            2.0,
            (0.0, 1e6),
            "Standard deviations from the average to a band",
        ),
        Param {
            same_as: "deviations",
            ..Param::real(
                "deviationsBelow",
                "nbdevdn",
                2.0,
                (0.0, 1e6),
                "The same for the lower band alone",
            )
        },
        Param::average("average", "matype", 0.0, "Kind of the average"),
    ],
    outputs: &[
        Output::real("upper", "upperband"),
        Output::real("middle", "middleband"),
        Output::real("lower", "lowerband"),
    ],
    stability: Stability::Fading(|params| MovingAverage::fading(params[3], params[0])),
    lookback: |params| MovingAverage::lookback(params[3], params[0]).max(params[0] as usize - 1),
    compute: Compute::of::<Bands, 1, 3>(),
};

/// About a simple average, whose sums the deviation shares, or about another.
#[derive(Clone)]
enum Bands {
    Simple(Simple),
    Other(Box<Other>),
}

impl State for Bands {
    fn visit(&mut self, slots: &mut Slots<'_>) {
        match self {
            Self::Simple(bands) => bands.visit(slots),
            Self::Other(bands) => bands.visit(slots),
        }
    }
}

impl Machine<1, 3> for Bands {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        if params[3] == 0.0 {
            Self::Simple(Simple::new(params))
        } else {
            Self::Other(Box::new(Other::new(params)))
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        match self {
            Self::Simple(bands) => bands.update(value),
            Self::Other(bands) => bands.update(value),
        }
    }

    fn fill(&mut self, inputs: [&[f64]; 1], start: usize, outputs: [Option<&mut [f64]>; 3]) {
        match self {
            Self::Simple(bands) => bands.fill(inputs[0], outputs),
            Self::Other(_) => crate::machine::run(self, inputs, start, outputs),
        }
    }
}

#[derive(Clone)]
struct Simple {
    period: usize,
    above: f64,
    below: f64,
    sums: Sums,
    window: Window,
}

state!(Simple { sums, window });

impl Simple {
    fn new(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            above: params[1],
            below: params[2],
            sums: Sums::new(period),
            window: Window::new(period),
        }
    }

    fn update(&mut self, value: f64) -> [f64; 3] {
        let leaving = self.window.push(value);
        let (sum, squares) = self.sums.step(value, leaving, || self.window.values());
        let middle = sum / self.sums.period;
        let deviation = (squares * self.sums.per_value).sqrt();
        [
            middle + deviation * self.above,
            middle,
            middle - deviation * self.below,
        ]
    }

    /// Stretches between anchors side by side where they are whole, otherwise bar by bar; the
    /// divisions and roots vectorised.
    fn fill(&mut self, input: &[f64], mut outputs: [Option<&mut [f64]>; 3]) {
        let (mut middles, mut deviations) = (vec![0.0; SLIDING], vec![0.0; SLIDING]);
        for start in (0..input.len()).step_by(SLIDING) {
            let bars = start..input.len().min(start + SLIDING);
            let (middles, deviations) = (&mut middles[..bars.len()], &mut deviations[..bars.len()]);
            self.sums
                .fill(input, self.period, start, [middles, deviations]);
            nt_math::divide(middles, self.sums.period);
            nt_math::scaled_roots(deviations, self.sums.per_value, 1.0);
            let reach = [self.above, 0.0, -self.below];
            for (column, reach) in outputs.iter_mut().zip(reach) {
                if let Some(column) = column {
                    write(&mut column[bars.clone()], middles, deviations, reach);
                }
            }
        }
    }
}

fn write(column: &mut [f64], middles: &[f64], deviations: &[f64], reach: f64) {
    if reach == 0.0 {
        column.copy_from_slice(middles);
        return;
    }
    nt_math::map_pairs(column, middles, deviations, |middle, deviation| {
        middle + deviation * reach
    });
}

/// The running sums of a window.
#[derive(Clone)]
struct Sums {
    period: f64,
    per_value: f64,
    anchor: Anchor,
    sum: SlidingSum,
    squares: SlidingSquares,
}

state!(Sums {
    anchor,
    sum,
    squares
});

impl Sums {
    fn new(period: usize) -> Self {
        Self {
            period: period as f64,
            per_value: 1.0 / period as f64,
            anchor: Anchor::new(period),
            sum: SlidingSum::default(),
            squares: SlidingSquares::default(),
        }
    }

    /// The sum of the window and of its squared deviations from the mean, NaN while waiting.
    #[inline]
    fn step<'a>(
        &mut self,
        entering: f64,
        leaving: f64,
        window: impl Fn() -> &'a [f64],
    ) -> (f64, f64) {
        let step = self.anchor.advance(entering);
        let sum = self.sum.step(step, entering, leaving, &window);
        let per_value = self.per_value;
        (
            sum,
            self.squares
                .step(step, entering, leaving, per_value, &window),
        )
    }

    /// The steps of some bars from an anchor on.
    fn fill(
        &mut self,
        input: &[f64],
        period: usize,
        start: usize,
        [sums, squares]: [&mut [f64]; 2],
    ) {
        if start >= period
            && slide_side_by_side(input, period, start, sums)
            && square_side_by_side(input, period, start, squares)
        {
            self.anchor.pass(sums.len());
            return;
        }
        for ((sum, square), bar) in sums.iter_mut().zip(squares).zip(start..) {
            let (entering, leaving) = (input[bar], leaving(input, period, bar));
            let window = || &input[bar + 1 - period..=bar];
            (*sum, *square) = self.step(entering, leaving, window);
        }
    }
}

#[derive(Clone)]
struct Other {
    params: [f64; 4],
    average: MovingAverage,
    moments: RollingMoments,
}

state!(Other { average, moments });

impl Other {
    fn new(params: &[f64]) -> Self {
        Self {
            params: std::array::from_fn(|at| params[at]),
            average: MovingAverage::new(params[3], params[0] as usize),
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    fn update(&mut self, value: f64) -> [f64; 3] {
        if !value.is_finite() {
            *self = Self::new(&self.params);
            return [f64::NAN; 3];
        }
        let middle = self.average.update(value);
        let deviation = self.moments.variance(value).sqrt();
        let [_, above, below, _] = self.params;
        if middle.is_nan() || deviation.is_nan() {
            return [f64::NAN; 3];
        }
        [
            middle + deviation * above,
            middle,
            middle - deviation * below,
        ]
    }
}
