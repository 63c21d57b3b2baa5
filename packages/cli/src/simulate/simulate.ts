import type { Group } from '../command/command.ts'
import { tablesCommand } from './tables.ts'

/** Made-up elections: what the tests do on them. */
export const simulate: Group = {
  name: 'simulate',
  says: 'Made-up elections, clean and tampered with: how often each test is wrong.',
  commands: [tablesCommand],
}
