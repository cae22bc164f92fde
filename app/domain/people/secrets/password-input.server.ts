import { z } from 'zod';
import { faultOfPassword } from '~/platform/passwords.server';

/** A new password, kept to the character as typed. */
export const newPasswordInput = z.unknown().transform((value, context): string => {
  const password = typeof value === 'string' ? value : '';
  const fault = password === '' ? 'Enter a password' : faultOfPassword(password);
  if (fault === null) return password;
  context.addIssue({ code: 'custom', message: fault });
  return z.NEVER;
});

/** A password that is only compared. */
export const passwordInput = z.unknown().transform((value, context): string => {
  if (typeof value === 'string' && value !== '' && value.length <= 1000) return value;
  context.addIssue({ code: 'custom', message: 'Enter your password' });
  return z.NEVER;
});
