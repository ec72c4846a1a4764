/** What the months are called in English, French and Arabic (of Egypt, the Maghreb and the Levant), shortened too. */
const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'يناير', 'جانفي', 'كانون الثاني'],
  ['february', 'feb', 'février', 'fevrier', 'févr', 'fév', 'fev', 'فبراير', 'فيفري', 'شباط'],
  ['march', 'mar', 'mars', 'مارس', 'آذار'],
  ['april', 'apr', 'avril', 'avr', 'أبريل', 'ابريل', 'إبريل', 'أفريل', 'نيسان'],
  ['may', 'mai', 'مايو', 'ماي', 'أيار'],
  ['june', 'jun', 'juin', 'يونيو', 'يونيه', 'جوان', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'يوليو', 'يوليوز', 'يوليه', 'جويلية', 'تموز'],
  ['august', 'aug', 'août', 'aout', 'أغسطس', 'اغسطس', 'غشت', 'أوت', 'آب'],
  ['september', 'sept', 'sep', 'septembre', 'سبتمبر', 'شتنبر', 'أيلول'],
  ['october', 'oct', 'octobre', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'novembre', 'نوفمبر', 'نونبر', 'تشرين الثاني'],
  ['december', 'dec', 'décembre', 'decembre', 'déc', 'ديسمبر', 'دجنبر', 'كانون الأول'],
];

const numbers = new Map(
  months.flatMap((names, at) => names.map((name) => [name.normalize('NFC'), at + 1] as const)),
);

/** The source of a pattern for any of the names, caught as `month`. To be used with the flags `i` and `u`. */
export const monthName = `(?<month>${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;

/** The number of a month by its name or its own digits, 1 to 12; what is neither is not a number. */
export function monthOf(text: string): number {
  return numbers.get(text.toLowerCase().normalize('NFC')) ?? Number(text);
}

/** `text` with the digits of Arabic as 0 to 9, each in its place. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
