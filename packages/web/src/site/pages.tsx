import type { ReactNode } from 'react'
import type { Text } from '../text/text.ts'
import { AnalysisPage } from './analysis/page.tsx'
import { studiedTables, tablePath } from './analysis/tables.ts'
import { AreaPage } from './area.tsx'
import { AreasPage } from './areas.tsx'
import { CandidatesPage } from './candidates.tsx'
import { cardOf } from './card.tsx'
import { CoursePage } from './course/course.tsx'
import { DocketPage } from './docket.tsx'
import { DownloadsPage } from './downloads.tsx'
import { embedOf } from './embed.tsx'
import { FindingsPage } from './findings.tsx'
import { HelpPage } from './help.tsx'
import { type Links, linksFrom } from './links.ts'
import { outcomeInWords } from './outcome.ts'
import { PlacePage } from './place.tsx'
import type { Published } from './published.ts'
import { RecordPage } from './record.tsx'
import { ResultPage } from './result.tsx'
import { latestFirst, wholeFigures } from './rounds.ts'
import { SourcesPage } from './sources.tsx'
import { VersionsPage } from './versions.tsx'

/** What every page of an election is given. */
export interface ElectionProps {
  readonly text: Text
  readonly election: Published
  readonly links: Links
}

/** A page of an election in one language. */
export interface ElectionPage {
  /** Its place below the language's folder: `` or `areas/IR-01/`. */
  readonly route: string
  readonly title: string
  readonly description: string
  readonly body: ReactNode
  /** Its name among the election's pages; absent where it is reached from another. */
  readonly navigable?: string
  /** The script that it has beside the one of every page. */
  readonly app?: 'analysis' | 'place' | 'record' | 'search'
}

interface ElectionPages {
  readonly pages: readonly ElectionPage[]
  /** SVG of 1200 × 630. */
  readonly card: string
  /** The result as a small page to set into another. */
  readonly widget: string
}

const routes = [
  ['', 'result', ResultPage],
  ['candidates/', 'candidates', CandidatesPage],
  ['areas/', 'areas', AreasPage],
  ['versions/', 'versions', VersionsPage],
  ['findings/', 'findings', FindingsPage],
  ['docket/', 'docket', DocketPage],
  ['course/', 'course', CoursePage],
  ['analysis/', 'analysis', AnalysisPage],
  ['record/', 'record', RecordPage],
  ['downloads/', 'downloads', DownloadsPage],
  ['sources/', 'sources', SourcesPage],
  ['help/', 'help', HelpPage],
] as const

/** Whether there are rows to study, and the tables to read them from were published. */
function canStudy({ overview, downloads }: Published): boolean {
  const [table] = studiedTables(overview)
  if (!table) return false
  return downloads.length === 0 || downloads.some(({ path }) => path.endsWith(tablePath(table)))
}

/** Every page of one election in one language. */
export function electionPages(text: Text, election: Published): ElectionPages {
  const { overview, areas, nation } = election
  const above = nation?.rounds ?? wholeFigures(overview)
  const withPage = new Set(areas.map(({ id }) => id))
  const name = text.name(overview.name)
  const round = latestFirst(overview.rounds)[0]
  const outcome = round ? outcomeInWords(text, round) : ''
  const titled = (what: string) => text.say('page.title', { what, election: name })
  const studied = canStudy(election)
  const live = overview.mode === 'live'
  const isShown = { analysis: studied, docket: live, course: live }
  const shown = routes.filter(([, key]) => isShown[key as keyof typeof isShown] ?? true)
  const main = shown.map(([route, key, Body]): ElectionPage => {
    const what = text.say(`page.${key}`)
    return {
      route,
      title: titled(what),
      description: `${what}. ${name}. ${outcome}`,
      navigable: what,
      body: <Body text={text} election={election} links={linksFrom(route, withPage)} />,
      ...((key === 'record' || key === 'analysis') && { app: key }),
      ...(key === 'areas' && { app: 'search' }),
    }
  })
  const ofAreas = areas.map((area): ElectionPage => {
    const route = `areas/${area.id}/`
    const where = text.name(area.name)
    return {
      route,
      title: titled(where),
      description: text.say('area.description', { area: where, election: name }),
      body: (
        <AreaPage
          text={text}
          overview={overview}
          links={linksFrom(route, withPage)}
          area={area}
          above={above}
        />
      ),
    }
  })
  const place: ElectionPage = {
    route: 'place/',
    title: titled(text.say('page.place')),
    description: text.say('place.description', { election: name }),
    body: <PlacePage text={text} election={election} links={linksFrom('place/', withPage)} />,
    app: 'place',
  }
  return {
    pages: [...main, ...ofAreas, place],
    card: cardOf(text, election),
    widget: embedOf(text, election),
  }
}
