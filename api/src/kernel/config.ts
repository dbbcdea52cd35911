import { policyPacks } from '@muheng/contracts/common/policy';
import { z } from 'zod';

const flag = z.enum(['on', 'off']);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** live: a real market. demo: one-click personas. practice: demo plus a settable market clock. */
  MUHENG_MODE: z.enum(['live', 'demo', 'practice']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(16),
  REDIS_URL: z.string().optional(),
  WEB_ROOT: z.string().optional(),
  /** Where people reach the market; printed in QR codes. */
  PUBLIC_URL: z.string().default('http://127.0.0.1:8080'),
  STRIPE_API_BASE: z.string().optional(),
  STRIPE_API_KEY: z.string().default('sk_test_unset'),
  STRIPE_WEBHOOK_SECRET: z.string().default('whsec_unset'),
  /** The mail server, such as smtps://user:password@mail.example.org; without it no mail is sent, and people are told so. */
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+)?$/)
    .optional()
    .transform((url) => url || undefined),
  /** Whom mails come from; else noreply at the host of PUBLIC_URL. */
  MAIL_FROM: z
    .string()
    .optional()
    .transform((from) => from || undefined),
  TRUSTED_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Chains a new audit log; one that has begun keeps its own. */
  AUDIT_HASH: z.enum(['SHA-256', 'SM3']).default('SHA-256'),
  /** The key that signs checkpoints of the audit log (Ed25519, PKCS #8 PEM); made when it is not there. */
  CHECKPOINT_KEY_FILE: z.string().optional(),
  /** A folder of the regulator's into which the operator can only add: signed checkpoints go there. */
  CHECKPOINT_DIR: z.string().optional(),
  /** Of the thread that makes PDFs, as `nice` counts: what people wait for comes first on a busy machine. */
  PRINT_NICENESS: z.coerce.number().int().min(0).max(19).default(10),
  POLICY_PACK: z.enum(policyPacks).default('ningxia'),
  RATE_LIMIT: flag.default('on'),
});

export type Config = z.infer<typeof schema>;
export const CONFIG = Symbol('Config');

/** Reads the environment once at boot. Throws with every fault named, so that a wrong setting never half-starts. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`Configuration: ${z.prettifyError(parsed.error)}`);
  const config = parsed.data;
  if (config.NODE_ENV === 'production' && config.MUHENG_MODE !== 'live') {
    throw new Error('Configuration: a demo or practice market refuses NODE_ENV=production.');
  }
  return config;
}
