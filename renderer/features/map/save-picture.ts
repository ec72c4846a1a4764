import { markup } from '#core/exchange/markup.ts';
import type { SaveAnswer } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { composeSheet } from './picture-sheet.ts';

/** What stands beside the map on a picture of it. */
export type PictureWords = {
  readonly title: string;
  /** When it was made and what it is narrowed down to, a line each. */
  readonly lines: readonly string[];
  /** Whom the map is owed to, and what of the analyst's own lies on it. */
  readonly credits: readonly string[];
  readonly language: 'en' | 'fr';
};

/** A picture for a page of text, or a sheet to print. */
export type PictureForm = 'png' | 'pdf';

/** Take a picture of the map as it is in `frame`, with its words, and save it; `null` when cancelled. */
export async function savePicture(
  frame: HTMLElement,
  form: PictureForm,
  words: PictureWords,
): Promise<SaveAnswer | null> {
  const { png, width } = await photograph(frame);
  const content = form === 'png' ? await drawSheet(png, width, words) : await printSheet(png, words);
  return desktop().saveFile({ suggestedName: words.title, kind: form, content });
}

/** The map with its legend and its scale, without buttons: what is marked by `data-picturing` says the styles. */
async function photograph(frame: HTMLElement): Promise<{ png: Uint8Array; width: number }> {
  const legends = [...frame.querySelectorAll('details')].filter(({ open }) => !open);
  const root = document.documentElement;
  root.dataset.picturing = '';
  for (const legend of legends) legend.open = true;
  try {
    await painted();
    const { x, y, width, height } = frame.getBoundingClientRect();
    const png = await desktop().takePicture({
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(width),
      height: Math.round(height),
    });
    return { png, width };
  } finally {
    delete root.dataset.picturing;
    for (const legend of legends) legend.open = false;
  }
}

/** The menu is gone and the buttons are hidden on the screen itself, which is what is photographed. */
async function painted(): Promise<void> {
  await new Promise((done) => setTimeout(done, 250));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

async function drawSheet(png: Uint8Array, width: number, words: PictureWords): Promise<Uint8Array> {
  const map = await createImageBitmap(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
  const sheet = composeSheet(map, { ...words, scale: map.width / width });
  map.close();
  const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  return new Uint8Array(await blob.arrayBuffer());
}

const sheetStyle = `
@page { size: A4 landscape; margin: 12mm 12mm 14mm; }
html { font: 10pt/1.35 sans-serif; color: #1b1b1b; }
body { margin: 0; }
h1 { margin: 0; font-size: 15pt; }
p { margin: 0.6mm 0 0; }
img { display: block; width: auto; max-width: 100%; max-height: 138mm; margin: 3mm 0 2mm; border: 0.3mm solid #888; }
footer { font-size: 7.5pt; color: #444; }`;

function printSheet(png: Uint8Array, { title, lines, credits, language }: PictureWords): Promise<Uint8Array> {
  const html = markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${{ markup: sheetStyle }}</style></head><body><h1>${title}</h1>${lines.map((line) => markup`<p>${line}</p>`)}<img alt="${title}" src="${toDataUrl(png)}"><footer>${credits.map((line) => markup`<p>${line}</p>`)}</footer></body></html>`;
  return desktop().printPdf({ html: html.markup, title });
}

function toDataUrl(png: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < png.length; at += 16_384)
    pieces.push(String.fromCharCode(...png.subarray(at, at + 16_384)));
  return `data:image/png;base64,${btoa(pieces.join(''))}`;
}
