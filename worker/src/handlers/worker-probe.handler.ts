import { handler } from './handler.js';

/** Nothing to do: that it was done is the proof. */
export const workerProbe = handler('worker.probe', () => () => Promise.resolve());
