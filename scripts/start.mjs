// `npm start`: the main job, from a fresh clone to a backtest report.
import { must, say } from './lib/run.mjs'
import { setup } from './lib/setup.mjs'

const job = 'backtest --data sp500 --strategy sma-cross --report reports/sp500-sma-cross.html'

await setup()
say(`npx neural-trader ${job}`)
await must(`node packages/cli/bin/neural-trader.mjs ${job}`)
