import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { LETTER_STATES, LETTER_STEPS } from '../agreement/agreement-letter';
import { CHANGE_STATES, changeSteps } from '../changes/change-request';
import { CLAIM_STATES, CLAIM_STEPS } from '../claims/payment-claim';
import { REPORT_STATES, REPORT_STEPS } from '../monitoring/monitoring-report';
import { OBLIGATION_STEPS } from '../obligations/obligation';
import type { Steps } from './step';

const store = useDatabase();

/** Every subject by its table: its steps, its states, how it begins, and the moves that are no step of the other side. */
const TABLES: Record<string, { steps: Steps; states: string[]; begins: string; besides: string[] }> = {
  agreement_letter: {
    steps: LETTER_STEPS,
    states: Object.keys(LETTER_STATES),
    begins: 'prepared',
    besides: [],
  },
  change_request: {
    steps: changeSteps('team'),
    states: Object.keys(CHANGE_STATES),
    begins: 'asked',
    besides: [],
  },
  payment_claim: { steps: CLAIM_STEPS, states: Object.keys(CLAIM_STATES), begins: 'new', besides: [] },
  monitoring_report: {
    steps: REPORT_STEPS,
    states: Object.keys(REPORT_STATES),
    begins: 'due',
    besides: ['due>draft', 'due>submitted', 'draft>submitted', 'queried>submitted'],
  },
  obligation: { steps: OBLIGATION_STEPS, states: ['due', 'met', 'disputed'], begins: 'due', besides: [] },
};

const movesOf = async (subject: string) =>
  (
    await store.db.$queryRaw<{ move: string }[]>`
    SELECT from_state || '>' || to_state AS move FROM delivery_move WHERE subject = ${subject}`
  ).map(({ move }) => move);

describe('the states of delivery in the database', () => {
  test.each(Object.keys(TABLES))('let %s move exactly as its steps do', async (subject) => {
    const { steps, begins, besides } = TABLES[subject] ?? { steps: {}, begins: '', besides: [] };
    const stepped = Object.values(steps).flatMap(({ from, to }) => from.map((one) => `${one}>${to}`));
    const expected = new Set([`>${begins}`, ...stepped, ...besides]);
    expect((await movesOf(subject)).sort()).toEqual([...expected].sort());
  });

  test.each(Object.keys(TABLES))('leave no state of %s out of reach', async (subject) => {
    const { states } = TABLES[subject] ?? { states: [] };
    const moves = (await movesOf(subject)).map((move) => move.split('>'));
    const reached = new Set(['']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const [from, to] of moves) if (reached.has(from ?? '')) reached.add(to ?? '');
    }
    reached.delete('');
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test('are held by a trigger on every table that has them', async () => {
    const rows = await store.db.$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname = 'delivery_step_is_next' ORDER BY 1`;
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
    const subjects = await store.db.$queryRaw<{ subject: string }[]>`
      SELECT DISTINCT subject FROM delivery_move ORDER BY 1`;
    expect(subjects.map(({ subject }) => subject)).toEqual(Object.keys(TABLES).sort());
  });
});
