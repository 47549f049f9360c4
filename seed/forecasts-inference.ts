import { day } from "#domain/day.ts";
import type { SeedForecast } from "./shape.ts";

/** How much better inference gets: the sum of about ten times, and its three parts. */

export const inferenceTenfold: SeedForecast = {
  slug: "inference-10x-1y",
  speaker: "tri-dao",
  claim: {
    en: "Put together, another improvement of about ten times in inference within about a year is possible.",
    "zh-Hant": "硬體、模型與 kernel 三方面加總，一年左右讓推論再改善約十倍是有可能的。",
  },
  quote: "短期內一年左右再實現約10倍",
  section: { words: "推理優化技術" },
  horizon: { words: "短期內一年左右" },
  confidence: {
    words: "是有可能的",
    note: { en: "Hedged (is possible).", "zh-Hant": "有所保留。" },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: day("2026-12-10"),
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "BOTH (a) for one model available on both dates, the best public cost per million tokens at equal interactivity fell 8x or more from Sep-Oct 2025 to Sep-Dec 2026; AND (b) the price of the capability that was frontier in Sep 2025 fell 8x or more over the same year.",
      "zh-Hant":
        "同時符合：（a）就兩個時點都能使用的同一個模型而言，在互動速度相同的條件下，每百萬 token 的最佳公開成本，從 2025 年 9 至 10 月到 2026 年 9 至 12 月降到八分之一以下；（b）2025 年 9 月屬於頂尖水準的能力，其價格在同一年間降到八分之一以下。",
    },
    partlyIf: {
      en: "one of the two is met, or the falls are between 4x and 8x.",
      "zh-Hant": "只符合其中一項，或降到原來的四分之一至八分之一之間。",
    },
    falseIf: { en: "both fell less than 4x.", "zh-Hant": "兩者都沒有降到四分之一。" },
    cannotBeJudgedIf: {
      en: "no series spans the year for the same model or capability level.",
      "zh-Hant": "就同一模型或同一能力水準，沒有任何一組資料涵蓋這一整年。",
    },
    whereToLook: {
      en: "InferenceX/InferenceMAX; MLPerf Inference v5.1 to v6.x; Artificial Analysis cost per task (catalystneuro/llm-cost-frontier keeps a dated history); Epoch AI price trends; provider price pages.",
      "zh-Hant":
        "InferenceX／InferenceMAX；MLPerf Inference v5.1 至 v6.x；Artificial Analysis 的每項任務成本（catalystneuro/llm-cost-frontier 保存了附日期的歷史紀錄）；Epoch AI 的價格趨勢；供應商的價格頁。",
    },
    finePrint: {
      en: "左右 ('about'): we accept states up to 2026-12-10; this is our choice, not the speaker's. Price is not cost (margins, subsidies); cost per TOKEN is not cost per TASK (longer answers). Do not use the H100 as the baseline: the best machine of Sep 2025 was GB200-class. The index behind (b) was re-based on 2026-09-05; do not compare across that date.",
      "zh-Hant":
        "原話有「左右」二字，因此 2026 年 12 月 10 日（含）以前的狀況都予採計；這是我們的選擇，不是發言者說的。價格不等於成本（其中有利潤，也有補貼）；每個 token 的成本不等於每項任務的成本（回答可能變長）。不要以 H100 為基準：2025 年 9 月最好的機器是 GB200 等級。（b）所依據的指數在 2026 年 9 月 5 日重訂基準，不可跨越該日比較。",
    },
  },
  tags: ["inference-cost", "efficiency", "price"],
  relations: [
    { kind: "composed-of", to: "hardware-2-3x-1y" },
    { kind: "composed-of", to: "model-level-2-3x" },
    { kind: "composed-of", to: "kernel-2x" },
  ],
};

