import { expect, test } from "vitest";
import { CRITERIA } from "#domain/vocabulary.ts";
import { evidence } from "#seed/evidence.ts";
import { forecasts } from "#seed/forecasts.ts";
import { source, speakers } from "#seed/people.ts";
import type { Both } from "#seed/shape.ts";

const named = (where: string, text: Both | undefined): [string, Both][] =>
  text === undefined ? [] : [[where, text]];

/** Everything that we say in both languages, and where. */
const ours: readonly [string, Both][] = [
  ...named("source", source.note),
  ...speakers.flatMap(({ slug, name, role }) => [
    ...named(`${slug} name`, name),
    ...named(`${slug} role`, role),
  ]),
  ...forecasts.flatMap(({ slug, claim, criteria, attributionNote, section, horizon, confidence }) => [
    ...named(`${slug} claim`, claim),
    ...CRITERIA.flatMap((criterion) => named(`${slug} ${criterion}`, criteria[criterion])),
    ...named(`${slug} attribution`, attributionNote),
    ...named(`${slug} section`, section.note),
    ...named(`${slug} horizon`, horizon.note),
    ...named(`${slug} confidence`, confidence.note),
  ]),
];

const verbatim = forecasts.flatMap(({ slug, quote, section, horizon, confidence }) =>
  [quote, section.words, horizon.words, confidence.words].flatMap((words): [string, string][] =>
    words === undefined ? [] : [[slug, words]],
  ),
);
const logged = evidence.flatMap(({ url, title, publisher, summary }) =>
  [title, publisher, summary].map((text): [string, string] => [url, text]),
);
const english = ours.map(([where, text]): [string, string] => [where, text.en]);
const chinese = ours.map(([where, text]): [string, string] => [where, text["zh-Hant"]]);
const every = [...english, ...chinese, ...verbatim, ...logged];

/** Characters of which only the simplified script makes use. */
const SIMPLIFIED =
  /[这们对说时间发为国来过还动学现实点长门问题应该经开关业东两严举义习书买乱争亚产亲亿仅从价众优传体储儿党兴养写军农决况净减击则创删单卖卢卫厂厅历压厌县参双变叙号听启员响团园围图圆场坏块坚坛处备复够头夹夺奋奖妇妈孙宁宝实审宪宽宾对导寻将尔尘层属岁岛币师带帮广庆库应废开异张弹强归当录彻征忆忧怀态总恶悬惊惯户扑执扩扫扬抚护报担拟拥择挂挡挤挥损换据掷摄摆摇敌数断旧显晓暂术机杀杂权条极构标栏树样桥检楼欢欧残毁毕气汇汉沟没沪测济浏涛润涨温湾湿满滚滤灭灵炼烟热爱犹独狮猎环电画畅疗监盖盘确碍种积称稳穷竞笔签简类粮纠红约级纪纯纲纳纵纷纸纹线练组细织终经结给络绝统继绩续维绿缓编缩网罗联聪肃脑节芯艺范荐获营虽补袭装见观规视觉览计订认讨让训议记讲许论设访证评识诉词译试话询该详语误说请诸读课调谁谈谢谱贝负贡财责败货质贩购贯贴贵贷费资赋赌赏赔赖赚赛赞赶跃车转轮软轴轻载较辅辆输边达迁迈运还进远违连迟适选递逻遗邓邮郑释针钟钢钱铁银链销锁错键镜闭问闲间队阳阴阵际陆陈险随隐难雾静韩页顶项顺须预领频题颜额风飞饭饮馆马驱验骗鱼鲜鸟鸡麦黄齐龙龟]/u;

test.each<[string, RegExp]>([
  ["a word that a program left behind", /\b(null|undefined|NaN|TODO|TBD|FIXME)\b|\[object/],
  ["space at its ends, or twice", /^\s|\s$|\s\s/],
  ["a character that is none", /[\p{Cc}\u{FFFD}\u{200B}]/u],
  ["markup", /<\/?[a-z]+>|&[a-z]+;/],
])("no text has %s", (_what, flaw) => {
  expect(every.filter(([, text]) => text === "" || flaw.test(text))).toEqual([]);
});

test("our Chinese is in the traditional script", () => {
  expect(chinese.filter(([, text]) => SIMPLIFIED.test(text.replaceAll(/「[^」]*」/g, "")))).toEqual([]);
});

test.each<[string, RegExp]>([
  ["the mainland's words", /軟件|視頻|默認|網絡|服務器|內存|硬盤|芯片|代碼|用戶|信息|鏈接|質量上|智能體/],
  ["Western punctuation between its characters", /\p{Script=Han}[,;:?!]\p{Script=Han}/u],
])("our Chinese has none of %s", (_what, flaw) => {
  expect(chinese.filter(([, text]) => flaw.test(text.replaceAll(/「[^」]*」/g, "")))).toEqual([]);
});

test("our Chinese is Chinese and our English is English", () => {
  const names = /\b(name)$/;
  expect(english.filter(([, text]) => !/[a-z]/i.test(text))).toEqual([]);
  expect(chinese.filter(([where, text]) => !names.test(where) && !/\p{Script=Han}/u.test(text))).toEqual([]);
});

test("what we say in one language is not left standing in the other", () => {
  const same = ours.filter(([where, text]) => !where.endsWith("name") && text.en === text["zh-Hant"]);
  expect(same).toEqual([]);
});

/** What the interview's editors could not state. */
const LEFT_OUT = [
  "three-inference-workload-patterns cannotBeJudgedIf",
  "current-architecture-enough-for-agi partlyIf",
  "current-architecture-enough-for-agi whereToLook",
  "moe-ever-sparser cannotBeJudgedIf",
  "synthetic-data-huge-impact finePrint",
];

test("every criterion that could be stated is, before anything is judged", () => {
  const missing = forecasts.flatMap(({ slug, criteria }) =>
    CRITERIA.filter((criterion) => criteria[criterion] === undefined).map(
      (criterion) => `${slug} ${criterion}`,
    ),
  );
  expect(missing.toSorted()).toEqual(LEFT_OUT.toSorted());
});

test("slugs and tags are plain, and every relation leads to a forecast of the seed", () => {
  const slugs = forecasts.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  expect([...slugs, ...forecasts.flatMap(({ tags }) => tags)].filter((text) => !plain.test(text))).toEqual(
    [],
  );
  const targets = forecasts.flatMap(({ relations }) => relations.map(({ to }) => to));
  expect(targets.filter((to) => !slugs.includes(to))).toEqual([]);
});
