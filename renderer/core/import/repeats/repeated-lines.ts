import type { Article, NoiseSpan } from '#core/article.ts';
import { boilerplateKind } from '#core/import/boilerplate.ts';
import { isProse, type Line, readLines } from '#core/import/lines.ts';
import { textGroup } from '#core/library/same-text.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { type Source, sourceOf } from './source-of.ts';

/** A line that stands in many texts of one source, which may make it boilerplate: only a suggestion. */
export type RepeatedLine = {
  readonly text: string;
  /** Different texts it stands in; carriers of the same text count once. */
  readonly texts: number;
  /** Articles in which it is not marked as boilerplate yet. */
  readonly unmarked: number;
  readonly kind: NoiseSpan['kind'];
  /** It reads like running text, which an author may have repeated. */
  readonly isProse: boolean;
  /** Articles whose title the program took it for. */
  readonly titled: number;
  /** It stands in at least half of the texts, reads like no sentence and is nowhere the title. */
  readonly isLikely: boolean;
};

/** The lines that texts of one source share, the most frequent first. */
export type RepeatedSource = Source & {
  /** Texts of the source that were looked at. */
  readonly texts: number;
  readonly lines: readonly RepeatedLine[];
};

/** Fewer texts tell nothing, nor does a line in less than a tenth of them. */
const fewestTexts = 3;
const smallestShare = 0.1;
const likelyShare = 0.5;

const mostLines = 200;
const longestLine = 600;

type Count = { texts: number; unmarked: number; titled: number; text: string };

/** A line of an article, as far as it is counted. */
type Met = { readonly line: string; readonly isUnmarked: boolean; readonly isTitle: boolean };
type Sheet = {
  readonly source: Source;
  texts: number;
  readonly groups: Set<string>;
  readonly lines: Map<number, Count>;
};

/** Lines that are counted at a time: some megabytes, however many articles there are. */
const mostCounted = 60_000;

/** Counts the lines of articles by their source. */
export type LineCounter = {
  add(article: Article, text: string): void;
  /** Lines were forgotten to stay small: `found` counts some too low, and another counter has to count those alone. */
  readonly isRough: () => boolean;
  readonly found: () => RepeatedSource[];
};

/**
 * Count which lines stand in many texts of one source. Lines met once are forgotten when there are too many, so that it
 * stays small over any number of articles; one that stands in a tenth of the texts comes back.
 *
 * @param only Count these lines and no others, exactly: what a first counter found.
 */
export function createLineCounter(only?: readonly RepeatedSource[], most = mostCounted): LineCounter {
  const sheets = new Map<string, Sheet>();
  const wanted = only && new Map(only.map(({ key, lines }) => [key, new Set(lines.map(({ text }) => text))]));
  const wantedOf = (key: string) => wanted && (wanted.get(key) ?? new Set<string>());
  let counted = 0;
  let isRough = false;

  function forget(): void {
    isRough = true;
    counted = 0;
    for (const { lines } of sheets.values()) {
      for (const [hash, { texts }] of lines) if (texts < 2) lines.delete(hash);
      counted += lines.size;
    }
  }

  function sheetOf(source: Source): Sheet {
    const known = sheets.get(source.key);
    if (known !== undefined) return known;
    const fresh: Sheet = { source, texts: 0, groups: new Set(), lines: new Map() };
    sheets.set(source.key, fresh);
    return fresh;
  }

  function count(lines: Map<number, Count>, hash: number): Count {
    const known = lines.get(hash);
    if (known !== undefined) return known;
    const fresh: Count = { texts: 0, unmarked: 0, titled: 0, text: '' };
    lines.set(hash, fresh);
    counted += 1;
    return fresh;
  }

  return {
    add(article, text) {
      const sheet = sheetOf(sourceOf(article));
      const isCopy = isKnownText(sheet, article);
      if (!isCopy) sheet.texts += 1;
      for (const [hash, met] of linesOf(article, text, wantedOf(sheet.source.key)))
        tally(count(sheet.lines, hash), met, isCopy);
      if (wanted === undefined && counted > most) forget();
    },
    isRough: () => isRough,
    found: () => [...sheets.values()].map(foundIn).filter(({ lines }) => lines.length > 0),
  };
}

