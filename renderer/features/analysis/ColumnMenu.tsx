import { useLingui } from '@lingui/react/macro';
import { Columns3 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { analysisDesk, useDesk } from './analysis-desk.ts';
import styles from './ColumnMenu.module.css';
import { usePassageColumns } from './use-passage-columns.ts';

/** Chooses the columns of the table; one always stays. */
export function ColumnMenu() {
  const { t } = useLingui();
  const columns = usePassageColumns();
  const shown = useDesk((desk) => desk.columns);
  return (
    <MenuTrigger>
      <Button className={styles.trigger ?? ''}>
        <Columns3 size={14} aria-hidden="true" />
        {t`Columns`}
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Menu
          aria-label={t`Columns`}
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={shown}
          onSelectionChange={(keys) => {
            const chosen = columns.filter(({ key }) => keys === 'all' || keys.has(key));
            analysisDesk.setState({ columns: chosen.map(({ key }) => key) });
          }}
        >
          {columns.map(({ key, label }) => (
            <MenuItem key={key} id={key} textValue={label} className={styles.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={styles.check} aria-hidden="true">
                    {isSelected ? '✓' : ''}
                  </span>
                  {label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
