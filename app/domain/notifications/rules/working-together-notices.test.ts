import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeSponsorship } from '../../../../tests/support/factories/sponsorships';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { newId } from '~/platform/ids.server';
import { newReference } from '../../new-reference.server';
import { showDate, showDay } from '../../uk-time';
import { pages } from '../addresses';
import type { NoticeRule } from '../notice-rule.server';
import { enquiryNotices } from './enquiry-notices.server';
import { mergeNotices } from './merge-notices.server';
import { questionNotices } from './question-notices.server';
import { sponsorshipNotices } from './sponsorship-notices.server';
import { termNotices } from './term-notices.server';
import { uptakeNotices } from './uptake-notices.server';

const data = useDatabase();
const now = new Date();

type Happening = { noun: string; nounId: string; data?: Record<string, unknown> };

/** What the rules say of one fact, by kind, each person once. */
async function told(rules: readonly NoticeRule[], name: string, about: Happening) {
  const fact = { id: newId(), position: '1', name, actorId: null, at: now, data: {}, ...about };
  const all = rules
    .filter((rule) => rule.fact === name)
    .map(async (rule) => {
      const said = await rule.tell({ db: data.db, fact });
      return [rule.kind, said && { ...said, personIds: [...new Set(said.personIds)].sort() }] as const;
    });
  return Object.fromEntries(await Promise.all(all));
}

let sponsorship: Awaited<ReturnType<typeof makeSponsorship>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let finding: Awaited<ReturnType<typeof makeFinding>>;
let author: string;
let invited: string;
let coordinator: string;

beforeAll(async () => {
  [author, invited, coordinator] = [
    (await makePerson()).id,
    (await makePerson({ expert: true })).id,
    (await makePerson({ roles: ['coordinator'] })).id,
  ];
  question = await makeQuestion({ invited: [{ personId: invited }] });
  sponsorship = await makeSponsorship({ questionId: question.id });
  finding = await makeFinding({
    ...{ submittedById: author, title: 'Night ferries' },
    authors: [
      { name: 'Author', personId: author },
      { name: 'Invited', personId: invited },
    ],
  });
});

describe('a team that wants to stand beside another', () => {
  const of = (name: string) =>
    told(sponsorshipNotices, name, {
      ...{ noun: 'question', nounId: question.id, data: { sponsorshipId: sponsorship.id } },
    }).then((notices) => notices[name]);
  const asking = () => [question.asking.authorId, question.asking.ownerId].sort();
  const joining = () => [sponsorship.joining.authorId, sponsorship.joining.ownerId].sort();

  test.each([
    ['SponsorshipWasRequested', 'asking', 'asks to join'],
    ['SponsorshipWasAccepted', 'joining', 'Your team is a sponsor'],
    ['SponsorshipWasDeclined', 'joining', 'Your request was declined'],
    ['SponsorshipRequestHasLapsed', 'joining', 'Nobody answered your request'],
    ['SponsorshipRequestWasWithdrawn', 'asking', 'no longer asks to join'],
    ['SponsorHasLeft', 'asking', 'is no longer a sponsor'],
  ])('%s is told to the leads of the %s team', async (name, team, words) => {
    const notice = await of(name);
    expect(notice?.personIds).toEqual(team === 'asking' ? asking() : joining());
    expect(notice?.subject).toContain(words);
    expect(notice?.subject).toContain(question.title);
  });

  test('the asking team reads by when the other needs it, and by when to answer', async () => {
    const notice = await of('SponsorshipWasRequested');
    expect(notice?.body).toBe(
      `They need the answer by ${showDate(sponsorship.neededBy)}. Accept or decline by ${showDay(sponsorship.lapsesAt)}.`,
    );
    expect(notice?.path).toBe(pages.sponsorship(sponsorship.reference));
  });

  test('a refusal and a lapse lead to the draft, which is kept', async () => {
    for (const name of ['SponsorshipWasDeclined', 'SponsorshipRequestHasLapsed']) {
      const notice = await of(name);
      expect(notice?.path).toBe(pages.question(sponsorship.draft.reference));
      expect(notice?.body).toContain('Your draft is kept');
    }
  });
});

