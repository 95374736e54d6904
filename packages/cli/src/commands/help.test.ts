import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'

import { folderWith, runCli } from '../../test/run-cli.ts'
import { createProgram } from '../program.ts'
import { version } from '../version.ts'
import { findCommand } from './find-command.ts'

const program = createProgram(new AbortController().signal)

function paths(command: Command, path: readonly string[] = []): (readonly string[])[] {
  const inner = command.createHelp().visibleCommands(command)
  return [path, ...inner.flatMap((each) => paths(each, [...path, each.name()]))]
}

describe.each(paths(program))('help of %s %s', (...path) => {
  const words = path.filter((word) => word !== undefined)

  test('is on the standard output, with examples whose options exist', async () => {
    const { code, stdout, stderr } = await runCli([...words, '--help'], folderWith({}))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Usage: ${['neural-trader', ...words].join(' ')}`)
    expect(stdout).toContain('--json')
    const [, examples = ''] = stdout.split('Examples:\n')
    const lines = examples.match(/neural-trader [^|)#\n]+/g) ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(unknownOptions(line)).toEqual([])
  })
})

function unknownOptions(line: string): string[] {
  const { command } = findCommand(program, line.trim().split(' ').slice(1))
  const known = new Set([...command.options, ...program.options].map(({ long }) => long))
  return (line.match(/(?<= )--[a-z-]+/g) ?? []).filter((option) => !known.has(option))
}

test('help fits 80 columns except for the examples', async () => {
  const { stdout } = await runCli(['backtest', '--help'], folderWith({}))
  const [options = ''] = stdout.split('Examples:')
  expect(Math.max(...options.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

test.each(['--version', '-V'])('%s', async (flag) => {
  const { code, stdout } = await runCli([flag], folderWith({}))
  expect([code, stdout]).toEqual([0, `${version()}\n`])
})
