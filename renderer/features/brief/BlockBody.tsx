import { Trans, useLingui } from '@lingui/react/macro';
import type { Block, BlockContent } from '#core/brief/brief.ts';
import { describeGrade, describeSource } from '#core/brief/describe-source.ts';
import { buildTagTree, listNodes } from '#core/codebook/tag-tree.ts';
import { type GroupId, type HighlightId, newId, type TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { Select } from '#ui/Select.tsx';
import { writeContent } from './brief-deeds.ts';
import type { CiteTarget } from './cite-target.ts';
import styles from './Editor.module.css';
import { HeadBox } from './HeadBox.tsx';
import { ProseBox } from './ProseBox.tsx';
import type { BriefDesk } from './use-brief-desk.ts';
import { useBriefWords } from './use-brief-words.ts';

type BlockBodyProps = {
  readonly block: Block;
  readonly desk: BriefDesk;
  readonly takesFocus: boolean;
  readonly onTarget: (target: CiteTarget, isMeant: boolean) => void;
  readonly onTargetGone: (target: CiteTarget) => void;
  readonly onOpen: (id: HighlightId) => void;
};

/** What can be written in a block, by its kind. */
export function BlockBody({ block, desk, takesFocus, onTarget, onTargetGone, onOpen }: BlockBodyProps) {
  const { t } = useLingui();
  const session = useSession();
  const { content } = block;
  const write = (next: BlockContent, group: GroupId) => writeContent(session, block, next, group);
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return (
        <ProseBox
          name={block.id}
          label={content.kind === 'heading' ? t`Heading` : t`Paragraph`}
          placeholder={
            content.kind === 'heading'
              ? t`Heading`
              : t`Write, and cite a passage after each sentence. A line that starts with “- ” is an item of a list.`
          }
          isHeading={content.kind === 'heading'}
          kept={content.text}
          takesFocus={takesFocus}
          numbers={desk.numbers}
          save={(text, group) => write({ kind: content.kind, text }, group)}
          onTarget={onTarget}
          onTargetGone={onTargetGone}
        />
      );
    case 'quote':
      return <QuoteBody highlightId={content.highlightId} desk={desk} onOpen={onOpen} />;
    case 'map':
      return (
        <div className={styles.parts}>
          <p className={styles.hint}>
            <Trans>
              A map of the places you have accepted in the articles this brief cites (in all articles while it
              cites none).
            </Trans>
          </p>
          <HeadBox
            name={block.id}
            label={t`Caption of the map`}
            kept={content.caption}
            save={(caption, group) => write({ kind: 'map', caption }, group)}
          />
        </div>
      );
    case 'table':
      return (
        <div className={styles.parts}>
          <TagChoice
            desk={desk}
            tagId={content.tagId}
            onChoose={(tagId) => {
              write({ ...content, tagId }, newId<'group'>()).catch(() => undefined);
            }}
          />
          <HeadBox
            name={block.id}
            label={t`Caption of the table`}
            kept={content.caption}
            save={(caption, group) => write({ kind: 'table', caption, tagId: content.tagId }, group)}
          />
        </div>
      );
  }
}

function QuoteBody({
  highlightId,
  desk,
  onOpen,
}: { readonly highlightId: HighlightId } & Pick<BlockBodyProps, 'desk' | 'onOpen'>) {
  const { t } = useLingui();
  const words = useBriefWords();
  const highlight = desk.highlights.find(({ id }) => id === highlightId);
  const number = desk.numbers.get(highlightId) ?? 0;
  if (highlight === undefined) return <p className={styles.missing}>{words.missingPassage}</p>;
  const article = desk.articles.get(highlight.anchor.articleId);
  return (
    <div className={styles.quote}>
      <p dir="auto" className={styles.quoted}>
        {highlight.anchor.exact}
      </p>
      <p className={styles.hint}>
        <button
          type="button"
          className={styles.link}
          aria-label={t`Open passage ${number}`}
          onClick={() => onOpen(highlightId)}
        >
          [{number}]
        </button>{' '}
        <bdi>{describeSource(article, words)}</bdi> · {describeGrade(highlight.grade, words)}
      </p>
    </div>
  );
}

type TagChoiceProps = {
  readonly desk: Pick<BriefDesk, 'tags'>;
  readonly tagId: TagId | null;
  readonly onChoose: (tagId: TagId | null) => void;
};

const allTags = 'all';

function TagChoice({ desk, tagId, onChoose }: TagChoiceProps) {
  const { t } = useLingui();
  const nodes = listNodes(buildTagTree(desk.tags));
  const options = [
    { value: allTags, label: t`All passages` },
    ...nodes.map(({ tag, depth }) => ({
      value: tag.id as string,
      label: `${'  '.repeat(depth)}${tag.name}`,
    })),
  ];
  const isGone = tagId !== null && !nodes.some(({ tag }) => tag.id === tagId);
  if (isGone) options.push({ value: tagId, label: t`A tag that was deleted` });
  return (
    <Select
      label={t`Passages in the table`}
      value={tagId ?? allTags}
      options={options}
      onChange={(value) => onChoose(value === allTags ? null : (value as TagId))}
    />
  );
}
