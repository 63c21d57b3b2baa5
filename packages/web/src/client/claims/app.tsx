import type { Report, ShownElection } from '@countersign/analysis/claims'
import { useEffect, useRef, useState } from 'react'
import type { Text } from '../../text/text.ts'
import { fragmentOf, mostLetters, sharedIn } from './link.ts'
import { Reading } from './notes.tsx'
import type { Asked, Told } from './protocol.ts'

type State =
  | { readonly is: 'empty' | 'reading' }
  | {
      readonly is: 'read'
      readonly article: string
      readonly report: Report
      readonly milliseconds: number
      /** How many texts were read before it, and this one. */
      readonly reading: number
    }
  | { readonly is: 'trouble'; readonly message: string }

/** Made for the purpose, to show every verdict. */
const example = `July 12, 2024

Pezeshkian won the runoff with 53.6 percent of the vote, nearly three million votes ahead of Jalili. In the first round Jalili had taken 40 percent of the vote and Ghalibaf 13.8 percent, on a turnout of 39.9 percent.

Jalili won 53 percent of the vote in the runoff, one blog claimed. Among women, Pezeshkian won 60 percent.`

const persianExample = `۲۲ تیر ۱۴۰۳

پزشکیان در دور دوم با ۵۳٫۶ درصد آرا و با اختلاف نزدیک به سه میلیون رأی از جلیلی پیروز شد. در دور اول، جلیلی ۴۰ درصد و قالیباف ۱۳٫۸ درصد آرا را به دست آورده بودند و میزان مشارکت ۳۹٫۹ درصد بود.

به ادعای یک وبلاگ، جلیلی در دور دوم ۵۳ درصد آرا را کسب کرد. در میان زنان، پزشکیان ۶۰ درصد آرا را به دست آورد.`

interface ClaimsAppProps {
  readonly text: Text
  /** What the site shows of its own elections. */
  readonly shown: Promise<readonly ShownElection[]>
}

/** Where a text is pasted, and what was read in it. */
export function ClaimsApp({ text, shown }: ClaimsAppProps) {
  const [article, setArticle] = useState('')
  const [date, setDate] = useState('')
  const [state, setState] = useState<State>({ is: 'empty' })
  const read = useReader(text, shown, setState)
  const begin = (article: string, date: string) => {
    setArticle(article)
    setDate(date)
    read(article, date)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the address held when the page was opened
  useEffect(() => {
    void sharedIn(location.hash).then(shared => {
      if (shared) begin(shared.text, shared.date)
    })
  }, [])
  return (
    <>
      <form
        onSubmit={event => {
          event.preventDefault()
          read(article, date)
        }}
      >
        <div className="field">
          <label htmlFor="article">{text.say('claims.text')}</label>
          <textarea
            id="article"
            dir="auto"
            required
            value={article}
            onInput={event => setArticle(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="date">{text.say('claims.date')}</label>
          <input id="date" type="date" value={date} onInput={event => setDate(event.currentTarget.value)} />
        </div>
        <div className="buttons">
          <button type="submit" className="main">
            {text.say('claims.read')}
          </button>
          <button type="button" onClick={() => begin(text.language === 'fa' ? persianExample : example, '')}>
            {text.say('claims.example')}
          </button>
        </div>
      </form>
      {state.is === 'reading' && <p role="status">{text.say('claims.reading')}</p>}
      {state.is === 'trouble' && <p role="alert">{text.say('claims.trouble', { message: state.message })}</p>}
      {state.is === 'read' && (
        <div data-milliseconds={state.milliseconds} data-reading={state.reading}>
          <Reading text={text} article={state.article} report={state.report} />
          <Share key={state.article} text={text} article={state.article} date={date} />
        </div>
      )}
    </>
  )
}

/** Reads in a worker, made when it is first needed; only the last text asked for is shown. */
function useReader(text: Text, shown: ClaimsAppProps['shown'], setState: (state: State) => void) {
  const worker = useRef<Worker>(undefined)
  const readings = useRef(0)
  useEffect(() => () => worker.current?.terminate(), [])
  return (article: string, date: string) => {
    setState({ is: 'reading' })
    worker.current ??= workerWith(shown)
    worker.current.onmessage = ({ data }: MessageEvent<Told>) =>
      setState(data.is === 'read' ? { ...data, article, reading: ++readings.current } : data)
    worker.current.onerror = ({ message }) => setState({ is: 'trouble', message })
    const language = text.language === 'fa' ? ('fa' as const) : ('en' as const)
    // After the figures, for messages are answered in their order.
    void shown.then(() =>
      worker.current?.postMessage({ is: 'text', text: article, date, language } satisfies Asked),
    )
  }
}

function workerWith(shown: ClaimsAppProps['shown']): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  void shown.then(all => worker.postMessage({ is: 'figures', shown: all } satisfies Asked))
  return worker
}

function Share({
  text,
  article,
  date,
}: {
  readonly text: Text
  readonly article: string
  readonly date: string
}) {
  const [link, setLink] = useState<string>()
  const [copied, setCopied] = useState(false)
  if (article.length > mostLetters)
    return <p>{text.say('claims.shareTooLong', { length: article.length, most: mostLetters })}</p>
  const share = async () => {
    const address = new URL(await fragmentOf(article, date), location.href).href
    setLink(address)
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  return (
    <section>
      <p>{text.say('claims.shareSays')}</p>
      <button type="button" onClick={() => void share()}>
        {text.say('claims.share')}
      </button>
      {link !== undefined && (
        <p role="status">
          {copied && text.say('claims.shared')} <a href={link}>{text.say('claims.link')}</a>
        </p>
      )}
    </section>
  )
}
