import type { PageFacts } from '#core/import/page-facts.ts';

/** What a document's own properties may say. */
type Said = Partial<Record<'title' | 'author' | 'publisher' | 'published' | 'language', string | null>>;

/** The properties of a document as facts, without what programs write there of themselves and of the machine. */
export function documentFacts(said: Said): PageFacts {
  return {
    ground: 'document',
    title: documentTitle(said.title ?? null),
    heading: null,
    published: filled(said.published),
    byline: documentAuthor(said.author ?? null),
    siteName: filled(said.publisher),
    language: filled(said.language),
  };
}

/** A title worth the name; `null` for the name of a file or a program, which many put there. */
export function documentTitle(title: string | null): string | null {
  const text = filled(title);
  if (text === null) return null;
  const junk =
    /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|sans titre.*|document\s?\d*|about:blank|(?:https?|file):.*|[^\s]+\.(?:docx?|odt|rtf|txt|indd|qxp?|pdf|pptx?|html?|tex|dvi|eps))$/i;
  return junk.test(text) || !/\p{L}{2}/u.test(text) ? null : text;
}

/** A writer's name; `null` for the account of a machine. */
export function documentAuthor(author: string | null): string | null {
  const text = filled(author);
  if (text === null) return null;
  const account =
    /^(?:administrator|admin|user|utilisateur|unknown|anonymous|owner|author|microsoft office user|.*\bpython-docx\b.*|root)$/i;
  const isName = /\s/.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text) || /[\u0600-\u06ff]/.test(text);
  return isName && !account.test(text) ? text : null;
}

function filled(text: string | null | undefined): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
  return plain === '' ? null : plain;
}
