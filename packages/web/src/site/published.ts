import type {
  AreaFile,
  AreaRow,
  CalendarRow,
  CourseStep,
  DocketRow,
  Overview,
  OverviewFinding,
  Unforced,
} from '@countersign/publication'

/** An election as a site shows it. Its pages are made from what is derived of its record, and from nothing else. */
export interface PublishedElection {
  /** A name for a folder, such as `iran-2024`. */
  readonly folder: string
  /** What a derived file holds, by its path below `derived/<tree size>/`. */
  readonly derived: (path: string) => unknown
  /** The record's checkpoint, as it is. */
  readonly checkpoint?: string
  /** What `verify` said of the log before it was published. */
  readonly grade?: string
  /** Files to download, by their path below the election's folder. */
  readonly downloads?: readonly Download[]
}

export interface Download {
  readonly path: string
  readonly bytes: number
}

/** An election with everything that its pages need. */
export interface Published extends Required<Omit<PublishedElection, 'derived'>> {
  readonly overview: Overview
  /** The one area that holds all others; absent where there are several. */
  readonly nation?: AreaFile
  /** The areas that have a page each: the highest level that has several. */
  readonly areas: readonly AreaFile[]
  /** The same as rows, all of them. */
  readonly rows: readonly AreaRow[]
  readonly findings: readonly OverviewFinding[]
  readonly findingCount: number
  readonly docket: readonly DocketRow[]
  readonly docketCount: number
  readonly course: readonly CourseStep[]
  readonly courseCount: number
  readonly calendar: readonly CalendarRow[]
  readonly unforced: readonly Unforced[]
  readonly unforcedCount: number
}

/** Areas that have a page each; a longer list is reached through the page of any place. */
const mostAreas = 400
/** Files of findings, of contests, and of statements without force, on a page. */
const mostFiles = 3

export function publishedOf(election: PublishedElection): Published {
  const { folder, derived, checkpoint = '', grade = 'self-declared', downloads = [] } = election
  const overview = derived('election.json') as Overview
  const areaOf = (id: string) => derived(`areas/${id}.json`) as AreaFile
  const top = overview.top.map(areaOf)
  const [nation] = top.length === 1 ? top : []
  const rows: readonly AreaRow[] = nation ? nation.children : top
  const findings = numbered<OverviewFinding>(derived, 'findings')
  const docket = numbered<DocketRow>(derived, 'docket')
  const course = numbered<CourseStep>(derived, 'course')
  const unforced = numbered<Unforced>(derived, 'unforced')
  return {
    folder,
    checkpoint,
    grade,
    downloads,
    overview,
    ...(nation && { nation }),
    areas: rows.slice(0, mostAreas).map(({ id }) => areaOf(id)),
    rows,
    findings: findings.rows,
    findingCount: findings.count,
    docket: docket.rows,
    docketCount: docket.count,
    course: course.rows,
    courseCount: course.count,
    calendar: (derived('calendar.json') as { readonly dates: readonly CalendarRow[] }).dates,
    unforced: unforced.rows,
    unforcedCount: unforced.count,
  }
}

function numbered<Row>(
  derived: PublishedElection['derived'],
  name: string,
): { readonly count: number; readonly rows: readonly Row[] } {
  const { count, files } = derived(`${name}.json`) as { readonly count: number; readonly files: number }
  const rows = Array.from(
    { length: Math.min(files, mostFiles) },
    (_, n) => (derived(`${name}/${n}.json`) as Readonly<Record<string, readonly Row[]>>)[name]!,
  )
  return { count, rows: rows.flat() }
}
