import { refuseField } from '../../refusal';
import { saveTask } from '../drafting/draft-saving.server';
import { markingRefusal } from '../marking';
import { dataFields, ethics, ethicsFields } from '../tasks/ethics';
import { pick } from '../drafting/stored-part';

export const saveEthics = saveTask({
  task: { ...ethics, slug: 'ethics' },
  change: (values) => {
    const refused = markingRefusal(values.marking);
    if (refused) return refuseField('MarkingIsTooHigh', 'marking', refused);
    return {
      data: {
        ethics: pick(values, ethicsFields),
        dataProtection: pick(values, dataFields),
        marking: 'OFFICIAL',
      },
    };
  },
});
