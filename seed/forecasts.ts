import {
  agenticKillerUseCase,
  agenticMainstream,
  agenticParitySoon,
  realtimeVideoTrend,
  threeInferenceWorkloadPatterns,
} from "./forecasts-agents.ts";
import {
  hardwareLandscapeDiversified,
  marketCertainlyDiversifies,
  multiChipInference,
  nvidiaReignEnds,
} from "./forecasts-hardware.ts";
import {
  hardwareTwoToThreefold,
  inferenceTenfold,
  kernelTwofold,
  modelLevelTwoToThreefold,
} from "./forecasts-inference.ts";
import {
  gpuAbstractionsClear,
  kernelGenerationBreakthrough,
  llmFacingAbstractionsClear,
} from "./forecasts-kernels.ts";
import {
  currentArchitectureEnough,
  homeHumanoid,
  moeEverSparser,
  openClosedCloser,
  roboticsNext,
  syntheticDataHugeImpact,
} from "./forecasts-wider.ts";
import type { SeedForecast } from "./shape.ts";

/** The interview's forecasts: the dated ones first, then the undated. */
export const forecasts: readonly SeedForecast[] = [
  multiChipInference,
  nvidiaReignEnds,
  hardwareLandscapeDiversified,
  llmFacingAbstractionsClear,
  gpuAbstractionsClear,
  kernelGenerationBreakthrough,
  inferenceTenfold,
  hardwareTwoToThreefold,
  modelLevelTwoToThreefold,
  kernelTwofold,
  agenticMainstream,
  openClosedCloser,
  homeHumanoid,
  agenticParitySoon,
  marketCertainlyDiversifies,
  threeInferenceWorkloadPatterns,
  agenticKillerUseCase,
  realtimeVideoTrend,
  currentArchitectureEnough,
  moeEverSparser,
  roboticsNext,
  syntheticDataHugeImpact,
];
