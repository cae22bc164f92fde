import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayStartVersion } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';
import { authorRows } from '../new-finding.server';

/** Opens a copy of the current version to be changed; readers keep the current one until it is published. */
export const startFindingVersion = command({
  name: 'knowledge.start-finding-version',
  input: z.strictObject({ reference: referenceInput, changeNote: reasonInput('Say what changes and why') }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    const current = finding?.versions.find((version) => version.number === finding.currentNumber);
    if (!finding || !current) return null;
    const files = await tx.findingFile.findMany({
      where: { versionId: current.id },
      select: { fileId: true },
    });
    return { finding, current, files };
  },
  authorise: (actor, { finding }) => mayStartVersion(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, current, files }, actor, newId }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const number = finding.latest.number + 1;
    return {
      change: { finding, current, files, id: newId(), number, by: actor.id, changeNote: input.changeNote },
      facts: [{ name: 'FindingVersionWasStarted', noun: 'finding', nounId: finding.id, data: { number } }],
    };
  },
  save: async ({ tx, now }, { finding, current, files, id, number, by, changeNote }) => {
    const {
      title,
      keyMessages,
      summary,
      limits,
      methods,
      studyType,
      year,
      kind,
      venue,
      volume,
      issue,
      pages,
    } = current;
    const { publisher, doi, webAddress, licence, firstPublicOn } = current;
    const said = {
      title,
      keyMessages,
      summary,
      limits,
      methods,
      studyType,
      year,
      kind,
      venue,
      volume,
      issue,
      pages,
    };
    const more = { publisher, doi, webAddress, licence, firstPublicOn };
    await tx.findingVersion.create({
      data: {
        ...said,
        ...more,
        id,
        findingId: finding.id,
        number,
        changeNote,
        createdAt: now,
        createdById: by,
        authors: { create: authorRows(current.authors) },
        files: { create: files },
      },
    });
    return { reference: finding.reference };
  },
  rules: {
    finding_version_one_open: refuse(
      'VersionIsOpen',
      'A new version of this finding is already being written.',
      {
        stale: true,
      },
    ),
  },
});
