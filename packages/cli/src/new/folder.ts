import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  parseSetupDocument,
  readSetup,
  type Setup,
  type SetupDocument,
  type SetupTable,
  setupTables,
} from '@countersign/publication/setup'
import { ok, type Result, refuse } from '@countersign/tlog'

/** A setup's folder: `setup.json`, and each table as `<table>.csv` beside it. */
export const documentFile = 'setup.json'

/** The tables that are named on the command line, by their paths. */
export type TablePaths = { readonly [T in SetupTable]?: string }

/** Writes a document and copies the tables beside it. Refusal: `cannot-read`. */
export async function writeSetup(
  dir: string,
  document: SetupDocument,
  tables: TablePaths,
): Promise<Result<undefined>> {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, documentFile), `${JSON.stringify(document, null, 2)}\n`)
  for (const [table, path] of Object.entries(tables)) {
    const copied = await reading(path, () => copyFile(path, join(dir, `${table}.csv`)))
    if (!copied.ok) return copied
  }
  return ok(undefined)
}

/** Reads a setup's folder. Refusals: `no-setup`, `not-json`, `setup-document`, `cannot-read`. */
export async function readFolder(dir: string): Promise<Result<Setup>> {
  const path = join(dir, documentFile)
  const text = await reading(path, () => readFile(path, 'utf8'))
  if (!text.ok)
    return refuse('no-setup', `${dir} has no ${documentFile}; begin one with --template.`, { path })
  const document = parsed(path, text.value)
  if (!document.ok) return document
  const texts: { [T in SetupTable]?: string } = {}
  for (const table of setupTables) {
    const read = await readFile(join(dir, `${table}.csv`), 'utf8').catch(missing)
    if (read !== undefined) texts[table] = read
  }
  return ok(readSetup(document.value, texts))
}

function parsed(path: string, text: string): Result<SetupDocument> {
  try {
    const document = parseSetupDocument(JSON.parse(text))
    return document.ok
      ? document
      : refuse(document.refusal.code, `${path}: ${document.refusal.message}`, { path })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('not-json', `${path} is not JSON: ${error.message}`, { path })
  }
}

function missing(error: { readonly code?: string }): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await read())
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    return refuse('cannot-read', `${path} cannot be read: ${error.message}`, { path })
  }
}
