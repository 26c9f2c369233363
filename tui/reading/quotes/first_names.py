"""Which first names, and endings of surnames, are a man's and which a woman's, as far as that is the same everywhere.

Names that are a man's in one country and a woman's in another (Andrea, Jean, Kim, Sasha, Nikita) are in no list.
Spelled without accents, as they are looked up.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tui.reading.quotes.word_classes import word_set

_MEN = word_set("""
    aaron abbas abdallah abdel abdou abdoulaye abdramane abdul abdulaziz abdulla abdullah abdulrahman abebe abel
    abiola abraham adam ade adebayo adel adil adnan adolfo adrian adrien afonso agron ahmad ahmed ahmet aibek aidar
    akaki akbar akhmed akin akira alain alan albert alberto albin aldo alejandro aleksandar aleksander aleksandr
    aleksei alessandro alexander alexandre alexandros alexei alfie alfonso alfred alfredo algirdas ali aliaksandr
    alistair aliyu allan alois altan alvaro amadou amadu amar ambrose amir amit amos amr anand anatole anatoly anders
    andoni andreas andrei andrej andres andrew andrey andrii andris andriy andrzej angelo angus anil antal ante
    anthony antoine anton antonio antonis apostolos arben archie ardit arief arif aristide arkady arlindo arman armand
    armando armen arnaud arne arnold arsen artem arthur artur arturo arun arvid arvydas asad ashok ashot asif askar
    aslan assane atanas atef athanasios attila august augusto aurelien aurelio avi axel ayman aymen azamat aziz babak
    bahman bahram bakir baltasar baptiste barack barnabas barry bartolome bartosz bashar bashir basil batbold behnam
    behrouz benedikt benito benjamin benny berik bernard bernardo bernd bernhard bernie besik bilal bill billy birger
    bjarne bjorn blagoj blaise bob bobby bogdan bohdan bojan bolat boniface boris borislav boubacar brad branislav
    branko brett brian brice bruce bruno bryan bujar bulent burak calin carl carlo carlos celestin cem cesar cesare
    chad chaim charles charlie cheikh chidi chinedu christian christoph christophe christopher chuck chukwuemeka cihan
    claude clemens clement clifton clint cody colin constantin corey cornelius cosmin costas craig csaba curtis cyril
    cyrille dag dale damien damir dan danial daniel daniil danilo danny dario dariusz darko darren darryl daulet david
    davide davit dawit dean deepak dejan dembele denis dennis denys derek desmond dick didier diego dieter dieudonne
    dilshad dimitar dimitri dimitris dinesh dino dirar dirk djibril dmitri dmitrii dmitry dmytro domingo dominik don
    donald doron doug douglas dragan drew dritan duane duarte duc duncan dusan dustin dwight eamon earl ebenezer
    ebrahim eddie edgar edgars edmund eduard eduardo edward edwin eelis efrain egor einar eino elchin eldar eli elias
    elijah elliott elmar elmer emanuel emeka emil emilio emmanuel emmerson endre eneko enoch enrico enrique enver
    erasmus ercan erdem eric erich erik erlan ernest ernesto ernst eskil esteban ethan etienne eugen eugene evagoras
    evangelos evgeny ezekiel fabian fabio fabrice fahad faisal farhad farid faris farouk fathi fatmir fatos fedor
    felipe felix femi ferdi ferdinand ferenc ferit fermin fernando fiachra fidel filip finn finnur fintan firas
    florian florin floyd folke francesco francis francois frank franz fred freddie frederic frederik fredrik friedrich
    fuad fyodor gabor gabriel gaetan gajendra gareth garfield garrett gary gaston gaurav gavin gebre geir gela gennadi
    gennady geoffrey georg george georges georgi georgios gerald gerard gergo gerhard gerrit gerry gheorghe giacomo
    gianluca gianluigi gianni gideon gilbert giles gilles gintautas giorgi giorgio giovanni gitanas giuseppe gjergj
    gleb glenn godfrey goncalo goran gordon gorka graham grant greg gregor gregory grigory grzegorz guido guillaume
    guillermo gulbuddin gunnar gunther gustav gustavo guy gyorgy haavard habib hadi haitham hakan hakon hal halil
    halim halvard hamad hamed hamid hamish hamza hank hannes hans harald harish harlan harold harri harry haruki
    haruto harvey hasan hasib hassan haukur hector heikki heinrich heinz helmut hennadii henning henri henrik henrique
    henry herbert heribert herman hermann hidayat hideki hilario hiroki hiroshi hisham hishamuddin holger horacio
    horst hossein howard hubert hugh hugo hugues hulusi hussein hyun-woo ian ibou ibrahim idris idriss ignacio
    ignatius igor ihor iker ilham ilia ilias ilir illia ilya imad imran imre inaki indrek ingolfur ingvar innokenty
    ioannis ion isa isaac ishaan ishmael iskander ismael ismail ismet istvan itamar ivan ivica ivo iztok jaap jabulani
    jack jacob jacques jaime jakob jakub jamal james jamil jan janez janis janos jarek jaroslav jaroslaw jason jasper
    javad javid javier jean-baptiste jean-claude jean-luc jean-marie jean-paul jean-pierre jeb jeff jeffrey jens
    jeremiah jeremy jerome jerry jerzy jesper jesus jim jimmy jin-woo jiri joachim joao joaquin joe joel joey johan
    johann johannes john johnny jon jonah jonas jonathan jonathon joost jordi jorge joris jose josef joseph josh
    joshua josias josip josphat jovan juan juan-carlos juha jukka julian julien julio junaid jurgen juri jussi justin
    kaarel kalle kalman kamal kamil karel karim karl karol karsten kasim kaspar kaupo kazem kazimierz kazuo keir keith
    kelechi ken kenan kenji kenneth kenny kestas kestutis kevin khaled khalid khalifa khamis kirill kjell klaas klaus
    knut kofi kojo konrad konstantin konstantinas konstantinos kostas kristian kristjan krunoslav krzysztof kuanysh
    kurt kwabena kwaku kwame kwasi kyle kyriakos lachlan ladislao ladislav laith lajos lamine lance larry lars lasse
    laszlo laurent lauri lazar leandro lefteris leif len lennart leo leon leonard leonid leopold leroy leszek lev
    levan liam linas lionel livio ljubomir lloyd lonnie lorcan lorenz lorenzo lothar louis lubomir luc luca lucas
    lucian lucio ludwig luigi luis luiz luka lukas luther lutz lyndon maciej madi magnus magomed mahamat maher mahmoud
    mahmud maik majid makoto maksim maksym malcolm mamadou manny manoj mansour mansur manuel manvel marat marc marcel
    marcelo marcin marcio marco marcos marcus marek mario marios marius mark marko markus marouan mart marten martin
    martti marwan masud matej mateusz mathias mathieu mathis matias mats matt matteo matthew matthias matti
    matus maurice mauricio maurizio mauro max maxim maximilian maxwell mbaye mehdi mehmet melvin memet mert michael
    michail michal michel miguel mihai mihail mihaly mikael mike mikhael mikhail mikko mikola milan miles milorad
    milos milton miodrag mircea mirko miroslav mirza mitch mitja mitt mladen mohamed mohammad mohammed mohan mohd
    mohsen mohsin moises mordechai moritz morris morten moshe moussa mubarak mugur muhammad mukhtar murad murat
    murtaza musa mustafa mutaz mykhailo mykola myron nabil nadir naftali nasser nate nathan nathanael nathaniel naveed
    nawaf neal ned neil nelson nenad nestor newt ngozika niall nicholaos nicholas nick nicola nicolas nicos niels
    nigel nikhil nikol nikola nikolai nikolaos nikolas nikolay nils ninoslav noah noam nodar norbert norman nuno
    nurettin nuri nurlan obinna octavio oded ognjen olaf olav oleg oleh oleksandr oleksi oleksii oleksiy oliver
    olivier oliviero olli ollie olof olumide omar omari omer onur oren orest orhan osama oscar oskar osman ostap
    osvaldo otakar ottavio otto oumar ousmane ousseynou owen paal pablo panagiotis pascal pascoal patrice patricio
    patrick paul paulo pavao pavel pavle pavlo pavlos pawel pedro pekka pello per percy perry petar pete peter petr
    petro petros petru petter petteri phil philemon philip philipp philippe pierluigi pierre pieter pio piotr plamen
    pranav predrag prokopis putra qasem qiang qusay radek radomir rados radoslaw radovan rafael rafal rafiq rahim
    rahul raj rajesh rajiv rajvardhan rakesh ralf ralph ramadan rami ramon ramzan rand randall rangi rashid rasmus
    rauf raul ravi rawad ray raymond raymundo recep reg reinhard reinhold remy renaud rene reza rezaul rhys ricardo
    richard rick rigoberto rinat risto ritchie rizwan rob robert roberto rod roderich rodrigo rogelio roger roland
    rolf romain roman ron ronald ronan ronnie ross rostislav roy ruben rudi rudolf rudy rui rupert ruslan russ russell
    ryan saad sabri sachin sadiq sadyr said sakari saleh salih salim salman saltanbek salvador sami samir samson
    samuel sandor sandro sanjay santiago sardar sarwar satoshi sattar saul scott sean sebastian sefa seiichi selim
    serge sergei sergey sergio serhii serhiy serkan seth shahid shamil shane sharif shinzo shlomo sibusiso sid sigmar
    sigurd silas silvester silvio simeon simon sindre siyabonga slobodan snorri sokol solomon soren sotiris spencer
    stamen stan stanimir stanislav stanislaw stanley stavros stefan stefano stefanos stepan stephane stephen stevan
    steve steven stew stig stipe stuart suleiman sulejman sunil suresh svein sven sverre szymon tadas tadeusz taha
    tahir taj takeshi takumi talal tamas tamim tancredi tapio taras tarek tareq tarik tariku tariq tatsuya taylan
    tayyip ted teemu temur tendai teodor terence teun tevita thabo thaddeus thanos theo theodor theodore theodoros
    thibault thierry thomas thorsten tibo tibor tigran tim timo timothy timur tobias todd todor tom tomas tomasz
    tomislav tommaso tommy tonis tony toomas torsten torsti toshiro travis trent trey tristan trond trygve tsvetan
    tucker tudor ture tyler tyrone tzvi udi udo uldis ulf ulises ulrich umar umaru umberto uri urmas uros urs uwe
    vaclav vadim vadym vahram valdis valentin valeriy valter vasco vasil vasile vasily vaso vassil vassilis veit veli
    ventsislav vernon vic vidar vijay vikram viktor viktors vilem ville vince vincent vincenzo vinko virgil vishal
    vitali vitalii vitaly vito vittorio vlad vladimir vladislav vlado vojislav vojtech volker volodimir volodymyr
    vsevolod vusi vyacheslav waldemar walid walt walter wasim wayne wendell werner wes wiktor wilbert wilbur wilfried
    wilhelm willem william willy wim winston wladyslaw wojciech wolfgang xabier xavier yahya yair yannick yannis
    yaroslav yasir yasser yaw yehuda yekuno yerlan yevgeni yevgeny yevhen yitzhak yoav yoshihiro yossi yousef youssef
    youssouf yukio yunus yuri yuriy yusif yusuf yves yvon zach zack zahid zakaria zaki zaur zaven zbigniew zbyslaw
    zdenek zdravko zeljko zenon zhaslan zia zlatko zoltan zoran zsolt zurab zviad
