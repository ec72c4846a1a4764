import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { NoiseSpan } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './NoisePanel.module.css';
import type { Marking } from './use-marking.ts';

type NoisePanelProps = {
  readonly marking: Marking;
  readonly span: TextSpan;
  readonly onClose: () => void;
};

/** The kinds in the order in which they are wanted by hand. */
const kinds: readonly NoiseSpan['kind'][] = [
  'notice',
  'related',
  'caption',
  'share',
  'comments',
  'bio',
  'menu',
  'hashtags',
  'stamp',
  'markup',
  'quoted',
  'signature',
];

/** Says of the selection what sort of boilerplate it is, or that it is none. */
export function NoisePanel({ marking, span, onClose }: NoisePanelProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const isNoise = marking.isNoise(span);
  const choices = [
    ...(isNoise ? [{ id: 'text', name: t`This is text, not boilerplate` }] : []),
    ...kinds.map((kind) => ({ id: kind, name: words.noise(kind) })),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div role="presentation" onKeyDownCapture={onKeyDown}>
      <p className={styles.title}>{t`Mark as boilerplate`}</p>
      <ListBox
        className={styles.list}
        aria-label={t`What sort of boilerplate`}
        layout="grid"
        items={choices}
        autoFocus="first"
        onAction={(key) => {
          const kind = kinds.find((one) => one === key) ?? null;
          onClose();
          void marking.setNoise(span, kind);
        }}
      >
        {({ name }) => (
          <ListBoxItem className={styles.kind} textValue={name}>
            {name}
          </ListBoxItem>
        )}
      </ListBox>
      <p className={styles.hint}>{t`Boilerplate is kept and folded; searches leave it out.`}</p>
    </div>
  );
}
