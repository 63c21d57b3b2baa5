import type { Definition } from '../statements/definition.ts'

/** What a finding does. `contradicts`: what is stated does not follow from the record. */
export type Severity = NonNullable<Definition['checks']>[number]['severity'] | 'contradicts' | 'excludes'

/** A tolerance: a difference up to the larger of `most` and `perMille` thousandths is none. */
export interface Tolerance {
  readonly most: number
  readonly perMille: number
}

export interface Check {
  readonly severity: Severity
  /** The device asks, twice, before a form that it finds is signed. */
  readonly asks?: true
  readonly tolerance?: Tolerance
  /** The test, for the documentation. */
  readonly test: string
  /** What is said of a finding, by part; figures stand in braces. */
  readonly says: Readonly<Record<string, Said>>
}

export interface Said {
  readonly en: string
  readonly fa: string
}

/** Every check by its code. Severities and tolerances are defaults, which a definition may change. */
export const checks = {
  B01: {
    severity: 'quarantines',
    asks: true,
    test: 'the votes of the candidates are the valid votes',
    says: {
      votes: {
        en: 'The candidates’ votes add up to {votes}; valid votes are written as {valid}.',
        fa: 'جمع آرای نامزدها {votes} است؛ آرای صحیح {valid} نوشته شده است.',
      },
    },
  },
  B02: {
    severity: 'quarantines',
    asks: true,
    test: 'valid and invalid (every ground) are the ballots taken; taken, not taken and excess drawn are the ballots in the box',
    says: {
      taken: {
        en: 'Valid {valid} and invalid {invalid} are {sum}; taken is written as {taken}: a difference of {difference}.',
        fa: 'صحیح {valid} و باطله {invalid} می‌شود {sum}؛ مأخوذه {taken} نوشته شده است: {difference} اختلاف.',
      },
      invalid: {
        en: 'The invalid ballots by ground add up to {sum}; invalid is written as {invalid}.',
        fa: 'جمع آرای باطله به تفکیک علت {sum} است؛ باطله {invalid} نوشته شده است.',
      },
      inBox: {
        en: 'Taken {taken}, not taken {notTaken} and drawn {excessDrawn} are {sum}; in the box are {inBox}.',
        fa: 'مأخوذه {taken}، غیرمأخوذه {notTaken} و قرعه‌شده {excessDrawn} می‌شود {sum}؛ در صندوق {inBox} برگ است.',
      },
    },
  },
  B03: {
    severity: 'quarantines',
    test: 'no more ballots in the box, less the excess drawn, than stubs used',
    says: {
      excess: {
        en: '{inBox} ballots in the box less {excessDrawn} drawn are more than the {issued} stubs used.',
        fa: '{inBox} برگ در صندوق منهای {excessDrawn} برگ قرعه‌شده از {issued} ته‌برگ مصرف‌شده بیشتر است.',
      },
    },
  },
  B04: {
    severity: 'flags',
    tolerance: { most: 5, perMille: 10 },
    test: 'hardly fewer ballots in the box than stubs used',
    says: {
      carried: {
        en: '{issued} stubs used and {inBox} ballots in the box: {difference} carried away.',
        fa: '{issued} ته‌برگ مصرف شده و {inBox} برگ در صندوق است: {difference} برگ بیرون برده شده است.',
      },
    },
  },
  B05: {
    severity: 'flags',
    tolerance: { most: 5, perMille: 10 },
    test: 'check-ins by computer, check-ins on paper and stubs used agree',
    says: {
      differ: {
        en: 'Check-ins and stubs used differ: from {least} to {greatest}.',
        fa: 'شمار ثبت حضور و ته‌برگ‌های مصرف‌شده یکی نیست: از {least} تا {greatest}.',
      },
    },
  },
  B06: {
    severity: 'quarantines',
    asks: true,
    test: 'stubs used, unused and spoiled are the ballots delivered, later deliveries included',
    says: {
      stubs: {
        en: 'Used {issued}, unused {unused} and spoiled {spoiled} are {sum}; delivered were {delivered}.',
        fa: 'مصرف‌شده {issued}، مصرف‌نشده {unused} و باطل‌شده {spoiled} می‌شود {sum}؛ تحویلی {delivered} بوده است.',
      },
    },
  },
  B07: {
    severity: 'conflicts',
    test: 'the form, the centre’s copy and the witnesses’ copies agree, figure by figure',
    says: {
      centre: {
        en: 'The centre’s copy differs from the form in {figure}: {copy} against {form}.',
        fa: 'نسخهٔ مرکز در {figure} با صورت‌جلسه فرق دارد: {copy} در برابر {form}.',
      },
      photographed: {
        en: 'A witness’s photographed copy differs from the form in {figure}: {copy} against {form}.',
        fa: 'نسخهٔ عکس‌برداری‌شدهٔ یک شاهد در {figure} با صورت‌جلسه فرق دارد: {copy} در برابر {form}.',
      },
      claimed: {
        en: 'A witness’s typed copy differs from the form in {figure}: {copy} against {form}.',
        fa: 'نسخهٔ تایپ‌شدهٔ یک شاهد در {figure} با صورت‌جلسه فرق دارد: {copy} در برابر {form}.',
      },
      signed: {
        en: 'A witness who signed the form claims another {figure}: {copy} against {form}.',
        fa: 'شاهدی که صورت‌جلسه را امضا کرده {figure} دیگری می‌گوید: {copy} در برابر {form}.',
      },
      objection: {
        en: 'There is an objection to the form.',
        fa: 'به صورت‌جلسه اعتراض شده است.',
      },
    },
  },
  B08: {
    severity: 'quarantines',
    test: 'the leader and half of the executive staff have signed',
    says: {
      staff: {
        en: '{signed} of {staff} executive staff signed ({leader} leader); {needed} are needed.',
        fa: '{signed} نفر از {staff} عضو اجرایی امضا کرده‌اند ({leader} رئیس)؛ {needed} امضا لازم است.',
      },
      others: {
        en: 'Signed by {supervisors} supervisors and {agents} agents.',
        fa: 'با امضای {supervisors} ناظر و {agents} نماینده.',
      },
      revoked: {
        en: 'Signed with {keys} key that was revoked after the box had opened.',
        fa: 'با {keys} کلید امضا شده که پس از گشایش صندوق باطل شده است.',
      },
    },
  },
  B09: {
    severity: 'conflicts',
    test: 'one form for a box, as committed to, and one box for a form serial',
    says: {
      second: { en: 'There are {forms} forms for this box.', fa: 'برای این صندوق {forms} صورت‌جلسه هست.' },
      serial: {
        en: 'The form’s serial is also on the form of another box.',
        fa: 'سریال صورت‌جلسه بر صورت‌جلسهٔ صندوق دیگری هم هست.',
      },
      again: {
        en: 'Two recounts or corrections by one ruling differ in {figure}: {copy} against {form}.',
        fa: 'دو بازشماری یا اصلاح به حکم یک رأی در {figure} فرق دارند: {copy} در برابر {form}.',
      },
      merged: {
        en: 'There is a form for this box, which was emptied into another before counting.',
        fa: 'برای این صندوق، که پیش از شمارش در صندوق دیگری خالی شده، صورت‌جلسه هست.',
      },
      commit: {
        en: 'The form is not the one that was committed to before the release.',
        fa: 'صورت‌جلسه آن نیست که پیش از انتشار تعهد شده بود.',
      },
    },
  },
  B10: {
    severity: 'flags',
    test: 'no candidate has 95 % of more than 100 votes; ballots remain; the form is not all zero',
    says: {
      oneSided: {
        en: 'One candidate has {votes} of {valid} votes.',
        fa: 'یک نامزد {votes} رأی از {valid} رأی دارد.',
      },
      full: {
        en: 'All {delivered} ballots delivered are in the box.',
        fa: 'همهٔ {delivered} برگ تحویلی در صندوق است.',
      },
      zero: { en: 'Every figure is zero.', fa: 'همهٔ ارقام صفر است.' },
    },
  },
  B11: {
    severity: 'flags',
    test: 'the share of invalid ballots is near its area’s (robust z at most 4, or fewer than 15 ballots)',
    says: {
      far: {
        en: '{invalid} of {taken} ballots are invalid: far from the rest of its area.',
        fa: '{invalid} برگ از {taken} برگ باطله است: بسیار دور از دیگر صندوق‌های حوزه.',
      },
    },
  },
  B12: {
    severity: 'flags',
    test: 'closed at the legal hour or later, counted at two seconds a ballot or more, no result before closing or release',
    says: {
      early: {
        en: 'Closed {seconds} seconds before the legal hour.',
        fa: '{seconds} ثانیه پیش از ساعت قانونی بسته شد.',
      },
      hasty: {
        en: '{inBox} ballots were counted in {seconds} seconds.',
        fa: '{inBox} برگ در {seconds} ثانیه شمرده شد.',
      },
      ahead: { en: 'Counted before it had closed.', fa: 'پیش از بسته‌شدن شمرده شد.' },
      embargo: { en: 'Recorded before votes were public.', fa: 'پیش از انتشار آرا ثبت شد.' },
    },
  },
  B13: {
    severity: 'excludes',
    test: 'the box is on the list, and everyone with votes on the ballot',
    says: {
      box: { en: 'The box is not on the list.', fa: 'صندوق در فهرست نیست.' },
      candidate: {
        en: '{votes} votes are for a number that is not on the ballot.',
        fa: '{votes} رأی برای شماره‌ای است که در فهرست نامزدها نیست.',
      },
    },
  },
  B14: {
    severity: 'conflicts',
    test: 'the code written on the paper is that of the form',
    says: {
      code: {
        en: 'The code on the paper is not this form’s.',
        fa: 'رمزی که بر کاغذ نوشته شده از این صورت‌جلسه نیست.',
      },
    },
  },
  C01: {
    severity: 'contradicts',
    test: 'a centre’s tally is the sum of its forms',
    says: {
      figure: {
        en: 'The tally says {stated} for {figure}; the forms add up to {computed}.',
        fa: 'جمع مرکز برای {figure} می‌گوید {stated}؛ صورت‌جلسه‌ها می‌شود {computed}.',
      },
      boxes: {
        en: 'The tally is over {stated} forms; the record has {computed} there, or others.',
        fa: 'جمع مرکز از {stated} صورت‌جلسه است؛ سند {computed} تا یا صورت‌جلسه‌های دیگری دارد.',
      },
    },
  },
  C02: {
    severity: 'contradicts',
    test: 'an announced, declared or printed total is the sum of its parts',
    says: {
      figure: {
        en: '{figure}: {stated} is stated; the parts add up to {computed}: a difference of {difference}.',
        fa: '{figure}: {stated} اعلام شده است؛ جمع اجزا {computed} است: {difference} اختلاف.',
      },
    },
  },
  C03: {
    severity: 'contradicts',
    test: 'the declared outcome is the outcome by rule',
    says: {
      outcome: {
        en: 'The declared outcome is not the outcome by rule.',
        fa: 'نتیجهٔ اعلام‌شده نتیجهٔ قاعده نیست.',
      },
      unsettled: {
        en: 'Declared while {boxes} boxes were not in the total: their ballots could still change the outcome.',
        fa: 'وقتی اعلام شد که {boxes} صندوق در جمع نبود: برگه‌های آن‌ها هنوز می‌توانست نتیجه را تغییر دهد.',
      },
      ballot: {
        en: 'The list of candidates is not the outcome of the round before.',
        fa: 'فهرست نامزدها نتیجهٔ دور پیش نیست.',
      },
    },
  },
  C04: {
    severity: 'flags',
    test: 'a result is certified once complaints can no longer be filed, and all are answered',
    says: {
      early: {
        en: 'Certified {minutes} minutes before the time for complaints had passed.',
        fa: '{minutes} دقیقه پیش از پایان مهلت شکایت تأیید شد.',
      },
      waiting: {
        en: 'Certified with complaints that no ruling has answered: {complaints}.',
        fa: 'هنگام تأیید هیچ رأیی به این شمار شکایت پاسخ نداده بود: {complaints}.',
      },
    },
  },
  C05: {
    severity: 'flags',
    test: 'where candidacies are on the record, the list of a round names those approved',
    says: {
      undecided: {
        en: 'The list names {candidate}, whose candidacy nobody has approved.',
        fa: 'فهرست {candidate} را نام می‌برد که کسی نامزدی‌اش را تأیید نکرده است.',
      },
      rejected: {
        en: 'The list names {candidate}, whose candidacy was rejected.',
        fa: 'فهرست {candidate} را نام می‌برد که نامزدی‌اش رد شده است.',
      },
      withdrawn: {
        en: 'The list names {candidate}, who had withdrawn.',
        fa: 'فهرست {candidate} را نام می‌برد که کناره گرفته بود.',
      },
    },
  },
  T01: {
    severity: 'flags',
    test: 'the operator’s time is within 5 minutes of the witnesses’',
    says: {
      clock: {
        en: 'The operator’s time and a witness’s are {seconds} seconds apart.',
        fa: 'ساعت گرداننده و یک گواه {seconds} ثانیه اختلاف دارد.',
      },
    },
  },
  A01: {
    severity: 'informs',
    test: 'no more ballots taken than eligible voters',
    says: {
      more: {
        en: '{taken} ballots taken, {eligible} eligible voters: {difference} more. Where people may vote anywhere this can be; compare with the check-ins.',
        fa: '{taken} رأی مأخوذه و {eligible} واجد شرایط: {difference} بیشتر. جایی که رأی‌دادن در هر محل آزاد است ممکن است؛ با ثبت حضور بسنجید.',
      },
    },
  },
  A02: {
    severity: 'informs',
    test: 'without the areas of A01 the outcome is the same',
    says: {
      changes: {
        en: 'Without the areas that have more ballots than eligible voters ({areas}) the outcome would be another.',
        fa: 'بدون حوزه‌هایی که آرایشان از واجدان شرایط بیشتر است ({areas}) نتیجه دیگر می‌شد.',
      },
      same: {
        en: 'Without the areas that have more ballots than eligible voters ({areas}) the outcome would be the same.',
        fa: 'بدون حوزه‌هایی که آرایشان از واجدان شرایط بیشتر است ({areas}) نتیجه همان بود.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Check>>

export type CheckCode = keyof typeof checks
