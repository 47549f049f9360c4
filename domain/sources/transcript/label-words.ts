const words = (list: string) => new Set(list.split(/\s+/));

/** Labels that say who asks. In lower case. */
const ASKING_LABELS = words(
  `q question interviewer host moderator presenter anchor reporter journalist
   問 问 提問 提问 記者 记者 主持人 主持 採訪者 采访者 訪問者 訪談者 訪 訪者 編輯 编辑 觀眾 观众`,
);

const ROLE_OF_HAN = /^(?:記者|记者|主持人|採訪者|采访者|訪問者|编辑|編輯|主播)[ \t　]?(?=\p{Script=Han})/u;
/** Behind such a role these make another word of it: 記者會, 編輯按, 記者手記. */
const NO_HAN_NAME =
  /^(?:[會会部證证節节協协團团按註注室群]|手記|手记|觀察|观察|介紹|介绍|補充|补充|整理|攝影|摄影|報導|报导|報道|报道|評論|评论|總結|总结)/u;
const SHORT_HAN = /^\p{Script=Han}{1,4}$/u;
const ROLE_OF_LETTERS =
  /^(?:[Ii]nterviewer|[Hh]ost|[Mm]oderator|[Pp]resenter|[Aa]nchor|[Rr]eporter|[Jj]ournalist|INTERVIEWER|HOST|MODERATOR|PRESENTER|ANCHOR|REPORTER|JOURNALIST) /u;
/** What hosts, anchors and reporters have or are, whoever they are. In lower case. */
const THINGS = words(
  "city country nation state town team family school text note notes tenant store stores link desk question questions",
);

/** Labels that say who answers. */
export const ANSWERING_LABELS = words(
  "a answer guest speaker interviewee 答 回答 來賓 来宾 嘉賓 嘉宾 受訪者 受访者 講者 讲者",
);

/** What stands before a colon at the start of a line and is nobody's name. */
const NO_LABELS = words(
  `note notes update updated example examples source sources summary warning tip photo image caption figure table
   chapter part step title subtitle date author editor's subject re fact myth result results conclusion background
   music applause laughter laughs inaudible crosstalk silence noise pause
   ps p.s pros cons and but so first second third finally however today http https kind language
   註 注 圖 图 表 來源 来源 資料來源 资料来源 編按 編輯按 编辑按 编者按 編者按 譯註 摘要 重點 重点 例如 例 結論 结论 結果 结果 標題 标题 時間 时间 日期
   音樂 音乐 掌聲 掌声 笑聲 笑声 快訊 快讯 獨家 独家 更正 延伸 專題 专题 直播 影音 觀點 观点 關鍵詞 关键词 關鍵字 关键字 主題 主题 導語 导语 編者 编者
   地點 地点 文 圖說 图说 關鍵 关键 問題 问题 答案 原因 理由 第一 第二 第三 首先 其次 最後 最后 背景 提示 附註 作者 更新 延伸閱讀`,
);

/** Verbs that end what only looks like a label: 他說： */
const SAYING =
  /(?:說|说|道|是|為|为|稱|称|表示|指出|認為|认为|強調|强调|寫|写|問我|如下|包括|預測|预测|預估|预估|補充|补充|反駁|反驳|回應|回应|透露|坦言|直言|數字|数字|洞察|供給面|需求面|方面|部分|情境|結語|结语|前言|觀察|观察|展望|風險|风险|機會|机会|建議|建议|假設|假设|數據|数据|案例|指標|指标|亮點|亮点|預期|预期)$/;

/** 三個問題：, 這件事： count or point, and name nobody. */
const COUNTING =
  /^(?:[一二三四五六七八九十兩两幾几這这那此]|首先|其次|再來|再来|接著|接着|然後|然后|最後|最后|下一|上一|另外|此外|因為|因为|所以|但是|不過|不过|我們|我们|他們|他们|大家|如果|至於|至于|關於|关于|目前|現在|现在|未來|未来|今年|明年|去年)|(?:問題|问题|原因|理由|結論|结论|關鍵|关键)$/;

const isNoLabel = (plain: string) => NO_LABELS.has(plain) || SAYING.test(plain) || COUNTING.test(plain);

/** "Host Ana", 記者王小美. */
function isRoleWithName(label: string): boolean {
  if (isNoLabel(label.toLowerCase())) return false;
  const role = ROLE_OF_HAN.exec(label)?.[0];
  const rest = role === undefined ? "" : label.slice(role.length);
  if (SHORT_HAN.test(rest)) return !NO_HAN_NAME.test(rest);
  const name = label.replace(ROLE_OF_LETTERS, "");
  const parts = name.split(" ");
  const isNumbered = parts.length === 1 || !/^\d/.test(name);
  return (
    name !== label &&
    parts.length <= 2 &&
    isNumbered &&
    parts.every((part) => NAME_WORD.test(part) && !THINGS.has(part.toLowerCase()))
  );
}

/**
 * Whether a label says that its bearer asks, alone or with a name.
 *
 * @example saysWhoAsks("記者王小美") // true
 */
export const saysWhoAsks = (label: string): boolean =>
  ASKING_LABELS.has(label.toLowerCase()) || isRoleWithName(label);

const HAN_NAME = /^[\p{Script=Han}·・]{1,10}$/u;
/** `Okafor, Denise`. */
const TURNED_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, \p{Lu}/u;
const PARTICLES = words("of de der den van von la le di da dos del bin al the and y e");
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\d{1,2})$/u;

/** How well a label is known before the rest of the text is seen. */
export type LabelStanding = "role" | "name" | "perhaps" | "none";

/**
 * How much the words before a colon look like a speaker: a role everyone knows, a name of several words, a single
 * word (which counts where it comes back, or among other labels), or none.
 */
export function labelStanding(label: string): LabelStanding {
  const plain = label.toLowerCase();
  if (saysWhoAsks(label) || ANSWERING_LABELS.has(plain)) return "role";
  if (isNoLabel(plain)) return "none";
  if (HAN_NAME.test(label)) return "perhaps";
  if (TURNED_NAME.test(label)) return "name";
  const parts = label.split(/[ \t]+/);
  if (parts.length > 5) return "none";
  if (/\p{Script=Han}/u.test(label)) return label.length <= 16 ? "perhaps" : "none";
  const isName = parts.every((part, place) => NAME_WORD.test(part) || (place > 0 && PARTICLES.has(part)));
  if (!isName || /^\d/.test(label)) return "none";
  return parts.length > 1 && !NO_LABELS.has(parts[0]?.toLowerCase() ?? "") ? "name" : "perhaps";
}
