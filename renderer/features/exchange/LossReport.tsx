import { useLingui } from '@lingui/react/macro';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Loss } from '#core/exchange/coding-project.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Exchange.module.css';
import { useExchangeWords } from './use-exchange-words.ts';

type LossReportProps = {
  readonly losses: readonly Loss[];
  /** Of the file it is about. */
  readonly name: string;
};

/** Names all that can't be carried over, with how often and the first few; it can be kept as a file. */
export function LossReport({ losses, name }: LossReportProps) {
  const { t } = useLingui();
  const words = useExchangeWords();
  if (losses.length === 0)
    return (
      <p className={styles.sound}>
        <CircleCheck size={14} aria-hidden="true" />
        {t`Everything can be carried over.`}
      </p>
    );
  const save = async () => {
    const lines = losses.map(
      ({ code, count, examples }) =>
        `- ${words.loss({ code, count })}\n${examples.map((one) => `  - ${one.replaceAll('\n', ' ')}\n`).join('')}`,
    );
    const content = `# ${t`What could not be carried over`}: ${name}\n\n${lines.join('')}`;
    const answer = await desktop().saveFile({ suggestedName: `${name} – losses`, kind: 'markdown', content });
    if (answer === null) return;
    if (answer.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
    else notify({ kind: 'danger', text: words.writeProblem(answer.problem) });
  };
  return (
    <section className={styles.losses} aria-label={t`What can’t be carried over`}>
      <p className={styles.warning}>
        <TriangleAlert size={14} aria-hidden="true" />
        {t`What can’t be carried over`}
      </p>
      <ul className={styles.bullets}>
        {losses.map(({ code, count, examples }) => (
          <li key={code}>
            {words.loss({ code, count })}
            {examples.some((one) => one !== '') && (
              <>
                {': '}
                <bdi className={styles.examples}>{examples.filter((one) => one !== '').join(' · ')}</bdi>
                {count > examples.length && ' …'}
              </>
            )}
          </li>
        ))}
      </ul>
      <Button size="small" onPress={() => void save()}>
        {t`Save this list…`}
      </Button>
    </section>
  );
}
