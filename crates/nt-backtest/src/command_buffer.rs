mod slot;
mod terms;

use nt_core::{Instrument, Money, Rate};
use nt_trading::{
    Bracket, Change, Command, Currencies, CurrencyCode, ExitMove, Level, OrderId, OrderRequest,
    Rebalance, Size,
};

use self::terms::{given, good_til, kind, kind_with_terms, size, time_in_force};

/// Numbers per command in the buffer a strategy writes; `packages/engine` documents the slots.
pub const COMMAND_STRIDE: usize = 24;

/// Turns what a strategy wrote, floats in units and prices, into commands in lots and ticks.
///
/// A strategy numbers its orders by itself, from 1 in order of submission; those numbers are
/// translated to the kernel's, which also counts exits.
#[derive(Clone, Debug, Default)]
pub struct CommandBuffer {
    submitted: Vec<Option<OrderId>>,
    /// The kernel's numbers with the strategy's, both ascending.
    numbers: Vec<(OrderId, usize)>,
    /// The currencies of the account, which a conversion names by their place: the base, `None`, first.
    currencies: Vec<Option<CurrencyCode>>,
}

impl CommandBuffer {
    /// A buffer of an account that has these currencies.
    #[must_use]
    pub fn of(currencies: &Currencies) -> Self {
        let foreign = currencies.foreign.iter();
        let foreign = foreign.map(|currency| Some(currency.code));
        Self {
            currencies: std::iter::once(None).chain(foreign).collect(),
            ..Self::default()
        }
    }

    /// Decodes one command; `None` where it names an order or an instrument that does not exist.
    /// `next_order` is the number the kernel will give to the next order.
    pub fn decode(
        &mut self,
        slots: &[f64],
        instruments: &[Instrument],
        next_order: OrderId,
    ) -> Option<Command> {
        let instrument = slots[slot::INSTRUMENT] as u32;
        match slots[slot::OPERATION] as u8 {
            1 => {
                let traded = instruments.get(instrument as usize);
                let request = traded.and_then(|traded| self.request(slots, instrument, traded));
                self.count(request.is_some(), next_order);
                request.map(Command::Submit)
            }
            2 => Some(Command::Cancel(self.order(slots)?)),
            3 => Some(Command::CancelAll { instrument }),
            6 => self.modify(slots, instruments.get(instrument as usize)?),
            4 => {
                let scale = instruments.get(instrument as usize)?.price_scale();
                let exit = |slot: usize| match given(slots[slot]) {
                    None => ExitMove::Keep,
                    Some(0.0) => ExitMove::Remove,
                    Some(price) => ExitMove::To(scale.to_integer(price)),
                };
                Some(Command::SetExits {
                    instrument,
                    lot: self.order(slots)?,
                    stop_loss: exit(slot::STOP_LOSS),
                    take_profit: exit(slot::TAKE_PROFIT),
                })
            }
            5 => {
                let command = self.close(slots, instrument);
                self.count(command.is_some(), next_order);
                command
            }
            10 => Some(Command::Weigh {
                instrument,
                share: Rate::from_f64(slots[slot::SIZE])?,
            }),
            11 => rebalance(slots).map(Command::Rebalance),
            12 => fill(slots, instruments.get(instrument as usize)?),
            13 => self.convert(slots),
            _ => None,
        }
    }

    fn convert(&self, slots: &[f64]) -> Option<Command> {
        let code = |slot: usize| self.currencies.get(slots[slot] as usize).copied();
        Some(Command::Convert {
            from: code(slot::FROM)?,
            to: code(slot::TO)?,
            amount: Money::from_f64(slots[slot::SIZE])?,
        })
    }

    fn close(&self, slots: &[f64], instrument: u32) -> Option<Command> {
        let lot = match slots[slot::ORDER] {
            0.0 => None,
            _ => Some(self.order(slots)?),
        };
        Some(Command::Close {
            instrument,
            lot,
            portion: Rate::from_f64(slots[slot::SIZE])?,
        })
    }

    /// The number that a strategy knows an order by; 0 where it gave none.
    #[must_use]
    pub fn number_of(&self, order: OrderId) -> usize {
        let place = self.numbers.binary_search_by_key(&order, |&(id, _)| id);
        place.map_or(0, |place| self.numbers[place].1)
    }

    /// Gives a submission the strategy's next number, whether or not it is one.
    fn count(&mut self, is_order: bool, next_order: OrderId) {
        self.submitted.push(is_order.then_some(next_order));
        if is_order {
            self.numbers.push((next_order, self.submitted.len()));
        }
    }

