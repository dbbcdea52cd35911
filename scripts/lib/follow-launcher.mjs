// Preloaded into every server of a launcher: one whose launcher is gone, however it went, ends in order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone keeps nobody alive: who has been asked to end is not held up by it.
process.channel?.unref();
