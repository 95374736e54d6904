import { NeuralTraderError } from '@neural-trader/core'

import { addedNames } from './over-time.ts'
import { columnsOf, isOverTime, type FeatureStep } from './step.ts'

const kinds: readonly FeatureStep['step'][] = [
  'lag',
  'difference',
  'log-return',
  'rolling',
  'standardise',
  'robust-scale',
  'min-max',
  'winsorise',
  'one-hot',
  'drop',
]

/**
 * Refuses steps that cannot be done: unknown ones, windows that are none, columns that are not there
 * at that step. Columns that one-hot makes are known when it has learnt, so a step cannot name them.
 *
 * @throws NeuralTraderError `INVALID_ARGUMENT`, naming the step.
 */
export function checkSteps(columns: readonly string[], steps: readonly FeatureStep[]): void {
  let names = unique(columns, 'columns')
  for (const [index, step] of steps.entries()) {
    const at = `steps[${index}]`
    if (!kinds.includes(step.step)) {
      throw refusal(`${at} is ${JSON.stringify(step.step)}: give one of ${kinds.join(', ')}`)
    }
    checkColumns(step, names, at)
    checkNumbers(step, at)
    names = unique(namesAfter(step, names), at)
  }
}

function checkColumns(step: FeatureStep, names: readonly string[], at: string): void {
  const needed = step.step === 'drop' || step.step === 'one-hot'
  if (needed && step.of === undefined)
    throw refusal(`${at} (${step.step}) needs \`of\`: name columns`)
  for (const name of columnsOf(step, names)) {
    if (!names.includes(name)) {
      throw refusal(`${at} reads ${name}, which is not there: the columns are ${names.join(', ')}`)
    }
  }
}

function checkNumbers(step: FeatureStep, at: string): void {
  if (step.step === 'rolling') checkWhole(step.window, `window of ${at}`, 2)
  if (step.step === 'rolling' && !statistics.includes(step.statistic)) {
    throw refusal(
      `statistic of ${at} is ${JSON.stringify(step.statistic)}: give one of ${statistics.join(', ')}`,
    )
  }
  if (step.step === 'lag' || step.step === 'difference' || step.step === 'log-return') {
    const bars = typeof step.bars === 'number' ? [step.bars] : step.bars
    if (!(bars?.length > 0)) throw refusal(`bars of ${at} is missing: give a whole number from 1`)
    for (const each of bars) checkWhole(each, `bars of ${at}`, 1)
  }
  if (step.step !== 'winsorise') return
  const { lower = 0.01, upper = 0.99 } = step
  if (0 <= lower && lower < upper && upper <= 1) return
  throw refusal(`lower and upper of ${at} are ${lower} and ${upper}: give 0 <= lower < upper <= 1`)
}

const statistics: readonly string[] = ['mean', 'deviation', 'z-score', 'min-max']

function checkWhole(value: number, what: string, least: number): void {
  if (Number.isInteger(value) && value >= least && value <= 100_000) return
  throw refusal(`${what} is ${value}: give a whole number from ${least} to 100000`)
}

function namesAfter(step: FeatureStep, names: readonly string[]): readonly string[] {
  const read = columnsOf(step, names)
  if (isOverTime(step)) {
    return [...names, ...read.flatMap((name) => addedNames(step, name))]
  }
  const replaced = step.step === 'drop' || step.step === 'one-hot'
  return replaced ? names.filter((name) => !read.includes(name)) : names
}

function unique(names: readonly string[], at: string): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return names
  throw refusal(`${at} would give two columns called ${twice}: rename or drop one`)
}

function refusal(message: string): NeuralTraderError {
  return new NeuralTraderError('INVALID_ARGUMENT', message)
}
