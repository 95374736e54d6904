use super::smoother::Smoother;
use crate::state::state;

/// The double exponential average, `2 EMA - EMA(EMA)`.
#[derive(Clone, Debug)]
pub(crate) struct Dema([Smoother; 2]);

state!(Dema { 0 });

impl Dema {
    pub(crate) fn new(period: usize) -> Self {
        Self(std::array::from_fn(|_| Smoother::exponential(period)))
    }

    #[inline(always)]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        Self::combine(Smoother::update_chain(&mut self.0, value))
    }

    /// The averages in the places of the next values, all finite.
    pub(crate) fn smooth(&mut self, values: &mut [f64]) {
        Smoother::smooth_repeatedly(&mut self.0, values, Self::combine);
    }

    #[inline]
    fn combine([first, second]: [f64; 2]) -> f64 {
        2.0 * first - second
    }
}

/// The triple exponential average, `3 EMA - 3 EMA(EMA) + EMA(EMA(EMA))`.
#[derive(Clone, Debug)]
pub(crate) struct Tema([Smoother; 3]);

state!(Tema { 0 });

impl Tema {
    pub(crate) fn new(period: usize) -> Self {
        Self(std::array::from_fn(|_| Smoother::exponential(period)))
    }

    #[inline(always)]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        Self::combine(Smoother::update_chain(&mut self.0, value))
    }

    /// The averages in the places of the next values, all finite.
    pub(crate) fn smooth(&mut self, values: &mut [f64]) {
        Smoother::smooth_repeatedly(&mut self.0, values, Self::combine);
    }

    #[inline]
    fn combine([first, second, third]: [f64; 3]) -> f64 {
        3.0 * first - 3.0 * second + third
    }

    /// The last of the three averages alone.
    #[inline]
    pub(crate) fn third(&mut self, value: f64) -> f64 {
        Smoother::update_chain(&mut self.0, value)[2]
    }

    /// The last of the three averages in the places of the next values, all finite.
    pub(crate) fn smooth_third(&mut self, values: &mut [f64]) {
        Smoother::smooth_repeatedly(&mut self.0, values, |averages| averages[2]);
    }
}

/// Tillson's average: six exponential averages in a row, weighed by a volume factor.
#[derive(Clone, Debug)]
pub(crate) struct T3 {
    chain: [Smoother; 6],
    weights: [f64; 4],
}

state!(T3 { chain });

impl T3 {
    pub(crate) fn new(period: usize, factor: f64) -> Self {
        let (square, cube) = (factor * factor, factor * factor * factor);
        let weights = [
            -cube,
            3.0 * (square + cube),
            -6.0 * square - 3.0 * (factor + cube),
            1.0 + 3.0 * factor + cube + 3.0 * square,
        ];
        Self {
            chain: std::array::from_fn(|_| Smoother::exponential(period)),
            weights,
        }
    }

    #[inline(always)]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        combine(Smoother::update_chain(&mut self.chain, value), self.weights)
    }

    /// The averages in the places of the next values, all finite.
    pub(crate) fn smooth(&mut self, values: &mut [f64]) {
        let weights = self.weights;
        Smoother::smooth_repeatedly(&mut self.chain, values, |averages| {
            combine(averages, weights)
        });
    }
}

#[inline]
fn combine([_, _, third, fourth, fifth, sixth]: [f64; 6], [a, b, c, d]: [f64; 4]) -> f64 {
    a * sixth + b * fifth + c * fourth + d * third
}
