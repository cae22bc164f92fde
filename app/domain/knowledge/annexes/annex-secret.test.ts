import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { annexFact } from './annex-fact';
import { mayKeepAnnex, mayReadAnnex, maySeeStub, mayWriteAnnex, type AnnexStanding } from './annex-policy';
import { decryptAnnex, encryptAnnex, wordsOf } from './annex-secret.server';

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('the text of an annex', () => {
  test('comes back as it was written, whatever it holds', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.uuid(), (text, id) => {
        expect(decryptAnnex({ id, ...encryptAnnex(id, text) })).toBe(text);
      }),
      { numRuns: 40 },
    ));

  test('is never twice the same bytes under the same key', () => {
    const [one, other] = [encryptAnnex('a', 'Harbour Street'), encryptAnnex('a', 'Harbour Street')];
    expect(Buffer.from(one.ciphertext).equals(Buffer.from(other.ciphertext))).toBe(false);
    expect(Buffer.from(one.wrappedKey).equals(Buffer.from(other.wrappedKey))).toBe(false);
    for (const bytes of [one.ciphertext, one.wrappedKey])
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('Harbour');
  });

  test('opens in the place of no other annex, and not with the key of another', () => {
    const [mine, theirs] = [encryptAnnex('mine', 'Harbour Street'), encryptAnnex('theirs', 'Quay Street')];
    expect(() => decryptAnnex({ id: 'theirs', ...mine })).toThrow();
    expect(() => decryptAnnex({ id: 'mine', ...mine, wrappedKey: theirs.wrappedKey })).toThrow();
    expect(() => decryptAnnex({ id: 'mine', ...mine, ciphertext: theirs.ciphertext })).toThrow();
    expect(() => decryptAnnex({ id: 'mine', ...mine, keyId: 'lost' })).toThrow();
  });

  test('is refused rather than shown changed, wherever a bit of it was turned', () => {
    const kept = { id: 'mine', ...encryptAnnex('mine', 'Harbour Street') };
    for (let at = 0; at < kept.ciphertext.length; at += 1)
      expect(() => decryptAnnex({ ...kept, ciphertext: flipped(kept.ciphertext, at) })).toThrow();
    for (let at = 0; at < kept.wrappedKey.length; at += 1)
      expect(() => decryptAnnex({ ...kept, wrappedKey: flipped(kept.wrappedKey, at) })).toThrow();
  });
});

describe('its length in words', () => {
  test.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['  one  two\nthree ', 3],
    ['Harbour\u00A0Street', 2],
    ['well-known', 1],
  ])('of %j is %i', (text, count) => expect(wordsOf(text)).toBe(count));

  test('does not depend on the space between them', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 20 }),
        fc.stringMatching(/^[ \n\t]{1,4}$/),
        (all, space) => {
          expect(wordsOf(`${space}${all.join(space)}${space}`)).toBe(all.length);
        },
      ),
    ));
});

test('a fact of an annex stands in the history of what it is beside, and holds no text', () => {
  const beside = { noun: 'question' as const, id: 'question', text: 'Harbour Street', title: 'Boats' };
  expect(annexFact('AnnexWasRead', beside, { annexId: 'annex' })).toEqual({
    ...{ name: 'AnnexWasRead', noun: 'question', nounId: 'question', data: { annexId: 'annex' } },
  });
});

describe('whatever its state and whoever asks', () => {
  const actors = fc.constantFrom(
    nobody,
    ...['other', 'listed', 'owner', 'walled'].map((id) => someone({ id })),
    someone({ id: 'listed', verified: false }),
    someone({ id: 'owner', secondFactorPassed: false }),
    someone({ id: 'coordinator', roles: ['coordinator'] }),
    someone({ id: 'walled', roles: ['coordinator'] }),
    someone({ id: 'auditor', roles: ['auditor'] }),
  );
  const annexes: fc.Arbitrary<AnnexStanding> = fc
    .record({
      ...{ sees: fc.boolean(), published: fc.boolean(), missing: fc.boolean(), announced: fc.boolean() },
      listed: fc.subarray(['listed', 'walled', 'owner', 'auditor']),
    })
    .map(({ sees, listed, ...rest }) => ({
      ...rest,
      sees: () => sees,
      owns: (actor) => actor.kind === 'person' && actor.id === 'owner',
      walled: (actor) => actor.kind === 'person' && actor.id === 'walled',
      ...{ readerIds: listed, readerTeamIds: [] },
    }));
  const kindsOf = (...said: Parameters<typeof maySeeStub>) =>
    [maySeeStub, mayReadAnnex, mayKeepAnnex, mayWriteAnnex].map((rule) => rule(...said).kind);

  test('who keeps it reads it, who reads it knows of it, and who knows nothing is told nothing', () =>
    fc.assert(
      fc.property(actors, annexes, (actor, annex) => {
        const [stub, reads, keeps, writes] = kindsOf(actor, annex);
        if (keeps === 'allow') expect(reads).toBe('allow');
        if (reads === 'allow') expect(stub).toBe('allow');
        if (stub === 'hide') expect([reads, keeps]).toEqual(['hide', 'hide']);
        if (keeps === 'allow') expect(writes).toBe('allow');
      }),
      { numRuns: 300 },
    ));

  test('behind a wall, or where what it stands beside is hidden, everything is', () =>
    fc.assert(
      fc.property(actors, annexes, (actor, annex) => {
        const isWalled = actor.kind === 'person' && actor.id === 'walled';
        if (isWalled || !annex.sees(actor)) expect(new Set(kindsOf(actor, annex))).toEqual(new Set(['hide']));
      }),
      { numRuns: 300 },
    ));

  test('to be announced lets nobody read it', () =>
    fc.assert(
      fc.property(actors, annexes, (actor, annex) => {
        const reads = (announced: boolean) => mayReadAnnex(actor, { ...annex, announced }).kind === 'allow';
        expect(reads(true)).toBe(reads(false));
      }),
      { numRuns: 200 },
    ));
});
