import { timed, type Rival, type RivalColumns } from './rival.ts'

/** A function of a library and its arguments: columns by name, numbers as they are, or options. */
export type Call = readonly [name: string, ...args: readonly (string | number | object)[]]

/** A library whose functions take plain arrays one after the other. */
export function positional(
  library: { readonly name: string; readonly version: string; readonly functions: object },
  calls: Readonly<Record<string, Call>>,
): Rival {
  const functions = library.functions as Readonly<Record<string, (...args: unknown[]) => unknown>>
  const entries = Object.entries(calls).map(([indicator, [name, ...args]]) => {
    const of = functions[name]
    if (of === undefined) throw new Error(`${library.name} has no ${name}`)
    const run = timed((columns) => of.apply(functions, args.map(value(columns))))
    return [indicator, run] as const
  })
  return { name: library.name, version: library.version, npm: true, calls: new Map(entries) }
}

function value({ plain }: RivalColumns): (argument: string | number | object) => unknown {
  return (argument) => (typeof argument === 'string' ? plain[argument] : argument)
}
