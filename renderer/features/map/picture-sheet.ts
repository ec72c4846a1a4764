import { wrapWords } from '#core/picture/wrap-words.ts';

type SheetWords = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly credits: readonly string[];
  /** Pixels of the picture to a pixel of the page. */
  readonly scale: number;
};

type Text = {
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly isSoft: boolean;
};

const padding = 14;

/** The picture of the map with its title and lines above and its credits below, in the colours of the theme. */
export function composeSheet(
  map: ImageBitmap,
  { title, lines, credits, scale }: SheetWords,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const font = getComputedStyle(document.body).fontFamily;
  const width = map.width / scale;
  const setFont = ({ size, isBold }: Pick<Text, 'size' | 'isBold'>) => {
    context.font = `${isBold ? 600 : 400} ${size}px ${font}`;
  };
  const wrap = (words: Omit<Text, 'text'>, text: string): Text[] => {
    setFont(words);
    const room = width - 2 * padding;
    return wrapWords(text, room, (part) => context.measureText(part).width).map((line) => ({
      ...words,
      text: line,
    }));
  };
  const head = [
    ...wrap({ size: 19, isBold: true, isSoft: false }, title),
    ...lines.flatMap((line) => wrap({ size: 13, isBold: false, isSoft: false }, line)),
  ];
  const foot = credits.flatMap((line) => wrap({ size: 11, isBold: false, isSoft: true }, line));
  const headHeight = heightOf(head);
  canvas.width = map.width;
  canvas.height = Math.round(map.height + (headHeight + heightOf(foot)) * scale);

  const colours = readPageColours();
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(map, 0, Math.round(headHeight * scale));
  context.scale(scale, scale);
  context.textBaseline = 'top';
  const write = (texts: readonly Text[], top: number) => {
    let y = top + padding;
    for (const words of texts) {
      setFont(words);
      context.fillStyle = words.isSoft ? colours.soft : colours.ink;
      context.fillText(words.text, padding, y);
      y += lineHeight(words);
    }
  };
  write(head, 0);
  write(foot, headHeight + map.height / scale);
  return canvas;
}

function heightOf(texts: readonly Text[]): number {
  return texts.reduce((sum, words) => sum + lineHeight(words), 2 * padding);
}

function lineHeight({ size }: Text): number {
  return Math.round(size * 1.4);
}

/** The page's own colours as a canvas takes them. */
function readPageColours(): { readonly ground: string; readonly ink: string; readonly soft: string } {
  const probe = document.createElement('div');
  probe.hidden = true;
  document.body.append(probe);
  const read = (name: string) => {
    probe.style.setProperty('color', `var(${name})`);
    return getComputedStyle(probe).color;
  };
  const colours = { ground: read('--surface'), ink: read('--ink'), soft: read('--ink-soft') };
  probe.remove();
  return colours;
}
