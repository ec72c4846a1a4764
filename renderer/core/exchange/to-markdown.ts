import type { Citation, ComposedBlock, ComposedBrief, Endnote, Run } from '#core/brief/composed-brief.ts';
import { replaceUnwritable } from './markup.ts';

/** Write a brief as Markdown with footnotes (`[^1]`), as GitHub, Pandoc and Obsidian read them. */
export function toMarkdown(brief: ComposedBrief): string {
  const facts = brief.facts.map(({ label, value }) => `- **${inline(label)}:** ${inline(value)}`);
  const parts = [
    `# ${inline(brief.title)}`,
    `**${inline(brief.tlp.label)}** ${inline(brief.tlp.meaning)}`,
    facts.join('\n'),
    ...brief.blocks.map(writeBlock),
    ...(brief.notes.length === 0 ? [] : [`## ${inline(brief.notesTitle)}`]),
    ...brief.notes.map(writeNote),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeBlock(block: ComposedBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${writeRuns(block.runs)}`;
    case 'paragraph':
      return writeLines(block);
    case 'quote':
      return [quoteLines(block.passage), '>', `> — ${inline(block.source)} ${cite(block.citation)}`].join(
        '\n',
      );
    case 'map':
      return writeMap(block);
    case 'table':
      return writeTable(block);
  }
}

function writeLines({ lines }: Extract<ComposedBlock, { kind: 'paragraph' }>): string {
  let written = '';
  for (const [index, { bullet, runs }] of lines.entries()) {
    const joined = bullet && lines[index - 1]?.bullet ? '\n' : '\n\n';
    written += (index === 0 ? '' : joined) + (bullet ? '- ' : '') + writeRuns(runs);
  }
  return written;
}

/** A line of runs; the start of a line is where Markdown sees headings, lists and rules. */
function writeRuns(runs: readonly Run[]): string {
  return guardStart(
    runs.map((run) => (run.kind === 'text' ? escapeInline(run.text) : cite(run))).join(''),
  ).trim();
}

function cite({ number }: Citation): string {
  return `[^${number}]`;
}

function quoteLines(passage: string): string {
  return passage
    .split('\n')
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n>\n');
}

function writeMap(block: Extract<ComposedBlock, { kind: 'map' }>): string {
  const head = `**${inline(block.label)}.** ${[block.caption, block.scope].filter(Boolean).map(inline).join(' ')}`;
  if (block.places.length === 0) return head;
  const rows = block.places.map(({ name, precision, position, passages }) => [
    inline(name),
    inline(precision),
    inline(position),
    inline(passages),
  ]);
  return `${head}\n\n${tableLines(block.columns.map(inline), rows)}`;
}

function writeTable(block: Extract<ComposedBlock, { kind: 'table' }>): string {
  const head = `**${inline(block.label)}.** ${inline(block.caption)}`.trimEnd();
  if (block.rows.length === 0) return `${head}\n\n${inline(block.empty)}`;
  const rows = block.rows.map((row) => [cite(row.citation), ...row.cells.map(inline)]);
  return `${head}\n\n${tableLines(block.columns.map(inline), rows)}`;
}

function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function writeNote(note: Endnote): string {
  const title = note.title === '' ? '' : `**${inline(note.title)}**`;
  const facts = note.facts.map(({ label, value }) => `- ${inline(label)}: ${inline(value)}`).join('\n');
  const body = [title, quoteLines(note.passage), facts].filter((part) => part !== '').join('\n\n');
  const indented = body.split('\n').map((line, index) => (index === 0 || line === '' ? line : `    ${line}`));
  return `[^${note.number}]: ${indented.join('\n')}`;
}

/** Text as Markdown on one line, wherever that stands: line ends become spaces. */
export function inline(text: string): string {
  return guardStart(escapeInline(text.replace(/\s*\n\s*/g, ' ').trim()));
}

/**
 * Escape what Markdown, GitHub's and Pandoc's extensions read as markup: emphasis, code, links, raw HTML, entities,
 * tables, maths, strike-through, footnotes, and addresses they would turn into links by themselves.
 */
export function escapeInline(text: string): string {
  return replaceUnwritable(text)
    .replace(/[\\`*_[\]<>|~$^&@{}]/g, '\\$&')
    .replace(/\b(https?|ftp|mailto|javascript|data|file):/gi, '$1\\:')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/[\r\u2028\u2029\t]/g, ' ');
}

/** Escape what would make a line a heading, a list, a rule, a numbered item or an underline of the line above. */
function guardStart(line: string): string {
  return (
    line
      .replace(/^(\s*)([#+\-=:%])/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      // A colon after a citation at the start would make it the note itself.
      .replace(/^(\s*\[\^\d+\]):/, '$1\\:')
      .trimStart()
  );
}
