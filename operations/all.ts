import { recordChosenForecasts } from "./chosen-forecasts.ts";
import { compareCopies, findCopy } from "./copies.ts";
import {
  correctEvidence,
  findEvidence,
  listEvidence,
  logEvidence,
  logEvidenceElsewhere,
  requestVisit,
  withdrawEvidence,
} from "./evidence.ts";
import { readText } from "./extractions.ts";
import {
  changeForecast,
  findForecast,
  listForecasts,
  recordForecast,
  recordForecasts,
  restoreForecast,
  withdrawForecast,
} from "./forecasts.ts";
import { listForecastHistory, listHistory } from "./history.ts";
import { readPhrase } from "./horizon.ts";
import { listLinks } from "./links.ts";
import type { Operation } from "./operation.ts";
import { findPage, startPage } from "./pages.ts";
import { markPassage, unmarkPassage } from "./passages.ts";
import { setReview } from "./reviews.ts";
import { findSourceText, keepSourceText, listSources, recordSource } from "./sources.ts";
import { listSpeakers, recordSpeaker } from "./speakers.ts";
import { takeText } from "./taken-texts.ts";
import { readTimeline } from "./timeline.ts";
import { giveVerdict, listVerdicts, withdrawVerdict } from "./verdicts.ts";
import { readOdds } from "./weighing.ts";

/** Everything that can be asked of Hindcast, whichever way it is asked. */
export const OPERATIONS: readonly Operation[] = [
  listForecasts,
  recordForecast,
  recordForecasts,
  recordChosenForecasts,
  findForecast,
  changeForecast,
  withdrawForecast,
  restoreForecast,
  listForecastHistory,
  setReview,
  listEvidence,
  logEvidence,
  logEvidenceElsewhere,
  findEvidence,
  correctEvidence,
  withdrawEvidence,
  requestVisit,
  markPassage,
  unmarkPassage,
  readOdds,
  listVerdicts,
  giveVerdict,
  withdrawVerdict,
  listSources,
  recordSource,
  findSourceText,
  keepSourceText,
  takeText,
  listSpeakers,
  recordSpeaker,
  startPage,
  findPage,
  findCopy,
  compareCopies,
  listLinks,
  listHistory,
  readTimeline,
  readPhrase,
  readText,
];
