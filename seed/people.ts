import { day } from "#domain/day.ts";
import type { SeedSource, SeedSpeaker } from "./shape.ts";

export const source: SeedSource = {
  slug: "tri-dao-unsupervised-learning-2025",
  kind: "podcast interview",
  title:
    "Unsupervised Learning Ep 74: Tri Dao on the end of NVIDIA's dominance, why inference costs fell and the next 10X in speed",
  titleLang: "en",
  url: "https://unsupervised-learning.simplecast.com/episodes/ep-74-chief-scientist-of-togetherai-tri-dao-on-ai-super-researcher-the-end-of-nvidias-dominance-why-inference-costs-fell-the-next-10x-in-speed-hqhgrAYK",
  publisher: "Unsupervised Learning",
  lang: "zh-Hant",
  publishedOn: day("2025-09-10"),
  note: {
    en: "Interviewer: Jacob Effron. Quotes are from the published Chinese transcript of the talk; the release date, 2025-09-10, is as listed by podcast directories.",
    "zh-Hant":
      "主持人：Jacob Effron。引文出自這場訪談已公開的中文逐字稿；發布日期 2025 年 9 月 10 日依 Podcast 目錄所載。",
  },
};

export const speakers: readonly SeedSpeaker[] = [
  {
    slug: "tri-dao",
    name: { en: "Tri Dao", "zh-Hant": "Tri Dao" },
    role: {
      en: "Chief Scientist, Together AI; Princeton professor; author of FlashAttention, co-author of Mamba",
      "zh-Hant": "Together AI 首席科學家；普林斯頓大學教授；FlashAttention 作者、Mamba 共同作者",
    },
  },
  {
    slug: "chinese-article",
    name: {
      en: "The Chinese article (headline and summary)",
      "zh-Hant": "中文文章（標題與導言）",
    },
    role: {
      en: "The front matter of the published Chinese transcript; its claims are the article's own, not the interviewee's",
      "zh-Hant": "已公開中文逐字稿的文首部分；其中的主張出自文章，並非受訪者所言",
    },
  },
];
