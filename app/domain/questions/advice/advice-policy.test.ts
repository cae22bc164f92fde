import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { QuestionForPolicy } from '../question-policy';
import { adviceLabel, adviceState, type AdviceStages } from './advice';
import { mayDecideOnAnswer, mayHandleAnswer, maySeeAnswer } from './advice-policy';

const question: QuestionForPolicy = {
  id: 'question',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  budgetHolderId: null,
  visibility: 'network',
  releasedAt: AS_OF,
  route: { takesBids: false, takesAdvice: true },
  invitations: [],
  sponsorships: [],
  submittedAt: AS_OF,
  returnedAt: null,
  publishedAt: AS_OF,
  clarificationsCloseAt: null,
  closesAt: null,
  openedAt: null,
  evaluationStartedAt: null,
  decidedAt: null,
  deliveryStartedAt: null,
  answeredAt: null,
  withdrawnAt: null,
  setAsideAt: null,
};
const draft = { personId: 'expert', submittedAt: null };
const sent = { personId: 'expert', submittedAt: AS_OF };

const expert = someone({ id: 'expert', expert: true });
const rival = someone({ id: 'rival', expert: true });
const author = someone({ id: 'author', ...inTeam('team', 'author') });
const owner = someone({ id: 'owner' });
const coordinator = someone({ id: 'desk', roles: ['coordinator'] });
const auditor = someone({ id: 'auditor', roles: ['auditor'] });

describe('an answer to a request', () => {
  test.each([
    ['its author', expert, 'allow', 'allow'],
    ['its author without the second factor', { ...expert, secondFactorPassed: false }, 'hide', 'hide'],
    ['another expert', rival, 'hide', 'hide'],
    ['an author of the team', author, 'hide', 'allow'],
    ['the senior responsible owner', owner, 'hide', 'allow'],
    ['a coordinator', coordinator, 'hide', 'hide'],
    ['an auditor', auditor, 'hide', 'hide'],
    ['a visitor', nobody, 'hide', 'hide'],
  ] as const)('for %s', (_who, actor, asDraft, onceSent) => {
    expect(maySeeAnswer(actor, draft, question).kind).toBe(asDraft);
    expect(maySeeAnswer(actor, sent, question).kind).toBe(onceSent);
  });

  test('is thanked for by the team, never by its own author', () => {
    expect(mayHandleAnswer(author, sent, question).kind).toBe('allow');
    expect(mayHandleAnswer(expert, sent, question).kind).toBe('deny');
    expect(mayHandleAnswer(author, draft, question).kind).toBe('hide');
    expect(mayHandleAnswer(rival, sent, question).kind).toBe('hide');
  });

  test('is sent and published by its author’s decision alone', () => {
    expect(mayDecideOnAnswer(expert, sent, question).kind).toBe('allow');
    expect(mayDecideOnAnswer(author, sent, question).kind).toBe('deny');
    expect(mayDecideOnAnswer(coordinator, sent, question).kind).toBe('hide');
  });
});

describe('its state', () => {
  const none: AdviceStages = {
    submittedAt: null,
    acknowledgedAt: null,
    publishAskedAt: null,
    consentedAt: null,
    consentNamed: null,
    refusedAt: null,
  };
  const thanked = { ...none, submittedAt: AS_OF, acknowledgedAt: AS_OF };
  const asked = { ...thanked, publishAskedAt: AS_OF };

  test.each([
    [none, 'draft', 'Draft'],
    [{ ...none, submittedAt: AS_OF }, 'submitted', 'Received'],
    [thanked, 'acknowledged', 'Acknowledged'],
    [asked, 'publicationAsked', 'Asked to publish'],
    [{ ...asked, consentedAt: AS_OF, consentNamed: true }, 'consented', 'May be published, named'],
    [{ ...asked, consentedAt: AS_OF, consentNamed: false }, 'consented', 'May be published, unnamed'],
    [{ ...asked, refusedAt: AS_OF }, 'refused', 'Not to be published'],
    [{ ...asked, consentedAt: AS_OF, refusedAt: AS_OF }, 'refused', 'Not to be published'],
  ])('%j is %s, shown as “%s”', (stages, state, label) => {
    expect(adviceState(stages)).toBe(state);
    expect(adviceLabel(stages)).toBe(label);
  });
});
