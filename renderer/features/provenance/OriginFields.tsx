import { useLingui } from '@lingui/react/macro';
import type { Article, Translation } from '#core/article.ts';
import type { Correction } from '#core/library/edit-articles.ts';
import { useSession } from '#state/session.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { commitCorrection } from './correction-deeds.ts';
import { HeaderField } from './HeaderField.tsx';

/** The languages that articles on the Sahel are translated from, by their BCP 47 codes. */
const sourceLanguages = ['fr', 'en', 'ar', 'es', 'pt', 'ru', 'de', 'it', 'tr', 'ha', 'bm', 'ff', 'tmh'];

/** Where an article was taken from, and whether it is a translation. */
export function OriginFields({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useFieldWords();
  const { address = null, translation = null } = article;
  const correct = (correction: Correction) => void commitCorrection(session, article.id, correction);
  const from = translation?.value.from ?? '';
  const codes = from === '' || sourceLanguages.includes(from) ? sourceLanguages : [from, ...sourceLanguages];
  return (
    <>
      <HeaderField
        articleId={article.id}
        name={t`Address`}
        field={address}
        text={address?.value ?? ''}
        hint={t`Where it was taken from. Liptako never opens it. Empty: not stated.`}
        onCorrect={(value) => correct({ field: 'address', value })}
      />
      <HeaderField
        articleId={article.id}
        name={t`Translation`}
        field={translation}
        text={translation?.value.by ?? 'none'}
        shown={translation === null ? undefined : words.translation(translation.value)}
        none={t`nothing says that it is one`}
        options={[
          { value: 'none', label: t`no translation` },
          { value: 'unknown', label: t`translated, nobody says how` },
          { value: 'machine', label: t`translated by a machine` },
        ]}
        onCorrect={(by) => correct({ field: 'translation', value: readBy(by, translation?.value ?? null) })}
      />
      {translation !== null && (
        <HeaderField
          articleId={article.id}
          name={t`Original language`}
          field={from === '' ? null : translation}
          text={from}
          shown={from === '' ? undefined : words.languageNamed(from)}
          none={t`not known`}
          options={[
            { value: '', label: t`not known` },
            ...codes.map((value) => ({ value, label: words.languageNamed(value) })),
          ]}
          onCorrect={(code) =>
            correct({
              field: 'translation',
              value: { by: translation.value.by, from: code === '' ? null : code },
            })
          }
        />
      )}
    </>
  );
}

function readBy(by: string, old: Translation | null): Translation | null {
  return by === 'machine' || by === 'unknown' ? { by, from: old?.from ?? null } : null;
}
