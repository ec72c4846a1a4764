import { fold } from '#core/text/fold.ts';
import {
  type ColumnMapping,
  type ColumnRole,
  columnRoles,
  type TableFormat,
  type TableHead,
} from './column-mapping.ts';
import { dateOrderOf, readCellDate } from './read-cell-date.ts';

type Layout = Pick<TableHead, 'headings' | 'rows'>;

/** What columns are called, the surest first: in English, French and Arabic, folded, without signs between words. */
const names: Readonly<Record<ColumnRole | 'text', readonly RegExp[]>> = {
  text: [
    /^(?:full ?text|texte? (?:integral|complet)|article ?(?:text|body|content)|body ?text|content ?text)$/,
    /^(?:content|contents|contenu|text|texte|body|corps|corps du texte|article|النص|المحتوي|نص)$/,
    /(?:^| )(?:content|contenu|text|texte|body|corps)(?: (?:encoded|html|rendered|plain|raw))?$/,
    /^(?:story|message|description|summary|resume|selftext|abstract)$/,
  ],
  title: [
    /^(?:title|titre|headline|العنوان)$/,
    /(?:^| )(?:title|titre|headline)(?: rendered)?$/,
    /^(?:subject|objet|sujet|heading|name|nom)$/,
  ],
  date: [
    /^(?:date ?published|published(?: ?(?:at|on|date|time))?|publication ?date|pub ?date|publish ?(?:date|time)|date (?:de )?(?:publication|parution)|publie le|تاريخ النشر)$/,
    /^(?:date|datetime|timestamp|jour|التاريخ)$/,
    /^(?:created(?: ?(?:at|on|utc|time))?|time|posted(?: ?(?:at|on))?)$/,
    /(?:^| )(?:published|publication|pubdate|date)(?: |$)/,
  ],
  byline: [
    /^(?:authors?|auteure?s?|by ?line|by|par|writer|journaliste?|creator|الكاتب|المولف)$/,
    /(?:^| )(?:author|auteur|creator)(?: name)?$/,
  ],
  publisher: [
    /^(?:publisher|editeur|outlet|media|medium|newspaper|journal|publication|site ?name|الناشر)$/,
    /^(?:source(?: ?name)?|المصدر)$/,
  ],
  carrier: [/^(?:carrier|aggregator|agregateur|provider|fournisseur|database|via|repris par)$/],
  address: [
    /^(?:url|link|lien|href|permalink|source ?url|article ?url|web ?address|adresse|الرابط)$/,
    /(?:^| )(?:url|link|lien)$/,
  ],
};

/** Suggest what the columns of a table are, by what they are called and what stands in them. */
export function guessColumns(format: TableFormat, layout: Layout): ColumnMapping {
  const hasHeadings = format !== 'csv' || looksLikeHeadings(layout);
  const rows = hasHeadings ? layout.rows : [layout.headings, ...layout.rows];
  const called = hasHeadings ? layout.headings.map(plainName) : layout.headings.map(() => '');
  const columns = called.map((name, at) => ({ at, name, cells: rows.map((row) => row[at] ?? '') }));
  const text = guessText(columns);
  const roles: Partial<Record<ColumnRole, number>> = {};
  for (const role of columnRoles) {
    const free = columns.filter(({ at }) => at !== text?.at && !Object.values(roles).includes(at));
    const found = byName(free, role) ?? byContent(free, role);
    if (found) roles[role] = found.at;
  }
  const dates = columns.find(({ at }) => at === roles.date)?.cells ?? [];
  return { hasHeadings, text: text ? [text.at] : [], roles, dateOrder: dateOrderOf(dates) };
}

type Column = { readonly at: number; readonly name: string; readonly cells: readonly string[] };

function plainName(heading: string): string {
  const parted = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return fold(parted)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Longer cells in the first line are no headings. */
const longestHeading = 160;

/** Headings are short, differ from one another, and are neither numbers, dates nor addresses. */
function looksLikeHeadings({ headings, rows }: Layout): boolean {
  if (new Set(headings).size !== headings.length) return false;
  const isData = (one: string) =>
    one.length > longestHeading ||
    /^-?[\d.,]+$/.test(one) ||
    /^https?:/i.test(one) ||
    readCellDate(one, 'day-first') !== null;
  if (headings.some(isData)) return false;
  const patterns = Object.values(names).flat();
  const isKnown = headings.some((one) => patterns.some((name) => name.test(plainName(one))));
  return isKnown || (rows.length > 0 && headings.every((one) => one !== ''));
}

/** A text has this many characters on average; a heading that is called one may stand over less. */
const longCells = 80;

function guessText(columns: readonly Column[]): Column | null {
  const longest = columns.reduce<Column | null>(
    (best, one) => (best === null || averageLength(one) > averageLength(best) ? one : best),
    null,
  );
  const named = byName(columns, 'text');
  if (named === null) return longest !== null && averageLength(longest) >= longCells ? longest : null;
  // A column called `text` with a few words in it beside one of many paragraphs is not the text.
  const isOutdone = longest !== null && averageLength(longest) > 8 * Math.max(averageLength(named), 25);
  return isOutdone ? longest : named;
}

function averageLength({ cells }: Column): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length);
}

function byName(columns: readonly Column[], role: ColumnRole | 'text'): Column | null {
  for (const name of names[role]) {
    const found = columns.find((column) => name.test(column.name) && fits(column, role));
    if (found) return found;
  }
  return null;
}

/** Whether what stands in a column can be what it is called. */
function fits({ cells }: Column, role: ColumnRole | 'text'): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (role === 'address') return filled.every((cell) => /^\s*(?:https?:\/\/|www\.|\/)/i.test(cell));
  if (role === 'text') return true;
  if (role === 'date') return filled.length === 0 || filled.some((cell) => /\d/.test(cell));
  return filled.every((cell) => cell.length < 400 && !/^\s*https?:\/\//i.test(cell));
}

/** Dates and addresses show what they are, whatever they are called. */
function byContent(columns: readonly Column[], role: ColumnRole): Column | null {
  if (role !== 'date' && role !== 'address') return null;
  const shows = (cell: string) =>
    role === 'address'
      ? /^https?:\/\/\S+$/i.test(cell.trim())
      : !/^\s*\d+\s*$/.test(cell) && readCellDate(cell, 'day-first') !== null;
  const fitting = columns.filter(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.every(shows);
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
