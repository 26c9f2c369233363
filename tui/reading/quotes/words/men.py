"""First names of men, spelled without accents; none that is a woman's elsewhere."""

from __future__ import annotations

from tui.reading.quotes.words.word_classes import word_set

MEN = word_set("""
    aage aaron aatos abay abbas abdallah abdel abdelaziz abdelilah abdelkader abdelkrim abdelmadjid abdelmalek abderrahmane
    abdeslam abdifatah abdinasir abdirahman abdiweli abdou abdoulaye abdramane abdul abdul-ghani abdul-hamid abdul-rahman
    abdulaziz abdulhadi abdulkadir abdulla abdullah abdulmalik abdulrahman abdulrazak abdulsalam abebe abel abelardo abhay
    abhijit abhishek abilio abiola abiy aboubakar abraham abul acacio achille adalbert adalberto adam ade adebayo adel
    adelino adem aderito adham adil adilet aditya adnan adolfo adolphe adrian adrien afanasy afonso afzal agamemnon
    agostinho agris agron agung agus agustin ahmad ahmed ahmet aibek aidar aigars ainars aitzaz aivar aivars aiyaz ajay ajit
    akaki akash akbar akhilesh akhmat akhmed akhtar akif akin akio akira akmal akol aksel alain alan alasdair albert alberto
    albin albrecht alcides alcino aldis aldo aldobrando alec aled aleh alejandro aleksandar aleksander aleksandr aleksei
    aleksi alessandro alessio alexander alexandre alexandros alexei alexej alfie alfonso alfred alfredo algirdas algis ali
    aliaksandr aliaksei alie alin alireza alirio alisher alistair aliyu allan almantas almazbek almir alois aloisio alojz
    alok alp alper alpha alpha-oumar alphonse alseny altan altay alun alvaro alvin alvise amadeo amadou amadu aman amandio
    amar amath amaury ambrogio ambroise ambros ambrose amedee amedeo amilcar amilcare amin aminul amir amirhossein amit
    amitabh ammar amnon amos amr amrullah anacleto anand anar anas anastasios anatole anatoliy anatoly anders andis andoni
    andreas andrei andrej andres andrew andrey andrii andris andrius andriy andrzej ange angel angelo angus anibal anies
    anil anirudh anisul anker ankit annibale anote ansaldo anselm anselme anselmo ansgar antal antanas ante antero anthony
    antoine anton antonin antonio antonis ants anupam anura anutin anvar anwar anze aparecido apirat apisai apolinar
    apollinaire apostolos aquiles aram arash araz arben arber arcangelo archie arda ardalan ardeshir ardian ardit arduino
    arend arief ariel arif arild aris aristide aristides aristotelis arjun arkadiusz arkady arlindo arman armand armando
    armen armin armindo arnaldo arnar arnaud arndt arne arni arnis arno arnold arnold-est arnulfo arsen arsene arsenii
    arshad artak artan artem artemio arthur artis arto artur arturo arturs artyom arun arunas arve arvid arvind arvo arvydas
    asad asadollah asaduzzaman asaf asbjorn asen asgeir asger ashish ashok ashot ashraf ashwin asif asim askar askhat aslam
    aslan asle assaf assane astrit asylbek atanas ataollah atef athanasios atif atilano atsushi attila attilio atul aubin
    august auguste augusto aurele aureliano aurelien aurelio aurimas avetik avi aviv avner avo avraham avshalom avtandil
    axel ayad ayaz aydin aykut ayman aymen ayoub azamat aziz azman azmin azzedine babacar babak babar babatunde bachir badr
    bahman bahram bakari bakary bakhtiyor bakir baktybek balazs baldassarre baldomero baldur balint baltasar baltazar
    bambang bandar bandula baptiste barack barak barasa bard baris barnabas barnaby barry bart barthelemy bartlomiej
    bartolome bartolomeo bartosz basem bashar bashir bashkim basil basile bassam bastiaan bastian bastien batbold battista
    batuhan baudouin bayani bayo behnam behrouz behzad bekele bekim bekzat bela belisario bello belmiro bendeguz benedek
    benedetto benedict benedikt bengt beniamino benigno benito benjamim benjamin benno benny bent bento berat berhane berik
    berk bernabe bernard bernardino bernardo bernd bernhard bernie bernt berthold bertil bertram bertrand besik besnik bevan
    bharat bhupinder biagio bidzina bijan bikenibeu bilal bilawal bill billy binyamin birger bishnu bjarne bjarni bjorn
    blagoj blagoja blaise blaz blerim boaz bob bobby bobur bodo bogdan bogoljub bogomil bogumil boguslaw bohdan bohumil
    bojan bolat bongani bongbong boniface bonifacio bora borge boris borislav borje borko bostjan botir boualem boubacar
    boureima boyan boyko bozhidar bozidar brad brage brahim bram branislav branko brantley braulio bretislav brett brian
    brice brock bronius bruce bruno bryan bryn brynjar buck budi bujar bulent burak burhan burkhard byron byung caetano
    cahit caleb calin calixto calogero calvin camillo can candido carl carlo carlos carmelo carmine carsten casimir casimiro
    catalin cecilio cedomir cedric cees ceferino celestin celestino celso cem cengiz cenk cesaire cesar cesare cesario
    cestmir cevdet cezary chad chaim chakib chandrababu chang charles charlie chaudhry cheick cheikh chester chidi chinedu
    chingiz christen christian christoph christophe christopher christos chuan chuck chukwudi chukwuemeka chul-soo cicero
    cihan cihat ciprian ciriaco ciro claes claude claudio claudiu claus clemens clement clement-wani clifton clint clive
    clodomiro clovis codrin cody coen colby colin colm colton come conall conor conrado constantin corentin corey cormac
    cornelis corneliu cornelius corrado cosimo coskun cosme cosmin costantino costas costel costin craig crisanto crisostomo
    crispin cristi cristian cristiano cristobal cristoforo csaba curtis custodio cuthbert cyprien cyril cyrille cyrus
    czeslaw daan dacian dafydd dag dagur dainis dainius daisuke dale damaso damiano damiao damien damir dan danial daniel
    daniil danilo daniyar danjuma danny dante danut danylo dario darius dariusz darko darmawan darragh darren darryl dastan
    daulet dauren david davidd davide davit davor davron dawit dean declan deepak deividas dejan dele delfim delfin dembele
    demeke demetrio demyan denes deng denis dennis denys denzil derek dermot derrick desiderio desire desmond detlef deuba
    devendra devlet dezso dharmendra diallo dick didier diego dieter dietmar dietrich dieudonne dilip dilshad dilshod dimcho
    dimitar dimitri dimitris dimosthenis dindo dinesh dinis dino dinu diogo dionisio dipankar dirar dirk djibo djibril
    dmitri dmitrii dmitriy dmitry dmytro dobrica dobromir dogan domagoj domenico domingo domingos dominik dominykas don
    donald donatas donatien donato dong-hyun dong-wook donnacha donnchadh doron doru doruk doug dougal douglas dragan
    dragoljub dragomir dragos dragoslav drew dries driss drissa dritan dror drummond duane duarte duc dumitru duncan dusan
    dusko dustin dwayne dwight dylan dzintars dzmitry eamon eamonn earl ebenezer eberhard ebrahim ebrima eckhard eckhart
    eddie edelmiro edgar edgardo edgars edi edilson edmilson edmond edmund edmundo edoardo edouard eduard eduardo edvard
    edvinas edward edwin eelis eero eetu efim efrain efren efstathios eggert egidijus egidio egill egils egon egor ehab
    ehsan eigil einar eino eirik eirikur eitan ejaz ejnar ekkehard eko ekow el-mehdi elad elazar elchin eldar eleuterio eli
    elias eliecer eliezer elijah elio eliseo eliseu elliot elliott elmar elmer elnur elod eloi elouan eloy elpidio emad
    emanuel emanuele emeka emeterio emil emile emilian emiliano emilio emin emlyn emmanuel emmerson emomali emre emrys enda
    endre enea eneko enele engelbert enis ennio enoch enrico enrique enver enzo eoghan eoin epeli ephraim epifanio erasmo
    erasmus ercan ercole erdem erez ergun erhan erhard eric erich erik eriks erkan erkki erlan erlend erling ermanno ernest
    ernesto ernie erno ernst erol ersin ertan erwin esat eskil eskild esko esmaeil espen essam esteban estevao ethan etibar
    etienne ettore euan eugen eugene eugenio eulalio eurico eusebio eustaquio evagoras evaldas evan evangelos evaristo
    evelio evert evgeni evgeny evrard evripidis ewald ewan exequiel eyal eythor eyvind ezekiel ezequiel ezio fabian fabien
    fabio fabrice fabricio fabrizio fadel fadi fadillah fadli fahad faisal faizal fanel farai farhad farid faridun faris
    farmaajo farooq farouk farshid faruk fathi fatih fatmir fatos faustin fausto fawad fawzi fayez fayyad federico fedor
    feleti felice feliciano felicien felipe felisberto felix femi ferdi ferdinand ferdinando ferenc fergal fergus ferhat
    feridun ferit ferko fermin fernando fernao fiachra fidel fidencio fikret filemon filinto filip filippo finbarr finn
    finnur fintan fiorenzo firas firdavs firmin firmino flaminio flamur flavien flavio flemming florencio florent florentino
    florian florin floris floyd foday folke fortunato fotis fouad francesco francis francisco franco francois frank frans
    frantisek franz fred freddie frederic frederico frederik fredrik fridrik frieder friedhelm friedrich frits fritz frode
    froilan fuad fuat fulgence fulgencio fulvio fumio fyodor gabin gabor gabriel gadi gael gaetan gaetano gagik gajendra
    galym ganesh ganjar garang garba garegin gareth garfield garrett garth gary gaspar gaspard gaspare gasper gaston gathogo
    gatien gatis gatluak gatot gaurav gauthier gautier gavin gavriil gavril gbenga gebhard gebre gebru gediminas geert geir
    gela genaro genci gennadi gennadiy gennady gennaro geoffrey georg george georges georgi georgios geraint gerald geraldo
    gerard gerardo geraud geremia gergo gerhard germain germano gernot gero gerrit gerry gervais gervasio getachew gethin
    gevorg geza ghassan ghazi gheorghe ghislain gholamhossein ghulam giacomo gianfranco gianluca gianluigi gianmarco gianni
    giannis gianpaolo gica gideon gidon giedrius giga gijs gil gilad gilbert gilberto gildas giles gilles gilson gino
    gintaras gintautas gints gioacchino giordano giorgi giorgio giovanni girish girma girolamo girts gisle gisli gitanas
    giuliano giulio giuseppe givi gjergj gleb glenn gligor glyn gniewko goce gocha godfrey godknows gojko gokhan goncalo
    gontran gonzalo gopal goran gorazd gordon gorka gorm goro gosta gotabaya gote gottfried gotthold govind graeme graham
    gramoz grant graziano greg greger gregoire gregor gregorio gregory griff grigore grigori grigory grimur grzegorz gudjon
    gudlaugur gudmundur gudni guglielmo guido guilherme guillaume guillermo gulbuddin guled gumersindo gunnar gunnlaugur
    guntars gunter gunther guntram gurbanguly gurkan gustaf gustav gustave gustavo guus guy gwenael gwilym gwyn gylfi gyorgy
    gyula haakon haavard habib habibollah hadi hafeez hafez hafiz hafthor hagen haidar haile hailemariam haim haitham hajime
    hakan hakki hakob hakon hal haldor halfdan halil halim halldor hallgrimur haluk halvard halvor hama hamad hamadi hamdi
    hamed hamid hamidou hamidreza hamish hamisi hamuera hamza hamzah hani hank hannes hannu hans hans-dieter hans-georg
    hans-jorg hans-jurgen hans-no hans-peter harald haraldur hardo harish harith harlan harm harold harri harry harsh
    hartmut hartono hartwig haruki haruo haruto harvey hasan hasanul hashim hashmat hasib hassan hassane hasse hasso hatem
    haukur havard hayk hayri hazem hector heikki heiko hein heiner heinrich heinz heitor helder helge helio heliodoro
    hellmut helmut helmuth hemant hemi henadz henare hendrik henk hennadii henning henri henrik henrique henry henryk
    herbert heribert heriberto herman hermann hermenegildo herminio hernan heru herve herwig herzl heshmatollah hicham
    hidayat hideki hideo higinio hikmat hilaire hilario himanta hindrek hinrich hipolito hippolyte hiren hiroki hiroshi
    hiroyuki hisham hishammuddin hishamuddin hjalmar hjalti hjortur hlynur ho-jin hoani hocine hogne hojjat holger hone
    honore hooman horacio horatiu hordur horia hormoz horst hosni hossein hovhannes howard hrafn hristijan hristo hrvoje
    hryhorii hubert hubertus hugh hugo hugues hulusi humberto huseyin hussam hussein huw hyacinthe hynek hyun-jin hyun-woo
    hyung-min iain ian iancu ibou ibrahim ichiro idar idris idriss idrissa ieuan ifan ignacio ignas ignatius ignazio igor
    ihab ihor ihsan ikechukwu iker ilan ilario ildefonso ilham ilia ilias ilie ilija ilir ilker ilkka illia ilqar ilya ilyas
    imad imants imran imre inacio inaki indrek indridi ingebrigt ingemar ingo ingolfur ingvald ingvar ingvi inia innes
    innocenzo innokentiy innokenty inocencio inoke ioan ioannis ion ionel ionut iqbal irakli iraklis ireneusz irvin irving
    irwan isa isaac isaias isamu ishaan ishaq ishmael isidore isidoro isidro iskander isko islom ismael ismail ismet ismo
    issa issam issoufou istvan itai italo itamar itzhak itzik iulian iuliu ivan ivano ivars ivaylo iver ivica ivo ivor iyad
    izhar iztok jaak jaan jaanus jaap jaba jaber jabulani jacinto jack jacky jacob jacopo jacques jae jae-hyun jae-myung
    jagdish jahangir jahongir jaime jair jairam jairo jakaya jakob jakub jalal jamal jamel james jamil jamshid jan jan-erik
    jan-olof jan-peter jan-willem janek janez janis janne janos januario jaouad jared jarek jarmo jaroslav jaroslaw jasem
    jason jasper jassem jasur javad javid javier jawad jayant jean-baptiste jean-claude jean-francois jean-jacques
    jean-louis jean-luc jean-marie jean-michel jean-noel jean-paul jean-paul-fr jean-pierre jean-yves jeannot jeb jed
    jedrzej jeenbek jeff jeffrey jejomar jelle jenaro jenkin jeno jens jeppe jeremiah jeremy jerko jernej jeroen jerome
    jeronimo jerry jerzy jesper jesus jigme jim jimmy jin jin-woo jindrich jiri jiro joachim joakim joannick joao joaquin
    jocelin jochen jock joe joel joep joey johan johann johannes john johnny jojo joko jon jonah jonas jonathan jonathon
    jong joop joost jordi jorg jorge jorgen joris jorma jorn jos josaia jose jose-luis jose-maria josef joseph joseph-wani
    josh joshua josias josip josko josphat josselin jost jostein josue jouni jovan jovica jozef jozsef juan juan-carlos
    juan-jose juan-manuel juan-pablo juanito juha juhan jukka jukka-pekka jules julian julien julio julius juma junaid
    junichiro juozas jurg jurgen jurgis juri juris jurriaan jussi justas justin justino justo juvenal kaan kaare kaarel
    kabba kacper kadhim kadir kagiso kaido kailash kairat kais kakha kalev kalle kalman kaloyan kamal kamau kamel kamen
    kamil kamoliddin kamran kamrul kanat kande kanstantsin kapil karapet kare karel karim kariuki karl karl-heinz karlheinz
    karol karolis karsten karthik kasim kaspar kaspars kasper kassym katsunobu kaupo kausea kaveh kayode kazem kazimierz
    kazuhiro kazuo kazuya kazys kees keiichi keiji keir keith keld kelechi kemal ken kenan kendrick kenichi kenji kenneth
    kenny kenta kerem kestas kestutis ketil kevin keyvan khadga khairullo khairy khalaf khaled khalid khalifa khalil khamis
    khawaja khodr khosrow khurram khurshid ki-moon kieran kimmo kioko kipchoge kiplagat kiril kirill kirk kiro kittipong
    kjartan kjeld kjell kjetil klaas klaus knud knut koba koen kofi koichi koji kojo kolbein kolbeinn konrad konstantin
    konstantinas konstantinos koos koray korbinian korkut kostadin kostas kostiantyn kota krasen krasimir kreshnik kresimir
    krishna kristaps krister kristian kristinn kristjan kristo kristof kristoffer krunoslav krzysztof kuanysh kubanychbek
    kunal kunle kuol kurmanbek kursat kurt kusno kvetoslav kwabena kwaku kwame kwasi kwesi kyaw kyle kyriakos kyrylo
    kyung-soo lachezar lachlan ladislao ladislau ladislav lado lahoud laimonis laisenia laith lajos lalit lam lamar lambert
    lamberto lambros lamine lance landry lanfranco lapo larbi larry lars lars-erik larus lasha lasse laszlo laurens laurent
    laurentiu lauri lauri-est lauritz laurynas lautaro lavrans lazar lazare lazzaro leandre leandro lech leendert lefteris
    leif leighton lembit lemuel len lennart leo leobardo leocadio leon leonard leonardo leoncio leone leonel leonhard leonid
    leonidas leopold leopoldo leroy lester leszek lev levan levent levente levon liam liban linas lino linus lionel lisandro
    lito livio liviu ljubisa ljubomir ljupco llewelyn lloyd lodovico loic loick loizos loke lokiru lonnie lorcan lorenz
    lorenzo lorinc lotay lotfi lothar louis lourenco lowell lual luan lubomir lubor lubos luc luca lucas lucian luciano
    lucien lucio ludek ludger ludgero ludovic ludovit ludvig ludwig luhut luigi luis luis-alberto luiz luka lukas lukasz
    luke lulzim lungelo luther lutz luuk lyle lyndon lyuben lyubomir lyudmil maarten mabior macario machar machiel maciej
    madhav madi madis mads magne magnus magomed mahamadou mahamane mahamat mahathir mahbub maher mahesh mahfud mahfuz
    mahinda mahir mahmadsaid mahmoud mahmud maik maithripala majed majid majur makar makoto makram maksim maksym malachy
    malcolm malong malthe mamadou mamady mamuka manasseh mandla manfred manfredi manish manlio manmohan manny manoel manoj
    manolis manouchehr mansour mansur mantas manuel manvel marat marc marcel marcelin marcelino marcello marcelo marcial
    marcin marcio marco marcos marcus marek margus mariano marin mario marios marius mark marko markus marlon marouan mart
    marten martial martin martin-est martino martins martti martynas marvin marwan masahiko masaki masato masayoshi masoud
    massimiliano massimo masud matan mate matei matej mateo mateus mateusz mathias mathieu mathijs mathis matias matjaz mats
    matt matteo matthaus matthew matthias matthieu matthijs matti mattia mattias matus maurice mauricio maurizio mauro max
    maxence maxim maximilian maximiliano maximo maxwell mazen mbaye medard meelis mehdi mehmet mehmood mehran meinhard
    meinrad meir melchior melchor melih melquiades melvin melvyn memet menachem menelaos menno merab merrick mert mesfin
    mesut mete metin metodi metodija mher micah micha michael michail michal michalis michel michelangelo michiel mieczyslaw
    miguel miha mihai mihail mihaly mihkel mikael mikalai mike mikhael mikhail mikheil mikkel mikko miklos mikola milan mile
    milenko miles milorad milos miloslav miltiadis milton min-jun mincho mindaugas minoru miodrag mircea mirko miroljub
    miroslav miroslaw mirwais mirza mirziyo mishaal mitch mitica mitja mitsuo mitt mizanur mkrtich mladen moacir modestas
    modeste modesto modou mogens mohamadou mohamed mohammad mohammadreza mohammed mohamud mohan mohd mohsen mohsin moises
    mojtaba momchil momcilo momir momodou moncef monty moqtada mordecai mordechai moritz morris morten morteza moshe mostafa
    mostafizur motoo motti mouloud mounir mourad mousa moussa moustapha mstislav muammer mubarak mubariz mubashir mugur
    mugurel muhammad muhannad muhith muhyiddin muiris mukesh mukhtar mulugeta mulyono munir munyaradzi murad murat murdo
    murtaza musa musab mustafa mustapha musyoka mutaz mutua mwangi mwinyi myint mykhailo mykola mykyta myles myron myung-bak
    nabih nabil nachman naci nadav nadeem nader nadim nadir naeem naftali nahum naji najib namal namiq nandor naoki naoto
    naqibullah narciso narcisse narek narendra naresh naser nasser natan nataniel nate nathan nathanael nathaniel natig
    naveed naveen navid nawaf nawaz nayden nayef nazar nazario nazim nazri neal nebojsa necati neculai ned nedyalko nehemias
    neil neithard nejat nektarios nello nelson nelu nemanja nemesio nenad nerijus nestor neville newt ngozika niall nicanor
    nicasio nicholaos nicholas nick nicola nicolae nicolas nicolo nicos nicu nicusor niels nigel nihat nii nikhil niklas
    nikol nikola nikolai nikolaos nikolas nikolay nikos nilesh nils nima ninoslav nir nissim nitin nitish nizar njal njoroge
    njuguna nnamdi noah noam noboru nobuo nodar nodir noel norbert norman normunds nouhou noureddine nouri novak nugzar
    numan nuno nunzio nurbolat nurettin nuri nurlan nursultan obaidul obaidullah obinna obrad ochieng octave octavian
    octavio odd oddvar oded odhiambo odil odysseas ofer ofir ogmundur ognjen ognyan oguz ohad oisin ojars okan okechukwu
    olaf olafur olav olavi olavo oldrich ole oleg olegario oleh oleksandr oleksi oleksii oleksiy olev oliver oliverio
    olivier oliviero olli ollie olof oluf olumide olusegun oluwaseun olzhas omar omari omer omid omondi omurbek ondrej
    onesimo onur onyango orcun oren orest oreste orestes orhan orkhan orlando orn ortwin orville osama osamu oscar oskar
    oskari oskars osman ossi ostap osten osvaldo oswald otabek otakar otar otavio othman othmane otieno otis otso ottar
    ottavio ottmar otto ottone oumar oumarou ousmane ousseynou ove ovidiu owain owen oyay oystein ozan paal paata pablo
    pacome padraig pagan pal pall palle panagiotis pance pancho panfilo pankaj pantelis paolo pape parviz pascal pascoal
    pascual pasi pasquale patrice patricio patrick patrik patrizio paul paul-henri paulino paulius paulo pavao pavel pavle
    pavlo pavlos pawan pawel payam pedro peep pejman pekka pelayo pello pentti per per-olof percival percy peregrine
    peregrino perfecto perry petar pete peter peteris peterson petko petr petras petre petrisor petrit petro petros petru
    petter petteri petur phil philemon philibert philip philipp philippe phineas piergiorgio pierluigi piero pierre
    pierre-alain pierre-yves piet pieter pietro pim pino pio piotr pirmin pita piyush placido plamen plinio ponciano
    porfirio poul prabhat prabowo pradeep prakash pramod pranab pranav prashant prasong praveen prawit prayut preben predrag
    premysl priit primitivo primo primoz prodromos prokopis prosper prospero przemyslaw purnomo putra puttaswamy pyotr qais
    qamar qasem qasim qassem qiang qudratullah quentin quinten quintin quintino quirino qusay rachid radek radik radim
    radivoje radoje radojica radomir rados radoslav radoslaw radostin radovan radu raed rafael rafal raffaele rafi rafic
    rafik rafiq rafiqul rafizi raghav raghunath raghuram ragnar rahim rahman rahmatullah rahul raimo raimondo raimonds
    raimund raimundas raimundo rainer raivis raj rajeev rajendra rajesh rajiv rajnath rajvardhan rakesh raleigh ralf ralph
    ram ramadan ramanath ramaz ramazan ramesh rami ramil ramin ramiro ramon ramsay ramtane ramunas ramzan rand randall
    randolph rangi raniero ranil ranjan ranko raoul raphael rashad rashed rashid rashidi rasko rasmus rasoul rastislav ratko
    ratu rauf raul ravi ravindra rawad ray raymond raymundo razvan recep redmond reg reginald reginaldo regis rehman reidar
    reinaldo reiner reinhard reinhold reinier remi remigijus remo remus remy renat renato renaud rene rens renzo reuben
    reuven revaz reynald reynaldo reza rezaul rhodri rhys riad ricardo riccardo richard rick rida riek rifat rigoberto
    rihards rik rikard rimantas rinaldo rinat rino rinus riste risto risto-est ritchie riyadh rizal rizwan roar rob robert
    roberto rocco rod roderich roderick rodion rodney rodolfo rodolphe rodrigo rodrigue roel roelof rogelio roger rogerio
    rohan rohit rok rokas roland rolando rolf romain roman romano romeo romeu rommel romolo romuald romualdas romualdo
    romulus ron ronald ronaldo ronan ronen ronnie roque roscoe rosen rosendo ross rostislav rostyslav rotimi rouhollah
    rovshan roy royce ruben rudi rudiger rudolf rudolfs rudy rufino rufus ruggero ruhollah rui rumen rune runolfur rupert
    ruprecht ruslan russ russell rustam rustem rutger ruud ryan ryo ryosuke ryszard rytis ryuichi saad saar sabatino sabin
    sabri saburo sachin saddam sadegh sadik sadiq sadok sadyr saeed said saifuddin sait sajid sajith sakari saken salah
    salam saleh salem salif salih salim salman salomon saltanbek salva salvador salvatore salvo saman sameer sameh samet
    sami samih samir samson samuel samuele samuli samura samvel sancho sandeep sander sandis sandor sandro sang-hyun
    sang-woo sani sanjay sanjeev sante santiago santigie santino santosh sanzhar sarath sardar sardor sarfraz sargis sarunas
    sarwar sasan satish satoru satoshi sattar saturnino saufatu saul saulius saurabh sava saveliy saverio savo sawyer sayyed
    scott seamus sean sebastian sebastiano sebastiao sebastien secondo sedat sediqullah sefa segun segundo seif seiichi
    seiji sekou selcuk selim semih semisi semyon seppo serafin serban serdar serge sergei sergey sergio serhat serhii serhiy
    serigne serik serkan servando seth settimio seung seung-chul seung-min severiano severin severino seydou shaaban
    shafiqul shafqat shahbaz shahid shahidul shahin shahram shahriar shahril shakeel shaker shalom shalva shamil shane
    sharif shashi shaukat shaul shavkat sheku sheldon sher-bahadur sherali sheraz sherzod shigeru shimon shinichi shinji
    shinzo shivraj shkelqim shlomo shmuel sho shoichi shota shotaro shunichi shyam siamak siarhei sibusiso sid siddharth
    siebe siegbert siegfried sigge sigifredo sigit sigmar sigmund sigmundur sigurd sigurdur sigve silas silvano silverio
    silvester silvestre silvestro silvino silvio silviu simao simbarashe sime simen simeon simon sinan sindre sinisa sione
    siosaia sipho sirajuddin sirojiddin sisto sitiveni sixte sixten sixto siyabonga sjoerd skender skuli slaheddine slamet
    slavi slavko slawomir slimane slobodan snaebjorn snorre snorri sofiane sohail soheil sokol solomon somchai somsak sondhi
    sooronbay soren sorin sosene soso sostenes sotiris souleymane spartaco spartak spencer spyridon spyros srdjan srettha
    sridhar srinivas staffan stamatis stamen stan stanimir stanislas stanislav stanislaw stanley stasys stavros stefan
    stefano stefanos steffen stein steinar steingrimur stelian stelios stellan sten stepan stephane stephen stevan steve
    steven stew stian stig stijn stipe stojan stojance stoyan stratos stuart sture sturla suat subrahmanyam sudhir sugeng
    suhail suharto sukarno sukhdev sukru sulaiman sulayman suleiman sulejman suleyman sune sung sung-jin sunil surachai
    suren suresh sushil susilo susumu suthep sutrisno svante svatopluk svein sveinn sveinung sven svend sverre svetislav
    svetoslav svetozar svyatoslav sylvain sylvester szabolcs szilard szymon taavi taban tadas tadashi tadeusz tadhg
    tae-hyung tage taha tahar tahir taieb taj takahiro takashi takeo takeshi takis takiyuddin takumi talal talgat tamas
    tamaz tame tamihana tamim tamir tancredi tanel taneli taner taneti tanguy tanveer taoufik tapani tapio tapiwa taras
    tarcisio tarek tareq tarik tariku tariq tarmo taro tarun tassilo tate tatenda tatsuo tatsuya tawfiq tayfun taylan tayyip
    ted teemu teguh tejan tejas tekin tekle telemaco temel temirlan temur tendai tendekai tengiz teodor teodoro teofilo
    teoman terence tesfaye tetsuo teun tevita tewfik tewolde thabo thaddeus thaksin thanasis thanos thein themba
    themistoklis theo theocharis theodor theodore theodoros theophile thibaud thibault thierry thijs thilo thomas
    thomas-sankara thor thorarinn thorbjorn thord thordur thorgeir thorlakur thornton thorsteinn thorsten thorvald
    thrasyvoulos tiago tiberio tiberiu tibo tibor tiburcio tiernan tigran tiit tijmen till tilman tim timo timofey timoteo
    timothee timothy timur tinashe tipene titouan titus tivadar tiziano tjalling tobias toby todd todor tofiq toivo tokhtar
    tolga tom toma tomas tomasz tomer tomislav tommaso tommy tomohiro tonis tonu tony toomas tor toralf torben torbjorn tore
    torfinn torgeir torger toribio torkel tormod torstein torsten torsti toru toshihiro toshio toshiro toussaint traian
    trajko travis traycho trent trevor trey tristan troels trond truls tryggve tryggvi trygve tsutomu tsvetan tsvetomir
    tucker tudor tugrul tuilaepa tullio tuncay tuomas ture turgay turgut turhan turki tvrtko tyler tymofii tymoteusz
    tynychbek tyrone tzachi tzvi ubaldo uberto uche uddhav udi udo ufuk ugo ugur uku uladzimir ulan uldis ulf ulfar ulises
    ulrich ulrik ulugbek ulysse ulysses umar umaru umberto umesh unal uno urbain urbano urho uri uriah uriel urmas uros urs
    usman utku uwe uzi vaclav vadim vadym vagif vahe vahid vahram vaino vakhtang valdas valdemar valdis valentin valentino
    valere valeriano valerii valerio valeriu valeriy valery valter vangelis vano vardan varun vasco vasil vasile vasilije
    vasilis vasily vasko vaso vassil vassilis vasyl vaughn vazgen vebjorn vegard veikko veit veli velibor velimir velizar
    veljko veljo venancio venceslas veniamin venkat venkatesh venko ventsislav verner vernon veselin vesteinn vic vicente
    victor victoriano vidal vidar vidas vidoje viesturs vigfus viggo vijay vikram viktar viktor viktors vilem vilgot viliam
    viliami vilis vilius ville villu vilmos vilnis vinay vince vincent vincenzo vinko vinod viorel vipin virender virgil
    virgile virgilio virginijus vishal vit vitali vitalii vitaly vito vitor vittore vittorio vivek vlad vladas vladimir
    vladimiro vladislav vladlen vlado vlastimil vojislav vojtech volkan volker volkmar volodimir volodymyr voreqe vsevolod
    vuk vusi vyacheslav vygaudas vytis wael wafula wahyu waldemar waldir wale walid walt walter walther wani wanjala waqar
    warsame wasim wassim wayne wenceslao wendell werner wes wessel wichai wiebe wieland wieslaw wiktor wilbert wilbur
    wilfred wilfredo wilfried wilhelm willard willem willi william willy wilmer wilson wim wimal winfried winston wiranto
    wiremu wisanu wissam wladyslaw wlodzimierz wojciech wolfgang wolfram woo-jin woodrow wouter wyatt xabier xanana xaver
    xavier yaakov yacine yadollah yahya yair yakov yalcin yamil yanis yann yannick yannis yaron yaroslav yasar yaser
    yashwant yasin yasir yasser yassine yasuhiro yasuo yauhen yavor yavuz yaw yazan yefim yegor yehezkel yehuda yekuno
    yerbol yerbolat yerlan yerzhan yevgeni yevgeny yevhen yiannis yigal yildirim yilmaz yiorgos yisrael yitzhak yngve yoann
    yoav yoel yogendra yogi yohan yohanan yoichi yonas yong yongyuth yordan yoshihide yoshihiko yoshihiro yoshimasa yoshio
    yossi yosuke yotam youcef younes young-chul young-soo yousaf yousef youssef youssouf yrjo yudhoyono yuichi yuji yukio
    yunus yuri yurii yuriy yury yusif yusuf yusuke yutaka yvan yves yvon zabihollah zabihullah zacarias zach zacharie
    zachary zack zafar zafer zahid zaid zainal zakaria zakhar zaki zalmay zarko zaur zaven zaw zayed zaza zbigniew zbynek
    zbyslaw zdenek zdenko zdravko zdzislaw zeev zeferino zeki zelimkhan zeljko zeno zenon zhandos zhanibek zhaslan zheenbek
    zhelyazko zhivko zia ziad ziemowit ziga zigurds zilvinas zine zisis zivko zlatan zlatko zoltan zoran zoranco zouhair
    zsigmond zsolt zuhair zulfikar zulkifli zurab zvi zviad zvonimir zygimantas
""")
