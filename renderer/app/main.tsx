import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readySearchWorkers } from '#features/search/search-workers.ts';
import { NoticeBoard } from './NoticeBoard.tsx';
import '#ui/theme.css';
import { followPreferences } from './appearance.ts';
import { Boot } from './Boot.tsx';
import { watchForFailures } from './report-failure.ts';

followPreferences();
watchForFailures();
readySearchWorkers();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <Boot />
      <NoticeBoard />
    </I18nProvider>
  </StrictMode>,
);
