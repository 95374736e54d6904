import { createRequire } from 'node:module'

import { NeuralTraderError } from '@neural-trader/core'

import type * as Binding from '../native/binding.js'

const require = createRequire(import.meta.url)

/** `NT_ENGINE_BUILD=debug` loads the unoptimised build beside the optimised one. */
const path =
  process.env['NT_ENGINE_BUILD'] === 'debug'
    ? `../native/debug/engine.${process.platform}-${process.arch}-gnu.node`
    : '../native/binding.js'

function load(): typeof Binding {
  try {
    return require(path) as typeof Binding
  } catch (cause) {
    throw new NeuralTraderError(
      'ENGINE_UNAVAILABLE',
      `The native engine for ${process.platform}-${process.arch} is not there: in a clone run "npm run build", else reinstall the package`,
      { cause },
    )
  }
}

/** The native addon. Only this package touches it. */
export const binding: typeof Binding = load()
