// Loads the demonstration into a new demonstration database; with --list it prints the questions that one holds.
import { demonstratedQuestions, type DemonstratedQuestion } from '../prisma/seed/demonstration/listing';
import { loadDemonstration } from '../prisma/seed/demonstration';
import { disconnect } from '~/platform/db.server';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { env } from '~/platform/env.server';

const postgres = env.DATABASE_URL
  ? undefined
  : await startPostgres({ dataFolder: env.SOUNDINGS_DATA, port: env.SOUNDINGS_DATABASE_PORT });
try {
  if (!process.argv.includes('--list') && !(await loadDemonstration()))
    console.log('People are there already: nothing was loaded.');
  print(await demonstratedQuestions());
} finally {
  await disconnect();
  if (postgres && !postgres.adopted) await postgres.stop();
}

function print(questions: DemonstratedQuestion[]): void {
  console.log(`\n${questions.length} questions:`);
  for (const { reference, route, state, title } of questions)
    console.log(`  ${reference}  ${route.padEnd(26)} ${state.padEnd(27)} ${title.slice(0, 80)}`);
}
