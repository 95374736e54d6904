use nt_core::{Instrument, Money, Rate};

use crate::Costs;

/// What opening lots from the queue costs, as backtesting.py reckons before it fills: the entry at the
/// price with its spread, the fee rate on the price without it, and the fixed fee spread over what
/// the order asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpeningCost<'a> {
    pub instrument: &'a Instrument,
    /// Share of the price by which the entry is worse.
    pub spread: Rate,
    /// Share of the value.
    pub fee_rate: Rate,
    /// Price in ticks, before spread.
    pub price: i64,
    pub buys: bool,
    /// The fixed fee of `per` lots.
    pub fixed: Money,
    pub per: i64,
}

impl OpeningCost<'_> {
    /// The cost of so many lots, without sign.
    pub fn of(&self, lots: i64) -> Money {
        let entry = Costs::worsen(self.price, self.spread, self.buys);
        let fee = self.fee_rate.of(self.instrument.notional(self.price, lots));
        let fixed = Money::from_raw(self.fixed.raw() * i128::from(lots) / i128::from(self.per));
        self.instrument.notional(entry, lots) + fee + fixed
    }

    /// The most lots that a share of the buying power opens. The whole of it is taken as a hair less,
    /// so that nothing costs just what there is.
    pub fn most_within(&self, power: Money, share: Rate) -> i64 {
        let budget = share.of(power);
        let whole = share == Rate::ONE;
        let fits = |lots| {
            let cost = self.of(lots);
            cost < budget || (cost == budget && !whole)
        };
        let sample = 1 << 20;
        let unit = self.of(sample).to_f64() / sample as f64;
        // The float is only a first guess; the integers decide.
        let mut lots = ((budget.to_f64() / unit) as i64).max(0);
        while lots > 0 && !fits(lots) {
            lots -= 1;
        }
        while fits(lots + 1) {
            lots += 1;
        }
        lots
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Scale;

    fn most(share: f64, spread: f64) -> i64 {
        let instrument = Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
        let cost = OpeningCost {
            instrument: &instrument,
            spread: Rate::from_f64(spread).unwrap(),
            fee_rate: Rate::ZERO,
            price: 10_000,
            buys: true,
            fixed: Money::ZERO,
            per: 1,
        };
        let power = Money::from_f64(10_000.0).unwrap();
        cost.most_within(power, Rate::from_f64(share).unwrap())
    }

    #[test]
    fn the_whole_is_a_hair_less() {
        assert_eq!(most(1.0, 0.0), 99);
        assert_eq!(most(0.5, 0.0), 50);
        assert_eq!(most(0.5, 0.01), 49);
    }
}
