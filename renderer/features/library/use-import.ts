import { useMemo } from 'react';
import { desktop } from '#state/desktop.ts';
import { useSession } from '#state/session.ts';
import { importDesk, startImport } from './import-desk.ts';
import { fromPasted, fromPicked, type IncomingFile } from './incoming-files.ts';

/** Every way in which articles come in. Each ends in a report; none rejects. */
export type Import = {
  /** Files dropped on the window or pasted into it. */
  importFiles(files: readonly IncomingFile[]): Promise<void>;
  /** Let the analyst pick files; nothing happens when that is cancelled. */
  pickAndImport(): Promise<void>;
  /** The five starter articles. */
  importSeeds(): Promise<void>;
  /** Ask for a text to keep as an article; `text` is what the box begins with. */
  openPaste(text?: string): void;
  pasteArticle(pasted: { readonly title: string; readonly text: string }): Promise<void>;
};

/** The ways in which articles come into the open workspace. */
export function useImport(): Import {
  const session = useSession();
  return useMemo(
    () => ({
      importFiles: (files) => startImport(session, files, { way: 'drop' }),
      async pickAndImport() {
        const files = await desktop().pickFiles({ kind: 'articles' });
        if (files !== null) await startImport(session, fromPicked(files), { way: 'files' });
      },
      async importSeeds() {
        await startImport(session, fromPicked(await desktop().readSeeds()), { way: 'seeds' });
      },
      openPaste: (text = '') => importDesk.setState({ paste: { text } }),
      pasteArticle: (pasted) => startImport(session, [fromPasted(pasted, new Date())], { way: 'paste' }),
    }),
    [session],
  );
}
