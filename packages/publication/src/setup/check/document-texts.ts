import type { ProblemText } from './text.ts'

/** What can be wrong with how an election is written: its rounds, bodies, dates and rules. */
export const documentProblems = {
  'name-missing': {
    stops: true,
    says: { en: 'The election has no name.', fa: 'انتخابات نام ندارد.' },
    todo: {
      en: 'Give it a name in each language of its pages.',
      fa: 'به هر زبانِ صفحه‌ها نامی به آن بدهید.',
    },
  },
  'field-missing': {
    stops: true,
    says: { en: 'It is not said: {field}.', fa: 'گفته نشده است: {field}.' },
    todo: { en: 'Fill it in; a template has a default.', fa: 'پرش کنید؛ در الگو پیش‌فرضی هست.' },
  },
  'no-rounds': {
    stops: true,
    says: { en: 'The election has no rounds.', fa: 'انتخابات هیچ دوری ندارد.' },
    todo: { en: 'Add the first round with its day.', fa: 'دور نخست را با روزش بیفزایید.' },
  },
  'round-numbers': {
    stops: true,
    says: {
      en: 'Round {number} stands where round {expected} should.',
      fa: 'دور {number} در جای دور {expected} آمده است.',
    },
    todo: { en: 'Number the rounds 1, 2, … in their order.', fa: 'دورها را به ترتیب ۱، ۲، … شماره بزنید.' },
  },
  'date-missing': {
    stops: true,
    says: { en: 'Round {round} has no day.', fa: 'دور {round} روز ندارد.' },
    todo: { en: 'Say on which day people vote.', fa: 'بگویید مردم چه روزی رأی می‌دهند.' },
  },
  'rounds-order': {
    stops: true,
    says: {
      en: 'Round {round} on {date} is not after the round before it.',
      fa: 'دور {round} در {date} پس از دور پیش از خود نیست.',
    },
    todo: { en: 'Correct one of the two days.', fa: 'یکی از دو روز را درست کنید.' },
  },
  'no-such-day': {
    stops: true,
    says: { en: '{date} is not a day of the calendar.', fa: '{date} روزی از تقویم نیست.' },
    todo: { en: 'Correct the day.', fa: 'روز را درست کنید.' },
  },
  hours: {
    stops: true,
    says: {
      en: 'Round {round} closes at {closes}, not after it opens at {opens}.',
      fa: 'دور {round} ساعت {closes} بسته می‌شود که پس از گشایش در {opens} نیست.',
    },
    todo: { en: 'Correct the hours; midnight is 24:00.', fa: 'ساعت‌ها را درست کنید؛ نیمه‌شب 24:00 است.' },
  },
  'hours-missing': {
    stops: false,
    says: {
      en: 'Round {round} has no legal hour of closing: nobody can see whether a place closed early.',
      fa: 'دور {round} ساعت قانونی پایان ندارد: کسی نمی‌تواند ببیند شعبه‌ای زود بسته شده است.',
    },
    todo: { en: 'Give the hours, or go on without them.', fa: 'ساعت‌ها را بدهید، یا بی آن ادامه دهید.' },
  },
  'no-run-off': {
    stops: false,
    says: {
      en: 'The last round asks for more than half: if nobody has it, the election stays undecided.',
      fa: 'دور آخر بیش از نیمی می‌خواهد: اگر کسی نداشته باشد انتخابات بی‌نتیجه می‌ماند.',
    },
    todo: {
      en: 'Add a run-off, or let most votes decide the last round.',
      fa: 'دور دوم بیفزایید، یا بگذارید در دور آخر بیشترین رأی تعیین کند.',
    },
  },
  'denominator-not-published': {
    stops: true,
    says: {
      en: 'Round {round} decides by {of}, of which no share is to be published.',
      fa: 'دور {round} با {of} تعیین می‌شود که سهمی از آن منتشر نخواهد شد.',
    },
    todo: { en: 'Add {of} to the denominators.', fa: '{of} را به مخرج‌ها بیفزایید.' },
  },
  'not-counted-by-box': {
    stops: true,
    says: {
      en: 'The total is made of {level}; a live election counts boxes.',
      fa: 'جمع از {level} ساخته می‌شود؛ انتخابات جاری صندوق می‌شمارد.',
    },
    todo: { en: 'Write `box` as the counted level.', fa: 'سطح شمارش را `box` بنویسید.' },
  },
  'definition-refused': {
    stops: true,
    says: { en: 'The definition cannot be signed: {why}', fa: 'تعریف امضاشدنی نیست: {why}' },
    todo: { en: 'Correct that field.', fa: 'آن را درست کنید.' },
  },
  'body-role': {
    stops: true,
    says: { en: 'There is no body whose role is {role}.', fa: 'نهادی با نقش {role} نیست.' },
    todo: { en: 'Add one, with its key.', fa: 'یکی با کلیدش بیفزایید.' },
  },
  'no-supervising-body': {
    stops: true,
    says: {
      en: 'There is no supervising body: nobody could approve a candidate, and no ruling of two bodies is possible, so that a box held for a ruling would stay so.',
      fa: 'نهاد ناظری نیست: کسی نمی‌تواند نامزدی را تأیید کند و رأی دو نهاد ممکن نیست؛ صندوقی که در انتظار رسیدگی بماند همان‌جا می‌ماند.',
    },
    todo: {
      en: 'Add a supervising body of other people, with its own key.',
      fa: 'نهاد ناظری از افراد دیگر با کلید خودش بیفزایید.',
    },
  },
  'body-twice': {
    stops: true,
    says: { en: 'The body {body} is listed twice.', fa: 'نهاد {body} دو بار آمده است.' },
    todo: { en: 'Give each body an ID of its own.', fa: 'به هر نهاد شناسه‌ای جدا بدهید.' },
  },
  'body-without-key': {
    stops: true,
    says: { en: '{body} has no key.', fa: '{body} کلید ندارد.' },
    todo: {
      en: 'Ask for the public key that its own device has made; never make it for them.',
      fa: 'کلید عمومی را که دستگاه خودش ساخته بخواهید؛ هرگز به جای او نسازید.',
    },
  },
  'key-bad': {
    stops: true,
    says: {
      en: 'A key of {body} is no Ed25519 public key that every program accepts.',
      fa: 'کلیدی از {body} کلید عمومی Ed25519 نیست که همهٔ برنامه‌ها بپذیرند.',
    },
    todo: {
      en: 'Copy it again from its device: 64 hexadecimal digits.',
      fa: 'دوباره از دستگاهش رونویسی کنید: ۶۴ رقم شانزده‌شانزدهی.',
    },
  },
  'key-twice': {
    stops: true,
    says: { en: '{body} has a key that {other} has too.', fa: '{body} کلیدی دارد که {other} هم دارد.' },
    todo: {
      en: 'Each person has a key of their own, on a device of their own.',
      fa: 'هر کس کلید خودش را بر دستگاه خودش دارد.',
    },
  },
  'card-shared': {
    stops: false,
    says: {
      en: 'Two keys of {body} have the card {card}: they count as one person.',
      fa: 'دو کلید {body} کارت {card} را دارند: یک نفر به شمار می‌آیند.',
    },
    todo: {
      en: 'Give each person a card number of their own, unless it is one person with two devices.',
      fa: 'به هر کس شمارهٔ کارت خودش را بدهید، مگر یک نفر با دو دستگاه باشد.',
    },
  },
  'copy-twice': {
    stops: true,
    says: { en: 'Copy {copy} of the form is listed twice.', fa: 'نسخهٔ {copy} صورت‌جلسه دو بار آمده است.' },
    todo: { en: 'Number the copies 1, 2, …', fa: 'نسخه‌ها را ۱، ۲، … شماره بزنید.' },
  },
  'copy-for-nobody': {
    stops: true,
    says: {
      en: 'Copy {copy} goes to {body}, which is no body.',
      fa: 'نسخهٔ {copy} به {body} می‌رود که نهادی نیست.',
    },
    todo: { en: 'Name a body of the list, or none.', fa: 'یکی از نهادها را نام ببرید، یا هیچ‌کدام.' },
  },
  'source-without-path': {
    stops: true,
    says: {
      en: 'A box needs the copy of {source} to be agreed, and no path brings it.',
      fa: 'صندوق برای تطبیق نسخهٔ {source} را می‌خواهد و مسیری آن را نمی‌آورد.',
    },
    todo: { en: 'Add the path, or ask for less.', fa: 'مسیر را بیفزایید، یا کمتر بخواهید.' },
  },
  'quorum-kind': {
    stops: true,
    says: { en: 'There is no kind of statement called {kind}.', fa: 'گزاره‌ای از نوع {kind} نیست.' },
    todo: { en: 'Correct the quorum.', fa: 'حد نصاب را درست کنید.' },
  },
  'check-unknown': {
    stops: true,
    says: { en: 'There is no check {check}.', fa: 'بررسی {check} وجود ندارد.' },
    todo: { en: 'Use a code of docs/boxes-and-checks.md.', fa: 'رمزی از docs/boxes-and-checks.md بنویسید.' },
  },
  'rule-from-nowhere': {
    stops: false,
    says: {
      en: 'The rule for {rule} counts from {from}, whose date is not decided: it fixes nothing.',
      fa: 'قاعدهٔ {rule} از {from} می‌شمارد که تاریخش معین نشده است: چیزی را معین نمی‌کند.',
    },
    todo: {
      en: 'Decide that date, or count from `trigger`, `vote` or another rule.',
      fa: 'آن تاریخ را معین کنید، یا از `trigger`، `vote` یا قاعده‌ای دیگر بشمارید.',
    },
  },
  'rule-broken': {
    stops: false,
    says: {
      en: '{rule} is {date}; by its rule it is {expected}.',
      fa: '{rule} برابر {date} است؛ به قاعده‌اش {expected} است.',
    },
    todo: {
      en: 'Correct the date, or keep it: the record will show both.',
      fa: 'تاریخ را درست کنید، یا نگه دارید: سند هر دو را نشان می‌دهد.',
    },
  },
  'vote-too-late': {
    stops: false,
    says: {
      en: 'Voting on {date} is after the last day by law, {limit}.',
      fa: 'رأی‌گیری در {date} پس از آخرین روز قانونی، {limit}، است.',
    },
    todo: { en: 'Correct the day of voting or the trigger.', fa: 'روز رأی‌گیری یا آغاز را درست کنید.' },
  },
  'run-off-day': {
    stops: false,
    says: {
      en: 'Round {round} is on {date}; by the rule it follows on {expected}.',
      fa: 'دور {round} در {date} است؛ به قاعده در {expected} برگزار می‌شود.',
    },
    todo: {
      en: 'Correct the day, or keep it and say why.',
      fa: 'روز را درست کنید، یا نگه دارید و دلیل بگویید.',
    },
  },
  'date-in-no-round': {
    stops: true,
    says: {
      en: 'The date {date} is of round {round}, which is not there.',
      fa: 'تاریخ {date} از آنِ دور {round} است که نیست.',
    },
    todo: { en: 'Correct its round.', fa: 'دورش را درست کنید.' },
  },
  'not-verified': {
    stops: false,
    says: {
      en: 'A default that is not verified is in use: {field}. {says}',
      fa: 'پیش‌فرضی به کار رفته که بررسی نشده است: {field}. {says}',
    },
    todo: {
      en: 'Hold it against the law that applies, and correct it or keep it.',
      fa: 'با قانون جاری بسنجید و درست کنید یا نگه دارید.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
