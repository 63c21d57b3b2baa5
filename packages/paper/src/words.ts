import type { Said } from '@countersign/election'

export type Language = 'en' | 'fa'

/** What stands on paper besides figures and names; `{…}` is filled in. */
const words = {
  'form.title': { en: 'Result form of a ballot box', fa: 'صورت‌جلسهٔ نتیجهٔ صندوق رأی' },
  'form.round': { en: 'Round {round} · {day}', fa: 'دور {round} · {day}' },
  'form.copy': { en: 'Copy {copy} of {copies}', fa: 'نسخهٔ {copy} از {copies}' },
  'form.for': { en: 'for: {destination}', fa: 'برای: {destination}' },
  'form.box': { en: 'Ballot box', fa: 'صندوق رأی' },
  'form.serial': { en: 'Form serial', fa: 'سریال صورت‌جلسه' },
  'form.stubs': { en: 'Stubs {first} to {last}', fa: 'ته‌برگ‌های {first} تا {last}' },
  'form.page': { en: 'Page {page} of {pages}', fa: 'صفحهٔ {page} از {pages}' },
  'form.words': { en: 'in words', fa: 'به حروف' },
  'form.invalid': { en: 'by ground', fa: 'به تفکیک علت' },
  'form.people': {
    en: 'People present: everyone signs every copy. Who refuses says why; a refusal is written down, never hidden.',
    fa: 'حاضران: هر کس همهٔ نسخه‌ها را امضا می‌کند. هر که امضا نکند علت را می‌گوید؛ خودداری نوشته می‌شود و پنهان نمی‌ماند.',
  },
  'form.name': { en: 'name', fa: 'نام' },
  'form.signature': { en: 'signature', fa: 'امضا' },
  'form.refused': { en: 'refused, because', fa: 'خودداری، به علت' },
  'form.explanations': {
    en: 'What differs, and why; objections and their grounds',
    fa: 'چه چیز نمی‌خواند و چرا؛ اعتراض‌ها و علت آن‌ها',
  },
  'form.explains': { en: 'to check {check}: {text}', fa: 'دربارهٔ بررسی {check}: {text}' },
  'form.objects': { en: 'Objection of {side}: {ground}', fa: 'اعتراض {side}: {ground}' },
  'form.none': { en: 'None was given.', fa: 'چیزی گفته نشد.' },
  'form.code': {
    en: 'Code of this form: write it on all copies as the device shows it, and compare it on yours',
    fa: 'رمز این صورت‌جلسه: آن را چنان‌که دستگاه نشان می‌دهد بر همهٔ نسخه‌ها بنویسید و با نسخهٔ خود بسنجید',
  },
  'form.sums': { en: 'Do the sums hold?', fa: 'آیا جمع‌ها می‌خواند؟' },
  'form.hold': {
    en: 'Every sum on this form that can be made adds up.',
    fa: 'همهٔ جمع‌هایی که در این صورت‌جلسه می‌شود گرفت می‌خواند.',
  },
  'form.signed': { en: 'Signed on devices', fa: 'امضا با دستگاه' },
  'form.unsigned': { en: 'Nobody yet.', fa: 'هنوز هیچ‌کس.' },
  'form.codes': {
    en: 'Anyone may photograph these codes and send the form with them: they carry every figure and signature above.',
    fa: 'هر کس می‌تواند از این رمزینه‌ها عکس بگیرد و صورت‌جلسه را با آن‌ها بفرستد: همهٔ ارقام و امضاهای بالا در آن‌هاست.',
  },
  'form.part': { en: 'Code {part} of {of}', fa: 'رمزینهٔ {part} از {of}' },
  'form.device': {
    en: 'Made from the figures that the leader’s device signs. Compare them with the count before you sign.',
    fa: 'از ارقامی که دستگاه رئیس شعبه امضا می‌کند ساخته شده است. پیش از امضا با شمارش بسنجید.',
  },
  'form.blank': {
    en: 'Write figures from the right, one digit a box; zero is written 0. An empty box is not a zero.',
    fa: 'ارقام را از راست پر کنید، هر خانه یک رقم؛ صفر را بنویسید. خانهٔ خالی صفر نیست.',
  },
  'time.blank': { en: 'hour : minute', fa: 'ساعت : دقیقه' },
  rehearsal: { en: 'REHEARSAL · NO RESULT', fa: 'تمرین · نتیجه نیست' },
  'sheet.title': { en: 'Count sheet', fa: 'برگ شمارش' },
  'sheet.how': {
    en: 'One tally mark for each ballot as it is read aloud; five to a box. Each sheet is counted by two people.',
    fa: 'برای هر برگ رأی که خوانده می‌شود یک خط؛ هر خانه پنج خط. هر برگ را دو نفر می‌شمارند.',
  },
  'sheet.number': { en: 'Sheet', fa: 'برگ' },
  'sheet.of': { en: 'of', fa: 'از' },
  'sheet.sum': { en: 'sum', fa: 'جمع' },
  'sheet.votes': { en: 'Votes', fa: 'آرا' },
  'sheet.invalid': { en: 'Invalid ballots', fa: 'آرای باطله' },
  'sheet.notTaken': { en: 'Not taken', fa: 'غیرمأخوذه' },
  'sheet.counters': { en: 'Counted by (two people)', fa: 'شمارندگان (دو نفر)' },
  'sheet.watched': { en: 'Watched by', fa: 'ناظران شمارش' },
  'card.title': { en: 'Invitation to sign', fa: 'دعوت به امضا' },
  'card.how': {
    en: 'Scan it with your own phone before the day. It makes your key; nobody else can have it.',
    fa: 'پیش از روز رأی‌گیری با گوشی خود بخوانید. کلید شما را می‌سازد و هیچ‌کس دیگر آن را ندارد.',
  },
  'card.once': {
    en: 'Works once. Tell {side} at once if it is lost.',
    fa: 'یک بار کار می‌کند. اگر گم شد فوراً به {side} خبر دهید.',
  },
  'card.for': { en: '{role} · {side}', fa: '{role} · {side}' },
  'card.number': { en: 'Card {card}', fa: 'کارت {card}' },
  'seed.title': { en: 'Sealed key', fa: 'کلید مهر و موم‌شده' },
  'seed.how': {
    en: 'Open it only if your own device cannot sign. Scan it on the leader’s device; the record will say that this key was issued.',
    fa: 'فقط اگر دستگاه خودتان امضا نکرد باز کنید. با دستگاه رئیس شعبه بخوانید؛ سند خواهد گفت که این کلید را به شما داده‌اند.',
  },
  'seed.once': {
    en: 'Serial {serial}. Whoever reads it can sign for you: tell {side} if the seal is broken.',
    fa: 'سریال {serial}. هر که آن را بخواند می‌تواند به جای شما امضا کند: اگر مهر شکسته است به {side} خبر دهید.',
  },
  'poster.title': { en: 'What to check at the count', fa: 'در شمارش چه چیز را بسنجیم' },
  'poster.lead': {
    en: 'Everyone in this room may watch, compare and object.',
    fa: 'هر که در این اتاق است می‌تواند ببیند، بسنجد و اعتراض کند.',
  },
  'poster.compare': { en: 'Afterwards: compare your copy', fa: 'پس از آن: نسخهٔ خود را بسنجید' },
  'worksheet.at': { en: 'no.', fa: 'ردیف' },
} as const satisfies Readonly<Record<string, Said>>

export type WordsKey = keyof typeof words

/** What is written under a key in a language, its `{…}` filled in. */
export function say(
  language: Language,
  key: WordsKey,
  values: Readonly<Record<string, string>> = {},
): string {
  return words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** Words of another's, kept together whatever their script: a full stop of English stays at its end in a Persian line. */
export function quoted(words: string): string {
  return `\u2068${words}\u2069`
}
