/** A mistake in who may do what, planted in the text of the built product. */
export interface Fault {
  name: string;
  /** Found exactly once in the build, or the suite fails: a fault that is not planted proves nothing. */
  find: RegExp;
  replace: string;
  /** The addresses at which it has to be noticed. */
  routes: string[];
}

export const FAULTS: Fault[] = [
  {
    name: 'an observer may open bids',
    find: /(function ownCapacities\(actor, \w+\) \{\s*if \([^\n]*\) return \[\];\s*const capacities = \[\];)/,
    replace:
      '$1 if (actor.teams.some(({ roles }) => roles.includes("observer"))) capacities.push("moderator");',
    routes: ['questions/:reference/opening'],
  },
  {
    name: 'the audit page is open to coordinators',
    find: /(const mayReadTrail = \(actor\) => allowIf\(\s*)hasRole/,
    replace: '$1hasRole(actor, "coordinator") || hasRole',
    routes: ['audit'],
  },
  {
    name: 'drafts are shown to the network',
    find: /(if \(!isMember\(actor\)\) return released;\s*const published\d* = )\{ publishedAt: \{ not: null \} \}/,
    replace: '$1{}',
    routes: ['questions/:reference/draft'],
  },
  {
    name: 'unverified people are taken for members',
    find: /(const isMember = \(actor\) => actor\.kind === "person") && actor\.verified/,
    replace: '$1',
    routes: ['questions/:reference', 'experts'],
  },
  {
    name: 'whoever knows a question may approve it',
    find: /(const mayApprove = \(actor, \w+\) => )(?=ifKnown)/,
    replace: '$1isMember(actor) ? allow : ',
    routes: ['questions/:reference/approval'],
  },
  {
    name: 'experts read the bids of others',
    find: /(const mayRead = \(actor, \w+\) => )(?=placeIn)/,
    replace: '$1isMember(actor) && actor.expert || ',
    routes: ['bids/:reference'],
  },
  {
    name: 'a confirmed conflict is no wall',
    find: /(const isWalledFromQuestion = \(actor, questionId\) => )(?=isPerson)/,
    replace: '$1false && ',
    routes: ['questions/:reference/evaluation'],
  },
  {
    name: 'the whole asking team reads the bids',
    find: /(const mayReadBids = [^\n]*\n\s*if \(!isMember\(actor\)) \|\| !panelRole\([^\n]*\)\)\n/,
    replace: '$1)\n',
    routes: ['bids/:reference/scores', 'questions/:reference/moderation'],
  },
  {
    name: 'the auditor sees an evaluation before its decision',
    find: /(return hasRole\(actor, "auditor"\)) && \w+\.decidedAt !== null;/,
    replace: '$1;',
    routes: ['questions/:reference/evaluation'],
  },
  {
    name: 'an award shows before its notice',
    find: /(const noticeIsOut = \(\{ noticeAt, withdrawnAt \}\) => )noticeAt !== null && /,
    replace: '$1',
    routes: ['awards/:reference'],
  },
  {
    name: 'anybody releases findings to the public',
    find: /(const isCurated = [^\n]*\n\s*)if \(!isCoordinator[$\d]*\(actor\)\) return deny\(why\d*\);/,
    replace: '$1',
    routes: ['findings/:reference/release'],
  },
  {
    name: 'what waits for review is shown to the network',
    find: /if \(hasRole\(actor, "coordinator"\)\)(\s*ways\.push\(\s*sql`EXISTS \(SELECT FROM finding_version)/,
    replace: 'if (isMember(actor))$1',
    routes: ['findings/:reference'],
  },
  {
    name: 'the team reads advice before its author sends it',
    find: /return answer\d*\.submittedAt && (?=ownsQuestion)/,
    replace: 'return ',
    routes: ['advice-answers/:reference'],
  },
  {
    name: 'coordinators administer people',
    find: /(const mayAdministerPeople = \(actor\) => allowIf\()(?=hasRole)/,
    replace: '$1hasRole(actor, "coordinator") || ',
    routes: ['administration/people'],
  },
];

/** The text with the fault in it; null where its place is not found, or not only once. */
export function plant(text: string, { find, replace }: Pick<Fault, 'find' | 'replace'>): string | null {
  const places = text.match(new RegExp(find.source, `${find.flags}g`))?.length ?? 0;
  return places === 1 ? text.replace(find, replace) : null;
}
