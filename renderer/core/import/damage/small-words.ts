function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** English words that hold a sentence together. */
export const englishSmall = set(
  'a an the of in on at to by for from with and or but as is are was were be been has have had that which who whom whose this these those their its his her our your my not than then also into over under after before since during while when where between against about among through',
);

/** French words that hold a sentence together. */
export const frenchSmall = set(
  'le la les un une des du de au aux en dans sur sous par pour avec sans entre vers chez et ou mais donc or ni car que qui dont où ce cet cette ces son sa ses leur leurs est sont été était a ont avait se ne pas plus selon après avant depuis pendant contre',
);

/** Words that begin sentences, in English and French, and hardly end a name. */
export const starters = set(
  'the this these those they there then that according however meanwhile after before although though while when where with without since during despite following among but and its his her their our some many most several such both each under from for what who why how if it he she we you in on at by as an is was ' +
    'le la les un une des dans selon mais ce cette ces cet il elle ils elles pour avec après avant depuis pendant lors alors ainsi cependant toutefois en au aux sur par plus ses son leur leurs nous vous on',
);

/** Words that are glued to the front of another one, and begin hardly any word themselves. */
export const gluedInFront = set('of the and from that which dans avec');

/** Words that are glued to the end of another one, and end hardly any word themselves. */
export const gluedBehind = set(
  'of the and that with from for was were which who where in to dans avec pour qui',
);

/** To a name these too may be glued. */
export const gluedBehindName = set('on at by had en et par sur est ont où');

/** Words that look like two glued together. */
export const whole = set(
  'thereafter instanceof often offset theme themes then there these they theatre theater thesis theory thermal andes android bulletin bulletins thereof whereof hereof into onto unto within therein wherein herein thereto hereto hitherto thousand understand brand grand island husband england',
);

/** Words that compounds begin with. */
export const compoundStarts = set(
  'after back battle black blood bread body book bull candle cock counter cross data down earth east every eye farm fire fish flash foot fore fresh gold grand green ground hair half hand hard head heart heavy high home horse house inter keep lady land laughing letter life light line long love market master mean middle mid mind moon mother motor multi needle never news night north once other over paper photo play post power price proof rail rain read rock sand school self ship short side silver single snow some south spring stand store story strong sub super sword table thunder time tomb tooth trans trust turn type under user warm wash watch water week well west wheel whole wide wind winter with wood word work world year auto contre demi entre haut longue micro mini main multi para porte quelque radio sans sous sur télé tous tout vice',
);

/** Words that compounds end with. */
export const compoundEnds = set(
  'able ably ache back band bearer belt bird birds board body book books born bound bow boys break breaker breaking bridge brother brothers building built burst card cards case child children clock cloth coat craft craftsman crafts cutter cutting daughter down dress drivers ever eyed fall fare field fields fighter fighters fight fire fish flow folk force forces form forms friend friends front fruit full girl girls going gram grams grass ground grounds guard guards hand handed hands head headed heads hearted hold holder holders holding hood house houses keeper keepers keeping land lands length less lessly lessness life light lighting lights like line liner lines load loading lock long looking made maker makers making mania master mate mates ment ments minded money mother names ness night nose over paper papers part piece pieces place places plane planes play point points pool port ports power print proof quarters rest right rise room rooms runner runners scape school setting shaped ship ships shop shops shot side sides site sites skin sleep some song speaking spread stairs stand standing state step steps stock stone stones store stories storm story strike striking struck style table tables tail taken taking tale telling tide tight time times tion tone town track tree under wall walls ward wards ware wash watch water waters ways wear weight wheel where whole wide wife wild wind wise with woman women wood wool word words work worked worker workers working works world worm worth worthy writer writing yard year years aient ions jour jours ment ments mise temps',
);

/** Months and days: names that other names begin with. */
export const calendar = set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche',
);

/** French nouns and names that are spoken in one with the word before them: `l’attaque`, `d’Afrique`. */
export const frenchVowelWords = set(
  'abandon absence accès accident accord accusation achat acte action activité adresse adversaire aéroport affaire afrique agence agent agression aide algérie allemagne alliance ambassade ambassadeur amérique ampleur analyse angleterre année appareil appel application approche appui arabie argent armée armement arme arrestation arrivée article artillerie aspect assassinat assaut assemblée association attaque attentat attention attitude auteur autorité autorités avancée avenir avion axe azawad ' +
    'eau école économie effet effort égard église égypte élection élections embuscade émir empire emploi encadrement enceinte engagement ennemi enquête enlèvement enseignement ensemble entente entrée entreprise envoi envoyé époque équipe équipement escalade espace espagne espoir essentiel établissement étape état étranger étude europe évacuation événement évolution examen excellence exécution exemple exercice exil existence expansion expérience explosion exploitation expression extérieur extrémisme extrême ' +
    'habitant habitants heure histoire hiver homme hommes hôpital hostilité humanité hydravion idée identité image immigration impact importance imprimerie impunité incident indépendance individu industrie influence information initiative insécurité installation institut institution instruction insurrection intégrité intelligence intensité intention intérêt intérieur intervention invasion irak iran islam isolement israël issue italie itinéraire ' +
    'objectif objet obligation observation occasion occident occupation océan offensive officier onu opération opérations opinion opposition ordre organisation organisations origine otage otages otan ouest ouganda outil ouverture ouvrage ukraine union unité unités université urgence usage usine utilisation',
);
