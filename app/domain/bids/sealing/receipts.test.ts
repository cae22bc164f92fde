import { createHash, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent, type BidContent } from '../content/bid-content';
import { receipt as receiptShape, type Receipt } from './receipt';
import { checkReceipt, receiptOf, signReceipt } from './receipt-signing.server';
import { sealContent, unsealPrice, unsealQuality } from './sealed-content.server';
import { newSealPair } from '~/platform/vault.server';

const about = {
  question: 'QQQQ2222',
  bid: 'BBBB2222',
  submission: 2,
  submittedAt: new Date('2026-11-21T16:59:59.999Z'),
};
const content = (summary: string): BidContent => ({
  ...emptyContent(),
  quality: { ...emptyContent().quality, summary },
});
const made = (summary = 'What we would do') => {
  const row = signReceipt(about, content(summary));
  return { row, receipt: receiptOf(about, row, content(summary)) };
};

describe('a receipt', () => {
  test('proves with Node alone what was submitted and when', () => {
    const { receipt } = made();
    const hash = createHash('sha256')
      .update(Buffer.from(receipt.nonce, 'base64'))
      .update(receipt.body ?? '')
      .digest();
    expect(hash.toString('hex')).toBe(receipt.hash);
    expect(verify(null, hash, receipt.publicKey, Buffer.from(receipt.signature, 'base64'))).toBe(true);
    expect(JSON.parse(receipt.body ?? '')).toEqual({
      ...about,
      submittedAt: '2026-11-21T16:59:59.999Z',
      content: content('What we would do'),
    });
  });

  test('holds for any text, and reads back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (summary) => {
        const { receipt } = made(summary);
        const again = receiptShape.parse(JSON.parse(JSON.stringify(receipt)));
        expect(checkReceipt(again)).toMatchObject({ signed: true, bodyFits: true });
      }),
      { numRuns: 40 },
    );
  });

  test('two of the same text differ: a short text cannot be guessed from its fingerprint', () => {
    expect(made().receipt.hash).not.toBe(made().receipt.hash);
  });

  test('comes without its text where the draft is another by now, or is not given', () => {
    const { row } = made();
    for (const now of [content('Another'), null]) {
      const receipt = receiptOf(about, row, now);
      expect(receipt).not.toHaveProperty('body');
      expect(checkReceipt(receipt)).toMatchObject({ signed: true, bodyFits: null });
    }
  });

  const changes: [string, (one: Receipt) => Receipt, { signed: boolean; bodyFits: boolean | null }][] = [
    ['the question', (one) => ({ ...one, question: 'ZZZZ2222' }), { signed: true, bodyFits: false }],
    ['the bid', (one) => ({ ...one, bid: 'ZZZZ2222' }), { signed: true, bodyFits: false }],
    ['the number', (one) => ({ ...one, submission: 3 }), { signed: true, bodyFits: false }],
    [
      'the time',
      (one) => ({ ...one, submittedAt: '2026-11-21T16:00:00.000Z' }),
      { signed: true, bodyFits: false },
    ],
    ['the nonce', (one) => ({ ...one, nonce: 'AAAA' }), { signed: true, bodyFits: false }],
    [
      'one letter of the text',
      (one) => ({ ...one, body: (one.body ?? '').replace('would', 'could') }),
      { signed: true, bodyFits: false },
    ],
    ['the fingerprint', (one) => ({ ...one, hash: 'a'.repeat(64) }), { signed: false, bodyFits: false }],
    [
      'the signature',
      (one) => ({ ...one, signature: Buffer.alloc(64).toString('base64') }),
      { signed: false, bodyFits: true },
    ],
  ];
  test.each(changes)('changed in %s is seen', (_, change, verdict) => {
    expect(checkReceipt(change(made().receipt))).toMatchObject(verdict);
  });

  test('is checked against this installation’s key, whatever key it carries', () => {
    const receipt = { ...made().receipt, publicKey: 'another key', keyId: 'another' };
    expect(checkReceipt(receipt).signed).toBe(true);
  });

  test.each(['no JSON', 'null', '[]', '{"question":"QQQQ2222"}', '{"submission":"2"}'])(
    'with “%s” for its text fits nothing, however well hashed',
    (body) => {
      const { receipt } = made();
      const nonce = Buffer.from(receipt.nonce, 'base64');
      const hash = createHash('sha256').update(nonce).update(body).digest('hex');
      expect(checkReceipt({ ...receipt, body, hash })).toMatchObject({ signed: false, bodyFits: false });
    },
  );

  test.each([
    ['an extra field', { note: 'x' }],
    ['a fingerprint of another length', { hash: 'abc' }],
    ['a time that is none', { submittedAt: 'yesterday' }],
    ['another kind', { kind: 'soundings-other-receipt' }],
    ['a number that is none', { submission: 1.5 }],
  ])('with %s is not read', (_, over) => {
    expect(receiptShape.safeParse({ ...made().receipt, ...over }).success).toBe(false);
  });
});

describe('sealed content', () => {
  const [quality, price, other] = [newSealPair(), newSealPair(), newSealPair()];
  const keys = { quality: quality.publicKey, price: price.publicKey };
  const as = { questionId: 'q', bidId: 'b', number: 1 };
  const whole: BidContent = {
    ...content('Ours'),
    price: {
      lines: [{ role: 'Fellow', dayRate: 100, days: 2 }],
      otherCosts: [],
      overheads: 5,
      fullEconomicCost: 80,
    },
  };
  const sealed = sealContent(keys, as, whole);

  test('opens with its own key as it was', () => {
    expect(unsealQuality(quality.privateKey, sealed.sealedQuality, as)).toEqual(whole.quality);
    expect(unsealPrice(price.privateKey, sealed.sealedPrice, as)).toEqual(whole.price);
  });

  test('the price does not open with the key of quality, nor either with another question’s', () => {
    expect(() => unsealPrice(quality.privateKey, sealed.sealedPrice, as)).toThrow();
    expect(() => unsealQuality(price.privateKey, sealed.sealedQuality, as)).toThrow();
    expect(() => unsealQuality(other.privateKey, sealed.sealedQuality, as)).toThrow();
  });

  test.each([
    ['another bid', { ...as, bidId: 'c' }],
    ['another question', { ...as, questionId: 'p' }],
    ['another submission', { ...as, number: 2 }],
  ])('does not open as %s: nobody can swap what was submitted', (_, elsewhere) => {
    expect(() => unsealQuality(quality.privateKey, sealed.sealedQuality, elsewhere)).toThrow();
    expect(() => unsealPrice(price.privateKey, sealed.sealedPrice, elsewhere)).toThrow();
  });

  test('one part cannot stand in for the other', () => {
    expect(() => unsealPrice(quality.privateKey, sealed.sealedQuality, as)).toThrow();
  });

  test('a changed byte is found', () => {
    for (const place of [0, 10, sealed.sealedPrice.length - 1]) {
      const changed = Uint8Array.from(sealed.sealedPrice);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => unsealPrice(price.privateKey, changed, as)).toThrow();
    }
  });

  test('the same content sealed twice looks different, and shows no word of it', () => {
    const again = sealContent(keys, as, whole);
    expect(Buffer.from(again.sealedQuality).equals(Buffer.from(sealed.sealedQuality))).toBe(false);
    expect(Buffer.from(sealed.sealedPrice).toString('latin1')).not.toContain('Fellow');
  });
});
