import type { ProblemText } from './text.ts'

/** What can be wrong with a table, and with areas, places and boxes. */
export const placeProblems = {
  'table-missing': {
    stops: true,
    says: { en: 'The table of {table} is not there.', fa: 'جدول {table} نیست.' },
    todo: { en: 'Give it as a CSV file.', fa: 'آن را به صورت پروندهٔ CSV بدهید.' },
  },
  'table-empty': {
    stops: true,
    says: { en: 'The table of {table} has no rows.', fa: 'جدول {table} سطری ندارد.' },
    todo: { en: 'Check that it is the right file.', fa: 'ببینید پروندهٔ درست همین است.' },
  },
  'csv-unreadable': {
    stops: true,
    says: { en: 'The line is not CSV: {why}', fa: 'سطر در قالب CSV نیست: {why}' },
    todo: {
      en: 'Save the sheet as CSV in UTF-8 again.',
      fa: 'برگه را دوباره به صورت CSV با UTF-8 ذخیره کنید.',
    },
  },
  'column-unknown': {
    stops: true,
    says: { en: 'There is no column called “{column}”.', fa: 'ستونی به نام «{column}» نداریم.' },
    todo: {
      en: 'Correct its name, or take the column out.',
      fa: 'نامش را درست کنید، یا ستون را بردارید.',
    },
  },
  'column-missing': {
    stops: true,
    says: { en: 'The column “{column}” is missing.', fa: 'ستون «{column}» نیست.' },
    todo: { en: 'Add the column.', fa: 'ستون را بیفزایید.' },
  },
  'column-twice': {
    stops: true,
    says: { en: 'The column “{column}” is there twice.', fa: 'ستون «{column}» دو بار آمده است.' },
    todo: { en: 'Take one of them out.', fa: 'یکی را بردارید.' },
  },
  'row-width': {
    stops: true,
    says: {
      en: 'The row has {cells} cells, the header {columns}.',
      fa: 'سطر {cells} خانه دارد و عنوان {columns} خانه.',
    },
    todo: {
      en: 'Put text that has commas into quotation marks.',
      fa: 'متن ویرگول‌دار را در گیومهٔ انگلیسی بگذارید.',
    },
  },
  'cell-empty': {
    stops: true,
    says: { en: '“{column}” is empty.', fa: '«{column}» خالی است.' },
    todo: { en: 'Fill the cell in.', fa: 'خانه را پر کنید.' },
  },
  'cell-identifier': {
    stops: true,
    says: {
      en: '“{value}” in “{column}” cannot be an identifier.',
      fa: '«{value}» در «{column}» شناسه نمی‌شود.',
    },
    todo: {
      en: 'Use Latin letters, digits, “.”, “_”, “-”: at most 32, a letter or digit first.',
      fa: 'حرف لاتین، رقم، «.»، «_» و «-» به کار ببرید: حداکثر ۳۲ نویسه، با حرف یا رقم در آغاز.',
    },
  },
  'cell-count': {
    stops: true,
    says: {
      en: '“{value}” in “{column}” is not a whole number.',
      fa: '«{value}» در «{column}» عدد صحیح نیست.',
    },
    todo: { en: 'Write digits only, without separators.', fa: 'فقط رقم بنویسید، بی جداکننده.' },
  },
  'cell-word': {
    stops: true,
    says: { en: '“{value}” is none of: {words}.', fa: '«{value}» هیچ‌یک از این‌ها نیست: {words}.' },
    todo: { en: 'Use one of these words.', fa: 'یکی از این واژه‌ها را بنویسید.' },
  },
  'cell-text': {
    stops: true,
    says: { en: 'The text in “{column}” cannot be taken: {why}', fa: 'متن «{column}» پذیرفته نیست: {why}' },
    todo: {
      en: 'Shorten it, or take invisible characters out.',
      fa: 'کوتاهش کنید، یا نویسه‌های ناپیدا را بردارید.',
    },
  },
  'level-unknown': {
    stops: true,
    says: {
      en: 'The area {area} is of the level {level}; there are {levels}.',
      fa: 'حوزهٔ {area} از سطح {level} است؛ این سطح‌ها هست: {levels}.',
    },
    todo: { en: 'Correct the level, or add it.', fa: 'سطح را درست کنید، یا بیفزایید.' },
  },
  'area-twice': {
    stops: true,
    says: {
      en: 'The area {area} is listed in {first} already.',
      fa: 'حوزهٔ {area} پیش‌تر در {first} آمده است.',
    },
    todo: { en: 'Take one of them out.', fa: 'یکی را بردارید.' },
  },
  'area-without-parent': {
    stops: true,
    says: {
      en: 'The area {area} lies in {parent}, which is not listed.',
      fa: 'حوزهٔ {area} در {parent} است که فهرست نشده است.',
    },
    todo: {
      en: 'List the area above it, or correct its ID.',
      fa: 'حوزهٔ بالاتر را بیاورید، یا شناسه‌اش را درست کنید.',
    },
  },
  'area-level': {
    stops: true,
    says: {
      en: 'The area {area} lies in {parent}, which is not of a higher level.',
      fa: 'حوزهٔ {area} در {parent} است که سطحش بالاتر نیست.',
    },
    todo: { en: 'Correct the level of one of them.', fa: 'سطح یکی را درست کنید.' },
  },
  'area-moved': {
    stops: true,
    says: {
      en: 'The area {area} lies in {parent} here, and in {before} in {first}.',
      fa: 'حوزهٔ {area} اینجا در {parent} است و در {first} در {before}.',
    },
    todo: {
      en: 'Correct one of the rows, or give two areas two IDs.',
      fa: 'یکی از سطرها را درست کنید، یا به دو حوزه دو شناسه بدهید.',
    },
  },
  'area-renamed': {
    stops: true,
    says: {
      en: 'The area {area} is called “{name}” here, and “{before}” in {first}.',
      fa: 'حوزهٔ {area} اینجا «{name}» است و در {first} «{before}».',
    },
    todo: { en: 'Write one name.', fa: 'یک نام بنویسید.' },
  },
  'area-nameless': {
    stops: true,
    says: { en: 'The area {area} has no name.', fa: 'حوزهٔ {area} نام ندارد.' },
    todo: { en: 'Give it a name in one language at least.', fa: 'دست‌کم به یک زبان نامی به آن بدهید.' },
  },
  'area-skipped': {
    stops: true,
    says: {
      en: '“{column}” is empty, and an area inside it is not.',
      fa: '«{column}» خالی است و حوزه‌ای درون آن نه.',
    },
    todo: { en: 'Fill in the area above.', fa: 'حوزهٔ بالاتر را بنویسید.' },
  },
  'area-without-boxes': {
    stops: false,
    says: { en: 'There is no box in the area {area}.', fa: 'در حوزهٔ {area} صندوقی نیست.' },
    todo: { en: 'Check that no row was left out.', fa: 'ببینید سطری جا نمانده باشد.' },
  },
  'area-unknown': {
    stops: true,
    says: { en: 'The area {area} is not listed.', fa: 'حوزهٔ {area} فهرست نشده است.' },
    todo: { en: 'List the area, or correct its ID.', fa: 'حوزه را بیاورید، یا شناسه‌اش را درست کنید.' },
  },
  'box-without-area': {
    stops: true,
    says: {
      en: 'The row does not say in which area the box is counted.',
      fa: 'سطر نمی‌گوید صندوق در کدام حوزه شمرده می‌شود.',
    },
    todo: {
      en: 'Fill in “area”, or the columns of the levels.',
      fa: '«area» یا ستون‌های سطح‌ها را پر کنید.',
    },
  },
  'box-twice': {
    stops: true,
    says: {
      en: 'The box {box} is listed in line {first} already.',
      fa: 'صندوق {box} پیش‌تر در سطر {first} آمده است.',
    },
    todo: {
      en: 'Take one of the rows out, or correct its ID.',
      fa: 'یکی از سطرها را بردارید، یا شناسه را درست کنید.',
    },
  },
  'form-twice': {
    stops: true,
    says: {
      en: 'The form {form} is given to the box {box} and, in line {first}, to {other}.',
      fa: 'صورت‌جلسهٔ {form} به صندوق {box} و در سطر {first} به {other} داده شده است.',
    },
    todo: { en: 'A form’s serial is of one box only.', fa: 'سریال صورت‌جلسه فقط از یک صندوق است.' },
  },
  'stubs-backwards': {
    stops: true,
    says: {
      en: 'The stubs of {box} end at {last}, before they begin at {first}.',
      fa: 'ته‌برگ‌های {box} به {last} می‌رسد، پیش از آغازش از {first}.',
    },
    todo: { en: 'Exchange or correct the two serials.', fa: 'دو سریال را جابه‌جا یا درست کنید.' },
  },
  'stubs-half': {
    stops: true,
    says: {
      en: 'Only one of the first and last stub of {box} is given.',
      fa: 'از نخستین و آخرین ته‌برگ {box} فقط یکی آمده است.',
    },
    todo: { en: 'Give both, or neither.', fa: 'هر دو را بدهید، یا هیچ‌کدام.' },
  },
  'stubs-overlap': {
    stops: true,
    says: {
      en: 'Stubs {from} to {to} are given to the box {box} and, in line {first}, to {other}.',
      fa: 'ته‌برگ‌های {from} تا {to} به صندوق {box} و در سطر {first} به {other} داده شده است.',
    },
    todo: { en: 'Correct the serials of one of them.', fa: 'سریال‌های یکی را درست کنید.' },
  },
  'stubs-not-delivered': {
    stops: false,
    says: {
      en: 'The stubs of {box} are {stubs}, the ballots delivered {delivered}.',
      fa: 'ته‌برگ‌های {box} {stubs} تاست و برگه‌های تحویلی {delivered}.',
    },
    todo: { en: 'Correct the serials or the number.', fa: 'سریال‌ها یا شمار را درست کنید.' },
  },
  'delivered-missing': {
    stops: false,
    says: {
      en: '{boxes} boxes do not say how many ballots are delivered: what lacks there cannot be seen.',
      fa: '{boxes} صندوق نمی‌گوید چند برگه تحویل شده است: کمبود آنجا دیده نمی‌شود.',
    },
    todo: {
      en: 'Fill in “delivered”; later deliveries come by `supply`.',
      fa: '«delivered» را پر کنید؛ تحویل‌های بعدی با `supply` می‌آید.',
    },
  },
  'place-moved': {
    stops: true,
    says: {
      en: 'The place {place} lies in {area} here, and in {before} in line {first}.',
      fa: 'شعبهٔ {place} اینجا در {area} است و در سطر {first} در {before}.',
    },
    todo: {
      en: 'Correct one of the rows, or give two places two IDs.',
      fa: 'یکی از سطرها را درست کنید، یا به دو شعبه دو شناسه بدهید.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
