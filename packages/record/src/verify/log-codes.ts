import type { Text } from '../codes.ts'

/**
 * What the log library finds wrong with a log, in the languages of a report. Its own messages, in English, say more of
 * the place.
 */
export const logCodes = {
  'bad-note': {
    en: 'The checkpoint is not a signed note.',
    fa: 'نقطهٔ بازبینی یادداشت امضاشده نیست.',
  },
  'not-utf8': {
    en: 'The checkpoint is not UTF-8 text.',
    fa: 'نقطهٔ بازبینی متن UTF-8 نیست.',
  },
  'bad-checkpoint': {
    en: 'The checkpoint is malformed.',
    fa: 'نقطهٔ بازبینی بدشکل است.',
  },
  'bad-policy': {
    en: 'The policy is malformed.',
    fa: 'سیاست‌نامه بدشکل است.',
  },
  'bad-signature': {
    en: 'The checkpoint’s signature by {name} does not verify.',
    fa: 'امضای {name} بر نقطهٔ بازبینی درست نیست.',
  },
  'no-known-signature': {
    en: 'The checkpoint is not signed by any key that the policy names.',
    fa: 'هیچ کلیدی که سیاست‌نامه نام می‌برد نقطهٔ بازبینی را امضا نکرده است.',
  },
  'unknown-log': {
    en: 'No log that the policy names has signed the checkpoint.',
    fa: 'هیچ دفتری که سیاست‌نامه نام می‌برد نقطهٔ بازبینی را امضا نکرده است.',
  },
  'missing-tile': {
    en: '{path} is missing.',
    fa: '{path} نیست.',
  },
  'bad-tile': {
    en: '{path} is not a tile: its length is wrong.',
    fa: '{path} کاشی نیست: طول آن نادرست است.',
  },
  'tile-differs': {
    en: '{path} is not the tile that the log’s entries make.',
    fa: '{path} کاشی‌ای نیست که از مدخل‌های دفتر ساخته می‌شود.',
  },
  'edge-differs': {
    en: 'The tiles at the log’s edge do not make up the checkpoint’s root.',
    fa: 'کاشی‌های لبهٔ دفتر ریشهٔ نقطهٔ بازبینی را نمی‌سازند.',
  },
  'root-differs': {
    en: 'Entries and tiles agree with each other, but not with the checkpoint.',
    fa: 'مدخل‌ها و کاشی‌ها با هم می‌خوانند، اما با نقطهٔ بازبینی نه.',
  },
  'entry-differs': {
    en: 'Entry {index} in {path} is not the one that was logged.',
    fa: 'مدخل {index} در {path} آن نیست که ثبت شده بود.',
  },
  'missing-bundle': {
    en: '{path} is missing: its entries cannot be read.',
    fa: '{path} نیست: مدخل‌های آن خوانده نمی‌شوند.',
  },
  'bad-bundle': {
    en: '{path} is not a bundle of entries: it is cut short, or has another number of them.',
    fa: '{path} بستهٔ مدخل نیست: بریده است یا شمار مدخل‌هایش دیگر است.',
  },
} as const satisfies Readonly<Record<string, Text>>
