import { InvalidArgumentError } from 'commander'

/**
 * Refuses a file to write by its ending, before any work.
 *
 * @throws InvalidArgumentError naming the endings there are.
 */
export function endsLike(file: string, endings: readonly string[]): void {
  if (endings.some((ending) => file.toLowerCase().endsWith(`.${ending}`))) return
  const known = endings.map((ending) => `.${ending}`).join(', ')
  throw new InvalidArgumentError(`'${file}' ends in none of ${known}: name the file to write so`)
}
