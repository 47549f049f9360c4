import { parentPort, workerData } from "node:worker_threads";
import { NO_DETAILS } from "../../../../web/reading/page-reading.ts";
import { takeSteps } from "../../../../web/visit/steps.ts";

if (parentPort !== null)
  await takeSteps(parentPort, workerData, async () => async ({ bytes }) => {
    for (let line = 0; line < 1_000; line += 1) console.log(bytes.length);
    return { details: NO_DETAILS, text: null, fault: "damaged" };
  });