""")
_WOMEN = word_set("""
    abeba abena abigail ada adaeze adanna adela adelaide adele adelina adetutu adriana adwoa agata agathe agathi agnes
    agnesa agnieszka aida aigerim aigul aiko aila aileen aine aino ainur aisha aishwarya aisling aiste aiyana ajda
    akiko akosua alanna alba albina aleida alejandra aleksandra alena alessandra alexandra alexandria alexia alia
    alice alicia alina aline alisa alisha alison allegra allison alma alona amaka amal amalia amanda amara amarachi
    amaya ambra amelia amelie amina aminata amira amna amneh amparo amy ana anabela anahit anahita anais anan ananya
    anastasia anastasija anat anca anda andrijana aneta anete anette anfisa angela angelica angeliki angelina angeline
    anguelina anita anja anke ann anna annalena anne annegret anneke anneli annelies anneliese annelise annelore
    annette annika annukka anouk antje antoinette antonella antonia antonina anu anush anya aoife apolonia araceli
    arancha areti ariadne arianna arlene armine arwa asel ashanti ashley asli asma asmaa assumpta asta astrid asya
    athena athina audrey aurelie aurora austeja avril ayanna ayesha aylin aynur ayse aysegul ayumi azadeh azra bahar
    bahareh baiba banu barbara barbra batya beata beate beatrice beatrix beatriz becky begona belen belinda bella
    benazir benedetta benedicte benita berenice berit berna bernadette bernardine bertha beth betsy bettina betty
    bhavna bianca biljana binta bintou birgit birgitta birtukan bjork blanca blanka blerta bodil bogdana bojana bonnie
    borka bosede bozena branka brenda bridget brigid brigitte brita britta bronagh bronte bronwyn bruna caitlin
    caitriona camelia camila camilla candelaria candice caoimhe carina carla carlotta carme carmen carol carole
    carolina caroline caron cassandra catalina catarina caterina catherine cathy catriona cecile cecilia cecily
    celeste celia celine chantal chantel charlene charlotte charmaine cheryl chiamaka chiara chika chimamanda chinwe
    chipo chloe christa christiane christina christine chrysa ciara cindy cinzia claire clara clarice clarissa claudia
    claudine clelia clementine clotilde colette conceicao concepcion conchita connie constance constanza consuelo
    coraline coretta cori corinna corinne cornelia cosima cristina cynthia dagmar daina dalia dana danai danica
    daniela danielle danijela danuta daphne dariga darina darya davina debbie deborah debra deepika deirdre delfina
    delia delphine demet denise derya desiree despina dhara diana diane dianne dilek dilma dilnoza dina dinara ditte
    dolly dolores dominika donatella donna dora doris dorota dorothea dorothy dorte dorthe dragana dragica dubravka
    dunja dushka ebba ebru edita edith editha edna edyta efthymia efua eglantine egle eileen eilidh eimear eirini
    eirlys ekaterina ela elaheh elaine eldina elena eleni eleonora elfriede elham elif elina elisa elisabet elisabeth
    elisabetta elise elissa eliza elizabeth elizaveta elke ella ellen ellie ellinor elma elodia elodie eloisa eloise
    elpida elsa elsbeth elsie elspeth elvira elzbieta ema emanuela emel emese emilia emily emina emine emma emmanuelle
    emmi emmy ene eniko enrica ericka erika erin erna ernestine erzsebet esi esma esperanza esra estefania estela
    estelle estera esther eszter eteri etsuko eudora eugenia eulalia euphemia eva evangelia evelina eveline evelyn
    evgenia ewa ewelina ezgi fabienne fadumo faith faiza fanny farah farida farrah farzana fatemah fatemeh fatima
    fatimata fatime fatma fatmire fatou faustina felicia felicity feride fernanda fikile fikriye filippa filiz
    filomena fiona fiorella flavia fleur flora flore florence florentina fotini franca frances francesca francine
    francisca francoise franziska freja freya frida frieda friederike fumiko funda gabriela gabriele gabriella
    gabrielle gail galia galina gayane genevieve genoveva georgette georgia georgina geraldina geraldine gerda
    germaine gertrud gesine ghada ghislaine gianna gillian gina giorgia giovanna gisela giselle gita gitte giulia
    giuliana glenda glenys gloria golda gordana graca grace graciela grainne grazyna greta gretchen gro gudrun
    guglielmina guida gul gulbahar gulnara gulsum gunilla gunvor gwen gyorgyi habiba hadas hadiza hafsa hailey hajar
    hala halima halina hamida hamidah hana hanan hanna hannah hanne hanneke hannelie hannelore harriet harumi hasmik
    hasna hatice hawa hayat hazal heather heba hedda hedvig heide heidi heidrun heike helen helena helene helga heli
    hella helle hend hermina hermine hessa hiba hilary hilda hilde hildegard hildur hillary hind hiroko hoda holly
    honorine hortense houda huda hulda iben ida ifeoma ikram ilana ilaria ildiko ilektra ilhan ilinca ilka ilona ilse
    iman imani imelda immaculee imogen ina indira indre ines inese inga inge ingeborg ingrid inguna ingvild ioana
    iolanda ioulia iphigenia irem irena irene irenka irina iris irma irmgard isabel isabella isabelle isaura isha
    ishani isolde itziar iulia ivana ivanka ivanna iveta ivona ivy iwana iwona izabela izumi jacinda jackie jacqueline
    jacqui jadranka jadwiga jael jaleh jana jane janelle janet janice janie janina janneke jarmila jasmin jasmine
    jasna jayne jeanette jeanne jelena jelka jemima jennifer jenny jessica jessie jill jitka joan joana joanna joanne
    jocasta jocelyn jodie johanna jola jolanta jolene joni jorunn josefa josefina josephine josette josie jovana joy
    joyce juana judite judith judy julia juliana julie julieta juliette jumana jurgita justina justyna jutta kadri
    kaia kaja kalina kalliopi kamala kaori karen karima karin karla karmen karolina katalin katarina kate katerina
    kateryna katharina katharine katherine kathie kathleen kathrin kathrine kathryn kathy katia katie katinka katja
    katri katrin katrina katya kavita kayla kayo keiko kellyanne kendra kersti kerstin ketevan khadija khadijah khatia
    kiersten kimberley kimberly kinga kira kirsten kirsti kirstjen kitty kjersti klara klaudia klava konstancja
    konstantia kornelia kremena kristalina kristen kristi kristiina kristin kristina krystal krystyna ksenia kumiko
    kyoko laila laima laimdota lakshmi lali lamia lana lara larissa larysa latifa latoya lauma laura laure lauren
    lavinia layla lea leah leda leena leila lejla lena leocadia leonie leonor leonora leontine lesia lesya leticia lia
    lida liddy lidia lieke liesbeth liesl ligaya ligia liisa lila lilia lilian liliana lilit lilith lilja lilla lily
    lina linda lindiwe linnea liora lisa lisbet lisbeth lise lisette liudmila liudvika liv liva livia liz liza
    ljiljana ljubica lola lorena loreta loretta lori lorna loubna louisa louise lourdes lovisa luba lubna lucia
    luciana lucie lucilla lucille lucinda lucrecia lucy ludivine ludmila ludmilla ludovica luisa luise lujain lupe luz
    lydia lynda lynn lynne lyra lyudmila mabel macarena maddalena madeleine madeline madiha madina mafalda magali
    magda magdalena magdalini maggie magnolia maha mahnaz maia maiara maija mairead maite maja makbule malak malala
    malgorzata malika malin malina mamta manal manana mandisa mandy manon manuela mara marcela marcelina marcella
    marcia marcy mareike maren margaret margareta margarete margarethe margarida margarita margaux margherita margie
    margit margo margot margrethe margriet marguerite maria mariam mariamne mariana marianna marianne maribel marie
    marieke mariella marielle marija marijana mariko marilia marilyn marina marine marinela marion marisa marisol
    marit marita mariya marjan marjatta marjolein marjorie marketa marlena marlene marloes marsha marta martha marthe
    martina martine mary maryam maryna marzena masha masooma mathilda mathilde matilda matilde maud maura maureen
    mavis maxine maya mayra mbali medea meera megan meghan megumi megyn mehri mehrnaz meike melania melanie melaniya
    melek melina melinda melissa mercedes mercy meredith meret meriem merike merja merve meryem meseret mette mia
    michaela michele michelle michiko mihaela mikaela mila milda milena milica millicent mina mindy mirabelle miranda
    mirela miriam mirjam mirlande miroslava mirta missy mitra miyuki moira mojca mollie molly mona monica monika
    monique montserrat morag mounira muna munira muriel murielle myra myriam myrsini myrto nabila nada nadezda
    nadezhda nadia nadine nadira nadja naeema nafisa naila najat naledi nan nana nancy nanette naomi narges nasreen
    nasrin natacha natalia natalie natalya natasha nathalie natia nawal nazanin neda neelam neema nefertari neha nela
    nelly neringa nerys nesrin nevena nevin niamh nicole nicoletta nidhi nigar nighat nikki niloofar nilufar nilufer
    nimco nina ninon nisha njeri nobuhle noemi noemie nomsa nonna nora noreen norma noura nuala nuray nurgul nuria
    nyasha oana octavia odalys oddny odette odile odilia ofelia ohanna oksana oksanna olena olesya olga olha olimpia
    olivia oluremi olwen olympia omotola ona ophelia orla orly ornella ottilie ottoline oya oyuntsetseg ozlem paloma
    pam pamela paola parisa parvaneh parveen pascale patricia patrycja patty paula pauliina paulina pauline pegah
    peggie peggy pelagia penelope penny perpetua perpetue petra petrina petronella petya philippa phoebe phumzile
    phyllis pia piia pilar pippa piritta polina polly pooja poppy prisca priscilla priya priyanka prossy queenie quynh
    rabia rachel rachida radka raffaella ragna ragnhild rahel rahma raija raina raisa raluca ramona rana randa rania
    raquel rasa rasha rashida ratna rayna rebecca reem reet regina regine reham reiko remedios renata renate renee
    rhiannon rhonda ria ricarda rigoberta riikka riina riitta rima rina rita roberta rocio rodica rokhaya romina ronja
    roos rosa rosalba rosalia rosalie rosalind rosaline rosario rose rosemarie rosemary roshni rosie rosita roswitha
    rowena roxana roya roza ruba rukmini runa rushda ruta ruth ruxandra ruzica sabeen sabiha sabina sabine sabrina
    sachiko sadaf sadia safa safiya sahar saida saira sakina sally salma salome samanta samantha samar samia samira
    sandhya sandra sandrine sanja sanna sanne saoirse sara sarah sarita saskia satu savita seble secil sedef seema
    sefora sejal selam selin selina selma semra senait senem serena sevda sevgi sevil seynabou shabana shabnam shadi
    shahla shaima shakira shanti sharon shazia sheila shereen sheri sherry shilan shira shirin shirley shohreh shreya
    shruti sibel sibylle sidonie sidsel sigita signe sigrid sigridur silja silje silke silva silvia simona simone
    simonetta sinead sinem sini siobhan siri sirin sirpa sita siv slavica smilja snezana sofia sofie sohaila soila
    solange soledad solene solveig solvej solvita sona sonia sonja sophia sophie soraya soumaya stacey stanislava
    stefania stefanie steffi stella stephanie stina suad suellen suha sumaya sumi sunita sunniva susan susana susanna
    susanne susie suvi suzanne suzy svenja svetlana sviatlana swati swetlana sybille sylvia sylvie sylwia synnove
    tabea tabitha taina takako talia talita tamar tamara tammy tamta tania tanisha tanja tanya tara tatiana tatjana
    tatyana tatyanna teija tekla telma teodora teresa teresita tereza terhi tess tessa thandi thandiwe thea thelma
    theodora theresa therese thora thordis thuy tiia tiina timea tina tinatin tiziana tomoko tone tonje tonya tora
    torbjorg toril tove tracey tricia trina trine trish tsai tsitsi tuija tulsi tuula tuuli tzipi tzipora ulla ulrike
    ulviye uma ursula urszula urte uta ute vaiva valborg valentina valentyna valeria valerie valgerdur vanda vanesa
    vanessa vanja varvara vasiliki vasilisa veena velma venla vera verena verona veronica veronika vesna vibeke vicki
    vicky victoria vida vigdis vija viktoria vilma viola violeta violetta virginia virve viveca vivian viviana
    vivienne vlasta wafa wanda wangari wendela wendy wera wiebke wieslawa wilhelmina wilma winifred winnie xenia
    ximena xiomara yaa yaara yael yana yanina yara yasemin yasmin yasmina yasmine yasuko yayra yelda yelena yetunde
    yevgenia yevheniia yewande yohana yoko yolanda yordanka ysabel yui yuko yulia yuliana yuliia yuliya yvette yvonne
    zahra zainab zakia zala zanele zara zarina zaynab zdenka zehra zeinab zelda zeljka zenaida zeynep zhanna zinaida
    zineb zita ziva zlata zodwa zoe zofia zoja zola zora zorica zsofia zsuzsa zsuzsanna zubaida zuhal zulfiya zumra
    zuzana zuzanna
