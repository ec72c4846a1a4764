import { useLingui } from '@lingui/react/macro';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { TagColor } from '#core/codebook/tag.ts';
import { fold } from '#core/text/fold.ts';
import { TagDot } from '#ui/TagDot.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Narrowing.module.css';

/** One thing to narrow by. */
export type FacetOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** How many items have it. */
  readonly count: number;
  readonly color?: TagColor;
};

type FacetMenuProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly FacetOption<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** More are found by typing. */
const mostShown = 200;
/** From so many on, there is a box to type in. */
const manyOptions = 12;

/** A button that opens a list of which several can be chosen; nothing chosen means all. */
export function FacetMenu<Value extends string>(props: FacetMenuProps<Value>) {
  const { t } = useLingui();
  const { label, options, chosen } = props;
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const [first = ''] = names;
  const says = names.length === 0 ? t`any` : names.length === 1 ? first : String(names.length);
  return (
    <DialogTrigger>
      <Button className={styles.facet ?? ''} data-narrowed={chosen.length > 0 || undefined}>
        <span className={styles.facetLabel}>{label}</span>
        <span className={styles.facetValue}>{says}</span>
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover className={styles.facetPopover ?? ''} offset={4}>
        <Dialog className={styles.facetDialog ?? ''} aria-label={label}>
          <FacetList {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function FacetList<Value extends string>({ label, options, chosen, onChange }: FacetMenuProps<Value>) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const wanted = fold(query.trim());
  const found = options.filter((option) => wanted === '' || fold(option.label).includes(wanted));
  const values = new Set<string>(options.map(({ value }) => value));
  const keep = (key: unknown): key is Value => typeof key === 'string' && values.has(key);
  if (options.length === 0) return <p className={styles.soft}>{t`Nothing on the map has one.`}</p>;
  return (
    <>
      {options.length >= manyOptions && (
        <TextField label={t`Part of the name`} type="search" value={query} autoFocus onChange={setQuery} />
      )}
      <ListBox
        aria-label={label}
        className={styles.facetList ?? ''}
        selectionMode="multiple"
        // Escape closes the list and leaves the choice.
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          const now = keys === 'all' ? options.map(({ value }) => value) : [...keys].filter(keep);
          // What is chosen and not found by the words that are typed stays chosen.
          const hidden = chosen.filter((value) => !found.some((option) => option.value === value));
          onChange([...new Set([...hidden, ...now])]);
        }}
        renderEmptyState={() => <p className={styles.soft}>{t`Nothing is called that.`}</p>}
      >
        {found.slice(0, mostShown).map(({ value, label: name, count, color }) => (
          <ListBoxItem key={value} id={value} textValue={name} className={styles.facetOption ?? ''}>
            <span className={styles.tick} aria-hidden="true">
              <Check strokeWidth={3.5} />
            </span>
            {color !== undefined && <TagDot color={color} />}
            <span className={styles.facetName}>{name}</span>
            <span className={styles.count}>{count}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      {found.length > mostShown && (
        <p className={styles.soft}>{t`${found.length - mostShown} more: type a part of the name.`}</p>
      )}
    </>
  );
}
