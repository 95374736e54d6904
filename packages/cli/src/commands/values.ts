import { InvalidArgumentError, Option } from 'commander'

/** An option that takes a number; underscores may group its digits. */
export function numberOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parseNumber)
}

/** An option that takes a fraction, which may be written as a percentage. */
export function fractionOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) =>
    text.endsWith('%') ? parseNumber(text.slice(0, -1)) / 100 : parseNumber(text),
  )
}

/** An option that takes one of a few words. */
export function choiceOption(
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  return new Option(flags, description).choices(choices)
}

/** An option that can be repeated and whose values are kept in order. */
export function repeatedOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string, before: string[] | undefined) => [
    ...(before ?? []),
    text,
  ])
}

/** An option `name=value` that can be repeated; of the same name the last one counts. */
export function pairOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(
    (text: string, before: Readonly<Record<string, string>> | undefined) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
      if (name === undefined || value === undefined)
        throw new InvalidArgumentError('Write it as name=value')
      return { ...before, [name]: value }
    },
  )
}

function parseNumber(text: string): number {
  const value = Number(text.replaceAll(/(?<=\d)_(?=\d)/g, ''))
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number')
  return value
}
