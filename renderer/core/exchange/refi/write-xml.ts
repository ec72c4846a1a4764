import { replaceUnwritable } from '#core/exchange/markup.ts';
import type { RefiLosses } from './losses.ts';

/** An element that is written already. */
export type WrittenElement = { readonly xml: string };

/** Attributes in their order; those that are `null` are left out. */
export type Attributes = Readonly<Record<string, string | null>>;

/** What writes elements: `element` with other elements in it, `leaf` with a text. */
export type XmlWriter = {
  element(name: string, attributes: Attributes, children?: readonly WrittenElement[]): WrittenElement;
  leaf(name: string, text: string): WrittenElement;
};

/** Write XML; a character that no XML file may hold becomes U+FFFD and is noted in `losses`. */
export function createXmlWriter(losses: RefiLosses): XmlWriter {
  function writable(text: string): string {
    const written = replaceUnwritable(text);
    if (written !== text) losses.add('characters-replaced', written.slice(0, 80));
    return written;
  }

  function open(name: string, attributes: Attributes): string {
    const written = Object.entries(attributes).map(([key, value]) =>
      value === null ? '' : ` ${key}="${escapeAttribute(writable(value))}"`,
    );
    return `<${name}${written.join('')}`;
  }

  return {
    element(name, attributes, children = []) {
      if (children.length === 0) return { xml: `${open(name, attributes)}/>` };
      const content = children.map(({ xml }) => `\n${xml}`).join('');
      return { xml: `${open(name, attributes)}>${content}\n</${name}>` };
    },
    leaf: (name, text) => ({ xml: `<${name}>${escapeText(writable(text))}</${name}>` }),
  };
}

/** A container with its children, or none at all: the schema has no empty ones. */
export function container(
  writer: XmlWriter,
  name: string,
  children: readonly WrittenElement[],
): WrittenElement[] {
  return children.length === 0 ? [] : [writer.element(name, {}, children)];
}

/** The file that has `root` for its root. */
export function xmlFile(root: WrittenElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeMarks(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** Parsers turn the white space of attributes into blanks unless it is written as references. */
function escapeAttribute(text: string): string {
  return escapeMarks(text).replace(/[\t\n\r]/g, reference);
}

/** Parsers lose returns, and many trim: what stands at the two ends is written as references. */
function escapeText(text: string): string {
  return escapeMarks(text).replace(/\r|^[ \t\n\r]+|[ \t\n\r]+$/g, (run) => run.replace(/[\s\S]/g, reference));
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
