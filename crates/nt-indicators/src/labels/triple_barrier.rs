use nt_core::{Code, Error, Result};

/// Where a position opened at each close would end.
#[derive(Clone, Copy, Debug)]
pub struct Barriers {
    /// Widths above the close at which it is a gain; infinity for no such barrier.
    pub profit: f64,
    /// Widths below the close at which it is a loss; infinity for no such barrier.
    pub loss: f64,
    /// Bars after which it ends anyway.
    pub bars: usize,
}

/// One value for each bar, NaN where the end is not known or a value on the way is not finite.
#[derive(Clone, Debug)]
pub struct TripleBarrier {
    /// 1 where the gain came first, -1 where the loss did, 0 where time ran out. A bar that
    /// reaches both counts as a loss.
    pub label: Vec<f64>,
    /// The return to the barrier, or to the close of the last bar.
    pub result: Vec<f64>,
    /// Bars until then.
    pub bars: Vec<f64>,
}

/// Labels by the first of three barriers that prices meet after each bar: they look ahead. `width`
/// is the unit of the barriers on each bar as a share of its close, for example a volatility.
///
/// Source: Lopez de Prado, *Advances in Financial Machine Learning* (2018), chapter 3.
///
/// # Errors
/// `INVALID_PARAMETER` for 0 bars or a barrier that is not positive, `DATA_LENGTH_MISMATCH`.
pub fn triple_barrier(
    [high, low, close, width]: [&[f64]; 4],
    barriers: Barriers,
) -> Result<TripleBarrier> {
    barriers.check()?;
    let length = close.len();
    if let Some(other) = [high, low, width]
        .iter()
        .find(|column| column.len() != length)
    {
        let message = format!(
            "a column has {} values where close has {length}: give equal lengths",
            other.len()
        );
        return Err(Error::new(Code::DataLengthMismatch, message));
    }
    let mut labels = TripleBarrier {
        label: vec![f64::NAN; length],
        result: vec![f64::NAN; length],
        bars: vec![f64::NAN; length],
    };
    for bar in 0..length {
        let end = barriers.end([&high[bar..], &low[bar..], &close[bar..]], width[bar]);
        if let Some((label, result, bars)) = end {
            (labels.label[bar], labels.result[bar]) = (label, result);
            labels.bars[bar] = bars as f64;
        }
    }
    Ok(labels)
}

impl Barriers {
    fn check(&self) -> Result<()> {
        let fault = |name: &str, remedy: &str| {
            let message = format!("{name} of a triple barrier is out of range: give {remedy}");
            Error::new(Code::InvalidParameter, message).with("parameter", name)
        };
        if self.bars == 0 {
            return Err(fault("bars", "a whole number from 1"));
        }
        for (name, value) in [("profit", self.profit), ("loss", self.loss)] {
            if value.is_nan() || value <= 0.0 {
                return Err(fault(name, "a number above 0"));
            }
        }
        Ok(())
    }

    /// The label, the return and the bars it took, over columns from the bar on.
    fn end(&self, [high, low, close]: [&[f64]; 3], width: f64) -> Option<(f64, f64, usize)> {
        let start = close[0];
        let (up, down) = (self.profit * width, self.loss * width);
        if !start.is_finite() || !width.is_finite() || start <= 0.0 || width <= 0.0 {
            return None;
        }
        let (top, bottom) = (start * (1.0 + up), start * (1.0 - down));
        let last = self.bars.min(close.len() - 1);
        for bar in 1..=last {
            if !(high[bar].is_finite() && low[bar].is_finite() && close[bar].is_finite()) {
                return None;
            }
            if low[bar] <= bottom {
                return Some((-1.0, -down, bar));
            }
            if high[bar] >= top {
                return Some((1.0, up, bar));
            }
        }
        let over = last == self.bars;
        over.then(|| (0.0, (close[last] - start) / start, last))
    }
}
