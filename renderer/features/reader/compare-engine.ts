import { useEffect, useState } from 'react';
import type { Comparison, ReadArticle } from '#core/compare/compare-texts.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import type { compareApi, SimilarArticle, SimilarProgress } from '#workers/compare-api.ts';
import address from '#workers/compare-worker.ts?worker&url';
import type { Client } from '#workers/rpc.ts';
import { startWorker } from '#workers/start-worker.ts';

let client: Client<typeof compareApi> | null = null;

/** The worker, started when it is first needed and anew after it failed. */
function worker(): Client<typeof compareApi> {
  client ??= startWorker<typeof compareApi>(address);
  return client;
}

/** What came of work in the worker. */
export type Worked<Result> =
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly message: string };

const busy = { kind: 'busy' } as const;

/** Compare two texts. Other texts are compared anew; the older answer is dropped. */
export function useComparison(left: ReadArticle, right: ReadArticle): Worked<Comparison> {
  const [state, setState] = useState<Worked<Comparison>>(busy);
  useEffect(() => {
    const control = new AbortController();
    setState(busy);
    const pick = ({ article: { id, noise, language }, text }: ReadArticle) => ({
      article: { id, noise, language },
      text,
    });
    worker()
      .call('compare', { left: pick(left), right: pick(right) }, { signal: control.signal })
      .then(
        (result) => setState({ kind: 'done', result }),
        (error: unknown) => fail(error, control.signal, setState),
      );
    return () => control.abort();
  }, [left, right]);
  return state;
}

/** Articles that share passages with one, the most first, and how far looking for them is. */
export function useSimilar(
  articleId: ArticleId | null,
): Worked<readonly SimilarArticle[]> & { readonly progress: SimilarProgress | null } {
  const { db } = useSession();
  const [state, setState] = useState<Worked<readonly SimilarArticle[]>>(busy);
  const [progress, setProgress] = useState<SimilarProgress | null>(null);
  useEffect(() => {
    if (articleId === null) return;
    const control = new AbortController();
    setState(busy);
    worker()
      .call(
        'findSimilar',
        { name: db.name, articleId, limit: 20 },
        { signal: control.signal, onProgress: setProgress },
      )
      .then(
        (result) => setState({ kind: 'done', result }),
        (error: unknown) => fail(error, control.signal, setState),
      );
    return () => control.abort();
  }, [db, articleId]);
  return { ...state, progress };
}

function fail(error: unknown, signal: AbortSignal, tell: (state: Worked<never>) => void): void {
  if (signal.aborted) return;
  client?.close();
  client = null;
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
