// Loaded into the server before Next: the channel to the process that started it closes when that process
// dies, however it dies, so that no server is left behind holding the port and the database.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
