import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import type { Verdict } from '../../policy';
import {
  mayAddDataset,
  mayConfirmDataset,
  mayKeepDataset,
  mayReadDatasets,
  maySeeDataset,
  type DatasetStanding,
} from './dataset-policy';

const coordinator = (id: string) => someone({ id, roles: ['coordinator'] });
const CAST: Record<string, Actor> = {
  visitor: nobody,
  member: someone(inTeam('team', 'author')),
  expert: someone({ expert: true }),
  owner: someone({ id: 'owner', expert: true }),
  creator: someone({ id: 'creator', expert: true }),
  'owner, unverified since': someone({ id: 'owner', expert: true, verified: false }),
  'owner before the second factor': someone({ id: 'owner', expert: true, secondFactorPassed: false }),
  'owner, now an auditor': someone({ id: 'owner', roles: ['auditor'] }),
  auditor: someone({ roles: ['auditor'] }),
  'committee reader': someone({ roles: ['committeeReader'] }),
  coordinator: coordinator('coordinator'),
  'coordinator who entered it': coordinator('creator'),
  'coordinator who owns it': coordinator('owner'),
};
const COORDINATORS = ['coordinator', 'coordinator who entered it', 'coordinator who owns it'];
const waiting: DatasetStanding = { ownerId: 'owner', createdById: 'creator', confirmed: false };
const confirmed: DatasetStanding = { ...waiting, confirmed: true };

const those = (policy: (actor: Actor) => Verdict, kind: Verdict['kind'] = 'allow') =>
  Object.keys(CAST).filter((name) => policy(CAST[name] ?? nobody).kind === kind);

describe('the register', () => {
  test('is read by the network and the auditor, and told to nobody else', () => {
    expect(those(mayReadDatasets, 'deny')).toEqual([
      'visitor',
      'owner, unverified since',
      'owner before the second factor',
      'committee reader',
    ]);
    expect(those(mayReadDatasets, 'hide')).toEqual([]);
  });

  test('is added to by the network alone: an auditor only reads', () => {
    expect(those(mayAddDataset)).toEqual(['member', 'expert', 'owner', 'creator', ...COORDINATORS]);
  });
});

describe('a dataset that waits to be confirmed', () => {
  test('is known to whoever entered it, its owner and the coordinators', () => {
    const known = ['owner', 'creator', 'owner, now an auditor', ...COORDINATORS];
    expect(those((actor) => maySeeDataset(actor, waiting))).toEqual(known);
    expect(those((actor) => maySeeDataset(actor, waiting), 'deny')).toEqual([]);
  });

  test('is changed by them, unless they only read', () => {
    expect(those((actor) => mayKeepDataset(actor, waiting))).toEqual(['owner', 'creator', ...COORDINATORS]);
    expect(those((actor) => mayKeepDataset(actor, waiting), 'deny')).toEqual(['owner, now an auditor']);
  });

  test('is confirmed by a coordinator who did not enter it', () => {
    expect(those((actor) => mayConfirmDataset(actor, waiting))).toEqual([
      'coordinator',
      'coordinator who owns it',
    ]);
    expect(mayConfirmDataset(coordinator('creator'), waiting)).toEqual({
      kind: 'deny',
      why: 'Another coordinator has to confirm what you entered yourself.',
    });
  });

  test.each([
    ['seen', maySeeDataset],
    ['changed', mayKeepDataset],
    ['confirmed', mayConfirmDataset],
  ])('is not even named to others when it would be %s', (_what, policy) => {
    const hidden = those((actor) => policy(actor, waiting), 'hide');
    expect(hidden).toEqual([
      'visitor',
      'member',
      'expert',
      'owner, unverified since',
      'owner before the second factor',
      'auditor',
      'committee reader',
    ]);
  });
});

describe('a confirmed dataset', () => {
  test('is seen by whoever reads the register, and by no one else', () => {
    expect(those((actor) => maySeeDataset(actor, confirmed))).toEqual(those(mayReadDatasets));
  });

  test('is kept by the same people as before', () => {
    expect(those((actor) => mayKeepDataset(actor, confirmed))).toEqual(
      those((actor) => mayKeepDataset(actor, waiting)),
    );
    expect(those((actor) => mayKeepDataset(actor, confirmed), 'deny')).toEqual([
      'member',
      'expert',
      'owner, now an auditor',
      'auditor',
    ]);
  });
});
