import { day } from "#domain/day.ts";
import type { SeedForecast } from "./shape.ts";

/** Whose chips AI work runs on. */

export const multiChipInference: SeedForecast = {
  slug: "multi-chip-inference",
  speaker: "tri-dao",
  claim: {
    en: "Over the next few years (asked about two to three), part of AI work, above all inference, will run on several makers' chips rather than about 90% of it running on NVIDIA.",
    "zh-Hant":
      "往後兩三年間，一部分 AI 工作負載（主要在推論端）會分散到多家廠商的晶片上執行，不再是約九成都跑在 NVIDIA 上。",
  },
  quote: "未來幾年,部分工作負載會進入“多芯片”時代",
  attributionNote: {
    en: "Tri Dao himself; the number of years is the interviewer's. Dao's own words are 未來幾年 (over the next few years).",
    "zh-Hant": "Tri Dao 本人所言；年數則出自主持人的提問，他自己的說法是「未來幾年」。",
  },
  section: { words: "Nvidia 的主導地位及其競爭者" },
  horizon: {
    words: "兩三年后",
    note: {
      en: "The interviewer's number; Dao answers with 未來幾年 (over the next few years).",
      "zh-Hant": "年數是主持人說的；Tri Dao 回答時說的是「未來幾年」。",
    },
  },
  confidence: {
    words: "我預計",
    note: {
      en: "Firm (I expect); later 一定 (certainly) for the market as a whole.",
      "zh-Hant": "語氣篤定；稍後談到整體市場時更說「一定」。",
    },
  },
  dueFrom: day("2027-09-10"),
  dueBy: day("2028-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "(a) at least 4 of 6 named operators (OpenAI, Anthropic, Google, Meta, Microsoft, Amazon) have publicly confirmed generally available products served on accelerators of two or more makers (an in-house chip counts as a maker); AND (b) either one same-method share series shows NVIDIA at least 10 percentage points below that series' own Q3-2025 value, or a named inference-only estimate puts NVIDIA at 75% or less.",
      "zh-Hant":
        "同時符合：（a）六家指定業者（OpenAI、Anthropic、Google、Meta、Microsoft、Amazon）中至少四家公開證實，其正式對外提供的產品是在兩家以上廠商的加速器上執行（自研晶片也算一家）；（b）有一組方法前後一致的市占資料顯示，NVIDIA 的市占率比同一組資料在 2025 年第三季的數值低了至少 10 個百分點，或有一份具名、只計推論的估計認為 NVIDIA 占 75% 以下。",
    },
    partlyIf: {
      en: "exactly one of (a) and (b) is met; also when (a) is met and (b) cannot be measured.",
      "zh-Hant": "（a）與（b）只符合其中一項；（a）成立而（b）無法衡量時，也屬此類。",
    },
    falseIf: {
      en: "neither is met although (b) can be measured.",
      "zh-Hant": "（b）可以衡量，但（a）與（b）都不成立。",
    },
    cannotBeJudgedIf: {
      en: "(a) is not met, no share series has both a 2025 and a 2027-28 point, and no inference-only estimate exists.",
      "zh-Hant": "（a）不成立，沒有任何市占資料同時涵蓋 2025 年與 2027 至 2028 年，也沒有只計推論的估計。",
    },
    whereToLook: {
      en: "Epoch AI's chip-sales explorer (H100-equivalents), TrendForce on AI-server shipments, company filings (NVIDIA, AMD, Broadcom, Amazon), operators' engineering posts, and the submitter lists of MLPerf and InferenceX.",
      "zh-Hant":
        "Epoch AI 的晶片銷售資料瀏覽器（以 H100 等效計）、TrendForce 的 AI 伺服器出貨資料、公司財務申報（NVIDIA、AMD、Broadcom、Amazon）、業者的工程文章，以及 MLPerf 與 InferenceX 的提交者名單。",
    },
    finePrint: {
      en: "'90%' is the interviewer's premise and has no unit (workloads, spend, chips or compute). Never compare across units: by compute capacity, Epoch-based figures already had NVIDIA near two thirds in Q4 2025; by revenue, most estimates still say 70-85%. Compare a series only with itself. Groq-derived chips sold by NVIDIA count as NVIDIA. Report the figure with and without China. Training does not count.",
      "zh-Hant":
        "「90%」是主持人的前提，沒有說明單位（工作負載、支出、晶片數量或算力）。單位不同就不能互比：以算力計，依 Epoch 資料推算，NVIDIA 在 2025 年第四季已只占約三分之二；以營收計，多數估計仍在 70% 至 85%。每組資料只能和自己比。NVIDIA 銷售的 Groq 衍生晶片算 NVIDIA。含中國與不含中國的數字都要列出。訓練不計入。",
    },
  },
  tags: ["hardware", "inference", "market-share", "nvidia"],
  relations: [],
};

