import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * The API documentation of a package, as Markdown: every name that `entries` (its public modules) export, with
 * its declaration and docstring as they stand in the sources, by module. It reads the sources as text: they are
 * formatted by one tool, so an exported declaration begins a line and its docstring stands right above.
 */
export function apiOf(
  title: string,
  packageFolder: string,
  entries: Readonly<Record<string, string>>,
): string {
  const parts = Object.entries(entries).map(([specifier, path]) => {
    const modules = exportsOf(join(packageFolder, path)).map(({ file, names }) =>
      moduleOf(packageFolder, file, names),
    )
    return [`## \`${specifier}\``, ...modules].join('\n\n')
  })
  return `${[`# ${title}`, 'Generated from the sources; a test compares them.', ...parts].join('\n\n')}\n`
}

type Exports = { readonly file: string; readonly names: readonly string[] }

/** What a module re-exports: `export { a, type B } from './x.ts'`. */
function exportsOf(entry: string): Exports[] {
  const source = readFileSync(entry, 'utf8')
  const matches = source.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)
  return [...matches].map(([, list, from]) => ({
    file: fileOf(entry, from!),
    names: list!
      .split(',')
      .map(name => name.trim().replace(/^type /, ''))
      .filter(Boolean),
  }))
}

/** `#name` stands for a module of the package, as its manifest says. */
function fileOf(entry: string, from: string): string {
  return from.startsWith('#') ? join(dirname(entry), `${from.slice(1)}.ts`) : join(dirname(entry), from)
}

function moduleOf(packageFolder: string, file: string, names: readonly string[]): string {
  const source = readFileSync(file, 'utf8')
  const opening = /^\/\*\*\n[\s\S]*?\*\/(?=\n(?:\n|import ))/.exec(source)?.[0]
  const parts = names.map(name => declarationOf(source, name, file))
  return [
    `### ${relative(join(packageFolder, 'src'), file)}`,
    ...(opening ? [textOf(opening)] : []),
    ...parts,
  ].join('\n\n')
}

function declarationOf(source: string, name: string, file: string): string {
  const start = source.search(
    new RegExp(`^export (?:async )?(?:function\\*?|const|type|class) ${name}\\b`, 'm'),
  )
  if (start < 0) throw new Error(`${file} does not declare ${name}`)
  const doc = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(source.slice(0, start))?.[0]
  const signature = signatureOf(source.slice(start)).replace(/^export /, '')
  return [`#### ${name}`, `\`\`\`ts\n${signature}\n\`\`\``, ...(doc ? [textOf(doc)] : [])].join('\n\n')
}

/** A declaration without its body: a type whole, a class's public members, a constant, a function's head. */
function signatureOf(declaration: string): string {
  const end = endOf(declaration)
  if (declaration.startsWith('export class')) return classOf(declaration)
  if (declaration.startsWith('export type')) return declaration.slice(0, end)
  if (declaration.startsWith('export const')) {
    const line = declaration.split('\n')[0]!
    return line.endsWith('{') || line.endsWith('(') || line.endsWith('[') ? line.replace(/ = .*$/, '') : line
  }
  return declaration.slice(0, declaration.search(/ \{\n/)).trimEnd()
}

/** A class with its public members, each with its docstring. */
function classOf(declaration: string): string {
  const body = declaration.slice(0, declaration.indexOf('\n}\n'))
  const member =
    /^(?: {2}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)? {2}(?!constructor)(?:(?:async|get|readonly) )*[a-z]\w*[:(<]/gm
  const members = [...body.matchAll(member)].map(({ index }) => {
    const text = body.slice(index)
    const head = /^(?: {2}\/\*\*[\s\S]*?\*\/\n)?(?: {2}readonly [^\n]*| {2}[\s\S]*?(?= \{\n))/.exec(text)
    return head![0]
  })
  return [body.slice(0, body.indexOf('\n')), ...members, '}'].join('\n')
}

/** Where a declaration ends: at the first line break outside brackets that no `|` or `&` goes on from. */
function endOf(declaration: string): number {
  let depth = 0
  for (let at = 0; at < declaration.length; at++) {
    const rest = declaration.slice(at)
    const comment = /^\/\*[\s\S]*?\*\/|^\/\/[^\n]*/.exec(rest)
    if (comment) at += comment[0].length
    else if ('({['.includes(rest[0]!)) depth++
    else if (')}]'.includes(rest[0]!)) depth--
    else if (depth === 0 && /^\n(?!\s*[|&])(?! {2})/.test(rest)) return at
  }
  return declaration.length
}

/** A docstring's text: without its stars, and with what names other exports left as it is. */
function textOf(docstring: string): string {
  return docstring
    .replace(/^\/\*\*\s?|\s*\*\/\s*$/g, '')
    .replace(/^ \* ?/gm, '')
    .trim()
}
