/** What an audit says, in the languages of a report. */
export const words = {
  en: {
    title: 'Audit by hand count',
    plan: 'The plan',
    assertions: 'What is confirmed',
    assertion: {
      overHalf: (who: string, of: string) => `${who} has more than half of ${of}`,
      notOverHalf: (who: string, of: string) => `${who} does not have more than half of ${of}`,
      beats: (who: string, other: string) => `${who} has more votes than ${other}`,
    },
    taken: 'the votes taken',
    valid: 'the valid votes',
    margin: 'true as reported by, ballots',
    facts: {
      risk: 'risk limit',
      boxes: 'boxes',
      bound: 'sum of the bounds, U',
      draws: 'draws that do if no paper differs',
      ballots: 'ballots of a box are bounded by',
    },
    issued: 'stubs used',
    takenReported: 'ballots taken as reported (some box gives no stub count)',
    fact: '',
    value: '',
    progress: 'How far it is',
    seed: (text: string) =>
      `The seed: “${text}”. Anyone can repeat the draws from it and the published list.`,
    counts: (drawn: string, boxes: string, counted: string) =>
      `${drawn} draws, of ${boxes} boxes; ${counted} boxes are counted by hand.`,
    verdict: {
      seed: 'Next: throw dice in public, and draw.',
      draw: (more: string) => `Next: draw again. Further draws that would do if no paper differs: ${more}.`,
      count: (waiting: string) =>
        `Next: count by hand the ${waiting} boxes that are drawn and not yet counted.`,
      stop: 'The risk limit is met: the audit may stop. If the reported outcome were wrong, the chance of having come this far is at most the risk limit.',
      fullCount:
        'A box overstated the result by as much as it could: the audit asks for a full count by hand.',
    },
    risk: 'Measured risk',
    riskCaption:
      'The measured risk after each draw, on the way down to the risk limit. It shows how surprising these counts would be if the outcome were wrong; it does not show how ballots came into the boxes.',
    draws: 'draws',
    limit: 'risk limit',
    compared: 'Reported and counted',
    box: 'box',
    reported: 'reported',
    counted: 'by hand',
    times: 'times drawn',
    taint: 'overstated, part of the bound',
    limits:
      'It assumes that the papers are those that were cast and were kept, that the boxes drawn are all found, and that the list was published before the seed was thrown. It says nothing about who was allowed to vote, about stuffing before the count, or about custody.',
  },
  fa: {
    title: 'حسابرسی با شمارش دستی',
    plan: 'طرح',
    assertions: 'آنچه تأیید می‌شود',
    assertion: {
      overHalf: (who: string, of: string) => `${who} بیش از نصف ${of} را دارد`,
      notOverHalf: (who: string, of: string) => `${who} بیش از نصف ${of} را ندارد`,
      beats: (who: string, other: string) => `${who} بیش از ${other} رأی دارد`,
    },
    taken: 'آرای مأخوذه',
    valid: 'آرای صحیح',
    margin: 'چنان‌که گزارش شده، با فاصلهٔ (برگه)',
    facts: {
      risk: 'حد ریسک',
      boxes: 'صندوق‌ها',
      bound: 'جمع کران‌ها، U',
      draws: 'قرعه‌هایی که اگر هیچ برگه‌ای متفاوت نباشد بس است',
      ballots: 'کران برگه‌های هر صندوق',
    },
    issued: 'تعرفهٔ مصرف‌شده',
    takenReported: 'مأخوذهٔ گزارش‌شده (صندوقی شمار تعرفه ندارد)',
    fact: '',
    value: '',
    progress: 'تا کجا پیش رفته است',
    seed: (text: string) => `بذر: «${text}». هر کس می‌تواند قرعه‌ها را از روی آن و فهرست منتشرشده دوباره بکشد.`,
    counts: (drawn: string, boxes: string, counted: string) =>
      `${drawn} قرعه، از ${boxes} صندوق؛ ${counted} صندوق با دست شمرده شده است.`,
    verdict: {
      seed: 'گام بعد: در برابر همگان تاس بیندازید و قرعه بکشید.',
      draw: (more: string) => `گام بعد: باز قرعه بکشید. قرعه‌هایی که اگر برگه‌ای متفاوت نباشد بس است: ${more}.`,
      count: (waiting: string) => `گام بعد: ${waiting} صندوقِ قرعه‌خوردهٔ نشمرده را با دست بشمارید.`,
      stop: 'حد ریسک برآورده شد: حسابرسی می‌تواند پایان یابد. اگر نتیجهٔ گزارش‌شده نادرست بود، احتمال رسیدن به اینجا حداکثر همان حد ریسک است.',
      fullCount: 'صندوقی نتیجه را تا آنجا که می‌شد بیش نشان داده است: حسابرسی شمارش دستی کامل می‌خواهد.',
    },
    risk: 'ریسک سنجیده',
    riskCaption:
      'ریسک سنجیده پس از هر قرعه، در راهِ رسیدن به حد ریسک. نشان می‌دهد اگر نتیجه نادرست بود این شمارش‌ها چه اندازه شگفت بود؛ نشان نمی‌دهد برگه‌ها چگونه به صندوق آمده‌اند.',
    draws: 'قرعه‌ها',
    limit: 'حد ریسک',
    compared: 'گزارش‌شده و شمرده',
    box: 'صندوق',
    reported: 'گزارش‌شده',
    counted: 'با دست',
    times: 'دفعات قرعه',
    taint: 'بیش‌نمایی، بخشی از کران',
    limits:
      'فرض این است که برگه‌ها همان‌هاست که انداخته و نگه‌داری شده، همهٔ صندوق‌های قرعه‌خورده پیدا شده، و فهرست پیش از انداختن تاس منتشر شده است. دربارهٔ اینکه چه کسی حق رأی داشته، افزودن رأی پیش از شمارش، یا نگه‌داری چیزی نمی‌گوید.',
  },
} as const

export type Words = (typeof words)[keyof typeof words]
