import { describe, expect, test } from 'vitest';
import { LETTER_STATES, LETTER_STEPS } from '../agreement/agreement-letter';
import { CHANGE_STATES, changeSteps } from '../changes/change-request';
import { CLAIM_STATES, CLAIM_STEPS } from '../claims/payment-claim';
import { REPORT_STATES, REPORT_STEPS } from '../monitoring/monitoring-report';
import { OBLIGATION_STATES, OBLIGATION_STEPS } from '../obligations/obligation';
import { PART_NAMES, type Part } from './part';
import { stepName } from './step-names';
import { stepsFor, SUBJECTS, type Step, type Steps, type Subject } from './step';

const TABLES: Record<Subject, { steps: Steps; states: object; ends: string[] }> = {
  agreementLetter: { steps: LETTER_STEPS, states: LETTER_STATES, ends: ['approved', 'rejected', 'reset'] },
  changeRequest: {
    steps: changeSteps('team'),
    states: CHANGE_STATES,
    ends: ['accepted', 'declined', 'withdrawn'],
  },
  paymentClaim: { steps: CLAIM_STEPS, states: CLAIM_STATES, ends: ['paid', 'withdrawn'] },
  monitoringReport: { steps: REPORT_STEPS, states: REPORT_STATES, ends: ['approved'] },
  obligation: { steps: OBLIGATION_STEPS, states: OBLIGATION_STATES, ends: [] },
};
const all: [Subject, string, Step][] = SUBJECTS.flatMap((subject) =>
  Object.entries(TABLES[subject].steps).map(([key, step]): [Subject, string, Step] => [subject, key, step]),
);

describe('every step of delivery', () => {
  test.each(all)('of %s, %s, goes between states that it has', (subject, key, step) => {
    const { states, ends } = TABLES[subject];
    for (const state of [...step.from, step.to]) expect(states).toHaveProperty(state);
    expect(step.from).not.toContain(step.to);
    expect(step.from.filter((state) => ends.includes(state))).toEqual([]);
    expect(step.by.length).toBeGreaterThan(0);
    for (const part of step.by) expect(PART_NAMES[part]).toBeTruthy();
    expect(stepName(subject, key)).not.toBe(key);
  });

  test('becomes a fact that is a sentence in the past, and two steps share one only where they end alike', () => {
    const ends = new Map<string, string>();
    for (const [subject, , { fact, to }] of all) {
      expect(fact).toMatch(/^[A-Z][A-Za-z]+Was[A-Z][a-z]+$/);
      expect(ends.get(fact) ?? `${subject} ${to}`).toBe(`${subject} ${to}`);
      ends.set(fact, `${subject} ${to}`);
    }
  });

  test('an unknown step is called as it is', () => {
    expect(stepName('obligation', 'waive')).toBe('waive');
  });
});

describe('the steps that a form offers', () => {
  const keys = (steps: Steps, state: string, ...parts: Part[]) =>
    stepsFor(steps, state, parts).map(({ key }) => key);

  test.each<[string, Part[], string[]]>([
    ['prepared', ['team'], ['send', 'reset']],
    ['prepared', ['lead', 'winner'], []],
    ['sent', ['lead', 'winner'], ['sign', 'reject']],
    ['sent', ['winner'], []],
    ['sent', ['budgetHolder'], []],
    ['signed', ['winner', 'signatory'], ['countersign', 'refuse']],
    ['signed', ['budgetHolder'], ['approve', 'refuse']],
    ['countersigned', ['budgetHolder'], ['approve', 'refuse']],
    ['approved', ['team', 'owner', 'budgetHolder'], []],
    ['rejected', ['team'], []],
  ])('of a letter that is %s to %j are %j', (state, parts, offered) => {
    expect(keys(LETTER_STEPS, state, ...parts)).toEqual(offered);
  });

  test.each<[string, Part[], string[]]>([
    ['new', ['winner'], ['submit', 'withdraw']],
    ['new', ['team', 'budgetHolder'], []],
    ['submitted', ['team'], ['approve', 'query']],
    ['queried', ['winner'], ['answer', 'withdraw']],
    ['queried', ['team'], []],
    ['answered', ['team'], ['approve', 'query']],
    ['approved', ['winner'], []],
    ['approved', ['budgetHolder'], ['request']],
    ['requested', ['budgetHolder'], ['pay']],
    ['paid', ['budgetHolder', 'team', 'winner'], []],
  ])('of a claim that is %s to %j are %j', (state, parts, offered) => {
    expect(keys(CLAIM_STEPS, state, ...parts)).toEqual(offered);
  });

  test('of a change are for the other side to answer and for this one to take back', () => {
    expect(keys(changeSteps('team'), 'asked', 'winner')).toEqual(['accept', 'decline']);
    expect(keys(changeSteps('team'), 'asked', 'team', 'owner')).toEqual(['withdraw']);
    expect(keys(changeSteps('winner'), 'asked', 'team', 'owner')).toEqual(['accept', 'decline']);
    expect(keys(changeSteps('winner'), 'asked', 'team')).toEqual([]);
    expect(keys(changeSteps('winner'), 'asked', 'winner')).toEqual(['withdraw']);
    for (const state of ['accepted', 'declined', 'withdrawn'])
      expect(keys(changeSteps('winner'), state, 'team', 'owner', 'winner')).toEqual([]);
  });

  test('say which words are needed, which help, and where a day is asked for', () => {
    const [approve, query] = stepsFor(CLAIM_STEPS, 'submitted', ['team']);
    expect([approve?.words, query?.words]).toEqual(['A note (optional)', 'Your query']);
    const [pay] = stepsFor(CLAIM_STEPS, 'requested', ['budgetHolder']);
    expect(pay).toEqual({
      key: 'pay',
      label: 'Record that it is paid',
      words: null,
      day: 'The day it was paid',
    });
  });
});
