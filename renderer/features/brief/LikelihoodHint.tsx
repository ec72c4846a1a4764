import { Trans, useLingui } from '@lingui/react/macro';
import { Scale } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type EstimativeWord, estimativeWords } from '#core/brief/estimative-words.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Editor.module.css';

/** The words of estimative probability and what they stand for, to look up while writing. */
export function LikelihoodHint() {
  const { t } = useLingui();
  const words = useLikelihoodWords();
  return (
    <DialogTrigger>
      <Button size="small" variant="quiet">
        <Scale size={14} aria-hidden="true" />
        {t`Words of likelihood`}
      </Button>
      <Popover className={styles.popover ?? ''} placement="top end">
        <Dialog className={styles.likelihood ?? ''} aria-label={t`Words of likelihood`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>One row of words</Trans>
                </th>
                <th scope="col">
                  <Trans>or the other</Trans>
                </th>
                <th scope="col">
                  <Trans>Percent</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {estimativeWords.map(({ code, from, to }) => (
                <tr key={code}>
                  <td>{words[code][0]}</td>
                  <td>{words[code][1]}</td>
                  <td>
                    {from}–{to}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.hint}>
            <Trans>
              Keep to one of the two rows (ICD 203), and say how confident you are in a sentence of its own.
            </Trans>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function useLikelihoodWords(): Record<EstimativeWord['code'], readonly [string, string]> {
  const { t } = useLingui();
  return {
    'almost-no-chance': [t`almost no chance`, t`remote`],
    'very-unlikely': [t`very unlikely`, t`highly improbable`],
    unlikely: [t`unlikely`, t`improbable`],
    even: [t`roughly even chance`, t`roughly even odds`],
    likely: [t`likely`, t`probable`],
    'very-likely': [t`very likely`, t`highly probable`],
    'almost-certain': [t`almost certain`, t`nearly certain`],
  };
}
