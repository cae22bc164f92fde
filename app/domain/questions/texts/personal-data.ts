/** Signs of personal data that free text must not hold; each with the words for it. */
const SIGNS: { kind: string; pattern: RegExp }[] = [
  { kind: 'a National Insurance number', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i },
  { kind: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/ },
  { kind: 'a phone number', pattern: /(?<![\d.,£])(?:\+44 ?\(?0?\)?|\(?0)[1-37](?:[ )-]*\d){8,9}(?!\d)/ },
  {
    kind: 'a date of birth',
    pattern:
      /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^.\n]{0,20}?\d{1,4}[ /.-]+(?:\d{1,2}|[a-z]{3,9})[ /.-]+\d{2,4}/i,
  },
  { kind: 'a vehicle registration', pattern: /\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/ },
  { kind: 'a payment card number', pattern: /\b(?:\d{4}[ -]){3}\d{4}\b/ },
  { kind: 'a passport number', pattern: /\bpassport\b[^.\n]{0,20}?\b\d{9}\b/i },
];

/** What obvious personal data a text seems to hold. It finds forms, not people: a name is never noticed. */
export const personalDataIn = (text: string): string[] =>
  SIGNS.filter(({ pattern }) => pattern.test(text)).map(({ kind }) => kind);

/** A warning beside each field that seems to hold personal data; empty when none does. */
export function personalDataWarnings(values: Record<string, unknown>): Record<string, string> {
  const warnings: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    const found = typeof value === 'string' ? personalDataIn(value) : [];
    if (found.length > 0)
      warnings[field] =
        `${PERSONAL_DATA_SIGN} ${found.join(' and ')}. Take it out, or confirm below that it is not about a person.`;
  }
  return warnings;
}

/** How every such warning starts; pages offer the confirmation where they find it. */
export const PERSONAL_DATA_SIGN = 'This looks as if it holds';

export const PERSONAL_DATA_NOTE =
  'No operational data, no victims’ data, no intelligence on people or groups, and no personal data.';
