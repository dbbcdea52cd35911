import type { StandardSchemaV1 } from '@standard-schema/spec';
import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** The one schema of an answer: documents it, and serialises by allow-list, so no undeclared field gets out. */
export const Responds = (schema: StandardSchemaV1, status = 200) =>
  applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, description: 'Done', standardSchema: schema }),
  );
