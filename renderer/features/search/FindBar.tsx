import { useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { findWords } from '#core/search/find-words.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { findFolded } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { IconButton } from '#ui/IconButton.tsx';
import './find.css';
import styles from './Search.module.css';

type FindBarProps = {
  /** The canonical text of the open article. */
  readonly text: string;
  readonly toRange: (span: TextSpan) => Range | null;
  readonly reveal: (span: TextSpan) => void;
  /** Changes whenever the bar is asked for again, to take the focus. */
  readonly asked: number;
  readonly onClose: () => void;
};

/** More would slow the painting down and help nobody. */
const mostPainted = 2_000;

/** Outlives the bar, which is drawn anew for each article: what was looked for and how, and the last asking for the focus. */
const last = { query: '', wholeWords: false, asked: 0 };

/** Find in the open article, case and accents aside; Enter or F3 goes on, with Shift back, Escape closes. */
export function FindBar({ text, toRange, reveal, asked, onClose }: FindBarProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState(last.query);
  const [current, setCurrent] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const [wholeWords, setWholeWords] = useState(last.wholeWords);
  const find = useMemo(() => createFind(text, wholeWords), [text, wholeWords]);
  const found = useMemo(() => find(query), [find, query]);

  const go = (to: number) => {
    if (found.length === 0) return;
    const next = (to + found.length) % found.length;
    const span = found[next];
    setCurrent(next);
    if (span !== undefined) reveal(span);
  };
  const change = (next: string) => {
    last.query = next;
    setQuery(next);
    setCurrent(0);
    const [first] = find(next);
    if (first !== undefined) reveal(first);
  };

  const switchWords = () => {
    last.wholeWords = !wholeWords;
    setWholeWords(last.wholeWords);
    setCurrent(0);
    const [first] = createFind(text, last.wholeWords)(query);
    if (first !== undefined) reveal(first);
  };

  const close = () => {
    last.asked = 0;
    onClose();
  };
  const takeFocus = useEffectEvent(() => {
    if (last.asked === asked) return;
    last.asked = asked;
    const selected = selectedWords();
    if (selected !== '') change(selected);
    input.current?.select();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: being asked again takes the focus again.
  useEffect(() => takeFocus(), [asked]);
  useReturnOfFocus();
  useFindKeys((direction) => go(current + direction));

  useEffect(() => {
    const span = found[current];
    paint('find', found.slice(0, mostPainted), toRange);
    paint('find-current', span === undefined ? [] : [span], toRange);
    return () => {
      CSS.highlights.delete('find');
      CSS.highlights.delete('find-current');
    };
  }, [found, current, toRange]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault();
      go(current + (event.shiftKey ? -1 : 1));
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  const place = found.length === 0 ? 0 : current + 1;
  return (
    <search className={styles.find} onKeyDown={onKeyDown}>
      <input
        ref={input}
        className={styles.findInput}
        value={query}
        spellCheck={false}
        aria-label={t`Find in the article`}
        placeholder={t`Find in the article`}
        onChange={(event) => change(event.target.value)}
      />
      <span className={styles.count} role="status">
        {query === '' ? '' : t`${place} of ${found.length}`}
      </span>
      <IconButton
        label={t`Whole words only`}
        icon={WholeWord}
        size="small"
        isOn={wholeWords}
        onPress={switchWords}
      />
      <IconButton label={t`Previous place`} icon={ChevronUp} size="small" onPress={() => go(current - 1)} />
      <IconButton label={t`Next place`} icon={ChevronDown} size="small" onPress={() => go(current + 1)} />
      <IconButton label={t`Close`} icon={X} size="small" onPress={close} />
    </search>
  );
}

/** How the places of a query are found in a text, which is read once for all queries. */
function createFind(text: string, wholeWords: boolean): (query: string) => TextSpan[] {
  if (!wholeWords) return (query) => findFolded(text, query);
  let words: ReturnType<typeof scanWords> | null = null;
  return (query) => {
    words ??= scanWords(text);
    return findWords(words, query);
  };
}

/** A few words selected on one line: most likely what is to be found. */
function selectedWords(): string {
  const selected = getSelection()?.toString().trim() ?? '';
  return selected.length > 100 || selected.includes('\n') ? '' : selected;
}

/** Give the focus back to where it was when the bar came, if the bar still has it. */
function useReturnOfFocus(): void {
  const before = useRef<Element | null>(null);
  before.current ??= document.activeElement;
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    },
    [],
  );
}

/** F3 goes on wherever the focus is, ahead of the command of the same key. */
function useFindKeys(onStep: (direction: 1 | -1) => void): void {
  const step = useEffectEvent(onStep);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F3') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function paint(name: string, spans: readonly TextSpan[], toRange: FindBarProps['toRange']): void {
  const ranges = spans.map(toRange).filter((range) => range !== null);
  const highlight = new Highlight(...ranges);
  highlight.priority = name === 'find' ? 20 : 21;
  CSS.highlights.set(name, highlight);
}
