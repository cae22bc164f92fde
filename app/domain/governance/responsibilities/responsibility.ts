export const ROLES = {
  accountable: 'Accountable',
  responsible: 'Responsible',
  consulted: 'Consulted',
  informed: 'Informed',
} as const;
export type Role = keyof typeof ROLES;
export const roles = Object.keys(ROLES) as [Role, ...Role[]];

export const ROLE_HINTS: Record<Role, string> = {
  accountable: 'Answers for it; one at a time',
  responsible: 'Does it',
  consulted: 'Is asked before',
  informed: 'Is told after',
};

/** What somebody can be responsible for, by its name in addresses. */
export const SUBJECTS = {
  threatArea: 'Threat areas and enablers',
  priority: 'Priorities in force',
  question: 'Questions that run',
  objective: 'Items of frameworks in force',
  action: 'Decisions of groups',
} as const;
export type SubjectKind = keyof typeof SUBJECTS;
export const subjectKinds = Object.keys(SUBJECTS) as [SubjectKind, ...SubjectKind[]];

/** The subject in the column of its kind. */
export const subjectIds = (kind: SubjectKind, id: string) => ({
  termId: kind === 'threatArea' ? id : null,
  priorityId: kind === 'priority' ? id : null,
  questionId: kind === 'question' ? id : null,
  itemId: kind === 'objective' ? id : null,
  decisionId: kind === 'action' ? id : null,
});

export interface Holding {
  role: Role;
  level: string | null;
  name: string;
}

export interface Flaw {
  kind: 'gap' | 'clash';
  words: string;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What is wrong with who does what about one thing: nobody answers for it, or several do it at one level. */
export function flawsOf(holdings: readonly Holding[]): Flaw[] {
  const gap: Flaw[] = holdings.some(({ role }) => role === 'accountable')
    ? []
    : [{ kind: 'gap', words: 'Nobody is accountable' }];
  const byLevel = new Map<string, string[]>();
  for (const { role, level, name } of holdings)
    if (role === 'responsible') byLevel.set(level ?? '', [...(byLevel.get(level ?? '') ?? []), name]);
  const clashes = [...byLevel]
    .filter(([, names]) => names.length > 1)
    .map(([level, names]): Flaw => ({
      kind: 'clash',
      words: `${listed(names)} are all responsible${level ? ` at ${level} level` : ', and no level tells them apart'}`,
    }));
  return [...gap, ...clashes];
}
