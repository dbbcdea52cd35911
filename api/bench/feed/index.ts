import pg from 'pg';
import { type Bench, take } from '../frame/bench.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { percentile, round } from '../frame/statistics.js';

const writers = 20;
const steadyMs = 15_000;
const restartMs = 15_000;
const pollMs = 20;

const none = { changes: null, p50Ms: null, p99Ms: null, maxMs: null };
export const figures = { steady: none, throughRestart: none };
