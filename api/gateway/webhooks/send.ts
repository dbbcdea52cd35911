import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const TIMEOUT_MS = 10_000;
const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
};

/** What came of one attempt: the receiver's status, or why there was none. */
export type Attempt = { readonly status: number } | { readonly failure: string };

interface Webhook {
  readonly url: string;
  readonly body: string;
  readonly signature: string;
}

function post(webhook: Webhook, mayRepeat: boolean): Promise<Attempt> {
  const url = new URL(webhook.url);
  const secure = url.protocol === 'https:';
  const options = {
    method: 'POST',
    agent: secure ? agents['https:'] : agents['http:'],
    timeout: TIMEOUT_MS,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(webhook.body),
      'stripe-signature': webhook.signature,
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks; muheng test gateway)',
      accept: '*/*',
    },
  };
  return new Promise((resolve) => {
    const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode ?? 0 }));
      response.once('error', (error) => resolve({ failure: error.message }));
    });
    request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    request.once('error', (error) => {
      // A kept-alive connection that the receiver had just closed says nothing about the receiver.
      if (mayRepeat && request.reusedSocket) resolve(post(webhook, false));
      else resolve({ failure: error.message });
    });
    request.end(webhook.body);
  });
}

/** Sends one webhook once. Redirects are not followed; anything but 2xx is a failure to its caller. */
export function send(webhook: Webhook): Promise<Attempt> {
  return post(webhook, true);
}

/** Lets go of connections that wait for another webhook. */
export function closeConnections(): void {
  for (const agent of Object.values(agents)) agent.destroy();
}
