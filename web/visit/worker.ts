import { parentPort, workerData } from "node:worker_threads";
import { readPage } from "../reading/read-page.ts";
import { takeSteps } from "./steps.ts";

if (parentPort === null) throw new Error("this file is for a thread of visit.ts");
await takeSteps(parentPort, workerData, readPage);
