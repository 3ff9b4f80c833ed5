/** What is the matter with a phrase, as a message says it after the phrase. */
export const REASONS = {
  fault: 'says what somebody did wrong, and not why it was likely',
  person: 'judges somebody, and explains nothing',
  error: 'ends at a person, where the question is what let it through',
  hindsight: 'tells it from its end: what was known at that moment?',
  counterfactual: 'speaks of what did not happen',
  promise: 'is no change that anybody could check',
  name: 'puts a person beside a fault',
} as const;

/** One phrase, or a family of them, that looks for somebody to blame. */
export interface BlamePhrase {
  /**
   * A regular expression in which a blank is any white space, `'` any apostrophe, and `{person}`, `{anybody}`, `{did-not}` … stand for
   * the words in `WORDS`. It begins and ends with whole words, capitals aside.
   */
  phrase: string;
  /** Words that take the blame away where they stand right before the phrase, written in the same way. */
  notAfter?: string;
  reason: keyof typeof REASONS;
  /** What to write in its place: the fact that is missing. */
  rewrite: string;
  /** A sentence that it is found in. */
  example: string;
}

/** A stretch of prose that blames. */
export interface Blame extends Pick<BlamePhrase, 'reason' | 'rewrite'> {
  start: number;
  end: number;
  /** The words, on one line. */
  words: string;
}

/** Who acts: words for people, never for software. Of itself a team may say what it left out; of others that is blame. */
const OTHERS =
  '(?:he|she|somebody|someone|anybody|anyone|whoever|(?:(?:team|tech|technical|engineering|project|shift|incident) leads?|engineers?|operators?|developers?|admins?|administrators?|responders?|reviewers?|authors?|on-call|people|person|teams?|colleagues?|staff|employees?|contractors?|technicians?|managers?|dbas?|sres?|sysadmins?|interns?|maintainers?|programmers?|testers?|qa|architects?|consultants?|management|leadership)(?: (?:on (?:call|duty|shift)|in (?:charge|question)|at the (?:time|keyboard)))?)';

const PERSON = `(?:we|i|you|${OTHERS})`;

export const WORDS: Readonly<Record<string, string>> = {
  person: PERSON,
  others: `(?:they|${OTHERS})`,
  anybody: `(?:${PERSON}|they|nobody|no one|everybody|everyone)`,
  the: '(?:(?:the |our |an? |one )(?:[\\w-]+ )?)?',
  'did-not': "(?:did not|didn't|do not|don't|does not|doesn't)",
  'had-not': "(?:did not|didn't|had not|hadn't|has not|hasn't|have not|haven't|never)",
  'should-have':
    "(?:should not have|shouldn't have|should never have|should(?: really| clearly)? have|should've|ought to have)",
  'could-have': "(?:could not have|couldn't have|could(?: easily| certainly| clearly)? have|could've|might have)",
  was: '(?:is|was|are|were|been|being)',
};

/** What a script or a change does by accident is nobody's fault. */
const SOFTWARE =
  '(?:process|processes|change|changes|script|scripts|job|jobs|deploy|deployment|migration|update|upgrade|release|rollout|automation|system|commit|bug|it|which|that|tool|service|cleanup|query)(?: had| has| have)?';

/** Whoever guards against it does not end at it. */
const PREVENTION =
  '(?:prevents?|prevented|preventing|avoids?|avoiding|reduces?|reducing|against|risk of|chance of|room for|possibility of|potential for|prone to|eliminates?|eliminating|no|not)(?: the| such| this| any)?';

const ASSUMED = '(?:assume|assumed|assuming|thought|believed|whether|if|asked|wondered)(?: that)?';

const ASK_TOOL = 'say what the tool accepts or shows at that point, and what it does not ask';
const ASK_STEP = 'say what made the step easy to leave out: a procedure without it, a tool that starts without it';
const ASK_SIGNAL = 'say what the alert or dashboard showed at that moment, and how often it had shown it before';
const ASK_KNOWN = 'say what was known then, and what in the system said so';
const ASK_FACT = 'strike it, or write what was measured';
const ASK_FOUND = 'say where it can be found, and why nobody looked there first';
const ASK_ABSENT = 'say what is absent today, as a fact, and let an action add it';
const ASK_RULE = 'name the rule and what following it costs; say why another way was the ordinary one';
const ASK_RIGHT = 'say what in the system let it happen, and would let it happen to the next person';

