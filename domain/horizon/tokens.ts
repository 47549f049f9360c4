const PAIRS =
  "两兩内內个個后後现現来來间間过過会會约約几幾数數绝絕将將无無没沒这這时時几幾从從为為于於终終总總" +
  "远遠长長临臨进進纪紀礼禮拜拜号號周週迟遲财財会會计計开開见見觉覺认認续續预預样樣气氣办辦难難" +
  "还還晚晚应應该該种種点點许許计計测測岁歲届屆余餘够夠满滿对對结結仅僅断斷单單只只听聽说說让讓" +
  "较較达達实實发發场場变變产產业業当當并並与與万萬亿億块塊贰貳叁參陆陸台臺双雙划劃规規画畫圣聖诞誕节節" +
  "农農历曆阳陽阴陰旧舊级級阶階状狀态態权權观觀关關况況环環质質贵貴费費资資钱錢题題类類级級线線统統国國里裡裏裡" +
  "头頭选選举舉奥奧运運亚亞劳勞动動师師儿兒亲親学學营營东東换換获獲记記舍捨晓曉懒懶赢贏显顯独獨顺順听聽辈輩叶葉层層区區页頁边邊" +
  "决決赚賺涨漲赶趕盖蓋买買经經" +
  "们們价價册冊别別刚剛胜勝势勢参參问問尝嘗围圍寿壽妈媽写寫导導属屬岛島强強径徑庆慶怀懷戏戲户戶挂掛扬揚抢搶撑撐极極乐樂楼樓机機减減济濟尔爾狱獄毕畢异異盘盤称稱签簽给給网網声聲脑腦烟菸药藥补補访訪诉訴诊診评評试試话話夸誇误誤" +
  "课課谈談论論讲講识識贷貸赌賭购購车車轨軌载載轻輕辖轄转轉逊遜适適迁遷释釋错錯鉴鑑钻鑽门門闭閉阐闡阵陣际際随隨虽雖离離电電须須愿願风風飞飛饼餅馆館马馬鲜鮮么麼黄黃" +
  "则則顶頂码碼证證订訂调調销銷额額优優华華职職战戰阁閣卖賣钟鐘启啟迈邁拟擬争爭递遞缩縮扩擴诺諾确確赛賽据據竞競组組维維继繼录錄复復审審议議员員协協团團脚腳库庫货貨龄齡验驗训訓练練疗療帐帳务務监監仓倉术術设設备備创創剧劇净淨归歸构構标標准準";

/** Simplified characters of the tables and what the tables write for them: one for one, so that places hold. */
const TRADITIONAL: { readonly [simplified: string]: string } = Object.fromEntries(
  Array.from({ length: PAIRS.length / 2 }, (_, place) => [PAIRS[place * 2], PAIRS[place * 2 + 1]]),
);

/** A word, a number, one Chinese character or one sign of a text. */
export interface Token {
  readonly kind: "word" | "number" | "han" | "sign" | "end";
  /** In lower case, Traditional characters and half-width forms. */
  readonly text: string;
  /** Of a number; NaN for all else, and for what is no plain number: a price, a share, a version. */
  readonly value: number;
  /** UTF-16 offsets in the text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the one before. */
  readonly glued: boolean;
}

const SIGNS: { readonly [sign: string]: string } = {
  "\u2019": "'",
  "\u2018": "'",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2015": "-",
  "\u2212": "-",
  ー: "-",
  "\u301c": "~",
  "\u3002": ".",
  "\u3001": ",",
  "\u3000": " ",
  // What Chinese prints for 〇: 二○三五年.
  "\u25cb": "〇",
  "\u25ef": "〇",
};

/** One character as the tables write it; never more than one, so that places in the text hold. */
function plain(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const lower = sign.toLowerCase();
  return SIGNS[sign] ?? TRADITIONAL[sign] ?? (lower.length === 1 ? lower : sign);
}

const HAN_DIGITS = "〇零一二三四五六七八九";
const HAS_HAN_DIGIT = /[〇零一二三四五六七八九]/;
/** A nought among Chinese numerals, whatever it was typed as: 二O三五, 二０三五. */
const isNought = (signs: readonly string[], at: number): boolean =>
  (signs[at] === "o" || signs[at] === "0") &&
  HAN_DIGITS.includes(signs[at - 1] || " ") &&
  (HAN_DIGITS.includes(signs[at + 1] || " ") ||
    signs[at + 1] === signs[at] ||
    "年月日十".includes(signs[at + 1] || " "));

const isHan = (sign: string) => (sign >= "\u4e00" && sign <= "\u9fff") || sign === "〇";
const isDigit = (sign: string) => sign >= "0" && sign <= "9";
const isLetter = (sign: string) =>
  (sign >= "a" && sign <= "z") || (sign >= "\u00df" && sign <= "\u024f" && sign !== "\u00f7");
