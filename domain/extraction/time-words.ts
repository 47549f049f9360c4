import type { Sentence } from "../transcript.ts";

const ENGLISH =
  /\d|\b(?:years?|yrs?|months?|quarters?|decades?|century|centuries|weeks?|days?|fortnights?|half|halves|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|soon(?:er)?|shortly|future|terms?|run|road|line|time|point|away|off|corner|course|order|later|lifetimes?|distant|imminently|eventually|ahead|come|twenty|thousand|end|eoy|eom|eoq|fy|fiscal)\b/i;

const CHINESE =
  /[\d０-９年月日天週周季代紀纪載载]|星期|禮拜|礼拜|[春夏秋冬]|快|近|不久|短期|中期|長|长|將來|将来|未來|未来|日子|即將|即将|終|终|遲早|迟早|早晚|馬上|马上|總|总|某|朝|指日|假以|一段|一陣|一阵|多久|眼下|時間|时间/;

/**
 * Whether a sentence has any word that could name a time. Most have none, and to know that at once saves half of what
 * a text costs. It must hold for every phrase in which the horizon reader finds something; a test sees to that.
 */
export const mayNameTime = ({ text, language }: Sentence): boolean =>
  (language === "zh" ? CHINESE : ENGLISH).test(text);
