import { formsOf, LOS } from './werkwoord.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Words of grammar: whatever the question is, they are in it. */
const GRAMMATICA = `de het een t n m s z d r en of maar want dus noch omdat doordat zodat terwijl hoewel indien mits tenzij zodra zolang
  van voor in op met naar bij om te aan uit door over als tot na onder tussen via per tegen zonder binnen buiten vanuit vanaf vanwege
  wegens volgens sinds sedert tijdens langs rond rondom omtrent betreffende aangaande inzake ondanks dankzij behalve naast achter boven
  beneden jegens ter ten tezake ivm mbt tbv tav obv nav mn bv bijv evt ca dmv icm ipv wb vd vh vh vdr
  zich er dan die dat deze dit daar hier ginds ergens nergens overal zo zulke zulk dergelijke dezelfde hetzelfde zelf zelfs
  ik je jij jou jouw u uw wij we ons onze ze zij hun hen hij hem haar zijn zn mij me mijn m'n iets iemand niets niks niemand men
  ieder iedere iedereen elk elke alle al alles allemaal allen beide beiden enkele anderen enige sommige meerdere verschillende diverse
  wie wat waar welke welk wanneer wnr waarom hoe hoezo waarvan waarvoor waarmee waarbij waarop waarin waaraan waarover waarlangs waardoor
  waaruit waarom waartoe waaronder wiens
  daarvan daarvoor daarmee daarbij daarop daarin daaraan daarover daardoor daaruit daarom daarna daartoe daarnaast
  hiervan hiervoor hiermee hierbij hierop hierin hieraan hierover hierdoor hierna hiernaast
  ervan ervoor ermee erbij erop erin eraan erover erdoor eruit erom erna ernaar ertoe erachter eronder ertussen
  niet geen wel ook nog al dan toch maar eens even nu nou zo heel erg zeer te ja nee neen he hoor
  ben bent is zijn was waren geweest wees word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad
  kan kun kunt kunnen kon konden gekund mag mogen mocht mochten moet moeten moest moesten zal zul zult zullen zou zouden wil wilt willen
  wilde wilden wou hoef hoeft hoeven hoefde ga gaat gaan ging gingen gegaan laat laten liet lieten gelaten ist isser
  zoal telkens alsook evenals oftewel ofwel danwel echter evenwel immers namelijk overigens tevens bovendien eveneens`;

/** How people begin and end, and how they ask. */
const BELEEFDHEID = `alsjeblieft alstublieft aub svp ajb bedankt dank dankjewel dankuwel thanks merci groet groeten groetjes mvg hallo hoi hey hee hi hai moi
  ha hé yo dag beste geachte heer mevrouw meneer dames heren goedemorgen goedemiddag goedenavond goedendag morgen middag doebot bot alvast
  graag gaarne vriendelijk vriendelijke hartelijk hartelijke hoogachtend svp please collega collegas ok oke prima top
  benieuwd belangstelling verzoek vraag vragen vraagje vroeg gevraagd`;

/** What any question about an actie is about: the words of the forms themselves. */
const VORM = `actie acties aktie akties actiepunt actiepunten actielijst doeagenda agenda punt punten onderwerp onderwerpen nummer nummers nr nrs
  staat staan stond sta status statussen stand stavaza zaken ver gevorderd voortgang vooruitgang verloop verloopt vordering vorderingen stadium fase
  loopt lopen lopende liep liepen trekker trekkers trekt trek trekken getrokken trekkersrol trekkerschap verantwoordelijk verantwoordelijke
  verantwoordelijken eigenaar eigenaren hoeveel hvl aantal aantallen totaal totale stuks
  thema themas pijler pijlers organisatie organisaties partij partijen persoon contactpersoon aanspreekpunt doelgroep doelgroepen bereik bron
  toelichting beschrijving omschrijving inhoud titel naam doen doet doe deed deden gedaan gebeurt gebeuren gebeurd gebeurde klaar gereed
  vertraagd vertraging afgerond gestopt gestart update updates nieuws nieuw laatste lijst lijstje overzicht overzichtje info informatie
  kosten kost financiering gefinancierd budget project projecten initiatief initiatieven kader gebied zaak ding dingen volgende vorige
  datum week maand kwartaal tijd jaar`;

