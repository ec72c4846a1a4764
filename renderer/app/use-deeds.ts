import { t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type Dispatch, type RefObject, type SetStateAction, useMemo, useRef } from 'react';
import { importBundle } from '#features/brief/bundle-import.ts';
import { importProject } from '#features/exchange/project-import.ts';
import { showBatches } from '#features/import/batch-desk.ts';
import { useImport } from '#features/import/use-import.ts';
import { useLookForSameTexts } from '#features/import/use-look-for-same-texts.ts';
import { nextArticle, previousArticle } from '#features/library/library-list.ts';
import { writeNewMemo } from '#features/memos/memo-desk.ts';
import { commitDate } from '#features/provenance/correction-deeds.ts';
import { chooseBeside } from '#features/reader/compare-desk.ts';
import { askToSave } from '#features/search/saved-desk.ts';
import { nextFound, nextHit, previousFound, previousHit } from '#features/search/search-engine.ts';
import { showSimilar } from '#features/search/similar.ts';
import type { OpenAnswer } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { importing } from '#state/importing.ts';
import { askForMapExport, askForMapImport } from '#state/map-exchange.ts';
import { askForMapPicture } from '#state/map-picture.ts';
import { announce, notify } from '#state/notices.ts';
import { type Preferences, preferences, stepBacklight, stepTextSize } from '#state/preferences.ts';
import { type Session, useSession } from '#state/session.ts';
import { look, type Screen, showScreen } from '#state/workspace.ts';
import type { Deeds } from './commands.ts';
import { tellRepeated } from './tell-repeated.ts';
import { unsavedForms } from './unsaved-words.ts';
import { unsavedWork } from './unsaved-work.ts';

/** What lies over the workbench. */
export type Layer =
  | { readonly name: 'none' | 'shortcuts' | 'history' | 'activity' | 'settings' | 'about' | 'export' }
  | { readonly name: 'palette'; readonly text: string };

type Parts = {
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly setLayer: (layer: Layer) => void;
  readonly setFindAsked: Dispatch<SetStateAction<number>>;
};

/** What every command does. */
export function useDeeds({ searchBox, setLayer, setFindAsked }: Parts): Deeds {
  const { t } = useLingui();
  const session = useSession();
  const ways = useImport();
  const lookForSameTexts = useLookForSameTexts();
  const current = useRef(lookForSameTexts);
  current.current = lookForSameTexts;
  return useMemo(() => {
    const screen = (name: Screen) => () => showScreen(name);
    const show = (name: Exclude<Layer['name'], 'none' | 'palette'>) => () => setLayer({ name });
    const choose = (action: 'create' | 'open') => () =>
      void unlessUnsaved(session, async () => {
        const answer = await desktop().chooseWorkspace({ action, name: t`Workspace` });
        if (answer !== null) enter(answer, t`That folder could not be opened as a workspace.`);
      });
    const deeds: Deeds = {
      'workspace.new': choose('create'),
      'workspace.open': choose('open'),
      'import.files': ways.openImport,
      'import.paste': () => ways.openPaste(),
      'bundle.import': () => void importBundle(session),
      'project.import': () => void importProject(session),
      'project.export': show('export'),
      'geodata.import': askForMapImport,
      'geodata.export': () => askForMapExport(['events', 'places', 'tracks', 'areas']),
      'map.picture': askForMapPicture,
      'edit.undo': () => void session.undo().then((outcome) => tellRepeated('undo', outcome)),
      'edit.redo': () => void session.redo().then((outcome) => tellRepeated('redo', outcome)),
      'history.show': show('history'),
      'batches.show': () => showBatches(),
      'texts.group': () => void current.current(),
      'activity.show': show('activity'),
      'search.everywhere': () => searchBox.current?.select(),
      'search.article': () => {
        showScreen('read');
        setFindAsked((asked) => asked + 1);
      },
      'search.save': askToSave,
      'search.similar': () => showSimilar(),
      'search.next': nextHit,
      'search.previous': previousHit,
      'screen.library': screen('library'),
      'screen.read': screen('read'),
      'screen.map': screen('map'),
      'screen.timeline': screen('timeline'),
      'screen.analysis': screen('analysis'),
      'screen.brief': screen('brief'),
      'screen.codebook': screen('codebook'),
      'screen.memos': screen('memos'),
      'screen.search': screen('search'),
      'screen.events': screen('events'),
      'screen.actors': screen('actors'),
      'article.compare': chooseBeside,
      'article.take-date': () => void takeDate(session),
      'memo.new': () => writeNewMemo(session),
      // The list beside the reader is that of the search while there is one.
      'article.next': () => void (nextFound() || nextArticle()),
      'article.previous': () => void (previousFound() || previousArticle()),
      'view.palette': () => setLayer({ name: 'palette', text: '' }),
      'view.shortcuts': show('shortcuts'),
      'view.strip': () => preferences.setState(({ showStrip }) => ({ showStrip: !showStrip })),
      'view.backlight': () => tellBacklight(stepBacklight()),
      'view.larger': () => stepTextSize(1),
      'view.smaller': () => stepTextSize(-1),
      'view.normal': () => stepTextSize(0),
      'view.settings': show('settings'),
      'help.about': show('about'),
    };
    return deeds;
  }, [searchBox, session, setFindAsked, setLayer, t, ways]);
}

/** Go on to another workspace, unless something here would be lost by it: then only when the analyst says so. */
async function unlessUnsaved(session: Session, go: () => Promise<void>): Promise<void> {
  const unsaved = await unsavedWork(session);
  if (unsaved === null && !importing.getState().isAtWork) return go();
  notify({
    kind: 'danger',
    topic: 'leaving',
    text: leavingWords(unsaved),
    action: { label: say`Go on all the same`, run: () => void go() },
  });
}

function leavingWords(unsaved: Awaited<ReturnType<typeof unsavedWork>>): string {
  if (unsaved === 'edits')
    return say`This workspace stays open, for something could not be saved. Go on all the same, and what is not saved is lost.`;
  if (unsaved === null)
    return say`This workspace stays open, for an import is at work. Go on all the same, and the import ends with the articles it has kept.`;
  return say`This workspace stays open, for this is not saved: ${unsavedForms()}. Save or discard it, or go on all the same, and what is typed there is lost.`;
}

/** The main process has let go of the old workspace: the window starts anew in the other one. */
function enter(answer: OpenAnswer, failure: string): void {
  if (answer.ok) location.reload();
  else notify({ kind: 'danger', text: failure });
}

/** Make the date that is suggested for the article in the reader the analyst's own. */
async function takeDate(session: Session): Promise<void> {
  const { articleId, screen } = look.getState();
  if (articleId === null || screen !== 'read') return;
  const isTaken = await commitDate(session, articleId);
  announce(isTaken ? say`The suggested date was taken over.` : say`No date is suggested for this article.`);
}

/** The reader may not be in sight, and greys are not seen by all. */
function tellBacklight(backlight: Preferences['backlight']): void {
  const words = {
    off: say`The backlight is off.`,
    coded: say`What is not coded is greyed.`,
    read: say`What was not read is greyed.`,
  };
  announce(words[backlight]);
}
