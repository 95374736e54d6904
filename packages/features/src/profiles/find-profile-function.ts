import { tradingviewFunction, tradingviewFunctions } from './tradingview-functions.ts'
import { talibFunction, talibFunctions } from './talib-functions.ts'
import type { Profile, ProfileFunction } from './profile-function.ts'

/** The functions of a profile. */
export function profileFunctions(profile: Profile): readonly ProfileFunction[] {
  return profile === 'talib' ? talibFunctions() : tradingviewFunctions
}

/**
 * The function that a profile calls so.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` with the nearest name.
 */
export function findProfileFunction(profile: Profile, name: string): ProfileFunction {
  return profile === 'talib' ? talibFunction(name) : tradingviewFunction(name)
}
