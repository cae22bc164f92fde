import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as check } from 'vitest';
import { env } from '~/platform/env.server';
import { keepFile } from '~/platform/files.server';
import { newReference } from '~/domain/new-reference.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { sweepOrphans } from './sweep-orphans.server';

const test = useDatabase();
const folder = () => join(env.SOUNDINGS_DATA, 'files');

/** Keeps a file that is so many minutes old; gives its name in the store. */
async function kept(minutes: number): Promise<string> {
  const { storedAs } = await keepFile(Buffer.from(newId()));
  const then = Date.now() / 1000 - minutes * 60;
  utimesSync(join(folder(), storedAs), then, then);
  return storedAs;
}

check('an old file that no row names goes; a named one and a fresh one stay', async () => {
  const [orphan, named, fresh] = [await kept(90), await kept(90), await kept(5)];
  await test.db.storedFile.create({
    data: {
      id: newId(),
      reference: newReference(),
      name: 'report.pdf',
      mediaType: 'application/pdf',
      size: 36,
      sha256: Buffer.alloc(32, 1),
      storedAs: named,
      uploadedById: (await makePerson()).id,
      uploadedAt: new Date(),
    },
  });
  await sweepOrphans();
  const left = readdirSync(folder());
  expect(left).not.toContain(orphan);
  expect(left).toEqual(expect.arrayContaining([named, fresh]));
});
