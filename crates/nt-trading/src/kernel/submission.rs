use nt_core::{Money, Rate};

use super::Kernel;
use super::records::{bracket_record, submission_record, terms_record};
use crate::costs::Terms;
use crate::risk::Situation;
use crate::sizing::Sizing as Sizer;
use crate::{
    Approved, Execution, FillPolicy, FixedFeeSizing, Matching, Order, OrderId, OrderKind,
    OrderRequest, Reason, RecordKind, Size, Sizing, Status,
};

impl Kernel {
    pub(super) fn submit(&mut self, request: OrderRequest) {
        if let Matching::Queue(rules) = self.config.matching {
            self.submit_to_queue(request, rules);
            return;
        }
        let (request, clip) = self.sized_early(self.sized_to_lot(request));
        let Some(id) = self.place(request, clip) else {
            return;
        };
        if self.config.fill_policy == FillPolicy::ThisClose && self.fills_at_this_close(id) {
            self.fill_now(id, request.instrument);
        }
    }

    fn fill_now(&mut self, id: OrderId, instrument: u32) {
        if self.quote(instrument).is_some() {
            self.fill_at_quote(id);
        } else if let Some(price) = self.last_price[instrument as usize] {
            self.fill(id, Execution::taken_at(price));
        }
    }

    /// A market order that closes a lot trades what is left of it, unless it asks for less.
    pub(super) fn sized_to_lot(&self, request: OrderRequest) -> OrderRequest {
        match (request.lot, request.kind) {
            (Some(lot), OrderKind::Market) => {
                let open = self.lot_quantity(request.instrument, lot);
                let part = match request.size {
                    Size::Lots(lots) if lots != 0 => lots.abs().min(open.abs()),
                    _ => open.abs(),
                };
                let size = Size::Lots(-open.signum() * part);
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
    pub(super) fn sized_early(&self, request: OrderRequest) -> (OrderRequest, bool) {
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
        match self.lots_to_decide(&request) {
            None => (request, false),
            Some(lots) => (
                OrderRequest {
                    size: Size::Lots(lots),
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
        let is_held = match self.wait_of(&request) {
            Ok(is_held) => is_held,
            Err(reason) => return self.deny(request, reason),
        };
        match self.examine(request, is_held) {
            Ok(approved) => Some(self.accept(approved, clip, is_held)),
            Err(reason) => self.deny(request, reason),
        }
    }

    pub(super) fn examine(&self, request: OrderRequest, is_held: bool) -> Result<Approved, Reason> {
        self.examine_among(self.working_orders(), request, is_held)
    }

    /// The gate once more for an order that is at the venue, and counts among those that work.
    pub(super) fn examine_again(
        &self,
        request: OrderRequest,
        is_held: bool,
    ) -> Result<Approved, Reason> {
        self.examine_among(0, request, is_held)
    }

    fn examine_among(
        &self,
        working_orders: usize,
        request: OrderRequest,
        is_held: bool,
    ) -> Result<Approved, Reason> {
        let Some(&last_price) = self.last_price.get(request.instrument as usize) else {
            return Err(Reason::UnknownInstrument);
        };
        self.gate.check(
            request,
            &Situation {
                ledger: &self.ledger,
                last_price,
                working_orders,
                time: self.time,
                is_held,
            },
        )
    }

    /// The venue's door: what has not passed the gate has another type.
    pub(super) fn accept(&mut self, approved: Approved, clip: bool, is_held: bool) -> OrderId {
        // A parent that has filled binds no more.
        let parent = approved.request().parent.filter(|_| is_held);
        let request = OrderRequest {
            parent,
            ..*approved.request()
        };
        let id = self.record(&request, RecordKind::OrderSubmitted, None);
        if let Some(parent) = parent {
            self.children.entry(parent).or_default().push(id);
        }
        self.book.insert(Order {
            id,
            request,
            status: if is_held {
                Status::Held
            } else {
                Status::Working
            },
            filled: 0,
            triggered: false,
            first_day: None,
            clip: clip || request.kind == OrderKind::MarketToLimit,
            active_from: 0,
            best: None,
            has_rested: false,
        });
        if let Some(group) = request.oco {
            self.join_group(group, id);
        }
        self.arrive(id);
        id
    }

    pub(super) fn deny(&mut self, request: OrderRequest, reason: Reason) -> Option<OrderId> {
        self.record(&request, RecordKind::OrderDenied, Some(reason));
        None
    }

    /// Gives an order its number and writes it to the log.
    fn record(
        &mut self,
        request: &OrderRequest,
        kind: RecordKind,
        reason: Option<Reason>,
    ) -> OrderId {
        let id = self.next_order();
        self.last_order = id;
        self.log.append(submission_record(
            (self.step, self.time),
            kind,
            id,
            request,
            reason,
        ));
        if let Some(terms) = terms_record((self.step, self.time), id, request) {
            self.log.append(terms);
        }
        if !request.bracket.is_empty() {
            self.log
                .append(bracket_record((self.step, self.time), id, request));
        }
        id
    }
}