    fn modify(&self, slots: &[f64], instrument: &Instrument) -> Option<Command> {
        let prices = instrument.price_scale();
        let ticks = |slot: usize| given(slots[slot]).map(|price| prices.to_integer(price));
        let lots = |units| instrument.quantity_scale().to_integer_floor(units);
        Some(Command::Modify {
            order: self.order(slots)?,
            change: Change {
                quantity: given(slots[slot::SIZE]).map(lots),
                limit: ticks(slot::LIMIT),
                stop: ticks(slot::STOP),
            },
        })
    }

    fn order(&self, slots: &[f64]) -> Option<OrderId> {
        self.numbered(slots[slot::ORDER])
    }

    fn numbered(&self, number: f64) -> Option<OrderId> {
        (number as usize)
            .checked_sub(1)
            .and_then(|index| self.submitted.get(index).copied().flatten())
    }

    fn request(&self, slots: &[f64], index: u32, instrument: &Instrument) -> Option<OrderRequest> {
        let scale = instrument.price_scale();
        let ticks = |slot: usize| given(slots[slot]).map(|price| scale.to_integer(price));
        let level = |price: usize, share: usize| {
            let at_share = || {
                given(slots[share])
                    .and_then(Rate::from_f64)
                    .map(Level::Share)
            };
            ticks(price).map(Level::Price).or_else(at_share)
        };
        let request = OrderRequest {
            instrument: index,
            size: size(slots, instrument)?,
            kind: kind(ticks(slot::LIMIT), ticks(slot::STOP)),
            time_in_force: time_in_force(slots[slot::TIME_IN_FORCE]),
            reduce_only: slots[slot::REDUCE_ONLY] != 0.0,
            bracket: Bracket {
                stop_loss: level(slot::STOP_LOSS, slot::STOP_LOSS_SHARE),
                take_profit: level(slot::TAKE_PROFIT, slot::TAKE_PROFIT_SHARE),
            },
            lot: if slots[slot::ORDER] == 0.0 {
                None
            } else {
                Some(self.order(slots)?)
            },
            ..OrderRequest::market(index, Size::Lots(0))
        };
        if slots[slot::HAS_TERMS] == 1.0 {
            self.with_terms(request, slots, instrument)
        } else {
            Some(request)
        }
    }

    /// Adds what an order seldom has.
    fn with_terms(
        &self,
        request: OrderRequest,
        slots: &[f64],
        instrument: &Instrument,
    ) -> Option<OrderRequest> {
        let lots = |units| instrument.quantity_scale().to_integer_floor(units);
        Some(OrderRequest {
            kind: kind_with_terms(request.kind, slots, instrument.price_scale()),
            time_in_force: given(slots[slot::EXPIRES_AT]).map_or(request.time_in_force, good_til),
            post_only: slots[slot::POST_ONLY] == 1.0,
            display: given(slots[slot::DISPLAY]).map(lots),
            oco: given(slots[slot::GROUP]).map(|group| group as u32),
            parent: match given(slots[slot::PARENT]) {
                None => None,
                Some(number) => Some(self.numbered(number)?),
            },
            ..request
        })
    }
}

/// Of a fill the order is named by the number the kernel gave it.
fn fill(slots: &[f64], instrument: &Instrument) -> Option<Command> {
    let lots = instrument
        .quantity_scale()
        .to_integer_floor(slots[slot::SIZE]);
    Some(Command::Fill {
        order: OrderId(slots[slot::ORDER] as u32),
        price: instrument
            .price_scale()
            .to_integer(given(slots[slot::LIMIT])?),
        lots,
    })
}

