import type { Db } from '~/platform/db.server';
import { showReference } from '../../reference';
import { QUEUES, type QueueKind } from '../queue';

export interface Detail {
  name: string;
  value: string;
}

const told = (pairs: Record<string, string | null | undefined>): Detail[] =>
  Object.entries(pairs).flatMap(([name, value]) => (value ? [{ name, value }] : []));

async function join(db: Db, id: string): Promise<Detail[]> {
  const row = await db.joinRequest.findUniqueOrThrow({
    where: { id },
    select: {
      personId: true,
      organisationName: true,
      reason: true,
      organisation: { select: { name: true } },
    },
  });
  const person = await db.person.findUniqueOrThrow({
    where: { id: row.personId },
    select: { title: true, orcid: true, emails: { where: { primary: true }, select: { address: true } } },
  });
  return told({
    Organisation: row.organisation?.name ?? `${row.organisationName} (not in the register)`,
    Title: person.title,
    'E-mail address': person.emails[0]?.address,
    'ORCID iD': person.orcid,
    'Why they ask': row.reason,
  });
}

async function finding(db: Db, id: string): Promise<Detail[]> {
  const version = await db.findingVersion.findFirstOrThrow({
    where: { findingId: id },
    orderBy: { number: 'desc' },
    include: {
      authors: { orderBy: { position: 'asc' } },
      finding: {
        select: {
          submittedBy: { select: { name: true } },
          terms: { select: { term: { select: { name: true } } } },
        },
      },
    },
  });
  return told({
    Authors: version.authors.map(({ name }) => name).join(', '),
    'Year and venue': [version.year, version.venue].filter(Boolean).join(', '),
    DOI: version.doi,
    'Key messages': version.keyMessages || 'Not stated',
    Limits: version.limits || 'Not stated',
    Licence: version.licence || 'Not stated',
    Tags: version.finding.terms.map(({ term }) => term.name).join(', ') || 'None',
    'Sent by': version.finding.submittedBy?.name,
    'What is new': version.changeNote,
  });
}

async function profile(db: Db, personId: string): Promise<Detail[]> {
  const row = await db.expertProfile.findUniqueOrThrow({
    where: { personId },
    select: { summary: true, availability: true, person: { select: { title: true } } },
  });
  return told({ Title: row.person.title, Summary: row.summary, Availability: row.availability });
}

/** Whether the work is known already. Whose bid it was, and for which question, nobody is told. */
async function referenceLead(db: Db, id: string): Promise<Detail[]> {
  const { title, doi } = await db.referenceLead.findUniqueOrThrow({ where: { id } });
  const known = doi
    ? await db.findingVersion.findFirst({
        where: { doi, finding: { publishedAt: { not: null } } },
        select: { finding: { select: { reference: true } } },
      })
    : null;
  return told({
    'As it was cited': title,
    DOI: doi,
    'In the knowledge base': known ? `Yes, ${showReference(known.finding.reference)}` : doi && 'Not yet',
    'Where it comes from': 'A bid that did not win',
  });
}

/** What a coordinator needs to see of one thing to decide on it. What a team keeps to itself is not here. */
export function detailsOf(db: Db, kind: QueueKind, id: string): Promise<Detail[]> {
  if (kind === 'joins') return join(db, id);
  if (QUEUES[kind].noun === 'finding') return finding(db, id);
  if (kind === 'referenceLeads') return referenceLead(db, id);
  if (kind === 'profiles') return profile(db, id);
  return Promise.resolve([]);
}
