import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type ListedTerm, readTerms, type TermReading, termLimits } from '#core/search/query/read-terms.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Batch.module.css';
import { batchDesk, runBatch, stopBatch, useBatchDesk } from './batch-desk.ts';
import { type LoadedTerms, loadTerms } from './load-terms.ts';
import { searchEngine } from './search-engine.ts';

/** The list of what is to be searched: pasted, typed or loaded, and what of it will be. */
export function BatchForm() {
  const { t } = useLingui();
  const { text, reading, expands, progress, failure } = useBatchDesk((desk) => desk);
  const { isOpened, progress: indexing } = useStore(searchEngine);
  const list = useMemo(() => readTerms(text), [text]);
  const [loaded, setLoaded] = useState<LoadedTerms | null>(null);
  const load = async () => {
    const answer = await loadTerms();
    if (answer === null) return;
    setLoaded(answer);
    if (answer.ok) batchDesk.setState({ text: answer.text });
  };
  const readings: readonly { value: TermReading; label: string }[] = [
    { value: 'names', label: t`A name: its words one after another` },
    { value: 'queries', label: t`A query: all its words, anywhere` },
  ];
  const count = list.terms.length;
  return (
    <div className={styles.form}>
      <div className={styles.listBox}>
        <TextField
          multiline
          label={t`What to search, one name a line`}
          description={t`Up to ${termLimits.terms} lines. A line that begins with # is a comment. Signs of the query language (quotation marks, *, ~, OR, field:) work in every line.`}
          placeholder={t`Paste a list here`}
          value={text}
          onChange={(value) => {
            setLoaded(null);
            batchDesk.setState({ text: value });
          }}
        />
      </div>
      <div className={styles.side}>
        <Button onPress={() => void load()}>
          <FileUp size={14} aria-hidden="true" />
          {t`Load a list…`}
        </Button>
        {loaded !== null && <Loaded loaded={loaded} />}
        <Select
          label={t`Each line is`}
          value={reading}
          options={readings}
          onChange={(value) => batchDesk.setState({ reading: value })}
        />
        <Spellings isOn={expands} onChange={(isOn) => batchDesk.setState({ expands: isOn })} />
        <div role="status">
          <p className={styles.total}>
            <Plural
              value={count}
              _0="Nothing to search yet"
              one="# name to search"
              other="# names to search"
            />
          </p>
          <LeftOut
            what={plural(list.repeated.length, { one: '# line says', other: '# lines say' })}
            why={t`the same as an earlier one`}
            lines={list.repeated}
          />
          <LeftOut
            what={plural(list.tooLong.length, { one: '# line is', other: '# lines are' })}
            why={t`longer than ${termLimits.length} characters: not searched`}
            lines={list.tooLong}
          />
          <LeftOut
            what={plural(list.over.length, { one: '# line is', other: '# lines are' })}
            why={t`more than one batch holds: not searched`}
            lines={list.over}
          />
          {list.comments > 0 && (
            <p className={styles.note}>
              <Plural value={list.comments} one="# comment" other="# comments" />
            </p>
          )}
        </div>
        {progress === null ? (
          <Button variant="primary" isDisabled={count === 0 || !isOpened} onPress={() => void runBatch()}>
            {plural(count, { one: 'Search # name', other: 'Search # names' })}
          </Button>
        ) : (
          <Searching />
        )}
        {(!isOpened || indexing !== null) && (
          <p className={styles.note}>{t`The index is not whole yet: wait, or articles may be missing.`}</p>
        )}
        {failure !== null && <p className={styles.warning}>{t`The search stopped working: ${failure}`}</p>}
      </div>
    </div>
  );
}

/** Whether other spellings of names are searched too. */
function Spellings({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { t } = useLingui();
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {t`Other spellings of names too`}
    </label>
  );
}

/** Lines that are not searched, with where they stand. */
function LeftOut({
  what,
  why,
  lines,
}: {
  readonly what: string;
  readonly why: string;
  readonly lines: readonly ListedTerm[];
}) {
  const { t } = useLingui();
  if (lines.length === 0) return null;
  return (
    <details className={styles.leftOut}>
      <summary>
        {what} {why}
      </summary>
      <ul>
        {lines.slice(0, 50).map(({ line, text }) => (
          <li key={line}>
            {t`Line ${line}:`} <bdi>{text.slice(0, 80)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Loaded({ loaded }: { readonly loaded: LoadedTerms }) {
  const { t } = useLingui();
  const { name } = loaded;
  if (!loaded.ok) {
    const why = {
      unreadable: t`${name} could not be read, or is larger than 4 MB.`,
      'not-text': t`${name} is not a text. Save the list as plain text or CSV and load it again.`,
      'bad-table': t`${name} has a quotation mark that is never closed. Mend it, or paste the names instead.`,
    };
    return (
      <p role="alert" className={styles.warning}>
        {why[loaded.reason]}
      </p>
    );
  }
  return (
    <p className={styles.note}>
      {t`Loaded ${name}.`}{' '}
      {loaded.leftColumns > 0 && (
        <Plural
          value={loaded.leftColumns}
          one="Its first column was taken; # more was left out."
          other="Its first column was taken; # more were left out."
        />
      )}{' '}
      {loaded.isOldEncoding && t`It is not in Unicode: look whether accents are right.`}
    </p>
  );
}

function Searching() {
  const { t } = useLingui();
  const progress = useBatchDesk((desk) => desk.progress);
  if (progress === null) return null;
  const { step, done, total } = progress;
  return (
    <div className={styles.progress}>
      <span role="status">
        {step === 'terms' ? t`Looking up the names…` : t`Reading articles: ${done} of ${total}`}
      </span>
      <progress max={Math.max(1, total)} value={done} aria-label={t`Progress of the batch`} />
      <Button size="small" onPress={stopBatch}>{t`Stop`}</Button>
    </div>
  );
}
