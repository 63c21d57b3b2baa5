/** Everything that the server says of itself: one list, so that whoever reads its log knows what can come. */
export const sayings = {
  started: 'the server answers at its address',
  stopping: 'it takes nothing more and finishes what it took',
  stopped: 'all that was taken is answered, recorded and published',
  request: 'a request was answered',
  failed: 'a request met an error of the program',
  recorded: 'statements were recorded',
  refused: 'a statement was not taken',
  checkpoint: 'a checkpoint was published',
  'log-refused': 'the disk, or another sequencer, kept something from being recorded or published',
  'session-began': 'someone began a session',
  'key-answered': 'an invitation was answered with a key',
  'file-kept': 'a file that a statement names was brought',
  'original-read': 'somebody has seen the original of a photograph',
  publishing: 'the site is being made',
  published: 'the site shows the record at a checkpoint',
  'publish-failed': 'the site could not be made; the record is unharmed',
  cosigned: 'a witness cosigned a checkpoint',
  'witness-failed': 'a witness gave no cosignature; nothing waits for it',
} as const

export type Saying = keyof typeof sayings

export type Level = 'info' | 'warning' | 'error'

export type Say = (saying: Saying, about?: Readonly<Record<string, unknown>>, level?: Level) => void

/** Says each thing as a line of JSON: `{"time":…,"level":…,"event":…,…}`. */
export function sayTo(write: (line: string) => void, now: () => number): Say {
  return (event, about = {}, level = 'info') =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...about })}\n`)
}
