import { NeuralTraderError } from '@neural-trader/core'
import pc from 'picocolors'

import { describeTerminal } from './terminal.ts'
import { wrap } from './wrap.ts'

/** How an error is told. */
export type ErrorStyle = { readonly json: boolean; readonly color: boolean }

/**
 * Tells an error on the standard error: a sentence and its code, or with `json` the document
 * `{"error": {code, message, details}}`.
 */
export function printError(error: NeuralTraderError, { json, color }: ErrorStyle): void {
  if (json) {
    process.stderr.write(`${JSON.stringify({ error })}\n`)
    return
  }
  const terminal = describeTerminal(process.stderr, process.env, { color })
  const { red, bold, dim } = pc.createColors(terminal.color)
  const place = frames(error).map((frame) => `\n${dim(frame)}`)
  const sentence = wrap(`${error.message} [${error.code}]`, terminal, 'error: '.length)
  const told = sentence.replace(`[${error.code}]`, (code) => dim(code))
  process.stderr.write(`${red(bold('error:'))} ${told}${place.join('')}\n`)
}

/** What was thrown as the one error of the product; anything unforeseen is its own fault. */
export function asNeuralTraderError(thrown: unknown): NeuralTraderError {
  if (thrown instanceof NeuralTraderError) return thrown
  if (isErrorOfAnotherCopy(thrown)) {
    return new NeuralTraderError(thrown.code, thrown.message, {
      details: thrown.details,
      cause: thrown.cause,
    })
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new NeuralTraderError(
    'INTERNAL',
    `Something unforeseen happened, please report it: ${message}`,
    {
      cause: thrown,
    },
  )
}

/** A user's strategy may bring its own copy of the packages. */
function isErrorOfAnotherCopy(thrown: unknown): thrown is NeuralTraderError {
  return thrown instanceof Error && thrown.name === 'NeuralTraderError' && 'code' in thrown
}

/** Where in a user's code, or in ours where it is our fault, the failure behind the error lies. */
function frames({ code, cause }: NeuralTraderError): string[] {
  if (!(cause instanceof Error) || (code !== 'STRATEGY_FAILED' && code !== 'INTERNAL')) return []
  const lines = (cause.stack ?? '').split('\n').filter((line) => /^\s+at |^file:/.test(line))
  if (code === 'INTERNAL') return lines
  return lines.filter((line) => !line.includes('node:') && !line.includes(packages)).slice(0, 3)
}

/** The folder the packages of Neural Trader lie in, installed or in a clone. */
const packages = new URL('../../..', import.meta.url).href
