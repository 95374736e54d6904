use std::collections::BTreeMap;

use nt_core::{Money, Rate};

use super::Kernel;
use crate::{BasketPart, Matching, OrderId, OrderRequest, Reason, Rebalance, Size, TickBar};

/// What a rebalance is being given, and its orders that have not filled. Empty without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Basket {
    /// Shares of equity asked for since the last rebalance, by instrument.
    weights: BTreeMap<u32, Rate>,
    /// Orders that only reduce a position, in order of submission.
    closing: Vec<OrderId>,
    /// Orders that open or grow one, in order of submission.
    opening: Vec<OrderId>,
}

impl Basket {
    const fn part(&mut self, part: BasketPart) -> &mut Vec<OrderId> {
        match part {
            BasketPart::Closing => &mut self.closing,
            BasketPart::Opening => &mut self.opening,
        }
    }
}

impl Kernel {
    /// Whether orders of a rebalance wait for the opens of their instruments.
    #[must_use]
    #[inline]
    pub const fn awaits_basket(&self) -> bool {
        !self.basket.closing.is_empty() || !self.basket.opening.is_empty()
    }

    #[cold]
    pub(super) fn weigh(&mut self, instrument: u32, share: Rate) {
        self.basket.weights.insert(instrument, share);
    }

    /// Trades the whole account to the weights given since the last rebalance: one equity, quantities
    /// fixed now, what closes before what opens. It takes the place of what is left of the last one.
    #[cold]
    pub(super) fn rebalance(&mut self, rules: Rebalance) {
        let weights = std::mem::take(&mut self.basket.weights);
        if let Some(reason) = self.why_not_rebalance(&weights) {
            for (&instrument, &share) in &weights {
                self.deny(&target(instrument, share), reason);
            }
            return;
        }
        self.take_back_basket();
        let (closing, opening) = self.legs(&weights, rules);
        self.send_legs(BasketPart::Closing, closing);
        self.send_legs(BasketPart::Opening, opening);
    }

    fn why_not_rebalance(&self, weights: &BTreeMap<u32, Rate>) -> Option<Reason> {
        let fits = fits_leverage(weights.values().copied(), self.config.margin);
        if matches!(self.config.matching, Matching::Queue(_)) {
            Some(Reason::NeedsPathMatching)
        } else if self.config.hedging {
            Some(Reason::NeedsNetting)
        } else {
            (!fits).then_some(Reason::WeightsExceedLeverage)
        }
    }

    fn take_back_basket(&mut self) {
        for part in [BasketPart::Closing, BasketPart::Opening] {
            for id in std::mem::take(self.basket.part(part)) {
                self.cancel(id, Reason::Rebalanced);
            }
        }
    }

    /// Forgets orders that ended otherwise than by filling with the others.
    #[cold]
    pub(super) fn forget_ended(&mut self) {
        let Basket {
            closing, opening, ..
        } = &mut self.basket;
        closing.retain(|&id| self.book.get(id).is_some());
        opening.retain(|&id| self.book.get(id).is_some());
    }

    /// The orders that lead to the weights: those that close, those that open. A position that changes
    /// sides has one of each.
    fn legs(
        &mut self,
        weights: &BTreeMap<u32, Rate>,
        rules: Rebalance,
    ) -> (Vec<OrderRequest>, Vec<OrderRequest>) {
        let equity = self.equity();
        let least = rules.least_trade.max(rules.tolerance.of(equity));
        let (mut closing, mut opening) = (Vec::new(), Vec::new());
        for (&instrument, &share) in weights {
            if self.price_of(instrument).is_none() && share != Rate::ZERO {
                let known = (instrument as usize) < self.last_price.len();
                let reason = if known {
                    Reason::NoPrice
                } else {
                    Reason::UnknownInstrument
                };
                self.deny(&target(instrument, share), reason);
            }
        }
        for instrument in 0..self.last_price.len() as u32 {
            let share = weights.get(&instrument).copied();
            let (Some(price), Some(share)) = (
                self.price_of(instrument),
                share.or((!rules.keeps_others).then_some(Rate::ZERO)),
            ) else {
                continue;
            };
            let lots = self.lots_to(instrument, share, (price, equity));
            let value = self.instrument(instrument).notional(price, lots).abs();
            let value = self.in_base(instrument, value);
            if lots == 0 || (share != Rate::ZERO && value < least) {
                continue;
            }
            let (closes, opens) = self.split_leg(instrument, lots);
            closing.extend(leg(instrument, closes, true));
            opening.extend(leg(instrument, opens, false));
        }
        (closing, opening)
    }

