/** What the whole report says of itself, in the languages of the command. */
export const words = {
  en: {
    order:
      'In this order: what arithmetic proves; how many ballots would change the result; what statistics show and what they cannot. A later part never outweighs an earlier one.',
    first: 'What this is',
    record: 'What the record settles',
    intact:
      'The record is intact: every statement in it is the one that was signed, none was taken out or changed, and the totals follow from it.',
    broken: 'The record is NOT intact. Nothing below can be relied on before it is; what failed:',
    table:
      'These figures are from a table, not from a record: nothing here is signed, and who published them answers for them.',
    signed: (line: string) => `Evidence: ${line}.`,
    limits: 'What this report cannot show',
    cannot: [
      'Who was allowed to vote, and whether everyone who voted was.',
      'Whether ballots were added or exchanged before the count: only the papers and those who watched them can tell.',
      'Why a figure is wrong. A gap can be a slip of the pen or not; arithmetic does not know.',
      'Anything from a pattern alone. A test that rejects says that a model does not fit; clean elections fail some of these tests too, and the tables say how often.',
    ],
    statistics: (title: string) => `Statistics: ${title}`,
    noStatistics: 'Statistics',
    withheld:
      'No statistics: fewer than 100 rows, or no ballots are given. Nothing is concluded from too little.',
  },
  fa: {
    order:
      'به این ترتیب: حساب چه را ثابت می‌کند؛ چند رأی نتیجه را عوض می‌کرد؛ آمار چه نشان می‌دهد و چه نمی‌تواند. بخش پسین هرگز بر پیشین نمی‌چربد.',
    first: 'این چیست',
    record: 'آنچه سند روشن می‌کند',
    intact:
      'سند دست‌نخورده است: هر گفته‌ای در آن همان است که امضا شده، هیچ‌یک برداشته یا عوض نشده، و جمع‌ها از آن به دست می‌آید.',
    broken: 'سند دست‌نخورده نیست. پیش از درست شدنش به هیچ‌چیز زیر نمی‌توان تکیه کرد؛ آنچه نخواند:',
    table: 'این ارقام از یک جدول است، نه از سند: هیچ‌چیز اینجا امضا ندارد و پاسخگویش منتشرکنندهٔ آن است.',
    signed: (line: string) => `مدرک: ${line}.`,
    limits: 'آنچه این گزارش نمی‌تواند نشان دهد',
    cannot: [
      'چه کسی حق رأی داشت، و آیا هر که رأی داد داشت.',
      'آیا پیش از شمارش برگه‌ای افزوده یا عوض شد: این را تنها برگه‌ها و ناظران می‌دانند.',
      'چرا رقمی نادرست است. اختلاف می‌تواند لغزش قلم باشد یا نه؛ حساب نمی‌داند.',
      'هیچ‌چیز تنها از روی یک الگو. آزمونی که رد می‌کند می‌گوید مدلی نمی‌خواند؛ انتخابات پاک هم در برخی از این آزمون‌ها رد می‌شود، و جدول‌ها می‌گوید چند بار.',
    ],
    statistics: (title: string) => `آمار: ${title}`,
    noStatistics: 'آمار',
    withheld: 'آماری نیست: کمتر از ۱۰۰ ردیف، یا برگه‌ها داده نشده است. از اندک نتیجه‌ای گرفته نمی‌شود.',
  },
} as const
