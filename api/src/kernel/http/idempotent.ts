import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** Documents the two headers of every command: the key that makes it happen once, and the session's CSRF token. */
export const Idempotent = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'UUID made by the caller before sending',
    }),
    ApiHeader({ name: 'X-CSRF-Token', required: true, description: 'Token of the session, from sign-in' }),
  );
