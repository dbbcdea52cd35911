import { startGateway, type GatewayProcess } from '../gateway/gateway-process.js';

/** A real gateway process, and the settings by which api and worker find it. */
export async function startPaymentGateway(env: Record<string, string> = {}): Promise<GatewayProcess> {
  const gateway = await startGateway(env);
  Object.assign(process.env, paymentSettings(gateway));
  return gateway;
}

export const paymentSettings = ({ url, key, webhookSecret }: GatewayProcess): Record<string, string> => ({
  STRIPE_API_BASE: url,
  STRIPE_API_KEY: key,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
});
