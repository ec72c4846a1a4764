import { Trans, useLingui } from '@lingui/react/macro';
import { CircleQuestionMark } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { type QueryHelpCode, queryHelp } from '#core/search/query/query-help.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './SearchHelp.module.css';

type SearchHelpProps = {
  /** An example was chosen, to be searched as well. */
  readonly onAdd: (example: string) => void;
};

/** What can be typed into the search box: a button that shows it, each example ready to be added to the search. */
export function SearchHelp({ onAdd }: SearchHelpProps) {
  const { t } = useLingui();
  return (
    <span className={styles.place}>
      <DialogTrigger>
        <IconButton label={t`What can be searched for`} icon={CircleQuestionMark} size="small" />
        <Popover className={styles.popover ?? ''} placement="bottom end">
          <Dialog className={styles.dialog ?? ''}>
            {({ close }) => (
              <HelpTables
                onAdd={(example) => {
                  close();
                  onAdd(example);
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}

function HelpTables({ onAdd }: SearchHelpProps) {
  const { t } = useLingui();
  return (
    <>
      <Heading slot="title" className={styles.title ?? ''}>
        <Trans>What can be searched for</Trans>
      </Heading>
      <p className={styles.intro}>
        <Trans>
          Press an example to add it to the search. Anything can be pasted: what is not of this language is
          searched as words, and the search as it was understood is shown above the results.
        </Trans>
      </p>
      <div className={styles.tables}>
        <HelpTable group="words" caption={t`Words of the texts`} onAdd={onAdd} />
        <HelpTable group="filters" caption={t`What is known of the articles`} onAdd={onAdd} />
      </div>
    </>
  );
}

type HelpTableProps = SearchHelpProps & {
  readonly group: 'words' | 'filters';
  readonly caption: string;
};

function HelpTable({ group, caption, onAdd }: HelpTableProps) {
  const { t } = useLingui();
  const words = useHelpWords();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <tbody>
        {queryHelp
          .filter((entry) => entry.group === group)
          .map(({ code, examples }) => (
            <tr key={code}>
              <th scope="row" className={styles.examples}>
                {examples.map((example) => (
                  <Button
                    key={example}
                    className={styles.example ?? ''}
                    aria-label={t`Add ${example} to the search`}
                    onPress={() => onAdd(example)}
                  >
                    {example}
                  </Button>
                ))}
              </th>
              <td>{words[code]}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function useHelpWords(): Record<QueryHelpCode, string> {
  const { t } = useLingui();
  return {
    word: t`In all its forms, by the language of each article; accents, capitals and l’ d’ make no difference`,
    all: t`All of them, wherever they stand`,
    any: t`At least one of them`,
    not: t`Articles without this word`,
    group: t`Parentheses go first, then NOT, AND, OR; operators are in capitals`,
    phrase: t`These words exactly, one after another`,
    near: t`In any order, with at most five other words between`,
    pattern: t`Words that begin so; * stands for any letters`,
    fuzzy: t`Up to one letter different, or two with ~2`,
    field: t`Only in the title, or only in the text`,
    name: t`A common word in capitals is a name; other common words beside words say nothing`,
    boost: t`Counts three times in the order of the results`,
    tag: t`Articles with a highlight that has this tag or one below it`,
    source: t`Who handed it on or published it`,
    publisher: t`Who published it first`,
    lang: t`The language of the article; und: too short to tell`,
    actor: t`An actor in all its spellings`,
    place: t`Articles of this place, accepted or suggested`,
    date: t`Published on or after, or before, a year, month or day`,
    is: t`How far you are with it`,
    has: t`Articles that have at least one`,
    noise: t`Menus, captions and other boilerplate too`,
  };
}
