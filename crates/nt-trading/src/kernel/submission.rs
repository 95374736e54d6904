use nt_core::Rate;

use super::Kernel;
use super::records::{bracket_record, submission_record, terms_record};
use crate::costs::Terms;
use crate::risk::Situation;
use crate::sizing::Sizing as Sizer;
use crate::{
    Approved, Config, Execution, FillPolicy, Matching, Order, OrderId, OrderKind, OrderRequest,
    Reason, RecordKind, Size, Sizing, Status, TargetSizing,
};

impl Kernel {
    pub(super) fn submit(&mut self, request: &OrderRequest) {
        if let Matching::Queue(rules) = self.config.matching {
            self.submit_to_queue(*request, rules);
            return;
        }
        let follows_target = !self.sessions.is_empty() && self.supersede_target(request);
        let mut request = *request;
        self.size_to_lot(&mut request);
        let clip = self.size_early(&mut request);
        let id = self.send(&request, clip);
        if let Some(id) = id.filter(|_| follows_target) {
            self.targets.insert(request.instrument, (id, self.step));
        }
    }

    /// Places an order, and fills it where it fills at the close it was given at.
    pub(super) fn send(&mut self, request: &OrderRequest, clip: bool) -> Option<OrderId> {
        let id = self.place(request, clip)?;
        self.fill_at_this_close(id, request.instrument);
        Some(id)
    }

    /// Fills a market order at the close or quote it was decided on, where the fill policy says so.
    pub(super) fn fill_at_this_close(&mut self, id: OrderId, instrument: u32) {
        if self.config.fill_policy == FillPolicy::NextOpen || !self.fills_at_this_close(id) {
            return;
        }
        if self.quote(instrument).is_some() {
            self.fill_at_quote(id);
        } else if let Some(price) = self.last_price[instrument as usize] {
            let price = match self.config.fill_policy {
                FillPolicy::Quote => self.quoted(id, price),
                _ => price,
            };
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
            && self.config.fill_policy != FillPolicy::ThisClose;
        let known = (request.instrument as usize) < self.last_price.len();
        if !early
            || !known
            || request.kind != OrderKind::Market
            || matches!(request.size, Size::Lots(_))
        {
            return false;
        }
        let Some(lots) = self.lots_to_decide(request) else {
            return false;
        };
        request.size = Size::Lots(lots);
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
                let target = held + self.lots_to_share(sizer, (request.instrument, price), share);
                listed.whole_lots(target) - held
            }
            Size::Share(share) => {
                let budget = share.abs().of(self.buying_power(request.instrument, price));
                let buys = share.raw() > 0;
                let lots = sizer.affordable(budget, buys);
                let lots = listed.whole_lots(lots);
                if buys { lots } else { -lots }
            }
        }
    }

    /// Signed lots that bring a position to this share of what equity is not kept in reserve.
    fn lots_to_share(&self, sizer: Sizer<'_>, at: (u32, i64), share: Rate) -> i64 {
        let Config {
            cash_reserve,
            minimum_order_margin,
            target_sizing,
            ..
        } = self.config;
        let equity = self.of_base(at.0, self.equity_with(Some(at)));
        let usable = if cash_reserve == Rate::ZERO {
            equity
        } else {
            equity - cash_reserve.of(equity)
        };
        if minimum_order_margin != Rate::ZERO && share != Rate::ZERO {
            let change = share.of(usable) - self.ledger.value_at(at.0, at.1);
            if self.config.margin.of(change.abs()) < minimum_order_margin.of(equity) {
                return 0;
            }
        }
        match target_sizing {
            TargetSizing::WithinShare => sizer.lots_to_target(share, usable),
            TargetSizing::StepDown => sizer.lots_by_steps(share, usable),
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
            terms,
        }
    }

    /// Sends a request through the risk gate to the venue. Denials are kept as orders too.
    pub(super) fn place(&mut self, request: &OrderRequest, clip: bool) -> Option<OrderId> {
        let is_held = match self.wait_of(request) {
            Ok(is_held) => is_held,
            Err(reason) => return self.deny(request, reason),
        };
        if let Err(reason) = self.session_for(request) {
            return self.deny(request, reason);
        }
        match self.examine(request, is_held) {
            Ok(approved) => Some(self.accept(approved, (clip, is_held), None)),
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
        if !self.delisted.is_empty() && self.delisted.contains(&request.instrument) {
            return Err(Reason::InstrumentDelisted);
        }
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
    pub(super) fn accept(
        &mut self,
        approved: Approved<'_>,
        (clip, is_held): (bool, bool),
        reason: Option<Reason>,
    ) -> OrderId {
        let free;
        let mut request = approved.request();
        if !is_held && request.parent.is_some() {
            free = OrderRequest {
                parent: None, // one that has filled binds no more
                ..*request
            };
            request = &free;
        }
        let id = self.record(request, RecordKind::OrderSubmitted, reason);
        if let Some(parent) = request.parent {
            self.children.entry(parent).or_default().push(id);
        }
        self.book.insert(Order {
            id,
            request: *request,
            status: if is_held {
                Status::Held
            } else {
                Status::Working
            },
            filled: 0,
            triggered: false,
            first_day: if is_held {
                None
            } else {
                self.session_for(request).unwrap_or_default()
            },
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
