import type { ProblemText } from './text.ts'

/** What can be wrong with candidates, and with those who act at boxes and centres. */
export const peopleProblems = {
  'candidate-twice': {
    stops: true,
    says: {
      en: 'The candidate {candidate} stands in line {first} already.',
      fa: 'نامزد {candidate} پیش‌تر در سطر {first} آمده است.',
    },
    todo: { en: 'Take one of the rows out.', fa: 'یکی از سطرها را بردارید.' },
  },
  'number-twice': {
    stops: true,
    says: {
      en: '{candidate} has the number {number}, which {other} has too.',
      fa: '{candidate} شمارهٔ {number} را دارد که {other} هم دارد.',
    },
    todo: { en: 'Give each candidate a number of their own.', fa: 'به هر نامزد شمارهٔ خودش را بدهید.' },
  },
  'number-zero': {
    stops: true,
    says: { en: '{candidate} has the number 0.', fa: '{candidate} شمارهٔ ۰ دارد.' },
    todo: { en: 'Number candidates from 1.', fa: 'نامزدها را از ۱ شماره بزنید.' },
  },
  'candidate-nameless': {
    stops: true,
    says: { en: '{candidate} has no name.', fa: '{candidate} نام ندارد.' },
    todo: { en: 'Fill in a column such as “name_en”.', fa: 'ستونی مانند «name_fa» را پر کنید.' },
  },
  'candidate-is-a-body': {
    stops: true,
    says: { en: '{candidate} is also the ID of a body.', fa: '{candidate} شناسهٔ یک نهاد هم هست.' },
    todo: { en: 'Give the candidate another ID.', fa: 'به نامزد شناسهٔ دیگری بدهید.' },
  },
  'spelling-shared': {
    stops: true,
    says: {
      en: '“{spelling}” is accepted for {candidate} and for {other}: a ballot with it would fit both.',
      fa: '«{spelling}» برای {candidate} و {other} پذیرفته شده است: برگه‌ای با آن به هر دو می‌خورد.',
    },
    todo: {
      en: 'Take it from one of them, or from both: such votes are shared at the box.',
      fa: 'از یکی یا هر دو بردارید: چنین آرایی در صندوق تقسیم می‌شود.',
    },
  },
  'one-candidate': {
    stops: false,
    says: { en: 'There is one candidate only.', fa: 'فقط یک نامزد هست.' },
    todo: { en: 'Check that no row was left out.', fa: 'ببینید سطری جا نمانده باشد.' },
  },
  'side-unknown': {
    stops: true,
    says: { en: '{side} is neither a body nor a candidate.', fa: '{side} نه نهاد است و نه نامزد.' },
    todo: { en: 'Use the ID of a body or of a candidate.', fa: 'شناسهٔ یک نهاد یا یک نامزد را بنویسید.' },
  },
  'role-of-another-side': {
    stops: true,
    says: {
      en: '{side} cannot have a person who is {role}.',
      fa: '{side} نمی‌تواند کسی با نقش {role} داشته باشد.',
    },
    todo: { en: 'It may have: {roles}.', fa: 'این نقش‌ها را می‌تواند: {roles}.' },
  },
  'box-unknown': {
    stops: true,
    says: { en: 'The box {box} is not listed.', fa: 'صندوق {box} فهرست نشده است.' },
    todo: { en: 'Correct its ID, or list the box.', fa: 'شناسه را درست کنید، یا صندوق را بیاورید.' },
  },
  'scope-twice': {
    stops: true,
    says: { en: 'The card {card} has a box and an area.', fa: 'کارت {card} هم صندوق دارد و هم حوزه.' },
    todo: { en: 'Leave one of them empty.', fa: 'یکی را خالی بگذارید.' },
  },
  'scope-missing': {
    stops: true,
    says: {
      en: 'The card {card} is of a {role} and does not say where.',
      fa: 'کارت {card} از {role} است و نمی‌گوید کجا.',
    },
    todo: {
      en: 'Fill in “box” for those at a box, “area” for those at a centre.',
      fa: 'برای افراد شعبه «box» و برای افراد مرکز «area» را پر کنید.',
    },
  },
  'card-twice': {
    stops: true,
    says: {
      en: 'The card {card} of {side} is in line {first} already.',
      fa: 'کارت {card} از {side} پیش‌تر در سطر {first} آمده است.',
    },
    todo: {
      en: 'One person has one card, and one card one place.',
      fa: 'هر کس یک کارت دارد و هر کارت یک جا.',
    },
  },
  'box-without-leader': {
    stops: true,
    says: {
      en: 'The box {box} has no leader: its form could never have force.',
      fa: 'صندوق {box} رئیس ندارد: صورت‌جلسه‌اش هرگز نافذ نمی‌شود.',
    },
    todo: { en: 'Give it a leader.', fa: 'رئیسی برایش بگذارید.' },
  },
  'leaders-many': {
    stops: false,
    says: { en: 'The box {box} has {leaders} leaders.', fa: 'صندوق {box} {leaders} رئیس دارد.' },
    todo: { en: 'Make the others officials.', fa: 'دیگران را عضو کنید.' },
  },
  'box-without-witness': {
    stops: true,
    says: {
      en: 'At the box {box} everyone is of one side: its form needs the signature of another.',
      fa: 'در صندوق {box} همه از یک طرف‌اند: صورت‌جلسه‌اش امضای طرف دیگری می‌خواهد.',
    },
    todo: {
      en: 'Add a supervisor, or an agent of a candidate.',
      fa: 'ناظر یا نمایندهٔ نامزدی بیفزایید.',
    },
  },
  'box-short-of-staff': {
    stops: false,
    says: {
      en: 'The box {box} has {people} executive staff; a form needs the leader and half of {staff}.',
      fa: 'صندوق {box} {people} عضو اجرایی دارد؛ صورت‌جلسه رئیس و نیمی از {staff} نفر را می‌خواهد.',
    },
    todo: { en: 'Add people, or correct “staff”.', fa: 'افراد بیفزایید، یا «staff» را درست کنید.' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
