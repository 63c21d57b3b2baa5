import { type Cells, type Columns, codeReader, isIdentifier } from './cells.ts'
import { codeColumns, type ResultsMap } from './map.ts'
import { type Problem, problem } from './problems.ts'

/** An area that the import found in the table's own columns. */
export interface FoundArea {
  readonly id: string
  readonly level: string
  /** The area above; absent for one directly under the whole. */
  readonly parent?: string
  readonly name: Readonly<Record<string, string>>
  /** Where it was met first. */
  readonly line: number
}

/** Collects the areas that rows lie in, in the order in which they are met. */
export interface AreaFinder {
  /** The area that a row lies in; nothing for one directly under the whole. Problems go to `problems`. */
  readonly find: (line: number, cells: Cells) => string | undefined
  readonly found: () => readonly FoundArea[]
}

export function areaFinder(map: ResultsMap, columns: Columns, problems: Problem[]): AreaFinder {
  const byId = new Map<string, FoundArea>()
  const steps = map.path.map(step => {
    const names = Object.entries(step.name).map(([tag, name]) => [tag, columns.get(name)!] as const)
    const read = 'numbered' in asObject(step.code) ? numbering(step.code, columns) : plain(step.code, columns)
    return { level: step.level, column: codeColumns(step.code)[0]!, names, read }
  })

  /** Adds one area, or checks that it lies where it lay before. */
  function meet(
    line: number,
    cells: Cells,
    step: (typeof steps)[number],
    id: string,
    parent: string | undefined,
  ) {
    const before = byId.get(id)
    if (before === undefined) {
      if (!isIdentifier(id)) return void problems.push(problem(line, 'identifier-bad', { value: id }))
      const name = Object.fromEntries(
        step.names
          .filter(([, at]) => cells[at] !== '')
          .map(([tag, at]) => [tag, cells[at]!.normalize('NFC')]),
      )
      byId.set(id, { id, level: step.level, name, line, ...(parent !== undefined && { parent }) })
    } else if (before.parent !== parent) {
      const where = {
        area: id,
        parent: parent ?? 'the whole',
        before: before.parent ?? 'the whole',
        first: before.line,
      }
      problems.push(problem(line, 'area-moved', where))
    }
  }

  return {
    find(line, cells) {
      let parent: string | undefined
      let open = false
      for (const step of steps) {
        const id = step.read(cells, parent)
        if (id === '') {
          open = true
        } else if (open) {
          problems.push(problem(line, 'identifier-empty', { column: step.column }))
          return parent
        } else {
          meet(line, cells, step, id, parent)
          parent = id
        }
      }
      return parent
    },
    found: () => [...byId.values()],
  }
}

type StepCode = ResultsMap['path'][number]['code']

function asObject(code: StepCode): object {
  return typeof code === 'string' ? {} : code
}

function plain(code: StepCode, columns: Columns): (cells: Cells) => string {
  return codeReader(code as Exclude<StepCode, { numbered: string }>, columns)
}

/** Numbers in order of first appearance, inside the area above: 12.3 is the third area met in the twelfth. */
function numbering(code: StepCode, columns: Columns): (cells: Cells, parent: string | undefined) => string {
  const at = columns.get(codeColumns(code)[0]!)!
  const numbers = new Map<string | undefined, Map<string, string>>()
  return (cells, parent) => {
    const text = cells[at]!
    if (text === '') return ''
    const inside = numbers.get(parent) ?? new Map<string, string>()
    numbers.set(parent, inside)
    const id = inside.get(text) ?? `${parent === undefined ? '' : `${parent}.`}${inside.size + 1}`
    inside.set(text, id)
    return id
  }
}
