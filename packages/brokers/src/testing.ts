export { testBrokerContract } from './testing/broker-contract.ts'
export type { BrokerUnderTest } from './testing/broker-contract.ts'
