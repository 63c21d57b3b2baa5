import { type Country, type Looked, looked, type Rejections, type Tampering } from '@countersign/simulation'

const names: Readonly<Record<Looked, string>> = {
  'last-digits': 'last digits',
  'adjacent-digits': 'adjacent digits',
  'whole-percentages': 'whole percentages',
  'any-of-the-list': 'any of the three, adjusted',
  'second-digit-mean': 'mean second digit (Benford)',
  'first-digits': 'first digits (Benford)',
}

/** The tables as Markdown; every number in it is of this run. */
export function tablesText(
  tables: readonly Rejections[],
  { country, seed }: { readonly country: Country; readonly seed: number },
): string {
  const { runs } = tables[0]!
  const boxes = country.counties * country.boxesPerCounty
  const error = (50 / Math.sqrt(runs)) * 1.96
  const head = ['what was done to the election', 'leader gains', ...looked.map(name => names[name])]
  const rows = tables.map(({ tampering, rejected, gained }) => [
    said(tampering),
    tampering === 'none' ? '–' : count(Math.round(gained)),
    ...looked.map(name => `${((100 * rejected[name]) / runs).toFixed(1)} %`),
  ])
  return `# 30. How often the tests are wrong: simulated elections

Synthetic, all of it. Elections of a made-up country of ${count(boxes)} boxes and ${country.shares.length} candidates, clean and then tampered with: of each kind ${count(runs)}, and the share of them in which each test gives at most .05. The first row are false alarms: a test that keeps its promise says 5 % there. Everywhere else a larger share is better. With ${count(runs)} elections a share is good to within ± ${error.toFixed(1)} points (95 %, at its worst).

Made by \`countersign simulate tables --runs ${runs} --counties ${country.counties} --seed ${seed}\`.

| ${head.join(' | ')} |
|${head.map((_, i) => (i === 0 ? ' --- |' : ' ---: |')).join('')}
${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}

“Leader gains” is the mean of the votes that the leader gains over the second. The two Benford columns look at the leader's counts; they reject clean elections, and are therefore not among the tests.

## What was simulated

- Each county and each box differs from the country in turnout and in its liking of every candidate: normal on the logit scale, with standard deviations of ${country.countySpread} and ${country.boxSpread}; the leader's support goes along with turnout a little (correlation ${country.alongTurnout}). Boxes have ${count(country.voters)} voters in the middle, with a spread of ${country.sizes} on the scale of logarithms. Then every voter chooses by themselves.
- *Stuffing*: in some boxes, ballots for the leader in the name of a part of those who stayed at home. *Switching at the centre*: in some boxes, a part of the others' votes counted for the leader. *Rounding*: in some boxes, the leader's share raised to the next whole percentage at the second's cost. *Inventing*: in some boxes, the leader's last digit made up. *Dropping*: boxes where the leader does badly do not arrive.
- Tests on digits and percentages do not see ballots that are stuffed, switched or dropped: the rows below show it. What sees them is the forms, the sums and the roll.
`
}

function said(tampering: Tampering | 'none'): string {
  if (tampering === 'none') return 'nothing: clean'
  const boxes = `${percent(tampering.boxes)} of boxes`
  switch (tampering.kind) {
    case 'stuffing':
      return `stuffing, ${boxes}, ${percent(tampering.ofAbsent)} of those at home`
    case 'switching':
      return `switching at the centre, ${boxes}, ${percent(tampering.ofOthers)} of the others' votes`
    case 'rounding':
      return `rounding, ${boxes}`
    case 'inventing':
      return `inventing, ${boxes}`
    case 'dropping':
      return `dropping, ${boxes}`
  }
}

function percent(part: number): string {
  return `${Math.round(1000 * part) / 10} %`
}

function count(n: number): string {
  return n.toLocaleString('en')
}
