import { useLingui } from '@lingui/react/macro';
import type { UnitKind } from '#core/analysis/units.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId, TagId } from '#core/ids.ts';
import { Select } from '#ui/Select.tsx';
import styles from './AnalysisScreen.module.css';
import { ChoiceField } from './ChoiceField.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import type { AgreementChoice, AgreementState } from './use-agreement.ts';
import type { Analysis } from './use-analysis.ts';
import { useArticleChoices, useTagChoices } from './use-choices.ts';

type AgreementChoicesProps = {
  readonly analysis: Analysis;
  readonly analysts: readonly AnalystId[];
  readonly agreement: AgreementState;
};

/** Whose codings are compared, on what and by what. */
export function AgreementChoices({ analysis, analysts, agreement }: AgreementChoicesProps) {
  const { t } = useLingui();
  const { choice, choose } = agreement;
  const findTags = useTagChoices(analysis);
  const options = (other: AnalystId) =>
    analysts.filter((id) => id !== other).map((id) => ({ value: id as string, label: analysis.nameOf(id) }));
  const pick = (key: 'first' | 'second') => (value: string) => {
    const id = analysts.find((one) => one === value);
    if (id !== undefined) choose({ [key]: id });
  };
  return (
    <div className={styles.choices}>
      <Select
        label={t`First analyst`}
        value={choice.first as string}
        options={options(choice.second)}
        onChange={pick('first')}
      />
      <Select
        label={t`Second analyst`}
        value={choice.second as string}
        options={options(choice.first)}
        onChange={pick('second')}
      />
      <ArticlesChoice analysis={analysis} choice={choice} choose={choose} />
      <ChoiceField
        label={t`Tags`}
        value={choice.tagId === null ? null : tagPathText(choice.tagId, analysis.tagById)}
        none={t`all that either gave`}
        find={findTags}
        onChoose={(key) => choose({ tagId: key as TagId })}
        onClear={() => choose({ tagId: null })}
      />
      <UnitChoice unit={choice.unit} onUnit={(unit) => choose({ unit })} />
      <ScopeChoice scope={choice.scope} onScope={(scope) => choose({ scope })} />
    </div>
  );
}

type ArticlesChoiceProps = Pick<AgreementChoicesProps, 'analysis'> &
  Pick<AgreementState, 'choice' | 'choose'>;

function ArticlesChoice({ analysis, choice, choose }: ArticlesChoiceProps) {
  const { t } = useLingui();
  const findArticles = useArticleChoices(analysis.articles);
  const kinds: Readonly<Record<string, string>> = {
    both: t`marked by both`,
    either: t`marked by either`,
  };
  return (
    <ChoiceField
      label={t`Articles`}
      value={
        kinds[choice.articles] ?? analysis.articleById.get(choice.articles as ArticleId)?.title.value ?? null
      }
      none={t`choose`}
      find={(query) => [
        ...Object.entries(kinds)
          .map(([key, label]) => ({ key, label }))
          .filter(({ label }) => label.includes(query.trim().toLowerCase())),
        ...findArticles(query),
      ]}
      onChoose={(key) => choose({ articles: key as AgreementChoice['articles'] })}
    />
  );
}

function UnitChoice({
  unit,
  onUnit,
}: {
  readonly unit: UnitKind;
  readonly onUnit: (unit: UnitKind) => void;
}) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Compared by`}
      value={unit}
      options={[
        { value: 'character', label: t`character` },
        { value: 'word', label: t`word` },
        { value: 'sentence', label: t`sentence` },
        { value: 'paragraph', label: t`paragraph` },
      ]}
      onChange={onUnit}
    />
  );
}
