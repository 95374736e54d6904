use nt_core::{Money, Rate};

use super::Kernel;
use crate::costs::Terms;
use crate::risk::Situation;
use crate::sizing::Sizing as Sizer;
use crate::{
    Approved, Execution, FillPolicy, FixedFeeSizing, Level, Order, OrderId, OrderKind,
    OrderRequest, Reason, Record, RecordKind, Size, Sizing, Status,
};

impl Kernel {
    pub(super) fn submit(&mut self, request: OrderRequest) {
        let (request, clip) = self.sized_early(self.sized_to_lot(request));
        let Some(id) = self.place(request, clip) else {
            return;
        };
        let last_price = self.last_price[request.instrument as usize];
        if let (FillPolicy::ThisClose, OrderKind::Market, Some(price)) =
            (self.config.fill_policy, request.kind, last_price)
        {
            self.fill(id, Execution::taken_at(price));
        }
    }

    /// A market order that closes a lot trades what is left of it, whatever it asked for.
    fn sized_to_lot(&self, request: OrderRequest) -> OrderRequest {
        match (request.lot, request.kind) {
            (Some(lot), OrderKind::Market) => {
                let size = Size::Lots(-self.lot_quantity(request.instrument, lot));
                OrderRequest {
                    size,
                    reduce_only: true,
                    ..request
                }
            }
            _ => request,
        }
    }

    /// Fixes the quantity of a target at the decision, where the configuration says so.
    fn sized_early(&self, request: OrderRequest) -> (OrderRequest, bool) {
        let early = self.config.sizing == Sizing::AtDecision
            && self.config.fill_policy == FillPolicy::NextOpen;
        let known = (request.instrument as usize) < self.last_price.len();
        if !early
            || !known
            || request.kind != OrderKind::Market
            || matches!(request.size, Size::Lots(_))
        {
            return (request, false);
        }
        match self.last_price[request.instrument as usize] {
            None => (request, false),
            Some(price) => (
                OrderRequest {
                    size: Size::Lots(self.lots_of(&request, price)),
                    ..request
                },
                true,
            ),
        }
    }

    /// Signed lots that a request comes to at this price (ticks).
    pub(super) fn lots_of(&self, request: &OrderRequest, price: i64) -> i64 {
        let held = self.ledger.position(request.instrument).quantity;
        let sizer = self.sizer(request.instrument, price, held, self.terms(None, true));
        match request.size {
            Size::Lots(lots) => lots,
            Size::TargetLots(lots) => lots.saturating_sub(held),
            Size::TargetShare(share) => {
                sizer.lots_to_target(share, self.equity_with(Some((request.instrument, price))))
            }
            Size::Share(share) => {
                let budget = share.abs().of(self.buying_power(request.instrument, price));
                let buys = share.raw() > 0;
                let lots = self.sizer_of_share(sizer, share).affordable(budget, buys);
                if buys { lots } else { -lots }
            }
        }
    }

    pub(super) fn sizer<'a>(
        &'a self,
        instrument: u32,
        price: i64,
        held: i64,
        terms: Terms<'a>,
    ) -> Sizer<'a> {
        let instrument = self.instrument(instrument);
        Sizer {
            instrument,
            costs: &self.config.costs,
            price,
            held,
            fee_per_unit: Money::ZERO,
            terms,
        }
    }

    fn sizer_of_share<'a>(&self, sizer: Sizer<'a>, share: Rate) -> Sizer<'a> {
        match self.config.fixed_fee_sizing {
            FixedFeeSizing::PerFill => sizer,
            FixedFeeSizing::PerUnit => Sizer {
                fee_per_unit: share.abs().whole_of(sizer.costs.fees.per_fill()),
                ..sizer
            },
        }
    }

    /// Sends a request through the risk gate to the venue. Denials are kept as orders too.
    pub(super) fn place(&mut self, request: OrderRequest, clip: bool) -> Option<OrderId> {
        match self.examine(request) {
            Ok(approved) => Some(self.accept(approved, clip)),
            Err(reason) => {
                self.deny(request, reason);
                None
            }
        }
    }

    fn examine(&self, request: OrderRequest) -> Result<Approved, Reason> {
        let Some(&last_price) = self.last_price.get(request.instrument as usize) else {
            return Err(Reason::UnknownInstrument);
        };
        let working_orders = self.working_orders();
        self.gate.check(
            request,
            &Situation {
                ledger: &self.ledger,
                last_price,
                working_orders,
            },
        )
    }

    /// The venue's door: what has not passed the gate has another type.
    fn accept(&mut self, approved: Approved, clip: bool) -> OrderId {
        let request = *approved.request();
        let id = self.record(request, RecordKind::OrderSubmitted, None);
        self.book.insert(Order {
            id,
            request,
            status: Status::Working,
            filled: 0,
            triggered: false,
            first_day: None,
            clip,
        });
        id
    }

    fn deny(&mut self, request: OrderRequest, reason: Reason) {
        self.record(request, RecordKind::OrderDenied, Some(reason));
    }

    /// Gives an order its number and writes it to the log.
    fn record(
        &mut self,
        request: OrderRequest,
        kind: RecordKind,
        reason: Option<Reason>,
    ) -> OrderId {
        let id = self.next_order();
        self.last_order = id;
        self.log.append(submission_record(
            (self.step, self.time),
            kind,
            id,
            &request,
            reason,
        ));
        if !request.bracket.is_empty() {
            self.log
                .append(bracket_record((self.step, self.time), id, &request));
        }
        id
    }
}

fn submission_record(
    (step, time): (u32, i64),
    kind: RecordKind,
    id: OrderId,
    request: &OrderRequest,
    reason: Option<Reason>,
) -> Record {
    let (size_kind, quantity) = match request.size {
        Size::Lots(lots) => (0_u8, lots),
        Size::Share(share) => (1, share.raw()),
        Size::TargetLots(lots) => (2, lots),
        Size::TargetShare(share) => (3, share.raw()),
    };
    let order_kind = match request.kind {
        OrderKind::Market => 0_u8,
        OrderKind::Limit { .. } => 1,
        OrderKind::Stop { .. } => 2,
        OrderKind::StopLimit { .. } => 3,
    };
    let detail = order_kind
        | size_kind << 2
        | (request.time_in_force as u8) << 4
        | u8::from(request.reduce_only) << 6;
    Record {
        detail,
        reason: reason.map_or(0, |reason| reason as u16),
        instrument: request.instrument,
        order: id.0,
        quantity,
        price: request.kind.limit().unwrap_or_default(),
        stop: request.kind.stop().unwrap_or_default(),
        money: Money::from_raw(request.lot.map_or(0, |lot| i128::from(lot.0))),
        ..Record::new(step, time, kind)
    }
}

/// Levels at a price as positive ticks, shares of the fill price as negative trillionths.
fn bracket_record((step, time): (u32, i64), id: OrderId, request: &OrderRequest) -> Record {
    let encode = |level: Option<Level>| match level {
        None => 0,
        Some(Level::Price(ticks)) => ticks,
        Some(Level::Share(share)) => -share.raw(),
    };
    Record {
        instrument: request.instrument,
        order: id.0,
        price: encode(request.bracket.take_profit),
        stop: encode(request.bracket.stop_loss),
        ..Record::new(step, time, RecordKind::ExitsAttached)
    }
}
