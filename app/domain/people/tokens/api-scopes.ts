/** What a token may be used for. Whatever it names, its holder's own rights are the most that it gives. */
export const API_SCOPES = {
  'read:findings': 'Read findings, their ratings and citations',
  'read:questions': 'Read questions and drafts of your teams',
  'read:experts': 'Read profiles of experts',
  'read:organisations': 'Read organisations and their teams',
  'read:strategy': 'Read terms and priorities',
  'write:findings': 'Share research: start, change and submit drafts',
  'write:ratings': 'Rate findings in your name',
  'write:questions': 'Start and change drafts of questions',
  'write:comments': 'Take part in discussions in your name',
  'write:terms': 'Propose terms',
} as const;

export type ApiScope = keyof typeof API_SCOPES;
export const apiScopes = Object.keys(API_SCOPES) as [ApiScope, ...ApiScope[]];
