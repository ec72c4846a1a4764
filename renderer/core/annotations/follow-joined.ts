import type { Block, BlockContent } from '#core/brief/brief.ts';
import { citationToken } from '#core/brief/citations.ts';
import { type Change, replacement } from '#core/history/change.ts';
import type { HighlightId } from '#core/ids.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';

/** What may lead to a highlight. */
export type LeadingThere = { readonly blocks: readonly Block[]; readonly memos: readonly Memo[] };

/** Let the briefs and memos that lead to a highlight which is `gone` lead to the one it was joined into. */
export function followJoined(
  { blocks, memos }: LeadingThere,
  gone: readonly HighlightId[],
  into: HighlightId,
  now: string,
): Change[] {
  const lost = new Set<string>(gone);
  const isLost = (target: Memo['subject']) => target.kind === 'highlight' && lost.has(target.id);
  const there: MemoTarget = { kind: 'highlight', id: into };
  return [
    ...blocks.flatMap((block) => {
      const content = followContent(block.content, gone, into);
      return content === block.content ? [] : [replacement('blocks', block, { ...block, content })];
    }),
    ...memos.flatMap((memo) => {
      if (!isLost(memo.subject) && !memo.links.some(isLost)) return [];
      const subject = isLost(memo.subject) ? there : memo.subject;
      const links = onceEach(memo.links.map((link) => (isLost(link) ? there : link)));
      return [replacement('memos', memo, { ...memo, subject, links, updatedAt: now })];
    }),
  ];
}

function followContent(content: BlockContent, gone: readonly HighlightId[], into: HighlightId): BlockContent {
  if (content.kind === 'quote')
    return gone.includes(content.highlightId) ? { ...content, highlightId: into } : content;
  if (content.kind !== 'heading' && content.kind !== 'paragraph') return content;
  let { text } = content;
  for (const id of gone) text = text.replaceAll(citationToken(id), citationToken(into));
  return text === content.text ? content : { ...content, text };
}

function onceEach(links: readonly MemoTarget[]): MemoTarget[] {
  return links.filter(
    (link, index) => links.findIndex(({ kind, id }) => kind === link.kind && id === link.id) === index,
  );
}
