use super::smoother::Smoother;
use crate::state::state;

/// Exponential averages in a row, each over the values of the one before from its first on.
#[derive(Clone, Debug)]
struct Chain<const N: usize>([Smoother; N]);

impl<const N: usize> crate::state::State for Chain<N> {
    fn visit(&mut self, slots: &mut crate::state::Slots<'_>) {
        self.0.visit(slots);
    }
}

impl<const N: usize> Chain<N> {
    fn new(period: usize) -> Self {
        Self(std::array::from_fn(|_| Smoother::exponential(period)))
    }

    /// NaN for those that have no value yet.
    #[inline]
    fn update(&mut self, value: f64) -> [f64; N] {
        let mut values = [f64::NAN; N];
        let mut value = value;
        for (smoother, out) in self.0.iter_mut().zip(&mut values) {
            value = smoother.update(value);
            if value.is_nan() {
                break;
            }
            *out = value;
        }
        values
    }
}

/// The double exponential average, `2 EMA - EMA(EMA)`.
#[derive(Clone, Debug)]
pub(crate) struct Dema(Chain<2>);

state!(Dema { 0 });

impl Dema {
    pub(crate) fn new(period: usize) -> Self {
        Self(Chain::new(period))
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let [first, second] = self.0.update(value);
        2.0 * first - second
    }
}

/// The triple exponential average, `3 EMA - 3 EMA(EMA) + EMA(EMA(EMA))`.
#[derive(Clone, Debug)]
pub(crate) struct Tema(Chain<3>);

state!(Tema { 0 });

impl Tema {
    pub(crate) fn new(period: usize) -> Self {
        Self(Chain::new(period))
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let [first, second, third] = self.0.update(value);
        3.0 * first - 3.0 * second + third
    }

    /// The last of the three averages alone.
    #[inline]
    pub(crate) fn third(&mut self, value: f64) -> f64 {
        self.0.update(value)[2]
    }
}

/// Tillson's average: six exponential averages in a row, weighed by a volume factor.
#[derive(Clone, Debug)]
pub(crate) struct T3 {
    chain: Chain<6>,
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
            chain: Chain::new(period),
            weights,
        }
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let [_, _, third, fourth, fifth, sixth] = self.chain.update(value);
        let [a, b, c, d] = self.weights;
        a * sixth + b * fifth + c * fourth + d * third
    }
}
