import { eventKinds } from '@neural-trader/backtesting'
import { indicatorRegistry } from '@neural-trader/engine'
import { findIndicator } from '@neural-trader/features'
import { calendars, exchangeCalendar, openCatalog, samples } from '@neural-trader/market-data'
import { allowed, readyStrategies } from '@neural-trader/strategies'

import type { Proposal, Proposals } from './proposals.ts'

const files: Partial<Proposals> = { files: true }

/** The values of options and arguments that the packages know: data sets, strategies, events. */
export async function knownValues(
  name: string,
  rest: readonly string[],
): Promise<Partial<Proposals> | undefined> {
  switch (name) {
    case 'data':
    case 'source':
      return { values: [...sampleNames(), ...(await seriesNames())], files: true }
    case 'strategy':
      return { values: strategyNames(), files: true }
    case 'indicator':
      return { values: indicatorNames() }
    case 'group':
      return { values: groupNames() }
    case 'calendar':
      return { values: calendarNames() }
    case 'param':
      return { values: paramNames(rest), open: true }
    case 'name':
      return {
        values: rest.includes('--out')
          ? sampleNames()
          : [...sampleNames(), ...(await seriesNames())],
      }
    case 'kind':
      return { values: eventKinds().map((value) => ({ value, description: '' })) }
    case 'feature':
    case 'spec':
    case 'file':
    case 'instruments':
    case 'log':
    case 'other':
    case 'report':
    case 'out':
    case 'catalog':
      return files
    default:
      return undefined
  }
}

function sampleNames(): Proposal[] {
  return samples.map(({ name, description }) => ({ value: name, description }))
}

async function seriesNames(): Promise<Proposal[]> {
  const entries = await openCatalog()
    .list()
    .catch(() => [])
  return entries.map(({ name, instrument, timeframe }) => ({
    value: name,
    description: `${instrument}, bars of ${timeframe}`,
  }))
}

function strategyNames(): Proposal[] {
  return readyStrategies.map(({ strategyName, description }) => ({
    value: strategyName,
    description,
  }))
}

function calendarNames(): Proposal[] {
  return calendars().map((id) => ({ value: id, description: exchangeCalendar(id).name }))
}

function indicatorNames(): Proposal[] {
  return indicatorRegistry().map(({ name, meaning }) => ({ value: name, description: meaning }))
}

function groupNames(): Proposal[] {
  const groups = new Set(indicatorRegistry().map(({ group }) => group))
  return [...groups].toSorted().map((value) => ({ value, description: '' }))
}

/** The parameters of the indicator or the ready-made strategy that the line names. */
function paramNames(rest: readonly string[]): Proposal[] {
  const name = rest.indexOf('--name')
  if (name >= 0) return indicatorParams(rest[name + 1] ?? '')
  const chosen = rest[rest.indexOf('--strategy') + 1]
  const params = readyStrategies.find(({ strategyName }) => strategyName === chosen)?.params ?? {}
  return Object.entries(params).map(([name, spec]) => ({
    value: `${name}=`,
    description: `${spec.description ?? allowed(spec)}, default ${spec.default}`,
  }))
}

function indicatorParams(indicator: string): Proposal[] {
  try {
    const { params } = findIndicator(indicator)
    return params.map(({ name, meaning }) => ({ value: `${name}=`, description: meaning }))
  } catch {
    return []
  }
}
