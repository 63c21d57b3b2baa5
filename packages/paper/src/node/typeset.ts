import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Printed } from '../printed.ts'

/** Printed matter that is typeset. */
export interface Typeset {
  readonly pages: number
  /** The whole as PDF; the same every time for the same `created`, in UTC seconds. */
  pdf(created: number): Uint8Array
  /** A page as a picture in SVG, its letters as shapes, on no ground. @param page from 1 */
  picture(page: number): string
}

/** Sets things in type, one after the other; a mistake in a template throws. */
export function typeset(printed: readonly Printed[]): Typeset {
  const compiler = theCompiler()
  // What the last few did not use again goes, so that a country's forms fit a small machine.
  compiler.evictCache(3)
  const compiled = compiler.compile({
    mainFilePath: join(templates, 'main.typ'),
    inputs: { printed: JSON.stringify(printed) },
  })
  const document = compiled.result
  if (!document)
    throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document')}`)
  return {
    pages: document.numOfPages,
    pdf: created => new Uint8Array(compiler.pdf(document, { creationTimestamp: created })),
    picture: page => pageOf(compiler.plainSvg(document), page, document.numOfPages),
  }
}

/** One page of a picture in which they stand one under the other. */
function pageOf(svg: string, page: number, pages: number): string {
  return svg.replace(
    /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[^"]*" height="[^"]*"/,
    (_, width: string, all: string) => {
      const height = Number(all) / pages
      return `viewBox="0 ${(page - 1) * height} ${width} ${height}" width="${width}pt" height="${height}pt"`
    },
  )
}

const templates = join(import.meta.dirname, '../typst')

let compiler: NodeCompiler | undefined
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts() }] })
  return compiler
}

/** Vazirmatn has Latin letters of the same weight beside the Arabic ones. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'))
  return ['Regular', 'Bold'].map(weight => readFileSync(join(folder, 'fonts/ttf', `Vazirmatn-${weight}.ttf`)))
}