/** Verbs of any sentence, each in all its forms. */
const WERKWOORDEN = `vragen weten zeggen vertellen melden mededelen meedelen berichten informeren aangeven doorgeven opgeven geven tonen sturen
  zoeken opzoeken uitzoeken nakijken bekijken kijken horen lezen zien inzien nagaan toelichten uitleggen beantwoorden antwoorden reageren
  vernemen ontvangen krijgen nemen halen brengen leggen liggen zitten zetten stellen houden blijven lijken schijnen heten noemen vinden
  denken menen geloven hopen verwachten begrijpen snappen kennen herinneren onthouden vergeten bedoelen betekenen
  beginnen starten opstarten stoppen eindigen afronden vorderen gebeuren spelen lopen verlopen draaien werken doen maken aanmaken
  regelen verzorgen leiden trekken organiseren uitvoeren voeren pakken oppakken aanpakken inpakken opzetten bezighouden
  betrekken deelnemen meedoen meewerken meekijken helpen bijdragen dienen gebruiken inzetten toepassen
  betreffen gaan komen bijkomen binnenkomen terugkomen uitkomen rondkomen vallen hangen horen behoren bestaan bevatten omvatten tellen rekenen
  treden optreden vormen betalen bekostigen financieren kosten dekken hebben
  opleveren leveren aanleveren afleveren inleveren bijwerken updaten invullen aanvullen afmaken veranderen wijzigen aanpassen
  doorvoeren plannen inplannen afspreken bespreken spreken praten bijpraten overleggen voorleggen bijwonen
  lukken slagen schieten opschieten vlotten stagneren haperen wachten uitblijven verrichten voordoen opvragen antwoorden toesturen duren volgen opvolgen voortzetten doorgaan doorlopen
  behalen bereiken realiseren ontwikkelen uitbreiden verbeteren versterken vergroten verhogen verlagen verkleinen stimuleren bevorderen
  creeren ondersteunen begeleiden benaderen bieden aanbieden richten inrichten oprichten opbouwen verbinden koppelen gericht
  proberen uitproberen zorgen hoeven durven mogen kiezen beslissen besluiten bepalen vaststellen
  schrijven staan treffen aantreffen hanteren beschikken benutten belanden raken vertrekken kwijtraken verliezen winnen lijden
  instromen uitstromen doorstromen opbouwen wonen leven groeien vullen openen sluiten
  klinken kloppen merken opmerken letten schelen uitmaken missen ontbreken nodigen uitnodigen verwerken noteren vermelden opnemen inlichten
  overzien verstrekken verschaffen delen rapporteren terugkoppelen navragen vergaderen kunnen fungeren vervullen`;

/** Forms of strong verbs, which no rule makes. */
const STERKE_VORMEN = `wist wisten geweten zei zeiden gezegd gaf gaven gegeven doorgegeven opgegeven aangegeven zocht zochten gezocht opgezocht uitgezocht
  bekeek keek keken gekeken bekeken zag zagen gezien nagegaan vernam vernomen kreeg kregen gekregen nam namen genomen ingenomen opgenomen deelgenomen
  bracht brachten gebracht lag lagen gelegen zat zaten gezeten gelegd bleef bleven gebleven leek geleken scheen heette geheten vond vonden gevonden
  dacht dachten gedacht begreep begrepen kende vergat vergeten begon begonnen begint verliep verlopen hield hielden gehouden bezig
  trok trokken getrokken betrok betrokken hielp geholpen droeg bijgedragen komt kom kwam kwamen gekomen uitgekomen terechtgekomen terecht
  viel vielen gevallen hing hingen gehangen bestond bestonden treed optreedt trad optrad opgetreden
  sprak spraken gesproken besproken afgesproken schreef geschreven bood geboden aangeboden koos kozen gekozen besloot besloten liep gelopen
  trof troffen getroffen verloor verloren won wonnen gewonnen ontving ontvangen liet bericht genoemd genoemde geheel doorgaat ga doorgegaan
  sloot gesloten verstrekt deelt meegedeeld medegedeeld bereid bedoeld gewerkt gemaakt zend zenden gezonden toegezonden
  zit ligt doorkomt kost voldaan gedaan meegenomen afgenomen toegenomen toeneemt deelneemt neemt treft betreft`;

