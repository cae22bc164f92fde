import { ACTORS, type ActorName, type Role } from './roles';

/**
 * Who a page asks for before anything else. At an open door everybody goes on to the rule; where people have to
 * be signed in, a visitor is sent to sign in and a half signed in person to the second factor; where members are
 * asked for, somebody who is not verified is told so (403). Programs are sent nowhere: without a token they are
 * told to bring one (401).
 */
export type Door = 'open' | 'signed in' | 'members' | 'token' | 'token of a member';

export type Ending = 'opens' | 'denied' | 'hidden';

/** Who is sent on to another address of the same thing. */
export interface Lead {
  who: readonly Role[];
  to: string;
}

/** One state of a thing: whom a page opens to, and what the others get. Read from top to bottom. */
export interface Rule {
  opens?: readonly Role[];
  /** These get nothing from `opens`, whatever else they are. */
  butNot?: readonly Role[];
  leads?: readonly Lead[];
  /** May know of the thing, but this page is not theirs: 403. */
  denied?: readonly Role[];
  others: Ending;
}

export interface Row {
  route: string;
  door: Door;
  /** What the address names; the scene has one of each in each state. */
  of?: string;
  states: Record<string, Rule>;
  /** What the address needs besides its parts. */
  query?: string;
}

export type Params = Record<string, string>;

/** For pages that are the same whatever the state of anything. */
export const always = (rule: Rule): Record<string, Rule> => ({ always: rule });

export const toAll: Rule = { others: 'opens' };
export const toNobody: Rule = { others: 'hidden' };

/** Everybody may know that the page exists; these may open it. */
export const forRoles = (...opens: Role[]): Rule => ({ opens, others: 'denied' });

/** To all but these the page is that of a thing that does not exist. */
export const hiddenBut = (...opens: Role[]): Rule => ({ opens, others: 'hidden' });

/** Some open it, others who may know of the thing are refused, to the rest it does not exist. */
export const among = (known: readonly Role[], rule: Omit<Rule, 'denied' | 'others'>): Rule => ({
  ...rule,
  denied: known,
  others: 'hidden',
});

export const leadsAll = (to: string): Rule => ({
  leads: [{ who: ['visitor', 'half signed in', 'person'], to }],
  others: 'hidden',
});

const any = (roles: readonly Role[], wanted: readonly Role[] | undefined): boolean =>
  wanted?.some((role) => roles.includes(role)) ?? false;

/** The address of a route for these parameters. */
export function fill(route: string, params: Params): string {
  const filled = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route} needs ${name}`);
    return value;
  });
  return filled === '*' ? '/no/such/page' : `/${filled.replace(/^\//, '')}`;
}

export const pathOf = ({ route, query = '' }: Row, params: Params): string => fill(route, params) + query;

/** Where programs ask. */
export const isForPrograms = (route: string): boolean => route.startsWith('api/');

/** What an actor must get, as `outcomeOf` words what they got: a status, or where they are sent. */
export function expectedOf(row: Row, rule: Rule, actor: ActorName, params: Params): string {
  const roles: readonly Role[] = ACTORS[actor];
  const from = encodeURIComponent(pathOf(row, params));
  if (row.door === 'token' || row.door === 'token of a member') {
    if (roles.includes('visitor') || roles.includes('half signed in')) return '401';
    if (row.door === 'token of a member' && !roles.includes('member')) return '403';
  } else if (row.door !== 'open') {
    if (roles.includes('visitor')) return `to /sign-in?from=${from}`;
    if (roles.includes('half signed in')) return `to /sign-in/second-factor?from=${from}`;
    if (row.door === 'members' && !roles.includes('member')) return '403';
  }
  if (any(roles, rule.opens) && !any(roles, rule.butNot)) return '200';
  const lead = rule.leads?.find(({ who }) => any(roles, who));
  if (lead) return `to ${fill(lead.to, params)}`;
  if (any(roles, rule.denied)) return '403';
  return { opens: '200', denied: '403', hidden: '404' }[rule.others];
}
