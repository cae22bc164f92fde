import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  makeFinished,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let open: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  open = (await makeQuestion({ asking })).reference;
});

const day = (name: string, [year, month, date]: [number, number, number]) => ({
  [`${name}.day`]: String(date),
  [`${name}.month`]: String(month),
  [`${name}.year`]: String(year),
});
const link = (fields: Record<string, string> = {}, as = asking.authorId, of = open) =>
  send(
    paths.procurementNotices(of),
    { kind: 'tender', address: 'https://notices.example/1', ...day('publishedOn', [2026, 1, 5]), ...fields },
    { as },
  );

describe('a notice published elsewhere', () => {
  test('is linked by those who run the question', async () => {
    for (const as of [asking.budgetHolderId, outsiders.expert, outsiders.coordinator])
      expect([
        (await link({}, as)).status,
        (await visit(paths.procurementNotices(open), { as })).status,
      ]).toEqual([403, 403]);
    expect((await link({}, outsiders.auditor)).status).toBe(404);
    expect(await database.db.procurementNotice.count()).toBe(0);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no kind', { kind: '' }, 'kind', 'Choose the kind of notice'],
    ['a script', { address: 'javascript:alert(1)' }, 'address', 'Enter the whole address'],
    ['plain http', { address: 'http://notices.example/1' }, 'address', 'Enter the whole address'],
    ['words', { address: 'notice 12' }, 'address', 'Enter the whole address'],
    ['a password', { address: 'https://me:secret@notices.example/1' }, 'address', 'Enter the whole address'],
    [
      'endless',
      { address: `https://notices.example/${'a'.repeat(500)}` },
      'address',
      'Use 500 characters or fewer',
    ],
    ['tomorrow', day('publishedOn', [2099, 1, 1]), 'publishedOn', 'The day cannot be in the future'],
  ])('with %s is refused beside its field', async (_, fields, field, message) => {
    const sent = await link(fields);
    expect([sent.status, sent.lostErrors]).toEqual([422, []]);
    expect(sent.messageBeside(field)).toContain(message);
  });

  test('stands on the question for everybody who sees it, once, and is taken off once', async () => {
    expect((await link()).banner).toBe('The notice is linked');
    expect((await link()).messageBeside('address')).toBe('This notice is linked already');
    expect(
      (
        await link({
          kind: 'planned',
          address: 'https://notices.example/0',
          ...day('publishedOn', [2025, 12, 1]),
        })
      ).status,
    ).toBe(303);
    const seen = await visit(paths.question(open), { as: outsiders.expert });
    expect(seen.text).toContain(
      'Planned procurement notice of 1 December 2025, on notices.exampleTender notice of 5 January 2026',
    );
    expect(seen.links.some(({ href }) => href === 'https://notices.example/1')).toBe(true);
    const { reference } = await database.db.procurementNotice.findFirstOrThrow({ where: { kind: 'tender' } });
    const remove = paths.removeNotice(open, reference);
    expect((await send(remove, {}, { as: outsiders.expert })).status).toBe(403);
    const other = await makeQuestion({ asking });
    expect(
      (await visit(paths.removeNotice(other.reference, reference), { as: asking.authorId })).status,
    ).toBe(404);
    const both = await Promise.all([asking.authorId, asking.ownerId].map((as) => send(remove, {}, { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await visit(paths.question(open), { as: outsiders.expert })).text).not.toContain('Tender notice');
    await expect(
      database.db.procurementNotice.updateMany({ data: { address: 'https://elsewhere.example' } }),
    ).rejects.toThrow('NoticeIsKept');
  });
});

describe('thresholds', () => {
  const add = (fields: Record<string, string>, as: string) =>
    send(
      paths.thresholds(),
      {
        ...{ buyer: 'central', kind: 'full', name: 'Services, central', amount: '£140,000' },
        ...{ ...day('validFrom', [2028, 1, 1]), source: 'Amounts of 2028' },
        ...fields,
      },
      { as },
    );

  test('a budget that reaches one is warned of in the money task and at publication', async () => {
    const question = await makeFinished({
      asking,
      state: 'awaitingApproval',
      data: { budgetMaximum: 11_251_500 },
    });
    const approval = await visit(paths.questionApproval(question.reference), { as: asking.ownerId });
    expect(approval.text).toContain('£135,018 with VAT reaches the threshold of £135,018');
    const draft = await makeFinished({ asking, data: { budgetMaximum: 11_251_400 } });
    const task = await visit(paths.questionTask(draft.reference, 'procurement'), { as: asking.authorId });
    expect(task.text).toContain('is below the threshold of £135,018, but from £12,000');
    expect(task.links.some(({ href }) => href === paths.thresholds())).toBe(true);
  });

  test('members read them with their source; coordinators add later ones, and none is changed', async () => {
    expect((await visit(paths.thresholds(), { as: outsiders.expert })).buttons).not.toContain('Add it');
    expect((await add({}, outsiders.expert)).status).toBe(403);
    const as = outsiders.coordinator;
    expect((await add({ amount: '0' }, as)).messageBeside('amount')).toBe('Enter more than £0');
    expect((await add(day('validFrom', [2026, 1, 1]), as)).messageBeside('validFrom')).toBe(
      'Enter a day after 1 January 2026, from which the last one holds',
    );
    const both = await Promise.all([add({}, as), add({}, as)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const { text } = await visit(paths.thresholds(), { as });
    expect(text).toContain('£140,0001 January 2028Amounts of 2028');
    expect(text).toContain('Services, central government authorities (in force)');
    expect(text).not.toContain('Services, central (in force)');
    await expect(database.db.procurementThreshold.updateMany({ data: { amount: 1 } })).rejects.toThrow(
      'ThresholdIsKept',
    );
  });
});