/** How, how much, when and where: adverbs and adjectives that any noun can have. */
const BIJWOORDEN = `eigenlijk precies misschien toevallig mogelijk waarschijnlijk zeker vast echt werkelijk inderdaad natuurlijk gewoon gelukkig helaas jammer
  ongeveer circa bijna haast nauwelijks amper slechts alleen enkel vooral voornamelijk hoofdzakelijk juist helemaal volledig gedeeltelijk deels half
  inmiddels eenmaal ondertussen momenteel moment thans tegenwoordig nu straks zometeen zojuist net pas onlangs recent recente recentelijk laatst eerder
  later vroeg vroege vroeger spoedig binnenkort gauw snel snelle ooit nooit altijd vaak soms steeds weer opnieuw alweer telkens meestal
  vandaag gisteren eergisteren morgen overmorgen vanmorgen vanochtend vanmiddag vanavond vannacht dagelijks wekelijks maandelijks
  afgelopen komend komende aankomend aankomende aanstaande huidig huidige actueel actuele vorig laatstgenoemde eerste tweede derde
  verder verdere vooruit achteruit terug heen weg thuis samen gezamenlijk apart tegelijk vervolgens eerst uiteindelijk tenslotte kortom
  veel meer meest meeste minder minst weinig genoeg voldoende onvoldoende extra paar beetje stuk hoop boel wat aantal flink
  groot grote grotere groter klein kleine kleinere goed goede beter betere best slecht slechte nieuw nieuwe nieuwere oud oude ander andere anders
  lang lange langer kort korte korter hoog hoge hoger laag lage vol leeg open zwaar zware licht lichte moeilijk moeilijke makkelijk makkelijke
  leuk leuke mooi mooie belangrijk belangrijke nodig nodige juiste verkeerde eigen gezamenlijke algemeen algemene specifiek specifieke concreet concrete
  bekend bekende duidelijk duidelijke blijkbaar kennelijk gaande gepland geplande bepaald bepaalde betrokken beschikbaar beschikbare kwijt
  actief actieve inhoudelijk inhoudelijke globaal grof kort bondig uitgebreid uitvoerig gedetailleerd serieus rechtstreeks direct
  dichtbij ver hoever hoelang hoezeer onderhand intussen vooralsnog tot nog toe toe mede samen mee tegenover jullie aldaar enzovoort etc
  mogelijke onmogelijk verkrijgbaar zichtbaar inmiddels dusver zover sneller langzaam traag klaarblijkelijk nogal tamelijk redelijk behoorlijk
  minstens hoogstens maximaal minimaal ten slotte totdat nogmaals kun zodanig ondanks onderling onderlinge zogenaamde zogeheten`;

/** Nouns that say nothing about what an actie is about. */
const ALGEMEEN = `manier manieren wijze wijzen soort soorten vorm vormen deel delen onderdeel onderdelen geval gevallen kant kanten plek plekken plaats plaatsen
  kans keer keren reden redenen gevolg resultaat resultaten effect uitkomst uitkomsten doel doelen doelstelling plan plannen planning tijdlijn
  stap stappen probleem problemen oplossing kwestie situatie positie ontwikkeling ontwikkelingen verandering wijziging idee ideeen
  mensen mens persoon personen iemand groep groepen team teams kern rol taak taken werkzaamheden traject
  rekening hoede hand handen bord bordje kar roer zet aanzet streep rails slag loop gang beweging poten papier tafel
  detail details antwoord antwoorden bericht berichten reactie gesprek gesprekken stukken stuk besprekingen
  bespreking raad college wethouder wethouders portefeuillehouder bestuur bestuurder
  bestuurders directie overleg overleggen vergadering vergaderingen bijeenkomst heden einde eind begin midden begin rest
  kader gebied opzicht verband betrekking behoeve aanleiding hoogte voorkeur grond basis naam titel aandacht belang nut invulling uitwerking
  uitvoering inzet aanpak activiteit activiteiten inspanning inspanningen maatregel maatregelen programma voornemen opdracht
  regio arbeidsmarktregio regionaal regionale lokaal lokale gemeentelijk gemeentelijke bestuurlijk bestuurlijke ambtelijk ambtelijke`;

/** What people need an answer for. */
const AANLEIDING = `begroting begrotingsbespreking jaarverslag jaarrapportage kwartaalrapportage verslag rapportage voortgangsrapportage stuurgroep werkgroep
  memo notitie presentatie raadsvergadering raadsbrief collegebrief raadsvraag persbericht nieuwsbrief voorbereiding dossier archief website`;

/** Words that say nothing about which actie is meant. */
const STIL = new Set(words(`${GRAMMATICA} ${BELEEFDHEID} ${VORM}`.replaceAll("'", '')));

const WERKWOORDSVORMEN = new Set([...words(STERKE_VORMEN), ...words(WERKWOORDEN).flatMap(formsOf)]);
const AANLEIDINGEN = new Set(words(AANLEIDING));
const NAAMWOORDEN = new Set([...words(`${BIJWOORDEN} ${ALGEMEEN}`), ...AANLEIDINGEN]);

const VRAAGTAAL = new Set(words(`${GRAMMATICA} ${BELEEFDHEID}`.replaceAll("'", '')));

/** A word of grammar or of asking: it says nothing at all. */
export const isVraagtaal = (woord: string): boolean => VRAAGTAAL.has(woord);

/** What somebody asks for, not what about. */
export const isAanleiding = (woord: string): boolean => AANLEIDINGEN.has(woord);

export const isStil = (woord: string): boolean => STIL.has(woord);

/** A word of any text: found in an actie it helps a little, not found it means little. */
export function isGewoon(woord: string): boolean {
  if (NAAMWOORDEN.has(woord) || WERKWOORDSVORMEN.has(woord)) return true;
  const kaal = woord.replace(LOS, '');
  return kaal.length >= 4 && kaal !== woord && (WERKWOORDSVORMEN.has(kaal) || STIL.has(kaal));
}
