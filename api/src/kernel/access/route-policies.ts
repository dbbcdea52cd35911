import { Injectable, type OnApplicationBootstrap, type RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type AccessPolicy, LEAN, type LeanSchemas } from './access.decorator.js';

const httpMethod = 'method';
const httpPath = 'path';

export interface RoutePolicy {
  controller: string;
  handler: string;
  policy: AccessPolicy | undefined;
  instance: object;
  method: RequestMethod;
  /** As Fastify knows it: `/api/v1/listings/:id`. */
  path: string;
  lean: LeanSchemas | undefined;
}

/** Every route with its policy. A route without one keeps the process from starting (architecture §12). */
@Injectable()
export class RoutePolicies implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const bare = this.list().filter((route) => route.policy === undefined);
    if (bare.length > 0) {
      const names = bare.map((route) => `${route.controller}.${route.handler}`).join(', ');
      throw new Error(`Routes without an access policy: ${names}. Add @Access(…) to each.`);
    }
  }

  list(): RoutePolicy[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const controller: object = Object(instance);
      const prototype: unknown = Object.getPrototypeOf(controller);
      if (typeof prototype !== 'object' || prototype === null) return [];
      const base = String(Reflect.getMetadata(httpPath, controller.constructor) ?? '');
      return this.scanner.getAllMethodNames(prototype).flatMap((handler) => {
        const method: unknown = Reflect.get(prototype, handler);
        if (typeof method !== 'function') return [];
        if (!Reflect.hasMetadata(httpMethod, method) || !Reflect.hasMetadata(httpPath, method)) return [];
        const path = `/${base}/${String(Reflect.getMetadata(httpPath, method))}`;
        return [
          {
            controller: String(name),
            handler,
            policy: Reflect.getMetadata(ACCESS, method) as AccessPolicy | undefined,
            instance: controller,
            method: Reflect.getMetadata(httpMethod, method) as RequestMethod,
            path: path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
            lean: Reflect.getMetadata(LEAN, method) as LeanSchemas | undefined,
          },
        ];
      });
    });
  }
}
