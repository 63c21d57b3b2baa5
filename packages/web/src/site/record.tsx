import { Pairs } from '../layout/pairs.tsx'
import type { ElectionProps } from './pages.tsx'

/** The record behind the result: which log, at which size, how well attested, and how to check it all. */
export function RecordPage({ text, election, links }: ElectionProps) {
  const { overview, checkpoint, grade } = election
  const { treeSize, root, origin, vkey, definition } = overview
  const code = (name: string, value: string) => ({ name: text.say(name), values: [value], code: true })
  return (
    <>
      <h1>{text.say('record')}</h1>
      <p>{text.say('record.lead', { entries: treeSize })}</p>
      <Pairs
        pairs={[
          { name: text.say('record.size'), values: [text.count(treeSize)] },
          ...(root === null ? [] : [code('record.root', root)]),
          code('record.origin', origin),
          code('record.key', vkey),
          code('record.definition', definition),
          { name: text.say('record.grade'), values: [text.say(`grade.${grade}`)] },
        ]}
      />
      <p>{text.say('grade.about')}</p>
      <section aria-labelledby="everything">
        <h2 id="everything">{text.say('verify.here')}</h2>
        <p>{text.say('verify.here.lead')}</p>
        <div id="app" data-election={links.file('')}>
          <p className="quiet">{text.say('script.needed')}</p>
        </div>
      </section>
      {checkpoint && (
        <section aria-labelledby="checkpoint">
          <h2 id="checkpoint">{text.say('checkpoint')}</h2>
          <p>{text.say('checkpoint.lead')}</p>
          <pre>
            <code>{checkpoint}</code>
          </pre>
          <p className="screen">
            <a href={links.file('checkpoint')} download>
              {text.say('checkpoint.keep')}
            </a>
          </p>
        </section>
      )}
      <section aria-labelledby="commands">
        <h2 id="commands">{text.say('verify')}</h2>
        <p>{text.say('verify.lead')}</p>
        <pre>
          <code>{`countersign verify <${text.say('verify.where')}> --vkey ${vkey}`}</code>
        </pre>
        <p>{text.say('verify.other')}</p>
      </section>
    </>
  )
}
