import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type Ref } from 'react';
import type { ReadingBlock } from '#core/reader/reading-blocks.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useKeys } from '#state/keys.ts';
import { firstKeyText } from '#ui/key-text.ts';
import { useCommandWords } from '#ui/use-command-words.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './Reader.module.css';

type ArticleTextProps = {
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  /** The numbers of the blocks of boilerplate that are shown. */
  readonly unfolded: ReadonlySet<number>;
  readonly onFold: (block: number) => void;
  /** A block of boilerplate is said to be text; left out where nothing is changed. */
  readonly onSpare?: (span: TextSpan) => void;
  readonly label: string;
  /** What can be done in it; left out: all that the reader's keys do. */
  readonly description?: string;
  readonly bodyRef: Ref<HTMLDivElement>;
};

/**
 * The canonical text: one element per paragraph, `data-start` its offset, its text exactly the canonical one. Folded
 * boilerplate is there but hidden, so that every offset has its place.
 */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { text, blocks, unfolded, onFold, onSpare, label, bodyRef } = props;
  const usual = useTextDescription();
  return (
    <div
      ref={bodyRef}
      className={styles.body}
      role="document"
      aria-label={label}
      aria-description={props.description ?? usual}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the text has a caret that is moved by the keys.
      tabIndex={0}
      data-article-text
    >
      {blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          <Paragraph key={block.span.start} text={text} span={block.span} />
        ) : (
          <Fold
            key={block.paragraphs[0]?.start ?? index}
            text={text}
            block={block}
            isOpen={unfolded.has(index)}
            onToggle={() => onFold(index)}
            onSpare={onSpare}
          />
        ),
      )}
    </div>
  );
});

/** About as many units as a line holds. */
const lineLength = 66;

/** What the keys do here, as they are now. */
function useTextDescription(): string {
  const { t } = useLingui();
  const keysOf = useKeys();
  const words = useCommandWords();
  const keys = (['mark.highlight', 'mark.tags', 'mark.note', 'view.shortcuts'] as const).flatMap((id) => {
    const key = firstKeyText(keysOf(id));
    return key === '' ? [] : [`${key}: ${words.name(id)}`];
  });
  return [t`The arrow keys move the caret, with Shift they select.`, ...keys].join(' ');
}

const Paragraph = memo(function Paragraph({
  text,
  span,
}: {
  readonly text: string;
  readonly span: TextSpan;
}) {
  return (
    <p
      data-start={span.start}
      dir="auto"
      style={{ containIntrinsicBlockSize: `auto ${Math.ceil((span.end - span.start) / lineLength)}lh` }}
    >
      {text.slice(span.start, span.end)}
    </p>
  );
});

type FoldProps = {
  readonly text: string;
  readonly block: Extract<ReadingBlock, { kind: 'noise' }>;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onSpare: ArticleTextProps['onSpare'];
};

function Fold({ text, block, isOpen, onToggle, onSpare }: FoldProps) {
  const { t, i18n } = useLingui();
  const words = useFieldWords();
  const kinds = new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(block.noise.map(words.noise));
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={styles.fold}>
      <button type="button" className={styles.folder} aria-expanded={isOpen} onClick={onToggle}>
        <Icon size={14} aria-hidden="true" />
        <span>
          <Plural
            value={block.paragraphs.length}
            one={`# line of boilerplate: ${kinds}`}
            other={`# lines of boilerplate: ${kinds}`}
          />
          {' – '}
          {isOpen ? <Trans>hide</Trans> : <Trans>show</Trans>}
        </span>
      </button>
      {isOpen && onSpare !== undefined && (
        <button type="button" className={styles.spare} onClick={() => onSpare(spanOf(block))}>
          {t`This is text`}
        </button>
      )}
      <div className={styles.noise} hidden={!isOpen}>
        {block.paragraphs.map((span) => (
          <Paragraph key={span.start} text={text} span={span} />
        ))}
      </div>
    </div>
  );
}

function spanOf({ paragraphs }: FoldProps['block']): TextSpan {
  return { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 };
}
