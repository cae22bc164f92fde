import { BlockList, isIP } from 'node:net';

/** Addresses that are not the public internet. Sources: RFC 6890, RFC 4193, RFC 4291, RFC 6052. */
const INSIDE = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  INSIDE.ipv4.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 128],
  ['::1', 128],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.ipv6.addSubnet(address, bits, 'ipv6');

/** Whether a numeric address is loopback, private, link-local or otherwise not out in the internet. */
export function isInside(address: string): boolean {
  const version = isIP(address);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return version === 0 || INSIDE[family].check(address, family);
}

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A server beside this one, which only the operator's own settings can name. */
export const isLoopback = (address: URL): boolean => LOOPBACK.test(address.hostname);

/** What a setting may name: a host out there over https, or one on this machine. */
export function isOutsideBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const address = new URL(text);
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '')
    return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}