describe('an invitation to answer', () => {
  const of = (name: string, more: Record<string, unknown> = {}) =>
    told(questionNotices, name, { noun: 'question', nounId: question.id, data: more }).then(
      (notices) => notices[name],
    );

  test('asks for an answer, on the page that takes one', async () => {
    const notice = await of('ExpertWasInvited', { personId: invited });
    expect(notice).toMatchObject({ personIds: [invited], path: pages.answerInvitation(question.reference) });
    expect(notice?.body).toContain('Say whether you will look at it, or why not');
  });

  test.each(['InvitationToAnswerWasDeclined', 'InvitationToAnswerWasWelcomed'])(
    '%s is told to the author, without the name of the expert',
    async (name) => {
      const notice = await of(name, { personId: invited });
      expect(notice?.personIds).toEqual([question.asking.authorId]);
      expect(notice?.path).toBe(pages.questionInvitations(question.reference));
      expect(`${notice?.subject} ${notice?.body}`).not.toContain('Person');
    },
  );
});

describe('what became of a finding', () => {
  const step = async (kind: 'recommendation' | 'decision', by: string, followsId: string | null) =>
    data.db.uptakeStep.create({
      data: {
        ...{ id: newId(), reference: newReference(), findingId: finding.id, kind, followsId },
        ...{ text: 'Check every van.', happenedOn: new Date('2026-11-01'), owner: 'Head of ports' },
        ...{ organisationId: (await makeOrganisation()).id, recordedById: by, recordedAt: now },
        taken: kind === 'decision' ? ('accepted' as const) : null,
      },
    });
  const of = (stepId: string) =>
    told(uptakeNotices, 'UptakeStepWasRecorded', { noun: 'finding', nounId: finding.id, data: { stepId } });

  test('is told to those credited with it, and to whoever recorded the step before', async () => {
    const first = await step('recommendation', coordinator, null);
    const start = await of(first.id);
    expect(start['UptakeStepWasRecorded']).toMatchObject({
      personIds: [author, invited].sort(),
      subject: 'Recommendation: Night ferries',
      body: 'Somebody recommends something because of your finding.\nCheck every van.',
    });
    expect(start['UptakeStepWasRecorded:before']?.personIds).toEqual([]);
    const next = await of((await step('decision', author, first.id)).id);
    expect(next['UptakeStepWasRecorded']?.subject).toBe('Decision: Night ferries');
    expect(next['UptakeStepWasRecorded:before']).toMatchObject({
      personIds: [coordinator],
      subject: 'It went on: Night ferries',
    });
  });

  test('is told to nobody when the step is not there', async () =>
    expect(Object.values(await of(newId()))).toEqual([null, null]));
});

describe('merging', () => {
  test('is told once, by what was merged', async () => {
    const ofFinding = await told(mergeNotices, 'RecordWasMerged', { noun: 'finding', nounId: finding.id });
    expect(ofFinding['RecordWasMerged:question']).toBeNull();
    expect(ofFinding['RecordWasMerged:finding']).toMatchObject({
      personIds: [author, invited].sort(),
      path: pages.finding(finding.reference),
    });
    const ofQuestion = await told(mergeNotices, 'RecordWasMerged', { noun: 'question', nounId: question.id });
    expect(ofQuestion['RecordWasMerged:finding']).toBeNull();
    expect(ofQuestion['RecordWasMerged:question']?.personIds).toHaveLength(5);
    const ofOther = await told(mergeNotices, 'RecordWasMerged', { noun: 'organisation', nounId: newId() });
    expect(Object.values(ofOther)).toEqual([null, null]);
  });

  test('raters are asked again only when it is about their disagreement', async () => {
    const remind = (about: string) =>
      told(mergeNotices, 'ReminderWasSent', { noun: 'finding', nounId: finding.id, data: { about } });
    expect(Object.values(await remind('appraisals'))).toEqual([null]);
    expect(Object.values(await remind('disagreements'))).toMatchObject([{ personIds: [] }]);
  });
});

