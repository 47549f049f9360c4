import { day } from "#domain/day.ts";
import type { SeedForecast } from "./shape.ts";

/** What AI is used for: agents, real-time video, and the kinds of work inference splits into. */

export const agenticMainstream: SeedForecast = {
  slug: "agentic-mainstream-1y",
  speaker: "tri-dao",
  claim: {
    en: "Agentic workloads (models acting on their own and using people's professional tools) are expected to be the mainstream within about the coming year.",
    "zh-Hant": "會自主行動並串接專業工具的代理型工作負載，預計一年左右成為主流。",
  },
  quote: "預計會成為未來一年左右的主流",
  section: { words: "AI工作負載演進與開源工具" },
  horizon: { words: "未來一年左右" },
  confidence: {
    words: "預計",
    note: { en: "Firm (is expected to).", "zh-Hant": "語氣篤定。" },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: day("2026-12-10"),
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "BOTH volume (on two or more disclosed platforms over half of tokens are agentic: tool-calling, multi-step) AND reach (an independent survey with n>=1,000 finds over half of organisations with an agent in production, or over half of a major assistant's weekly users use its agent).",
      "zh-Hant":
        "用量與普及兩項都達標。用量：至少有兩個公布數據的平台，其 token 過半屬於代理型（呼叫工具、多步驟）。普及：樣本數 1,000 以上的獨立調查發現，過半組織已有代理在正式環境運作；或某個主要 AI 助理的每週使用者中，過半使用它的代理功能。",
    },
    partlyIf: { en: "only one of volume and reach is met.", "zh-Hant": "用量與普及只有一項達標。" },
    falseIf: { en: "neither is met.", "zh-Hant": "兩項都未達標。" },
    cannotBeJudgedIf: {
      en: "no platform discloses a split and no survey defines 'agent'.",
      "zh-Hant": "沒有平台公布占比，也沒有調查說明「代理」的定義。",
    },
    whereToLook: {
      en: "OpenRouter/a16z; OpenAI economic research (Codex); the Anthropic Economic Index; Gartner, McKinsey, S&P and Deloitte surveys; the Stanford AI Index; GitHub commit attribution.",
      "zh-Hant":
        "OpenRouter／a16z；OpenAI 的經濟研究（Codex）；Anthropic Economic Index；Gartner、McKinsey、S&P 與 Deloitte 的調查；Stanford AI Index；GitHub 的 commit 作者標註。",
    },
    finePrint: {
      en: "左右 ('about'): we accept states up to 2026-12-10 (our choice). 'Mainstream' of what? Tokens, users and organisations give different answers, so all three are to be recorded. The nearest noun is the tool-connected kind (engineers' design software, analysts' databases), narrower than coding agents.",
      "zh-Hant":
        "原話有「左右」二字，因此 2026 年 12 月 10 日（含）以前的狀況都予採計（我們的選擇）。是什麼的「主流」？以 token、使用者或組織來看，答案各不相同，因此三者都要記錄。原話中離「主流」最近的名詞，指的是串接專業工具的那一類（工程師的設計軟體、分析師的資料庫），範圍比寫程式的代理還窄。",
    },
  },
  tags: ["agents", "workloads", "adoption"],
  relations: [],
};

