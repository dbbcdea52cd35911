// npm run -s gateway [-- --port N]: the payment gateway alone.
import { marketCommand, program, runProgram } from './lib/command.mjs';

const args = [program('gateway/main.js'), ...process.argv.slice(2)];
await marketCommand((urls) => runProgram(args, { GATEWAY_DATABASE_URL: urls.gateway }), { world: false });
