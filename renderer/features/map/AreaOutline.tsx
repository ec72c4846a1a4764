import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as HeadButton } from 'react-aria-components';
import { checkArea } from '#core/tracks/check-area.ts';
import { addCorner, fillHole } from '#core/tracks/edit-areas.ts';
import type { Area } from '#core/tracks/track.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { CircleFields } from './CircleFields.tsx';
import { CornerList } from './CornerList.tsx';
import { PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';
import { editArea } from './track-deeds.ts';
import { useTrackWords } from './use-track-words.ts';

/** What surrounds an area: its outline or circle and its holes, all to be entered without the mouse. */
export function AreaOutline({ area }: { readonly area: Area }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useTrackWords();
  const problems = useMemo(() => checkArea(area), [area]);
  const outline = area.rings[0] ?? [];
  const change = (how: (before: Area) => Area, action = 'area.corner') =>
    void editArea(session, area, { action }, how);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t`Outline`}</legend>
      {(area.circle !== undefined || outline.length === 0) && <CircleFields area={area} />}
      {area.circle === undefined && (
        <FoldedRing
          title={plural(outline.length, { one: '# corner', other: '# corners' })}
          isOpenAtFirst={outline.length < 3}
        >
          {outline.length < 3 && <p className={styles.soft}>{t`It is an area from three corners on.`}</p>}
          <CornerList
            ring={outline}
            label={t`Corners`}
            onChange={(how) => change((before) => how(before, 0))}
          />
        </FoldedRing>
      )}
      {area.rings.slice(1).map((hole, at) => {
        const count = plural(hole.length, { one: '# corner', other: '# corners' });
        return (
          <FoldedRing
            // biome-ignore lint/suspicious/noArrayIndexKey: a hole is its place among the rings.
            key={at}
            title={t`Hole ${at + 1}: ${count}`}
            isOpenAtFirst={hole.length < 3}
            deed={
              <IconButton
                label={t`Fill hole ${at + 1}`}
                icon={Trash2}
                size="small"
                onPress={() => change((before) => fillHole(before, at + 1))}
              />
            }
          >
            <CornerList
              ring={hole}
              label={t`Corners of hole ${at + 1}`}
              onChange={(how) => change((before) => how(before, at + 1))}
            />
          </FoldedRing>
        );
      })}
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.ring}`} className={styles.warning} role="status">
          {words.areaProblem(problem)}
        </p>
      ))}
      {outline.length > 2 && (
        <FoldedRing title={t`A hole by names or coordinates`} isOpenAtFirst={false}>
          <PointSearch
            label={t`First corner of a hole`}
            onPoint={({ lat, lon }) =>
              change((before) => addCorner(before, [lon, lat], before.rings.length), 'area.hole')
            }
          />
        </FoldedRing>
      )}
    </fieldset>
  );
}

type FoldedRingProps = {
  readonly title: string;
  readonly isOpenAtFirst: boolean;
  readonly deed?: React.ReactNode;
  readonly children: React.ReactNode;
};

function FoldedRing({ title, isOpenAtFirst, deed, children }: FoldedRingProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <>
      <div className={styles.row}>
        <HeadButton className={styles.head ?? ''} aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <span className={styles.name}>{title}</span>
        </HeadButton>
        {deed}
      </div>
      {isOpen && children}
    </>
  );
}
