/** What a comparison of a poll with a result says, in the languages of a report. */
export const words = {
  en: {
    title: 'A poll beside the result',
    asked: (n: string) => `${n} people were asked.`,
    answer: 'answer',
    points: 'points of 100',
    undecided: 'undecided',
    other: 'every other answer',
    against: (label: string) => `Against: ${label}`,
    ofRows: 'sum of the rows',
    test: 'comparison',
    value: 'value',
    error: 'error',
    p: 'p',
    decided: (who: string, share: string, official: string) =>
      `${who} among those who named a candidate: ${share} %; of the valid votes: ${official} %`,
    difference: (who: string, effect: string) => `${who}, points of difference; design effect ${effect}`,
    odds: (one: string, other: string, effect: string) =>
      `odds of ${one} to ${other}, logarithm of the ratio (A); design effect ${effect}`,
    bounds: 'Bounds: what the poll allows, whatever the undecided did',
    base: 'of',
    answered: (points: string) => `those who named a candidate or were undecided (${points} points)`,
    all: 'all who were asked; every other answer may be anyone’s',
    least: 'least, %',
    most: 'most, %',
    toHalf: 'part of the undecided that gives half, %',
    verdict: {
      both: 'The poll is compatible with the announced result and with a run-off. It does not test the count.',
      result: 'The poll is compatible with the announced result. It does not test the count.',
      neither:
        'The poll and the announced result differ by more than sampling explains, even at twice the nominal error. A poll can be wrong in other ways, and it does not test the count.',
    },
    assumes:
      'A p says how often so great a difference would come from sampling alone. The nominal error assumes that everyone was as likely to be asked and to answer; polls before elections have in practice had about twice that error (Shirani-Mehr and others, 2018), which is the last design effect, 4.',
  },
  fa: {
    title: 'نظرسنجی در کنار نتیجه',
    asked: (n: string) => `از ${n} نفر پرسیده شد.`,
    answer: 'پاسخ',
    points: 'از ۱۰۰',
    undecided: 'بی‌تصمیم',
    other: 'هر پاسخ دیگر',
    against: (label: string) => `در برابر: ${label}`,
    ofRows: 'جمع ردیف‌ها',
    test: 'مقایسه',
    value: 'مقدار',
    error: 'خطا',
    p: 'p',
    decided: (who: string, share: string, official: string) =>
      `${who} در میان آنان که نامزدی را نام بردند: ${share}٪؛ از آرای صحیح: ${official}٪`,
    difference: (who: string, effect: string) => `${who}، اختلاف به واحد درصد؛ اثر طرح ${effect}`,
    odds: (one: string, other: string, effect: string) =>
      `بخت ${one} به ${other}، لگاریتم نسبت (A)؛ اثر طرح ${effect}`,
    bounds: 'کران‌ها: آنچه نظرسنجی روا می‌دارد، بی‌تصمیم‌ها هر چه کرده باشند',
    base: 'از',
    answered: (points: string) => `آنان که نامزدی را نام بردند یا بی‌تصمیم بودند (${points} از ۱۰۰)`,
    all: 'همهٔ پرسیده‌شدگان؛ هر پاسخ دیگر می‌تواند از آنِ هر کس باشد',
    least: 'کمترین، ٪',
    most: 'بیشترین، ٪',
    toHalf: 'بخشی از بی‌تصمیم‌ها که به نصف می‌رساند، ٪',
    verdict: {
      both: 'نظرسنجی هم با نتیجهٔ اعلام‌شده سازگار است و هم با دور دوم. شمارش را نمی‌آزماید.',
      result: 'نظرسنجی با نتیجهٔ اعلام‌شده سازگار است. شمارش را نمی‌آزماید.',
      neither:
        'نظرسنجی و نتیجهٔ اعلام‌شده بیش از آنچه نمونه‌گیری توضیح می‌دهد، حتی با دو برابر خطای اسمی، تفاوت دارد. نظرسنجی از راه‌های دیگر هم می‌تواند نادرست باشد، و شمارش را نمی‌آزماید.',
    },
    assumes:
      'p می‌گوید چنین اختلافی تنها از نمونه‌گیری چند بار پیش می‌آید. خطای اسمی فرض می‌کند هر کس به یک اندازه پرسیده می‌شود و پاسخ می‌دهد؛ نظرسنجی‌های پیش از انتخابات در عمل نزدیک دو برابر آن خطا داشته‌اند (شیرانی‌مهر و دیگران، ۲۰۱۸)، که اثر طرح آخر، ۴، است.',
  },
} as const

export type Words = (typeof words)[keyof typeof words]
