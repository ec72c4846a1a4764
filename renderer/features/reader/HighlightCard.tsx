import { useLingui } from '@lingui/react/macro';
import {
  ChevronsLeft,
  ChevronsRight,
  Copy,
  Languages,
  LocateFixed,
  MapPin,
  Quote,
  Star,
  Trash2,
} from 'lucide-react';
import { type MouseEvent, memo, type RefObject, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { type Highlight, highlightMarks } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import { GradeChoice } from './GradeChoice.tsx';
import styles from './HighlightList.module.css';
import { NoteBox } from './NoteBox.tsx';
import type { ListedDeeds } from './use-listed-deeds.ts';
import { useMarkWords } from './use-mark-words.ts';
import { useWhoWords } from './use-who-words.ts';

/** One more card, or all from the chosen one to this. */
export type PickKind = 'one' | 'through';

type HighlightCardProps = {
  /** Told of its height; a list that draws only what is seen has to know. */
  readonly ref: (card: HTMLLIElement | null) => void;
  readonly index: number;
  readonly count: number;
  /** In pixels from the top of the list. */
  readonly top: number;
  readonly isPicked: boolean;
  readonly onPick: (highlight: Highlight, kind: PickKind) => void;
  readonly highlight: Highlight;
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly isChosen: boolean;
  /** Whether it was made on another version of the text. */
  readonly isOfOtherText: boolean;
  /** Whether Tab stops here: at one card of the list. */
  readonly isStop: boolean;
  readonly deeds: ListedDeeds;
  readonly onCite?: (highlightId: HighlightId) => void;
  readonly onPlace?: (articleId: ArticleId, span: TextSpan) => void;
};

/** A highlight in the list beside the text; when it is chosen, with all that can be done with it. */
export const HighlightCard = memo(function HighlightCard(props: HighlightCardProps) {
  const { ref, highlight, byId, isChosen, isPicked, isStop, deeds, onPick } = props;
  const { t } = useLingui();
  const quote = useRef<HTMLButtonElement>(null);
  const { exact } = highlight.anchor;
  const first = highlight.tagIds.flatMap((id) => byId.get(id) ?? [])[0];
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) onPick(highlight, 'one');
    else if (event.shiftKey) onPick(highlight, 'through');
    else if (isChosen) deeds.jump(highlight);
    else deeds.choose(highlight);
  };
  const begin = exact.slice(0, 60).toWellFormed();
  return (
    <li
      ref={ref}
      data-index={props.index}
      aria-setsize={props.count}
      aria-posinset={props.index + 1}
      className={styles.card}
      data-chosen={isChosen || undefined}
      data-picked={isPicked || undefined}
      style={{
        transform: `translateY(${props.top}px)`,
        borderInlineStartColor: first === undefined ? 'var(--line-strong)' : `var(--tag-${first.color})`,
      }}
    >
      <input
        type="checkbox"
        className={styles.pick}
        // Space picks on the card itself, so this is a target for the pointer.
        tabIndex={-1}
        checked={isPicked}
        aria-label={t`Pick: ${begin}`}
        onChange={() => onPick(highlight, 'one')}
      />
      <button
        ref={quote}
        type="button"
        className={styles.quote}
        dir="auto"
        tabIndex={isStop ? 0 : -1}
        data-highlight={highlight.id}
        aria-current={isChosen || undefined}
        onClick={onClick}
        onDoubleClick={() => deeds.jump(highlight)}
      >
        {isChosen ? exact : exact.slice(0, 300).toWellFormed()}
      </button>
      {props.isOfOtherText && (
        <p className={styles.warning}>{t`Made on another version of this text: check where it stands.`}</p>
      )}
      <TagChips highlight={highlight} byId={byId} deeds={deeds} isChosen={isChosen} />
      {!isChosen && <MarkSigns highlight={highlight} />}
      {isChosen ? <Details {...props} quote={quote} /> : <Summary highlight={highlight} />}
    </li>
  );
});

function TagChips({
  highlight,
  byId,
  deeds,
  isChosen,
}: Pick<HighlightCardProps, 'highlight' | 'byId' | 'deeds' | 'isChosen'>) {
  const { t } = useLingui();
  const tags = highlight.tagIds.flatMap((id) => byId.get(id) ?? []);
  if (tags.length === 0) return <p className={styles.untagged}>{t`no tag`}</p>;
  return (
    <div className={styles.chips}>
      {tags.map((tag) => {
        const path = tagPathText(tag.id, byId);
        return (
          <Chip
            key={tag.id}
            color={tag.color}
            name={path}
            {...(isChosen ? { onRemove: () => void deeds.untag(highlight, tag) } : {})}
          >
            {path}
          </Chip>
        );
      })}
    </div>
  );
}

