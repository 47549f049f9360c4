import { parentPort, workerData } from "node:worker_threads";
import { takeSteps } from "../../../../web/visit/steps.ts";

if (parentPort !== null)
  await takeSteps(parentPort, workerData, async () => async () => {
    throw new Error("a defect");
  });
