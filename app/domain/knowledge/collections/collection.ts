import { z } from 'zod';
import { textInput } from '../../form-inputs';

export const PROPOSER_WORDS = {
  members: 'Every verified member of the network',
  curators: 'Its curators and the coordinators only',
} as const;
export type Proposers = keyof typeof PROPOSER_WORDS;

export const REVIEW_WORDS = {
  accepted: 'A curator accepts each finding, also one that another curator proposes',
  atOnce: 'What a curator or a coordinator adds is in at once; a curator accepts what others propose',
} as const;
export type Review = keyof typeof REVIEW_WORDS;

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as [Key, ...Key[]];

/** What a collection says of itself, on the page that starts it and the page that changes it. */
export const collectionFields = {
  title: textInput('Enter a title', 150, 'Title'),
  scope: textInput('Say what belongs in it', 2000, 'What belongs in it'),
  proposers: z.enum(keysOf(PROPOSER_WORDS), { error: 'Choose who may propose a finding' }),
  review: z.enum(keysOf(REVIEW_WORDS), { error: 'Choose how a finding comes in' }),
};

export const slugInput = z
  .string({ error: 'Choose a collection' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Choose a collection')
  .max(100);

/** The part of the address, from the title; it stays when the title changes. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  return words.join('-').slice(0, 80).replace(/-+$/, '');
}
