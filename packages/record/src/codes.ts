import type { Refusal, Result, Where } from '@countersign/tlog'

export type Language = 'en' | 'fa'
export type Text = Readonly<Record<Language, string>>

/**
 * Every way in which bytes fail to be a record, with what is said about it. `{…}` is filled from the place of the
 * finding. The codes are part of the product's interface: a code is never reused for another meaning.
 */
export const codes = {
  'cbor-truncated': {
    en: 'The bytes end before the value does.',
    fa: 'بایت‌ها پیش از پایان مقدار تمام می‌شوند.',
  },
  'cbor-trailing': {
    en: 'There are bytes after the end of the value.',
    fa: 'پس از پایان مقدار، بایت‌های دیگری هست.',
  },
  'cbor-type': {
    en: 'Only unsigned integers, bytes, text, arrays and maps are allowed.',
    fa: 'فقط عدد صحیح نامنفی، بایت، متن، آرایه و نگاشت مجاز است.',
  },
  'cbor-indefinite': {
    en: 'A length is left open; every length must be stated.',
    fa: 'طولی باز گذاشته شده است؛ هر طولی باید نوشته شود.',
  },
  'cbor-reserved': {
    en: 'A head uses a value that CBOR reserves.',
    fa: 'سرآیندی مقداری دارد که در CBOR کنار گذاشته شده است.',
  },
  'cbor-not-shortest': {
    en: 'A number or length is not written in its shortest form.',
    fa: 'عدد یا طولی به کوتاه‌ترین شکل نوشته نشده است.',
  },
  'cbor-too-large': {
    en: 'A number is larger than 2^53 − 1.',
    fa: 'عددی از ۲ به توان ۵۳ منهای ۱ بزرگ‌تر است.',
  },
  'cbor-key-type': {
    en: 'A key of a map is not an unsigned integer.',
    fa: 'کلید نگاشت عدد صحیح نامنفی نیست.',
  },
  'cbor-key-order': {
    en: 'The keys of a map are not in ascending order.',
    fa: 'کلیدهای نگاشت به ترتیب صعودی نیستند.',
  },
  'cbor-key-twice': {
    en: 'A map has the same key twice.',
    fa: 'یک کلید در نگاشت دو بار آمده است.',
  },
  'cbor-depth': {
    en: 'Values are nested more than eight deep.',
    fa: 'مقدارها بیش از هشت لایه تودرتو هستند.',
  },
  'cbor-utf8': {
    en: 'A text is not valid UTF-8.',
    fa: 'متنی UTF-8 معتبر نیست.',
  },
  'cbor-nfc': {
    en: 'A text is not in Unicode normal form C.',
    fa: 'متنی در شکل نرمال C یونیکد نیست.',
  },
  'cbor-control': {
    en: 'A text holds a control or bidirectional-control character.',
    fa: 'متنی نویسهٔ کنترلی یا کنترل دوسویه دارد.',
  },
  'cbor-text-long': {
    en: 'A text is longer than 500 bytes.',
    fa: 'متنی از ۵۰۰ بایت بلندتر است.',
  },
  'envelope-head': {
    en: 'This is not a COSE_Sign message in the one encoding that the record uses.',
    fa: 'این پیام COSE_Sign با تنها کدگذاری پذیرفتهٔ سند نیست.',
  },
  'envelope-payload': {
    en: 'The payload’s length is not written in its shortest form, or goes beyond the end.',
    fa: 'طول محتوا به کوتاه‌ترین شکل نوشته نشده یا از پایان فراتر می‌رود.',
  },
  'envelope-signers': {
    en: 'An entry has between 1 and 64 signatures.',
    fa: 'هر مدخل میان ۱ تا ۶۴ امضا دارد.',
  },
  'envelope-signer': {
    en: 'A signature is not in the one form that the record uses (Ed25519, key ID of 8 bytes).',
    fa: 'امضایی به تنها شکل پذیرفتهٔ سند نیست (Ed25519، شناسهٔ کلید ۸ بایتی).',
  },
  'envelope-order': {
    en: 'The signatures are not in ascending order of their key IDs.',
    fa: 'امضاها به ترتیب صعودی شناسهٔ کلید نیستند.',
  },
  'envelope-signer-twice': {
    en: 'One key signs the entry twice.',
    fa: 'یک کلید این مدخل را دو بار امضا کرده است.',
  },
  'envelope-truncated': {
    en: 'The bytes end before the last signature does.',
    fa: 'بایت‌ها پیش از پایان آخرین امضا تمام می‌شوند.',
  },
  'envelope-trailing': {
    en: 'There are bytes after the last signature.',
    fa: 'پس از آخرین امضا، بایت‌های دیگری هست.',
  },
  'entry-too-long': {
    en: 'The entry is longer than 65,535 bytes; split the statement, or put its text into a blob.',
    fa: 'مدخل از ۶۵٬۵۳۵ بایت بلندتر است؛ گزاره را بخش کنید یا متن آن را در پیوست بگذارید.',
  },
  'other-statement': {
    en: 'The signatures belong to different statements.',
    fa: 'امضاها از آنِ گزاره‌های متفاوت‌اند.',
  },
  'nothing-new': {
    en: 'Every signature of this entry is already recorded.',
    fa: 'همهٔ امضاهای این مدخل پیش‌تر ثبت شده‌اند.',
  },
  'code-foreign': {
    en: 'This is not one of Countersign’s codes.',
    fa: 'این از رمزینه‌های کانترساین نیست.',
  },
  'code-newer': {
    en: 'The code was made by a newer version; update this program.',
    fa: 'این رمزینه را نسخهٔ تازه‌تری ساخته است؛ این برنامه را به‌روز کنید.',
  },
  'code-damaged': {
    en: 'The code is damaged or was changed: what it carries is not the statement that it names. Read it again, from the paper itself.',
    fa: 'رمزینه آسیب دیده یا تغییر کرده است: آنچه در آن است گزاره‌ای نیست که نام می‌برد. دوباره از روی خود کاغذ بخوانید.',
  },
  'codes-mixed': {
    en: 'These codes belong to several statements; read those of one form or screen.',
    fa: 'این رمزینه‌ها از آنِ چند گزاره‌اند؛ رمزینه‌های یک صورت‌جلسه یا صفحه را بخوانید.',
  },
  'codes-differ': {
    en: 'There are two different codes with number {part}, as of two printings; read those of one sheet.',
    fa: 'دو رمزینهٔ متفاوت با شمارهٔ {part} هست، گویی از دو چاپ؛ رمزینه‌های یک برگ را بخوانید.',
  },
  'newer-version': {
    en: 'A kind of statement, a key or a word was written by a newer version; update this program.',
    fa: 'نوع گزاره، کلید یا واژه‌ای با نسخهٔ تازه‌تری نوشته شده است؛ این برنامه را به‌روز کنید.',
  },
  'statement-schema': {
    en: 'The statement is not as its kind requires.',
    fa: 'گزاره آن‌گونه که نوع آن می‌خواهد نیست.',
  },
  'definition-first': {
    en: 'The first entry must be the definition of the election.',
    fa: 'نخستین مدخل باید تعریف انتخابات باشد.',
  },
  'definition-again': {
    en: 'An election has one definition, its first entry.',
    fa: 'هر انتخابات یک تعریف دارد که نخستین مدخل است.',
  },
  'other-election': {
    en: 'The statement belongs to another election: it names another definition.',
    fa: 'این گزاره از آنِ انتخابات دیگری است: تعریف دیگری را نام می‌برد.',
  },
  'unknown-key': {
    en: 'It is signed with key {kid}, which no earlier entry enrolled.',
    fa: 'با کلید {kid} امضا شده که هیچ مدخل پیشینی آن را ثبت نکرده است.',
  },
  'signature-fails': {
    en: 'The signature of key {kid} does not verify: the bytes were changed, or the key did not sign them.',
    fa: 'امضای کلید {kid} درست نیست: بایت‌ها تغییر کرده‌اند یا این کلید آن‌ها را امضا نکرده است.',
  },
  'weak-key': {
    en: 'Key {kid} is not a sound Ed25519 public key.',
    fa: 'کلید {kid} کلید عمومی سالم Ed25519 نیست.',
  },
  'kid-taken': {
    en: 'The key ID {kid} is taken by another key; make a new key.',
    fa: 'شناسهٔ کلید {kid} از آنِ کلید دیگری است؛ کلید تازه‌ای بسازید.',
  },
  'missing-checkpoint': {
    en: 'There is no {path} here: this is not a record, or not its folder.',
    fa: 'این‌جا {path} نیست: این یک سند یا پوشهٔ آن نیست.',
  },
  'missing-policy': {
    en: 'There is no {path} here; say which log and witnesses you trust with a policy of your own.',
    fa: 'این‌جا {path} نیست؛ با سیاست‌نامه‌ای از خود بگویید به کدام دفتر و شاهدان اعتماد دارید.',
  },
  unreadable: {
    en: '{path} could not be read: {reason}',
    fa: '{path} خوانده نشد: {reason}',
  },
  'other-definition': {
    en: 'This is the record of another election: its definition is {found}, not {wanted}.',
    fa: 'این سند انتخابات دیگری است: تعریف آن {found} است، نه {wanted}.',
  },
  'other-log': {
    en: 'The definition names another log ({vkey}) than the one that signed the checkpoint.',
    fa: 'تعریف، دفتر دیگری ({vkey}) را نام می‌برد، نه آن که نقطهٔ بازبینی را امضا کرده است.',
  },
  'other-policy': {
    en: 'The policy beside the record is not the one whose digest the definition states.',
    fa: 'سیاست‌نامهٔ کنار سند آن نیست که چکیده‌اش در تعریف آمده است.',
  },
  shrunk: {
    en: 'The log had {size} entries and now has {now}: entries were taken away.',
    fa: 'دفتر {size} مدخل داشت و اکنون {now} دارد: مدخل‌هایی برداشته شده‌اند.',
  },
  fork: {
    en: 'The log is not the continuation of the checkpoint of {size} entries: its history was changed.',
    fa: 'دفتر ادامهٔ نقطهٔ بازبینی با {size} مدخل نیست: تاریخچهٔ آن تغییر داده شده است.',
  },
  'derived-missing': {
    en: '{path} is missing.',
    fa: '{path} نیست.',
  },
  'derived-differs': {
    en: '{path} is not what follows from the record, from byte {offset} on.',
    fa: '{path} از بایت {offset} به بعد آن نیست که از سند به دست می‌آید.',
  },
  'export-differs': {
    en: '{path} is not what follows from the record: at {row}, {column}, it says {said}, and {follows} follows.',
    fa: '{path} آن نیست که از سند به دست می‌آید: در {row}، {column} می‌گوید {said}، و {follows} به دست می‌آید.',
  },
  'blob-differs': {
    en: '{path} does not have the digest that its name states.',
    fa: 'چکیدهٔ {path} آن نیست که نامش می‌گوید.',
  },
} as const satisfies Record<string, Text>

export type Code = keyof typeof codes

/** The refusal for a code, in English; `where` says which byte, field, key, file or entry. */
export function refusal(code: Code, where?: Where): Refusal {
  const message = textOf(code, 'en', where)
  return where === undefined ? { code, message } : { code, message, where }
}

/** The result that refuses with a code. */
export function refuseAs(code: Code, where?: Where): Result<never> {
  return { ok: false, refusal: refusal(code, where) }
}

/** A code's text in a language, its `{…}` filled from `where`. */
export function textOf(code: Code, language: Language, where: Where = {}): string {
  return say(codes[code][language], where, language)
}

/** A text with its `{…}` filled; numbers as the language writes them. */
export function say(text: string, where: Where, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = where[name]
    return typeof value === 'number'
      ? value.toLocaleString(language, { useGrouping: false })
      : String(value ?? '?')
  })
}
