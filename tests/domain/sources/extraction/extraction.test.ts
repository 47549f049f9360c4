import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { extract, extraction } from "#domain/sources/extraction.ts";

const SAID = day("2025-09-10");
const found = (text: string) => extract(text, SAID).candidates;
/** A sentence among others, in the answer of someone who is named. */
const inAnswer = (sentence: string) =>
  found(`Q: Well?\n\nA: Hello there. ${sentence}`).find(({ sentence: { text } }) => text === sentence);

describe("a sentence with a time ahead is a dated candidate", () => {
  it.each([
    ["We will land in 5 years.", "strong"],
    ["I think that we land within 3 years.", "strong"],
    ["The site opens in 2 years.", "weak"],
    ["10年內會普及。", "strong"],
    ["可能10年內普及。", "strong"],
    ["10年内会普及。", "strong"],
  ])("%s: %s", (sentence, strength) => {
    expect(inAnswer(sentence)).toMatchObject({ kind: "dated", strength, reasons: [] });
  });
});

describe("a sentence that looks ahead without a time is an undated one, and weak", () => {
  it.each([
    "We will land some day.",
    "It's going to be the bottleneck.",
    "I expect a few more of them.",
    "They are likely to follow us.",
    "It'll be the bottleneck then.",
    "這個市場會分散。",
    "我們預計股利較高。",
    "地段好的有望創高。",
    "成本将下降不少。",
    "将来肯定会自己做。",
  ])("%s", (sentence) => {
    expect(inAnswer(sentence)).toMatchObject({
      kind: "undated",
      strength: "weak",
      reasons: [],
    });
  });
});

describe("an answer that is nothing but a time is said of what was asked", () => {
  const answered = (question: string, answer: string) =>
    found(`Ana: ${question}\n\nBen: ${answer} And so on.\n\nAna: Oh. Well.`).find(
      ({ sentence: { text } }) => text === answer,
    );

  it.each([
    ["When does a plant put power on the grid?", "Not before 2040."],
    ["When do we see it?", "Within ten years."],
    ["什麼時候會有？", "不會早於2040年。"],
  ])("%s %s", (question, answer) => {
    expect(answered(question, answer)).toMatchObject({ kind: "dated", strength: "strong" });
  });

  it("and of nothing where nobody asked, or where it says more", () => {
    expect(answered("Let us talk of plants.", "Not before 2040.")).toMatchObject({ strength: "weak" });
    expect(answered("When?", "The site opens in 2 years.")).toMatchObject({ strength: "weak" });
  });
});

describe("a day as in a story dates nothing", () => {
  it.each(["They'll find out about it on Monday.", "It'll be a Sunday in spring."])("%s", (sentence) => {
    expect(inAnswer(sentence)).toMatchObject({ kind: "undated", strength: "weak" });
  });

  it("a time beside it does", () => {
    expect(inAnswer("It'll be a Sunday in spring 2030.")).toMatchObject({ kind: "dated" });
    expect(inAnswer("On Monday we will say that it lands by 2030.")).toMatchObject({ kind: "dated" });
  });
});

describe("no candidate is", () => {
  it.each([
    "We have four in the barn.",
    "The average age is 47.",
    "Published on 10 September 2025.",
    "I won't.",
    "董事會開了十次。",
    "社會大眾都很關心。",
    "這個機會不多。",
    "將軍走了很遠。",
    "他開會去了。",
  ])("%s", (sentence) => {
    expect(inAnswer(sentence)).toBe(undefined);
  });

  it.each(["半導體會變便宜。", "各國會跟進的。", "廠商會漲價的。", "會考慮很多事。", "2028年會更好。"])(
    "but %s is one, where two words meet",
    (sentence) => {
      expect(inAnswer(sentence)).toBeDefined();
    },
  );
});

