import { Trans } from '@lingui/react/macro';
import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { gather } from './gather-desk.ts';
import styles from './Import.module.css';
import { filesOfDrop, fromChosen } from './incoming-files.ts';
import { type Import, useImport } from './use-import.ts';

/** Pasted text of fewer characters than this is a name or a link rather than an article. */
const articleLength = 200;

/** Lets files and folders be dropped anywhere on `children`, and an article be pasted outside of boxes. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const ways = useImport();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => listenToWindow(ways, setIsOver), [ways]);
  return (
    <>
      {children}
      {isOver && (
        <div className={styles.drop}>
          <div className={styles.dropCard}>
            <FileDown size={40} strokeWidth={1.3} aria-hidden="true" />
            <p className={styles.dropTitle}>
              <Trans>Drop to import</Trans>
            </p>
            <p className={styles.soft}>
              <Trans>Files, archives and folders of them: you are asked once where they come from</Trans>
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Answers the function that stops listening. */
function listenToWindow({ openPaste }: Import, setIsOver: (isOver: boolean) => void): () => void {
  // Entering a child comes before leaving its parent: the pointer is outside when as many were left as entered.
  let inside = 0;
  const end = () => {
    inside = 0;
    setIsOver(false);
  };
  const onEnter = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    inside += 1;
    setIsOver(true);
  };
  const onOver = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };
  const onLeave = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    inside -= 1;
    if (inside <= 0) end();
  };
  const onDrop = (event: DragEvent) => {
    if (!bringsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    end();
    void filesOfDrop(event.dataTransfer).then((incoming) => gather(incoming, 'drop'));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!event.clipboardData || isBox(event.target) || document.querySelector('[role="dialog"]')) return;
    const files = Array.from(event.clipboardData.files);
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) gather(fromChosen(files), 'files');
    else if (text.trim().length >= articleLength) openPaste(text);
    else return;
    event.preventDefault();
  };
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener('dragenter', onEnter, { signal });
  window.addEventListener('dragover', onOver, { signal });
  window.addEventListener('dragleave', onLeave, { signal });
  window.addEventListener('drop', onDrop, { signal });
  window.addEventListener('paste', onPaste, { signal });
  return () => controller.abort();
}

/** Dragged blocks and selections are no business of import. */
function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

function isBox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
