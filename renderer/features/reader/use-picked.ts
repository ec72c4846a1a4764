import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Grade, Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { focusText } from './focus-text.ts';
import {
  dropHighlights,
  gradeHighlights,
  markHighlights,
  nameOf,
  recodeHighlights,
  type TagChoice,
  tagHighlights,
} from './highlight-deeds.ts';
import { joinPassages } from './reshape-deeds.ts';
import { useMarkWords } from './use-mark-words.ts';
import { useSettle } from './use-settle.ts';

/** Several highlights of the list, and what can be done with them in one step. */
export type Picked = ReturnType<typeof usePicked>;

const none: ReadonlySet<HighlightId> = new Set();

/** Picking highlights of the list for a deed on all of them. */
export function usePicked(highlights: readonly Highlight[], article: Article | null) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const [ids, setIds] = useState(none);
  const settle = useSettle((text) => notify({ kind: 'warn', text }));
  const picked = useMemo(() => highlights.filter(({ id }) => ids.has(id)), [highlights, ids]);
  const count = picked.length;
  return {
    picked,
    has: (id: HighlightId) => ids.has(id),
    toggle: (id: HighlightId) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    pick: (these: readonly Highlight[]) => setIds(new Set([...ids, ...these.map(({ id }) => id)])),
    clear: () => setIds(none),
    tag: async (choice: TagChoice) => {
      const tag = nameOf(choice);
      return settle(await tagHighlights(session, picked, choice), t`Tagged as ${tag}`);
    },
    recode: async (from: { readonly id: TagId; readonly name: string }, choice: TagChoice) => {
      const tag = nameOf(choice);
      return settle(await recodeHighlights(session, picked, from, choice), t`Recoded to ${tag}`);
    },
    grade: async (grade: Grade) => {
      const code = `${grade.reliability}${grade.credibility}`;
      if (await gradeHighlights(session, picked, grade)) announce(t`Graded ${code}`);
    },
    /** Set a mark on all; when all have it, take it off. */
    switchMark: async (mark: HighlightMark) => {
      const isOn = !picked.every(({ marks }) => marks?.includes(mark));
      if (await markHighlights(session, picked, { mark, isOn })) announce(words.marked(mark, isOn));
    },
    drop: async () => {
      if (!(await dropHighlights(session, picked))) return;
      setIds(none);
      focusText();
      announce(t`${count} highlights deleted. Undo brings them back.`);
    },
    join: async () => {
      if (article === null) return;
      const text = await session.readText(article);
      const outcome = await joinPassages(session, picked, { article, text });
      if (outcome === null) return;
      if (!outcome.ok) {
        notify({ kind: 'warn', text: words.cantJoin(outcome.problem) });
        return;
      }
      setIds(none);
      look.setState({ highlightId: outcome.highlight.id });
      focusText();
      announce(t`Joined ${count} highlights.`);
      if (outcome.gradesDiffer) notify({ kind: 'warn', text: words.gradesDiffered });
    },
  };
}
