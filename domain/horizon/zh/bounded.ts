import { remembered, type Tokens } from "../cursor.ts";
import type { Bound, Candidate, CandidateRule, Expression } from "../expression.ts";
import { lexicon, wordsBeside, wordsOf } from "../lexicon.ts";
import { joinsNext } from "./next-words.ts";
import { quantity } from "./number.ts";
import { readWhen } from "./range.ts";
import { hedge } from "./words.ts";

const prefix = lexicon<Bound>([
  ["到了|等到了|在|於|就在|將在|將於|預計在|預計於|預計|可望在|有望在|可望於|有望於", "in"],
  [
    "撐不過|熬不過|活不過|捱不過|挺不過|到|至|截至|截止|截止到|截至到|最晚|最遲|至遲|不晚於|不遲於|最慢|最晚在|最遲在|最晚到|最遲到|不會晚於|趕在|在不晚於|最遲於|最晚於|遲至|晚則|慢則|遲則|至遲要到|最遲要到|最晚要到|最慢要到|最慢在|最遲會在|最晚會在|最晚要在|最遲要在|不遲於|趕在|遲不過",
    "by",
  ],
  ["直到|一直到|持續到|維持到|直至", "until"],
  ["早於|搶在", "before"],
  [
    "最早|最快|不早於|最早在|最快在|最快要到|最早要到|最快也要到|最早也要到|至少要到|至少要等到|要到|得到|要等到|自從|從|自|自從|不會早於|最快於|最早於|最快也要|等到|得等到|必須等到|要等|最早也要|最早到|最快到|起碼要到|恐怕要到|可能要到|可能要等到|早則|快則|至快|至早|最快會在|最早會在|最快預計|最早預計|最快將於|最早將於|最快要在|最快得等到",
    "no-earlier",
  ],
  ["晚於|遲於", "after"],
]);

const suffix = lexicon<Bound>([
  ["前|之前|以前|到來以前|來到以前|到來前|到來之前|來臨前|以前就", "before"],
  [
    "結束時|結束之際|結束之時|結束|落幕時|或更早|或者更早|甚至更早|,或者更早|或者之前|或之前|或以前|及之前|及以前|或更早|含之前|為止|止|結束為止|底為止|當天或之前",
    "by",
  ],
  ["後|之後|以後|過後|結束後|之後的", "after"],
  [
    "起|開始|或之後|或以後|及以後|及之後|以降|或更晚|或者更晚|甚至更晚|,或者更晚|,甚至更晚|或者之後|或更後面|或更久以後|才|才會|才能|才有|之後才",
    "no-earlier",
  ],
  ["內|之內|以內|裡|期間|當中|之中|中|間|之間|的時候|時", "in"],
]);

/** 覺得到2030年, 主要到2030年: the first character ends another word, and what is said is 到. */
const ENDS_WITH: { readonly [first: string]: ReadonlySet<string> } = {
  於: new Set([..."低高少多大小優劣等限屬基關對由鑑善近遜異同過"]),
  得: new Set([..."覺懂獲取值記捨曉懶變做看達能難贏使省免顯值認曉說講"]),
  要: new Set([..."主只重次首必"]),
  自: new Set([..."來各獨親出源"]),
  從: new Set([..."服順遵聽"]),
  等: new Set([..."平相同高中初優"]),
};
const opens = (t: Tokens, place: number) =>
  !(ENDS_WITH[t.at(place).text]?.has(t.at(place - 1).text) ?? false);

/** 都不會 right behind 到2032年: still not by then. 到2030年不會再有人開車 is a claim of its own. */
const stillNot = wordsOf(
  ["都", "也", "還", "仍", "仍然", "依然", "恐怕都", "恐怕也", "大概都", "可能都", "都還", "也還"]
    .flatMap((still) => ["不", "沒", "難", "無", "做不", "看不"].map((not) => still + not))
    .join("|"),
);

/** Beginnings that a denial leaves as they are: 不會從2030年起. Of the others it makes "sooner": 不會等到2030年. */
const from = wordsOf("自|從|自從");
const fromThen = wordsOf("起|開始|或之後|或以後|及以後|及之後|以降|或更晚");
const noNeed = wordsOf(
  "不用|不用再|不必|不必再|無需|無須|毋須|毋需|不須|不需|不需要|用不著|沒必要|沒有必要|何必|何須|不一定要|未必要|不見得要",
);
const PUT_OFF = new Set([..."拖延等"]);
/** 不用等到, 不需要到: it will be sooner, by which we have no rule. */
function isSooner(t: Tokens, place: number): boolean {
  for (let back = 1; back <= 4; back += 1) if ((noNeed(t, place - back)?.end ?? -1) >= place) return true;
  return false;
}

