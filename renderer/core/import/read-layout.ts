import { boilerplateKind } from './boilerplate.ts';
import { isProse, type Line } from './lines.ts';
import { parseStatedDate } from './stated-date.ts';

/** A line that tells who wrote the article, printed under it. */
export type Bio = {
  readonly line: Line;
  readonly name: string;
  /** Whom the writer says to write for; `null` when it is not said. */
  readonly outlet: string | null;
};

/** Where the parts of an article's text lie. */
export type Layout = {
  readonly lines: readonly Line[];
  /** Kind of boilerplate by line, of lines that are that on their own account. */
  readonly kinds: ReadonlyMap<Line, NonNullable<ReturnType<typeof boilerplateKind>>>;
  /** Lines before the first running text, boilerplate included; of a great many, the first. */
  readonly header: readonly Line[];
  /** From the first to the last line of running text. */
  readonly body: readonly Line[];
  /** Lines after the last running text; of a great many, the first. */
  readonly footer: readonly Line[];
  readonly bio: Bio | null;
};

/** Lines of a header or footer that are looked at: what takes more is a list, not the margin of an article. */
const longestMargin = 100;

/** Tell the header, the body and the footer of a text apart. A text without running text is all body. */
export function readLayout(lines: readonly Line[]): Layout {
  const kinds = new Map(
    lines.flatMap((line) => {
      const kind = boilerplateKind(line);
      return kind ? [[line, kind] as const] : [];
    }),
  );
  const prose = lines.filter((line) => !kinds.has(line) && isProse(line) && !parseStatedDate(line.text));
  const bio = prose.length > 1 ? readBio(lines, prose.at(-1)) : null;
  const last = bio ? prose.at(-2) : prose.at(-1);
  const first = prose[0];
  if (!first || !last) return { lines, kinds, header: [], body: lines, footer: [], bio: null };
  return {
    lines,
    kinds,
    header: lines.filter((line) => line.start < first.start).slice(0, longestMargin),
    body: lines.filter((line) => line.start >= first.start && line.start <= last.start),
    footer: lines.filter((line) => line.start > last.start).slice(0, longestMargin),
    bio,
  };
}

const trade =
  'journalist|reporter|writer|author|blogger|editor|correspondent|columnist|contributor|freelancer?|producer|influencer|journaliste|rédact(?:eur|rice)|auteure?|correspondante?|reporter|blogueu(?:r|se)|chroniqueu(?:r|se)';
const nameWords = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){1,4}";
const firstPerson = new RegExp(
  `^(?:I am|I[’']m|My name is|Je suis|Je m[’']appelle) (${nameWords})[,.]? .{0,120}?\\b(?:${trade})\\b`,
  'u',
);
const thirdPerson = new RegExp(
  `^(${nameWords}) (?:is|was|est) (?:an?|the|une?|le|la|our|notre) .{0,120}?\\b(?:${trade})\\b`,
  'u',
);
const outletWord = "[\\p{L}\\p{N}'’&-]*(?:\\.[\\p{L}\\p{N}]+)*";
const writesFor = new RegExp(
  `\\b(?:${trade})s? (?:for|at|with|of|pour|à|chez|de) (?:the )?(\\p{Lu}${outletWord}(?:\\s+(?:\\p{Lu}|\\p{N})${outletWord}){0,4})`,
  'u',
);

/**
 * The last running text, when in it a writer introduces themself; or when it introduces a person whose name is printed
 * alone on a line as well. A sentence of the article about a journalist is neither.
 */
function readBio(lines: readonly Line[], line: Line | undefined): Bio | null {
  if (!line || line.text.length > 1500) return null;
  const outlet = writesFor.exec(line.text)?.[1] ?? null;
  const own = firstPerson.exec(line.text)?.[1];
  if (own !== undefined) return { line, name: own.replace(/[.,]+$/, ''), outlet };
  const name = thirdPerson.exec(line.text)?.[1];
  if (name === undefined || !lines.some(({ text }) => isNameLine(text, name))) return null;
  return { line, name, outlet };
}

/** Whether a line is `name` alone, or with the words that go before an author's name. */
export function isNameLine(text: string, name: string): boolean {
  return (
    text.length < name.length + 30 && text.replace(/^(?:by|par|about|author|auteur)\b\s*:?\s*/i, '') === name
  );
}
