import { canonicalJson } from '../../fact-hash.server';
import { sealTo, unseal } from '~/platform/vault.server';
import {
  bidPrice,
  bidQuality,
  type BidContent,
  type BidPrice,
  type BidQuality,
} from '../content/bid-content';

/** What a sealed part is bound to: it opens as nothing else. */
export interface SealedAs {
  questionId: string;
  bidId: string;
  number: number;
}

const about = ({ questionId, bidId, number }: SealedAs, part: 'quality' | 'price') =>
  `bid:${questionId}:${bidId}:${number}:${part}`;

export function sealContent(
  keys: { quality: Uint8Array; price: Uint8Array },
  as: SealedAs,
  content: BidContent,
): { sealedQuality: Uint8Array<ArrayBuffer>; sealedPrice: Uint8Array<ArrayBuffer> } {
  return {
    sealedQuality: sealTo(keys.quality, canonicalJson(content.quality), about(as, 'quality')),
    sealedPrice: sealTo(keys.price, canonicalJson(content.price), about(as, 'price')),
  };
}

export const unsealQuality = (privateKey: Uint8Array, sealed: Uint8Array, as: SealedAs): BidQuality =>
  bidQuality.parse(JSON.parse(unseal(privateKey, sealed, about(as, 'quality'))));

export const unsealPrice = (privateKey: Uint8Array, sealed: Uint8Array, as: SealedAs): BidPrice =>
  bidPrice.parse(JSON.parse(unseal(privateKey, sealed, about(as, 'price'))));