const goesOn = new Set([..."會將就都才也,.;!?要可"]);
/** 2025年初開始試產: what begins then; 明年開始會 is from then on. */
const isBeginning = (t: Tokens, place: number, isBound: boolean): boolean =>
  !isBound &&
  t.is(place, "開") &&
  t.is(place + 1, "始") &&
  t.at(place + 2).kind === "han" &&
  !goesOn.has(t.at(place + 2).text);

const moved = wordsBeside("改|延|押後|推遲|延後|推|順延|提前|調整|移|挪|延宕|改期|展延|遞延|調|提早|延期");
/** 押後至2022年第三季: then, and not by then. */
function isMovedTo(t: Tokens, place: number): boolean {
  if (!t.is(place, "到") && !t.is(place, "至")) return false;
  for (let back = 1; back <= 3; back += 1) if (moved(t, place - back)?.end === place) return true;
  return false;
}

/** 升到明年的5%: the time tells which figure, and bounds nothing. */
function isFigure(t: Tokens, place: number): boolean {
  const number = t.is(place, "的") ? quantity(t, place + 1) : null;
  const isPriced = t.is(place, "的") && t.at(place + 1).kind === "number";
  return (number !== null && !t.is(number.end, "年")) || (isPriced && !t.is(place + 2, "年"));
}

const onlyThen = wordsOf("才|方才|方能|才會|才能|後才");

const OPENERS = new Set(["從", "自", "由"]);

/** 2027年底前, 到2030年, 最快明年, 2032年才, 明年下半年. */
export const calendar: CandidateRule = remembered<Candidate>((t, place) => {
  const hedged = hedge(t, place);
  const first = hedged?.end ?? place;
  const before = opens(t, first) ? prefix(t, first) : null;
  const start = before?.end ?? first;
  // "從2027年到2030年": the range has an opening word of its own.
  const own = readWhen(t, place);
  const inner = before === null ? readWhen(t, start) : readWhen(t, start);
  const opensRange = before !== null && OPENERS.has(t.at(place).text) && own?.end === inner?.end;
  const usesOwn = own !== null && (opensRange || own.end > (inner?.end ?? 0));
  const when = usesOwn ? own : inner;
  if (when === null || when.value.when.length === 0) return null;
  const after = suffix(t, when.end);
  // "中國": the character belongs to the next word.
  const isWord = after !== null && after.end === when.end + 1 && joinsNext(t, when.end);
  const behind = isWord || isBeginning(t, when.end, before !== null || usesOwn) ? null : after;
  if (!when.value.isStrong && before === null && behind === null) return null;
  const end = behind?.end ?? when.end;
  const isOnlyThen =
    before !== null &&
    !usesOwn &&
    (before.value === "by" || before.value === "until") &&
    onlyThen(t, end) !== null;
  const bound = usesOwn ? null : (before?.value ?? null);
  const how = isOnlyThen ? "no-earlier" : decide(bound, behind?.value ?? null);
  const expression: Expression = {
    kind: "calendar",
    how,
    bound:
      behind !== null && behind.value !== "in"
        ? t.between(when.end, behind.end)
        : before === null
          ? ""
          : t.between(first, start),
    when: when.value.when,
    whenWords: t.between(usesOwn ? place : start, when.end),
    approximate: when.value.approximate || hedged !== null,
  };
  if (before?.value === "by" && how === "by" && (isFigure(t, end) || isMovedTo(t, first))) {
    return { value: { expression: { ...expression, how: "in" } }, end };
  }
  const isBy = how === "by" || how === "until";
  if (isBy && (stillNot(t, end) !== null || (before?.value === "until" && t.is(end, "不")))) {
    return { value: { expression: { ...expression, how: "by" }, isDenied: true }, end };
  }
  const isDeniable =
    how === "no-earlier" &&
    (before === null ? fromThen(t, when.end) !== null : from(t, first)?.end === start) &&
    !isOnlyThen;
  const onlyAffirmed = (how === "no-earlier" && !isDeniable) || PUT_OFF.has(t.at(place - 1).text);
  const isRefused = before !== null && isSooner(t, first);
  return {
    value: { expression, onlyAffirmed, isRefused },
    end: isOnlyThen ? (onlyThen(t, end)?.end ?? end) : end,
  };
});

/** What stands behind decides, unless it only says "in": 最晚2030年內. */
function decide(before: Bound | null, behind: Bound | null): Bound {
  if (before === "no-earlier" && behind === "after") return "after";
  if (before === "no-earlier" && behind === "before") return "before";
  if (behind !== null && behind !== "in" && !(before === "no-earlier" && behind === "no-earlier"))
    return behind;
  return before ?? behind ?? "in";
}
