import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ConcordanceLine } from '#core/search/concordance.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Concordance.module.css';
import { type GivenTag, previewTagging, type TaggingOutcome, tagLines } from './concordance-deeds.ts';

/** A box to find a tag in, or to type a new one. */
export type RenderTagPicker = (picker: {
  readonly label: string;
  readonly onChoose: (tag: GivenTag) => void;
  readonly onClose: () => void;
}) => ReactNode;

type TagLinesDialogProps = {
  readonly lines: readonly ConcordanceLine[];
  readonly query: string;
  readonly renderTagPicker: RenderTagPicker;
  readonly onClose: () => void;
  /** The lines have been tagged. */
  readonly onDone: () => void;
};

/** Asks for a tag, shows what giving it to all lines comes to, and gives it. */
export function TagLinesDialog({ lines, query, renderTagPicker, onClose, onDone }: TagLinesDialogProps) {
  const { t } = useLingui();
  const [tag, setTag] = useState<GivenTag | null>(null);
  const { preview, progress, isTagging, run } = useTagging({ lines, query, tag, onDone });
  const count = lines.length;
  const canRun = preview?.ok === true && preview.tagged.made + preview.tagged.tagged > 0;
  return (
    <Dialog
      isOpen
      title={plural(count, { one: 'Highlight and tag # line', other: 'Highlight and tag # lines' })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            // Once it can be pressed it has the focus.
            key={String(canRun)}
            autoFocus={canRun}
            variant="primary"
            isDisabled={!canRun || isTagging}
            onPress={() => void run()}
          >
            {t`Highlight and tag`}
          </Button>
        </>
      }
    >
      <div className={styles.tagging}>
        {tag === null ? (
          renderTagPicker({ label: t`Tag for all lines`, onChoose: setTag, onClose })
        ) : (
          <p className={styles.given}>
            <Chip name={nameOf(tag)} onRemove={() => setTag(null)}>
              {nameOf(tag)}
            </Chip>
          </p>
        )}
        <div role="status" className={styles.preview}>
          {tag !== null && preview === null && (
            <p>
              {progress.total === 0
                ? t`Looking at the articles…`
                : t`Looking at the articles: ${progress.done} of ${progress.total}`}
            </p>
          )}
          {preview !== null && <Preview outcome={preview} />}
        </div>
      </div>
    </Dialog>
  );
}

function Preview({ outcome }: { readonly outcome: TaggingOutcome }) {
  const { t } = useLingui();
  if (!outcome.ok)
    return (
      <p className={styles.warning}>
        {outcome.kind === 'unsaved'
          ? t`Nothing was changed.`
          : t`A tag of that name can’t be made. Choose another, or make it in the codebook.`}
      </p>
    );
  const { made, tagged, had, refused, changed, unreadable } = outcome.tagged;
  return (
    <ul>
      <li>
        <Plural value={made} _0="No new highlight" one="# new highlight" other="# new highlights" />
      </li>
      {tagged > 0 && (
        <li>
          <Plural
            value={tagged}
            one="# line is highlighted already and gets the tag"
            other="# lines are highlighted already and get the tag"
          />
        </li>
      )}
      {had > 0 && (
        <li>
          <Plural value={had} one="# line has the tag already" other="# lines have the tag already" />
        </li>
      )}
      {changed > 0 && (
        <li className={styles.warning}>
          <Plural
            value={changed}
            one="# line is left out: its article has changed since. Search again to tag it."
            other="# lines are left out: their articles have changed since. Search again to tag them."
          />
        </li>
      )}
      {unreadable > 0 && (
        <li className={styles.warning}>
          <Plural
            value={unreadable}
            one="# line is left out: the text of its article can’t be read."
            other="# lines are left out: the texts of their articles can’t be read."
          />
        </li>
      )}
      {refused > 0 && (
        <li className={styles.warning}>
          <Plural
            value={refused}
            one="# line is left out: a highlight can’t be that long."
            other="# lines are left out: highlights can’t be that long."
          />
        </li>
      )}
    </ul>
  );
}

type Tagging = Pick<TagLinesDialogProps, 'lines' | 'query' | 'onDone'> & { readonly tag: GivenTag | null };

/** What giving the tag would come to, worked out anew for another tag; and giving it. */
function useTagging({ lines, query, tag, onDone }: Tagging) {
  const session = useSession();
  const offerUndo = useOfferUndo();
  const [preview, setPreview] = useState<TaggingOutcome | null>(null);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [isTagging, setTagging] = useState(false);
  // Closing the dialog stops what has not been written.
  const open = useRef(new AbortController());
  useEffect(() => {
    open.current = new AbortController();
    return () => open.current.abort();
  }, []);
  useEffect(() => {
    setPreview(null);
    if (tag === null) return;
    const controller = new AbortController();
    const watch = {
      signal: controller.signal,
      onProgress: (done: number, total: number) => setProgress({ done, total }),
    };
    previewTagging(session, lines, tag, watch).then(
      (outcome) => !controller.signal.aborted && setPreview(outcome),
      (error) => {
        if (!controller.signal.aborted) throw error;
      },
    );
    return () => controller.abort();
  }, [session, lines, tag]);
  const run = async () => {
    if (tag === null) return;
    setTagging(true);
    const { signal } = open.current;
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    const outcome = await tagLines(session, { lines, tag, query }, { signal, onProgress }).catch((error) => {
      if (!signal.aborted) throw error;
      return null;
    });
    setTagging(false);
    if (outcome === null) return;
    if (!outcome.ok) {
      setPreview(outcome);
      return;
    }
    const many = outcome.tagged.made + outcome.tagged.tagged;
    const name = nameOf(tag);
    onDone();
    await offerUndo(
      plural(many, { one: `Tagged # passage with ${name}.`, other: `Tagged # passages with ${name}.` }),
    );
  };
  return { preview, progress, isTagging, run };
}

function nameOf(tag: GivenTag): string {
  return tag.kind === 'tag' ? tag.name : tag.path;
}