export const hardwareTwoToThreefold: SeedForecast = {
  slug: "hardware-2-3x-1y",
  speaker: "tri-dao",
  claim: {
    en: "Hardware alone can bring a two- to threefold inference improvement within a year.",
    "zh-Hant": "單靠硬體，一年內就能讓推論提升二到三倍。",
  },
  quote: "硬件方面一年內就能帶來2–3倍",
  section: { words: "推理優化技術" },
  horizon: {
    words: "一年內",
    note: { en: "Strict: within, without 'about'.", "zh-Hant": "從嚴認定：說的是「內」，沒有「左右」。" },
  },
  confidence: {
    words: "我估計",
    note: { en: "A firm estimate (I estimate … can).", "zh-Hant": "語氣篤定的估計。" },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "2x or more throughput per dollar (per watt if no price exists) for the same model and software date, newest volume-shipping system against the best one shipping on 2025-09-10.",
      "zh-Hant":
        "以同一模型、同一日期的軟體比較，最新量產出貨系統的每美元吞吐量（沒有價格時改看每瓦），達到 2025 年 9 月 10 日已出貨最佳系統的 2 倍以上。",
    },
    partlyIf: {
      en: "1.5x to 2x per dollar; or 2x or more only per chip, only at selected operating points, or shown only by the vendor.",
      "zh-Hant":
        "每美元吞吐量為 1.5 至 2 倍；或雖達 2 倍以上，但僅以單顆晶片計、僅見於特定運作條件，或僅由廠商自行公布。",
    },
    falseIf: { en: "under 1.5x.", "zh-Hant": "不到 1.5 倍。" },
    cannotBeJudgedIf: {
      en: "no newer system shipped in volume inside the window, so nothing can be measured.",
      "zh-Hant": "期間內沒有更新的系統量產出貨，因而無從衡量。",
    },
    whereToLook: {
      en: "InferenceX, MLPerf, cloud price pages; vendor specifications as a fallback.",
      "zh-Hant": "InferenceX、MLPerf、雲端服務的價格頁；不得已時才參考廠商規格。",
    },
    finePrint: {
      en: "The window is strict: Vera Rubin-class parts that ship after 2026-09-10 do not count. The per-chip figure always flatters; prefer per dollar.",
      "zh-Hant":
        "期限從嚴認定：2026 年 9 月 10 日之後才出貨的 Vera Rubin 等級產品不計。以單顆晶片計的數字總是比較好看，應優先採用每美元的數字。",
    },
  },
  tags: ["hardware", "inference-cost", "efficiency"],
  relations: [],
};

export const modelLevelTwoToThreefold: SeedForecast = {
  slug: "model-level-2-3x",
  speaker: "tri-dao",
  claim: {
    en: "Model architecture can also bring a two- to threefold inference improvement (in the same sum of about a year).",
    "zh-Hant": "模型架構層面同樣可帶來二到三倍的推論提升（併入一年左右的總帳）。",
  },
  quote: "模型層面也能帶來2–3倍的提升",
  section: { words: "推理優化技術" },
  horizon: {
    words: "一年左右",
    note: { en: "None of its own; inherited from the sum.", "zh-Hant": "本身沒有說期限，沿用總帳的期限。" },
  },
  confidence: {
    words: "我認為",
    note: { en: "Moderate (I think … can).", "zh-Hant": "把握中等。" },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: day("2026-12-10"),
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "two or more labs ship production models whose architecture cuts FLOPs per token, KV bytes per token or measured serving cost 2x or more against their own Sep-2025 model at equal or better quality.",
      "zh-Hant":
        "至少兩家實驗室推出正式供應的模型，在品質相當或更好的前提下，憑藉架構把每個 token 的 FLOPs、每個 token 的 KV 位元組數或實測服務成本，降到自家 2025 年 9 月模型的一半以下。",
    },
    partlyIf: {
      en: "only one lab does, or only at very long context.",
      "zh-Hant": "只有一家做到，或只在極長的上下文才做到。",
    },
    falseIf: { en: "no lab does.", "zh-Hant": "沒有一家做到。" },
    cannotBeJudgedIf: {
      en: "there are only self-reported figures with no serving measurement.",
      "zh-Hant": "只有開發者自行公布的數字，沒有實際服務的量測。",
    },
    whereToLook: {
      en: "Technical reports (DeepSeek, Qwen, Moonshot, NVIDIA Nemotron, Mistral), InferenceX day-0 posts, Artificial Analysis, S. Raschka's architecture gallery.",
      "zh-Hant":
        "技術報告（DeepSeek、Qwen、Moonshot、NVIDIA Nemotron、Mistral）、InferenceX 的首日（day-0）文章、Artificial Analysis、S. Raschka 的架構圖庫。",
    },
    finePrint: {
      en: "The window is inherited, not spoken, and is marked as such. Better training data is not architecture.",
      "zh-Hant": "期限是沿用而來，並非發言者就這一項所說，特此註明。訓練資料變好不算架構改進。",
    },
  },
  tags: ["architecture", "kv-cache", "mamba", "moe", "inference-cost"],
  relations: [],
};

