//! The state that a log, or a snapshot and the records since, comes to: the one the kernel is in.

use nt_trading::{EventLog, Kernel, Ledger, OrderId, State, Stated, verify};

use crate::audit::{fold, records};
use crate::flow::Flow;

const RECORD_BYTES: usize = 64;

pub fn ids(flow: &Flow) -> Vec<String> {
    flow.instruments
        .iter()
        .map(|it| it.id().to_owned())
        .collect()
}

/// A reader that saves itself after every event and goes on from what was saved.
pub struct Follower {
    saved: Vec<u8>,
    ids: Vec<String>,
}

impl Follower {
    pub fn new(flow: &Flow) -> Self {
        let ids = ids(flow);
        Self {
            saved: State::new(ids.clone()).to_bytes(),
            ids,
        }
    }

    /// Reads the records since the snapshot, and holds the state against the kernel and against the
    /// fold of the whole log.
    pub fn follow(&mut self, kernel: &Kernel) {
        let mut state = State::from_bytes(&self.saved).unwrap();
        for record in kernel.log().records().skip(state.records() as usize) {
            state.take(&record.unwrap()).unwrap();
        }
        assert_eq!(state, State::of(kernel.log(), self.ids.clone()).unwrap());
        is_live(&state, kernel);
        self.saved = state.to_bytes();
    }
}

fn is_live(state: &State, kernel: &Kernel) {
    let (rebuilt, live) = (state.ledger(), kernel.ledger());
    assert_eq!(rebuilt.cash(), live.cash());
    assert_eq!(rebuilt.fees(), live.fees());
    assert_eq!(rebuilt.interest(), live.interest());
    assert_eq!(rebuilt.borrow_fees(), live.borrow_fees());
    assert!(rebuilt.foreign_cash().eq(live.foreign_cash()));
    assert_eq!(rebuilt.unsettled_cash(), live.unsettled_cash());
    assert_eq!(state.margin_status(), kernel.margin_status());
    assert_eq!(rebuilt.closed_trades(), live.closed_trades());
    assert_eq!(rebuilt.instruments(), live.instruments());
    for instrument in 0..live.instruments().len() as u32 {
        assert_eq!(rebuilt.position(instrument), live.position(instrument));
    }
    assert_eq!(state.is_halted(), kernel.is_halted());
    assert_eq!(state.last_order() + 1, kernel.next_order().0);
    assert_eq!(state.open_orders().len(), kernel.working_orders());
    for (&number, open) in state.open_orders() {
        let order = kernel.order(OrderId(number)).expect("it works");
        assert_eq!(open.status, order.status);
        assert_eq!(open.filled, order.filled);
        assert_eq!(open.triggered, order.triggered);
        assert_eq!(open.submission.instrument, order.request.instrument);
        assert_eq!(open.submission.lot_to_close(), order.request.lot);
        assert_eq!(open.exits == (0, 0), order.request.bracket.is_empty());
    }
}

/// The trades of a tail, folded from a snapshot, are the last of the whole log's.
pub fn a_tail_folds_like_the_whole(kernel: &Kernel, ids: &[String], at: usize) {
    let all = records(kernel);
    let mut state = State::new(ids.to_vec());
    let (head, tail) = all.split_at(at.min(all.len()));
    for record in head {
        state.take(record).unwrap();
    }
    let ledger = Ledger::fold_from(&state, tail.iter().copied()).unwrap();
    let whole = fold(kernel);
    assert_eq!(ledger.cash(), whole.cash());
    assert_eq!(ledger.fees(), whole.fees());
    assert_eq!(ledger.closed_trades(), whole.closed_trades());
    for instrument in 0..ledger.instruments().len() as u32 {
        assert_eq!(ledger.position(instrument), whole.position(instrument));
    }
    assert!(whole.trades().ends_with(ledger.trades()));
    let before = whole.trades().len() - ledger.trades().len();
    assert_eq!(state.ledger().closed_trades(), before);
}

/// The log of a run is whole, and any byte of it that is changed is found where it stands.
pub fn damage_is_found(kernel: &Kernel, ids: &[String], at: usize, flip: u8) {
    let mut bytes = kernel.log().bytes().to_vec();
    let mut log = EventLog::from_bytes(bytes.clone()).unwrap();
    let (checks, hash) = (log.checks(), log.hash());
    let stated = Stated {
        records: log.len(),
        hash: &hash,
    };
    let verdict = verify(&bytes, ids.to_vec(), &checks, &stated);
    assert_eq!(verdict.damage, None);
    assert_eq!(verdict.state.ledger().cash(), kernel.ledger().cash());
    let at = at % bytes.len();
    bytes[at] ^= flip;
    let found = verify(&bytes, ids.to_vec(), &checks, &stated)
        .damage
        .unwrap();
    assert_eq!(found.record, at / RECORD_BYTES);
    bytes[at] ^= flip;
    bytes.truncate(at);
    let found = verify(&bytes, ids.to_vec(), &checks, &stated)
        .damage
        .unwrap();
    assert_eq!(found.record, at / RECORD_BYTES);
}
