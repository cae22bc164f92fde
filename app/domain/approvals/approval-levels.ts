import { hasRole, hasTeamRole, type Actor } from '../actor';
import { parseAddress } from '../people/email-address';
import { allowIf, type Verdict } from '../policy';
import { refuse, type Refusal } from '../refusal';
import { APPROVER_ROLES, type ApproverRole } from './approval';

export interface LevelsOwner {
  kind: 'team' | 'organisation';
  id: string;
  reference: string;
  name: string;
}

const KEEPERS = 'Only a coordinator or an administrator sets the levels of an organisation.';

/** Setting the levels, and putting other people in: of a team those who lead it, of an organisation its keepers. */
export function maySetLevels(actor: Actor, { kind, id }: LevelsOwner): Verdict {
  const keeps = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  if (kind === 'organisation') return allowIf(keeps, KEEPERS);
  return allowIf(
    keeps || hasTeamRole(actor, id, 'seniorResponsibleOwner'),
    'Only the team’s senior responsible owner, a coordinator or an administrator sets its levels.',
  );
}

/** As the form has it: an empty amount is no level. */
export interface WantedLevel {
  fromAmount?: number | undefined;
  role: ApproverRole | '';
  people: string;
}

export interface PlannedLevel {
  number: number;
  fromAmount: number;
  role: ApproverRole | null;
  personIds: string[];
}

export const addressesIn = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((word) => word !== '')),
];

const at = (index: number, field: string, name: string, message: string): Refusal =>
  refuse(name, message, { fields: { [`levels[${index}].${field}`]: message } });

/** The levels of a form, in order of value; or why they cannot be set. */
export function plannedLevels(
  wanted: WantedLevel[],
  personByAddress: ReadonlyMap<string, string>,
): PlannedLevel[] | Refusal {
  const planned: PlannedLevel[] = [];
  for (const [index, { fromAmount, role, people }] of wanted.entries()) {
    const addresses = addressesIn(people);
    if (fromAmount === undefined) {
      if (role === '' && addresses.length === 0) continue;
      return at(index, 'fromAmount', 'AmountIsMissing', 'Enter the amount from which it is asked for');
    }
    if (index > planned.length)
      return at(index, 'fromAmount', 'LevelIsSkipped', 'Fill in the level before this one first');
    const before = planned.at(-1);
    if (before && fromAmount < before.fromAmount)
      return at(index, 'fromAmount', 'LevelsAreOutOfOrder', 'A later level cannot start at a lower amount');
    const unknown = addresses.find((address) => !personByAddress.has(parseAddress(address) ?? ''));
    if (unknown)
      return at(index, 'people', 'ApproverIsUnknown', `No verified member uses the address ${unknown}`);
    if (role === '' && addresses.length === 0)
      return at(index, 'people', 'LevelHasNobody', 'Choose a role or name somebody who approves');
    const ids = addresses.map((address) => personByAddress.get(parseAddress(address) ?? '') ?? '');
    planned.push({
      number: planned.length + 1,
      fromAmount,
      role: role || null,
      personIds: [...new Set(ids)],
    });
  }
  return planned;
}

export const isApproverRole = (text: string): text is ApproverRole => text in APPROVER_ROLES;
