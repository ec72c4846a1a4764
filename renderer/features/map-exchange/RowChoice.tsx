import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { isDay } from '#core/events/enter-dating.ts';
import { countRows } from '#core/exchange/collections/count-rows.ts';
import { mostTaken } from '#core/exchange/collections/plan-collection-import.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './MapExchange.module.css';
import { type SurveyedFile, takeRows } from './map-import.ts';
import { RowReport } from './RowReport.tsx';

/** What an export holds, what is to be said of its rows, and which of them are taken. */
export function RowChoice({ surveyed: { survey, fileName } }: { readonly surveyed: SurveyedFile }) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(survey.countries));
  const [days, setDays] = useState<Days>({ from: '', until: '' });
  const filter = {
    countries: chosen.size === survey.countries.length ? null : chosen,
    from: isDay(days.from) ? days.from : null,
    until: isDay(days.until) ? days.until : null,
  };
  const { byCountry, passing } = useMemo(
    () => countRows(survey, { countries: filter.countries, from: filter.from, until: filter.until }),
    [survey, filter.countries, filter.from, filter.until],
  );
  const tooMany = passing > mostTaken;
  const most = i18n.number(mostTaken);
  return (
    <>
      <p>
        <Plural value={survey.rows} one="# row" other="# rows" />
        {survey.refused > 0 && (
          <>
            {', '}
            <Plural value={survey.refused} one="# can’t be taken" other="# can’t be taken" />
          </>
        )}
      </p>
      <Columns survey={survey} />
      <Countries countries={survey.countries} counts={byCountry} chosen={chosen} onChoose={setChosen} />
      <Days days={days} onChange={setDays} />
      <RowReport problems={survey.problems} counts={survey.problemCounts} fileName={fileName} />
      <p role="status" className={tooMany ? styles.refusal : undefined}>
        <Plural value={passing} one="# row passes." other="# rows pass." />{' '}
        {tooMany && (
          <Trans>
            At most {most} come in at once: choose fewer countries or days, and bring the others in
            afterwards.
          </Trans>
        )}
      </p>
      <div>
        <Button
          variant="primary"
          isDisabled={passing === 0 || tooMany || isBad(days.from) || isBad(days.until)}
          onPress={() => void takeRows(filter)}
        >
          {t`See what they would do`}
        </Button>
      </div>
    </>
  );
}

type CountriesProps = {
  readonly countries: readonly string[];
  /** Rows of each, in the same order. */
  readonly counts: Uint32Array;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

/** Boxes that are shown: there are 250 countries, and a column that holds something else may have a name a row. */
const mostCountries = 300;

/** A box for every country of an export. */
function Countries({ countries, counts, chosen, onChoose }: CountriesProps) {
  const { t, i18n } = useLingui();
  const toggle = (country: string, isOn: boolean) =>
    onChoose(new Set(countries.filter((one) => (one === country ? isOn : chosen.has(one)))));
  const further = countries.length - mostCountries;
  return (
    <section className={styles.group} aria-label={t`Countries`}>
      <h3>{t`Countries`}</h3>
      <div className={styles.choices}>
        {countries.slice(0, mostCountries).map((country, at) => (
          <CheckBox key={country} isSelected={chosen.has(country)} onChange={(isOn) => toggle(country, isOn)}>
            {country || t`no country`} ({i18n.number(counts[at] ?? 0)})
          </CheckBox>
        ))}
      </div>
      {further > 0 && (
        <p className={styles.soft}>
          <Plural
            value={further}
            one="# further name stands in the column of countries; All and None count for it too."
            other="# further names stand in the column of countries; All and None count for them too."
          />
        </p>
      )}
      {countries.length > 3 && (
        <div className={styles.row}>
          <Button size="small" onPress={() => onChoose(new Set(countries))}>{t`All`}</Button>
          <Button size="small" onPress={() => onChoose(new Set())}>{t`None`}</Button>
        </div>
      )}
    </section>
  );
}

type Days = { readonly from: string; readonly until: string };

/** The days that rows are taken from. */
function Days({ days, onChange }: { readonly days: Days; readonly onChange: (days: Days) => void }) {
  const { t } = useLingui();
  const error = (day: string) => (isBad(day) ? { error: t`Write it as 2024-01-31.` } : {});
  return (
    <div className={styles.row}>
      <TextField
        label={t`First day`}
        placeholder="2024-01-31"
        value={days.from}
        onChange={(from) => onChange({ ...days, from })}
        {...error(days.from)}
      />
      <TextField
        label={t`Last day`}
        placeholder="2024-12-31"
        value={days.until}
        onChange={(until) => onChange({ ...days, until })}
        {...error(days.until)}
      />
    </div>
  );
}

function isBad(day: string): boolean {
  return day !== '' && !isDay(day);
}

/** Columns nobody documented, those that are missing, and names that the registry does not know. */
function Columns({ survey: { head, unknownActors } }: Pick<SurveyedFile, 'survey'>) {
  const { t } = useLingui();
  const strangers = unknownActors.slice(0, 8).map(([name, count]) => `${name} (${count})`);
  const lines = [
    head.isHeadless
      ? t`The table has no row of column names: its columns are read by their places, as in GED 23.1.`
      : '',
    head.unknown.length === 0
      ? ''
      : t`Columns that are not documented, kept with their rows: ${head.unknown.join(', ')}`,
    head.missing.length === 0 ? '' : t`Columns that are not there: ${head.missing.join(', ')}`,
    strangers.length === 0
      ? ''
      : t`Actors that the registry does not know, kept as printed and linked to nobody: ${strangers.join(' · ')}${
          unknownActors.length > strangers.length ? ' …' : ''
        }`,
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <ul className={styles.bullets}>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}
