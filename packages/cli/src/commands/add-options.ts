import type { Command, Option } from 'commander'

/** Adds options under a heading of the command's help. */
export function addOptions(command: Command, heading: string, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option.helpGroup(heading))
  return command
}
