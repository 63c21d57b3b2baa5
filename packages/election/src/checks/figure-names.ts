import type { SingleFigure } from '../statements/figures.ts'
import type { Said } from './table.ts'

/** What a figure is called in a sentence. */
export const figureNames: Readonly<Record<SingleFigure, Said>> = {
  eligible: { en: 'eligible voters', fa: 'واجدان شرایط' },
  delivered: { en: 'ballots delivered', fa: 'تعرفه‌های تحویلی' },
  issued: { en: 'ballots issued', fa: 'تعرفه‌های مصرف‌شده' },
  unused: { en: 'unused stubs', fa: 'تعرفه‌های مصرف‌نشده' },
  spoiled: { en: 'spoiled stubs', fa: 'تعرفه‌های باطل‌شده' },
  checkInsByComputer: { en: 'check-ins by computer', fa: 'ثبت حضور رایانه‌ای' },
  checkInsOnPaper: { en: 'check-ins on paper', fa: 'ثبت حضور کاغذی' },
  inBox: { en: 'ballots in the box', fa: 'برگه‌های درون صندوق' },
  excessDrawn: { en: 'excess drawn', fa: 'مازاد قرعه‌شده' },
  notTaken: { en: 'ballots not taken', fa: 'آرای غیرمأخوذه' },
  taken: { en: 'votes taken', fa: 'آرای مأخوذه' },
  invalid: { en: 'invalid votes', fa: 'آرای باطله' },
  valid: { en: 'valid votes', fa: 'آرای صحیح' },
}
