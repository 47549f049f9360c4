import { workerData } from "node:worker_threads";

// A thread beside the one that reads, which may be too busy to hear anything: it ends the process when its parent is
// gone, however that ended, and when it holds more memory than it may, buffers included, which no limit of V8 counts.

const LOOK_EVERY_MS = 20;
const { parent, resident }: { readonly parent: number; readonly resident: number } = workerData;

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > resident) process.kill(process.pid, "SIGKILL");
}, LOOK_EVERY_MS);
