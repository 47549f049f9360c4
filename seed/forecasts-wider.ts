import { day } from "#domain/day.ts";
import type { SeedForecast } from "./shape.ts";

/** Beyond serving models: open weights, architecture, data and robots. */

export const openClosedCloser: SeedForecast = {
  slug: "open-closed-closer-1y",
  speaker: "tri-dao",
  claim: {
    en: "One year on, open models will be closer in quality to closed models than they were.",
    "zh-Hant": "一年後，開源模型與閉源模型的品質差距會縮小。",
  },
  quote: "我認為會更接近",
  attributionNote: {
    en: "Tri Dao answering the interviewer; the transcript runs question and answer together in one paragraph under the interviewer's name, so the attribution is inferred.",
    "zh-Hant": "應是 Tri Dao 回答主持人的話；逐字稿把問與答併在主持人名下的同一段，因此說話者是推斷而來。",
  },
  section: { words: "學術界與工業界的平衡" },
  horizon: {
    words: "一年后",
    note: { en: "The words of the question.", "zh-Hant": "出自提問。" },
  },
  confidence: {
    words: "我認為會",
    note: { en: "Moderate (I think it will).", "zh-Hant": "把握中等。" },
  },
  dueFrom: day("2026-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "two or more of three series show a smaller gap in Sep 2026 than the same series in Sep 2025: the Epoch ECI lag (months), the Artificial Analysis index (points and ratio), a held-out evaluation such as CAISI's.",
      "zh-Hant":
        "以下三組資料中至少兩組顯示，2026 年 9 月的差距小於同一組資料 2025 年 9 月的差距：Epoch ECI 的落後月數、Artificial Analysis 指數（分數差與比值）、CAISI 之類題目不公開的評測。",
    },
    partlyIf: {
      en: "exactly one does, or the series disagree with equal weight.",
      "zh-Hant": "只有一組如此，或各組結論不同而分量相當。",
    },
    falseIf: { en: "none does.", "zh-Hant": "沒有一組如此。" },
    cannotBeJudgedIf: {
      en: "fewer than two series have both dates.",
      "zh-Hant": "兩個時點都有數值的資料不到兩組。",
    },
    whereToLook: {
      en: "Epoch AI data insights, Artificial Analysis history, CAISI/NIST, LMArena, Interconnects, Hugging Face state-of-open reports.",
      "zh-Hant":
        "Epoch AI 的 Data Insights、Artificial Analysis 的歷史數據、CAISI／NIST、LMArena、Interconnects、Hugging Face 的開放模型現況報告。",
    },
    finePrint: {
      en: "Points and months can disagree; which of them counts must be decided before resolving. 'Open' = downloadable weights, licence noted. Limited-release closed models (not generally available) are listed separately. Evidence must describe the state around 2026-09-10, not mid-2026.",
      "zh-Hant":
        "看分數差與看落後月數，結論可能不同，判定之前必須先決定以何者為準。「開源」指權重可供下載，並註明授權條款。僅限量釋出、未全面開放的閉源模型另行列出。證據必須反映 2026 年 9 月 10 日前後的狀況，而不是 2026 年年中。",
    },
  },
  tags: ["open-weights", "capability-gap", "rl"],
  relations: [],
};

