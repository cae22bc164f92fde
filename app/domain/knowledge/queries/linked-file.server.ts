import { z } from 'zod';
import { readKeptFile } from '~/platform/files.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { linkInForce, linkUse, tokenShape } from '../file-access/link-in-force.server';

/** A file of the finding that a link opens, with its content. */
export const linkedFile = query({
  name: 'knowledge.linked-file',
  input: z.strictObject({ token: z.string().regex(tokenShape), file: referenceInput }),
  visibleTo: anyone,
  read: async ({ db, scope, input, now }) => {
    if (scope.kind !== 'allow') return null;
    const link = await linkInForce(db, input.token, now);
    const held = link?.finding.versions[0]?.files.find(({ file }) => file.reference === input.file);
    if (!link || !held || held.file.sealed) return null;
    const { id, name, mediaType, storedAs } = held.file;
    return {
      ...{ linkId: link.id, findingId: link.finding.id, fileId: id },
      ...{ name, mediaType, bytes: await readKeptFile(storedAs) },
    };
  },
  logged: (view) => linkUse(view, view.fileId),
});
