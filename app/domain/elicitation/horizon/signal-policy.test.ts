import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import type { Verdict } from '../../policy';
import {
  mayAddSignal,
  mayKeepSignal,
  mayPublishSignal,
  mayReadHorizon,
  maySeeSignal,
  type SignalStanding,
} from './signal-policy';

const CAST: Record<string, Actor> = {
  visitor: nobody,
  member: someone(inTeam('team', 'author')),
  owner: someone({ id: 'owner', expert: true }),
  writer: someone({ id: 'writer', expert: true }),
  'writer, unverified since': someone({ id: 'writer', expert: true, verified: false }),
  'writer, now a committee reader': someone({ id: 'writer', roles: ['committeeReader'] }),
  auditor: someone({ roles: ['auditor'] }),
  'committee reader': someone({ roles: ['committeeReader'] }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  'coordinator who wrote it': someone({ id: 'writer', roles: ['coordinator'] }),
  'coordinator before the second factor': someone({ roles: ['coordinator'], secondFactorPassed: false }),
};
type Policy = (actor: Actor, signal: SignalStanding) => Verdict;
const draft: SignalStanding = { ownerId: 'owner', createdById: 'writer', published: false };
const published: SignalStanding = { ...draft, published: true };
const answers = (policy: Policy, signal: SignalStanding) => {
  const by: Record<Verdict['kind'], string[]> = { allow: [], deny: [], hide: [] };
  for (const [name, actor] of Object.entries(CAST)) by[policy(actor, signal).kind].push(name);
  return by;
};
const OUTSIDE = ['visitor', 'writer, unverified since', 'coordinator before the second factor'];

test('the register is read by the network and the auditor, and added to by the network', () => {
  expect(answers(mayReadHorizon, published).deny).toEqual([
    'visitor',
    'writer, unverified since',
    'writer, now a committee reader',
    'committee reader',
    'coordinator before the second factor',
  ]);
  expect(answers(mayAddSignal, published).allow).toEqual([
    'member',
    'owner',
    'writer',
    'coordinator',
    'coordinator who wrote it',
  ]);
});

describe('a draft', () => {
  test('is between those who keep it and the coordinators; nobody else is told that it exists', () => {
    expect(answers(maySeeSignal, draft)).toEqual({
      allow: [
        ...['owner', 'writer', 'writer, now a committee reader'],
        ...['coordinator', 'coordinator who wrote it'],
      ],
      deny: [],
      hide: [
        ...['visitor', 'member', 'writer, unverified since', 'auditor', 'committee reader'],
        'coordinator before the second factor',
      ],
    });
    const hidden = answers(maySeeSignal, draft).hide;
    expect(answers(mayKeepSignal, draft).hide).toEqual(hidden);
    expect(answers(mayPublishSignal, draft).hide).toEqual(hidden);
  });

  test('is written by them, as long as they take part', () => {
    expect(answers(mayKeepSignal, draft)).toMatchObject({
      allow: ['owner', 'writer', 'coordinator', 'coordinator who wrote it'],
      deny: ['writer, now a committee reader'],
    });
  });

  test('is published by a coordinator who did not write it, and others hear why not', () => {
    expect(answers(mayPublishSignal, draft).allow).toEqual(['coordinator']);
    const refused = (name: string) => mayPublishSignal(CAST[name] ?? nobody, draft);
    expect(refused('coordinator who wrote it')).toMatchObject({
      why: expect.stringContaining('Another coordinator') as string,
    });
    expect(refused('owner')).toMatchObject({ why: 'Only a coordinator can publish a signal.' });
  });
});

describe('a published signal', () => {
  test('is hidden from those outside, whoever wrote it', () => {
    expect(answers(maySeeSignal, published)).toEqual({
      allow: ['member', 'owner', 'writer', 'auditor', 'coordinator', 'coordinator who wrote it'],
      deny: [],
      hide: [
        ...['visitor', 'writer, unverified since', 'writer, now a committee reader', 'committee reader'],
        'coordinator before the second factor',
      ],
    });
  });

  test('is judged on by its owner, its writer and coordinators; readers are refused in the open', () => {
    expect(answers(mayKeepSignal, published)).toMatchObject({
      allow: ['owner', 'writer', 'coordinator', 'coordinator who wrote it'],
      deny: ['member', 'auditor'],
    });
    expect(answers(mayKeepSignal, published).hide).toEqual(expect.arrayContaining(OUTSIDE));
  });
});
