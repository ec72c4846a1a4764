import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { countCoOccurrences, passagesTogether, type Sharing } from '#core/analysis/co-occurrence.ts';
import type { TagScope } from '#core/analysis/tag-reach.ts';
import type { Article } from '#core/article.ts';
import { MatrixGrid } from '#ui/MatrixGrid.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './AnalysisScreen.module.css';
import { showPassages } from './analysis-desk.ts';
import { MeasuringBar } from './MeasuringBar.tsx';
import { gridToRows, tagHeads, toMatrixValues } from './matrix-heads.ts';
import { rememberLast } from './remember-last.ts';
import { SaveTable } from './SaveTable.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import type { Analysis } from './use-analysis.ts';
import { useTextMeasures } from './use-text-measures.ts';

const countLast = rememberLast(countCoOccurrences);

type Measure = 'count' | 'coefficient';

/** Which tags come together, how often and how closely; a cell opens the passages it counts. */
export function CoOccurrencePage({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useLingui();
  const [sharing, setSharing] = useState<Sharing>('overlap');
  const [scope, setScope] = useState<TagScope>('own');
  const [measure, setMeasure] = useState<Measure>('count');
  const choice = useCoOccurrenceChoice(analysis, { sharing, scope });
  const applied = useDeferredValue(choice);
  const found = countLast(analysis.passages, analysis.tags, applied);
  const heads = useMemo(() => tagHeads(found.tags, analysis.tagById), [found, analysis]);
  const columns = useMemo(() => heads.map(({ depth: _, ...head }) => head), [heads]);
  const isCount = measure === 'count';
  const grid = isCount ? found.counts : found.coefficients;
  const open = (row: number, column: number) => {
    const [one, other] = [found.tags[row]?.tag, found.tags[column]?.tag];
    if (one === undefined || other === undefined) return;
    const ids = passagesTogether(analysis.passages, [one.id, other.id], { ...applied, tags: analysis.tags });
    showPassages(new Set(ids), row === column ? one.name : `${one.name} × ${other.name}`);
  };
  return (
    <>
      <div className={styles.choices}>
        <SharingChoice sharing={sharing} onSharing={setSharing} />
        <ScopeChoice scope={scope} onScope={setScope} />
        <Select
          label={t`Show`}
          value={measure}
          options={[
            { value: 'count', label: t`how often` },
            { value: 'coefficient', label: t`coefficient (0 to 1)` },
          ]}
          onChange={setMeasure}
        />
      </div>
      <div className={styles.line}>
        <Explanation sharing={sharing} isCount={isCount} />
        <span className={styles.gap} />
        <SaveTable table={() => ({ name: t`co-occurrence`, rows: gridToRows(heads, columns, grid) })} />
      </div>
      {sharing === 'paragraph' && <MeasuringBar measures={choice.measures} />}
      {heads.length === 0 ? (
        <p className={styles.hint}>{t`Give passages tags, and you see here which tags come together.`}</p>
      ) : (
        <MatrixGrid
          label={t`Tags that come together`}
          rows={heads}
          columns={columns}
          values={toMatrixValues(grid)}
          format={(value) => (isCount ? (value === 0 ? '' : String(value)) : coefficientText(value))}
          say={(value) =>
            isCount
              ? plural(value, { one: '# time together', other: '# times together' })
              : Number.isNaN(value)
                ? t`not defined`
                : value.toFixed(3)
          }
          isAside={(row, column) => row === column}
          onOpen={open}
        />
      )}
    </>
  );
}

function coefficientText(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value === 0 ? '' : value.toFixed(2);
}

const noArticles: readonly Article[] = [];

/** Texts are only read when paragraphs are asked for. */
function useCoOccurrenceChoice(
  analysis: Analysis,
  { sharing, scope }: { readonly sharing: Sharing; readonly scope: TagScope },
) {
  const coded = useMemo(
    () => [...new Set(analysis.passages.flatMap(({ article }) => article ?? []))],
    [analysis],
  );
  const measures = useTextMeasures(sharing === 'paragraph' ? coded : noArticles);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew once all texts are read.
  return useMemo(() => {
    const bySha = new Map(coded.map((article) => [article.textSha256, article]));
    return {
      sharing,
      scope,
      measures,
      paragraphStarts: (textSha256: string) => {
        const article = bySha.get(textSha256);
        return article === undefined ? null : (measures.of(article)?.paragraphStarts ?? null);
      },
    };
  }, [coded, sharing, scope, measures.done === measures.total, measures.done >> 9]);
}

function SharingChoice({
  sharing,
  onSharing,
}: {
  readonly sharing: Sharing;
  readonly onSharing: (sharing: Sharing) => void;
}) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Together in`}
      value={sharing}
      options={[
        { value: 'highlight', label: t`the same highlight` },
        { value: 'overlap', label: t`overlapping highlights` },
        { value: 'paragraph', label: t`the same paragraph` },
        { value: 'article', label: t`the same article` },
      ]}
      onChange={onSharing}
    />
  );
}

function Explanation({ sharing, isCount }: { readonly sharing: Sharing; readonly isCount: boolean }) {
  const { t } = useLingui();
  const counted = {
    highlight: t`Counts the highlights that have both tags.`,
    overlap: t`Counts the highlights that have both tags and the pairs of highlights that share a character.`,
    paragraph: t`Counts the paragraphs that have both tags.`,
    article: t`Counts the articles that have both tags.`,
  }[sharing];
  const coefficient =
    sharing === 'overlap'
      ? t`c = together / (first + second − together). It can pass 1 where the same words are marked again and again.`
      : t`c = together / (first + second − together): of all that have either tag, how many have both (Jaccard).`;
  return (
    <span>{isCount ? t`${counted} On the diagonal: how often the tag is there at all.` : coefficient}</span>
  );
}
