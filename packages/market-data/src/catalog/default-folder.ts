import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the catalogue lies unless told: `NEURAL_TRADER_DATA`, else the user's data folder (XDG). */
export function defaultCatalogFolder(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['NEURAL_TRADER_DATA']
  if (chosen !== undefined && chosen !== '') return chosen
  const data = environment['XDG_DATA_HOME']
  return join(
    data !== undefined && data !== '' ? data : join(homedir(), '.local', 'share'),
    'neural-trader',
  )
}
