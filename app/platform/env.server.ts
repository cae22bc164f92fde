import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isOutsideBase } from './outside/outside-addresses';

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z.enum(['0', '1', 'false', 'true']).transform((value) => value === '1' || value === 'true');

const outside = z.string().refine(isOutsideBase, 'must be an https:// address').optional();

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
    SOUNDINGS_DATA: z.string().default('.data'),
    SOUNDINGS_DATABASE_PORT: port.optional(),
    SOUNDINGS_KEY_FILE: z.string().optional(),
    SOUNDINGS_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
    SOUNDINGS_DEMONSTRATION: flag.default(false),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
    MAIL_FROM: z.string().default('Soundings <soundings@localhost>'),
    ORCID_ISSUER: outside,
    ORCID_API_URL: outside,
    ORCID_CLIENT_ID: z.string().max(100).optional(),
    ORCID_CLIENT_SECRET: z.string().max(200).optional(),
    OCID_PREFIX: z
      .string()
      .regex(/^ocds-[a-z0-9]{6}$/, 'must be ocds- and six letters or digits')
      .default('ocds-000000'),
    CROSSREF_URL: outside,
    DATACITE_URL: outside,
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .transform((values) => {
    const data = resolve(values.SOUNDINGS_DATA);
    return {
      ...values,
      SOUNDINGS_DATA: data,
      SOUNDINGS_KEY_FILE: resolve(values.SOUNDINGS_KEY_FILE ?? join(data, 'keys', 'installation.json')),
      SOUNDINGS_BASE_URL: trimmed(values.SOUNDINGS_BASE_URL ?? httpAddress(values.HOST, values.PORT)),
    };
  });

export type Environment = z.output<typeof schema>;

export class EnvironmentIsInvalid extends Error {}

/** An empty variable counts as not set: that is how shells and compose files switch one off. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentIsInvalid(`These environment variables are wrong:\n${faults.join('\n')}`);
}

export function httpAddress(host: string, portNumber: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${portNumber}`;
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}

export const env = readEnvironment(process.env);
