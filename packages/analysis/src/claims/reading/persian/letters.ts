/** Whether more of a text's letters are of the Arabic script than of the Latin. */
export function isPersian(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  return count(/[\u0600-\u06ff]/g) > count(/[a-z]/gi)
}

/** The same text, letter for letter, with the signs of Persian print as those of English: digits, commas, decimal points. */
export function withLatinSigns(text: string): string {
  return text
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/٪/g, '%')
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<=\d)\/(?=\d+\s*(?:%|درصد))/g, '.')
    .replace(/(?<!\d)\d{1,3}(?:[/،]\d{3})+(?!\d)/g, number => number.replace(/[/،]/g, ','))
    .replaceAll('،', ',')
    .replaceAll('؛', ';')
    .replaceAll('؟', '?')
}

const letters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ہ: 'ه' }

/** A word without marks, in the letters that Persian is written with: keyboards and fonts have several for one. */
export function withOneSpelling(word: string): string {
  return word.replace(/[يىكةەہ]/g, letter => letters[letter]!).replaceAll('ـ', '')
}
