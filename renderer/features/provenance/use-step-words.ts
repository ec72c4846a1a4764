import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Step } from '#core/article.ts';
import { documentStepWords } from './document-step-words.ts';
import { useMailStepWords } from './use-mail-step-words.ts';

/** Words one thing that import did on the way from the file's bytes to the text. */
export function useStepWords(): (step: Step) => string {
  const { t } = useLingui();
  const ofMail = useMailStepWords();
  const grounds: Record<string, string> = {
    bom: t`by the mark at its start`,
    'nul-pattern': t`by its empty bytes`,
    'valid-utf-8': t`every byte fits`,
    'mostly-utf-8': t`nearly every byte fits`,
    declared: t`as the file says`,
    guessed: t`guessed from its bytes`,
    assumed: t`assumed: nothing tells`,
    chosen: t`as you chose`,
  };
  return ({ name, detail }) => {
    const count = Number(detail);
    const [first = '', second = ''] = detail.split(', ');
    switch (name) {
      case 'decode': {
        const ground = grounds[second] ?? second;
        return t`Read as ${first}: ${ground}`;
      }
      case 'strip-bom':
        return t`Byte order mark left out`;
      case 'well-formed':
        return plural(count, {
          one: '# character could not be read and stands as �',
          other: '# characters could not be read and stand as �',
        });
      case 'extract-html':
        return first === 'article'
          ? plural(Number(second), {
              one: '# paragraph of the article taken from the page',
              other: '# paragraphs of the article taken from the page',
            })
          : plural(Number(second), {
              one: '# paragraph of the whole page taken: no article was found in it',
              other: '# paragraphs of the whole page taken: no article was found in it',
            });
      case 'normalise-newlines':
        return plural(count, { one: '# line end made plain', other: '# line ends made plain' });
      case 'drop-controls':
        return plural(count, {
          one: '# control character left out',
          other: '# control characters left out',
        });
      case 'normalise-nfc':
        return plural(count, {
          one: 'Letters joined with their accents: # place',
          other: 'Letters joined with their accents: # places',
        });
      case 'repair-mojibake':
        return plural(Number(second), {
          one: `Misread once as ${first}, put right: # character`,
          other: `Misread once as ${first}, put right: # characters`,
        });
      case 'join-lines':
        return plural(count, {
          one: 'Joined where a line was broken to a width: # line end',
          other: 'Joined where lines were broken to a width: # line ends',
        });
      case 'join-words':
        return t`Words broken at a line end: ${first} joined, ${second} kept their hyphen`;
      default:
        return (
          ofMail({ name, detail }) ??
          documentStepWords({ name, detail }) ??
          (detail === '' ? name : `${name}: ${detail}`)
        );
    }
  };
}