export const kernelTwofold: SeedForecast = {
  slug: "kernel-2x",
  speaker: "tri-dao",
  claim: {
    en: "Kernel optimisation may bring roughly another twofold (in the same sum of about a year).",
    "zh-Hant": "kernel 最佳化也許還能再擠出約兩倍（併入一年左右的總帳）。",
  },
  quote: "內核優化也可能再帶來2倍的提升",
  section: { words: "推理優化技術" },
  horizon: {
    words: "一年左右",
    note: {
      en: "None of its own; inherited from the sum in the same line.",
      "zh-Hant": "本身沒有說期限，沿用同一句話裡總帳的期限。",
    },
  },
  confidence: {
    words: "可能",
    note: { en: "Hedged (may).", "zh-Hant": "有所保留。" },
  },
  dueFrom: day("2025-09-10"),
  dueBy: day("2026-09-10"),
  graceBy: day("2026-12-10"),
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "same hardware, model and precision: 2x or more throughput at equal interactivity within the year, with kernel changes named as the main cause.",
      "zh-Hant":
        "在硬體、模型與精度都相同、互動速度也相等的條件下，一年內吞吐量達到 2 倍以上，且有資料指明主因是 kernel 的改動。",
    },
    partlyIf: {
      en: "1.5x to 2x from kernels, or 2x or more from software as a whole with kernels not separable.",
      "zh-Hant": "kernel 帶來 1.5 至 2 倍；或軟體整體帶來 2 倍以上，但無法分出 kernel 的貢獻。",
    },
    falseIf: {
      en: "under 1.5x on the most used model/hardware pairs.",
      "zh-Hant": "在最常用的模型與硬體組合上不到 1.5 倍。",
    },
    cannotBeJudgedIf: {
      en: "there is no same-hardware series.",
      "zh-Hant": "沒有以同一硬體前後比較的資料。",
    },
    whereToLook: {
      en: "Same-system pairs in MLPerf v5.1 and v6.0; InferenceX history; vLLM, SGLang and TensorRT-LLM release notes.",
      "zh-Hant":
        "MLPerf v5.1 與 v6.0 的同系統對照；InferenceX 的歷史紀錄；vLLM、SGLang 與 TensorRT-LLM 的版本說明。",
    },
    finePrint: {
      en: "Scheduling, disaggregation and speculative decoding are not kernels; most published gains mix them. Day-0 bring-up gains (broken to working) do not count.",
      "zh-Hant":
        "排程、分離式部署（disaggregation）與推測解碼（speculative decoding）都不是 kernel；已公布的增幅多半把這些混在一起。新模型首日上線時，從不能用到能用的增幅不計。",
    },
  },
  tags: ["kernels", "software", "inference-cost"],
  relations: [],
};