describe("what is likely none goes down the list, with the reason", () => {
  it.each([
    ["past", "We were told of it in 5 years."],
    ["old-forecast", "Two years ago I said that it would come within 3 years."],
    ["old-forecast", "他三年前說過，5年內會普及。"],
    ["general-truth", "A plant always needs its parts in 2 years."],
    ["general-truth", "Children will always learn from people."],
    ["hypothetical", "If I were minister, it would be done within 3 years."],
    ["hypothetical", "If it came in 2015, we will never know of it."],
    ["hypothetical", "如果當初就開始，10年內會不一樣。"],
    ["reported-plan", "The government's plan says that it will be done within 3 years."],
    ["reported-plan", "政府的計畫說5年內要完成。"],
    ["reported-plan", "If you order one today, you're told you'll get it in five to seven years."],
    ["reported-plan", "同業聽了會不高興，因為他們的投影片上寫的是今年。"],
    ["present", "This year we are five hundred."],
    ["past", "我今年五十八歲了，還很年輕。"],
  ])("%s: %s", (reason, sentence) => {
    const candidate = inAnswer(sentence);
    expect(candidate?.strength).toBe("aside");
    expect(candidate?.reasons).toContain(reason);
  });

  it("heading: one that names a time and says nothing of it", () => {
    expect(found("# The next 10 years\n\n# Prices will fall in 10 years\n\nSo they say.")).toMatchObject([
      { strength: "strong", isHeading: true },
      { strength: "aside", reasons: ["heading"], isHeading: true },
    ]);
  });

  it("question: what the interviewer asks", () => {
    expect(found("Q: Will it land in 5 years?\n\nA: No.")).toMatchObject([
      { strength: "aside", reasons: ["question"], byInterviewer: true, kind: "dated" },
    ]);
  });

  it("question: what nobody in particular asks, in an article", () => {
    expect(found("Will prices fall within 3 years? We asked.")).toMatchObject([
      { strength: "aside", reasons: ["question"] },
    ]);
  });

  it("interviewer: what the interviewer says", () => {
    expect(found("Q: They say it will land in 5 years.\n\nA: Well.")).toMatchObject([
      { strength: "aside", reasons: ["interviewer"] },
    ]);
  });

  it("but not what a guest asks in passing", () => {
    expect(found("Q: So?\n\nA: Cheap within 3 years? No chance.")).toMatchObject([{ strength: "weak" }]);
  });
});

describe("a candidate", () => {
  const text = `# Talk

## Money

Mara: So you are well?

Jonas: We are. We will be rich in 5 years. Trust me.

Mara: And if not?

Jonas: Then not.`;
  const [candidate] = found(text);

  it("knows who says it, under which heading, between which sentences", () => {
    expect(candidate).toMatchObject({
      speaker: "Jonas",
      byInterviewer: false,
      section: "Money",
      before: { text: "We are." },
      after: { text: "Trust me." },
    });
  });

  it("knows its horizon, at its place in the text", () => {
    expect(candidate?.horizon).toMatchObject({
      standsIn: "sentence",
      reading: { kind: "window", window: { dueBy: "2030-09-10" } },
    });
    expect(text.slice(candidate?.horizon?.start, candidate?.horizon?.end)).toBe("in 5 years");
  });

  it("takes the time of the question that it answers, if it has none", () => {
    const answered = "Q: Where are you in 5 years?\n\nA: Good question. We will be rich. I will be old.";
    const [answer, second] = found(answered).filter(({ strength }) => strength !== "aside");
    expect(answer).toMatchObject({
      kind: "dated",
      strength: "weak",
      sentence: { text: "We will be rich." },
      horizon: { standsIn: "question" },
    });
    expect(answered.slice(answer?.horizon?.start, answer?.horizon?.end)).toBe("in 5 years");
    expect(second).toMatchObject({ kind: "dated", sentence: { text: "I will be old." } });
  });

  it("does so in each sentence that speaks of what is to come, until one has a time of its own", () => {
    const late =
      "Q: Where are you in 5 years?\n\nA: Good question. It is. Really so. We will be rich. By 2040 I will be old. And we will be tired.";
    expect(found(late).map(({ kind, sentence }) => [sentence.text, kind])).toEqual([
      ["By 2040 I will be old.", "dated"],
      ["We will be rich.", "dated"],
      ["And we will be tired.", "undated"],
      ["Where are you in 5 years?", "dated"],
    ]);
  });

  it("does so in the next paragraphs of the one who answers, and not beyond another speaker", () => {
    const answer =
      "Q: Where are you in 5 years?\n\nA: Good question.\n\nWe will be rich.\n\nB: I will be old.";
    expect(found(answer).map(({ kind, sentence }) => [sentence.text, kind])).toEqual([
      ["We will be rich.", "dated"],
      ["I will be old.", "undated"],
      ["Where are you in 5 years?", "dated"],
    ]);
  });

  it("does so where questions are in bold instead of labelled", () => {
    expect(
      found("**Where are you in 5 years?**\n\nWe will be rich, I think.\n\nI will be old."),
    ).toMatchObject([
      { kind: "dated", strength: "weak", horizon: { standsIn: "question" } },
      { kind: "undated", sentence: { text: "I will be old." } },
      { strength: "aside", reasons: ["question"], byInterviewer: true },
    ]);
  });

  it("says whether it is negative or on a condition", () => {
    expect(inAnswer("They will never do that here.")).toMatchObject({ negative: true, conditional: false });
    expect(inAnswer("If they pay, we will do that.")).toMatchObject({ negative: false, conditional: true });
    expect(inAnswer("除非漲價，不然不會做。")).toMatchObject({ negative: true, conditional: true });
  });
});

