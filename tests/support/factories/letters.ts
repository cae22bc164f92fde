import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';

/** A letter in the queue that waits for the jobs process, unless told otherwise. */
export const makeLetter = (over: Partial<Prisma.MailUncheckedCreateInput> = {}) =>
  database().mail.create({
    data: {
      id: newId(),
      toAddress: 'ada@example.org',
      subject: 'Confirm your address',
      text: 'Open this page:\nhttp://localhost/join/confirm/x',
      purpose: 'join',
      queuedAt: new Date(),
      ...over,
    },
  });
