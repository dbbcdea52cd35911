import { config } from 'zod';

/** For pages: zod would compile schemas by `new Function`, which a content security policy forbids and reports. */
export function validateWithoutEval(): void {
  config({ jitless: true });
}
