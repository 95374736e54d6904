// The text of the generated TypeScript of packages/features.

const marker = '// The indicators, from the registry: npm run features'

/** The index: its hand-written part stays, the indicators follow. */
export function featureIndex(current, groups) {
  const [written = ''] = current.split(marker)
  const names = [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, indicators]) => {
      const values = indicators.flatMap(({ name }) => [camel(name), pascal(name)])
      const types = indicators.filter(hasOptions).map(({ name }) => `${pascal(name)}Options`)
      const from = `from './generated/${group}.ts'`
      return [
        `export { ${values.join(', ')} } ${from}`,
        ...(types.length > 0 ? [`export type { ${types.join(', ')} } ${from}`] : []),
      ].join('\n')
    })
  return `${written.trimEnd()}\n${marker}\n${names.join('\n')}\n`
}

/** The file of a group. */
export function groupFile(indicators) {
  return [
    '// Written by `npm run features` from the registry of crates/nt-indicators.',
    "import { defineIndicator, type IndicatorFunction } from '../define-indicator.ts'",
    importLine(indicators),
    '',
    ...indicators.map(indicatorFaces),
  ].join('\n')
}

function importLine(indicators) {
  const several = (list) => list.length > 1
  const types = [
    ...(indicators.some(({ inputs }) => several(inputs)) ? ['type BarInput'] : []),
    ...(indicators.some(({ outputs }) => several(outputs)) ? ['type BarOutput'] : []),
  ]
  return `import { ${[...types, 'StreamingIndicator'].join(', ')} } from '../streaming-indicator.ts'`
}

function indicatorFaces(indicator) {
  const { name, outputs } = indicator
  const options = hasOptions(indicator) ? `${pascal(name)}Options` : 'object'
  const inputs = inputNames(indicator)
  const types = [union(inputs), union(outputs.map((output) => output.name))]
  const shape = `${camel(name)}Shape`
  return `
const ${shape} = ${shapeText(indicator, inputs)} as const
${hasOptions(indicator) ? optionsType(indicator) : ''}
/**
${docLines(indicator)}
 */
export const ${camel(name)}: IndicatorFunction<${types[0]}, ${options}, ${types[1]}> =
  defineIndicator(${shape})

/** {@link ${camel(name)}} bar by bar, with the same bits. */
export class ${pascal(name)} extends StreamingIndicator<${types.join(', ')}> {
  constructor(${hasOptions(indicator) ? `options: ${options} = {}` : ''}) {
    super(${shape}, ${hasOptions(indicator) ? 'options' : '{}'})
  }
}
`
}

/** A single input has no name in TypeScript. */
function inputNames({ inputs }) {
  return inputs.length === 1 ? ['value'] : inputs
}

function shapeText({ name, outputs, params }, inputs) {
  const choices = params.filter((param) => param.choices.length > 0)
  const names = outputs.map((output) => output.name)
  const fields = [
    `name: '${name}'`,
    `inputs: ${JSON.stringify(inputs)}`,
    `outputs: ${JSON.stringify(names)}`,
    ...(choices.length > 0 ? [`choices: { ${choices.map(choiceField).join(', ')} }`] : []),
    ...(inputs.length > 1 ? [writeField(inputs)] : []),
    ...(names.length > 1 ? [readField(inputs, names)] : []),
  ]
  return `{ ${fields.join(', ')} }`
}

function choiceField({ name, choices }) {
  return `${name}: ${JSON.stringify(choices)}`
}

/** Written out for every indicator: names that are computed cost more than the indicator. */
function writeField(inputs) {
  const lines = inputs.map((name, slot) => `buffer[${slot}] = bar.${name}`)
  return `write: (buffer: Float64Array, bar: BarInput<${union(inputs)}>): void => {
    ${lines.join('\n')}
  }`
}

function readField(inputs, names) {
  const fields = names.map((name, slot) => `${name}: buffer[${inputs.length + slot}] as number`)
  return `read: (buffer: Float64Array): BarOutput<${union(names)}> => ({ ${fields.join(', ')} })`
}

function optionsType({ name, params }) {
  const lines = params.map(
    (param) => `  /** ${optionDoc(param)} */\n  readonly ${param.name}?: ${optionType(param)}`,
  )
  return `
/** Options of {@link ${camel(name)}}. */
export type ${pascal(name)}Options = {
${lines.join('\n')}
}
`
}

function optionType({ choices }) {
  return choices.length > 0 ? union(choices) : 'number'
}

function optionDoc({ meaning, choices, min, max, whole, sameAs, default: value }) {
  const standard = choices.length > 0 ? choices[value] : value
  const otherwise = sameAs === '' ? standard : `as ${sameAs}`
  const range = choices.length > 0 ? '' : `, ${whole ? 'whole, ' : ''}${min} to ${max}`
  return `${meaning}${range}. Default ${otherwise}.`
}

function docLines({ meaning, formula, source, talib, stability, outputs }) {
  const lines = [
    `${meaning}.`,
    '',
    `Formula: ${formula}.`,
    ...(outputs.length > 1
      ? ['', `Columns: ${outputs.map(({ name }) => `\`${name}\``).join(', ')}.`]
      : []),
    ...(source === '' ? [] : ['', `Source: ${source}.`]),
    ...(talib === '' ? [] : ['', `${talib} of TA-Lib.`]),
    ...(stability === 'path' ? ['', 'It depends on the first bar for ever.'] : []),
    '',
    '@throws NeuralTraderError `INVALID_PARAMETER` where an option is out of range,',
    '`DATA_LENGTH_MISMATCH` where columns differ in length.',
  ]
  return lines
    .flatMap(wrapped)
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')
}

/** Lines of at most 97 characters; the end of a comment cannot stand inside one. */
function wrapped(text) {
  const lines = ['']
  for (const word of text.replaceAll('*/', '* /').split(' ')) {
    const last = lines.at(-1)
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + word.length < 97) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function hasOptions({ params }) {
  return params.length > 0
}

function union(names) {
  return names.map((name) => `'${name}'`).join(' | ')
}

function camel(name) {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
}

function pascal(name) {
  const text = camel(name)
  return text[0].toUpperCase() + text.slice(1)
}
