import { codePicture } from './code-picture.ts'
import { digits } from './numbers.ts'
import { headingOf, type Occasion, type Place, type Printed, watermarkOf, whereabouts } from './printed.ts'
import { type Language, say } from './words.ts'

/** What hangs on the wall of a polling place: what anyone may check, and how a copy is compared afterwards. */
export function poster(
  occasion: Occasion,
  /** The box, and the address of its page in public; neither on a poster for every place. */
  about: { readonly place?: Place; readonly address?: string } = {},
): Printed {
  const { language } = occasion
  const { place, address } = about
  return {
    template: 'poster',
    language,
    title: say(language, 'poster.title'),
    watermark: watermarkOf(occasion),
    data: {
      heading: headingOf(occasion, say(language, 'poster.title')),
      lead: say(language, 'poster.lead'),
      steps: numbered(
        steps.map(step => step[language]),
        language,
      ),
      compare: say(language, 'poster.compare'),
      after: numbered(
        after.map(step => step[language]),
        language,
      ),
      box: place
        ? { label: say(language, 'form.box'), id: place.box, where: whereabouts(place, language) }
        : null,
      address: address === undefined ? null : { text: address, picture: codePicture(address) },
    },
  }
}

function numbered(texts: readonly string[], language: Language) {
  return texts.map((text, i) => ({ at: digits(i + 1, language), text }))
}

const steps = [
  {
    en: 'In the morning the box is empty, and everyone sees it. The numbers of the seals are written down, and in the evening they are the same.',
    fa: 'صبح صندوق خالی است و همه می‌بینند. شمارهٔ مهر و موم‌ها نوشته می‌شود و شب همان است.',
  },
  {
    en: 'Ballots in the box are counted before they are read. Are they more than the stubs used? The excess is drawn without looking.',
    fa: 'برگه‌های درون صندوق پیش از خواندن شمرده می‌شود. از ته‌برگ‌های مصرف‌شده بیشتر است؟ اضافی را بی‌نگاه بیرون می‌آورند.',
  },
  {
    en: 'Every ballot is read aloud and held up. Two people tally; their sheets agree.',
    fa: 'هر برگ را بلند می‌خوانند و نشان می‌دهند. دو نفر خط می‌زنند و برگ‌های شمارششان یکی است.',
  },
  {
    en: 'The sums hold: the candidates’ votes are the valid votes; valid and invalid are the ballots taken; taken, not taken and drawn are the ballots in the box; stubs used, unused and spoiled are the ballots delivered.',
    fa: 'جمع‌ها می‌خواند: آرای نامزدها می‌شود آرای صحیح؛ صحیح و باطله می‌شود مأخوذه؛ مأخوذه، غیرمأخوذه و قرعه‌شده می‌شود برگه‌های صندوق؛ ته‌برگ‌های مصرف‌شده، مصرف‌نشده و باطل‌شده می‌شود تعرفه‌های تحویلی.',
  },
  {
    en: 'Everyone present signs every copy. Who does not sign says why, and it is written down.',
    fa: 'همهٔ حاضران هر نسخه را امضا می‌کنند. هر که امضا نکند علت را می‌گوید و نوشته می‌شود.',
  },
  {
    en: 'All copies bear the same code of sixteen characters and one to check. Photograph your copy, all of it.',
    fa: 'همهٔ نسخه‌ها یک رمز دارند: شانزده نویسه و یک نویسهٔ وارسی. از همهٔ نسخهٔ خود عکس بگیرید.',
  },
] as const

const after = [
  {
    en: 'Look up this box when the votes are public. Every figure must be that of your copy.',
    fa: 'وقتی آرا منتشر شد این صندوق را پیدا کنید. هر رقم باید همان رقم نسخهٔ شما باشد.',
  },
  {
    en: 'Is the box missing? Anyone can send the form: photograph its codes with the application, or hand the photograph to an agent.',
    fa: 'صندوق نیست؟ هر کس می‌تواند صورت‌جلسه را بفرستد: با برنامه از رمزینه‌ها عکس بگیرید یا عکس را به نماینده‌ای بدهید.',
  },
  {
    en: 'Does a figure differ? Say so with your photograph before the time for complaints ends. It cannot be taken out of the record.',
    fa: 'رقمی فرق دارد؟ پیش از پایان مهلت شکایت با عکس خود بگویید. کسی نمی‌تواند آن را از سند بردارد.',
  },
] as const
