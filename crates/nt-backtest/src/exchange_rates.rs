use nt_trading::{Currencies, Kernel};

/// What a unit of each currency of a run was worth in that of the account, at the close of each step.
#[derive(Clone, Debug)]
pub(crate) struct ExchangeRates {
    currencies: Currencies,
    /// Of each foreign currency, by step; 0 before one is known.
    by_step: Vec<Vec<f64>>,
}

impl ExchangeRates {
    /// `None` where the run has one currency.
    pub fn new(kernel: &Kernel, steps: usize) -> Option<Self> {
        let currencies = kernel.config().currencies.clone();
        let foreign = currencies.foreign.len();
        (foreign > 0).then(|| Self {
            currencies,
            by_step: vec![vec![0.0; steps]; foreign],
        })
    }

    /// Takes the rates of a step from the last close of every instrument, or the middle of its quote.
    pub fn note(&mut self, step: usize, kernel: &Kernel, last_close: &[f64]) {
        for (rates, currency) in self.by_step.iter_mut().zip(&self.currencies.foreign) {
            let scale = kernel.ledger().instruments()[currency.rate as usize].price_scale();
            let middle = kernel.middle(currency.rate);
            let price = middle.map_or(last_close[currency.rate as usize], |ticks| {
                scale.to_float(ticks)
            });
            let known = price > 0.0;
            let rate = if currency.inverse {
                price.recip()
            } else {
                price
            };
            rates[step] = if known { rate } else { 0.0 };
        }
    }

    /// The rate of an instrument's currency; 1 for that of the account.
    pub fn of(&self, instrument: u32, step: usize) -> f64 {
        let currency = self.currencies.of(instrument);
        currency.map_or(1.0, |currency| self.by_step[usize::from(currency)][step])
    }

    /// Cash and positions of the kernel at the rates of a step.
    pub fn equity(&self, kernel: &Kernel, last_close: &[f64], step: usize) -> f64 {
        let ledger = kernel.ledger();
        let foreign = self.currencies.foreign.iter().zip(&self.by_step);
        let cash: f64 = foreign
            .map(|(currency, rates)| ledger.cash_in(Some(currency.code)).to_f64() * rates[step])
            .sum();
        let values = last_close.iter().enumerate().map(|(instrument, close)| {
            let traded = &ledger.instruments()[instrument];
            let lots = ledger.position(instrument as u32).quantity;
            let units = traded.quantity_scale().to_float(lots) * traded.multiplier();
            close * units * self.of(instrument as u32, step)
        });
        values.sum::<f64>() + cash + ledger.balance().to_f64()
    }
}
