import { codePageLabel, type RtfPlace } from './rtf-words.ts';

/** What holds in a group of an RTF file and the groups within it. */
export type RtfGroup = {
  place: RtfPlace;
  font: number | null;
  /** How many characters stand behind a Unicode one for programs that do not know those. */
  fallback: number;
  hidden: boolean;
};

/** What reading RTF needs. */
export type RtfSettings = {
  /** The name of the code page, as the analyst chose it; `null`: as the file says. */
  readonly encoding: string | null;
  decode(bytes: Uint8Array, label: string): string;
};

const collected = ['body', 'footnote', 'margin', 'title', 'author'] as const;
type Collected = (typeof collected)[number];

/** The text of an RTF file as it grows, by where in the document it stands. */
export type RtfOutput = {
  readonly found: Readonly<Record<Collected, string>>;
  /** Bytes that are decoded when something else comes, as a character may have several of them. */
  bytes(bytes: string, group: RtfGroup): void;
  text(text: string, group: RtfGroup): void;
  /** A cell of a table ends; the end of its last paragraph is none of the row's. */
  cell(group: RtfGroup): void;
  flush(group: RtfGroup): void;
  setCodePage(label: string | null): void;
  setFontCodePage(font: number, codePage: number): void;
};

/** An output without text. */
export function createRtfOutput({ encoding, decode }: RtfSettings): RtfOutput {
  const found: Record<Collected, string> = {
    body: '',
    footnote: '',
    margin: '',
    title: '',
    author: '',
  };
  const fonts = new Map<number, number>();
  let codePage = 'windows-1252';
  let waiting = '';

  function labelFor(font: number | null): string {
    if (encoding !== null) return encoding;
    const own = font === null ? undefined : fonts.get(font);
    return (own === undefined ? null : codePageLabel(own)) ?? codePage;
  }

  function text(more: string, { place, hidden }: RtfGroup): void {
    if (!hidden && isCollected(place)) found[place] += more;
  }

  return {
    found,
    text,
    bytes(bytes, { place, hidden }) {
      if (!hidden && isCollected(place)) waiting += bytes;
    },
    cell(group) {
      if (isCollected(group.place)) found[group.place] = found[group.place].replace(/\n$/, '');
      text('\t', group);
    },
    flush(group) {
      if (waiting === '') return;
      const bytes = Uint8Array.from(waiting, (sign) => sign.charCodeAt(0) & 0xff);
      waiting = '';
      text(decode(bytes, labelFor(group.font)), group);
    },
    setCodePage(label) {
      codePage = label ?? codePage;
    },
    setFontCodePage(font, page) {
      fonts.set(font, page);
    },
  };
}

function isCollected(place: RtfPlace): place is Collected {
  return collected.some((one) => one === place);
}
