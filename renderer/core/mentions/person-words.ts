import { fold } from '#core/text/fold.ts';

/** Folded words, from a list parted by white space. */
function set(list: string): ReadonlySet<string> {
  return new Set(fold(list).split(/\s+/).filter(Boolean));
}

/** Ranks and forms of address: one name behind them is a person. */
export const ranks = set(`
  general colonel captain major lieutenant commander sergeant marshal brigadier corporal adjutant
  capitaine commandant sergent marechal caporal adjudant
  m mr mrs ms miss dr mme mlle monsieur madame professor prof professeur sheikh cheikh imam emir mullah
  father monsignor pere mgr sultan soldat soldier
`);

/**
 * A rank with what belongs to it between it and the name: “général de brigade”, “colonel de l’armée”, “soldat de première
 * classe”, “général danois”.
 */
export const rankApart =
  /(?<!\p{L})(?:général|colonel|lieutenant|capitaine|commandant|major|sergent|caporal|adjudant|soldat|commissaire|officier|general|captain|commander|sergeant)(?:[- ](?:colonel|major|chef))?[ \u00a0](?:de[ \u00a0](?:brigade|division|gendarmerie|police|réserve|corps[ \u00a0]d['’]armée|l['’]armée(?:[ \u00a0]de[ \u00a0](?:terre|l['’]air))?|(?:première|deuxième|1re|2e)[ \u00a0]classe)|(?:belge|russe|suisse|turc|\p{Ll}{2,}(?:ais|ien|ain|ois|and|ol|[éè])))[ \u00a0]$/iu;

/** What introduces a name that readers do not know. */
export const introducing =
  /(?<!\p{L})(?:une?[ \u00a0]certaine?|dénommée?|prénommée?|surnommée?|alias)[ \u00a0]["“«]?[ \u00a0]?$/iu;

/** Words before a name that make it a place. */
export const placeWords = set(`
  in at near to towards toward around between outside inside into from village town city commune region
  a vers pres entre autour ville village commune region quartier camp
`);

/** Words beside a usual name that make it the name of a place or a body: “Modibo Keïta Stadium”, “village of Hama Koulou”. */
export const calledAfter = set(`
  stade stadium hopital hospital rue street avenue boulevard aeroport airport lycee school ecole universite university
  place square fondation foundation institut institute village bridge pont
`);

/** Offices that lead a ministry: what is behind them with a capital may end its name (“de l’Intérieur”). */
export const ministries = set('ministre minister ministere ministry');

/** Words of bodies: “president of the African Development Bank” names nobody behind the office. */
export const bodyWords = set(`
  bank banque fund fonds commission council conseil agency agence committee comite authority autorite corporation
  company society societe assembly assemblee association federation union court cour bureau office institute institut
  programme program project projet plan summit forum board academy center centre group groupe sector service services
`);

/** Given names and family names that many people of the region have; with another name beside it, it is hardly a place. */
export const usualNames = set(`
  mohamed mohammed muhammad mahamadou mahamoudou mamadou mahamane amadou ahmed ahmadou ahmadu abdoulaye abdoul abdou
  abdourahamane abdelaziz aboubacar abubakar alassane oumar omar umar ousmane usman ibrahim ibrahima ibrahim issa moussa
  musa ali aliou alioune boubacar boubakar bakary sekou seydou souleymane salif salifou saliou daouda idrissa ismael
  issoufou yacouba yaya yahaya youssouf youssoufa hama hamma hamadoun hamidou harouna haruna hassan hassane hussein
  ousseini adama amara bintou fatou fatoumata mariam aminata aissata kadiatou hawa djibril cheick cheikh modibo tiemoko
  traore diarra coulibaly keita toure cisse diallo sidibe sangare kone konate dembele doumbia kante camara sissoko fofana
  ouedraogo sawadogo kabore zongo compaore tapsoba sankara ilboudo maiga dicko sanogo samake berthe bagayoko diakite
  guindo nikiema zerbo barry
`);

/** What people are: two names beside it are a person. */
export const roles = set(`
  president minister premier ambassador governor prefect mayor senator deputy spokesman spokeswoman spokesperson
  secretary director chairman chairwoman chair chief head leader founder coordinator commissioner envoy
  researcher analyst expert specialist journalist reporter correspondent writer author historian sociologist
  anthropologist economist lawyer activist photographer editor fighter caliph jihadist resident witness teacher
  nurse doctor officer diplomat scholar blogger influencer
  ministre ambassadeur ambassadrice gouverneur prefet maire senateur depute parole secretaire
  directeur directrice chef cheffe dirigeant dirigeante fondateur coordinateur coordinatrice commissaire envoye
  chercheur chercheuse analyste specialiste journaliste correspondant correspondante ecrivain auteur
  autrice historien historienne sociologue anthropologue economiste avocat avocate militant militante photographe
  redacteur calife temoin enseignant infirmier medecin officier diplomate
`);

/** Verbs of saying, behind a name or before it. */
export const saying = set(`
  said says told tells added adds explained explains warned warns argued argues noted notes stated states announced
  declared denied confirmed recalled recalls writes wrote analyzes analyses analysed analyzed estimates believes
  assured concluded
  dit declare explique ajoute affirme estime souligne precise rappelle indique analyse ecrit raconte confie
  avertit regrette note
`);

/** Words with a capital that are no name of a person, though they stand where one would. */
export const notPeople = set(`
  the a an and or of in on at by for from to with this that these those he she it they we his her their its our
  le la les un une des du de d l ce cet cette ces il elle ils elles nous vous son sa ses leur leurs
  according selon also aussi but mais if si after apres before avant when quand since depuis while as for pour
  later however meanwhile yet still even then now today yesterday tomorrow moreover instead thus therefore here there
  once only both many most some all no not what who why how where because although though despite during among
  ensuite puis alors ainsi cependant toutefois pourtant hier aujourd hui enfin ici tous toutes certains plusieurs quand
  comment qui que quoi ou parce bien malgre durant parmi lors dans sur sous par pour avec sans chez
  january february march april may june july august september october november december
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
  north south east west northern southern eastern western central nord sud est ouest centre
  state states etat etats islamic islamique army armee armed arme armees force forces group groupe front movement
  mouvement ministry ministere party parti union council conseil court cour university universite institute institut
  agency agence radio television news press presse times post media watch human rights international national
  republic republique kingdom government gouvernement defence defense security securite interior interieur affairs
  affaires foreign etrangeres communication communications justice finances economie sante education mines energie
  agriculture transports commerce administration territoriale reconciliation health information trade
  region province cercle district city ville village town river lake mount mission office bureau center organisation
  organization association foundation committee comite alliance coalition community communaute economic support
  african africa afrique sahel sahara maghreb middle great greater
  mali malian malien malienne niger nigerien nigerienne nigeria nigerian burkina faso burkinabe france french francais
  russia russian russe russes algeria algerian algerie algerien chad tchad libya libye mauritania senegal togo benin
  ghana american america british united nations unies europe european europeenne chinese china iraq syria
  twitter facebook telegram whatsapp youtube x reuters afp getty images photo video copyright
  private read lire also voir see share partager advertisement publicite subscribe newsletter
`);

/** Small words within names. */
export const particles = set('ag al el abu abou ben bin ibn ould wuld walet de du da von van der bint');

/** Small words that stand between somebody’s name and that of the father. */
export const sonOf = set('ag ould wuld ibn ben bint walet');