export const nvidiaReignEnds: SeedForecast = {
  slug: "nvidia-reign-ends-3y",
  speaker: "chinese-article",
  claim: {
    en: "NVIDIA GPUs' reign will end within three years.",
    "zh-Hant": "NVIDIA GPU 的霸主地位會在三年內終結。",
  },
  quote: "英偉達GPU統治三年內將終結",
  section: { note: { en: "Front matter, no heading.", "zh-Hant": "文首導言，無小節標題。" } },
  horizon: {
    words: "三年內",
    note: {
      en: "From the headline; the summary says 不出三年 (in under three years).",
      "zh-Hant": "出自標題；導言的說法是「不出三年」。",
    },
  },
  confidence: {
    words: "將終結",
    note: {
      en: "Categorical (will end), no hedge.",
      "zh-Hant": "斷言，毫無保留。",
    },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2028-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "by 2028-09-10 two independent estimates put NVIDIA below 50% of AI-accelerator revenue over the last four quarters, or another maker is larger.",
      "zh-Hant":
        "到 2028 年 9 月 10 日，有兩份獨立估計指出，最近四季 NVIDIA 在 AI 加速器營收中的占比低於 50%，或已有另一家廠商的占比超過它。",
    },
    partlyIf: {
      en: "anything between TRUE and FALSE: 50% to 65% in both estimates, or the two estimates on different sides of a line.",
      "zh-Hant": "介於「成真」與「未成真」之間：兩份估計都在 50% 至 65%，或兩份分別落在門檻兩側。",
    },
    falseIf: {
      en: "both estimates are above 65%.",
      "zh-Hant": "兩份估計都高於 65%。",
    },
    cannotBeJudgedIf: {
      en: "there are fewer than two estimates with a stated method.",
      "zh-Hant": "有說明估算方法的估計不到兩份。",
    },
    whereToLook: {
      en: "The same places as for multi-chip-inference, plus the 10-Q and 10-K filings of NVIDIA and its rivals.",
      "zh-Hant": "與 multi-chip-inference 相同，另加 NVIDIA 與競爭對手的 10-Q、10-K 財報。",
    },
    finePrint: {
      en: "STRONGER THAN THE SPEAKER. Dao says that some workloads, mainly inference, stop being ~90% NVIDIA, and that NVIDIA still leads in networking and training; he never says its dominance ends. This forecast stands under the article, never under Dao. The podcast's own English title ('The End of Nvidia's Dominance') overstates in the same way, so the Chinese headline did not invent it.",
      "zh-Hant":
        "這個說法比發言者說的更強。Tri Dao 說的是部分工作負載（主要是推論）不再約九成跑在 NVIDIA 上，並表示 NVIDIA 在網路與訓練方面仍然領先；他從未說 NVIDIA 的主導地位會終結。因此這則預測只記在文章名下，不記在 Tri Dao 名下。節目自己的英文標題（The End of Nvidia's Dominance，意即「NVIDIA 主導地位的終結」）同樣言過其實，可見這個說法並非中文標題首創。",
    },
  },
  tags: ["hardware", "nvidia", "market-share", "headline", "overstatement"],
  relations: [{ kind: "restates", to: "multi-chip-inference" }],
};

