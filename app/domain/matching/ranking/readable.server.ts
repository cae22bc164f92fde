import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { readsNetwork } from '../../questions/question-policy';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import type { Readable } from './best-by-words.server';
import { SHELVES } from './shelves';

/** The same as `questionsVisibleSql`: a coordinator reads all that is published, the network what is meant for it. */
export function readableQuestions(actor: Actor): Readable {
  const { everyone, network, named } = SHELVES.question;
  if (!isMember(actor)) return { open: [everyone] };
  if (actor.roles.includes('coordinator')) return { open: [everyone, network, named] };
  const readable = Prisma.sql`EXISTS (
    SELECT FROM question q WHERE q.id = d.subject AND ${questionsVisibleSql(actor, 'q')})`;
  return readsNetwork(actor)
    ? { open: [everyone, network], guarded: { shelves: [named], readable } }
    : { open: [everyone], guarded: { shelves: [network, named], readable } };
}

/** The same as `findingsVisibleSql`, for findings that stand in the knowledge base. */
export function readableFindings(actor: Actor): Readable {
  const { everyone, network } = SHELVES.finding;
  if (readsPublished(actor)) return { open: [everyone, network] };
  if (!isMember(actor)) return { open: [everyone] };
  const readable = Prisma.sql`EXISTS (
    SELECT FROM finding f WHERE f.id = d.subject AND ${findingsVisibleSql(actor, 'f')})`;
  return { open: [everyone], guarded: { shelves: [network], readable } };
}
