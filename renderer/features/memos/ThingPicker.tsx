import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import type { MemoTarget } from '#core/memos/memo.ts';
import { createThingFinder, type Thing } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { readShelf } from '#storage/memos.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './Memos.module.css';
import { thingIcons } from './ThingLink.tsx';
import { useMemoWords } from './use-memo-words.ts';

type Kind = MemoTarget['kind'];

type ThingPickerProps = {
  readonly title: string;
  /** What may be chosen. */
  readonly kinds: readonly Kind[];
  readonly isOpen: boolean;
  /** Not offered. */
  readonly isLeftOut?: (target: MemoTarget) => boolean;
  readonly onChoose: (target: MemoTarget) => void;
  readonly onClose: () => void;
};

const offered = 60;
const nothingLeftOut = () => false;

/** Choose an article, tag, passage or memo by a few letters. */
export function ThingPicker(props: ThingPickerProps) {
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose}>
      {props.isOpen && <Finder {...props} />}
    </Dialog>
  );
}

function Finder({ title, kinds, isLeftOut = nothingLeftOut, onChoose, onClose }: ThingPickerProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useMemoWords();
  const shelf = useLiveQuery(() => readShelf(db), [db]);
  const find = useMemo(() => (shelf === undefined ? null : createThingFinder(shelf)), [shelf]);
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<Kind | 'all'>('all');
  const found = useMemo(() => {
    const wanted = only === 'all' ? kinds : [only];
    const things = find?.({ query, kinds: wanted, limit: offered + 1 }) ?? [];
    return things.filter(({ target }) => !isLeftOut(target)).slice(0, offered);
  }, [find, query, only, kinds, isLeftOut]);
  const choose = (key: unknown) => {
    const thing = found.find((one) => keyOf(one) === key);
    if (thing === undefined) return;
    onClose();
    onChoose(thing.target);
  };
  return (
    <div className={styles.picker}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <div className={styles.pickerHead}>
          <SearchField aria-label={title} autoFocus className={styles.pickerSearch ?? ''}>
            <Input className={styles.pickerInput} placeholder={t`Type a few letters`} />
          </SearchField>
          {kinds.length > 1 && (
            <Select
              label={t`Kind`}
              hideLabel
              value={only}
              options={[
                { value: 'all', label: t`Everything` },
                ...kinds.map((kind) => ({ value: kind, label: words.subject(kind) })),
              ]}
              onChange={setOnly}
            />
          )}
        </div>
        <Menu
          aria-label={t`Found`}
          className={styles.pickerList ?? ''}
          items={found.map((thing) => ({ ...thing, id: keyOf(thing) }))}
          onAction={choose}
          renderEmptyState={() => (
            <p className={styles.soft}>{find === null ? t`Looking…` : t`Nothing reads like that.`}</p>
          )}
        >
          {(thing) => (
            <MenuItem
              id={thing.id}
              className={styles.pickerItem ?? ''}
              textValue={thing.name || words.untitled}
            >
              <PickerRow thing={thing} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}

function PickerRow({ thing }: { readonly thing: Thing }) {
  const words = useMemoWords();
  const { kind } = thing.target;
  const Icon = thingIcons[kind];
  return (
    <>
      <Icon size={15} aria-label={words.subject(kind)} />
      {thing.color !== null && <TagDot color={thing.color} />}
      <span className={styles.pickerName} dir="auto">
        {thing.name || words.untitled}
      </span>
      <span className={styles.thingWhere} dir="auto">
        {thing.where}
      </span>
    </>
  );
}

function keyOf({ target }: Thing): string {
  return `${target.kind}/${target.id}`;
}
