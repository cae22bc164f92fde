import { z } from 'zod';

/** Good enough to send a letter to; the letter itself is the proof. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const LONGEST = 254;

/** As stored: in lower case, since no mail system in use tells two accounts apart by capitals. */
export function parseAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= LONGEST && ADDRESS.test(address) && !address.includes('..') ? address : null;
}

export const addressInput = z.unknown().transform((value, context): string => {
  const text = typeof value === 'string' ? value : '';
  const address = parseAddress(text);
  if (address) return address;
  const message =
    text.trim() === '' ? 'Enter an e-mail address' : 'Enter an e-mail address like name@example.ac.uk';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** `cs.example.ac.uk`, `example.ac.uk`, `ac.uk`: an organisation's domain covers those below it. */
export function domainsOf(address: string): string[] {
  const labels = (address.split('@')[1] ?? '').split('.');
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
}
