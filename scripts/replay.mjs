// npm run -s replay -- FILE: plays a scenario on a market of its own, thrown away after.
import { command, program } from './lib/command.mjs';

await command((run) => run([program('replay/main.js'), ...process.argv.slice(2)]));
