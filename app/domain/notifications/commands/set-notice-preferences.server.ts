import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';

/** Whether notices also go out as letters. The inbox keeps them either way. */
export const setNoticePreferences = command({
  name: 'notifications.set-preferences',
  input: z.strictObject({ letters: z.enum(['yes', 'no'], { error: 'Choose whether you want letters' }) }),
  load: ({ actor }) => Promise.resolve(isPerson(actor) ? { id: actor.id } : null),
  authorise: mayChangeOwnAccount,
  decide: ({ loaded, input }) => {
    const noticesByMail = input.letters === 'yes';
    const fact = { name: 'NoticePreferencesWereSet', noun: 'person' as const, nounId: loaded.id };
    return {
      change: { id: loaded.id, noticesByMail },
      facts: [{ ...fact, data: { letters: noticesByMail } }],
    };
  },
  save: async ({ tx }, { id, noticesByMail }) => {
    await tx.person.update({ where: { id }, data: { noticesByMail } });
    return { noticesByMail };
  },
});
