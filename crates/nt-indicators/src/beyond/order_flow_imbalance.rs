use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "order-flow-imbalance",
    talib: "",
    aliases: &["ofi"],
    group: Group::Beyond,
    meaning: "Order flow imbalance: what came to and left the best quotes, bids counting up and asks down",
    formula: "sum over `period` steps of [bid >= bid1] bidSize - [bid <= bid1] bidSize1 - [ask <= ask1] askSize + [ask >= ask1] askSize1, 1 marking the quote before",
    source: "Cont, Kukanov and Stoikov, The Price Impact of Order Book Events (2014)",
    inputs: &["bid", "ask", "bidSize", "askSize"],
    params: &[Param::period(1.0, 1.0, "Steps added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<OrderFlowImbalance, 4, 1>(),
};

#[derive(Clone)]
struct OrderFlowImbalance {
    previous: [f64; 4],
    sum: RollingSum,
}

state!(OrderFlowImbalance { previous, sum });

impl Machine<4, 1> for OrderFlowImbalance {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: [f64::NAN; 4],
            sum: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let [bid, ask, bid_size, ask_size] = row;
        let [last_bid, last_ask, last_bid_size, last_ask_size] =
            std::mem::replace(&mut self.previous, row);
        if last_bid.is_nan() {
            return [last_bid];
        }
        let counted = |yes: bool, size: f64| if yes { size } else { 0.0 };
        let bids = counted(bid >= last_bid, bid_size) - counted(bid <= last_bid, last_bid_size);
        let asks = counted(ask <= last_ask, ask_size) - counted(ask >= last_ask, last_ask_size);
        [self.sum.update(bids - asks)]
    }
}
