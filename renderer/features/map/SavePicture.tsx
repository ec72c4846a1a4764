import { useLingui } from '@lingui/react/macro';
import { ImageDown } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { mapPicture } from '#state/map-picture.ts';
import { notify } from '#state/notices.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { type PictureForm, savePicture } from './save-picture.ts';
import { usePictureWords } from './use-picture-words.ts';

type SavePictureProps = {
  /** The map with all that lies over it. */
  readonly frame: RefObject<HTMLElement | null>;
  /** Whom the map is owed to. */
  readonly credits: string;
};

/** Saves the map as it is now, with its legend, scale, date and what it is narrowed by. */
export function SavePicture({ frame, credits }: SavePictureProps) {
  const { t } = useLingui();
  const words = usePictureWords(credits);
  const [isBusy, setBusy] = useState(false);
  const save = async (form: PictureForm) => {
    if (frame.current === null || isBusy) return;
    setBusy(true);
    try {
      const answer = await savePicture(frame.current, form, words(new Date()));
      if (answer?.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
      else if (answer?.problem.kind === 'disk-full')
        notify({ kind: 'danger', text: t`The disk is full: nothing was written.` });
      else if (answer !== null)
        notify({ kind: 'danger', text: t`It could not be written: ${answer.problem.message}` });
    } catch (error) {
      notify({ kind: 'danger', text: t`No picture was made: ${String(error)}` });
    } finally {
      setBusy(false);
    }
  };
  const isOffered = useStore(mapPicture, (state) => state.isOffered);
  useEffect(() => () => offer(false), []);
  return (
    <ActionMenu
      label={t`Save picture…`}
      isOpen={isOffered}
      onOpenChange={offer}
      actions={[
        { id: 'png', label: t`As a picture (PNG)…`, onAction: () => void save('png') },
        { id: 'pdf', label: t`As a sheet to print (PDF)…`, onAction: () => void save('pdf') },
      ]}
    >
      <ImageDown size={15} aria-hidden="true" />
    </ActionMenu>
  );
}

function offer(isOffered: boolean): void {
  mapPicture.setState({ isOffered });
}
