import { refuseField } from '../../refusal';
import { memberIdOf } from '../drafting/chosen.server';
import { saveTask } from '../drafting/draft-saving.server';
import { people } from '../tasks/people';

export const savePeople = saveTask({
  task: { ...people, slug: 'people' },
  know: async (tx, values, row) => ({
    ownerId: await memberIdOf(tx, row.teamId, 'seniorResponsibleOwner', values.owner),
    holderId: await memberIdOf(tx, row.teamId, 'budgetHolder', values.budgetHolder),
  }),
  change: (_values, { row, known: { ownerId, holderId } }) => {
    if (ownerId === undefined)
      return refuseField('OwnerIsNotOfTheTeam', 'owner', 'Choose a senior responsible owner of this team');
    if (holderId === undefined)
      return refuseField('HolderIsNotOfTheTeam', 'budgetHolder', 'Choose a budget holder of this team');
    if (ownerId === row.authorId)
      return refuseField(
        'AuthorCannotApprove',
        'owner',
        'The author of a question cannot be its senior responsible owner',
      );
    return { data: { seniorResponsibleOwnerId: ownerId, budgetHolderId: holderId } };
  },
});
