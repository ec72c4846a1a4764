import { expect, it } from 'vitest';
import { followJoined } from '#core/annotations/follow-joined.ts';
import type { Block, BlockContent } from '#core/brief/brief.ts';
import { citedIn } from '#core/brief/citations.ts';
import type { BlockId, BriefId, HighlightId } from '#core/ids.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';

const id = (letter: string) => letter.repeat(36) as HighlightId;
const block = (name: string, content: BlockContent): Block => ({
  id: name as BlockId,
  briefId: 'brief' as BriefId,
  order: 1,
  content,
});
const memo = (name: string, subject: Memo['subject'], links: MemoTarget[]): Memo => ({
  id: name as Memo['id'],
  title: '',
  text: '',
  subject,
  links,
  createdAt: '2024-01-01',
  updatedAt: '2024-01-01',
});
const on = (letter: string) => ({ kind: 'highlight', id: id(letter) }) as const;

it('leads citations, quotes and memos from what is gone to what is left, and touches nothing else', () => {
  const blocks = [
    block('cites', {
      kind: 'paragraph',
      text: `Twelve died [[${id('b')}]], says one [[${id('a')}]][[${id('c')}]].`,
    }),
    block('quotes', { kind: 'quote', highlightId: id('c') }),
    block('other', { kind: 'quote', highlightId: id('d') }),
    block('map', { kind: 'map', caption: id('b') }),
  ];
  const memos = [memo('on', on('b'), [on('a'), on('c'), on('d')]), memo('free', { kind: 'free' }, [on('d')])];

  const changes = followJoined({ blocks, memos }, [id('b'), id('c')], id('a'), '2024-02-02');

  const after = new Map<string, unknown>(changes.map((change) => [change.id, change.after]));
  expect([...after.keys()]).toEqual(['cites', 'quotes', 'on']);
  const cites = after.get('cites') as Block;
  expect(cites.content.kind === 'paragraph' && citedIn(cites.content.text)).toEqual([
    id('a'),
    id('a'),
    id('a'),
  ]);
  expect(after.get('quotes')).toMatchObject({ content: { highlightId: id('a') } });
  expect(after.get('on')).toMatchObject({
    subject: on('a'),
    links: [on('a'), on('d')],
    updatedAt: '2024-02-02',
  });
});
