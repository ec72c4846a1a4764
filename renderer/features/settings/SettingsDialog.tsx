import { useLingui } from '@lingui/react/macro';
import { preferences, usePreferences } from '#state/preferences.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Settings.module.css';

const textSizes = ['90', '100', '110', '125', '150', '175', '200'] as const;

/** Theme, language, text size and single-letter keys; every choice takes effect at once. */
export function SettingsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const { theme, language, textSize, singleKeys } = usePreferences((state) => state);
  return (
    <Dialog
      title={t`Settings`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t`Done`}
        </Button>
      }
    >
      <div className={styles.form}>
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
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => preferences.setState({ singleKeys: event.target.checked })}
          />
          {t`Single letters are commands (h highlight, n note, q last tag, j and k articles …)`}
        </label>
      </div>
    </Dialog>
  );
}