describe('a word that somebody misses', () => {
  const proposal = async (decided: { termId?: string; reason?: string } | null) =>
    data.db.termProposal.create({
      data: {
        ...{ id: newId(), reference: newReference(), scheme: 'enabler', name: `Word ${newId()}` },
        ...{ why: 'For drones over prisons.', proposedById: author, proposedAt: now },
        ...(decided ? { decidedById: coordinator, decidedAt: now, ...decided } : {}),
      },
    });
  const of = (name: string, nounId: string) =>
    told(termNotices, name, { noun: 'termProposal', nounId }).then((notices) => notices[name]);

  test('goes to the coordinators’ desk with its reason', async () => {
    expect(await of('TermWasProposed', (await proposal(null)).id)).toMatchObject({
      ...{ personIds: [coordinator], body: 'For drones over prisons.', path: pages.desk() },
    });
  });

  test('comes back to whoever proposed it, with the term or with why not', async () => {
    const term = await makeTerm();
    expect(await of('TermProposalWasAdopted', (await proposal({ termId: term.id })).id)).toMatchObject({
      ...{ personIds: [author], path: pages.term(term.reference) },
    });
    expect(await of('TermProposalWasDeclined', (await proposal({ reason: 'Too narrow.' })).id)).toMatchObject(
      {
        ...{ personIds: [author], body: 'Too narrow.', path: pages.terms() },
      },
    );
  });
});

describe('an enquiry', () => {
  const openedTo = async (dueOn: Date | null) => {
    const { asking } = question;
    const askerId = (await makePerson({ expert: true })).id;
    const row = {
      id: newId(),
      reference: newReference(),
      teamId: asking.teamId,
      askerId,
      subject: 'Access to data',
    };
    await data.db.enquiry.create({ data: { ...row, openedAt: now, lastAt: now } });
    const said = {
      id: newId(),
      enquiryId: row.id,
      authorId: askerId,
      fromTeam: false,
      text: 'May we?',
      sentAt: now,
    };
    await data.db.enquiryMessage.create({ data: { ...said, dueOn } });
    return row;
  };
  const of = (name: string, nounId: string) =>
    told(enquiryNotices, name, { noun: 'enquiry', nounId }).then((notices) => notices[name]);
  const leads = () => [question.asking.authorId, question.asking.ownerId].sort();

  test('is told to those who speak for the team, with the day it promised, and never with its words', async () => {
    const { id, reference } = await openedTo(new Date('2026-12-01'));
    for (const name of ['EnquiryWasOpened', 'EnquiryWasFollowedUp']) {
      const notice = await of(name, id);
      expect(notice).toMatchObject({ personIds: leads(), path: pages.enquiry(reference) });
      expect(`${notice?.subject} ${notice?.body}`).not.toContain('May we?');
    }
    expect((await of('EnquiryWasOpened', id))?.body).toContain('by 1 December 2026');
    expect((await of('EnquiryWasOpened', (await openedTo(null)).id))?.body).toContain('promised no day');
  });

  test('is told to whoever asked once it is answered, and to coordinators once it is late', async () => {
    const { id, askerId } = await openedTo(new Date('2026-12-01'));
    expect((await of('EnquiryWasAnswered', id))?.personIds).toEqual([askerId]);
    const late = (await of('EnquiryWasNotAnsweredInTime', id))?.personIds;
    expect(late).toEqual(expect.arrayContaining([coordinator, ...leads()]));
    expect(late).not.toContain(askerId);
  });
});