export const homeHumanoid: SeedForecast = {
  slug: "home-humanoid-5-10y",
  speaker: "tri-dao",
  claim: {
    en: "A really good humanoid robot for the home is perhaps five, perhaps ten years away; he is not sure.",
    "zh-Hant": "真正好用的家用人形機器人，也許還要五年，也許十年，他沒有把握。",
  },
  quote: "也許五年,也許十年,我不確定",
  section: { words: "架構創新和專家級別的AI" },
  horizon: {
    words: "也許五年,也許十年",
    note: {
      en: "Hedged by the range itself, which is five years wide: no grace is added.",
      "zh-Hant": "不確定之處已在五到十年的範圍裡，不另加寬限。",
    },
  },
  confidence: {
    words: "我不確定",
    note: {
      en: "Very hedged: I am not sure, and 也許 (perhaps) twice.",
      "zh-Hant": "非常保留，還連說兩次「也許」。",
    },
  },
  dueFrom: day("2030-09-10"),
  dueBy: day("2035-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "between 2030-09-10 and 2035-09-10 a humanoid on general sale in two or more countries passes an independent test: ten common household chores end to end, no teleoperation, 90% or better in homes it has not seen.",
      "zh-Hant":
        "在 2030 年 9 月 10 日至 2035 年 9 月 10 日之間，有一款在兩個以上國家公開販售的人形機器人通過獨立測試：在從未見過的住家裡，從頭到尾完成十項常見家務，不靠遠端操控，成功率達 90% 以上。",
    },
    partlyIf: {
      en: "one is on general sale but does fewer than ten chores or needs remote operators.",
      "zh-Hant": "已公開販售，但能做的家務不到十項，或需要遠端操作員。",
    },
    falseIf: {
      en: "not reached by 2035-09-10. If reached before 2030-09-10 it is recorded as 'TRUE, earlier than forecast'.",
      "zh-Hant":
        "到 2035 年 9 月 10 日仍未達到。若在 2030 年 9 月 10 日之前就達到，則記為「成真，比預測早」。",
    },
    cannotBeJudgedIf: { en: "no independent test exists.", "zh-Hant": "沒有獨立測試。" },
    whereToLook: {
      en: "Consumer Reports, Which?, Stiftung Warentest, IEEE Spectrum, The Robot Report, academic household benchmarks, makers' shipment disclosures.",
      "zh-Hant":
        "Consumer Reports、Which?、Stiftung Warentest、IEEE Spectrum、The Robot Report、學術界的家務基準測試、廠商公布的出貨量。",
    },
    finePrint: {
      en: "He answers his own rhetorical question about 真正優秀 (really excellent). A product on sale is not that. We suggest yearly check-ins from 2027-09-10 (our choice).",
      "zh-Hant":
        "他是在自問自答，問的是「真正優秀」的機器人；光有產品上市還不算。建議自 2027 年 9 月 10 日起每年檢視一次（我們的選擇）。",
    },
  },
  tags: ["robotics", "humanoid", "consumer"],
  relations: [],
};

