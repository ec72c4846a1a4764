import { Plural } from '@lingui/react/macro';
import type { ArticlesInList } from './use-library-list.ts';

/** How many articles are listed, and how many texts these are when some have the same. */
export function ListCount({ list }: { readonly list: ArticlesInList }) {
  const total = list.all.length;
  const shown = list.passing.length;
  return (
    <>
      {shown === total ? (
        <Plural value={total} one="# article" other="# articles" />
      ) : (
        <Plural value={total} one={`${shown} of # article`} other={`${shown} of # articles`} />
      )}
      {list.passingTexts < shown && (
        <>
          {' '}
          <Plural value={list.passingTexts} one="(# text)" other="(# texts)" />
        </>
      )}
    </>
  );
}
