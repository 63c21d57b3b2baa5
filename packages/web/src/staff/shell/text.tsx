import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type Messages, type Text, textIn } from '../../text/text.ts'

/** Each application's messages are a folder of their own; a device has both languages, with no network too. */
const files = import.meta.glob<Messages>(
  '../../../messages/{staff,setup,day,acts,centre,desk,compare,papers}/*.json',
  {
    eager: true,
    import: 'default',
  },
)

export const languages = ['en', 'fa'] as const
export type StaffLanguage = (typeof languages)[number]

/** All that the staff pages say in a language. */
export const staffText: Readonly<Record<StaffLanguage, Text>> = { en: textOf('en'), fa: textOf('fa') }

function textOf(language: StaffLanguage): Text {
  const ours = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.json`))
  return textIn(language, Object.assign({}, ...ours.map(([, messages]) => messages)))
}

interface Spoken {
  readonly text: Text
  readonly language: StaffLanguage
  readonly setLanguage: (language: StaffLanguage) => void
}

const context = createContext<Spoken | undefined>(undefined)

/** The language of the device, else the one that was chosen here. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const text = staffText[language]
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = text.direction
    document.title = text.say('staff.title')
    localStorage.setItem('language', language)
  }, [language, text])
  const spoken = useMemo(() => ({ text, language, setLanguage }), [text, language])
  return (
    <context.Provider value={spoken}>
      <I18nProvider locale={language === 'fa' ? 'fa-IR' : 'en'}>{children}</I18nProvider>
    </context.Provider>
  )
}

function firstLanguage(): StaffLanguage {
  const wanted = [localStorage.getItem('language'), ...navigator.languages].map(tag => tag?.split('-')[0])
  const known = (tag: string | undefined): tag is StaffLanguage =>
    languages.some(language => language === tag)
  return wanted.find(known) ?? 'en'
}

export function useSpoken(): Spoken {
  const spoken = useContext(context)
  if (!spoken) throw new Error('outside of Speaking')
  return spoken
}

/** The texts of the chosen language. */
export function useText(): Text {
  return useSpoken().text
}
