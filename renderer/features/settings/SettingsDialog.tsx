import { useLingui } from '@lingui/react/macro';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import styles from './Settings.module.css';

/** How the analyst likes the program; every choice takes effect at once. */
export function SettingsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  return (
    <Dialog
      title={t`Settings`}
      isOpen={isOpen}
      onClose={onClose}
      wide
      actions={
        <Button variant="primary" onPress={onClose}>
          {t`Done`}
        </Button>
      }
    >
      <Tabs className={styles.tabs ?? ''}>
        <TabList className={styles.tablist ?? ''} aria-label={t`Settings`}>
          <Tab id="general" className={styles.tab ?? ''}>
            {t`General`}
          </Tab>
          <Tab id="keys" className={styles.tab ?? ''}>
            {t`Keys`}
          </Tab>
        </TabList>
        <TabPanel id="general" className={styles.panel ?? ''}>
          <GeneralSettings />
        </TabPanel>
        <TabPanel id="keys" className={styles.panel ?? ''}>
          <KeySettings />
        </TabPanel>
      </Tabs>
    </Dialog>
  );
}
