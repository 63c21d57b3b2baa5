/** What the suite says, in the languages of a report. A method's note in docs/methods says it at length. */
export const words = {
  en: {
    first: 'What these tests are',
    firstSays:
      'Arithmetic proves; what follows only points. Each test asks whether figures look as counted figures do. A clean election fails one test in twenty by chance; an election can be false and pass them all. Effects are told in ballots, beside the ballots that would change the result.',
    list: 'The tests, fixed beforehand',
    listSays: (n: string) =>
      `All tests that the figures allow are made and shown: ${n}. Adjusted for their number (Benjamini–Hochberg), a value of at most 0.05 is worth looking into.`,
    test: 'Test',
    p: 'probability, if counted',
    q: 'adjusted',
    boxes: 'rows in excess',
    ballots: 'ballots in them, about',
    rejects: 'worth looking into',
    yes: 'yes',
    no: 'no',
    clean: 'Peru 2021, run-off',
    cleanSays:
      'The last column is the same test on an election held to be clean: the 86,482 polling tables of Peru’s run-off of 2021 as the authority published them.',
    names: {
      'last-digits': 'Last digits',
      'adjacent-digits': 'Last two digits neither equal nor neighbours: too few?',
      'whole-percentages': 'Whole percentages of the leader’s share or of turnout: too many?',
      turnout: 'Everything that needs turnout',
      residuals: 'Against an earlier round',
    },
    changes: 'What would change the result',
    changesSays: 'The least number of ballots. An effect smaller than this does not change who won.',
    change: 'Change',
    base: 'of',
    bases: { taken: 'taken', valid: 'valid', validAndInvalid: 'valid + invalid' },
    switched: 'switched, at least',
    added: 'added, at least',
    what: {
      denyMajority: (loser: string) => `${loser} no longer over half`,
      giveMajority: (_: string, gainer: string) => `${gainer} over half`,
      changeLeader: (loser: string, gainer: string) => `${gainer} ahead of ${loser}`,
      changeFinalists: (loser: string, gainer: string) => `${gainer} in the run-off instead of ${loser}`,
      changeOrder: (loser: string, gainer: string) => `${gainer} ahead of ${loser} (order only)`,
    },
    leftOut: 'What was not computed',
    lacking: {
      votes: 'no votes are given',
      ballots: 'ballots issued or found are not given',
      eligible: 'registered voters are not given',
      earlier: 'no earlier round was given',
      few: 'too few rows',
    },
    digits: 'Last digits',
    digitsSays: (n: string) =>
      `Last digits of the ${n} counts of 50 votes or more, and those to be expected if every count were drawn anew from its own share. People who make up numbers like some digits better than others; counting does not.`,
    digitsCannot:
      'Says nothing about votes moved or added in whole blocks, or about figures made up by a computer. With very many counts, differences of no importance are found.',
    digit: 'digit',
    seen: 'seen',
    expected: 'expected',
    countsUnit: 'counts',
    whole: 'Whole percentages',
    wholeSays: (boxes: string, seen: string, due: string) =>
      `Of ${boxes} rows with at least 100 voters and at most 99 %, ${seen} have a share of the leader or a turnout that is a whole percentage; chance makes ${due}. The chance of each row is computed exactly.`,
    wholeCaption:
      'Rows at each whole percentage of the leader’s share, less those that chance makes. A spike at round numbers shows that some results were written to a percentage; it does not show how many votes were false, nor whose.',
    wholeCannot:
      'Only rounding is seen. A result that was changed without aiming at a percentage leaves no trace here.',
    percent: 'per cent',
    excess: 'rows above chance',
    observed: 'rows',
    either: 'either',
    share: 'leader’s share',
    turnout: 'turnout',
    fingerprint: 'Turnout and the leader’s share',
    fingerprintCaption:
      'Each row by its turnout and the leader’s share, darker where there are more. It shows where rows lie. A smear towards 100 % may be ballots added, or places that really vote like that: the picture cannot tell them apart.',
    above: (n: string) =>
      `${n} rows have more ballots issued than registered voters; they are drawn at 100 %. Where people may vote anywhere, that has an innocent reading.`,
    fit: (i: string, e: string) =>
      `Klimek’s model describes these rows best with ${i} % of the first kind of its departures and ${e} % of the second. It is a description: the model has only these two kinds to describe any departure with, and gives such numbers for clean elections too (Peru 2021: 40 % and 0 %).`,
    lines: 'Votes by turnout',
    linesCaption: (peak: string) =>
      `Votes of the leader and of all others in rows of each turnout. Where turnout says nothing about how people voted, the two lines have one shape. The others’ peak is at ${peak} %. The picture cannot say why lines differ.`,
    linesSays: (share: string, beyond: string, low: string, high: string) =>
      `At and just below the peak the leader has ${share} % of ballots found. Above the peak the leader’s votes exceed that proportion by ${beyond} (by ${low} to ${high} with windows that begin 1 to 15 points below it). This is not a count of false votes: it assumes that turnout and support do not go together, which clean elections contradict.`,
    others: 'all others',
    leader: 'the leader',
    votes: 'votes',
    residuals: 'Against the earlier round',
    residualsSays: (rows: string, far: string, above: string, below: string) =>
      `${rows} rows of both rounds. From every candidate’s earlier share one expects the leader’s now; rows differ beyond that, and the test allows for as much as the middle half of them does. ${far} lie so far off that, of such a list, one in twenty is there by chance: ${above} votes above what is expected in them, ${below} below.`,
    residualsCaption:
      'The rows furthest from what the earlier round lets expect. They are places to look at: a new candidate, a local quarrel or an army camp does the same as a false count.',
    mapCaption:
      'Votes above (+) or below (−) what the earlier round lets expect, added up by area. An area is off as a whole when something there changed for everyone; that has many causes.',
    row: 'Row',
    off: 'votes off',
    deviations: 'standard deviations',
    benford: 'Digit laws that do not hold for elections',
    benfordSays:
      'Benford’s law is often applied to votes. Votes have no reason to follow it: clean elections fail it more often than not (docs/methods). It is shown so that such a figure can be recognised, and is not among the tests.',
    candidate: 'Candidate',
    meanDigit: 'mean second digit, less 4.187 (z)',
    firstDigit: 'first digit most in excess',
  },
  fa: {
    first: 'این آزمون‌ها چیست',
    firstSays:
      'حساب اثبات می‌کند؛ آنچه در پی می‌آید تنها نشان می‌دهد کجا باید نگاه کرد. هر آزمون می‌پرسد آیا ارقام مانند ارقام شمرده‌شده است. انتخابات سالم هم از هر بیست آزمون یکی را به تصادف رد می‌شود؛ و انتخابات نادرست می‌تواند از همه بگذرد. اثرها به برگه گفته می‌شود، کنار شمار برگه‌هایی که نتیجه را عوض می‌کند.',
    list: 'آزمون‌ها، از پیش معین',
    listSays: (n: string) =>
      `همهٔ آزمون‌هایی که ارقام اجازه می‌دهد انجام و نشان داده می‌شود: ${n}. مقدار تعدیل‌شده برای شمار آزمون‌ها (بنیامینی–هوخبرگ) اگر حداکثر ۰٫۰۵ باشد درخور بررسی است.`,
    test: 'آزمون',
    p: 'احتمال، اگر شمرده شده باشد',
    q: 'تعدیل‌شده',
    boxes: 'ردیف‌های بیش از انتظار',
    ballots: 'برگه‌های آن‌ها، حدوداً',
    rejects: 'درخور بررسی',
    yes: 'بله',
    no: 'نه',
    clean: 'پرو ۲۰۲۱، دور دوم',
    cleanSays:
      'ستون آخر همین آزمون است بر انتخاباتی که سالم دانسته می‌شود: ۸۶٬۴۸۲ میز رأی دور دوم پرو در ۲۰۲۱ چنان‌که مرجع انتخابات منتشر کرده است.',
    names: {
      'last-digits': 'رقم آخر',
      'adjacent-digits': 'دو رقم آخر نه برابر و نه همسایه: بیش از حد کم؟',
      'whole-percentages': 'درصدهای بی‌اعشار سهم نفر اول یا مشارکت: بیش از حد زیاد؟',
      turnout: 'هر چه به مشارکت نیاز دارد',
      residuals: 'در برابر دور پیشین',
    },
    changes: 'چه نتیجه را عوض می‌کند',
    changesSays: 'کمترین شمار برگه‌ها. اثری کوچک‌تر از این برنده را عوض نمی‌کند.',
    change: 'تغییر',
    base: 'از',
    bases: { taken: 'مأخوذه', valid: 'صحیح', validAndInvalid: 'صحیح + باطله' },
    switched: 'جابه‌جا، دست‌کم',
    added: 'افزوده، دست‌کم',
    what: {
      denyMajority: (loser: string) => `${loser} دیگر بیش از نصف ندارد`,
      giveMajority: (_: string, gainer: string) => `${gainer} بیش از نصف دارد`,
      changeLeader: (loser: string, gainer: string) => `${gainer} جلوتر از ${loser}`,
      changeFinalists: (loser: string, gainer: string) => `${gainer} به جای ${loser} در دور دوم`,
      changeOrder: (loser: string, gainer: string) => `${gainer} جلوتر از ${loser} (تنها ترتیب)`,
    },
    leftOut: 'چه حساب نشد',
    lacking: {
      votes: 'رأیی داده نشده است',
      ballots: 'برگه‌های توزیع‌شده یا یافته‌شده داده نشده است',
      eligible: 'شمار واجدان شرایط داده نشده است',
      earlier: 'دور پیشینی داده نشده است',
      few: 'ردیف‌ها کم است',
    },
    digits: 'رقم آخر',
    digitsSays: (n: string) =>
      `رقم آخر ${n} شمارِ ۵۰ رأی و بیشتر، و آنچه انتظار می‌رود اگر هر شمار از سهم خودش از نو کشیده شود. کسی که عدد می‌سازد بعضی رقم‌ها را بیشتر دوست دارد؛ شمردن چنین نیست.`,
    digitsCannot:
      'دربارهٔ رأی‌هایی که یک‌جا افزوده یا جابه‌جا شده، یا ارقامی که رایانه ساخته، چیزی نمی‌گوید. با شمارهای بسیار، تفاوت‌های بی‌اهمیت هم پیدا می‌شود.',
    digit: 'رقم',
    seen: 'دیده‌شده',
    expected: 'مورد انتظار',
    countsUnit: 'شمار',
    whole: 'درصدهای بی‌اعشار',
    wholeSays: (boxes: string, seen: string, due: string) =>
      `از ${boxes} ردیف با دست‌کم ۱۰۰ رأی‌دهنده و حداکثر ۹۹ ٪، در ${seen} ردیف سهم نفر اول یا مشارکت درصدی بی‌اعشار است؛ تصادف ${due} می‌سازد. احتمال هر ردیف دقیق حساب شده است.`,
    wholeCaption:
      'ردیف‌های هر درصد بی‌اعشارِ سهم نفر اول، منهای آنچه تصادف می‌سازد. اوج در اعداد رند نشان می‌دهد بعضی نتایج از روی درصد نوشته شده؛ نشان نمی‌دهد چند رأی نادرست است و از آنِ کیست.',
    wholeCannot: 'تنها رند کردن دیده می‌شود. نتیجه‌ای که بی‌قصد درصدی خاص عوض شده اینجا ردی نمی‌گذارد.',
    percent: 'درصد',
    excess: 'ردیف بیش از تصادف',
    observed: 'ردیف',
    either: 'یکی از دو',
    share: 'سهم نفر اول',
    turnout: 'مشارکت',
    fingerprint: 'مشارکت و سهم نفر اول',
    fingerprintCaption:
      'هر ردیف بر پایهٔ مشارکت و سهم نفر اول، تیره‌تر جایی که بیشتر است. نشان می‌دهد ردیف‌ها کجاست. کشیدگی به سوی ۱۰۰ ٪ می‌تواند برگهٔ افزوده باشد یا جاهایی که به‌راستی چنین رأی می‌دهند: تصویر این دو را از هم جدا نمی‌کند.',
    above: (n: string) =>
      `در ${n} ردیف برگهٔ توزیع‌شده بیش از واجدان شرایط است؛ در ۱۰۰ ٪ کشیده شده است. جایی که مردم هر جا بخواهند رأی می‌دهند، این تفسیری بی‌اشکال دارد.`,
    fit: (i: string, e: string) =>
      `مدل کلیمک این ردیف‌ها را با ${i} ٪ از نوع نخستِ انحراف‌هایش و ${e} ٪ از نوع دوم بهتر توصیف می‌کند. این توصیف است: مدل برای هر انحرافی تنها همین دو نوع را دارد و برای انتخابات سالم هم چنین عددهایی می‌دهد (پرو ۲۰۲۱: ۴۰ ٪ و ۰ ٪).`,
    lines: 'رأی بر پایهٔ مشارکت',
    linesCaption: (peak: string) =>
      `رأی نفر اول و رأی همهٔ دیگران در ردیف‌های هر مشارکت. جایی که مشارکت دربارهٔ رأی چیزی نگوید دو خط یک شکل دارد. اوج دیگران در ${peak} ٪ است. تصویر نمی‌گوید چرا خط‌ها فرق دارد.`,
    linesSays: (share: string, beyond: string, low: string, high: string) =>
      `در اوج و کمی پایین‌تر، نفر اول ${share} ٪ برگه‌ها را دارد. بالاتر از اوج، رأی نفر اول ${beyond} از این نسبت بیشتر است (از ${low} تا ${high} با پنجره‌هایی که ۱ تا ۱۵ واحد پایین‌تر آغاز می‌شود). این شمار رأی‌های نادرست نیست: فرض می‌گیرد مشارکت و حمایت با هم نمی‌آید، و انتخابات سالم خلاف این را نشان می‌دهد.`,
    others: 'همهٔ دیگران',
    leader: 'نفر اول',
    votes: 'رأی',
    residuals: 'در برابر دور پیشین',
    residualsSays: (rows: string, far: string, above: string, below: string) =>
      `${rows} ردیف هر دو دور. از سهم پیشین همهٔ نامزدها سهم اکنونِ نفر اول انتظار می‌رود؛ ردیف‌ها بیش از این فرق دارند و آزمون به اندازهٔ نیمهٔ میانی آن‌ها می‌پذیرد. ${far} ردیف چنان دور است که از چنین فهرستی یک بیستم به تصادف آنجاست: ${above} رأی بالاتر از انتظار و ${below} پایین‌تر.`,
    residualsCaption:
      'ردیف‌هایی که از انتظارِ دور پیشین دورتر است. جاهایی است برای نگاه کردن: نامزدی تازه، اختلافی محلی یا یک پادگان همان می‌کند که شمارش نادرست.',
    mapCaption:
      'رأی‌های بالاتر (+) یا پایین‌تر (−) از انتظارِ دور پیشین، جمع‌شده در هر حوزه. حوزه‌ای که یک‌جا فرق دارد، چیزی آنجا برای همه عوض شده است؛ این علت‌های بسیار دارد.',
    row: 'ردیف',
    off: 'اختلاف رأی',
    deviations: 'انحراف معیار',
    benford: 'قانون‌های رقم که در انتخابات برقرار نیست',
    benfordSays:
      'قانون بنفورد را بسیار بر رأی‌ها به کار می‌برند. رأی‌ها دلیلی ندارد از آن پیروی کند: انتخابات سالم بیشتر وقت‌ها با آن نمی‌خواند (docs/methods). نشان داده می‌شود تا چنین رقمی شناخته شود و جزو آزمون‌ها نیست.',
    candidate: 'نامزد',
    meanDigit: 'میانگین رقم دوم منهای ۴٫۱۸۷ (z)',
    firstDigit: 'رقم نخستِ بیش از انتظار',
  },
} as const

export type Words = (typeof words)[keyof typeof words]
