/**
 * Why an admissible statement has no force. It stays in the record, visible, with its reason; the codes are part of
 * the product's interface.
 */
export const reasons = {
  quorum: {
    en: 'Too few of those who must sign have signed, or their keys do not reach this box or area.',
    fa: 'از کسانی که باید امضا کنند کمتر از حد لازم امضا کرده‌اند، یا کلیدشان به این صندوق یا حوزه نمی‌رسد.',
  },
  'record-closed': {
    en: 'The record was closed before it.',
    fa: 'سند پیش از آن بسته شده بود.',
  },
  'other-definition': {
    en: 'It belongs to another election’s definition.',
    fa: 'از آنِ تعریف انتخابات دیگری است.',
  },
  'no-such-statement': {
    en: 'The statement that it is about is not in the record.',
    fa: 'گزاره‌ای که دربارهٔ آن است در سند نیست.',
  },
  'other-side': {
    en: 'It is not signed by the side that it is about.',
    fa: 'آن طرف که گزاره دربارهٔ اوست امضایش نکرده است.',
  },
  'role-of-another-side': {
    en: 'It gives a role that this side cannot give.',
    fa: 'نقشی می‌دهد که این طرف نمی‌تواند بدهد.',
  },
  'key-taken': {
    en: 'A key in it is enrolled already.',
    fa: 'کلیدی در آن پیش‌تر ثبت شده است.',
  },
  'no-such-key': {
    en: 'It names a key that is not enrolled, or not as an agent’s.',
    fa: 'کلیدی را نام می‌برد که ثبت نشده، یا از آنِ نماینده نیست.',
  },
  opened: {
    en: 'A box where a key in it acts has opened: two bodies must revoke it.',
    fa: 'صندوقی که کلیدی از آن در آنجا کار می‌کند گشوده شده است: دو نهاد باید باطلش کنند.',
  },
  'already-filed': {
    en: 'This candidacy is filed already, or has the name of a body.',
    fa: 'این نامزدی پیش‌تر ثبت شده، یا نام یک نهاد را دارد.',
  },
  'not-filed': {
    en: 'This candidacy is not filed.',
    fa: 'این نامزدی ثبت نشده است.',
  },
  'no-such-level': {
    en: 'An area in it is of a level that the definition does not have.',
    fa: 'حوزه‌ای در آن از سطحی است که در تعریف نیست.',
  },
  'area-twice': {
    en: 'An area in it is listed already.',
    fa: 'حوزه‌ای در آن پیش‌تر فهرست شده است.',
  },
  'no-such-parent': {
    en: 'An area in it lies in one that is not listed, or not of a higher level.',
    fa: 'حوزه‌ای در آن زیر حوزه‌ای است که فهرست نشده، یا سطحش بالاتر نیست.',
  },
  'no-such-area': {
    en: 'It names an area that is not listed.',
    fa: 'حوزه‌ای را نام می‌برد که فهرست نشده است.',
  },
  'box-twice': {
    en: 'A box in it is listed already.',
    fa: 'صندوقی در آن پیش‌تر فهرست شده است.',
  },
  'no-such-box': {
    en: 'It names a box that is not listed.',
    fa: 'صندوقی را نام می‌برد که فهرست نشده است.',
  },
  sealed: {
    en: 'The list of boxes is sealed, or voting has begun: two bodies amend it.',
    fa: 'فهرست صندوق‌ها مهر شده یا رأی‌گیری آغاز شده است: دو نهاد اصلاحش می‌کنند.',
  },
  'not-sealed': {
    en: 'The list of boxes is not sealed yet.',
    fa: 'فهرست صندوق‌ها هنوز مهر نشده است.',
  },
  'other-list': {
    en: 'Its count or digest is not that of the listed boxes.',
    fa: 'شمار یا چکیدهٔ آن از آنِ صندوق‌های فهرست‌شده نیست.',
  },
  B13: {
    en: 'The box is not on the list: shown, without force.',
    fa: 'صندوق در فهرست نیست: نمایش داده می‌شود، بی‌اثر.',
  },
  'no-such-round': {
    en: 'The definition has no such round.',
    fa: 'چنین دوری در تعریف نیست.',
  },
  'second-ballot': {
    en: 'The round has its list of candidates already.',
    fa: 'این دور پیش‌تر فهرست نامزدها دارد.',
  },
  'no-ballot': {
    en: 'The round has no list of candidates yet.',
    fa: 'این دور هنوز فهرست نامزدها ندارد.',
  },
  'already-released': {
    en: 'The round’s votes are public already.',
    fa: 'آرای این دور پیش‌تر منتشر شده است.',
  },
  'time-backwards': {
    en: 'It is not later than the time before it.',
    fa: 'از زمان پیش از خود دیرتر نیست.',
  },
  future: {
    en: 'It speaks of a version of the record that is not there yet.',
    fa: 'از نسخه‌ای از سند می‌گوید که هنوز نیست.',
  },
  'no-such-declaration': {
    en: 'The declaration that it is about is not in the record, or without force.',
    fa: 'اعلام نتیجه‌ای که دربارهٔ آن است در سند نیست یا اثری ندارد.',
  },
  'not-live': {
    en: 'An archive takes figures as published only.',
    fa: 'بایگانی فقط ارقام منتشرشده را می‌پذیرد.',
  },
  'not-an-archive': {
    en: 'A live election counts its own forms: published figures never touch a box.',
    fa: 'انتخابات جاری صورت‌جلسه‌های خود را می‌شمارد: ارقام منتشرشده به صندوق نمی‌رسد.',
  },
  'already-imported': {
    en: 'There are figures for this box or area already: the first ones count.',
    fa: 'برای این صندوق یا حوزه پیش‌تر ارقامی هست: نخستین‌ها به حساب می‌آید.',
  },
  'not-on-the-ballot': {
    en: 'It has votes for a number that is not on the ballot.',
    fa: 'رأیی برای شماره‌ای دارد که در فهرست نامزدها نیست.',
  },
  'no-such-ground': {
    en: 'It has ballots by a ground that the definition does not have.',
    fa: 'برگه‌هایی به علتی دارد که در تعریف نیست.',
  },
  'filing-closed': {
    en: 'The time for it has passed.',
    fa: 'مهلت آن گذشته است.',
  },
  'merging-not-allowed': {
    en: 'The definition does not allow boxes to be merged.',
    fa: 'تعریف ادغام صندوق‌ها را اجازه نمی‌دهد.',
  },
  'other-area': {
    en: 'Only boxes of one area are merged.',
    fa: 'فقط صندوق‌های یک حوزه ادغام می‌شوند.',
  },
  'already-counted': {
    en: 'One of the boxes has a form already.',
    fa: 'یکی از صندوق‌ها پیش‌تر صورت‌جلسه دارد.',
  },
  'no-such-complaint': {
    en: 'The complaint that it answers is not on the docket.',
    fa: 'شکایتی که به آن پاسخ می‌دهد در دست رسیدگی نیست.',
  },
  'no-such-candidate': {
    en: 'It names someone who is not on the ballot.',
    fa: 'کسی را نام می‌برد که در فهرست نامزدها نیست.',
  },
  'no-such-ruling': {
    en: 'No ruling with force has ordered it for this box.',
    fa: 'هیچ رأی نافذی آن را برای این صندوق دستور نداده است.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly fa: string }>>

/** The code of a reason. */
export type WhyNot = keyof typeof reasons
