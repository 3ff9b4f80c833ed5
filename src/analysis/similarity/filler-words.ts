/** Words of many sentences and no failure, in the languages most archives are written in, folded. They weigh less in a question, and are never given as a reason. */
const FILLERS = new Set(
  `
a about above after again all almost already also although always am among an and another any anybody anyone anything are
around as ask asked at away back be became because become been before began being below between both but by call called
came can cannot could couldn day days did didn do does doesn doing don done during each early either else enough even
ever every everything few finally find first for found from full further gave get gets getting give given go goes going gone
got had hadn has hasn have haven having he hello hence her here him his hour hours how however i if immediately in indeed
instead into is isn it its itself just keep kept know known large last later least less let like likely little long longer
look looked looking made mainly make makes making many may maybe me meanwhile might minute minutes more most mostly much must
my near need needed needs never new next no nobody none nor normal normally not nothing now of off often ok okay old on once
one only onto or other others our out over own part people per perhaps please possible possibly problem problems put quickly
quite rather re really right said same saw say says second seconds see seem seemed seen several shall she should shouldn
simply since so some somebody someone something sometimes soon sorry still such take taken takes taking team than thank
thanks that the their them themselves then there therefore these they thing things think this those though thought three
through thus time times to today together told too took toward tried try trying two under unfortunately unless until up upon
us use used using usual usually various very via want wanted was wasn way we week weeks well went were weren what whatever
when where whether which while who whole whom whose why will with within without won work worked working would wouldn yes
yesterday yet you your
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bitte da dabei dadurch
dafur daher damit danach dann daran darauf das dass dazu dem den denn der des deshalb die dies diese diesem diesen dieser
dieses doch dort durch ein eine einem einen einer eines einige er erst es etwa etwas euch fur ganz gegen gibt hat hatte
hatten haben hier ich ihm ihn ihr ihre ihren im in ins ist ja jede jedoch kann kein keine konnte konnten leider man mehr mit
mussen musste nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so sofort sowie uber uhr um
und uns unser unsere unter viel viele vom von vor wahrend war waren warum was weil weiter weitere welche wenn werden wie
wieder wir wird worden wurde wurden zu zum zur zwei zwischen
afin ai ainsi alors apres assez au aucun aucune aujourd aussi autre autres aux avait avant avec avoir avons bien car ce ceci
cela celle celles celui certains ces cet cette ceux chaque chez comme comment dans de depuis des deux donc dont du elle elles
en encore enfin entre est et etaient etait ete etre eu faire fait faut fois font hui il ils je la le les lequel leur leurs lors
mais me meme memes moins mon ne ni nos notre nous on ont ou par parce pas pendant peu peut plus plusieurs pour pourquoi pu
puis quand que quel quelle quelques qui sa sans se selon ses si son sont sous suite sur tous tout toute toutes tres trop un
une vers voici vos votre vous y
ademas al algo algunas algunos alli antes aqui asi aunque bajo bien cada casi como con contra cual cuales cuando cuanto de
debe deben debido del desde despues donde dos durante el ella ellas ellos en entonces entre era eran es esa esas ese eso esos
esta estaba estaban estado estamos estan estar estas este esto estos fue fueron gracias ha habia habian hace hacer hacia han
hasta hay la las le les lo los luego mas me mediante menos mi mientras misma mismo momento muy nada ni ninguna ningun no nos
nosotros nuestra nuestro o otra otras otro otros para pero poco por porque pues puede pueden que quien se segun ser si sido
sin sobre solo son su sus tal tambien tan tanto tenia tiene tienen toda todas todavia todo todos tras tu un una unas uno unos y
ya
ainda alem algum alguma alguns ao aos apenas apos aquela aquele aqui assim ate cada com como contra cujo da das de dela dele
depois desde dessa desse desta deste do dois dos e ela elas ele eles em enquanto entao entre era eram essa essas esse esses
esta estao estava estavam este estes eu foi foram fomos ha houve isso isto ja la lhe logo mais mas me mesma mesmo meu muito
muitos na nada nao nas nem nenhum nessa nesse nesta neste no nos nossa nosso num numa o onde os ou outra outras outro outros
para pela pelas pelo pelos pode podem por porem porque pois qual quando quanto que quem sao se seja sem sendo ser seu seus so
sob sobre sua suas tambem tao te tem temos tendo ter teve tinha toda todas todo todos tudo um uma umas uns vez voce
`
    .trim()
    .split(/\s+/),
);

/** True for a word, folded, that says nothing of a failure. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}
