import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let asking: AskingTeam;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let answer: string;
let address: string;

beforeAll(async () => {
  who = await makeReaders();
  asking = await makeAskingTeam();
});

const give = async (consent: { named: boolean } | null) => {
  const at = new Date();
  const author = consent ? who.member : who.second;
  const row = await database.db.adviceAnswer.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId: question.id, personId: author },
      ...{ body: 'In short: brokers.', limits: 'From experience', createdAt: at, submittedAt: at },
      ...(consent ? { consentedAt: at, consentNamed: consent.named, publishAskedAt: at } : {}),
    },
  });
  answer = row.id;
  address = paths.findingFromAdvice(row.reference);
};
beforeEach(async () => {
  question = await makeQuestion({
    asking,
    routeSlug: 'expert-advice-request',
    title: 'Who waits at night?',
    terms: [{ scheme: 'threatArea', slug: 'fraud' }],
  });
});

const team = () => asking.authorId;

describe('making a finding of an expert’s answer', () => {
  test('the team that asked starts it, filled in, with its author as they agreed', async () => {
    await give({ named: true });
    const page = await visit(address, { as: team() });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Its author is named, as they agreed.');
    const sent = await send(address, {}, { as: team() });
    const finding = await database.db.finding.findFirstOrThrow({
      where: { adviceAnswerId: answer },
      include: { versions: { include: { authors: true } }, terms: true },
    });
    expect(sent.location).toBe(paths.findingContent(finding.reference));
    expect(finding.versions[0]).toMatchObject({
      title: 'Expert advice: Who waits at night?',
      summary: 'In short: brokers.',
      limits: 'From experience',
      studyType: 'expertJudgement',
    });
    expect(finding.versions[0]?.authors).toMatchObject([{ name: 'Mel Member', personId: who.member }]);
    expect(finding.terms).toHaveLength(1);
  });

  test('an author who stays unnamed is nowhere on it, and does not start it', async () => {
    await give({ named: false });
    const own = await visit(address, { as: who.member });
    expect(own.status).toBe(403);
    expect(own.text).toContain('You asked not to be named');
    expect((await send(address, {}, { as: who.member })).status).toBe(403);
    expect((await visit(address, { as: team() })).text).toContain('as they asked');
    const sent = await send(address, {}, { as: team() });
    const draft = await visit(sent.location?.replace('/content', '') ?? '', { as: team() });
    expect(draft.fields['authors[0].name']).toBe('A member of the network');
    expect(draft.html).not.toContain('Mel Member');
  });

  test('is started once; the second time the page leads to it', async () => {
    await give({ named: true });
    const sent = await send(address, {}, { as: team() });
    const again = await visit(address, { as: team() });
    expect(again.text).toContain('A finding was already started');
    expect(again.buttons).toEqual([]);
    expect(again.links.find(({ text }) => text === 'go to it')?.href).toBe(
      sent.location?.replace('/draft/content', ''),
    );
    const late = await send(address, {}, { as: team() });
    expect(late.status).toBe(409);
    expect(await database.db.finding.count({ where: { adviceAnswerId: answer } })).toBe(1);
  });

  test('without the author’s consent it is refused with the reason', async () => {
    await give(null);
    const page = await visit(address, { as: team() });
    expect(page.status).toBe(403);
    expect(page.text).toContain('Its author has not agreed to publish this answer.');
    expect((await send(address, {}, { as: team() })).status).toBe(403);
  });

  test('nobody else learns that there is an answer', async () => {
    await give({ named: true });
    for (const as of [who.unverified, who.auditor, who.committee, who.administrator]) {
      expect((await visit(address, { as })).status).toBe(404);
      expect((await send(address, {}, { as })).status).toBe(404);
    }
    expect((await visit(address)).location).toContain(paths.signIn());
    expect((await visit(paths.findingFromAdvice('H7K4QXM2'), { as: team() })).status).toBe(404);
    expect((await visit(paths.findingFromDeliverable('H7K4QXM2'), { as: team() })).status).toBe(404);
  });
});
