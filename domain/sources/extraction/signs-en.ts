import type { SignPatterns } from "./signs.ts";

/** What English words tell of a sentence. Each pattern takes time in proportion to the sentence. */
export const ENGLISH_SIGNS: SignPatterns = {
  future:
    /\b(?:will|won['’]t|shall|gonna|going to|about to|bound to|set to|destined to|on course to|on track to|expect(?:s|ed|ing)?|predict(?:s|ing)?|forecasts?|foresee[sn]?|anticipat(?:e|es|ing)|(?:un)?likely|inevitabl[ey]|see you|my (?:guess|bet|forecast|prediction)|i['’]d bet|don['’]t see|doubts?|plans? to|intends? to|aims? to|hopes? to|promises? to|(?:takes?|needs?)(?: us| me| them)? another|would be (?:\w+ )?surprised if)\b|['’]ll\b|['’]d be (?:\w+ )?surprised if\b/i,
  possible:
    /\b(?:could|may|might|should|can|probably|perhaps|maybe|hopes?|believes?|thinks?|bet|guess|would be surprised|chance|odds|in my (?:opinion|view))\b/i,
  past: /\b(?:was|were|wasn['’]t|weren['’]t|did|didn['’]t|had|hadn['’]t|has been|have been|ha(?:s|ve) (?:\w+ed|taken|made|gone|come|grown|fallen|risen|built|seen|met|hired|raised|cut|put|run|sold|won|lost)|(?:we|i|they|he|she|it|you)['’]ve|took|went|came|got|fell|rose|grew|made|built|said|told|gave|saw|lost|won|sold|bought|began|ran|met|ended|lasted|cost|used to|thought|founded|launched|started|opened|closed|signed|promised|predicted|wrote|paid|cut|reached|passed|decided|finished|moved|called|announced|released|shipped|raised|trained|turned|happened|tripled|doubled|dropped|became)\b/i,
  toldBefore:
    /\b(?:said|told|predicted|promised|thought|claimed|warned|forecast|believed|expected|wrote|(?<!\b(?:would|wouldn['’]t|not|never|i['’]d) )bet)\b/i,
  wouldBe: /\b(?:would|wouldn['’]t|could|were going to|was going to)\b|['’]d\b/i,
  longAgo:
    /\b(?:ago|back then|at the time|once|last (?:year|month|week|spring|summer|autumn|fall|winter))\b|\bwhen i was\b|\b(?:in|since|by) (?:1[0-9]|20)\d\d\b/i,
  always:
    /\b(?:always|usually|typically|generally|in general|tends? to|every (?:year|day|month|week|time|decade|generation)|each (?:year|day|month|time)|by definition|means|is defined|refers to|most of the time|normally|as a rule)\b/i,
  unreal:
    /\bif (?:i|we|you|he|she|it|they|the \w+|\w+)(?: (?:were|had)\b|['’]d\b)|^["“]?had (?!to\b)|\b(?:would|could|should|might) have (?:been|had|done|gone|\w+ed)\b|\bi would have\b/i,
  plan: /\b(?:plan|strategy|bill|act|law|contract|agreement|treaty|target|roadmap|directive|budget|programme|program|policy|scheme|mandate|pledge|regulation|licen[cs]e|lease|patent|deal)s?(?: \w+){0,6}? (?:says?|calls? for|wants?|demands?|requires?|runs? out|expires?|runs? (?:until|to|through)|ends?|envisages?|foresees?|aims?|provides?|lasts?|stipulates?|is to|are to|sets?)\b|\b(?:you|we|they|people|customers|buyers) ?(?:['’]re|are|get) (?:being )?told\b/i,
  conditional: /\b(?:if|unless|provided that|as long as|assuming|in case|should (?:we|they|it|he|she))\b/i,
  negative:
    /\b(?:won['’]t|will not|not going to|(?:is|are)n['’]t going to|never|nobody|no one|none|nothing)\b|\b(?:don['’]t|doesn['’]t|do not|does not) (?:believe|think|expect|see)\b|\bno chance\b|\bdoubts?\b|\bunlikely\b/i,
};
