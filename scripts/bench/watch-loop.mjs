import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into a server before Next: how long its event loop was held up. Asked through the channel to the bench.
const delays = monitorEventLoopDelay({ resolution: 10 });
delays.enable();

process.on("message", (message) => {
  if (message !== "loop") return;
  const inMs = (nanoseconds) => nanoseconds / 1e6;
  process.send?.({
    p50: inMs(delays.percentile(50)),
    p99: inMs(delays.percentile(99)),
    most: inMs(delays.max),
  });
  delays.reset();
});
process.channel?.unref();
