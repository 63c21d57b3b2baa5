import type { Messages } from '../text/text.ts'

/** What each script never says, by the beginnings of the messages' names: long texts that only pages have. */
const unsaid: Readonly<Record<'analysis' | 'claims' | 'place' | 'record' | 'search', RegExp>> = {
  analysis:
    /^(?!(language|dates|product|percent|moment|size|loading|trouble|round\.dateBoth|analysis\.(?!part|lead|first|command|compute\b)))/,
  claims:
    /^(?!(language|dates|product|percent|moment|size|round\.dateBoth|claims\.(?!(lead|private|noScript|verdicts|known)\b|verdict\.\w+\.means)))/,
  place:
    /^(help|glossary|rehearsal|printed|home|card|embed|downloads?|file|versions?|sources\.lead|announced|settled|decisions|decision\.(declare|certify)|docket|rounds|round\.(column|said)|further|evidence\.(archive|live|check)|record|grade|verify|earlier|notCovered|checkpoint|unforced|legend|areas|outcome|totals\.lead|findings\.|check|analysis|claims|candidates|candidacy|course|calendar|polls?|day|caption\.(course|calendar|poll|day|candidates\.))\b/,
  record:
    /^(?!(language|dates|product|percent|moment|size|page|loading|trouble|verify|earlier|notCovered|grade|record|points|round\.dateBoth))/,
  search: /^(?!(language|dates|product|percent|moment|size|find|trouble|points|round\.dateBoth))/,
}

/** The messages that a script of a page needs, out of all of its language. */
export function messagesFor(script: keyof typeof unsaid, messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => !unsaid[script].test(key)))
}