    fn price_of(&self, instrument: u32) -> Option<i64> {
        self.last_price.get(instrument as usize).copied().flatten()
    }

    fn lots_to(&self, instrument: u32, share: Rate, (price, equity): (i64, Money)) -> i64 {
        let held = self.ledger.position(instrument).quantity;
        if share == Rate::ZERO {
            return -held;
        }
        let sizer = self.sizer(instrument, price, held, self.terms(None, true));
        sizer.lots_to_target(share, self.of_base(instrument, equity))
    }

    /// Signed lots that close what is held, and those that open.
    fn split_leg(&self, instrument: u32, lots: i64) -> (i64, i64) {
        let held = self.ledger.position(instrument).quantity;
        let closes = if held.signum() == -lots.signum() {
            lots.abs().min(held.abs()) * lots.signum()
        } else {
            0
        };
        (closes, lots - closes)
    }

    /// Quantities are fixed; what the account cannot pay for at the fill is cut off.
    fn send_legs(&mut self, part: BasketPart, legs: Vec<OrderRequest>) {
        for request in legs {
            let Some(id) = self.send(&request, part == BasketPart::Opening) else {
                continue;
            };
            if self.book.get(id).is_some() {
                self.basket.part(part).push(id);
            }
        }
    }

    /// Fills the orders of one part of a rebalance at the open of a bar that is still to be matched.
    /// Every part is shown all bars of the step before the next one, so that what closes pays for what
    /// opens, whichever instrument comes first.
    #[cold]
    pub(super) fn fill_basket(&mut self, instrument: u32, bar: &TickBar, part: BasketPart) {
        if !self.session.trades {
            return;
        }
        self.mark(instrument, bar.open);
        for id in self.book.of(instrument).to_vec() {
            let Ok(place) = self.basket.part(part).binary_search(&id) else {
                continue;
            };
            self.try_fill(id, bar);
            if self.book.get(id).is_none() {
                self.basket.part(part).remove(place);
            }
        }
    }
}

fn target(instrument: u32, share: Rate) -> OrderRequest {
    OrderRequest::market(instrument, Size::TargetShare(share))
}

fn leg(instrument: u32, lots: i64, reduce_only: bool) -> Option<OrderRequest> {
    (lots != 0).then(|| OrderRequest {
        reduce_only,
        ..OrderRequest::market(instrument, Size::Lots(lots))
    })
}

/// Whether the weights, without sign, come to no more than one over the margin. Weights and margin
/// are themselves rounded to a trillionth, and get that much room.
fn fits_leverage(weights: impl Iterator<Item = Rate>, margin: Rate) -> bool {
    let one = i128::from(Rate::ONE.raw());
    let margin = i128::from(margin.raw());
    let (mut sum, mut room) = (0, 0);
    for weight in weights {
        sum += i128::from(weight.abs().raw());
        room += margin;
    }
    sum * margin <= one * one + room + sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(weights: &[f64], leverage: f64) -> bool {
        let rate = |value| Rate::from_f64(value).unwrap();
        fits_leverage(
            weights.iter().map(|&weight| rate(weight)),
            rate(1.0 / leverage),
        )
    }

    #[test]
    fn weights_that_come_to_the_leverage_fit() {
        for count in 1..=500 {
            assert!(
                fits(&vec![1.0 / f64::from(count); count as usize], 1.0),
                "{count}"
            );
        }
        for leverage in 1..=20 {
            let leverage = f64::from(leverage);
            assert!(
                fits(&[leverage / 2.0, -leverage / 2.0], leverage),
                "{leverage}"
            );
        }
    }

    #[test]
    fn more_does_not() {
        assert!(!fits(&[0.5, -0.500_000_01], 1.0));
        assert!(!fits(&[2.000_001], 2.0));
    }
}
