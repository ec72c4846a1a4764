import { useMemo } from 'react';
import type { BatchAnswers } from '#core/import/batch.ts';
import { desktop } from '#state/desktop.ts';
import { useSession } from '#state/session.ts';
import { openGathering } from './gather-desk.ts';
import { importDesk, startImport } from './import-desk.ts';
import { fromPasted, fromPicked } from './incoming-files.ts';

/** Every way in which articles come in. Each ends in a report; none rejects. */
export type Import = {
  /** Let the analyst choose files and say where they come from. */
  openImport(): void;
  /** The five starter articles. */
  importSeeds(): Promise<void>;
  /** Ask for a text to keep as an article; `text` is what the box begins with. */
  openPaste(text?: string): void;
  pasteArticle(
    pasted: { readonly title: string; readonly text: string },
    answers: BatchAnswers,
  ): Promise<void>;
};

/** The ways in which articles come into the open workspace. */
export function useImport(): Import {
  const session = useSession();
  return useMemo(
    () => ({
      openImport: openGathering,
      async importSeeds() {
        await startImport(session, fromPicked(await desktop().readSeeds()), { way: 'seeds' });
      },
      openPaste: (text = '') => importDesk.setState({ paste: { text } }),
      pasteArticle: (pasted, answers) =>
        startImport(session, [fromPasted(pasted, new Date())], { way: 'paste', answers }),
    }),
    [session],
  );
}
