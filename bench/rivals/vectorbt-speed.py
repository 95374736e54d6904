"""Prints the ns a cell that vectorbt's from_signals takes: columns, bars and 1 for stops are given."""

import sys
import time

import numpy as np
import vectorbt as vbt

columns, bars, stops = (int(argument) for argument in sys.argv[1:])
random = np.random.default_rng(7)
close = 100 * np.exp(np.cumsum(random.normal(0, 0.005, (bars, 1)), axis=0))
cell = np.arange(bars)[:, None] + np.arange(columns)
entries, exits = cell % 11 == 0, cell % 13 == 0
options = {"fees": 0.001, "init_cash": 10_000.0, "freq": "1min"}
if stops:
    options |= {
        "high": close * 1.004,
        "low": close * 0.996,
        "sl_stop": 0.02,
        "sl_trail": True,
        "tp_stop": 0.04,
    }
best = float("inf")
for _ in range(3):
    start = time.perf_counter()
    portfolio = vbt.Portfolio.from_signals(close, entries, exits, **options)
    best = min(best, time.perf_counter() - start)
    assert len(portfolio.orders.values) > columns
print(best * 1e9 / (columns * bars))
