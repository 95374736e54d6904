/** The values that each option takes. */
export type Grid<Options> = {
  readonly [Name in keyof Options]: readonly Exclude<Options[Name], undefined>[]
}

/** Every combination of the values of a grid, the last option varying fastest. */
export function combinations<Options>(grid: Grid<Options>): Options[] {
  const names = Object.keys(grid) as (keyof Options)[]
  return names.reduce<Options[]>(
    (sofar, name) =>
      sofar.flatMap((options) =>
        (grid[name] ?? []).map((value) => ({ ...options, [name]: value })),
      ),
    [{} as Options],
  )
}
