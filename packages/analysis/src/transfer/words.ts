import type { OtherOption } from './transfer.ts'

/** What a transfer estimate says, in the languages of a report. */
export const words = {
  en: {
    title: 'Who voted for whom: an estimate',
    says: (units: string, level: string) =>
      `Ballots are secret: nobody’s two votes are known. From ${units} places (“${level}”) of both rounds, two families of estimators that assume different things. Where they agree, the answer hangs less on what is assumed; nothing in the data says how far off both are.`,
    caution:
      'No measure of fit tells the error. On 69 districts of New Zealand (2002), where the cross-votes were really counted, least squares put 16.3 % of voters into a wrong cell, fitting with local preferences 8.4 % (docs/methods). Of this country one cannot know.',
    noAbsent:
      'The source does not say how many were registered: those who did not vote are not a row or a column, only the difference in ballots is.',
    squares: 'Least squares',
    squaresSays: 'assumes that the voters of an option behave alike everywhere, but for chance.',
    local: 'Fitting with local preferences',
    localSays:
      'assumes that places differ in what all their voters like, the odds between options being the same.',
    chart: (method: string) =>
      `${method}: from the earlier round to the later. Ribbons are as wide as the votes. It shows an estimate of sums, not of any person, and its error is not known.`,
    share: (method: string) => `${method}: of each row’s voters, per cent`,
    votes: (method: string) => `${method}: votes`,
    row: 'earlier ↓ later →',
    bounds: 'What the places’ totals alone allow',
    boundsSays:
      'Per cent of each row’s voters that must, and that can at most, have gone to each column, whatever they did (Duncan–Davis). No assumption is made. Wide ranges say that the rest is the estimator’s.',
    spread: (samples: string, seed: string) =>
      `Least squares on counties drawn again ${samples} times (seed ${seed}): nine of ten estimates lie between. It shows what depends on these counties; it does not show the error of the method.`,
    spreadTitle: 'How much it hangs on these counties',
    sampled: (some: string, all: string) =>
      `The second family is fitted to every n-th place, ${some} of ${all}.`,
    other: {
      invalid: 'invalid',
      absent: 'did not vote',
      new: 'newly registered or come',
      gone: 'no longer there',
      others: 'all others',
    } satisfies Record<OtherOption, string>,
  },
  fa: {
    title: 'چه کسانی به چه کسی رأی دادند: برآورد',
    says: (units: string, level: string) =>
      `رأی مخفی است: دو رأی هیچ‌کس معلوم نیست. از ${units} محل («${level}») هر دو دور، دو خانوادهٔ برآوردگر با فرض‌های متفاوت. جایی که یکی می‌گویند، پاسخ کمتر به فرض‌ها بند است؛ هیچ‌چیز در داده نمی‌گوید هر دو چقدر خطا دارند.`,
    caution:
      'هیچ معیار برازشی خطا را نمی‌گوید. در ۶۹ حوزهٔ نیوزیلند (۲۰۰۲) که رأی‌های متقاطع به‌راستی شمرده شده، کمترین مربعات ۱۶٫۳ ٪ رأی‌دهندگان را در خانهٔ نادرست گذاشت و برازش با ترجیح‌های محلی ۸٫۴ ٪ (docs/methods). دربارهٔ این کشور نمی‌توان دانست.',
    noAbsent:
      'منبع نمی‌گوید چند نفر واجد شرایط بودند: کسانی که رأی ندادند ردیف یا ستون نیستند، تنها اختلاف شمار برگه‌هاست.',
    squares: 'کمترین مربعات',
    squaresSays: 'فرض می‌گیرد رأی‌دهندگان یک گزینه همه‌جا، جز به تصادف، یکسان رفتار می‌کنند.',
    local: 'برازش با ترجیح‌های محلی',
    localSays: 'فرض می‌گیرد محل‌ها در آنچه همهٔ رأی‌دهندگانشان می‌پسندند فرق دارند و نسبت‌ها میان گزینه‌ها یکی است.',
    chart: (method: string) =>
      `${method}: از دور پیشین به دور بعد. پهنای نوارها به اندازهٔ رأی‌هاست. برآورد جمع‌هاست نه هیچ شخصی، و خطایش معلوم نیست.`,
    share: (method: string) => `${method}: از رأی‌دهندگان هر ردیف، درصد`,
    votes: (method: string) => `${method}: رأی`,
    row: 'پیشین ↓ بعدی ←',
    bounds: 'آنچه جمع‌های محل‌ها به‌تنهایی اجازه می‌دهد',
    boundsSays:
      'درصدی از رأی‌دهندگان هر ردیف که ناگزیر، و حداکثر، به هر ستون رفته‌اند، هر چه کرده باشند (دانکن–دیویس). هیچ فرضی گرفته نمی‌شود. بازه‌های پهن می‌گوید باقی از برآوردگر است.',
    spread: (samples: string, seed: string) =>
      `کمترین مربعات بر شهرستان‌هایی که ${samples} بار از نو کشیده شده (بذر ${seed}): از هر ده برآورد نه تا در این میان است. نشان می‌دهد چه به این شهرستان‌ها بند است؛ خطای روش را نشان نمی‌دهد.`,
    spreadTitle: 'چقدر به این شهرستان‌ها بند است',
    sampled: (some: string, all: string) => `خانوادهٔ دوم بر هر nمین محل برازش شده است، ${some} از ${all}.`,
    other: {
      invalid: 'باطله',
      absent: 'رأی نداده',
      new: 'تازه واجد شرایط یا تازه‌آمده',
      gone: 'دیگر نیست',
      others: 'همهٔ دیگران',
    } satisfies Record<OtherOption, string>,
  },
} as const
