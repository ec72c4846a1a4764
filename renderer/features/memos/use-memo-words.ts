import { useLingui } from '@lingui/react/macro';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';

/** What the kinds of things are called that memos are on. */
export type MemoWording = {
  /** "Passage", "The whole workspace" … */
  readonly subject: (kind: Memo['subject']['kind']) => string;
  /** What stands for a thing that was deleted. */
  readonly gone: (kind: MemoTarget['kind']) => string;
  readonly untitled: string;
};

/** The words of the memo screens. */
export function useMemoWords(): MemoWording {
  const { t } = useLingui();
  const subjects: Readonly<Record<Memo['subject']['kind'], string>> = {
    workspace: t`The whole workspace`,
    article: t`Article`,
    tag: t`Tag`,
    highlight: t`Passage`,
    memo: t`Memo`,
    free: t`Free`,
  };
  const gone: Readonly<Record<MemoTarget['kind'], string>> = {
    article: t`An article that is gone`,
    tag: t`A tag that was deleted`,
    highlight: t`A passage whose highlight was deleted`,
    memo: t`A memo that was deleted`,
  };
  return {
    subject: (kind) => subjects[kind],
    gone: (kind) => gone[kind],
    untitled: t`Untitled memo`,
  };
}