/** Phrases of blame, each with what to write in its place. The first that matches at a place speaks. */
export const BLAME_PHRASES: readonly BlamePhrase[] = [
  // What somebody did, or left out.
  {
    phrase:
      '{anybody}(?: had| have| has)?(?: also| then| again| simply| just| completely| repeatedly)? (?:failed|fails|fail) to',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'The developer failed to add an index.',
  },
  {
    phrase:
      'failed to (?:tell|warn|realise|realize|consider|anticipate|foresee|appreciate|remember|communicate(?! (?:with|over|to|via|on))|escalate|inform|follow up|think|double-check)',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'Support failed to escalate.',
  },
  {
    phrase:
      '(?:monitoring|alerting|alerts?|testing|tests?|review|reviews|qa) failed to (?:detect|notice|catch|find|spot)',
    reason: 'fault',
    rewrite: 'say what it watches, and what that showed meanwhile',
    example: 'Monitoring failed to detect the problem.',
  },
  {
    phrase: '{anybody}(?: had| have| has)?(?: simply| just| also| then)? (?:forgot|forgotten|forgets)',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'The engineer forgot to take a backup.',
  },
  {
    phrase: '(?:forgot|forgotten|forgetting) (?:to|about|that)',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'The step was forgotten about in the rush.',
  },
  {
    phrase: '(?:neglected|neglecting) (?:to|the|their|his|her|our)',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'Operations neglected to renew it.',
  },
  {
    phrase: '{anybody}(?: had| have| has)?(?: simply| just| also| again| repeatedly| consistently)? ignored',
    reason: 'fault',
    rewrite: ASK_SIGNAL,
    example: 'The on-call engineer ignored the alert.',
  },
  {
    phrase: '{was} ignored by {the}{anybody}',
    reason: 'fault',
    rewrite: ASK_SIGNAL,
    example: 'The page was ignored by the on-call.',
  },
  {
    phrase: '{anybody}(?: had| have| has)? overlooked',
    reason: 'fault',
    rewrite: ASK_SIGNAL,
    example: 'We overlooked the second dashboard.',
  },
  {
    phrase: '{was}(?: simply| just| completely)? overlooked',
    reason: 'fault',
    rewrite: 'say where it stood, and what drew the eye elsewhere',
    example: 'That the header changed was overlooked.',
  },
  {
    phrase: 'by mistake|{anybody}(?: [\\w-]+){1,8} by accident',
    reason: 'fault',
    rewrite: 'say what made the two look alike, or what did not ask before it went on',
    example: 'Somebody ran the command on production by mistake.',
  },
  {
    phrase:
      '{anybody}(?: had| have| has)? made (?:an?|the|this|that|several|some|many|our)(?: [\\w-]+)? (?:mistakes?|errors?|blunders?)',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'The team made a serious mistake.',
  },
  {
    phrase:
      '(?:mistakes?|errors?) (?:was|were|has been|had been) made|(?:the|this|that|his|her|a single|such a|one) mistake (?:cost|caused|led|meant|took)',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'Mistakes were made during the change.',
  },
  {
    phrase: '(?:is|was) (?:an?|our|my|their|his|her)(?: [\\w-]+)? mistake',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'It was a mistake in the setup of the pool of nodes.',
  },
  {
    phrase:
      "(?:our|my|his|her|their|engineer's|operator's|developer's|team's|reviewer's) (?:mistake|error|negligence|fault|failure|oversight|carelessness)(?! (?:rates?|budgets?|counts?|codes?|messages?|pages?|modes?|domains?|handling|handlers?|logs?))",
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: "It was the developer's mistake.",
  },
  {
    phrase:
      '{anybody}(?: had| have| has)? accidentally(?! (?:triggered|hit|discovered|found|uncovered|stumbled|ran into|noticed))',
    reason: 'fault',
    rewrite: ASK_TOOL,
    example: 'An operator accidentally removed the cluster.',
  },
  {
    phrase:
      'accidentally (?:deleted|removed|dropped|ran|run|reverted|pushed|merged|deployed|stopped|terminated|destroyed|overwrote|disabled|enabled|changed)',
    notAfter: SOFTWARE,
    reason: 'fault',
    rewrite: ASK_TOOL,
    example: 'The table was accidentally dropped.',
  },
  {
    phrase:
      '(?:mistakenly|inadvertently) (?:deleted|removed|dropped|ran|run|reverted|pushed|merged|deployed|stopped|set|left|configured|changed|used|applied|assumed|enabled|disabled)',
    notAfter: SOFTWARE,
    reason: 'fault',
    rewrite: ASK_TOOL,
    example: 'The flag was mistakenly left on.',
  },
  {
    phrase: '{anybody}(?: had| have| has)? (?:mistakenly|erroneously|wrongly|incorrectly|falsely)',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'We erroneously restarted the replica.',
  },
  {
    phrase: '(?:wrongly|incorrectly|falsely|naively) assumed|assumed (?:wrongly|incorrectly)|wrong assumption by',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'It was wrongly assumed to be load.',
  },
  {
    phrase: 'mistyped|mis-typed|fat-fingered|fat fingered',
    reason: 'fault',
    rewrite: ASK_TOOL,
    example: 'The operator mistyped the host name.',
  },
  {
    phrase:
      '(?:{was}|{anybody}(?: had| have)?)(?: badly| completely| totally)? (?:misinterpreted|misunderstood|misjudged|underestimated)(?! as| by)',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'The risk was underestimated.',
  },
  {
    phrase: '{anybody}(?: had| have)? misread',
    reason: 'fault',
    rewrite: 'say what was shown, and how it can be taken for something else',
    example: 'The operator misread the graph.',
  },
  {
    phrase: '{anybody} took (?:far |much |way )?too long',
    reason: 'fault',
    rewrite: 'write after how many minutes it happened, and what says when to do it',
    example: 'They took too long to escalate.',
  },
  {
    phrase: '{anybody} (?:was|were)(?: far| much| very)?(?: too)? slow',
    reason: 'fault',
    rewrite: 'write when they were asked and when they answered',
    example: 'The database team was slow to respond.',
  },
  {
    phrase:
      '{anybody}(?: had| have)? (?:ran|run|deleted|dropped|restarted|restored|chose|chosen|took|picked|used|deployed|stopped|changed|edited|selected|typed|entered|copied|pasted|pushed|merged|applied|executed|drained|promoted|opened|unplugged|connected|configured|terminated|rebooted|upgraded|removed|rolled back|shut down|logged in to|made) the wrong',
    reason: 'fault',
    rewrite: ASK_TOOL,
    example: 'The technician restarted the wrong host.',
  },
  {
    phrase: '{anybody} broke (?:the |our )?(?:prod|production|site|build|deployment|pipeline|cluster|website)',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'A developer broke production.',
  },
  {
    phrase:
      '{anybody}(?: had| have)? (?:caused|introduced|created) (?:the|this|that|an?) (?:outage|incident|problem|bug|failure|error|mess)',
    reason: 'fault',
    rewrite: 'let the change be what caused it, and say what let the change through',
    example: 'The contractor caused the outage.',
  },
  {
    phrase:
      '(?:caused|introduced) by (?:an?|the|our|one of our|one) (?:[\\w-]+ )?(?:engineer|developer|operator|admin|administrator|colleague|employee|contractor|technician)',
    reason: 'error',
    rewrite: 'let the change be what caused it, and say what let the change through',
    example: 'It was caused by a junior developer.',
  },
  {
    phrase: '(?:messed|screwed) (?:it )?up|botched|bungled|mishandled by {the}{person}|mismanaged|mismanagement',
    reason: 'fault',
    rewrite: 'say what was done, in which order, and what came of it',
    example: 'The failover was botched.',
  },
  {
    phrase: 'dropped the ball|asleep at the wheel|let (?:us|everybody|everyone|the team) down',
    reason: 'fault',
    rewrite: 'say which step had no owner, or no deadline',
    example: 'The vendor dropped the ball.',
  },
  {
    phrase:
      '{anybody} {was} to blame|(?:knew|knows|known) better|faults? of (?:the|an?|our) (?:[\\w-]+ )?(?:engineer|developer|operator|team|vendor|contractor|reviewer|responder|manager)s?|{person} responsible (?:has|have|had|was|were) been|(?:blame|blamed) (?:for|on) {the}{person}|{person} {was} at fault',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'The network team was to blame.',
  },
  {
    phrase:
      '{person} (?:was|were|is|are) responsible for (?:the|this|that) (?:outage|incident|mistake|error|failure|problem|bug)',
    reason: 'error',
    rewrite: ASK_RIGHT,
    example: 'One engineer was responsible for the outage.',
  },
  {
    phrase:
      '{person}(?: (?:on|in) (?:call|duty|shift|charge))? (?:panicked|rushed|gave up|refused to|chose not to|insisted on)',
    reason: 'fault',
    rewrite: 'say what pressed: the clock, the queue, who was waiting',
    example: 'The responder panicked and restarted everything.',
  },
  {
    phrase:
      '{person} violated|(?:violated|breached|disregarded|circumvented|bypassed|skipped) (?:the |our |its |all )?(?:[\\w-]+ )?(?:procedures?|polic(?:y|ies)|process(?:es)?|rules?|protocols?|checklists?|code reviews?|reviews?|approvals?|sign-off)|broke the rules?|(?:cut|cutting) corners',
    reason: 'fault',
    rewrite: ASK_RULE,
    example: 'The change violated our process.',
  },
  {
    phrase:
      '(?:{did-not} follow|{had-not} followed) (?:the |our |its |any )?(?:[\\w-]+ )?(?:process|procedures?|runbook|protocol|guidelines?|best practices?|rules?|policy|checklist)',
    reason: 'fault',
    rewrite: ASK_RULE,
    example: 'They did not follow the change procedure.',
  },
  {
    phrase:
      '(?:procedures?|best practices|process(?:es)?|rules|guidelines|runbook|protocol|checklist) (?:was|were) not(?: \\w+ly)? followed',
    reason: 'fault',
    rewrite: ASK_RULE,
    example: 'Best practices were not followed.',
  },
  {
    phrase:
      '(?:was|were|had not been) (?:not )?(?:read|checked|tested|reviewed|verified|prepared|planned|thought through) (?:properly|carefully|thoroughly|adequately|well enough|enough)',
    reason: 'fault',
    rewrite: 'say what the check covered, and what it cannot see',
    example: "The vendor's documentation was not read properly.",
  },
  {
    phrase:
      'not (?:properly|carefully|thoroughly|adequately) (?:read|checked|tested|reviewed|verified|prepared|planned)|(?:insufficiently|inadequately) (?:read|checked|tested|reviewed|verified|prepared|planned)',
    reason: 'fault',
    rewrite: 'say what the check covered, and what it cannot see',
    example: 'The release was insufficiently tested.',
  },
  {
    phrase:
      'poor(?:ly)? (?:[\\w-]+ )?(?:judge?ment|decisions?|choices?|planning|planned|communication|communicated|strategy|discipline|execution|executed|workmanship)|bad (?:judge?ment|decisions?|choices?|calls?)',
    reason: 'fault',
    rewrite: 'say what was decided, on what evidence, and what the other choice cost',
    example: 'A poor release strategy meant that it stayed.',
  },
  {
    phrase:
      'lack of (?:[\\w-]+ )?(?:communication|care|attention|diligence|discipline|understanding|competence|foresight|awareness|responsibility|common sense)',
    reason: 'fault',
    rewrite: 'say which message could not reach whom, or what is written nowhere',
    example: 'Due to a lack of communication, support was not informed.',
  },
  {
    phrase:
      '{anybody} {did-not} (?:bother|care|understand|think (?:to|of|about)|consider|pay attention|read the|double-check|do (?:their|his|her|our|the) (?:job|homework))',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'They did not understand the system.',
  },
  {
    phrase:
      "(?:nobody|no one)(?: had| has)? (?:thought (?:to|of|about)|bothered|took (?:responsibility|ownership|charge))|(?:nobody|no one)(?: [\\w-]+){0,3} cared|(?:did not|didn't|never) (?:even )?bother(?:ed)? to|{anybody} never (?:thought|think|thinks|cared|cares?|checked|checks?|reads?|tested|tests?|asked|asks?|looked|looks?|told|tells?)",
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'Nobody bothered to read the runbook.',
  },
  {
    phrase:
      'without (?:even \\w+ing|thinking|a second thought|asking any(?:body|one)|telling any(?:body|one)|(?:properly |even |really )?(?:looking|reading|checking|testing|reviewing|understanding)(?: \\w+){0,3} (?:properly|carefully|first|closely))',
    reason: 'fault',
    rewrite: 'say whom the procedure names, and how they are reached',
    example: 'It was merged without telling anybody.',
  },
  {
    phrase:
      '{others}(?: had| have| has)?(?: simply| just| also)? missed (?:the|an?|this|that|it|these|those|all|several|two|three|obvious)|missed (?:the|an) obvious',
    reason: 'fault',
    rewrite: 'say where it stood, and what drew the eye elsewhere',
    example: 'The reviewers missed the second change.',
  },
  {
    phrase:
      '(?:chose|chosen|decided|opted|preferred) to (?:ignore|disregard|skip the|bypass the)|rubber-stamp(?:ed|ing)?',
    reason: 'fault',
    rewrite: ASK_SIGNAL,
    example: 'The manager chose to ignore the failing test.',
  },
  {
    phrase: '{person} (?:had |was |were )?(?:overslept|slept through|fell asleep|asleep|dozed off)',
    reason: 'fault',
    rewrite: 'say how the page went out, and whom it reached next when nobody answered',
    example: 'The responder slept through the page.',
  },
  {
    phrase:
      '{anybody}(?: [\\w-]+){1,5} too (?:quickly|hastily)|acted (?:hastily|in haste|rashly)|in (?:our|his|her|their) haste',
    reason: 'fault',
    rewrite: 'say what pressed: the clock, the queue, who was waiting',
    example: 'The operator confirmed it too quickly.',
  },
  {
    phrase:
      '(?:had been|was|were) (?:repeatedly )?warned (?:about|of|that|repeatedly|several|many|before)|{anybody} did nothing|(?:had|have|has) the (?:good )?sense to|(?:is|was) no excuse|pressured (?:the|us|them|into)',
    notAfter: '(?:users?|customers?|clients?|callers?)',
    reason: 'fault',
    rewrite: 'say what was known, who could have acted on it, and what else they had to do',
    example: 'The team was warned about it in May.',
  },
  {
    phrase:
      'blame (?:lies|falls|rests|belongs)|deserves? (?:the |all the )?blame|owned up to|(?:refused|had) to admit|to admit (?:that|to)',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'The blame lies with the supplier.',
  },
  {
    phrase:
      "(?:clearly|obviously|evidently|apparently) (?:did not|didn't|had not|hadn't) (?:\\w+ )?(?:understand|understood|know|known|read|test|tested|check|checked|care|think|thought|look|looked)",
    reason: 'hindsight',
    rewrite: ASK_KNOWN,
    example: 'Whoever wrote it clearly did not understand locks.',
  },
  {
    phrase:
      '(?:terrible|awful|dreadful|appalling|abysmal|useless|pathetic|lousy) (?:support|work|code|service|job|communication|decisions?|documentation|planning|idea)',
    reason: 'person',
    rewrite: ASK_FACT,
    example: 'The supplier gave terrible support.',
  },
  {
    phrase: 'inexperience|ineptitude|inept',
    reason: 'person',
    rewrite: 'say what the rota, the training or the tool gave to whoever was there',
    example: "The engineer's inexperience made it worse.",
  },
  {
    phrase:
      '(?:somebody|someone) must have|(?:working|acting|done|made|went|going) outside (?:of )?(?:the|our|its) (?:[\\w-]+ )?(?:process|procedure|policy|rules)|{others}(?: [\\w-]+){1,6} yet again|(?:left|leaving) (?:us|behind) (?:with )?a mess|(?:a|the) mess of it',
    reason: 'fault',
    rewrite: ASK_RIGHT,
    example: 'Somebody must have deleted it by hand.',
  },
  {
    phrase: "{anybody} (?:simply|just|clearly) (?:{did-not}|was not|wasn't|were not|weren't)|{others} {did-not} even",
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'They simply did not test it.',
  },
  {
    phrase:
      '{others} {had-not} (?:check|test|read|review|verify|verified|double-check|escalate|inform|announce|document|communicate|tell|told)(?:ed|d)?',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'The reviewer had not read the announcement.',
  },
  {
    phrase:
      'failure to (?:test|check|communicate|escalate|follow|inform|notify (?:the|our|anybody|anyone|customers)|review|verify|document|notice|plan|anticipate|consider|recogni[sz]e|understand|train|properly [\\w-]+)|failure (?:by|of|on the part of) {the}(?:[\\w-]+ )?{person}',
    reason: 'fault',
    rewrite: ASK_STEP,
    example: 'The failure to test the backup made it worse.',
  },
  {
    phrase:
      '(?:somebody|someone) (?:had |has )?left (?:[\\w-]+ ){1,5}(?:on|enabled|disabled|open|unlocked|running|unattended|behind|in place|in production)',
    reason: 'fault',
    rewrite: 'say what shows that it is on, and what switches it off again',
    example: 'Somebody left the debug flag on.',
  },
  {
    phrase:
      '{person} (?:lacked|lacks|lacking) (?:the |any |enough |sufficient )?(?:necessary |required |proper |relevant )?(?:experience|knowledge|skills?|competence|understanding|training|discipline)|{person} (?:was|were) (?:not|too) (?:experienced|skilled|knowledgeable|senior|junior|inexperienced|distracted|tired|busy)(?: enough)?',
    reason: 'person',
    rewrite: 'say what the rota, the training or the tool gave to whoever was there',
    example: 'The engineer lacked the necessary experience.',
  },
  {
    phrase:
      '{anybody}(?: had| have)? (?:jumped to conclusions|jumped to the conclusion|guessed wrong|slipped up|misconfigured|misdiagnosed|mishandled|overreacted|lost control|made (?:things|it|matters) worse|got confused|made (?:the wrong|a wrong|a bad|a poor) (?:call|decision|choice|assumption))|slip-ups?',
    reason: 'fault',
    rewrite: ASK_KNOWN,
    example: 'The team jumped to conclusions.',
  },
  {
    phrase:
      'without (?:permission|authori[sz]ation|(?:prior )?approval|consulting (?:any(?:body|one)|the)|checking with)|took it upon (?:himself|herself|themselves)|(?:on|of) (?:his|her) own (?:initiative|accord)|despite (?:being|having been) (?:told|warned|asked)|turned a blind eye',
    notAfter: SOFTWARE,
    reason: 'fault',
    rewrite: 'say what the access allowed, and whom the procedure names',
    example: 'It was deployed without authorisation.',
  },
  {
    phrase: '{person}(?: had| have)? wasted|time was wasted',
    reason: 'fault',
    rewrite: 'say what the minutes were spent on, and what spoke for it',
    example: 'We wasted an hour on the network.',
  },

  // What somebody is.
  {
    phrase:
      'careless|carelessly|carelessness|blindly (?:copied|pasted|ran|run|merged|approved|accepted|followed|trusted)|negligent|negligently|negligence|reckless|recklessly',
    reason: 'person',
    rewrite: ASK_RIGHT,
    example: 'The reviewer carelessly approved the change.',
  },
  {
    phrase: 'sloppy|sloppily|sloppiness|half-hearted|slapdash|amateurish|unprofessional',
    reason: 'person',
    rewrite: ASK_FACT,
    example: 'It was sloppy work.',
  },
  {
    phrase: '{was} (?:too |just |simply |being )?lazy|laziness',
    reason: 'person',
    rewrite: 'say what the work costs when it is done as it is written',
    example: 'Somebody was too lazy to look.',
  },
  {
    phrase:
      'incompetent|incompetence|unqualified (?:engineer|operator|developer|staff|person)|clueless|ignorant|ignorance',
    reason: 'person',
    rewrite: 'say what is written nowhere, or where it is written',
    example: 'The supplier is incompetent.',
  },
  {
    phrase:
      'irresponsible|irresponsibly|thoughtless|thoughtlessly|inattentive|inattention|complacent|complacency|overconfident|overconfidence',
    reason: 'person',
    rewrite: ASK_RIGHT,
    example: 'It was irresponsible to deploy on a Friday.',
  },
  {
    phrase: 'stupid|stupidly|stupidity|idiotic|idiots?|foolish|foolishly|moronic|brain-dead',
    reason: 'person',
    rewrite: ASK_FACT,
    example: 'A stupid default was left in place.',
  },
  {
    phrase: "(?:silly|rookie|elementary|amateur|schoolboy|newbie|beginner's) (?:mistakes?|errors?|moves?)|blunders?",
    reason: 'person',
    rewrite: ASK_RIGHT,
    example: 'A rookie mistake led to it.',
  },
  {
    phrase:
      '(?:junior|inexperienced|untrained|unskilled) (?:engineers?|developers?|admins?|administrators?|operators?|colleagues?|staff|responders?|interns?)',
    reason: 'person',
    rewrite: 'say what the rota, the training or the tool gave to whoever was there',
    example: 'A junior engineer was left alone with it.',
  },
  {
    phrase:
      '{person} (?:was|were) (?:not|insufficiently|inadequately|poorly) (?:trained|competent|qualified|careful|paying attention)',
    reason: 'person',
    rewrite: 'say what the training covers, and what it does not',
    example: 'The operators were insufficiently trained.',
  },
  {
    phrase: 'common sense|lapse (?:of|in) (?:judge?ment|attention|concentration|discipline)|momentary lapse',
    reason: 'person',
    rewrite: ASK_RIGHT,
    example: 'It was a lapse in concentration.',
  },
  {
    phrase: 'rogue (?:engineer|employee|developer|admin|administrator|operator)|cowboy',
    reason: 'person',
    rewrite: 'say which permissions were there, and why they were there',
    example: 'A rogue developer had access.',
  },
  {
    phrase: 'reprimand(?:ed)?|disciplinary|{was} held accountable|punish(?:ed|ment)?',
    reason: 'person',
    rewrite: 'take it away: people who expect to be judged leave things out',
    example: 'The operator was reprimanded.',
  },
  {
    phrase:
      'embarrassing|embarrassingly|shameful|shamefully|inexcusabl[ey]|unforgivabl[ey]|disgraceful|unacceptable (?:behaviou?r|conduct|mistakes?|errors?|lapses?)',
    reason: 'person',
    rewrite: 'write how long it lasted, and who could not do what',
    example: 'An embarrassing outage.',
  },
  {
    phrase:
      '(?:catastrophic|disastrous|colossal|spectacular|epic) (?:fail|mistakes?|errors?|failures? (?:of|by|on the part of))',
    reason: 'person',
    rewrite: 'write what happened, how often, and to how many',
    example: 'A catastrophic failure of the release process.',
  },
  {
    phrase: '(?:quick|ugly|dirty|nasty|stupid) hack',
    reason: 'person',
    rewrite: 'name the change, and the action that replaces it',
    example: 'The fix was a quick hack.',
  },

  // Where an explanation stops.
  {
    phrase:
      'human (?:errors?|failures?|mistakes?|failings?|oversight)(?! (?:rates?|budgets?|prevention|prevented|impossible|is possible|analysis|investigation))',
    notAfter: PREVENTION,
    reason: 'error',
    rewrite: 'say which step can go wrong without anything failing, and how many such steps there are',
    example: 'Human error during the change.',
  },
  {
    phrase:
      '(?:operator|user|pilot|engineer|developer|admin|administrator|manual|personal|individual) (?:errors?|mistakes?) (?:was|were|by|made|caused|led|in the|during|when|on the part)',
    reason: 'error',
    rewrite: ASK_TOOL,
    example: 'User error was made here.',
  },
  {
    phrase:
      '(?:due to|because of|caused by|a case of|by|through|(?:result|consequence) of|down to|attributed to|put down to|traced (?:back )?to|root cause (?:was|is)|root cause:) (?:an? )?(?:simple )?(?:operator|user|pilot|engineer|manual|admin|administrator|developer) (?:errors?|mistakes?)',
    reason: 'error',
    rewrite: ASK_TOOL,
    example: 'The outage was caused by operator error.',
  },
  {
    phrase:
      '(?:due to|because of|through|by|was|were) (?:an?|our|his|her|their) oversight|oversights? (?:by|of|on the part of) {the}(?:[\\w-]+ )?{person}|pebkac',
    reason: 'error',
    rewrite: ASK_STEP,
    example: 'The rule was removed through an oversight.',
  },

  // Told from its end.
  {
    phrase: '{anybody} {should-have} known|{should-have} known',
    reason: 'hindsight',
    rewrite: 'say where it is written, or that it is written nowhere',
    example: 'They should have known that the table is locked.',
  },
  {
    phrase:
      '(?:was|were|is|seems|seemed|been) (?:quite |very |so |pretty |painfully |glaringly )?obvious (?:that|from|in|to anyone|to anybody)|obvious mistakes?',
    reason: 'hindsight',
    rewrite: ASK_FOUND,
    example: 'It was obvious from the logs.',
  },
  {
    phrase: 'obviously',
    reason: 'hindsight',
    rewrite: ASK_FACT,
    example: 'The setting was obviously wrong.',
  },
  {
    phrase:
      '(?:with|had) the benefit of hindsight|(?:in hindsight|with hindsight|in retrospect|looking back),? (?:[^.;:!?]{0,60}? )?(?:should|could|would|ought|obvious|obviously|clear|clearly|wrong|mistake|mistakes|error|too|better|failed|missed)',
    reason: 'hindsight',
    rewrite: 'put what turned out later where it turned out: in the timeline, at its time',
    example: 'In hindsight the second replica was too small.',
  },
  {
    phrase:
      '(?:luckily|fortunately|thankfully),? (?:somebody|someone|an? (?:[\\w-]+ )?(?:engineer|colleague|customer|developer|operator))',
    reason: 'hindsight',
    rewrite: 'say who saw what, and by what means',
    example: 'Luckily somebody noticed.',
  },
  {
    phrase:
      '(?:unfortunately|sadly|regrettably),? (?:we|they|nobody|no one|somebody|someone|he|she)(?! (?:\\w+ )?(?:failed|forgot|ignored|overlooked))',
    reason: 'hindsight',
    rewrite: ASK_FACT,
    example: 'Unfortunately nobody looked.',
  },
  {
    phrase:
      "{anybody} (?:really |clearly |obviously |simply )*(?:(?:should|ought to) (?:not |never |really |clearly |obviously |simply |at least )*have|shouldn't have|should've) (?:at least |immediately |also )?(?:been|had|\\w+ed|known|seen|done|read|thought|caught|told|found|made|taken|run|paid|kept|held|gone)",
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'We should have had an alert.',
  },

  // The world that did not happen.
  {
    phrase:
      'should never have been \\w+|ought (?:not )?to have been \\w+|{should-have} been (?:\\w+ly )?(?:approved|granted|pushed|scheduled|rolled out|rolled back|enabled|disabled|considered|trained|done|addressed|caught|noticed|tested|checked|reviewed|communicated|informed|escalated|followed|called|paged|told|planned|prevented|avoided|fixed|documented|announced|prepared|raised|monitored|detected|read|stopped|verified|given|allowed|left|merged|deployed|in place|there)',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'The rollback should have been done immediately.',
  },
  {
    phrase:
      '{could-have}(?: easily)? been(?: easily)? (?:avoided|prevented|averted|caught|detected|noticed|spotted|found|alerted|mitigated|discovered|fixed|solved|done)(?: \\w+ly)?',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'The outage could have been avoided by testing.',
  },
  {
    phrase: '{could-have} (?:easily )?(?:prevented|avoided|averted|caught|helped)',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'A second review could have prevented it.',
  },
  {
    phrase: '{person} {could-have}',
    notAfter: ASSUMED,
    reason: 'counterfactual',
    rewrite: 'say what was weighed at that moment, and what spoke against it',
    example: 'The team could have rolled back sooner.',
  },
  {
    phrase:
      "(?:would not|wouldn't|would never) have (?:happened|occurred|been (?:an? )?(?:outage|incident|problem|necessary|needed))",
    reason: 'counterfactual',
    rewrite: 'say what was there and what was not, at the time',
    example: 'If the canary had been used, this would not have happened.',
  },
  {
    phrase:
      'would have (?:easily |likely |probably |certainly |also )?(?:prevented|avoided|averted|mitigated)|would have been (?:easily )?(?:prevented|avoided|averted|mitigated)',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'A canary would have prevented this.',
  },
  {
    phrase: '{person} would have (?:known|noticed|seen|caught|realised|realized|checked|found|been able to|spotted)',
    reason: 'counterfactual',
    rewrite: ASK_KNOWN,
    example: 'With a dashboard we would have noticed.',
  },
  {
    phrase:
      '(?:would|could|might) (?:not |never |easily |probably )*have [^.;:!?\u0001]{1,80}? (?:if {the}{anybody} had|had {the}{anybody})(?! to)',
    reason: 'counterfactual',
    rewrite: 'say what was done, and what spoke for it then',
    example: 'It could have ended sooner if somebody had looked.',
  },
  {
    phrase: '(?:would|could|should|might) have (?:[\\w-]+ ){1,6}(?:sooner|earlier|faster|quicker|more quickly)',
    notAfter: `${ASSUMED} {anybody}`,
    reason: 'counterfactual',
    rewrite: 'write when it happened, and what it waited for',
    example: 'Support could have been told sooner.',
  },
  {
    phrase:
      '(?:an?|more|better|proper|any) (?:[\\w-]+ ){1,4}(?:would|could) (?:likely |probably |certainly |also |easily )?have (?:caught|detected|spotted|revealed|surfaced|helped|shortened|saved (?:us|the|an?|some|many|several))',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'A canary would have caught this.',
  },
  {
    phrase:
      '(?:anyone|anybody|everyone|everybody|any (?:[\\w-]+ )?{person})(?: [\\w-]+){0,5} (?:would|could|should) have (?:known|seen|noticed|told|spotted|guessed|expected)',
    reason: 'hindsight',
    rewrite: 'say where it is written, or that it is written nowhere',
    example: 'Anybody who knows the system would have noticed.',
  },
  {
    phrase:
      '{was} (?:entirely |completely |totally |easily |clearly |fully )*(?:preventable|avoidable)|{was} (?:entirely|completely|totally) unnecessary|(?:preventable|avoidable|unnecessary|needless) (?:outage|incident|mistake|error|failure|downtime|typo|slip)s?',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'The outage was entirely avoidable.',
  },
  {
    phrase:
      "had (?:the|our|this) (?!\\w+ not )(?:[^.;:!?\u0001]|[:.]\\d){3,120}, (?!which|who|that|and|but|so)[^.;:!?,\u0001]{1,60} (?:would|could|might)(?: not|n't)? have",
    reason: 'counterfactual',
    rewrite: 'say what was there and what was not, at the time',
    example: 'Had the escalation come at two, the damage would have been small.',
  },
  {
    phrase: 'if only (?:we|they|he|she|somebody|someone|it|there|the [\\w-]+) (?:had|was|were)',
    reason: 'counterfactual',
    rewrite: ASK_ABSENT,
    example: 'If only we had tested the restore.',
  },
  {
    phrase:
      "(?:if {the}{anybody} had|had {the}{anybody}) (?:not |only |just |first |properly )?(?:\\w+(?:ed|en|un|ne|wn|ad|ght|nt|id|ld)|set|put|cut|got|kept|left|made)(?: [^.;:!?]{0,120})?,? (?:would|could|might|\\w+'d have)",
    reason: 'counterfactual',
    rewrite: 'say what was done, and what spoke for it then',
    example: 'If the engineer had checked the plan, it would still be up.',
  },

  // Promises that nobody can check.
  {
    phrase:
      '(?:be|being) (?:much )?more (?:careful|attentive|vigilant|diligent|cautious)|(?:take|taking) more care|(?:try|trying) harder|pay(?:ing)? (?:more|closer) attention',
    reason: 'promise',
    rewrite: 'name the change that makes care unnecessary: a check, a limit, a question that the tool asks',
    example: 'We will be more careful in future.',
  },
];
