import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { judged, isSeen } from '../../evaluation/seen-competition.server';
import { mayMakePack } from '../assurance-policy';
import { packSubject, wholePack } from '../pack/pack-of-question.server';

/** The assurance pack of a question as a file. That it was made is a fact, with the hash of its manifest. */
export const packFile = query({
  name: 'assurance.pack-file',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const subject = actor && (await packSubject(db, input.reference));
    if (!actor || !subject) return null;
    const seen = judged(subject, mayMakePack(actor, subject));
    if (!isSeen(seen)) return seen;
    const made = await wholePack({ db, actor, madeBy: actor.name, now, competition: subject.competition });
    return { ...made, id: subject.question.id, reference: subject.question.reference };
  },
  logged: (view) =>
    isSeen(view)
      ? {
          name: 'AssurancePackWasMade',
          noun: 'question',
          nounId: view.id,
          data: { manifest: view.manifest, files: view.files },
        }
      : null,
});