const isBlank = (sign: string) => sign === " " || /\s/.test(sign);

const CURRENCY = "$€£¥₩₹";
/** More digits than these count nothing that a calendar holds. */
const MOST_DIGITS = 9;

/** Where a number ends: its digits, groups of three behind commas, one decimal part; more parts make a version. */
function readNumber(
  signs: readonly string[],
  start: number,
): { readonly end: number; readonly value: number } {
  let end = start;
  const digits = () => {
    const from = end;
    while (end < signs.length && isDigit(signs[end] ?? "")) end += 1;
    return end - from;
  };
  let count = digits();
  const groupAt = (at: number) =>
    signs[at] === "," &&
    [1, 2, 3].every((step) => isDigit(signs[at + step] ?? "")) &&
    !isDigit(signs[at + 4] ?? "");
  const isGrouped = count <= 3 && groupAt(end);
  while (isGrouped && groupAt(end)) {
    end += 4;
    count += 3;
  }
  let parts = 0;
  while (signs[end] === "." && isDigit(signs[end + 1] ?? "")) {
    end += 1;
    count += digits();
    parts += 1;
  }
  const isPlain = parts <= 1 && count <= MOST_DIGITS;
  return { end, value: isPlain ? Number(signs.slice(start, end).join("").replaceAll(",", "")) : Number.NaN };
}

/**
 * Cuts a text into tokens, each character looked at a bounded number of times.
 *
 * A blank line is a sign of its own, since nothing is said across it.
 */
export function tokenise(text: string): readonly Token[] {
  const signs = Array.from({ length: text.length }, (_, at) => plain(text[at] ?? ""));
  if (HAS_HAN_DIGIT.test(text)) {
    for (let place = 0; place < signs.length; place += 1) if (isNought(signs, place)) signs[place] = "〇";
  }
  const tokens: Token[] = [];
  let at = 0;
  const isGlued = () => tokens.at(-1)?.end === at;
  const push = (kind: Token["kind"], end: number, value = Number.NaN) => {
    tokens.push({ kind, text: signs.slice(at, end).join(""), value, start: at, end, glued: isGlued() });
    at = end;
  };
  while (at < signs.length) {
    const sign = signs[at] ?? "";
    if (isBlank(sign)) {
      const from = at;
      while (at < signs.length && isBlank(signs[at] ?? "")) at += 1;
      if (text.slice(from, at).split("\n").length > 2) {
        tokens.push({ kind: "sign", text: "\n", value: Number.NaN, start: from, end: at, glued: false });
      }
    } else if (isDigit(sign)) {
      const { end, value } = readNumber(signs, at);
      const isPriced = CURRENCY.includes(signs[at - 1] || "\n") || signs[end] === "%";
      push("number", end, isPriced ? Number.NaN : value);
    } else if (isLetter(sign)) {
      let end = at + 1;
      while (isLetter(signs[end] ?? "") || (signs[end] === "'" && isLetter(signs[end + 1] ?? ""))) end += 1;
      if (signs[end] === "'" && signs[end - 1] === "s") end += 1;
      push("word", end);
    } else push(isHan(sign) ? "han" : "sign", at + 1);
  }
  return HESITATES.test(text) ? withoutFillers(tokens) : tokens;
}

const HESITATES = /\b(?:um+|uh+|erm?|uhm|hmm|like|what|you know|i mean)\b/i;
const SOUNDS = new Set(["um", "umm", "uh", "uhh", "er", "erm", "uhm", "hmm"]);
/** These are fillers between two commas only: "within, what, eighteen months". */
const BETWEEN_COMMAS = new Set(["like", "what"]);
const PHRASES = new Set(["you know", "i mean", "i guess"]);

/** Speech without the sounds of those who think, the commas around them, and the words said again after them. */
function withoutFillers(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  const isComma = (token: Token | undefined) => token?.text === ",";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    const isBetween = isComma(kept.at(-1));
    const isWord = BETWEEN_COMMAS.has(token.text) && isBetween && isComma(next);
    const isPhrase = PHRASES.has(`${token.text} ${next?.text ?? ""}`) && isBetween && isComma(tokens[at + 2]);
    if (!SOUNDS.has(token.text) && !isWord && !isPhrase) {
      kept.push(token);
      continue;
    }
    if (isPhrase) at += 1;
    if (isBetween && isComma(tokens[at + 1])) {
      kept.pop();
      at += 1;
    } else if (isComma(tokens[at + 1])) at += 1;
    const again = tokens[at + 1];
    if (again !== undefined && again.kind === "word" && again.text === kept.at(-1)?.text) at += 1;
  }
  return kept;
}
