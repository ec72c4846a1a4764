import type { Language } from '#core/article.ts';
import { foldWord, isInCapitals, isLeftOut, mayBeLeftOut, scanRuns } from './scan-words.ts';
import { isStopWord } from './stemmers.ts';

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

/**
 * Every run of letters met so far with the form it is indexed by, so that it is folded once only however often it
 * stands in the texts. An open-addressing table over the raw UTF-16 units: no string is made for a run that is known.
 */
export class WordTable {
  /** Each form by its number. */
  forms: string[] = [];
  private formNumbers = new Map<string, number>();
  private slots = new Int32Array(1 << 16).fill(-1);
  private hashes = new Int32Array(1 << 15);
  private count = 0;
  private readonly starts: number[] = [0];
  private units = new Uint16Array(1 << 18);
  /** Three for each run: its form by language number; -1 when nothing is left of it. */
  private readonly formsOf: number[] = [];
  private readonly isDoubtful: boolean[] = [];

  /** Call `visit` with the form of each word of `text`, in order. Not to be called from within `visit`. */
  scan(
    text: string,
    language: LanguageNumber,
    visit: (form: number, start: number, end: number) => void,
  ): void {
    scanRuns(text, (start, end, hash) => {
      const run = this.find(text, start, end, hash);
      const form = this.formsOf[run * 3 + language] ?? -1;
      if (form === -1) return;
      if (this.isDoubtful[run] === true && isLeftOut(this.forms[form] ?? '', text, start, end)) return;
      visit(form, start, end);
    });
  }

  /** Forget everything when it has become too much; the numbers of forms are void then. */
  trim(): void {
    if (this.count < mostRuns) return;
    this.forms = [];
    this.formNumbers = new Map();
    this.slots = new Int32Array(1 << 16).fill(-1);
    this.hashes = new Int32Array(1 << 15);
    this.count = 0;
    this.starts.length = 1;
    this.formsOf.length = 0;
    this.isDoubtful.length = 0;
  }

  private find(text: string, start: number, end: number, hash: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const run = slots[slot] ?? -1;
      if (run === -1) return this.add(text.slice(start, end), hash, slot);
      if (hashes[run] === hash && this.isSame(run, text, start, end)) return run;
      slot = (slot + 1) & mask;
    }
  }

  private isSame(run: number, text: string, start: number, end: number): boolean {
    const from = this.starts[run] ?? 0;
    if ((this.starts[run + 1] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++)
      if (this.units[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  private add(raw: string, hash: number, slot: number): number {
    const run = this.count++;
    const from = this.starts[run] ?? 0;
    if (from + raw.length > this.units.length) {
      const larger = new Uint16Array(Math.max(from + raw.length, this.units.length * 2));
      larger.set(this.units);
      this.units = larger;
    }
    for (let at = 0; at < raw.length; at++) this.units[from + at] = raw.charCodeAt(at);
    this.starts.push(from + raw.length);
    this.hashes[run] = hash;
    this.slots[slot] = run;
    const word = foldWord(raw);
    this.isDoubtful.push(mayBeLeftOut(word));
    for (const language of languagesByNumber) this.formsOf.push(this.numberOf(formOf(raw, word, language)));
    if (this.count === this.hashes.length) this.grow();
    return run;
  }

  private numberOf(form: string): number {
    if (form === '') return -1;
    const known = this.formNumbers.get(form);
    if (known !== undefined) return known;
    this.formNumbers.set(form, this.forms.length);
    return this.forms.push(form) - 1;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 4);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = this.slots.length - 1;
    for (let run = 0; run < this.count; run++) {
      const hash = hashes[run] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = run;
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
