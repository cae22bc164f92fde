import { newId } from '~/platform/ids.server';
import type { Finding } from '~/platform/generated/prisma/client';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import type { FindingState, StudyType } from '~/domain/knowledge/finding';
import { makePerson } from './people';

interface FindingOver {
  state?: FindingState;
  released?: boolean;
  title?: string;
  submittedById?: string;
  questionId?: string;
  awardId?: string;
  deliverableId?: string;
  adviceAnswerId?: string;
  bibliographic?: boolean;
  keyMessages?: string;
  limits?: string;
  licence?: string;
  studyType?: StudyType;
  year?: number | null | undefined;
  doi?: string;
  authors?: { name: string; personId?: string; roles?: string[] }[];
  termIds?: string[];
  publishedAt?: Date;
}

type MadeFinding = Finding & { versionId: string };

/** When each version stamp was set for a finding of this state. */
function stamps(state: FindingState, at: Date) {
  const submitted = state === 'draft' ? null : at;
  const published = ['published', 'superseded', 'retracted'].includes(state) ? at : null;
  return {
    submittedAt: submitted,
    publishedAt: published,
    returnedAt: state === 'returned' ? at : null,
    returnedReason: state === 'returned' ? 'Say which years the data cover' : null,
    declinedAt: state === 'declined' ? at : null,
    declinedReason: state === 'declined' ? 'It is about another field' : null,
  };
}

/** A published finding with one version and one author unless told otherwise. */
export async function makeFinding(over: FindingOver = {}): Promise<MadeFinding> {
  const state = over.state ?? 'published';
  const at = over.publishedAt ?? new Date();
  const id = newId();
  const versionId = newId();
  const submittedById = over.submittedById ?? (await makePerson({ expert: true })).id;
  const version = stamps(state, at);
  const supersededById = state === 'superseded' ? (await makeFinding({ publishedAt: at })).id : null;
  const finding = await database().finding.create({
    data: {
      id,
      reference: newReference(),
      submittedById,
      questionId: over.questionId ?? null,
      awardId: over.awardId ?? null,
      deliverableId: over.deliverableId ?? null,
      adviceAnswerId: over.adviceAnswerId ?? null,
      bibliographic: over.bibliographic ?? false,
      currentNumber: version.publishedAt ? 1 : 0,
      createdAt: at,
      publishedAt: version.publishedAt,
      releasedAt: over.released ? at : null,
      supersededById,
      supersededAt: supersededById ? at : null,
      retractedAt: state === 'retracted' ? at : null,
      retractedReason: state === 'retracted' ? 'The data were miscoded' : null,
      terms: { create: (over.termIds ?? []).map((termId) => ({ termId })) },
      versions: {
        create: {
          id: versionId,
          number: 1,
          title: over.title ?? `Finding ${id.slice(-6)}`,
          keyMessages: over.keyMessages ?? 'Most of it happens at night.',
          limits: over.limits ?? 'One city, one year.',
          licence: over.licence ?? 'CC BY 4.0',
          methods: 'Interviews',
          studyType: over.studyType ?? 'qualitative',
          year: over.year === undefined ? 2025 : over.year,
          doi: over.doi ?? null,
          createdAt: at,
          createdById: submittedById,
          ...version,
          authors: {
            create: (over.authors ?? [{ name: 'A. Author' }]).map((author, index) => ({
              position: index + 1,
              name: author.name,
              personId: author.personId ?? null,
              roles: author.roles ?? [],
            })),
          },
        },
      },
    },
  });
  return { ...finding, versionId };
}
