import { createTestDatabase } from '../database-server';

const made = await createTestDatabase();
await made.drop();
process.exit(0);
