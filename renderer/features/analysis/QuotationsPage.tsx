import { Plural, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ContextSize } from '#core/analysis/context.ts';
import { everyPassage, filterPassages } from '#core/analysis/filter-passages.ts';
import type { TagScope } from '#core/analysis/tag-reach.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { look, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './AnalysisScreen.module.css';
import { ChoiceField } from './ChoiceField.tsx';
import { QuotationList } from './QuotationList.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import type { Analysis } from './use-analysis.ts';
import { useTagChoices } from './use-choices.ts';
import { useSaveQuotations } from './use-save-quotations.ts';

/** How much context can be chosen. */
const sizes: Readonly<Record<string, ContextSize>> = {
  none: { unit: 'word', count: 0 },
  'word 10': { unit: 'word', count: 10 },
  'word 25': { unit: 'word', count: 25 },
  'word 60': { unit: 'word', count: 60 },
  'sentence 1': { unit: 'sentence', count: 1 },
  'sentence 2': { unit: 'sentence', count: 2 },
  'sentence 4': { unit: 'sentence', count: 4 },
};

/** Every passage with a tag among the words around it. */
export function QuotationsPage({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useLingui();
  const lookTagId = useLook((state) => state.tagId);
  const [scope, setScope] = useState<TagScope>('whole');
  const [sizeKey, setSizeKey] = useState('sentence 1');
  const tagId = lookTagId !== null && analysis.tagById.has(lookTagId) ? lookTagId : null;
  const size = sizes[sizeKey] ?? { unit: 'sentence', count: 1 };
  const find = useTagChoices(analysis);
  const passages = useMemo(() => {
    const { found } = filterPassages(analysis.passages, { ...everyPassage, tagId }, analysis);
    const isOwn = tagId !== null && scope === 'own';
    return isOwn ? found.filter(({ highlight }) => highlight.tagIds.includes(tagId)) : found;
  }, [analysis, tagId, scope]);
  const name = tagId === null ? t`all passages` : tagPathText(tagId, analysis.tagById);
  const save = useSaveQuotations();
  const words = (count: number) => t`${count} words on either side`;
  return (
    <>
      <div className={styles.choices}>
        <ChoiceField
          label={t`Tag`}
          value={tagId === null ? null : name}
          none={t`any`}
          find={find}
          onChoose={(key) => look.setState({ tagId: key as TagId })}
          onClear={() => look.setState({ tagId: null })}
        />
        <ScopeChoice scope={scope} onScope={setScope} />
        <Select
          label={t`Context`}
          value={sizeKey}
          options={[
            { value: 'none', label: t`none` },
            { value: 'word 10', label: words(10) },
            { value: 'word 25', label: words(25) },
            { value: 'word 60', label: words(60) },
            { value: 'sentence 1', label: t`a sentence on either side` },
            { value: 'sentence 2', label: t`2 sentences on either side` },
            { value: 'sentence 4', label: t`4 sentences on either side` },
          ]}
          onChange={setSizeKey}
        />
      </div>
      <div className={styles.line}>
        <span role="status">
          <Plural value={passages.length} one="# passage" other="# passages" />
        </span>
        <span className={styles.gap} />
        <Button
          size="small"
          isDisabled={passages.length === 0 || save.progress !== null}
          onPress={() => void save.run({ name, passages, size })}
        >
          <Download size={14} aria-hidden="true" />
          {t`Save as Markdown…`}
        </Button>
        {save.progress !== null && (
          <>
            <span role="status">{t`Reading the texts: ${save.progress} of ${passages.length}`}</span>
            <Button size="small" variant="quiet" onPress={save.cancel}>{t`Cancel`}</Button>
          </>
        )}
      </div>
      {passages.length === 0 ? (
        <p
          className={styles.hint}
        >{t`No passage has this tag. Choose another one, or mark passages with it.`}</p>
      ) : (
        <QuotationList passages={passages} size={size} />
      )}
    </>
  );
}
