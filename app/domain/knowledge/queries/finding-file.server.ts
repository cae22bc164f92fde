import { z } from 'zod';
import { readKeptFile } from '~/platform/files.server';
import { isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayReview } from '../finding-policy';
import { mayReadFiles } from '../file-access/file-policy';
import { loadFiles } from '../file-access/files-standing.server';
import { findingsVisibleTo } from '../finding-visibility.server';

/** A file of a version that the actor may read, with its content; or why the files are closed to them. */
export const findingFile = query({
  name: 'knowledge.finding-file',
  input: z.strictObject({ reference: referenceInput, file: referenceInput }),
  visibleTo: (actor: Actor) => ({
    findings: findingsVisibleTo(actor),
    writer: isMember(actor) ? actor.id : null,
  }),
  read: async ({ db, actor, scope, input }) => {
    const known = await db.finding.findFirst({
      where: { AND: [{ reference: input.reference }, scope.findings] },
      select: { id: true },
    });
    const loaded = known && (await loadFiles(db, input.reference, actor));
    if (!loaded) return null;
    const { finding, files } = loaded;
    const reviews = isAllowed(mayReview(actor, finding.standing));
    const readable = finding.versions
      .filter((one) => !finding.retractedAt || one.createdById === scope.writer)
      .filter(
        (one) => one.publishedAt || reviews || (scope.writer !== null && one.createdById === scope.writer),
      )
      .map(({ id }) => id);
    const file = await db.storedFile.findFirst({
      where: { reference: input.file, sealed: false, findings: { some: { versionId: { in: readable } } } },
      select: { name: true, mediaType: true, storedAs: true },
    });
    if (!file) return null;
    const verdict = mayReadFiles(actor, files);
    if (verdict.kind === 'deny') return verdict;
    if (verdict.kind === 'hide') return null;
    return {
      kind: 'file' as const,
      name: file.name,
      mediaType: file.mediaType,
      bytes: await readKeptFile(file.storedAs),
    };
  },
});
