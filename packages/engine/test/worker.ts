import { parentPort } from 'node:worker_threads'

import { openSession } from '../src/session.ts'
import { plainBars, plainConfig } from './plain-bars.ts'

/** Loads the addon beside the main thread's, leaves one session unfinished and finishes another. */
const series = { bars: plainBars(1000), priceDecimals: 2, quantityDecimals: 0 }
const unfinished = openSession(plainConfig, [series], [0])
unfinished.next()
const session = openSession(plainConfig, [series], [0])
while (session.next() > 0) session.view[0] = 1
parentPort?.postMessage(session.finish().logHash())
