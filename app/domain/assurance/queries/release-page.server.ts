import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { showReference } from '../../reference';
import { mayCheck, releaseRecord, subjectOfRelease, withheldSome } from '../redaction/load-release.server';
import { maySeeRequest } from '../requests/request-policy';

const input = z.strictObject({ reference: referenceInput });

/** A release that was prepared, for whoever checks it and whoever reads the log. */
export const releasePage = query({
  name: 'assurance.release-page',
  input,
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input: { reference } }) => {
    const release = actor && (await releaseRecord(db, reference));
    const subject = release && (await subjectOfRelease(db, actor, release));
    if (!actor || !subject || !isAllowed(maySeeRequest(actor, subject.request))) return null;
    const withheld = await withheldSome(db, actor.id, release);
    const verdict = mayCheck(actor.id, release, subject.verdict, withheld);
    const isOpen = subject.request.closedAt === null && !release.releasedAt && !release.returnedAt;
    const { id: _id, preparedById: _by, ...told } = release;
    return {
      ...told,
      title: `Request ${showReference(release.request)}`,
      questionTitle: subject.question.title,
      mayCheck: isOpen && isAllowed(verdict),
      why: isOpen && verdict.kind === 'deny' ? verdict.why : null,
    };
  },
});

/** The archive as it was prepared, which is the one that is released. */
export const releaseFile = query({
  name: 'assurance.release-file',
  input,
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input: { reference } }) => {
    const release = actor && (await releaseRecord(db, reference));
    const subject = release && (await subjectOfRelease(db, actor, release));
    if (!actor || !subject || !isAllowed(maySeeRequest(actor, subject.request))) return null;
    const { archive } = await db.informationRelease.findUniqueOrThrow({
      where: { id: release.id },
      select: { archive: true },
    });
    return { archive, request: release.request, question: release.question };
  },
});
