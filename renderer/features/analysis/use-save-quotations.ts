import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ContextSize } from '#core/analysis/context.ts';
import type { Passage } from '#core/analysis/passages.ts';
import { type Quotation, quotationsToMarkdown } from '#core/analysis/quotations-to-markdown.ts';
import { useSession } from '#state/session.ts';
import { readRecent, surroundingsOf } from './use-quotation.ts';
import { useSaveFile } from './use-save-table.ts';
import { useSourceWords } from './use-source-words.ts';

type Saved = {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly size: ContextSize;
};

/** Saves quotations as Markdown; their texts are read first, which can be cancelled. */
export function useSaveQuotations(): {
  /** How many have been read; `null` while nothing is saved. */
  readonly progress: number | null;
  readonly run: (what: Saved) => Promise<void>;
  readonly cancel: () => void;
} {
  const { t } = useLingui();
  const { readText } = useSession();
  const saveFile = useSaveFile();
  const source = useSourceWords();
  const [progress, setProgress] = useState<number | null>(null);
  const isCancelled = useRef(false);
  const tell = ({ article, highlight, tagPaths }: Passage) => ({
    quote: highlight.anchor.exact,
    tagPaths,
    title: article?.title.value ?? t`(article is gone)`,
    source: article === null ? '' : source(article),
    note: highlight.note,
  });
  const run = async ({ name, passages, size }: Saved) => {
    isCancelled.current = false;
    setProgress(0);
    const quotations: Quotation[] = [];
    for (const passage of passages) {
      const text =
        passage.article === null ? null : await readRecent(passage.article, readText).catch(() => null);
      if (isCancelled.current) break;
      quotations.push({ ...surroundingsOf(passage, text, size), ...tell(passage) });
      if (quotations.length % 50 === 0) setProgress(quotations.length);
    }
    setProgress(null);
    if (isCancelled.current) return;
    await saveFile(t`quotations`, 'markdown', quotationsToMarkdown(name, quotations));
  };
  return {
    progress,
    run,
    cancel: () => {
      isCancelled.current = true;
    },
  };
}
