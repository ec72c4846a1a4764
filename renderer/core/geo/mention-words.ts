import { fold } from '#core/text/fold.ts';

/** Folded words, from a list parted by white space. */
function set(list: string): ReadonlySet<string> {
  return new Set(fold(list).split(/\s+/).filter(Boolean));
}

/** English and French words that begin sentences and are villages somewhere: never a place by themselves. */
export const commonWords = set(`
  the a an and or but nor for of on in at to by from with without into onto upon over under after before since until
  till while as if so yet than then there here this that these those it its he she his her him they them their we us our
  you your i me my who whom whose which what when where why how no not none all any some each every both few more most
  many much other another such same own only very too also just even still again ever never now once be been being am is
  are was were do does did done have has had will would shall should may might must can could one two three four five
  six seven eight nine ten first second third last next new old mr mrs ms dr sir
  le la les un une des du de et ou mais donc or ni car que qui quoi dont ou quand comme comment pourquoi si ne pas plus
  moins tres trop bien mal peu beaucoup tout toute tous toutes autre autres meme memes chaque quelque quelques plusieurs
  ce cet cette ces cela ca il elle on nous vous ils elles leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos
  je tu me te se moi toi lui eux en y au aux dans par pour sur sous avec sans vers chez entre contre depuis pendant avant
  apres selon malgre face ici la bas est sont etait ont avait sera fait etre avoir deux trois quatre cinq six sept huit
  neuf dix premier premiere dernier derniere nouveau nouvelle ainsi alors aussi encore deja jamais toujours souvent
  january february march april june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi
  mardi mercredi jeudi vendredi samedi dimanche
  save say mali's bare gone come going win tag form task table guide side site session day time center page home menu
  read photo video source logo age beta demo task name use tell see say told said mode pure
  sahel sahara maghreb afrique africa africain europe asie asia orient occident ouest est nord sud north south east west
  central centre center northern southern eastern western
  islam islamic state states etat etats republic republique union alliance front army armee force forces group groupe
  general colonel captain major capitaine president ministre minister chief chef imam cheikh sheikh emir el hadj
  allah dieu god saint sainte
  fulani peul peuls touareg touaregs tuareg tuaregs dogon dogons bambara songhai songhay hausa haoussa arab arabs arabe
  mossi gourmantche zarma djerma soninke bozo
`);

/** Words that stand beside a person's name. */
export const personParticles = set('al ag abu abou ben bin ibn ould wuld walet mr mrs ms dr mme m');

/** Given and family names common in the region that are villages too. */
export const personNames = set(`
  mohamed mohammed muhammad mahamadou mamadou amadou ahmed ahmadou ahmadu abdoulaye abdou abdourahamane abdul abu oumar
  omar umar ousmane ibrahim ibrahima issa moussa musa ali alioune aliou alhaji boubacar bakary sekou seydou souleymane
  salif saliou daouda idrissa ismael issoufou yacouba yaya youssouf hama hamma hamadoun hamidou haruna harouna hassan
  hassane hussein ousseini adama amara assimi bintou fatou fatoumata mariam aminata awa aissata kadiatou hawa
  traore diarra coulibaly keita toure cisse diallo sidibe sangare kone konate dembele doumbia kante camara sissoko fofana
  sow ba bah barry ouedraogo sawadogo kabore zongo compaore tapsoba nikiema zida sankara ilboudo maiga cisse tall dicko
  goita tiani bazoum issoufou tchiani ag aghali iyad koufa sanogo samake sacko berthe bagayoko diakite dolo guindo
  togo poudiougou tembely nasr wassim david anthony burkhardt jean marie pierre paul jacques
`);

/** Words that stand right before a place. */
export const placeCues = set(`
  in at near from to toward towards around between outside inside of off into reached reach left entering entered
  visited attacked seized captured retook took controls
  a à de d dans vers pres entre depuis jusqu jusque en autour par sur rejoint quitte atteint repris attaque
`);

/** Words for a kind of place, right before its name (“village of X”) or after it (“X region”). */
export const kindWords = {
  admin: set(
    'region regions province provinces cercle department departement district state county governorate commune communes territory',
  ),
  settlement: set(
    'town towns city village villages hamlet locality localities localite localites ville villes bourg camp airport aeroport market marche base quarter quartier neighbourhood neighborhood school',
  ),
} as const;

/** Words that join a kind and a name, and names among themselves. */
export const joiningWords = set('of the de du des la le les d l and et ou or a');

/** Function words that stick to names when a page is stripped of its markup. */
export const stickyWords: readonly string[] = [
  ...set('in on of the and to for from by at is was de du des la le les et en au aux par pour dans'),
].sort((a, b) => b.length - a.length);