export const agenticKillerUseCase: SeedForecast = {
  slug: "agentic-killer-use-case",
  speaker: "tri-dao",
  claim: {
    en: "The workload types will still converge, and agentic work may be the killer use case.",
    "zh-Hant": "各類負載終究會聚合，代理型可能就是殺手級用途。",
  },
  quote: "工作負載可能是殺手級用例",
  section: { words: "AI工作負載演進與開源工具" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "可能是",
    note: {
      en: "Hedged (may be); on convergence 我覺得還是會有聚合 (I think there will still be convergence).",
      "zh-Hant": "有所保留；談到聚合時說「我覺得還是會有聚合」。",
    },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2027-09-10"),
  criteria: {
    trueIf: {
      en: "agentic products are the largest single revenue line of two or more frontier labs.",
      "zh-Hant": "在至少兩家頂尖 AI 實驗室，代理型產品是最大的單一營收項目。",
    },
    partlyIf: { en: "that is so of one frontier lab.", "zh-Hant": "只有一家如此。" },
    falseIf: { en: "that is so of none.", "zh-Hant": "沒有一家如此。" },
    cannotBeJudgedIf: {
      en: "no lab discloses a revenue split.",
      "zh-Hant": "沒有實驗室公布營收組成。",
    },
    whereToLook: {
      en: "Revenue disclosures, S-1 filings.",
      "zh-Hant": "營收揭露、S-1 上市申請文件。",
    },
    finePrint: {
      en: "Note the tension with three separate patterns (three-inference-workload-patterns).",
      "zh-Hant": "請留意，這與三類各自分立的說法（three-inference-workload-patterns）有些矛盾。",
    },
  },
  tags: ["agents", "workloads"],
  relations: [{ kind: "related", to: "agentic-mainstream-1y" }],
};

export const agenticParitySoon: SeedForecast = {
  slug: "openai-google-agentic-parity-soon",
  speaker: "tri-dao",
  claim: {
    en: "OpenAI and Google will soon reach a similar level of agentic ability to Claude Code (knowing when and how to call tools).",
    "zh-Hant": "OpenAI 與 Google 很快也會在代理能力（懂得何時及如何呼叫工具）上追到 Claude Code 相近的水準。",
  },
  quote: "OpenAI、Google很快也會達到類似的水平",
  section: { words: "芯片設計中的挑戰" },
  horizon: {
    words: "很快",
    note: { en: "'Soon'; no number was given.", "zh-Hant": "沒有說具體時間。" },
  },
  confidence: {
    words: "我相信",
    note: { en: "Firm belief (I believe).", "zh-Hant": "語氣篤定。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2026-09-10"),
  criteria: {
    trueIf: {
      en: "by the review date each of OpenAI and Google has a system within the published error bar of Anthropic's best on a third-party agentic benchmark at some common date.",
      "zh-Hant":
        "到檢視日為止，OpenAI 與 Google 各有一套系統，在某項第三方代理基準測試上，曾在同一時點，得分落在 Anthropic 最佳系統公布的誤差範圍內。",
    },
    partlyIf: {
      en: "only one of them does, or there is parity on one benchmark and a clear gap on another.",
      "zh-Hant": "只有其中一家做到；或在某項基準測試上追平，在另一項卻有明顯差距。",
    },
    falseIf: { en: "neither does.", "zh-Hant": "兩家都沒有做到。" },
    cannotBeJudgedIf: {
      en: "there are only vendor-run scores with different harnesses.",
      "zh-Hant": "只有廠商自行測試的分數，而且測試框架各不相同。",
    },
    whereToLook: {
      en: "The Terminal-Bench leaderboard, Vals AI, SWE-bench Pro, Arena agent boards, the Artificial Analysis agentic index.",
      "zh-Hant":
        "Terminal-Bench 排行榜、Vals AI、SWE-bench Pro、Arena 的代理排行榜、Artificial Analysis 的代理能力指數。",
    },
    finePrint: {
      en: "No number was spoken, only 'soon'. A review on 2026-03-10 with a last look on 2026-09-10 is OUR choice. Parity once reached stays reached even if a later Claude pulls ahead; note that separately.",
      "zh-Hant":
        "發言者只說「很快」，沒有說具體時間。2026 年 3 月 10 日檢視一次，2026 年 9 月 10 日最後再看一次，都是我們的選擇。只要曾經追平就算追平，即使後來的 Claude 再度拉開差距也不改判；那種情形另行註明。",
    },
  },
  tags: ["agents", "competition", "coding"],
  relations: [{ kind: "related", to: "agentic-mainstream-1y" }],
};

export const realtimeVideoTrend: SeedForecast = {
  slug: "realtime-video-consumer-trend",
  speaker: "tri-dao",
  claim: {
    en: "On the consumer side, real-time video generation will become a trend and change consumers' experience as TikTok changed content.",
    "zh-Hant": "在消費端，即時影片生成會成為風潮，像當年 TikTok 那樣徹底改變體驗。",
  },
  quote: "我的一個預測是實時視頻生成會成為趨勢",
  attributionNote: {
    en: "Tri Dao himself; he calls it 'my prediction' (我的一個預測).",
    "zh-Hant": "Tri Dao 本人所言；他自己稱之為「我的一個預測」。",
  },
  section: { words: "AI工作負載演進與開源工具" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "會成為",
    note: {
      en: "Firm (will become) and labelled a prediction; also 徹底改變 (thoroughly change).",
      "zh-Hant": "語氣篤定，並明言是預測；又說「徹底改變」。",
    },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2027-09-10"),
  criteria: {
    trueIf: {
      en: "a real-time generated-video product has 50M+ monthly users.",
      "zh-Hant": "有一款即時生成影片的產品，每月使用者達 5,000 萬以上。",
    },
    partlyIf: {
      en: "5M to 50M, or 50M+ for non-real-time generated video only.",
      "zh-Hant": "每月使用者在 500 萬至 5,000 萬之間；或達 5,000 萬以上，但只是非即時的生成影片。",
    },
    falseIf: { en: "under 5M.", "zh-Hant": "不到 500 萬。" },
    cannotBeJudgedIf: {
      en: "there are no user figures.",
      "zh-Hant": "沒有使用者人數可查。",
    },
    whereToLook: {
      en: "Company disclosures, Sensor Tower, Appfigures.",
      "zh-Hant": "公司公布的數字、Sensor Tower、Appfigures。",
    },
    finePrint: {
      en: "Offline clip apps (Sora, Vibes) are NOT real-time; say which is meant. Dao discloses that partners work on this ('our bet').",
      "zh-Hant":
        "離線生成短片的 App（Sora、Vibes）不算即時；引用時要說明是哪一種。Tri Dao 也坦言有合作夥伴正在做這件事，是他們押注的方向。",
    },
  },
  tags: ["video", "consumer", "real-time"],
  relations: [],
};

export const threeInferenceWorkloadPatterns: SeedForecast = {
  slug: "three-inference-workload-patterns",
  speaker: "tri-dao",
  claim: {
    en: "Three inference workload patterns may emerge (chat; very low latency; large batch/high throughput), and all inference providers will understand and try to optimise for them.",
    "zh-Hant":
      "推論可能分成三類：一般聊天、極低延遲、大批量高吞吐；各家推論供應商都會認得並設法針對它們最佳化。",
  },
  quote: "可能會出現三類工作負載模式",
  section: { words: "專門化的AI推理" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "可能會",
    note: { en: "Hedged (may).", "zh-Hant": "有所保留。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2027-09-10"),
  criteria: {
    trueIf: {
      en: "five or more major inference providers sell distinct standard, fast/priority and batch/flex tiers.",
      "zh-Hant": "至少五家主要推論供應商把標準、快速／優先、批次／彈性三種服務等級分開販售。",
    },
    partlyIf: { en: "three or four do.", "zh-Hant": "三家或四家如此。" },
    falseIf: { en: "fewer than three do.", "zh-Hant": "不到三家如此。" },
    whereToLook: { en: "API price pages and docs.", "zh-Hant": "各家 API 的價格頁與文件。" },
    finePrint: {
      en: "Batch tiers existed before the interview; only the low-latency tier is new.",
      "zh-Hant": "批次等級在訪談之前就有了，只有低延遲等級是新的。",
    },
  },
  tags: ["workloads", "inference-providers", "pricing"],
  relations: [{ kind: "related", to: "hardware-landscape-diversified-2-3y" }],
};
