import { CodebookPanel } from './CodebookPanel.tsx';

/** The codebook with room around it. */
export function CodebookManager() {
  return <CodebookPanel />;
}
