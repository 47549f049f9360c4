import { parentPort, workerData } from "node:worker_threads";
import { takeSteps } from "./steps.ts";

if (parentPort === null) throw new Error("this file is for a thread of visit.ts");
await takeSteps(parentPort, workerData, async () => (await import("../reading/read-page.ts")).readPage);
