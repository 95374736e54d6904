import type { Command } from 'commander'

/** A command, the words that lead to it, and the words after them. */
export type FoundCommand = {
  readonly command: Command
  readonly path: readonly string[]
  readonly rest: readonly string[]
}

/** The innermost command that a line begins with; options of the program may come first. */
export function findCommand(program: Command, words: readonly string[]): FoundCommand {
  const at = words.findIndex((word) => !word.startsWith('-'))
  const inner = program.commands.find((command) => command.name() === words[at])
  if (inner === undefined) return { command: program, path: [program.name()], rest: words }
  const found = findCommand(inner, words.slice(at + 1))
  return { ...found, path: [program.name(), ...found.path] }
}
