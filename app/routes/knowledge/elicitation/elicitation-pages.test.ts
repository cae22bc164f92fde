import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { opening } from '../../../../tests/support/factories/elicitations';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
/** Three who give both estimates, one who gives none in time, one who leaves. */
let experts: { id: string; reference: string; name: string }[] = [];
const NAMES = ['Abe Zorn', 'Bea Yule', 'Cal Xu', 'Dee Wren', 'Eli Vance'];
const at = (index: number) => experts[index]?.id ?? '';

beforeAll(async () => {
  who = await makeReaders();
  experts = await Promise.all(NAMES.map((name) => makePerson({ expert: true, name })));
});

/** How far the product's clock was moved so far. */
let ahead = 0;
const pass = async (days: number) => {
  await moveClock(`${days} days`);
  ahead += days;
};

type Numbers = [lowest: number, highest: number, best: number, confidence: number];
const estimate = (round: number, [lowest, highest, best, confidence]: Numbers, reasons: string) => ({
  ...{
    round: String(round),
    'e1-1-lowest': String(lowest),
    'e1-2-highest': String(highest),
    'e1-3-best': String(best),
  },
  ...{ 'e1-4-confidence': String(confidence), 'e1-5-reasons': reasons },
});
const give = (elicitation: string, index: number, fields: Record<string, string>) =>
  send(paths.giveEstimates(elicitation), fields, { as: at(index) });

async function opened(finding: string, asked = [0, 1, 2, 3, 4]): Promise<string> {
  const made = await send(paths.newElicitation({ finding }), opening({}, ahead), { as: who.coordinator });
  const elicitation = (made.location ?? '').split('/')[2] ?? '';
  for (const index of asked)
    await send(
      paths.elicitationExperts(elicitation),
      { person: experts[index]?.reference ?? '' },
      { as: who.coordinator },
    );
  return elicitation.replace('-', '');
}

// Those of the second stand nowhere else, for no reference holds a 1: a leak is found by looking for them.
const FIRST: Numbers[] = [
  [211, 613, 417, 80],
  [311, 719, 513, 60],
  [113, 419, 229, 90],
];
const SECOND: Numbers[] = [
  [250, 550, 400, 80],
  [300, 600, 450, 50],
];

