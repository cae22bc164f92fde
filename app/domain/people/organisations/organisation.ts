import { z } from 'zod';

export const ORGANISATION_KINDS = {
  'central-government-department': 'Central government department',
  'law-enforcement-agency': 'Law enforcement agency',
  'police-force': 'Police force',
  'regional-unit': 'Regional organised crime unit',
  'police-and-crime-commissioner': 'Police and crime commissioner',
  prosecution: 'Prosecution',
  'prison-and-probation': 'Prison and probation',
  'regulator-or-supervisor': 'Regulator or supervisor',
  'inspectorate-or-audit': 'Inspectorate or audit',
  university: 'University',
  'research-institute-or-think-tank': 'Research institute or think tank',
  'research-funder': 'Research funder',
  'charity-or-victim-service': 'Charity or victim service',
  'private-sector': 'Private sector',
  'overseas-law-enforcement': 'Overseas law enforcement',
} as const;

export type OrganisationKind = keyof typeof ORGANISATION_KINDS;
export const ORGANISATION_KIND_NAMES = Object.keys(ORGANISATION_KINDS) as [
  OrganisationKind,
  ...OrganisationKind[],
];

export const showKind = (kind: string): string =>
  (ORGANISATION_KINDS as Record<string, string>)[kind] ?? kind;

export const LEVELS = ['local', 'regional', 'national', 'border', 'international', 'online'] as const;

/** What is unknown is said, never left blank. */
export const NOT_KNOWN = 'not known';

export const showLevel = (level: string | null): string =>
  level ? level.charAt(0).toUpperCase() + level.slice(1) : NOT_KNOWN;

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,63}$/;
/** Everybody's mail, and suffixes that many organisations share: proof of none of them. */
const SHARED = new Set(
  [
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'yahoo.com',
    'icloud.com',
    'proton.me',
  ].concat(['ac.uk', 'gov.uk', 'police.uk', 'org.uk', 'co.uk', 'nhs.uk', 'mod.uk', 'co.com']),
);

/** E-mail domains, separated by spaces, commas or lines, as stored: in lower case, each once. */
export const domainsInput = z
  .unknown()
  .optional()
  .transform((value, context): string[] => {
    const text = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
    const domains = [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ].map((each) => each.replace(/^@/, ''));
    const wrong = domains.find((domain) => !DOMAIN.test(domain) || SHARED.has(domain));
    if (wrong === undefined && domains.length <= 20) return domains;
    const message =
      wrong === undefined
        ? 'Enter 20 domains or fewer'
        : SHARED.has(wrong)
          ? `${wrong} is used by many organisations, so it proves none`
          : 'Enter domains like example.ac.uk';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
