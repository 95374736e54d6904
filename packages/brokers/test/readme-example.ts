import { simulatedBroker } from '@neural-trader/brokers/simulated'

const broker = simulatedBroker({ instruments: ['AAPL.XNAS'], cash: 10_000, feeRate: 0.001 })
broker.subscribe((event) => {
  if (event.type === 'order' && event.order.status === 'working') console.log('working')
  if (event.type === 'fill') console.log('filled', event.fill.quantity, 'at', event.fill.price)
})
await broker.connect()
const bar = { instrument: 'AAPL.XNAS', high: 103, low: 99, volume: 1000 }
broker.onBar({ ...bar, time: 1n, open: 100, close: 101 })
await broker.submit({ clientOrderId: 'a-1', instrument: 'AAPL.XNAS', side: 'buy', quantity: 10 })
broker.onBar({ ...bar, time: 2n, open: 101, close: 102 })
