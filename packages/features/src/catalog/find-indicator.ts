import { nearest, NeuralTraderError } from '@neural-trader/core'
import { indicatorRegistry, type IndicatorInfo } from '@neural-trader/engine'

/**
 * An indicator by its name, its name in TA-Lib or another name of it, in any case: `bollinger-bands`,
 * `BBANDS`, `bollingerBands`.
 *
 * @throws NeuralTraderError `UNKNOWN_INDICATOR` with the nearest name.
 */
export function findIndicator(name: string): IndicatorInfo {
  const registry = indicatorRegistry()
  const wanted = plain(name)
  const exact = registry.find((info) => info.name === name || info.talib === name)
  const found =
    exact ?? registry.find((info) => namesOf(info).some((each) => plain(each) === wanted))
  if (found !== undefined) return found
  const suggestion = nearest(name.toLowerCase(), [
    ...registry.map((info) => info.name),
    ...registry.flatMap(namesOf),
  ])
  const remedy =
    suggestion === undefined ? 'indicatorRegistry() lists them' : `did you mean ${suggestion}?`
  throw new NeuralTraderError('UNKNOWN_INDICATOR', `No indicator is called ${name}: ${remedy}`, {
    details: { indicator: name, ...(suggestion === undefined ? {} : { suggestion }) },
  })
}

function namesOf({ name, talib, aliases }: IndicatorInfo): readonly string[] {
  return [name, ...aliases, ...(talib === '' ? [] : [talib.toLowerCase()])]
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/gu, '')
}
