import type { Language } from '#core/article.ts';
import { foldWord, isInCapitals, isLeftOut, mayBeLeftOut, scanRuns } from '#core/search/scan-words.ts';
import { isStopWord } from '#core/search/stemmers.ts';

/** How languages are told apart in the index: by their stems. */
export type LanguageNumber = 0 | 1 | 2;

/** English, French, and every other. */
export const languageNumbers = { en: 0, fr: 1, ar: 2, und: 2 } as const satisfies Record<
  Language,
  LanguageNumber
>;

const languagesByNumber = ['en', 'fr', 'und'] as const;

/** Distinct runs that are remembered; then all are forgotten, as a text of addresses or numbers never ends. */
const mostRuns = 400_000;

/** Numbers kept of each run, so many that they lie together in memory. */
const entrySize = 8;
/** Where in an entry is its hash, where its units begin, how many they are … */
const [hashAt, unitsAt, lengthAt] = [0, 1, 2];
/** … its form by language number (-1 when nothing is left of it), and whether what stands beside it decides. */
const [formAt, doubtAt] = [3, 6];

/**
 * Every run of letters met so far with the form it is indexed by, so that it is folded once only however often it
 * stands in the texts. An open-addressing table over the raw UTF-16 units: no string is made for a run that is known.
 */
export class WordTable {
  /** Each form by its number. */
  forms: string[] = [];
  /** The numbers of the forms that were there when last sorted, in the order of the forms. */
  private order: number[] = [];
  private formNumbers = new Map<string, number>();
  /** Where the entry of a run begins; -1 for none. */
  private slots = new Int32Array(1 << 16).fill(-1);
  private entries = new Int32Array(entrySize << 15);
  private count = 0;
  private units = new Uint16Array(1 << 18);
  private unitCount = 0;

  /** Call `visit` with the form of each word of `text`, in order. Not to be called from within `visit`. */
  scan(
    text: string,
    language: LanguageNumber,
    visit: (form: number, start: number, end: number) => void,
  ): void {
    scanRuns(text, (start, end, hash) => {
      const entry = this.find(text, start, end, hash);
      const form = this.entries[entry + formAt + language] ?? -1;
      if (form === -1) return;
      const isDoubtful = this.entries[entry + doubtAt] === 1;
      // `QU’IL`: a stop word in capitals has its form in capitals.
      const word = isDoubtful ? (this.forms[form] ?? '').toLowerCase() : '';
      if (isDoubtful && isLeftOut(word, text, start, end)) return;
      visit(form, start, end);
    });
  }

  /** `used`, numbers of forms, in the order of the forms; `isUsed` tells them from all others. */
  sort(used: readonly number[], isUsed: (form: number) => boolean): number[] {
    const byForm = (a: number, b: number) => ((this.forms[a] ?? '') < (this.forms[b] ?? '') ? -1 : 1);
    // Keeping all forms in order is worth it only where many of them are asked for.
    if (used.length * 8 < this.forms.length) return [...used].sort(byForm);
    const added = Array.from(
      { length: this.forms.length - this.order.length },
      (_, at) => this.order.length + at,
    );
    this.order = mergeSorted(this.order, added.sort(byForm), byForm);
    return this.order.filter(isUsed);
  }

  /** Forget everything when it has become too much; the numbers of forms are void then. */
  trim(): void {
    if (this.count < mostRuns) return;
    this.forms = [];
    this.order = [];
    this.formNumbers = new Map();
    this.slots = new Int32Array(1 << 16).fill(-1);
    this.entries = new Int32Array(entrySize << 15);
    this.count = 0;
    this.unitCount = 0;
  }

  /** The entry of a run: every word of every text comes through here. */
  private find(text: string, start: number, end: number, hash: number): number {
    const { slots, entries, units } = this;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = slots[slot] ?? -1;
      if (entry === -1) return this.add(text.slice(start, end), hash, slot);
      if (entries[entry + hashAt] === hash && entries[entry + lengthAt] === length) {
        const from = entries[entry + unitsAt] ?? 0;
        let at = 0;
        while (at < length && units[from + at] === text.charCodeAt(start + at)) at++;
        if (at === length) return entry;
      }
      slot = (slot + 1) & mask;
    }
  }

  private add(raw: string, hash: number, slot: number): number {
    const from = this.keepUnits(raw);
    const entry = this.count++ * entrySize;
    this.slots[slot] = entry;
    const { entries } = this;
    entries[entry + hashAt] = hash;
    entries[entry + unitsAt] = from;
    entries[entry + lengthAt] = raw.length;
    const word = foldWord(raw);
    entries[entry + doubtAt] = Number(mayBeLeftOut(word));
    for (const [number, language] of languagesByNumber.entries())
      entries[entry + formAt + number] = this.numberOf(formOf(raw, word, language));
    if (this.count * entrySize === entries.length) this.grow();
    return entry;
  }

  private keepUnits(raw: string): number {
    const from = this.unitCount;
    this.unitCount += raw.length;
    if (this.unitCount > this.units.length) {
      const larger = new Uint16Array(Math.max(this.unitCount, this.units.length * 2));
      larger.set(this.units);
      this.units = larger;
    }
    for (let at = 0; at < raw.length; at++) this.units[from + at] = raw.charCodeAt(at);
    return from;
  }

  private numberOf(form: string): number {
    if (form === '') return -1;
    const known = this.formNumbers.get(form);
    if (known !== undefined) return known;
    this.formNumbers.set(form, this.forms.length);
    return this.forms.push(form) - 1;
  }

  private grow(): void {
    const entries = new Int32Array(this.entries.length * 2);
    entries.set(this.entries);
    this.entries = entries;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let entry = 0; entry < this.count * entrySize; entry += entrySize) {
      const hash = entries[entry + hashAt] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = entry;
    }
  }
}

/** The form a run is indexed by. A stop word in capitals is a name (`US`, `WHO`) and stays in capitals. */
function formOf(raw: string, word: string, language: (typeof languagesByNumber)[number]): string {
  return isInCapitals(raw) && isStopWord(word, language) ? nameForm(word) : word;
}

/** How a stop word is indexed where it is written in capitals. No other form holds capitals. */
export function nameForm(word: string): string {
  return word.toUpperCase();
}

function mergeSorted(
  a: readonly number[],
  b: readonly number[],
  compare: (a: number, b: number) => number,
): number[] {
  const merged: number[] = [];
  let at = 0;
  for (const one of b) {
    while (at < a.length && compare(a[at] ?? 0, one) < 0) merged.push(a[at++] ?? 0);
    merged.push(one);
  }
  while (at < a.length) merged.push(a[at++] ?? 0);
  return merged;
}
