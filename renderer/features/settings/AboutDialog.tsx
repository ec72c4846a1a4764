import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { About } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Settings.module.css';

/** Versions, and whose data and libraries are inside. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    if (isOpen) desktop().readAbout().then(setAbout);
  }, [isOpen]);
  return (
    <Dialog title={t`About Liptako`} isOpen={isOpen} onClose={onClose} wide>
      <p>
        <Trans>
          From a folder of messy articles to a brief in which every sentence can be traced to the exact
          passage. Liptako never uses a network: everything stays on this machine.
        </Trans>
      </p>
      {about !== null && (
        <>
          <table className={styles.table}>
            <tbody>
              <Row label="Liptako" value={about.version} />
              <Row label="Electron" value={about.electron} />
              <Row label="Chromium" value={about.chromium} />
              <Row label="Node.js" value={about.node} />
            </tbody>
          </table>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text has to be reachable by keyboard. */}
          <section className={styles.licences} tabIndex={0} aria-label={t`Data, libraries and licences`}>
            {about.attribution}
          </section>
        </>
      )}
    </Dialog>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </tr>
  );
}
