/**
 * Whether an election is a rehearsal: its log's origin begins with `rehearsal.`. Its definition then has another ID, so
 * that none of its statements can be mixed with the real record's, and every page and form says what it is.
 */
export function isRehearsal(origin: string): boolean {
  return origin.startsWith('rehearsal.')
}
