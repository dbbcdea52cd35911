import { type INestApplication, RequestMethod } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { RoutePolicies } from '../access/route-policies.js';

/** The api described from its own schemas; `npm run openapi` writes it to contracts, CI holds it to the code. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('亩衡 Muheng')
    .setDescription('Exchange for land indicators within one region')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, options);
  for (const { path, method, policy } of app.get(RoutePolicies).list()) {
    const item: unknown = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')];
    const operation: unknown = Reflect.get(Object(item), RequestMethod[method].toLowerCase());
    // Who may call it: the same table that the guard reads.
    if (operation) Object.assign(operation, { 'x-access': policy });
  }
  return document;
}

export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'openapi.json' });
}
