import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import { type Pictures, prose, writeBlock, writeNote } from './docx-blocks.ts';
import { replaceUnwritable } from './markup.ts';

/** The colours FIRST gives the labels (TLP 2.0), on black. */
const tlpColors = {
  'TLP:RED': 'FF2B2B',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:AMBER': 'FFC000',
  'TLP:GREEN': '33FF00',
  'TLP:CLEAR': 'FFFFFF',
} as const;

/** A4 and its margins, in twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1300, right: 1130, bottom: 1130, left: 1130 },
};

/**
 * Write a brief as a Word document: citations are links to notes at the end and back, the label stands on every page.
 */
export async function toDocx(brief: ComposedBrief, pictures: Pictures): Promise<Uint8Array> {
  const notes = brief.notes.flatMap((note) => writeNote(note, brief.backLabel));
  const notesTitle = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [new TextRun(brief.notesTitle)],
  });
  const document = new Document({
    title: replaceUnwritable(brief.title),
    creator: replaceUnwritable(brief.author),
    lastModifiedBy: replaceUnwritable(brief.author),
    subject: brief.tlp.label,
    styles: styles(brief),
    sections: [
      {
        properties: { page },
        headers: { default: new Header({ children: [marking(brief)] }) },
        footers: { default: new Footer({ children: [marking(brief), pageNumber(brief)] }) },
        children: [
          prose(brief.title, 'Title'),
          prose(brief.tlp.meaning, 'Fact'),
          ...brief.facts.map(({ label, value }) => prose(`${label}: ${value}`, 'Fact')),
          ...brief.blocks.flatMap((block) => writeBlock(block, pictures)),
          ...(notes.length === 0 ? [] : [notesTitle, ...notes]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function marking({ tlp }: ComposedBrief): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        text: ` ${tlp.label} `,
        bold: true,
        size: 24,
        font: 'Consolas',
        color: tlpColors[tlp.label],
        shading: { type: 'clear', color: 'auto', fill: '000000' },
      }),
    ],
  });
}

function pageNumber({ page: words }: ComposedBrief): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 17,
        children: [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

function styles({ language }: ComposedBrief): IStylesOptions {
  const base = { basedOn: 'Normal', next: 'Body', quickFormat: true } as const;
  const note = { left: 500 };
  return {
    default: {
      document: {
        run: { font: 'Georgia', size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } },
      },
      title: { run: { size: 40, bold: true, color: '1B1C1A' }, paragraph: { spacing: { after: 120 } } },
      heading1: {
        run: { size: 27, bold: true, color: '1B1C1A' },
        paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
      },
      hyperlink: { run: { color: '0C6170', underline: { type: 'none' } } },
    },
    paragraphStyles: [
      { id: 'Body', name: 'Body', ...base, paragraph: { spacing: { after: 140, line: 300 } } },
      { id: 'Fact', name: 'Fact', ...base, run: { size: 19, color: '55564E' } },
      {
        id: 'Passage',
        name: 'Passage',
        ...base,
        paragraph: {
          indent: { left: 400 },
          spacing: { before: 120, after: 40, line: 290 },
          keepNext: true,
          border: { left: { style: 'single', size: 18, space: 10, color: '0C6170' } },
        },
      },
      {
        id: 'PassageSource',
        name: 'Passage source',
        ...base,
        run: { size: 18, color: '55564E' },
        paragraph: {
          indent: { left: 400 },
          spacing: { after: 200 },
          border: { left: { style: 'single', size: 18, space: 10, color: '0C6170' } },
        },
      },
      {
        id: 'FigureCaption',
        name: 'Figure caption',
        ...base,
        run: { size: 19 },
        paragraph: { spacing: { before: 100, after: 100 }, keepNext: true },
      },
      {
        id: 'Cell',
        name: 'Cell',
        ...base,
        run: { size: 17 },
        paragraph: { spacing: { before: 20, after: 20 } },
      },
      {
        id: 'NoteTitle',
        name: 'Note title',
        ...base,
        run: { size: 19 },
        paragraph: { spacing: { before: 160 }, keepNext: true },
      },
      {
        id: 'NoteText',
        name: 'Note text',
        ...base,
        run: { size: 19 },
        paragraph: { indent: note, spacing: { after: 40 } },
      },
      { id: 'NoteFact', name: 'Note fact', ...base, run: { size: 16 }, paragraph: { indent: note } },
    ],
  };
}
