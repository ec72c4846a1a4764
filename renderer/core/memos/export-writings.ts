import { briefStyle } from '#core/exchange/brief-style.ts';
import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import { exportPolicy } from '#core/exchange/to-html.ts';
import { inline } from '#core/exchange/to-markdown.ts';
import type { MemoTarget } from './memo.ts';
import { nameThing, type Shelf } from './things.ts';
import type { Writing } from './writings.ts';

/** The words of a file of memos, in the language of the screen. */
export type WritingWords = {
  readonly title: string;
  /** For `lang` of a page. */
  readonly language: string;
  readonly columns: {
    readonly kind: string;
    readonly name: string;
    readonly text: string;
    readonly on: string;
    readonly links: string;
    readonly author: string;
    readonly made: string;
    readonly changed: string;
  };
  readonly memo: string;
  readonly note: string;
  readonly untitled: string;
  /** `on` a kind: "Article", "The whole workspace" … */
  readonly subject: (kind: Writing['subject']['kind']) => string;
  /** What stands for a thing that was deleted. */
  readonly gone: (kind: MemoTarget['kind']) => string;
  readonly author: (writing: Writing) => string;
};

type Sources = { readonly shelf: Shelf; readonly words: WritingWords };

/** Writings as rows of a table, the heads first; what they are on and lead to by name and by id. */
export function writingsToRows(writings: readonly Writing[], sources: Sources): string[][] {
  const { columns } = sources.words;
  const heads = [
    columns.kind,
    columns.name,
    columns.text,
    columns.on,
    columns.links,
    columns.author,
    columns.made,
    columns.changed,
    'id',
  ];
  return [heads, ...writings.map((writing) => toRow(writing, sources))];
}

function toRow(writing: Writing, sources: Sources): string[] {
  const { memo, words } = { ...writing, ...sources };
  return [
    memo === null ? words.note : words.memo,
    // A note has no title of its own: the words it stands on are in the column for that.
    memo?.title ?? '',
    writing.text,
    nameSubject(writing, sources),
    linkNames(writing, sources).join('\n'),
    words.author(writing),
    writing.createdAt,
    writing.updatedAt,
    writing.key,
  ];
}

/** Writings as Markdown, one heading each. What is in them is text: nothing of it becomes markup. */
export function writingsToMarkdown(writings: readonly Writing[], sources: Sources): string {
  const { words } = sources;
  const parts = writings.map((writing) => {
    const facts = listFacts(writing, sources).map(([label, value]) => `- ${inline(label)}: ${inline(value)}`);
    const body = writing.text
      .split('\n')
      .map((line) => (line.trim() === '' ? '' : `${inline(line)}  `))
      .join('\n')
      .trim();
    return [`## ${inline(title(writing, words))}`, facts.join('\n'), body]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return `${[`# ${inline(words.title)}`, ...parts].join('\n\n')}\n`;
}

/** Writings as one HTML page that needs nothing else and runs nothing. */
export function writingsToHtml(writings: readonly Writing[], sources: Sources): string {
  const { words } = sources;
  return markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${exportPolicy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
<style>${{ markup: briefStyle }}</style>
</head>
<body>
<header><h1 dir="auto">${words.title}</h1></header>
<main>
${writings.map((writing) => markup`${article(writing, sources)}\n`)}
</main>
</body>
</html>
`.markup;
}

function article(writing: Writing, sources: Sources): Markup {
  const facts = listFacts(writing, sources).map(
    ([label, value]) => markup`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>`,
  );
  const paragraphs = writing.text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => markup`<p dir="auto">${lines(paragraph)}</p>`);
  return markup`<section id="${writing.key}"><h2 dir="auto">${title(writing, sources.words)}</h2>
<dl class="facts">${facts}</dl>
${paragraphs.length === 0 ? nothing : paragraphs}</section>`;
}

function lines(paragraph: string): Markup[] {
  return paragraph.split('\n').map((line, at) => (at === 0 ? markup`${line}` : markup`<br>${line}`));
}

function listFacts(writing: Writing, sources: Sources): [string, string][] {
  const { columns, author } = sources.words;
  const rows: [string, string][] = [
    [columns.on, nameSubject(writing, sources)],
    ...linkNames(writing, sources).map((name): [string, string] => [columns.links, name]),
    [columns.author, author(writing)],
    [columns.made, writing.createdAt],
    [columns.changed, writing.updatedAt],
  ];
  return rows.filter(([, value]) => value !== '');
}

function title({ memo, name }: Writing, words: WritingWords): string {
  if (name === '') return words.untitled;
  return memo === null ? `${words.note}: “${name}”` : name;
}

function nameSubject({ subject }: Writing, { shelf, words }: Sources): string {
  if (!('id' in subject)) return words.subject(subject.kind);
  return nameTarget(subject, { shelf, words });
}

function linkNames({ memo }: Writing, sources: Sources): string[] {
  return memo?.links.map((link) => nameTarget(link, sources)) ?? [];
}

function nameTarget(target: MemoTarget, { shelf, words }: Sources): string {
  const thing = nameThing(target, shelf);
  if (thing === null) return words.gone(target.kind);
  const name = thing.name === '' ? words.untitled : thing.name;
  const where = thing.where === '' ? '' : ` (${thing.where})`;
  return `${words.subject(target.kind)}: ${target.kind === 'highlight' ? `“${name}”` : name}${where}`;
}
