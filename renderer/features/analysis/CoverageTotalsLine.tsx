import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { CoverageTotals } from '#core/analysis/coverage.ts';
import { usePercent } from './use-coverage-columns.tsx';

/** All articles together, in a line. */
export function CoverageTotalsLine({ totals }: { readonly totals: CoverageTotals }) {
  const { t } = useLingui();
  const percent = usePercent();
  const { articles, texts, neverOpened, withoutHighlight, unreadParagraphs } = totals;
  const counted = plural(articles, { one: '# article', other: '# articles' });
  const different = plural(texts, { one: '# text', other: '# texts' });
  const all = texts < articles ? `${counted} (${different})` : counted;
  const read = percent(totals.read, totals.bodyLength);
  const coded = percent(totals.coded, totals.bodyLength);
  const paragraphs = plural(unreadParagraphs, {
    one: '# paragraph never read',
    other: '# paragraphs never read',
  });
  return (
    <span role="status">
      {t`${all}: ${read} of the text read, ${coded} coded (boilerplate left out). ${neverOpened} never opened, ${withoutHighlight} without a highlight, ${paragraphs}.`}
    </span>
  );
}
