import { useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import type { TextSpan } from '#core/text/span.ts';
import { Anchored } from './Anchored.tsx';
import { DamageCard } from './DamageCard.tsx';
import type { TextRanges } from './text-ranges.ts';
import type { DamageReading } from './use-damage.ts';

type DamageAtProps = {
  readonly damage: DamageReading;
  readonly ranges: TextRanges;
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reveal: (span: TextSpan) => void;
};

/** The small window at the place whose suspected damage is explained; nothing while none is. */
export function DamageAt({ damage, reveal, ...at }: DamageAtProps) {
  const { t } = useLingui();
  const { shown } = damage;
  if (shown === null) return null;
  const next = () => {
    const found = damage.next(shown.start);
    if (found !== null) reveal(found);
  };
  return (
    <Anchored {...at} span={shown} label={t`Suspected damage`}>
      <DamageCard
        damage={shown}
        onDismiss={() => void damage.dismiss(shown)}
        onNext={next}
        onClose={() => damage.show(null)}
      />
    </Anchored>
  );
}
