import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import type { Refusal } from '#core/import/refusal.ts';
import { Button } from '#ui/Button.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import { useSizeWords } from '#ui/use-size-words.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { clearGathering } from './gather-desk.ts';
import styles from './Import.module.css';
import { type IncomingFile, sizesOf } from './incoming-files.ts';
import { kindsOf } from './kinds-of-files.ts';

/** How many kinds are named; the rest are counted together. */
const most = 8;

type GatheredFilesProps = {
  readonly files: readonly IncomingFile[];
  readonly passedOver: readonly Refusal[];
};

/** What is about to be imported: how much, of which kinds, and every file by its name. */
export function GatheredFiles({ files, passedOver }: GatheredFilesProps) {
  const { t } = useLingui();
  const size = useSizeWords();
  const [chosen, setChosen] = useState(-1);
  const bytes = useTotalBytes(files);
  const kinds = useMemo(() => kindsOf(files.map(({ path }) => path)), [files]);
  const others = kinds.slice(most).reduce((sum, { count }) => sum + count, 0);
  const left = passedOver.reduce((sum, { detail }) => sum + Number(detail.files), 0);
  const count = plural(files.length, { one: '# file', other: '# files' });
  return (
    <section className={styles.gathered} aria-label={t`Files to import`}>
      <div className={styles.head}>
        <strong role="status">{bytes === null ? count : t`${count}, ${size(bytes)}`}</strong>
        <ul className={styles.kinds}>
          {kinds.slice(0, most).map(({ kind, count: number }) => (
            <li key={kind}>{kind === '' ? t`no ending: ${number}` : `${kind}: ${number}`}</li>
          ))}
          {left > 0 && <li>{plural(left, { one: '# passed over', other: '# passed over' })}</li>}
          {others > 0 && <li>{plural(others, { one: '# other', other: '# others' })}</li>}
        </ul>
        <span className={styles.grow} />
        <Button size="small" onPress={clearGathering}>{t`Start over`}</Button>
      </div>
      <div className={styles.files}>
        <VirtualList
          label={t`Files to import`}
          items={files}
          keyOf={({ path, file }) => `${path} ${file?.size} ${file?.lastModified}`}
          rowHeight={26}
          chosenIndex={chosen}
          onChoose={setChosen}
          renderRow={({ path, file }) => (
            <div className={styles.file}>
              <bdi className={styles.name}>
                <Revealed line={path} />
              </bdi>
              <span className={styles.size}>{file === null ? t`can’t be opened` : size(file.size)}</span>
            </div>
          )}
        />
      </div>
    </section>
  );
}

/** How large all files are together; `null` while they are looked at. */
function useTotalBytes(files: readonly IncomingFile[]): number | null {
  const [measured, setMeasured] = useState<{ files: readonly IncomingFile[]; bytes: number }>();
  useEffect(() => {
    const gone = new AbortController();
    const sum = (sizes: readonly number[]) => sizes.reduce((total, one) => total + one, 0);
    void sizesOf(files, gone.signal).then((sizes) => {
      if (!gone.signal.aborted) setMeasured({ files, bytes: sum(sizes) });
    });
    return () => gone.abort();
  }, [files]);
  return measured?.files === files ? measured.bytes : null;
}
