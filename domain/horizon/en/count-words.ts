import type { Counting } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";

const each = (...lists: readonly string[]) =>
  lists
    .map((list) => list.split("|"))
    .reduce((sofar, list) => sofar.flatMap((start) => list.map((word) => `${start} ${word}`)), [""])
    .join("|");

const NEXT = "next|coming|following|upcoming|ensuing";

const OVER =
  "in|within|over|during|for|across|through|throughout|inside|in the course of|over the course of|by|at some point in|sometime in|sometime over";

/** Before a number of units: that the time runs from the day it was said. */
export const ahead = wordsOf(
  `${each(OVER, "the|these", NEXT)}|${each(OVER, NEXT)}|next|the next|the coming|in as soon as`,
);

export const preposition = lexicon<Counting>([
  [
    "w/in|w/i|give it|give it another|give them|give them another|give us|give us another|within|inside of|inside|in the space of|in under|before the end of the next",
    "within",
  ],
  ["in", "at"],
  ["after|after another|not for", "at-least"],
  [
    "will take|'ll take|it'll take|would take|could take|may take|might take|going to take|likely take|probably take|to take us|will take us|take us|will need|gonna take|gonna need|gonna be|going to need|going to be|it'll be|it will be",
    "at",
  ],
]);

/** Before "five years from now" and "in five years": what bounds the day that they name. */
export const dayBounds = lexicon<Counting>([
  [
    "by|no later than|not later than|by no later than|before|sooner than|earlier than|until|till|at the latest|at latest|at the very latest|latest",
    "within",
  ],
  [
    "no earlier than|not earlier than|no sooner than|not sooner than|not before|not until|not till|at the earliest|at the very earliest|until at least|at least until|after",
    "at-least",
  ],
]);

/** With "another" or "more" behind them, so long still to go: "it takes another three years". */
export const stillToGo = wordsOf(
  "take|takes|take us|takes us|take them|takes them|take him|take her|take me|need|needs|is|'s|that's|it's|be|going to need",
);

/** "Five years later" counts from a day of the story, except where a person typed nothing else. */
export const afterThat = wordsOf("later");

export const forWords = wordsOf("for|for another|for the");

export const behind = wordsOf(
  "from now|from today|from right now|from here|out from here|hence|away|off|out|down the road|down the line|down the track|in the future|into the future|time|from the present|from this point|ahead|on from now|'time|after now|after today",
);

export const anchor = wordsOf("from|after|following");

/** Behind an amount: that it tells an age, a past, or the length of something. */
export const otherwise = wordsOf(
  "old|older|younger|ago|earlier|before|prior|previously|of|since|- old|-old|back|experience|on end|straight|in a row|long|worth|running|into|in prison|past|behind",
);

export const frameBefore = wordsOf(
  "on an|over an|across an|in an|within an|on|over|across|on a|over a|across a|on the|over the|in a|within a|on my|on our|with a|given a|in the|within the",
);

/** What a forecast is called by whoever makes it: "my one-year prediction". */
export const forecastWords = wordsOf(
  "prediction|predictions|forecast|forecasts|outlook|view|call|bet|bets|target|price target|guess|estimate|projection|projections|guidance|prognosis",
);
export const whoseForecast = wordsOf("my|our|their|his|her|the|a|its|my own|our own");

/** Before an amount these say that it is how long it takes: "my timeline is five to ten years", "call it five years". */
export const tellsHowLong = wordsOf(
  [
    ...["my", "our", "the", "his", "her", "their"].flatMap((whose) =>
      [
        "timeline",
        "timelines",
        "time frame",
        "timeframe",
        "horizon",
        "time horizon",
        "guess",
        "best guess",
        "bet",
        "estimate",
        "median",
        "median estimate",
        "forecast",
        "prediction",
        "answer",
        "eta",
      ].flatMap((noun) =>
        ["is", "are", "would be", "remains", "is still", "is now", "is about"].map(
          (is) => `${whose} ${noun} ${is}`,
        ),
      ),
    ),
    ..."call it|make it|i'd say|i would say|i'd guess|i would guess|i'd bet|we're talking|you're looking at|we're looking at|we are looking at|it's more like|more like|more likely|closer to|figure on|my timelines are".split(
      "|",
    ),
  ].join("|"),
);
/** Before an amount with a "minimum" behind it. */
export const thatIs = wordsOf("that's|that is|it's|it is|this is|we're|still|you're looking at");

export const frames = wordsOf(
  "horizon|timeframe|time frame|timeline|timescale|window|period|time horizon|time-frame|time|view|outlook|basis|span|stretch|forecast horizon|investment horizon|planning horizon|forecast period",
);

export const overNext = wordsOf(`${each(OVER, "the", NEXT)}|${each("within", NEXT)}|the next|the coming`);
