import { useLingui } from '@lingui/react/macro';
import { maxAnalystNameLength } from '#core/analyst.ts';
import { preferences, usePreferences } from '#state/preferences.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Settings.module.css';
import { useOwnName } from './use-own-name.ts';

const textSizes = ['90', '100', '110', '125', '150', '175', '200'] as const;

/** Who works here, theme, language and text size. */
export function GeneralSettings() {
  const { t } = useLingui();
  const { theme, language, textSize } = usePreferences((state) => state);
  return (
    <div className={styles.form}>
      <OwnName />
      <Select
        label={t`Theme`}
        value={theme}
        options={[
          { value: 'system', label: t`As the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        onChange={(value) => preferences.setState({ theme: value })}
      />
      <Select
        label={t`Language of the program`}
        value={language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        onChange={(value) => preferences.setState({ language: value })}
      />
      <Select
        label={t`Text size`}
        value={String(textSize)}
        options={textSizes.map((size) => ({ value: size as string, label: `${size} %` }))}
        onChange={(value) => preferences.setState({ textSize: Number(value) })}
      />
    </div>
  );
}

function OwnName() {
  const { name, rename } = useOwnName();
  // A box that shows nothing yet must not be taken for one that was emptied.
  return name === undefined ? null : <OwnNameBox name={name} rename={rename} />;
}

type OwnNameBoxProps = {
  readonly name: string;
  readonly rename: ReturnType<typeof useOwnName>['rename'];
};

function OwnNameBox({ name, rename }: OwnNameBoxProps) {
  const { t } = useLingui();
  const box = useKeptText({ name: 'analyst', kept: name, numbers: withoutCitations, save: rename });
  return (
    <TextField
      label={t`Your name`}
      description={t`Highlights and memos show who made them. The name stays in this workspace and in what you hand over from it.`}
      value={box.value}
      onChange={box.onChange}
      onFocus={box.onFocus}
      onBlur={box.onBlur}
      maxLength={maxAnalystNameLength}
      {...(box.isUnsaved
        ? { error: t`Not saved. It stays in this box and is tried again at the next key.` }
        : {})}
    />
  );
}
