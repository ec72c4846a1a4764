import { plural, t } from '@lingui/core/macro';

type Detail = Readonly<Record<string, string | number>>;

/** Why a file can't be used, and what to do next. */
export function refusalWords(code: string, detail: Detail): string {
  return words[code]?.(detail) ?? t`It can’t be read as events or places (${code}).`;
}

const words: Readonly<Record<string, (detail: Detail) => string>> = {
  unreadable: () => t`It could not be read from the disk.`,
  'too-large': ({ sizeBytes = 0 }) => {
    const megabytes = Math.round(Number(sizeBytes) / 1024 / 1024);
    return t`It is too large (${megabytes} MB). Part it, or export fewer rows.`;
  },
  undecodable: () => t`Its letters are in an encoding that can’t be read. Save it as UTF-8.`,
  'bad-json': () => t`It is no whole JSON: it breaks off or is damaged.`,
  'forbidden-key': ({ key = '' }) => t`It holds the key “${key}”, which no map file needs.`,
  'too-deep': () => t`It is nested deeper than any map file.`,
  'no-geojson': () => t`It is JSON, but no GeoJSON: it has no features.`,
  'other-projection': ({ projection = '' }) =>
    t`It is in the projection ${projection}. Save it in WGS 84 (EPSG:4326) and import it again.`,
  'not-xml': ({ line = 0, problem = '' }) => t`It is no whole XML: line ${line}, ${problem}`,
  'xml-doctype': () => t`It has a document type, which could define entities. Take it out.`,
  'xml-encoding': ({ encoding = '' }) => t`It is in the encoding ${encoding}. Save it as UTF-8.`,
  'xml-too-large': () => t`It is larger than can be read. Part it.`,
  'xml-too-deep': () => t`It is nested deeper than any map file.`,
  'no-kml': ({ root = '' }) => t`It is XML, but no KML or GPX: it begins with “${root}”.`,
  'no-places': ({ heads = '' }) =>
    t`It is a table without columns of latitude and longitude, and no export of ACLED or UCDP. Its columns: ${heads}`,
  'too-many-features': ({ count = 0, limit = 0 }) => {
    const most = plural(Number(limit), { one: '# thing', other: '# things' });
    return t`It holds ${count} things; ${most} can come in at once. Part it.`;
  },
  'too-many-rows': ({ limit = 0 }) => t`It has more than ${limit} rows. Part it.`,
  'too-many-columns': ({ limit = 0 }) => t`It has more than ${limit} columns.`,
  'unclosed-quote': ({ line = 0 }) => t`The quotation mark that opens in row ${line} is never closed.`,
  'damaged-zip': () => t`The zip file is damaged.`,
  'not-a-zip': () => t`The zip file is damaged.`,
  'suspicious-ratio': () => t`The zip file unpacks to far more than it is.`,
  failed: ({ message = '' }) => t`Reading it failed: ${message}`,
};

/** The refusals that have words. */
export const wordedRefusals: readonly string[] = Object.keys(words);
