export { simulatedBroker } from './simulated/simulated-broker.ts'
export type { LiveBar, LiveQuote, SimulatedBroker } from './simulated/simulated-broker.ts'
export type { SimulatedOptions } from './simulated/options.ts'
