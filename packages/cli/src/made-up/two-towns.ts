import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const name = (en: string) => ({ en })

/** An election of two candidates, its boxes in two towns that the table names. */
export const election = {
  id: 'two-towns',
  definition: {
    name: name('Two towns'),
    publishedBy: name('The clerk'),
    rounds: [{ number: 1, date: '2024-05-01', rule: 'majority', of: 'taken' }],
    denominators: ['taken', 'valid'],
    levels: [
      { id: 'land', name: name('Land') },
      { id: 'town', name: name('Town') },
    ],
    countedLevel: 'box',
    invalidGrounds: [{ number: 1, id: 'blank', name: name('Blank') }],
  },
  ballots: [
    {
      round: 1,
      candidates: [
        { number: 1, id: 'anna', name: name('Anna') },
        { number: 2, id: 'boris', name: name('Boris') },
      ],
    },
  ],
  areas: [{ id: 'L', level: 'land', name: name('Land') }],
}

export const map = {
  table: 'Boxes',
  rows: 'boxes',
  box: 'box',
  round: 1,
  source: 'the clerk',
  path: [{ level: 'town', code: 'town', name: { en: 'town' } }],
  figures: { eligible: 'eligible', taken: 'taken' },
  invalidBy: { blank: 'blank' },
  votes: { anna: 'anna', boris: 'boris' },
}

export const header = 'box,town,eligible,taken,blank,anna,boris'

/** Writes the election's file, its map and a table into `folder`; how `import` is called on them. */
export function twoTowns(
  folder: string,
  rows: readonly string[],
  table = 'table.csv',
): (out: string) => readonly string[] {
  writeFileSync(join(folder, 'election.json'), JSON.stringify(election))
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  writeFileSync(join(folder, table), [header, ...rows].join('\n'))
  return out => ['import', table, '--election', 'election.json', '--map', 'map.json', '--out', out]
}
