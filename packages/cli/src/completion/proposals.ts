import type { Command, Option } from 'commander'

import { findCommand } from '../commands/find-command.ts'

/** What can come next on a command line. */
export type Proposals = {
  readonly values: readonly Proposal[]
  /** Whether a file can come as well. */
  readonly files: boolean
  /** Whether the word goes on after a value, as `fast=` does. */
  readonly open: boolean
}

/** One value, with what it means. */
export type Proposal = { readonly value: string; readonly description: string }

/** Values of options and arguments that only running parts of the program know, by their names. */
export type ValueSource = (
  name: string,
  rest: readonly string[],
) => Promise<Partial<Proposals> | undefined>

/** What can come next after these words, the last of which is being typed. */
export async function propose(
  program: Command,
  words: readonly string[],
  valuesOf: ValueSource,
): Promise<Proposals> {
  const typed = words.at(-1) ?? ''
  const { command, rest } = findCommand(program, words.slice(0, -1))
  const pending = optionOf(command, rest.at(-1))
  const all = takesValue(pending)
    ? await optionValues(pending, rest, valuesOf)
    : typed.startsWith('-')
      ? { values: optionsOf(command) }
      : await nextWords(command, rest, valuesOf)
  const values = (all.values ?? []).filter(({ value }) => value.startsWith(typed))
  return { values, files: all.files ?? false, open: all.open ?? false }
}

function optionOf(command: Command, word: string | undefined): Option | undefined {
  return optionsInReach(command).find(
    ({ long, short }) => word !== undefined && (word === long || word === short),
  )
}

function optionsInReach(command: Command): Option[] {
  const parents = command.parent === null ? [] : optionsInReach(command.parent)
  return [...command.options, ...parents].filter(({ hidden }) => !hidden)
}

function takesValue(option: Option | undefined): option is Option {
  return option !== undefined && (option.required || option.optional)
}

async function optionValues(
  option: Option,
  rest: readonly string[],
  valuesOf: ValueSource,
): Promise<Partial<Proposals>> {
  const values = option.argChoices?.map((value) => ({ value, description: '' }))
  return values === undefined ? ((await valuesOf(meaningOf(option), rest)) ?? {}) : { values }
}

/** What an option names, where its own name does not tell: `--name <indicator>`. */
function meaningOf(option: Option): string {
  return option.flags.endsWith('<indicator>') ? 'indicator' : option.attributeName()
}

function optionsOf(command: Command): Proposal[] {
  return [...optionsInReach(command), ...helpOf(command)].map(({ long, description }) => ({
    value: long ?? '',
    description,
  }))
}

function helpOf(command: Command): Option[] {
  const shown = command.createHelp().visibleOptions(command)
  return shown.filter(({ long }) => long === '--help')
}

async function nextWords(
  command: Command,
  rest: readonly string[],
  valuesOf: ValueSource,
): Promise<Partial<Proposals>> {
  if (command.commands.length > 0) return { values: subcommandsOf(command) }
  const argument = command.registeredArguments[countArguments(command, rest)]
  if (argument === undefined) return { values: optionsOf(command) }
  if (argument.argChoices !== undefined) {
    return { values: argument.argChoices.map((value) => ({ value, description: '' })) }
  }
  return (await valuesOf(argument.name(), rest)) ?? {}
}

function subcommandsOf(command: Command): Proposal[] {
  const visible = command.createHelp().visibleCommands(command)
  return visible.map((each) => ({
    value: each.name(),
    description: each.summary() || each.description(),
  }))
}

/** How many words are arguments: not options, and not the values of options. */
function countArguments(command: Command, words: readonly string[]): number {
  return words.filter(
    (word, at) => !word.startsWith('-') && !takesValue(optionOf(command, words[at - 1])),
  ).length
}
