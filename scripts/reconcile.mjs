// npm run -s reconcile [-- --json]: every identity of the market, checked against its database.
import { marketCommand, program, runProgram } from './lib/command.mjs';

await marketCommand((urls) =>
  runProgram([program('src/cli/reconcile.js'), ...process.argv.slice(2)], { DATABASE_URL: urls.reconciler }),
);
