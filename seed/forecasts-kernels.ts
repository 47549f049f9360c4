import { day } from "#domain/day.ts";
import type { SeedForecast } from "./shape.ts";

/** Writing GPU code: in which abstractions, and by whom. */

export const llmFacingAbstractionsClear: SeedForecast = {
  slug: "llm-facing-abstractions-clear-1-2y",
  speaker: "tri-dao",
  claim: {
    en: "How to design programming languages or abstractions for language models to write GPU code in, unknown today, will be much clearer in one to two years.",
    "zh-Hant": "該為語言模型設計怎樣的 GPU 程式語言或抽象層，現在還沒有答案，但一兩年後會明朗許多。",
  },
  quote: "未來一兩年情況會清晰得多",
  section: { words: "芯片設計中的挑戰" },
  horizon: { words: "未來一兩年" },
  confidence: {
    words: "我認為",
    note: { en: "Moderate (I think).", "zh-Hant": "把握中等。" },
  },
  dueFrom: day("2026-09-10"),
  dueBy: day("2027-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "two or more independent studies agree on which abstraction level makes agents write better kernels AND two or more production kernel agents or serving stacks target that level by default.",
      "zh-Hant":
        "至少兩份獨立研究對於「代理在哪個抽象層級寫出的 kernel 較好」得出一致結論；而且至少兩套已用於正式環境的 kernel 代理或推論服務堆疊，預設採用該層級。",
    },
    partlyIf: {
      en: "one of the two is met, or there is convergence on a short list (for example a tile-level language plus a native escape hatch).",
      "zh-Hant":
        "兩項只成立一項，或各界收斂到少數幾種選擇（例如採用 tile 層級的語言，但保留改寫原生程式碼的退路）。",
    },
    falseIf: {
      en: "neither is met, and no short list has formed (studies conflict, or five or more languages compete with none holding 40% of agent-written kernels in public repositories).",
      "zh-Hant":
        "兩項都不成立，也沒有收斂到少數選擇（研究結論互相衝突；或有五種以上語言相互競爭，而公開儲存庫裡由代理撰寫的 kernel 中，沒有一種語言占到 40%）。",
    },
    cannotBeJudgedIf: {
      en: "no survey, repository count or comparative study exists.",
      "zh-Hant": "沒有任何調查、儲存庫統計或比較研究。",
    },
    whereToLook: {
      en: "arXiv; MLSys, PLDI and ASPLOS papers; GPU MODE results; the PyTorch, vLLM, SGLang and FlashInfer repositories; vendor blogs.",
      "zh-Hant":
        "arXiv；MLSys、PLDI 與 ASPLOS 論文；GPU MODE 的競賽結果；PyTorch、vLLM、SGLang 與 FlashInfer 的儲存庫；廠商部落格。",
    },
    finePrint: {
      en: "'Clearer' is a judgement. We suggest a fixed panel of three kernel authors who vote on a one-page evidence sheet, with the count above as tie-breaker. This sentence is about abstractions for MODELS; gpu-abstractions-clear-1-2y is about abstractions in general.",
      "zh-Hant":
        "是否「明朗」終究要靠判斷。我們建議由固定的三位 kernel 作者，看過一頁證據摘要後投票；僵持不下時，以上述計數為準。這句話談的是給模型用的抽象；gpu-abstractions-clear-1-2y 談的則是一般的抽象。",
    },
  },
  tags: ["abstractions", "dsl", "llm-codegen", "gpu-programming"],
  relations: [],
};

export const gpuAbstractionsClear: SeedForecast = {
  slug: "gpu-abstractions-clear-1-2y",
  speaker: "tri-dao",
  claim: {
    en: "In another one to two years it will be much clearer which GPU-programming abstractions are the right ones.",
    "zh-Hant": "再過一兩年，哪些 GPU 程式設計抽象才算對路，會清楚得多。",
  },
  quote: "我覺得再過一兩年就會清晰得多",
  section: { words: "芯片設計中的挑戰" },
  horizon: { words: "再過一兩年" },
  confidence: {
    words: "我覺得",
    note: { en: "Moderate (I feel, I think).", "zh-Hant": "把握中等。" },
  },
  dueFrom: day("2026-09-10"),
  dueBy: day("2027-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "one abstraction family is the default kernel path in at least 3 of 4 (TorchInductor, vLLM, SGLang, JAX/Pallas), runs on two or more vendors' hardware, and loses 10% or less against native code on GEMM and attention in a public comparison.",
      "zh-Hant":
        "有一類抽象在 TorchInductor、vLLM、SGLang、JAX／Pallas 四者中的至少三者成為預設的 kernel 路徑，能在兩家以上廠商的硬體上執行，而且在公開比較中，GEMM 與 attention 的效能相較於原生程式碼，損失不超過 10%。",
    },
    partlyIf: {
      en: "one family is the default in two of the four; or in three but on one vendor only; or portability exists at a loss above 10%.",
      "zh-Hant":
        "有一類抽象在四者中的兩者成為預設；或在三者成為預設，但只支援一家廠商；或雖可移植，效能損失卻超過 10%。",
    },
    falseIf: {
      en: "no family is the default in more than one of the four.",
      "zh-Hant": "沒有任何一類抽象在四者中的兩者以上成為預設。",
    },
    cannotBeJudgedIf: { en: "there is no public comparison.", "zh-Hant": "沒有公開的比較。" },
    whereToLook: {
      en: "Framework release notes; PyTorch, Triton and JAX conferences; InferenceX recipes; MLPerf code; vendor docs.",
      "zh-Hant":
        "各框架的版本說明；PyTorch、Triton 與 JAX 的研討會；InferenceX 的測試配方；MLPerf 的程式碼；廠商文件。",
    },
    finePrint: {
      en: "Convergence of IDEA (tiles, layouts) without convergence of LANGUAGE should be scored PARTLY. Note Dao's own doubt that portability is 'a bit of a myth'.",
      "zh-Hant":
        "如果只是概念（tile、layout）趨於一致，語言並未統一，應判為「部分成真」。另請留意，Tri Dao 自己對可移植性也存疑，認為那多少是個迷思。",
    },
  },
  tags: ["abstractions", "dsl", "gpu-programming", "portability"],
  relations: [{ kind: "related", to: "llm-facing-abstractions-clear-1-2y" }],
};

