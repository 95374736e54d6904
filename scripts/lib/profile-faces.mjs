// The text of the generated TypeScript of a profile: the functions of another library by its names.

/** The file of a profile. */
export function profileFile(profile, functions) {
  const find = `${profile}Function`
  return [
    `// Written by \`npm run features\` from the functions of the profile ${profile}.`,
    "import { profileCall, type ProfileCall } from '../profiles/profile-call.ts'",
    `import { ${find} } from '../profiles/${profile}-functions.ts'`,
    '',
    ...functions.map((fn) => functionText(fn, find)),
  ].join('\n')
}

function functionText(fn, find) {
  const { name, inputs, params, outputs } = fn
  const types = [union(inputs), optionsType(params), kinds(outputs)].join(', ')
  return `
/**
 * ${fn.meaning}. ${through(outputs)}
 */
export const ${name} = profileCall(() => ${find}('${name}')) as ProfileCall<${types}>
`
}

/** Which indicators of ours it is. */
function through(outputs) {
  const names = [...new Set(outputs.map(({ indicator }) => `\`${indicator}\``))]
  return names.length === 1
    ? `The indicator ${names[0]}.`
    : `The indicators ${names.join(' and ')}.`
}

function optionsType(params) {
  if (params.length === 0) return 'object'
  const fields = params.map((param) => {
    const type = ['number', ...param.choices.map((choice) => `'${choice}'`)].join(' | ')
    const otherwise = param.default === undefined ? '' : `/** Default ${param.default}. */\n`
    return `${otherwise}readonly ${param.name}${param.optional ? '?' : ''}: ${type}`
  })
  return `{ ${fields.join('\n')} }`
}

function kinds(outputs) {
  const fields = outputs.map(
    ({ name, whole }) => `readonly ${name}: '${whole ? 'integer' : 'real'}'`,
  )
  return `{ ${fields.join('; ')} }`
}

function union(names) {
  return names.map((name) => `'${name}'`).join(' | ')
}
