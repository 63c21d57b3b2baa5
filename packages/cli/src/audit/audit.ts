import type { Group } from '../command/command.ts'
import { ballots } from './ballots.ts'
import { draw } from './draw.ts'
import { enter } from './enter.ts'
import { plan } from './plan.ts'
import { quickCountCommand } from './quick-count.ts'
import { recount } from './recount.ts'
import { status } from './status.ts'
import { worksheet } from './worksheet.ts'

/** An audit by hand count, from its plan to its end. */
export const audit: Group = {
  name: 'audit',
  says: 'Audit a result by counting boxes by hand: plan, draw from a public seed, worksheets, counts, risk so far.',
  commands: [plan, draw, worksheet, enter, status, ballots, recount, quickCountCommand],
}
