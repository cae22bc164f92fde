import { z } from 'zod';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuseField } from '../../../refusal';
import { mayNoteOnData, seesPanel } from '../../data/data-policy';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** A question or an answer between who asks and who decides, or a note for the panel alone. */
export const noteOnDataRequest = command({
  name: 'requests.note-on-data-request',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Enter a comment', 2000),
    panelOnly: z.boolean().optional(),
  }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayNoteOnData(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ input: { text, panelOnly = false }, loaded: { request, standing }, actor, newId }) => {
    if (panelOnly && !seesPanel(actor, standing))
      return refuseField('PanelIsNotYours', 'panelOnly', 'Only the panel writes notes for the panel');
    const row = { id: newId(), requestId: request.id, text, panelOnly };
    return {
      change: { row, reference: request.reference },
      facts: [
        {
          name: panelOnly ? 'DataPanelWasNoted' : 'DataRequestWasCommentedOn',
          noun: 'dataRequest',
          nounId: request.id,
          data: { noteId: row.id },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { row, reference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    await tx.dataRequestNote.create({ data: { ...row, personId: actor.id, at: now } });
    return { reference };
  },
});
