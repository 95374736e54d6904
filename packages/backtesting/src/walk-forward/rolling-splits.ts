import { NeuralTraderError } from '@neural-trader/core'

import {
  checkLength,
  countSteps,
  stepAfter,
  wrong,
  type StepRange,
  type Steps,
  type WindowLength,
} from './windows.ts'

/** A window to choose by, and the one after it to test the choice on. */
export type Split = { readonly train: StepRange; readonly test: StepRange }

/** How steps are split into windows that go forward in time. */
export type ForwardOptions = {
  /** Length of a training window; of the first one where windows are anchored. */
  readonly train: WindowLength
  readonly test: WindowLength
  /** From one test window to the next, not less than `test`; default `test`. */
  readonly step?: WindowLength
  /**
   * Left out between training and test: what was begun in the one may reach so far into the other.
   * Default 0.
   */
  readonly purge?: WindowLength
  /** Left out besides, for what still echoes; default 0. */
  readonly embargo?: WindowLength
  /** Whether a last test window that the data cut short counts; default false. */
  readonly partial?: boolean
}

/**
 * Windows of one length that roll forward: each is trained on the steps right before its test. No step
 * is tested twice, and no training step comes after a test step.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT` for a length that is none, or when no window fits.
 */
export function rollingSplits(steps: Steps, options: ForwardOptions): readonly Split[] {
  const { train } = options
  return forward(steps, options).map(({ end, test }) => ({
    train: { from: stepAfter(steps, end, train, -1), to: end },
    test,
  }))
}

/**
 * Windows that all begin at the first step: each is trained on everything before its test.
 *
 * @throws NeuralTraderError as {@link rollingSplits}.
 */
export function anchoredSplits(steps: Steps, options: ForwardOptions): readonly Split[] {
  return forward(steps, options).map(({ end, test }) => ({ train: { from: 0, to: end }, test }))
}

/** Where each training ends and which steps are tested then. */
type Forward = { readonly end: number; readonly test: StepRange }

function forward(steps: Steps, options: ForwardOptions): readonly Forward[] {
  checkForward(steps, options)
  const { train, test, step = test, purge = 0, embargo = 0, partial = false } = options
  const gap = (from: number, times: 1 | -1): number =>
    stepAfter(steps, stepAfter(steps, from, purge, times), embargo, times)
  const length = countSteps(steps)
  const first = gap(stepAfter(steps, 0, train), 1)
  const found: Forward[] = []
  for (let index = 0; Number.isFinite(first); index++) {
    const from = stepAfter(steps, first, step, index)
    if (!(from < length)) break
    const to = stepAfter(steps, from, test)
    if (to === Infinity && !partial) break
    found.push({ end: gap(from, -1), test: { from, to: Math.min(to, length) } })
  }
  if (found.length === 0) throw tooShort(length, options)
  return found
}

function checkForward(steps: Steps, options: ForwardOptions): void {
  const { train, test, step = test, purge = 0, embargo = 0 } = options
  checkLength('train', train, 1)
  checkLength('test', test, 1)
  checkLength('step', step, 1)
  checkLength('purge', purge, 0)
  checkLength('embargo', embargo, 0)
  const isShort = stepAfter(steps, 0, step) < stepAfter(steps, 0, test)
  if (isShort) throw wrong('step', step, `at least the ${test} of test, or steps are tested twice`)
}

function tooShort(length: number, { train, test }: ForwardOptions): NeuralTraderError {
  return new NeuralTraderError(
    'INVALID_ARGUMENT',
    `No window of ${train} to train and ${test} to test fits into ${length} steps: give shorter ones, or more data`,
    { details: { length, train, test } },
  )
}
