import { readFileSync } from 'node:fs'

import { openReplay } from '@neural-trader/backtesting'

import { emptyChunk, quoteGenerator } from './quote-feed.ts'

/**
 * Replays so many bytes of generated quotes (the first argument) and prints what that took as JSON:
 * rows, trades, and the most megabytes the process ever held. Each chunk is made as it is needed and
 * forgotten, as one that is read from a file or a socket would be; a few orders go in with each.
 */
const wanted = Number(process.argv[2])
const bytesPerRow = 5 * 8
const replay = openReplay({ instruments: ['X.XTST'], priceDecimals: 2, cash: 1e9 })
const orders = replay.orders('X.XTST')
const generate = quoteGenerator(11)
const chunk = emptyChunk()
let rows = 0
for (let turn = 0; rows * bytesPerRow < wanted; turn += 1) {
  replay.feed(generate(chunk))
  rows += chunk.time.length
  if (turn % 2 === 0) orders.buy(5)
  else orders.sell(5)
  orders.buy(1, { limit: 89 - (turn % 100) / 100 })
  orders.sell(1, { limit: (chunk.ask.at(-1) ?? 0) + 0.05 })
}
replay.feed(generate(chunk))
const status = readFileSync('/proc/self/status', 'utf8')
const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
const trades = replay.account.closedTrades
console.log(JSON.stringify({ gigabytes: (rows * bytesPerRow) / 2 ** 30, rows, trades, peak }))
