/// Declares the measures once: the field, its name in TypeScript, and their order.
macro_rules! table {
    ($($(#[doc = $doc:literal])+ $field:ident: $name:literal,)+) => {
        /// Performance measures of a run, in the order and with the meaning of the TypeScript type
        /// of this name.
        ///
        /// Ratios and returns are fractions (0.21 is 21 %), drawdowns negative fractions,
        /// durations seconds, times milliseconds since the epoch, money in the currency of the
        /// account. What is not defined is NaN. Each formula stands in the file named after it.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Measures {
            $($(#[doc = $doc])+ pub $field: f64,)+
        }

        impl Measures {
            /// How many measures there are.
            pub const COUNT: usize = [$($name),+].len();

            pub(super) const UNDEFINED: Self = Self { $($field: f64::NAN),+ };

            /// Names as TypeScript writes them, in the order of [`Measures::values`].
            pub const NAMES: [&'static str; Self::COUNT] = [$($name),+];

            /// Every measure, in the order of [`Measures::NAMES`].
            #[must_use]
            pub const fn values(&self) -> [f64; Self::COUNT] {
                [$(self.$field),+]
            }

            /// Every measure with its name.
            #[must_use]
            pub const fn entries(&self) -> [(&'static str, f64); Self::COUNT] {
                [$(($name, self.$field)),+]
            }
        }
    };
}

table! {
    /// Time of the first measured step; ours leaves warm-up out.
    start: "start",
    /// Time of the last step.
    end: "end",
    /// From the first measured step to the last.
    duration: "duration",
    /// Share of steps at which a position was held.
    exposure_time: "exposureTime",
    /// Initial cash.
    start_equity: "startEquity",
    /// Equity at the last step, open positions marked.
    final_equity: "finalEquity",
    /// Highest equity, the initial cash included.
    peak_equity: "peakEquity",
    /// Fees paid; under backtesting.py those of closed trades.
    total_fees: "totalFees",
    /// Final equity over initial cash, less one.
    total_return: "totalReturn",
    /// Return of the benchmark from the first tradable step.
    buy_and_hold_return: "buyAndHoldReturn",
    /// Annualised return of the periods.
    annual_return: "annualReturn",
    /// Annualised deviation of the periods' returns.
    annual_volatility: "annualVolatility",
    /// Compound annual growth rate.
    cagr: "cagr",
    /// Excess return for each unit of deviation.
    sharpe_ratio: "sharpeRatio",
    /// Excess return for each unit of downside deviation.
    sortino_ratio: "sortinoRatio",
    /// Annual growth over the greatest drawdown.
    calmar_ratio: "calmarRatio",
    /// Gains over losses of the periods.
    omega_ratio: "omegaRatio",
    /// Return beyond the capital asset pricing model.
    alpha: "alpha",
    /// Sensitivity to the benchmark.
    beta: "beta",
    /// Deepest fall from a peak.
    max_drawdown: "maxDrawdown",
    /// Mean depth of the drawdowns.
    average_drawdown: "averageDrawdown",
    /// Longest time under water.
    max_drawdown_duration: "maxDrawdownDuration",
    /// Mean time under water.
    average_drawdown_duration: "averageDrawdownDuration",
    /// Greatest gross exposure, a multiple of equity.
    max_gross_exposure: "maxGrossExposure",
    /// Trades, open ones included; under backtesting.py closed ones.
    trades: "trades",
    /// Closed trades.
    closed_trades: "closedTrades",
    /// Trades open at the end.
    open_trades: "openTrades",
    /// Profit of the open trades at their last mark.
    open_pnl: "openPnl",
    /// Share of closed trades with a profit.
    win_rate: "winRate",
    /// Highest return of a closed trade.
    best_trade: "bestTrade",
    /// Lowest return of a closed trade.
    worst_trade: "worstTrade",
    /// Mean return of the closed trades.
    average_trade: "averageTrade",
    /// Mean return of the winners.
    average_winning_trade: "averageWinningTrade",
    /// Mean return of the losers.
    average_losing_trade: "averageLosingTrade",
    /// Longest closed trade.
    max_trade_duration: "maxTradeDuration",
    /// Mean duration of the closed trades.
    average_trade_duration: "averageTradeDuration",
    /// Mean duration of the winners.
    average_winning_trade_duration: "averageWinningTradeDuration",
    /// Mean duration of the losers.
    average_losing_trade_duration: "averageLosingTradeDuration",
    /// Gains of winners over losses of losers.
    profit_factor: "profitFactor",
    /// What a closed trade earned on average.
    expectancy: "expectancy",
    /// System quality number.
    sqn: "sqn",
    /// Kelly criterion.
    kelly: "kelly",
}
