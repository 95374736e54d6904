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
    pub(super) fn submit(&mut self, mut request: OrderRequest) {
        if let Matching::Queue(rules) = self.config.matching {
            self.submit_to_queue(request, rules);
            return;
        }
        self.size_to_lot(&mut request);
        let clip = self.size_early(&mut request);
        let Some(id) = self.place(&request, clip) else {
            return;
        };
        let last_price = self.last_price[request.instrument as usize];
        if let (FillPolicy::ThisClose, Some(price)) = (self.config.fill_policy, last_price)
            && self.fills_at_this_close(id)
        {
            self.fill(id, Execution::taken_at(price));
        }
    }

    /// A market order that closes a lot trades what is left of it, unless it asks for less.
    pub(super) fn size_to_lot(&self, request: &mut OrderRequest) {
        if let (Some(lot), OrderKind::Market) = (request.lot, request.kind) {
            let open = self.lot_quantity(request.instrument, lot);
            let part = match request.size {
                Size::Lots(lots) if lots != 0 => lots.abs().min(open.abs()),
                _ => open.abs(),
            };
            request.size = Size::Lots(-open.signum() * part);
            request.reduce_only = true;
        }
    }

    /// Fixes the quantity of a target at the decision, where the configuration says so; whether it did.
    pub(super) fn size_early(&self, request: &mut OrderRequest) -> bool {
        let early = self.config.sizing == Sizing::AtDecision
            && self.config.fill_policy == FillPolicy::NextOpen;
        let known = (request.instrument as usize) < self.last_price.len();
        if !early
            || !known
            || request.kind != OrderKind::Market
            || matches!(request.size, Size::Lots(_))
        {
            return false;
        }
        let Some(price) = self.last_price[request.instrument as usize] else {
            return false;
        };
        request.size = Size::Lots(self.lots_of(request, price));
        true
    }

    /// Signed lots that a request comes to at this price (ticks).
    pub(super) fn lots_of(&self, request: &OrderRequest, price: i64) -> i64 {
        let held = self.ledger.position(request.instrument).quantity;
        let sizer = self.sizer(request.instrument, price, held, self.terms(None, true));
        let listed = self.instrument(request.instrument);
        match request.size {
            Size::Lots(lots) => lots,
            Size::TargetLots(lots) => listed.whole_lots(lots).saturating_sub(held),
            Size::TargetShare(share) => {
                let equity = self.equity_with(Some((request.instrument, price)));
                let target = held + sizer.lots_to_target(share, equity);
                listed.whole_lots(target) - held
            }
            Size::Share(share) => {
                let budget = share.abs().of(self.buying_power(request.instrument, price));
                let buys = share.raw() > 0;
                let lots = self.sizer_of_share(sizer, share).affordable(budget, buys);
                let lots = listed.whole_lots(lots);
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
    pub(super) fn place(&mut self, request: &OrderRequest, clip: bool) -> Option<OrderId> {
        let is_held = match self.wait_of(request) {
            Ok(is_held) => is_held,
            Err(reason) => return self.deny(request, reason),
        };
        match self.examine(request, is_held) {
            Ok(approved) => Some(self.accept(approved, clip, is_held)),
            Err(reason) => self.deny(request, reason),
        }
    }

    pub(super) fn examine<'a>(
        &self,
        request: &'a OrderRequest,
        is_held: bool,
    ) -> Result<Approved<'a>, Reason> {
        self.examine_among(self.working_orders(), request, is_held)
    }

    /// The gate once more for an order that is at the venue, and counts among those that work.
    pub(super) fn examine_again<'a>(
        &self,
        request: &'a OrderRequest,
        is_held: bool,
    ) -> Result<Approved<'a>, Reason> {
        self.examine_among(0, request, is_held)
    }

    fn examine_among<'a>(
        &self,
        working_orders: usize,
        request: &'a OrderRequest,
        is_held: bool,
    ) -> Result<Approved<'a>, Reason> {
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
    pub(super) fn accept(&mut self, approved: Approved<'_>, clip: bool, is_held: bool) -> OrderId {
        let mut request = *approved.request();
        if !is_held {
            request.parent = None; // one that has filled binds no more
        }
        let id = self.record(&request, RecordKind::OrderSubmitted, None);
        if let Some(parent) = request.parent {
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
        id
    }

    pub(super) fn deny(&mut self, request: &OrderRequest, reason: Reason) -> Option<OrderId> {
        self.record(request, RecordKind::OrderDenied, Some(reason));
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