export const currentArchitectureEnough: SeedForecast = {
  slug: "current-architecture-enough-for-agi",
  speaker: "tri-dao",
  claim: {
    en: "Today's architecture may already be enough to reach AGI or ASI; scaling could get there, though cost could be astronomical.",
    "zh-Hant": "要達到 AGI 或 ASI，現有架構或許已經夠用，持續擴大也能到，只是成本可能高得驚人。",
  },
  quote: "目前的架構可能已經足夠了",
  section: { words: "架構創新和專家級別的AI" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "可能已經",
    note: { en: "Hedged (may already).", "zh-Hant": "有所保留。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2030-09-10"),
  criteria: {
    trueIf: {
      en: "AGI is reached with today's architecture. This cannot be shown before AGI exists under a definition fixed now (we suggest METR's or Epoch's, or that of a named prize).",
      "zh-Hant":
        "以現有架構達到 AGI。AGI 的定義須現在就先定好（建議採用 METR 或 Epoch 的定義，或某個具名獎項的定義）；在 AGI 依該定義出現之前，這一點無法證明。",
    },
    falseIf: {
      en: "AGI is reached with an architecture its makers call new in kind.",
      "zh-Hant": "達到了 AGI，但開發者稱其架構屬於全新的類型。",
    },
    cannotBeJudgedIf: {
      en: "AGI has not been reached; this is the default until then.",
      "zh-Hant": "尚未達到 AGI；在那之前，預設為無法判定。",
    },
    finePrint: {
      en: "The article's 'Transformer足矣' (the Transformer suffices) drops 可能 (may) and the cost warning. Hybrids (attention + SSM) blur 'current architecture'.",
      "zh-Hant":
        "文章寫的「Transformer足矣」，略去了「可能」二字，也略去了對成本的提醒。混合架構（attention 加 SSM）讓「現有架構」的界線變得模糊。",
    },
  },
  tags: ["agi", "architecture", "cost"],
  relations: [],
};

export const moeEverSparser: SeedForecast = {
  slug: "moe-ever-sparser",
  speaker: "tri-dao",
  claim: {
    en: "MoE models will go on getting sparser.",
    "zh-Hant": "MoE 模型會繼續變得更稀疏。",
  },
  quote: "尤其是越來越稀疏",
  attributionNote: {
    en: "Tri Dao himself, but implied by his interest: the trend itself is stated for the past.",
    "zh-Hant": "Tri Dao 本人所言，但對未來的判斷是由他的興趣推知；他直接陳述的只是過去的趨勢。",
  },
  section: { words: "架構創新和專家級別的AI" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "特別感興趣",
    note: { en: "Implied only (especially interested).", "zh-Hant": "只是言外之意。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2026-12-31"),
  criteria: {
    trueIf: {
      en: "the median active-to-total ratio of frontier open MoE models released in the last 12 months is below that of the year before, and a model under 1/32 leads.",
      "zh-Hant":
        "最近 12 個月發布的頂尖開放權重 MoE 模型，其「啟用／總量」比的中位數低於前一年，而且居首（最稀疏）的模型低於 1/32。",
    },
    partlyIf: {
      en: "the sparsest model's ratio barely moves.",
      "zh-Hant": "最稀疏的模型，比值幾乎沒有變動。",
    },
    falseIf: { en: "the ratios rise.", "zh-Hant": "比值上升。" },
    whereToLook: {
      en: "Model cards, S. Raschka's active-ratio table.",
      "zh-Hant": "各模型的模型卡（model card）、S. Raschka 的啟用比例表。",
    },
    finePrint: {
      en: "Use active/total parameters AND experts chosen/total; they differ.",
      "zh-Hant": "「啟用參數／總參數」與「選用專家數／專家總數」兩種比值都要看，兩者並不相同。",
    },
  },
  tags: ["moe", "sparsity", "architecture"],
  relations: [],
};

export const roboticsNext: SeedForecast = {
  slug: "robotics-next-impactful-application",
  speaker: "tri-dao",
  claim: {
    en: "Robotics is one of the next genuinely influential application areas.",
    "zh-Hant": "機器人是下一波真正有影響力的應用方向之一。",
  },
  quote: "我認為機器人是其中一個方向",
  section: { words: "架構創新和專家級別的AI" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "我認為",
    note: { en: "Moderate (I think).", "zh-Hant": "把握中等。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2028-09-10"),
  criteria: {
    trueIf: {
      en: "robot-model or robot-compute revenue from learned policies is above USD 5B a year.",
      "zh-Hant":
        "由學習而來的控制策略（learned policies）帶動的機器人模型或機器人運算營收，每年超過 50 億美元。",
    },
    partlyIf: { en: "it is above USD 1B a year.", "zh-Hant": "每年超過 10 億美元。" },
    falseIf: { en: "it is USD 1B a year or less.", "zh-Hant": "每年不超過 10 億美元。" },
    cannotBeJudgedIf: { en: "the revenue is undisclosed.", "zh-Hant": "營收未公開。" },
    whereToLook: { en: "Filings, analyst reports.", "zh-Hant": "公司財務申報、分析師報告。" },
    finePrint: {
      en: "A research interest, weak as a forecast.",
      "zh-Hant": "這比較像研究興趣，當成預測則偏弱。",
    },
  },
  tags: ["robotics"],
  relations: [],
};

export const syntheticDataHugeImpact: SeedForecast = {
  slug: "synthetic-data-huge-impact",
  speaker: "tri-dao",
  claim: {
    en: "Synthetic data (generating or rewriting data with models) will have a huge impact and is under-noticed.",
    "zh-Hant": "用模型生成或改寫的合成資料會帶來巨大影響，卻少有人注意。",
  },
  quote: "會產生巨大影響",
  section: { words: "學術界與工業界的平衡" },
  horizon: { note: { en: "None stated.", "zh-Hant": "未說明期限。" } },
  confidence: {
    words: "會",
    note: { en: "Firm (will).", "zh-Hant": "語氣篤定。" },
  },
  dueFrom: null,
  dueBy: null,
  graceBy: null,
  reviewOn: day("2027-09-10"),
  criteria: {
    trueIf: {
      en: "three or more frontier technical reports credit synthetic data for a majority of post-training tokens or a headline gain.",
      "zh-Hant":
        "至少三份頂尖模型的技術報告指出，後訓練的 token 過半來自合成資料，或某項主打的進步歸功於合成資料。",
    },
    partlyIf: { en: "one or two do.", "zh-Hant": "只有一兩份如此。" },
    falseIf: { en: "none does.", "zh-Hant": "沒有一份如此。" },
    cannotBeJudgedIf: {
      en: "the reports do not disclose it.",
      "zh-Hant": "報告沒有揭露。",
    },
    whereToLook: { en: "Technical reports.", "zh-Hant": "技術報告。" },
  },
  tags: ["data", "synthetic-data"],
  relations: [],
};
