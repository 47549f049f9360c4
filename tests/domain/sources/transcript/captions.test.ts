import { describe, expect, it } from "vitest";
import { keepText, passagesOf, secondsAt } from "#domain/sources/transcript.ts";

const SRT = `1
00:00:01,000 --> 00:00:03,000
主持人：今年
會怎麼樣？

2
00:00:03,200 --> 00:00:05,000
蔡文彬：我預計今年七月
會再白化一次，

3
00:01:05,000 --> 00:01:07,500
不過沒有去年嚴重。
`;

const VTT = `WEBVTT - A talk
Kind: captions

STYLE
::cue { color: red }

NOTE not spoken

intro
00:01.000 --> 00:04.000 align:start
<v.loud Priya Raman>When will <i>people</i>
live there?</v>

00:04.000 --> 00:06.500
<v Jonas>In five <00:00:05.000>years &amp; a bit.

00:06.500 --> 00:08.000
<v Jonas>Maybe six.
`;

describe("captions become a text to read", () => {
  it("from SRT, whose lines are run on without a space in Chinese", () => {
    expect(keepText(SRT, "talk.srt").text).toBe(
      "主持人：今年會怎麼樣？\n\n蔡文彬：我預計今年七月會再白化一次，不過沒有去年嚴重。",
    );
  });

  it("from WebVTT, with the voices that it names", () => {
    expect(keepText(VTT, null).text).toBe(
      "Priya Raman: When will people live there?\n\nJonas: In five years & a bit. Maybe six.",
    );
  });

  it("with the time of every place", () => {
    const { text, times } = keepText(SRT, null);
    const at = (words: string) => secondsAt(times, text.indexOf(words));
    expect([at("主持人"), at("會怎"), at("白化"), at("去年")]).toEqual([1, 1, 3.2, 65]);
    expect(secondsAt([], 3)).toBe(null);
  });

  it("in which a sentence over several cues is one, of whoever began it", () => {
    const passages = [...passagesOf(keepText(SRT, null).text)].filter((passage) => passage !== null);
    expect(passages.map(({ speaker, sentences }) => [speaker, sentences.length])).toEqual([
      ["主持人", 1],
      ["蔡文彬", 1],
    ]);
  });

  it.each([
    ["repeats of captions that roll up", ["we will", "we will\nland soon", "land soon"], "we will land soon"],
    ["markup", ['{\\an8}<font color="red">we</font> <b>will</b>'], "we will"],
    ["a pause within a sentence", ["we will", "land."], "we will land."],
    ["a dash for another speaker", ["Will you?", "- We will."], "Will you?\n\n— We will."],
    ["a sign that is no tag", ["a < b, and c > d"], "a < b, and c > d"],
    ["a cue without words", ["<i></i>", "we will"], "we will"],
  ])("with %s", (_what, cues, text) => {
    const srt = cues.map(
      (words, place) => `${place + 1}\n00:0${place}:00,000 --> 00:0${place}:59,000\n${words}\n`,
    );
    expect(keepText(srt.join("\n"), null).text).toBe(text);
  });

  it("in paragraphs: after a pause, and now and then", () => {
    const cue = (at: number, words: string) => `00:0${at}:00,000 --> 00:0${at}:01,000\n${words}\n\n`;
    expect(keepText(cue(1, "It ends.") + cue(2, "It begins."), null).text).toBe("It ends.\n\nIt begins.");
    const long = Array.from({ length: 12 }, (_, at) => cue(0, `${"It goes on. ".repeat(10)} For ${at}.`));
    const paragraphs = keepText(long.join(""), null).text.split("\n\n");
    expect(paragraphs.map(({ length }) => length < 900)).toEqual([true, true]);
  });
});

describe("a text is kept", () => {
  it.each([
    ["with line ends of one kind", "a\r\nb\rc", "a\nb\nc"],
    ["without a byte-order mark", "\uFEFFa", "a"],
    ["without what cannot be quoted", "a\0b\uD800c\fd\ve\x7Ff\uFFFDg\th", "a b c d e f g\th"],
    ["as it is", "# A\n\n  b  \n", "# A\n\n  b  \n"],
  ])("%s", (_how, raw, text) => {
    const kept = keepText(raw, null);
    expect(kept.text).toBe(text);
    expect(keepText(kept.text, null).text).toBe(text);
  });

  it.each<[string, string, string | null]>([
    ["vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\na", "a.txt"],
    ["srt", "1\n00:00:01,000 --> 00:00:02,000\na", null],
    ["srt", "\n00:00:01.000 --> 00:00:02.000\na", "a.srt"],
    ["markdown", "# A\n\nb", null],
    ["markdown", "a", "notes.MD"],
    ["plain", "# A", "a.txt"],
    ["plain", "WEBVTTs are nice", null],
  ])("as %s: %j in %s", (format, text, fileName) => {
    expect(keepText(text, fileName).format).toBe(format);
  });
});
