import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a load generator as a process of its own: `input` on its standard input, its one JSON object back. */
export function load<R>(script: URL, input: unknown): Promise<R> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', fileURLToPath(script)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${script.pathname.split('/').at(-1)} ended with ${code}`));
      resolve(JSON.parse(output) as R);
    });
    child.stdin.end(JSON.stringify(input));
  });
}

/** The input that `load` gave to this process. */
export async function readInput<T>(): Promise<T> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return JSON.parse(text) as T;
}
