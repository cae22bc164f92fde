import { beforeAll, describe, expect, test } from 'vitest';
import { sealAll } from '../../audit/sealer.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { PACK_TAMPERINGS } from '../../../../tests/support/packs/tampering';
import { filesIn, verdictOn } from '../../../../tests/support/packs/verify-pack';
import { ask } from '../../query.server';
import { packFile } from '../queries/pack-file.server';
import { NEVER, SOURCES } from './sources/all';

const store = useDatabase();
let archive: Buffer;
let files: Map<string, string>;
let made: Awaited<ReturnType<typeof makeAward>>;

async function packBy(personId: string) {
  const view = await ask(packFile, await actorFor(personId), { reference: made.question.reference });
  return view && 'archive' in view ? view : null;
}

beforeAll(async () => {
  made = await makeAward({ state: 'standstill', routeSlug: 'funding-call' });
  const hostile = '<script>alert(1)</script> & "quoted"';
  await store.db.addendum.create({
    data: {
      id: made.question.id,
      questionId: made.question.id,
      number: 1,
      text: hostile,
      publishedAt: new Date(),
      publishedById: made.panel.owner.id,
    },
  });
  await packBy(made.panel.owner.id);
  await sealAll();
  const view = await packBy(made.panel.owner.id);
  if (!view) throw new Error('no pack');
  archive = view.archive;
  files = filesIn(archive);
}, 60_000);

const json = (path: string): Record<string, unknown>[] => JSON.parse(files.get(path) ?? 'null') as [];

describe('what a pack holds', () => {
  test('every table about a question, its bids or its awards is in it, or is left out for a reason', async () => {
    const tables = await store.db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
      WHERE c.contype = 'f' AND c.confrelid::regclass::text IN ('question', 'bid', 'award', 'milestone', 'deliverable',
        'recommendation', 'moderation_meeting', 'conflict', 'monitoring_report', 'review_round', 'funding', 'criterion',
        'requirement', 'publication_clock', 'interview_slot', 'addendum', 'bid_submission', 'letter_template', 'lot')`;
    const known = new Set([...SOURCES.map(({ table }) => table), ...Object.keys(NEVER)]);
    expect(tables.map(({ name }) => name.replaceAll('"', '')).filter((name) => !known.has(name))).toEqual([]);
  });

  test('scores with their reasons, ranking with its rule, letters and what bids say, to be read and as data', () => {
    expect(json('03-bids/bid-text.json')).toHaveLength(2);
    expect(json('05-assessment/score.json').length).toBeGreaterThan(0);
    expect(json('06-decision/ranking-rule.json')).toMatchObject({ formula: 'weighted' });
    expect(json('06-decision/award.json')).toHaveLength(1);
    expect(json('10-open-contracting/open-contracting.json')).toMatchObject({ version: '1.1' });
    expect(files.get('06-decision/index.html')).toContain('Ranking');
    expect(files.get('00-people/person.json')).toContain(made.panel.owner.id);
  });

  test('no script, and words of others as words', () => {
    for (const [path, text] of files) if (path.endsWith('.html')) expect(text).not.toContain('<script');
    expect(files.get('02-open/index.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;');
  });

  test('nothing that is sealed, secret or tells who asked', () => {
    const all = [...files.values()].join('\n');
    for (const secret of ['asker_id', 'sealed_quality', 'receipt_nonce', 'draft_key', 'wrapped', 'stored_as'])
      expect(all).not.toContain(secret);
  });
});

describe('the verifier', () => {
  test('finds it whole with Node alone, and says when it had to believe the key inside', () => {
    const whole = verdictOn(archive);
    expect(whole).toMatchObject({
      status: 0,
      words: expect.stringContaining('The pack is whole.') as string,
    });
    expect(whole.words).toMatch(/Facts: [1-9]\d* proven by a signed head/);
    expect(verdictOn(archive, null).words).toContain('taken from the pack itself');
  });

  test.each(PACK_TAMPERINGS.map((one) => [one.kind, one] as const))(
    '%s: found',
    async (_kind, { tamper, found }) => {
      const { status, words } = verdictOn(await tamper(archive));
      expect([status, words]).toEqual([1, expect.stringMatching(found)]);
    },
  );

  test('what is no pack is said to be none', () => {
    expect(verdictOn(Buffer.from('no zip at all, and long enough to hold an end'))).toMatchObject({
      status: 2,
    });
    expect(verdictOn(archive.subarray(0, archive.length - 40))).toMatchObject({ status: 2 });
  });
});

describe('who makes one', () => {
  test('the owner, a coordinator or auditor without a part in it; nobody who bid, scored or is walled', async () => {
    const { panel, first, question } = made;
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    const auditor = (await makePerson({ roles: ['auditor'] })).id;
    const expert = (await makePerson({ expert: true })).id;
    for (const id of [panel.owner.id, coordinator, auditor]) expect(await packBy(id)).not.toBeNull();
    for (const id of [panel.author.id, panel.moderator.id, first.leadId, expert])
      expect(await packBy(id)).toBeNull();
    await store.db.wall.create({
      data: {
        id: expert,
        questionId: question.id,
        personId: coordinator,
        bidId: first.id,
        reason: 'Works there',
        raisedAt: new Date(),
      },
    });
    expect(await packBy(coordinator)).toBeNull();
    const facts = await store.db.fact.findMany({
      where: { name: 'AssurancePackWasMade', nounId: question.id },
    });
    expect(facts.length).toBeGreaterThanOrEqual(5);
  });
});