export const hardwareLandscapeDiversified: SeedForecast = {
  slug: "hardware-landscape-diversified-2-3y",
  speaker: "chinese-article",
  claim: {
    en: "Within two to three years AI hardware moves from NVIDIA's roughly 90% dominance to a more varied ecosystem, as purpose-built chips appear for low-latency agents, high-throughput batch work and interactive chat.",
    "zh-Hant":
      "兩到三年內，隨著分別服務低延遲代理、大批量處理與互動聊天的專用晶片問世，AI 硬體會從 NVIDIA 約占九成的局面走向多元生態。",
  },
  quote: "未來2-3年內",
  attributionNote: {
    en: "The article's own summary, not the speaker; the podcast's episode notes say nearly the same and attribute it to Dao.",
    "zh-Hant": "文章自己的導言，並非發言者所言；節目的單集說明有近乎相同的說法，並歸於 Tri Dao。",
  },
  section: { note: { en: "Front matter, no heading.", "zh-Hant": "文首導言，無小節標題。" } },
  horizon: { words: "未來2-3年內" },
  confidence: {
    words: "將",
    note: { en: "A flat statement (will shift).", "zh-Hant": "直述句，不加保留。" },
  },
  dueFrom: day("2027-09-10"),
  dueBy: day("2028-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "multi-chip-inference's test (b) is met AND chips marketed and deployed for at least two of the three workload classes are in volume service from at least two makers other than NVIDIA.",
      "zh-Hant":
        "multi-chip-inference 的條件（b）成立；而且 NVIDIA 以外至少兩家廠商的晶片，以三類工作負載中至少兩類為訴求銷售並部署，已大規模投入服務。",
    },
    partlyIf: {
      en: "exactly one of the two is met (for example, specialised chips are in volume service while NVIDIA's share in the same series is unchanged), or the specialised chips are mostly NVIDIA's own.",
      "zh-Hant":
        "兩項只成立一項（例如專用晶片已大規模投入服務，但 NVIDIA 在同一組資料中的市占不變），或專用晶片大多出自 NVIDIA 自己。",
    },
    falseIf: { en: "neither is met.", "zh-Hant": "兩項都不成立。" },
    cannotBeJudgedIf: {
      en: "the same holds as for multi-chip-inference.",
      "zh-Hant": "與 multi-chip-inference 的情形相同。",
    },
    whereToLook: {
      en: "The same places as for multi-chip-inference, plus product pages and deployment posts for TPU 8i, Trainium, Cerebras, Groq/NVIDIA LPX, MI4xx, MTIA and Maia.",
      "zh-Hant":
        "與 multi-chip-inference 相同，另加 TPU 8i、Trainium、Cerebras、Groq／NVIDIA LPX、MI4xx、MTIA 與 Maia 的產品頁和部署文章。",
    },
    finePrint: {
      en: "The article joins two separate parts of the talk: chips, and three kinds of inference workload. Dao tied the three classes to inference PROVIDERS, not to chip makers.",
      "zh-Hant":
        "文章把訪談中各自獨立的兩段接在一起：一段談晶片，一段談三類推論工作負載。Tri Dao 談這三類時，說的是推論供應商，不是晶片廠商。",
    },
  },
  tags: ["hardware", "specialised-chips", "market-share"],
  relations: [{ kind: "restates", to: "multi-chip-inference" }],
};

export const marketCertainlyDiversifies: SeedForecast = {
  slug: "market-certainly-diversifies",
  speaker: "tri-dao",
  claim: {
    en: "The inference-chip market will certainly diversify.",
    "zh-Hant": "推論晶片市場必然走向多樣化。",
  },
  quote: "市場一定會多樣化",
  section: { words: "芯片設計中的挑戰" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "一定",
    note: {
      en: "The strongest word in the talk (certainly).",
      "zh-Hant": "整場訪談中最強的用詞。",
    },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2028-09-10"),
  criteria: {
    trueIf: {
      en: "multi-chip-inference resolves TRUE.",
      "zh-Hant": "multi-chip-inference 判定為「成真」。",
    },
    partlyIf: {
      en: "multi-chip-inference resolves PARTLY.",
      "zh-Hant": "multi-chip-inference 判定為「部分成真」。",
    },
    falseIf: {
      en: "multi-chip-inference resolves FALSE.",
      "zh-Hant": "multi-chip-inference 判定為「未成真」。",
    },
    cannotBeJudgedIf: {
      en: "the same holds as for multi-chip-inference.",
      "zh-Hant": "與 multi-chip-inference 的情形相同。",
    },
    whereToLook: {
      en: "The same places as for multi-chip-inference.",
      "zh-Hant": "與 multi-chip-inference 相同。",
    },
    finePrint: {
      en: "Said in answer to 'two to three years from now', so 2028-09-10 follows the question; it is still our choice.",
      "zh-Hant":
        "這句話是在回答兩三年後會如何的提問，因此檢視日定為 2028 年 9 月 10 日，依循的是提問；但這仍是我們的選擇。",
    },
  },
  tags: ["hardware", "market-share"],
  relations: [{ kind: "restates", to: "multi-chip-inference" }],
};