function MarkSigns({ highlight }: { readonly highlight: Highlight }) {
  const words = useMarkWords();
  const { marks = [] } = highlight;
  if (marks.length === 0) return null;
  return (
    <p className={styles.signs}>
      {marks.map((mark) => {
        const Icon = markIcons[mark];
        return (
          <span key={mark} className={styles.sign}>
            <Icon size={13} aria-hidden="true" />
            {words.mark(mark)}
          </span>
        );
      })}
    </p>
  );
}

const markIcons = { important: Star, 'translation-error': Languages } as const;

/** The marks as switches. */
function MarkSwitches({ highlight, deeds }: Pick<HighlightCardProps, 'highlight' | 'deeds'>) {
  const words = useMarkWords();
  return (
    <div className={styles.marks}>
      {highlightMarks.map((mark) => {
        const Icon = markIcons[mark];
        return (
          <ToggleButton
            key={mark}
            className={styles.mark ?? ''}
            isSelected={highlight.marks?.includes(mark) ?? false}
            onChange={() => void deeds.switchMark(highlight, mark)}
          >
            <Icon size={14} aria-hidden="true" />
            {words.mark(mark)}
          </ToggleButton>
        );
      })}
    </div>
  );
}

function Summary({ highlight }: { readonly highlight: Highlight }) {
  const { reliability, credibility } = highlight.grade;
  const words = useGradeWords();
  const isGraded = reliability !== 'F' || credibility !== 6;
  const note = highlight.note.trim();
  if (note === '' && !isGraded) return null;
  return (
    <p className={styles.summary}>
      {isGraded && (
        <abbr
          className={styles.grade}
          title={`${words.reliability[reliability]}; ${words.credibility[credibility]}`}
        >
          {reliability}
          {credibility}
        </abbr>
      )}
      <span className={styles.note} dir="auto">
        {note.slice(0, 200).toWellFormed()}
      </span>
    </p>
  );
}

function Details(props: HighlightCardProps & { readonly quote: RefObject<HTMLButtonElement | null> }) {
  const { highlight, deeds, onCite, onPlace, quote } = props;
  const { t, i18n } = useLingui();
  const who = useWhoWords();
  return (
    <div className={styles.details}>
      <NoteBox highlight={highlight} onDone={() => quote.current?.focus()} />
      <MarkSwitches highlight={highlight} deeds={deeds} />
      <GradeChoice grade={highlight.grade} onChange={(grade) => void deeds.grade(highlight, grade)} />
      <div className={styles.actions}>
        {onCite !== undefined && (
          <Button size="small" onPress={() => onCite(highlight.id)}>
            <Quote size={14} aria-hidden="true" />
            {t`Cite in brief`}
          </Button>
        )}
        {onPlace !== undefined && (
          <Button size="small" onPress={() => onPlace(highlight.anchor.articleId, highlight.anchor)}>
            <MapPin size={14} aria-hidden="true" />
            {t`Place this passage`}
          </Button>
        )}
      </div>
      <p className={styles.made}>
        {who(highlight.analystId)},{' '}
        {i18n.date(highlight.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
      </p>
      <div className={styles.tools}>
        <Ends highlight={highlight} deeds={deeds} />
        <span className={styles.space} />
        <IconButton
          size="small"
          label={t`Show in the text`}
          icon={LocateFixed}
          onPress={() => deeds.jump(highlight)}
        />
        <IconButton
          size="small"
          label={t`Copy the quote with its source`}
          icon={Copy}
          onPress={() => deeds.copy(highlight)}
        />
        <IconButton
          size="small"
          label={t`Delete the highlight`}
          icon={Trash2}
          onPress={() => void deeds.drop(highlight)}
        />
      </div>
    </div>
  );
}

/** Moves the ends of a highlight, a word at a time. */
function Ends({ highlight, deeds }: Pick<HighlightCardProps, 'highlight' | 'deeds'>) {
  const { t } = useLingui();
  const move = (edge: 'start' | 'end', direction: 1 | -1) => () =>
    void deeds.resize(highlight, { edge, by: 'word', direction });
  return (
    <>
      <fieldset aria-label={t`Beginning`} className={styles.ends}>
        <span className={styles.endName}>{t`Beginning`}</span>
        <IconButton
          size="small"
          label={t`Begin a word earlier`}
          icon={ChevronsLeft}
          onPress={move('start', -1)}
        />
        <IconButton
          size="small"
          label={t`Begin a word later`}
          icon={ChevronsRight}
          onPress={move('start', 1)}
        />
      </fieldset>
      <fieldset aria-label={t`End`} className={styles.ends}>
        <span className={styles.endName}>{t`End`}</span>
        <IconButton
          size="small"
          label={t`End a word earlier`}
          icon={ChevronsLeft}
          onPress={move('end', -1)}
        />
        <IconButton size="small" label={t`End a word later`} icon={ChevronsRight} onPress={move('end', 1)} />
      </fieldset>
    </>
  );
}
