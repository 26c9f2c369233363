"""First names of women, spelled without accents; none that is a man's elsewhere."""

from __future__ import annotations

from tui.reading.quotes.words.word_classes import word_set

WOMEN = word_set("""
    aarti aase aasta abeba abena abida abigail abir abla abuk achieng achol ada adaeze adanech adanna adaobi adela adelaida
    adelaide adele adelia adelina adetutu adi adiaratou adina aditi adoracion adriana adrienne adut adwoa afaf afag afrodita
    afsaneh afua agafya agata agatha agathe agathi agda aggeliki aglae aglaya agne agnes agnesa agnese agneta agnete agnia
    agnieszka agniya agota agueda agustina ahlam aicha aida aigerim aigul aija aikaterini aiko aila aileen ailsa aina ainara
    aine ainhoa aino ainur ainura airi aisha aishah aishwarya aisling aissatou aiste aisulu aitana aiyana aizada aizhan ajda
    akanksha akemi akiko akinyi akmaral akon akosua aksana akua akulina alanna alba albana albane albena alberta albertina
    albertine albina alda aldona aleema aleida alejandra aleksandra alena alenka alesia alessandra alessia alevtina alexa
    alexandra alexandria alexia alfiya alfonsina alia aliaa alice alicia alicja alina aline alisa alise alisha alison alix
    aliya aliz alizee alka alketa alkistis alla allegra allison allyson alma almaz almudena aloisia alona altagracia althea
    altynay alva alyona alzbeta alzira ama amada amaka amal amalia amalie amanda amandine amani amara amarachi amat amaya
    ambra ambre ambreen amelia amelie amina aminata amira amna amneh amparo amra amrita amy ana ana-bg ana-es ana-fj ana-ge
    ana-it ana-maria ana-maria-ro ana-paula ana-pt ana-ro anabel anabela anahi anahit anahita anais anamarija anan anano
    ananya anara anastacia anastasia anastasie anastasiia anastasija anastasiya anastazja anat anca anchalee anda andela
    andja andra andree andreea andreia andreina andrijana anelia aneta anete anette anezka anfisa angela angele angeles
    angelica angeliki angelina angeline angelique angharad angiola anguelina angustias anica aniela aniko anila anine anita
    anja anjali anju anka anke ankita ann ann-christin ann-sofie anna anna-karin anna-lena annabel annabella annabelle
    annalena annalisa annamaria annapurna annbritt anne anne-claire anne-grethe anne-laure anne-lise anne-marie anne-sophie
    anne-uk annegret anneke anneli annelie annelies anneliese annelise annelore annemarie annette annfrid annick annie
    annika annikken annikki annukka annunziata anouk anthea anthi antigoni antje antoaneta antoinette antonella antonia
    antonietta antonina antra anu anunciacion anuradha anush anushka anya anyango anzhelika aoife aparecida aparna aphrodite
    apolline apolonia araba arabella araceli araksi arancha aranka arantxa arantza arcelia archana ardita areej areti arezou
    argelia argyro ariadna ariadne ariane arianna arielle arina arja arlene arlette armelle arminda armine arnhild aroha
    arpine arta arundhati arwa asako asel asenaca asha ashanti ashleigh ashley ashwini aslaug asli asma asmaa aspasia assel
    assem assetou assumpta assunta asta astghik astri astrid asuman asuncion asunta asya atefeh athanasia athena athenais
    athina atieno atsuko aud aude audrey audrone augustine aulikki aune aurelia aurelie aurora aurore ausra auste
    austeja avdotya avigail avital avril awuor awut axelle aya ayako ayala ayana ayanna ayat ayauly ayelet ayesha aygun ayla
    aylin aynagul aynur ayse aysegul aysel aysun aytan ayumi azadeh azalina azita azizah azniv azra azucena azza azzurra
    badia bahar bahareh bahia bahrija baiba balbina balqis balzhan banafsheh banu bara barbara barbora barbra barbro barno
    bartolina basak basma bat-sheva batya beata beate beatrice beatrix beatriz becky begona belen belgin belinda bella belma
    benazir benedetta benedicte benedikta benedita benigna benita bente berangere beren berenice beril berit berna bernadett
    bernadette bernarda bernardine bernice berta bertha berthe beryl besa betania beth bethan bethany betje betsy bettina
    betty betul beverley beverly beyza bharati bhavna bhumika bianca bibiana bibigul bice bilja biljana bilyana binta bintou
    birgit birgithe birgitta birgitte birte birtukan biruta birute bisera bistra bjorg bjork blaga blanca blanche blandine
    blanka blazena blerta blodwen bodil bogdana boglarka bogumila bohdana boitumelo bojana bonnie borbala borghild borislava
    borjana borka boryana bosede bosiljka botagoz bouchra boyka bozana bozena branca branislava branka brankica branwen
    breda brenda briana bridget brigid brigida brigita brigitta brigitte brit brita britt britt-marie britta bronagh bronte
    bronwen bronwyn brooke bruna brunhilde brynhild buket burcu bushra busisiwe buthaina caitlin caitriona camelia camila
    camilla canan candace candela candelaria candice candida cansu caoimhe capucine cara caridad carin carina carine carla
    carlota carlotta carly carme carmel carmela carmen carmenza carmina carmo carol carola carole carolien carolina caroline
    carolyn caron carrie carys casandra casilda cassandra cassie catalina catarina caterina catherine cathleen cathrine
    cathy catia catinca catriona cayetana cecile cecilia cecilie cecily cecylia ceinwen celeste celestine celia celina
    celine cemile ceren ceri cesarea ceyda chafika chaima chandni chandrika chanida chantal chantel chantelle chara
    charikleia charlene charlotta charlotte charmaine charu chebet cherifa cherono cheryl chiamaka chiara chidinma chie
    chieko chika chikako chimamanda chinwe chioma chipego chipo chitra chizuko chloe cholpon christa christel christelle
    christiane christie christina christine chrysa chrysanthi chrysoula ciara cigdem cilla cindy cinzia claire clara
    claribel clarice clarissa clarisse claudette claudia claudie claudine clelia clemence clemencia clementina clementine
    cliodhna clodagh clotilde colette colleen coloma colombe conceicao concepcion concetta concha conchita connie consolee
    constanca constance constanza constanze consuelo cora coral coralie coraline corazon cordelia cordula coretta cori
    corina corinna corinne cornelia corrie cosette cosima cosmina coumba covadonga crina cristeta cristiana cristiane
    cristina csilla cvijeta cynthia cyrielle czeslawa dace dafina dafna dafni dagmar dagnija dagny daina daiva dalal dalia
    dalila dalma dalva dalya damiana damini damla dana danai dania danica danie daniela danielle danijela danka danuta
    danute daphne daria dariga darija darina darinka darlene darya daryna davina daysi deanna debbie debora deborah debra
    deepa deepika defne deirdre delfina delia della delphine delyth demet denisa denise denisse dervla derya desdemona
    desiree desislava despina detelina devika devyani dewi dhara dian diana diane dianne didem dieynaba digna dijana dikla
    dilara dilbar dildora dilek diletta dilfuza dilma dilnaz dilnoza dilrukshi dilys dima dimitra dimitrinka dina dinah
    dinara dineo dionysia dipu dita ditte divya diya djeneba doaa dobrinka dobromila doina dolly dolores domenica dominga
    domingas dominika domitilla domitille dona donata donatella donika donka donna dora doreen dorien dorina doris dorit
    dorota dorotea doroteya dorothea dorothee dorothy dorottya dorte dorthe dovile dragana dragica drahomira drita duaa
    duangjai dubravka dulce dunja dunya durga dusana dusanka dushka duygu dvora dympna dzenana dzintra ebba ebele ebru
    ecaterina ece eda edda edelmira edeltraud edina edit edita edite edith editha edle edna edona eduarda edurne edvige
    edwige edwina edyta eefje eeva effie efrat efthymia eftychia efua egita eglantine egle eija eike eila eileen eilidh
    eilish eiman eimear einat eini eira eirini eirlys eka ekaterina ekaterine ekta ekua ela elaheh elaine elba elcin elda
    eldina elea eleanor eleftheria elena elene eleni eleonora eleonore eleri elettra elfriede elham elia eliana eliane elif
    elin elina eline elinor elisa elisabet elisabete elisabeth elisabetta elisavet elisaveta elise elisenda eliska eliso
    elissa elita eliza elizabeth elizaveta elka elke ella ellen elli ellie ellinor elma elmira elna elnara elnaz eloa elodia
    elodie eloisa eloise elona elpida elsa elsbeth else elsie elspeth eluned elvia elvira elza elzbieta elzhana ema eman
    emanuela embla emel emelie emeline emer emese emi emiko emilia emilie emiliia emilija emily emina emine emma emmanuelle
    emmi emmy emperatriz enas encarnacion endang ene enedina eneida enid eniko enisa enni enora enrica enriqueta epp erato
    erendira eri erica ericka erika eriko erin erlinda ermelinda erminia ermira erna ernestina ernestine ersilia erum
    erzsebet esi esin esma esme esmee esmeralda esperanca esperance esperanza esra essi estefania estela estelle ester
    estera esther esti estrella eszter etelka etelvina eter eteri ethel etsuko etti eudora eugenia eugenie eulalia eulalie
    eulogia eun-hye eun-ju eun-jung eun-kyung eun-young eunice euphemia eva eva-lena evangelia evangelina evangeline
    evanthia evdokia evelia eveliina evelin evelina eveline evelyn evelyne evgenia evgeniya evija evita evrim ewa ewelina
    eylul ezgi ezinne fabiana fabienne fabiola fadhlina fadime fadumo fadwa faezeh fahimeh faina faith faiza fani fanni
    fanny fanta fantine farah faranak farida farideh farrah farzana farzaneh fatemah fatemeh faten fathia fatima
    fatima-zahra fatimah fatimata fatime fatin fatma fatmire fatou fatoumata faustina faustine fauziah fawzia fay fayrouz
    federica fehmida felicia felicie felicita felicitas felicite felicity felicja felipa felisa felismina femke fenna ferda
    ferdane ferdinanda fereshteh feride feriel fermina fernanda fernande feruza feyza ffion fiammetta fidaa fidan fidelia
    figen fikile fikriye filipa filippa filiz filka filomena finola fiona fiorella fiorenza firoozeh fitri flaminia flavia
    flavie fleur floarea floortje flor flora florbela flordeliza flore florence florencia florentina floriana florica
    florinda florine flutura folake folashade forough fortunata fosca foteini fotini fouzia franca frances francesca
    francine francisca franciska franciszka francoise frantiska franziska frauke freda frederique frehiwot freja freya frida
    fride frieda friederike froydis fruzsina fulvia fulya fumiko funda funmilayo gabija gabriela gabriele gabriella
    gabrielle gaelle gaia gail galia galina galit gamze gargi gauri gavhar gayane geertje geertruida geeta geetha gemma
    genara generosa genet genevieve genoveffa genoveva genowefa georgeta georgette georgia georgiana georgina geraldina
    geraldine gerda gergana gerli gerlinde germaine gerolama gertrud gertruda gertrude gertrudis gesine geta geun-hye ghada
    ghalia ghazal ghazala ghislaine ghita giada gianna giedre gila gilberte gilda gillian gina ginevra ginka ginny gintare
    gioconda gioia giordana giorgia giovanna gisela gisele gisella giselle gita gitta gitte giuditta giulia giuliana
    giulietta giuseppa giuseppina giusi giustina gizella gjertrud gladys glenda glenys gloria glykeria godelieve gohar golda
    golnaz golshifteh gonca gonul gorana gordana gozde graca grace gracia graciela gracinda grainne grazia graziela
    graziella grazina grazyna greetje greta gretchen grete gretel grethe griet griselda gro guadalupe gudrun guendalina
    guglielmina guida guilhermina guillemette guillermina guinevere gul gulay gulbahar gulbanu gulcan gulchehra gulden guler
    gullan gulmira gulnar gulnara gulnaz gulnora gulnoza gulsah gulsen gulshat gulsum gulten gulzhan gun guna gunda gunes
    gunhild gunilla gunn gunnel gunnhild gunta gunvor guro gvantsa gwen gwenaelle gwendolen gwendoline gwendolyn gwenllian
    gwyneth gyongyi gyorgyi habiba hacer hadas hadassah hadeel hadiza hae-won hafsa hagit hailey hajar hajnalka hala hale
    halima halina halliki halyna hamida hamidah hana hanae hanako hanan handan hande hanga hanieh hanin hanka hanna hannah
    hanne hanneke hannele hannelie hannelore harini harriet haruka haruko harumi hasina hasmik hasna hatice hattie hauwa
    hava havva hawa hawazen hayat haydee hayley hayriye hazal heather heba hedda hedvig hedvika hedwig hee-jung hege heide
    heidemarie heidi heidrun heike heili heleen helen helena helene helga heli hella helle helmi heloisa heloise helve helvi
    hema hemalata hemlata hend hendrika henna hennie henny henrietta henriette hercilia herlinda hermina hermine herminia
    hermione hertha hessa hester hiba hideko hila hilal hilary hilda hilde hildegard hildur hilja hilkka hilla hillary
    hillevi hiltrud hina hind hinemoa hinewehi hipolita hiroko hirut hisako hitomi hjordis hoda holly homa honoka honorata
    honorine hortense hortensia houda houria hripsime hristina huda huguette hulda hulya huma huriye hye-jin hye-kyung
    hye-won hye-young hyo-jin hyun-joo hyun-sook iara iben ibolya ida idalia idit ieva ifeoma iffat igballe iglika ignacia
    iida iiris ijeoma ikram ikuko ilana ilaria ilayda ilda ildiko ileana ilektra ilenia ilhan iliana ilina ilinca ilka ilme
    ilona ilse iluta ilva ilze iman imane imani imbi imee imelda imke immacolata immaculada immaculee imogen ina inaam inara
    inbal inci indah indira indrani indre indu ineke ines inese ineta inga ingalill inge ingeborg ingegerd ingela inger
    inger-lise ingrid ingrida inguna ingunn ingvild ingvill inkeri inmaculada inna innocenza inonge inta intisar ioana
    ioanna iolanda iole iona ioulia ipek iphigenia irem iren irena irene irenka irina iringo iris irit irja irma irmgard iro
    iroda iryna isabel isabell isabella isabelle isadora isaura isaure iselin isha ishani isidora iskra isla ismini isobel
    isolde isotta isra israa itziar iulia iuliana iva ivana ivanka ivanna ivanne ivayla ivelina iveta ivi ivka ivona ivone
    ivonne ivy iwana iwona iyabo iza izabel izabela izabella izaskun izumi jaana jaanika jacinda jacinta jacinthe jackie
    jacqueline jacquelyn jacqui jadranka jadwiga jael jagoda jale jaleh jamila jamilya jana janaina jandira jane janelle
    janet janeth janice janie janina janine janka janneke jannicke jantje jarmila jaroslava jasmin jasmine jasminka jasna
    javeria jawaher jaya jayalalithaa jayanthi jayashree jayne jazmin jean-woman jeanette jeanie jeanne jeannette jeannine
    jehona jelena jelisaveta jelka jemima jenna jenni jennifer jenny jepkosgei jeptoo jessamy jessica jessie jeta jette
    ji-eun ji-hye ji-won ji-young jihane jill jillian jimena jin-sook jindra jindriska jirina jitka joan joana joanna joanne
    joaquina jocasta jocelyn jodie joelle johana johanna johanne joke jola jolan jolanda jolanta jole jolene jolien joni
    jonna jordana jorid jorunn josefa josefina josefine josephine josette josiane josie josien joumana jovana jovanka joy
    joyce jozefa juana juanita judit judita judite judith judy judyta julia juliana juliane julianna julie julienne juliet
    julieta juliette julijana jumana jung-sook junko jurate jurema jurga jurgita justa justina justine justyna jusztina
    jutta jyotsna jytte kaarina kader kadi kadiatou kadidia kadri kadriye kaia kaidi kaie kaija kaire kaisa kaitlyn kaja
    kajal kalea kalina kalliopi kalliroi kalpana kaltoum kaltrina kalyani kamala kamila kamile kamilla kamini kamola kana
    kanako kanchan kanchana kanimozhi kaori karen karianne karima karin karina karine karla karlijn karlygash karmen karmit
    karola karolina karoline karuna kashmala kasumi kata katalin katarina katarzyna katayoun kate katelijne katerina
    kateryna katharina katharine katherine kathie kathleen kathrin kathrine kathryn kathy kati katia katie katinka katja
    katri katrijn katrin katrina katsiaryna katy katya kavita kavitha kawthar kayla kayo kayoko kazuko keerthi keiko keira
    keit keitumetse kellyanne kendra keren kersti kerstin kerttu kertu ketevan keti keto kevser kezban keziah kgomotso
    khadija khadijah khadijeh khady khaleda khalida khalijah khatia khatuna khawla khofifah khrystyna khulood khunying kicki
    kiersten kiko kimberley kimberly kimiko kinda kinga kira kirsi kirsten kirsti kirstie kirstine kirstjen kirsty kirti
    kitty kiyoko kjellaug kjersti kjerstin klara klaudia klava klavdia kleopatra klothilde komal konstancja konstantia
    konstantina kornelia kornelija kosara kosovare kotryna krasimira kremena kriemhild krista kristalina kristel kristen
    kristi kristiina kristin kristina kristine kristyna krisztina krystal krystyna ksenia ksenija kseniya kulli kulsoom
    kumari kumiko kunegunda kunigunde kunsulu kveta kyllikki kyoko kyriaki kyung-hee kyung-wha lacramioara ladan laetitia
    laila laima laimdota laine lakshmi lala lale laleh lali lalita lalitha lama lamara lamia lamprini lana lara larisa
    larissa larysa lasma lata latha latheefa latifa latoya lauma laura laure lauren laurence laurie lavenia laverne lavinia
    layan layla lazzat lea leah leandra leanne leda leela leelo leena leila leilani leire lejla lela lena lene leni lenka
    lenuta leocadia leona leonie leonor leonora leonore leontine leopoldina lepa lerato lesego lesia lesley lestari lesya
    leticia letitia letizia lettice leyla lia liana liane lianne liat libby libertad libuse licia lida liddy lidia lidiia
    lidija lidiya lieke liene liesbet liesbeth liesel lieselotte liesl lieve liga ligaya ligia lii liia liina liis liisa
    liisi liivi lika lila lili lilia lilian liliana liliane liliia lilit lilith liliya liliyana lilja lilla lillemor lily
    limor lina linda lindita lindiwe line linn linnea liora lirie lis lisa lisbet lisbeth lise lisette lison litia liubov
    liudmila liudmyla liudvika liv liva livia liwayway liz liza lizbeth ljerka ljiljana ljuba ljubica loes loida lois lola
    lolita lonneke lora lore loredana loreen lorelei lorella lorena lorenza loreta loreto loretta lori lorna lorraine
    losaline lotta lotte lottie loubna louisa louise louisette lourdes lovisa luba lubica lubna luce lucero lucette lucia
    luciana lucie lucienne lucila lucile lucilia lucilla lucille lucinda lucja lucrecia lucretia lucrezia lucy ludivina
    ludivine ludmila ludmilla ludovica ludwika luigia luigina luisa luise luisella luitgard luiza lujain lujza luljeta
    luminita luningning lupe lusine luule luz luzia luzmila lydia lydie lykke lynda lynette lynn lynne lyra lysiane lyuba
    lyubka lyubomira lyubov lyudmila lyudmyla lyyli maaike maame maaria maarika maarit maarja maartje maayan mabel macarena
    macaria machteld madalena madalina madara maddalena made madeleine madelief madeline madelon madhavi madhuri madiha
    madina madonna maelle maeva maeve mafalda magali magda magdalena magdalini magdolna maggie magnhild magnolia maha
    mahabbat mahaut mahboubeh maheen mahin mahnaz mahsa mahshid maia maiara maie maija maiken maiko maimunah mairam maire
    mairead mairi maisie maite maiu maj maj-britt maja majda majlinda maka makbule maki makiko makpal malak malala malathi
    malee maleeha malena malene malgorzata malia malika malin malina malini malle mallika malohat malwina mamata mami mamie
    mamta manal manana mandana mandira mandisa mandy mane manisha manon manuela mara maram marama maravillas marcela
    marcelina marceline marcella marcia marcy mareike maren maret margaret margareta margarete margarethe margarida
    margarita margaux margery margherita margie margit margo margot margret margrethe margriet marguerite marharyta
    mari-liis maria maria-bg maria-elena maria-es maria-fernanda maria-fi maria-gr maria-grazia maria-hu maria-it maria-joao
    maria-jose maria-luisa maria-luisa-es maria-pk maria-pl maria-pt maria-ro maria-ru maria-teresa maria-theresia maria-ua
    mariah mariam mariama mariamne mariana mariangela mariann marianna marianne mariarosa mariastella maribel maricarmen
    maricel maricica maricruz marie marie-christine marie-claire marie-cz marie-france marie-helene marie-jeanne marie-laure
    marie-louise marie-louise-se marie-luise marie-noelle marie-pierre marie-rose marie-uk marieke mariela mariella marielle
    marietta mariette marigold mariia mariitta marija marijana marije marijke marika mariko marilena marilia marilou marilyn
    marina marine marinela marinella mariola marion marisa marisela mariska marisol marissa maristella marit marita marites
    maritza mariya marja marja-liisa marjaana marjan marjatta marjo marjolaine marjolein marjorie marju marjut marketa
    marketta marleen marlen marlena marlene marlies marloes marsha marta marte martha marthe martina martine martta martyna
    marvi marwa mary mary-ann mary-lou maryam maryia maryla maryline maryna maryse maryvonne marzena marzia marzieh masako
    masego masha masooma masoumeh massoumeh mathilda mathilde matia matild matilda matilde matylda maud maura maureen
    mauricette mavis maximina maxine maya mayawati mayra maysa maysoun mayu mayumi mazal mbali mebrahtu mechthild medea
    medha meena meenakshi meera meerim meg megan megawati megha meghan megumi megyn mehnaz mehreen mehri mehriban mehrnaz
    mehrunisa meike meirav melania melanie melaniya melba mele melek meliha melike melina melinda melisande melissa melita
    melitta melodie meltem menaka meral merav mercedes mercedesz mercia mercy mere mereana meredith meret merete meri meriem
    merike merima merja merle meruert mervat merve mervi meryem meseret mette mi-kyung mi-ran mi-sook mia micaela michaela
    michalina michela michele micheline michelle michiko micol midori mieczyslawa mieke mieko mietta migle mihaela miho
    mikaela miku mila milada milagros milana milda mildred milena mileva milica milijana milka milkica milla mille millicent
    miloslava miluse milvi mimma mimoza min-jung min-seo mina mindy mine minerva minna minnie minoo mio mioara mira
    mirabelle miranda mirdza mireia mireille mirela mirella mireya miri miriam mirja mirjam mirjami mirjana mirjeta mirka
    mirlande miroslava miroslawa mirsada mirta mirthe mirva misaki missy mitra mitsuko miyako miyuki mizuho moa modesta
    mohini mohira moira mojca mojgan mollie molly momoko mona monica monika monique monir monta montserrat moonika morag
    morena morgane morwen morwenna motoko mouna mounira mridula mualla muazzez muge muireann mujde mukaddes mulu mulyani
    muna munaza munira muriel murielle muthoni mutinta mwajuma mwanaidi myra myriam myroslava myrsini myrtle myrto myung-hee
    naama nabila nada nadege nadezda nadezhda nadia nadiia nadine nadira nadja nadya nadzeya naeema nafisa nafissatou nafula
    nagla nagwa nahed naheed nahid nahla naho naila nailya naima naira najat najla najwa nalan naledi naliaka namita namrata
    nan nana nanako nancy nandini nandita nane nanette nanna nanuli naoko naomi narcisa narges nargiz nargiza nariman narine
    narmin nasima nasimiyu nasreen nasrin natacha natalia natalie nataliia natalina nataliya natallia natalya natasa
    natascha natasha natela natercia nathalie natia natividad nato natsuko natsumi nattaya nawal nayeli nayla naz nazan
    nazanin nazare nazgul nazha nazia nazira nazli nazneen ndeye nea nebahat necla neda nedeljka nedyalka neelam neeltje
    neema neena nefeli nefertari negar neha nehal nehama nekesa nela nele neli nelida nell nella nelleke nelli nelly nely
    nenita nera nerea nereida nerina neringa nerma nermeen nermin nerys neslihan nesrin nesrine nessa nettie neusa nevena
    nevenka nevin ngaire ngozi niamh nichola nicla nicole nicoleta nicoletta nidhi nienke nieves nigar nighat nigora nihal
    niina nijole niki nikki nikolett nikolina nil nilay nilda nilde nilgun nili niloofar niloufar nilufar nilufer nimco
    nimet nina ninni ninon nira nirmala nirupama nisha nishtha nisrine nitza nives njeri nkechi nkiru nneka noa nobuhle
    nobuko nodoka noelia noelie noelle noemi noemia noemie noga noha nokuthula noluthando nolwenn nompumelelo nomsa nomusa
    nomvula nona nonna noora nora noreen norlela norma nosipho notburga noura nouria novella nozomi ntombi nuala nubia nuha
    nukhet nune nunu nunzia nur nuray nurcan nurgul nuria nurit nursel nurten nurul-izzah nusrat nyabol nyakim nyambura
    nyandeng nyasha oana obdulia obiageli octavia oda odalys oddny odeta odete odette odile odilia ofelia ofra ognyana
    ohanna oili oksana oksanna oleksandra olena olesia olesya olga olha olimpia olinda oline olivera olivia oliwia oluchi
    olufunke oluremi olwen olympe olympia ombeline ombretta omolara omotola ona onalenna onorina onyinye oona oonagh ophelia
    ophelie orapin oriana oriane orietta orit orla orlaith orly orna ornella orsola orsolya ortensia ortrud orvokki osnat
    otilia ottavia ottilie ottoline otylie oumou outi oya oygul oyuntsetseg ozge ozlem ozoda padma padmavati padmini
    paetongtarn paige paivi palesa palina pallavi palma palmira paloma pam pamela panagiota panna pannika paola paraskevi
    parastoo pardis parisa parvana parvaneh parvati parveen parvin pascale patricia patrizia patrycja patsy patty paula
    paule paulette pauliina paulina pauline pavithra pavla pavlina pegah peggie peggy pelagia pelin penda pendo penelope
    penka penny perihan perizat pernilla pernille perpetua perpetue perrine persefoni pervin petra petrina petrona petronela
    petronella petula petya philippa philippine phillipa philomene phoebe phumzile phyllis pia piedad piedade piera
    pierrette pihla piia pilar pille pilvi pina pinar pinja pippa piret piritta pirjo pirkko piroska plamena ploypailin
    pnina policarpa polina polly polyxeni pooja poonam poppy pornpen portia porzia pragya pranvera praphasri praskovya
    pratibha pratima preeti prema prerna prisca priscila priscilla priscille priya priyanka prossy prudencia prune prunella
    puan punam purificacion puspa qandeel queenie quiteria quynh rabab rabia rabiaa rachel rachele rachida rachna rada radha
    radhika radka radmila radojka radoslava radostina rael rafaela raffaella rafidah raghad raghda ragna ragnhild ragnhildur
    rahayu raheela rahel raheleh rahma raija raili raina raisa raissa raja rajani rajeshwari rajni rakhi rakiya ralitsa
    rallou raluca ramata ramia ramona ramune rana randa randi rania ranjana rannveig rano raquel rasa rasha rashida rashmi
    rasita rasma rasmia rati ratna raushan ravit rawan rawya raymonde rayna razan rebeca rebecca rebekka reem reena reet
    reetta refilwe regina regine reham rehana rehema reiko reine reinhild reka rekha remedios rena renata renate renee reni
    renske renu renuka retno revathi revital reyhan rhian rhiannon rhoda rhona rhonda ria rian ricarda rie rieke rieko
    riffat rigmor rigoberta riikka riin riina riitta rikke riko rim rima rimma rina rini ririn risa risma rita ritsuko ritu
    ritva rivka roberta robyn rocio rodica rogelia rohana roisin rokaya rokeya rokhaya rokia rokiatou roksolana romana
    romane romina romy ronit ronja roopa roos rosa rosalba rosalia rosalie rosalind rosalinda rosaline rosalva rosamund
    rosana rosangela rosanna rosanne rosaria rosario rosaura rose rosella rosemarie rosemary rosetta roshni rosie rosine
    rosita rositsa rosmah rossana rossella roswitha rouba roula rowena roxana roxane roxanne roya roza rozafa rozalia ruba
    rubina rudite rudo rufina rukmini rula rumyana runa rupa ruqaya ruqayya rushda ruslana rusudan rut ruta rute rutendo
    ruth rutt ruvimbo ruxandra ruya ruza ruzanna ruzena ruzica ryoko ryszarda saadet saana saara sabah sabeen sabiha sabina
    sabine sabrina sachiko sadaf sadhana sadhbh sadia sadie sadiye safa safia safiatou safiya safiye sagarika sahar
    sahle-work saida saima saimi saira saki sakina sakura salanieta saliha salimata salla sally salma salme salome salote
    saltanat salwa samah samal samaneh samanta samantha samar sameera samia samina samira sanaa sanae sanam sanda sandhya
    sandra sandrine sanela sang-hee sangeeta sania sanita saniya sanja sanjana sanna sanne sanni santa santina saoirse sara
    sarah sarai sarala sari sarit sarita sarka sarlota sarmite saroja sarojini sarolta saskia satenik satoko satomi satu
    saule savina savita savitri savka sawsan sayaka sayuri sayyora seble sebnem secil seda sedef seema sefora segolene
    sehnaz seija seiko sejal selam selamawit selena selin selina selja selma sema semka semra senait senay senem senja senka
    senni sennur seo-yeon seo-yun sepideh serafima serafina serap seraphima sereana serena serpil setareh setsuko sevda
    severina severine sevgi sevil sevim sevinc sevinj seynabou sezen shabana shabnam shadi shadia shagufta shahida shahla
    shahlo shahnaz shahnoza shahrzad shahsanem shaila shailaja shaima shaimaa shaista shakira shalini shamshad shanta shanti
    sharada sharifah sharmeen sharmila sharon shauna shazia sheela sheetal shefali shehla sheida sheikh-hasina sheila
    shelley shelly shereen sheri sherine sherri sherry shigeko shiho shilan shilpa shima shira shirin shirley shirly shivani
    shizuka shizuko shlomit shobha shobhana shohreh shoira shokoufeh sholpan shorena shoshana shpresa shraddha shreya shruti
    shubha shula shurooq shushan shweta sian sibel sibongile sibylle sidonie sidra sidsel sieglinde sietske sigal sigalit
    sigbritt sigita signe sigrid sigridur sigrun siham siiri sile silja silje silke silva silvana silvi silvia silvija simge
    simin simindokht simisola simona simone simonetta simonida sinead sinem sini sinikka siobhan sioned siranush sireen
    siret siri sirimavo sirin siriporn sirje sirkka sirpa sisilia sisko sissel sita sitara siti siv sivan sizakele sjoukje
    skaidrite skaiste slavenka slavica slavka slawomira smadar smaranda smilja smita smriti sneha snehal snezana snezhana
    snjezana so-young soad socorro sofia sofie sofiia sofija sofya sogand soha sohaila sohair soila soile sointu sokhna
    solange soledad solene solfrid soline solomiia solrun solveig solvej solvita somaya somayeh somjai sona sonal sonata
    songul sonia sonja sonya soo-jin soo-kyung soon sophia sophie sophiko sopio soraia soraya sorcha sorina sotiria souad
    souha soumaya spela spomenka sridevi stacey stacy stana stanislava stanislawa stanka stavroula stefania stefanie
    stefaniia steffi stefka stela steliana stella stepanka stephanie stien stiliani stina stine stoja stojanka stoyanka
    su-jin suad suada subhadra subira sucheta suchitra sudarat sudarshini sudha suela suellen sufia suha suheyla sujata
    sukran sulochana sultana sumaira sumaya sumbul sumeyye sumi sumiko sumitra sun-hee suna sunanda suncica sunita sunniva
    suoma supatra supriya sureerat surekha susan susana susanna susannah susanne sushila sushma susi susie sussi suvarna
    suvi suzana suzanne suzette suzuko suzy svanhild svenja svetla svetlana sveva sviatlana svitlana swantje swapna swati
    swetlana sybil sybille syeda sylva sylvette sylvia sylviane sylvie sylwia symbat synne synnove szilvia szonja tabea
    tabitha taguhi tahani tahereh tahira tahmina taina taisia taisiia taisiya takako tali talia talita tallulah tamako
    tamanda tamar tamara tami tamiko tammy tamsin tamta tania tanisha tanja tansu tanuja tanvi tanya tanzila tara tarana
    taraneh tariro tarja taslima tasnim tasoula tatana tatevik tatiana tatjana tatsiana tatum tatyana tatyanna te-puea tea
    tecla tegan tehila tehmina teija tejaswini tekla tellervo telma teodora teodosia teofila teona teresa teresinha teresita
    terez tereza terezia terhi terttu tess tessa tetiana tetyana teuila teuta thais thalatha thaleia thandeka thandi
    thandiwe thea thekla thelma thenmozhi theodora theodosia theoni theres theresa therese thirza thokozile thomasina thora
    thordis thuraya thuy tiffany tigist tiia tiina tiiu tijana tikva tilda timea tina tinatin tineke tinneke tiphaine tiril
    tirza titilayo tiziana todorka toktaim tolganay tomasa tomoko tomomi tone tonje tonka tonya tora torbjorg tordis torhild
    toril torild torill torunn tosca toshiko tosia touran tova tove tracey tricia triin triinu trijntje trina trine trish
    trude trudy truus tsai tsampika tshepiso tsion tsira tsitsi tsovinar tsveta tsvetana tsvetelina tugba tuija tulay tulin
    tulipan tullia tulsi tumaini turi turid turkan tuti tuula tuuli tyra tytti tyyne tzipi tzipora ugne uju uliana ulla ulle
    ulpu ulrika ulrike ulvi ulviye ulviyya ulyana ulzhan uma umaima umida umran unelma unni upendo urai urmila urska ursula
    ursule urszula urte urvashi usha uta ute vaclava vafa vaia vaida vaike vaira vaishali vaiva valbona valborg valda
    valdete valentina valentine valentyna valeria valerie valeriia valerija valeriya valgerdur valiantsina vanda vandana
    vanesa vanessa vanitha vanja vanna vappu varda varpu varsha varvara vasanthi vasilica vasiliki vasilisa vasilka
    vassiliki vasudha vasundhara vasylyna veena veera veerle velichka velma velta vendela vendula veneta venetia venla vera
    veranika vered verena verica verna verona veronica veronika veronique veselina vesna vestine viara vibeke vicenta vicki
    vicky victoire victoria victoriana victorine vida vidya vieno viera vigdis viire viive viivi vija viki viktoria viktorie
    viktoriia viktorija viktoriya vilde vilija vilja vilma vimala vincenza vineta vinita vinka viola violaine violeta
    violetta violette viorela viorica vira virag virginia virginie virpi virve visnja vitoria vittoria viveca viveka vivian
    viviana viviane vivien vivienne viyaleta vizma vjera vjollca vjosa vladislava vlasta vlastimila voica volha vukosava
    vuokko vytaute wafa wafaa wairimu waltraud wambui wanda wangari wanida wanjiku wanjiru warda wedad wenche wendela
    wendelien wendy wera weronika whetu widad wiebke wieke wieslawa wiktoria wilhelmina wilhelmine willa willeke willemijn
    willow wilma winifred winnie wioletta wislawa wulan xanthi xenia ximena xiomara xochitl yaa yaara yadira yael yafa
    yagmur yamila yamini yamuna yana yanina yanira yanka yanti yara yardena yaroslava yasaman yasemin yashodhara yasmeen
    yasmin yasmina yasmine yasuko yayoi yayra yazmin yehudit yekaterina yelda yelena yeliz yelizaveta yemima yenny yeon-hee
    yesenia yesim yetunde yevdokia yevgenia yevheniia yewande yianna yingluck ylva ylwa yngvild yo-jong yoana yocheved
    yohana yoko yolanda yolande yolima yonca yoo-jin yoon yordanka yoriko yoshie yoshiko young-hee ysabel yui yuka yukako
    yukari yukie yukiko yuko yulduz yulia yuliana yuliia yuliya yumi yumiko yuriko yurina yusra yuwadee yveline yvette
    yvonne zabel zacharoula zahava zahia zahida zahra zaida zaiga zaina zainab zaira zakia zaklina zala zaleha zamfira
    zamira zana zanda zane zanele zaneta zara zarifa zarina zartaj zaruhi zawadi zaynab zdena zdenka zdislava zdravka zeba
    zebo zehava zehra zeina zeinab zelda zelia zelie zeliha zeljka zenaida zenobia zenovia zerrin zewdie zeynep zhaleh
    zhanar zhanat zhanna zhazira zhibek zhivka zilda zinaida zineb zinta zipora zita ziva zivile zlata zlatka zodwa zoe
    zofia zohra zohreh zoia zoila zoja zola zora zoraida zorana zoriana zorica zornitsa zoubida zoya zrinka zsanett zsofia
    zsuzsa zsuzsanna zubaida zubeda zubeyde zuhal zuhra zuhura zulaikha zulema zulfiya zulmira zumra zumrut zuraida zuzana
    zuzanna zyta
""")
