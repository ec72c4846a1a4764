import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { RepeatedLine, RepeatedSource } from '#core/import/repeats/repeated-lines.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Select } from '#ui/Select.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './Repeats.module.css';
import type { Repeats } from './use-repeats.ts';

type RepeatsListProps = { readonly repeats: Repeats; readonly sources: readonly RepeatedSource[] };

/** The lines of one source at a time, each to be chosen or not. */
export function RepeatsList({ repeats, sources }: RepeatsListProps) {
  const { t } = useLingui();
  const [key, setKey] = useState(sources[0]?.key ?? '');
  const source = sources.find((one) => one.key === key) ?? sources[0];
  if (source === undefined) return null;
  const { texts, lines } = source;
  const optionOf = ({ key: value, name, lines: { length: count } }: RepeatedSource) => {
    const source = name ?? t`no source stated`;
    return { value, label: t`${source} (${count})` };
  };
  return (
    <div className={styles.found}>
      <div className={styles.tools}>
        <Select label={t`Source`} value={source.key} options={sources.map(optionOf)} onChange={setKey} />
        <Button size="small" onPress={() => repeats.choose(source, lines, true)}>{t`Choose all`}</Button>
        <Button size="small" onPress={() => repeats.choose(source, lines, false)}>{t`Choose none`}</Button>
      </div>
      <ul className={styles.lines} aria-label={t`Lines that repeat in ${texts} texts`}>
        {lines.map((line) => (
          <Line
            key={line.text}
            line={line}
            texts={texts}
            isOn={repeats.isChosen(source, line)}
            onChange={(isOn) => repeats.choose(source, [line], isOn)}
          />
        ))}
      </ul>
    </div>
  );
}

type LineProps = {
  readonly line: RepeatedLine;
  /** Texts of the source. */
  readonly texts: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

function Line({ line, texts, isOn, onChange }: LineProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { texts: count, titled } = line;
  return (
    <li>
      <CheckBox isSelected={isOn} onChange={onChange}>
        <span className={styles.words}>
          <bdi dir="auto">{line.text}</bdi>
          <span className={styles.soft}>
            {t`in ${count} of ${texts} texts`} · {words.noise(line.kind)}
            {titled > 0 && (
              <>
                {' '}
                ·{' '}
                <Plural
                  value={titled}
                  one="taken for the title of # article"
                  other="taken for the title of # articles"
                />
              </>
            )}
            {line.isProse && <> · {t`reads like a sentence: look before you mark it`}</>}
          </span>
        </span>
      </CheckBox>
    </li>
  );
}
