/** Run by itself with another key file: prints what a draft says, or why it cannot be read. */
import { readDraft } from '~/domain/bids/sealing/draft-vault.server';
import { database, disconnect } from '~/platform/db.server';

const bid = await database().bid.findUniqueOrThrow({ where: { reference: process.argv[2] ?? '' } });
try {
  console.log(JSON.stringify(readDraft(bid)));
} catch (error) {
  console.log((error as Error).message);
}
await disconnect();
