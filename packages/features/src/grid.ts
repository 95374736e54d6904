/** The values that each option takes. */
export type Grid<Options> = {
  readonly [Name in keyof Options]: readonly Exclude<Options[Name], undefined>[]
}

/** Every combination of the values of a grid, the last option varying fastest. */
export function combinations<Options>(grid: Grid<Options>): Options[] {
  let sofar: Options[] = [{} as Options]
  for (const name of Object.keys(grid) as (keyof Options)[]) {
    const values = grid[name]
    sofar = sofar.flatMap((options) =>
      values.map((value) => Object.assign({}, options, { [name]: value })),
    )
  }
  return sofar
}
