import { parentPort, workerData } from "node:worker_threads";
import { takeSteps } from "../../../../web/visit/steps.ts";

if (parentPort !== null)
  await takeSteps(parentPort, workerData, async () => async () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_none, at) => at + 0.5));
  });
