import type { NoiseSpan } from '#core/article.ts';
import type { Line } from './lines.ts';

type Kind = NoiseSpan['kind'];

/** Whole lines that pages print around an article, in English and French. Longer lines are never matched. */
const labels: readonly (readonly [Kind, RegExp])[] = [
  [
    'share',
    /^(?:re-?use this (?:content|article)|share(?: (?:this|on|via|with)\b.*)?|partager?(?: (?:cet|sur|par|l)\b.*)?|partagez\b.*|tweet(?:er)?|e-?mail(?: this.*)?|print(?: this.*)?|imprimer(?: l.*)?|facebook|twitter|whats ?app|telegram|linkedin|pinterest|reddit|copy link|copier le lien|source|sources|envoyer par e-?mail|enregistrer|save(?: article)?|écouter(?: l’article| l'article)?|listen(?: to (?:this )?article)?|réutiliser ce contenu)$/i,
  ],
  [
    'share',
    /^(?:subscribe|sign up|log ?in|s[’']abonner|abonnez-vous|s[’']inscrire|inscrivez-vous|suivez-nous|follow us|join our|rejoignez|newsletter|advertis(?:e?ment|ing)|publicité|annonce)\b(?!.*[.!?].+[.!?]).{0,80}$/i,
  ],
  [
    'comments',
    /^(?:leave a (?:reply|replay|comment)|laisse[rz] un commentaire|(?:please )?enter your (?:comment|name|e-?mail)\b.*|please enter your .*|post (?:a )?comment|cancel reply|annuler la réponse|(?:\d+|no|aucun) (?:comments?|commentaires?|reply|replies|réponses?)|comments?|commentaires?|your e-?mail address will not be published.*|votre adresse e-?mail ne sera pas publiée.*|required fields are marked.*|save my name, e-?mail.*|enregistrer mon nom.*|comments are closed.*|les commentaires sont fermés.*)$/i,
  ],
  [
    'related',
    /^(?:(?:also read|read also|read more|see also|watch also|more on this|related(?: (?:articles?|stories|posts?|content|news|topics))?|recent (?:posts|articles|comments)|popular posts|latest news|most read|trending(?: now)?|you (?:may|might) also like|recommended(?: for you)?|don[’']t miss|previous (?:article|post)|next (?:article|post)|lire aussi|[àa] lire aussi|[àa] lire(?: également)?|voir aussi|sur le même (?:sujet|thème)|articles? (?:similaires?|liés?|récents?|connexes?|précédents?|suivants?)|les plus lus|vous aimerez aussi|dans la même rubrique|plus d[’']articles)\s*:?)$/i,
  ],
  [
    'menu',
    /^(?:home|accueil|menu|search|rechercher|skip to (?:main )?content|aller au contenu|back to top)$/i,
  ],
  ['notice', /^[[(]\s*(?:…|\.{3})\s*[\])]$/],
  ['stamp', /^\d{10}(?:\d{3})?$/],
];

const hashtags = /^#[\p{L}\p{N}_]+(?:[\s,]+#[\p{L}\p{N}_]+)+$/u;

/** A label in front of the title of another article, which may be glued to it. */
const relatedLabel =
  /^(?:(?:also read|read also|read more|see also|watch also|lire aussi|[àa] lire aussi|voir aussi)\s*[|:–—>-]*|(?:related|[àa] lire|read|watch|more)\s*[|:])\s*/i;
const titleStart = /^["“«‘']?\s*[\p{Lu}\p{N}]/u;

/** Sentences in which the site, not the author, speaks. */
const notices: readonly RegExp[] = [
  /^this (?:article|story|post|content) (?:was|has been) (?:added|submitted|posted|uploaded) by (?:the |a )?user\b.*$/i,
  /^(?:cet article|ce contenu) a été (?:ajouté|publié|soumis) par (?:l[’'])?(?:utilisateur|internaute)\b.*$/i,
  /^.{0,80}\bis not responsible for the content of (?:the|this|external)\b.{0,60}$/i,
  /^.{0,80}\bdécline toute responsabilité\b.{0,120}$/i,
  /^(?:except for the headline, )?this story has not been edited by\b.*$/i,
  /^(?:copyright\s*)?(?:©|\(c\))\s*(?:\d{4}\b.{0,60})?.{0,60}\b(?:all rights reserved|tous droits réservés)\b.*$/i,
  /^(?:all rights reserved|tous droits réservés)\b.{0,100}$/i,
  /^(?:we use cookies|nous utilisons des cookies|this (?:site|website) uses cookies|ce site utilise des cookies)\b.*$/i,
  /^(?:please )?(?:enable|activate|turn on) javascript\b.*$/i,
];

/** A link that lost its address, at the end of a credit. */
const deadLink =
  /(?:the original (?:article|story|version) (?:can be (?:found|read)|is available) here|click here (?:to|for) [^.]{0,60}|l[’']article original (?:est disponible|se trouve|peut être lu) ici|cliquez ici pour [^.]{0,60})\s*\.?$/i;

/** A name and quoted value as in the attributes of a tag, with any kind of quotation mark. */
const attribute = /[\w-]+\s*=\s*["'”“’‘]/g;

/**
 * The kind of boilerplate a line is, told from the line alone; `null` for anything that may be the author's. Rules are
 * whole formulas: a sentence that merely mentions sharing or reading is none.
 */
export function boilerplateKind(line: Line): Kind | null {
  if (line.text.length > 600) return null;
  if (isMarkup(line)) return 'markup';
  if (hashtags.test(line.text)) return 'hashtags';
  if (line.text.length <= 160) {
    const label = labels.find(([, pattern]) => pattern.test(line.text));
    if (label) return label[0];
  }
  if (line.text.length <= 220 && isRelatedLink(line.text)) return 'related';
  return notices.some((pattern) => pattern.test(line.text)) ? 'notice' : null;
}

function isRelatedLink(text: string): boolean {
  const label = relatedLabel.exec(text);
  return label !== null && titleStart.test(text.slice(label[0].length));
}

/** The part of a line that says where an address used to be; `null` when there is none. */
export function deadLinkIn(line: Line): { start: number; end: number } | null {
  const found = line.text.length > 600 ? null : deadLink.exec(line.text);
  return found ? { start: line.start + found.index, end: line.end } : null;
}

/** Left-over tags, attributes and scripts, with hardly a plain word among them. */
function isMarkup({ text }: Line): boolean {
  const attributes = text.includes('=') ? (text.match(attribute)?.length ?? 0) : 0;
  const code = /^<\/?[a-z][^>]*>$|^[.#]?[\w-]+\s*\{[^}]*\}$|^(?:var|function|window\.|document\.)\s*\w/i.test(
    text,
  );
  if (attributes < 2 && !code) return false;
  const tokens = text.split(/\s+/);
  const plain = tokens.filter((token) => /^["“«(]?\p{L}[\p{L}’']*[.,;:!?"”»)]*$/u.test(token)).length;
  return plain < tokens.length * 0.4;
}
