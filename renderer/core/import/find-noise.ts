import { maxNoiseSpans, type NoiseSpan } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';
import { deadLinkIn } from './boilerplate.ts';
import { sameWords } from './find-title.ts';
import type { Line } from './lines.ts';
import { isNameLine, type Layout } from './read-layout.ts';
import { parseStatedDate } from './stated-date.ts';

type Kind = NoiseSpan['kind'];

/**
 * The boilerplate of a text: only what is beyond doubt, as whole lines (but for links that lost their address), in
 * order. What a caption says beyond a name and a credit is evidence and stays.
 */
export function findNoise(layout: Layout, title: Line | null): NoiseSpan[] {
  return layout.lines.flatMap((line, at) => {
    const kind =
      layout.kinds.get(line) ??
      (line === title ? null : (headerKind(layout, line, title) ?? kindInPlace(layout, at, title)));
    if (kind) return [{ start: line.start, end: line.end, kind }];
    const link = deadLinkIn(line);
    return link ? [{ ...link, kind: 'notice' as const }] : [];
  });
}

/** Section labels, breadcrumbs, teasers, dates and second copies of the title above the body. */
function headerKind({ header, body }: Layout, line: Line, title: Line | null): Kind | null {
  if (line.text.length > 600 || (!header.includes(line) && line !== body[0])) return null;
  if (parseStatedDate(line.text)) return 'stamp';
  if (!header.includes(line)) return null;
  if (title && sameWords(line.text, title.text)) return 'menu';
  if (/\s[>»/]\s.*\s[>»/]\s/.test(line.text) && line.words <= 20) return 'menu';
  if (title && isTeaser(line.text, title.text)) return 'menu';
  // A word or two right above other header lines is the name of a section; above a body it might be a headline.
  const next = header[header.indexOf(line) + 1];
  return line.words <= 2 && line === header[0] && next?.followsDirectly === true ? 'menu' : null;
}

/** Whether `text` ends in the beginning of the title, cut off with an ellipsis. */
function isTeaser(text: string, title: string): boolean {
  const cut = /^(.*?)\s*(?:…|\.{3})$/u.exec(text)?.[1];
  if (cut === undefined || cut.length > 400) return false;
  const start = fold(title).slice(0, 20);
  const at = fold(cut).lastIndexOf(start);
  return start.length === 20 && at !== -1 && fold(title).startsWith(fold(cut).slice(at));
}

/** What a line is by what stands around it. */
function kindInPlace({ lines, header, footer, bio }: Layout, at: number, title: Line | null): Kind | null {
  const line = lines[at];
  if (!line || (line.text.length > 600 && line !== bio?.line)) return null;
  if (bio && (line === bio.line || isNameLine(line.text, bio.name))) return 'bio';
  if (title && !header.includes(line) && sameWords(line.text, title.text)) return 'caption';
  const next = lines[at + 1];
  if (isBareCredit(line) || (next && isBareCredit(next) && sameWords(line.text, withoutCredit(next.text))))
    return 'caption';
  return footer.includes(line) && isLinkList(lines, at, footer) ? 'related' : null;
}

const credit =
  /\s*(?:©|\(c\)\s|\b(?:photo|image|picture|crédit|credit|illustration)s?\s*(?::|by\b|par\b)).*$/iu;

function withoutCredit(text: string): string {
  return text.replace(credit, '').trim();
}

/** A picture's credit with at most a name in front: no sentence, no figure, fewer than twelve words. */
function isBareCredit({ text, words: count }: Line): boolean {
  if (text.length > 400 || count > 25 || !credit.test(text)) return false;
  const caption = withoutCredit(text);
  const said = caption.match(/[\p{L}\p{N}]+/gu) ?? [];
  return said.length < 12 && !/\d/.test(caption) && !/[.!?]$/.test(caption);
}

/** Short lines under a heading such as "Related articles" at the end of a page, up to the next heading. */
function isLinkList(lines: readonly Line[], at: number, footer: readonly Line[]): boolean {
  const line = lines[at];
  if (!line || line.words < 3 || line.words > 25 || /[.:]$/.test(line.text)) return false;
  for (let before = at - 1; before >= 0; before--) {
    const other = lines[before];
    if (!other || !footer.includes(other)) return false;
    if (listHeading.test(other.text)) return true;
    if (other.words > 25 || other.words < 3) return false;
  }
  return false;
}

const listHeading =
  /^(?:related (?:articles?|stories|posts|content|news|topics)|recent posts|popular posts|latest news|most read|trending(?: now)?|you (?:may|might) also like|sur le même (?:sujet|thème)|articles? (?:similaires?|liés?|récents?|connexes?)|les plus lus|vous aimerez aussi|dans la même rubrique)\s*:?$/i;

/**
 * The noise that two ways of looking found in `text`, in order; of overlapping spans the one that begins first wins.
 * Neighbours of one kind become one span, the white space between them included.
 */
export function mergeNoise(
  text: string,
  first: readonly NoiseSpan[],
  second: readonly NoiseSpan[],
): NoiseSpan[] {
  const all = [...first, ...second].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: NoiseSpan[] = [];
  for (const span of all) {
    const last = merged.at(-1);
    if (last && span.start < last.end) continue;
    const neighbours = last && last.kind === span.kind && text.slice(last.end, span.start).trim() === '';
    if (neighbours) merged[merged.length - 1] = { ...last, end: span.end };
    else merged.push(span);
  }
  return merged.slice(0, maxNoiseSpans);
}
