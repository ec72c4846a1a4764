import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support';
import type { Language } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';

stemmerSupport(lunr);
french(lunr);

/** What lunr-languages adds for a language. */
type LanguagePart = {
  readonly stemmer: lunr.PipelineFunction;
  readonly stopWordFilter: lunr.PipelineFunction;
};
const { fr } = lunr as typeof lunr & { readonly fr: LanguagePart };

type Stemmed = 'en' | 'fr';

const pipelines: Record<Stemmed, lunr.Pipeline> = {
  en: pipelineOf(lunr.stemmer),
  fr: pipelineOf(fr.stemmer),
};
const stopWords: Record<Stemmed, lunr.PipelineFunction> = { en: lunr.stopWordFilter, fr: fr.stopWordFilter };
const stems: Record<Stemmed, Map<string, string>> = { en: new Map(), fr: new Map() };
const stops: Record<Stemmed, Map<string, boolean>> = { en: new Map(), fr: new Map() };

/** The languages a word is stemmed in; texts in any other are indexed by their folded words. */
export const stemmedLanguages: readonly Stemmed[] = ['en', 'fr'];

/** The stem of a folded word in a language. */
export function stem(word: string, language: Language): string {
  if (language !== 'en' && language !== 'fr') return word;
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  const [token] = pipelines[language].run([new lunr.Token(word, {})]);
  const found = fold(token?.toString() ?? '') || word;
  stems[language].set(word, found);
  return found;
}

/** Whether a folded word is too common in a language to be indexed. */
export function isStopWord(word: string, language: Language): boolean {
  if (language !== 'en' && language !== 'fr') return false;
  const known = stops[language].get(word);
  if (known !== undefined) return known;
  const stopped =
    !stopWords[language](new lunr.Token(word, {}), 0, []) || (frenchStops.has(word) && language === 'fr');
  stops[language].set(word, stopped);
  return stopped;
}

/** French stop words that carry accents, as they look folded; `été` is left out: summer is no stop word. */
const frenchStops = new Set(['a', 'meme', 'etes', 'etais', 'etait', 'etions', 'etaient', 'etant']);

function pipelineOf(stemmer: lunr.PipelineFunction): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(stemmer);
  return pipeline;
}
