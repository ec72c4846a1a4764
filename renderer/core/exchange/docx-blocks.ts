import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Citation, ComposedBlock, Endnote, Run } from '#core/brief/composed-brief.ts';
import type { BlockId } from '#core/ids.ts';
import { replaceUnwritable } from './markup.ts';

/** PNG pictures of map figures, by block. A figure without one is left to its list of places. */
export type Pictures = ReadonlyMap<BlockId, Uint8Array>;

type Piece = Paragraph | Table;
type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string };

/** Pixels of a figure in the text column of an A4 page. */
const pictureWidth = 620;
const strongCharacter = /[\p{L}\p{N}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A block as paragraphs and tables of a Word document. */
export function writeBlock(block: ComposedBlock, pictures: Pictures): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: writeRuns(block.runs),
          ...directionOf(block.runs),
        }),
      ];
    case 'paragraph':
      return block.lines.map(
        ({ bullet, runs }) =>
          new Paragraph({
            style: 'Body',
            children: writeRuns(runs),
            ...directionOf(runs),
            ...(bullet ? { bullet: { level: 0 } } : {}),
          }),
      );
    case 'quote':
      return [
        prose(block.passage, 'Passage', block.missing ? { italics: true } : {}),
        new Paragraph({
          style: 'PassageSource',
          children: [...cite(block.citation), ...writeText(` ${block.source}`)],
        }),
      ];
    case 'map':
      return writeMap(block, pictures.get(block.blockId));
    case 'table':
      return [
        caption(block.label, block.caption),
        block.rows.length === 0
          ? prose(block.empty, 'Body')
          : writeTable(
              block.columns,
              block.rows.map((row) => [
                new Paragraph({ style: 'Cell', children: cite(row.citation) }),
                ...row.cells.map((cell) => prose(cell, 'Cell')),
              ]),
            ),
        new Paragraph({ style: 'Body' }),
      ];
  }
}

/** A note: number, title, exact passage and what proves it. Its bookmark is what citations lead to. */
export function writeNote(note: Endnote, backLabel: string): Paragraph[] {
  const number = new Bookmark({
    id: `note_${note.number}`,
    children: [new TextRun({ text: `[${note.number}]`, bold: true })],
  });
  const backs = Array.from(
    { length: note.occurrences },
    (_, index) =>
      new InternalHyperlink({
        anchor: citationName({ number: note.number, occurrence: index + 1 }),
        children: [
          new TextRun({
            text: index === 0 ? ` ${backLabel}` : ` ${index + 1}`,
            style: 'Hyperlink',
            size: 16,
          }),
        ],
      }),
  );
  return [
    new Paragraph({
      style: 'NoteTitle',
      children: [number, ...writeText(` ${note.title}`, { bold: true }), ...backs],
    }),
    prose(
      note.missing ? note.passage : `“${note.passage}”`,
      'NoteText',
      note.missing ? { italics: true } : {},
    ),
    ...note.facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: 'NoteFact',
          children: [...writeText(`${label}: `, { color: '5C5D56' }), ...writeText(value)],
        }),
    ),
  ];
}

/** Words in a paragraph of a style, laid out in their own direction. */
export function prose(text: string, style: string, look: Look = {}): Paragraph {
  return new Paragraph({
    style,
    children: writeText(text, look),
    ...(isRightToLeft(text) ? { bidirectional: true } : {}),
  });
}

function writeMap(block: Extract<ComposedBlock, { kind: 'map' }>, picture: Uint8Array | undefined): Piece[] {
  const pieces: Piece[] = [];
  if (block.figure !== null && picture !== undefined) {
    const { width, height, description } = block.figure;
    const transformation = { width: pictureWidth, height: Math.round((pictureWidth * height) / width) };
    const altText = { name: block.label, title: block.label, description: replaceUnwritable(description) };
    pieces.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: [new ImageRun({ type: 'png', data: picture, transformation, altText })],
      }),
    );
  }
  pieces.push(caption(block.label, `${block.caption} ${block.scope}`.trim()));
  if (block.places.length > 0) {
    const rows = block.places.map(({ name, precision, position, passages }) =>
      [name, precision, position, passages].map((cell) => prose(cell, 'Cell')),
    );
    pieces.push(writeTable(block.columns, rows), new Paragraph({ style: 'Body' }));
  }
  return pieces;
}

function caption(label: string, words: string): Paragraph {
  return new Paragraph({
    style: 'FigureCaption',
    children: [...writeText(`${label}. `, { bold: true }), ...writeText(words)],
  });
}

function writeTable(columns: readonly string[], rows: readonly (readonly Paragraph[])[]): Table {
  const head = new TableRow({
    tableHeader: true,
    children: columns.map(
      (column) =>
        new TableCell({
          children: [new Paragraph({ style: 'Cell', children: writeText(column, { bold: true }) })],
        }),
    ),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      head,
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((cell) => new TableCell({ children: [cell] })) }),
      ),
    ],
  });
}

function writeRuns(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run) => (run.kind === 'text' ? writeText(run.text) : cite(run)));
}

/** A link to the note, with a bookmark around it for the way back. */
function cite(citation: Citation): ParagraphChild[] {
  const link = new InternalHyperlink({
    anchor: `note_${citation.number}`,
    children: [new TextRun({ text: `[${citation.number}]`, style: 'Hyperlink' })],
  });
  return [new Bookmark({ id: citationName(citation), children: [link] })];
}

function citationName({ number, occurrence }: Citation): string {
  return `cite_${number}_${occurrence}`;
}

function writeText(text: string, look: Look = {}): TextRun[] {
  return replaceUnwritable(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...look,
          ...(index > 0 ? { break: 1 } : {}),
          ...(isRightToLeft(line) ? { rightToLeft: true } : {}),
        }),
    );
}

function directionOf(runs: readonly Run[]): { bidirectional?: true } {
  const words = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  return isRightToLeft(words) ? { bidirectional: true } : {};
}

/** Whether the first letter or digit of `text` belongs to a script written from right to left. */
function isRightToLeft(text: string): boolean {
  const first = strongCharacter.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}