fn rebalance(slots: &[f64]) -> Option<Rebalance> {
    Some(Rebalance {
        keeps_others: slots[slot::KEEPS_OTHERS] == 1.0,
        tolerance: Rate::from_f64(slots[slot::TOLERANCE])?,
        least_trade: Money::from_f64(slots[slot::LEAST_TRADE])?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Scale;
    use nt_trading::{ForeignCurrency, OrderKind, TimeInForce, Trail};

    fn command() -> [f64; COMMAND_STRIDE] {
        let mut slots = [f64::NAN; COMMAND_STRIDE];
        slots[slot::OPERATION] = 1.0;
        slots[slot::INSTRUMENT] = 0.0;
        slots[slot::SIZE_KIND] = 0.0;
        slots[slot::SIZE] = -2.0;
        slots[slot::TIME_IN_FORCE] = 1.0;
        slots[slot::REDUCE_ONLY] = 0.0;
        slots[slot::ORDER] = 0.0;
        slots
    }

    fn decode(slots: &[f64]) -> Option<Command> {
        let share = Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
        CommandBuffer::default().decode(slots, &[share], OrderId(1))
    }

    #[test]
    fn prices_become_ticks_and_units_lots() {
        let mut slots = command();
        slots[slot::LIMIT] = 10.25;
        slots[slot::STOP_LOSS_SHARE] = 0.05;
        let Some(Command::Submit(request)) = decode(&slots) else {
            panic!("a submission")
        };
        assert_eq!(request.size, Size::Lots(-2));
        assert_eq!(request.kind, OrderKind::Limit { limit: 1_025 });
        assert_eq!(request.time_in_force, TimeInForce::Day);
        assert_eq!(
            request.bracket.stop_loss,
            Rate::from_f64(0.05).map(Level::Share)
        );
        assert_eq!(request.bracket.take_profit, None);
    }

    fn decode_with(terms: &[(usize, f64)]) -> Option<OrderRequest> {
        let mut slots = command();
        slots[slot::HAS_TERMS] = 1.0;
        for &(slot, value) in terms {
            slots[slot] = value;
        }
        match decode(&slots)? {
            Command::Submit(request) => Some(request),
            other => panic!("{other:?} is no submission"),
        }
    }

    #[test]
    fn terms_make_other_kinds() {
        let kind = |terms: &[(usize, f64)]| decode_with(terms).unwrap().kind;
        let trail = Trail::Ticks(150);
        assert_eq!(
            kind(&[(slot::TRAIL, 1.5)]),
            OrderKind::TrailingStop { trail }
        );
        assert_eq!(
            kind(&[(slot::TRAIL, 1.5), (slot::TRAIL_LIMIT, 0.2)]),
            OrderKind::TrailingStopLimit { trail, offset: 20 }
        );
        assert_eq!(
            kind(&[(slot::TOUCH, 9.0)]),
            OrderKind::MarketIfTouched { touch: 900 }
        );
        assert_eq!(
            kind(&[(slot::TOUCH, 9.0), (slot::LIMIT, 8.9)]),
            OrderKind::LimitIfTouched {
                touch: 900,
                limit: 890
            }
        );
        assert_eq!(kind(&[(slot::TO_LIMIT, 1.0)]), OrderKind::MarketToLimit);
        let terms = [
            (slot::LIMIT, 9.0),
            (slot::EXPIRES_AT, 5.0),
            (slot::POST_ONLY, 1.0),
            (slot::DISPLAY, 1.0),
            (slot::GROUP, 3.0),
        ];
        let request = decode_with(&terms).unwrap();
        assert_eq!(request.kind, OrderKind::Limit { limit: 900 });
        assert_eq!(request.time_in_force, TimeInForce::GoodTilTime(5_000_000));
        assert_eq!((request.display, request.oco), (Some(1), Some(3)));
        assert!(request.post_only);
        assert_eq!(decode_with(&[(slot::PARENT, 1.0)]), None, "no such order");
    }

    #[test]
    fn terms_are_read_only_where_they_were_written() {
        let mut slots = command();
        slots[slot::HAS_TERMS] = 0.0;
        slots[slot::TRAIL] = 1.5;
        let Some(Command::Submit(request)) = decode(&slots) else {
            panic!("a submission")
        };
        assert_eq!(request.kind, OrderKind::Market);
    }

    #[test]
    fn a_conversion_names_currencies_by_their_place() {
        let euro = CurrencyCode::new("EUR").unwrap();
        let foreign = ForeignCurrency {
            code: euro,
            rate: 0,
            inverse: false,
        };
        let currencies = Currencies {
            foreign: vec![foreign],
            ..Currencies::default()
        };
        let convert = |from: f64, to: f64| {
            let mut slots = command();
            slots[slot::OPERATION] = 13.0;
            (slots[slot::FROM], slots[slot::TO], slots[slot::SIZE]) = (from, to, 2.5);
            CommandBuffer::of(&currencies).decode(&slots, &[], OrderId(1))
        };
        let amount = Money::from_f64(2.5).unwrap();
        let expected = Command::Convert {
            from: None,
            to: Some(euro),
            amount,
        };
        assert_eq!(convert(0.0, 1.0), Some(expected));
        assert_eq!(convert(0.0, 2.0), None, "no such currency");
    }

    #[test]
    fn what_does_not_exist_is_no_command() {
        let mut slots = command();
        slots[slot::INSTRUMENT] = 7.0;
        assert_eq!(decode(&slots), None);
        slots = command();
        slots[slot::ORDER] = 9.0;
        assert_eq!(decode(&slots), None);
    }
}
