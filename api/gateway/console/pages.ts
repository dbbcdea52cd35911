import type { FastifyInstance } from 'fastify';
import type { Gateway } from '../gateway.js';

export function registerPages(_server: FastifyInstance, _gateway: Gateway): void {}
