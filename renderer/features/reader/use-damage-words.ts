import { useLingui } from '@lingui/react/macro';
import type { Damage } from '#core/article.ts';

/** Words what a place that looks damaged may have suffered. */
export function useDamageWords() {
  const { t } = useLingui();
  const kinds: Record<Damage['kind'], string> = {
    glued: t`Words run together`,
    translation: t`Translation`,
    'cut-off': t`Cut off`,
    punctuation: t`Punctuation`,
    encoding: t`Characters`,
  };
  const reasons: Record<string, string> = {
    unreadable: t`A character could not be read.`,
    misread: t`Left over from characters that were read in the wrong encoding.`,
    'question-mark-in-word': t`A question mark stands where a letter was lost.`,
    entity: t`The name of a character stands in its place.`,
    glyph: t`Signs of a font stand where letters should.`,
    'cut-mark': t`The mark of a text that goes on elsewhere.`,
    teaser: t`The text goes on for those who click or pay.`,
    'no-end': t`The sentence breaks off.`,
    'case-change': t`A capital stands inside a word.`,
    'known-words': t`Two words of this text stand here as one.`,
    'lost-apostrophe': t`A French word without its apostrophe.`,
    'stop-without-space': t`Two sentences without a space between.`,
    'bracket-without-space': t`A word follows the bracket without a space.`,
    'quote-without-space': t`A word follows the quotation mark without a space.`,
    'left-in-french': t`Left in French, or half translated.`,
    'acronym-order': t`The same letters stand in another order elsewhere in this text.`,
    'acronym-translated': t`Explained once and never used; the text uses another short name that is never explained.`,
    'stray-capital': t`A small word has a capital in the middle of a sentence.`,
    'hanging-word': t`What this word begins is missing.`,
    'doubled-word': t`A small word stands here twice, or two stand where there is room for one.`,
    'name-translated': t`A name that was translated word by word.`,
    'said-in-french-order': t`The verb of a French quotation, taken word for word.`,
    'neighbour-confused': t`This text is about Niger: the people of Niger may be meant, not those of Nigeria.`,
    'no-agreement': t`These words do not agree in number.`,
    'stop-before-small': t`A small letter follows the full stop: something is lost, or the stop is wrong.`,
    'stop-in-name': t`A full stop inside a name.`,
    'stop-twice': t`Two full stops: what stood between them is lost.`,
    'colon-in-word': t`A colon inside a word.`,
    'dash-without-space': t`No space before the dash: a closing mark may be lost.`,
    'quote-not-closed': t`The quotation is never closed: where it ends is not known.`,
    'quote-not-opened': t`The quotation is never opened: where it begins is not known.`,
    'quote-turned': t`The quotation mark is turned the wrong way.`,
    'quote-of-two-kinds': t`Opened with one kind of quotation mark, closed with another.`,
    'quotes-side-by-side': t`Two quotations side by side: who says the second is not known.`,
  };
  return {
    kind: (damage: Damage) => kinds[damage.kind],
    reason: (damage: Damage) => reasons[damage.reason] ?? damage.reason,
  };
}
