// npm run -s import -- FILE [--json]: origin projects from a csv or xlsx file.
import { marketCommand, program, runProgram } from './lib/command.mjs';

await marketCommand((urls) =>
  runProgram([program('src/cli/import.js'), ...process.argv.slice(2)], { DATABASE_URL: urls.api }),
);
