import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { bundleImport } from '#features/brief/bundle-import.ts';
import { projectImport } from '#features/exchange/project-import.ts';
import { closeReport, importDesk } from '#features/import/import-desk.ts';
import { mapImport } from '#features/map-exchange/map-import.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useTakeBack } from '#state/use-offer-undo.ts';
import { newestEdit } from '#storage/edits.ts';
import { editWords } from './edit-words.ts';

/** Offer undo after every import that brought something, whatever was imported. */
export function useOfferImportUndo(): void {
  const { t } = useLingui();
  const { db } = useSession();
  const askTakeBack = useTakeBack();
  const offer = async (imported: number | null) => {
    const newest = await newestEdit(db);
    // Something was done meanwhile: the button would be about that.
    if (newest?.kind !== 'new' || !newest.label.action.endsWith('.import')) return;
    const articles = imported === null ? null : plural(imported, { one: '# article', other: '# articles' });
    const undo = await askTakeBack();
    const takeBack = () => {
      closeReport();
      return undo();
    };
    const text = articles === null ? `${editWords(newest.label)}.` : t`Imported ${articles}.`;
    notify({ kind: 'good', text, takeBack });
  };
  const current = useRef(offer);
  current.current = offer;
  useEffect(() => {
    const stops = [
      importDesk.subscribe(({ running, report }, before) => {
        const imported = report?.counts.imported ?? 0;
        if (running === null && before.running !== null && imported > 0) void current.current(imported);
      }),
      bundleImport.subscribe((state, before) => {
        const isDone = state.step === 'done' && before.step !== 'done';
        if (isDone && state.plan.changes.length > 0) void current.current(null);
      }),
      mapImport.subscribe((state, before) => {
        if (state.step === 'done' && before.step !== 'done') void current.current(null);
      }),
      projectImport.subscribe((state, before) => {
        if (state.step === 'done' && before.step !== 'done') void current.current(null);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
