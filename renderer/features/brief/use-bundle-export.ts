import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SaveAnswer } from '#shared/ipc.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { exportBundle, type LayerLeft, listLayersLeft } from './export-bundle.ts';

type Exporting = {
  readonly run: (doing: string, work: () => Promise<void>) => Promise<void>;
  readonly tell: (answer: SaveAnswer, remark: string) => void;
  readonly setBusy: (doing: string) => void;
};

/** The bundle of the whole workspace. Layers whose files stay behind are in `left` until the analyst has agreed. */
export function useBundleExport({ run, tell, setBusy }: Exporting) {
  const { t } = useLingui();
  const session = useSession();
  const [left, setLeft] = useState<readonly LayerLeft[]>([]);

  /** Said beside the success: what stayed behind can be had in a bundle that nobody else gets. */
  const tellAcled = (count: number, known: readonly LayerLeft[]) => {
    if (count === 0) return;
    notify({
      kind: 'warn',
      text: t`${plural(count, { one: '# event of ACLED was left out: its terms let nobody pass it on.', other: '# events of ACLED were left out: its terms let nobody pass them on.' })}`,
      action: {
        label: t`Save a bundle with them, for yourself`,
        run: () => void run(t`Writing the bundle…`, () => write(true, known)),
      },
    });
  };
  const tellLayers = (names: readonly string[]) => {
    if (names.length === 0) return;
    const list = names.map((name) => `“${name}”`).join(', ');
    notify({
      kind: 'warn',
      text: t`The bundle has these map layers without their files, which have to be added again: ${list}`,
    });
  };
  const write = async (withAcled: boolean, known: readonly LayerLeft[]) => {
    let acled = 0;
    let withoutFile: readonly string[] = [];
    const outcome = await exportBundle(session, {
      withAcled,
      onLeftOut: (count) => {
        acled = count;
      },
      onWithoutFile: (names) => {
        withoutFile = names.filter((name) => !known.some(({ layer }) => layer.name === name));
      },
      onProgress: (done, total) => setBusy(t`Bundle: ${done} of ${total}`),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      tellAcled(acled, known);
      tellLayers(withoutFile);
    }
    if (outcome.ok || 'problem' in outcome) tell(outcome, '');
    else if (outcome.code === 'missing-file')
      notify({
        kind: 'danger',
        text: t`No bundle was written: a file of “${outcome.articleName}” is missing or damaged on the disk.`,
      });
    else
      notify({
        kind: 'danger',
        text: t`No bundle was written: the workspace is larger than a bundle can be.`,
      });
  };

  return {
    left,
    /** Layers that stay behind are named before anything is written. */
    ask: () =>
      void run(t`Writing the bundle…`, async () => {
        const found = await listLayersLeft(session);
        if (found.length === 0) await write(false, found);
        else setLeft(found);
      }),
    agree: () => {
      setLeft([]);
      void run(t`Writing the bundle…`, () => write(false, left));
    },
    giveUp: () => setLeft([]),
  };
}
