type Text = { readonly en: string; readonly fa: string }

/**
 * Everything that keeps a table from being imported, and what is said about it. `{…}` is filled from the place.
 * The codes are part of the product's interface: a code is never reused for another meaning.
 */
export const tableProblems = {
  'table-empty': {
    en: 'the table has no rows below its header',
    fa: 'جدول زیر سطر عنوان هیچ سطری ندارد',
  },
  'table-unreadable': {
    en: 'the line is not CSV: {why}',
    fa: 'سطر در قالب CSV نیست: {why}',
  },
  'table-encoding': {
    en: 'the line is not UTF-8; save the table as UTF-8',
    fa: 'سطر به UTF-8 نیست؛ جدول را به UTF-8 ذخیره کنید',
  },
  'column-unknown': {
    en: 'the map does not mention the column “{column}”; map it, or list it under ignore',
    fa: 'نقشه از ستون «{column}» نام نمی‌برد؛ آن را معنا کنید یا زیر ignore بیاورید',
  },
  'column-missing': {
    en: 'the map reads the column “{column}”, and the table does not have it',
    fa: 'نقشه ستون «{column}» را می‌خواند و جدول آن را ندارد',
  },
  'column-twice': {
    en: 'the table has the column “{column}” twice',
    fa: 'جدول ستون «{column}» را دو بار دارد',
  },
  'row-width': {
    en: 'the row has {cells} cells, the header {columns}',
    fa: 'سطر {cells} خانه دارد و عنوان {columns} خانه',
  },
  'figure-negative': {
    en: '“{column}” is {value}: a count cannot be negative',
    fa: '«{column}» برابر {value} است: شمار نمی‌تواند منفی باشد',
  },
  'figure-fraction': {
    en: '“{column}” is {value}: a count is a whole number',
    fa: '«{column}» برابر {value} است: شمار عدد صحیح است',
  },
  'figure-unreadable': {
    en: '“{column}” is “{value}”: not a whole number in digits without separators',
    fa: '«{column}» برابر «{value}» است: عدد صحیح بدون جداکننده نیست',
  },
  'figure-too-large': {
    en: '“{column}” is {value}: more than 2^53 − 1',
    fa: '«{column}» برابر {value} است: بیش از ۲ به توان ۵۳ منهای ۱',
  },
  'identifier-bad': {
    en: '“{value}” cannot be an identifier: letters, digits, “.”, “_”, “-”, at most 32, a letter or digit first',
    fa: '«{value}» شناسه نمی‌شود: حرف لاتین، رقم، «.»، «_»، «-»، حداکثر ۳۲ نویسه، با حرف یا رقم در آغاز',
  },
  'identifier-empty': {
    en: '“{column}” is empty, and the row is known by it',
    fa: '«{column}» خالی است و سطر با آن شناخته می‌شود',
  },
  'row-twice': {
    en: '{subject} in round {round} stands in line {first} already',
    fa: '{subject} در دور {round} پیش‌تر در سطر {first} آمده است',
  },
  'area-unknown': {
    en: 'the area {area} is not in the definition',
    fa: 'حوزهٔ {area} در تعریف انتخابات نیست',
  },
  'area-moved': {
    en: 'the area {area} lies in {parent} here, and in {before} elsewhere',
    fa: 'حوزهٔ {area} اینجا در {parent} است و جای دیگر در {before}',
  },
  'box-moved': {
    en: 'the box {box} lies in {area} here, in {before} in line {first}',
    fa: 'صندوق {box} اینجا در {area} است و در سطر {first} در {before}',
  },
  'round-unknown': {
    en: 'the round is “{value}”, which the election does not have',
    fa: 'دور «{value}» است که این انتخابات ندارد',
  },
  'status-unknown': {
    en: '“{column}” is “{value}”; the map says of which status that is for other words only',
    fa: '«{column}» برابر «{value}» است؛ نقشه وضعیت این واژه را نمی‌گوید',
  },
  'text-bad': {
    en: 'the text in “{column}” cannot be taken: {why}',
    fa: 'متن ستون «{column}» پذیرفته نیست: {why}',
  },
  'candidate-unknown': {
    en: 'the map gives votes to “{candidate}”, who is on no ballot of the election',
    fa: 'نقشه به «{candidate}» رأی می‌دهد که در هیچ برگه‌ای از این انتخابات نیست',
  },
  'ground-unknown': {
    en: 'the map names the ground “{ground}”, which the definition does not have',
    fa: 'نقشه از دلیل «{ground}» نام می‌برد که در تعریف انتخابات نیست',
  },
  'level-unknown': {
    en: 'the map names the level “{level}”; the definition has {levels}',
    fa: 'نقشه از سطح «{level}» نام می‌برد؛ تعریف انتخابات این سطح‌ها را دارد: {levels}',
  },
} as const satisfies Record<string, Text>

export type ProblemCode = keyof typeof tableProblems

/** One thing that keeps a table from being imported: where it is, and what a person can do about it. */
export interface Problem {
  /** The line of the file, the header being 1; 0 where it concerns the map as a whole. */
  readonly line: number
  readonly code: ProblemCode
  readonly message: string
}

/** The problem of a line, with its text in English. */
export function problem(
  line: number,
  code: ProblemCode,
  where: Readonly<Record<string, string | number>> = {},
): Problem {
  return { line, code, message: fill(tableProblems[code].en, where) }
}

function fill(text: string, where: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(where[name] ?? ''))
}
