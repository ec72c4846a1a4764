import { useLingui } from '@lingui/react/macro';
import { useCite } from '#features/brief/use-cite.ts';
import { CodebookPanel } from '#features/codebook/CodebookPanel.tsx';
import { ArticleData } from '#features/library/ArticleData.tsx';
import { ArticleList } from '#features/library/ArticleList.tsx';
import { HighlightList } from '#features/reader/HighlightList.tsx';
import { Reader } from '#features/reader/Reader.tsx';
import { FindBar } from '#features/search/FindBar.tsx';
import { SearchResults } from '#features/search/SearchResults.tsx';
import { useLook } from '#state/workspace.ts';
import { ReadScreen } from './ReadScreen.tsx';

type ReadingProps = {
  readonly findAsked: number;
  readonly onCloseFind: () => void;
  readonly singleKeys: boolean;
};

/** The reading screen with what the other features bring to it. */
export function Reading({ findAsked, onCloseFind, singleKeys }: ReadingProps) {
  const { t } = useLingui();
  const cite = useCite();
  const isSearching = useLook((state) => state.query.trim() !== '');
  return (
    <ReadScreen
      list={isSearching ? <SearchResults /> : <ArticleList />}
      article={
        <Reader
          singleKeys={singleKeys}
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
      }
      inspector={[
        { id: 'highlights', title: t`Highlights`, content: <HighlightList onCite={(id) => void cite(id)} /> },
        { id: 'codebook', title: t`Codebook`, content: <CodebookPanel /> },
        { id: 'data', title: t`Article data`, content: <ArticleData /> },
      ]}
      wantedPage={null}
      strip={null}
    />
  );
}