describe('one elicitation from its opening to its result', () => {
  let reference = '';
  let finding: Awaited<ReturnType<typeof makeFinding>>;
  const page = (as?: string) => visit(paths.elicitation(reference), { as });
  const waiting = async (index: number) =>
    (await visit('/', { as: at(index) })).links.map(({ href }) => href);
  const secrets = [
    ...FIRST.flatMap((numbers) => numbers.slice(0, 3)),
    'Seizures doubled',
    'Court files',
    'Old survey',
  ].map(String);

  /** All that these people can reach of it, as one text. */
  async function reachable(people: string[]): Promise<string> {
    const addresses = [
      paths.elicitation(reference),
      paths.elicitationCsv(reference),
      paths.giveEstimates(reference),
      paths.elicitationExperts(reference),
      paths.finding(finding.reference),
      paths.history('finding', finding.reference),
      paths.inbox(),
      paths.audit(),
      paths.search('Parcels of the north'),
    ];
    const texts: string[] = [];
    for (const as of people) for (const address of addresses) texts.push((await visit(address, { as })).html);
    return texts.join('\n');
  }
  const lookers = () => [who.coordinator, who.administrator, who.auditor, at(3)];
  const told = (text: string) =>
    secrets.filter((secret) => new RegExp(`(?<![\\w.:-])${secret}(?![\\w:-]|\\.\\d)`).test(text));

  test('a coordinator opens it on a finding and invites; the team, visitors and others know nothing of it', async () => {
    finding = await makeFinding({ title: 'What is known of parcels', released: true });
    expect(
      (await visit(paths.finding(finding.reference), { as: who.coordinator })).links.map(({ href }) => href),
    ).toContain(paths.newElicitation({ finding: finding.reference }));
    expect(
      (await visit(paths.newElicitation({ finding: finding.reference }), { as: who.member })).status,
    ).toBe(403);
    reference = await opened(finding.reference);
    const seen = await page(who.coordinator);
    expect(seen.text).toContain('0 of 5 experts invited have given theirs');
    expect(seen.text).toContain('Abe Zorn, Bea Yule, Cal Xu, Dee Wren, Eli Vance');
    expect(flawsOf(seen.$)).toEqual([]);
    for (const as of [who.member, who.auditor, who.administrator, who.unverified])
      expect((await page(as)).status).toBe(404);
    expect((await visit(paths.finding(finding.reference), { as: who.member })).text).not.toContain(
      'Parcels of the north',
    );
  });

  test('first estimates are given, changed and sealed; everybody learns how many are in, and nothing else', async () => {
    expect((await visit(paths.giveEstimates(reference), { as: who.coordinator })).status).toBe(403);
    expect(await waiting(0)).toContain(paths.giveEstimates(reference));
    await give(reference, 0, estimate(1, [1, 2, 1, 50], 'A slip'));
    expect(await waiting(0)).not.toContain(paths.giveEstimates(reference));
    for (const [index, reasons] of ['Seizures doubled', 'Court files', 'Old survey'].entries())
      expect(
        (await give(reference, index, estimate(1, FIRST[index] ?? [0, 1, 0, 50], reasons))).banner,
      ).toContain('sealed');
    await give(reference, 4, estimate(1, [777, 787, 778, 70], 'Leaves soon'));

    expect((await page(who.coordinator)).text).toContain('4 of 5 experts invited have given theirs');
    expect((await page(at(0))).text).toContain('Your first estimate is in.');
    expect(told(await reachable(lookers()))).toEqual([]);
    expect(told(await reachable([at(1)]))).toEqual(['311', '719', '513', 'Court files']);
  });

  test('the database, its facts, keys and notices hold none of it in the clear', async () => {
    await recordDueFacts();
    const tables = [
      'sealed_estimate',
      'elicitation',
      'elicitation_expert',
      'fact',
      'fact_personal',
      'notice',
    ];
    const rows = await Promise.all(
      [...tables, 'mail', 'one_use_key'].map(async (table) =>
        JSON.stringify(await database.db.$queryRawUnsafe(`SELECT t::text FROM ${table} t`)),
      ),
    );
    const bytes = await database.db.$queryRawUnsafe("SELECT encode(sealed, 'escape') FROM sealed_estimate");
    expect(JSON.stringify(bytes)).not.toMatch(/Seizures|Court|survey|lowest/);
    expect(rows.join('\n')).toContain('EstimatesWereGiven');
    expect(told(rows.join('\n'))).toEqual([]);
    const shown = await database.db.$queryRawUnsafe(
      'SELECT * FROM elicitation e, soundings.shown_estimates(e.id)',
    );
    expect(shown).toEqual([]);
  });

  test.each([
    ['an earlier closing', "UPDATE elicitation SET first_closes_at = first_closes_at - interval '5 days'"],
    ['another question', "UPDATE elicited_quantity SET asks = 'x'"],
    ['another letter', 'UPDATE elicitation_expert SET draw = gen_random_uuid()'],
    ['a deleted estimate', 'DELETE FROM sealed_estimate'],
    [
      'a second estimate before its time',
      'INSERT INTO sealed_estimate SELECT elicitation_id, person_id, 2, sealed, given_at FROM sealed_estimate',
    ],
  ])('the database refuses %s', async (_what, sql) => {
    await expect(database.db.$executeRawUnsafe(sql)).rejects.toThrow(/ElicitationIsFixed|RoundIsClosed/);
  });

  test('what does not fit is refused beside its field, and what was typed stays', async () => {
    const sent = await give(reference, 3, estimate(1, [5, 2000, 1500, 30], HOSTILE));
    expect([sent.status, sent.messageBeside('e1-2-highest')]).toEqual([
      422,
      'Enter a number from 0 parcels to 1,000 parcels',
    ]);
    expect(sent.messageBeside('e1-4-confidence')).toBe('Enter how sure you are, from 50 to 100');
    expect(sent.fields['e1-3-best']).toBe('1500');
    expect(sent.lostErrors).toEqual([]);
    expect((await visit(paths.giveEstimates(reference), { as: at(0) })).fields['e1-3-best']).toBe('417');
  });

  test('who leaves is told so, and counts no more', async () => {
    expect((await send(paths.endElicitation(reference, 'leave'), {}, { as: at(4) })).banner).toContain(
      'You left',
    );
    expect((await page(who.coordinator)).text).toContain('3 of 4 experts invited have given theirs');
    expect((await page(at(4))).text).toContain('You left, so what you gave is not counted');
    expect((await give(reference, 4, estimate(1, [1, 2, 1, 50], 'x'))).status).toBe(403);
  });

  test('once closed, first estimates are read without names by those who gave one; late is late', async () => {
    await pass(11);
    const late = await give(reference, 3, estimate(1, [10, 20, 15, 70], 'Too late'));
    expect([late.status, late.text]).toEqual([
      403,
      expect.stringContaining('Only those who gave one in time give a second'),
    ]);
    expect((await page(at(3))).text).toContain('Your first estimate did not come in time');
    expect(told((await page(at(3))).html)).toEqual([]);
    for (const as of [at(0), at(1), who.coordinator]) {
      const seen = await page(as);
      expect(told(seen.html)).toEqual(secrets);
      expect(seen.text).not.toContain('777');
      expect(flawsOf(seen.$)).toEqual([]);
      if (as !== who.coordinator) for (const name of NAMES) expect(seen.text).not.toContain(name);
    }
    for (const as of [who.member, who.auditor, who.administrator]) expect((await page(as)).status).toBe(404);
    await recordDueFacts();
    await recordDueFacts();
    expect(await database.db.fact.count({ where: { name: 'FirstRoundHasClosed' } })).toBe(1);
  });

  test('the discussion goes by the letter, the same on every page', async () => {
    await send(paths.elicitation(reference), { text: 'What of the coast?' }, { as: at(1) });
    await send(paths.elicitation(reference), { text: 'Please look at the coast.' }, { as: who.coordinator });
    const own = /You are Expert (\w)/.exec((await page(at(1))).text)?.[1] ?? '?';
    for (const as of [at(0), who.coordinator]) {
      const { text } = await page(as);
      expect(text).toMatch(new RegExp(`Expert ${own}, [\\w: ]*What of the coast\\?`));
      expect(text).toContain('Facilitator');
    }
    expect((await page(at(0))).text).toMatch(new RegExp(`Expert ${own}311 to 719, best 513`));
    expect((await send(paths.elicitation(reference), { text: 'x' }, { as: at(3) })).status).toBe(403);
    expect(
      (await send(paths.elicitation(reference), { text: ' ' }, { as: at(1) })).messageBeside('text'),
    ).toBe('Write what you want to say');
  });

  test('whoever asks for their own data is given what they estimated and said, and nothing of the others', async () => {
    const held = (await visit(paths.ownData(), { as: at(1) })).html;
    const { estimates } = JSON.parse(held) as { estimates: unknown[] };
    expect(estimates).toMatchObject([
      {
        ...{ reference, title: 'Parcels of the north', comments: [{ text: 'What of the coast?' }] },
        rounds: [{ round: 1, values: [{ lowest: 311, best: 513, highest: 719, reasons: 'Court files' }] }],
      },
    ]);
    expect(told(JSON.stringify(estimates))).toEqual(['Court files']);
    expect(JSON.stringify(estimates)).not.toContain('look at the coast');
    expect(JSON.parse((await visit(paths.ownData(), { as: who.member })).html)).toMatchObject({
      estimates: [],
    });
  });

  test('second estimates start from one’s own first, and are sealed again', async () => {
    expect(await waiting(1)).toContain(paths.elicitation(reference));
    expect(await waiting(3)).not.toContain(paths.elicitation(reference));
    expect((await visit(paths.giveEstimates(reference), { as: at(1) })).fields['e1-3-best']).toBe('513');
    const stale = await give(reference, 1, estimate(1, FIRST[1] ?? [0, 1, 0, 50], 'x'));
    expect([stale.status, stale.errors[0]]).toEqual([409, expect.stringContaining('send it as your second')]);
    for (const [index, numbers] of SECOND.entries())
      await give(reference, index, estimate(2, numbers, 'Thought again'));
    for (const as of [at(2), who.coordinator]) {
      const { text } = await page(as);
      expect(text).toContain('2 second estimates are in, and nobody can read them yet.');
      expect(text).not.toContain('Thought again');
      expect((await visit(paths.elicitationCsv(reference), { as })).status).toBe(403);
    }
  });

  test('the result is the mean of the standardised intervals, worked by hand', async () => {
    await pass(10);
    // First keeps 400 − 150 × 80/80 = 250 and 400 + 150 = 550. Second, half as sure, is stretched to
    // 450 − 150 × 80/50 = 210 and 450 + 240 = 690. Third gave no second, so its first counts, drawn in:
    // 229 − 116 × 80/90 = 125.889 and 229 + 190 × 80/90 = 397.889.
    // Lowest (250 + 210 + 125.889) ÷ 3 = 195.296; best (400 + 450 + 229) ÷ 3 = 359.667;
    // highest (550 + 690 + 397.889) ÷ 3 = 545.963.
    for (const as of [who.member, who.auditor, at(3), who.coordinator]) {
      const seen = await page(as);
      expect(seen.text).toContain(
        'Together: best 359.7 parcels, 80% interval 195.3 to 546 parcels, 3 experts',
      );
      expect(seen.$('svg desc').text()).toContain('Together: 359.7, from 195.3 to 546.');
      expect(seen.text).toContain(
        '2 of 2 moved their best guess after the discussion, by 40 parcels on average over all 2.',
      );
      expect(flawsOf(seen.$)).toEqual([]);
      if (as !== who.coordinator) for (const name of NAMES) expect(seen.text).not.toContain(name);
    }
    const csv = (await visit(paths.elicitationCsv(reference), { as: who.member })).html;
    expect(csv).toContain('Together,,195.2962962962963,545.9629629629629,359.6666666666667,80');
    for (const name of NAMES) expect(csv).not.toContain(name);
    expect((await page(who.unverified)).status).toBe(404);
    expect((await page()).location).toContain('/sign-in');
  });

  test('the finding’s page cites it, for members alone', async () => {
    const cited = await visit(paths.finding(finding.reference), { as: who.member });
    expect(cited.text).toContain(
      'How many parcels a month? Best estimate 359.7 parcels, 80% interval 195.3 to 546 parcels, 3 experts',
    );
    expect((await visit(paths.finding(finding.reference))).text).not.toContain('Parcels of the north');
    expect((await give(reference, 0, estimate(2, [1, 2, 1, 50], 'x'))).status).toBe(403);
    expect((await visit(paths.endElicitation(reference, 'withdraw'), { as: who.coordinator })).status).toBe(
      403,
    );
  });
});

