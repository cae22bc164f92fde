import { z } from 'zod';

/** Six digits, however spaced, or a recovery code. */
export const codeInput = z.unknown().transform((value, context): string => {
  const code = typeof value === 'string' ? value.toLowerCase().replaceAll(/[\s-]/g, '') : '';
  if (/^(\d{6}|[a-z0-9]{10})$/.test(code)) return code;
  const message = code === '' ? 'Enter a code' : 'Enter the six digits of your app, or a recovery code';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
