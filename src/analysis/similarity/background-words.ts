/**
 * Words of many incidents, whatever they tell of: the share of incidents that hold a word, by powers of a half, and the words.
 * Counted in the example archive by `node src/bench/background-words.ts`.
 */
const CLASSES: readonly (readonly [share: number, words: string])[] = [
  [
    1,
    `
an and are as at be by each first for from has in is it its no not of on one out that the time to was what with
`,
  ],
  [
    0.5,
    `
after again alert all also another back been before between call can cause change changed could database day do does end
error every four get had half happens have hour how if last left limit list long may minute minutes more name never new
nobody nothing old once only or other page per place prevent read root same second seconds see server since so somebody
takes ten than them then there they this three times too two until up were when where which while who without would written
`,
  ],
  [
    0.25,
    `
about against alone answer answers any anything ask asked asks away because begins behind being beside both cache came
cannot changes check checkout client closed code come comes connection connections copy customer customers data date days
detection did different done down due else ended ends enough event ever everybody everything everywhere exception failed
fault file fires five found full given go goes gone good hand happened hours incident instance instances into issue itself
java kept known late let like line load lock log longer look looked lost made makes many memory missing morning most moved
ms names need needs network next night nine none now number off oncall ones open order orders others outside over own parts
past peak people person pg point pool process production put quarter query question rate reads reason recovery refused
release reports request requests resolution right rows rule run runs say says service set share shop show shows single six
size slow some something sql stands start starts state statement step still stock stop stopped summary switch table take
taken test text their those through timeout told took tried twenty twice under use used wait waiting waits way well went
whatever whether whoever whole whose will within work write wrong year you
`,
  ],
  [
    0.125,
    `
above activity add address afternoon alerting along already alter analysis anybody app application april backend backup
basket belongs below busy but called calls catalogue chosen clients clock cluster column command configuration connect
contributing cost costs count counts decision disk dropped dump during early edge effect eleven empty environment errors
escalation exhaustion exists expired explanation factors fail failure far fatal few find finds form forty friday gets give
got graph grep growers head held here hikari holds http hundred idle immediate index inside instead june kafka keep keeps
key kind know knowledge knows labels later lead less level live locks logs looks machine mail make march matters md mdx
means meant message messages migration min mitigation moment move must named needed neither node normal notice noticed null
offset often opens org owner pages part pgstatactivity pipeline plan plant platform postgre postgresql postmortems pressure
procedure program queue ran ratio reach reached reader reading refuses replica replicas replication report response rest
restart restarted restarts restore retry review role rolled room row runbook running safe said saturday saw scan schema
search seen sent served services session sessions settings seven several sh short shown side small spring started stat
status stay stood stops sum supplier suspected switched system tables team thing things third thirty thread together tool
total transaction try twelve type us user users value version waited wal we week why worked working worth writes writing
years yet zone
`,
  ],
  [
    0.0625,
    `
access account accounts added addresses afterwards alerts allowed always apart archive attempt attempts author bad balancer
became become becomes begin broken built bus button bytes caller capacity carrier certificate chain channel common compare
computed content contract counted current dashboard databases dates decide decided decides delete delivery dependency
describe detail difference drop either elsewhere evening events example exist falls fast faster field fifteen filled fired
forward fourth free going graphs halls hints hold host id incidents info internal just keys lag large latency leads leave
leaves letter lies lines lists little local low lower mails maximum meanwhile measured merged migrations million monday
monitoring month much noalertonusersymptom note notes numbers opened our outage path pictures pod present prices primary
promised questions ready refuse relation repair retries return roles rollback round script sees sentence showed slot socket
sold stand stayed stays steps storage such support symptom tells thought thousand threads thursday timeline traffic tuesday
turned understand usually utc valid versions want weeks wold word works yesterday
`,
  ],
];

/** For each common word, by its key, the share of incidents that hold it. */
export const BACKGROUND_WORDS: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap(([share, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, share] as const),
  ),
);
