import { describe, expect, test } from 'vitest';
import { makeContent } from '../../../../tests/support/factories/bids';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { QuestionForPolicy } from '../../questions/question-policy';
import { signatureFits, signatureOf } from './content-signature.server';
import { approverShown, signOffLine, signOffState, whyUnsigned, type SignOff } from './sign-off';
import { maySign } from './sign-off-policy';

const at = new Date('2026-11-22T10:00:00Z');
const asked: SignOff = {
  id: 's',
  approverId: 'dean',
  approverName: 'Dora Dean',
  address: null,
  again: false,
  askedAt: at,
  signedAt: null,
  returnedAt: null,
  returnedReason: null,
};

describe('where a signature stands', () => {
  test.each([
    [null, 'none', 'Ask somebody to sign it'],
    [asked, 'asked', 'Dora Dean has been asked and has not answered yet'],
    [{ ...asked, again: true }, 'askedAgain', 'so the signature is void. Dora Dean has been asked again'],
    [{ ...asked, returnedAt: at, returnedReason: 'No' }, 'returned', 'Dora Dean returned the bid unsigned'],
    [{ ...asked, signedAt: at }, 'signed', null],
    [{ ...asked, again: true, signedAt: at }, 'signed', null],
  ] as const)('%j is %s', (signOff, state, why) => {
    expect(signOffState(signOff)).toBe(state);
    if (why === null) expect(whyUnsigned(signOff)).toBeNull();
    else expect(whyUnsigned(signOff)).toContain(why);
    expect(signOffLine({ signOffRequired: true }, signOff)).toMatchObject({ required: true, state });
  });

  test('an address tells nothing of who has it until they have answered', () => {
    const byAddress = { ...asked, address: 'dean@ashby.ac.uk' };
    expect(approverShown(byAddress)).toBe('dean@ashby.ac.uk');
    expect(approverShown({ ...byAddress, signedAt: at })).toBe('Dora Dean');
    expect(approverShown({ ...byAddress, approverName: null, returnedAt: at })).toBe('dean@ashby.ac.uk');
    expect(approverShown(asked)).toBe('Dora Dean');
  });
});

test('a signature is for one bid and for every word and penny of it', () => {
  const content = makeContent({ criteria: [{ id: 'c', name: 'Method' }] });
  const signed = signatureOf('bid', content);
  expect(signatureFits(signed, 'bid', structuredClone(content))).toBe(true);
  expect(signatureFits(signed, 'another', content)).toBe(false);
  expect(signatureFits(signed, 'bid', { ...content, price: { ...content.price, overheads: 1 } })).toBe(false);
  const quality = { ...content.quality, summary: `${content.quality.summary} ` };
  expect(signatureFits(signed, 'bid', { ...content, quality })).toBe(false);
  expect(signatureFits({ nonce: null, contentHash: null }, 'bid', content)).toBe(false);
});

describe('who may sign', () => {
  const question = {
    id: 'q',
    ...{ teamId: 'team', authorId: 'author', seniorResponsibleOwnerId: null, budgetHolderId: 'holder' },
    sponsorships: [{ teamId: 'sponsor' }],
  } as unknown as QuestionForPolicy;
  const dean = { id: 'dean' };
  test.each([
    ['whoever was asked', someone(dean), 'allow'],
    ['somebody else', someone({ id: 'other' }), 'hide'],
    ['a visitor', nobody, 'hide'],
    ['one not let in yet', someone({ ...dean, verified: false }), 'hide'],
    ['one before the second factor', someone({ ...dean, secondFactorPassed: false }), 'hide'],
    ['one of the asking team', someone({ ...inTeam('team', 'observer'), ...dean }), 'hide'],
    ['one of a sponsoring team', someone({ ...inTeam('sponsor', 'author'), ...dean }), 'hide'],
    ['one of the panel', someone({ ...dean, panels: [{ questionId: 'q', role: 'evaluator' }] }), 'hide'],
    ['one behind a wall', someone({ ...dean, walls: [{ questionId: 'q', bidId: null }] }), 'hide'],
    ['one of another panel', someone({ ...dean, panels: [{ questionId: 'z', role: 'evaluator' }] }), 'allow'],
  ] as const)('%s', (_who, actor, kind) => {
    expect(maySign(actor, question, asked).kind).toBe(kind);
    expect(maySign(actor, question, null).kind).toBe('hide');
  });
});