describe("the list", () => {
  it("begins with the strong ones, then has the weak ones with a time, then those without, then the rest", () => {
    const text =
      "Q: Will it be so for long?\n\nA: We will see about that. It opens in 2 years. It will open in 3 years. It'll last until then.";
    expect(found(text).map(({ sentence }) => sentence.text)).toEqual([
      "It will open in 3 years.",
      "It opens in 2 years.",
      "We will see about that.",
      "It'll last until then.",
      "Will it be so for long?",
    ]);
  });

  it("says which are likely one claim said again", () => {
    const text = `A sodium battery will be cheaper than lithium within 3 years. Nothing else happened.
A lithium battery will be scarce within 3 years. As I said, sodium will be cheaper than a lithium battery within 3 years.
Sodium will be cheaper than any lithium battery within 9 years.`;
    const { candidates, restatements } = extract(text, SAID);
    expect(restatements.map((group) => group.map((place) => candidates[place]?.sentence.text))).toEqual([
      [
        "A sodium battery will be cheaper than lithium within 3 years.",
        "As I said, sodium will be cheaper than a lithium battery within 3 years.",
      ],
    ]);
  });
});

describe("what looks like something else is a forecast all the same", () => {
  it.each([
    ["the noun end is no plan that ends", "The deal will close by the end of 2027."],
    ["a target is no plan", "Inflation will return to target by the end of 2027."],
    ["projected", "Output is projected to grow 2% this year."],
    ["seen", "Growth of 2% is seen this year."],
    ["odds behind a colon", "Line 4 opens this year: 30%"],
    ["an earlier forecast in the same Chinese sentence", "三年前他看錯了房價，他並預估，十年內會翻倍。"],
    ["if ... were to", "Three years from now, if you were to show someone this, they will laugh."],
  ])("%s: %s", (_what, sentence) => {
    expect(found(sentence)).toMatchObject([{ kind: "dated", reasons: [] }]);
  });

  it("a bold paragraph of an essay, which nobody asks", () => {
    expect(
      found("It rained.\n\n**By 2029 half of all code is written by machines.**\n\nWe had tea."),
    ).toMatchObject([{ kind: "dated", byInterviewer: false, reasons: [] }]);
  });

  it.each([
    ["what others are to do", "The plant is scheduled to open by 2030."],
    ["what is demanded", "工會要求明年六月前加薪。"],
    ["what is said to be so", "據說它2028年會上市。"],
    ["what was asked", "A reader asked whether we would have it by 2030."],
  ])("and %s is put aside: %s", (_what, sentence) => {
    expect(found(sentence)).toMatchObject([{ strength: "aside" }]);
  });
});

describe("who asks", () => {
  it.each([
    ["has a label that says so", "記者：好。\n\n沈若嵐：好嗎？\n\n記者：好。\n\n沈若嵐：好嗎？", ["記者"]],
    [
      "has one with a name",
      "記者王小美：好。\n\n沈若嵐：好嗎？\n\n記者王小美：好。\n\n沈若嵐：好。",
      ["記者王小美"],
    ],
    [
      "has an English one with a name",
      "Host Ana: Well.\n\nBen: So?\n\nHost Ana: Yes.\n\nBen: No.",
      ["Host Ana"],
    ],
    [
      "ends most turns with a question and says less",
      "Ann: Why?\n\nBob: Because it is so, and has been.\n\nAnn: Really?\n\nBob: Yes, it is so.",
      ["Ann"],
    ],
    [
      "is not who says most",
      "Ann: Why is that so, and for whom?\n\nBob: So.\n\nAnn: And is it good?\n\nBob: Yes.",
      [],
    ],
    ["is nobody where nobody asks", "Ann: We will.\n\nBob: So will we.\n\nAnn: Good.\n\nBob: Fine.", []],
  ])("%s", (_who, text, interviewers) => {
    expect(extract(text, SAID).interviewers).toEqual(interviewers);
  });
});

describe("every place", () => {
  const piece = fc.constantFrom(
    "We will land in 5 years. ",
    "Q: ",
    "A: ",
    "\n\n",
    "\n",
    "# A heading\n",
    "**Ann:** ",
    "沈若嵐：",
    "10年內會普及。",
    "為什麼？",
    "「好，」他說。",
    "Will it? ",
    "\u{1F600}",
    "- ",
    "=== \n",
    "\u202E",
  );

  it("is one of the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const { sentence, before, after, horizon } of found(text)) {
          for (const one of [sentence, before, after]) {
            if (one !== null) expect(text.slice(one.start, one.end)).toBe(one.text);
          }
          if (before !== null) expect(before.end).toBeLessThanOrEqual(sentence.start);
          if (after !== null) expect(after.start).toBeGreaterThanOrEqual(sentence.end);
          if (horizon !== null) expect(text.slice(horizon.start, horizon.end)).toBe(horizon.reading.words);
        }
      }),
    );
  });
});

describe("the work", () => {
  it("is done in steps that tell how far it is", () => {
    const work = extraction(`${"It will land in 5 years.\n\n".repeat(100)}${"\n".repeat(5_000)}`, SAID);
    const steps: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) steps.push(step.value);
    expect(steps.length).toBeGreaterThan(200);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(step.value.candidates).toHaveLength(100);
  });

  it("finds nothing in nothing", () => {
    expect(extract("", SAID)).toEqual({ candidates: [], restatements: [], speakers: [], interviewers: [] });
  });
});
