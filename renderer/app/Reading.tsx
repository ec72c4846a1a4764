import { t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { MapPin, MapPinCheck, Quote, UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { maxFindingLength } from '#core/mentions/finding.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useCite } from '#features/brief/use-cite.ts';
import { CodebookPanel } from '#features/codebook/CodebookPanel.tsx';
import { EventsPanel } from '#features/events/EventsPanel.tsx';
import { FoundEvents } from '#features/events/FoundEvents.tsx';
import { BatchFacts } from '#features/import/BatchFacts.tsx';
import { ArticleList } from '#features/library/ArticleList.tsx';
import { MapStrip } from '#features/map/MapStrip.tsx';
import { MentionCard } from '#features/map/MentionCard.tsx';
import { PlacesPanel } from '#features/map/PlacesPanel.tsx';
import { MemosPanel } from '#features/memos/MemosPanel.tsx';
import { useChosenThings } from '#features/memos/use-chosen-things.ts';
import { FoundCard } from '#features/mentions/FoundCard.tsx';
import { FoundPanel } from '#features/mentions/FoundPanel.tsx';
import { ArticleData } from '#features/provenance/ArticleData.tsx';
import { ComparePicker } from '#features/reader/ComparePicker.tsx';
import { CompareView } from '#features/reader/CompareView.tsx';
import { useCompareDesk } from '#features/reader/compare-desk.ts';
import { DamageList, useDamageCount } from '#features/reader/DamageList.tsx';
import { focusText } from '#features/reader/focus-text.ts';
import { HighlightList } from '#features/reader/HighlightList.tsx';
import { Reader } from '#features/reader/Reader.tsx';
import { ReviewPanel } from '#features/review/ReviewPanel.tsx';
import { usePlaceHere } from '#features/review/use-place-here.ts';
import { useWaiting } from '#features/review/use-waiting.ts';
import { FindBar } from '#features/search/FindBar.tsx';
import { SearchResults } from '#features/search/SearchResults.tsx';
import { SimilarResults } from '#features/search/SimilarResults.tsx';
import { showSimilar, similar } from '#features/search/similar.ts';
import { notify } from '#state/notices.ts';
import { look, showInspector, useLook } from '#state/workspace.ts';
import { passageRect } from './passage-rect.ts';
import { ReadScreen } from './ReadScreen.tsx';
import { useCitePassage } from './use-cite-passage.ts';
import { usePassageActions } from './use-passage-actions.tsx';
import { useUnderlinedTogether } from './use-underlined-together.ts';

type ReadingProps = {
  readonly findAsked: number;
  readonly onCloseFind: () => void;
};

/** What is asked about: something found, by its id, or words that were selected. */
type Asked = {
  readonly articleId: ArticleId;
  readonly rect: DOMRect;
  readonly what: { readonly id: string } | { readonly span: TextSpan };
};

const place = (articleId: ArticleId, span: TextSpan) => {
  look.setState({ placing: { articleId, span } });
  showInspector('places');
};

const batchFacts = (article: Article) => <BatchFacts article={article} />;

/** The reading screen with what the other features bring to it. */
export function Reading({ findAsked, onCloseFind }: ReadingProps) {
  const { t } = useLingui();
  const cite = useCite();
  const citePassage = useCitePassage();
  const passageActions = usePassageActions();
  const articleId = useLook((state) => state.articleId);
  const shownArticleId = useLook((state) => state.shownArticleId);
  const { mentions, isPlace } = useUnderlinedTogether(shownArticleId);
  const besideId = useCompareDesk((desk) => desk.besideId);
  const isComparing = besideId !== null && articleId !== null && besideId !== articleId;
  const { mentions: besideMentions } = useUnderlinedTogether(isComparing ? besideId : null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (id: string, rect: DOMRect) =>
    articleId !== null && setAsked({ articleId, rect, what: { id } });
  const wantedPage = useLook((state) => state.inspector);
  const chosen = useChosenThings();
  const memoCount = chosen?.memoCount ?? 0;
  const waiting = useWaiting();
  const damage = useDamageCount();
  const placeHere = usePlaceHere(articleId);
  return (
    <>
      <ReadScreen
        list={<Listed />}
        article={
          isComparing ? (
            <CompareView mentions={mentions} besideMentions={besideMentions} />
          ) : (
            <Reader
              mentions={mentions}
              onSimilar={showSimilar}
              onMention={ask}
              extraActions={[
                ...(placeHere === null
                  ? []
                  : [{ id: 'place-here', label: t`Its place is here`, icon: MapPinCheck, run: placeHere }]),
                {
                  id: 'place',
                  label: t({ message: 'Place', context: 'to place a passage' }),
                  icon: MapPin,
                  run: place,
                },
                {
                  id: 'actor',
                  label: t`Actor`,
                  icon: UserRoundSearch,
                  run: (id, span) => setAsked(askAboutWords(id, span)),
                },
                ...passageActions.actions,
                { id: 'cite', label: t`Cite`, icon: Quote, run: (id, span) => void citePassage(id, span) },
              ]}
              findBar={(target) =>
                findAsked > 0 && (
                  <FindBar
                    text={target.text}
                    toRange={target.toRange}
                    reveal={target.reveal}
                    asked={findAsked}
                    onClose={onCloseFind}
                  />
                )
              }
            />
          )
        }
        inspector={[
          {
            id: 'highlights',
            title: t`Highlights`,
            content: <HighlightList onCite={(id) => void cite(id)} onPlace={place} />,
          },
          { id: 'codebook', title: t`Codebook`, content: <CodebookPanel /> },
          { id: 'places', title: t`Places`, content: <PlacesPanel /> },
          { id: 'found', title: t`Who and when`, content: <FoundPanel onItem={ask} /> },
          { id: 'events', title: t`Events`, content: <EventsPanel /> },
          {
            id: 'memos',
            title: memoCount === 0 ? t`Memos` : t`Memos (${memoCount})`,
            content: <MemosPanel chosen={chosen} onDone={focusText} />,
          },
          { id: 'data', title: t`Article data`, content: <ArticleData batchFacts={batchFacts} /> },
          ...(damage.all === 0
            ? []
            : [{ id: 'damage', title: t`Damage (${damage.open})`, content: <DamageList /> }]),
          ...(waiting.length === 0
            ? []
            : [{ id: 'review', title: t`Review (${waiting.length})`, content: <ReviewPanel /> }]),
        ]}
        wantedPage={wantedPage}
        strip={<MapStrip />}
      />
      <ComparePicker />
      {passageActions.dialogs}
      {asked !== null && asked.articleId === articleId && (
        <AskedCard asked={asked} isPlace={isPlace} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** What is found, what is like the open article, or all there is. */
function Listed() {
  const query = useLook((state) => state.query);
  const isLiking = useStore(similar, ({ articleId: like }) => like !== null);
  if (query.trim() !== '') return <SearchResults beside={<FoundEvents query={query} />} />;
  return isLiking ? <SimilarResults /> : <ArticleList />;
}

type AskedCardProps = {
  readonly asked: Asked;
  readonly isPlace: (id: string) => boolean;
  readonly onClose: () => void;
};

function AskedCard({ asked: { articleId, rect, what }, isPlace, onClose }: AskedCardProps) {
  if (!('id' in what && isPlace(what.id)))
    return <FoundCard articleId={articleId} shown={what} anchorRect={rect} onClose={onClose} />;
  return (
    <MentionCard
      key={what.id}
      articleId={articleId}
      mentionId={what.id}
      anchorRect={rect}
      onClose={onClose}
      onPlacing={() => showInspector('places')}
    />
  );
}

/** Who the selected words are; `null` when no name is as long. */
function askAboutWords(articleId: ArticleId, span: TextSpan): Asked | null {
  if (span.end - span.start <= maxFindingLength)
    return { articleId, rect: passageRect(span), what: { span } };
  notify({
    kind: 'danger',
    text: say`The words that name an actor may have ${maxFindingLength} characters. Select fewer.`,
  });
  return null;
}
