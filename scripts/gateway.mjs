// npm run -s gateway [-- --port N]: the payment gateway alone.
import { marketCommand, program, runProgram } from './lib/command.mjs';

await marketCommand((urls) =>
  runProgram([program('gateway/main.js'), ...process.argv.slice(2)], { DATABASE_URL: urls.gateway }),
);
