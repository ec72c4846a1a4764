/** What a group of an RTF file is for. */
export type RtfPlace =
  | 'body'
  | 'margin'
  | 'footnote'
  | 'fonts'
  | 'title'
  | 'author'
  /** A value in two encodings, of which the second is read. */
  | 'two-ways'
  | 'comment'
  | 'unread';

/** Groups that are read in a way of their own, by the word they begin with. */
export const placeOf: ReadonlyMap<string, RtfPlace> = new Map<string, RtfPlace>([
  ...each('header headerl headerr headerf footer footerl footerr footerf', 'margin'),
  ...each('footnote', 'footnote'),
  ...each('fonttbl', 'fonts'),
  ...each('title', 'title'),
  ...each('author', 'author'),
  ...each('upr', 'two-ways'),
  ...each('annotation', 'comment'),
  ...each(
    'colortbl stylesheet listtable listoverridetable rsidtbl generator pict object objdata objclass themedata colorschememapping datastore xmlnstbl filetbl revtbl nonshppict fldinst datafield bkmkstart bkmkend info subject operator manager company category keywords comment doccomm hlinkbase creatim revtim printim buptim atnid atnauthor atndate atnref atntime atrfstart atrfend pntext pntxta pntxtb pnseclvl listtext sp latentstyles mmathPr private xe tc tcn template userprops docvar falt panose ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn',
    'unread',
  ),
]);

/** Groups within unread ones, or marked as for newer programs only, that hold text all the same. */
export const transparent: ReadonlySet<string> = new Set(
  'shpinst shptxt shp shpgrp result fldrslt field listtext'.split(' '),
);

/** Words that stand for characters. */
export const characterOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    cell: '\t',
    nestcell: '\t',
    line: '\n',
    par: '\n',
    sect: '\n',
    page: '\n',
    column: '\n',
    row: '\n',
    nestrow: '\n',
    emdash: '—',
    endash: '–',
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    zwj: '\u200d',
    zwnj: '\u200c',
    ltrmark: '\u200e',
    rtlmark: '\u200f',
  }),
);

/** Signs that stand for characters; an optional hyphen is none. */
export const characterOfSymbol: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '~': '\u00a0',
    _: '\u2011',
    '\\': '\\',
    '{': '{',
    '}': '}',
    '\n': '\n',
    '\r': '\n',
    '\t': '\t',
  }),
);

/** The name of a Windows or Macintosh code page for decoding; `null` for one that can't be decoded. */
export function codePageLabel(codePage: number): string | null {
  if ((codePage >= 1250 && codePage <= 1258) || codePage === 874) return `windows-${codePage}`;
  return otherPages.get(codePage) ?? null;
}

const otherPages: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
]);

/** The code page of a font by its character set; `null` for the document's own. */
export function codePageOfCharset(charset: number): number | null {
  return charsets.get(charset) ?? null;
}

const charsets: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

function each(words: string, place: RtfPlace): [string, RtfPlace][] {
  return words.split(' ').map((word) => [word, place]);
}