test('with two first estimates nothing is ever shown, and the page says why', async () => {
  const { reference: finding } = await makeFinding();
  const reference = await opened(finding, [0, 1]);
  expect((await visit(paths.elicitation(reference), { as: who.coordinator })).text).toContain(
    'Fewer than 3 experts are invited',
  );
  for (const index of [0, 1])
    await give(reference, index, estimate(1, FIRST[index] ?? [0, 1, 0, 50], 'Court files'));
  await pass(40);
  for (const as of [at(0), who.coordinator]) {
    const { text } = await visit(paths.elicitation(reference), { as });
    expect(text).toContain('Only 2 of 2 experts gave a first estimate in time');
    expect(text).not.toMatch(/513|Court files/);
  }
  expect((await visit(paths.elicitation(reference), { as: who.member })).status).toBe(404);
});

test('withdrawn, it shows nothing that was given, and its reason to those who were asked', async () => {
  const { reference: finding } = await makeFinding();
  const reference = await opened(finding, [0, 1, 2]);
  for (const index of [0, 1, 2])
    await give(reference, index, estimate(1, FIRST[index] ?? [0, 1, 0, 50], 'Court files'));
  expect((await visit(paths.endElicitation(reference, 'withdraw'), { as: at(0) })).status).toBe(403);
  await send(
    paths.endElicitation(reference, 'withdraw'),
    { reason: 'The data came' },
    { as: who.coordinator },
  );
  await pass(60);
  for (const as of [at(0), who.coordinator]) {
    const { text } = await visit(paths.elicitation(reference), { as });
    expect(text).toContain('Withdrawn: The data came No estimate that was given is shown to anybody.');
    expect(text).not.toMatch(/513|Court files/);
  }
});
