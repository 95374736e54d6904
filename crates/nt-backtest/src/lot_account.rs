use nt_core::{Instrument, Result};
use nt_trading::{Config, Costs, Kernel, Record, RecordKind};

/// An account in doubles, folded from the event log, for the equity curve of
/// [`Matching::Queue`](nt_trading::Matching::Queue).
///
/// A drawdown begins and ends where equity is exactly its peak, so the last digit decides. This sums
/// as backtesting.py does: cash takes each closed part's `size · (exit − entry) − fee`, and equity is
/// cash plus, for each instrument, `close · Σ size − Σ size · entry` over its open lots.
#[derive(Clone, Debug)]
pub(crate) struct LotAccount {
    costs: Costs,
    cash: f64,
    /// Records of the log that are taken in.
    read: usize,
    /// For each order, the order whose lot it closes; 0 for none.
    closes: Vec<u32>,
    lots: Vec<Vec<OpenLot>>,
}

#[derive(Clone, Copy, Debug)]
struct OpenLot {
    order: u32,
    /// Signed lots and units.
    quantity: i64,
    size: f64,
    entry: f64,
}

impl LotAccount {
    pub fn new(config: &Config, instruments: usize) -> Self {
        Self {
            costs: config.costs,
            cash: 0.0,
            read: 0,
            closes: Vec::new(),
            lots: vec![Vec::new(); instruments],
        }
    }

    /// Takes in what the log has new.
    pub fn follow(&mut self, kernel: &Kernel) -> Result<()> {
        for record in kernel.log().records_from(self.read) {
            self.take(&record?, kernel.ledger().instruments());
            self.read += 1;
        }
        Ok(())
    }

    fn take(&mut self, record: &Record, instruments: &[Instrument]) {
        match record.kind {
            RecordKind::Opened => self.cash = record.money.to_f64(),
            RecordKind::DebtCancelled => self.cash = 0.0,
            RecordKind::OrderSubmitted | RecordKind::OrderDenied => {
                self.closes.push(record.money.raw() as u32);
            }
            RecordKind::OrderFilled => {
                self.fill(record, &instruments[record.instrument as usize]);
            }
            _ => {}
        }
    }

    fn fill(&mut self, record: &Record, instrument: &Instrument) {
        let size = instrument.quantity_scale().to_float(record.quantity);
        let price = instrument.price_scale().to_float(record.price);
        let Some(index) = self.lot_to_close(record) else {
            let entry = self.entry(price, size > 0.0, instrument);
            self.cash -= self.fee(size, entry);
            self.lots[record.instrument as usize].push(OpenLot {
                order: record.order,
                quantity: record.quantity,
                size,
                entry,
            });
            return;
        };
        let fee = self.fee(size, price);
        let lots = &mut self.lots[record.instrument as usize];
        let lot = &mut lots[index];
        self.cash += -size * (price - lot.entry) - fee;
        lot.quantity += record.quantity;
        lot.size = instrument.quantity_scale().to_float(lot.quantity);
        if lot.quantity == 0 {
            lots.remove(index);
        }
    }

    /// The lot that a fill closes: the one its order names, else the oldest on the other side.
    fn lot_to_close(&self, record: &Record) -> Option<usize> {
        let lots = &self.lots[record.instrument as usize];
        let named = self.closes[record.order as usize - 1];
        if named != 0 {
            return lots.iter().position(|lot| lot.order == named);
        }
        let opposes = |lot: &OpenLot| lot.quantity.signum() == -record.quantity.signum();
        (!record.opens_lot() && lots.first().is_some_and(opposes)).then_some(0)
    }

    /// The entry price as a product of doubles: the price without its spread, times one and the spread.
    fn entry(&self, price: f64, buys: bool, instrument: &Instrument) -> f64 {
        let spread = self.costs.spread.to_f64();
        if spread == 0.0 {
            return price;
        }
        let factor = if buys { 1.0 + spread } else { 1.0 - spread };
        let scale = instrument.price_scale();
        scale.to_float(scale.to_integer(price / factor)) * factor
    }

    fn fee(&self, size: f64, price: f64) -> f64 {
        let fee = self.costs.fees.as_plain().unwrap_or_default();
        fee.per_fill.to_f64() + size.abs() * price * fee.rate.to_f64()
    }

    /// Equity with each instrument at its close.
    pub fn equity(&self, closes: &[f64]) -> f64 {
        let profit = |(lots, close): (&Vec<OpenLot>, &f64)| {
            let size: f64 = lots.iter().map(|lot| lot.size).sum();
            let cost: f64 = lots.iter().map(|lot| lot.size * lot.entry).sum();
            close * size - cost
        };
        self.cash + self.lots.iter().zip(closes).map(profit).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{Money, Rate, Scale};
    use nt_trading::{Command, Event, Fees, Matching, OrderRequest, QueueRules, Size, TickBar};

    #[test]
    fn it_is_worth_what_the_kernel_says() {
        let share = Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
        let config = Config {
            matching: Matching::Queue(QueueRules::default()),
            costs: Costs {
                fees: Fees::plain(Rate::from_f64(0.01).unwrap(), Money::from_f64(1.5).unwrap()),
                spread: Rate::from_f64(0.01).unwrap(),
                ..Costs::default()
            },
            ..Config::new(Money::from_f64(10_000.0).unwrap())
        };
        let mut account = LotAccount::new(&config, 1);
        let mut kernel = Kernel::new(config, vec![share]).unwrap();
        for (step, lots) in [30, 12, -35, -20].into_iter().enumerate() {
            let price = 10_000 + 100 * step as i64;
            let bar = TickBar {
                open: price,
                high: price + 50,
                low: price - 50,
                close: price + 20,
            };
            kernel.apply(Event::Step {
                step: step as u32,
                time: 0,
            });
            kernel.apply(Event::Bar { instrument: 0, bar });
            account.follow(&kernel).unwrap();
            let equity = account.equity(&[(price + 20) as f64 / 100.0]);
            assert!((equity - kernel.equity().to_f64()).abs() < 1e-9);
            let request = OrderRequest::market(0, Size::Lots(lots));
            kernel.apply(Event::Command(Command::Submit(request)));
        }
        assert_eq!(kernel.ledger().closed_trades(), 2);
    }
}