export const kernelGenerationBreakthrough: SeedForecast = {
  slug: "kernel-generation-breakthrough-1-2y",
  speaker: "tri-dao",
  claim: {
    en: "There may be a breakthrough within one to two years in fully automatic GPU-kernel writing by models, hard as it is now.",
    "zh-Hant": "由模型全自動撰寫 GPU kernel 目前很難，但一兩年內可能出現突破。",
  },
  quote: "我覺得一兩年之內可能會有突破",
  section: { words: "芯片設計中的挑戰" },
  horizon: {
    words: "一兩年之內",
    note: { en: "'Within': it may come sooner.", "zh-Hant": "說的是「之內」，也可能更早。" },
  },
  confidence: {
    words: "可能會",
    note: {
      en: "Hedged (may); he adds 但目前確實很難 (but really hard now).",
      "zh-Hant": "有所保留；他還補了一句「但目前確實很難」。",
    },
  },
  dueFrom: day("2026-09-10"),
  dueBy: day("2027-09-10"),
  graceBy: null,
  reviewOn: null,
  criteria: {
    trueIf: {
      en: "by 2027-09-10 BOTH (a) with no human editing of kernel source, a system matches or beats the best expert-written kernel on two or more complex families (attention, sparse attention, fused MoE, FP8/FP4 GEMM) on the then-current GPU, shown by a judged contest or an independent rerun; AND (b) two or more production stacks run such kernels (shown by a company engineering post, or a merged default in an open project).",
      "zh-Hant":
        "到 2027 年 9 月 10 日同時符合：（a）在完全沒有人工修改 kernel 原始碼的情況下，某個系統就兩類以上的複雜 kernel（attention、稀疏 attention、融合 MoE、FP8／FP4 GEMM），在當時的主流 GPU 上追平或勝過專家寫得最好的版本，並經設有評審的競賽或他人獨立重跑證實；（b）至少兩套正式環境的軟體堆疊採用這類 kernel（以公司的工程文章為證，或已併入開源專案並成為預設）。",
    },
    partlyIf: {
      en: "only (a) or only (b) is met, or (a) is shown only by the authors.",
      "zh-Hant": "只符合（a）或只符合（b），或（a）僅有作者自己的展示為證。",
    },
    falseIf: { en: "neither is met.", "zh-Hant": "兩項都不符合。" },
    cannotBeJudgedIf: {
      en: "all headline results are disputed for benchmark gaming and no independent rerun exists.",
      "zh-Hant": "所有受矚目的成果都被質疑鑽基準測試的漏洞，又沒有人獨立重跑。",
    },
    whereToLook: {
      en: "The KernelBench family and kernelbench.com; the FlashInfer-Bench/MLSys contest; GPU MODE; SOL-ExecBench; FastKernels; AgentKernelArena; papers from Meta, NVIDIA and ByteDance; merged pull requests.",
      "zh-Hant":
        "KernelBench 系列與 kernelbench.com；FlashInfer-Bench／MLSys 競賽；GPU MODE；SOL-ExecBench；FastKernels；AgentKernelArena；Meta、NVIDIA 與 ByteDance 的論文；已合併的 pull request。",
    },
    finePrint: {
      en: "May resolve TRUE early: the phrase means 'within'. In its paragraph the sentence follows the data problem, so 'breakthrough' could mean the training-data pipeline; it is read here as kernel generation, the question that was asked, and the other reading is noted. Human-plus-model work does NOT count: Dao calls that already useful.",
      "zh-Hant":
        "可以提早判為「成真」，因為原話說的是「之內」。在原段落裡，這句話緊接在資料問題之後，「突破」也可能是指訓練資料的產製流程；這裡依照主持人所問，解讀為 kernel 生成，並註明另有此解。人與模型合寫的成果不算：Tri Dao 說那已經很實用了。",
    },
  },
  tags: ["kernel-generation", "llm-codegen", "synthetic-data", "rl"],
  relations: [
    { kind: "related", to: "llm-facing-abstractions-clear-1-2y" },
    { kind: "related", to: "kernel-2x" },
  ],
};
