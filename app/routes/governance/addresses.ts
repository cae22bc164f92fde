import { route, type RouteConfig } from '@remix-run/route-config';

/** Who does what: groups, responsibilities, capabilities and reorganisations. */
export const governanceAddresses = [
  route('governance', 'routes/governance/overview.tsx'),
  route('governance/groups', 'routes/governance/groups/list.tsx'),
  route('governance/groups/new', 'routes/governance/groups/new.tsx'),
  route('governance/groups/over-time', 'routes/governance/groups/over-time.tsx'),
  route('governance/groups/alike', 'routes/governance/groups/alike.tsx'),
  route('governance/groups/:reference', 'routes/governance/groups/page.tsx'),
  route('governance/groups/:reference/edit', 'routes/governance/groups/edit.tsx'),
  route('governance/groups/:reference/alike/:other', 'routes/governance/groups/two.tsx'),
  route('governance/groups/:reference/members', 'routes/governance/groups/members.tsx'),
  route('governance/groups/:reference/members/:organisation/end', 'routes/governance/groups/end-member.tsx'),
  route('governance/groups/:reference/decisions/new', 'routes/governance/groups/decision.tsx'),
  route('governance/groups/:reference/close', 'routes/governance/groups/close.tsx'),
  route('governance/groups/:reference/merge', 'routes/governance/groups/merge.tsx'),
  route('governance/groups/:reference/reopen', 'routes/governance/groups/reopen.tsx'),
  route('governance/responsibilities', 'routes/governance/responsibilities/matrix.tsx'),
  route('governance/responsibilities/:kind/:subject', 'routes/governance/responsibilities/subject.tsx'),
  route('governance/responsibilities/:kind/:subject/give', 'routes/governance/responsibilities/give.tsx'),
  route(
    'governance/responsibilities/:kind/:subject/:responsibility/end',
    'routes/governance/responsibilities/end.tsx',
  ),
  route('governance/capabilities', 'routes/governance/capabilities/list.tsx'),
  route('governance/capabilities/new', 'routes/governance/capabilities/new.tsx'),
  route('governance/capabilities/:reference', 'routes/governance/capabilities/page.tsx'),
  route('governance/capabilities/:reference/edit', 'routes/governance/capabilities/edit.tsx'),
  route('governance/capabilities/:reference/link', 'routes/governance/capabilities/link.tsx'),
  route('governance/capabilities/:reference/apart/:other', 'routes/governance/capabilities/apart.tsx'),
] satisfies RouteConfig;
