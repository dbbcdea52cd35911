// npm run -s verify-chain [-- --json]: the whole audit log, hashed again and held against the regulator's checkpoints.
import { marketCommand, program, runProgram } from './lib/command.mjs';
import { checkpointDir } from './lib/parts.mjs';

const folder = checkpointDir();
await marketCommand((urls) =>
  runProgram([program('src/cli/verify-chain.js'), ...process.argv.slice(2)], {
    DATABASE_URL: urls.reconciler,
    ...(folder === undefined ? {} : { CHECKPOINT_DIR: folder }),
  }),
);
