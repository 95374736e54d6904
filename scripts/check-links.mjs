// Fails when a Markdown page links to a file or a heading that is not there.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import process from 'node:process'
import { sourceFiles } from './lib/files.mjs'
import { root } from './lib/run.mjs'

const broken = sourceFiles('.md').flatMap(brokenLinks)
for (const line of broken) console.error(line)
process.exit(broken.length === 0 ? 0 : 1)

function brokenLinks(page) {
  return linksOf(page)
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => !resolves(page, link))
    .map((link) => `${page}: no such file or heading: ${link}`)
}

function linksOf(page) {
  const text = withoutCode(readFileSync(join(root, page), 'utf8'))
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1])
}

function resolves(page, link) {
  const [path, heading] = link.split('#')
  const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)))
  if (!existsSync(join(root, target))) return false
  return (
    heading === undefined ||
    statSync(join(root, target)).isDirectory() ||
    headingsOf(target).has(heading)
  )
}

function headingsOf(page) {
  const text = withoutFences(readFileSync(join(root, page), 'utf8'))
  return new Set([...text.matchAll(/^#+\s+(.+)$/gm)].map((match) => anchor(match[1])))
}

function anchor(title) {
  return title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}

function withoutFences(text) {
  return text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '')
}

function withoutCode(text) {
  return withoutFences(text).replaceAll(/`[^`\n]*`/g, '')
}
