import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import type { MapFigure } from '#core/brief/map-figure.ts';
import type { Pictures } from '#core/exchange/docx-blocks.ts';
import { figureToSvg } from '#core/exchange/figure-to-svg.ts';
import type { BlockId } from '#core/ids.ts';

/** Pixels of the picture for one of the figure: sharp on paper. */
const density = 2;

/** The map figures of a brief as PNG pictures. One that can't be drawn is left out; its list of places remains. */
export async function drawPictures(brief: ComposedBrief): Promise<Pictures> {
  const pictures = new Map<BlockId, Uint8Array>();
  for (const block of brief.blocks) {
    if (block.kind !== 'map' || block.figure === null) continue;
    const picture = await drawFigurePng(block.figure).catch(() => null);
    if (picture !== null) pictures.set(block.blockId, picture);
  }
  return pictures;
}

async function drawFigurePng(figure: MapFigure): Promise<Uint8Array | null> {
  const svg = new Blob([figureToSvg(figure).markup], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image(figure.width, figure.height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = figure.width * density;
    canvas.height = figure.height * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return png === null ? null : new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
