/** Simplified forms in the names of media with the traditional one, and other ways to write a character. */
const HAN_FORMS = new Map<string, string>(
  (
    "报報 闻聞 经經 济濟 联聯 华華 时時 业業 网網 讯訊 电電 视視 东東 国國 产產 资資 财財 杂雜 志誌 周週 观觀 环環 " +
    "见見 学學 术術 湾灣 门門 书書 农農 体體 图圖 务務 动動 际際 线線 爱愛 众眾 台臺 卫衛 镜鏡 传傳 广廣 号號"
  )
    .split(" ")
    .map(([form = "", traditional = ""]) => [form, traditional]),
);

const COMPANY_FORMS =
  /(?<=\S)[\s,]+(?:inc|incorporated|ltd|limited|llc|llp|corp|corporation|co|plc|gmbh|ag|s\.?a)\.?$/;
const HAN_COMPANY_FORMS = /(?<=.)(?:股份)?有限公司$/;
const HOST = /^(?:www\.)?((?:[\p{L}\p{N}-]+\.)+)\p{L}{2,}$/u;
const SECOND_LEVEL = /(?<=.)\.(?:com?|org|net|gov|edu|ac)$/;

/** The name that a host carries: without `www.` and what stands for a country or a trade. */
function nameOfHost(name: string): string {
  const labels = HOST.exec(name)?.[1];
  return labels === undefined ? name : labels.slice(0, -1).replace(SECOND_LEVEL, "");
}

function withoutCompanyForms(name: string): string {
  const shorter = name.replace(COMPANY_FORMS, "").replace(HAN_COMPANY_FORMS, "");
  return shorter === name ? name : withoutCompanyForms(shorter);
}

/**
 * What two names of one publisher have in common, for comparing only. Case, width, accents, punctuation and blanks do
 * not count, nor a leading "The", a company's form (Inc., Ltd, 有限公司), or how a name is written in the other Chinese
 * script (报, 報); "&" is "and". A host is the name in it (`www.reuters.com` is Reuters), and "A via B" is A: B carries
 * the words of A.
 *
 * It joins rather than parts: two that share a name count as one, which makes less of the evidence, never more.
 * A newspaper and its Sunday edition, or a house and its owner, stay two; nobody keeps a list of who owns whom here.
 *
 * @example publisherKey("The New York Times, Inc.") === publisherKey("new york times")
 * @example publisherKey("自由时报") === publisherKey("自由時報")
 */
export function publisherKey(publisher: string): string {
  const folded = publisher
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .trim();
  const author = folded.split(/\s+via\s+/, 1)[0] ?? folded;
  const name = withoutCompanyForms(nameOfHost(author).replace(/^the\s+(?=\S)/, ""))
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\p{Script=Han}/gu, (character) => HAN_FORMS.get(character) ?? character);
  return name === "" ? folded : name;
}
