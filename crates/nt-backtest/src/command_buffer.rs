use nt_core::{Instrument, Rate};
use nt_trading::{
    Bracket, Command, ExitMove, Level, OrderId, OrderKind, OrderRequest, Size, TimeInForce,
};

/// Numbers per command in the buffer a strategy writes; `packages/engine` documents the slots.
pub const COMMAND_STRIDE: usize = 14;

/// Turns what a strategy wrote, floats in units and prices, into commands in lots and ticks.
///
/// A strategy numbers its orders by itself, from 1 in order of submission; those numbers are
/// translated to the kernel's, which also counts exits.
#[derive(Clone, Debug, Default)]
pub struct CommandBuffer {
    submitted: Vec<Option<OrderId>>,
}

/// Slots of a command.
mod slot {
    pub const OPERATION: usize = 0;
    pub const INSTRUMENT: usize = 1;
    pub const SIZE_KIND: usize = 2;
    pub const SIZE: usize = 3;
    pub const LIMIT: usize = 4;
    pub const STOP: usize = 5;
    pub const TIME_IN_FORCE: usize = 6;
    pub const REDUCE_ONLY: usize = 7;
    pub const STOP_LOSS: usize = 8;
    pub const TAKE_PROFIT: usize = 9;
    pub const STOP_LOSS_SHARE: usize = 10;
    pub const TAKE_PROFIT_SHARE: usize = 11;
    pub const ORDER: usize = 12;
}

impl CommandBuffer {
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
                self.submitted.push(request.map(|_| next_order));
                request.map(Command::Submit)
            }
            2 => Some(Command::Cancel(self.order(slots)?)),
            3 => Some(Command::CancelAll { instrument }),
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
                self.submitted.push(command.map(|_| next_order));
                command
            }
            _ => None,
        }
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
        let is_it = |submitted: &Option<OrderId>| *submitted == Some(order);
        self.submitted
            .iter()
            .rposition(is_it)
            .map_or(0, |index| index + 1)
    }

    fn order(&self, slots: &[f64]) -> Option<OrderId> {
        let number = slots[slot::ORDER] as usize;
        number
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
        Some(OrderRequest {
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
        })
    }
}

fn given(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

/// Units become whole lots towards zero; the digits of the float decide, not its binary tail.
fn size(slots: &[f64], instrument: &Instrument) -> Option<Size> {
    let value = slots[slot::SIZE];
    let scale = instrument.quantity_scale();
    let lots = || scale.to_integer_floor(value.abs()) * value.signum() as i64;
    match slots[slot::SIZE_KIND] as u8 {
        0 => Some(Size::Lots(lots())),
        1 => Rate::from_f64(value).map(Size::Share),
        2 => Some(Size::TargetLots(lots())),
        3 => Rate::from_f64(value).map(Size::TargetShare),
        _ => None,
    }
}

const fn kind(limit: Option<i64>, stop: Option<i64>) -> OrderKind {
    match (stop, limit) {
        (None, None) => OrderKind::Market,
        (None, Some(limit)) => OrderKind::Limit { limit },
        (Some(stop), None) => OrderKind::Stop { stop },
        (Some(stop), Some(limit)) => OrderKind::StopLimit { stop, limit },
    }
}

const fn time_in_force(code: f64) -> TimeInForce {
    match code as u8 {
        1 => TimeInForce::Day,
        2 => TimeInForce::ImmediateOrCancel,
        3 => TimeInForce::FillOrKill,
        _ => TimeInForce::GoodTilCancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Scale;

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
