import { useLingui } from '@lingui/react/macro';
import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { addToQuery } from '#core/search/query/query-help.ts';
import { look, useLook } from '#state/workspace.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { focusResults } from './result-list.ts';
import styles from './Search.module.css';
import { SearchHelp } from './SearchHelp.tsx';
import { finishTyping, nextHit, previousHit } from './search-engine.ts';

type SearchBoxProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What was typed began with `>`; the rest of it is given. */
  readonly onCommandMode: (text: string) => void;
  /** Typing asks for the screen that shows results. */
  readonly onSearch: () => void;
};

/** The box for searching everything; Enter opens the first hit, then the next, arrow down goes to the list, Escape clears. */
export function SearchBox({ inputRef, onCommandMode, onSearch }: SearchBoxProps) {
  const { t } = useLingui();
  const query = useLook((state) => state.query);
  const change = (text: string) => {
    if (text.startsWith('>')) {
      look.setState({ query: '' });
      onCommandMode(text.slice(1));
      return;
    }
    look.setState({ query: text });
    if (text.trim() !== '') onSearch();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (query === '') inputRef.current?.blur();
      look.setState({ query: '' });
    }
    if (event.key === 'Enter') void finishTyping().then(event.shiftKey ? previousHit : nextHit);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusResults();
    }
  };
  return (
    <search className={styles.box}>
      <Search className={styles.icon} size={15} aria-hidden="true" />
      <input
        ref={inputRef}
        className={styles.input}
        type="search"
        value={query}
        spellCheck={false}
        aria-label={t`Search everything`}
        placeholder={t`Search everything, or type > for a command`}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <span className={styles.clear}>
          <IconButton
            label={t`Clear the search`}
            icon={X}
            size="small"
            onPress={() => look.setState({ query: '' })}
          />
        </span>
      )}
      <SearchHelp onAdd={(example) => change(addToQuery(query, example))} />
    </search>
  );
}
