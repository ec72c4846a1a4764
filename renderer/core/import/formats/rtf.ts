import type { Block } from '#core/import/collect-blocks.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import { tightenTabs } from '#core/text/runs.ts';
import { documentFacts } from './document-facts.ts';
import type { Extractor } from './extraction.ts';
import { readRtf } from './read-rtf.ts';
import { readRtfTokens } from './rtf-tokens.ts';

/** Rich text: its text without styles and pictures, footnotes after it, heads and feet of its pages as boilerplate. */
export const extractRtf: Extractor = async ({ bytes, encoding }, tools) => {
  const { found, comments, isCut } = readRtf(readRtfTokens(asCharacters(bytes)), {
    encoding: encoding ?? null,
    decode: (part, label) => decodeAs(part, label, tools),
  });
  const margins = [...new Set(linesOf(found.margin))];
  const blocks: Block[] = [
    ...[...linesOf(found.body), ...linesOf(found.footnote)].map((line) => ({ text: line, noise: null })),
    ...margins.map((line) => ({ text: line, noise: 'markup' as const })),
  ];
  return {
    mediaType: 'application/rtf',
    content: blocks,
    facts: documentFacts({ title: found.title, author: found.author }),
    steps: [
      { name: 'extract-document', detail: `rtf, ${blocks.length}` },
      ...(comments > 0 ? [{ name: 'left-comments', detail: String(comments) }] : []),
    ],
    encoding: encoding ?? 'rtf',
    unreadable: 0,
    ...(isCut ? { missing: { reason: 'part' as const, detail: { cut: 1 } } } : {}),
  };
};

/** One character a byte: what is not plain ASCII is decoded piece by piece, as each font may have its own encoding. */
function asCharacters(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

/** What begins an entry of a list stands before it like a word. */
const bullet = /^([•◦▪·o–*-]|\(?\w{1,4}[.)])\t/;

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => tightenTabs(line).replace(bullet, '$1 ').trim())
    .filter((line) => line !== '');
}
