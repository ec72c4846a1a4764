/** What a project or codebook can be written as. */
export const writeFormats = [
  'qdpx',
  'qdc',
  'web-annotation',
  'html',
  'markdown-articles',
  'markdown-tags',
  'highlights-xlsx',
  'highlights-csv',
  'codebook-csv',
  'taguette-csv',
] as const;

export type WriteFormat = (typeof writeFormats)[number];

/** What a file that can be read has turned out to be. */
export type ReadFormat =
  | 'qdpx'
  | 'qdc'
  | 'web-annotation'
  | 'hypothesis'
  | 'taguette'
  | 'taguette-csv'
  | 'codebook-csv'
  | 'highlights-csv'
  | 'highlights-xlsx';
