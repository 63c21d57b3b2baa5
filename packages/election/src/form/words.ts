import type { Said } from '../checks/table.ts'
import type { SingleFigure } from '../statements/figures.ts'
import type { Form } from '../statements/form.ts'
import type { PersonRole } from '../statements/roles.ts'
import type { Name } from '../statements/values.ts'

/** The parts of a result form, in the order of the paper. */
export const sectionWords = {
  box: { en: 'The box', fa: 'صندوق' },
  ballots: { en: 'Ballots and their stubs', fa: 'تعرفه‌ها و ته‌برگ‌ها' },
  checkIns: { en: 'Voters checked in', fa: 'حضور رأی‌دهندگان' },
  inBox: { en: 'Opened and counted', fa: 'گشایش صندوق و شمارش' },
  taken: { en: 'Taken and invalid', fa: 'مأخوذه و باطله' },
  votes: { en: 'Votes', fa: 'آرای نامزدها' },
  times: { en: 'Times', fa: 'زمان‌ها' },
  people: { en: 'People present', fa: 'حاضران' },
  explanations: { en: 'Explanations', fa: 'توضیحات' },
} as const satisfies Readonly<Record<string, Said>>

export type SectionId = keyof typeof sectionWords

/** A figure's name on the form. */
export const figureWords: Readonly<Record<SingleFigure, Said>> = {
  eligible: { en: 'Eligible voters', fa: 'واجدان شرایط' },
  delivered: { en: 'Ballots delivered', fa: 'تعرفه‌های تحویلی' },
  issued: { en: 'Stubs used (ballots issued)', fa: 'ته‌برگ‌های مصرف‌شده (تعرفه‌های صادرشده)' },
  unused: { en: 'Stubs unused', fa: 'ته‌برگ‌های مصرف‌نشده' },
  spoiled: { en: 'Stubs spoiled', fa: 'ته‌برگ‌های باطل‌شده' },
  checkInsByComputer: { en: 'Check-ins by computer', fa: 'حضور ثبت‌شده با رایانه' },
  checkInsOnPaper: { en: 'Check-ins on paper', fa: 'حضور ثبت‌شده روی کاغذ' },
  inBox: { en: 'Ballots in the box', fa: 'برگه‌های درون صندوق' },
  excessDrawn: { en: 'Excess ballots drawn, unread', fa: 'برگه‌های اضافی که نخوانده به قرعه بیرون آمد' },
  notTaken: { en: 'Ballots not taken', fa: 'آرای غیرمأخوذه' },
  taken: { en: 'Ballots taken (valid and invalid)', fa: 'آرای مأخوذه (صحیح و باطله)' },
  invalid: { en: 'Invalid ballots', fa: 'آرای باطله' },
  valid: { en: 'Valid votes', fa: 'آرای صحیح' },
}

export const otherWords = {
  box: { en: 'Ballot box', fa: 'صندوق' },
  serial: { en: 'Form serial', fa: 'شمارهٔ سریال صورت‌جلسه' },
  openedAt: { en: 'Voting began', fa: 'آغاز رأی‌گیری' },
  closedAt: { en: 'Voting ended', fa: 'پایان رأی‌گیری' },
  countedAt: { en: 'Count ended', fa: 'پایان شمارش' },
  people: { en: 'Who was present, and who signed', fa: 'چه کسانی حاضر بودند و که امضا کرد' },
  explanations: { en: 'Explanations of what differs', fa: 'توضیح اختلاف‌ها' },
} as const satisfies Readonly<Record<string, Said>>

/** What a person at the box, or at a centre, is called. */
export const roleWords: Readonly<Record<PersonRole, Said>> = {
  archivist: { en: 'archivist', fa: 'بایگان' },
  leader: { en: 'leader', fa: 'رئیس شعبه' },
  official: { en: 'official', fa: 'عضو اجرایی' },
  police: { en: 'police', fa: 'نیروی انتظامی' },
  supervisor: { en: 'supervisor', fa: 'ناظر' },
  agent: { en: 'agent', fa: 'نماینده' },
  clerk: { en: 'clerk', fa: 'متصدی' },
  centreHead: { en: 'head of the centre', fa: 'رئیس مرکز' },
  desk: { en: 'national desk', fa: 'میز ملی' },
  representative: { en: 'representative', fa: 'نمایندهٔ مرکز' },
  auditor: { en: 'auditor', fa: 'حسابرس' },
}

/** What is said of a person's signature on paper. */
export const inkWords: Readonly<Record<NonNullable<Form['people']>[number]['ink'], Said>> = {
  signed: { en: 'signed', fa: 'امضا کرد' },
  absent: { en: 'was not there to sign', fa: 'هنگام امضا نبود' },
  refused: { en: 'refused to sign', fa: 'از امضا خودداری کرد' },
}

/** A name in both languages: what is missing in one stands in the other. */
export function saidOf(name: Name): Said {
  const any = Object.values(name)[0] ?? ''
  return { en: name.en ?? any, fa: name.fa ?? any }
}
