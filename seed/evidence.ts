import { day } from "../domain/day.ts";
import type { SeedEvidence } from "./shape.ts";

/** Pages that bear on the forecasts, in the order of the forecasts. What each shows is in our own words. */
export const evidence: readonly SeedEvidence[] = [
  {
    forecast: "multi-chip-inference",
    url: "https://www.techzine.eu/news/analytics/138754/openai-swaps-nvidia-for-cerebras-with-gpt-5-3-codex-spark",
    title: "OpenAI swaps Nvidia for Cerebras with GPT-5.3-Codex-Spark",
    publisher: "Techzine",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "OpenAI's first GPT model served off NVIDIA hardware: a small coding model on Cerebras wafer-scale chips at over 1,000 tokens per second, sold as a latency-first tier.",
  },
  {
    forecast: "multi-chip-inference",
    url: "https://unifystreams.com/?p=3108",
    title: "AI Chip Market Share Overview & Vendor Comparison (2023-2025)",
    publisher: "UnifyStreams (Epoch AI data)",
    publishedOn: null,
    stance: "context",
    strength: "moderate",
    summary:
      "Using Epoch's chip-sales data, NVIDIA shipped 2.96 million H100-equivalents in Q4 2025, nearly two thirds of AI compute; AMD, Amazon and Huawei 0.13-0.23 million each, Google second.",
  },
  {
    forecast: "nvidia-reign-ends-3y",
    url: "https://unifystreams.com/?p=3108",
    title: "AI Chip Market Share Overview & Vendor Comparison (2023-2025)",
    publisher: "UnifyStreams (Epoch AI data)",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Using Epoch's chip-sales data, NVIDIA shipped 2.96 million H100-equivalents in Q4 2025, nearly two thirds of AI compute; AMD, Amazon and Huawei 0.13-0.23 million each, Google second.",
  },
  {
    forecast: "nvidia-reign-ends-3y",
    url: "https://web-origin.lbkrs.com/news/271790704",
    title:
      "With CoWoS capacity support, JP Morgan has again raised its TPU shipment expectations: shipments are expected to reach 3.7 million and 5 million units in the next two years",
    publisher: "Wallstreetcn via Longbridge",
    publishedOn: day("2026-01-07"),
    stance: "supports",
    strength: "weak",
    summary:
      "JPMorgan raised its Google TPU forecast to 3.7 million (2026) and 5 million units (2027) as packaging capacity grows.",
  },
  {
    forecast: "hardware-landscape-diversified-2-3y",
    url: "https://www.techzine.eu/news/analytics/138754/openai-swaps-nvidia-for-cerebras-with-gpt-5-3-codex-spark",
    title: "OpenAI swaps Nvidia for Cerebras with GPT-5.3-Codex-Spark",
    publisher: "Techzine",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "OpenAI's first GPT model served off NVIDIA hardware: a small coding model on Cerebras wafer-scale chips at over 1,000 tokens per second, sold as a latency-first tier.",
  },
  {
    forecast: "hardware-landscape-diversified-2-3y",
    url: "https://24-ai.news/en/vijest/2026-04-24/google-tpu-8i-8t-cloud-next-2026-agentno-racunarstvo",
    title: "Google at Cloud Next '26 unveils TPU 8i and TPU 8t: specialized chips for agentic AI computing",
    publisher: "24 AI",
    publishedOn: day("2026-04-24"),
    stance: "supports",
    strength: "strong",
    summary:
      "Google split its eighth TPU generation in two: 8t for training and 8i for agent inference, the first time the line is divided by workload.",
  },
  {
    forecast: "hardware-landscape-diversified-2-3y",
    url: "https://launchberg.com/nvidia-vera-rubin-groq-3-gtc-2026",
    title: "Nvidia Vera Rubin and Groq 3: The GTC 2026 Hardware Blitz",
    publisher: "Launchberg",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "NVIDIA folded a dedicated low-latency decode chip (Groq 3 LPU, 256 per rack) and an agent-oriented CPU into its own platform at GTC 2026.",
  },
  {
    forecast: "gpu-abstractions-clear-1-2y",
    url: "https://ianbarber.blog/2025/10/22/helion-and-the-evolving-gpu-programming-model/",
    title: "Helion and the evolving GPU programming model",
    publisher: "Ian Barber",
    publishedOn: day("2025-10-22"),
    stance: "context",
    strength: "moderate",
    summary:
      "Six weeks after the interview: Helion 1.0 joins CuTe DSL, cuTile, TileLang, Gluon, TLX, ThunderKittens and Pallas; the post describes an explosion of options along two axes.",
  },
  {
    forecast: "kernel-generation-breakthrough-1-2y",
    url: "https://arxiv.org/html/2603.24517v1",
    title: "AVO: Agentic Variation Operators for Autonomous Evolutionary Search",
    publisher: "arXiv (NVIDIA)",
    publishedOn: day("2026-03-25"),
    stance: "supports",
    strength: "strong",
    summary:
      "Seven days of unattended agent search produced attention kernels for Blackwell B200 up to 3.5% faster than cuDNN and up to 10.5% faster than FlashAttention-4 (Dao's own kernel).",
  },
  {
    forecast: "kernel-generation-breakthrough-1-2y",
    url: "https://mlsys.org/virtual/2026/invited-talk/3655",
    title: "When AI Starts Writing Systems Code",
    publisher: "MLSys 2026 (invited talk abstract)",
    publishedOn: null,
    stance: "contradicts",
    strength: "strong",
    summary:
      "The GPU MODE speaker's abstract: despite promising demos very few AI-generated kernels are reliable enough for production without significant human supervision.",
  },
  {
    forecast: "kernel-generation-breakthrough-1-2y",
    url: "https://arxivlens.com/PaperView/Details/fastkernels-benchmarking-gpu-kernel-generation-in-production-2516-19672a84",
    title: "FastKernels: Benchmarking GPU Kernel Generation in Production",
    publisher: "arXiv (Snowflake/CMU/UCSD) via ArxivLens",
    publishedOn: day("2026-05-22"),
    stance: "contradicts",
    strength: "strong",
    summary:
      "When kernels must drop into a production-grade stack, the strongest agent reaches only 0.94x of production baselines (others 0.78x and 0.53x), with silent correctness faults.",
  },
  {
    forecast: "inference-10x-1y",
    url: "https://raw.githubusercontent.com/catalystneuro/llm-cost-frontier/2c7fe03996d6997d45ca29ecac0d7656aa2ebc2c/build/llm-frontier.json",
    title: "llm-frontier.json (LLM Cost Frontier, Artificial Analysis data)",
    publisher: "CatalystNeuro",
    publishedOn: null,
    stance: "supports",
    strength: "strong",
    summary:
      "Cheapest measured price per index task at GPT-5 (high) level (35.3): USD 0.257 in Aug 2025, about USD 0.010-0.011 by Apr-Jul 2026 (MiMo-V2.5, GPT-5.6 Luna after a 5x cut): roughly 23-25x. At GPT-5 mini level (25.8) only about 4x (0.036 to 0.0088). Entries from before the index was re-based on 2026-09-05 only.",
  },
  {
    forecast: "inference-10x-1y",
    url: "https://standarddb.com/lmsys/sglang-achieves-25x-inference-speedup-on-nvidia-gb300-nvl72-with-blackwell--swlwcrxq",
    title: "25x Performance Gain on GB300 NVL72",
    publisher: "StandardDB (summary of an LMSYS post)",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "DeepSeek R1 on GB300 NVL72: up to 25x H200 at 50 tokens/s/user; on unchanged GB200, up to 8x more tokens per GPU in high-throughput settings in under four months.",
  },
  {
    forecast: "inference-10x-1y",
    url: "https://www.eletimes.ai/gartner-predicts-that-by-2030-performing-inference-on-an-llm-with-1-trillion-parameters-will-cost-genai-providers-over-90-less-than-in-2025",
    title:
      "Gartner Predicts That by 2030, Performing Inference on an LLM With 1 Trillion Parameters Will Cost GenAI Providers Over 90% Less Than in 2025",
    publisher: "ELE Times (Gartner, March 2026)",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Gartner expects provider cost for a same-size model to take until 2030 to fall by over 90%, i.e. about tenfold in five years; agents use 5-30x more tokens per task.",
  },
  {
    forecast: "hardware-2-3x-1y",
    url: "https://inferencex.semianalysis.com/blog?tag=nvidia",
    title:
      "InferenceX blog (tag: nvidia), first entry 'DeepSeekV4 1.6T Day 0 to Day 43 Performance Over Time'",
    publisher: "SemiAnalysis InferenceX",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "Measured: GB300 gives up to 2.31x GB200's performance per dollar in the middle of the curve on DeepSeek V4; for GLM-5 the step from H200 to B200 alone is worth about 1.2x at the peak; B200 in NVFP4 is 2.71-2.95x cheaper per million tokens than H200 in INT4.",
  },
  {
    forecast: "hardware-2-3x-1y",
    url: "https://huggingface.co/datasets/indahl/model-data-pack",
    title: "indahl/model-data-pack (checks of MLPerf claims)",
    publisher: "indahl (Hugging Face)",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Recomputes MLPerf v5.1 entries: GB300 beats GB200 per GPU by 45% offline and 25% in the server scenario on DeepSeek-R1 (sources fetched 2026-10-28).",
  },
  {
    forecast: "model-level-2-3x",
    url: "https://learnaivisually.com/ai-explained/deepseek-v4-long-context-cost",
    title: "DeepSeek V4-Pro and V4-Flash - long-context cost cut to a fraction",
    publisher: "Learn AI Visually",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "DeepSeek V4-Pro (2026-04-24) needs 27% of V3.2's FLOPs per token and 10% of its KV cache at one million tokens; V4-Flash 10% and 7%.",
  },
  {
    forecast: "model-level-2-3x",
    url: "https://lmsys.org/blog/2025-11-04-miminmax-m2",
    title: '"No Free Lunch": Deconstruct Efficient Attention with MiniMax M2',
    publisher: "LMSYS / MiniMax",
    publishedOn: day("2025-11-04"),
    stance: "contradicts",
    strength: "strong",
    summary:
      "MiniMax went back from hybrid linear attention to full attention for M2 because efficient attention did not yet pay off in production quality.",
  },
  {
    forecast: "kernel-2x",
    url: "https://machineherald-io.pages.dev/article/2026-04/21-mlperf-inference-v60-delivers-its-most-ambitious-benchmark-suite-yet-as-nvidia-triples-deepseek-r1-throughput-in-six-months",
    title:
      "MLPerf Inference v6.0 Delivers Its Most Ambitious Benchmark Suite Yet as NVIDIA Triples DeepSeek-R1 Throughput in Six Months",
    publisher: "Machine Herald",
    publishedOn: day("2026-04-21"),
    stance: "supports",
    strength: "moderate",
    summary:
      "Same hardware, six months apart: 2.7x DeepSeek-R1 throughput from software alone in the April 2026 MLPerf round.",
  },
  {
    forecast: "kernel-2x",
    url: "https://tpsreport.news/news/mlperf-inference-v6-nvidia-amd-intel-2026",
    title: "Nvidia claims 291 MLPerf wins with 288-GPU setup; AMD MI355X crosses 1M tokens/sec",
    publisher: "TPS Report",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Attributes the 2.7x MLPerf gain to a mix: fused operations, lower overhead, disaggregation, wide expert parallelism and multi-token prediction.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://icharles.com/articles/openai-codex-agentic-work-study",
    title: "OpenAI Codex: 99.8% of Worker Tokens in 2026",
    publisher: "Charles (iCharles)",
    publishedOn: null,
    stance: "supports",
    strength: "strong",
    summary:
      "OpenAI's paper of 2026-06-25: the agent Codex produced 99.8% of OpenAI staff's output tokens, 63.3% for business customers, 16.5% for personal users; over 5 million weekly users.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://findtube.ai/video/oxWLDDi_oNU",
    title: "28 Trillion Tokens a Week: What OpenRouter's COO Sees About AI Agents",
    publisher: "FindTube (talk transcript)",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "OpenRouter's COO: agent token use has already overtaken human use, and 55% of the requests he shows carry tool definitions.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://newsletter.semianalysis.com/p/claude-code-is-the-inflection-point?triedRedirect=true",
    title: "Claude Code is the Inflection Point",
    publisher: "SemiAnalysis",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "4% of public GitHub commits were authored by Claude Code, projected to exceed 20% by the end of 2026.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://agentmodeai.com/the-mckinsey-23-percent-agentic-ai-scaling-gap/",
    title: "The McKinsey 23%: the agentic AI scaling gap",
    publisher: "Agent Mode AI",
    publishedOn: day("2026-04-24"),
    stance: "contradicts",
    strength: "moderate",
    summary:
      "McKinsey's November 2025 survey: 23% of organisations scaling an agentic system, 39% experimenting.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://proskills-8z6.pages.dev/resources/blog/agentic-ai-production-reality/",
    title: "Agentic AI in 2026: Why the Gap Between Ambition and Production Is the Real Story",
    publisher: "ProSkills",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Gartner's 2026 CIO survey: 17% had deployed agents (over 60% expect to within two years); S&P: 31% have at least one agent in production in Q1 2026.",
  },
  {
    forecast: "agentic-mainstream-1y",
    url: "https://automate.bworldtools.com/Articles/2026-01-30_ChatGPT_Agent_Failure__Clarity_Kills_Adoption_in_AI_Push_yc3.html",
    title: "The Positioning Paradox: Why the ChatGPT Agent Stumble Signals the Next Frontier in AI Adoption",
    publisher: "BWorldTools",
    publishedOn: day("2026-01-30"),
    stance: "contradicts",
    strength: "moderate",
    summary:
      "ChatGPT's agent feature is reported to have fallen from four million users to under one million.",
  },
  {
    forecast: "open-closed-closer-1y",
    url: "https://epoch.ai/data-insights/open-closed-eci-gap",
    title: "Open models lag state-of-the-art closed models by 4 months",
    publisher: "Epoch AI",
    publishedOn: day("2026-05-29"),
    stance: "contradicts",
    strength: "strong",
    summary:
      "January-May 2026: best open-weight models lag closed ones by four months on the ECI (8 points), slightly more than the three months measured for 2023 to October 2025.",
  },
  {
    forecast: "open-closed-closer-1y",
    url: "https://letsdatascience.com/news/caisi-evaluates-deepseek-v4-pro-against-frontier-models-c7b2e918",
    title: "CAISI Evaluates DeepSeek V4 Pro Against Frontier Models",
    publisher: "Let's Data Science (on NIST CAISI)",
    publishedOn: null,
    stance: "contradicts",
    strength: "strong",
    summary:
      "The US government's CAISI (2026-05-01) puts DeepSeek V4 Pro about eight months behind the frontier on a suite with non-public tests.",
  },
  {
    forecast: "open-closed-closer-1y",
    url: "https://raw.githubusercontent.com/huggingface/blog/main/state-of-open-models-summer-2026.md",
    title: "State of Open Models: Summer 2026 Observations",
    publisher: "Hugging Face",
    publishedOn: null,
    stance: "supports",
    strength: "weak",
    summary:
      "January-August 2026: open releases reached 2.78 trillion parameters and several new labs passed a trillion, though the largest (Kimi K3, Qwen 3.8) began to carry licence limits.",
  },
  {
    forecast: "home-humanoid-5-10y",
    url: "https://news.deploy.report/explainers/is-1x-neo-autonomous-or-controlled-by-humans",
    title: "Is 1X NEO autonomous, or is it controlled by humans?",
    publisher: "DEPLOY",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "1X sells NEO (USD 20,000 or 499 a month, US deliveries late 2026) with disclosed remote human operators for complex chores.",
  },
  {
    forecast: "home-humanoid-5-10y",
    url: "https://www.frontiernews.ai/news/article/1xs-neo-robot-is-shipping-this-year-but-reality-is-65db5ac1",
    title: "1X's NEO Robot Is Shipping This Year, But Reality Is Catching Up to the Hype",
    publisher: "FrontierNews.ai",
    publishedOn: null,
    stance: "contradicts",
    strength: "weak",
    summary: "Recounts slow, remotely assisted chores in a newspaper test and argues for 20 to 30 years.",
  },
  {
    forecast: "openai-google-agentic-parity-soon",
    url: "https://gist.github.com/simonw/3bff274abcbbbf8766e9437a542db248",
    title: "Terminal Bench 2.0 - Analysis",
    publisher: "Simon Willison",
    publishedOn: day("2026-02-27"),
    stance: "supports",
    strength: "strong",
    summary:
      "Independent analysis of 10,947 trial results (2026-02-27): GPT-5.3-Codex 0.773, Gemini-3.1-Pro 0.752, Claude Opus 4.6 0.749.",
  },
  {
    forecast: "openai-google-agentic-parity-soon",
    url: "https://hugobowne.github.io/mythos-preview-model-card/entities/terminal-bench",
    title: "Terminal-Bench 2.0 (Mythos Preview model card notes)",
    publisher: "Hugo Bowne-Anderson",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Anthropic's Mythos Preview: 92.1% with extended limits against 75.3% for GPT-5.4; Gemini not reproduced.",
  },
  {
    forecast: "three-inference-workload-patterns",
    url: "https://agentpatterns.ai/token-engineering/temporal-token-routing/",
    title: "Temporal Token Routing: Batch and Flex Tiers for Non-Urgent Work",
    publisher: "AgentPatterns",
    publishedOn: null,
    stance: "supports",
    strength: "moderate",
    summary:
      "OpenAI and Anthropic both bill batch at half price with a 24-hour limit; OpenAI adds an interruptible flex tier at batch rates.",
  },
  {
    forecast: "moe-ever-sparser",
    url: "https://sebastianraschka.com/llm-architecture-gallery/active-parameter-ratio/",
    title: "Percent Active Parameters per Token",
    publisher: "Sebastian Raschka",
    publishedOn: null,
    stance: "contradicts",
    strength: "moderate",
    summary:
      "Sparsest open model: DeepSeek V4-Pro at 3.1% active (April 2026) against Kimi K2's 3.2% (July 2025).",
  },
];
