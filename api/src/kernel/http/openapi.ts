import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The api described from its own schemas; `npm run openapi` writes it to contracts, CI holds it to the code. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('亩衡 Muheng')
    .setDescription('Exchange for land indicators within one region')
    .setVersion('1')
    .build();
  return SwaggerModule.createDocument(app, options);
}

export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'openapi.json' });
}