function tally(one: Count, { line, isUnmarked, isTitle }: Met, isCopy: boolean): void {
  if (!isCopy) one.texts += 1;
  if (isUnmarked) one.unmarked += 1;
  if (isTitle) one.titled += 1;
  // A part of a text would keep all of it in memory.
  if (one.texts > 1 && one.text === '') one.text = Array.from(line).join('');
}

/** The different lines of an article by their hash. */
function linesOf(article: Article, text: string, wanted: ReadonlySet<string> | undefined): Map<number, Met> {
  const found = new Map<number, Met>();
  const title = article.title.evidence;
  for (const place of markable(article, text)) {
    const line = text.slice(place.start, place.end);
    if (wanted !== undefined && !wanted.has(line)) continue;
    const hash = hashLine(line);
    const isUnmarked = !article.noise.some((span) => overlaps(span, place));
    const isTitle = title !== null && overlaps(title, place);
    if (isUnmarked || !found.has(hash)) found.set(hash, { line, isUnmarked, isTitle });
  }
  return found;
}

/** Carriers of one text share all of its lines, which tells nothing of any of them. */
function isKnownText({ groups }: Sheet, article: Article): boolean {
  const group = textGroup(article) ?? article.textSha256;
  if (groups.has(group)) return true;
  groups.add(group);
  return false;
}

function foundIn({ source, texts, lines }: Sheet): RepeatedSource {
  const least = Math.max(fewestTexts, texts * smallestShare);
  const often = [...lines.values()].filter((one) => one.texts >= least && one.unmarked > 0);
  const ranked = often.sort((a, b) => b.texts - a.texts || (a.text < b.text ? -1 : 1)).slice(0, mostLines);
  return { ...source, texts, lines: ranked.map((one) => judged(one, texts)) };
}

function judged({ text, texts, unmarked, titled }: Count, of: number): RepeatedLine {
  const [line] = readLines(text);
  const reads = line !== undefined && isProse(line);
  return {
    text,
    texts,
    unmarked,
    kind: (line && boilerplateKind(line)) ?? kindByLength(line),
    titled,
    isProse: reads,
    isLikely: !reads && titled === 0 && texts >= of * likelyShare,
  };
}

/** Links of a menu are short; what is longer is the site speaking. */
function kindByLength(line: Line | undefined): NoiseSpan['kind'] {
  return (line?.words ?? 0) > 6 ? 'notice' : 'menu';
}

/** The places in an article of lines that were chosen, as far as they are not boilerplate yet. */
export function placesOf(article: Article, text: string, chosen: ReadonlySet<string>): TextSpan[] {
  return markable(article, text).filter(
    (place) =>
      chosen.has(text.slice(place.start, place.end)) && !article.noise.some((span) => overlaps(span, place)),
  );
}

/** Its lines without what says who wrote it and when, and what the analyst said is text. */
function markable(article: Article, text: string): TextSpan[] {
  const { byline, publisher, carrier, publishedAt, spared = [] } = article;
  const told = [byline, publisher, carrier, publishedAt].flatMap((field) => field?.evidence ?? []);
  const kept = [...told, ...spared];
  return paragraphs(text).flatMap(({ start, end }) => {
    const place = trimmed(text, start, end);
    const length = place.end - place.start;
    if (length < 2 || length > longestLine || kept.some((span) => overlaps(span, place))) return [];
    return [place];
  });
}

function trimmed(text: string, start: number, end: number): TextSpan {
  const whole = text.slice(start, end);
  const from = start + whole.length - whole.trimStart().length;
  return { start: from, end: from + whole.trim().length };
}

/** 53 bits of a line (two rounds of FNV-1a with other factors): among millions of lines no two are likely to share them. */
function hashLine(line: string): number {
  let low = 0x811c9dc5;
  let high = 0x41c6ce57;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return ((high >>> 0) & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
