import { expect, test } from "vitest";
import type { DifferenceBlock } from "#domain/pages/text-difference.ts";
import { compareTexts } from "#web/comparing/compare-texts.ts";
import { processorMs } from "../../support/processor-time.ts";

/** A difference as it reads: what was left out in [-…-], what was put in in {+…+}. */
const written = (blocks: readonly DifferenceBlock[] | null): readonly string[] | null =>
  blocks?.map((block) => {
    if (block.kind === "same") return block.text;
    if (block.kind === "skipped") return `(${block.paragraphs} more)`;
    const marks = { kept: "", removed: "-", added: "+" };
    return block.pieces
      .map(({ fate, text }) => {
        const mark = marks[fate];
        return mark === "" ? text : mark === "-" ? `[-${text}-]` : `{+${text}+}`;
      })
      .join("");
  }) ?? null;

const paragraphs = (...all: readonly string[]) => all.join("\n\n");

test.each<[string, string, string, readonly string[]]>([
  [
    "a sentence that changed",
    "It rains. It is cold.",
    "It rains. It is warm.",
    ["It rains. It is [-cold-]{+warm+}."],
  ],
  ["a Chinese one", "今天下雨。很冷。", "今天下雨。很熱。", ["今天下雨。很[-冷-]{+熱+}。"]],
  [
    "sentences put in and left out beside it",
    "It rains. Prices fell by half in May. Nobody knows.",
    "It rains. Prices fell by a third in May. Ask them again tomorrow!",
    ["It rains. Prices fell by [-half -]{+a third +}in May. [-Nobody knows.-]{+Ask them again tomorrow!+}"],
  ],
  [
    "the last of three that became the first of two",
    "One of them came. All went well. Sales rose 3.5% to 1,200.",
    "Sales rose 3.9% to 1,300. See below.",
    ["[-One of them came. All went well. -]Sales rose [-3.5-]{+3.9+}% to [-1,200-]{+1,300+}. {+See below.+}"],
  ],
  [
    "Chinese and Latin words in one sentence",
    "據 Epoch 統計，NVIDIA 出貨 296 萬顆，占近三分之二。",
    "據 Epoch 統計，NVIDIA 出貨 310 萬顆，占逾三分之二。",
    ["據 Epoch 統計，NVIDIA 出貨 [-296 -]{+310 +}萬顆，占[-近-]{+逾+}三分之二。"],
  ],
  [
    "what stays between two longer changes",
    "The plant in Taichung was opened early and well in the spring of 2024.",
    "The plant in Taichung is shut and nobody says why in the spring of 2024.",
    [
      "The plant in Taichung [-was opened early and well -]{+is shut and nobody says why +}in the spring of 2024.",
    ],
  ],
  [
    "too little in common",
    "It rains. It is cold.",
    "It rains. We are not.",
    ["It rains. [-It is cold.-]{+We are not.+}"],
  ],
  [
    "sentences that have little in common with any",
    "It rains. One two three four five. Six seven eight nine.",
    "It rains. Ten eleven twelve one. Thirteen fourteen eight.",
    [
      "It rains. [-One two three four five. Six seven eight nine.-]{+Ten eleven twelve one. Thirteen fourteen eight.+}",
    ],
  ],
  [
    "the same words in another order",
    "It rains. Six five four three two one.",
    "It rains. One two three four five six.",
    ["It rains. [-Six five four three two one.-]{+One two three four five six.+}"],
  ],
  ["only signs in common", "It rains. “Why?”", "It rains. “Now?”", ["It rains. [-“Why?”-]{+“Now?”+}"]],
  [
    "paragraphs that were parted otherwise",
    paragraphs("One is here. Two is here.", "Three."),
    paragraphs("One is here.", "Two is there. Three."),
    ["One is here.\nTwo is [-here-]{+there+}. Three."],
  ],
  ["a paragraph put in", paragraphs("a", "c"), paragraphs("a", "b", "c"), ["a", "{+b+}", "c"]],
  ["a paragraph left out", paragraphs("a", "b", "c"), paragraphs("a", "c"), ["a", "[-b-]", "c"]],
  ["nothing in common", "a", "b", ["[-a-]{+b+}"]],
  [
    "much around it",
    paragraphs("1", "2", "3", "4", "old", "5", "6", "7", "8"),
    paragraphs("1", "2", "3", "4", "new", "5", "6", "7", "8"),
    ["(3 more)", "4", "[-old-]{+new+}", "5", "(3 more)"],
  ],
  ["everything gone", "a", "", ["[-a-]"]],
])("%s", (_, before, after, expected) => {
  expect(written(compareTexts(before, after))).toEqual(expected);
});

test("blanks are no change", () => {
  expect(compareTexts("a  \n\n\n b", "a\nb\n")).toEqual([]);
  expect(compareTexts("", "")).toEqual([]);
});

const LONG = 1_000_000;
const lines = (seed: number) =>
  Array.from({ length: 19_000 }, (_, place) => ((place * 7919 + seed * 104_729) % 1_000_003).toString(36));

test.each<[string, string, string]>([
  ["two books", lines(1).join("\n"), lines(2).join("\n")],
  ["a million short lines", "a\n".repeat(LONG / 2), "b\n".repeat(LONG / 2)],
  ["lines that alternate", "a\nb\n".repeat(9000), "b\na\na\n".repeat(6000)],
  ["a million blanks", `x${" ".repeat(LONG)}y`, `x${" ".repeat(LONG)}z`],
  ["a million full stops", ".".repeat(LONG), `${".".repeat(LONG)}x`],
  ["one long line", "A word. ".repeat(LONG / 8), "A ward. ".repeat(LONG / 8)],
])("%s are compared quickly or not at all", async (_, before, after) => {
  let blocks: unknown;
  // A tenth of a second on a machine that is not slow.
  const ms = await processorMs(() => {
    blocks = compareTexts(before, after);
  });
  expect(ms).toBeLessThan(2_000);
  expect(JSON.stringify(blocks).length).toBeLessThan(400_000);
});
