import type { NoiseSpan } from '#core/article.ts';
import type { Line } from '#core/import/lines.ts';

/**
 * What a mail repeats of the one it answers, its signature and the footer of its list. A forwarded mail is what the
 * sender wants to be read, and stays text; so does all of a mail that holds hardly anything else.
 *
 * @param lines Those of its text.
 * @param subject As its header states it.
 */
export function findMailNoise(lines: readonly Line[], subject: string): NoiseSpan[] {
  const kinds = new Map<Line, NoiseSpan['kind']>();
  const signature = signatureFrom(lines);
  for (const line of lines.slice(signature)) kinds.set(line, 'signature');
  for (const line of lines.slice(footerFrom(lines))) kinds.set(line, 'notice');
  if (!isForwarded(subject))
    for (const line of quotedLines(lines, replied.test(subject))) kinds.set(line, 'quoted');
  if (countOwn(lines, kinds) < fewestOwn) return [];
  return joined(lines, kinds);
}

/** Words a mail has of its own, or all of it is text. */
export const fewestOwn = 4;

const replied = /^\s*(?:re|aw|sv|rép?|réf|antw|رد)\s*(?:\[\d+\])?\s*:/iu;
const forwarded = /^\s*(?:fwd?|tr|wg|i)\s*:/iu;

/** Whether a mail with this subject hands another one on. */
export function isForwarded(subject: string): boolean {
  return forwarded.test(subject);
}

/** `Amadou wrote:`, and the end of one that is broken over two lines. */
const attribution = /(?:\p{L}|[>)\]”"]|\d)\s*(?:wrote|writes|said|écrit|écrivait|schrieb|كتب)\s*:$/u;
const attributionStart = /^(?:On|Le|Am|At|In) .*\d/u;

const quoteMark = /^(?:\p{L}{1,3})?>/u;

/** Where other programs put the mail that is answered, whole, under the answer. */
const original =
  /^-{2,}\s*(?:Original (?:Message|Mail)|Message d[’']origine|Ursprüngliche Nachricht|Reply message)\s*-{2,}$/iu;

function quotedLines(lines: readonly Line[], isReply: boolean): Line[] {
  const quoted: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    // Where what follows is marked line by line, the answers stand between.
    if (isReply && original.test(line.text) && !lines.slice(at).some((one) => quoteMark.test(one.text)))
      return [...quoted, ...lines.slice(at)];
    if (!quoteMark.test(line.text)) {
      at += 1;
      continue;
    }
    const head = headOf(lines, at);
    const end = blockEnd(lines, at);
    if (isReply || head.length > 0) quoted.push(...head, ...lines.slice(at, end));
    at = end;
  }
  return quoted;
}

/** The line or two that say whose words follow. */
function headOf(lines: readonly Line[], at: number): Line[] {
  const [before, last] = [lines[at - 2], lines[at - 1]];
  if (last === undefined || last.text.length > 200 || !attribution.test(last.text)) return [];
  const isBroken = before !== undefined && last.followsDirectly && attributionStart.test(before.text);
  return isBroken && !attributionStart.test(last.text) ? [before, last] : [last];
}

function blockEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length && quoteMark.test(lines[end]?.text ?? '')) end += 1;
  return end;
}

/** Lines and characters of a signature at most: what is longer is a letter that has a rule in it. */
const mostSignatureLines = 12;
const longestSignature = 900;

/** The first line of the signature: `--` alone on its line, and little behind it. */
function signatureFrom(lines: readonly Line[]): number {
  const at = lines.findLastIndex(({ text }) => text === '--');
  const rest = lines.slice(at);
  const length = (rest.at(-1)?.end ?? 0) - (rest[0]?.start ?? 0);
  const isShort = rest.length <= mostSignatureLines && length <= longestSignature;
  return at > 0 && isShort ? at : lines.length;
}

/** The first line of what a mailing list puts under each mail: a rule, and little behind it. */
function footerFrom(lines: readonly Line[]): number {
  const at = lines.findLastIndex(({ text }) => /^[_=-]{20,}$/.test(text));
  const rest = lines.slice(at + 1);
  const isFooter = rest.some(({ text }) =>
    /https?:\/\/|@\S+\.\S|mailing list|unsubscribe|désinscri/iu.test(text),
  );
  return at > 0 && isFooter && rest.length <= 8 ? at : lines.length;
}

function countOwn(lines: readonly Line[], kinds: ReadonlyMap<Line, unknown>): number {
  return lines.reduce((sum, line) => sum + (kinds.has(line) ? 0 : line.words), 0);
}

/** Lines that follow one another and are of one kind, as one span. */
function joined(lines: readonly Line[], kinds: ReadonlyMap<Line, NoiseSpan['kind']>): NoiseSpan[] {
  const spans: NoiseSpan[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const kind = kinds.get(line);
    const last = spans.at(-1);
    if (kind !== undefined && last?.kind === kind && last.end === before?.end)
      spans[spans.length - 1] = { ...last, end: line.end };
    else if (kind !== undefined) spans.push({ start: line.start, end: line.end, kind });
    before = line;
  }
  return spans;
}
