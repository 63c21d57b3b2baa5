import type { Read } from './items.ts'
import { pattern } from './pattern.ts'

const before = pattern('who:B|P|U|C|survey|record ( , ^say{1,8} , )? have|adv|also|in* say')
const some = pattern('who:w|voter|supporter|others|candidate say')
const after = pattern('say adv* who:B|P|U|C|survey')
/** “به گفتهٔ …”. */
const according = pattern('according adv* who:B|P|C|survey|w')

/** Who says it: the name beside a verb of saying, as it stands; `author` where there is none. */
export function saidBy(read: Read): string {
  for (const match of after.matches(read)) {
    const said = read.items[match.from]!
    if (/according|said|says/i.test(said.text)) return match.item('who')!.text
  }
  for (const match of according.matches(read)) return match.item('who')!.text
  for (const match of before.matches(read)) return match.item('who')!.text
  for (const match of some.matches(read)) return match.item('who')!.text
  const quoted = read.sentence.words.some(({ before, after }) => /["“”«»]/.test(before + after))
  return quoted ? 'quoted' : 'author'
}
