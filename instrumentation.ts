/** Runs once at the start, before the first request: the settings are read and the store is opened, or it stops. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { start } = await import("#app/_request/process/start.ts");
    await start();
  }
}