""")
# Of a woman's surname or father's name; a man's ends in another letter.
_WOMANS_ENDINGS = (
    "ova",
    "eva",
    "skaya",
    "skaia",
    "ska",
    "cka",
    "iene",
    "yte",
    "aite",
    "dottir",
    "ovna",
    "evna",
)
_MANS_ENDINGS = ("ovich", "evich", "sky", "skiy", "skyi", "ski", "cki", "ov", "ev")
_SONS = frozenset(("bin", "ibn", "ould"))
_DAUGHTERS = frozenset(("bint", "mint"))
_UNLIKE = frozenset(("kyiv", "kiev", "lviv"))


@lru_cache(maxsize=4096)
def sex_of(words: tuple[str, ...]) -> int:
    """Return 1 for a man's name, -1 for a woman's, 0 where that does not show; `words` is a full name in lower case."""
    if len(words) < 2:
        return 0
    plain = tuple(_plain(word) for word in words)
    for name in (plain[0], plain[0].partition("-")[0]):
        if name in _MEN or name in _WOMEN:
            return 1 if name in _MEN else -1
    if len(plain) > 2 and (_SONS | _DAUGHTERS) & set(plain[1:-1]):
        return 1 if _SONS & set(plain[1:-1]) else -1
    last = plain[-1]
    if last.endswith(_WOMANS_ENDINGS):
        return -1
    return int(last.endswith(_MANS_ENDINGS) and last not in _UNLIKE and len(last) > 4)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
