import { ConfigError, readConfig } from './config.js';
import type { Running } from './start.js';

const USED_WRONGLY = 2;

/** Ends the process in order, once, whatever the number of signals. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => process.exit(1), 10_000);
    late.unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** A function, since the bundle is a script: those cannot wait at their top level. */
async function main(): Promise<void> {
  try {
    const config = readConfig(process.argv.slice(2), process.env);
    // Loaded only now: whoever started it wrongly learns so at once.
    const { start } = await import('./start.js');
    const running = await start(config);
    stopOnSignal(running);
    const { url, key, webhookSecret } = running;
    process.stdout.write(`${JSON.stringify({ url, key, webhookSecret })}\n`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`gateway: ${message}\n`);
    process.exit(error instanceof ConfigError ? USED_WRONGLY : 1);
  }
}

void main();
