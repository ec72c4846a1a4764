import { strToU8, zipSync } from 'fflate';

/** A project file of these entries. */
export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** The XML of a project with this in it. */
export function projectXml(content: string, attributes = 'name="Foreign"'): string {
  return `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" ${attributes}>${content}</Project>`;
}

/** A GUID that ends in this number. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** How a made-up program counts and stores. */
export type Dialect = {
  readonly unit: 'code-point' | 'utf-16';
  /** Line ends as the file holds them, and as the program counts them. */
  readonly stored: '\n' | '\r\n';
  readonly counted: '\n' | '\r\n';
  readonly hasMark: boolean;
  readonly countsMark: boolean;
  readonly names: 'quotes' | 'cut' | 'none' | 'labels';
};

/** A project of one text as a program of that dialect writes it; `passages` are code points of `text` (LF). */
export function foreignProject(
  text: string,
  passages: readonly (readonly [number, number])[],
  dialect: Dialect,
): Uint8Array {
  const characters = Array.from(text);
  const counted = (place: number) => {
    const before = characters.slice(0, place).join('').replaceAll('\n', dialect.counted);
    const length = dialect.unit === 'utf-16' ? before.length : Array.from(before).length;
    return length + (dialect.hasMark && dialect.countsMark ? 1 : 0);
  };
  const selections = passages.map(([from, to], index) => {
    const quote = characters.slice(from, to).join('');
    const cut = Array.from(quote.replace(/\s+/g, ' ')).slice(0, 12).join('');
    const name = { quotes: quote, cut, none: '', labels: `Passage ${index}` }[dialect.names];
    return `<PlainTextSelection guid="${guid(100 + index)}" name="${escapeAttribute(name)}" startPosition="${counted(from)}" endPosition="${counted(to)}"/>`;
  });
  const source = `<TextSource guid="${guid(1)}" name="T" plainTextPath="internal://a.txt">${selections.join('')}</TextSource>`;
  return zipOf({
    'project.qde': projectXml(`<Sources>${source}</Sources>`),
    'sources/a.txt': `${dialect.hasMark ? '\ufeff' : ''}${text.replaceAll('\n', dialect.stored)}`,
  });
}

function escapeAttribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
