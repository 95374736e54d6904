import { crossSection, type CrossSectionMethod } from '@neural-trader/engine'

/** A column of equal length for each instrument, by its name. */
export type Universe<Name extends string> = Readonly<Record<Name, Float64Array>>

/** Which instruments are taken together. */
export type CrossOptions<Name extends string> = {
  /** The group of each instrument, for example its sector; all in one where it is not given. */
  readonly groups?: Readonly<Record<Name, string>>
}

/** A column for each instrument, made bar by bar across those of its group. */
export function acrossUniverse<Name extends string>(
  universe: Universe<Name>,
  method: CrossSectionMethod,
  options: CrossOptions<Name> & { readonly parameter?: number },
): Universe<Name> {
  const names = Object.keys(universe) as Name[]
  const { groups, parameter = 0 } = options
  const labels = [...new Set(names.map((name) => groups?.[name]))]
  const numbers = names.map((name) => labels.indexOf(groups?.[name]))
  const columns = names.map((name) => universe[name])
  const made = crossSection({ method, parameter, groups: numbers }, columns)
  return Object.fromEntries(names.map((name, at) => [name, made[at]])) as Universe<Name>
}
