import { useEffect, useRef, useState } from 'react';
import type { NoiseSpan } from '#core/article.ts';
import type { BatchId } from '#core/ids.ts';
import type { RepeatedLine, RepeatedSource } from '#core/import/repeats/repeated-lines.ts';
import { useSession } from '#state/session.ts';
import { type ChosenLines, findRepeats, markRepeats, type Progress } from './repeats-deeds.ts';

/** Where to look: in one import, or in all articles. */
export type RepeatsScope = 'batch' | 'all';

/** What the window with the lines that repeat shows and does. */
export type Repeats = {
  readonly scope: RepeatsScope;
  readonly setScope: (scope: RepeatsScope) => void;
  /** `null` while they are looked for. */
  readonly sources: readonly RepeatedSource[] | null;
  /** Looking failed. */
  readonly isFailed: boolean;
  /** `null` when nothing is under way. */
  readonly progress: Progress | null;
  readonly isChosen: (source: RepeatedSource, line: RepeatedLine) => boolean;
  readonly choose: (source: RepeatedSource, lines: readonly RepeatedLine[], isOn: boolean) => void;
  /** Lines that are chosen, in all sources. */
  readonly count: number;
  /** Mark the chosen lines; answers in how many articles, and whether in all. */
  readonly mark: () => Promise<{ readonly articles: number; readonly isWhole: boolean }>;
  /** Stop marking; what was marked stays. */
  readonly stop: () => void;
};

type Chosen = ReadonlyMap<string, ReadonlyMap<string, NoiseSpan['kind']>>;

/** The lines that repeat in the articles of an import, with what the analyst chooses of them. */
export function useRepeats(batchId: BatchId): Repeats {
  const session = useSession();
  const [scope, setScope] = useState<RepeatsScope>('batch');
  const [sources, setSources] = useState<readonly RepeatedSource[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const marking = useRef(new AbortController());
  const where = scope === 'all' ? null : batchId;

  useEffect(() => {
    const looking = new AbortController();
    setSources(null);
    setFailed(false);
    const watch = { signal: looking.signal, onProgress: setProgress };
    findRepeats(session, where, watch)
      .then((found) => {
        if (looking.signal.aborted) return;
        setSources(found);
        setChosen(likely(found));
        setProgress(null);
      })
      .catch((error: unknown) => {
        if (looking.signal.aborted) return;
        console.warn('repeated lines could not be looked for', error);
        setFailed(true);
        setProgress(null);
      });
    return () => looking.abort();
  }, [session, where]);
  useEffect(() => () => marking.current.abort(), []);

  return {
    scope,
    setScope,
    sources,
    isFailed,
    progress,
    isChosen: ({ key }, { text }) => chosen.get(key)?.has(text) ?? false,
    choose: ({ key }, lines, isOn) => setChosen(withLines(chosen, key, { lines, isOn })),
    count: [...chosen.values()].reduce((sum, { size }) => sum + size, 0),
    mark: async () => {
      marking.current = new AbortController();
      const { signal } = marking.current;
      const done = await markRepeats(session, where, { chosen, signal, onProgress: setProgress });
      setProgress(null);
      return done;
    },
    stop: () => marking.current.abort(),
  };
}

/** Chosen at first: what reads like no sentence and stands in half of the texts. The analyst decides. */
function likely(found: readonly RepeatedSource[]): ChosenLines {
  return new Map(
    found.map(({ key, lines }) => [
      key,
      new Map(lines.filter(({ isLikely }) => isLikely).map(({ text, kind }) => [text, kind])),
    ]),
  );
}

function withLines(
  chosen: Chosen,
  key: string,
  { lines, isOn }: { readonly lines: readonly RepeatedLine[]; readonly isOn: boolean },
): Chosen {
  const own = new Map(chosen.get(key));
  for (const { text, kind } of lines) {
    if (isOn) own.set(text, kind);
    else own.delete(text);
  }
  return new Map([...chosen, [key, own]]);
}
