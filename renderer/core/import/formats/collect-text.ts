import { scanXml } from '#core/import/scan-xml.ts';

/** The texts of the elements asked for. */
export type CollectedText<Key extends string> = {
  /** The first of each. */
  readonly found: Readonly<Partial<Record<Key, string>>>;
  /** All of each, in order. */
  readonly all: Readonly<Record<Key, readonly string[]>>;
  read(xml: string): void;
};

/** More than this of any one element says no more. */
const enough = 10_000;

/**
 * Gather the text of a few elements of an XML file by their names, as `{ title: 'dc:title' }`; empty ones are left out.
 *
 * @param only Take text from within these elements alone.
 */
export function collectText<Key extends string>(
  elements: Readonly<Record<Key, string>>,
  { only }: { readonly only?: string } = {},
): CollectedText<Key> {
  const keyOf = new Map(Object.entries(elements).map(([key, tag]) => [tag, key as Key]));
  const all = Object.fromEntries(Object.keys(elements).map((key) => [key, []])) as unknown as Record<
    Key,
    string[]
  >;
  const found: Partial<Record<Key, string>> = {};
  let within: Key | null = null;
  let depth = 0;
  let text = '';

  function end(key: Key): void {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '' && all[key].length < enough) {
      all[key].push(plain);
      found[key] ??= plain;
    }
    within = null;
  }

  return {
    found,
    all,
    read(xml) {
      scanXml(xml, {
        open(tag) {
          if (tag === only) depth += 1;
          if (tag === 'w:tab') text += ' ';
          const key = keyOf.get(tag);
          if (key === undefined) return;
          within = key;
          text = '';
        },
        close(tag) {
          if (tag === only) depth -= 1;
          if (within !== null && keyOf.get(tag) === within) end(within);
        },
        text(more) {
          if (within !== null && (only === undefined || depth > 0)) text += more;
        },
      });
    },
  };
}
