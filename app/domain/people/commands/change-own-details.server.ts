import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { refuse, refuseField } from '../../refusal';
import { orcidInput } from '../orcid';
import { mayChangeOwnAccount } from '../person-policy';

/** What other members see of a person, and whether notices go out as mail too. */
export const changeOwnDetails = command({
  name: 'people.change-own-details',
  input: z.strictObject({
    name: textInput('Enter your name', 120),
    title: optionalTextInput(120),
    orcid: orcidInput,
    noticesByMail: z.coerce.boolean().default(false),
    revision: z.coerce.number().int(),
  }),
  load: async ({ tx, actor }) =>
    actor.kind === 'person'
      ? tx.person.findUnique({
          where: { id: actor.id },
          select: { id: true, name: true, orcid: true, revision: true },
        })
      : null,
  authorise: mayChangeOwnAccount,
  decide: ({ loaded, input }) => {
    const { id, revision } = loaded;
    if (input.revision !== revision)
      return refuse(
        'DetailsHaveChanged',
        'Your details were changed in another window. Open the page again to see them.',
        {
          stale: true,
        },
      );
    const { name, title, orcid, noticesByMail } = input;
    return {
      change: {
        ...{ id, revision, name, title, orcid: orcid === '' ? null : orcid, noticesByMail },
        // What is typed is only said; signing in with ORCID proves it.
        ...(orcid === (loaded.orcid ?? '') ? {} : { orcidVerifiedAt: null }),
      },
      facts: [
        {
          name: 'PersonChangedDetails',
          noun: 'person',
          nounId: id,
          data: { noticesByMail },
          personal: { personId: id, text: { name, title, orcid } },
        },
      ],
    };
  },
  save: async ({ tx }, { id, revision, ...details }) => {
    await tx.person.update({ where: { id, revision }, data: { ...details, revision: revision + 1 } });
    return null;
  },
  rules: {
    person_orcid_key: refuseField(
      'OrcidIsTaken',
      'orcid',
      'This ORCID iD is on another account. Tell a coordinator if it is yours',
    ),
  },
});
