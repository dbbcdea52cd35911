import { PartiesHttpModule } from './parties/http/parties-http.module.js';

/** Every module's doors. */
export const httpModules = [PartiesHttpModule];
