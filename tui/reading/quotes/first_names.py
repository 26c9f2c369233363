"""Which first names, and endings of surnames, are a man's and which a woman's, as far as that is the same everywhere.

Names that are a man's in one country and a woman's in another (Andrea, Jean, Kim, Sasha, Nikita) are in no list.
Spelled without accents, as they are looked up.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tui.reading.quotes.word_classes import word_set

_MEN = word_set("""
    aaron abbas abdallah abdel abdul abdulaziz abdulla abdullah abdulrahman abebe abel abraham adam adel adnan adolfo
    adrian ahmad ahmed ahmet akhmed akira alan albert alberto aldo aleksander aleksandr aleksandar alejandro aleksei
    alessandro alexander alexandre alexandros alexei alfonso alfred alfredo ali aliaksandr alistair allan alois
    alvaro amadou amir amr anatoly anders andreas andrei andrej andres andrew andrey andrii andriy andrzej angelo
    angus antal anthony antoine anton antonio antonis arif aristide arkady armando armen arnold arsen artem arthur
    artur arturo arvid asad asif aslan atef attila august augusto aurelio axel ayman aziz babak bahman bahram bakir
    barack bartosz bashar bashir basil behnam behrouz benedikt benjamin benito bernard bernardo bernd bernhard bill
    bjorn blaise bogdan bohdan boris borislav boubacar bruno burak bulent carl carlo carlos celestin cesar cheikh
    christian christoph christophe christopher cem cihan clemens clement colin constantin cornelius cyril dag
    dan daniel daniil danilo dario dariusz darko david davit davide dejan denis dennis denys desmond didier diego
    dieter dilshad dimitar dimitri dimitris dirk djibril dmitri dmitrii dmitry dmytro domingo dominik donald dragan
    dusan ebrahim edgar edmund eduard eduardo edward edwin efrain egor einar eino elias elijah emanuel emil emilio
    emmanuel emmerson enrico enrique enver ercan erdem eric erich erik ernesto ernst esteban etienne eugen eugene
    evangelos evgeny fabian fabio fahad faisal farhad farid farouk fathi fedor felipe ferdinand ferit fermin fernando
    fiachra filip finn florian francesco francis francois frank franz fred frederic frederik friedrich fuad fyodor
    gabor gabriel gareth gavin gary geir gennady geoffrey georg george georges georgi georgios gerard gerhard giacomo
    gianni gideon gilbert gilles giorgi giorgio giovanni giuseppe gleb goran gordon graham greg gregor gregory grigory
    guido guillaume guillermo gunnar gunther gustav gustavo guy habib hadi haitham hakan hamad hamed hamid hamza hannes
    hans harald harlan harold harry haruto hasan hassan hector heinrich heinz helmut henri henrik henry herbert heribert
    herman hermann hideki hiroshi horacio horst hossein howard hubert hugh hugo hugues hulusi hussein ian ibrahim idris
    ignacio ignatius igor ilham ilia ilias ilya imad imran ingolfur innokenty ioannis ion ivan ivo jaap jack jacob
    jacques jakob jakub jamal james jamil jan janez janos jaroslav jarek jason javad javier jeff jeffrey jens jeremy
    jerome jerzy jesper jesus jim joao joachim joe joel johan johann johannes john jon jonas jonathan jorge jose josef
    joseph josip josphat joshua juan juha julian julien julio jurgen juri justin jussi kamal kamil karel karim karl
    karol kaspar kazem kazimierz keith kenji kenneth kevin khaled khalid khalifa kirill klaas klaus kofi konrad
    konstantin konstantinos kostas krzysztof kurt kwabena kwame kwasi kyriakos ladislav laith lajos lars laszlo laurent
    lazar leandro lefteris leif leo leon leonard leonid leopold leszek levan lionel lloyd lorenz lorenzo louis
    luc luca lucas lucio ludwig luigi luis luiz lukas luka lutz maciej magnus mahamat maher mahmoud mahmud majid
    maksim maksym malcolm mamadou mansour manuel marc marcel marcelo marcin marcio marco marcos marcus marek mario
    marius mark marko markus marouan martin marwan masud mateusz mathias mathieu matteo matthew matthias matti
    maurice mauricio max maxim maximilian mehdi mehmet mert michael michal michel miguel mihai mihail mikael mikhail
    mikko mikola milan miles milos milorad miodrag mircea miroslav mohamed mohammad mohammed mohsen moises morten moshe
    moussa muhammad murad murat musa mustafa mykhailo mykola nabil nadir nasser nathan nawaf nelson neil niall nicholas
    nick nicola nicolas nicos niels nigel nikol nikola nikolai nikolaos nikolas nikolay nils noah norbert norman
    nurlan obinna octavio olaf oleg oleh oleksandr oleksii oleksiy oliver olivier olli olof omar omer orhan oscar oskar
    osman ostap ottavio otto ousmane owen pablo pascal patrice patricio patrick paul paulo pavel pavle pavlo pawel
    pedro pekka per percy peter petr petro petros petteri phil philip philipp philippe pierre pieter piotr plamen
    predrag qasem radek rados radomir radovan radoslaw rafael rafal rahul raj rajesh ralf ramadan rami ramon rami
    ramzan rashid rasmus raul ravi raymond recep reinhard reinhold renaud rene reza ricardo richard rizwan robert
    roberto roderich rodrigo roger roland rolf roman ron ronald rostislav rudi rudolf ruslan russell ryan saad sadyr
    said saleh salih salim salman salvador sami samir samuel santiago saul scott sean sebastian sergei sergey serge
    sergio serhii serhiy sharif shinzo sigmar sigurd silvio simon slobodan sokol stamen stanislav stanislaw stavros
    stefan stefano stefanos stephane stephen stepan steve steven stipe stuart suleiman sven svein szymon taha takeshi
    tamas tamim tarek tareq tariq taras tarik tayyip ted teodor terence thabo thaddeus theo theodor theodore theodoros
    thierry thomas thorsten tibor tigran tim timo timothy timur tobias tom tomas tomasz tomislav tommaso tony
    torsten toshiro tristan tyrone udo ulf ulises ulrich umar umberto uwe vadim vahram valdis valentin valeriy vasil
    vasile vasily vassilis veit viktor vikram vincent vincenzo vitali vitaly vitalii vittorio vlad vladimir vladislav
    volker volodymyr vsevolod vyacheslav walid walter wendell werner wilfried wilhelm willem william winston wladyslaw
    wolfgang wojciech xavier yahya yair yannis yasser yasir yaroslav yevgeny yevhen yitzhak yoav yossi youssef yuri
    yuriy yusuf yves zaur zbigniew zdenek zeljko zoltan zoran zurab mutaz osama qusay evagoras elliott wayne duncan
    isaac nathaniel jerzy ferdi gintautas kestutis arvydas algirdas andris janis edgars kaupo urmas toomas marat
