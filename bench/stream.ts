import { readFileSync } from 'node:fs'

import { runConfig } from '@neural-trader/backtesting'
import { openTickReplay, tickSlot } from '@neural-trader/engine'

import { orderInto } from './order-into.ts'
import { emptyChunk, quoteGenerator } from './quote-feed.ts'

/**
 * Replays so many bytes of generated quotes (the first argument) and prints what that took as JSON:
 * rows, fills, and the most megabytes the process ever held. Each chunk is made as it is needed and
 * forgotten, as one that is read from a file or a socket would be; a few orders go in with each.
 */
const wanted = Number(process.argv[2])
const bytesPerRow = 5 * 8
const replay = openTickReplay(runConfig({ cash: 1e9 }), [
  { id: 'X.XTST', priceDecimals: 2, quantityDecimals: 0 },
])
const generate = quoteGenerator(11)
const chunk = emptyChunk()
let rows = 0
for (let turn = 0; rows * bytesPerRow < wanted; turn += 1) {
  replay.quotes(0, generate(chunk))
  rows += chunk.time.length
  orderInto(replay, turn % 2 === 0 ? 5 : -5)
  orderInto(replay, 1, 89 - (turn % 100) / 100)
  orderInto(replay, -1, (chunk.ask.at(-1) ?? 0) + 0.05)
}
replay.quotes(0, generate(chunk))
const status = readFileSync('/proc/self/status', 'utf8')
const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
const trades = replay.view[tickSlot.closedTrades]
console.log(JSON.stringify({ gigabytes: (rows * bytesPerRow) / 2 ** 30, rows, trades, peak }))
