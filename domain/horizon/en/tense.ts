import { type Rule, remembered } from "../cursor.ts";
import { wordsBeside } from "../lexicon.ts";

// What English tells of a time with: what is to come, what is over, and who said so when.

export const future = remembered(
  wordsBeside(
    "will|won't|'ll|i'll|we'll|you'll|he'll|she'll|it'll|they'll|that'll|there'll|shall|gonna|going to|expect|expects|expecting|expected|is expected|are expected|predict|predicts|predicting|prediction|predictions|forecast|forecasts|forecasting|project|projects|projected|projecting|projection|see|sees|is seen|are seen|seen|foresee|foresees|anticipate|anticipates|anticipated|anticipating|estimate|estimates|likely|unlikely|should|may|might|could|can|would|plan|plans|planned|target|targets|targeting|targeted|aim|aims|aiming|goal|on track|on course|set to|due|slated|scheduled|guide|guides|guiding|guidance|outlook|hope|hopes|intend|intends|bet|guess|think|believe|looks|look|by then|upcoming|coming|poised|bound to|about to|to|'d|i'd|we'd",
  ),
);
/** Told of words: what stands behind was said then. */
export const told = wordsBeside(
  "predicted|forecast|forecasted|said|promised|thought|expected|claimed|told|warned|estimated|bet|believed|wrote|projected|assumed|guessed|figured|announced|vowed|pledged|argued|insisted|declared|were saying|was saying|were promised|was promised|were told|was told|swore|imagined|hoped|planned|were supposed to|was supposed to|were expecting|was expecting|were hoping|was hoping|had expected|had hoped",
);
export const toldNow = wordsBeside("is|are|was just|be|now|today|still|currently|i've|we've");
/** Words for when that was. */
export const back = remembered(
  wordsBeside(
    "ago|back then|back in|at the time|last year|last month|last week|last quarter|last spring|last summer|last autumn|last fall|last winter|previously|originally|once|in the past|a while back|used to|earlier|when i was|when we were|initially|at first|years earlier|last decade|the last time",
  ),
);
export const nowAgain = wordsBeside(
  "now|today|still|currently|these days|this time|at this point|we now|i now|from here|from today",
);
export const wouldBe = remembered(
  wordsBeside(
    "would|wouldn't|'d|could|we'd|they'd|it'd|he'd|she'd|i'd|you'd|were going to|was going to|was to|were to",
  ),
);

export const irregular = wordsBeside(
  "was|were|wasn't|weren't|did|didn't|had|hadn't|took|went|came|got|fell|rose|grew|made|built|saw|lost|won|sold|bought|began|ran|met|lasted|used to|became|paid|sent|spent|held|kept|left|led|shrank|sank|stood|threw|wrote|gave|hit a|brought|slid|beat|broke|dropped|jumped|climbed|slipped|swung|flew|drew|spoke|set a|have been|has been|have had|has had|we've been|they've been|i've been|it's been|have gone|has gone|have come|has come|have fallen|have risen|has fallen|has risen|has grown|have grown|has become|have become|has taken|have taken|has made|have made|we still have no|have nothing|has nothing|have yet to|has yet to|have not|has not|haven't|hasn't|have no|has no|still have no|still haven't|still hasn't|still has no|we still have|we still don't|and still|put out|put up",
);
/** What ends in -ed and tells of no past: of what is to come, or what something is to be. */
const NO_PAST = new Set(
  "hundred expected projected planned scheduled targeted slated anticipated estimated forecasted predicted supposed intended needed required limited based related united increased reduced used advanced distributed automated integrated installed continued combined proposed committed decided agreed guided aimed poised inclined prepared bed need speed seed feed indeed exceed proceed succeed breed red embed shed wed led unprecedented interested".split(
    " ",
  ),
);
const BE = new Set(
  "be is are being get gets getting not if when once unless until as to 're i'm we're they're it's well fully newly more most highly so very the a an our their its his her no new any".split(
    " ",
  ),
);

/** "Rose", "has been", "passed": what happened; "is completed", "the planned" is none. */
export const past: Rule<true> = remembered((t, place) => {
  if (t.at(place).kind !== "word") return null;
  const found = irregular(t, place);
  if (found !== null) return found;
  return pastForm(t, place);
});

/** A word in -ed that may be the past of a verb: "passed", not "is passed". */
const pastForm: Rule<true> = (t, place) => {
  const { text } = t.at(place);
  const isEd = text.length > 4 && text.endsWith("ed") && !NO_PAST.has(text);
  return isEd && !BE.has(t.at(place - 1).text) ? { value: true, end: place + 1 } : null;
};

const BACK_TO = new Set(["in", "since", "from", "to", "by", "around"]);
export const ago: Rule<true> = remembered((t, place) => {
  const words = back(t, place);
  if (words !== null) return words;
  const year = t.at(place);
  const isYear = year.kind === "number" && year.text.length === 4 && year.value >= 1900;
  const isOver = isYear && year.value < Number(t.saidOn.slice(0, 4));
  return isOver && BACK_TO.has(t.at(place - 1).text) ? { value: true, end: place + 1 } : null;
});

export const next = remembered(wordsBeside("next|coming|upcoming|following|tomorrow"));
/** Fewer words than `future`: what also stands in what is told of the past is none. */
export const ahead = remembered(
  wordsBeside(
    "will|won't|'ll|i'll|we'll|you'll|he'll|she'll|it'll|they'll|that'll|there'll|shall|gonna|going to|expect|expects|expecting|is expected|are expected|be expected|predict|predicts|is projected|are projected|is forecast|are forecast|is seen|are seen|foresee|foresees|anticipate|anticipates|likely|unlikely|should|may|might|could|can|would|plan to|plans to|aim|aims|on track|on course|set to|due|slated|scheduled|guiding|outlook|hope|hopes|intend|intends|bet|guess|i think|we think|believe|believes|poised|bound to|about to|to be|'d",
  ),
);
