import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Addresses that lead back into a house: nobody may have the market call there. */
const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inner.addSubnet(net, bits, 'ipv6');

/** Whether a webhook may be sent there: https to a public address; in a demo or practice market also to this machine. */
export async function mayCall(url: string, live: boolean): Promise<boolean> {
  const { protocol, hostname, username } = new URL(url);
  if (username !== '') return false;
  if (!live) return true;
  if (protocol !== 'https:') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  return (
    found.length > 0 &&
    found.every(({ address }) => !inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  );
}
