// The text of docs/indicators: an index, and a page for each group of indicators.

const notice = '<!-- Written by `npm run docs` from the registry of crates/nt-indicators. -->'

const groupTitles = {
  'math-operator': 'Arithmetic over windows',
  'math-transform': 'Transforms of values',
  momentum: 'Momentum',
  overlap: 'Averages, bands and stops over prices',
  pattern: 'Candle patterns',
  price: 'Prices of a bar',
  statistic: 'Statistics',
  volatility: 'Volatility',
  volume: 'Volume',
  cycle: 'Cycles',
  beyond: 'Beyond TA-Lib',
}

const stabilities = {
  window: 'depends on the bars of its look-back alone',
  fading: 'depends on every bar before, less and less',
  path: 'depends on the first bar for ever',
}

/** The title of a group. */
export function groupTitle(group) {
  return groupTitles[group] ?? group
}

/** The page that leads to the others. */
export function indexPage(groups) {
  const sections = [...groups].flatMap(([group, indicators]) => indexSection(group, indicators))
  const count = [...groups.values()].flat().length
  return [
    notice,
    '',
    '# Indicators',
    '',
    `${count} indicators of [@neural-trader/features](../../packages/features/README.md): each as a function over columns, a class that goes bar by bar, a sweep and a declaration for a strategy, with the same bits. In the terminal: \`neural-trader indicators list\`, \`show\`, \`compute\`, \`plot\`.`,
    '',
    ...sections,
  ].join('\n')
}

function indexSection(group, indicators) {
  const rows = indicators.map(
    ({ name, talib, meaning }) =>
      `| [${name}](${group}.md#${name}) | ${talib === '' ? '' : code(talib)} | ${cell(meaning)} |`,
  )
  const head = ['| indicator | TA-Lib | meaning |', '| --- | --- | --- |']
  return [`## [${groupTitle(group)}](${group}.md)`, '', ...head, ...rows, '']
}

/** The page of a group. */
export function groupPage(group, indicators) {
  return [
    notice,
    '',
    `# ${groupTitle(group)}`,
    '',
    `Group \`${group}\` of the [indicators](README.md). Pictures: daily bars of a bundled sample, drawn as \`neural-trader indicators plot\` does; made-up numbers stand for inputs that it has not, made-up bars for patterns that it has not.`,
    '',
    ...indicators.flatMap(section),
  ].join('\n')
}

function section(info) {
  const { name, meaning, formula, source, aliases, talib, inputs, outputs } = info
  const facts = [
    ['Formula', code(formula)],
    ['Call', code(callOf(info))],
    ['Stream', code(`new ${pascal(name)}(${optionsOf(info)})`)],
    ...(talib === '' ? [] : [['TA-Lib', code(talib)]]),
    ...(aliases.length === 0 ? [] : [['Also called', aliases.map(code).join(', ')]]),
    ['Reads', inputs.map(code).join(', ')],
    ['Gives', outputs.map(outputText).join(', ')],
    ['Look-back', `${info.lookback} bars with the defaults; ${stabilities[info.stability]}`],
    ...(source === '' ? [] : [['Source', source]]),
  ]
  return [
    `## ${name}`,
    '',
    `${meaning}.`,
    '',
    `![${name}](pictures/${name}.svg)`,
    '',
    ...facts.map(([title, text]) => `- **${title}**: ${text}`),
    '',
    ...paramTable(info),
  ]
}

function callOf(info) {
  const names = info.inputs
  const input =
    names.length === 1 ? (names[0] === 'value' ? 'closes' : names[0]) : `{ ${names.join(', ')} }`
  const options = optionsOf(info)
  return `${camel(info.name)}(${input}${options === '' ? '' : `, ${options}`})`
}

/** The first parameters with their defaults, as one would write them. */
function optionsOf({ params }) {
  const own = params.filter(({ sameAs }) => sameAs === '').slice(0, 3)
  if (own.length === 0) return ''
  const fields = own.map((param) => `${param.name}: ${literal(param)}`)
  return `{ ${fields.join(', ')} }`
}

function literal({ choices, default: value }) {
  return choices.length > 0 ? `'${choices[value]}'` : String(value)
}

function outputText({ name, whole }) {
  return `${code(name)}${whole ? ' (whole numbers)' : ''}`
}

function paramTable({ params }) {
  if (params.length === 0) return []
  return [
    '| parameter | default | allowed | TA-Lib | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...params.map(
      (param) =>
        `| ${code(param.name)} | ${defaultOf(param)} | ${allowedOf(param)} | ${param.talib === '' ? '' : code(param.talib)} | ${cell(param.meaning)} |`,
    ),
    '',
  ]
}

function defaultOf(param) {
  return param.sameAs === '' ? code(literal(param)) : `as ${code(param.sameAs)}`
}

function allowedOf({ choices, whole, min, max }) {
  if (choices.length > 0) return choices.map(code).join(', ')
  return `${whole ? 'whole, ' : ''}${min} to ${max}`
}

/** As code, whatever signs are in it. */
function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function cell(text) {
  return text.replaceAll('|', '\\|')
}

function camel(name) {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
}

function pascal(name) {
  const text = camel(name)
  return text[0].toUpperCase() + text.slice(1)
}