""")
_WOMEN = word_set("""
    abigail ada adela adriana agata agathe agnes agnieszka aida aigerim aigul aila aino aisha aishwarya akosua alba
    aleksandra alejandra alena alessandra alexandra alexandria alice alicia alina aline allegra alma amal amalia amanda
    amelia amelie amina amira amy ana anahit anais anastasia anca anette angela angelica angelina angeline anita anja
    ann anna annalena anne anneke anneli annegret annelore annette annika anouk antoinette antonella antonia anya
    araceli arancha ariadne ashley asma asta astrid asya audrey aurelie aurora ayesha ayse azra barbara beata beate
    beatrice beatrix beatriz begona belen belinda benazir benedetta benedicte berenice bernadette berit bertha bettina
    bianca birgit birgitta birtukan bjork bogdana bozena brenda bridget brigitte britta bronwyn camelia candice carla
    carlotta carme carmen carol carolina caroline cassandra caterina catherine cathy cecile cecilia celeste celia
    celine chantal charlotte cheryl chiara chloe christa christiane christina christine cinzia claire clara clarissa
    claudia clementine clotilde concepcion constance consuelo corinna corinne cornelia cristina cynthia dagmar dalia
    daniela danica danielle danuta daphne darya deborah debra delphine desiree diana dilma dolores donatella donna
    dora doris dorothea dorothy dragana dunja ebba edith editha edyta efua eileen eirini ekaterina elaine elena eleni
    eleonora elif elina elisa elisabeth elise eliza elizabeth elke ella ellen elodie elsa elvira emilia emily emina
    emine emma erika erin erna ernestine esperanza estelle esther eszter eugenia eva evelyn ewa ewelina fabienne
    farah farida fatemeh fatima fatime fatma fatmire fatou felicia felicity filippa fiona flavia florence florentina
    franca frances francesca francine francoise franziska freya frida friederike gabriela gabriele gabriella gabrielle
    galina genevieve georgia georgina geraldine gerda gertrud gesine ghada gillian gina giorgia giovanna giselle
    giulia gloria golda grace greta gretchen gudrun gulnara gunvor hala halina hamida hamidah hanan hana hanna hannah
    hanne hannelore harriet hatice hayat heather hedda heide heidi heike helen helena helene helga hend hermine
    hilary hilda hilde hillary hind hortense huda ida ilana ilaria ilinca ilka ilona ilse imelda ines inga inge ingeborg
    ingrid inguna ioana iolanda irena irene irina iris irma isabel isabella isabelle iulia ivana ivanka iveta ivona
    iwona izabela jacinda jacqueline jadwiga jana jane janet janice jasmin jasmine jelena jennifer jenny jessica joan
    joana joanna joanne jocelyn johanna josefa josefina josephine joyce juana judith judy julia juliana julie juliette
    justyna jutta kaja karen karin karla karolina katalin katarina kate katerina katharina katherine kathleen kathrin
    kathryn kathy katia katja katrin katrina kateryna katya kayla kerstin khadija kinga kira kirsten kirsti klara
    klaudia konstancja kristalina kristen kristin kristina krystyna lana lara larissa latifa laura laure lauren lea
    leah leila leena lejla lena leocadia leonor leontine lesia lesya leticia lidia liesbeth lila lilia lilian liliana
    lilith lina linda lisa lisbeth liudmila liv livia liz liza ljubica loretta louise lourdes lovisa luba lubna lucia
    luciana lucie lucille lucinda lucrecia lucy ludmila ludmilla luisa luise luz lydia lyudmila madeleine madeline
    magali magda magdalena maggie magnolia maha maia maija maja malala malgorzata mandy manon manuela mara marcela
    margaret margareta margarete margarita margaux margherita margot margrethe marguerite maria mariam mariana marianna
    marianne maribel marie mariella marija marijana marina marine marion marisa marisol marit marita marjan marta
    martha martina martine mary maryam maryna mathilde maud maura maureen maya medea megan meghan mehrnaz melania
    melanie melaniya melissa mercedes meredith meryem mette mia michaela michele michelle milena mina mirela mirjam
    miranda mirlande miriam molly mona monica monika monique morag muriel myriam myrsini myrto nada nadezhda nadia
    nadine nadja najat nana nancy naomi narges natalia natalie natalya natasha nathalie nawal nazanin neda nefertari
    nela nelly nevena nicole nicoletta nigar nikki nina ninon njeri noemi noemie nora norma nuria odalys odette odile
    oksana olena olesya olga olivia olha oluremi ophelia orla orly ottilie oyuntsetseg paloma pamela pascale patricia
    patrycja paula paulina pauline pelagia penelope penny perpetua petra philippa phoebe pia pilar piritta polina
    prossy quynh rachel rachida radka ragnhild rahel raisa ramona rana rania raquel rasha rayna rebecca reem regina
    regine remedios renata renate renee rhonda ricarda riina rima rita roberta rocio rosa rosalia rosalind rosario
    rose rosemarie rosemary roxana roza ruth sabina sabine sabrina sadia saida salma salome samantha samia samira
    sandra sanna sara sarah saskia sefora selma senait serena sevgi seynabou shabana shakira sharon sheila shirin
    shirley sibel sibylle sigrid silke silvia simone simonetta sinead siobhan siri sirpa sofia solange soledad
    solene solveig sonia sonja sophia sophie soraya stacey stefania stefanie stella stephanie sumaya susan susana
    susanna susanne suzanne svetlana sviatlana swetlana sybille sylvia sylvie tabitha tamara tamar tania tanja tanya
    tara tatiana tatjana tatyana teodora teresa teresita terhi tereza thea thelma theresa therese tiina tina tonje
    torbjorg tove tsai tzipora tzipi ulla ulrike ursula valentina valeria valerie vanda vanesa vanessa varvara vera
    verena veronica veronika vesna victoria viktoria viola violeta violetta virginia viviana vivian vivienne wanda
    wangari wendy wiebke wilhelmina wilma winnie xenia ximena yael yasmin yasmina yasmine yelena yevgenia yolanda
    yordanka yulia yuliia yuliya yvette yvonne zahra zainab zaynab zeinab zeynep zhanna zinaida zoe zofia zora zorica
    zsofia zsuzsanna zuzana latoya marjorie delia benita rigoberta mirta petronella
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
