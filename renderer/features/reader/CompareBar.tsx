import { Plural, useLingui } from '@lingui/react/macro';
import {
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  ChevronsDown,
  ChevronsUp,
  Columns2,
  Highlighter,
  Link2,
  X,
} from 'lucide-react';
import type { Comparison } from '#core/compare/compare-texts.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { useKeys } from '#state/keys.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { firstKeyText } from '#ui/key-text.ts';
import { useCommandWords } from '#ui/use-command-words.ts';
import styles from './Compare.module.css';
import { compareDesk, leaveCompare, swapSides, useCompareDesk } from './compare-desk.ts';
import type { Carry } from './use-carry.ts';
import { nextPair } from './use-compare-keys.ts';

type CompareBarProps = {
  readonly comparison: Comparison;
  readonly current: number | null;
  readonly goTo: (number: number) => void;
  readonly carry: Carry;
};

/** What two articles have in common in numbers, and the ways through it. */
export function CompareBar({ comparison, current, goTo, carry }: CompareBarProps) {
  const { t } = useLingui();
  const label = useLabel();
  const scrollsTogether = useCompareDesk((desk) => desk.scrollsTogether);
  const { same, near } = comparison.counts;
  const go = (step: 1 | -1, onlyNear: boolean) => () =>
    goTo(nextPair(comparison, current, { step, onlyNear }));
  const total = comparison.pairs.length;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`Compare`}>
      <Summary comparison={comparison} />
      <div className={styles.tools}>
        <IconButton
          label={label('compare.previous')}
          icon={ArrowUp}
          isDisabled={total === 0}
          onPress={go(-1, false)}
        />
        <IconButton
          label={label('compare.next')}
          icon={ArrowDown}
          isDisabled={total === 0}
          onPress={go(1, false)}
        />
        <span className={styles.soft}>
          {current === null ? t`${same + near} matches` : t`${current + 1} of ${total}`}
        </span>
        <IconButton
          label={label('compare.previous-difference')}
          icon={ChevronsUp}
          isDisabled={near === 0}
          onPress={go(-1, true)}
        />
        <IconButton
          label={label('compare.next-difference')}
          icon={ChevronsDown}
          isDisabled={near === 0}
          onPress={go(1, true)}
        />
        <IconButton
          label={label('compare.scroll')}
          icon={Link2}
          isOn={scrollsTogether}
          onPress={() => compareDesk.setState({ scrollsTogether: !scrollsTogether })}
        />
        <IconButton label={label('compare.swap')} icon={ArrowLeftRight} onPress={swapSides} />
        <IconButton
          label={t`Compare with another article`}
          icon={Columns2}
          onPress={() => compareDesk.setState({ isChoosing: true })}
        />
        <IconButton label={t`Read one article (Esc)`} icon={X} onPress={leaveCompare} />
      </div>
      <CarryOffer carry={carry} />
    </div>
  );
}

function Summary({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useLingui();
  const { same, near, onlyLeft, onlyRight } = comparison.counts;
  return (
    <p className={styles.summary} role="status">
      <span className={styles.same}>
        <Plural value={same} one="# sentence the same" other="# sentences the same" />
      </span>
      <span className={styles.near}>
        <Plural value={near} one="# nearly the same" other="# nearly the same" />
      </span>
      <span>{t`${onlyLeft} only left`}</span>
      <span>{t`${onlyRight} only right`}</span>
    </p>
  );
}

function CarryOffer({ carry }: { readonly carry: Carry }) {
  const { t } = useLingui();
  const keysOf = useKeys();
  switch (carry.state) {
    case 'none':
      return null;
    case 'no-match':
      return (
        <p
          className={styles.soft}
        >{t`The chosen highlight has no sentence like its own on the other side.`}</p>
      );
    case 'there-already':
      return <p className={styles.soft}>{t`The same passage is highlighted on the other side too.`}</p>;
    case 'offered': {
      const key = firstKeyText(keysOf('compare.carry'));
      return (
        <p className={styles.offer}>
          <Button size="small" onPress={carry.run}>
            <Highlighter size={14} aria-hidden="true" />
            {t`Highlight the same passage on the other side`}
            {key !== '' && <kbd className={styles.key}>{key}</kbd>}
          </Button>
          <q className={styles.offerWords} dir="auto">
            {carry.words}
          </q>
        </p>
      );
    }
  }
}

/** The name of a command with its first key. */
function useLabel(): (id: KeyCommandId) => string {
  const words = useCommandWords();
  const keysOf = useKeys();
  return (id) => {
    const key = firstKeyText(keysOf(id));
    return key === '' ? words.name(id) : `${words.name(id)} (${key})`;
  };
}
