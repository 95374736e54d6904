import * as functions from 'indicatorts'

import { positional } from './positional.ts'
import type { Rival } from './rival.ts'

const hlc = ['high', 'low', 'close'] as const
const over = (period: number) => ({ period })

/** The npm library `indicatorts`. */
export const indicatorts: Rival = positional(
  { name: 'indicatorts', version: '2.2.2', functions },
  {
    ad: ['ad', ...hlc, 'volume'],
    add: ['add', 'x', 'y'],
    ao: ['ao', 'high', 'low', { fast: 5, slow: 34 }],
    apo: ['apo', 'close', { fast: 12, slow: 26 }],
    atr: ['atr', ...hlc, over(14)],
    'bollinger-bands': ['bb', 'close', over(20)],
    bop: ['bop', 'open', ...hlc],
    dema: ['dema', 'close', over(30)],
    div: ['divide', 'x', 'y'],
    ema: ['ema', 'close', over(30)],
    highest: ['mmax', 'close', over(30)],
    lowest: ['mmin', 'close', over(30)],
    macd: ['macd', 'close', { fast: 12, slow: 26, signal: 9 }],
    mfi: ['mfi', ...hlc, 'volume', over(14)],
    mult: ['multiply', 'x', 'y'],
    obv: ['obv', 'close', 'volume'],
    qstick: ['qstick', 'open', 'close', over(10)],
    rma: ['rma', 'close', over(30)],
    roc: ['roc', 'close', over(10)],
    rsi: ['rsi', 'close', over(14)],
    sar: ['psar', ...hlc, { step: 0.02, max: 0.2 }],
    sma: ['sma', 'close', over(30)],
    sqrt: ['sqrt', 'close'],
    stddev: ['mstd', 'close', over(5)],
    sub: ['subtract', 'x', 'y'],
    sum: ['msum', 'close', over(30)],
    tema: ['tema', 'close', over(30)],
    trima: ['trima', 'close', over(30)],
    trix: ['trix', 'close', over(30)],
    'true-range': ['tr', ...hlc],
    typprice: ['typprice', ...hlc],
    vortex: ['vortex', ...hlc, over(14)],
    willr: ['willr', ...hlc, over(14)],
  },
)
